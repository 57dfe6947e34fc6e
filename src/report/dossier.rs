//! Everything that the reports are written from.

use super::Links;
use super::page::Cell;
use super::stamp::Stamp;
use crate::address::Address;
use crate::assessment::{Card, Rules, Scores};
use crate::issue::Severity;
use crate::ledger::facts::Facts;
use crate::ledger::{BranchId, Ledger};
use crate::metrics::{Figure, Figures, Scope};
use crate::period::Period;
use crate::workspace::Workspace;

/// One period of one workspace, read, computed and scored.
pub struct Dossier<'a> {
    pub workspace: &'a Workspace,
    pub facts: &'a Facts,
    pub figures: &'a Figures,
    pub scores: &'a Scores,
    pub rules: &'a Rules,
    pub links: Links,
}

impl Dossier<'_> {
    pub fn ledger(&self) -> &Ledger {
        &self.workspace.ledger
    }

    pub fn period(&self) -> Period {
        self.figures.period
    }

    pub fn stamp(&self) -> Stamp {
        Stamp::of(self.workspace, Some(self.period()))
    }

    /// Branches with their scorecards, in the order of the roster.
    pub fn branches(&self) -> impl Iterator<Item = (BranchId, &str, &Card)> {
        self.scores.branches.iter().map(|card| (card.branch, card.name.as_str(), card))
    }

    /// Branches from the best score to the worst; those without a score last.
    pub fn ranked(&self) -> Vec<&Card> {
        let mut cards: Vec<&Card> = self.scores.branches.iter().collect();
        cards.sort_by(|a, b| {
            b.total.unwrap_or(-1.0).total_cmp(&a.total.unwrap_or(-1.0)).then(a.branch.cmp(&b.branch))
        });
        cards
    }

    /// A branch's figure; of the whole bureau where `branch` is empty.
    pub fn figure(&self, branch: &str, slice: &str, metric: &'static str) -> Option<Figure> {
        let scope = if branch.is_empty() { Scope::Bureau } else { Scope::Branch };
        self.figures.get(scope, branch, "", slice, metric)
    }

    pub fn rate(&self, branch: &str, slice: &str, metric: &'static str) -> Option<f64> {
        self.figure(branch, slice, metric).and_then(Figure::value)
    }

    /// The members of a branch with their scorecards, in the order of the roster.
    pub fn members_of(&self, branch: BranchId) -> impl Iterator<Item = (usize, &Card)> {
        self.scores.members.iter().enumerate().filter(move |(_, c)| c.branch == branch)
    }

    pub fn member_figure(&self, card: &Card, metric: &'static str) -> Option<Figure> {
        self.figures.get(Scope::Member, self.ledger().branch_name(card.branch), &card.name, "all", metric)
    }

    /// The members of a branch who have not covered a planned topic, by name.
    pub fn missed(&self, plan: usize, branch: BranchId) -> Vec<&str> {
        let missed = self.figures.coverage.iter().filter(|p| p.plan == plan && !p.covered());
        let cards = missed.map(|p| &self.scores.members[p.member]).filter(|c| c.branch == branch);
        cards.map(|c| c.name.as_str()).collect()
    }

    /// A cell of a book by its name, with the way to it from a report `depth` folders below the output folder.
    pub fn source(&self, at: Address, depth: usize) -> Cell {
        let shelf = &self.ledger().shelf;
        Cell::Link(self.links.cell(shelf, at, depth), shelf.cite(at))
    }

    /// Sessions of the period.
    pub fn sessions(&self) -> impl Iterator<Item = &crate::ledger::Session> {
        self.ledger().sessions.iter().filter(|s| self.period().contains(s.when.month()))
    }

    pub fn issues(&self, severity: Severity) -> usize {
        self.ledger().issues.iter().filter(|i| i.severity() == severity).count()
    }
}
