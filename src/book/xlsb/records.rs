//! The records of which the parts of an xlsb are made: \[MS-XLSB\] 2.1.4.

use std::io::{BufReader, Read};

use crate::book::Refusal;
use crate::book::excel::Bytes;
use crate::book::package::{Part, broken};

/// No record of a cell, a text or a style is longer; what is, is passed over.
const LONGEST: u32 = 256 << 10;

pub struct Records<'a, 'b> {
    part: BufReader<&'a mut Part<'b>>,
    body: Vec<u8>,
}

impl<'a, 'b> Records<'a, 'b> {
    pub fn of(part: &'a mut Part<'b>) -> Self {
        Records { part: BufReader::new(part), body: Vec::new() }
    }

    /// The type and the body of the next record.
    ///
    /// # Errors
    /// There is none, or only a part of one: whoever reads stops at the record that ends a part.
    pub fn next(&mut self) -> Result<(u32, Bytes<'_>), Refusal> {
        let (kind, length) = (self.number(2)?, self.number(4)?);
        self.body.clear();
        let mut taken = self.part.by_ref().take(length.into());
        let read = if length <= LONGEST {
            taken.read_to_end(&mut self.body).map(|read| read as u64)
        } else {
            std::io::copy(&mut taken, &mut std::io::sink())
        };
        if read.ok() != Some(length.into()) {
            return Err(broken());
        }
        Ok((kind, Bytes::of(&self.body)))
    }

    /// A number of seven bits a byte, the lowest first, of at most so many bytes.
    fn number(&mut self, bytes: u32) -> Result<u32, Refusal> {
        let mut number = 0;
        for place in 0..bytes {
            let mut byte = [0];
            self.part.read_exact(&mut byte).map_err(|_| broken())?;
            number |= u32::from(byte[0] & 0x7f) << (7 * place);
            if byte[0] & 0x80 == 0 {
                break;
            }
        }
        Ok(number)
    }
}

/// XLWideString, 2.5.168: a length, then letters in UTF-16.
pub fn wide_text(bytes: &mut Bytes) -> Option<String> {
    let length = bytes.int()?;
    bytes.wide(length)
}
