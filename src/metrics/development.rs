//! The development of members: whether each stage lasted as long as it must.
//!
//! 《中国共产党发展党员工作细则》: an activist is trained and observed for a year or more before becoming a
//! candidate; the probation of a new member is one year. Both are settings.
//!
//! - `development_in_time`: stages that lasted long enough ÷ stages of which both ends are known.

use chrono::Months;

use super::{Figure, Row, Scope};
use crate::address::Address;
use crate::ledger::{BranchId, Ledger};
use crate::vocabulary::{EvidenceKind, Stage, Vocabulary};
use crate::when::When;

/// A stage with both its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Lasted {
    pub branch: BranchId,
    pub name: String,
    pub from: Stage,
    pub start: When,
    pub end: When,
    /// Months that it must last at least.
    pub least: u32,
    pub long_enough: bool,
    /// The cell of the later date.
    pub at: Address,
}

/// The stages that have a least length, and the stage that ends each.
const SPANS: [(Stage, Stage); 2] = [(Stage::Activist, Stage::Candidate), (Stage::Probation, Stage::Full)];

pub fn lasted(ledger: &Ledger, activist: u32, probation: u32, vocabulary: &Vocabulary) -> Vec<Lasted> {
    let entries = || ledger.evidence.iter().filter(|e| e.kind == EvidenceKind::Development);
    let mut found = Vec::new();
    for entry in entries() {
        let Some(branch) = entry.branch else { continue };
        let Some((from, _)) = SPANS.iter().find(|(_, end)| vocabulary.stage(&entry.title) == Some(*end))
        else {
            continue;
        };
        let start = entries().find(|e| {
            e.branch == entry.branch && e.name == entry.name && vocabulary.stage(&e.title) == Some(*from)
        });
        let (Some(start), Some(end)) = (start.and_then(|s| s.when), entry.when) else { continue };
        let least = if *from == Stage::Activist { activist } else { probation };
        let long_enough = match (start, end) {
            (When::Day(start), When::Day(end)) => {
                start.checked_add_months(Months::new(least)).is_some_and(|due| due <= end)
            }
            _ => end.month().index() - start.month().index() >= least as i32,
        };
        let (from, name) = (*from, entry.name.clone());
        found.push(Lasted { branch, name, from, start, end, least, long_enough, at: entry.at });
    }
    found
}

pub fn figures(ledger: &Ledger, lasted: &[Lasted]) -> Vec<Row> {
    let row = |scope, branch: &str, of: &dyn Fn(&&Lasted) -> bool| Row {
        scope,
        branch: branch.into(),
        name: String::new(),
        slice: "all".into(),
        metric: "development_in_time",
        figure: Figure {
            numerator: lasted.iter().filter(of).filter(|l| l.long_enough).count() as f64,
            denominator: lasted.iter().filter(of).count() as f64,
        },
    };
    let branches =
        ledger.branches.ids().map(|b| row(Scope::Branch, ledger.branch_name(b), &move |l| l.branch == b));
    branches.chain([row(Scope::Bureau, "", &|_| true)]).collect()
}
