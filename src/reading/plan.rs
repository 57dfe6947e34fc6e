//! A study plan: one row a topic.

use super::Sight;
use super::fields::fault_issue;
use super::outline::{Row, Table};
use super::record::{BranchHint, PlanRow, Reading};
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::Concept;
use crate::when::When;

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let (Some(topic_col), Some(month_col)) =
        (col(Concept::Topic), col(Concept::Month).or(col(Concept::Date)))
    else {
        return;
    };
    let around = sight.context().around();
    let mut month: Option<When> = None;
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(_, text) => {
                month = crate::when::parse(text, around).ok().or(month);
                continue;
            }
            _ => continue,
        };
        // A month written once holds for the topics below it.
        match sight.date(row, month_col, crate::when::Around { month: None, ..around }) {
            Some(Ok(when)) => month = Some(when),
            Some(Err(fault)) => match (view.seen(row, month_col).parse::<u32>(), around.year) {
                (Ok(m @ 1..=12), Some(year)) => month = Some(When::Month(crate::period::Month::new(year, m))),
                _ => {
                    reading.issues.push(fault_issue(
                        fault,
                        view.cell(row, month_col),
                        &view.seen(row, month_col),
                        "这一行没有采用",
                    ));
                    month = None;
                    continue;
                }
            },
            None => {}
        }
        let topic = sight.wording(row, Some(topic_col));
        if topic.is_empty() {
            continue;
        }
        let Some(month) = month else {
            reading.issues.push(Issue::new(Code::NoDate, view.cell(row, month_col), "", "这一行没有采用"));
            continue;
        };
        let named = |c: u32| {
            Some(view.cited(row, c))
                .filter(|c| !is_nothing(&c.value) && c.value.contains("支部"))
                .map(BranchHint::Name)
        };
        let branch =
            col(Concept::Branch).and_then(named).into_iter().chain(sight.context().branch()).collect();
        let hours = col(Concept::Hours).and_then(|c| sight.number(row, c, reading));
        reading.plan.push(PlanRow {
            branch,
            month: When::Month(month.month()),
            topic,
            category: sight.field(row, col(Concept::StudyCategory)),
            hours,
            form: sight.field(row, col(Concept::Form)),
            audience: sight.field(row, col(Concept::Audience)),
            at: view.at(row, topic_col),
        });
    }
}
