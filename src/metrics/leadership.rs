//! Those who lead: who gave the party lectures, when the secretary last did, and whether those who do party work
//! were trained. Over the year up to the end of the period.
//!
//! - `secretary_lecture`: 1 where the secretary gave a lecture, of 1; only for branches with a secretary.
//! - `worker_training`: members of the committee who came to a training or stand on a list of those trained, of all of them.

use super::{Figure, Row, Scope};
use crate::ledger::{BranchId, Evidence, Ledger, MemberId, facts::counted};
use crate::period::Period;
use crate::text::squash;
use crate::vocabulary::{EvidenceKind, Kind, Vocabulary};
use crate::when::When;

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

pub fn figures(ledger: &Ledger, period: Period, lectures: &[Lecture], vocabulary: &Vocabulary) -> Vec<Row> {
    let mut rows = Vec::new();
    let nothing = Figure { numerator: 0.0, denominator: 0.0 };
    let mut sums = [("secretary_lecture", nothing), ("worker_training", nothing)];
    for branch in ledger.branches.ids() {
        let by_secretary =
            lectures.iter().any(|l| l.by_secretary && ledger.sessions[l.session].branch == branch);
        let has_secretary = secretaries(ledger, branch, vocabulary).next().is_some();
        let committee: Vec<MemberId> =
            ledger.members_of(branch).filter(|&m| ledger.members[m].is_committee(vocabulary)).collect();
        let in_year = |when: When| period.year_to_date().contains(&when.month());
        let listed = |m: MemberId| {
            let of = |e: &&Evidence| e.kind == EvidenceKind::Training && e.member == Some(m);
            ledger.evidence.iter().filter(of).any(|e| e.when.is_none_or(in_year))
        };
        let came = |m: MemberId| {
            ledger.attendance.iter().any(|a| {
                let session = &ledger.sessions[a.session];
                a.member == m
                    && counted(a.status).1
                    && session.kinds.contains(&Kind::Training)
                    && in_year(session.when)
            })
        };
        let trained = |m: &&MemberId| came(**m) || listed(**m);
        let is_kept = ledger.sessions.iter().any(|s| s.kinds.contains(&Kind::Training))
            || ledger.evidence.iter().any(|e| e.kind == EvidenceKind::Training);
        let figures = [
            Figure {
                numerator: f64::from(u8::from(by_secretary)),
                denominator: f64::from(u8::from(has_secretary)),
            },
            Figure {
                numerator: committee.iter().filter(trained).count() as f64,
                denominator: if is_kept { committee.len() as f64 } else { 0.0 },
            },
        ];
        for ((metric, sum), figure) in sums.iter_mut().zip(figures) {
            sum.numerator += figure.numerator;
            sum.denominator += figure.denominator;
            rows.push(of(Scope::Branch, ledger.branch_name(branch), metric, figure));
        }
    }
    rows.extend(sums.into_iter().map(|(metric, figure)| of(Scope::Bureau, "", metric, figure)));
    rows
}

fn of(scope: Scope, branch: &str, metric: &'static str, figure: Figure) -> Row {
    Row { scope, branch: branch.into(), name: String::new(), slice: "all".into(), metric, figure }
}
