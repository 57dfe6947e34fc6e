//! What somebody noted on cells: an object of its own holds the text, and a record behind all objects says on which cell
//! it is (\[MS-XLS\] 2.4.179, Note). Before Excel 97 the record itself holds the text.

use std::collections::HashMap;

use super::globals::Globals;
use super::letters::Script;
use super::records::Record;
use crate::address::Spot;
use crate::book::Refusal;
use crate::book::cells::Cells;
use crate::book::excel::{Bytes, Styles};
use crate::text::Text;

/// Obj: what the next text is of.
const OBJECT: u16 = 0x005d;
/// TxO.
const TEXT: u16 = 0x01b6;
const NOTE: u16 = 0x001c;

/// The texts of a sheet's objects, and the comments that go with them.
#[derive(Default)]
pub struct Comments {
    object: Option<u16>,
    texts: HashMap<u16, Text>,
    notes: Vec<(Spot, Words)>,
}

enum Words {
    OfObject(u16),
    Here(Text),
}

impl Comments {
    /// Takes what a record says of comments. One that cannot be followed says nothing: the cells do not depend on it.
    pub fn take(&mut self, record: &Record, globals: &Globals) {
        let (bytes, styles) = (&mut record.bytes(), &globals.common.styles);
        match record.kind {
            OBJECT => self.object = object(bytes),
            TEXT => {
                let text = text(bytes, globals.script, styles);
                self.texts.extend(self.object.take().zip(text));
            }
            NOTE => self.notes.extend(note(bytes, record.length(), globals.script, styles)),
            _ => {}
        }
    }

    /// # Errors
    /// There are more than any sheet has.
    pub fn put(self, cells: &mut Cells) -> Result<(), Refusal> {
        for (spot, words) in self.notes {
            let words = match words {
                Words::Here(words) => Some(words),
                Words::OfObject(object) => self.texts.get(&object).cloned(),
            };
            if let Some(words) = words {
                cells.comment(spot, &words)?;
            }
        }
        Ok(())
    }
}

/// The number of an object: FtCmo, 2.5.143, of 0x12 bytes.
fn object(bytes: &mut Bytes) -> Option<u16> {
    let is_common = bytes.short()? == 0x15 && bytes.short()? == 0x12;
    bytes.short()?;
    bytes.short().filter(|_| is_common)
}

/// The text of an object: its length behind ten bytes, the text itself in the record that continues it.
fn text(bytes: &mut Bytes, script: Script, styles: &Styles) -> Option<Text> {
    bytes.skip(10)?;
    let length = bytes.short()?;
    bytes.skip(6)?;
    Some(script.text_of(bytes, length, styles)?.text)
}

fn note(bytes: &mut Bytes, length: usize, script: Script, styles: &Styles) -> Option<(Spot, Words)> {
    let spot = Spot { row: bytes.short()?.into(), col: bytes.short()?.into() };
    match script {
        Script::Unicode => {
            bytes.short()?;
            Some((spot, Words::OfObject(bytes.short()?)))
        }
        // A longer text goes on in other records, which say no row.
        Script::CodePage(_) if spot.row == 0xffff => None,
        Script::CodePage(_) => {
            let said = bytes.short()?.min(length.saturating_sub(6) as u16);
            Some((spot, Words::Here(script.text_of(bytes, said, styles)?.text)))
        }
    }
}
