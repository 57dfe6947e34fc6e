//! A date among the words of a text.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::Weekday;
use regex::{Captures, Regex, RegexSet};

use super::{Around, Fault, When, day, impossible_anyway, month};
use crate::text::{chinese_number, is_han, pattern, patterns, squash};

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
    /// Nothing stands before the date.
    pub leads: bool,
}

/// What 日 is misread as.
const LIKE_DAY: [char; 5] = ['曰', '目', '口', '囗', '旦'];

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

/// How dates are written, the surest first.
const FORMS: [(Form, &str); 16] = [
    (Form::Ymd, r"(\d{4})(?:年度?|[./-])(\d{1,2})月(\d{1,3})[日号]?"),
    (Form::Ymd, r"(?:^|\D)(\d{4})[-./\\、,](\d{1,2})[-./\\、,](\d{1,3})(?:日|号|\D|$)"),
    (Form::Ymd, r"(?:^|\D)(\d{4})[—–―](\d{1,2})[—–―](\d{1,3})(?:日|号|\D|$)"),
    (Form::Ymd, r"(?:^|\D)((?:19|20)\d\d)(\d\d)(\d\d)(?:\D|$)"),
    (Form::ShortYmd, r"(?:^|\D)(\d\d)年(\d{1,2})月(\d{1,3})[日号]?"),
    (Form::ShortYm, r"(?:^|\D)(\d\d)年(\d{1,2})月份?"),
    (Form::ShortYmd, r"(?:^|\D)(\d\d)[-./](\d{1,2})[-./](\d{1,2})(?:\D|$)"),
    (Form::Ym, r"(\d{4})年度?(\d{1,2})月份?"),
    (Form::Ym, r"(?:^|\D)((?:19|20)\d\d)[-./](\d{1,2})(?:月|\D|$)"),
    (Form::Ym, r"^((?:19|20)\d\d)(0[1-9]|1[0-2])$"),
    (Form::Md, r"(?:^|\D)(\d{1,2})月(\d{1,3})[日号]?"),
    // A span of days, 3.5-12 or 3.5-4.2: its first.
    (Form::Md, r"(?:^|\D)(\d{1,2})[./·](\d{1,2})-\d{1,2}(?:[./·]\d{1,2})?(?:\D|$)"),
    (Form::Md, r"(?:^|\D)(\d{1,2})[-./·](\d{1,2})(?:日|号|[^-./\d%月]|[-/]\D|$)"),
    // Only with its zero: 1201 may be a room.
    (Form::Md, r"^(0[1-9])([0-2]\d|3[01])(?:\D|$)"),
    (Form::M, r"(?:^|\D)(\d{1,2})月份?"),
    (Form::D, r"(?:^|\D)(\d{1,3})[日号]"),
];

impl Written {
    /// The first date in a text, wherever it stands.
    pub fn find(text: &str) -> Option<Written> {
        let plain = arabic(&squash(&parted(&without_clock(text))));
        // Every form has a figure; most texts have none.
        if !plain.contains(char::is_numeric) {
            return None;
        }
        // One pass tells which forms are there at all.
        static THERE: LazyLock<RegexSet> = LazyLock::new(|| patterns(FORMS.map(|(_, text)| text)));
        static EACH: LazyLock<[Regex; FORMS.len()]> = LazyLock::new(|| FORMS.map(|(_, text)| pattern(text)));
        let place = THERE.matches(&plain).iter().next()?;
        let (form, captures) = (FORMS[place].0, EACH[place].captures(&plain)?);
        // Three digits are no day, 011 no more than 311.
        let is_figure = |text: &&str| text.len() != 3 || !text.starts_with('0');
        let number = |i: usize| {
            let figure = captures.get(i).map(|m| m.as_str()).filter(is_figure);
            figure.and_then(|text| text.parse().ok()).unwrap_or(u32::MAX)
        };
        let (start, end) = whole(&captures);
        // 1-3月 and 1月至3月 are no month.
        static SPAN_BEFORE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d月?份?[-~—–―至到]$"));
        static SPAN_BEHIND: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[-~—–―至到]\d{1,2}月(?:份|\D|$)"));
        let is_span = || SPAN_BEFORE.is_match(&plain[..start]) || SPAN_BEHIND.is_match(&plain[end..]);
        if matches!(form, Form::M | Form::Ym | Form::ShortYm) && is_span() {
            return None;
        }
        let mut numbers = [number(1), number(2), number(3)];
        // 5月2曰 may be any day: the figure, too, was not read well. 5月2日7 may be 5月27日.
        let behind = &plain[end..];
        let is_figure_alone = (1..=2).contains(&behind.len()) && behind.chars().all(|c| c.is_ascii_digit());
        if behind.starts_with(LIKE_DAY) || plain[..end].ends_with(['日', '号']) && is_figure_alone {
            match form {
                Form::Md => numbers[1] = u32::MAX,
                Form::Ymd | Form::ShortYmd => numbers[2] = u32::MAX,
                _ => {}
            }
        }
        let (weekday, rest) = take_weekday(&format!("{}{}", &plain[..start], trim_time(&plain[end..])));
        Some(Written { form, numbers, weekday, rest, leads: start == 0 })
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

    /// Whether a year is written, in full.
    pub fn has_year(&self) -> bool {
        matches!(self.form, Form::Ymd | Form::Ym)
    }

    /// Whether a day is written, and not a month alone.
    pub fn is_day(&self) -> bool {
        matches!(self.form, Form::Ymd | Form::ShortYmd | Form::Md | Form::D)
    }

    /// Whether the text is a day and its month with words behind it: `3月5日学习党章`.
    pub fn heads_words(&self) -> bool {
        self.leads
            && matches!(self.form, Form::Ymd | Form::ShortYmd | Form::Md)
            && self.rest.chars().any(is_han)
    }

    /// Whether the text is the date and nothing more.
    pub fn is_all(&self) -> bool {
        leftover_is_harmless(&self.rest)
    }
}

/// Whether a text names two days that are no span: `3月5日、3月12日`, `3月5、12日`, `3月5日（原定3月2日）`, or `2日10日`, where a
/// 月 may have become a 日.
pub fn names_two_days(text: &str) -> bool {
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d{1,2}月\d{1,2}[日号]"));
    static RUN_ON: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d[日号]\d{1,2}日"));
    // 3月5、12日, 3.5、3.12
    static LISTED: LazyLock<Regex> = LazyLock::new(|| {
        let and = "[、,和及与]";
        pattern(&format!(
            r"月\d{{1,2}}[日号]?{and}\d{{1,2}}[日号]|^\d{{1,2}}[./]\d{{1,2}}{and}(?:\d{{1,2}}[./])?\d{{1,2}}[日号]?$"
        ))
    });
    let is_listed = text.contains(['、', ',', '，', '和', '及', '与']);
    if !is_listed && text.matches(['日', '号']).nth(1).is_none() {
        return false;
    }
    let plain = arabic(&squash(text));
    let days: Vec<_> = DAY.find_iter(&plain).collect();
    let is_span = |between: &str| {
        between.contains(['-', '~', '—', '–', '至', '到']) && !between.contains(['改', '延', '推', '调'])
    };
    let two = |pair: &[regex::Match]| {
        pair[0].as_str() != pair[1].as_str() && !is_span(&plain[pair[0].end()..pair[1].start()])
    };
    days.windows(2).any(two) || RUN_ON.is_match(&plain) || is_listed && LISTED.is_match(&plain)
}

/// A year of two digits: nobody plans for 2060, and nobody joined before 1950 who still comes.
fn in_full(year: u32) -> i32 {
    year as i32 + if year > 50 { 1900 } else { 2000 }
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
        LazyLock::new(|| pattern(r"(\d)[\sT]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?"));
    // Its space lost, where the day has two digits.
    static RUN_ON: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(\d{4}[-./]\d{2}[-./]\d{2})\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"));
    if !text.contains([':', '：']) {
        return Cow::Borrowed(text);
    }
    match CLOCK.replace_all(text, "$1 ") {
        Cow::Borrowed(text) => RUN_ON.replace_all(text, "$1 "),
        told => told,
    }
}

/// A figure behind a day and a space is none of the day's: `6.6 6月主题党日`.
fn parted(text: &str) -> Cow<'_, str> {
    static PARTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\d[./-]\d{1,2})\s+(\d)"));
    if !text.trim().contains(char::is_whitespace) {
        return Cow::Borrowed(text);
    }
    PARTED.replace_all(text, "$1;$2")
}

/// Chinese numerals before 年, 月, 日 and 号 as digits.
pub(super) fn arabic(squashed: &str) -> String {
    static NUMERALS: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"([〇零○一二三四五六七八九十廿]+)([年月日号])"));
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
        pattern(
            r"^(?:[-~—至到、](?:\d{1,2}月)?\d{1,2}[日号])|(?:T?\d{1,2}[:：]\d{2}(?::\d{2})?(?:\.\d+)?)|(?:[-~—至到](?:$))|\d{1,2}[时点](?:\d{1,2}分|半|整)?|[上下中]午|晚上|早上|全天",
        )
    });
    TIME.replace_all(rest, "").trim_start_matches(['-', '~', '—', ',', '，', '、', ':', ';', '.']).to_string()
}

pub(super) fn take_weekday(text: &str) -> (Option<Weekday>, String) {
    static WEEKDAY: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"[(\[]?(?:周|星期|礼拜)([一二三四五六日天])[)\]]?"));
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
