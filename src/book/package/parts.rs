//! The parts of an archive by their names.

use std::cell::RefCell;
use std::thread::LocalKey;

use flate2::Decompress;
use zip::CompressionMethod;

use super::part::Part;
use super::xml::Xml;
use super::{Refusal, broken};
use crate::book::limits::{MAX_UNPACKED, unpacks_too_large};
use crate::book::sniff::Archive;

thread_local! {
    /// What parts are unpacked with: to make one takes longer than to unpack a small part.
    static INFLATE: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

/// What the last part of a kind said, by its checksum and its packed bytes.
pub struct Known<T>(RefCell<Option<(u32, Vec<u8>, T)>>);

/// A longer part is read anew each time, so that little is kept.
const LONGEST_KNOWN: usize = 64 << 10;

impl<T: Clone> Known<T> {
    pub const fn nothing() -> Self {
        Known(RefCell::new(None))
    }

    fn of(&self, packed: &Packed) -> Option<T> {
        let known = self.0.borrow();
        let (sum, bytes, told) = known.as_ref()?;
        (*sum == packed.sum && bytes == packed.bytes).then(|| told.clone())
    }

    fn keep(&self, packed: &Packed, told: &T) {
        if packed.bytes.len() <= LONGEST_KNOWN {
            self.0.replace(Some((packed.sum, packed.bytes.to_vec(), told.clone())));
        }
    }
}

/// A part as it lies in the archive.
struct Packed<'a> {
    bytes: &'a [u8],
    method: CompressionMethod,
    sum: u32,
}

pub struct Parts<'a> {
    bytes: &'a [u8],
    archive: Archive<'a>,
    /// What one part after another is unpacked into.
    buffer: Vec<u8>,
    /// What may still be unpacked, whatever the parts claim: an archive bomb ends here.
    left: u64,
}

impl<'a> Parts<'a> {
    /// The archive and the bytes that it is made of.
    pub fn of(bytes: &'a [u8], archive: Archive<'a>) -> Self {
        Parts { bytes, archive, buffer: Vec::new(), left: MAX_UNPACKED }
    }

    /// # Errors
    /// There is no such part, or it cannot be read, or it is not as it was written.
    pub fn read<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let packed = self.packed(name)?.ok_or_else(broken)?;
        self.parse(&packed, read)
    }

    /// Like [`Parts::read`], of a part that is not XML. Nothing where there is no such part.
    ///
    /// # Errors
    /// The part cannot be read, or it is not as it was written.
    pub fn read_binary<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Part) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(packed) = self.packed(name)? else { return Ok(None) };
        self.unpack(&packed, |part, _| read(part)).map(Some)
    }

    /// Like [`Parts::read`]; a part that there is not is like one with nothing in it.
    ///
    /// # Errors
    /// The part cannot be read.
    pub fn read_if_there<T: Default>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        match self.packed(name)? {
            Some(packed) => self.parse(&packed, read),
            None => Ok(T::default()),
        }
    }

    /// Reads a part that is likely the same, to the byte, as in the book before: then it is neither unpacked nor parsed
    /// again. Nothing where there is no such part.
    ///
    /// # Errors
    /// The part cannot be read.
    pub fn recall<T: Clone>(
        &mut self,
        name: &str,
        known: &'static LocalKey<Known<T>>,
        read: impl FnOnce(&mut Xml) -> Result<T, Refusal>,
    ) -> Result<Option<T>, Refusal> {
        let Some(packed) = self.packed(name)? else { return Ok(None) };
        if let Some(told) = known.with(|known| known.of(&packed)) {
            return Ok(Some(told));
        }
        let told = self.parse(&packed, read)?;
        known.with(|known| known.keep(&packed, &told));
        Ok(Some(told))
    }

    /// A part as it lies in the archive; nothing where there is none of this name.
    fn packed(&mut self, name: &str) -> Result<Option<Packed<'a>>, Refusal> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let entry = self.archive.by_index_raw(index).map_err(|_| broken())?;
        if entry.encrypted() {
            return Err(Refusal::Encrypted);
        }
        let start = entry.data_start().and_then(|start| usize::try_from(start).ok());
        let bytes = start
            .zip(usize::try_from(entry.compressed_size()).ok())
            .and_then(|(start, length)| self.bytes.get(start..start.checked_add(length)?))
            .ok_or_else(broken)?;
        Ok(Some(Packed { bytes, method: entry.compression(), sum: entry.crc32() }))
    }

    fn parse<T>(
        &mut self,
        packed: &Packed,
        read: impl FnOnce(&mut Xml) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        self.unpack(packed, |part, buffer| read(&mut Xml::new(part, buffer)))
    }

    fn unpack<T>(
        &mut self,
        packed: &Packed,
        read: impl FnOnce(&mut Part, &mut Vec<u8>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        INFLATE.with_borrow_mut(|inflate| {
            let mut part = Part::new(packed.bytes, packed.method, inflate, &mut self.left)?;
            let read = read(&mut part, &mut self.buffer);
            let as_written = part.ends_as_written(packed.sum);
            match read {
                _ if self.left == 0 => Err(unpacks_too_large()),
                Ok(_) if !as_written => Err(broken()),
                read => read,
            }
        })
    }

    /// Some programs write the names of parts in other letters than their references, or with `\`.
    fn index(&self, name: &str) -> Option<usize> {
        let alike = |(a, b): (u8, u8)| a.eq_ignore_ascii_case(&b) || a == b'\\' && b == b'/';
        let same = |part: &str| part.len() == name.len() && part.bytes().zip(name.bytes()).all(alike);
        self.archive
            .index_for_name(name)
            .or_else(|| (0..self.archive.len()).find(|i| self.archive.name_for_index(*i).is_some_and(same)))
    }
}
