//! ods, OpenDocument 1.3 part 3: one pass over its content gives cells, styles and merges together.
//!
//! Calamine tells neither merges nor what is struck through, and lays tables out in full before anything can be asked
//! of how large they are. The tests hold what is read here against calamine.

mod cell;
mod styles;
mod table;

use self::styles::Styles;
use super::cells::Sheets;
use super::package::{Event, Parts, Xml};
use super::{Book, Refusal, sniff::Archive};

/// # Errors
/// The book is encrypted, broken, or too large.
pub fn read<'a>(bytes: &'a [u8], archive: Archive<'a>) -> Result<Book, Refusal> {
    let mut parts = Parts::of(bytes, archive);
    if parts.read_if_there("META-INF/manifest.xml", is_encrypted)? {
        return Err(Refusal::Encrypted);
    }
    let mut styles = Styles::default();
    parts.read_if_there("styles.xml", |xml| common(xml, &mut styles))?;
    parts.read("content.xml", |xml| content(xml, styles))
}

/// A package is encrypted part by part, and its manifest tells how (ODF 1.3 part 2, 4.5).
fn is_encrypted(xml: &mut Xml) -> Result<bool, Refusal> {
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.name == b"encryption-data" => return Ok(true),
            Event::Close(b"manifest") => return Ok(false),
            _ => {}
        }
    }
}

/// The styles that the book as a whole names, and that those of its content build upon.
fn common(xml: &mut Xml, styles: &mut Styles) -> Result<(), Refusal> {
    loop {
        match xml.next()? {
            Event::Open(tag) if matches!(tag.name, b"styles" | b"automatic-styles") => styles.read(xml)?,
            Event::Close(b"document-styles") => return Ok(()),
            _ => {}
        }
    }
}

fn content(xml: &mut Xml, mut styles: Styles) -> Result<Book, Refusal> {
    let mut sheets = Sheets::default();
    loop {
        match xml.next()? {
            Event::Open(tag) => match tag.name {
                b"automatic-styles" => styles.read(xml)?,
                b"table" => {
                    let name = tag.text("name").unwrap_or_default();
                    let hidden = tag.attribute("style-name").is_some_and(|style| styles.hide(style));
                    let (cells, merges) = table::read(xml, &styles)?;
                    sheets.put(cells, name, hidden, merges)?;
                }
                b"document-content" | b"body" | b"spreadsheet" => {}
                // What was taken back, links to other books and the like hold tables and cells too.
                _ => xml.skip()?,
            },
            Event::Close(b"document-content") => return Ok(sheets.into_book()),
            _ => {}
        }
    }
}
