//! Room 3: the records of all books become facts.
//!
//! Knows who is who: one person, one branch, one session, whatever the wording and in however many
//! books. Knows no layout and no scoring. Facts leave this room as polars frames ([`facts`]).

mod audience;
mod branches;
pub mod contract;
mod evidence;
pub mod facts;
mod hosts;
pub mod identity;
mod lists;
mod members;
mod moves;
mod near_sessions;
mod odd_times;
mod owners;
mod resolve;
mod sessions;
mod settled;
mod signs;
mod statements;
mod study;
mod topics;
mod whole_bureau;
mod whom;

pub use sessions::kinds_chinese;

use std::collections::BTreeSet;

use crate::address::{Address, Cited};
use crate::book::Shelf;
use crate::issue::{Issue, Place};
use crate::reading::Reading;
use crate::reading::mark::LeaveType;
use crate::text::Text;
use crate::vocabulary::{Category, EvidenceKind, Kind, Membership, Vocabulary};
use crate::when::When;

pub use audience::Audience;
pub use branches::Branches;
pub use members::Member;
pub use owners::Owners;
pub use topics::Topics;

/// Index of a branch in [`Ledger::branches`].
pub type BranchId = usize;
/// Index of a member in [`Ledger::members`].
pub type MemberId = usize;

/// What one person did at one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    Present,
    Late,
    LeftEarly,
    Leave(Option<LeaveType>),
    Absent,
    Exempt,
    NotDue,
    /// Due, but nothing is written.
    Unrecorded,
}

impl Status {
    /// The name for machines.
    pub fn name(self) -> &'static str {
        match self {
            Status::Present => "present",
            Status::Late => "late",
            Status::LeftEarly => "left_early",
            Status::Leave(_) => "leave",
            Status::Absent => "absent",
            Status::Exempt => "exempt",
            Status::NotDue => "not_due",
            Status::Unrecorded => "unrecorded",
        }
    }

    pub fn chinese(self) -> &'static str {
        match self {
            Status::Present => "出席",
            Status::Late => "迟到",
            Status::LeftEarly => "早退",
            Status::Leave(None) => "请假",
            Status::Leave(Some(LeaveType::Sick)) => "病假",
            Status::Leave(Some(LeaveType::Personal)) => "事假",
            Status::Leave(Some(LeaveType::Official)) => "公假",
            Status::Absent => "缺席",
            Status::Exempt => "免于参加",
            Status::NotDue => "不应到",
            Status::Unrecorded => "应到未记",
        }
    }

    pub fn leave_type(self) -> &'static str {
        if let Status::Leave(Some(kind)) = self { kind.name() } else { "" }
    }
}

/// A session, told by branch, date, kind and group.
#[derive(Debug, Clone)]
pub struct Session {
    pub branch: BranchId,
    pub when: When,
    pub kinds: Vec<Kind>,
    pub group: String,
    pub topic: String,
    pub place: String,
    /// As the book that says most of it has it.
    pub host: Option<Cited<String>>,
    pub hours: Option<f64>,
    /// As a book states it.
    pub due: Option<u32>,
    pub came: Option<u32>,
    pub at: Address,
}

impl Session {
    /// Who led the session, as written; empty where no book says.
    pub fn host_text(&self) -> &str {
        self.host.as_ref().map_or("", |host| &host.value)
    }
}

/// One person at one session.
#[derive(Debug, Clone)]
pub struct Attendance {
    pub session: usize,
    pub member: MemberId,
    pub status: Status,
    /// As the book has it.
    pub text: Text,
    pub at: Address,
}

/// A topic that the plan asks for; `branch` is empty where it is for every branch.
#[derive(Debug, Clone)]
pub struct PlanTopic {
    pub branch: Option<BranchId>,
    pub month: When,
    pub topic: String,
    pub category: String,
    pub hours: Option<f64>,
    pub form: String,
    /// As written; empty where no book says it.
    pub audience: String,
    pub who: Audience,
    pub at: Address,
}

/// What a member studied.
#[derive(Debug, Clone)]
pub struct Study {
    pub member: MemberId,
    pub when: Option<When>,
    pub topic: String,
    pub hours: Option<f64>,
    pub points: Option<f64>,
    pub form: String,
    pub at: Address,
}

/// What is kept of a member or a branch beside meetings and study.
#[derive(Debug, Clone)]
pub struct Evidence {
    /// Absent for the business score of staff who are of no branch.
    pub branch: Option<BranchId>,
    /// Absent where it is of the branch, or of somebody who is no member yet.
    pub member: Option<MemberId>,
    /// As written; empty where it is of the branch.
    pub name: String,
    pub when: Option<When>,
    pub kind: EvidenceKind,
    pub title: String,
    pub value: String,
    pub at: Address,
}

/// Everything that the books say, put together.
#[derive(Debug, Default)]
pub struct Ledger {
    pub shelf: Shelf,
    pub branches: Branches,
    pub members: Vec<Member>,
    /// Who is on a roster and is no member.
    pub outsiders: BTreeSet<Text>,
    pub sessions: Vec<Session>,
    pub attendance: Vec<Attendance>,
    pub plan: Vec<PlanTopic>,
    /// What is of the plan's topics.
    pub topics: Topics,
    pub study: Vec<Study>,
    pub evidence: Vec<Evidence>,
    pub issues: Vec<Issue>,
    pub owners: Owners,
}

/// Puts the readings of all books together. `readings` and the shelf have the books in the same order.
pub fn build(
    shelf: Shelf,
    readings: Vec<Reading>,
    mut issues: Vec<Issue>,
    vocabulary: &Vocabulary,
) -> Ledger {
    let (mut members_read, mut outsiders) = (Vec::new(), BTreeSet::new());
    let (mut sessions_read, mut plan_read, mut study_read) = (Vec::new(), Vec::new(), Vec::new());
    let mut evidence_read = Vec::new();
    let (mut assumed, mut explained) = (Vec::new(), Vec::new());
    sessions_read.reserve(readings.iter().map(|reading| reading.sessions.len()).sum());
    for reading in readings {
        members_read.extend(reading.members);
        outsiders.extend(reading.outsiders);
        sessions_read.extend(reading.sessions);
        plan_read.extend(reading.plan);
        study_read.extend(reading.study);
        evidence_read.extend(reading.evidence);
        assumed.extend(reading.assumed);
        explained.extend(reading.explained);
        issues.extend(reading.issues);
    }
    let branches = Branches::none(vocabulary.branch_names().clone());
    let mut ledger = Ledger { shelf, branches, issues, outsiders, ..Ledger::default() };
    members::enter(&mut ledger, members_read, vocabulary.group_names());
    sessions::enter(&mut ledger, sessions_read, vocabulary);
    hosts::report(&mut ledger);
    study::enter(&mut ledger, plan_read, study_read, vocabulary);
    ledger.topics = Topics::of(&ledger, vocabulary);
    topics::tell_unsure(&mut ledger);
    topics::tell_near(&mut ledger);
    evidence::enter(&mut ledger, evidence_read, vocabulary);
    signs::tell(&mut ledger, assumed, &explained, vocabulary);
    ledger.order();
    ledger
}

impl Ledger {
    pub fn branch_name(&self, branch: BranchId) -> &str {
        self.branches.name(branch)
    }

    /// The members of a branch: they stand together, by branch and then as their roster has them.
    pub fn members_of(&self, branch: BranchId) -> std::ops::Range<MemberId> {
        let start = self.members.partition_point(|m| m.branch < branch);
        start..self.members.partition_point(|m| m.branch <= branch)
    }

    /// Which branch an issue concerns, where that is known: that of the member on its row, of its
    /// sheet, or the one that the file's path names.
    pub fn branch_of(&self, place: Place) -> Option<BranchId> {
        let on_row = || match place {
            Place::Cells(book, sheet, area) => {
                let on_row = |m: &&Member| (m.at.book, m.at.sheet, m.at.row) == (book, sheet, area.first.row);
                self.members.iter().find(on_row).map(|m| m.branch)
            }
            _ => None,
        };
        let of_sheet = || place.sheet().and_then(|(book, sheet)| self.owners.of(book, sheet));
        let of_path = || self.branches.of_path(self.shelf.path(place.book()?));
        on_row().or_else(of_sheet).or_else(of_path)
    }

    /// Puts facts and issues in an order that does not depend on how they were found.
    fn order(&mut self) {
        self.issues.sort_by(|a, b| {
            (a.place, a.code, &a.value, &a.message).cmp(&(b.place, b.code, &b.value, &b.message))
        });
        self.issues.dedup();
    }

    /// Adds what a later room found.
    pub fn note(&mut self, issues: impl IntoIterator<Item = Issue>) {
        self.issues.extend(issues);
        self.order();
    }

    fn raise(&mut self, issue: Issue) {
        self.issues.push(issue);
    }
}

impl Member {
    pub fn is_committee(&self, vocabulary: &Vocabulary) -> bool {
        vocabulary.is_committee_post(&self.post)
    }

    /// Age in full years in a month; `None` where no book gives the birth.
    pub fn age_in(&self, when: When) -> Option<i32> {
        let (birth, then) = (self.birth?.month(), when.month());
        Some(then.year - birth.year - i32::from(then.month < birth.month))
    }

    /// Whether somebody was a member of the branch on that day, or in that month: had joined, had arrived, and
    /// had not left.
    pub fn was_here(&self, when: When) -> bool {
        let since = |start: When| !starts_after(start, when);
        self.joined.is_none_or(since)
            && self.arrived.is_none_or(since)
            && self.left.is_none_or(|left| starts_after(left, when))
    }
}

/// Whether the one lies after the other, as far as both say.
fn starts_after(start: When, when: When) -> bool {
    match (start, when) {
        (When::Day(start), When::Day(when)) => start > when,
        _ => start.month() > when.month(),
    }
}

/// Full and probationary members alike count; only full ones vote.
pub fn votes(status: Option<Membership>) -> bool {
    status != Some(Membership::Probationary)
}

/// Category as shown to machines; empty where no book says it.
pub fn category_name(category: Option<Category>) -> &'static str {
    category.map_or("", Category::name)
}
