//! Which branch a sheet is of; for sending its issues back.

use std::collections::HashMap;

use super::BranchId;
use crate::address::{Address, BookId};

/// The branch of each sheet that records were read from. A sheet that serves several is of none.
#[derive(Debug, Default)]
pub struct Owners(HashMap<(BookId, u16), Option<BranchId>>);

impl Owners {
    /// A record on the sheet was found to be of a branch.
    pub(super) fn note(&mut self, at: Address, branch: BranchId) {
        let owner = self.0.entry((at.book, at.sheet)).or_insert(Some(branch));
        if *owner != Some(branch) {
            *owner = None;
        }
    }

    pub fn of(&self, book: BookId, sheet: u16) -> Option<BranchId> {
        self.0.get(&(book, sheet)).copied().flatten()
    }
}
