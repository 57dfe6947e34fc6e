//! Columns of which what stands around them, or below their headings, says what they are.

mod days;
mod kinds;
mod moves;
mod numbered;
mod people;

use super::content;
use super::groups;
use super::lexicon::Word;
use super::outline::{Column, Table};
use super::rivals;
use super::unheaded::below;
use super::view::View;
use crate::book::Value;
use crate::text::is_nothing;
use crate::vocabulary::Concept;
use crate::when::{self, Around};
pub use days::{holds_days, is_time_of_day, tells_days};
pub use people::misheaded;

/// Gives columns their concepts where their headings alone do not.
pub fn columns(view: &View, table: &mut Table) {
    turn(view, table);
    corner(view, table);
    numbered::again(view, table);
    people::count(view, table);
    people::list(view, table);
    people::below_groups(view, table);
    moves::moves(view, table);
    kinds::standings(view, table);
    kinds::kinds(view, table);
    kinds::kinds_of_rows(view, table);
    sessionless(view, table);
    people::marked(view, table);
    people::signed(view, table);
    kinds::posts(view, table);
    kinds::verdicts(view, table);
    kinds::categories(view, table);
    people::halves(view, table);
    people::names_beside(view, table);
    people::marks_beside(view, table);
    people::ticked(view, table);
    rivals::settle_joining(table);
    rivals::settle_months(view, table);
    content::tell(view, table);
    people::away(view, table);
    people::away_by_heading(view, table);
    people::responsible(view, table);
    rivals::settle_hours(view, table);
    days::whole(view, table);
    days::dated(view, table);
    days::clocks(view, table);
    days::stages(view, table);
    groups::columns(view, table);
}

/// 姓名 at the left of people's names speaks of its row: the columns under it say which session each row is.
fn turn(view: &View, table: &mut Table) {
    // 谁没来 alone could be somebody.
    let is_person = |c: &&Column| c.concepts.is_empty() && view.is_person(&c.label);
    let people: Vec<u32> = table.columns.iter().filter(is_person).map(|c| c.index).collect();
    let [first, _, ..] = people[..] else { return };
    let row = table.header.1;
    let mut told: Vec<Concept> = Vec::new();
    for column in table.columns.iter_mut().filter(|c| c.index < first && c.concepts.contains(&Concept::Name))
    {
        let heads = |sort: fn(&View, u32, u32) -> bool| {
            below(view, row).filter(|&r| sort(view, r, column.index)).count() >= 2
        };
        let is_person = |view: &View, r: u32, c: u32| view.word(r, c).is_person(view.vocabulary);
        let is_dated = |view: &View, r: u32, c: u32| match view.sheet.value(r, c) {
            Value::Text(text) => when::find(text, Around::of(2000, 1)).is_some(),
            value => matches!(value, Value::Date(_) | Value::Number(_)),
        };
        let is_kind =
            |view: &View, r: u32, c: u32| !view.word(r, c).session(view.vocabulary).kinds.is_empty();
        let concept = if heads(is_dated) && !told.contains(&Concept::Date) {
            Concept::Date
        } else if heads(is_kind) && !told.contains(&Concept::Kind) {
            Concept::Kind
        } else if !heads(is_person) && !told.is_empty() {
            Concept::Topic
        } else {
            continue;
        };
        told.push(concept);
        column.concepts = vec![concept];
    }
}

/// 月份 over people, at the left of months, speaks of its row: the column holds their names.
fn corner(view: &View, table: &mut Table) {
    let rows: Vec<u32> = table.data().collect();
    let [first, others @ ..] = &mut table.columns[..] else { return };
    let heads_months = matches!(first.concepts.first(), Some(Concept::Month | Concept::Date));
    let is_month = |c: &&Column| view.as_word(&c.label).is_months();
    let is_person = |row: &u32| view.word(*row, first.index).is_person(view.vocabulary);
    let months = others.iter().filter(is_month).count();
    if heads_months && months >= 2 && rows.len() >= 2 && rows.iter().all(is_person) {
        first.concepts = vec![Concept::Name];
    }
}

/// 学习重点内容 has a word for a session, but a column that holds no mark is of none, unless it is dated.
fn sessionless(view: &View, table: &mut Table) {
    let data: Vec<u32> = table.data().collect();
    let is_mark = |word: &Word| word.mark(view.vocabulary).is_some();
    // 1 is a mark as well, among other numbers it is none.
    let is_amount = |word: &Word| word.is_number() && !matches!(&*word.text, "0" | "1");
    let holds_none = |c: &Column| {
        let said = || data.iter().map(|row| view.word(*row, c.index)).filter(|word| !is_nothing(&word.text));
        match said().next() {
            // 其他需要说明的情况 is empty on most sheets, and beside the marks of one meeting it is no other.
            None => table.has(Concept::Mark),
            Some(_) => !said().any(is_mark) || said().all(|word| word.is_number()) && said().any(is_amount),
        }
    };
    let is_undated = |c: &&Column| c.session.as_ref().is_some_and(|head| head.when.is_none());
    let free: Vec<u32> =
        table.columns.iter().filter(is_undated).filter(|c| holds_none(c)).map(|c| c.index).collect();
    for column in table.columns.iter_mut().filter(|c| free.contains(&c.index)) {
        column.session = None;
    }
}
