//! How a table was understood, for showing; and the headings that were not.

use super::log;
use super::outline::{self, Table};
use super::record::{ColumnRole, Layout, Reading, RowRole, TableKind};
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::Concept;

/// The table's layout with the role of each row and column. `topics` are columns headed by a topic of study.
pub fn layout(
    view: &View,
    table: &Table,
    (kind, because): (TableKind, &'static str),
    topics: &[u32],
) -> Layout {
    let meaning = |c: &outline::Column| match (&c.session, c.concepts.first()) {
        (Some(head), _) => {
            let when = head
                .when
                .map_or("没有日期".into(), |w| w.map_or("日期有误".into(), |w| w.to_string()));
            let kinds = head.kinds.iter().map(|k| k.chinese()).collect::<Vec<_>>().join("暨");
            format!("会议 {when} {kinds}{}", head.group).trim_end().to_string()
        }
        (None, _) if topics.contains(&c.index) => "学习主题".into(),
        (None, Some(concept)) => concept.chinese().to_string(),
        (None, None) if kind == TableKind::Transposed && view.is_person(&c.label) => "人员".into(),
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
        because,
        header: table.header,
        columns: table.columns.iter().map(column).collect(),
        rows: above.chain(header).chain(body).collect(),
        data_rows: table.data().count(),
    }
}

/// A column with a heading that means nothing to us is noted, with the nearest known heading; one that was
/// told by its content is pointed out.
pub fn odd_headings(view: &View, table: &Table, kind: TableKind, topics: &[u32], reading: &mut Reading) {
    let days = table.sessions().filter_map(|(column, head)| Some((column, head, head.when?.ok()?)));
    for (column, head, when) in days.filter(|(_, _, when)| when.day().is_some()) {
        let origin = view.sheet.origin(head.date_row, column.index);
        if view.sheet.value(origin.row, origin.col).is_empty() {
            let place = view.cell(head.date_row, column.index);
            reading.issues.push(Issue::new(Code::CarriedAcross, place, "", when.to_string()));
        }
    }
    if matches!(kind, TableKind::Matrix | TableKind::SignIn) {
        unheaded_marks(view, table, reading);
    }
    for column in table.columns.iter().filter(|c| c.session.is_none() && !topics.contains(&c.index)) {
        let place = view.cell(column.row, column.index);
        if column.by_content {
            let told = column.concepts.first().map_or("", |c| c.chinese());
            reading.issues.push(Issue::new(Code::GuessedColumn, place, column.heading.clone(), told));
        } else if column.concepts.is_empty() && kind != TableKind::Transposed {
            if kind == TableKind::Log && log::headed_by_mark(&column.label, view).is_some() {
                continue;
            }
            // Names and numbers that were not read may be what a figure lacks.
            let telling = |row| {
                let text = view.text(row, column.index);
                view.is_person(text) || crate::text::number(text).is_some()
            };
            if !matches!(kind, TableKind::Roster | TableKind::Evidence) && table.data().any(telling) {
                reading.issues.push(
                    Issue::new(Code::UnreadColumn, place, column.heading.clone(), "")
                        .suggest(near(view, column)),
                );
                continue;
            }
            reading.issues.push(
                Issue::new(Code::UnknownHeading, place, column.heading.clone(), "")
                    .suggest(near(view, column)),
            );
        }
    }
}

/// Columns of marks with nothing over them: of the afternoon, where 上午 and 下午 stand below a day.
fn unheaded_marks(view: &View, table: &Table, reading: &mut Reading) {
    let Some(first) = table.all(Concept::Name).first().map(|c| c.index) else { return };
    let headed = |col: u32| table.columns.iter().any(|c| c.index == col);
    for col in (first + 1..view.sheet.cols()).filter(|col| !headed(*col)) {
        let is_mark = |row: &u32| {
            let word = view.word(*row, col);
            !is_nothing(&word.text) && !word.is_number() && word.mark(view.vocabulary).is_some()
        };
        if let Some(row) = table.data().find(is_mark) {
            reading.issues.push(Issue::new(Code::UnreadColumn, view.cell(row, col), "（没有标题）", ""));
        }
    }
}

/// The nearest known heading, as a question.
fn near(view: &View, column: &outline::Column) -> String {
    view.vocabulary.nearest_heading(&column.heading).map_or(String::new(), |n| format!("是不是“{n}”？"))
}
