//! The watch list: members who drift away, seen in time.
//!
//! 《中国共产党章程》第九条: a member who without good reason takes no part in the life of the party for six
//! months in a row is held to have left it. The list warns from the third month.

use super::{Figure, Row, Scope, Standards};
use crate::ledger::{Ledger, MemberId, Status};
use crate::period::{Month, Period};

/// Why a member is on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// That many unexcused absences in the period.
    Absences(u32),
    /// Came to nothing for that many months in a row, without leave.
    Months(u32),
    /// As before, long enough for the party constitution's article 9.
    Alarm(u32),
}

/// A member on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    pub member: MemberId,
    pub reason: Reason,
}

impl Reason {
    pub fn chinese(self) -> String {
        match self {
            Reason::Absences(n) => format!("本期无故缺席{n}次"),
            Reason::Months(n) => format!("连续{n}个月没有参加组织生活，也没有请假"),
            Reason::Alarm(n) => format!("连续{n}个月没有参加组织生活，也没有请假（党章第九条）"),
        }
    }
}

pub fn list(ledger: &Ledger, period: Period, standards: &Standards, assessed: &[bool]) -> Vec<Watched> {
    let mut watched = Vec::new();
    for member in (0..ledger.members.len()).filter(|&m| assessed[m]) {
        let of = || ledger.attendance.iter().filter(move |a| a.member == member);
        if of().any(|a| a.status == Status::Exempt && period.contains(month(ledger, a.session))) {
            continue;
        }
        let months = months_away(ledger, member, period);
        if months >= standards.alarm_months {
            watched.push(Watched { member, reason: Reason::Alarm(months) });
        } else if months >= standards.watch_months {
            watched.push(Watched { member, reason: Reason::Months(months) });
        }
        let absences = of()
            .filter(|a| a.status == Status::Absent && period.contains(month(ledger, a.session)))
            .count() as u32;
        if absences >= standards.watch_absences {
            watched.push(Watched { member, reason: Reason::Absences(absences) });
        }
    }
    watched
}

/// `watched` and `alarms`: how many members of a branch are on the list, and how many of them at the alarm.
pub fn figures(ledger: &Ledger, watched: &[Watched]) -> Vec<Row> {
    let count = |branch: Option<usize>, alarms: bool| {
        let mut members: Vec<MemberId> = watched
            .iter()
            .filter(|w| branch.is_none_or(|b| ledger.members[w.member].branch == b))
            .filter(|w| !alarms || matches!(w.reason, Reason::Alarm(_)))
            .map(|w| w.member)
            .collect();
        members.dedup();
        Figure { numerator: members.len() as f64, denominator: 1.0 }
    };
    let of = |branch: Option<usize>| {
        let name = branch.map_or("", |b| ledger.branch_name(b)).to_string();
        let scope = if branch.is_some() { Scope::Branch } else { Scope::Bureau };
        [("watched", false), ("alarms", true)].map(|(metric, alarms)| Row {
            scope,
            branch: name.clone(),
            name: String::new(),
            slice: "all".into(),
            metric,
            figure: count(branch, alarms),
        })
    };
    ledger.branches.ids().map(Some).chain([None]).flat_map(of).collect()
}

fn month(ledger: &Ledger, session: usize) -> Month {
    ledger.sessions[session].when.month()
}

/// The months in a row up to the period's end in which the member was due, came to nothing and had no leave.
fn months_away(ledger: &Ledger, member: MemberId, period: Period) -> u32 {
    let mut by_month: std::collections::BTreeMap<i32, bool> = std::collections::BTreeMap::new();
    for a in ledger.attendance.iter().filter(|a| a.member == member) {
        let month = month(ledger, a.session);
        if month > period.last() || matches!(a.status, Status::NotDue | Status::Exempt | Status::Unrecorded) {
            continue;
        }
        let away = by_month.entry(month.index()).or_insert(true);
        *away &= a.status == Status::Absent;
    }
    by_month.values().rev().take_while(|away| **away).count() as u32
}
