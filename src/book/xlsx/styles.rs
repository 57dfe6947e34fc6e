//! The styles in the order in which cells refer to them (`cellXfs`, ECMA-376 part 1, 18.8.10).

use crate::book::Refusal;
use crate::book::excel::Styles;
use crate::book::package::{Event, Tag, Xml, too_many};

/// Excel itself keeps 65,490 styles of a book at most.
const MOST: usize = 1 << 20;

/// # Errors
/// The part is broken.
pub fn read(xml: &mut Xml) -> Result<Styles, Refusal> {
    let (mut styles, mut list) = (Styles::default(), List::Other);
    loop {
        match xml.next()? {
            Event::Open(_) if styles.size() > MOST => return Err(too_many()),
            Event::Open(tag) => list = open(tag, list, &mut styles),
            Event::Close(b"numFmts" | b"fonts" | b"cellXfs") => list = List::Other,
            Event::Close(b"styleSheet") => return Ok(styles),
            _ => {}
        }
    }
}

/// Lists elsewhere in the part hold elements of the same names.
#[derive(Clone, Copy)]
enum List {
    Formats,
    Fonts,
    Styles,
    Other,
}

/// Takes what a tag says; gives the list that is open behind it.
fn open(tag: Tag, list: List, styles: &mut Styles) -> List {
    match (list, tag.name) {
        (_, b"numFmts") => return List::Formats,
        (_, b"fonts") => return List::Fonts,
        (_, b"cellXfs") => return List::Styles,
        (List::Formats, b"numFmt") => {
            if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.text("formatCode")) {
                styles.put_format(id, &code);
            }
        }
        (List::Fonts, b"font") => styles.put_font(false),
        (List::Fonts, b"strike") => styles.strike_font(tag.is_on("val", true)),
        (List::Styles, b"xf") => {
            let of = |name| tag.number(name).unwrap_or(0);
            styles.put_style(of("fontId"), of("numFmtId"));
        }
        _ => {}
    }
    list
}
