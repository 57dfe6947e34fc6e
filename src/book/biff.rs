//! The records of which an xls is made: \[MS-XLS\] 2.1.4. Those of Excel 5 and 95 have the same form.

use std::io::{Cursor, Read};

/// A record with its body, as much of it as there is.
pub struct Record<'a> {
    pub kind: u16,
    pub body: &'a [u8],
}

/// BOF: the book, a sheet or a chart begins.
pub const BEGIN: u16 = 0x0809;
pub const END: u16 = 0x000a;

/// A cell with a formula.
pub const FORMULA: u16 = 0x0006;
pub const NUMBER: u16 = 0x0203;
pub const LABEL: u16 = 0x0204;
pub const FLAG: u16 = 0x0205;
pub const RK: u16 = 0x027e;
/// Cells side by side with a number each.
pub const MULTIPLE_RK: u16 = 0x00bd;
/// A cell with one of the texts that cells share.
pub const SHARED_LABEL: u16 = 0x00fd;
pub const RICH_LABEL: u16 = 0x00d6;

/// The records that hold cells. Each begins with the row, the column and the format.
pub const CELLS: [u16; 8] = [FORMULA, NUMBER, LABEL, FLAG, RK, MULTIPLE_RK, SHARED_LABEL, RICH_LABEL];

/// The stream of a compound file in which a book's records lie.
pub fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|n| file.is_stream(n))?;
    let mut stream = Vec::new();
    file.open_stream(name).ok()?.read_to_end(&mut stream).ok()?;
    Some(stream)
}

/// The records from a place in the stream to its end.
pub fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (short(rest, 0)?, usize::from(short(rest, 2)?));
        let (body, behind) = rest[4..].split_at(length.min(rest.len() - 4));
        rest = behind;
        Some(Record { kind, body })
    })
}

pub fn short(body: &[u8], at: usize) -> Option<u16> {
    body.get(at..at.checked_add(2)?).and_then(|two| two.try_into().ok()).map(u16::from_le_bytes)
}

pub fn int(body: &[u8], at: usize) -> Option<u32> {
    body.get(at..at.checked_add(4)?).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
}
