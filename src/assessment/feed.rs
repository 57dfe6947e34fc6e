//! The feed for performance review: one row a member.

use polars::prelude::*;

use super::rules::Rules;
use super::score::Scores;
use crate::ledger::{Ledger, category_name};
use crate::metrics::{Figures, Scope};

/// Columns: branch, name, department, category, post, due, came, attendance_rate, topics_required,
/// topics_covered, coverage_rate, hours, hours_target, score, grade. Rates are fractions of one, hours
/// study hours; what is empty could not be computed.
pub fn feed(ledger: &Ledger, figures: &Figures, scores: &Scores) -> PolarsResult<DataFrame> {
    let m = &ledger.members;
    let figure = |metric: &'static str| -> Vec<_> {
        scores
            .members
            .iter()
            .map(|card| {
                figures.get(Scope::Member, ledger.branch_name(card.branch), &card.name, "all", metric)
            })
            .collect()
    };
    let (attendance, coverage, hours) = (figure("attendance_rate"), figure("coverage_rate"), figure("hours"));
    let count =
        |figures: &[Option<crate::metrics::Figure>], part: fn(&crate::metrics::Figure) -> f64| -> Vec<u32> {
            figures.iter().map(|f| f.as_ref().map_or(0, |f| part(f) as u32)).collect()
        };
    df!(
        "branch" => m.iter().map(|m| ledger.branch_name(m.branch)).collect::<Vec<_>>(),
        "name" => scores.members.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(),
        "department" => m.iter().map(|m| m.department.as_str()).collect::<Vec<_>>(),
        "category" => m.iter().map(|m| category_name(m.category)).collect::<Vec<_>>(),
        "post" => m.iter().map(|m| m.post.as_str()).collect::<Vec<_>>(),
        "due" => count(&attendance, |f| f.denominator),
        "came" => count(&attendance, |f| f.numerator),
        "attendance_rate" => attendance.iter().map(|f| f.and_then(|f| f.value())).collect::<Vec<_>>(),
        "topics_required" => count(&coverage, |f| f.denominator),
        "topics_covered" => count(&coverage, |f| f.numerator),
        "coverage_rate" => coverage.iter().map(|f| f.and_then(|f| f.value())).collect::<Vec<_>>(),
        "hours" => hours.iter().map(|f| f.map_or(0.0, |f| f.numerator)).collect::<Vec<_>>(),
        "hours_target" => hours.iter().map(|f| f.map_or(0.0, |f| crate::text::round(f.denominator, 2))).collect::<Vec<_>>(),
        "score" => scores.members.iter().map(|c| c.total).collect::<Vec<_>>(),
        "grade" => scores.members.iter().map(|c| c.grade.as_str()).collect::<Vec<_>>(),
    )
}

/// Columns: scope, branch, name, indicator, full, points, reason. The total is the indicator `total`.
pub fn scores_frame(ledger: &Ledger, scores: &Scores, rules: &Rules) -> PolarsResult<DataFrame> {
    struct Row<'a>(&'static str, &'a str, &'a str, &'a str, f64, Option<f64>, String);
    let mut rows = Vec::new();
    for (scope, cards) in [("branch", &scores.branches), ("member", &scores.members)] {
        for card in cards {
            let name = if scope == "member" { card.name.as_str() } else { "" };
            let branch = ledger.branch_name(card.branch);
            rows.extend(card.lines.iter().map(|l| {
                Row(
                    scope,
                    branch,
                    name,
                    l.indicator.id.as_str(),
                    l.indicator.full,
                    l.points,
                    l.reason.clone(),
                )
            }));
            let scheme = if scope == "branch" { &rules.branch } else { &rules.member };
            let notes = card.vetoes.iter().chain(&card.exempt);
            let grade = std::iter::once(&card.grade).chain(notes).cloned().collect::<Vec<_>>().join("；");
            rows.push(Row(scope, branch, name, "total", scheme.out_of(), card.total, grade));
        }
    }
    df!(
        "scope" => rows.iter().map(|r| r.0).collect::<Vec<_>>(),
        "branch" => rows.iter().map(|r| r.1).collect::<Vec<_>>(),
        "name" => rows.iter().map(|r| r.2).collect::<Vec<_>>(),
        "indicator" => rows.iter().map(|r| r.3).collect::<Vec<_>>(),
        "full" => rows.iter().map(|r| r.4).collect::<Vec<_>>(),
        "points" => rows.iter().map(|r| r.5).collect::<Vec<_>>(),
        "reason" => rows.iter().map(|r| r.6.as_str()).collect::<Vec<_>>(),
    )
}
