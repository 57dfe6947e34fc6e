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
    let Some(topic_col) = col(Concept::Topic) else { return };
    let month_col = col(Concept::Month).or(col(Concept::Date));
    let around = sight.context().around();
    // Without a column of months, the rows above the topics or the sheet itself give it.
    let of_sheet = around.year.zip(around.month).filter(|_| month_col.is_none());
    let mut month: Option<When> = of_sheet.map(|(y, m)| When::Month(crate::period::Month::new(y, m)));
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
        let written = month_col
            .and_then(|c| Some((sight.date(row, c, crate::when::Around { month: None, ..around })?, c)));
        match written {
            Some((Ok(when), _)) => month = Some(when),
            Some((Err(fault), month_col)) => match (view.seen(row, month_col).parse::<u32>(), around.year) {
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
            reading.issues.push(Issue::new(
                Code::NoDate,
                view.cell(row, month_col.unwrap_or(topic_col)),
                "",
                "这一行没有采用",
            ));
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
