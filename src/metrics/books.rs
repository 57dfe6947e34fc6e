//! The books themselves: whether every month has one, and whether what stands in them can be used.
//!
//! - `books_timely`: months of the period, as far as they are over, for which the branch's books hold a session.
//! - `books_tidy`: attendance facts of the period ÷ these and the errors in the branch's books.

use std::collections::HashMap;

use polars::prelude::*;

use super::participation::in_period;
use super::{Figure, Row, Scope, by_text};
use crate::issue::Severity;
use crate::ledger::Ledger;
use crate::ledger::facts::Facts;
use crate::period::{Month, Period};

pub fn figures(
    ledger: &Ledger,
    facts: &Facts,
    period: Period,
    covered_until: Option<Month>,
) -> PolarsResult<Vec<Row>> {
    let over = period.months().filter(|m| covered_until.is_some_and(|c| *m <= c)).count() as f64;
    let until = lit(covered_until.map_or(String::new(), |month| month.to_string()));
    let months = by_text(
        in_period(facts.sessions.clone().lazy(), period)
            .filter(col("month").lt_eq(until))
            .group_by([col("branch")])
            .agg([col("month").n_unique().alias("count")]),
        "branch",
    )?;
    let used = by_text(
        in_period(facts.attendance.clone().lazy(), period)
            .group_by([col("branch")])
            .agg([len().alias("count")]),
        "branch",
    )?;
    let errors: Vec<_> = ledger
        .issues
        .iter()
        .filter(|i| i.severity() == Severity::Error)
        .filter_map(|i| ledger.branch_of(i.place))
        .collect();
    let (mut rows, mut sums) = (Vec::new(), [Figure { numerator: 0.0, denominator: 0.0 }; 2]);
    for branch in ledger.branches.ids() {
        let name = ledger.branch_name(branch);
        let of = |counts: &HashMap<String, f64>| counts.get(name).copied().unwrap_or(0.0);
        let faults = errors.iter().filter(|b| **b == branch).count() as f64;
        let figures = [
            Figure { numerator: of(&months), denominator: over },
            Figure { numerator: of(&used), denominator: of(&used) + faults },
        ];
        for (sum, figure) in sums.iter_mut().zip(figures) {
            sum.numerator += figure.numerator;
            sum.denominator += figure.denominator;
        }
        rows.extend(both(Scope::Branch, name, figures));
    }
    rows.extend(both(Scope::Bureau, "", sums));
    Ok(rows)
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
