//! Room 1: a file's bytes become sheets of addressed cells.
//!
//! Knows file formats, encodings and limits; knows no Chinese word. What a file is, its content
//! decides, never its extension (`sniff`). Each file is fenced: a reader that fails or panics
//! loses that one file, which is then reported by name.

mod cells;
mod excel;
mod extent;
mod html;
mod limits;
mod ods;
mod package;
mod sheet;
mod shelf;
mod sniff;
mod strike;
mod text_table;
mod xls;
mod xlsb;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

pub use extent::MAX_CELLS;
pub use sheet::{Sheet, Value};
pub use shelf::{Shelf, Title};
use sniff::Format;

/// One file, read.
#[derive(Debug, Clone)]
pub struct Book {
    pub sheets: Vec<Sheet>,
    /// The file is text in a Chinese legacy encoding, in which `✓` cannot be written and is kept as `?`.
    pub legacy_text: bool,
}

/// Why a file gave no book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The file is of a kind that holds no sheets.
    NotABook,
    Encrypted,
    /// Reading it would take unbounded memory or time; the reason, in Chinese.
    TooLarge(String),
    /// Broken or unreadable; the reason, in Chinese.
    Unreadable(String),
}

/// Reads one file from its bytes. `path` serves for its name and its extension only.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Book, Refusal> {
    // A panic, of a library or our own, costs that file and nothing else.
    catch_unwind(AssertUnwindSafe(|| read_unfenced(path, bytes)))
        .unwrap_or_else(|_| Err(Refusal::Unreadable("文件内容已损坏".into())))
}

fn read_unfenced(path: &Path, bytes: &[u8]) -> Result<Book, Refusal> {
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    match sniff::sniff(path, bytes)? {
        Format::Xlsx(archive) => xlsx::read(bytes, archive),
        Format::Xlsb(archive) => xlsb::read(bytes, archive),
        Format::Ods(archive) => ods::read(bytes, archive),
        Format::Xls(stream) => xls::read(&stream, &stem),
        Format::Html => limits::check_text(bytes).and_then(|()| html::read(&stem, bytes)),
        Format::Text => limits::check_text(bytes).and_then(|()| text_table::read(&stem, path, bytes)),
    }
}
