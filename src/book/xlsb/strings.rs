//! The texts that cells share: \[MS-XLSB\] 2.1.7.45, Shared String Table.

use super::records::{Records, wide_text};
use crate::book::Refusal;
use crate::book::excel::{Bytes, Letters, Styles};
use crate::book::extent::MAX_CELLS;
use crate::book::package::{Part, broken, too_many};

/// BrtSSTItem.
const STRING: u32 = 19;
/// BrtEndSst.
const END: u32 = 160;

/// # Errors
/// The part is broken.
pub fn read(part: &mut Part, styles: &Styles) -> Result<Vec<Letters>, Refusal> {
    let (mut records, mut strings) = (Records::of(part), Vec::new());
    loop {
        let (kind, mut bytes) = records.next()?;
        match kind {
            STRING if strings.len() as u64 >= MAX_CELLS => return Err(too_many()),
            STRING => strings.push(rich_text(&mut bytes, styles).ok_or_else(broken)?),
            END => return Ok(strings),
            _ => {}
        }
    }
}

/// RichStr, 2.5.122: a text and where it changes its font; how it is spoken stands behind.
pub fn rich_text(bytes: &mut Bytes, styles: &Styles) -> Option<Letters> {
    let changes = bytes.byte()? & 1 != 0;
    let mut letters = Letters::from(wide_text(bytes)?);
    for _ in 0..if changes { bytes.int()? } else { 0 } {
        let (from, font) = (bytes.short()?, bytes.short()?);
        letters.runs.push((from, styles.strikes(font.into())));
    }
    Some(letters)
}
