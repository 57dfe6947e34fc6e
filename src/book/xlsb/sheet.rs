//! The cells and the merges of one sheet: \[MS-XLSB\] 2.1.7.62, Worksheet.

use super::records::{Records, wide_text};
use super::strings::rich_text;
use crate::address::{Area, Spot};
use crate::book::Refusal;
use crate::book::cells::Cells;
use crate::book::excel::{Bytes, Common, Written};
use crate::book::extent::MAX_CELLS;
use crate::book::package::{Part, broken, too_many};

/// BrtRowHdr: a row begins.
const ROW: u32 = 0;
/// BrtMergeCell.
const MERGE: u32 = 176;
/// BrtEndSheet.
const END: u32 = 130;

/// BrtShortBlank to BrtShortIsst: the same as those of [`Holds`], without the column, which is the next one.
const SHORT: std::ops::RangeInclusive<u32> = 12..=18;
const SHORT_BEHIND: u32 = 11;

/// Puts the cells where they belong and gives the merges.
///
/// # Errors
/// The sheet is broken or too large.
pub fn read(part: &mut Part, common: &Common, cells: &mut Cells) -> Result<Vec<Area>, Refusal> {
    let (mut records, mut merges) = (Records::of(part), Vec::new());
    let mut next = Spot { row: 0, col: 0 };
    loop {
        let (kind, mut bytes) = records.next()?;
        match kind {
            ROW => next = Spot { row: bytes.int().ok_or_else(broken)?, col: 0 },
            MERGE if merges.len() as u64 >= MAX_CELLS => return Err(too_many()),
            MERGE => merges.extend(area(&mut bytes).ok_or_else(broken)?),
            END => return Ok(merges),
            _ => {
                let short = SHORT.contains(&kind);
                let Some(holds) = Holds::of(if short { kind - SHORT_BEHIND } else { kind }) else { continue };
                if !short {
                    next.col = bytes.int().ok_or_else(broken)?;
                }
                // Three bytes of the style; the fourth says something else.
                let style = bytes.int().ok_or_else(broken)? & 0xff_ffff;
                if let Some(written) = holds.written(&mut bytes, common).ok_or_else(broken)? {
                    common.put(next, style as usize, written, cells)?;
                }
                next.col = next.col.saturating_add(1);
            }
        }
    }
}

/// What a cell's record holds behind its place and style.
enum Holds {
    Nothing,
    PackedNumber,
    Number,
    Flag,
    Error,
    Text,
    SharedText,
    RichText,
}

impl Holds {
    /// By the type of the record: BrtCellBlank to BrtCellIsst, BrtFmlaString to BrtFmlaError, BrtCellRString.
    fn of(kind: u32) -> Option<Self> {
        Some(match kind {
            1 => Holds::Nothing,
            2 => Holds::PackedNumber,
            3 | 11 => Holds::Error,
            4 | 10 => Holds::Flag,
            5 | 9 => Holds::Number,
            6 | 8 => Holds::Text,
            7 => Holds::SharedText,
            62 => Holds::RichText,
            _ => return None,
        })
    }

    fn written(self, bytes: &mut Bytes, common: &Common) -> Option<Option<Written>> {
        Some(Some(match self {
            Holds::Nothing => return Some(None),
            Holds::PackedNumber => Written::Number(bytes.packed_number()?),
            Holds::Number => Written::Number(bytes.float()?),
            Holds::Flag => Written::Flag(bytes.byte()?),
            Holds::Error => Written::Error(bytes.byte()?),
            Holds::Text => Written::Letters(wide_text(bytes)?.into()),
            Holds::SharedText => Written::Shared(bytes.int()?),
            Holds::RichText => Written::Letters(rich_text(bytes, &common.styles)?),
        }))
    }
}

/// First and last row, first and last column; nothing where they are the wrong way round.
fn area(bytes: &mut Bytes) -> Option<Option<Area>> {
    let (rows, cols) = ((bytes.int()?, bytes.int()?), (bytes.int()?, bytes.int()?));
    let (first, last) = (Spot { row: rows.0, col: cols.0 }, Spot { row: rows.1, col: cols.1 });
    Some((rows.0 <= rows.1 && cols.0 <= cols.1).then_some(Area { first, last }))
}
