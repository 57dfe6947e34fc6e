//! A study plan in a grid: months or quarters on one side, and at each its topics, or ticks beside the topic of the row.

use super::Sight;
use super::mark::Mark;
use super::months;
use super::outline::{Column, Table};
use super::plan::{self, Shared};
use super::record::{PlanRow, Reading};
use super::unheaded::{below, people_below};
use super::view::{Filled, View};
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::text::{is_han, is_nothing};
use crate::vocabulary::{Concept, TopicsOf, Vocabulary};
use crate::when::When;

/// Fewer months or quarters may be anything.
const LEAST: usize = 3;

/// A topic has as many characters.
const SHORTEST_TOPIC: usize = 3;

/// Most people's names have at most as many.
const LONGEST_NAME: usize = 3;

/// Whether a row is the header of such a grid: months across behind another heading, or a heading over months down; and
/// topics where they meet, or ticks beside topics.
pub fn is_header(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    let Some((first, others)) = filled.split_first() else { return false };
    let across: Vec<&Filled> = others.iter().filter(|f| f.is_months()).collect();
    let is_across = across.len() >= LEAST && !first.is_months();
    let heads_times = |c: &Concept| matches!(c, Concept::Month | Concept::Date);
    let may_be_down = others.len() >= 2 && first.heading(view.vocabulary).iter().any(heads_times);
    if !is_across && !may_be_down {
        return false;
    }
    let times = |f: &Filled| below(view, row).filter(|r| view.word(*r, f.col).is_months()).count();
    // 自学 could be somebody's name, but a list of people has several, and no other heading over them.
    let may_head_people = |f: &&Filled| {
        let concepts = f.heading(view.vocabulary);
        !f.is_months() && (concepts.is_empty() || concepts.contains(&Concept::Name))
    };
    if filled.iter().filter(may_head_people).any(|f| people_below(view, row, f.col) >= 2) {
        return false;
    }
    let holds =
        |f: &&Filled, sort: fn(&View, u32, u32) -> bool| below(view, row).any(|r| sort(view, r, f.col));
    if is_across {
        let heads_topics = filled.iter().any(|f| f.heading(view.vocabulary).contains(&Concept::Topic));
        return across.iter().any(|f| holds(f, is_topic) || heads_topics && holds(f, is_tick));
    }
    times(first) >= LEAST && others.iter().filter(|f| holds(f, is_topic)).count() >= 2
}

fn is_topic(view: &View, row: u32, col: u32) -> bool {
    let word = view.word(row, col);
    let length = word.text.chars().filter(|c| is_han(*c)).count();
    // 选集第三卷 could be a name as well, and is none of the usual length.
    let is_name = length <= LONGEST_NAME && word.is_person(view.vocabulary);
    length >= SHORTEST_TOPIC && !is_name && word.mark(view.vocabulary).is_none() && !word.is_months()
}

fn is_tick(view: &View, row: u32, col: u32) -> bool {
    view.word(row, col).mark(view.vocabulary) == Some(Mark::Present)
}

/// Which side of a grid the months are on.
enum Grid<'t> {
    Across(Vec<(&'t Column, Month)>),
    /// The column of months, and those of topics.
    Down(u32, Vec<&'t Column>),
}

fn grid<'t>(view: &View, table: &'t Table, year: i32) -> Option<Grid<'t>> {
    let at_label = |c: &'t Column| Some((c, months::read(&c.label, year)?.0));
    let across: Vec<(&Column, Month)> = table.columns.iter().filter_map(at_label).collect();
    let holds = |col: u32, sort: fn(&View, u32, u32) -> bool| table.data().any(|row| sort(view, row, col));
    if across.len() >= LEAST {
        let is_told = across
            .iter()
            .any(|(c, _)| holds(c.index, is_topic) || table.has(Concept::Topic) && holds(c.index, is_tick));
        return is_told.then_some(Grid::Across(across));
    }
    let months = table.column(Concept::Month).or(table.column(Concept::Date))?.index;
    let times = table.data().filter(|row| view.seen_word(*row, months).is_months()).count();
    let is_undated = |c: &&Column| match &c.session {
        Some(head) => head.when.is_none(),
        None => c.concepts.is_empty() || c.by_content,
    };
    let topics = match of_several(view, table) {
        Some(several) => several,
        // 第一周 and 第二周 hold topics alike, whichever of them was taken for the only one.
        None if table.all(Concept::Topic).iter().any(|c| !months::is_within_one(&c.label)) => return None,
        None => table.columns.iter().filter(is_undated).filter(|c| holds(c.index, is_topic)).collect(),
    };
    (times >= LEAST && topics.len() >= 2).then_some(Grid::Down(months, topics))
}

/// Columns of topics each of which is of topics of its own, 集中学习内容 and 自学内容; 学习专题 and 学习内容 are two words
/// for one.
fn of_several<'t>(view: &View, table: &'t Table) -> Option<Vec<&'t Column>> {
    let columns: Vec<&Column> = table.all(Concept::Topic).into_iter().filter(|c| !c.by_content).collect();
    let of = |c: &&Column| view.vocabulary.topics_of(&c.label).map(|(word, _)| word);
    let mut words = columns.iter().map(of).collect::<Option<Vec<&str>>>()?;
    words.sort_unstable();
    words.dedup();
    (words.len() == columns.len() && words.len() >= 2).then_some(columns)
}

/// Whether a table is such a grid.
pub fn is_one(view: &View, table: &Table) -> bool {
    grid(view, table, months::ANY_YEAR).is_some()
}

/// The columns in which its topics stand.
pub fn topics(view: &View, table: &Table) -> Vec<u32> {
    match grid(view, table, months::ANY_YEAR) {
        Some(Grid::Across(columns)) => columns.iter().map(|(c, _)| c.index).collect(),
        Some(Grid::Down(_, columns)) => columns.iter().map(|c| c.index).collect(),
        None => Vec::new(),
    }
}

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let Some(year) = sight.context().around().year else {
        let first = view.cell(table.header.0, table.columns.first().map_or(0, |c| c.index));
        reading.issues.push(Issue::new(Code::NoYear, first, "计划", "这张计划没有采用"));
        return;
    };
    match grid(view, table, year) {
        Some(Grid::Across(columns)) => across(sight, table, &columns, reading),
        Some(Grid::Down(months, columns)) => down(sight, table, (months, year), &columns, reading),
        None => {}
    }
}

fn across(sight: &Sight, table: &Table, columns: &[(&Column, Month)], reading: &mut Reading) {
    let view = sight.view;
    let quarters = columns
        .iter()
        .filter(|(c, _)| months::read(&c.label, months::ANY_YEAR).is_some_and(|(_, spans)| spans));
    for (column, last) in quarters {
        let place = view.cell(column.row, column.index);
        reading.issues.push(Issue::new(Code::SpanOfMonths, place, &column.label, last.to_string()));
    }
    for row in table.data() {
        let shared = plan::shared(sight, table, row, reading);
        let beside = category(sight, table, row);
        for (column, month) in columns {
            let merge = view.sheet.merge_at(row, column.index);
            let covered = columns.iter().rev().find(|(c, _)| merge.is_some_and(|m| m.last.col == c.index));
            let last = covered.map_or(*month, |(_, last)| *last);
            let cell = Cell { table, row, column, category: &beside, shared: &shared };
            if cell.read(sight, last, reading) && last != *month {
                let (place, text) = (view.cell(row, column.index), view.seen(row, column.index));
                reading.issues.push(Issue::new(Code::SpanOfMonths, place, text, last.to_string()));
            }
        }
    }
}

fn down(
    sight: &Sight,
    table: &Table,
    (months, year): (u32, i32),
    columns: &[&Column],
    reading: &mut Reading,
) {
    let view = sight.view;
    for row in table.data() {
        let (place, text) = (view.cell(row, months), view.seen(row, months));
        let Some((month, spans)) = months::read(&text, year) else {
            if columns.iter().any(|c| !is_nothing(view.text(row, c.index))) {
                reading.issues.push(Issue::new(Code::UnknownDate, place, text, "这一行没有采用"));
            }
            continue;
        };
        let shared = plan::shared(sight, table, row, reading);
        for column in columns {
            let cell = Cell { table, row, column, category: &column.label, shared: &shared };
            cell.read(sight, month, reading);
        }
        if spans {
            reading.issues.push(Issue::new(Code::SpanOfMonths, place, text, month.to_string()));
        }
    }
}

/// A cell where a month and a category meet.
struct Cell<'a> {
    table: &'a Table,
    row: u32,
    column: &'a Column,
    category: &'a str,
    shared: &'a Shared,
}

impl Cell<'_> {
    /// Reads the topic of a cell, and tells whether there is one.
    fn read(&self, sight: &Sight, month: Month, reading: &mut Reading) -> bool {
        let (view, row, col) = (sight.view, self.row, self.column.index);
        let text = sight.wording(row, Some(col));
        // What is merged is read once, in its first cell.
        if text.is_empty() || view.text(row, col).is_empty() {
            return false;
        }
        let of_row = sight.topic(self.table, row);
        let topic = match is_tick(view, row, col) && !of_row.is_empty() {
            true => of_row,
            false if is_topic(view, row, col) || self.column.concepts.contains(&Concept::Topic) => text,
            false => {
                reading.issues.push(Issue::new(Code::UnknownValue, view.cell(row, col), text, "学习主题"));
                return false;
            }
        };
        let Shared { branch, mut category, hours, mut form, audience } = self.shared.clone();
        let of = match view.vocabulary.topics_of(self.category) {
            Some((_, TopicsOf::Form)) if self.column.label == self.category => &mut form,
            _ => &mut category,
        };
        if of.is_empty() {
            *of = without_topic(self.category, sight.view.vocabulary);
        }
        let (month, at) = (When::Month(month), view.at(row, col));
        reading.plan.push(PlanRow { branch, month, topic, category, hours, form, audience, at });
        true
    }
}

/// What a heading over topics is of, 集中学习 of 集中学习内容; nothing where it only says when in a month.
fn without_topic(heading: &str, vocabulary: &Vocabulary) -> String {
    if months::is_within_one(heading) {
        return String::new();
    }
    vocabulary.without_heading(heading, Concept::Topic).to_string()
}

/// What stands before the months beside the topic: 集中学习, 自学.
fn category(sight: &Sight, table: &Table, row: u32) -> String {
    let names_it = |c: &&Column| {
        let said = c.concepts.first();
        let is_other =
            matches!(said, Some(Concept::Seq | Concept::Topic | Concept::Branch | Concept::Audience));
        !is_other && months::read(&c.label, months::ANY_YEAR).is_none()
    };
    let found = table
        .columns
        .iter()
        .take_while(|c| months::read(&c.label, months::ANY_YEAR).is_none())
        .find(names_it);
    let text = found.map(|c| sight.view.seen(row, c.index));
    text.filter(|t| !is_nothing(t) && t.parse::<f64>().is_err()).map(|t| t.to_string()).unwrap_or_default()
}
