//! Where the tables of a sheet lie: header bands, what is above, between and below.

use super::columns;
use super::header;
use super::infer;
use super::labels::{inline_labels, label_pairs, pairs_among_others};
use super::lexicon::LineWord;
use super::mark::Mark;
use super::name_rows;
use super::unheaded::{begins_to_count, unheaded_names};
use super::view::{Filled, Line, View};
use crate::book::Value;
use crate::text::is_han;
use crate::vocabulary::{Concept, Kind};
use crate::when::{Around, Fault, When};

/// A table as found: its rows by role, its columns.
#[derive(Debug, Clone)]
pub struct Table {
    /// Rows above the header that belong to this table.
    pub preamble: Vec<u32>,
    /// First and last row of the header band.
    pub header: (u32, u32),
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// The rows in which the header is printed again, as at the top of each page.
    pub reprinted: Vec<u32>,
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
    /// What is said of each session across: 主持人, 会议地点.
    Said(u32),
}

impl Row {
    fn index(&self) -> u32 {
        match self {
            Row::Data(row) | Row::Section(row, _) | Row::Total(row) | Row::Counts(row) | Row::Said(row) => {
                *row
            }
        }
    }
}

/// One column of a table.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub index: u32,
    /// The header's texts from top to bottom, joined.
    pub heading: String,
    /// The lowest of them.
    pub label: String,
    pub concepts: Vec<Concept>,
    /// What the header says of a session, where it says something.
    pub session: Option<SessionHead>,
    /// What stands over the label says of a session, where the label is a mark or a word for those who came or did not:
    /// the column may be one of several that are ticked.
    pub over: Option<SessionHead>,
    /// The mark that a tick in the column stands for; see `ticks`.
    pub stands_for: Option<Mark>,
    /// The row of the lowest header cell.
    pub row: u32,
    /// Rows of the header that say nothing over this column, for which the cell to the left counts.
    pub carried: Vec<u32>,
    /// The heading is not known: what the column holds was told by its content.
    pub by_content: bool,
}

impl Column {
    /// A column that the clerk has said to be of some concept, whatever stands over it.
    pub fn pinned(index: u32, row: u32, heading: &str, concepts: &[Concept]) -> Column {
        let (heading, label) = (heading.to_string(), heading.to_string());
        Column { index, heading, label, concepts: concepts.to_vec(), row, ..Column::default() }
    }

    /// A column with nothing over it, of which the content tells what it is.
    pub fn by_content(index: u32, row: u32, concept: Concept) -> Column {
        Column { index, row, concepts: vec![concept], by_content: true, ..Column::default() }
    }
}

/// A header that stands for a session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionHead {
    pub when: Option<Result<When, Fault>>,
    /// The date's text and its cell.
    pub date_text: String,
    pub date_row: u32,
    pub weekday_differs: bool,
    /// The row that names the kinds.
    pub kind_row: Option<u32>,
    pub kinds: Vec<Kind>,
    pub group: String,
    pub topic: String,
}

/// Columns whose headings are said again: where each time begins, and how many columns it has.
struct Repeated {
    starts: Vec<u32>,
    width: u32,
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

    /// The column of names that a column of marks belongs to: with several side by side, the nearest on its left.
    pub fn name_for(&self, col: u32) -> Option<u32> {
        let names = self.all(Concept::Name);
        names.iter().rev().find(|n| n.index < col).or(names.first()).map(|n| n.index)
    }

    /// The lists that stand side by side under one header that says its headings again, each with the columns of its
    /// own; else the table alone. A running number may stand before the first list only.
    pub fn side_by_side(&self) -> Vec<Table> {
        let Some(Repeated { starts, .. }) = self.repeated(Concept::Name) else { return vec![self.clone()] };
        let own = |i: usize, col: u32| {
            let from = if i == 0 { 0 } else { starts[i] };
            (from..starts.get(i + 1).copied().unwrap_or(u32::MAX)).contains(&col)
        };
        (0..starts.len()).map(|i| self.of_columns(|col| own(i, col))).collect()
    }

    /// The table once for each time that its rows say something again, 主题 | 学时 | 主题 | 学时 behind one name: with the
    /// columns around them; else the table alone.
    pub fn said_again(&self, concept: Concept) -> Vec<Table> {
        let Some(Repeated { starts, width }) = self.repeated(concept) else { return vec![self.clone()] };
        let repeated = starts[0]..starts[starts.len() - 1] + width;
        let own = |start: u32, col: u32| !repeated.contains(&col) || (start..start + width).contains(&col);
        starts.iter().map(|start| self.of_columns(|col| own(*start, col))).collect()
    }

    fn of_columns(&self, is_own: impl Fn(u32) -> bool) -> Table {
        // Field by field: a sheet of thousands of columns may be taken apart into as many tables.
        Table {
            preamble: self.preamble.clone(),
            header: self.header,
            columns: self.columns.iter().filter(|c| is_own(c.index)).cloned().collect(),
            rows: self.rows.clone(),
            reprinted: self.reprinted.clone(),
        }
    }

    /// Where headings are said again from left to right, each time with a column of a concept among them.
    fn repeated(&self, concept: Concept) -> Option<Repeated> {
        let places: Vec<u32> = self.all(concept).iter().map(|c| c.index).collect();
        let [first, second, ..] = places[..] else { return None };
        let width = second - first;
        let heading = |col: u32| self.columns.iter().find(|c| c.index == col).map_or("", |c| &c.label);
        let is_again = |col: &u32| !heading(*col).is_empty() && heading(*col) == heading(col + width);
        let lead = (0..first).rev().take(width as usize - 1).take_while(is_again).count() as u32;
        let is_even = places.windows(2).all(|pair| pair[1] - pair[0] == width);
        let all_again = (first..second - lead).all(|col| heading(col) == heading(col + width));
        let starts = || places.iter().map(|place| place - lead).collect();
        (width >= 2 && is_even && all_again).then(|| Repeated { starts: starts(), width })
    }

    pub fn sessions(&self) -> impl Iterator<Item = (&Column, &SessionHead)> {
        self.columns.iter().filter_map(|c| c.session.as_ref().map(|s| (c, s)))
    }

    /// Whether the header is printed again somewhere above a row of the table.
    pub fn is_reprinted_before(&self, row: u32) -> bool {
        self.reprinted.iter().any(|header| *header < row)
    }

    /// The lowest row that belongs to the table.
    pub fn last_row(&self) -> u32 {
        self.rows.iter().map(Row::index).max().unwrap_or(self.header.1)
    }

    /// The rows that say something of each session across.
    pub fn said(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.iter().filter_map(|r| if let Row::Said(row) = r { Some(*row) } else { None })
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
        if let Some((columns, people)) = header::grid_of_names(view, row).filter(|_| view.pin.is_none()) {
            let preamble = std::mem::take(&mut preamble);
            let last = people.last().copied().unwrap_or(row);
            let rows = people.into_iter().map(Row::Data).collect();
            let reprinted = Vec::new();
            tables.push(Table { preamble, header: (row, row), columns, rows, reprinted });
            row = last + 1;
            continue;
        }
        if !view.is_header(row) {
            preamble.push(row);
            row += 1;
            continue;
        }
        let (first, last) = header::band(view, row, &mut preamble);
        // What stands above the first table holds for those below it too.
        let above: Vec<u32> =
            preamble.iter().chain(tables.first().map_or(&[][..], |t: &Table| &t.preamble)).copied().collect();
        let around = around(&above);
        let columns = columns::read(view, first, last, around);
        let mut table = Table {
            preamble: std::mem::take(&mut preamble),
            header: (first, last),
            columns,
            rows: Vec::new(),
            reprinted: Vec::new(),
        };
        infer::misheaded(view, &mut table);
        row = last + 1;
        let end = body(view, &mut table, row);
        row = end;
        infer::columns(view, &mut table);
        tables.extend(by_day(view, table));
    }
    tables
}

/// The lists of a table in which rows of their own say of which session the names below are: `3月5日 主题党日`.
fn by_day(view: &View, table: Table) -> Vec<Table> {
    let tells_day = |row: &Row| {
        let Row::Section(row, _) = row else { return false };
        view.filled(*row).first().is_some_and(|f| f.date().is_some())
    };
    let is_list = table.has(Concept::Name) && table.sessions().next().is_none();
    let is_of_days = table.rows.first().is_some_and(tells_day)
        && table.rows.iter().all(|row| tells_day(row) || !matches!(row, Row::Section(..)));
    if !is_list || !is_of_days {
        return vec![table];
    }
    let mut lists: Vec<Table> = Vec::new();
    for row in &table.rows {
        match (row, lists.last_mut()) {
            (Row::Section(at, _), _) => {
                let preamble = table.preamble.iter().copied().chain([*at]).collect();
                lists.push(Table { preamble, rows: Vec::new(), ..table.clone() });
            }
            (_, Some(list)) => list.rows.push(row.clone()),
            _ => {}
        }
    }
    lists
}

/// Reads the rows below a header until the table ends; gives the first row that is no longer its own.
fn body(view: &View, table: &mut Table, start: u32) -> u32 {
    let names: Vec<u32> = table.all(Concept::Name).iter().map(|c| c.index).collect();
    let mut row = start;
    // Where the table ended if no data follow: footers and single texts after it may open the next.
    let mut end = start;
    let mut pending: Vec<(u32, String)> = Vec::new();
    while row < view.sheet.rows() {
        let again = same_header(view, table, row);
        // Below a title, what stands over 1, 2 and 3 heads a list, though it could be somebody's name.
        let begins = || !pending.is_empty() && begins_to_count(view, row);
        let is_of_list = || header::heads_marks(view, row) || begins() || !is_somebodys(view, &names, row);
        let goes_on = || {
            counts_on(view, table, row)
                || tells_meeting(view, table, row) > 1
                || says_of_sessions(view, table, &names, row)
        };
        let opens = view.is_header(row) && (again || is_of_list() && !goes_on());
        if opens && (!again || !pending.is_empty()) || !pending.is_empty() && tells_day(view, &names, row) {
            break;
        }
        match view.line(row) {
            Line::Blank => {}
            Line::Footer if is_post_of_somebody(view, table, &names, row) => {
                flush(&mut pending, table);
                table.rows.push(Row::Data(row));
                end = row + 1;
            }
            Line::Legend | Line::Footer => {
                if pending.is_empty() {
                    end = row + 1;
                }
            }
            Line::Counts(_) if names.is_empty() && tells_meeting(view, table, row) > 0 => {
                flush(&mut pending, table);
                table.rows.push(Row::Data(row));
                end = row + 1;
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
                let (col, width) = view.filled(row).first().map_or((0, 1), |f| (f.col, f.width));
                let alone_in_name = names.contains(&col) && view.is_person(text) && width == 1;
                // A mark or an amount whose name was left out is a row that lacks something, not a heading.
                let alone_in_mark = !names.is_empty()
                    && table.columns.iter().filter(|c| c.index == col).any(|c| {
                        let counts = |c: &Concept| matches!(c, Concept::Hours | Concept::Points);
                        let marks = c.session.is_some() || c.concepts.contains(&Concept::Mark);
                        marks && view.vocabulary.mark(text).is_some()
                            || c.concepts.iter().any(counts) && crate::text::number(text).is_some()
                    });
                // One more of the absent, in a row of a log that says nothing else; a section begins further left.
                let is_of_people = |c: &Concept| {
                    use Concept::*;
                    matches!(c, OnLeave | Absent | Absentees | Attendees | LateList)
                };
                let alone_in_people = width == 1
                    && table
                        .columns
                        .iter()
                        .skip(1)
                        .any(|c| c.index == col && c.concepts.iter().any(is_of_people));
                if alone_in_name || alone_in_mark || alone_in_people {
                    flush(&mut pending, table);
                    table.rows.push(Row::Data(row));
                    end = row + 1;
                } else {
                    pending.push((row, text.clone()));
                }
            }
            Line::Cells if sums_up(view, &names, row) => {
                table.rows.push(Row::Total(row));
                pending.clear();
                end = row + 1;
            }
            Line::Cells if says_of_sessions(view, table, &names, row) => {
                flush(&mut pending, table);
                table.rows.push(Row::Said(row));
                end = row + 1;
            }
            Line::Cells if pending.is_empty() && again => {
                table.reprinted.push(row);
                end = row + 1;
            }
            Line::Cells => {
                let first = &view.filled(row)[0];
                let is_nobodys = !names.is_empty()
                    && names.iter().all(|&c| {
                        !view.word(row, c).is_person(view.vocabulary)
                            || !first.heading(view.vocabulary).is_empty()
                    });
                let is_of_a_session = |c: &Concept| {
                    matches!(
                        c,
                        Concept::Date | Concept::Place | Concept::Host | Concept::Topic | Concept::Kind
                    )
                };
                let begins_labels = || {
                    let labels = pairs_among_others(view, row);
                    labels
                        .first()
                        .is_some_and(|l| l.left == first.col && l.concepts.iter().any(is_of_a_session))
                };
                let is_labelled = || {
                    !label_pairs(view, row).is_empty()
                        || begins_labels()
                        || !inline_labels(view, row, first.col).is_empty()
                        || name_rows::beside(view, row).is_some()
                };
                if is_nobodys && (is_labelled() || heads_a_header(view, row)) {
                    // The labels of the next table, or of a note below this one.
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

/// Whether a row has the number behind that of the row before it: then it is one of them, whatever its words could head.
fn counts_on(view: &View, table: &Table, row: u32) -> bool {
    let Some(col) = table.column(Concept::Seq).map(|c| c.index) else { return false };
    let number = |row: u32| crate::text::number(view.text(row, col));
    let before = table.data().last().map_or(Some(0.0), number);
    before.zip(number(row)).is_some_and(|(before, number)| number == before + 1.0)
}

/// How many of the columns that tell of a meeting, its day, its kind and how many came, a row has filled as the rows of
/// the table do; none where it has one of them filled otherwise. 全员到会 could head people, and `应到9人，实到8人` stand below
/// a list: such a row is a meeting still.
fn tells_meeting(view: &View, table: &Table, row: u32) -> usize {
    let fits = |concept: &Concept, col: u32| {
        let word = view.word(row, col);
        match (concept, view.sheet.value(row, col)) {
            (Concept::Date, Value::Date(_) | Value::Number(_)) => true,
            (Concept::Date, _) => word.date().is_some(),
            (Concept::Kind, _) => !word.session(view.vocabulary).kinds.is_empty(),
            _ => word.is_number(),
        }
    };
    let told = [Concept::Date, Concept::Kind, Concept::Due, Concept::Came];
    let told: Vec<bool> = told.iter().filter_map(|c| Some(fits(c, table.column(*c)?.index))).collect();
    if table.has(Concept::Date) && told.iter().all(|fits| *fits) { told.len() } else { 0 }
}

/// Whether a row names nobody and says the same of each session across: `主持人 | 张三 | 李四`.
fn says_of_sessions(view: &View, table: &Table, names: &[u32], row: u32) -> bool {
    let [label, said @ ..] = view.filled(row) else { return false };
    let is_across = |f: &Filled| table.sessions().any(|(column, _)| column.index == f.col);
    names.iter().any(|&col| col >= label.col)
        && label.heading(view.vocabulary).first().is_some_and(|concept| SAID.contains(concept))
        && !said.is_empty()
        && said.iter().all(is_across)
}

/// What a row may say of each session.
const SAID: [Concept; 5] = [Concept::Host, Concept::Place, Concept::Topic, Concept::Recorder, Concept::Note];

/// Whether 合计 stands where names do, with nothing but numbers in the other columns, on either side.
fn sums_up(view: &View, names: &[u32], row: u32) -> bool {
    let is_total = |f: &Filled| f.line(view.vocabulary) == Some(LineWord::Total);
    // Hardly any row: so that is asked first.
    names.iter().any(|&col| view.word(row, col).line(view.vocabulary) == Some(LineWord::Total))
        && view.filled(row).iter().all(|f| match names.contains(&f.col) {
            true => is_total(f),
            false => crate::text::number(&f.text).is_some(),
        })
}

/// 基本信息 and 党内信息 right above a header, each over the first of its columns.
fn heads_a_header(view: &View, row: u32) -> bool {
    let is_over = |f: &Filled| {
        !view.text(row + 1, f.col).is_empty()
            && f.text.contains(is_han)
            && f.mark(view.vocabulary).is_none()
            && f.date().is_none()
    };
    view.filled(row).iter().all(is_over) && view.is_header(row + 1)
}

/// Whether a row below a title says of which day the next list is, with labels that need not be known: where names stand it
/// names nobody. A day alone begins a part of the list.
fn tells_day(view: &View, names: &[u32], row: u32) -> bool {
    let filled = view.filled(row);
    let is_day = |f: &Filled| f.date().is_some_and(|date| date.is_day() && date.is_all());
    let names_nobody = |col: &u32| !view.word(row, *col).is_person(view.vocabulary);
    filled.len() >= 2
        && !names.is_empty()
        && names.iter().all(names_nobody)
        && filled.windows(2).any(|pair| is_day(&pair[1]) && pair[0].date().is_none() && !pair[0].is_number())
}

/// Whether a row that looks like a header without 姓名 is that of a member: 出席, 学习 and # head columns too.
fn is_somebodys(view: &View, names: &[u32], row: u32) -> bool {
    let is_person = |col: &u32| view.word(row, *col).is_person(view.vocabulary);
    let of = unheaded_names(view, row).filter(|col| names.contains(col));
    let may_be_mark = |f: &Filled| {
        f.mark(view.vocabulary).is_some() || f.heading(view.vocabulary).is_empty() || !f.text.contains(is_han)
    };
    of.is_some_and(|col| is_person(&col))
        || names.iter().any(is_person) && view.filled(row).iter().all(may_be_mark)
}

/// Whether a row that begins with a post, as where those sign who are responsible, is that of a member: a name stands
/// where names do, and the post where posts do or with more beside it than a signature has.
fn is_post_of_somebody(view: &View, table: &Table, names: &[u32], row: u32) -> bool {
    let filled = view.filled(row);
    let is_post = |f: &&Filled| view.vocabulary.is_committee_post(&f.text) && !names.contains(&f.col);
    let Some(post) = filled.first().filter(is_post) else { return false };
    let under_posts =
        table.columns.iter().any(|c| c.index == post.col && c.concepts.contains(&Concept::Post));
    let is_named = names.iter().any(|&col| view.word(row, col).is_person(view.vocabulary));
    is_named && (under_posts || filled.len() >= 4)
}

/// A text alone was a section heading after all: data follow it.
fn flush(pending: &mut Vec<(u32, String)>, table: &mut Table) {
    table.rows.extend(pending.drain(..).map(|(row, text)| Row::Section(row, text)));
}

/// The header printed again, as at the top of each page.
fn same_header(view: &View, table: &Table, row: u32) -> bool {
    let filled = view.filled(row);
    let (first, last) = table.header;
    let stands = |f: &Filled| (first..=last).any(|header| view.text(header, f.col) == &*f.text);
    filled.len() >= 2 && filled.iter().all(stands)
}
