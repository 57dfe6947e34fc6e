//! The styles in the order in which cells refer to them: \[MS-XLSB\] 2.1.7.50, Styles.

use super::records::{Records, wide_text};
use crate::book::Refusal;
use crate::book::excel::{Bytes, Styles};
use crate::book::extent::MAX_CELLS;
use crate::book::package::{Part, broken, too_many};

/// BrtFmt: a format of numbers.
const FORMAT: u32 = 44;
/// BrtFont.
const FONT: u32 = 43;
/// BrtXF: a style; those between the two others are of cells.
const STYLE: u32 = 47;
const CELLS_BEGIN: u32 = 617;
const CELLS_END: u32 = 618;
/// BrtEndStyleSheet.
const END: u32 = 279;

/// fStrikeOut among the flags of a font.
const STRUCK: u16 = 0x0008;

/// # Errors
/// The part is broken.
pub fn read(part: &mut Part) -> Result<Styles, Refusal> {
    let (mut records, mut styles, mut of_cells) = (Records::of(part), Styles::default(), false);
    loop {
        let (kind, mut bytes) = records.next()?;
        match kind {
            CELLS_BEGIN | CELLS_END => of_cells = kind == CELLS_BEGIN,
            STYLE if !of_cells => {}
            END => return Ok(styles),
            _ if styles.size() as u64 > MAX_CELLS => return Err(too_many()),
            _ => put(kind, &mut bytes, &mut styles).ok_or_else(broken)?,
        }
    }
}

fn put(kind: u32, bytes: &mut Bytes, styles: &mut Styles) -> Option<()> {
    match kind {
        FORMAT => {
            let number = bytes.short()?;
            styles.put_format(number.into(), &wide_text(bytes)?);
        }
        FONT => {
            let (_height, flags) = (bytes.short()?, bytes.short()?);
            styles.put_font(flags & STRUCK != 0);
        }
        STYLE => {
            let (_parent, format, font) = (bytes.short()?, bytes.short()?, bytes.short()?);
            styles.put_style(font.into(), format.into());
        }
        _ => {}
    }
    Some(())
}
