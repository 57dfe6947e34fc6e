//! The study plan and the study of members.

use std::collections::HashMap;

use super::resolve::Directory;
use super::{Ledger, PlanTopic, Study};
use crate::reading::{BranchHint, PlanRow, StudyRow};

pub fn enter(ledger: &mut Ledger, plan: Vec<PlanRow>, study: Vec<StudyRow>) {
    for row in plan {
        // A plan that names no branch, or the whole bureau, is for every branch.
        let named = |hint: &BranchHint| match hint {
            BranchHint::Name(cited) => ledger.branches.find(&cited.value),
            BranchHint::Title(text) => {
                super::branches::phrases(text).iter().find_map(|p| ledger.branches.find(p))
            }
        };
        let branch = row.branch.iter().find_map(named);
        let twice = ledger.plan.iter().any(|p| {
            p.branch == branch && p.month == row.month && p.topic == row.topic && p.at.book != row.at.book
        });
        if !twice {
            ledger.plan.push(PlanTopic {
                branch,
                month: row.month,
                topic: row.topic,
                category: row.category,
                hours: row.hours,
                form: row.form,
                audience: row.audience,
                at: row.at,
            });
        }
    }
    let directory = Directory::new(ledger);
    // A record names one person only; the branch may have to follow from all names of its sheet.
    let mut names = HashMap::<_, Vec<_>>::new();
    for row in &study {
        names.entry((row.at.book, row.at.sheet)).or_default().push(row.name.clone());
    }
    let mut books = HashMap::new();
    for row in study {
        let of_sheet: Vec<_> = names[&(row.at.book, row.at.sheet)].iter().collect();
        let Some(branch) = directory.place(ledger, &row.branch, &of_sheet, row.at) else { continue };
        if let Some(member) = directory.member(ledger, branch, &row.name) {
            // The same record in another book is the same record.
            let key = (
                member,
                row.when,
                row.topic.clone(),
                row.hours.map(f64::to_bits),
                row.points.map(f64::to_bits),
            );
            let twice = *books.entry(key).or_insert(row.at.book) != row.at.book;
            if !twice {
                ledger.study.push(Study {
                    member,
                    when: row.when,
                    topic: row.topic,
                    hours: row.hours,
                    points: row.points,
                    form: row.form,
                    at: row.at,
                });
            }
        }
    }
}
