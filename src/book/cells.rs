//! From cells in any order to a sheet, within limits.

use foldhash::HashSet;

use super::{Book, Refusal, Sheet, Value};
use crate::address::{Area, Spot};

/// The most cells that the rectangle of a sheet may have, empty ones included.
pub const MAX_CELLS: u64 = 2_000_000;

/// The most that all sheets of a book may have together: a hundred sheets with one cell far out each are as large as one
/// that is full.
pub const MAX_BOOK_CELLS: u64 = 3 * MAX_CELLS;

/// The most rows and columns of a sheet, and characters of a cell: Excel's own limits.
pub const MAX_ROWS: u32 = 1_048_576;
pub const MAX_COLS: u32 = 16_384;
const MAX_TEXT: usize = 32_767;

/// Gathers cells; empty ones are not kept, so that formatting far out costs nothing.
#[derive(Default)]
pub struct Cells {
    found: Vec<(u32, u32, Value)>,
    struck: HashSet<Spot>,
    rows: u32,
    cols: u32,
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
        self.rows = self.rows.max(row.saturating_add(1));
        self.cols = self.cols.max(col.saturating_add(1));
        if u64::from(self.rows) * u64::from(self.cols) > MAX_CELLS {
            return Err(too_far(spot));
        }
        self.found.push((row, col, value));
        Ok(())
    }

    pub fn strike(&mut self, row: u32, col: u32) {
        self.struck.insert(Spot { row, col });
    }

    pub fn into_sheet(self, name: String, hidden: bool, merges: Vec<Area>) -> Sheet {
        let mut cells = vec![Value::Empty; (self.rows * self.cols) as usize];
        for (row, col, value) in self.found {
            cells[(row * self.cols + col) as usize] = value;
        }
        Sheet::new(name, hidden, (self.rows, self.cols), cells, merges, self.struck)
    }
}

/// Gathers the sheets of a book.
#[derive(Default)]
pub struct Sheets {
    sheets: Vec<Sheet>,
    cells: u64,
}

impl Sheets {
    pub fn put(
        &mut self,
        cells: Cells,
        name: String,
        hidden: bool,
        merges: Vec<Area>,
    ) -> Result<(), Refusal> {
        self.cells += u64::from(cells.rows) * u64::from(cells.cols);
        if self.cells > MAX_BOOK_CELLS {
            return Err(too_many_cells());
        }
        self.sheets.push(cells.into_sheet(name, hidden, merges));
        Ok(())
    }

    pub fn into_book(self) -> Book {
        Book { sheets: self.sheets, legacy_text: false }
    }
}

/// A cell that holds something makes its sheet too large.
pub fn too_far(spot: Spot) -> Refusal {
    Refusal::TooLarge(format!("{spot} 处有内容，表的范围过大"))
}

/// The sheets of a book are too large together.
pub fn too_many_cells() -> Refusal {
    Refusal::TooLarge("各张表的范围加起来过大".into())
}
