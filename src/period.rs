//! The stretch of months that figures are for.

use std::fmt;
use std::str::FromStr;

/// A calendar month; ordered, and countable as months since year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

/// A month, quarter, half-year or year: `2026-03`, `2026Q1`, `2026H1`, `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    pub first: Month,
    /// 1, 3, 6 or 12.
    pub length: u32,
}

impl Month {
    pub fn new(year: i32, month: u32) -> Self {
        Month { year, month }
    }

    /// Months since year 0; for comparing and stepping.
    pub fn index(self) -> i32 {
        self.year * 12 + self.month as i32 - 1
    }

    pub fn from_index(index: i32) -> Self {
        Month { year: index.div_euclid(12), month: index.rem_euclid(12) as u32 + 1 }
    }
}

impl Period {
    pub fn month(month: Month) -> Self {
        Period { first: month, length: 1 }
    }

    pub fn last(self) -> Month {
        Month::from_index(self.first.index() + self.length as i32 - 1)
    }

    pub fn contains(self, month: Month) -> bool {
        (self.first..=self.last()).contains(&month)
    }

    pub fn months(self) -> impl Iterator<Item = Month> {
        (self.first.index()..=self.last().index()).map(Month::from_index)
    }

    /// The calendar quarters that lie wholly inside the period, each as its three months.
    pub fn quarters(self) -> Vec<Period> {
        (self.first.index()..=self.last().index())
            .filter(|i| i.rem_euclid(3) == 0)
            .map(|i| Period { first: Month::from_index(i), length: 3 })
            .filter(|q| q.last() <= self.last())
            .collect()
    }

    /// The period of the same length just before this one.
    pub fn before(self) -> Period {
        Period { first: Month::from_index(self.first.index() - self.length as i32), length: self.length }
    }

    /// The same months a year earlier.
    pub fn last_year(self) -> Period {
        Period { first: Month::new(self.first.year - 1, self.first.month), length: self.length }
    }

    /// From January to the period's last month.
    pub fn year_to_date(self) -> std::ops::RangeInclusive<Month> {
        Month::new(self.first.year, 1)..=self.last()
    }

    /// In words, for headings: `2026年第一季度`.
    pub fn chinese(self) -> String {
        let Month { year, month } = self.first;
        match self.length {
            1 => format!("{year}年{month}月"),
            3 => format!("{year}年第{}季度", ["一", "二", "三", "四"][((month - 1) / 3) as usize]),
            6 => format!("{year}年{}半年", if month == 1 { "上" } else { "下" }),
            _ => format!("{year}年"),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Month { year, month } = self.first;
        match self.length {
            1 => write!(f, "{}", self.first),
            3 => write!(f, "{year:04}Q{}", (month - 1) / 3 + 1),
            6 => write!(f, "{year:04}H{}", (month - 1) / 6 + 1),
            _ => write!(f, "{year:04}"),
        }
    }
}

/// The text was none of `2026-03`, `2026Q1`, `2026H1`, `2026`.
#[derive(Debug, Clone, thiserror::Error)]
#[error("看不懂时间范围“{0}”。请写成 2026-03（月）、2026Q1（季度）、2026H1（半年）或 2026（全年）。")]
pub struct BadPeriod(String);

impl FromStr for Period {
    type Err = BadPeriod;

    fn from_str(text: &str) -> Result<Self, BadPeriod> {
        let bad = || BadPeriod(text.to_string());
        let upper = crate::text::squash(text).to_uppercase();
        let year: i32 = upper
            .get(..4)
            .and_then(|y| y.parse().ok())
            .filter(|y| (1921..=2999).contains(y))
            .ok_or_else(bad)?;
        let rest = &upper[4..];
        let (first, length) = match rest.chars().next() {
            None => (1, 12),
            Some('Q') => {
                (rest[1..].parse::<u32>().ok().filter(|q| (1..=4).contains(q)).ok_or_else(bad)? * 3 - 2, 3)
            }
            Some('H') => {
                (rest[1..].parse::<u32>().ok().filter(|h| (1..=2).contains(h)).ok_or_else(bad)? * 6 - 5, 6)
            }
            Some('-') => (rest[1..].parse::<u32>().ok().filter(|m| (1..=12).contains(m)).ok_or_else(bad)?, 1),
            Some(_) => return Err(bad()),
        };
        Ok(Period { first: Month::new(year, first), length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_back() {
        for (text, first, last, words) in [
            ("2026-03", "2026-03", "2026-03", "2026年3月"),
            ("2026Q1", "2026-01", "2026-03", "2026年第一季度"),
            ("2026q4", "2026-10", "2026-12", "2026年第四季度"),
            ("2026H2", "2026-07", "2026-12", "2026年下半年"),
            ("2026", "2026-01", "2026-12", "2026年"),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(
                (period.first.to_string(), period.last().to_string(), period.chinese()),
                (first.into(), last.into(), words.to_string())
            );
            assert_eq!(period.to_string(), text.to_uppercase());
        }
        for text in ["", "26Q1", "2026Q5", "2026-13", "2026-00", "2026X", "三月", "2026Q"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn whole_quarters_only() {
        let quarters = |text: &str| {
            text.parse::<Period>().unwrap().quarters().iter().map(Period::to_string).collect::<Vec<_>>()
        };
        assert_eq!(quarters("2026-03"), Vec::<String>::new());
        assert_eq!(quarters("2026H1"), ["2026Q1", "2026Q2"]);
    }
}
