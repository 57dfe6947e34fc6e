//! What lists of evidence add up to, in the year up to the end of the period.
//!
//! A list that nobody keeps gives no figure; where anybody keeps it, whoever has nothing on it has 0.
//! Entries without a date count.

use std::collections::HashMap;

use polars::prelude::*;

use super::{Figure, Row, Scope};
use crate::ledger::{Evidence, Ledger};
use crate::period::Period;
use crate::text::number;
use crate::vocabulary::{EvidenceKind, Vocabulary};

/// What a sum is divided by.
#[derive(Clone, Copy, PartialEq)]
enum Over {
    /// Nothing: the figure is the sum itself.
    One,
    /// The members of the scope, those who are exempt left out.
    Members,
    /// The entries: the figure is a mean.
    Entries,
}

struct Measure {
    metric: &'static str,
    kind: EvidenceKind,
    over: Over,
    /// What one entry adds; nothing where it says nothing of this.
    amount: fn(&Evidence, &Vocabulary) -> Option<f64>,
}

const fn measure(
    metric: &'static str,
    kind: EvidenceKind,
    over: Over,
    amount: fn(&Evidence, &Vocabulary) -> Option<f64>,
) -> Measure {
    Measure { metric, kind, over, amount }
}

/// Metric, list, divisor, amount. Units: entries, study hours, points, or a share of one.
const MEASURES: [Measure; 7] = [
    measure("honours", EvidenceKind::Honour, Over::One, |_, _| Some(1.0)),
    measure("model_posts", EvidenceKind::ModelPost, Over::One, |_, _| Some(1.0)),
    measure("volunteer_hours", EvidenceKind::Volunteering, Over::Members, |e, _| number(&e.value)),
    measure("appraisal_excellent_rate", EvidenceKind::Appraisal, Over::Entries, |e, v| {
        verdict(e).map(|said| f64::from(u8::from(v.is_excellent(said))))
    }),
    measure("appraisal_failed", EvidenceKind::Appraisal, Over::One, |e, v| {
        verdict(e).map(|said| f64::from(u8::from(v.is_failed(said))))
    }),
    measure("business_score", EvidenceKind::BusinessScore, Over::Entries, |e, _| number(&e.value)),
    measure("manual_score", EvidenceKind::ManualScore, Over::Entries, |e, _| number(&e.value)),
];

fn verdict(entry: &Evidence) -> Option<&str> {
    (!entry.value.is_empty()).then_some(entry.value.as_str())
}

/// The slice of points that were given by hand for one thing.
pub fn item(title: &str) -> String {
    format!("item:{title}")
}

pub fn figures(
    ledger: &Ledger,
    period: Period,
    people: &DataFrame,
    vocabulary: &Vocabulary,
) -> PolarsResult<Vec<Row>> {
    let who: Vec<String> = people.column("who")?.str()?.iter().map(|n| n.unwrap_or("").to_string()).collect();
    let assessed: Vec<bool> = people.column("assessed")?.bool()?.iter().map(|b| b.unwrap_or(true)).collect();
    let heads = heads(ledger, &assessed, &who);
    let in_year = |e: &&Evidence| e.when.is_none_or(|w| period.year_to_date().contains(&w.month()));
    let mut rows = Vec::new();
    for Measure { metric, kind, over, amount } in MEASURES {
        let entries: Vec<(&Evidence, f64)> = ledger
            .evidence
            .iter()
            .filter(|e| e.kind == kind)
            .filter(in_year)
            .filter_map(|e| Some((e, amount(e, vocabulary)?)))
            .collect();
        if entries.is_empty() {
            continue;
        }
        let text = |of: &dyn Fn(&Evidence) -> String| entries.iter().map(|(e, _)| of(e)).collect::<Vec<_>>();
        let frame = df!(
            "of" => text(&|e| e.branch.map_or(String::new(), |b| ledger.branch_name(b).to_string())),
            "who" => text(&|e| e.member.map_or(String::new(), |m| who[m].clone())),
            "slice" => text(&|e| if kind == EvidenceKind::ManualScore { item(&e.title) } else { "all".into() }),
            "amount" => entries.iter().map(|(_, amount)| *amount).collect::<Vec<_>>(),
        )?
        .lazy();
        for (scope, keys) in
            [(Scope::Bureau, vec![]), (Scope::Branch, vec!["of"]), (Scope::Member, vec!["of", "who"])]
        {
            // Points by hand for a branch and for its members are of different things.
            let frame = match (kind, scope) {
                (EvidenceKind::ManualScore, Scope::Branch) => frame.clone().filter(col("who").eq(lit(""))),
                _ => frame.clone(),
            };
            let by: Vec<Expr> = keys.iter().copied().chain(["slice"]).map(col).collect();
            let sums = frame.group_by(by).agg([col("amount").sum(), len().alias("entries")]).collect()?;
            let mut found: HashMap<(String, String, String), (f64, f64)> = HashMap::new();
            for i in 0..sums.height() {
                let text = |name: &str| {
                    Ok::<_, PolarsError>(sums.column(name)?.str()?.get(i).unwrap_or("").to_string())
                };
                let key = |n: usize| keys.get(n).map_or(Ok(String::new()), |k| text(k));
                let amount = sums.column("amount")?.f64()?.get(i).unwrap_or(0.0);
                let entries = f64::from(sums.column("entries")?.u32()?.get(i).unwrap_or(0));
                found.insert((key(0)?, key(1)?, text("slice")?), (amount, entries));
            }
            for ((_, branch, name), members) in heads.iter().filter(|((s, ..), _)| *s == scope) {
                if kind != EvidenceKind::ManualScore {
                    found.entry((branch.clone(), name.clone(), "all".into())).or_insert((0.0, 0.0));
                }
                for ((_, _, slice), (amount, entries)) in
                    found.iter().filter(|((b, n, _), _)| b == branch && n == name)
                {
                    let denominator = match over {
                        Over::One => 1.0,
                        Over::Members => *members,
                        Over::Entries => *entries,
                    };
                    let figure = Figure { numerator: *amount, denominator };
                    let (branch, name, slice) = (branch.clone(), name.clone(), slice.clone());
                    rows.push(Row { scope, branch, name, slice, metric, figure });
                }
            }
        }
    }
    Ok(rows)
}

/// Every bureau, branch and member, with how many members it stands for.
fn heads(ledger: &Ledger, assessed: &[bool], who: &[String]) -> Vec<((Scope, String, String), f64)> {
    let count =
        |of: &dyn Fn(usize) -> bool| (0..assessed.len()).filter(|&m| assessed[m] && of(m)).count() as f64;
    let bureau = ((Scope::Bureau, String::new(), String::new()), count(&|_| true));
    let branches = ledger.branches.ids().map(|b| {
        let members = count(&|m| ledger.members[m].branch == b);
        ((Scope::Branch, ledger.branch_name(b).to_string(), String::new()), members)
    });
    let members = (0..assessed.len()).filter(|&m| assessed[m]).map(|m| {
        let branch = ledger.branch_name(ledger.members[m].branch).to_string();
        ((Scope::Member, branch, who[m].clone()), 1.0)
    });
    std::iter::once(bureau).chain(branches).chain(members).collect()
}
