//! Lists of evidence: one row a person (or a branch), whatever is kept of them beside meetings and study.

use super::Sight;
use super::choice::evidence_kind;
use super::fields::fault_issue;
use super::mark::Mark;
use super::outline::{Column, SessionHead, Table};
use super::record::{BranchHint, EvidenceRow, Reading, StudyRow};
use super::view::View;
use super::whom::{Whom, are_many};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing, number};
use crate::vocabulary::{Concept, EvidenceKind};
use crate::when::{Around, When};

/// The columns that hold the value of each kind, the most telling first.
fn values(kind: EvidenceKind) -> &'static [Concept] {
    use Concept::*;
    match kind {
        EvidenceKind::Volunteering | EvidenceKind::Training => &[Hours],
        EvidenceKind::Appraisal => &[Result, Standing],
        EvidenceKind::BusinessScore | EvidenceKind::ManualScore => &[Points, Result],
        EvidenceKind::Honour | EvidenceKind::ModelPost | EvidenceKind::Development => &[Points, Result],
    }
}

/// The columns of months or days of a grid in which a number says how long somebody served in each; 1 and 0 alone may say
/// who came.
pub fn dated_amounts<'a>(view: &View, table: &'a Table) -> Vec<(&'a Column, When)> {
    let day = |head: &SessionHead| head.when?.ok();
    let dated: Vec<(&Column, When)> =
        table.sessions().filter_map(|(c, head)| Some((c, day(head)?))).collect();
    let said = || dated.iter().flat_map(|(c, _)| table.data().map(|row| view.seen(row, c.index)));
    let numbers = || said().filter(|text| !is_nothing(text)).map(|text| number(&text));
    let is_amount = |n: Option<f64>| n.is_some_and(|n| n != 0.0 && n != 1.0);
    let mostly = numbers().filter(Option::is_none).count() * 3 <= numbers().count();
    if mostly && numbers().any(is_amount) { dated } else { Vec::new() }
}

/// The columns of a list of services that are read as such a grid.
pub fn grid(sight: &Sight, table: &Table) -> Vec<u32> {
    match evidence_kind(sight.view, &sight.context().naming()) {
        Some(EvidenceKind::Volunteering) => {
            dated_amounts(sight.view, table).iter().map(|(column, _)| column.index).collect()
        }
        _ => Vec::new(),
    }
}

/// A row of such a grid.
fn amounts(
    sight: &Sight,
    (table, columns): (&Table, &[(&Column, When)]),
    row: u32,
    entry: &EvidenceRow,
    reading: &mut Reading,
) {
    for (column, when) in columns {
        let text = sight.view.seen(row, column.index);
        if is_nothing(&text) || number(&text) == Some(0.0) {
            continue;
        }
        if let Some(hours) = sight.hours(table, row, column.index, reading) {
            let at = sight.view.at(row, column.index);
            let entry = EvidenceRow { when: Some(*when), value: hours.to_string(), at, ..entry.clone() };
            reading.evidence.push(entry);
        }
    }
}

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let Some(kind) = evidence_kind(view, &sight.context().naming()) else { return };
    let col = |concept| table.column(concept).map(|c| c.index);
    let name_col = col(Concept::Name).or(col(Concept::Attendees));
    let branch_col = col(Concept::Branch);
    let grid = if kind == EvidenceKind::Volunteering { dated_amounts(view, table) } else { Vec::new() };
    let around = sight.context().around();
    let of_sheet = match (around.year, around.month) {
        (Some(year), Some(month)) => Some(When::Month(crate::period::Month::new(year, month))),
        _ => None,
    };
    for row in table.data() {
        let written = name_col.map(|c| view.cited(row, c)).filter(|n| !is_nothing(&n.value));
        // What a branch was given stands among what people were.
        let (of_branch, name): (Option<_>, Option<_>) = match written {
            Some(written)
                if view.vocabulary.branch_names().speaks_of_one(&written.value)
                    && !are_many(&written.value, view.vocabulary) =>
            {
                (Some(written), None)
            }
            written => (None, written),
        };
        let whom = name.as_ref().map(|name| Whom::of(view, row, name.at.col)).unwrap_or_default();
        for words in &whom.unread {
            let (place, only) = (view.cell(row, name_col.unwrap_or(0)), "，只采用了写出姓名的人");
            let only = if whom.people.is_empty() { "" } else { only };
            reading.issues.push(Issue::new(Code::ExtraCharacters, place, words, only));
        }
        if !whom.unread.is_empty() && whom.people.is_empty() {
            continue;
        }
        if let Some(odd) = name.as_ref().filter(|_| whom.people.is_empty()) {
            reading.issues.push(Issue::new(
                Code::UnknownValue,
                view.cell(row, odd.at.col),
                odd.value.clone(),
                "姓名",
            ));
            continue;
        }
        let named = branch_col.map(|c| view.cited(row, c)).filter(|b| !is_nothing(&b.value));
        let named = of_branch.or(named);
        if name.is_none() && named.is_none() {
            continue;
        }
        let branch: Vec<BranchHint> =
            named.map(BranchHint::Name).into_iter().chain(sight.context().branch()).collect();
        let at = name.as_ref().map_or(view.at(row, branch_col.unwrap_or(0)), |n| n.at);
        let entry = EvidenceRow {
            branch,
            name,
            but: whom.but,
            department: sight.field(row, col(Concept::Department)),
            when: None,
            kind,
            title: String::new(),
            value: String::new(),
            at,
        };
        let of_each = |entry: &EvidenceRow| -> Vec<EvidenceRow> {
            let of = |name: &Cited<Text>| EvidenceRow { name: Some(name.clone()), ..entry.clone() };
            if whom.people.is_empty() { vec![entry.clone()] } else { whom.people.iter().map(of).collect() }
        };
        if !grid.is_empty() {
            of_each(&entry).iter().for_each(|entry| amounts(sight, (table, &grid), row, entry, reading));
            continue;
        }
        if kind == EvidenceKind::Development {
            of_each(&entry).iter().for_each(|entry| stages(sight, table, row, entry, reading));
            continue;
        }
        let when = match col(Concept::Date)
            .or(col(Concept::Month))
            .and_then(|c| Some((sight.date(row, c, around)?, c)))
        {
            Some((Ok(when), _)) => Some(when),
            Some((Err(fault), c)) => {
                let issue = fault_issue(fault, view.cell(row, c), &view.seen(row, c), "这一格没有采用");
                reading.issues.push(issue);
                None
            }
            None => of_sheet,
        };
        let titles = [Concept::Honour, Concept::Topic, Concept::Kind];
        let title =
            titles.iter().map(|c| sight.wording(row, col(*c))).find(|t| !t.is_empty()).unwrap_or_default();
        let value_col = values(kind).iter().find_map(|c| col(*c));
        let mut value = sight.field(row, value_col);
        if kind == EvidenceKind::Appraisal && value.is_empty() {
            value = ticked(sight, table, row);
        }
        let hours = values(kind).contains(&Concept::Hours).then_some(value_col).flatten();
        let hours = hours.and_then(|c| sight.hours(table, row, c, reading));
        if let Some(hours) = hours {
            value = hours.to_string();
        }
        let at = value_col.filter(|_| !value.is_empty()).map_or(at, |c| view.at(row, c));
        for entry in of_each(&EvidenceRow { when, title, value, at, ..entry }) {
            // A course counts as study too.
            if let (EvidenceKind::Training, Some(name)) = (kind, &entry.name) {
                let (branch, name) = (entry.branch.clone(), name.clone());
                let (topic, form) = (entry.title.clone(), "培训".to_string());
                let but = entry.but.clone();
                reading.study.push(StudyRow {
                    branch,
                    name,
                    but,
                    when,
                    topic,
                    hours,
                    points: None,
                    form,
                    at,
                });
            }
            reading.evidence.push(entry);
        }
    }
}

/// The result of an appraisal that is ticked in a column of its own; empty where none is, or several.
fn ticked(sight: &Sight, table: &Table, row: u32) -> String {
    let view = sight.view;
    let is_ticked = |c: &&Column| view.word(row, c.index).mark(view.vocabulary) == Some(Mark::Present);
    let mut columns = table.all(Concept::Tally).into_iter().filter(is_ticked);
    match (columns.next(), columns.next()) {
        (Some(only), None) => only.label.clone(),
        _ => String::new(),
    }
}

/// Each stage of a member's development with its day.
fn stages(sight: &Sight, table: &Table, row: u32, entry: &EvidenceRow, reading: &mut Reading) {
    let dated = [Concept::Stage, Concept::Joined, Concept::Confirmed];
    for column in table.columns.iter().filter(|c| c.concepts.iter().any(|c| dated.contains(c))) {
        if let Some(Cited { value, at }) = sight.life_date(row, column.index, Around::default(), reading) {
            let title = sight.view.vocabulary.without_heading(&column.label, Concept::Date).to_string();
            reading.evidence.push(EvidenceRow { when: Some(value), title, at, ..entry.clone() });
        }
    }
}
