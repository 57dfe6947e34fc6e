//! A meeting log: one row a session, the absent in prose.

use super::Sight;
use super::fields::fault_issue;
use super::mark::Mark;
use super::outline::{Row, Table};
use super::prose;
use super::record::{BranchHint, MarkRow, Reading, Roll, SessionRow};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::{Concept, Kind};

/// The columns that name people, and what a bare name in each means.
const PEOPLE: [(Concept, Mark); 5] = [
    (Concept::Attendees, Mark::Present),
    (Concept::LateList, Mark::Late),
    (Concept::OnLeave, Mark::Leave(None)),
    (Concept::Absentees, Mark::Absent),
    (Concept::Absent, Mark::Absent),
];

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let mut around = sight.context().around();
    let mut section: Option<BranchHint> = None;
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(_, text) => {
                let here = crate::when::Around::in_text(text);
                around = here.or(around);
                section = text.contains("支部").then(|| BranchHint::Title(text.clone())).or(section);
                continue;
            }
            _ => continue,
        };
        if view.is_struck(row) {
            continue;
        }
        if let Some(Ok(month)) = col(Concept::Month).and_then(|c| sight.date(row, c, around)) {
            around = crate::when::Around { year: Some(month.month().year), month: Some(month.month().month) };
        }
        let Some(date_col) = col(Concept::Date).or(col(Concept::Month)) else { continue };
        let when = match sight.date(row, date_col, around) {
            Some(Ok(when)) => when,
            Some(Err(fault)) => {
                reading.issues.push(fault_issue(
                    fault,
                    view.cell(row, date_col),
                    &view.seen(row, date_col),
                    "这一行没有采用",
                ));
                continue;
            }
            None => {
                // A row prepared for later, with nothing but its number, is no fault.
                let told = table.columns.iter().any(|c| {
                    !c.concepts.contains(&Concept::Seq)
                        && c.index != date_col
                        && !is_nothing(&view.text(row, c.index))
                });
                if told {
                    reading.issues.push(Issue::new(
                        Code::NoDate,
                        view.cell(row, date_col),
                        "",
                        "这一行没有采用",
                    ));
                }
                continue;
            }
        };
        let (kinds, mut group) = match col(Concept::Kind) {
            Some(c) => sight.kinds(&view.seen(row, c), view.at(row, c), reading),
            None => (vec![Kind::Other], String::new()),
        };
        let written_group = sight.field(row, col(Concept::Group));
        if !written_group.is_empty() {
            group = written_group;
        }
        let mut branch: Vec<BranchHint> = col(Concept::Branch)
            .map(|c| view.cited(row, c))
            .filter(|c| !is_nothing(&c.value))
            .map(BranchHint::Name)
            .into_iter()
            .collect();
        branch.extend(section.clone());
        branch.extend(sight.context().branch());
        let (marks, attendees_named) = people(sight, table, row, reading);
        let due = sight.people(row, col(Concept::Due), reading);
        let came = sight.people(row, col(Concept::Came), reading);
        let hours = col(Concept::Hours).and_then(|c| sight.number(row, c, reading));
        reading.sessions.push(SessionRow {
            branch,
            when,
            kinds,
            group,
            topic: sight.wording(row, col(Concept::Topic)),
            place: sight.wording(row, col(Concept::Place)),
            host: sight.field(row, col(Concept::Host)),
            hours,
            due,
            came,
            roll: if attendees_named { Roll::Listed } else { Roll::AbsentNamed },
            marks,
            at: view.at(row, date_col),
        });
    }
}

/// Everybody whom the row names, and whether those who came are among them.
fn people(sight: &Sight, table: &Table, row: u32, reading: &mut Reading) -> (Vec<MarkRow>, bool) {
    let view = sight.view;
    let (mut marks, mut attendees_named): (Vec<MarkRow>, bool) = (Vec::new(), false);
    for (concept, plain) in PEOPLE {
        for column in table.all(concept) {
            let text = view.prose(row, column.index);
            let at = view.at(row, column.index);
            // A number in a column of the absent only counts them.
            if is_nothing(&crate::text::squash(&text)) || crate::text::number(&text).is_some() {
                continue;
            }
            let said = prose::parse(&text, plain, view.vocabulary);
            for piece in &said.unread {
                reading.issues.push(Issue::new(
                    Code::ExtraCharacters,
                    view.cell(row, column.index),
                    piece.clone(),
                    "",
                ));
            }
            for named in said.named {
                attendees_named |= concept == Concept::Attendees;
                let entry = MarkRow {
                    name: Cited::new(named.name, at),
                    mark: named.mark,
                    text: if named.said.is_empty() { column.heading.clone() } else { named.said },
                    at,
                };
                match marks.iter_mut().find(|m| m.name.value == entry.name.value) {
                    // Named as late among those who came, or as away with and without a reason.
                    Some(known) => {
                        known.mark = super::mark::combine(known.mark, entry.mark).unwrap_or(entry.mark)
                    }
                    None => marks.push(entry),
                }
            }
        }
    }
    (marks, attendees_named)
}
