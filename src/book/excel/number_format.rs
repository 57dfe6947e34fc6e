//! Whether a format shows a number as a day, ECMA-376 part 1, 18.8.30 and 18.8.31.

use std::sync::LazyLock;

use calamine::{ExcelDateTime, ExcelDateTimeType};
use regex::Regex;

use crate::book::Value;

/// Excel knows as many days, up to the last of the year 9999.
const DAYS: f64 = 2_958_466.0;

/// How a number is shown.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    #[default]
    Number,
    /// A day, a time of day, or both.
    Moment,
    /// Hours, minutes or seconds that have passed, in days.
    Duration,
}

impl Shown {
    /// By a format that is built in and has a number only; 27 to 36 and 50 to 58 are the Chinese ones.
    pub fn by_number(number: usize) -> Self {
        match number {
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => Shown::Moment,
            46 => Shown::Duration,
            _ => Shown::Number,
        }
    }

    /// By a format's code, of which only the part for positive numbers counts.
    pub fn by_code(code: &str) -> Self {
        /// Letters that stand for themselves.
        static LITERAL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#""[^"]*"?|[\\_*]."#).ok());
        static ELAPSED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"(?i)\[(h+|m+|s+)\]").ok());
        /// A colour, a condition or a language.
        static ASIDE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\[[^\]]*\]|(?i)general").ok());
        let (Some(literal), Some(elapsed), Some(aside)) = (&*LITERAL, &*ELAPSED, &*ASIDE) else {
            return Shown::Number;
        };
        let code = literal.replace_all(code, "");
        let code = code.split(';').next().unwrap_or_default();
        if elapsed.is_match(code) {
            return Shown::Duration;
        }
        let letters = aside.replace_all(code, "").to_lowercase();
        if letters.contains(['y', 'm', 'd', 'h', 's']) { Shown::Moment } else { Shown::Number }
    }

    /// What a number stands for: a day without its time, a time of day as a text, or a number. `from_1904`: the book
    /// counts its days from then.
    pub fn value(self, number: f64, from_1904: bool) -> Value {
        if !number.is_finite() {
            return Value::Text(number.to_string().into());
        }
        // A cell far from any day keeps its number: to make a day of it would fail.
        if self != Shown::Moment || !(0.0..DAYS).contains(&number) {
            return Value::Number(number);
        }
        match ExcelDateTime::new(number, ExcelDateTimeType::DateTime, from_1904).as_datetime() {
            Some(moment) if number >= 1.0 => Value::Date(moment.date()),
            Some(moment) => Value::Text(moment.format("%H:%M").to_string().into()),
            None => Value::Number(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_no_day() {
        for number in [-1.0, 2_958_466.0, 1e9, f64::MAX] {
            assert_eq!(Shown::Moment.value(number, false), Value::Number(number));
            assert_eq!(Shown::Moment.value(number, true), Value::Number(number));
        }
        assert_eq!(Shown::Moment.value(f64::NAN, false), Value::Text("NaN".into()));
        assert!(matches!(Shown::Moment.value(2_958_465.0, true), Value::Date(_) | Value::Number(_)));
    }

    #[test]
    fn days_by_their_format() {
        for (code, shown) in [
            ("General", Shown::Number),
            ("0.00E+00", Shown::Number),
            ("@", Shown::Number),
            ("yyyy\"年\"m\"月\"d\"日\";@", Shown::Moment),
            ("[$-804]yyyy\"年\"m\"月\"", Shown::Moment),
            ("[DBNum1][$-804]m\"月\"d\"日\"", Shown::Moment),
            ("上午/下午h\"时\"mm\"分\"", Shown::Moment),
            ("h:mm AM/PM", Shown::Moment),
            ("[h]:mm:ss", Shown::Duration),
            ("[Blue]\\+[h]:mm;[Red]\\-[h]:mm", Shown::Duration),
            ("0.0\"小时 hours\"", Shown::Number),
            ("#,##0*y", Shown::Number),
            ("0_m", Shown::Number),
            ("0;yyyy", Shown::Number),
            ("[Red]0", Shown::Number),
            ("\"unclosed yyyy", Shown::Number),
        ] {
            assert_eq!(Shown::by_code(code), shown, "{code}");
        }
    }
}
