//! Evidence beside meetings and study.

use std::collections::HashMap;

use super::resolve::Directory;
use super::{Evidence, Ledger, whom};
use crate::address::Cited;
use crate::reading::EvidenceRow;
use crate::text::Text;
use crate::vocabulary::{EvidenceKind, Vocabulary};

pub fn enter(ledger: &mut Ledger, rows: Vec<EvidenceRow>, vocabulary: &Vocabulary) {
    let directory = Directory::new(ledger);
    // A row names one person only; the branch may have to follow from all names of its sheet.
    let mut names: HashMap<_, Vec<Cited<Text>>> = HashMap::new();
    for row in &rows {
        names.entry((row.at.book, row.at.sheet)).or_default().extend(row.name.clone());
    }
    for row in rows {
        let of_sheet: Vec<_> = names[&(row.at.book, row.at.sheet)].iter().collect();
        if row.kind == EvidenceKind::BusinessScore {
            ledger.evidence.extend(business_score(ledger, &directory, row));
            continue;
        }
        let Some(branch) = directory.place(ledger, &row.branch, &of_sheet, row.at) else { continue };
        let members = match &row.name {
            // Those who are being developed are no members yet.
            Some(name) if row.kind == EvidenceKind::Development => {
                vec![directory.member_quietly(ledger, branch, name)]
            }
            Some(name) => {
                let members =
                    whom::members(ledger, &directory, branch, (name, &row.but), row.when, vocabulary);
                members.into_iter().map(Some).collect()
            }
            None => vec![None],
        };
        for member in members {
            let name = match member {
                Some(member) => ledger.members[member].name.clone(),
                None => row.name.as_ref().map(|n| n.value.to_string()).unwrap_or_default(),
            };
            ledger.evidence.push(Evidence {
                branch: Some(branch),
                member,
                name,
                when: row.when,
                kind: row.kind,
                title: row.title.clone(),
                value: row.value.clone(),
                at: row.at,
            });
        }
    }
}

/// The bureau keeps business scores of all its staff, members or not, often in one list that names no branch.
fn business_score(ledger: &Ledger, directory: &Directory, row: EvidenceRow) -> Option<Evidence> {
    let name = row.name?;
    let named = directory.named(ledger, &row.branch).ok();
    let member = match named {
        Some(branch) => directory.member_quietly(ledger, branch, &name),
        None => directory.only_one(ledger, &name.value, &row.department),
    };
    Some(Evidence {
        branch: member.map(|m| ledger.members[m].branch).or(named),
        name: member.map_or_else(|| name.value.to_string(), |m| ledger.members[m].name.clone()),
        member,
        when: row.when,
        kind: row.kind,
        title: row.title,
        value: row.value,
        at: row.at,
    })
}
