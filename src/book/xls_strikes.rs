//! What is struck through in an xls, which calamine does not tell.
//!
//! A cell refers to a format (XF), a format to a font, and a font says whether it strikes its letters through: \[MS-XLS\]
//! 2.4.353 and 2.4.122. Texts that cells share (SST, 2.4.265) may change their font within, and so may those that
//! stand in a cell alone, as all do in Excel 5 and 95, where letters are bytes (RSTRING, OpenOffice.org's description
//! of the format, 5.93).

use std::collections::HashMap;

use encoding_rs::{Encoding, GBK, WINDOWS_1252};

use super::biff::{BEGIN, CELLS, END, MULTIPLE_RK, RICH_LABEL, Record, SHARED_LABEL, int, records, short};
use super::strike::{Fonts, Rich, Strike, Strikes};
use crate::address::Spot;

const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x00e0;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00fc;
const CONTINUE: u16 = 0x003c;
const CODE_PAGE: u16 = 0x0042;

/// fStrikeOut among the flags of a font.
const STRUCK: u16 = 0x0008;

/// What is struck through in each sheet, in the order of the book; nothing where no font strikes anything.
pub fn read(stream: &[u8]) -> Vec<Strikes> {
    let Globals { fonts, letters, sheets } = globals(stream);
    if !fonts.strike() {
        return Vec::new();
    }
    sheets.into_iter().map(|start| strikes(&fonts, letters, records(stream, start))).collect()
}

/// How letters are written.
#[derive(Clone, Copy)]
enum Letters {
    Unicode,
    /// Before Excel 97.
    Bytes(&'static Encoding),
}

/// The first version whose letters are Unicode.
const BIFF8: u16 = 0x0600;

/// What all sheets of a book refer to, and where they begin.
struct Globals {
    fonts: Fonts,
    letters: Letters,
    sheets: Vec<usize>,
}

fn globals(stream: &[u8]) -> Globals {
    let (mut fonts, mut sheets) = (Fonts::default(), Vec::new());
    let (mut strings, mut before) = (Vec::new(), 0);
    let (mut version, mut bytes) = (BIFF8, GBK);
    for Record { kind, body } in records(stream, 0) {
        match kind {
            FONT => {
                // The number of the fifth is not used.
                if fonts.struck.len() == 4 {
                    fonts.struck.push(false);
                }
                fonts.struck.push(short(body, 2).is_some_and(|flags| flags & STRUCK != 0));
            }
            FORMAT => fonts.formats.push(short(body, 0).unwrap_or(0)),
            BEGIN => version = short(body, 0).unwrap_or(version),
            // The Western one is all that Excel here writes beside Chinese.
            CODE_PAGE if short(body, 0) == Some(1252) => bytes = WINDOWS_1252,
            SHEET => sheets.push(int(body, 0).map_or(usize::MAX, |start| start as usize)),
            STRINGS => strings = vec![body],
            CONTINUE if before == STRINGS => strings.push(body),
            END => break,
            _ => {}
        }
        if kind != CONTINUE {
            before = kind;
        }
    }
    if fonts.strike() {
        fonts.rich = rich(strings);
    }
    let letters = if version < BIFF8 { Letters::Bytes(bytes) } else { Letters::Unicode };
    Globals { fonts, letters, sheets }
}

fn strikes<'a>(fonts: &Fonts, letters: Letters, records: impl Iterator<Item = Record<'a>>) -> Strikes {
    let (mut strikes, mut depth) = (Strikes::new(), 0);
    for Record { kind, body } in records {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts within the sheet have cells of their own.
            kind if depth == 1 && CELLS.contains(&kind) => {
                strikes.extend(cells(fonts, letters, kind, body).into_iter().flatten());
            }
            _ => {}
        }
    }
    strikes
}

/// The cells of a record of whose text something is struck through.
fn cells(fonts: &Fonts, letters: Letters, kind: u16, body: &[u8]) -> Option<Vec<(Spot, Strike)>> {
    let spot = Spot { row: short(body, 0)?.into(), col: short(body, 2)?.into() };
    let formats: Vec<u16> = match kind {
        // A format and a number for each, then the last column.
        MULTIPLE_RK => {
            let numbers = body.get(4..body.len().checked_sub(2)?)?.chunks_exact(6);
            numbers.filter_map(|number| short(number, 0)).collect()
        }
        _ => vec![short(body, 4)?],
    };
    let own = if kind == RICH_LABEL { rich_label(body, letters) } else { None };
    let shared = if kind == SHARED_LABEL { int(body, 6) } else { None };
    let rich = own.as_ref().or_else(|| fonts.rich.get(&shared?));
    let strike =
        |(format, col): (u16, u32)| Some((Spot { col, ..spot }, fonts.of_cell(usize::from(format), rich)?));
    Some(formats.into_iter().zip(spot.col..).filter_map(strike).collect())
}

/// The text of a cell alone, behind its length, and where it changes its font.
fn rich_label(body: &[u8], letters: Letters) -> Option<Rich> {
    let length = usize::from(short(body, 6)?);
    match letters {
        Letters::Bytes(encoding) => {
            let (text, behind) = body.get(8..)?.split_at_checked(length)?;
            let (count, runs) = behind.split_first()?;
            let units = |bytes: &[u8]| encoding.decode(bytes).0.encode_utf16().collect::<Vec<u16>>();
            // Bytes are counted, two of which make a Chinese letter.
            let run = |two: &[u8]| {
                let before = units(text.get(..usize::from(two[0]))?).len();
                Some((before as u16, u16::from(two[1])))
            };
            let runs = runs.chunks_exact(2).take(usize::from(*count)).filter_map(run).collect();
            Some(Rich { letters: units(text), runs })
        }
        Letters::Unicode => {
            let wide = body.get(8)? & 1 != 0;
            let (text, behind) = body.get(9..)?.split_at_checked(length << usize::from(wide))?;
            let letters = match wide {
                true => text.chunks_exact(2).filter_map(|two| short(two, 0)).collect(),
                false => text.iter().map(|byte| u16::from(*byte)).collect(),
            };
            let runs = behind.get(2..)?.chunks_exact(4).take(usize::from(short(behind, 0)?));
            let runs = runs.filter_map(|four| Some((short(four, 0)?, short(four, 2)?))).collect();
            Some(Rich { letters, runs })
        }
    }
}

/// The texts that change their font; those before the first that cannot be followed.
fn rich(records: Vec<&[u8]>) -> HashMap<u32, Rich> {
    let mut bytes = Bytes { records, record: 0, at: 0 };
    let mut found = HashMap::new();
    let (_, count) = (bytes.int(), bytes.int());
    for place in 0..count.unwrap_or(0) {
        match bytes.string() {
            Some(Some(rich)) => drop(found.insert(place, rich)),
            Some(None) => {}
            None => break,
        }
    }
    found
}

/// Bytes that go on over several records.
struct Bytes<'a> {
    records: Vec<&'a [u8]>,
    record: usize,
    at: usize,
}

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        while self.at >= self.records.get(self.record)?.len() {
            (self.record, self.at) = (self.record + 1, 0);
        }
        self.at += 1;
        self.records[self.record].get(self.at - 1).copied()
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn int(&mut self) -> Option<u32> {
        Some(u32::from(self.short()?) | u32::from(self.short()?) << 16)
    }

    /// XLUnicodeRichExtendedString, \[MS-XLS\] 2.5.293; nothing of a text in one font.
    fn string(&mut self) -> Option<Option<Rich>> {
        let (length, flags) = (self.short()?, self.byte()?);
        let runs = if flags & 8 != 0 { self.short()? } else { 0 };
        let extension = if flags & 4 != 0 { self.int()? } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut letters = Vec::new();
        for _ in 0..length {
            // Where letters go on in the next record, it says anew how wide they are.
            if self.at >= self.records.get(self.record)?.len() {
                wide = self.byte()? & 1 != 0;
            }
            letters.push(if wide { self.short()? } else { self.byte()?.into() });
        }
        let mut found = Vec::new();
        for _ in 0..runs {
            found.push((self.short()?, self.short()?));
        }
        for _ in 0..extension {
            self.byte()?;
        }
        Some((runs > 0).then_some(Rich { letters, runs: found }))
    }
}
