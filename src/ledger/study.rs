//! The study plan and the study of members.

use std::collections::HashMap;

use super::lists::Students;
use super::resolve::Directory;
use super::{Audience, Ledger, PlanTopic, Study, whom};
use crate::issue::{Code, Issue, Place};
use crate::reading::{PlanRow, StudyRow};
use crate::vocabulary::Vocabulary;

pub fn enter(ledger: &mut Ledger, plan: Vec<PlanRow>, study: Vec<StudyRow>, vocabulary: &Vocabulary) {
    let directory = Directory::new(ledger);
    for row in plan {
        // A plan that names no branch, or the whole bureau, is for every branch.
        let branch = match directory.named(ledger, &row.branch) {
            Ok(branch) => Some(branch),
            Err(tried) => {
                let place = Place::Sheet(row.at.book, row.at.sheet);
                let of_one =
                    tried.filter(|text| !ledger.members.is_empty() && !vocabulary.crowd().is_of_whole(text));
                ledger.issues.extend(of_one.map(|text| Issue::new(Code::PlanForAll, place, text, "")));
                None
            }
        };
        let (who, unknown) = match &row.audience {
            Some(audience) => Audience::read(&audience.value, ledger, vocabulary),
            None => (Audience::of_category(&row.category, vocabulary), Vec::new()),
        };
        if let Some(audience) = row.audience.as_ref().filter(|_| !unknown.is_empty()) {
            let counted = if who == Audience::default() {
                "按全体党员都要学计"
            } else {
                "只要求其余写明的人学"
            };
            ledger.raise(Issue::new(Code::UnknownAudience, audience.at, unknown.join("、"), counted));
        }
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
                audience: row.audience.map(|audience| audience.value).unwrap_or_default(),
                who,
                at: row.at,
            });
        }
    }
    // A record names one person only; the branch may have to follow from all names of its sheet.
    let mut names = HashMap::<_, Vec<_>>::new();
    for row in &study {
        names.entry((row.at.book, row.at.sheet)).or_default().push(row.name.clone());
    }
    let mut books = HashMap::new();
    // Where a sheet first tells of a member's study.
    let mut firsts = HashMap::new();
    let mut students = Students::default();
    for row in study {
        let of_sheet: Vec<_> = names[&(row.at.book, row.at.sheet)].iter().collect();
        let Some(branch) = directory.place(ledger, &row.branch, &of_sheet, row.at) else { continue };
        for member in whom::members(ledger, &directory, branch, (&row.name, &row.but), row.when, vocabulary) {
            // The same record in another book is the same record.
            let key = (
                member,
                row.when,
                row.topic.clone(),
                row.hours.map(f64::to_bits),
                row.points.map(f64::to_bits),
            );
            students.note(row.at, branch, member, row.when);
            let twice = *books.entry(key).or_insert(row.at.book) != row.at.book;
            if twice {
                continue;
            }
            let sheet = (row.at.book, row.at.sheet);
            let what = (row.topic.clone(), row.form.clone(), row.hours.is_some());
            let first = *firsts.entry((member, row.when, what, sheet)).or_insert(row.at);
            if first != row.at {
                let name = ledger.members[member].name.clone();
                ledger.issues.push(Issue::new(Code::StudyTwice, row.at, name, first.spot().to_string()));
            }
            ledger.study.push(Study {
                member,
                when: row.when,
                topic: row.topic.clone(),
                hours: row.hours,
                points: row.points,
                form: row.form.clone(),
                at: row.at,
            });
        }
    }
    students.raise(ledger);
}
