//! Where the tables of a sheet lie: header bands, what is above, between and below.

use super::context::{SessionWords, label_pairs};
use super::prose::looks_like_name;
use super::view::{Filled, Line, View};
use crate::book::Value;
use crate::vocabulary::{Concept, Kind};
use crate::when::{self, Around, Fault, When};

/// A table as found: its rows by role, its columns.
#[derive(Debug, Clone)]
pub struct Table {
    /// Rows above the header that belong to this table.
    pub preamble: Vec<u32>,
    /// First and last row of the header band.
    pub header: (u32, u32),
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A row below a header.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    Data(u32),
    /// A text alone between data rows, such as the name of a branch.
    Section(u32, String),
    Total(u32),
    /// `应到9人，实到6人` and the like.
    Counts(u32),
}

/// One column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub index: u32,
    /// The header's texts from top to bottom, joined.
    pub heading: String,
    pub concepts: Vec<Concept>,
    /// What the header says of a session, where it says something.
    pub session: Option<SessionHead>,
    /// The row of the lowest header cell.
    pub row: u32,
}

/// A header that stands for a session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionHead {
    pub when: Option<Result<When, Fault>>,
    /// The date's text and its cell.
    pub date_text: String,
    pub date_row: u32,
    pub weekday_differs: bool,
    pub kinds: Vec<Kind>,
    pub group: String,
    pub topic: String,
}

impl Table {
    pub fn column(&self, concept: Concept) -> Option<&Column> {
        self.columns
            .iter()
            .find(|c| c.session.is_none() && c.concepts.first() == Some(&concept))
            .or_else(|| self.columns.iter().find(|c| c.session.is_none() && c.concepts.contains(&concept)))
    }

    pub fn all(&self, concept: Concept) -> Vec<&Column> {
        self.columns.iter().filter(|c| c.session.is_none() && c.concepts.contains(&concept)).collect()
    }

    pub fn has(&self, concept: Concept) -> bool {
        self.column(concept).is_some()
    }

    pub fn sessions(&self) -> impl Iterator<Item = (&Column, &SessionHead)> {
        self.columns.iter().filter_map(|c| c.session.as_ref().map(|s| (c, s)))
    }

    pub fn data(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().filter_map(|r| if let Row::Data(row) = r { Some(*row) } else { None })
    }
}

/// All tables of a sheet, from top to bottom. `around` gives the year and month for headers that need them.
pub fn tables(view: &View, around: impl Fn(&[u32]) -> Around) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut preamble: Vec<u32> = Vec::new();
    let mut row = 0;
    while row < view.sheet.rows() {
        if !is_header(view, row) {
            preamble.push(row);
            row += 1;
            continue;
        }
        let (first, last) = band(view, row, &mut preamble);
        let around = around(&preamble);
        let columns = columns(view, first, last, around);
        let mut table = Table {
            preamble: std::mem::take(&mut preamble),
            header: (first, last),
            columns,
            rows: Vec::new(),
        };
        row = last + 1;
        let end = body(view, &mut table, row);
        row = end;
        tables.push(table);
    }
    tables
}

/// Whether a row heads a table: it names columns, not values.
fn is_header(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    if filled.len() < 2 {
        return false;
    }
    let concepts: Vec<&[Concept]> = filled.iter().map(|f| view.vocabulary.heading(&f.text)).collect();
    let hits = concepts.iter().filter(|c| !c.is_empty()).count();
    // 出席 and 缺席 head columns, but far more often they are marks.
    let sure_hits = filled
        .iter()
        .zip(&concepts)
        .filter(|(f, c)| !c.is_empty() && view.vocabulary.mark(&f.text).is_none())
        .count();
    if hits == 0 || matches!(view.line(row), Line::Legend | Line::Counts(_) | Line::Footer) {
        return false;
    }
    let names: Vec<&Filled> =
        filled.iter().zip(&concepts).filter(|(_, c)| c.contains(&Concept::Name)).map(|(f, _)| f).collect();
    let is_pairs = !label_pairs(view, row).is_empty();
    if names.iter().any(|f| names_below(view, row, f.col)) {
        return hits >= 2 || filled.iter().any(|f| f.text == "姓名" || f.text.ends_with("姓名")) || !is_pairs;
    }
    if is_pairs {
        return false;
    }
    // People across: `日期 | 类型 | 张三 | 李四`.
    let people =
        filled.iter().zip(&concepts).filter(|(f, c)| c.is_empty() && is_person(view, &f.text)).count();
    let leads = concepts.first().is_some_and(|c| {
        c.iter().any(|c| {
            matches!(c, Concept::Date | Concept::Kind | Concept::Topic | Concept::Seq | Concept::Month)
        })
    });
    if leads && people >= 2 && people + hits + 2 >= filled.len() {
        return true;
    }
    // One row a session, a topic, or a person without a name heading: nearly all cells are headings.
    let signatures = concepts.iter().any(|c| c.contains(&Concept::Mark))
        && filled
            .iter()
            .zip(&concepts)
            .any(|(f, c)| c.contains(&Concept::Mark) && names_below(view, row, f.col));
    signatures && hits >= 2 && sure_hits >= 1 || sure_hits >= 2 && hits >= 3 && hits * 3 >= filled.len() * 2
}

/// Whether people's names stand below a cell, within the next few rows.
fn names_below(view: &View, row: u32, col: u32) -> bool {
    (row + 1..view.sheet.rows().min(row + 9)).any(|r| is_person(view, &view.text(r, col)))
}

/// A text that can be a person's name and is no word of the vocabulary.
pub fn is_person(view: &View, text: &str) -> bool {
    let v = view.vocabulary;
    looks_like_name(text)
        && v.heading(text).is_empty()
        && v.status(text).is_none()
        && v.category(text).is_none()
        && v.mark(text).is_none()
        && !v.is_committee_post(text)
        && !v.is_total(text)
        && !v.is_footer(text)
        && v.kinds_in(text).0.is_empty()
        && !text.ends_with("小组")
}

/// The rows of the header: upwards while dates or kinds stand above the columns, downwards while the
/// name column stays empty. Rows taken from above leave the preamble.
fn band(view: &View, row: u32, preamble: &mut Vec<u32>) -> (u32, u32) {
    let filled = view.filled(row);
    let key = filled
        .iter()
        .find(|f| view.vocabulary.heading(&f.text).contains(&Concept::Name))
        .or(filled.first())
        .map_or(0, |f| f.col);
    let has_name = filled.iter().any(|f| view.vocabulary.heading(&f.text).contains(&Concept::Name));
    let mut first = row;
    while has_name && first > 0 && preamble.last() == Some(&(first - 1)) {
        let above = view.filled(first - 1);
        let over_columns: Vec<&Filled> = above.iter().filter(|f| f.col > key).collect();
        let spans_all = above.len() == 1
            && (above[0].col <= key || above[0].width >= view.sheet.cols().saturating_sub(1));
        let heads = over_columns.iter().filter(|f| heads_a_session(view, first - 1, f)).count();
        if over_columns.is_empty()
            || spans_all
            || heads * 2 < over_columns.len()
            || !label_pairs(view, first - 1).is_empty() && heads < 2
        {
            break;
        }
        first -= 1;
        preamble.pop();
    }
    let mut last = view.sheet.merge_at(row, key).map_or(row, |m| m.last.row);
    // Without merges (CSV), a row belongs to the header while the name column is empty and the row
    // heads columns rather than marking people.
    while has_name && last + 1 < view.sheet.rows() && last < row + 5 {
        let below = view.filled(last + 1);
        let name_empty = view.text(last + 1, key).is_empty();
        let heading_like = below
            .iter()
            .filter(|f| heads_a_session(view, last + 1, f) || !view.vocabulary.heading(&f.text).is_empty())
            .count();
        let marks = below.iter().filter(|f| view.vocabulary.mark(&f.text).is_some()).count();
        if !name_empty
            || below.is_empty()
            || below.len() == 1 && heading_like == 0
            || below.iter().any(|f| f.col < key)
            || marks > heading_like
            || heading_like == 0 && !prose_header(&below)
        {
            break;
        }
        last += 1;
    }
    (first, last)
}

/// A row of topics under dates and kinds: several texts, none of them a mark.
fn prose_header(below: &[Filled]) -> bool {
    below.len() >= 2 && below.iter().all(|f| f.text.chars().count() >= 3)
}

fn heads_a_session(view: &View, row: u32, f: &Filled) -> bool {
    match view.sheet.value(row, f.col) {
        Value::Date(_) => true,
        Value::Number(n) => n.fract() != 0.0 || (1.0..=31.0).contains(n) || *n > 20_000.0,
        _ => {
            let here = Around { year: Some(2000), month: Some(1) };
            when::find(&f.text, here).is_some()
                || when::parse(&f.text, here).is_ok()
                || !SessionWords::read(&f.text, view).kinds.is_empty()
        }
    }
}

fn columns(view: &View, first: u32, last: u32, around: Around) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for col in 0..view.sheet.cols() {
        // The distinct texts of the band over this column, from top to bottom.
        let mut cells: Vec<(u32, u32)> = Vec::new();
        for row in first..=last {
            let mut origin = view.sheet.origin(row, col);
            if view.sheet.value(origin.row, origin.col).is_empty()
                && let Some(left) = carried(view, row, col, first, last)
            {
                origin.col = left;
                origin.row = row;
            }
            if (origin.row, origin.col) >= (first, 0)
                && origin.row >= first
                && !view.sheet.value(origin.row, origin.col).is_empty()
                && !cells.contains(&(origin.row, origin.col))
            {
                cells.push((origin.row, origin.col));
            }
        }
        let Some(&(lowest, _)) = cells.last() else { continue };
        let texts: Vec<String> = cells.iter().map(|&(r, c)| view.text(r, c)).collect();
        let heading = texts.join(" ");
        let own = view.vocabulary.heading(texts.last().expect("not empty"));
        let session = if own.is_empty() { session_head(view, &cells, around) } else { None };
        let concepts = match (&session, own) {
            (_, [_, ..]) => own.to_vec(),
            (Some(_), _) => Vec::new(),
            (None, _) => {
                let joined = view.vocabulary.heading(&texts.concat());
                if joined.is_empty() {
                    texts
                        .iter()
                        .rev()
                        .find_map(|t| Some(view.vocabulary.heading(t)).filter(|c| !c.is_empty()))
                        .unwrap_or(&[])
                        .to_vec()
                } else {
                    joined.to_vec()
                }
            }
        };
        columns.push(Column { index: col, heading, concepts, session, row: lowest });
    }
    columns
}

/// A date or a month stands only over the first of its columns where a file has no merges: the cell to
/// the left counts, if this column has something of its own in the band.
fn carried(view: &View, row: u32, col: u32, first: u32, last: u32) -> Option<u32> {
    let own = (first..=last).any(|r| r != row && !view.sheet.value(r, col).is_empty());
    if !own {
        return None;
    }
    let left = (0..col).rev().find(|&c| !view.sheet.value(row, c).is_empty())?;
    let is_date = match view.sheet.value(row, left) {
        Value::Date(_) => true,
        Value::Text(text) => {
            let here = Around { year: Some(2000), month: Some(1) };
            when::parse(text, here).is_ok()
        }
        _ => false,
    };
    is_date.then_some(left)
}

/// Reads the cells over a column, from top to bottom, as a session's date, kind, group and topic.
fn session_head(view: &View, cells: &[(u32, u32)], mut around: Around) -> Option<SessionHead> {
    let mut head = SessionHead {
        when: None,
        date_text: String::new(),
        date_row: cells[0].0,
        weekday_differs: false,
        kinds: Vec::new(),
        group: String::new(),
        topic: String::new(),
    };
    for &(row, col) in cells {
        let text = view.text(row, col);
        let day_known = matches!(head.when, Some(Ok(When::Day(_)) | Err(_)));
        let (found, rest, weekday) = match view.sheet.value(row, col) {
            Value::Date(day) => (Some(Ok(When::Day(*day))), String::new(), None),
            Value::Number(number) => (Some(when::from_number(*number, around)), String::new(), None),
            _ if day_known => (None, text.clone(), None),
            _ => match when::find(&text, around) {
                Some(found)
                    if text.starts_with(|c: char| c.is_ascii_digit())
                        || !SessionWords::read(&found.rest, view).kinds.is_empty()
                        || found.rest.len() < 4 =>
                {
                    (Some(found.when), found.rest, found.weekday)
                }
                _ => match text.parse::<f64>() {
                    Ok(number) => (Some(when::from_number(number, around)), String::new(), None),
                    Err(_) => (None, text.clone(), None),
                },
            },
        };
        if let Some(found) = found {
            // A month narrows what follows; a day ends the search.
            if let Ok(When::Month(month)) = found {
                around = Around { year: Some(month.year), month: Some(month.month) };
            }
            if let (Ok(When::Day(day)), Some(weekday)) = (found, weekday) {
                head.weekday_differs = chrono::Datelike::weekday(&day) != weekday;
            }
            if !(found == Err(Fault::NotADate) && head.when.is_some()) {
                head.when = Some(found);
                head.date_text = text.clone();
                head.date_row = row;
            }
        }
        let words = SessionWords::read(&rest, view);
        let had_kinds = !head.kinds.is_empty();
        // What stands below the kind is the topic, even where it mentions a kind.
        if had_kinds || words.kinds.is_empty() {
            if rest.chars().count() >= 2 && head.topic.is_empty() {
                head.topic = rest.clone();
            }
        } else {
            head.kinds = words.kinds;
            if words.rest.chars().count() >= 4 {
                head.topic = words.rest;
            }
        }
        if head.group.is_empty() {
            head.group = words.group;
        }
    }
    let meaningful = head.when.is_some_and(|w| w != Err(Fault::NotADate)) || !head.kinds.is_empty();
    meaningful.then_some(head)
}

/// Reads the rows below a header until the table ends; gives the first row that is no longer its own.
fn body(view: &View, table: &mut Table, start: u32) -> u32 {
    let names: Vec<u32> = table.all(Concept::Name).iter().map(|c| c.index).collect();
    let mut row = start;
    // Where the table ended if no data follow: footers and single texts after it may open the next.
    let mut end = start;
    let mut pending: Vec<(u32, String)> = Vec::new();
    while row < view.sheet.rows() {
        if is_header(view, row) && (!same_header(view, table, row) || !pending.is_empty()) {
            break;
        }
        match view.line(row) {
            Line::Blank => {}
            Line::Legend | Line::Footer => {
                if pending.is_empty() {
                    end = row + 1;
                }
            }
            Line::Counts(_) => {
                if pending.is_empty() {
                    table.rows.push(Row::Counts(row));
                    end = row + 1;
                }
            }
            Line::Total => {
                table.rows.push(Row::Total(row));
                pending.clear();
                end = row + 1;
            }
            Line::Single(text) => {
                let alone_in_name = names.iter().any(|&c| !view.text(row, c).is_empty())
                    && is_person(view, &text)
                    && view.filled(row)[0].width == 1;
                if alone_in_name {
                    flush(&mut pending, table);
                    table.rows.push(Row::Data(row));
                    end = row + 1;
                } else {
                    pending.push((row, text));
                }
            }
            Line::Cells if pending.is_empty() && same_header(view, table, row) => end = row + 1,
            Line::Cells => {
                if !label_pairs(view, row).is_empty()
                    && !names.is_empty()
                    && names.iter().all(|&c| {
                        !is_person(view, &view.text(row, c))
                            || !view.vocabulary.heading(&view.filled(row)[0].text).is_empty()
                    })
                {
                    // The labels of the next table.
                    break;
                }
                flush(&mut pending, table);
                table.rows.push(Row::Data(row));
                end = row + 1;
            }
        }
        row += 1;
    }
    // What stands between this table's end and the next header opens the next table.
    end
}

/// A text alone was a section heading after all: data follow it.
fn flush(pending: &mut Vec<(u32, String)>, table: &mut Table) {
    table.rows.extend(pending.drain(..).map(|(row, text)| Row::Section(row, text)));
}

/// The header printed again, as at the top of each page.
fn same_header(view: &View, table: &Table, row: u32) -> bool {
    let filled = view.filled(row);
    filled.len() >= 2 && filled.iter().all(|f| view.text(table.header.0, f.col) == f.text)
}
