//! The parts of an archive by their names.

use super::xml::Xml;
use super::{Refusal, broken};
use crate::book::sniff::Archive;

pub struct Parts<'a> {
    archive: Archive<'a>,
    /// What one part after another is inflated into.
    buffer: Vec<u8>,
}

impl<'a> Parts<'a> {
    pub fn of(archive: Archive<'a>) -> Self {
        Parts { archive, buffer: Vec::new() }
    }

    /// # Errors
    /// There is no such part, or it cannot be read.
    pub fn read<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&mut Xml) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let index = self.index(name).ok_or_else(broken)?;
        let mut part = self.archive.by_index(index).map_err(|_| broken())?;
        read(&mut Xml::new(&mut part, &mut self.buffer))
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
