//! How a table was understood, for showing; and the headings that were not.

use super::kind_grid;
use super::log;
use super::outline::{self, SessionHead, Table};
use super::record::{ColumnRole, Layout, Reading, RowRole, TableKind};
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::Concept;
use crate::when::When;

/// The table's layout with the role of each row and column. `topics` are columns headed by a topic of study.
pub fn layout(
    view: &View,
    table: &Table,
    (kind, because): (TableKind, &'static str),
    topics: &[u32],
) -> Layout {
    let kinds = if kind == TableKind::KindGrid { kind_grid::kinds(view, table) } else { None };
    // 类别 is headed so for members as well.
    let of_meetings = matches!(kind, TableKind::Log | TableKind::Transposed | TableKind::LongList);
    let is_kind =
        |c: &outline::Column| of_meetings && c.session.is_none() && c.concepts.contains(&Concept::Kind);
    let meaning = |c: &outline::Column| match (&c.session, c.concepts.first()) {
        _ if kind == TableKind::KindGrid && topics.contains(&c.index) => "会议".into(),
        _ if kinds == Some(c.index) || is_kind(c) => Concept::Kind.chinese().into(),
        _ if kind == TableKind::PlanGrid && topics.contains(&c.index) => "学习主题".into(),
        // Of a grid of numbers, months and days are no meetings.
        (Some(SessionHead { when: Some(Ok(when)), .. }), _)
            if matches!(kind, TableKind::StudyGrid | TableKind::Evidence) =>
        {
            format!("{when} 的数")
        }
        (Some(head), _) => {
            let when = head
                .when
                .map_or("没有日期".into(), |w| w.map_or("日期有误".into(), |w| w.to_string()));
            let kinds = head.kinds.iter().map(|k| k.chinese()).collect::<Vec<_>>().join("暨");
            let ticked = c.stands_for.map(|mark| format!(" {}", mark.chinese())).unwrap_or_default();
            format!("会议 {when} {kinds}{}{ticked}", head.group).trim_end().to_string()
        }
        (None, _) if topics.contains(&c.index) => "学习主题".into(),
        (None, _) if c.stands_for.is_some() => c.stands_for.map_or("", |mark| mark.chinese()).to_string(),
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
        outline::Row::Said(r) => (*r, RowRole::Said),
    });
    let column =
        |c: &outline::Column| ColumnRole { column: c.index, heading: c.heading.clone(), meaning: meaning(c) };
    Layout {
        sheet: view.index,
        kind,
        because,
        header: table.header,
        columns: table.columns.iter().map(column).collect(),
        on_its_side: false,
        rows: above.chain(header).chain(body).collect(),
        data_rows: table.data().count(),
    }
}

/// A sheet that only explains marks.
pub fn legend(view: &View) -> Layout {
    Layout {
        sheet: view.index,
        kind: TableKind::Legend,
        because: "整张表只有记号和它们的意思，同一本里的表都按它读",
        header: (0, 0),
        columns: Vec::new(),
        on_its_side: false,
        rows: (0..view.sheet.rows()).map(|row| (row, RowRole::Title)).collect(),
        data_rows: 0,
    }
}

/// A column with a heading that means nothing to us is noted, with the nearest known heading; one that was
/// told by its content, or has no heading, is pointed out.
pub fn odd_headings(view: &View, table: &Table, kind: TableKind, topics: &[u32], reading: &mut Reading) {
    carried_across(view, table, reading);
    unheaded(view, table, kind, reading);
    if let ([topic], TableKind::StudyGrid) = (topics, kind)
        && let Some(column) = table.columns.iter().find(|c| c.index == *topic)
    {
        let place = view.cell(column.row, column.index);
        reading.issues.push(Issue::new(Code::GuessedTopic, place, column.heading.clone(), ""));
    }
    // 党课 over a column of a roster or of a plan is no session.
    let without_sessions = {
        use TableKind::*;
        matches!(kind, Roster | LongList | StudyRecords | Evidence | Log | Plan)
    };
    let is_field =
        |c: &&outline::Column| (c.session.is_none() || without_sessions) && !topics.contains(&c.index);
    for column in table.columns.iter().filter(is_field) {
        let place = view.cell(column.row, column.index);
        // No figure comes from these.
        if column.by_content && matches!(column.concepts[..], [Concept::Seq | Concept::Gender]) {
            continue;
        }
        // Under no heading at all, days leave no doubt.
        if column.by_content && column.heading.is_empty() && column.concepts == [Concept::Date] {
            continue;
        }
        if column.by_content {
            let told = column.concepts.first().map_or("", |c| c.chinese());
            let issue = Issue::new(Code::GuessedColumn, place, column.heading.clone(), told);
            // Said once for all lists of a sheet that are headed so.
            let is_said = |known: &Issue| {
                known.code == issue.code
                    && known.place.sheet() == issue.place.sheet()
                    && known.message == issue.message
            };
            if !reading.issues.iter().any(is_said) {
                reading.issues.push(issue);
            }
        } else if column.concepts.is_empty() && kind != TableKind::Transposed {
            if kind == TableKind::SignIn && column.stands_for.is_some() {
                continue;
            }
            let is_ticked = || log::ticked_kinds(view, table).iter().any(|c| c.index == column.index);
            if kind == TableKind::Log && (log::headed_by_mark(&column.label, view).is_some() || is_ticked()) {
                continue;
            }
            reading.issues.push(unknown(view, table, kind, column));
        }
    }
}

/// What says of what a list of evidence is.
const WHAT: [Concept; 8] = {
    use Concept::*;
    [Honour, Topic, Kind, Points, Result, Hours, Tally, Stage]
};

/// What is said of a column with an unknown heading. Names, numbers and marks that were not read may be what a figure
/// lacks, and so may what stands under a heading with a slip of the pen.
fn unknown(view: &View, table: &Table, kind: TableKind, column: &outline::Column) -> Issue {
    let (place, heading) = (view.cell(column.row, column.index), &*column.heading);
    let marked = matches!(kind, TableKind::Matrix | TableKind::SignIn | TableKind::LongList);
    let telling = |row| {
        let word = view.word(row, column.index);
        let is_mark = || !is_nothing(&word.text) && word.mark(view.vocabulary).is_some();
        // 第一次 only counts.
        let is_amount = || !word.text.starts_with('第') && crate::text::number(&word.text).is_some();
        word.is_person(view.vocabulary) || is_amount() || marked && is_mark()
    };
    let holds = table.data().any(|row| !is_nothing(view.text(row, column.index)));
    let nearest = view.vocabulary.nearest_heading(heading);
    // The day of joining may stand under whatever was written over it.
    let is_day = |row: u32| view.word(row, column.index).date().is_some_and(|date| date.is_all());
    let said: Vec<u32> = table.data().filter(|row| !is_nothing(view.text(*row, column.index))).collect();
    let dated = kind == TableKind::Roster
        && !table.has(Concept::Joined)
        && said.len() > 1
        && said.iter().all(|row| is_day(*row));
    // A standing may stand in several columns.
    let lacks = |c: &Concept| c.is_counted() && (*c == Concept::Standing || !table.has(*c));
    let slip = nearest.filter(|known| {
        holds && view.vocabulary.is_slip(heading, known) && view.heading(known).iter().all(lacks)
    });
    let near = nearest.map(|n| format!("是不是“{n}”？")).unwrap_or_default();
    // Where nothing else says who somebody is or what he was given, it may stand here.
    let is_person = |row: u32| view.word(row, column.index).is_person(view.vocabulary);
    let may_say_who = || !table.has(Concept::Name) && table.data().any(is_person);
    let may_say_what = || holds && !WHAT.iter().any(|c| table.has(*c));
    if kind == TableKind::Evidence && (may_say_what() || may_say_who()) {
        return Issue::new(Code::UnreadColumn, place, heading, "").suggest(near);
    }
    if !matches!(kind, TableKind::Roster | TableKind::Evidence) && table.data().any(telling) {
        Issue::new(Code::UnreadColumn, place, heading, "").suggest(near)
    } else if let Some(known) = slip {
        Issue::new(Code::NearHeading, place, heading, known)
    } else if dated {
        Issue::new(Code::UnreadColumn, place, heading, "").suggest(near)
    } else {
        Issue::new(Code::UnknownHeading, place, heading, "").suggest(near)
    }
}

/// Columns over which a day or a kind is written only in the cell to the left.
fn carried_across(view: &View, table: &Table, reading: &mut Reading) {
    // Of several columns that are ticked, the first has the day.
    for (column, head) in table.sessions().filter(|(column, _)| column.stands_for.is_none()) {
        for &row in &column.carried {
            let place = view.cell(row, column.index);
            if row == head.date_row {
                // A file without merges has a month over the first of its columns only.
                let is_odd = |when: When| when.day().is_some() || view.sheet.has_merges();
                if let Some(Ok(when)) = head.when.filter(|w| w.is_ok_and(is_odd)) {
                    reading.issues.push(Issue::new(Code::CarriedAcross, place, "日期", when.to_string()));
                }
            } else if Some(row) == head.kind_row {
                let kinds = head.kinds.iter().map(|k| k.chinese()).collect::<Vec<_>>().join("暨");
                reading.issues.push(Issue::new(Code::CarriedAcross, place, "会议类别", kinds));
            }
        }
    }
}

/// Columns that hold something with nothing over them. One mark is enough: it may be of the afternoon, where 上午 and
/// 下午 stand below a day; of other texts, one alone may be a remark beside the table.
fn unheaded(view: &View, table: &Table, kind: TableKind, reading: &mut Reading) {
    let marked = matches!(kind, TableKind::Matrix | TableKind::SignIn);
    // 党内信息 over several columns heads none of them, where the others have headings below it.
    let under_banner = |c: &outline::Column| {
        let banner = view.sheet.merge_at(c.row, c.index).filter(|area| area.width() > 1);
        let is_lower =
            |other: &outline::Column| other.row > c.row && view.sheet.merge_at(c.row, other.index) == banner;
        c.session.is_none() && banner.is_some() && table.columns.iter().any(is_lower)
    };
    let headed = |col: u32| table.columns.iter().any(|c| c.index == col && !under_banner(c));
    for col in (0..view.sheet.cols()).filter(|col| !headed(*col)) {
        let held: Vec<u32> = table.data().filter(|row| !is_nothing(view.text(*row, col))).collect();
        let is_mark = |row: &&u32| {
            let word = view.word(**row, col);
            !word.is_number() && word.mark(view.vocabulary).is_some()
        };
        // A running number needs no heading.
        let numbers: Vec<f64> = held.iter().filter_map(|row| view.text(*row, col).parse().ok()).collect();
        let counts = numbers.len() == held.len() && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1.0);
        let person = held.iter().find(|row| view.word(**row, col).is_person(view.vocabulary));
        let has_banner = table.columns.iter().any(|c| c.index == col);
        let mark = held.iter().find(is_mark).filter(|_| marked);
        let others = held.first().filter(|_| held.len() >= 2 && !counts);
        if let Some(&row) = mark.or(others).or(person.filter(|_| has_banner)) {
            let text = view.seen(row, col);
            reading.issues.push(Issue::new(Code::UnheadedColumn, view.cell(row, col), text, ""));
        }
    }
}
