//! What the header over a column says of the session that the column stands for.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::outline::SessionHead;
use super::view::{Filled, View};
use crate::book::Value;
use crate::text::{Text, is_han, pattern};
use crate::vocabulary::Concept;
use crate::when::{self, Around, Fault, When};

/// Whether a cell can head the column of a session: a date, a month, a day, or a kind of meeting.
pub fn heads_a_session(view: &View, row: u32, f: &Filled) -> bool {
    match view.sheet.value(row, f.col) {
        Value::Date(_) => true,
        Value::Number(n) => n.fract() != 0.0 || (1.0..=31.0).contains(n) || *n > 20_000.0,
        _ => f.heads_a_session(view.vocabulary),
    }
}

/// A day of the sheet's month right before the kind or behind it, `19主题党日`, `主题党日19`; but `1党课 | 2主题党日` and `党课1 |
/// 主题党日1 | 党课2` only number the sessions. `all` are the texts that say of which session each row or column is.
pub fn day_beside_kind<'t>(
    view: &View,
    all: impl FnOnce() -> Vec<Text>,
    text: &'t str,
) -> Option<(u8, &'t str)> {
    let is_day = |(day, kind): &(u8, &str)| {
        (1..=31).contains(day) && !view.as_word(kind).session(view.vocabulary).kinds.is_empty()
    };
    if let Some(before) = number_before(text).filter(is_day) {
        let all = all();
        let mut numbers =
            all.iter().filter_map(|text| number_before(text)).map(|(number, _)| number).zip(1..);
        return numbers.any(|(number, place)| number != place).then_some(before);
    }
    let behind = number_behind(text).filter(is_day)?;
    let all = all();
    let numbers: Vec<u8> =
        all.iter().filter_map(|text| number_behind(text)).filter(is_day).map(|(number, _)| number).collect();
    // Two groups meet on the same day.
    let rises = numbers.windows(2).all(|pair| pair[0] <= pair[1]);
    let last = usize::from(*numbers.last()?);
    (rises && last > numbers.len() && !only_count(&all)).then_some(behind)
}

/// Whether the numbers behind the kinds of a row only count them, each kind from 1 on.
pub fn only_numbers(view: &View, row: u32) -> bool {
    only_count(&heads_of(view, row))
}

/// The texts of a row of headings, as many as are looked at.
fn heads_of(view: &View, row: u32) -> Vec<Text> {
    view.filled(row).iter().take(MOST_NUMBERED).map(|f| f.text.clone()).collect()
}

fn only_count(all: &[Text]) -> bool {
    let mut counts: HashMap<&str, u8> = HashMap::new();
    all.iter().filter_map(|text| number_behind(text)).all(|(number, kind)| {
        let count = counts.entry(kind).or_default();
        *count += 1;
        *count == number
    })
}

/// A number at the end of a text, in brackets or not, and what stands before it.
fn number_behind(text: &str) -> Option<(u8, &str)> {
    let in_brackets = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
    let (kind, number) = in_brackets
        .unwrap_or_else(|| text.split_at(text.trim_end_matches(|c: char| c.is_ascii_digit()).len()));
    let kind = kind.trim_end_matches(SEPARATORS);
    Some((number.parse().ok()?, kind)).filter(|_| kind.ends_with(|c: char| is_han(c) || c == ')'))
}

/// A number at the beginning of a text, and what stands behind it.
fn number_before(text: &str) -> Option<(u8, &str)> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = text[..text.len() - rest.len()].parse().ok()?;
    // 3.5/党员大会 and 3/5党员大会 begin with a day, not with a number.
    let kind = rest.strip_prefix(SEPARATORS).unwrap_or(rest);
    Some((number, kind)).filter(|_| kind.starts_with(is_han))
}

/// What may stand between a number and a kind.
const SEPARATORS: [char; 6] = ['、', ' ', ':', ',', '/', '·'];

/// What a heading says beside its day, without the number of the session: nothing of `第1次（）` and of `（第1次）`.
fn without_number(rest: &str) -> String {
    static NUMBER: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"\(?第?[\d一二三四五六七八九十]{1,3}(?:次|期|场)\)?|\(\)"));
    NUMBER.replace_all(rest, "").into_owned()
}

/// In so many cells of a row or a column it is looked whether they number the sessions.
pub const MOST_NUMBERED: usize = 40;

/// 一季度 in `一季度3.5` says less than the day.
fn without_span(rest: String) -> String {
    static SPAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:第?[一二三四1-4]季度|[上下]半年)$"));
    // Hardly any does, and every column is asked.
    let may_be_one = rest.ends_with(['度', '年']);
    if may_be_one && SPAN.is_match(&rest) { String::new() } else { rest }
}

/// Whether a text over a column is a word for such columns, 签到1, and no topic.
fn is_label(view: &View, text: &str) -> bool {
    !view.heading(text.trim_end_matches(|c: char| c.is_ascii_digit())).is_empty()
}

/// Reads the cells over a column, from top to bottom, as a session's date, kind, group and topic.
pub fn read(view: &View, cells: &[(u32, u32)], mut around: Around) -> Option<SessionHead> {
    let mut head = SessionHead {
        when: None,
        date_text: String::new(),
        date_row: cells[0].0,
        weekday_differs: false,
        kind_row: None,
        kinds: Vec::new(),
        group: String::new(),
        topic: String::new(),
    };
    for &(row, col) in cells {
        let text = view.text(row, col).to_string();
        if when::is_part_of_day(&text) || cells.len() > 1 && when::is_weekday(&text) {
            continue;
        }
        let day_known = matches!(head.when, Some(Ok(When::Day(_)) | Err(_)));
        let (found, mut rest, weekday) = match view.sheet.value(row, col) {
            Value::Date(day) => (Some(Ok(When::Day(*day))), String::new(), None),
            Value::Number(number) => (Some(when::from_number(*number, around)), String::new(), None),
            // What stood there was lost, or is not known yet: the day, most likely.
            _ if text.chars().all(|c| c == '?') => (Some(Err(Fault::NotADate)), text.clone(), None),
            _ if day_known => (None, text.clone(), None),
            // One column for two days: whose marks are of which, nobody can tell.
            _ if when::names_two_days(&text) => (Some(Err(Fault::TwoWays)), text.clone(), None),
            // With its spaces: `2026-03-05 09:00`.
            _ => {
                match view.word(row, col).date().map(|date| (date, without_span(without_number(&date.rest))))
                {
                    Some((date, rest))
                        if text.starts_with(|c: char| c.is_ascii_digit())
                            || !view.as_word(&rest).session(view.vocabulary).kinds.is_empty()
                            || rest.len() < 4 =>
                    {
                        (Some(date.when(around)), rest, date.weekday)
                    }
                    _ => match (text.parse::<f64>(), day_beside_kind(view, || heads_of(view, row), &text)) {
                        (Ok(number), _) => (Some(when::from_number(number, around)), String::new(), None),
                        (_, Some((day, kind))) if around.month.is_some() => {
                            (Some(when::from_number(day.into(), around)), kind.to_string(), None)
                        }
                        _ => (None, text.clone(), None),
                    },
                }
            }
        };
        if let Some(found) = found {
            // A month narrows what follows; a day ends the search.
            if let Ok(When::Month(month)) = found {
                around = Around::of(month.year, month.month);
            }
            if let (Ok(When::Day(day)), Some(weekday)) = (found, weekday) {
                head.weekday_differs = chrono::Datelike::weekday(&day) != weekday;
            }
            if !(found == Err(Fault::NotADate) && head.when.is_some()) {
                head.when = Some(found);
                head.date_text = text.clone();
                head.date_row = row;
            }
        }
        if found.is_none()
            && let Some(year) = view.word(row, col).around().year
        {
            // 2026年 over the days.
            let month = around.month.filter(|_| around.year == Some(year));
            around = Around { month, ..view.word(row, col).around() };
            if text.trim_end_matches('度').ends_with('年') {
                rest.clear();
            }
        }
        let words = view.as_word(&rest).session(view.vocabulary).clone();
        let had_kinds = !head.kinds.is_empty();
        // What stands below the kind is the topic, even where it mentions a kind.
        if had_kinds || words.kinds.is_empty() {
            // The end of a span of days is no topic.
            let says = rest.chars().count() >= 2 && rest.contains(char::is_alphabetic);
            if says && head.topic.is_empty() && !is_label(view, &rest) {
                head.topic = rest.clone();
            }
        } else {
            head.kinds = words.kinds;
            head.kind_row = Some(row);
            if words.rest.chars().count() >= 4 {
                head.topic = words.rest;
            }
        }
        if head.group.is_empty() {
            head.group = words.group;
        }
    }
    // 3月小计 sums a month up.
    let sums_up = |&(row, col): &(u32, u32)| {
        let rest = view.word(row, col).date().map(|date| view.heading(&date.rest)).unwrap_or_default();
        rest.contains(&Concept::Statistic)
    };
    if head.when.is_none_or(|when| when.is_ok_and(|when| when.day().is_none())) && cells.iter().any(sums_up) {
        return None;
    }
    let counts = |&(row, col): &(u32, u32)| !view.vocabulary.may_be_a_session(view.text(row, col));
    if head.when.is_none() && cells.iter().any(counts) {
        return None;
    }
    let meaningful = head.when.is_some_and(|w| w != Err(Fault::NotADate)) || !head.kinds.is_empty();
    meaningful.then_some(head)
}
