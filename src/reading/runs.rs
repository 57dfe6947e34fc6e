//! Values written once for the rows below them too, as merged cells are when a file without merges has lost all but their
//! first: `3月5日 | 张三`, ` | 李四`.

use std::collections::HashMap;

use super::outline::Table;
use super::record::Reading;
use super::view::View;
use crate::issue::{Code, Issue};
use crate::vocabulary::Concept;

/// What a list says once for several rows: somebody, or a session.
const SAID_ONCE: [Concept; 6] =
    [Concept::Name, Concept::Date, Concept::Month, Concept::Kind, Concept::Group, Concept::Branch];

/// From which row the value of a cell is.
#[derive(Default)]
pub struct Runs {
    /// Of each column that says things once, the row that counts for each of its blank ones.
    above: HashMap<u32, HashMap<u32, u32>>,
}

impl Runs {
    /// The columns of a table in which at least every other row is blank, and the first is not. Each is told once, where
    /// it begins. A row that has a number of its own is of somebody else than that above it.
    pub fn of(view: &View, table: &Table, reading: &mut Reading) -> Runs {
        let mut runs = Runs::default();
        let rows: Vec<u32> = table.data().collect();
        let number = table.column(Concept::Seq).map(|c| c.index);
        for concept in SAID_ONCE {
            let Some(column) = table.column(concept) else { continue };
            let col = column.index;
            let is_blank = |row: &u32| view.seen(*row, col).is_empty();
            let is_numbered = |row: &u32| {
                concept == Concept::Name && number.is_some_and(|c| !view.text(*row, c).is_empty())
            };
            let blank = rows.iter().filter(|row| is_blank(row)).count();
            let is_run = blank * 2 >= rows.len() && rows.first().is_some_and(|first| !is_blank(first));
            if !is_run || rows.iter().any(|row| is_blank(row) && is_numbered(row)) {
                continue;
            }
            let mut last = rows[0];
            let mut above = HashMap::new();
            for &row in &rows {
                match is_blank(&row) {
                    true => drop(above.insert(row, last)),
                    false => last = row,
                }
            }
            if let Some((row, from)) = above.iter().min() {
                let said = view.seen(*from, col);
                let place = view.cell(*row, col);
                reading.issues.push(Issue::new(Code::CarriedDown, place, column.label.as_str(), said));
            }
            runs.above.insert(col, above);
        }
        runs
    }

    /// The row in which that stands which holds for a cell.
    pub fn row(&self, row: u32, col: u32) -> u32 {
        self.above.get(&col).and_then(|above| above.get(&row)).copied().unwrap_or(row)
    }
}
