//! Columns of days and of the time of the day.

use std::sync::LazyLock;

use regex::Regex;

use crate::book::Value;
use crate::reading::lexicon::Word;
use crate::reading::outline::{Column, Table};
use crate::reading::view::View;
use crate::text::{is_nothing, pattern};
use crate::vocabulary::Concept;

/// `14:55`, 下午3点.
pub fn is_time_of_day(text: &str) -> bool {
    static CLOCK: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:[上下]午|早上|晚上)?\d{1,2}[:时点](?:\d{1,2}分?)?(?::\d{2})?$"));
    CLOCK.is_match(text)
}

/// Whether a column of dates holds more than the time of the day: 签到时间 may only say when somebody signed.
fn tells_days_in(view: &View, table: &Table, col: u32) -> bool {
    let mut texts = table.data().map(|row| view.text(row, col)).filter(|t| !is_nothing(t)).peekable();
    // 请假 in place of a time is no day.
    let is_word = |text: &str| text.parse::<f64>().is_err() && view.vocabulary.mark(text).is_some();
    texts.peek().is_none() || texts.any(|text| !is_time_of_day(text) && !is_word(text))
}

/// A column of dates, and not only of when in the day somebody signed.
pub fn tells_days(view: &View, table: &Table) -> bool {
    let columns = [Concept::Date, Concept::Month].into_iter().flat_map(|c| table.all(c));
    columns.into_iter().any(|c| tells_days_in(view, table, c.index))
}

/// Beside a column of days, one of times of the day is a mark of those who signed, where there is no other.
pub(super) fn clocks(view: &View, table: &mut Table) {
    let dates: Vec<u32> = table.all(Concept::Date).iter().map(|c| c.index).collect();
    let (days, clocks): (Vec<u32>, Vec<u32>) =
        dates.into_iter().partition(|col| tells_days_in(view, table, *col));
    if days.is_empty() || clocks.is_empty() || !table.has(Concept::Name) {
        return;
    }
    let sort = if table.has(Concept::Mark) { Concept::Other } else { Concept::Mark };
    for column in table.columns.iter_mut().filter(|c| clocks.contains(&c.index)) {
        column.concepts = vec![sort];
    }
}

/// Whether a column holds days and nothing else in these rows; `None` where it holds nothing.
pub fn holds_days(view: &View, rows: impl Iterator<Item = u32>, col: u32) -> Option<bool> {
    let is_day = |row: u32| {
        let is_date = matches!(view.sheet.value(row, col), Value::Date(_));
        is_date || view.word(row, col).date().is_some_and(|date| date.is_all())
    };
    let mut said = rows.filter(|row| !is_nothing(view.text(*row, col))).peekable();
    said.peek()?;
    Some(said.all(is_day))
}

/// 年 or 月 over nothing but whole days, where no other column has them, heads days.
pub(super) fn whole(view: &View, table: &mut Table) {
    let is_part = |c: &&mut Column| matches!(c.concepts.first(), Some(Concept::Year | Concept::Month));
    if table.has(Concept::Date) {
        return;
    }
    let rows: Vec<u32> = table.data().collect();
    let is_day = |row: u32, col: u32| match view.sheet.value(row, col) {
        Value::Date(_) => true,
        _ => view.word(row, col).date().is_some_and(|date| date.is_day() && date.is_all()),
    };
    for column in table.columns.iter_mut().filter(|c| c.session.is_none()).filter(is_part) {
        let mut said = rows.iter().filter(|row| !is_nothing(view.text(**row, column.index))).peekable();
        if said.peek().is_some() && said.all(|row| is_day(*row, column.index)) {
            (column.concepts, column.by_content) = (vec![Concept::Date], true);
            return;
        }
    }
}

/// `3月5日 学习党章`: where nothing else gives the day of a row, the topics that begin with one do.
pub(super) fn dated(view: &View, table: &mut Table) {
    use Concept::{Date, Kind, Month, Topic};
    if table.has(Date) || table.has(Month) || table.sessions().next().is_some() {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let is_said = |row: &&u32, col: u32| !is_nothing(view.text(**row, col));
    let is_dated = |c: &Column| {
        let said: Vec<u32> = data.iter().filter(|row| is_said(row, c.index)).copied().collect();
        let days = said.iter().filter(|row| is_beside_day(view.word(**row, c.index))).count();
        days >= 2 && days * 2 > said.len()
    };
    // 会议 over nothing but days says when they were.
    if let Some(column) = table.columns.iter_mut().find(|c| {
        c.concepts.first() == Some(&Kind) && holds_days(view, data.iter().copied(), c.index) == Some(true)
    }) {
        column.concepts = vec![Date];
        return;
    }
    let told = |c: &&mut Column| matches!(c.concepts.first(), Some(Topic | Kind));
    if let Some(column) = table.columns.iter_mut().filter(told).find(|c| is_dated(c)) {
        column.concepts.push(Date);
    }
}

/// `3月5日学习党章`, `党课（3月5日）`, `党员大会3.5`.
fn is_beside_day(word: &Word) -> bool {
    let ends_with_day = || {
        let date = word.date().filter(|date| date.is_day());
        date.is_some_and(|date| {
            !date.rest.is_empty() && word.text.ends_with(|c: char| c.is_ascii_digit() || "日号)".contains(c))
        })
    };
    word.behind_its_day().is_some() || ends_with_day()
}

/// 列为积极分子 and 接收预备党员 over nothing but days, several of them beside a name, are stages of a member's development;
/// alone they may be what a meeting was about.
pub(super) fn stages(view: &View, table: &mut Table) {
    use Concept::{Kind, Name, Stage};
    if !table.has(Name) || table.has(Kind) {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let is_stage = |c: &&Column| {
        c.concepts.is_empty()
            && c.session.is_none()
            && view.vocabulary.stage(&c.label).is_some()
            && holds_days(view, data.iter().copied(), c.index) != Some(false)
    };
    let found: Vec<u32> = table.columns.iter().filter(is_stage).map(|c| c.index).collect();
    if found.len() >= 2 || table.has(Stage) {
        for column in table.columns.iter_mut().filter(|c| found.contains(&c.index)) {
            column.concepts = vec![Stage];
        }
    }
}
