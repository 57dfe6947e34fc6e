//! Identity numbers: checked, used to derive birth and sex, never shown.

use chrono::{Datelike, NaiveDate};

/// What a valid identity number tells (GB 11643-1999).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    pub birth: NaiveDate,
    pub male: bool,
}

/// Checks length, date and check digit; the fault is told in Chinese.
pub fn check(number: &str) -> Result<Identity, &'static str> {
    let digits: Vec<u32> = number
        .chars()
        .map(|c| if c == 'X' || c == 'x' { Some(10) } else { c.to_digit(10) })
        .collect::<Option<_>>()
        .ok_or("含有不是数字的字符")?;
    let body = match digits.len() {
        18 => &digits[..17],
        15 => return fifteen(&digits),
        _ => return Err("不是18位"),
    };
    if body.contains(&10) {
        return Err("含有不是数字的字符");
    }
    let value = |range: std::ops::Range<usize>| digits[range].iter().fold(0, |sum, d| sum * 10 + d);
    let birth = NaiveDate::from_ymd_opt(value(6..10) as i32, value(10..12), value(12..14))
        .filter(|d| (1880..=2100).contains(&d.year()))
        .ok_or("其中的出生日期不存在")?;
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: [u32; 11] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2];
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(d, w)| d * w).sum();
    if CHECK[(sum % 11) as usize] != digits[17] {
        return Err("校验码不符，可能录错了一位");
    }
    Ok(Identity { birth, male: digits[16] % 2 == 1 })
}

fn fifteen(digits: &[u32]) -> Result<Identity, &'static str> {
    if digits.contains(&10) {
        return Err("含有不是数字的字符");
    }
    let value = |range: std::ops::Range<usize>| digits[range].iter().fold(0, |sum, d| sum * 10 + d);
    let birth = NaiveDate::from_ymd_opt(1900 + value(6..8) as i32, value(8..10), value(10..12))
        .ok_or("其中的出生日期不存在")?;
    Ok(Identity { birth, male: digits[14] % 2 == 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_checked() {
        for (number, expected) in [
            ("990101199101062449", Ok("1991-01-06 女")),
            ("99010119780426569X", Ok("1978-04-26 男")),
            ("990101199101062448", Err("校验码不符，可能录错了一位")),
            ("990101199113062449", Err("其中的出生日期不存在")),
            ("99010119910106244", Err("不是18位")),
            ("99010119910106A449", Err("含有不是数字的字符")),
            ("", Err("不是18位")),
        ] {
            let shown = check(number).map(|i| format!("{} {}", i.birth, if i.male { "男" } else { "女" }));
            assert_eq!(shown.as_deref().map_err(|e| *e), expected, "{number}");
        }
    }
}
