//! A part of an archive as it is unpacked.

use std::io::{Error, Read, Result};

use flate2::{Crc, Decompress, FlushDecompress};
use zip::CompressionMethod;

use super::{Refusal, broken};

/// Unpacks one part.
pub struct Part<'a> {
    packed: &'a [u8],
    /// Nothing where the part is stored as it is.
    inflate: Option<&'a mut Decompress>,
    /// What may still be unpacked.
    left: &'a mut u64,
    sum: Crc,
}

impl<'a> Part<'a> {
    /// `inflate` may have served for other parts.
    ///
    /// # Errors
    /// The part is packed in a way that no program packs a book's.
    pub fn new(
        packed: &'a [u8],
        method: CompressionMethod,
        inflate: &'a mut Decompress,
        left: &'a mut u64,
    ) -> std::result::Result<Self, Refusal> {
        inflate.reset(false);
        let inflate = match method {
            CompressionMethod::Stored => None,
            CompressionMethod::Deflated => Some(inflate),
            _ => return Err(broken()),
        };
        Ok(Part { packed, inflate, left, sum: Crc::new() })
    }

    /// Whether the part was written as it is read, by its checksum; reads what is left of it.
    pub fn ends_as_written(mut self, sum: u32) -> bool {
        let mut rest = [0; 512];
        loop {
            match self.read(&mut rest) {
                Ok(0) => return self.sum.sum() == sum,
                Ok(_) => {}
                Err(_) => return false,
            }
        }
    }
}

impl Read for Part<'_> {
    fn read(&mut self, into: &mut [u8]) -> Result<usize> {
        let most = usize::try_from(*self.left).unwrap_or(usize::MAX).min(into.len());
        let into = &mut into[..most];
        let (used, written) = match &mut self.inflate {
            None => {
                let length = self.packed.len().min(into.len());
                into[..length].copy_from_slice(&self.packed[..length]);
                (length, length)
            }
            Some(inflate) => {
                let (read, wrote) = (inflate.total_in(), inflate.total_out());
                inflate.decompress(self.packed, into, FlushDecompress::None).map_err(Error::other)?;
                ((inflate.total_in() - read) as usize, (inflate.total_out() - wrote) as usize)
            }
        };
        self.packed = &self.packed[used..];
        *self.left -= written as u64;
        self.sum.update(&into[..written]);
        Ok(written)
    }
}
