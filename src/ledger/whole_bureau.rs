//! A list of the whole bureau that names no branch: its people tell which branches it is of, and it is a session of each.

use super::resolve::Directory;
use super::{BranchId, Ledger};
use crate::address::Cited;
use crate::issue::{Code, Issue, Place};
use crate::reading::{BranchHint, MarkRow, Roll, SessionRow};

/// The row for each branch, with those of its members whom the list has; the row alone where it names a branch, is of one,
/// or has anybody who is not a member of exactly one. Fewer than half of a branch's members may be guests.
pub fn apart(ledger: &mut Ledger, directory: &Directory, row: SessionRow) -> Vec<SessionRow> {
    let Some(branches) = branches_of(ledger, directory, &row) else { return vec![row] };
    let of_all = branches.iter().map(|branch| ledger.branch_name(*branch)).collect::<Vec<_>>().join("、");
    let sheet = Place::Sheet(row.at.book, row.at.sheet);
    ledger.issues.push(Issue::new(Code::GuessedBranch, sheet, "", of_all));
    let of_one = |branch: BranchId| {
        let is_of = |said: &&MarkRow| directory.is_named_exactly(branch, &said.name.value);
        SessionRow {
            branch: vec![BranchHint::Name(Cited::new(ledger.branch_name(branch).into(), row.at))],
            marks: row.marks.iter().filter(is_of).cloned().collect(),
            // What is counted of all is of none of them alone.
            due: None,
            came: None,
            ..row.clone()
        }
    };
    branches.into_iter().map(of_one).collect()
}

fn branches_of(ledger: &Ledger, directory: &Directory, row: &SessionRow) -> Option<Vec<BranchId>> {
    if row.roll != Roll::Listed
        || ledger.branches.len() < 2
        || directory.named(ledger, &row.branch) != Err(None)
    {
        return None;
    }
    let mut listed = vec![0; ledger.branches.len()];
    for said in &row.marks {
        let mut of = ledger.branches.ids().filter(|&b| directory.is_named_exactly(b, &said.name.value));
        let only = of.next().filter(|_| of.next().is_none())?;
        listed[only] += 1;
    }
    let found: Vec<BranchId> = ledger.branches.ids().filter(|&b| listed[b] > 0).collect();
    let is_whole = |b: &BranchId| listed[*b] * 2 >= ledger.members_of(*b).len();
    (found.len() >= 2 && found.iter().all(is_whole)).then_some(found)
}
