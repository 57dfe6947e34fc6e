//! The records of which an xls is made: \[MS-XLS\] 2.1.4. Those of Excel 5 and 95 have the same form.

use crate::book::Refusal;
use crate::book::excel::Bytes;
use crate::book::package::broken;

/// A record with its body, and the bodies of those that continue it.
pub struct Record<'a> {
    pub kind: u16,
    body: &'a [u8],
    more: Vec<&'a [u8]>,
}

impl Record<'_> {
    /// Of its own body, without what continues it.
    pub fn length(&self) -> usize {
        self.body.len()
    }

    pub fn bytes(&self) -> Bytes<'_> {
        Bytes::continued(self.body, &self.more)
    }
}

/// BOF: the book, a sheet or a chart begins.
pub const BEGIN: u16 = 0x0809;
pub const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// The records of the book, of a sheet or of a chart.
pub struct Records<'a> {
    stream: &'a [u8],
}

impl<'a> Records<'a> {
    /// Those from a place in the stream on.
    pub fn from(stream: &'a [u8], place: usize) -> Self {
        Records { stream: stream.get(place..).unwrap_or_default() }
    }

    /// How many bytes are left behind the records that were taken.
    pub fn left(&self) -> usize {
        self.stream.len()
    }

    /// The next record.
    ///
    /// # Errors
    /// There is none, or only a part of one: whoever reads stops at the record that ends a sheet.
    pub fn next(&mut self) -> Result<Record<'a>, Refusal> {
        let (kind, body) = self.take().ok_or_else(broken)?;
        let mut record = Record { kind, body, more: Vec::new() };
        while self.stream.starts_with(&CONTINUE.to_le_bytes()) {
            record.more.push(self.take().ok_or_else(broken)?.1);
        }
        Ok(record)
    }

    fn take(&mut self) -> Option<(u16, &'a [u8])> {
        let (head, rest) = self.stream.split_first_chunk::<4>()?;
        let [kind, length] = [[head[0], head[1]], [head[2], head[3]]].map(u16::from_le_bytes);
        let (body, behind) = rest.split_at_checked(length.into())?;
        self.stream = behind;
        Some((kind, body))
    }
}
