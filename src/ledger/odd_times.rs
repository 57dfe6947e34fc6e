//! Days that are most likely slips of the pen.

use foldhash::{HashMap, HashMapExt};

use super::{Ledger, Member};
use crate::address::{Address, BookId};
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::reading::SessionRow;
use crate::vocabulary::Membership;
use crate::when::When;

/// Years that a session can be of.
const PLAUSIBLE: std::ops::RangeInclusive<i32> = 1990..=2049;
/// Years that the sessions of one workspace lie apart at most without being pointed out.
const MOST_APART: i32 = 3;

/// Points out sessions, and days of joining, that stand far from all others.
pub fn report(ledger: &mut Ledger, rows: &[SessionRow]) {
    odd_years(ledger, rows);
    alone_in_its_month(ledger, rows);
    odd_months(ledger, rows);
    not_yet_joined(ledger, rows);
    long_on_probation(ledger, rows);
}

/// A year, and one more at most (党章 第七条), with some months for the papers.
const LONGEST_PROBATION: i32 = 27;

/// Members who were still on probation at the last session, though they joined long before: most likely 正式 is meant.
fn long_on_probation(ledger: &mut Ledger, rows: &[SessionRow]) {
    let Some(newest) = rows.iter().map(|row| row.when.month().index()).max() else { return };
    let is_long = |joined: &When| newest - joined.month().index() > LONGEST_PROBATION;
    let on_probation = ledger.members.iter().filter(|m| m.status == Some(Membership::Probationary));
    let odd: Vec<(Address, String, When)> =
        on_probation.filter_map(|m| Some((m.at, m.name.clone(), m.joined.filter(is_long)?))).collect();
    for (at, name, joined) in odd {
        ledger.raise(Issue::new(Code::LongProbation, at, name, joined.to_string()));
    }
}

/// Members who joined years after every session: most likely a slip of the pen, for which they would be due to nothing.
fn not_yet_joined(ledger: &mut Ledger, rows: &[SessionRow]) {
    let newest = rows.iter().map(|row| row.when.month().year).max().unwrap_or(*PLAUSIBLE.end());
    let joined = |m: &Member| m.joined.filter(|joined| joined.month().year > newest + 1);
    let odd: Vec<(Address, When)> = ledger.members.iter().filter_map(|m| Some((m.at, joined(m)?))).collect();
    for (at, joined) in odd {
        let detail = match rows {
            [] => "的年份不像是真的".to_string(),
            _ => format!("晚于所有会议（最近的在{newest}年），会议都没有算他应到"),
        };
        ledger.raise(Issue::new(Code::OddDate, at, joined.to_string(), detail));
    }
}

/// A month alone where the sheet's other sessions have their days: `3月初`.
fn odd_months(ledger: &mut Ledger, rows: &[SessionRow]) {
    let mut days: HashMap<(BookId, u16), (usize, usize)> = HashMap::new();
    let sheet = |row: &SessionRow| (row.at.book, row.at.sheet);
    for row in rows {
        let (known, unknown) = days.entry(sheet(row)).or_default();
        *(if row.when.day().is_some() { known } else { unknown }) += 1;
    }
    let is_odd = |row: &&SessionRow| {
        let (known, unknown) = days[&sheet(row)];
        row.when.day().is_none() && known >= unknown
    };
    for row in rows.iter().filter(is_odd) {
        let detail = "只写到月份，而这张表里别的会议都写到哪一天";
        ledger.raise(Issue::new(Code::OddDate, row.at, row.when.to_string(), detail));
    }
}

/// So many sessions of one month, and a single one of another, are a month's books with a slip of the pen.
const OF_ONE_MONTH: usize = 6;

/// The one session that is not of the month which all others of the workspace are of.
fn alone_in_its_month(ledger: &mut Ledger, rows: &[SessionRow]) {
    let mut months: HashMap<Month, Vec<&SessionRow>> = HashMap::new();
    rows.iter().for_each(|row| months.entry(row.when.month()).or_default().push(row));
    let Some((month, all)) = months.iter().max_by_key(|(month, rows)| (rows.len(), **month)) else { return };
    let others: Vec<&SessionRow> =
        months.iter().filter(|(other, _)| *other != month).flat_map(|(_, rows)| rows.clone()).collect();
    let is_told = |row: &SessionRow| {
        ledger.issues.iter().any(|issue| issue.code == Code::OddDate && issue.place == row.at.into())
    };
    if let ([alone], OF_ONE_MONTH..) = (&others[..], all.len())
        && !is_told(alone)
    {
        let detail = format!("与别的会议不在一个月（都在{}年{}月）", month.year, month.month);
        ledger.raise(Issue::new(Code::OddDate, alone.at, alone.when.to_string(), detail));
    }
}

/// Years that no session can be of, and years far from those of the other sessions: a slip of the pen, most likely.
fn odd_years(ledger: &mut Ledger, rows: &[SessionRow]) {
    let mut years: Vec<i32> = rows.iter().map(|r| r.when.month().year).collect();
    years.sort_unstable();
    let Some(&middle) = years.get(years.len() / 2) else { return };
    for row in rows {
        let year = row.when.month().year;
        let detail = match (PLAUSIBLE.contains(&year), (year - middle).abs() > MOST_APART) {
            (false, _) => "的年份不像是真的".to_string(),
            (true, true) => format!("与其他会议（多在{middle}年）相差太远"),
            _ => continue,
        };
        ledger.raise(Issue::new(Code::OddDate, row.at, row.when.to_string(), detail));
    }
}
