//! Columns that each stand for a mark, of which one is ticked: `出席 | 迟到 | 请假 | 缺席`, below a session or on a
//! sheet of one.

use super::Sight;
use super::lexicon::Word;
use super::mark::{self, Legend, Mark};
use super::outline::{Column, SessionHead, Table};
use super::record::Reading;
use super::view::View;
use crate::text::{is_han, is_nothing};
use crate::vocabulary::Concept;

/// Whether a label stands for a mark, so that its column may be ticked.
pub fn may_be_ticked(view: &View, label: &str) -> bool {
    view.as_word(label).stands_for(view.vocabulary).is_some()
}

/// Whether a column may be one of several that are ticked: its label stands for a mark, and another's for another.
pub fn is_one_of_several(view: &View, table: &Table, column: &Column) -> bool {
    let stands_for = |c: &Column| view.as_word(&c.label).stands_for(view.vocabulary);
    let Some(own) = stands_for(column) else { return false };
    let alike = || {
        let is_alike =
            |c: &&Column| c.concepts.is_empty() && c.session.is_none() && stands_for(c) == Some(own);
        table.columns.iter().filter(is_alike).map(|c| (c.index, own)).collect::<Vec<_>>()
    };
    // 参加会议党员 heads people, whatever else 参加会议 says of somebody.
    let others = table.columns.iter().filter(|c| !c.concepts.contains(&Concept::Name));
    others.filter_map(stands_for).any(|other| other != own) || are_ways_to_come(view, table, &alike())
}

/// Where people are counted, 0 is no tick.
fn is_tick(text: &str) -> bool {
    !is_nothing(text) && text != "0"
}

/// The columns among these that stand for marks, of which two at least differ, and in which people are ticked.
fn among<'c>(
    view: &View,
    legend: &Legend,
    table: &Table,
    columns: impl Iterator<Item = &'c Column>,
) -> Vec<(u32, Mark)> {
    let found: Vec<(u32, Mark)> = columns
        .filter_map(|c| Some((c.index, view.as_word(&c.label).stands_for(view.vocabulary)?)))
        .collect();
    let differ = found.windows(2).any(|pair| pair[0].1 != pair[1].1);
    if !differ {
        return if are_ways_to_come(view, table, &found) { found } else { Vec::new() };
    }
    let ticks = |col: u32| table.data().map(move |row| view.seen_word(row, col)).filter(|w| is_tick(&w.text));
    // One sign in all of them is a tick, whatever it may mean elsewhere.
    let first = found.iter().find_map(|(col, _)| ticks(*col).next());
    let is_sign = |w: &Word| first.is_some_and(|first| first.text == w.text) && !w.is_number();
    let one_sign = found.iter().all(|(col, _)| ticks(*col).all(is_sign));
    let is_ticked = |(col, mark): &(u32, Mark)| {
        let fits = |m: Mark| m == Mark::Present || mark::combine(*mark, m).is_some();
        ticks(*col).all(|w| w.mark_under(legend, view.vocabulary).is_some_and(fits))
    };
    if one_sign || found.iter().all(is_ticked) { found } else { Vec::new() }
}

/// 现场 and 线上: columns of one mark, each under another word, that hold nothing but marks, of which nobody has two.
fn are_ways_to_come(view: &View, table: &Table, found: &[(u32, Mark)]) -> bool {
    let heading = |col: u32| table.columns.iter().find(|c| c.index == col);
    let is_mark = |row: u32, col: u32| view.word(row, col).mark(view.vocabulary).is_some();
    let said = |row: u32| found.iter().filter(move |(col, _)| is_tick(view.text(row, *col)));
    found.len() >= 2
        && found.iter().all(|(col, _)| heading(*col).is_some_and(|c| c.concepts.is_empty()))
        && found
            .windows(2)
            .all(|two| heading(two[0].0).map(|c| &c.label) != heading(two[1].0).map(|c| &c.label))
        && found.iter().all(|(col, _)| table.data().any(|row| is_tick(view.text(row, *col))))
        && table.data().all(|row| said(row).count() <= 1 && said(row).all(|(col, _)| is_mark(row, *col)))
}

/// Tells which columns of a table are ticked: those below one session are all of that session; on a sheet of one
/// session, those without one.
pub fn assign(view: &View, legend: &Legend, table: &mut Table) {
    let below_session = |c: &&Column| c.over.as_ref().is_some_and(says_which);
    let candidates: Vec<&Column> = table.columns.iter().filter(below_session).collect();
    let mut found: Vec<(u32, Mark)> = Vec::new();
    for run in candidates.chunk_by(|a, b| a.over == b.over) {
        found.extend(among(view, legend, table, run.iter().copied()));
    }
    let free = |c: &&Column| c.session.is_none() && c.over.is_none();
    let of_the_sheet = match table.sessions().next() {
        None => among(view, legend, table, table.columns.iter().filter(free)),
        Some(_) => Vec::new(),
    };
    for column in &mut table.columns {
        let mark = |marks: &[(u32, Mark)]| marks.iter().find(|(col, _)| *col == column.index).map(|m| m.1);
        if let Some(mark) = mark(&found) {
            (column.session, column.stands_for) = (column.over.clone(), Some(mark));
            column.concepts.clear();
        } else {
            column.stands_for = mark(&of_the_sheet);
        }
    }
}

/// A month alone over 请假 and 缺席 has their sums below it.
fn says_which(head: &SessionHead) -> bool {
    let is_day = head.when.is_some_and(|when| when.is_ok_and(|when| when.day().is_some()));
    is_day || !head.kinds.is_empty()
}

/// What somebody's row says in columns that are ticked.
pub enum Ticked {
    Nothing,
    /// The mark, and the column that says it.
    As(u32, Mark),
    /// More is ticked than can be true, or the tick is not understood: an issue was raised.
    Unclear,
}

/// What one column says of somebody: where it is one of several that are ticked, nothing without a tick.
pub fn mark_in(sight: &Sight, column: &Column, row: u32) -> Option<Mark> {
    let word = sight.view.seen_word(row, column.index);
    match column.stands_for {
        Some(_) if !is_tick(&word.text) => Some(Mark::Blank),
        Some(mark) => Some(mark),
        None => word.mark_under(sight.legend, sight.view.vocabulary),
    }
}

/// What it says of somebody that no column is ticked: nothing, where one is for those who came.
pub fn of_nobody(columns: &[(u32, Mark)]) -> Mark {
    if columns.iter().any(|(_, mark)| mark.came()) { Mark::Blank } else { Mark::Present }
}

/// Reads the row of somebody in columns that are ticked.
pub fn read(sight: &Sight, columns: &[(u32, Mark)], row: u32, reading: &mut Reading) -> Ticked {
    let view = sight.view;
    let ticks: Vec<&(u32, Mark)> = columns.iter().filter(|(col, _)| is_tick(view.text(row, *col))).collect();
    match ticks.as_slice() {
        [] => Ticked::Nothing,
        // A sign below 缺席 is a tick, even where it means a leave elsewhere; a word says more.
        [(col, mark)] if !mark.came() && !view.text(row, *col).contains(is_han) => Ticked::As(*col, *mark),
        [(col, mark)] => match sight.mark(row, *col, reading) {
            // 请假 under 现场 is no tick.
            Some(said) => {
                let other = if view.text(row, *col).contains(is_han) { said } else { *mark };
                Ticked::As(*col, mark::combine(*mark, said).unwrap_or(other))
            }
            None => Ticked::Unclear,
        },
        [(col, first), others @ ..] => {
            // Two ticks say one thing only if one says more: 出席 and 迟到.
            let all = others.iter().try_fold(*first, |mark, (_, other)| mark::combine(mark, *other));
            match all {
                Some(mark) => Ticked::As(*col, mark),
                None => {
                    reading.issues.push(sight.unknown_mark(view.cell(row, *col), &view.seen(row, *col)));
                    Ticked::Unclear
                }
            }
        }
    }
}
