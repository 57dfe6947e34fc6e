//! Those who lead: who gave the party lectures, when the secretary last did, and whether those who do party work
//! were trained. Over the year up to the end of the period.
//!
//! - `secretary_lecture`: 1 where the secretary gave a lecture, of 1; only for branches with a secretary.
//! - `worker_training`: members of the committee who came to a training or stand on a list of those trained, of all of them.

use std::collections::HashMap;

use polars::prelude::*;

use super::participation::{self, within};
use super::{Figure, Row, Scope, by_text};
use crate::ledger::Ledger;
use crate::ledger::facts::Facts;
use crate::period::Period;
use crate::text::squash;
use crate::vocabulary::{EvidenceKind, Kind};

/// A lecture and whoever gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lecture {
    /// Index in [`Ledger::sessions`].
    pub session: usize,
    /// As written; empty where no book says it.
    pub host: String,
    pub by_secretary: bool,
}

/// The lectures of the year up to the period's end, in the order of branches and dates.
pub fn lectures(
    ledger: &Ledger,
    facts: &Facts,
    people: &DataFrame,
    period: Period,
) -> PolarsResult<Vec<Lecture>> {
    let inner = || JoinArgs::new(JoinType::Inner);
    let secretaries = people.clone().lazy().filter(col("secretary")).select([col("member")]);
    let by_secretary = facts
        .session_hosts
        .clone()
        .lazy()
        .join(secretaries, [col("member")], [col("member")], inner())
        .group_by([col("session")])
        .agg([len().gt(lit(0)).alias("by_secretary")]);
    let lectures = facts.session_kinds.clone().lazy().filter(col("one_kind").eq(lit(Kind::Lecture.name())));
    let found = within(facts.sessions.clone().lazy(), period.year_to_date())
        .join(lectures, [col("session")], [col("session")], inner())
        .join(by_secretary, [col("session")], [col("session")], JoinArgs::new(JoinType::Left))
        .select([col("session"), col("by_secretary").fill_null(lit(false))])
        .collect()?;
    let (ids, by_secretary) = (found.column("session")?.u32()?, found.column("by_secretary")?.bool()?);
    let lecture = |i| {
        let session = ids.get(i)? as usize;
        let host = squash(ledger.sessions[session].host_text());
        Some(Lecture { session, host, by_secretary: by_secretary.get(i)? })
    };
    let mut lectures: Vec<Lecture> = (0..found.height()).filter_map(lecture).collect();
    lectures.sort_by_key(|l| (ledger.sessions[l.session].branch, ledger.sessions[l.session].when));
    Ok(lectures)
}

pub fn figures(
    ledger: &Ledger,
    facts: &Facts,
    people: &DataFrame,
    period: Period,
    lectures: &[Lecture],
) -> PolarsResult<Vec<Row>> {
    let committee = people.clone().lazy().filter(col("post_kind").eq(lit("committee")));
    let trained = trained(ledger, facts, period)?;
    let is_kept = ledger.sessions.iter().any(|s| s.kinds.contains(&Kind::Training))
        || ledger.evidence.iter().any(|e| e.kind == EvidenceKind::Training);
    let count = |frame: LazyFrame| by_text(frame.group_by([col("of")]).agg([len().alias("count")]), "of");
    let trained = count(committee.clone().join(
        trained,
        [col("member")],
        [col("member")],
        JoinArgs::new(JoinType::Inner),
    ))?;
    let committee = count(committee)?;
    let secretaries = count(people.clone().lazy().filter(col("secretary")))?;
    let mut rows = Vec::new();
    let nothing = Figure { numerator: 0.0, denominator: 0.0 };
    let mut sums = [("secretary_lecture", nothing), ("worker_training", nothing)];
    for branch in ledger.branches.ids() {
        let by_secretary =
            lectures.iter().any(|l| l.by_secretary && ledger.sessions[l.session].branch == branch);
        let name = ledger.branch_name(branch);
        let of = |counts: &HashMap<String, f64>| counts.get(name).copied().unwrap_or(0.0);
        let figures = [
            Figure { numerator: f64::from(u8::from(by_secretary)), denominator: of(&secretaries).min(1.0) },
            Figure { numerator: of(&trained), denominator: if is_kept { of(&committee) } else { 0.0 } },
        ];
        for ((metric, sum), figure) in sums.iter_mut().zip(figures) {
            sum.numerator += figure.numerator;
            sum.denominator += figure.denominator;
            rows.push(row(Scope::Branch, name, metric, figure));
        }
    }
    rows.extend(sums.into_iter().map(|(metric, figure)| row(Scope::Bureau, "", metric, figure)));
    Ok(rows)
}

/// Who came to a training in the year, or stands on a list of those trained: `member`, once each.
fn trained(ledger: &Ledger, facts: &Facts, period: Period) -> PolarsResult<LazyFrame> {
    let year = period.year_to_date();
    let sessions = facts.session_kinds.clone().lazy().filter(col("one_kind").eq(lit(Kind::Training.name())));
    let came = within(facts.attendance.clone().lazy(), year.clone())
        .filter(participation::came())
        .join(sessions, [col("session")], [col("session")], JoinArgs::new(JoinType::Inner))
        .select([col("member")]);
    // A list may leave out when; who is on it is a member only where the ledger knows.
    let listed: Vec<u32> = ledger
        .evidence
        .iter()
        .filter(|e| e.kind == EvidenceKind::Training && e.when.is_none_or(|w| year.contains(&w.month())))
        .filter_map(|e| e.member.map(|m| m as u32))
        .collect();
    let all = concat([came, df!("member" => listed)?.lazy()], UnionArgs::default())?;
    Ok(all.group_by([col("member")]).agg([len().alias("times")]))
}

fn row(scope: Scope, branch: &str, metric: &'static str, figure: Figure) -> Row {
    Row { scope, branch: branch.into(), name: String::new(), slice: "all".into(), metric, figure }
}
