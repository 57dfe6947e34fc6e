//! What somebody noted on cells: ECMA-376 part 1, 18.7 (Comments).

use super::strings;
use crate::address::Spot;
use crate::book::Refusal;
use crate::book::cells::Cells;
use crate::book::package::{Event, Xml};

/// # Errors
/// The part is broken.
pub fn read(xml: &mut Xml, cells: &mut Cells) -> Result<(), Refusal> {
    let mut at: Option<Spot> = None;
    loop {
        match xml.next()? {
            Event::Open(tag) => match tag.name {
                b"comment" => at = tag.attribute("ref").and_then(|spot| spot.parse().ok()),
                b"text" => {
                    let words = strings::text(xml)?.text;
                    if let Some(spot) = at {
                        cells.comment(spot, &words)?;
                    }
                }
                _ => {}
            },
            Event::Close(b"comments") => return Ok(()),
            _ => {}
        }
    }
}
