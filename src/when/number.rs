//! Numbers in the place of a date.

use chrono::{Datelike, Days, NaiveDate};

use super::{Around, Fault, When, YEARS, day, month};

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
            let m = hundredths(n).ok_or(Fault::NotADate)?;
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

/// The two places behind the point; `None` where there are more.
fn hundredths(number: f64) -> Option<u32> {
    let (exact, rounded) = (number.fract() * 100.0, (number.fract() * 100.0).round());
    ((exact - rounded).abs() < 1e-6).then_some(rounded as u32)
}

/// The number 3.5 stands for 3月5日; 3.1 for 3月1日 or 3月10日, which cannot be told apart.
fn month_point_day(number: f64, around: Around) -> Result<When, Fault> {
    let d = match hundredths(number).ok_or(Fault::NotADate)? {
        10 | 20 | 30 => return Err(Fault::TwoWays),
        h if h % 10 == 0 => h / 10,
        h => h,
    };
    around.year_of(number.trunc() as u32).ok_or(Fault::NoYear).and_then(|y| day(y, number.trunc() as u32, d))
}
