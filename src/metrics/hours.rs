//! Hours of study: of sessions attended and of study records, against the year's target in proportion
//! to the months of the period. Unit: study hours (学时).
//!
//! - hours = hours of the sessions attended + hours of the study records
//! - target = hours a year × months of the period in which the member was here ÷ 12

use polars::prelude::*;

use super::participation::{came, in_period};
use super::{Figure, Row, Scope, Standards};
use crate::ledger::facts::Facts;
use crate::period::Period;
use crate::text::round;

const MONTHS: f64 = 12.0;

pub fn figures(
    facts: &Facts,
    period: Period,
    standards: &Standards,
    people: &DataFrame,
) -> PolarsResult<Vec<Row>> {
    let attended = in_period(facts.attendance.clone().lazy(), period)
        .filter(came())
        .join(worth(facts, standards)?, [col("session")], [col("session")], JoinArgs::new(JoinType::Left))
        .select([col("member"), col("worth").alias("studied")]);
    let own = in_period(facts.study_records.clone().lazy(), period)
        .select([col("member"), col("hours").alias("studied")]);
    let studied =
        concat([attended, own], UnionArgs::default())?.group_by([col("member")]).agg([col("studied").sum()]);
    let members = people
        .clone()
        .lazy()
        .filter(col("assessed"))
        .with_column((months_here(period).cast(DataType::Float64) * a_year(standards)).alias("asked"))
        .join(studied, [col("member")], [col("member")], JoinArgs::new(JoinType::Left));
    let sums = [col("studied").fill_null(lit(0.0)).sum().alias("hours"), col("asked").sum()];
    let mut rows = Vec::new();
    for (scope, keys) in
        [(Scope::Bureau, vec![]), (Scope::Branch, vec!["of"]), (Scope::Member, vec!["of", "who"])]
    {
        let by: Vec<Expr> = keys.iter().map(|k| col(*k)).chain([lit("all").alias("slice")]).collect();
        let sums = members.clone().group_by(by).agg(sums.clone()).collect()?;
        for i in 0..sums.height() {
            let text = |n: usize| match keys.get(n) {
                Some(key) => Ok(sums.column(key)?.str()?.get(i).unwrap_or("").to_string()),
                None => Ok::<_, PolarsError>(String::new()),
            };
            let number = |name: &str| Ok::<_, PolarsError>(sums.column(name)?.f64()?.get(i).unwrap_or(0.0));
            // In whatever order the parts were added up, the sums are the same: those of whole numbers are exact.
            let figure =
                Figure { numerator: round(number("hours")?, 6), denominator: number("asked")? / MONTHS };
            let (branch, name) = (text(0)?, text(1)?);
            rows.push(Row { scope, branch, name, slice: "all".into(), metric: "hours", figure });
        }
    }
    Ok(rows)
}

/// Hours that a member is to study in a year.
fn a_year(standards: &Standards) -> Expr {
    when(col("post_kind").eq(lit("committee")))
        .then(lit(standards.hours_a_year_committee))
        .otherwise(lit(standards.hours_a_year))
}

/// In how many months of a period a member was here: from the month of joining or arriving, up to that before leaving.
fn months_here(period: Period) -> Expr {
    let (first, last) = (lit(period.first.index()), lit(period.last().index()));
    let from = when(col("since").gt(first.clone())).then(col("since")).otherwise(first);
    let until = when(col("left").lt_eq(last.clone())).then(col("left") - lit(1)).otherwise(last);
    let months = until - from + lit(1);
    when(months.clone().gt(lit(0))).then(months).otherwise(lit(0))
}

/// What each session is worth in study hours, by its place in the ledger.
pub fn by_session(facts: &Facts, standards: &Standards) -> PolarsResult<Vec<f64>> {
    let worth = worth(facts, standards)?.collect()?;
    let mut hours = vec![0.0; worth.height()];
    let (ids, each) = (worth.column("session")?.u32()?, worth.column("worth")?.f64()?);
    for (id, worth) in ids.iter().zip(each.iter()) {
        if let Some(place) = id.and_then(|id| hours.get_mut(id as usize)) {
            *place = worth.unwrap_or(0.0);
        }
    }
    Ok(hours)
}

/// What each session is worth in study hours: `session`, `worth`.
///
/// - worth = the hours that its book gives, else those of the first planned topic that it was on, else the rules'
///   `hours_of_a_session`
fn worth(facts: &Facts, standards: &Standards) -> PolarsResult<LazyFrame> {
    let plan = facts.study_plan.clone().lazy().select([
        col("plan"),
        col("branch").alias("of"),
        col("hours").alias("planned"),
    ]);
    let sessions = facts.sessions.clone().lazy().select([col("session"), col("branch"), col("hours")]);
    let planned = facts
        .plan_sessions
        .clone()
        .lazy()
        .join(plan, [col("plan")], [col("plan")], JoinArgs::new(JoinType::Inner))
        .join(sessions.clone(), [col("session")], [col("session")], JoinArgs::new(JoinType::Inner))
        .filter(col("of").eq(lit("")).or(col("of").eq(col("branch"))))
        .sort(["plan"], SortMultipleOptions::default())
        .group_by([col("session")])
        .agg([col("planned").first()]);
    let worth = col("hours").fill_null(col("planned")).fill_null(lit(standards.hours_of_a_session));
    Ok(sessions
        .join(planned, [col("session")], [col("session")], JoinArgs::new(JoinType::Left))
        .select([col("session"), worth.alias("worth")]))
}
