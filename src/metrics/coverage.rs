//! Study coverage: of the topics that the plan asks of a member, those that the member has covered.
//!
//! Covered = came to a session on that topic, or has a study record on it, in the year up to the end
//! of the period. Of a branch: over its member-topics.

use polars::prelude::*;

use super::participation::{came, in_period, within};
use super::{Figure, Row, Scope};
use crate::address::Address;
use crate::ledger::facts::Facts;
use crate::ledger::{Ledger, MemberId};
use crate::period::Period;

/// A planned topic and a member of whom it is required.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    pub member: MemberId,
    /// Index in [`Ledger::plan`].
    pub plan: usize,
    /// The cell that shows that the member has covered it: a mark at a session, or a study record.
    pub by: Option<Address>,
}

impl Pair {
    pub fn covered(&self) -> bool {
        self.by.is_some()
    }
}

/// Each topic of the period with each assessed member of whom it is asked, by member and in the order of the plan.
///
/// - covered = came to a session on the topic, or has a record of it, in the year up to the end of the period; a record
///   without a date counts
pub fn pairs(facts: &Facts, people: &DataFrame, period: Period) -> PolarsResult<Vec<Pair>> {
    let year = period.year_to_date();
    let inner = || JoinArgs::new(JoinType::Inner);
    let cell = ["book", "sheet", "row", "col"];
    let evidence = || [col("plan"), col("member")].into_iter().chain(cell.map(col)).collect::<Vec<_>>();
    let at_sessions = within(facts.attendance.clone().lazy(), year.clone())
        .filter(came())
        .join(facts.plan_sessions.clone().lazy(), [col("session")], [col("session")], inner())
        .select(evidence());
    let (first, last) = (lit(year.start().to_string()), lit(year.end().to_string()));
    let in_year = col("month").gt_eq(first).and(col("month").lt_eq(last));
    let by_records = facts
        .study_records
        .clone()
        .lazy()
        .filter(in_year.or(col("month").eq(lit(""))))
        .join(facts.plan_records.clone().lazy(), [col("record")], [col("record")], inner())
        .select(evidence());
    let covered = concat([at_sessions, by_records], UnionArgs::default())?
        .group_by_stable([col("plan"), col("member")])
        .agg(cell.map(|part| col(part).first()));
    let planned = in_period(facts.study_plan.clone().lazy(), period).select([col("plan")]);
    let assessed = people.clone().lazy().filter(col("assessed")).select([col("member")]);
    let found = facts
        .plan_members
        .clone()
        .lazy()
        .join(planned, [col("plan")], [col("plan")], inner())
        .join(assessed, [col("member")], [col("member")], inner())
        .join(
            covered,
            [col("plan"), col("member")],
            [col("plan"), col("member")],
            JoinArgs::new(JoinType::Left),
        )
        .sort(["member", "plan"], SortMultipleOptions::default())
        .collect()?;
    let number = |name: &str, i: usize| Ok::<_, PolarsError>(found.column(name)?.u32()?.get(i));
    let pair = |i: usize| {
        let by = match (number("book", i)?, number("sheet", i)?, number("row", i)?, number("col", i)?) {
            (Some(book), Some(sheet), Some(row), Some(col)) => {
                Some(Address { book, sheet: sheet as u16, row, col })
            }
            _ => None,
        };
        let id = |name| Ok::<_, PolarsError>(number(name, i)?.unwrap_or_default() as usize);
        Ok(Pair { member: id("member")?, plan: id("plan")?, by })
    };
    (0..found.height()).map(pair).collect()
}

pub fn figures(ledger: &Ledger, pairs: &[Pair], people: &DataFrame) -> PolarsResult<Vec<Row>> {
    let frame = df!(
        "member" => pairs.iter().map(|p| p.member as u32).collect::<Vec<_>>(),
        "topic" => pairs.iter().map(|p| ledger.plan[p.plan].topic.as_str()).collect::<Vec<_>>(),
        "study_category" => pairs.iter().map(|p| ledger.plan[p.plan].category.as_str()).collect::<Vec<_>>(),
        "month" => pairs.iter().map(|p| ledger.plan[p.plan].month.month().to_string()).collect::<Vec<_>>(),
        "covered" => pairs.iter().map(|p| u32::from(p.covered())).collect::<Vec<_>>(),
    )?
    .lazy()
    .join(people.clone().lazy(), [col("member")], [col("member")], JoinArgs::new(JoinType::Left));
    let mut rows = Vec::new();
    for (scope, keys) in [
        (Scope::Bureau, vec![]),
        (Scope::Branch, vec!["of"]),
        (Scope::Group, vec!["of", "in_group"]),
        (Scope::Member, vec!["of", "who"]),
    ] {
        for (prefix, column) in [
            ("all", None),
            ("study_category:", Some("study_category")),
            ("topic:", Some("topic")),
            ("month:", Some("month")),
            ("category:", Some("category")),
            ("sex:", Some("sex")),
            ("age:", Some("age")),
        ] {
            if scope == Scope::Member && matches!(column, Some("topic" | "category" | "sex" | "age")) {
                continue;
            }
            let mut by: Vec<Expr> = keys.iter().map(|k| col(*k)).collect();
            by.push(column.map_or(lit("").alias("slice"), |c| col(c).alias("slice")));
            let sums = frame
                .clone()
                .group_by(by)
                .agg([col("covered").sum().alias("done"), col("covered").count().alias("asked")])
                .collect()?;
            for i in 0..sums.height() {
                let text = |name: &str| -> PolarsResult<String> {
                    Ok(sums.column(name)?.str()?.get(i).unwrap_or("").to_string())
                };
                let slice = text("slice")?;
                let (branch, name) = (
                    keys.first().map_or(Ok(String::new()), |k| text(k))?,
                    keys.get(1).map_or(Ok(String::new()), |k| text(k))?,
                );
                if column.is_some() && slice.is_empty() || scope == Scope::Group && name.is_empty() {
                    continue;
                }
                let figure = Figure {
                    numerator: f64::from(sums.column("done")?.u32()?.get(i).unwrap_or(0)),
                    denominator: f64::from(sums.column("asked")?.u32()?.get(i).unwrap_or(0)),
                };
                rows.push(Row {
                    scope,
                    branch,
                    name,
                    slice: format!("{prefix}{slice}"),
                    metric: "coverage_rate",
                    figure,
                });
            }
        }
    }
    Ok(rows)
}
