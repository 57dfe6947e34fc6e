//! What is struck through in an xls, which calamine does not tell.
//!
//! A cell refers to a format (XF), a format to a font, and a font says whether it strikes its letters through: \[MS-XLS\]
//! 2.4.353 and 2.4.122. Texts that cells share (SST, 2.4.265) may change their font within.

use std::collections::HashMap;

use super::biff::{BEGIN, CELLS, END, MULTIPLE_RK, Record, SHARED_LABEL, int, records, short};
use super::strike::{Fonts, Rich, Strike, Strikes};
use crate::address::Spot;

const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x00e0;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00fc;
const CONTINUE: u16 = 0x003c;

/// fStrikeOut among the flags of a font.
const STRUCK: u16 = 0x0008;

/// What is struck through in each sheet, in the order of the book; nothing where no font strikes anything.
pub fn read(stream: &[u8]) -> Vec<Strikes> {
    let (fonts, sheets) = globals(stream);
    if !fonts.strike() {
        return Vec::new();
    }
    sheets.into_iter().map(|start| strikes(&fonts, records(stream, start))).collect()
}

/// What all sheets of a book refer to, and where they begin.
fn globals(stream: &[u8]) -> (Fonts, Vec<usize>) {
    let (mut fonts, mut sheets) = (Fonts::default(), Vec::new());
    let (mut strings, mut before) = (Vec::new(), 0);
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
    (fonts, sheets)
}

fn strikes<'a>(fonts: &Fonts, records: impl Iterator<Item = Record<'a>>) -> Strikes {
    let (mut strikes, mut depth) = (Strikes::new(), 0);
    for Record { kind, body } in records {
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            END => depth -= 1,
            // Charts within the sheet have cells of their own.
            kind if depth == 1 && CELLS.contains(&kind) => {
                strikes.extend(cells(fonts, kind, body).into_iter().flatten());
            }
            _ => {}
        }
    }
    strikes
}

/// The cells of a record of whose text something is struck through.
fn cells(fonts: &Fonts, kind: u16, body: &[u8]) -> Option<Vec<(Spot, Strike)>> {
    let spot = Spot { row: short(body, 0)?.into(), col: short(body, 2)?.into() };
    let formats: Vec<u16> = match kind {
        // A format and a number for each, then the last column.
        MULTIPLE_RK => {
            let numbers = body.get(4..body.len().checked_sub(2)?)?.chunks_exact(6);
            numbers.filter_map(|number| short(number, 0)).collect()
        }
        _ => vec![short(body, 4)?],
    };
    let shared = if kind == SHARED_LABEL { int(body, 6) } else { None };
    let strike =
        |(format, col): (u16, u32)| Some((Spot { col, ..spot }, fonts.of_cell(usize::from(format), shared)?));
    Some(formats.into_iter().zip(spot.col..).filter_map(strike).collect())
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
