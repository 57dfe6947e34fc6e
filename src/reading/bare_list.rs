//! People below a title, with no header over them: `3月19日党员大会签到表` and then names, as many to a row as fit,
//! perhaps each with a number before it and a mark behind it.

use super::Sight;
use super::mark::Mark;
use super::named_roll::NamedRoll;
use super::record::{MarkRow, Reading};
use super::view::{Filled, View};
use crate::issue::{Code, Issue};
use crate::vocabulary::TitleWord;

/// Fewer people are no list.
const ENOUGH: usize = 3;

/// Somebody in a cell, and the cell of the mark behind the name.
struct Entry {
    row: u32,
    col: u32,
    mark: Option<u32>,
}

/// The people of a sheet of one session.
pub struct BareList {
    entries: Vec<Entry>,
}

/// The list below titles that call it one of those who signed or came.
pub fn find(sight: &Sight, rows: &[u32]) -> Option<BareList> {
    let view = sight.view;
    let says = |title: &str, word| view.vocabulary.title_says(title, word);
    let titles = sight.context().naming();
    let titled = titles.iter().find(|title| says(title, TitleWord::SignIn))?;
    if says(titled, TitleWord::OnLeave) || says(titled, TitleWord::Absent) {
        return None;
    }
    let lists = rows.iter().map(|row| people_of(view, *row)).skip_while(Option::is_none);
    let entries: Vec<Entry> = lists.map_while(|people| people).flatten().collect();
    (entries.len() >= ENOUGH).then_some(BareList { entries })
}

impl BareList {
    /// Whether a cell is one of the list's.
    pub fn holds(&self, row: u32, col: u32) -> bool {
        let is_there = |e: &Entry| e.row == row && (e.col == col || e.mark == Some(col));
        self.entries.iter().any(is_there)
    }

    /// The rows on which people stand.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.entries.iter().map(|e| e.row)
    }

    /// Adds everybody on the list. Where it has no marks, they came, but for those of whom a line says otherwise.
    pub fn add_to(&self, roll: &mut NamedRoll, sight: &Sight, reading: &mut Reading) {
        let view = sight.view;
        let is_marked = self.entries.iter().any(|e| e.mark.is_some());
        if !is_marked && let Some(first) = self.entries.first() {
            reading.issues.push(Issue::new(Code::NoMarks, view.cell(first.row, first.col), "", ""));
        }
        let away = std::mem::take(&mut roll.marks);
        for entry in &self.entries {
            if is_marked {
                let at = entry.mark.unwrap_or(entry.col);
                let (name, text) = (view.cited(entry.row, entry.col), view.seen(entry.row, at));
                let said = match entry.mark {
                    Some(_) if text == name.value => Some(Mark::Present),
                    Some(col) => sight.mark(entry.row, col, reading),
                    None => Some(Mark::Blank),
                };
                let mark_row = |mark| MarkRow { name, mark, text, at: view.at(entry.row, at) };
                roll.marks.extend(said.map(mark_row));
            } else {
                roll.add_cell(sight, (entry.row, entry.col), "", (Mark::Present, true), reading);
            }
        }
        for told in away {
            match roll.marks.iter_mut().find(|m| m.name.value == told.name.value) {
                Some(known) if !is_marked || known.mark == Mark::Blank => *known = told,
                Some(known) => known.mark = known.mark.with(told.mark),
                None => roll.marks.push(told),
            }
        }
        roll.attendees_named = true;
    }
}

/// The people of a row that holds nothing else but their numbers and marks.
fn people_of(view: &View, row: u32) -> Option<Vec<Entry>> {
    let is_person = |f: &Filled| view.begins_with_person(f);
    let mut entries: Vec<Entry> = Vec::new();
    let mut cells = view.filled(row).iter().peekable();
    while let Some(cell) = cells.next() {
        let last = entries.last_mut().filter(|last| last.mark.is_none());
        if signs(view, row, last.as_deref(), cell) {
            last?.mark = Some(cell.col);
        } else if is_person(cell) {
            entries.push(Entry { row, col: cell.col, mark: None });
        } else if !(cell.is_number() && cells.peek().is_some_and(|next| is_person(next))) {
            return None;
        }
    }
    (!entries.is_empty()).then_some(entries)
}

/// Whether a cell says of the person before it how he came: a mark that is no number, or the name again.
fn signs(view: &View, row: u32, last: Option<&Entry>, cell: &Filled) -> bool {
    last.is_some_and(|last| {
        !cell.is_number() && cell.mark(view.vocabulary).is_some() || *cell.text == *view.text(row, last.col)
    })
}
