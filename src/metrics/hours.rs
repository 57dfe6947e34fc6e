//! Hours of study: of sessions attended and of study records, against the year's target in proportion
//! to the months of the period.
//!
//! A session's hours are those its book gives, else those of the planned topic that it was on, else the
//! rules' `hours_of_a_session`. Unit: study hours (学时).

use std::collections::HashMap;

use polars::prelude::*;

use super::participation::in_period;
use super::{Figure, Row, Scope, Standards, coverage::same_topic};
use crate::ledger::{Ledger, facts::Facts};
use crate::period::Period;
use crate::text::squash;
use crate::vocabulary::Vocabulary;
use crate::when::When;

pub fn figures(
    ledger: &Ledger,
    facts: &Facts,
    period: Period,
    standards: &Standards,
    people: &DataFrame,
    vocabulary: &Vocabulary,
) -> PolarsResult<Vec<Row>> {
    let credited: Vec<f64> = ledger.sessions.iter().map(|s| credited(ledger, s, standards)).collect();
    let worth =
        df!("session" => facts.sessions.column("session")?.as_materialized_series(), "worth" => credited)?;
    let came = col("status")
        .eq(lit("present"))
        .or(col("status").eq(lit("late")))
        .or(col("status").eq(lit("left_early")));
    let attended = in_period(facts.attendance.clone().lazy(), period)
        .filter(came)
        .join(worth.lazy(), [col("session")], [col("session")], JoinArgs::new(JoinType::Left))
        .select([col("member"), col("worth").alias("studied")]);
    let own = in_period(facts.study_records.clone().lazy(), period)
        .select([col("member"), col("hours").alias("studied")]);
    let sums = concat([attended, own], UnionArgs::default())?
        .group_by([col("member")])
        .agg([col("studied").sum()])
        .collect()?;
    let mut by_member: HashMap<u32, f64> = HashMap::new();
    let (members, hours) = (sums.column("member")?.u32()?.clone(), sums.column("studied")?.f64()?.clone());
    for (member, hours) in members.iter().zip(hours.iter()) {
        by_member.insert(member.unwrap_or(0), hours.unwrap_or(0.0));
    }
    let who: Vec<String> = people.column("who")?.str()?.iter().map(|n| n.unwrap_or("").to_string()).collect();
    let mut rows: Vec<Row> = Vec::new();
    let mut branch_sums: HashMap<String, Figure> = HashMap::new();
    let assessed = people.column("assessed")?.bool()?;
    for (id, member) in ledger.members.iter().enumerate() {
        if assessed.get(id) == Some(false) {
            continue;
        }
        // In proportion to the months in which somebody was here.
        let months = period.months().filter(|m| member.was_here(When::Month(*m))).count();
        let share = months as f64 / 12.0;
        let target = share
            * if member.is_committee(vocabulary) {
                standards.hours_a_year_committee
            } else {
                standards.hours_a_year
            };
        let figure =
            Figure { numerator: by_member.get(&(id as u32)).copied().unwrap_or(0.0), denominator: target };
        let branch = ledger.branch_name(member.branch).to_string();
        for key in [branch.clone(), String::new()] {
            let sum = branch_sums.entry(key).or_insert(Figure { numerator: 0.0, denominator: 0.0 });
            sum.numerator += figure.numerator;
            sum.denominator += figure.denominator;
        }
        rows.push(Row {
            scope: Scope::Member,
            branch,
            name: who[id].clone(),
            slice: "all".into(),
            metric: "hours",
            figure,
        });
    }
    let of_scopes = branch_sums.into_iter().map(|(branch, figure)| {
        let scope = if branch.is_empty() { Scope::Bureau } else { Scope::Branch };
        Row { scope, branch, name: String::new(), slice: "all".into(), metric: "hours", figure }
    });
    rows.extend(of_scopes);
    Ok(rows)
}

/// The hours that a session is worth.
pub fn credited(ledger: &Ledger, session: &crate::ledger::Session, standards: &Standards) -> f64 {
    let planned = || {
        let topic = squash(&session.topic);
        (!topic.is_empty())
            .then(|| {
                ledger
                    .plan
                    .iter()
                    .find(|p| {
                        p.branch.is_none_or(|b| b == session.branch) && same_topic(&squash(&p.topic), &topic)
                    })
                    .and_then(|p| p.hours)
            })
            .flatten()
    };
    session.hours.or_else(planned).unwrap_or(standards.hours_of_a_session)
}
