//! Months and quarters as plans name them: 3月, 第一季度, 上半年.

use std::sync::LazyLock;

use regex::Regex;

use crate::period::Month;
use crate::text::pattern;
use crate::when::{Around, When};

/// Where the year does not matter.
pub const ANY_YEAR: i32 = 2000;

/// The month that a text is, or the last one of the quarter, and whether it is a quarter.
pub fn read(squashed: &str, year: i32) -> Option<(Month, bool)> {
    // Most texts are too long, or speak of no month.
    if squashed.len() > LONGEST_SPAN * 3 || !squashed.contains(['月', '季', '年']) {
        return None;
    }
    if let Ok(When::Month(month)) =
        crate::when::parse(squashed, Around { year: Some(year), ..Around::default() })
    {
        return Some((month, false));
    }
    // 总结上半年工作 is what was done.
    let is_period =
        |c: char| c.is_ascii_digit() || "年度月份季第一二三四上下半全每长期常-~—－至到、,()".contains(c);
    let others = squashed.chars().filter(|c| !is_period(*c)).count();
    last_of_span(squashed, year).filter(|_| others <= 2).map(|last| (last, true))
}

/// Whether a text only says when in a month: 第一周, 上旬, 月底.
pub fn is_within_one(squashed: &str) -> bool {
    static WITHIN: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^(?:第?[一二三四五1-5](?:周|个?星期)|[上中下]旬|[上下]半月|月[初中末底])$")
    });
    WITHIN.is_match(squashed)
}

/// 2026年第一季度 is as long.
const LONGEST_SPAN: usize = 9;

/// The month by which a topic is to be done that has several: `1-3月`, `4月、5月`, `第二季度`, `上半年`, `全年`.
pub fn last_of_span(squashed: &str, year: i32) -> Option<Month> {
    static MONTHS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?:^|\D)(?:0?[1-9]|1[0-2])(?:月份?)?[-~—－至到、,](0?[1-9]|1[0-2])月"));
    static QUARTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"第?([一二三四1-4])季度"));
    let of_months = || MONTHS.captures_iter(squashed).last().and_then(|c| c[1].parse().ok());
    let of_quarter = || {
        let quarter = QUARTER.captures_iter(squashed).last()?[1].to_string();
        quarter.parse().ok().or_else(|| crate::text::chinese_number(&quarter)).map(|q: u32| q * 3)
    };
    let words =
        [("上半年", 6), ("下半年", 12), ("全年", 12), ("每月", 12), ("每季", 12), ("长期", 12), ("常年", 12)];
    let of_words = || words.iter().find(|(word, _)| squashed.contains(word)).map(|(_, month)| *month);
    of_months().or_else(of_quarter).or_else(of_words).map(|month| Month::new(year, month))
}
