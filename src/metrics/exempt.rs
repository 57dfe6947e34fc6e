//! Who is not assessed, and why: a setting of the rules file.

use serde::Deserialize;

use crate::ledger::Ledger;
use crate::period::Period;
use crate::text::squash;
use crate::vocabulary::Category;
use crate::when::When;

/// One entry `[[standards.exempt]]`. Every condition that is given must hold.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exemption {
    #[serde(default)]
    category: Option<Category>,
    /// Age in full years in the period's last month, from which it holds.
    #[serde(default)]
    age_from: Option<i32>,
    #[serde(default)]
    post: Option<String>,
    #[serde(default)]
    name: Option<String>,
    /// Only together with another condition, most often a name.
    #[serde(default)]
    branch: Option<String>,
    pub reason: String,
}

impl Exemption {
    /// What makes an exemption unfit for use.
    pub fn fault(&self) -> Option<&'static str> {
        let conditions = [
            self.category.is_some(),
            self.age_from.is_some(),
            self.post.is_some(),
            self.name.is_some(),
            self.branch.is_some(),
        ];
        if !conditions.contains(&true) {
            Some("免于考核的一项至少要写一个条件（category、age_from、post、name、branch）")
        } else if squash(&self.reason).is_empty() {
            Some("免于考核要写明理由 reason")
        } else {
            None
        }
    }
}

/// For each member the reason for which the figures leave them out, where there is one.
pub fn reasons(ledger: &Ledger, period: Period, exemptions: &[Exemption]) -> Vec<Option<String>> {
    let holds = |e: &Exemption, m: &crate::ledger::Member| {
        e.category.is_none_or(|c| m.category == Some(c))
            && e.age_from
                .is_none_or(|from| m.age_in(When::Month(period.last())).is_some_and(|age| age >= from))
            && e.post.as_ref().is_none_or(|p| squash(p) == m.post)
            && e.name.as_ref().is_none_or(|n| squash(n) == m.name)
            && e.branch.as_ref().is_none_or(|b| ledger.branches.find(b) == Some(m.branch))
    };
    let reason = |m| exemptions.iter().find(|e| holds(e, m)).map(|e| e.reason.clone());
    ledger.members.iter().map(reason).collect()
}
