//! Meetings in a grid: months, quarters or branches on one side, kinds on the other, and where they meet what is told of
//! them.
//!
//! ```text
//! 月份 │ 党员大会            │ 支委会              类别     │ 1月   │ 2月   │ 3月
//! 1月  │ 1月8日，请假：张三  │ 1月5日，全体到会    党员大会 │ 1月8日│       │ 3月12日
//! ```

use super::Sight;
use super::lexicon::Word;
use super::log;
use super::mark::Mark;
use super::months;
use super::named_roll::NamedRoll;
use super::outline::{Column, Table};
use super::prose;
use super::record::{BranchHint, Reading, Roll, SessionRow};
use super::unheaded::{below, people_below};
use super::view::{Filled, View};
use crate::address::Cited;
use crate::book::Value;
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::reading::fields::fault_issue;
use crate::text::{is_nothing, squash};
use crate::vocabulary::{Concept, Kind, without_brackets};
use crate::when::{Around, Fault, When, Written, names_two_days};

/// Fewer kinds or months side by side may be anything.
const LEAST: usize = 2;

/// What stands between two meetings in a cell.
const STOPS: [char; 7] = ['、', ',', '，', ';', '；', '\n', '\r'];

/// Whether a row is the header of such a grid.
pub fn is_header(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    let Some((first, others)) = filled.split_first() else { return false };
    let across = others.iter().filter(|f| f.is_months()).count();
    let kinds = || others.iter().filter(|f| is_kind(view, &f.text)).count();
    let rows = |is_one: &dyn Fn(u32) -> bool| below(view, row).filter(|r| is_one(*r)).count();
    let is_grid = if across >= LEAST {
        !first.is_months() && rows(&|r| is_kind(view, view.text(r, first.col))) >= LEAST
    } else {
        let months = rows(&|r| view.word(r, first.col).is_months());
        // A running number may stand before the branches.
        let is_branch = |r: u32| {
            let mut places = filled.iter().take(2).map(|f| f.col);
            places.any(|col| view.vocabulary.branch_names().is_one(view.text(r, col)))
        };
        kinds() >= LEAST && (months >= LEAST || rows(&is_branch) > 0)
    };
    is_grid
        && people_below(view, row, first.col) == 0
        && others.iter().map(|f: &Filled| rows(&|r| tells(view, r, f.col))).sum::<usize>() >= LEAST
}

/// A kind of meeting and nothing else, brackets apart: `党员大会（一季度一次）`.
fn is_kind(view: &View, text: &str) -> bool {
    let (kinds, rest) = view.vocabulary.kinds_in(&without_brackets(text));
    rest.is_empty() && kinds.iter().any(|kind| !kind.is_vague())
}

/// Whether a cell tells of a meeting: the day, or how many were due and came.
fn tells(view: &View, row: u32, col: u32) -> bool {
    let word = view.word(row, col);
    matches!(view.sheet.value(row, col), Value::Date(_))
        || day(word).is_some()
        || counts(view, &word.text).is_some()
}

/// The day that a text begins with.
fn day(word: &Word) -> Option<&Written> {
    word.date().filter(|date| date.is_day() && (date.is_all() || date.heads_words()))
}

/// `6/5`: two numbers and a stroke, and nothing else.
fn is_stroke(squashed: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    squashed.split_once('/').is_some_and(|(one, other)| is_number(one) && is_number(other))
}

/// How many were due and how many came: `应到6人，实到5人`, `6/5`. Whichever stands first, no more come than are due.
fn counts(view: &View, text: &str) -> Option<(u32, u32)> {
    if let (Some(due), Some(came)) = view.vocabulary.counted().due_and_came(text) {
        return Some((due, came));
    }
    let (one, other) = text.split_once('/')?;
    let (one, other): (u32, u32) = (one.trim().parse().ok()?, other.trim().parse().ok()?);
    Some((one.max(other), one.min(other)))
}

/// Which side of a grid the months are on.
enum Grid<'t> {
    /// The column of kinds, and those of months.
    Across(u32, Vec<(&'t Column, Month)>),
    /// The column of months, and those of kinds.
    Down(u32, Vec<&'t Column>),
    /// The column of branches, and those of kinds.
    Branches(u32, Vec<&'t Column>),
    /// A row a meeting: the column of kinds, and the one that tells all else.
    Rows(u32, &'t Column),
}

fn grid<'t>(view: &View, table: &'t Table, year: i32) -> Option<Grid<'t>> {
    let (first, others) = table.columns.split_first()?;
    let rows = |is_one: &dyn Fn(u32) -> bool| table.data().filter(|r| is_one(*r)).count();
    if let Some((kinds, told)) = told_in_rows(view, table) {
        return Some(Grid::Rows(kinds, told));
    }
    let told: usize = others.iter().map(|c| rows(&|r| tells(view, r, c.index))).sum();
    let filled: usize = others.iter().map(|c| rows(&|r| !is_nothing(view.text(r, c.index)))).sum();
    if told * 2 < filled || told < LEAST {
        return None;
    }
    let month = |c: &'t Column| Some((c, months::read(&squash(&c.label), year)?.0));
    let across: Vec<(&Column, Month)> = others.iter().filter_map(month).collect();
    if across.len() >= LEAST && rows(&|r| is_kind(view, view.text(r, first.index))) >= LEAST {
        return Some(Grid::Across(first.index, across));
    }
    let kinds: Vec<&Column> = others.iter().filter(|c| is_kind(view, &c.label)).collect();
    let most = |is_one: &dyn Fn(u32) -> bool| kinds.len() >= LEAST && rows(is_one) * 2 > table.data().count();
    // A running number may stand before the branches.
    let of_branches = |c: &&Column| most(&|r| view.vocabulary.branch_names().is_one(&view.seen(r, c.index)));
    if most(&|r| view.seen_word(r, first.index).is_months()) {
        return Some(Grid::Down(first.index, kinds));
    }
    let branches = table.columns.iter().take(2).find(of_branches)?.index;
    Some(Grid::Branches(branches, kinds))
}

/// `党员大会 │ 2026年1月8日召开，应到6人，实到5人` in each row: where the kinds stand, and what is told of the meetings.
fn told_in_rows<'t>(view: &View, table: &'t Table) -> Option<(u32, &'t Column)> {
    if table.has(Concept::Date) || table.has(Concept::Name) || table.sessions().next().is_some() {
        return None;
    }
    let rows: Vec<u32> = table.data().collect();
    let most = |is_one: &dyn Fn(u32) -> bool| {
        let found = rows.iter().filter(|row| is_one(**row)).count();
        found >= LEAST && found * 2 > rows.len()
    };
    let kinds = table.columns.iter().find(|c| most(&|row| is_kind(view, view.text(row, c.index))))?;
    // 1月8日学习党章 says when and what, and of nobody whether he came.
    let says_more = |row: u32, col: u32| {
        let text = view.text(row, col);
        let tells_people = || {
            counts(view, text).is_some()
                || view.vocabulary.held().speaks_of_all(text)
                || log::speaks_of_absence(text, view)
        };
        day(view.word(row, col)).is_some_and(|date| !date.is_all()) && tells_people()
    };
    let mut told = table.columns.iter().filter(|c| most(&|row| says_more(row, c.index)));
    told.next().filter(|_| told.next().is_none()).map(|told| (kinds.index, told))
}

/// Whether a table is such a grid.
pub fn is_one(view: &View, table: &Table) -> bool {
    grid(view, table, months::ANY_YEAR).is_some()
}

/// The column in which its kinds stand, where they do not stand over the meetings.
pub fn kinds(view: &View, table: &Table) -> Option<u32> {
    match grid(view, table, months::ANY_YEAR)? {
        Grid::Across(kinds, _) | Grid::Rows(kinds, _) => Some(kinds),
        Grid::Down(..) | Grid::Branches(..) => None,
    }
}

/// The columns in which its meetings stand.
pub fn cells(view: &View, table: &Table) -> Vec<u32> {
    match grid(view, table, months::ANY_YEAR) {
        Some(Grid::Across(_, columns)) => columns.iter().map(|(c, _)| c.index).collect(),
        Some(Grid::Down(_, columns) | Grid::Branches(_, columns)) => {
            columns.iter().map(|c| c.index).collect()
        }
        Some(Grid::Rows(_, told)) => vec![told.index],
        None => Vec::new(),
    }
}

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let around = sight.context().around();
    let tells_years = told_in_rows(view, table).is_some();
    let Some(year) = around.year.or(tells_years.then_some(months::ANY_YEAR)) else {
        let first = view.cell(table.header.0, table.columns.first().map_or(0, |c| c.index));
        reading.issues.push(Issue::new(Code::NoYear, first, "各月会议", "这张表没有采用"));
        return;
    };
    let mut cells: Vec<Cell> = Vec::new();
    let in_month = |month: Option<u32>| Around { month, ..around };
    let told = |row: u32, col: u32| !is_nothing(view.text(row, col));
    match grid(view, table, year) {
        Some(Grid::Across(kinds, columns)) => {
            for row in table.data().filter(|row| columns.iter().any(|(c, _)| told(*row, c.index))) {
                let (kinds, group) = sight.kinds(&view.seen(row, kinds), view.at(row, kinds), reading);
                for (column, month) in columns.iter().filter(|(c, _)| told(row, c.index)) {
                    let spans = months::read(&squash(&column.label), year).is_some_and(|(_, spans)| spans);
                    let month = (!spans).then_some(month.month);
                    let (kinds, group) = (kinds.clone(), group.clone());
                    cells.push(Cell {
                        row,
                        col: column.index,
                        kinds,
                        group,
                        around: in_month(month),
                        branch: None,
                    });
                }
            }
        }
        Some(Grid::Down(months, columns)) => {
            for row in table.data().filter(|row| columns.iter().any(|c| told(*row, c.index))) {
                let Some((month, spans)) = months::read(&view.seen(row, months), year) else {
                    let (place, text) = (view.cell(row, months), view.seen(row, months));
                    reading.issues.push(Issue::new(Code::UnknownDate, place, text, "这一行没有采用"));
                    continue;
                };
                let month = (!spans).then_some(month.month);
                let told = columns.iter().filter(|c| told(row, c.index));
                cells.extend(told.map(|column| Cell::below(view, column, row, in_month(month))));
            }
        }
        Some(Grid::Branches(branches, columns)) => {
            for row in table.data() {
                let named = view.cited(row, branches);
                let branch = Some(named).filter(|named| !is_nothing(&named.value)).map(BranchHint::Name);
                let of_row = |column: &&Column| Cell {
                    branch: branch.clone(),
                    ..Cell::below(view, column, row, around)
                };
                cells.extend(columns.iter().filter(|c| told(row, c.index)).map(of_row));
            }
        }
        Some(Grid::Rows(kinds, column)) => {
            for row in table.data().filter(|row| told(*row, column.index)) {
                let (kinds, group) = sight.kinds(&view.seen(row, kinds), view.at(row, kinds), reading);
                cells.push(Cell { row, col: column.index, kinds, group, around, branch: None });
            }
        }
        None => {}
    }
    // 3/5 below 3月 may be a day; where the same table has 6/5 there, they are how many were due and came.
    let slashes_count = cells.iter().any(|cell| cell.counts_beside_months(view));
    for cell in &cells {
        cell.read(sight, slashes_count, reading);
    }
}

/// A cell where a month and a kind meet.
struct Cell {
    row: u32,
    col: u32,
    kinds: Vec<Kind>,
    group: String,
    /// The year, and the month of its column or row, or of the title; none of a quarter.
    around: Around,
    /// That of its row, before those that the titles name.
    branch: Option<BranchHint>,
}

impl Cell {
    /// The cell of a row below a kind.
    fn below(view: &View, column: &Column, row: u32, around: Around) -> Cell {
        let words = view.as_word(&column.label);
        let said = words.session(view.vocabulary);
        let (kinds, group) = (said.kinds.clone(), said.group.clone());
        Cell { row, col: column.index, kinds, group, around, branch: None }
    }

    /// Whether two numbers with a stroke between them stand in the cell, and the first is not its month.
    fn counts_beside_months(&self, view: &View) -> bool {
        let month = |text: &str| text.split_once('/')?.0.trim().parse::<u32>().ok();
        let text = view.text(self.row, self.col);
        is_stroke(text) && self.around.month.is_some() && month(text) != self.around.month
    }

    fn read(&self, sight: &Sight, slashes_count: bool, reading: &mut Reading) {
        let (view, place) = (sight.view, sight.view.cell(self.row, self.col));
        if let Value::Date(day) = view.sheet.value(self.row, self.col) {
            return self.meeting(sight, When::Day(*day), "", reading);
        }
        let text = view.prose(self.row, self.col);
        let around = self.around;
        // The month that the grid gives, where it is no quarter.
        let own = around.month.and_then(|month| Some(Month::new(around.year?, month)));
        for piece in pieces(view, &text) {
            let word = view.as_word(piece);
            let dated = day(&word).filter(|_| !(slashes_count && is_stroke(&squash(piece))));
            let when = match dated.map(|date| date.when(around)) {
                Some(Ok(when)) if !names_two_days(piece) => when,
                // A quarter is no month.
                other => match (own, other) {
                    (Some(month), None) if counts(view, &squash(piece)).is_some() => When::Month(month),
                    (_, other) => {
                        let told = other.and_then(Result::err);
                        let fault =
                            told.unwrap_or(if dated.is_some() { Fault::TwoWays } else { Fault::NotADate });
                        reading.issues.push(fault_issue(fault, place, piece, "这次会议没有采用"));
                        continue;
                    }
                },
            };
            if let Some(own) = own.filter(|own| when.month() != *own) {
                let detail = format!("与这一格所在的{}月不一致", own.month);
                reading.issues.push(Issue::new(Code::OddDate, place, when.to_string(), detail));
            }
            self.meeting(sight, when, dated.map_or(piece, |date| &date.rest), reading);
        }
    }

    /// A meeting of which `rest` says who came, who did not, or how many; nothing where only its day is told.
    fn meeting(&self, sight: &Sight, when: When, rest: &str, reading: &mut Reading) {
        let view = sight.view;
        let rest = rest.trim_matches([',', '，', ':', '：', ' ', '。', ';', '；']);
        let inside = rest.strip_prefix(['(', '（']).and_then(|rest| rest.strip_suffix([')', '）']));
        // 召开 behind the day says nothing more.
        let rest = view.vocabulary.held().without_verb(inside.unwrap_or(rest));
        let mut roll = NamedRoll::default();
        let at = view.at(self.row, self.col);
        if let Some((due, came)) = counts(view, &squash(rest)) {
            (roll.due, roll.came) = (Some(Cited::new(due, at)), Some(Cited::new(came, at)));
        }
        // 除张三外全体参加 names who did not come.
        let excepts = view.vocabulary.crowd().begins_with_excepted(rest);
        let plain = sight.titled_away().unwrap_or(if excepts { Mark::Absent } else { Mark::Blank });
        if !is_stroke(&squash(rest)) {
            self.people(sight, rest, plain, &mut roll, reading);
        }
        let (due, came) = (roll.due.take(), roll.came.take());
        let is_untold = rest.is_empty() && due.is_none();
        reading.sessions.push(SessionRow {
            branch: self.branch.iter().cloned().chain(sight.context().branch()).collect(),
            when,
            kinds: self.kinds.clone(),
            group: self.group.clone(),
            topic: String::new(),
            place: String::new(),
            host: None,
            hours: None,
            roll: if is_untold { Roll::Untold } else { roll.kind(false, &due, &came) },
            due,
            came,
            marks: roll.marks,
            unread: roll.unread,
            at,
        });
    }

    /// The people of whom a cell says something. A name of which it says nothing, in a grid that is not of the absent by
    /// its title, may be of anybody.
    fn people(&self, sight: &Sight, rest: &str, plain: Mark, roll: &mut NamedRoll, reading: &mut Reading) {
        let (view, cell) = (sight.view, (self.row, self.col));
        let said = prose::parse(rest, plain, view.vocabulary);
        for named in said.named.iter().filter(|named| named.mark == Mark::Blank) {
            let place = view.cell(self.row, self.col);
            reading.issues.push(Issue::new(Code::ExtraCharacters, place, named.name.as_str(), ""));
            roll.unread.push(named.name.as_str().into());
        }
        roll.add_text(sight, cell, rest, "", (plain, false), reading);
        roll.marks.retain(|mark| mark.mark != Mark::Blank);
    }
}

/// The meetings of a cell: what begins with a day each, `1月5日、1月19日` and a line or a clause each with who came.
fn pieces<'t>(view: &View, text: &'t str) -> Vec<&'t str> {
    let (mut found, mut start) = (Vec::new(), 0);
    let begins = |rest: &str| {
        let clause = rest.split(STOPS).next().unwrap_or(rest);
        day(&view.as_word(clause)).is_some()
    };
    for (at, stop) in text.match_indices(STOPS) {
        let next = at + stop.len();
        if begins(&text[start..]) && begins(&text[next..]) {
            found.push(&text[start..at]);
            start = next;
        }
    }
    found.push(&text[start..]);
    found.retain(|piece| !piece.trim().is_empty());
    found
}
