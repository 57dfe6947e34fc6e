//! Performance review: party scores and business scores together.
//!
//! total = party × weight + business × (1 − weight); the weight is the rules', by category of staff. Whoever lacks
//! one of the two scores has no total and is listed with what is missing: nobody is dropped.

use polars::prelude::*;

use super::rules::Rules;
use super::score::Scores;
use crate::ledger::{Ledger, category_name};
use crate::metrics::{Figures, Scope};
use crate::text::{number, round};
use crate::vocabulary::{Category, EvidenceKind};

/// One of the staff whom performance review covers.
#[derive(Debug, Clone, PartialEq)]
pub struct Reviewed {
    /// Empty for staff who are of no branch.
    pub branch: String,
    pub name: String,
    pub department: String,
    pub category: Option<Category>,
    pub party: Option<f64>,
    pub business: Option<f64>,
    /// The share of the party score, of one.
    pub weight: f64,
    /// To one decimal.
    pub total: Option<f64>,
    /// From 1; ties rank equal. 0 where there is no total.
    pub rank: usize,
    /// What is missing, in words.
    pub note: String,
}

/// Everybody whom performance review covers, members first; nobody where no book holds business scores.
pub fn review(ledger: &Ledger, figures: &Figures, scores: &Scores, rules: &Rules) -> Vec<Reviewed> {
    let business = || ledger.evidence.iter().filter(|e| e.kind == EvidenceKind::BusinessScore);
    if business().next().is_none() {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (card, member) in scores.members.iter().zip(&ledger.members) {
        if !rules.review.covers(member.category) {
            continue;
        }
        let branch = ledger.branch_name(member.branch);
        let mean = figures.get(Scope::Member, branch, &card.name, "all", "business_score");
        let score = mean.filter(|f| f.denominator > 0.0).and_then(|f| f.value());
        let note = match (&card.exempt, card.total, score) {
            (Some(why), ..) => format!("免于党建考核：{why}"),
            (None, None, _) => "没有党建得分".into(),
            (None, Some(_), None) => "没有业务得分".into(),
            (None, Some(_), Some(_)) => String::new(),
        };
        let weight = rules.review.weight(member.category);
        all.push(Reviewed {
            branch: branch.to_string(),
            name: card.name.clone(),
            department: member.department.clone(),
            category: member.category,
            party: card.total,
            business: score.map(|s| round(s, 2)),
            weight,
            total: None,
            rank: 0,
            note,
        });
    }
    // Staff with a business score who are no members, or of whose name there are several.
    let in_year = |e: &&crate::ledger::Evidence| {
        e.when.is_none_or(|w| figures.period.year_to_date().contains(&w.month()))
    };
    for entry in business().filter(|e| e.member.is_none()).filter(in_year) {
        let known = ledger.members.iter().filter(|m| m.name == entry.name).count();
        let note =
            if known > 1 { "有同名党员，分不清是谁" } else { "不是党员，没有党建得分" };
        all.push(Reviewed {
            branch: entry.branch.map_or(String::new(), |b| ledger.branch_name(b).to_string()),
            name: entry.name.clone(),
            department: String::new(),
            category: None,
            party: None,
            business: number(&entry.value),
            weight: rules.review.weight,
            total: None,
            rank: 0,
            note: note.into(),
        });
    }
    for one in &mut all {
        let joined = one.party.zip(one.business);
        one.total =
            joined.map(|(party, business)| round(party * one.weight + business * (1.0 - one.weight), 1));
    }
    let totals: Vec<f64> = all.iter().filter_map(|r| r.total).collect();
    for one in &mut all {
        one.rank = one.total.map_or(0, |mine| totals.iter().filter(|t| **t > mine).count() + 1);
    }
    all
}

/// How far the two scores move together: Pearson's coefficient, −1 to 1; nothing for fewer than five people or where
/// one of the scores is the same for all.
pub fn correlation(reviewed: &[Reviewed]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> = reviewed.iter().filter_map(|r| r.party.zip(r.business)).collect();
    if pairs.len() < 5 {
        return None;
    }
    let n = pairs.len() as f64;
    let (mx, my) = (pairs.iter().map(|p| p.0).sum::<f64>() / n, pairs.iter().map(|p| p.1).sum::<f64>() / n);
    let sum = |of: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|(x, y)| of(x - mx, y - my)).sum::<f64>();
    let spread = (sum(&|x, _| x * x) * sum(&|_, y| y * y)).sqrt();
    (spread > 1e-9).then(|| sum(&|x, y| x * y) / spread)
}

/// Columns: branch, name, department, category, party_score, business_score, weight, total, rank, note.
pub fn frame(reviewed: &[Reviewed]) -> PolarsResult<DataFrame> {
    let r = reviewed;
    df!(
        "branch" => r.iter().map(|r| r.branch.as_str()).collect::<Vec<_>>(),
        "name" => r.iter().map(|r| r.name.as_str()).collect::<Vec<_>>(),
        "department" => r.iter().map(|r| r.department.as_str()).collect::<Vec<_>>(),
        "category" => r.iter().map(|r| category_name(r.category)).collect::<Vec<_>>(),
        "party_score" => r.iter().map(|r| r.party).collect::<Vec<_>>(),
        "business_score" => r.iter().map(|r| r.business).collect::<Vec<_>>(),
        "weight" => r.iter().map(|r| r.weight).collect::<Vec<_>>(),
        "total" => r.iter().map(|r| r.total).collect::<Vec<_>>(),
        "rank" => r.iter().map(|r| (r.rank > 0).then_some(r.rank as u32)).collect::<Vec<_>>(),
        "note" => r.iter().map(|r| r.note.as_str()).collect::<Vec<_>>(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(party: f64, business: f64) -> Reviewed {
        Reviewed {
            branch: String::new(),
            name: String::new(),
            department: String::new(),
            category: None,
            party: Some(party),
            business: Some(business),
            weight: 0.3,
            total: None,
            rank: 0,
            note: String::new(),
        }
    }

    #[test]
    fn how_far_scores_move_together() {
        let line: Vec<Reviewed> = (0..6).map(|i| of(f64::from(i), f64::from(i) * 2.0 + 1.0)).collect();
        assert!((correlation(&line).unwrap() - 1.0).abs() < 1e-9);
        assert_eq!(correlation(&line[..4]), None);
        let same: Vec<Reviewed> = (0..6).map(|i| of(f64::from(i), 80.0)).collect();
        assert_eq!(correlation(&same), None);
        // By hand: party 1 2 3 4 5, business 2 1 4 3 5; Σxy 8, Σx² 10, Σy² 10.
        let mixed: Vec<Reviewed> =
            [(1.0, 2.0), (2.0, 1.0), (3.0, 4.0), (4.0, 3.0), (5.0, 5.0)].map(|(p, b)| of(p, b)).to_vec();
        assert!((correlation(&mixed).unwrap() - 0.8).abs() < 1e-9);
    }
}
