//! Texts in an xls, which before Excel 97 are bytes in the code page of the book.

use encoding_rs::{Encoding, GBK};

use crate::book::excel::{Bytes, Letters, Styles};

/// How a book writes its letters.
#[derive(Clone, Copy)]
pub enum Script {
    Unicode,
    /// Before Excel 97.
    CodePage(&'static Encoding),
}

impl Script {
    /// Of a version and a code page; one that is not known, or of which nothing is said, is taken for a Chinese one.
    pub fn of(version: u16, page: Option<u16>) -> Self {
        /// The first version whose letters are Unicode.
        const BIFF8: u16 = 0x0600;
        match version {
            BIFF8.. => Script::Unicode,
            _ => Script::CodePage(page.and_then(codepage::to_encoding).unwrap_or(GBK)),
        }
    }

    /// A text whose length, in letters or bytes, is said before it in one byte.
    pub fn short_text(self, bytes: &mut Bytes, styles: &Styles) -> Option<Letters> {
        let length = bytes.byte()?.into();
        self.letters(bytes, length, styles)
    }

    /// The same with a length in two bytes.
    pub fn text(self, bytes: &mut Bytes, styles: &Styles) -> Option<Letters> {
        let length = bytes.short()?;
        self.letters(bytes, length, styles)
    }

    /// A text of so many letters, or bytes, that goes on in the next record.
    pub fn text_of(self, bytes: &mut Bytes, length: u16, styles: &Styles) -> Option<Letters> {
        self.letters(bytes, length, styles)
    }

    /// A text that stands in a cell alone, and, behind it, where it changes its font (RSTRING, OpenOffice.org's
    /// description of the format, 5.93).
    pub fn rich_text(self, bytes: &mut Bytes, styles: &Styles) -> Option<Letters> {
        match self {
            Script::Unicode => {
                let mut letters = self.text(bytes, styles)?;
                let count = bytes.short()?;
                letters.runs = runs(bytes, count, styles)?;
                Some(letters)
            }
            Script::CodePage(page) => {
                let length = bytes.short()?;
                let written = (0..length).map(|_| bytes.byte()).collect::<Option<Vec<u8>>>()?;
                let decoded = |bytes: &[u8]| page.decode_without_bom_handling(bytes).0.into_owned();
                let mut runs = Vec::new();
                for _ in 0..bytes.byte()? {
                    let (before, font) = (usize::from(bytes.byte()?), bytes.byte()?);
                    // Bytes are counted, two of which make a Chinese letter.
                    let before = decoded(written.get(..before).unwrap_or(&written)).encode_utf16().count();
                    runs.push((before as u16, styles.strikes(font.into())));
                }
                Some(Letters { runs, ..Letters::from(decoded(&written)) })
            }
        }
    }

    /// In Unicode, XLUnicodeRichExtendedString, \[MS-XLS\] 2.5.293; a plain XLUnicodeString is one that has no more.
    fn letters(self, bytes: &mut Bytes, length: u16, styles: &Styles) -> Option<Letters> {
        if let Script::CodePage(page) = self {
            let written = (0..length).map(|_| bytes.byte()).collect::<Option<Vec<u8>>>()?;
            return Some(page.decode_without_bom_handling(&written).0.into_owned().into());
        }
        let flags = bytes.byte()?;
        let changes = if flags & 8 != 0 { bytes.short()? } else { 0 };
        let extension = if flags & 4 != 0 { bytes.int()? } else { 0 };
        let mut wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        for _ in 0..length {
            // Where letters go on in the next record, it says anew how wide they are.
            if bytes.record_ends() {
                wide = bytes.byte()? & 1 != 0;
            }
            units.push(if wide { bytes.short()? } else { bytes.byte()?.into() });
        }
        let runs = runs(bytes, changes, styles)?;
        bytes.skip(extension)?;
        Some(Letters { runs, ..Letters::from(String::from_utf16_lossy(&units)) })
    }
}

/// From which letters on which font goes.
fn runs(bytes: &mut Bytes, count: u16, styles: &Styles) -> Option<Vec<(u16, bool)>> {
    (0..count).map(|_| Some((bytes.short()?, styles.strikes(bytes.short()?.into())))).collect()
}
