//! Study coverage: of the topics that the plan asks of a member, those that the member has covered.
//!
//! Covered = came to a session on that topic, or has a study record on it, in the year up to the end
//! of the period. Of a branch: over its member-topics.

use std::collections::HashMap;

use polars::prelude::*;

use super::{Figure, Row, Scope};
use crate::address::Address;
use crate::ledger::{Ledger, MemberId, facts::counted};
use crate::period::{Month, Period};
use crate::text::squash;
use crate::vocabulary::Vocabulary;

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

pub fn pairs(ledger: &Ledger, period: Period, vocabulary: &Vocabulary) -> Vec<Pair> {
    let plan: Vec<usize> =
        (0..ledger.plan.len()).filter(|&p| period.contains(ledger.plan[p].month.month())).collect();
    let counts = |month: Month| period.year_to_date().contains(&month);
    // What each member studied, by topic.
    let mut studied: HashMap<MemberId, Vec<(String, Address)>> = HashMap::new();
    for a in ledger.attendance.iter().filter(|a| counted(a.status).1) {
        let session = &ledger.sessions[a.session];
        if !session.topic.is_empty() && counts(session.when.month()) {
            studied.entry(a.member).or_default().push((topic_key(&session.topic), a.at));
        }
    }
    for record in
        ledger.study.iter().filter(|s| !s.topic.is_empty() && s.when.is_none_or(|w| counts(w.month())))
    {
        studied.entry(record.member).or_default().push((topic_key(&record.topic), record.at));
    }
    let mut pairs = Vec::new();
    for (id, member) in ledger.members.iter().enumerate() {
        for &p in &plan {
            let topic = &ledger.plan[p];
            let mine = topic.branch.is_none_or(|b| b == member.branch)
                && member.was_here(topic.month)
                && topic.who.takes(member, topic.month, vocabulary);
            if mine {
                let key = topic_key(&topic.topic);
                let topics = studied.get(&id).map_or(&[][..], Vec::as_slice);
                let by = topics.iter().find(|(topic, _)| same_topic(topic, &key)).map(|(_, at)| *at);
                pairs.push(Pair { member: id, plan: p, by });
            }
        }
    }
    pairs
}

/// A topic without quotes, brackets and punctuation.
fn topic_key(topic: &str) -> String {
    squash(topic).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Topics are the same when equal, or when one contains the other and it says enough.
pub fn same_topic(a: &str, b: &str) -> bool {
    let enough = |t: &str| t.chars().count() >= 6;
    a == b || enough(a) && b.contains(a) || enough(b) && a.contains(b)
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
