//! People in cells of their own beside a label: `病假人员 | 张三 | 李四`, over as many rows as the label has.

use super::log::headed_by_mark;
use super::mark::Mark;
use super::named_roll::PEOPLE;
use super::prose;
use super::view::{Filled, View};
use crate::vocabulary::Concept;

/// A label with the cells of those whom it is for.
#[derive(Debug, Clone)]
pub struct NameRows {
    /// What stands in the label.
    pub heading: String,
    /// What a bare name means, and whether all who came are to be named.
    pub plain: (Mark, bool),
    /// The label's cell.
    pub at: (u32, u32),
    pub cells: Vec<(u32, u32)>,
    /// The first row below them.
    pub end: u32,
}

/// What a label says of the people beside it; 病假人员 says more than 请假人员.
fn meaning(view: &View, label: &Filled) -> Option<(Mark, bool)> {
    let concepts = label.heading(view.vocabulary);
    let known = PEOPLE.into_iter().find(|(concept, _)| concepts.contains(concept));
    let of_all = known.is_some_and(|(concept, _)| concept == Concept::Attendees);
    let mark = headed_by_mark(&label.text, view).or(known.map(|(_, mark)| mark))?;
    Some((mark, of_all || mark == Mark::Present))
}

/// The last column in which a name may stand, as in the rows around it.
fn widest(view: &View, row: u32) -> u32 {
    let around = row.saturating_sub(NEAR)..=row + NEAR;
    around.filter_map(|row| Some(view.filled(row).last()?.col)).max().unwrap_or(0)
}

/// So many rows above and below tell how far a grid of names goes.
const NEAR: u32 = 20;

/// The people in prose beside a label that is a mark, `病假 | 张三、李四` or `出席 | 王五、赵六`; in a form, where nothing else is
/// a mark.
pub fn beside_mark(view: &View, row: u32) -> Option<NameRows> {
    let [label, people] = view.filled(row) else { return None };
    // 列席 is of guests.
    let is_of_members = |mark: &Mark| !mark.came() || label.heading(view.vocabulary).contains(&Concept::Mark);
    let mark = label.mark(view.vocabulary).filter(|mark| mark.is_due() && is_of_members(mark))?;
    if !names_people(view, (row, people.col), mark) {
        return None;
    }
    let heading = label.text.to_string();
    let cells: Vec<(u32, u32)> =
        std::iter::once((row, people.col)).chain(going_on(view, (row, people.col), mark)).collect();
    let end = row + cells.len() as u32;
    Some(NameRows { heading, plain: (mark, mark == Mark::Present), at: (row, label.col), cells, end })
}

/// The cells below one that go on naming people: nothing else stands in their rows.
pub fn going_on(view: &View, (row, col): (u32, u32), plain: Mark) -> impl Iterator<Item = (u32, u32)> {
    let is_alone = move |row: u32| matches!(view.filled(row), [only] if only.col == col);
    let below = (row + 1..view.sheet.rows()).map(move |row| (row, col));
    below.take_while(move |cell| is_alone(cell.0) && names_people(view, *cell, plain))
}

/// Whether a cell names people and says nothing else.
pub fn names_people(view: &View, (row, col): (u32, u32), plain: Mark) -> bool {
    let said = prose::parse(&view.prose(row, col), plain, view.vocabulary);
    !said.named.is_empty() && said.unread.is_empty() && said.named.iter().all(|n| view.is_person(&n.name))
}

/// The people beside the label that begins a row: several in cells of their own, or what stands beside a label that is
/// known by its mark alone, 早退人员.
pub fn beside(view: &View, row: u32) -> Option<NameRows> {
    let (label, people) = view.filled(row).split_first()?;
    let is_person = |f: &Filled| view.begins_with_person(f);
    let is_known = !label.heading(view.vocabulary).is_empty();
    let is_prose = people.len() == 1 && !is_known && label.mark(view.vocabulary).is_none();
    if !is_prose && (people.len() < 2 || !people.iter().all(is_person)) {
        return None;
    }
    let plain = meaning(view, label)?;
    let mut cells: Vec<(u32, u32)> = people.iter().map(|f| (row, f.col)).collect();
    let mut end = row + 1;
    // Below the label, merged over its rows; or left blank below a row that is full.
    let merged = view.sheet.merge_at(row, label.col).map_or(row, |area| area.last.row);
    while let Some(first) = view.filled(end).first()
        && first.col > label.col
        && (end <= merged || view.filled(end - 1).last().is_some_and(|last| last.col >= widest(view, row)))
        && view.filled(end).iter().all(is_person)
    {
        cells.extend(view.filled(end).iter().map(|f| (end, f.col)));
        end += 1;
    }
    Some(NameRows { heading: label.text.to_string(), plain, at: (row, label.col), cells, end })
}
