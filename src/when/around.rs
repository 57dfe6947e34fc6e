//! The year and the month that titles and names give to the dates below them.

use std::sync::LazyLock;

use regex::Regex;

use super::written::arabic;
use crate::text::{pattern, squash};

/// The year and month that surround a text: from the title, the sheet's name, the file's, the folder's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Around {
    pub year: Option<i32>,
    pub month: Option<u32>,
    /// Where two years are named, `2025年12月—2026年1月`: the month from which on a month is of the first.
    pub rolls_over: Option<u32>,
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
            pattern(r"(?:^|\D)((?:19|20)\d\d)(?:\D|$|(?:0[1-9]|1[0-2])(?:\D|$|[0-3]\d(?:\D|$)))")
        });
        static SHORT_YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\D)(\d\d)年"));
        static MONTH: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|\D)(1[0-2]|0?[1-9])月(?:份|\D|$)"));
        static MONTH_SPAN: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"\d{1,2}(?:月份?)?[-~—至到、]\d{1,2}月"));
        static YEAR_MONTH: LazyLock<Regex> = LazyLock::new(|| {
            pattern(r"(?:^|\D)(?:19|20)\d\d[-._/]?(0[1-9]|1[0-2]|[1-9])(?:\D|$|[0-3]\d(?:\D|$))")
        });
        let plain = arabic(&squash(text));
        let number = |re: &Regex| re.captures(&plain).and_then(|c| c.get(1)?.as_str().parse::<i32>().ok());
        let year = number(&YEAR)
            .or_else(|| number(&SHORT_YEAR).map(|y| 2000 + y))
            .filter(|y| (1949..=2099).contains(y));
        if let Some(years) = several_years(&plain) {
            return years;
        }
        let spans = plain.contains(['-', '~', '—', '至', '到', '、']) && MONTH_SPAN.is_match(&plain);
        let month = if spans { None } else { number(&MONTH).or_else(|| number(&YEAR_MONTH)) };
        Around { year, month: month.map(|m| m as u32), rolls_over: None }
    }
}

/// A text that names two years tells the year of a month only where it says in which month the first begins.
fn several_years(plain: &str) -> Option<Around> {
    static YEARS_NAMED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?:^|\D)((?:19|20)\d\d)(?:[年./](1[0-2]|0?[1-9])月?)?"));
    // Most texts name one year at most.
    if plain.matches("20").count() + plain.matches("19").count() < 2 {
        return None;
    }
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
