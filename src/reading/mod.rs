//! Room 2: sheets become records, each with the cell it came from.
//!
//! Knows layouts and wording; does not know who is a member, nor polars. A sheet is read in four
//! steps. Lists that lie on their side, and tables side by side, are set upright and below each other first (`turned`,
//! `side_by_side`).
//!
//! 1. [`outline`] finds the tables: a row is a header because the vocabulary knows its cells.
//! 2. [`context`] reads what surrounds a table: titles, labels, the names of sheet, file and folders.
//! 3. `choice` tells the layout by which concepts stand in the header: one table of rules, each with
//!    its reason, so that the choice can be explained.
//! 4. One file a layout turns the rows into records. A sheet without a table may be a `form`.
//!
//! What was not understood becomes an issue at its cell; nothing is guessed.

mod bare_list;
mod beside_values;
mod boxes;
mod branch_rows;
mod choice;
mod colours;
mod columns;
mod content;
pub mod context;
mod describe;
mod duration;
mod evidence;
mod fields;
mod footnotes;
mod form;
mod groups;
mod header;
mod infer;
mod kind_grid;
mod labels;
pub mod legend;
mod legend_line;
mod lexicon;
mod log;
mod long_list;
pub mod mark;
mod matrix;
mod months;
mod moves;
mod name;
mod name_rows;
mod named_roll;
mod narrative;
mod notes_below;
mod numbered;
pub mod outline;
mod person;
pub mod pin;
mod plan;
mod plan_grid;
pub mod prose;
pub mod reasons;
mod record;
mod rivals;
mod roster;
mod row_marks;
mod row_notes;
mod runs;
mod session_head;
mod session_words;
mod side_by_side;
mod sign_in;
mod signs;
mod slips;
mod sorts;
mod stems;
mod study;
mod study_grid;
mod sums;
mod ticks;
mod totals;
mod transposed;
mod turned;
mod unheaded;
mod view;
mod whom;

use std::path::Path;

use foldhash::HashSet;

use crate::address::{Address, BookId, Cited};
use crate::book::{Book, Sheet};
use crate::issue::{Code, Issue, Place};
use crate::text::{Text, is_nothing};
use crate::vocabulary::Concept;
use crate::when::When;
use context::{Context, Names};
pub use lexicon::Lexicon;
use mark::Legend;
use outline::{Column, Row, Table};
use pin::Pin;
pub use record::{
    BranchHint, ColumnRole, EvidenceRow, Layout, MarkRow, MemberRow, Moved, PlanRow, Reading, Roll, RowRole,
    SessionRow, SignRow, StudyRow, TableKind,
};
use side_by_side::SideBySide;
use turned::Turn;
use view::{Elsewhere, Line, View};

/// Everything a layout needs besides its table.
pub(crate) struct Sight<'a> {
    view: &'a View<'a>,
    context: Context,
    legend: &'a Legend,
    /// Rows below the table, to the header of the next one.
    below: Vec<u32>,
    /// The table is the sheet's last.
    is_last: bool,
    /// `?` stands for a tick lost in a legacy encoding; see [`row_marks::lost_ticks`].
    ticks_lost: bool,
}

/// Reads all sheets of a book. `path` is relative to the workspace, with `/`; the first pin that is for a sheet says
/// how it is to be read.
pub fn read(book: &Book, id: BookId, path: &str, lexicon: &Lexicon, pins: &[Pin]) -> Reading {
    let pin = |sheet: &str| pins.iter().find(|p| p.is_for(path, sheet));
    let folders = Path::new(path);
    let names = Names {
        file: folders.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default(),
        folders: folders
            .parent()
            .map(|p| p.iter().rev().map(|f| f.to_string_lossy().into_owned()).collect())
            .unwrap_or_default(),
    };
    let mut reading = Reading::default();
    let view_of = |index: usize| {
        let sheet = &book.sheets[index];
        View::new(sheet, id, index as u16, lexicon, book.legacy_text).pinned(pin(&sheet.name))
    };
    let (of_book, explaining) = legend_of_book(book, view_of);
    for (index, sheet) in book.sheets.iter().enumerate() {
        let view = view_of(index);
        if explaining.contains(&index) {
            reading.layouts.push(describe::legend(&view));
        } else if sheet.hidden {
            reading.issues.push(Issue::new(Code::HiddenSheet, view.place(), sheet.name.clone(), ""));
        } else if !sheet.is_empty() {
            beside_values::report(&view, &mut reading);
            let read_as_set = |set: &dyn Elsewhere, sheet: &Sheet| {
                let view = View::new(sheet, id, index as u16, lexicon, book.legacy_text).set_by(set);
                let mut read = Reading::default();
                read_sheet(&view, &names, &of_book, &mut read);
                read
            };
            if let Some(turn) = Turn::of(&view) {
                reading.add(turn.back_to_its_cells(read_as_set(&turn, &turn.upright(sheet))));
            } else if let Some(tables) = SideBySide::of(&view) {
                reading.add(tables.back_to_its_cells(read_as_set(&tables, &tables.stacked(sheet))));
            } else {
                read_sheet(&view, &names, &of_book, &mut reading);
            }
        }
    }
    reading
}

/// Points out the few days that are not of the month which the table's titles give, or the sheet's name, and most of
/// them are of. A title that names a month for another reason, `4月制`, speaks for no day or for one of many.
fn report_other_months(sight: &Sight, days: &[(Address, When)], issues: &mut Vec<Issue>) {
    let titled = sight.context().month_titled(sight.view);
    let named = sight.view.as_word(&sight.view.sheet.name).around().month;
    for (month, whose) in [(titled, "标题"), (named.filter(|named| titled != Some(*named)), "工作表名")]
    {
        let Some(month) = month else { continue };
        let (of_it, others): (Vec<_>, Vec<_>) =
            days.iter().partition(|(_, when)| when.month().month == month);
        let detail = format!("与{whose}里的{month}月不一致");
        // A day over several meetings is written once.
        let different =
            |days: &[(Address, When)]| days.iter().map(|(_, when)| *when).collect::<HashSet<_>>().len();
        let are_of_a_month = || others.iter().all(|(_, when)| when.month() == others[0].1.month());
        if different(&of_it) >= different(&others) || !of_it.is_empty() && are_of_a_month() {
            issues.extend(
                others.iter().map(|(at, when)| Issue::new(Code::OddDate, *at, when.to_string(), &detail)),
            );
            continue;
        }
        // All of one other month: a sheet copied from another month's, with the title as it was, or the days.
        let (at, first) = days[0];
        if of_it.is_empty() && days.iter().all(|(_, when)| when.month() == first.month()) {
            let all = if days.len() > 1 { format!("{detail}，其余各次也是") } else { detail };
            issues.push(Issue::new(Code::OddDate, at, first.to_string(), all));
        }
    }
}

/// What sheets of nothing but marks and their meanings, 符号说明, say for all sheets of their book, and which these are.
fn legend_of_book<'v>(book: &'v Book, view: impl Fn(usize) -> View<'v>) -> (Legend, Vec<usize>) {
    let may_explain = |index: &usize| {
        let sheet = &book.sheets[*index];
        book.sheets.len() > 1 && sheet.rows() <= MOST_ROWS_EXPLAINED && !sheet.hidden
    };
    let (mut legend, mut explaining) = (Legend::default(), Vec::new());
    for index in (0..book.sheets.len()).filter(may_explain) {
        if let Some(own) = legend::of_its_own(&view(index)) {
            legend.extend(own);
            explaining.push(index);
        }
    }
    (legend, explaining)
}

/// Why a notice is not read.
const NOTICE: &str = "从标题看是会前的通知或议程，会还没有开";

/// A sheet that only explains marks has fewer rows.
const MOST_ROWS_EXPLAINED: u32 = 40;

fn read_sheet(view: &View, names: &Names, of_book: &Legend, reading: &mut Reading) {
    let mut legend = legend::of(view);
    legend.complete(of_book);
    legend.spread(view.vocabulary);
    let above =
        |rows: &[u32], earlier: &[Cited<Text>]| Context::read(view, rows.iter().copied(), names, earlier);
    let mut tables = outline::tables(view, |rows| above(rows, &[]).around());
    tables.iter_mut().for_each(|table| ticks::assign(view, &legend, table));
    let tables = tables;
    let first_session = reading.sessions.len();
    let ticks_lost = row_marks::lost_ticks(view, &tables);
    let mut earlier: Vec<Cited<Text>> = Vec::new();
    let mut unused: Vec<&Table> = Vec::new();
    let mut in_order = Vec::new();
    // The table above is the list of a session that was read.
    let mut signed_in = false;
    for (i, table) in tables.iter().enumerate() {
        let next = tables.get(i + 1);
        let context = above(&table.preamble, &earlier);
        if earlier.is_empty() {
            earlier = context.titles().to_vec();
        }
        let choice = choice::choose(view, table, &context);
        let below = (table.last_row() + 1..next.map_or(view.sheet.rows(), |next| next.header.0)).collect();
        let sight = Sight { view, context, legend: &legend, below, is_last: next.is_none(), ticks_lost };
        let (before, sessions) = (reading.size(), reading.sessions.len());
        let may_go_on = matches!(choice.0, TableKind::SignIn | TableKind::Unknown) && signed_in;
        if may_go_on && sign_in::goes_on(&sight, table, reading) {
            reading.layouts.push(describe::layout(
                view,
                table,
                (TableKind::SignIn, "上面那次会议没到的人"),
                &[],
            ));
            continue;
        }
        match choice.0 {
            TableKind::Roster => each(&sight, table, reading, roster::read),
            TableKind::Groups => groups::read(&sight, table, reading),
            TableKind::Matrix => matrix::read(&sight, table, reading),
            TableKind::Transposed => transposed::read(&sight, table, reading),
            TableKind::SignIn => sign_in::read(&sight, table, reading),
            TableKind::Log => log::read(&sight, table, reading),
            TableKind::LongList => each(&sight, table, reading, long_list::read),
            TableKind::Plan => plan::read(&sight, table, reading),
            TableKind::KindGrid => kind_grid::read(&sight, table, reading),
            TableKind::PlanGrid => plan_grid::read(&sight, table, reading),
            TableKind::StudyRecords => each(&sight, table, reading, study::read),
            TableKind::StudyGrid => study_grid::read(&sight, table, reading),
            TableKind::Evidence => evidence::read(&sight, table, reading),
            TableKind::Foreign => {
                let why = match view.pin {
                    Some(_) => "taizhang.toml 里写明不读",
                    None if choice::is_notice(view, &sight.context) => NOTICE,
                    None => "从标题看与会议、学习无关",
                };
                reading.issues.push(Issue::new(
                    Code::ForeignTable,
                    view.place(),
                    view.sheet.name.clone(),
                    why,
                ))
            }
            TableKind::MeetingForm | TableKind::MemberForm | TableKind::Legend | TableKind::Unknown => {
                unused.push(table)
            }
        }
        if matches!(
            choice.0,
            TableKind::Matrix | TableKind::Transposed | TableKind::Log | TableKind::LongList
        ) {
            notes_below::place(&sight, sessions, reading);
        }
        let days: Vec<(Address, When)> =
            reading.sessions[sessions..].iter().map(|s| (s.at, s.when)).collect();
        report_other_months(&sight, &days, &mut reading.issues);
        signed_in = choice.0 == TableKind::SignIn && reading.sessions.len() > sessions;
        if signed_in {
            let listed = reading.sessions[sessions..].iter();
            in_order.extend(listed.filter_map(|s| Some((s.when.day()?, Place::from(s.at)))));
        }
        let is_known = !matches!(choice.0, TableKind::Foreign | TableKind::Unknown);
        if is_known {
            sums::check_numbers(&sight, table, std::ptr::eq(table, &tables[0]), reading);
            totals::check(&sight, table, reading);
        }
        // A table must not vanish in silence, least of all one that was asked to be what it cannot be.
        let asked = view.pin.is_some_and(|p| p.kind.is_some());
        if is_known && reading.size() == before && (asked || says_something(view, table)) {
            reading.issues.push(Issue::new(Code::NothingRead, view.place(), choice.0.chinese(), ""));
        }
        let topics = match choice.0 {
            TableKind::StudyGrid => study_grid::topics(&sight, table),
            TableKind::KindGrid => kind_grid::cells(view, table),
            TableKind::PlanGrid => plan_grid::topics(view, table),
            TableKind::Evidence => evidence::grid(&sight, table),
            _ => Vec::new(),
        };
        reading.layouts.push(describe::layout(view, table, choice, &topics));
        if is_known {
            describe::odd_headings(view, table, choice.0, &topics, reading);
            report_blank_merges(view, table, reading);
            slips::report(view, table, reading);
            rivals::report(view, table, choice.0, reading);
        }
    }
    // Lists of meetings one below the other; those of a table were looked at with it.
    if !in_order.is_empty() {
        sums::check_order(in_order, reading);
    }
    signs::note(view, &legend, first_session, reading);
    if unused.len() < tables.len() {
        report_lost_rows(view, &tables, reading);
        for table in unused {
            let first = table.columns.first().map_or(0, |c| c.index);
            reading.issues.push(Issue::new(Code::UnusedTable, view.cell(table.header.0, first), "", ""));
        }
        return;
    }
    // No table that is understood: labels and values down the sheet, perhaps.
    let (mut unread, mut earlier) = (Vec::new(), Vec::new());
    let layouts = reading.layouts.len();
    let told = narrative::rows(view);
    if let Some(first) = told.first() {
        let context = above(&(0..*first).collect::<Vec<u32>>(), &[]);
        let sight = Sight { view, context, legend: &legend, below: Vec::new(), is_last: true, ticks_lost };
        if !choice::is_notice(view, &sight.context) {
            narrative::read(&sight, &told, reading);
            return;
        }
    }
    let blocks = form::blocks(view);
    // What stands above a form holds for those right below it, which have no title of their own; but for the day.
    let mut titles: Vec<u32> = Vec::new();
    for rows in &blocks {
        let is_title = |row: &&u32| labels::labels_of(view, **row).is_empty();
        let own: Vec<u32> = rows.iter().take_while(is_title).copied().collect();
        let is_untitled = own.iter().all(|row| *view.line(*row) == Line::Blank);
        if !is_untitled {
            let tells_day =
                |row: &u32| view.filled(*row).iter().any(|f| f.date().is_some_and(|date| date.is_day()));
            titles = own.into_iter().filter(|row| !tells_day(row)).collect();
        }
        let context = match is_untitled {
            true => above(&[&titles[..], &rows[..]].concat(), &earlier),
            false => above(rows, &earlier),
        };
        if earlier.is_empty() {
            earlier = context.titles().to_vec();
        }
        let forms = context.side_by_side();
        let columns: Vec<u32> = forms.iter().map(|(_, column)| *column).collect();
        let mut is_read = false;
        if forms.iter().any(|(context, _)| choice::is_notice(view, context)) {
            reading.issues.push(Issue::new(
                Code::ForeignTable,
                view.place(),
                view.sheet.name.clone(),
                NOTICE,
            ));
            continue;
        }
        for (context, _) in forms {
            let sight =
                Sight { view, context, legend: &legend, below: Vec::new(), is_last: true, ticks_lost };
            is_read |= form::read(&sight, (rows, &columns), reading);
        }
        if !is_read {
            unread.push(rows[0]);
        }
    }
    if unread.len() == blocks.len() {
        reading.issues.push(Issue::new(Code::UnknownSheet, view.place(), view.sheet.name.clone(), ""));
        return;
    }
    // 项目 | 内容 over the labels of a form and their values heads no table of its own.
    let labelled: Vec<u32> =
        reading.layouts[layouts..].iter().flat_map(|form| form.rows.iter().map(|(row, _)| *row)).collect();
    let is_form = |table: &Table| table.data().all(|row| labelled.contains(&row));
    let tabular = unused.iter().filter(|table| table.data().nth(1).is_some() && !is_form(table));
    let tabular = tabular.map(|table| table.header.0);
    for row in unread.into_iter().chain(tabular) {
        let first = view.filled(row).first().map_or(0, |f| f.col);
        reading.issues.push(Issue::new(Code::UnusedTable, view.cell(row, first), "", ""));
    }
}

/// Rows of people that belong to no table, as where a header was deleted: two at least beside each other.
fn report_lost_rows(view: &View, tables: &[Table], reading: &mut Reading) {
    let end = tables.last().map_or(0, |table| table.last_row() + 1);
    let outside = tables.iter().flat_map(|table| table.preamble.iter().copied());
    let is_of_people = |row: &u32| {
        *view.line(*row) == Line::Cells
            && labels::label_pairs(view, *row).is_empty()
            && view.filled(*row).iter().any(|f| f.is_person(view.vocabulary))
    };
    let lost: Vec<u32> = outside.chain(end..view.sheet.rows()).filter(is_of_people).collect();
    if let Some(pair) = lost.windows(2).find(|pair| pair[1] == pair[0] + 1) {
        let first = view.filled(pair[0]).first().map_or(0, |f| f.col);
        reading.issues.push(Issue::new(Code::UnusedTable, view.cell(pair[0], first), "", "，可能少了表头"));
    }
}

/// Reads the lists of a table that stand side by side one after another. Another column of names that heads no list of
/// its own is told.
fn each(sight: &Sight, table: &Table, reading: &mut Reading, read: fn(&Sight, &Table, &mut Reading)) {
    for list in table.side_by_side() {
        read(sight, &list, reading);
        let view = sight.view;
        let holds_people = |col: u32| list.data().any(|row| view.word(row, col).is_person(view.vocabulary));
        for column in list.all(Concept::Name).into_iter().skip(1).filter(|c| holds_people(c.index)) {
            let place = view.cell(column.row, column.index);
            reading.issues.push(Issue::new(Code::UnreadColumn, place, column.heading.clone(), ""));
        }
    }
}

/// Points out cells merged over several rows in which nothing stands: what they say holds for all of these rows.
fn report_blank_merges(view: &View, table: &Table, reading: &mut Reading) {
    if !view.sheet.has_merges() {
        return;
    }
    let is_told = |c: &&Column| c.concepts.iter().any(|c| c.is_counted());
    for column in table.columns.iter().filter(is_told) {
        let begins_blank = |row: &u32| {
            let merge =
                view.sheet.merge_at(*row, column.index).filter(|m| m.first.row == *row && m.width() == 1);
            merge.is_some_and(|m| m.last.row > *row) && view.text(*row, column.index).is_empty()
        };
        for row in table.data().filter(begins_blank) {
            let place = view.cell(row, column.index);
            reading.issues.push(Issue::new(Code::BlankCell, place, column.label.as_str(), ""));
        }
    }
}

/// Whether a table holds more than a form does that is not filled in: the numbers and names of those whom it is for.
fn says_something(view: &View, table: &Table) -> bool {
    let printed = |c: &Concept| {
        use Concept::*;
        matches!(c, Seq | Name | Gender | Group | Department | Post | Branch | Phone)
    };
    let is_printed =
        |col: u32| table.columns.iter().any(|c| c.index == col && c.concepts.first().is_some_and(printed));
    let says = |row: u32| view.filled(row).iter().any(|f| !is_nothing(&f.text) && !is_printed(f.col));
    table.rows.iter().any(|row| match row {
        Row::Data(row) | Row::Counts(row) => says(*row),
        Row::Section(..) | Row::Total(_) | Row::Said(_) => false,
    })
}
