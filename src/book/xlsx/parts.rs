//! The parts of an archive by their names.

use std::cell::RefCell;

use flate2::Decompress;

use super::part::Part;
use super::xml::Xml;
use super::{Refusal, broken};
use crate::book::limits::{MAX_UNPACKED, unpacks_too_large};
use crate::book::sniff::Archive;

thread_local! {
    /// What parts are unpacked with: to make one takes longer than to unpack a small part.
    static INFLATE: RefCell<Decompress> = RefCell::new(Decompress::new(false));
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
        let index = self.index(name).ok_or_else(broken)?;
        let entry = self.archive.by_index_raw(index).map_err(|_| broken())?;
        if entry.encrypted() {
            return Err(Refusal::Encrypted);
        }
        let start = entry.data_start().and_then(|start| usize::try_from(start).ok());
        let packed = start
            .zip(usize::try_from(entry.compressed_size()).ok())
            .and_then(|(start, length)| self.bytes.get(start..start.checked_add(length)?));
        let (packed, method, sum) = (packed.ok_or_else(broken)?, entry.compression(), entry.crc32());
        drop(entry);
        INFLATE.with_borrow_mut(|inflate| {
            let mut part = Part::new(packed, method, inflate, &mut self.left)?;
            let read = read(&mut Xml::new(&mut part, &mut self.buffer));
            let as_written = part.ends_as_written(sum);
            match read {
                _ if self.left == 0 => Err(unpacks_too_large()),
                Ok(_) if !as_written => Err(broken()),
                read => read,
            }
        })
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
        if self.index(name).is_some() { self.read(name, read) } else { Ok(T::default()) }
    }

    /// Some programs write the names of parts in other letters than their references, or with `\`.
    fn index(&self, name: &str) -> Option<usize> {
        let same = |part: &str| part.replace('\\', "/").eq_ignore_ascii_case(name);
        self.archive
            .index_for_name(name)
            .or_else(|| (0..self.archive.len()).find(|i| self.archive.name_for_index(*i).is_some_and(same)))
    }
}
