//! Comparing text as people do: width, compatibility forms and stray spaces do not matter.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use pinyin::ToPinyin;
use regex::{Captures, Regex, RegexSet};
use unicode_normalization::UnicodeNormalization;

/// A text that many records share: copying it copies no characters.
pub type Text = Arc<str>;

/// NFKC with line breaks kept as spaces: what a person reads in the cell.
pub fn tidy(text: &str) -> String {
    let flat: String = uncircled(text).nfkc().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    flat.trim_matches(|c: char| c == ' ' || is_invisible(c)).to_string()
}

/// The form in which wordings and names are compared: NFKC, without any space or invisible mark.
/// `张　 三` and `张三` are the same, `张伟（大）` is `张伟(大)`.
pub fn squash(text: &str) -> String {
    // Most texts are plain already, and this is asked of every cell.
    if text
        .chars()
        .all(|c| matches!(c, '\u{4e00}'..='\u{9fff}' | '0'..='9' | 'A'..='Z' | 'a'..='z' | '√' | '×'))
    {
        return text.to_string();
    }
    uncircled(text).nfkc().filter(|&c| !c.is_whitespace() && !is_invisible(c)).collect()
}

/// `①3月5日` as `(1)3月5日`: NFKC would make `13月5日` of it.
fn uncircled(text: &str) -> Cow<'_, str> {
    const CIRCLED: [(char, u32, u32); 4] = [('①', 20, 1), ('❶', 10, 1), ('㉑', 15, 21), ('㊱', 15, 36)];
    let number = |c: char| {
        let within = |(first, count, from): (char, u32, u32)| {
            (c as u32).checked_sub(first as u32).filter(|n| *n < count).map(|n| from + n)
        };
        CIRCLED.into_iter().find_map(within)
    };
    let is_circled = |c| matches!(c, '①'..='⑳' | '❶'..='❿' | '㉑'..='㉟' | '㊱'..='㊿');
    if !text.contains(is_circled) {
        return Cow::Borrowed(text);
    }
    let plain = |c: char| number(c).map_or_else(|| c.to_string(), |n| format!("({n})"));
    Cow::Owned(text.chars().map(plain).collect())
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{2060}' | '\u{ad}' | '\u{fe0e}' | '\u{fe0f}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whether a character is a Chinese one, the rare extensions included.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '〇')
}

/// A field that people fill with a stroke or a word for “nothing”.
pub fn is_nothing(squashed: &str) -> bool {
    matches!(
        squashed,
        "" | "无"
            | "没有"
            | "暂无"
            | "/"
            | "\\"
            | "-"
            | "--"
            | "—"
            | "——"
            | "―"
            | "－"
            | "N/A"
            | "n/a"
            | "NA"
            | "空"
            | "*"
    )
}

/// A text without the number of its item: `姓名` of `1.姓名` and of `一、姓名`.
pub fn unnumbered(squashed: &str) -> &str {
    let is_numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    match squashed.split_once(['、', '.']) {
        Some((number, rest))
            if number.chars().all(is_numeral) && (1..=2).contains(&number.chars().count()) =>
        {
            rest
        }
        _ => squashed,
    }
}

/// Runs of Chinese numerals read as a number: `十二` 12, `二十五` 25, `二〇二六` 2026, `〇` 0.
pub fn chinese_number(text: &str) -> Option<u32> {
    let digit = |c: char| {
        "〇一二三四五六七八九"
            .chars()
            .position(|d| d == c || (d == '〇' && matches!(c, '零' | '○' | 'O' | '0')))
            .map(|d| d as u32)
    };
    if text.is_empty() {
        return None;
    }
    if !text.contains(['十', '廿', '卅']) {
        return text.chars().try_fold(0u32, |sum, c| Some(sum.checked_mul(10)? + digit(c)?));
    }
    let expanded = text.replace('廿', "二十").replace('卅', "三十");
    let (tens, ones) = expanded.split_once('十')?;
    let tens = if tens.is_empty() { 1 } else { single(tens, digit)? };
    let ones = if ones.is_empty() { 0 } else { single(ones, digit)? };
    Some(tens * 10 + ones)
}

/// A number below 100 in Chinese, as names have it: 12 `十二`. Larger ones in digits.
pub fn chinese_ordinal(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match number {
        0 => "〇".into(),
        n @ 1..=9 => DIGITS[n as usize].into(),
        10 => "十".into(),
        n @ 11..=19 => format!("十{}", DIGITS[(n - 10) as usize]),
        n @ 20..=99 => format!("{}十{}", DIGITS[(n / 10) as usize], DIGITS[(n % 10) as usize]),
        n => n.to_string(),
    }
}

fn single(text: &str, digit: impl Fn(char) -> Option<u32>) -> Option<u32> {
    let mut chars = text.chars();
    let value = digit(chars.next()?)?;
    chars.next().is_none().then_some(value)
}

/// What may stand behind a number: 学时, 小时, 分钟, 积分, 人次, 左右.
const UNITS: &str = "学课小时分钟点积个人名位次天日月年篇节期章讲本元件项户票岁届左右整多余";

/// Text as a plain number: thousands separators and a trailing unit word allowed (`1,066`, `2小时`, `95分`). A comma
/// that parts no thousands may stand for a point: `1,5` is no number.
pub fn number(text: &str) -> Option<f64> {
    let squashed = squash(text);
    let bare = squashed.trim_end_matches(|c: char| UNITS.contains(c));
    let whole = bare.split('.').next().unwrap_or_default();
    let parts_thousands = whole.split(',').skip(1).all(|part| part.len() == 3);
    if !parts_thousands || bare[whole.len()..].contains(',') {
        return None;
    }
    let value: f64 = bare.replace(',', "").parse().ok()?;
    value.is_finite().then_some(value)
}

/// How a text sounds, without tones: what an input method confuses. `主体` and `主题` sound alike.
pub fn sound(text: &str) -> String {
    let syllable = |c: char| c.to_pinyin().map_or_else(|| c.to_string(), |p| p.plain().to_string());
    text.chars().map(syllable).collect::<Vec<_>>().join(" ")
}

/// How a text looks: characters that are mistaken for each other in handwriting and on scans count as one.
/// `末` and `未` look alike. The groups stand in `templates/lookalikes.txt`, a line each.
pub fn shape(text: &str) -> String {
    static FIRST: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let pairs = |group: &'static str| {
            let first = group.chars().next();
            group.chars().filter_map(move |c| Some((c, first?)))
        };
        include_str!("../templates/lookalikes.txt").lines().flat_map(pairs).collect()
    });
    text.chars().map(|c| FIRST.get(&c).copied().unwrap_or(c)).collect()
}

/// A number with its middle hidden, as the only form in which it may be shown.
pub fn mask(number: &str) -> String {
    let chars: Vec<char> = number.chars().collect();
    let shown = |i: usize| i < 3 || i + 2 >= chars.len();
    chars.iter().enumerate().map(|(i, c)| if shown(i) { *c } else { '*' }).collect()
}

/// A text in which every run of digits as long as an identity number or a phone is masked.
pub fn veil(text: &str) -> String {
    static LONG: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d{15,}[Xx]?|\b1\d{10}\b"));
    LONG.replace_all(text, |found: &Captures| mask(&found[0])).into_owned()
}

/// A pattern of this program's own. `\d` is one of 0 to 9: other digits are none once a text is squashed, and a table of
/// every script's makes a pattern slow to build and to follow.
pub fn pattern(text: &str) -> Regex {
    Regex::new(&ascii(text)).expect("a pattern of this program's own")
}

/// Patterns as [`pattern`] makes each, looked for all at once.
pub fn patterns<const N: usize>(texts: [&str; N]) -> RegexSet {
    RegexSet::new(texts.map(ascii)).expect("patterns of this program's own")
}

fn ascii(text: &str) -> String {
    text.replace(r"\d", "[0-9]").replace(r"\D", "[^0-9]")
}

/// Half away from zero, as Excel's ROUND does.
pub fn round(value: f64, decimals: i32) -> f64 {
    let factor = 10f64.powi(decimals);
    // A hair is added so that 0.285, stored as 0.28499…, rounds as a person expects.
    (value * factor + value.signum() * 1e-9).round() / factor
}

/// A fraction of one in per cent, to one decimal: `87.5%`.
pub fn percent(value: f64) -> String {
    format!("{:.1}%", value * 100.0)
}

/// A number to at most two decimals, without trailing zeros.
pub fn plain(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_width_do_not_matter() {
        for (a, b) in [
            ("张　 三", "张三"),
            ("张伟（大）", "张伟(大)"),
            ("姓\n名", "姓名"),
            ("３月", "3月"),
            ("√\u{fe0f}", "√"),
        ] {
            assert_eq!(squash(a), squash(b));
        }
    }

    #[test]
    fn identity_numbers_and_phones_are_masked() {
        for (text, shown) in [
            ("990101199101062449", "990*************49"),
            ("号99010119780426569X", "号990*************9X"),
            ("13900001234，3月5日", "139******34，3月5日"),
            ("20260305", "20260305"),
        ] {
            assert_eq!(veil(text), shown);
        }
    }

    #[test]
    fn chinese_numerals() {
        for (text, value) in [
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("二十五", 25),
            ("三十一", 31),
            ("二〇二六", 2026),
            ("五", 5),
            ("廿五", 25),
        ] {
            assert_eq!(chinese_number(text), Some(value), "{text}");
        }
        for text in ["", "十十", "百", "张"] {
            assert_eq!(chinese_number(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_with_units() {
        for (text, value) in [
            ("1,066", Some(1066.0)),
            ("1,234,567.5", Some(1_234_567.5)),
            ("1，5", None),
            ("12,34", None),
            ("1.5,0", None),
            ("2小时", Some(2.0)),
            (" 1.5 ", Some(1.5)),
            ("约2", None),
            ("", None),
            ("inf", None),
        ] {
            assert_eq!(number(text), value, "{text}");
        }
    }
}
