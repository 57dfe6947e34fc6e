//! What the book itself says of its sheets (`workbook`, ECMA-376 part 1, 18.2.27).

use crate::book::Refusal;
use crate::book::excel::{Listed, Listing};
use crate::book::package::{Event, Xml};

/// # Errors
/// The part is broken.
pub fn read(xml: &mut Xml) -> Result<Listing, Refusal> {
    let mut listing = Listing::default();
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.name == b"sheet" => listing.sheets.push(Listed {
                name: tag.text("name").unwrap_or_default(),
                hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                relation: tag.text("id").unwrap_or_default(),
            }),
            Event::Open(tag) if tag.name == b"workbookPr" => {
                listing.from_1904 = tag.is_on("date1904", listing.from_1904);
            }
            Event::Close(b"workbook") => return Ok(listing),
            _ => {}
        }
    }
}
