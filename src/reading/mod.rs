//! Room 2: sheets become records, each with the cell it came from.
//!
//! Knows layouts and wording; does not know who is a member, nor polars. A sheet is read in four
//! steps:
//!
//! 1. [`outline`] finds the tables: a row is a header because the vocabulary knows its cells.
//! 2. [`context`] reads what surrounds a table: titles, labels, the names of sheet, file and folders.
//! 3. [`choose`] tells the layout by which concepts stand in the header — a table in one place, so
//!    that the choice can be explained.
//! 4. One file a layout turns the rows into records.
//!
//! What was not understood becomes an issue at its cell; nothing is guessed.

pub mod context;
mod fields;
mod header;
mod infer;
mod log;
mod long_list;
pub mod mark;
mod matrix;
pub mod outline;
mod plan;
pub mod prose;
pub mod record;
mod roster;
mod session_head;
mod sign_in;
mod study;
mod transposed;
mod view;

use std::path::Path;

use crate::address::{BookId, Cited};
use crate::book::Book;
use crate::issue::{Code, Issue, Place};
use crate::vocabulary::{Concept, Vocabulary};
use context::{Context, Names};
use mark::Legend;
use outline::Table;
pub use record::{
    BranchHint, ColumnRole, Layout, MarkRow, MemberRow, PlanRow, Reading, Roll, RowRole, SessionRow,
    StudyRow, TableKind,
};
use view::{Line, View};

/// Everything a layout needs besides its table.
pub(crate) struct Sight<'a> {
    view: &'a View<'a>,
    context: Context,
    legend: &'a Legend,
    /// `?` stands for a tick lost in a legacy encoding; see [`lost_ticks`].
    ticks_lost: bool,
}

/// Reads all sheets of a book. `path` is relative to the workspace, with `/`.
pub fn read(book: &Book, id: BookId, path: &str, vocabulary: &Vocabulary) -> Reading {
    let path = Path::new(path);
    let names = Names {
        file: path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default(),
        folders: path
            .parent()
            .map(|p| p.iter().rev().map(|f| f.to_string_lossy().into_owned()).collect())
            .unwrap_or_default(),
    };
    let mut reading = Reading::default();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let view = View { sheet, book: id, index: index as u16, vocabulary, legacy_text: book.legacy_text };
        if sheet.hidden {
            reading.issues.push(Issue::new(Code::HiddenSheet, view.place(), sheet.name.clone(), ""));
        } else if !sheet.is_empty() {
            read_sheet(&view, &names, &mut reading);
        }
    }
    reading
}

fn read_sheet(view: &View, names: &Names, reading: &mut Reading) {
    let mut legend = Legend::default();
    for row in 0..view.sheet.rows() {
        for cell in view.filled(row) {
            if view.line(row) == Line::Legend
                && let Some(body) = legend_text(view, row, cell.col)
            {
                legend.add(&body, view.vocabulary);
            }
        }
    }
    let tables =
        outline::tables(view, |preamble| Context::read(view, preamble.iter().copied(), names, &[]).around());
    let ticks_lost = lost_ticks(view, &tables);
    let mut earlier: Vec<Cited<String>> = Vec::new();
    let mut understood = false;
    for table in &tables {
        let context = Context::read(view, table.preamble.iter().copied(), names, &earlier);
        if earlier.is_empty() {
            earlier = context.titles().to_vec();
        }
        let kind = choose(view, table, &context);
        let sight = Sight { view, context, legend: &legend, ticks_lost };
        understood |= kind != TableKind::Unknown;
        match kind {
            TableKind::Roster => roster::read(&sight, table, reading),
            TableKind::Matrix => matrix::read(&sight, table, reading),
            TableKind::Transposed => transposed::read(&sight, table, reading),
            TableKind::SignIn => sign_in::read(&sight, table, reading),
            TableKind::Log => log::read(&sight, table, reading),
            TableKind::LongList => long_list::read(&sight, table, reading),
            TableKind::Plan => plan::read(&sight, table, reading),
            TableKind::StudyRecords => study::read(&sight, table, reading),
            TableKind::Unknown => {}
        }
        reading.layouts.push(layout(view, table, kind));
        if kind != TableKind::Unknown {
            odd_headings(view, table, kind, reading);
        }
    }
    if !understood {
        reading.issues.push(Issue::new(Code::UnknownSheet, view.place(), view.sheet.name.clone(), ""));
    } else {
        for table in tables.iter().filter(|t| {
            choose(view, t, &Context::read(view, t.preamble.iter().copied(), names, &[]))
                == TableKind::Unknown
        }) {
            reading.issues.push(Issue::new(
                Code::UnusedTable,
                view.cell(table.header.0, table.columns.first().map_or(0, |c| c.index)),
                "",
                "",
            ));
        }
    }
}

/// The text of a legend cell with its spaces, which may part a mark from the next.
fn legend_text(view: &View, row: u32, col: u32) -> Option<String> {
    let squashed = view.text(row, col);
    view.vocabulary.legend_body(&squashed)?;
    let prose = view.tidy(row, col);
    Some(prose.split_once(':').map_or(prose.clone(), |(_, body)| body.to_string()))
}

/// The layout that the concepts in a header call for. The first that applies is taken: from the most
/// telling combination to the least.
fn choose(view: &View, table: &Table, context: &Context) -> TableKind {
    use Concept::*;
    let has = |c: Concept| table.has(c);
    let count = |cs: &[Concept]| cs.iter().filter(|c| has(**c)).count();
    let sessions = table.sessions().count();
    let about_people = count(&[IdNumber, Gender, Birth, Joined, Confirmed, Standing, Post, Phone]);
    let signs_for_names = !has(Name)
        && has(Mark)
        && table
            .data()
            .take(5)
            .any(|r| table.all(Mark).iter().any(|c| header::is_person(view, &view.text(r, c.index))));
    if has(Name) || signs_for_names {
        if sessions > 0 && about_people < 4 {
            return TableKind::Matrix;
        }
        let per_row_session = has(Date) || has(Month);
        if per_row_session && (has(Mark) || has(Kind)) && !has(IdNumber) && !has(Joined) {
            return TableKind::LongList;
        }
        if (has(Hours) || has(Points)) && !has(IdNumber) && !has(Joined) {
            return TableKind::StudyRecords;
        }
        if has(IdNumber)
            || has(Joined)
            || has(Confirmed)
            || about_people + count(&[Group, Department, Branch]) >= 2
                && !table.columns.iter().any(|c| c.concepts.first() == Some(&Mark))
        {
            return TableKind::Roster;
        }
        let is_session = context.date(view).is_some() || !context.kinds_and_group(view).0.is_empty();
        if has(Mark) || signs_for_names || is_session {
            return TableKind::SignIn;
        }
        return if about_people + count(&[Group, Department, Branch]) >= 1 {
            TableKind::Roster
        } else {
            TableKind::Unknown
        };
    }
    let tells_who_came = count(&[Due, Came, OnLeave, Absent, Absentees, Attendees, LateList]);
    if has(Date) && tells_who_came > 0 || has(Kind) && tells_who_came > 1 {
        return TableKind::Log;
    }
    let people =
        table.columns.iter().filter(|c| c.concepts.is_empty() && header::is_person(view, &c.label)).count();
    if (has(Date) || has(Kind) || has(Month)) && people >= 2 {
        return TableKind::Transposed;
    }
    if has(Topic) && (has(Month) || has(Date)) && count(&[StudyCategory, Hours, Form, Audience]) > 0 {
        return TableKind::Plan;
    }
    if has(Date) && has(Kind) && (has(Topic) || has(Host) || has(Place)) {
        return TableKind::Log;
    }
    if has(Topic) && has(Month) {
        return TableKind::Plan;
    }
    TableKind::Unknown
}

/// In a file of the legacy encoding `✓` cannot be written and is saved as `?`. It is read as a tick only
/// where nothing else on the sheet marks a presence and `?` is the commonest mark by far.
fn lost_ticks(view: &View, tables: &[Table]) -> bool {
    if !view.legacy_text {
        return false;
    }
    let (mut lost, mut present, mut others) = (0, 0, 0);
    for row in tables.iter().flat_map(|t| t.data()) {
        for cell in view.filled(row) {
            match (cell.text.as_str(), view.vocabulary.mark(&cell.text)) {
                ("?", _) => lost += 1,
                (_, Some(crate::vocabulary::MarkWord::Present)) if cell.text.parse::<f64>().is_err() => {
                    present += 1
                }
                (_, Some(_)) => others += 1,
                _ => {}
            }
        }
    }
    lost > 0 && present == 0 && lost > others
}

fn layout(view: &View, table: &Table, kind: TableKind) -> Layout {
    let meaning = |c: &outline::Column| match (&c.session, c.concepts.first()) {
        (Some(head), _) => {
            let when = head
                .when
                .map_or("没有日期".into(), |w| w.map_or("日期有误".into(), |w| w.to_string()));
            let kinds = head.kinds.iter().map(|k| k.chinese()).collect::<Vec<_>>().join("暨");
            format!("会议 {when} {kinds}{}", head.group).trim_end().to_string()
        }
        (None, Some(concept)) => concept.chinese().to_string(),
        (None, None) if kind == TableKind::Transposed && header::is_person(view, &c.label) => "人员".into(),
        (None, None) => String::new(),
    };
    let above = table.preamble.iter().filter(|r| !view.filled(**r).is_empty()).map(|r| (*r, RowRole::Title));
    let header = (table.header.0..=table.header.1).map(|r| (r, RowRole::Header));
    let body = table.rows.iter().map(|row| match row {
        outline::Row::Data(r) => (*r, RowRole::Data),
        outline::Row::Section(r, _) => (*r, RowRole::Section),
        outline::Row::Total(r) => (*r, RowRole::Total),
        outline::Row::Counts(r) => (*r, RowRole::Counts),
    });
    let column =
        |c: &outline::Column| ColumnRole { column: c.index, heading: c.heading.clone(), meaning: meaning(c) };
    Layout {
        sheet: view.index,
        kind,
        header: table.header,
        columns: table.columns.iter().map(column).collect(),
        rows: above.chain(header).chain(body).collect(),
        data_rows: table.data().count(),
    }
}

/// A column with a heading that means nothing to us is noted, with the nearest known heading; one that was
/// told by its content is pointed out.
fn odd_headings(view: &View, table: &Table, kind: TableKind, reading: &mut Reading) {
    for column in table.columns.iter().filter(|c| c.session.is_none()) {
        let place = view.cell(column.row, column.index);
        if column.by_content {
            let told = column.concepts.first().map_or("", |c| c.chinese());
            reading.issues.push(Issue::new(Code::GuessedColumn, place, column.heading.clone(), told));
        } else if column.concepts.is_empty() && kind != TableKind::Transposed {
            let issue = Issue::new(Code::UnknownHeading, place, column.heading.clone(), "");
            let near = view.vocabulary.nearest_heading(&column.heading).map(|n| format!("是不是“{n}”？"));
            reading.issues.push(issue.suggest(near.unwrap_or_default()));
        }
    }
}

impl Sight<'_> {
    /// A mark in a cell, or an issue and `None`.
    fn mark(&self, row: u32, col: u32, reading: &mut Reading) -> Option<mark::Mark> {
        let text = self.view.seen(row, col);
        if text == "?" && self.ticks_lost {
            if !reading.issues.iter().any(|i| {
                i.code == Code::LostMark && i.place.sheet() == Some((self.view.book, self.view.index))
            }) {
                reading.issues.push(Issue::new(
                    Code::LostMark,
                    self.view.cell(row, col),
                    text,
                    "，同表其余“?”一样处理",
                ));
            }
            return Some(mark::Mark::Present);
        }
        let found = mark::parse(&text, self.legend, self.view.vocabulary);
        if found.is_none() {
            reading.issues.push(self.unknown_mark(self.view.cell(row, col), &text));
        }
        found
    }

    fn unknown_mark(&self, place: Place, text: &str) -> Issue {
        let near = self.view.vocabulary.nearest_mark(text).map(|n| format!("是不是“{n}”？"));
        Issue::new(Code::UnknownMark, place, text, "").suggest(near.unwrap_or_default())
    }
}
