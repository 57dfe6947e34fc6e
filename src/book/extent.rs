//! How large sheets are, empty cells included, and how large they may be.

use super::Refusal;
use crate::address::Spot;

/// The most cells that the rectangle of a sheet may have, empty ones included.
pub const MAX_CELLS: u64 = 2_000_000;

/// The most that all sheets of a book may have together: a hundred sheets with one cell far out each are as large as one
/// that is full.
const MAX_BOOK_CELLS: u64 = 3 * MAX_CELLS;

/// The rectangle from A1 to the farthest cells of a sheet that hold something.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extent {
    pub rows: u32,
    pub cols: u32,
}

/// What the sheets of a book come to together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Extents {
    cells: u64,
}

impl Extent {
    /// Grows to hold a cell.
    ///
    /// # Errors
    /// The rectangle is then too large.
    pub fn hold(&mut self, spot: Spot) -> Result<(), Refusal> {
        self.rows = self.rows.max(spot.row.saturating_add(1));
        self.cols = self.cols.max(spot.col.saturating_add(1));
        if self.cells() > MAX_CELLS {
            return Err(Refusal::TooLarge(format!("{spot} 处有内容，表的范围过大")));
        }
        Ok(())
    }

    pub fn cells(self) -> u64 {
        u64::from(self.rows) * u64::from(self.cols)
    }
}

impl Extents {
    /// Counts a sheet in.
    ///
    /// # Errors
    /// The sheets of the book are too large together.
    pub fn add(&mut self, sheet: Extent) -> Result<(), Refusal> {
        self.cells = self.cells.saturating_add(sheet.cells());
        if self.cells > MAX_BOOK_CELLS {
            return Err(Refusal::TooLarge("各张表的范围加起来过大".into()));
        }
        Ok(())
    }
}
