//! Dates as branches write them.
//!
//! A date in a book is a day or only a month, written in any of a dozen ways, often without the
//! year, which then comes from the sheet, its title, the file's name or the folder. [`find`] looks
//! for a date anywhere in a text and gives what is left of it, so that a header like
//! `3月5日主题党日` yields both the day and the kind.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use regex::{Captures, Regex};

use crate::period::Month;
use crate::text::{chinese_number, squash};

/// A day, or a month where the book says no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum When {
    Month(Month),
    Day(NaiveDate),
}

/// The year and month that surround a text: from the title, the sheet's name, the file's, the folder's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Around {
    pub year: Option<i32>,
    pub month: Option<u32>,
    /// Where two years are named, `2025年12月—2026年1月`: the month from which on a month is of the first.
    pub rolls_over: Option<u32>,
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

/// A date as it is written in a text. What it leaves out, the year most often, its surroundings tell: [`Written::when`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    form: Form,
    /// Year, month and day, as many of them as the form has.
    numbers: [u32; 3],
    /// The weekday written beside the date, where there is one.
    pub weekday: Option<Weekday>,
    /// The text without the date.
    pub rest: String,
}

/// A date found in a text, and the text without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub when: Result<When, Fault>,
    /// The weekday written beside the date, where there is one.
    pub weekday: Option<Weekday>,
    pub rest: String,
}

impl When {
    pub fn month(self) -> Month {
        match self {
            When::Month(month) => month,
            When::Day(day) => Month::new(day.year(), day.month()),
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
            When::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
        }
    }
}

impl Around {
    pub fn of(year: i32, month: u32) -> Around {
        Around { year: Some(year), month: Some(month), rolls_over: None }
    }

    /// The year of a month that is written without one.
    pub fn year_of(self, month: u32) -> Option<i32> {
        self.year.map(|year| year + i32::from(self.rolls_over.is_some_and(|first| month < first)))
    }

    /// What is known here, else what is known further out.
    pub fn or(self, outer: Around) -> Around {
        Around {
            year: self.year.or(outer.year),
            rolls_over: if self.year.is_some() { self.rolls_over } else { outer.rolls_over },
            month: self.month.or(if self.year.is_none() || outer.year.is_none() || self.year == outer.year {
                outer.month
            } else {
                None
            }),
        }
    }

    /// The year and the month that a title, a sheet's name or a file's name gives: `2026年3月考勤`,
    /// `3月`, `2026.03`, `2026年第一季度` (a year only).
    pub fn in_text(text: &str) -> Around {
        static YEAR: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?:^|\D)((?:19|20)\d\d)(?:\D|$|(?:0[1-9]|1[0-2])(?:\D|$|[0-3]\d(?:\D|$)))").unwrap()
        });
        static SHORT_YEAR: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?:^|\D)(\d\d)年").unwrap());
        static MONTH: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"(?:^|\D)(1[0-2]|0?[1-9])月(?:份|\D|$)").unwrap());
        static MONTH_SPAN: LazyLock<Regex> =
            LazyLock::new(|| Regex::new(r"\d{1,2}(?:月份?)?[-~—至到、]\d{1,2}月").unwrap());
        static YEAR_MONTH: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"(?:^|\D)(?:19|20)\d\d[-._/]?(0[1-9]|1[0-2]|[1-9])(?:\D|$|[0-3]\d(?:\D|$))").unwrap()
        });
        let plain = arabic(&squash(text));
        let number = |re: &Regex| re.captures(&plain).and_then(|c| c.get(1)?.as_str().parse::<i32>().ok());
        let year = number(&YEAR)
            .or_else(|| number(&SHORT_YEAR).map(|y| 2000 + y))
            .filter(|y| (1949..=2099).contains(y));
        if let Some(years) = several_years(&plain) {
            return years;
        }
        let month =
            if MONTH_SPAN.is_match(&plain) { None } else { number(&MONTH).or_else(|| number(&YEAR_MONTH)) };
        Around { year, month: month.map(|m| m as u32), rolls_over: None }
    }
}

/// A text that names two years tells the year of a month only where it says in which month the first begins.
fn several_years(plain: &str) -> Option<Around> {
    static YEARS_NAMED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?:^|\D)((?:19|20)\d\d)(?:[年./](1[0-2]|0?[1-9])月?)?").unwrap());
    let named: Vec<(i32, Option<u32>)> = YEARS_NAMED
        .captures_iter(plain)
        .filter(|c| !plain[c.get(0).map_or(0, |m| m.end())..].starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|c| Some((c[1].parse().ok()?, c.get(2).and_then(|m| m.as_str().parse().ok()))))
        .collect();
    let (first, month) = *named.first()?;
    let others: Vec<i32> = named.iter().map(|(year, _)| *year).filter(|year| *year != first).collect();
    match (others.as_slice(), month) {
        ([], _) => None,
        ([next], Some(month)) if *next == first + 1 => {
            Some(Around { year: Some(first), month: None, rolls_over: Some(month) })
        }
        _ => Some(Around::default()),
    }
}

/// The whole text as a date.
pub fn parse(text: &str, around: Around) -> Result<When, Fault> {
    match Written::find(text) {
        Some(written) if written.is_all() => written.when(around),
        _ => match plain_number(&squash(text)) {
            Some(number) => from_number(number, around),
            None => Err(Fault::NotADate),
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

impl Written {
    /// The first date in a text, wherever it stands.
    pub fn find(text: &str) -> Option<Written> {
        static FORMS: LazyLock<Vec<(Form, Regex)>> = LazyLock::new(|| {
            [
                (Form::Ymd, r"(\d{4})(?:年度?|[./-])(\d{1,2})月(\d{1,3})[日号]?"),
                (Form::Ymd, r"(?:^|\D)(\d{4})[-./\\、,](\d{1,2})[-./\\、,](\d{1,3})(?:日|号|\D|$)"),
                (Form::Ymd, r"(?:^|\D)((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|$)"),
                (Form::ShortYmd, r"(?:^|\D)(\d\d)年(\d{1,2})月(\d{1,3})[日号]?"),
                (Form::ShortYm, r"(?:^|\D)(\d\d)年(\d{1,2})月份?"),
                (Form::ShortYmd, r"(?:^|\D)(\d\d)[-./](\d{1,2})[-./](\d{1,2})(?:\D|$)"),
                (Form::Ym, r"(\d{4})年度?(\d{1,2})月份?"),
                (Form::Ym, r"(?:^|\D)((?:19|20)\d\d)[-./](\d{1,2})(?:月|\D|$)"),
                (Form::Ym, r"^((?:19|20)\d\d)(0[1-9]|1[0-2])$"),
                (Form::Md, r"(?:^|\D)(\d{1,2})月(\d{1,3})[日号]?"),
                (Form::Md, r"(?:^|\D)(\d{1,2})[-./·](\d{1,2})(?:日|号|[^-./\d%]|$)"),
                // Only with its zero: 1201 may be a room.
                (Form::Md, r"^(0[1-9])([0-2]\d|3[01])(?:\D|$)"),
                (Form::M, r"(?:^|\D)(\d{1,2})月份?"),
                (Form::D, r"(?:^|\D)(\d{1,3})[日号]"),
            ]
            .into_iter()
            .map(|(form, pattern)| (form, Regex::new(pattern).unwrap()))
            .collect()
        });
        let plain = arabic(&squash(&without_clock(text)));
        // Every form has a figure; most texts have none.
        if !plain.contains(char::is_numeric) {
            return None;
        }
        let (form, captures) = FORMS.iter().find_map(|(form, re)| Some((*form, re.captures(&plain)?)))?;
        let number = |i: usize| captures.get(i).and_then(|m| m.as_str().parse().ok()).unwrap_or(u32::MAX);
        let (start, end) = whole(&captures);
        let (weekday, rest) = take_weekday(&format!("{}{}", &plain[..start], trim_time(&plain[end..])));
        Some(Written { form, numbers: [number(1), number(2), number(3)], weekday, rest })
    }

    /// The day or the month that is meant.
    ///
    /// # Errors
    /// The calendar has no such day, or the surroundings do not tell what is left out.
    pub fn when(&self, around: Around) -> Result<When, Fault> {
        let [first, second, third] = self.numbers;
        match self.form {
            Form::Ymd => day(first as i32, second, third),
            Form::ShortYmd => day(in_full(first), second, third),
            Form::ShortYm => month(in_full(first), second),
            Form::Ym => month(first as i32, second),
            Form::Md => around
                .year_of(first)
                .ok_or(Fault::NoYear)
                .and_then(|y| day(y, first, second))
                .or_else(|f| impossible_anyway(f, first, second)),
            Form::M => around.year_of(first).ok_or(Fault::NoYear).and_then(|y| month(y, first)),
            Form::D => match around {
                Around { year: Some(y), month: Some(m), .. } => day(y, m, first),
                Around { year: None, month: Some(_), .. } => Err(Fault::NoYear),
                _ => Err(Fault::NotADate),
            },
        }
    }

    /// Whether the text is the date and nothing more.
    pub fn is_all(&self) -> bool {
        leftover_is_harmless(&self.rest)
    }
}

/// A year of two digits: nobody plans for 2060, and nobody joined before 1950 who still comes.
fn in_full(year: u32) -> i32 {
    year as i32 + if year > 50 { 1900 } else { 2000 }
}

/// A bare number in a date's place: a day of the month, Excel's serial, `20260305`, `202603`, or `3.5` for 3月5日.
pub fn from_number(number: f64, around: Around) -> Result<When, Fault> {
    let whole = number.fract() == 0.0;
    match number {
        n if whole && (1.0..=31.0).contains(&n) => match around {
            Around { year: Some(y), month: Some(m), .. } => day(y, m, n as u32),
            Around { year: None, month: Some(_), .. } => Err(Fault::NoYear),
            _ => Err(Fault::NotADate),
        },
        n if (20_000.0..80_000.0).contains(&n) => {
            serial(n).filter(|d| YEARS.contains(&d.year())).map(When::Day).ok_or(Fault::Impossible)
        }
        n if whole && (190_001.0..=209_912.0).contains(&n) => month((n / 100.0) as i32, n as u32 % 100),
        n if whole && (19_000_101.0..=20_991_231.0).contains(&n) => {
            day((n / 10_000.0) as i32, n as u32 / 100 % 100, n as u32 % 100)
        }
        n if !whole && (1.0..13.0).contains(&n) => month_point_day(n, around),
        n if (1_900.0..2_100.0).contains(&n) && !whole => {
            let m = ((n.fract() * 100.0).round()) as u32;
            if m.is_multiple_of(10) && m == 10 {
                Err(Fault::TwoWays)
            } else if m.is_multiple_of(10) {
                month(n.trunc() as i32, m / 10)
            } else {
                month(n.trunc() as i32, m)
            }
        }
        _ => Err(Fault::NotADate),
    }
}

/// Excel's serial day (1900 system) as a date.
pub fn serial(number: f64) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number.trunc() as u64))
}

/// The number 3.5 stands for 3月5日; 3.1 for 3月1日 or 3月10日, which cannot be told apart.
fn month_point_day(number: f64, around: Around) -> Result<When, Fault> {
    let hundredths = (number.fract() * 100.0).round() as u32;
    let d = match hundredths {
        10 | 20 | 30 => return Err(Fault::TwoWays),
        h if h % 10 == 0 => h / 10,
        h => h,
    };
    around.year_of(number.trunc() as u32).ok_or(Fault::NoYear).and_then(|y| day(y, number.trunc() as u32, d))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Ymd,
    ShortYm,
    ShortYmd,
    Ym,
    Md,
    M,
    D,
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

/// The span of the date within the text: from its first captured group to the end of the match,
/// less a last character that only served as a boundary.
fn whole(captures: &Captures) -> (usize, usize) {
    let all = captures.get(0).unwrap();
    let last = captures.iter().flatten().last().unwrap();
    let tail = &all.as_str()[last.end() - all.start()..];
    let kept = if tail.starts_with(['日', '号', '月', '份']) { tail.len() } else { 0 };
    (captures.get(1).unwrap().start(), last.end() + kept)
}

/// `2026-03-05 14:30:00` without its time, which would run on from the day once spaces are gone.
fn without_clock(text: &str) -> Cow<'_, str> {
    static CLOCK: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(\d)[\sT]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?").unwrap());
    // Its space lost, where the day has two digits.
    static RUN_ON: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(\d{4}[-./]\d{2}[-./]\d{2})\d{1,2}[:：]\d{2}(?:[:：]\d{2})?").unwrap());
    if !text.contains([':', '：']) {
        return Cow::Borrowed(text);
    }
    match CLOCK.replace_all(text, "$1 ") {
        Cow::Borrowed(text) => RUN_ON.replace_all(text, "$1 "),
        told => told,
    }
}

fn plain_number(squashed: &str) -> Option<f64> {
    squashed.parse().ok().filter(|n: &f64| n.is_finite())
}

/// Chinese numerals before 年, 月, 日 and 号 as digits.
fn arabic(squashed: &str) -> String {
    static NUMERALS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([〇零○一二三四五六七八九十廿]+)([年月日号])").unwrap());
    if !squashed.contains(['年', '月', '日', '号']) {
        return squashed.to_string();
    }
    NUMERALS
        .replace_all(squashed, |c: &Captures| match chinese_number(&c[1]) {
            Some(number) if (c[2] != *"年") || number > 1000 => format!("{number}{}", &c[2]),
            _ => c[0].to_string(),
        })
        .into_owned()
}

/// Drops a time of day and the end of a span of days: `14:30`, `上午9时`, `-6日`, `至3月7日`.
fn trim_time(rest: &str) -> String {
    static TIME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:[-~—至到、](?:\d{1,2}月)?\d{1,2}[日号])|(?:T?\d{1,2}[:：]\d{2}(?::\d{2})?(?:\.\d+)?)|(?:[-~—至到](?:$))|\d{1,2}[时点](?:\d{1,2}分|半|整)?|[上下中]午|晚上|早上|全天").unwrap()
    });
    TIME.replace_all(rest, "").trim_start_matches(['-', '~', '—', ',', '，', '、', ':', '.']).to_string()
}

fn take_weekday(text: &str) -> (Option<Weekday>, String) {
    static WEEKDAY: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[(\[]?(?:周|星期|礼拜)([一二三四五六日天])[)\]]?").unwrap());
    match WEEKDAY.captures(text) {
        None => (None, text.to_string()),
        Some(c) => {
            let index = "一二三四五六日天".chars().position(|d| c[1].starts_with(d)).unwrap_or(0).min(6);
            (Weekday::try_from(index as u8).ok(), text.replacen(&c[0], "", 1))
        }
    }
}

fn leftover_is_harmless(rest: &str) -> bool {
    rest.chars().all(|c| c.is_ascii_punctuation() || "()—、，。召开举行左右".contains(c))
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
            ("210002", MARCH, Fault::NotADate),
            ("3月5日", unknown, Fault::NoYear),
            ("3月", unknown, Fault::NoYear),
            ("5", unknown, Fault::NotADate),
            ("待定", MARCH, Fault::NotADate),
            ("", MARCH, Fault::NotADate),
            ("67%", MARCH, Fault::NotADate),
        ] {
            assert_eq!(parse(text, around), Err(fault), "{text}");
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
            ("12日 党小组会（第一党小组）", "2026-03-12", "党小组会(第一党小组)"),
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
