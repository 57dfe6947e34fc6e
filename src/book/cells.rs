//! From cells in any order to a sheet, within limits.

use std::collections::BTreeMap;

use foldhash::HashSet;

use super::extent::{Extent, Extents, MAX_CELLS};
use super::package::too_many;
use super::strike::Strike;
use super::{Book, Refusal, Sheet, Value};
use crate::address::{Area, Spot};
use crate::text::Text;

/// The most rows and columns of a sheet, and characters of a cell: Excel's own limits.
const MAX_ROWS: u32 = 1_048_576;
pub const MAX_COLS: u32 = 16_384;
const MAX_TEXT: usize = 32_767;

/// Gathers cells; empty ones are not kept, so that formatting far out costs nothing.
#[derive(Default)]
pub struct Cells {
    found: Vec<(u32, u32, Value)>,
    struck: HashSet<Spot>,
    left_out: Vec<(Spot, Text)>,
    comments: BTreeMap<Spot, Text>,
    extent: Extent,
}

impl Cells {
    pub fn put(&mut self, row: u32, col: u32, value: Value) -> Result<(), Refusal> {
        if value.is_empty() {
            return Ok(());
        }
        let spot = Spot { row, col };
        if row >= MAX_ROWS || col >= MAX_COLS {
            return Err(Refusal::TooLarge("内容超出了表格的最大范围".into()));
        }
        // Four bytes are the most that a character takes.
        if matches!(&value, Value::Text(text) if text.len() > MAX_TEXT * 4) {
            return Err(Refusal::TooLarge(format!("{spot} 一格的文字过长")));
        }
        self.extent.hold(spot)?;
        self.found.push((row, col, value));
        Ok(())
    }

    /// Puts a cell of whose text something may be struck through.
    pub fn put_struck(&mut self, spot: Spot, value: Value, strike: Option<&Strike>) -> Result<(), Refusal> {
        let Spot { row, col } = spot;
        match strike {
            Some(Strike::Part { kept, gone }) if matches!(value, Value::Text(_)) => {
                self.leave_out(row, col, gone.clone());
                self.put(row, col, Value::Text(kept.clone()))
            }
            strike => {
                if strike.is_some() {
                    self.strike(row, col);
                }
                self.put(row, col, value)
            }
        }
    }

    pub fn strike(&mut self, row: u32, col: u32) {
        self.struck.insert(Spot { row, col });
    }

    /// A part of the cell's text is struck through and was left out.
    pub fn leave_out(&mut self, row: u32, col: u32, text: Text) {
        self.left_out.push((Spot { row, col }, text));
    }

    /// What somebody noted on a cell, without the line that says who.
    ///
    /// # Errors
    /// There are more than any sheet has.
    pub fn comment(&mut self, spot: Spot, text: &str) -> Result<(), Refusal> {
        let words = match text.trim().split_once('\n') {
            Some((author, words)) if author.trim_end().ends_with([':', '：']) => words,
            _ => text,
        };
        if self.comments.len() as u64 >= MAX_CELLS {
            return Err(too_many());
        }
        if !words.trim().is_empty() {
            self.comments.insert(spot, words.trim().into());
        }
        Ok(())
    }

    pub fn into_sheet(self, name: String, hidden: bool, merges: Vec<Area>) -> Sheet {
        let Extent { rows, cols } = self.extent;
        let mut cells = vec![Value::Empty; (rows * cols) as usize];
        for (row, col, value) in self.found {
            cells[(row * cols + col) as usize] = value;
        }
        Sheet::new(name, hidden, (rows, cols), cells, merges)
            .struck(self.struck, self.left_out)
            .commented(self.comments)
    }
}

/// Gathers the sheets of a book.
#[derive(Default)]
pub struct Sheets {
    sheets: Vec<Sheet>,
    extents: Extents,
}

impl Sheets {
    pub fn put(
        &mut self,
        cells: Cells,
        name: String,
        hidden: bool,
        merges: Vec<Area>,
    ) -> Result<(), Refusal> {
        self.extents.add(cells.extent)?;
        self.sheets.push(cells.into_sheet(name, hidden, merges));
        Ok(())
    }

    pub fn into_book(self) -> Book {
        Book { sheets: self.sheets, legacy_text: false }
    }
}
