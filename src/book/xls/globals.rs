//! What an xls says before its sheets: \[MS-XLS\] 2.1.7.20.3, Globals Substream.

use super::letters::Script;
use super::records::{BEGIN, END, Record, Records};
use crate::book::Refusal;
use crate::book::excel::{Bytes, Common};
use crate::book::extent::MAX_CELLS;
use crate::book::package::{broken, too_many};

/// FilePass: the rest is encrypted.
const ENCRYPTED: u16 = 0x002f;
/// Date1904.
const FROM_1904: u16 = 0x0022;
const CODE_PAGE: u16 = 0x0042;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041e;
/// XF: a style of cells or of other styles; the fonts and formats that it refers to come before it.
const STYLE: u16 = 0x00e0;
/// BoundSheet8.
const SHEET: u16 = 0x0085;
/// SST: the texts that cells share.
const STRINGS: u16 = 0x00fc;

/// fStrikeOut among the flags of a font.
const STRUCK: u16 = 0x0008;
/// The number of the fifth font is not used.
const UNUSED_FONT: usize = 4;

pub struct Globals {
    pub common: Common,
    pub script: Script,
    /// Worksheets in the book's order, without charts and macros on sheets of their own.
    pub sheets: Vec<Entry>,
}

pub struct Entry {
    pub name: String,
    pub hidden: bool,
    /// Where in the stream the sheet begins.
    pub start: usize,
}

/// # Errors
/// The book is encrypted, or broken before its sheets.
pub fn read(stream: &[u8], stem: &str) -> Result<Globals, Refusal> {
    let mut records = Records::from(stream, 0);
    let first = records.next()?;
    let mut bytes = first.bytes();
    let (BEGIN, Some(version), Some(holds)) = (first.kind, bytes.short(), bytes.short()) else {
        return Err(broken());
    };
    let mut globals =
        Globals { common: Common::default(), script: Script::of(version, None), sheets: Vec::new() };
    // What programs of the web write is one sheet and nothing before it.
    if holds == super::WORKSHEET {
        globals.sheets.push(Entry { name: stem.to_string(), hidden: false, start: 0 });
        return Ok(globals);
    }
    loop {
        let record = records.next()?;
        match record.kind {
            END => return Ok(globals),
            ENCRYPTED => return Err(Refusal::Encrypted),
            CODE_PAGE => globals.script = Script::of(version, record.bytes().short()),
            STRINGS => globals.strings(&record)?,
            _ => globals.record(&record).ok_or_else(broken)?,
        }
        if globals.common.styles.size() as u64 > MAX_CELLS {
            return Err(too_many());
        }
    }
}

impl Globals {
    fn record(&mut self, record: &Record) -> Option<()> {
        let mut bytes = record.bytes();
        let styles = &mut self.common.styles;
        match record.kind {
            FROM_1904 => self.common.from_1904 = bytes.short()? != 0,
            FONT => {
                if styles.fonts() == UNUSED_FONT {
                    styles.put_font(false);
                }
                bytes.skip(2)?;
                styles.put_font(bytes.short()? & STRUCK != 0);
            }
            FORMAT => {
                let number = bytes.short()?;
                let code = match self.script {
                    Script::Unicode => self.script.text(&mut bytes, styles)?,
                    Script::CodePage(_) => self.script.short_text(&mut bytes, styles)?,
                };
                styles.put_format(number.into(), &code.text);
            }
            STYLE => {
                let (font, format) = (bytes.short()?, bytes.short()?);
                styles.put_style(font.into(), format.into());
            }
            SHEET => self.sheets.extend(self.entry(&mut bytes)?),
            _ => {}
        }
        Some(())
    }

    /// A sheet of cells; nothing where it holds something else.
    fn entry(&self, bytes: &mut Bytes) -> Option<Option<Entry>> {
        let (start, state, holds) = (bytes.int()?, bytes.byte()?, bytes.byte()?);
        let name = self.script.short_text(bytes, &self.common.styles)?.text.to_string();
        Some((holds == 0).then_some(Entry { name, hidden: state & 3 != 0, start: start as usize }))
    }

    /// Those before the first that breaks off: a cell that refers to one behind it is told then.
    fn strings(&mut self, record: &Record) -> Result<(), Refusal> {
        let mut bytes = record.bytes();
        let (_, count) = (bytes.int(), bytes.int());
        for _ in 0..count.unwrap_or(0) {
            if self.common.strings.len() as u64 > MAX_CELLS {
                return Err(too_many());
            }
            let Some(letters) = self.script.text(&mut bytes, &self.common.styles) else { break };
            self.common.strings.push(letters);
        }
        Ok(())
    }
}
