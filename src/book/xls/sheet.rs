//! The cells and the merges of one sheet: \[MS-XLS\] 2.1.7.20.6, Worksheet Substream.

use super::comments::Comments;
use super::globals::Globals;
use super::records::{BEGIN, END, Record, Records};
use crate::address::{Area, Spot};
use crate::book::Refusal;
use crate::book::cells::Cells;
use crate::book::excel::{Bytes, Written};
use crate::book::extent::MAX_CELLS;
use crate::book::package::{broken, too_many};

/// A cell with a formula; where this gives a text, the text follows in a record of its own.
const FORMULA: u16 = 0x0006;
const FORMULA_TEXT: u16 = 0x0207;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const FLAG_OR_ERROR: u16 = 0x0205;
const RK: u16 = 0x027e;
/// Cells side by side with a number each.
const MULTIPLE_RK: u16 = 0x00bd;
/// A cell with one of the texts that cells share.
const SHARED_LABEL: u16 = 0x00fd;
const RICH_LABEL: u16 = 0x00d6;
const MERGES: u16 = 0x00e5;

/// Puts the cells where they belong and gives the merges.
///
/// # Errors
/// The sheet is broken or too large.
pub fn read(records: &mut Records, globals: &Globals, cells: &mut Cells) -> Result<Vec<Area>, Refusal> {
    if records.next()?.kind != BEGIN {
        return Err(broken());
    }
    let mut sheet = Sheet { globals, cells, formula: None, merges: Vec::new() };
    // Charts within the sheet have cells of their own.
    let (mut charts, mut comments) = (0u32, Comments::default());
    loop {
        let record = records.next()?;
        match record.kind {
            BEGIN => charts += 1,
            END if charts == 0 => {
                comments.put(sheet.cells)?;
                return Ok(sheet.merges);
            }
            END => charts -= 1,
            _ if charts == 0 => {
                comments.take(&record, globals);
                sheet.record(&record)?;
            }
            _ => {}
        }
    }
}

struct Sheet<'a> {
    globals: &'a Globals,
    cells: &'a mut Cells,
    /// The cell, and its style, of the last formula that gives a text.
    formula: Option<(Spot, usize)>,
    merges: Vec<Area>,
}

impl Sheet<'_> {
    fn record(&mut self, record: &Record) -> Result<(), Refusal> {
        let bytes = &mut record.bytes();
        match record.kind {
            MULTIPLE_RK => self.side_by_side(bytes, record.length()),
            MERGES => self.merge(bytes),
            FORMULA_TEXT => {
                let Some((spot, style)) = self.formula.take() else { return Ok(()) };
                let text = self.globals.script.text(bytes, &self.globals.common.styles).ok_or_else(broken)?;
                self.put(spot, style, Written::Letters(text))
            }
            FORMULA | NUMBER | LABEL | FLAG_OR_ERROR | RK | SHARED_LABEL | RICH_LABEL => {
                let (spot, style) = place(bytes).ok_or_else(broken)?;
                match self.written(record.kind, bytes).ok_or_else(broken)? {
                    Some(written) => self.put(spot, style, written),
                    None => {
                        self.formula = Some((spot, style));
                        Ok(())
                    }
                }
            }
            _ => Ok(()),
        }
    }

    fn put(&mut self, spot: Spot, style: usize, written: Written) -> Result<(), Refusal> {
        self.globals.common.put(spot, style, written, self.cells)
    }

    /// What the cell of a record holds; nothing where it is told in another.
    fn written(&self, kind: u16, bytes: &mut Bytes) -> Option<Option<Written>> {
        let Globals { common, script, .. } = self.globals;
        Some(Some(match kind {
            FORMULA => return result(bytes),
            NUMBER => Written::Number(bytes.float()?),
            RK => Written::Number(bytes.packed_number()?),
            FLAG_OR_ERROR => {
                let (value, is_error) = (bytes.byte()?, bytes.byte()?);
                if is_error == 0 { Written::Flag(value) } else { Written::Error(value) }
            }
            SHARED_LABEL => Written::Shared(bytes.int()?),
            RICH_LABEL => Written::Letters(script.rich_text(bytes, &common.styles)?),
            _ => Written::Letters(script.text(bytes, &common.styles)?),
        }))
    }

    /// Row and first column, then a style and a number for each, then the last column.
    fn side_by_side(&mut self, bytes: &mut Bytes, length: usize) -> Result<(), Refusal> {
        let first = spot(bytes).ok_or_else(broken)?;
        for col in first.col..first.col + (length.saturating_sub(6) / 6) as u32 {
            let style = bytes.short().ok_or_else(broken)?;
            let number = bytes.packed_number().ok_or_else(broken)?;
            self.put(Spot { col, ..first }, style.into(), Written::Number(number))?;
        }
        Ok(())
    }

    /// First and last row, first and last column of each.
    fn merge(&mut self, bytes: &mut Bytes) -> Result<(), Refusal> {
        for _ in 0..bytes.short().unwrap_or(0) {
            if self.merges.len() as u64 >= MAX_CELLS {
                return Err(too_many());
            }
            let mut next = || bytes.short().map(u32::from).ok_or_else(broken);
            let (rows, cols) = ((next()?, next()?), (next()?, next()?));
            if rows.0 <= rows.1 && cols.0 <= cols.1 {
                let (first, last) = (Spot { row: rows.0, col: cols.0 }, Spot { row: rows.1, col: cols.1 });
                self.merges.push(Area { first, last });
            }
        }
        Ok(())
    }
}

fn spot(bytes: &mut Bytes) -> Option<Spot> {
    Some(Spot { row: bytes.short()?.into(), col: bytes.short()?.into() })
}

/// Where a cell lies, and its style.
fn place(bytes: &mut Bytes) -> Option<(Spot, usize)> {
    Some((spot(bytes)?, bytes.short()?.into()))
}

/// What a formula gave when the book was saved (FormulaValue, \[MS-XLS\] 2.5.133): a number, or, where the last two
/// bytes are all ones, what the first says; nothing where the text is told in the next record.
fn result(bytes: &mut Bytes) -> Option<Option<Written>> {
    let number = bytes.float()?;
    let [kind, _, value, .., last, end] = number.to_le_bytes();
    Some(match (kind, last, end) {
        (0, 0xff, 0xff) => None,
        (1, 0xff, 0xff) => Some(Written::Flag(value)),
        (2, 0xff, 0xff) => Some(Written::Error(value)),
        // A text without a letter.
        (3, 0xff, 0xff) => Some(Written::Letters(String::new().into())),
        _ => Some(Written::Number(number)),
    })
}
