//! Those who lead: who gave the party lectures, when the secretary last did, and whether those who do party work
//! were trained. Over the year up to the end of the period.
//!
//! - `secretary_lecture`: 1 where the secretary gave a lecture, of 1; only for branches with a secretary.
//! - `worker_training`: members of the committee who came to a training or stand on a list of those trained, of all of them.

use std::collections::HashMap;

use polars::prelude::*;

use super::participation::{self, within};
use super::{Figure, Row, Scope, by_text};
use crate::ledger::facts::Facts;
use crate::ledger::{BranchId, Ledger, MemberId};
use crate::period::Period;
use crate::text::squash;
use crate::vocabulary::{EvidenceKind, Kind, Vocabulary};

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
pub fn lectures(ledger: &Ledger, period: Period, vocabulary: &Vocabulary) -> Vec<Lecture> {
    let mut found: Vec<Lecture> = ledger
        .sessions
        .iter()
        .enumerate()
        .filter(|(_, s)| s.kinds.contains(&Kind::Lecture) && period.year_to_date().contains(&s.when.month()))
        .map(|(session, s)| {
            let host = squash(&s.host);
            let by_secretary = secretaries(ledger, s.branch, vocabulary).any(|m| {
                // 书记张三, 张三（书记） and 张三 name him.
                !host.is_empty() && host.contains(&ledger.members[m].name)
            });
            Lecture { session, host, by_secretary }
        })
        .collect();
    found.sort_by_key(|l| (ledger.sessions[l.session].branch, ledger.sessions[l.session].when));
    found
}

fn secretaries<'a>(
    ledger: &'a Ledger,
    branch: BranchId,
    vocabulary: &'a Vocabulary,
) -> impl Iterator<Item = MemberId> + 'a {
    ledger.members_of(branch).filter(|&m| vocabulary.is_secretary(&ledger.members[m].post))
}

pub fn figures(
    ledger: &Ledger,
    facts: &Facts,
    people: &DataFrame,
    period: Period,
    lectures: &[Lecture],
    vocabulary: &Vocabulary,
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
    let mut rows = Vec::new();
    let nothing = Figure { numerator: 0.0, denominator: 0.0 };
    let mut sums = [("secretary_lecture", nothing), ("worker_training", nothing)];
    for branch in ledger.branches.ids() {
        let by_secretary =
            lectures.iter().any(|l| l.by_secretary && ledger.sessions[l.session].branch == branch);
        let has_secretary = secretaries(ledger, branch, vocabulary).next().is_some();
        let name = ledger.branch_name(branch);
        let of = |counts: &HashMap<String, f64>| counts.get(name).copied().unwrap_or(0.0);
        let figures = [
            Figure {
                numerator: f64::from(u8::from(by_secretary)),
                denominator: f64::from(u8::from(has_secretary)),
            },
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
