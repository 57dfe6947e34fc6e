//! xls and WPS's et, \[MS-XLS\], and those of Excel 5 and 95: one pass over the records gives cells, styles and merges
//! together.
//!
//! Calamine does not tell what is struck through, and lays sheets out in full before anything can be asked of how large
//! they are: one cell at IV65536 takes a gigabyte. The tests hold what is read here against calamine.

mod comments;
mod globals;
mod letters;
mod records;
mod sheet;

use self::records::Records;
use super::cells::{Cells, Sheets};
use super::package::broken;
use super::{Book, Refusal};

/// What a substream holds that is a sheet of cells, as its first record says.
const WORKSHEET: u16 = 0x0010;

/// Reads the stream of records. `stem` names a sheet that has no name.
///
/// # Errors
/// The book is encrypted, broken, or too large.
pub fn read(stream: &[u8], stem: &str) -> Result<Book, Refusal> {
    let globals = globals::read(stream, stem)?;
    let mut sheets = Sheets::default();
    // Sheets that lie within each other, as no program writes them, would be walked again and again.
    let mut left = 2 * stream.len();
    for entry in &globals.sheets {
        let mut cells = Cells::default();
        let mut records = Records::from(stream, entry.start);
        let before = records.left();
        let merges = sheet::read(&mut records, &globals, &mut cells)?;
        left = left.checked_sub(before - records.left()).ok_or_else(broken)?;
        sheets.put(cells, entry.name.clone(), entry.hidden, merges)?;
    }
    Ok(sheets.into_book())
}
