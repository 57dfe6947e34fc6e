//! What somebody noted on cells: \[MS-XLSB\] 2.1.7.9, Comments.

use super::records::Records;
use super::strings::rich_text;
use crate::address::Spot;
use crate::book::Refusal;
use crate::book::cells::Cells;
use crate::book::excel::{Bytes, Styles};
use crate::book::package::{Part, broken};

/// BrtBeginComment: the author, then the first and last row, the first and last column.
const COMMENT: u32 = 635;
/// BrtCommentText.
const TEXT: u32 = 637;
/// BrtEndComments.
const END: u32 = 629;

/// # Errors
/// The part is broken.
pub fn read(part: &mut Part, styles: &Styles, cells: &mut Cells) -> Result<(), Refusal> {
    let (mut records, mut at) = (Records::of(part), None);
    loop {
        let (kind, mut bytes) = records.next()?;
        match kind {
            COMMENT => at = Some(spot(&mut bytes).ok_or_else(broken)?),
            TEXT => {
                let words = rich_text(&mut bytes, styles).ok_or_else(broken)?.text;
                if let Some(spot) = at.take() {
                    cells.comment(spot, &words)?;
                }
            }
            END => return Ok(()),
            _ => {}
        }
    }
}

fn spot(bytes: &mut Bytes) -> Option<Spot> {
    bytes.skip(4)?;
    let row = bytes.int()?;
    bytes.skip(4)?;
    Some(Spot { row, col: bytes.int()? })
}
