//! What the styles of cells say of their values.

use std::collections::HashMap;

use super::number_format::Shown;
use crate::book::Refusal;
use crate::book::package::{Event, Tag, Xml, too_many};

/// Excel itself keeps 65,490 styles of a book at most.
const MOST: usize = 1 << 20;

#[derive(Default, Clone, Copy)]
pub struct Style {
    /// How a number is shown.
    pub shown: Shown,
    pub struck: bool,
}

/// The styles in the order in which cells refer to them (`cellXfs`, ECMA-376 part 1, 18.8.10).
///
/// # Errors
/// The part is broken.
pub fn read(xml: &mut Xml) -> Result<Vec<Style>, Refusal> {
    let mut sheet = StyleSheet::default();
    loop {
        match xml.next()? {
            Event::Open(_) if sheet.size() > MOST => return Err(too_many()),
            Event::Open(tag) => sheet.open(tag),
            Event::Close(b"numFmts" | b"fonts" | b"cellXfs") => sheet.list = List::Other,
            Event::Close(b"styleSheet") => return Ok(sheet.styles),
            _ => {}
        }
    }
}

#[derive(Default)]
struct StyleSheet {
    list: List,
    formats: HashMap<usize, Shown>,
    /// Whether each font strikes its letters through.
    fonts: Vec<bool>,
    styles: Vec<Style>,
}

/// Lists elsewhere in the part hold elements of the same names.
#[derive(Default, Clone, Copy)]
enum List {
    Formats,
    Fonts,
    Styles,
    #[default]
    Other,
}

impl StyleSheet {
    fn size(&self) -> usize {
        self.formats.len() + self.fonts.len() + self.styles.len()
    }

    fn open(&mut self, tag: Tag) {
        match (self.list, tag.name) {
            (_, b"numFmts") => self.list = List::Formats,
            (_, b"fonts") => self.list = List::Fonts,
            (_, b"cellXfs") => self.list = List::Styles,
            (List::Formats, b"numFmt") => {
                if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.text("formatCode")) {
                    self.formats.insert(id, Shown::by_code(&code));
                }
            }
            (List::Fonts, b"font") => self.fonts.push(false),
            (List::Fonts, b"strike") => {
                if let Some(font) = self.fonts.last_mut() {
                    *font = tag.is_on("val", true);
                }
            }
            (List::Styles, b"xf") => {
                let format = tag.number("numFmtId").unwrap_or(0);
                let font = tag.number("fontId").unwrap_or(0);
                self.styles.push(Style {
                    shown: self.formats.get(&format).copied().unwrap_or_else(|| Shown::by_number(format)),
                    struck: self.fonts.get(font).copied().unwrap_or(false),
                });
            }
            _ => {}
        }
    }
}
