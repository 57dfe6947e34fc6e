//! Dates as branches write them.
//!
//! A date in a book is a day or only a month, written in any of a dozen ways, often without the
//! year, which then comes from the sheet, its title, the file's name or the folder. [`find`] looks
//! for a date anywhere in a text and gives what is left of it, so that a header like
//! `3月5日主题党日` yields both the day and the kind.

mod around;
mod number;
mod written;

use std::fmt;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use regex::Regex;

use crate::period::Month;
use crate::text::{pattern, squash};
pub use around::Around;
pub use number::{from_number, serial};
pub use written::{Written, names_two_days};

/// A day, or a month where the book says no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    Month(Month),
    Day(NaiveDate),
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It looks like none.
    NotADate,
    /// A day that no calendar has, such as 3月32日.
    Impossible,
    /// A day or a month without a year anywhere around.
    NoYear,
    /// A figure that can be read as two days, such as the number 3.1 for 3月1日 or 3月10日.
    TwoWays,
}

/// A date found in a text, and the text without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub when: Result<When, Fault>,
    /// The weekday written beside the date, where there is one.
    pub weekday: Option<Weekday>,
    pub rest: String,
}

impl Found {
    /// Whether the date is the beginning of one with a slip of the pen in it: `2011-03目28`, `十月二十日七`.
    pub fn is_broken(&self) -> bool {
        static DAY_BEHIND: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[^\d第]{0,2}\d{1,2}[日号]?$"));
        static NUMERALS: LazyLock<Regex> = LazyLock::new(|| pattern("^[一二三四五六七八九十]+$"));
        match self.when {
            Ok(When::Month(_)) => DAY_BEHIND.is_match(&self.rest),
            _ => NUMERALS.is_match(&self.rest),
        }
    }
}

impl When {
    pub fn month(self) -> Month {
        match self {
            When::Month(month) => month,
            When::Day(day) => Month::new(day.year(), day.month()),
        }
    }

    /// Whether it is the same, or the month of it.
    pub fn covers(self, other: When) -> bool {
        match self {
            When::Month(month) => other.month() == month,
            When::Day(_) => self == other,
        }
    }

    pub fn day(self) -> Option<NaiveDate> {
        match self {
            When::Day(day) => Some(day),
            When::Month(_) => None,
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            When::Month(month) => write!(f, "{month}"),
            When::Day(day) => write!(f, "{day}"),
        }
    }
}

/// The whole text as a date.
pub fn parse(text: &str, around: Around) -> Result<When, Fault> {
    match Written::find(text) {
        Some(written) if written.is_all() => written.when(around),
        _ => match squash(text).parse() {
            Ok(number) => from_number(number, around),
            Err(_) => Err(Fault::NotADate),
        },
    }
}

/// The first date in a text, wherever it stands.
pub fn find(text: &str, around: Around) -> Option<Found> {
    Written::find(text).map(|written| Found {
        when: written.when(around),
        weekday: written.weekday,
        rest: written.rest,
    })
}

/// Whether a text says nothing but when in the day: `上午`, `下午`, `晚上`.
pub fn is_part_of_day(squashed: &str) -> bool {
    matches!(squashed, "上午" | "下午" | "中午" | "晚上" | "晚间" | "早上" | "早晨" | "全天")
}

/// Whether a text says nothing but a day of the week: `周四`, `（星期四）`, `四`.
pub fn is_weekday(squashed: &str) -> bool {
    let is_one = |text: &str| matches!(written::take_weekday(text), (Some(_), rest) if rest.is_empty());
    is_one(squashed) || is_one(&format!("周{squashed}"))
}

/// Years that anybody writes: 0226年 is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2099;

fn day(year: i32, month: u32, day: u32) -> Result<When, Fault> {
    let real = NaiveDate::from_ymd_opt(year, month, day).filter(|_| YEARS.contains(&year));
    real.map(When::Day).ok_or(Fault::Impossible)
}

fn month(year: i32, month: u32) -> Result<When, Fault> {
    if (1..=12).contains(&month) && YEARS.contains(&year) {
        Ok(When::Month(Month::new(year, month)))
    } else {
        Err(Fault::Impossible)
    }
}

/// 3月32日 is impossible in whatever year.
fn impossible_anyway(fault: Fault, month: u32, day: u32) -> Result<When, Fault> {
    Err(if NaiveDate::from_ymd_opt(2024, month, day).is_none() { Fault::Impossible } else { fault })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MARCH: Around = Around { year: Some(2026), month: Some(3), rolls_over: None };

    #[test]
    fn dates_as_branches_write_them() {
        for (text, shown) in [
            ("2026年3月5日", "2026-03-05"),
            ("2026年3月5日上午", "2026-03-05"),
            ("2026—3—5", "2026-03-05"),
            ("2026年3月5日（星期四）15:00", "2026-03-05"),
            ("2026-03-05", "2026-03-05"),
            ("2026-03-05 00:00:00", "2026-03-05"),
            ("2026/3/5", "2026-03-05"),
            ("2026.3.5", "2026-03-05"),
            ("20260305", "2026-03-05"),
            ("26.3.5", "2026-03-05"),
            ("26年3月5日", "2026-03-05"),
            ("3.5", "2026-03-05"),
            ("3.10", "2026-03-10"),
            ("3/5", "2026-03-05"),
            ("3-5", "2026-03-05"),
            ("3月5日\n（周四）", "2026-03-05"),
            ("３月５日", "2026-03-05"),
            ("三月五日", "2026-03-05"),
            ("二〇二六年三月二十五日", "2026-03-25"),
            ("3月5日-6日", "2026-03-05"),
            ("5日", "2026-03-05"),
            ("5号", "2026-03-05"),
            ("5", "2026-03-05"),
            ("46086", "2026-03-05"),
            ("3月", "2026-03"),
            ("三月份", "2026-03"),
            ("2026年11月", "2026-11"),
            ("2026.03", "2026-03"),
            ("2026-3", "2026-03"),
            ("202603", "2026-03"),
        ] {
            assert_eq!(parse(text, MARCH).map(|w| w.to_string()), Ok(shown.to_string()), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        let unknown = Around::default();
        for (text, around, fault) in [
            ("3月32日", MARCH, Fault::Impossible),
            ("3月32日", unknown, Fault::Impossible),
            ("2026年2月30日", unknown, Fault::Impossible),
            ("13月5日", MARCH, Fault::Impossible),
            ("0226年4月", MARCH, Fault::Impossible),
            ("2023.01.011", MARCH, Fault::Impossible),
            ("1997.007", MARCH, Fault::NotADate),
            ("210002", MARCH, Fault::NotADate),
            ("3月5日", unknown, Fault::NoYear),
            ("3月", unknown, Fault::NoYear),
            ("5", unknown, Fault::NotADate),
            ("待定", MARCH, Fault::NotADate),
            ("", MARCH, Fault::NotADate),
            ("67%", MARCH, Fault::NotADate),
            ("1-3月", MARCH, Fault::NotADate),
            ("2026年1月至3月", MARCH, Fault::NotADate),
        ] {
            assert_eq!(parse(text, around), Err(fault), "{text}");
        }
    }

    #[test]
    fn two_days_are_no_day() {
        for (text, is_two) in [
            ("3月5日、12日", true),
            ("3月5、12日", true),
            ("3.5、3.12", true),
            ("3/5、12", true),
            ("3月5日和12日", true),
            ("3月5日-12日", false),
            ("2026、3、5", false),
            ("2026,3,5", false),
            ("3月5日、主题党日", false),
        ] {
            assert_eq!(names_two_days(text), is_two, "{text}");
        }
    }

    #[test]
    fn a_number_that_reads_two_ways_is_not_guessed() {
        assert_eq!(from_number(3.1, MARCH), Err(Fault::TwoWays));
        assert_eq!(from_number(3.25, MARCH).unwrap().to_string(), "2026-03-25");
        assert_eq!(from_number(3.5, MARCH).unwrap().to_string(), "2026-03-05");
    }

    #[test]
    fn a_header_keeps_what_is_beside_the_date() {
        for (text, shown, rest) in [
            ("3月5日主题党日", "2026-03-05", "主题党日"),
            ("主题党日（3月5日）", "2026-03-05", "主题党日()"),
            ("1.9支委会", "2026-01-09", "支委会"),
            ("3月党课", "2026-03", "党课"),
            // A span begins with its first day.
            ("3.5-12", "2026-03-05", "12"),
            ("3/5-3/6", "2026-03-05", "3/6"),
            ("3月5日-6日", "2026-03-05", ""),
            ("12日 党小组会（第一党小组）", "2026-03-12", "党小组会(第一党小组)"),
            // The figure behind the line break is none of the day's.
            ("6.6\n6月主题党日", "2026-06-06", "6月主题党日"),
        ] {
            let found = find(text, MARCH).unwrap();
            assert_eq!(
                (found.when.map(|w| w.to_string()), found.rest.as_str()),
                (Ok(shown.to_string()), rest),
                "{text}"
            );
        }
        assert_eq!(find("3月5日（周四）", MARCH).unwrap().weekday, Some(Weekday::Thu));
    }

    #[test]
    fn the_year_and_month_around() {
        for (text, year, month) in [
            ("第一支部2025年1月考勤表", Some(2025), Some(1)),
            ("2025年度“三会一课”台账", Some(2025), None),
            ("3月", None, Some(3)),
            ("2026年第一季度", Some(2026), None),
            ("2026年1-3月考勤", Some(2026), None),
            ("考勤2025", Some(2025), None),
            ("202603考勤", Some(2026), Some(3)),
            ("20260305签到", Some(2026), Some(3)),
            ("2026.3", Some(2026), Some(3)),
            ("二〇二六年三月", Some(2026), Some(3)),
            ("主题党日签到表0311", None, None),
            ("25年3月", Some(2025), Some(3)),
        ] {
            assert_eq!(Around::in_text(text), Around { year, month, rolls_over: None }, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,30}") {
            let _ = parse(&text, MARCH);
            let _ = Around::in_text(&text);
        }

        #[test]
        fn every_day_survives_every_form(offset in 0i64..30_000, form in 0usize..6) {
            let day = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap() + chrono::Duration::days(offset);
            let pattern = ["%Y年%-m月%-d日", "%Y-%m-%d", "%Y/%-m/%-d", "%Y.%-m.%-d", "%Y%m%d", "%Y年%m月%d号"][form];
            prop_assert_eq!(parse(&day.format(pattern).to_string(), Around::default()), Ok(When::Day(day)));
        }

        #[test]
        fn any_number_is_read_or_refused(number in proptest::num::f64::ANY) {
            let _ = from_number(number, MARCH);
        }
    }
}
