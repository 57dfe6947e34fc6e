//! What the book itself says of its sheets: \[MS-XLSB\] 2.1.7.61, Workbook.

use super::records::{Records, wide_text};
use crate::book::Refusal;
use crate::book::excel::{Bytes, Listed, Listing};
use crate::book::package::{Part, broken};

/// BrtWbProp.
const PROPERTIES: u32 = 153;
/// BrtBundleSh.
const SHEET: u32 = 156;
/// BrtEndBook.
const END: u32 = 132;

/// # Errors
/// The part is broken.
pub fn read(part: &mut Part) -> Result<Listing, Refusal> {
    let (mut records, mut listing) = (Records::of(part), Listing::default());
    loop {
        let (kind, mut bytes) = records.next()?;
        match kind {
            PROPERTIES => listing.from_1904 = bytes.int().ok_or_else(broken)? & 1 != 0,
            SHEET => listing.sheets.push(listed(&mut bytes).ok_or_else(broken)?),
            END => return Ok(listing),
            _ => {}
        }
    }
}

fn listed(bytes: &mut Bytes) -> Option<Listed> {
    let (state, _number) = (bytes.int()?, bytes.int()?);
    let (relation, name) = (wide_text(bytes)?, wide_text(bytes)?);
    Some(Listed { name, hidden: state != 0, relation })
}
