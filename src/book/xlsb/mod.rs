//! xlsb, \[MS-XLSB\]: an xlsx whose parts are records in place of XML.
//!
//! Calamine tells neither merges nor what is struck through. The tests hold what is read here against calamine.

mod comments;
mod listing;
mod records;
mod sheet;
mod strings;
mod styles;

use super::cells::{Cells, Sheets};
use super::excel::{Common, Outline};
use super::package::{Parts, broken, related};
use super::{Book, Refusal, sniff::Archive};

/// # Errors
/// The book is broken, or too large.
pub fn read<'a>(bytes: &'a [u8], archive: Archive<'a>) -> Result<Book, Refusal> {
    let mut parts = Parts::of(bytes, archive);
    let outline =
        Outline::of(&mut parts, |parts, book| parts.read_binary(book, listing::read)?.ok_or_else(broken))?;
    let styles = parts.read_binary(&outline.styles, styles::read)?.unwrap_or_default();
    let strings = parts.read_binary(&outline.strings, |part| strings::read(part, &styles))?;
    let common = Common { strings: strings.unwrap_or_default(), styles, from_1904: outline.from_1904 };
    let mut sheets = Sheets::default();
    for entry in outline.sheets {
        let mut cells = Cells::default();
        let merges = parts.read_binary(&entry.part, |part| sheet::read(part, &common, &mut cells))?;
        if let Some(part) = related(&mut parts, &entry.part, "comments")? {
            parts.read_binary(&part, |part| comments::read(part, &common.styles, &mut cells))?;
        }
        sheets.put(cells, entry.name, entry.hidden, merges.ok_or_else(broken)?)?;
    }
    Ok(sheets.into_book())
}
