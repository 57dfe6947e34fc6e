//! The books themselves: whether every month has one, and whether what stands in them can be used.
//!
//! - `books_timely`: months of the period, as far as they are over, for which the branch's books hold a session.
//! - `books_tidy`: attendance facts of the period ÷ these and the errors in the branch's books.

use std::collections::BTreeSet;

use super::{Figure, Row, Scope};
use crate::issue::Severity;
use crate::ledger::Ledger;
use crate::period::{Month, Period};

pub fn figures(ledger: &Ledger, period: Period, covered_until: Option<Month>) -> Vec<Row> {
    let over: Vec<Month> = period.months().filter(|m| covered_until.is_some_and(|c| *m <= c)).collect();
    let errors: Vec<_> = ledger
        .issues
        .iter()
        .filter(|i| i.severity() == Severity::Error)
        .filter_map(|i| ledger.branch_of(i.place))
        .collect();
    let (mut rows, mut sums) = (Vec::new(), [Figure { numerator: 0.0, denominator: 0.0 }; 2]);
    for branch in ledger.branches.ids() {
        let mine = || ledger.sessions.iter().enumerate().filter(move |(_, s)| s.branch == branch);
        let months: BTreeSet<Month> =
            mine().map(|(_, s)| s.when.month()).filter(|m| over.contains(m)).collect();
        let sessions: BTreeSet<usize> =
            mine().filter(|(_, s)| period.contains(s.when.month())).map(|(i, _)| i).collect();
        let facts = ledger.attendance.iter().filter(|a| sessions.contains(&a.session)).count() as f64;
        let faults = errors.iter().filter(|b| **b == branch).count() as f64;
        let figures = [
            Figure { numerator: months.len() as f64, denominator: over.len() as f64 },
            Figure { numerator: facts, denominator: facts + faults },
        ];
        for (sum, figure) in sums.iter_mut().zip(figures) {
            sum.numerator += figure.numerator;
            sum.denominator += figure.denominator;
        }
        rows.extend(both(Scope::Branch, ledger.branch_name(branch), figures));
    }
    rows.extend(both(Scope::Bureau, "", sums));
    rows
}

fn both(scope: Scope, branch: &str, figures: [Figure; 2]) -> impl Iterator<Item = Row> + use<> {
    let branch = branch.to_string();
    ["books_timely", "books_tidy"].into_iter().zip(figures).map(move |(metric, figure)| Row {
        scope,
        branch: branch.clone(),
        name: String::new(),
        slice: "all".into(),
        metric,
        figure,
    })
}
