//! Tables that stand side by side on a sheet, each under a title of its own.
//!
//! ```text
//! 3月5日党课签到表 │      │   │ 3月12日主题党日签到表 │
//! 姓名             │ 签到 │   │ 姓名                  │ 签到
//! ```
//!
//! They are set below each other before anything looks at them, as [`turned`](super::turned) sets lists upright; what was
//! read then goes back to the cells as they are. Parts of one list side by side, under one title, are none.

use std::ops::Range;

use super::record::{Layout, Reading};
use super::view::{Elsewhere, View};
use crate::address::Spot;
use crate::book::{MAX_CELLS, Sheet};
use crate::vocabulary::{Concept, TitleWord};

/// Where the tables of a sheet begin that stand side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideBySide {
    /// The first column of each table, from left to right.
    starts: Vec<u32>,
    /// The row of their titles; what stands above holds for all of them.
    titles: u32,
    rows: u32,
}

impl SideBySide {
    /// The tables of a sheet that stand side by side; nothing where there are not two of them.
    pub fn of(view: &View) -> Option<SideBySide> {
        let (rows, cols) = (view.sheet.rows(), view.sheet.cols());
        if view.pin.is_some() || !view.sheet.struck_rows().is_empty() {
            return None;
        }
        let held =
            |row: u32, cols: Range<u32>| cols.filter(move |col| !view.sheet.value(row, *col).is_empty());
        // On nearly every sheet the first row with several cells is a header.
        let titles = (0..rows).find(|row| held(*row, 0..cols).nth(1).is_some())?;
        if !held(titles, 0..cols).all(|col| says_what(view, titles, col)) {
            return None;
        }
        let is_blank = |col: &u32| (titles..rows).all(|row| view.sheet.seen(row, *col).is_empty());
        let mut starts = vec![0];
        for (title, next) in held(titles, 0..cols).zip(held(titles, 0..cols).skip(1)) {
            let end = view.sheet.merge_at(titles, title).map_or(title + 1, |area| area.last.col + 1);
            starts.push((end..next).rev().find(is_blank).map_or(next, |blank| blank + 1));
        }
        let is_whole = |start: &u32| {
            let begins = |row| view.sheet.merge_at(row, *start).is_none_or(|area| area.first.col == *start);
            (titles..rows).all(begins)
        };
        let is_table = |cols: Range<u32>| {
            let is_headed = |row: u32| {
                let headings = || held(row, cols.clone()).filter_map(|col| heading(view, row, col));
                headings().any(|concept| KEYS.contains(&concept)) && headings().nth(1).is_some()
            };
            (titles + 1..rows.min(titles + MOST_LABELS)).any(is_headed)
        };
        let ends = starts.iter().skip(1).copied().chain([cols]);
        let are_tables = starts.iter().zip(ends).all(|(start, end)| is_table(*start..end) && is_whole(start));
        let stacked = u64::from(rows) * starts.len() as u64 * u64::from(cols);
        (are_tables && stacked <= MAX_CELLS).then_some(SideBySide { starts, titles, rows })
    }

    /// The sheet with its tables below each other.
    pub fn stacked(&self, sheet: &Sheet) -> Sheet {
        sheet.rearranged(|spot| {
            let begun = self.starts.iter().filter(|start| **start <= spot.col).count();
            let table = if spot.row < self.titles { 0 } else { begun.saturating_sub(1) };
            Spot { row: spot.row + table as u32 * self.rows, col: spot.col - self.starts[table] }
        })
    }

    /// What was read of the tables below each other, at the cells as they are.
    pub fn back_to_its_cells(&self, mut read: Reading) -> Reading {
        read.move_cells(|spot| self.back(spot));
        read.layouts.iter_mut().for_each(|layout| self.describe(layout));
        read
    }

    fn describe(&self, layout: &mut Layout) {
        let start = self.back(Spot { row: layout.header.0, col: 0 }).col;
        let row = |row: u32| row % self.rows;
        layout.header = (row(layout.header.0), row(layout.header.1));
        layout.rows.iter_mut().for_each(|(at, _)| *at = row(*at));
        layout.columns.iter_mut().for_each(|column| column.column += start);
    }
}

impl Elsewhere for SideBySide {
    fn back(&self, spot: Spot) -> Spot {
        let table = ((spot.row / self.rows) as usize).min(self.starts.len() - 1);
        Spot { row: spot.row - table as u32 * self.rows, col: spot.col + self.starts[table] }
    }
}

/// So many rows of labels may stand between a title and its header.
const MOST_LABELS: u32 = 6;

/// What a table of its own has a column for: who, or when. 签到 and 备注 alone are columns of the table to the left.
const KEYS: [Concept; 4] = [Concept::Name, Concept::Seq, Concept::Date, Concept::Month];

fn heading(view: &View, row: u32, col: u32) -> Option<Concept> {
    view.word(row, col).heading(view.vocabulary).first().copied()
}

/// Whether a title says what stands below it: a meeting of some day, a list of members, what was studied. 党课 alone may
/// head columns.
fn says_what(view: &View, row: u32, col: u32) -> bool {
    use TitleWord::*;
    // The same title over each of them would pass for a single one over all.
    let title = view.as_word(&view.sheet.value(row, col).text());
    let is_titled = || {
        let words = [SignIn, Roster, Study, StudyHours, StudyPoints, Plan];
        words.into_iter().any(|word| view.vocabulary.title_says(&title.text, word))
    };
    let is_of_a_day = || title.date().is_some() && !title.session(view.vocabulary).kinds.is_empty();
    !title.text.contains(':') && (is_titled() || is_of_a_day())
}
