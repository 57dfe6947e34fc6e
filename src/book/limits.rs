//! Refusing, before reading, a file that would take unbounded memory.

use std::io::{Cursor, Read};

use super::{Refusal, cells::MAX_CELLS};
use crate::address::Spot;

/// The most bytes that an archive may unpack to.
const MAX_UNPACKED: u64 = 400 << 20;

/// An archive bomb is told by what its parts claim to unpack to, or do unpack to against their claim.
pub fn check_zip(bytes: &[u8]) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|_| Refusal::Unreadable("文件不完整或已损坏".into()))?;
    let mut unpacked = 0u64;
    for i in 0..archive.len() {
        let part = archive.by_index_raw(i).map_err(|_| Refusal::Unreadable("文件不完整或已损坏".into()))?;
        unpacked = unpacked.saturating_add(part.size().max(part.compressed_size()));
        // Deflate packs at most about 1000 to 1: a part that claims less than its bytes can hold is not believed.
        if unpacked > MAX_UNPACKED {
            return Err(Refusal::TooLarge("压缩包展开后过大".into()));
        }
    }
    Ok(())
}

/// Calamine lays an xls sheet out in full, so one cell at IV65536 would take a gigabyte: the records
/// of the book are walked first, and a sheet whose cells lie too far apart is refused.
pub fn check_xls(bytes: &[u8]) -> Result<(), Refusal> {
    let Some(stream) = workbook_stream(bytes) else { return Ok(()) };
    let short = |at: usize| Some(u16::from_le_bytes([*stream.get(at)?, *stream.get(at + 1)?]));
    let (mut at, mut rows, mut cols) = (0usize, 0u64, 0u64);
    while let (Some(kind), Some(length)) = (short(at), short(at + 2)) {
        match kind {
            // BOF: another sheet begins.
            0x0009 | 0x0209 | 0x0409 | 0x0809 => (rows, cols) = (0, 0),
            // FORMULA, NUMBER, LABEL, BOOLERR, RK, MULRK, LABELSST, RSTRING: row, column.
            0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x027e | 0x00bd | 0x00fd | 0x00d6 => {
                if let (Some(row), Some(col)) = (short(at + 4), short(at + 6)) {
                    rows = rows.max(u64::from(row) + 1);
                    cols = cols.max(u64::from(col) + 1);
                    if rows * cols > MAX_CELLS {
                        let spot = Spot { row: row.into(), col: col.into() };
                        return Err(Refusal::TooLarge(format!("{spot} 处有内容，表的范围过大")));
                    }
                }
            }
            _ => {}
        }
        at += 4 + usize::from(length);
    }
    Ok(())
}

fn workbook_stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|n| file.is_stream(n))?;
    let mut stream = Vec::new();
    file.open_stream(name).ok()?.read_to_end(&mut stream).ok()?;
    Some(stream)
}
