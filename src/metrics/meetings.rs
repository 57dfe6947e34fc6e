//! Meetings held against meetings required, and meetings without a quorum.
//!
//! frequency = sessions that count ÷ sessions required. In each unit of time (month, quarter, year) no
//! more sessions count than are required in it, so that two meetings in one month do not make up for
//! a month without. A unit that is not over by the newest month of the books is not yet missed.

use std::collections::HashMap;

use polars::prelude::*;

use super::participation::{came, in_period};
use super::{Figure, Per, Row, Scope, Standards};
use crate::ledger::facts::Facts;
use crate::ledger::{BranchId, Ledger};
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
    facts: &Facts,
    people: &DataFrame,
    (period, covered): (Period, Option<Month>),
    standards: &Standards,
    vocabulary: &Vocabulary,
) -> PolarsResult<(Vec<Held>, Vec<Quorum>)> {
    let counts = Counts::of(facts)?;
    let mut all = Vec::new();
    for branch in ledger.branches.ids() {
        for requirement in &standards.meetings {
            for group in units_of(ledger, branch, requirement.kind, vocabulary) {
                let held = |span| counts.held(ledger.branch_name(branch), &group, requirement.kind, span);
                let (counted, required, missing) = against(&held, requirement, period, covered);
                let by_month = period.months().map(|m| held(Period::month(m))).collect();
                let (kind, held) = (requirement.kind, held(period));
                all.push(Held { branch, kind, required, counted, held, missing, by_month, group });
            }
        }
    }
    Ok((all, quorum(facts, people, period)?))
}

/// Who must hold a kind of meeting: each group for group meetings, nobody where there is no group or no committee.
fn units_of(ledger: &Ledger, branch: BranchId, kind: Kind, vocabulary: &Vocabulary) -> Vec<String> {
    let members = || ledger.members.iter().filter(|m| m.branch == branch);
    match kind {
        Kind::GroupMeeting => {
            let mut groups: Vec<String> =
                members().filter(|m| !m.group.is_empty()).map(|m| m.group.clone()).collect();
            groups.sort();
            groups.dedup();
            groups
        }
        Kind::CommitteeMeeting if members().filter(|m| m.is_committee(vocabulary)).count() < 2 => Vec::new(),
        _ => vec![String::new()],
    }
}

/// Sessions that count, sessions required, and what is missing in words.
fn against(
    held: &dyn Fn(Period) -> u32,
    requirement: &super::Requirement,
    period: Period,
    covered: Option<Month>,
) -> (u32, u32, Vec<String>) {
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
        let held = held(unit);
        let over = covered.is_some_and(|c| unit.last() <= c);
        // What was held counts at once; what was not is missed only when the unit is over.
        let due = if over { requirement.times } else { held.min(requirement.times) };
        required += due;
        counted += held.min(due);
        if held < due {
            missing.push(format!("{name}缺{}次", due - held));
        }
    }
    (counted, required, missing)
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
///
/// voting = those with a vote (of a committee meeting: its members) who were due or of whom nothing is written;
/// present = those of them who came. A session of which nothing at all is recorded has no figure.
fn quorum(facts: &Facts, people: &DataFrame, period: Period) -> PolarsResult<Vec<Quorum>> {
    let one_kind = |kind: Kind| col("one_kind").eq(lit(kind.name()));
    let (general, committee) = (one_kind(Kind::GeneralMeeting), one_kind(Kind::CommitteeMeeting));
    let sessions = facts
        .session_kinds
        .clone()
        .lazy()
        .filter(general.clone().or(committee))
        .group_by([col("session")])
        .agg([general.any(true).alias("general")]);
    let is = |status: &str| col("status").eq(lit(status));
    let has_vote =
        || when(col("general")).then(col("votes")).otherwise(col("post_kind").eq(lit("committee")));
    let count = |condition: Expr| has_vote().and(condition).cast(DataType::UInt32).sum();
    let found = in_period(facts.attendance.clone().lazy(), period)
        .join(sessions, [col("session")], [col("session")], JoinArgs::new(JoinType::Inner))
        .join(people.clone().lazy(), [col("member")], [col("member")], JoinArgs::new(JoinType::Left))
        .group_by([col("session")])
        .agg([
            count(is("not_due").or(is("exempt")).not()).alias("voting"),
            count(came()).alias("present"),
            is("unrecorded").all(true).not().alias("recorded"),
        ])
        .filter(col("recorded").and(col("voting").gt(lit(0))))
        .sort(["session"], SortMultipleOptions::default())
        .collect()?;
    let number = |name: &str, i: usize| Ok::<_, PolarsError>(found.column(name)?.u32()?.get(i).unwrap_or(0));
    (0..found.height())
        .map(|i| {
            let session = number("session", i)? as usize;
            Ok(Quorum { session, present: number("present", i)?, voting: number("voting", i)? })
        })
        .collect()
}

/// How many sessions of each kind each branch and group held in each month.
struct Counts(HashMap<(String, String, String, String), u32>);

impl Counts {
    fn of(facts: &Facts) -> PolarsResult<Counts> {
        let keys = ["branch", "group", "one_kind", "month"];
        let counted = facts
            .sessions
            .clone()
            .lazy()
            .join(
                facts.session_kinds.clone().lazy(),
                [col("session")],
                [col("session")],
                JoinArgs::new(JoinType::Inner),
            )
            .group_by(keys.map(col))
            .agg([len().alias("held")])
            .collect()?;
        let held = counted.column("held")?.u32()?;
        let text = |name: &str, i| {
            Ok::<_, PolarsError>(counted.column(name)?.str()?.get(i).unwrap_or("").to_string())
        };
        let mut counts = HashMap::new();
        for i in 0..counted.height() {
            let [branch, group, kind, month] = keys;
            let key = (text(branch, i)?, text(group, i)?, text(kind, i)?, text(month, i)?);
            counts.insert(key, held.get(i).unwrap_or(0));
        }
        Ok(Counts(counts))
    }

    /// Sessions in a span; those that no group is named for count for every group.
    fn held(&self, branch: &str, group: &str, kind: Kind, span: Period) -> u32 {
        let mine = |(b, g, k, m): &(String, String, String, String)| {
            b == branch
                && k == kind.name()
                && (group.is_empty() || g == group || g.is_empty())
                && (span.first.to_string()..=span.last().to_string()).contains(m)
        };
        self.0.iter().filter(|(key, _)| mine(key)).map(|(_, held)| held).sum()
    }
}
