//! From a folder to figures and scores: what `run` reports and `explain` explains.

use std::path::Path;

use super::stop::Stop;
use taizhang::assessment::{Rules, Scores, score};
use taizhang::issue::{Code, Issue, Place};
use taizhang::ledger::facts::Facts;
use taizhang::metrics::{self, Figures, newest_month};
use taizhang::period::Period;
use taizhang::report::{Dossier, Links, charts};
use taizhang::workspace::Workspace;

pub struct Assessed {
    pub workspace: Workspace,
    facts: Facts,
    figures: Figures,
    scores: Scores,
    rules: Rules,
}

impl Assessed {
    /// Reads a folder and computes a period, or the newest month that the books cover. `out` is never read.
    pub fn read(folder: &Path, out: &Path, period: Option<Period>) -> Result<Assessed, Stop> {
        let mut workspace = super::read(folder, Some(out))?;
        let rules = rules(&mut workspace);
        let newest = newest_month(&workspace.ledger).map(Period::month);
        let period = period.or(newest).ok_or_else(|| Stop::NothingToReport(folder.to_path_buf()))?;
        let boxed = charts::rare_characters(&workspace.ledger);
        workspace.ledger.note(boxed);
        let facts = Facts::from(&workspace.ledger)?;
        let figures =
            metrics::compute(&workspace.ledger, &facts, period, &rules.standards, &workspace.vocabulary)?;
        let scores = score::score(&workspace.ledger, &figures, &rules);
        Ok(Assessed { workspace, facts, figures, scores, rules })
    }

    pub fn dossier(&self, folder: &Path, out: &Path) -> Dossier<'_> {
        Dossier {
            workspace: &self.workspace,
            facts: &self.facts,
            figures: &self.figures,
            scores: &self.scores,
            rules: &self.rules,
            links: Links::between(out, folder),
        }
    }
}

/// The rules of the workspace; where they cannot be used, an issue, and the built-in ones.
fn rules(workspace: &mut Workspace) -> Rules {
    let Some(path) = workspace.settings.rules.clone() else { return Rules::built_in() };
    let read = std::fs::read_to_string(workspace.folder.join(&path))
        .map_err(|_| format!("找不到考核规则文件“{}”", path.display()))
        .and_then(|text| Rules::parse(&text).map_err(|fault| format!("考核规则{fault}")));
    read.unwrap_or_else(|fault| {
        let path = path.display().to_string();
        workspace.ledger.note([Issue::new(Code::BadSettings, Place::Folder, path, fault)]);
        Rules::built_in()
    })
}
