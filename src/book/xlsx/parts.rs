//! The parts of an archive by their names.

use std::io::Read;

use super::xml::Xml;
use super::{Refusal, broken};
use crate::book::limits::{MAX_UNPACKED, unpacks_too_large};
use crate::book::sniff::Archive;

pub struct Parts<'a> {
    archive: Archive<'a>,
    /// What one part after another is inflated into.
    buffer: Vec<u8>,
    /// What may still be inflated, whatever the parts claim: an archive bomb ends here.
    left: u64,
}

impl<'a> Parts<'a> {
    pub fn of(archive: Archive<'a>) -> Self {
        Parts { archive, buffer: Vec::new(), left: MAX_UNPACKED }
    }

    /// # Errors
    /// There is no such part, or it cannot be read.
    pub fn read<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let index = self.index(name).ok_or_else(broken)?;
        let mut part = self.archive.by_index(index).map_err(|_| broken())?.take(self.left);
        let read = read(&mut Xml::new(&mut part, &mut self.buffer));
        self.left = part.limit();
        if self.left == 0 { Err(unpacks_too_large()) } else { read }
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
