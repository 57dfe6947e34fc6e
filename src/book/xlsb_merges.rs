//! The merges of a binary workbook, which calamine does not tell: records BrtMergeCell, \[MS-XLSB\] 2.4.711.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::sniff::Archive;
use crate::address::{Area, Spot};

/// BrtBundleSh: a sheet of the book with the id of its relation. \[MS-XLSB\] 2.4.311.
const SHEET: u32 = 156;
/// BrtMergeCell: first and last row, first and last column.
const MERGE: u32 = 176;
/// No record of these is longer; what is, is passed over.
const LONGEST: u32 = 4096;

/// The merges of each sheet in the order of the book; none of those that cannot be followed.
pub fn read(mut archive: Archive) -> Vec<Vec<Area>> {
    let targets = targets(&mut archive);
    let mut sheets = Vec::new();
    for_each(&mut archive, "xl/workbook.bin", |kind, body| {
        if kind == SHEET {
            sheets.push(relation(body).and_then(|id| targets.get(&id).cloned()));
        }
    });
    let mut merges = Vec::new();
    for part in sheets {
        let mut areas = Vec::new();
        for_each(&mut archive, &part.unwrap_or_default(), |kind, body| {
            areas.extend((kind == MERGE).then(|| area(body)).flatten());
        });
        merges.push(areas);
    }
    merges
}

/// Parts by the ids of the book's relations.
fn targets(archive: &mut Archive) -> HashMap<String, String> {
    let mut targets = HashMap::new();
    let Ok(part) = archive.by_name("xl/_rels/workbook.bin.rels") else { return targets };
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let attribute = |name: &str| {
                    let mut found = element.attributes().flatten().filter(|a| a.key.as_ref() == name);
                    found.next().map(|a| a.value.into_owned())
                };
                if let (Some(id), Some(target)) = (attribute("Id"), attribute("Target")) {
                    let part = match target.strip_prefix('/') {
                        Some(whole) => whole.to_string(),
                        None => format!("xl/{target}"),
                    };
                    targets.insert(id, part);
                }
            }
            Ok(Event::Eof) | Err(_) => return targets,
            Ok(_) => {}
        }
    }
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

fn int(body: &[u8], at: usize) -> Option<u32> {
    body.get(at..at + 4).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes)
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
