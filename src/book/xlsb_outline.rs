//! What calamine does not tell of a binary workbook: its merges, and what is struck through. \[MS-XLSB\] 2.4 has the
//! records.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use super::biff::{int, short};
use super::outline::Outline;
use super::package::{Xml, place, relations};
use super::sniff::Archive;
use super::strike::{Fonts, Rich};
use crate::address::{Area, Spot};

/// BrtBundleSh: a sheet of the book with the id of its relation.
const SHEET: u32 = 156;
/// BrtMergeCell: first and last row, first and last column.
const MERGE: u32 = 176;
/// BrtRowHdr: a row begins.
const ROW: u32 = 0;
/// BrtCellRk to BrtFmlaError: a cell with a value.
const CELLS: std::ops::RangeInclusive<u32> = 2..=11;
/// BrtCellIsst: one with a text that cells share.
const SHARED_CELL: u32 = 7;
/// BrtFont, BrtXF, and between which records the formats of cells lie.
const FONT: u32 = 43;
const FORMAT: u32 = 47;
const FORMATS: (u32, u32) = (617, 618);
/// BrtSSTItem: a text that cells share.
const STRING: u32 = 19;
/// fStrikeOut among the flags of a font.
const STRUCK: u16 = 0x0008;
/// No record of these is longer; what is, is passed over.
const LONGEST: u32 = 256 << 10;

/// What is known of each sheet in the order of the book; nothing of those that cannot be followed.
pub fn read(mut archive: Archive) -> Vec<Outline> {
    let targets = targets(&mut archive);
    let fonts = fonts(&mut archive);
    let mut sheets = Vec::new();
    for_each(&mut archive, "xl/workbook.bin", |kind, body| {
        if kind == SHEET {
            sheets.push(relation(body).and_then(|id| targets.get(&id).cloned()));
        }
    });
    let outline = |part: Option<String>| {
        let (mut outline, mut row) = (Outline::default(), 0);
        for_each(&mut archive, &part.unwrap_or_default(), |kind, body| match kind {
            MERGE => outline.merges.extend(area(body)),
            ROW => row = int(body, 0).unwrap_or(row),
            kind if fonts.strike() && CELLS.contains(&kind) => {
                let shared = if kind == SHARED_CELL { int(body, 8) } else { None };
                let rich = shared.and_then(|place| fonts.rich.get(&place));
                // Three bytes of the format; the fourth says something else.
                let cell = int(body, 0).zip(int(body, 4).map(|format| (format & 0xff_ffff) as usize));
                let strike = cell.and_then(|(col, format)| Some((col, fonts.of_cell(format, rich)?)));
                outline.strikes.extend(strike.map(|(col, strike)| (Spot { row, col }, strike)));
            }
            _ => {}
        });
        outline
    };
    sheets.into_iter().map(outline).collect()
}

fn fonts(archive: &mut Archive) -> Fonts {
    let (mut fonts, mut of_cells) = (Fonts::default(), false);
    for_each(archive, "xl/styles.bin", |kind, body| match kind {
        FONT => fonts.struck.push(short(body, 2).is_some_and(|flags| flags & STRUCK != 0)),
        FORMAT if of_cells => fonts.formats.push(short(body, 4).unwrap_or(0)),
        kind if kind == FORMATS.0 => of_cells = true,
        kind if kind == FORMATS.1 => of_cells = false,
        _ => {}
    });
    if fonts.strike() {
        let mut place = 0;
        for_each(archive, "xl/sharedStrings.bin", |kind, body| {
            if kind == STRING {
                fonts.rich.extend(rich(body).map(|rich| (place, rich)));
                place += 1;
            }
        });
    }
    fonts
}

/// A text that changes its font: RichStr, \[MS-XLSB\] 2.5.122.
fn rich(body: &[u8]) -> Option<Rich> {
    if body.first()? & 1 == 0 {
        return None;
    }
    let end = (int(body, 1)? as usize).checked_mul(2)?.checked_add(5)?;
    let letters = body.get(5..end)?.chunks_exact(2).filter_map(|two| short(two, 0)).collect();
    let runs = body.get(end.checked_add(4)?..)?.chunks_exact(4).take(int(body, end)? as usize);
    let runs = runs.filter_map(|four| Some((short(four, 0)?, short(four, 2)?))).collect();
    Some(Rich { letters, runs })
}

/// Parts by the ids of the book's relations.
fn targets(archive: &mut Archive) -> HashMap<String, String> {
    let Ok(mut part) = archive.by_name("xl/_rels/workbook.bin.rels") else { return HashMap::new() };
    let relations = relations(&mut Xml::new(&mut part, &mut Vec::new())).unwrap_or_default();
    relations.into_iter().map(|r| (r.id, place("xl", &r.target))).collect()
}

/// Walks the records of a part: their types and bodies. A part that is not there, or breaks off, ends the walk.
fn for_each(archive: &mut Archive, part: &str, mut each: impl FnMut(u32, &[u8])) {
    let Ok(part) = archive.by_name(part) else { return };
    let (mut reader, mut body) = (BufReader::new(part), Vec::new());
    while let (Some(kind), Some(length)) = (number(&mut reader, 2), number(&mut reader, 4)) {
        body.clear();
        let mut taken = reader.by_ref().take(length.into());
        let done = if length <= LONGEST {
            taken.read_to_end(&mut body).map(|read| read as u64)
        } else {
            std::io::copy(&mut taken, &mut std::io::sink())
        };
        if done.ok() != Some(length.into()) {
            return;
        }
        each(kind, &body);
    }
}

/// A number of seven bits a byte, the lowest first, of at most so many bytes.
fn number(reader: &mut impl Read, bytes: u32) -> Option<u32> {
    let mut number = 0;
    for i in 0..bytes {
        let mut byte = [0];
        reader.read_exact(&mut byte).ok()?;
        number |= u32::from(byte[0] & 0x7f) << (7 * i);
        if byte[0] & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// The relation's id: a length in characters, then UTF-16, after the sheet's state and number.
fn relation(body: &[u8]) -> Option<String> {
    let length = int(body, 8)? as usize;
    let units = body.get(12..12 + length.checked_mul(2)?)?;
    let units: Vec<u16> = units.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    String::from_utf16(&units).ok()
}

fn area(body: &[u8]) -> Option<Area> {
    let (first, last) = ((int(body, 0)?, int(body, 8)?), (int(body, 4)?, int(body, 12)?));
    let spot = |(row, col)| Spot { row, col };
    (first.0 <= last.0 && first.1 <= last.1).then(|| Area { first: spot(first), last: spot(last) })
}
