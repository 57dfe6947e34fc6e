//! The study plan and the study of members.

use super::resolve::Directory;
use super::{Ledger, PlanTopic, Study};
use crate::issue::Place;
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
    let mut names = std::collections::HashMap::<_, Vec<_>>::new();
    for row in &study {
        names.entry((row.at.book, row.at.sheet)).or_default().push(row.name.clone());
    }
    for row in study {
        let of_sheet: Vec<_> = names[&(row.at.book, row.at.sheet)].iter().collect();
        let branch =
            match directory.branch(ledger, &row.branch, &of_sheet, Place::Sheet(row.at.book, row.at.sheet)) {
                Ok((branch, note)) => {
                    ledger.issues.extend(note);
                    branch
                }
                Err(issue) => {
                    ledger.raise(issue);
                    continue;
                }
            };
        ledger.owners.note(row.at, branch);
        if let Some(member) = directory.member(ledger, branch, &row.name) {
            let twice = ledger.study.iter().any(|s| {
                s.member == member
                    && s.when == row.when
                    && s.topic == row.topic
                    && s.hours == row.hours
                    && s.points == row.points
                    && s.at.book != row.at.book
            });
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
