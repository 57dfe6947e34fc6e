//! Meetings held against meetings required, and meetings without a quorum.
//!
//! frequency = sessions that count ÷ sessions required. In each unit of time (month, quarter, year) no
//! more sessions count than are required in it, so that two meetings in one month do not make up for
//! a month without. A unit that is not over by the newest month of the books is not yet missed.

use super::{Figure, Per, Row, Scope, Standards};
use crate::ledger::{BranchId, Ledger, Status, votes};
use crate::period::{Month, Period};
use crate::vocabulary::{Kind, Vocabulary};

/// One requirement of one branch (or group) over the period.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub branch: BranchId,
    /// Empty for the branch as a whole.
    pub group: String,
    pub kind: Kind,
    pub required: u32,
    /// Sessions that count towards what is required.
    pub counted: u32,
    /// All sessions held.
    pub held: u32,
    /// What is missing, in words: `2月缺1次`.
    pub missing: Vec<String>,
    /// Sessions by month of the period, in order.
    pub by_month: Vec<u32>,
}

/// A general meeting or a committee meeting, and how many of those with a vote were present.
#[derive(Debug, Clone, PartialEq)]
pub struct Quorum {
    pub session: usize,
    pub present: u32,
    pub voting: u32,
}

impl Quorum {
    /// Whether more than half were there.
    pub fn is_met(&self) -> bool {
        self.present * 2 > self.voting
    }
}

pub fn held(
    ledger: &Ledger,
    period: Period,
    covered: Option<Month>,
    standards: &Standards,
    vocabulary: &Vocabulary,
) -> (Vec<Held>, Vec<Quorum>) {
    let mut all = Vec::new();
    for branch in ledger.branches.ids() {
        for requirement in &standards.meetings {
            for group in units_of(ledger, branch, requirement.kind, vocabulary) {
                all.push(one(ledger, branch, group, requirement, period, covered));
            }
        }
    }
    (all, quorum(ledger, period, vocabulary))
}

/// Who must hold a kind of meeting: each group for group meetings, nobody where there is no group or no committee.
fn units_of(ledger: &Ledger, branch: BranchId, kind: Kind, vocabulary: &Vocabulary) -> Vec<String> {
    let members = || ledger.members.iter().filter(|m| m.branch == branch);
    match kind {
        Kind::GroupMeeting => {
            let mut groups: Vec<String> = members()
                .filter(|m| !m.group.is_empty())
                .map(|m| crate::ledger::group_key(&m.group))
                .collect();
            groups.sort();
            groups.dedup();
            groups
        }
        Kind::CommitteeMeeting if members().filter(|m| m.is_committee(vocabulary)).count() < 2 => Vec::new(),
        _ => vec![String::new()],
    }
}

fn one(
    ledger: &Ledger,
    branch: BranchId,
    group: String,
    requirement: &super::Requirement,
    period: Period,
    covered: Option<Month>,
) -> Held {
    let mine = |s: &&crate::ledger::Session| {
        s.branch == branch
            && s.kinds.contains(&requirement.kind)
            && (group.is_empty() || s.group == group || s.group.is_empty())
    };
    let in_span = |span: Period| {
        ledger.sessions.iter().filter(mine).filter(|s| span.contains(s.when.month())).count() as u32
    };
    let units: Vec<(Period, String)> = match requirement.per {
        Per::Month => period.months().map(|m| (Period::month(m), format!("{}月", m.month))).collect(),
        Per::Quarter => period
            .quarters()
            .into_iter()
            .map(|q| (q, q.chinese().split('年').nth(1).unwrap_or_default().to_string()))
            .collect(),
        Per::Year if period.length == 12 => vec![(period, "全年".into())],
        Per::Year => Vec::new(),
    };
    let (mut required, mut counted, mut missing) = (0, 0, Vec::new());
    for (unit, name) in units {
        let held = in_span(unit);
        let over = covered.is_some_and(|c| unit.last() <= c);
        // What was held counts at once; what was not is missed only when the unit is over.
        let due = if over { requirement.times } else { held.min(requirement.times) };
        required += due;
        counted += held.min(due);
        if held < due {
            missing.push(format!("{name}缺{}次", due - held));
        }
    }
    let by_month = period.months().map(|m| in_span(Period::month(m))).collect();
    Held {
        branch,
        kind: requirement.kind,
        required,
        counted,
        held: in_span(period),
        missing,
        by_month,
        group,
    }
}

/// `quorum_rate`: general and committee meetings with a quorum ÷ all whose people are recorded.
pub fn quorum_figures(ledger: &Ledger, quorum: &[Quorum]) -> Vec<Row> {
    let row = |branch: Option<BranchId>| {
        let mine =
            || quorum.iter().filter(move |q| branch.is_none_or(|b| ledger.sessions[q.session].branch == b));
        Row {
            scope: if branch.is_some() { Scope::Branch } else { Scope::Bureau },
            branch: branch.map_or("", |b| ledger.branch_name(b)).into(),
            name: String::new(),
            slice: "all".into(),
            metric: "quorum_rate",
            figure: Figure {
                numerator: mine().filter(|q| q.is_met()).count() as f64,
                denominator: mine().count() as f64,
            },
        }
    };
    ledger.branches.ids().map(Some).chain([None]).map(row).collect()
}

pub fn figures(ledger: &Ledger, held: &[Held]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut add = |scope, branch: &str, name: &str, slice: String, h: &Held| {
        let found = rows
            .iter_mut()
            .find(|r| r.scope == scope && r.branch == branch && r.name == name && r.slice == slice);
        let (counted, required) = (f64::from(h.counted), f64::from(h.required));
        match found {
            Some(row) => {
                row.figure.numerator += counted;
                row.figure.denominator += required;
            }
            None => rows.push(Row {
                scope,
                branch: branch.into(),
                name: name.into(),
                slice,
                metric: "frequency",
                figure: Figure { numerator: counted, denominator: required },
            }),
        }
    };
    for h in held {
        let branch = ledger.branch_name(h.branch);
        for slice in ["all".to_string(), format!("kind:{}", h.kind.name())] {
            add(Scope::Bureau, "", "", slice.clone(), h);
            add(Scope::Branch, branch, "", slice.clone(), h);
            if !h.group.is_empty() {
                add(Scope::Group, branch, &h.group, slice, h);
            }
        }
    }
    rows
}

/// 《支部工作条例》第十一条: more than half of the members with a vote must be present to take a vote;
/// 第十二条: a committee meeting needs more than half of its members.
fn quorum(ledger: &Ledger, period: Period, vocabulary: &Vocabulary) -> Vec<Quorum> {
    let mut found = Vec::new();
    for (index, session) in ledger.sessions.iter().enumerate() {
        let general = session.kinds.contains(&Kind::GeneralMeeting);
        let committee = session.kinds.contains(&Kind::CommitteeMeeting);
        if !period.contains(session.when.month()) || !general && !committee {
            continue;
        }
        let attendance = || ledger.attendance.iter().filter(move |a| a.session == index);
        let counts = |a: &&crate::ledger::Attendance| {
            let member = &ledger.members[a.member];
            if general { votes(member.status) } else { member.is_committee(vocabulary) }
        };
        let voting = attendance()
            .filter(counts)
            .filter(|a| !matches!(a.status, Status::NotDue | Status::Exempt))
            .count() as u32;
        let present = attendance()
            .filter(counts)
            .filter(|a| matches!(a.status, Status::Present | Status::Late | Status::LeftEarly))
            .count() as u32;
        let recorded = attendance().any(|a| a.status != Status::Unrecorded);
        if recorded && voting > 0 {
            found.push(Quorum { session: index, present, voting });
        }
    }
    found
}
