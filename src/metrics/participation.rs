//! Participation: who was due, who came, by scope and slice.
//!
//! due = present + late + left_early + leave + absent; came = present + late + left_early. Rates of a
//! branch are over its person-sessions. A session of two kinds counts once overall and once under
//! each kind.

use std::ops::RangeInclusive;

use polars::prelude::*;

use super::{Figure, Row, Scope};
use crate::ledger::facts::Facts;
use crate::period::{Month, Period};

/// Metric, numerator, denominator: each over the counts of one scope and slice.
const RATES: [(&str, &str, &str); 5] = [
    ("attendance_rate", "came", "due"),
    ("attendance_rate_without_leave", "came", "due_without_leave"),
    ("leave_rate", "leave", "due"),
    ("absence_rate", "absent", "due"),
    ("late_rate", "late", "due"),
];

/// Slices: the prefix of their names and the column that tells them apart.
const SLICES: [(&str, Option<&str>); 7] = [
    ("all", None),
    ("month:", Some("month")),
    ("kind:", Some("one_kind")),
    ("category:", Some("category")),
    ("sex:", Some("sex")),
    ("age:", Some("age")),
    ("post:", Some("post_kind")),
];

pub fn figures(facts: &Facts, people: &DataFrame, period: Period) -> PolarsResult<Vec<Row>> {
    let attendance = in_period(facts.attendance.clone().lazy(), period).join(
        people.clone().lazy(),
        [col("member")],
        [col("member")],
        JoinArgs::new(JoinType::Left),
    );
    let attendance = attendance.filter(col("assessed"));
    let by_kind = attendance.clone().join(
        facts.session_kinds.clone().lazy(),
        [col("session")],
        [col("session")],
        JoinArgs::new(JoinType::Inner),
    );
    let mut rows = Vec::new();
    for (scope, keys) in [
        (Scope::Bureau, vec![]),
        (Scope::Branch, vec!["branch"]),
        (Scope::Group, vec!["branch", "in_group"]),
        (Scope::Member, vec!["branch", "who"]),
    ] {
        for (prefix, column) in SLICES {
            // A member is of one category, age and post: there the slice would only repeat `all`.
            if scope == Scope::Member && matches!(column, Some("category" | "sex" | "age" | "post_kind")) {
                continue;
            }
            let frame = if column == Some("one_kind") { &by_kind } else { &attendance };
            rows.extend(rates(frame.clone(), scope, &keys, prefix, column)?);
        }
    }
    Ok(rows)
}

/// Keeps the rows whose month lies in the period.
pub fn in_period(frame: LazyFrame, period: Period) -> LazyFrame {
    within(frame, period.first..=period.last())
}

/// Keeps the rows of some months. Months compare as text (`2026-03`).
pub fn within(frame: LazyFrame, months: RangeInclusive<Month>) -> LazyFrame {
    let (first, last) = (lit(months.start().to_string()), lit(months.end().to_string()));
    frame.filter(col("month").gt_eq(first).and(col("month").lt_eq(last)))
}

/// Whether a status is one of having come; see “Definitions of figures”.
pub fn came() -> Expr {
    any_of(&["present", "late", "left_early"])
}

fn any_of(statuses: &[&str]) -> Expr {
    statuses.iter().map(|s| col("status").eq(lit(*s))).reduce(|a, b| a.or(b)).expect("at least one")
}

fn count(statuses: &[&str]) -> Expr {
    any_of(statuses).cast(DataType::UInt32).sum()
}

fn rates(
    frame: LazyFrame,
    scope: Scope,
    keys: &[&str],
    prefix: &str,
    column: Option<&str>,
) -> PolarsResult<Vec<Row>> {
    let mut by: Vec<Expr> = keys.iter().map(|k| col(*k)).collect();
    by.push(column.map_or(lit("").alias("slice"), |c| col(c).alias("slice")));
    let counted = frame
        .group_by(by)
        .agg([
            count(&["present", "late", "left_early", "leave", "absent"]).alias("due"),
            count(&["present", "late", "left_early"]).alias("came"),
            count(&["present", "late", "left_early", "absent"]).alias("due_without_leave"),
            count(&["leave"]).alias("leave"),
            count(&["absent"]).alias("absent"),
            count(&["late"]).alias("late"),
        ])
        .collect()?;
    let text = |name: &str, i: usize| -> PolarsResult<String> {
        Ok(counted.column(name)?.str()?.get(i).unwrap_or("").to_string())
    };
    let number = |name: &str, i: usize| -> PolarsResult<f64> {
        Ok(f64::from(counted.column(name)?.u32()?.get(i).unwrap_or(0)))
    };
    let mut rows = Vec::new();
    for i in 0..counted.height() {
        let slice = text("slice", i)?;
        let (branch, name) = (
            keys.first().map_or(Ok(String::new()), |k| text(k, i))?,
            keys.get(1).map_or(Ok(String::new()), |k| text(k, i))?,
        );
        // An empty value of a slice, or a member of no group, is no slice of its own.
        if column.is_some() && slice.is_empty() || scope == Scope::Group && name.is_empty() {
            continue;
        }
        for (metric, numerator, denominator) in RATES {
            let figure = Figure { numerator: number(numerator, i)?, denominator: number(denominator, i)? };
            rows.push(Row {
                scope,
                branch: branch.clone(),
                name: name.clone(),
                slice: format!("{prefix}{slice}"),
                metric,
                figure,
            });
        }
    }
    Ok(rows)
}
