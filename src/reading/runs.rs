//! Values written once for the rows below them too, as merged cells are when a file without merges has lost all but their
//! first, or as people write who save themselves the trouble: `3月5日 | 张三`, ` | 李四`, `同上 | 王五`.

use std::collections::{HashMap, HashSet};

use super::outline::Table;
use super::record::Reading;
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::Concept;

/// When the blank cells of a column hold what stands above them. 同上 always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds<'a> {
    /// Each of them.
    Always,
    /// Where at least every other cell is blank, and the first is not; a few blank ones were forgotten.
    InRuns,
    /// As in runs, where besides no value stands there twice, and no cells are merged, which would say it; but not beyond
    /// the rows at which another part of the list begins.
    Once(&'a [u32]),
}

/// From which row the value of a cell is.
#[derive(Default)]
pub struct Runs {
    /// Of each column, the row that counts for each of its blank ones.
    above: HashMap<u32, HashMap<u32, u32>>,
}

impl Runs {
    /// Looks through some columns of a table; what of a row `may` hold, its caller knows. A row that has a number of its
    /// own is of somebody else than that above it. Each cell that holds what stands above it is told, and those of a
    /// column in which most do at the first of them.
    pub fn of<'a>(
        view: &View,
        table: &Table,
        columns: impl IntoIterator<Item = (u32, Holds<'a>)>,
        may: impl Fn(u32, u32) -> bool,
        reading: &mut Reading,
    ) -> Runs {
        let mut runs = Runs::default();
        let rows: Vec<u32> = table.data().collect();
        let number = table.column(Concept::Seq).map(|c| c.index);
        let names = table.column(Concept::Name).map(|c| c.index);
        for (col, holds) in columns {
            let is_ditto = |row: u32| view.vocabulary.is_ditto(&view.seen(row, col));
            let is_blank = |row: u32| match holds {
                Holds::Always => is_nothing(&view.seen(row, col)),
                Holds::InRuns | Holds::Once(_) => view.seen(row, col).is_empty(),
            };
            let is_numbered =
                |row: u32| names == Some(col) && number.is_some_and(|c| !view.text(row, c).is_empty());
            let (blank, said): (Vec<u32>, Vec<u32>) = rows.iter().partition(|row| is_blank(**row));
            if blank.is_empty() && !said.iter().any(|row| is_ditto(*row)) {
                continue;
            }
            let begins = rows.first().is_some_and(|first| !is_blank(*first));
            let is_run = begins && blank.len() * 2 >= rows.len();
            let each_once = || {
                let values: HashSet<_> = said.iter().map(|row| view.seen(*row, col)).collect();
                values.len() == said.len() && !view.sheet.has_merges()
            };
            let blank_holds = match holds {
                Holds::Always => true,
                Holds::InRuns => is_run && !blank.iter().any(|row| is_numbered(*row)),
                Holds::Once(_) => is_run && each_once(),
            };
            let mut last = None;
            let mut above = HashMap::new();
            let begins_part = |row: u32, last: u32| match holds {
                Holds::Once(parts) => parts.iter().any(|part| (last + 1..=row).contains(part)),
                Holds::Always | Holds::InRuns => false,
            };
            for &row in &rows {
                last = last.filter(|last| !begins_part(row, *last));
                let is_open = is_ditto(row) || is_blank(row) && blank_holds && !is_numbered(row);
                match last.filter(|_| is_open) {
                    Some(last) if may(row, col) => drop(above.insert(row, last)),
                    Some(_) => {}
                    None if is_blank(row) || is_ditto(row) => {}
                    None => last = Some(row),
                }
            }
            let mut told: Vec<u32> = above.keys().copied().filter(|row| is_blank(*row)).collect();
            told.sort_unstable();
            if is_run {
                told.truncate(1);
            }
            let code = if is_run { Code::CarriedColumn } else { Code::CarriedDown };
            let label = table.columns.iter().find(|c| c.index == col).map_or("", |c| c.label.as_str());
            reading.issues.extend(
                told.iter()
                    .map(|row| Issue::new(code, view.cell(*row, col), label, view.seen(above[row], col))),
            );
            runs.above.insert(col, above);
        }
        runs
    }

    /// The row in which that stands which holds for a cell.
    pub fn row(&self, row: u32, col: u32) -> u32 {
        self.above.get(&col).and_then(|above| above.get(&row)).copied().unwrap_or(row)
    }
}
