//! What the lists of a sheet leave open: members who stand there twice, and members who were due, or who study with all
//! the others, and do not stand there at all. Of the ones too much would be known, of the others nothing; both would go
//! unseen in the figures.

use std::collections::{BTreeMap, BTreeSet};

use foldhash::HashSet;

use super::{BranchId, Ledger, MemberId};
use crate::address::{Address, BookId};
use crate::issue::{Code, Issue, Place};
use crate::when::When;

/// So many names are written out; of more the number is given.
const MOST_NAMED: usize = 5;

/// People by their names, the first few of many.
pub fn named(names: &[&str]) -> String {
    let few = names[..names.len().min(MOST_NAMED)].join("、");
    if names.len() > MOST_NAMED { format!("{few}等{}人", names.len()) } else { few }
}

/// The sheets that have an issue of some sort.
fn sheets_with(ledger: &Ledger, is_one: impl Fn(&Issue) -> bool) -> HashSet<(BookId, u16)> {
    ledger.issues.iter().filter(|issue| is_one(issue)).filter_map(|issue| issue.place.sheet()).collect()
}

/// Members whom one list names in two places.
#[derive(Default)]
pub struct Twice {
    told: HashSet<(BookId, u16, MemberId)>,
}

impl Twice {
    /// Looks through the list of one session; each member is told once for a sheet.
    pub fn look(&mut self, ledger: &mut Ledger, list: impl Iterator<Item = (MemberId, Address)>) {
        let mut list: Vec<(MemberId, Address)> = list.collect();
        // Most lists have the order of the roster, and nobody twice.
        if list.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            return;
        }
        // Stable: the first place of each stays first.
        list.sort_by_key(|(member, _)| *member);
        for places in list.chunk_by(|a, b| a.0 == b.0) {
            let (member, first) = places[0];
            let again = places.iter().map(|(_, at)| *at).find(|at| *at != first);
            if let Some(at) = again.filter(|at| self.told.insert((at.book, at.sheet, member))) {
                let (name, other) = (ledger.members[member].name.clone(), first.spot().to_string());
                ledger.raise(Issue::new(Code::ListedTwice, at, name, other));
            }
        }
    }
}

/// Members who were due to sessions whose lists do not name them, by the sheet of the first list.
#[derive(Default)]
pub struct Missing {
    by_sheet: BTreeMap<(BookId, u16), BTreeSet<MemberId>>,
}

impl Missing {
    pub fn note(&mut self, session: Address, members: impl Iterator<Item = MemberId>) {
        let mut members = members.peekable();
        if members.peek().is_some() {
            self.by_sheet.entry((session.book, session.sheet)).or_default().extend(members);
        }
    }

    /// One issue a sheet. Where a name or a mark of the sheet was not understood, that is told and comes first: whoever
    /// is missed may be the one.
    pub fn raise(self, ledger: &mut Ledger) {
        let is_unread = |issue: &Issue| {
            matches!(
                issue.code,
                Code::UnknownMark | Code::MarkWithoutName | Code::UnknownMember | Code::AmbiguousName
            )
        };
        let unread = sheets_with(ledger, is_unread);
        for ((book, sheet), members) in self.by_sheet {
            if unread.contains(&(book, sheet)) {
                continue;
            }
            let names: Vec<&str> = members.iter().map(|&m| ledger.members[m].name.as_str()).collect();
            let names = named(&names);
            ledger.raise(Issue::new(Code::NotListed, Place::Sheet(book, sheet), names, ""));
        }
    }
}

/// Whom of a branch the study records of a sheet name, and when.
#[derive(Default)]
pub struct Students {
    by_sheet: BTreeMap<(BookId, u16, BranchId), Listed>,
}

#[derive(Default)]
struct Listed {
    members: BTreeSet<MemberId>,
    times: Vec<When>,
}

impl Students {
    /// A list of the branch, and not of some who took part, has one of so many members at most left out.
    const MOST_LEFT_OUT: usize = 4;

    pub fn note(&mut self, at: Address, branch: BranchId, member: MemberId, when: Option<When>) {
        let listed = self.by_sheet.entry((at.book, at.sheet, branch)).or_default();
        listed.members.insert(member);
        listed.times.extend(when.filter(|when| listed.times.last() != Some(when)));
    }

    /// One issue a sheet, but where a name was not understood or an amount was left blank, which is told and comes first.
    pub fn raise(self, ledger: &mut Ledger) {
        let is_open = |issue: &Issue| {
            matches!(
                issue.code,
                Code::UnknownMember
                    | Code::OtherBranch
                    | Code::AmbiguousName
                    | Code::MarkWithoutName
                    | Code::UnknownValue
                    | Code::BlankAmount
            )
        };
        let open = sheets_with(ledger, is_open);
        for ((book, sheet, branch), Listed { members: listed, times }) in self.by_sheet {
            let was_here = |id: &MemberId| times.iter().all(|when| ledger.members[*id].was_here(*when));
            let all = ledger.members_of(branch).filter(was_here);
            let left_out: Vec<MemberId> = all.filter(|id| !listed.contains(id)).collect();
            let is_of_all = left_out.len() * Self::MOST_LEFT_OUT <= left_out.len() + listed.len();
            if left_out.is_empty() || !is_of_all || open.contains(&(book, sheet)) {
                continue;
            }
            let names: Vec<&str> = left_out.iter().map(|&m| ledger.members[m].name.as_str()).collect();
            let names = named(&names);
            ledger.raise(Issue::new(Code::NotInStudy, Place::Sheet(book, sheet), names, ""));
        }
    }
}
