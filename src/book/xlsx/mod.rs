//! xlsx, ECMA-376: one pass over each part gives cells, styles and merges together.
//!
//! Calamine gives an xlsx's merges only by unpacking and parsing a second time, and gives up a whole book for one cell of
//! an unknown kind. The tests hold what is read here against calamine.

mod comments;
mod listing;
mod sheet;
mod strings;
mod styles;

use super::cells::{Cells, Sheets};
use super::excel::{Listing, Outline, Styles};
use super::package::{Known, Parts, broken, related};
use super::{Book, Refusal, sniff::Archive};

/// What the cells of every sheet refer to.
struct Common {
    strings: strings::Strings,
    styles: Styles,
    /// Days are counted from 1904, as old Macs did.
    from_1904: bool,
}

thread_local! {
    static LISTING: Known<Listing> = const { Known::nothing() };
    static STYLES: Known<Styles> = const { Known::nothing() };
}

/// # Errors
/// The book is broken, or too large.
pub fn read<'a>(bytes: &'a [u8], archive: Archive<'a>) -> Result<Book, Refusal> {
    let mut parts = Parts::of(bytes, archive);
    let outline = Outline::of(&mut parts, |parts, book| {
        parts.recall(book, &LISTING, listing::read)?.ok_or_else(broken)
    })?;
    let common = Common {
        strings: parts.read_if_there(&outline.strings, strings::read)?,
        styles: parts.recall(&outline.styles, &STYLES, styles::read)?.unwrap_or_default(),
        from_1904: outline.from_1904,
    };
    let mut sheets = Sheets::default();
    for entry in outline.sheets {
        let mut cells = Cells::default();
        let merges = parts.read(&entry.part, |xml| sheet::read(xml, &common, &mut cells))?;
        if let Some(part) = related(&mut parts, &entry.part, "comments")? {
            parts.read_if_there(&part, |xml| comments::read(xml, &mut cells))?;
        }
        sheets.put(cells, entry.name, entry.hidden, merges)?;
    }
    Ok(sheets.into_book())
}
