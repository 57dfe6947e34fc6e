//! Study in a grid: members down; months across with the hours or points of each, or topics across, each with a
//! number or a tick.

use super::Sight;
use super::mark::Mark;
use super::name::looks_like_name;
use super::outline::{Column, Table};
use super::record::{BranchHint, Reading, StudyRow};
use super::study::report_without_month;
use super::view::View;
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::text::{Text, is_nothing, number};
use crate::vocabulary::{Concept, TitleWord};
use crate::when::When;

/// What a grid counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Hours,
    Points,
    /// Nothing: only ticks say who has studied a topic.
    Ticks,
}

/// The columns of a grid: those of months, where there are any, else those of topics.
pub fn columns<'a>(view: &View, table: &'a Table, unit: Unit) -> Vec<&'a Column> {
    let is_month = |c: &&Column| {
        c.session.as_ref().is_some_and(|s| s.kinds.is_empty() && matches!(s.when, Some(Ok(When::Month(_)))))
    };
    // Ticks under an unknown heading look like marks of attendance; under this title they say who has studied it.
    let is_topic = |c: &&Column| {
        let is_free = match &c.session {
            Some(head) => head.when.is_none(),
            None => c.concepts.is_empty() || c.by_content,
        };
        is_free && view.vocabulary.may_be_a_topic(&c.label)
    };
    let holds = |c: &&Column, fits: &dyn Fn(&str, u32) -> bool| {
        let rows: Vec<u32> = table.data().filter(|&r| !is_nothing(view.text(r, c.index))).collect();
        // A cell that does not fit is told where it stands.
        let odd = rows.iter().filter(|&&r| !fits(view.text(r, c.index), r)).count();
        !rows.is_empty() && odd * 3 <= rows.len()
    };
    let months: Vec<&Column> = table.columns.iter().filter(is_month).collect();
    let is_held = |c: &Column| c.session.is_some() && !is_topic(&c);
    if !months.is_empty() || unit == Unit::Ticks && table.columns.iter().any(is_held) {
        let all = table.sessions().count() == months.len();
        let numbers = months.iter().any(|c| holds(c, &|t, _| number(t).is_some()));
        return if all && numbers && unit != Unit::Ticks { months } else { Vec::new() };
    }
    let told = |c: &&Column| {
        let ticked =
            |r| matches!(view.word(r, c.index).mark(view.vocabulary), Some(Mark::Present | Mark::Absent));
        holds(c, &|t, r| ticked(r) && number(t).is_none() || number(t).is_some() && unit != Unit::Ticks)
    };
    let topics: Vec<&Column> = table.columns.iter().filter(is_topic).filter(told).collect();
    // 党史学习 beside other topics is one; 党课 and 集中学习 alone are meetings of which the day is missing.
    if topics.iter().all(|c| c.session.is_some()) { Vec::new() } else { topics }
}

/// The columns whose heading is a topic.
pub fn topics(sight: &Sight, table: &Table) -> Vec<u32> {
    let columns = columns(sight.view, table, of_sheet(sight));
    columns.iter().filter(|c| topic_of(c).is_some()).map(|c| c.index).collect()
}

/// The topic that a column of a grid is for; none for that of a month.
fn topic_of(column: &Column) -> Option<&str> {
    let is_dated = column.session.as_ref().is_some_and(|head| head.when.is_some());
    (!is_dated).then_some(&*column.label)
}

/// What a sheet about study counts, as its titles say.
pub fn unit(view: &View, titles: &[String]) -> Option<Unit> {
    let says = |word| titles.iter().any(|t| view.vocabulary.title_says(t, word));
    if says(TitleWord::StudyPoints) {
        Some(Unit::Points)
    } else if says(TitleWord::StudyHours) {
        Some(Unit::Hours)
    } else {
        says(TitleWord::Study).then_some(Unit::Ticks)
    }
}

fn of_sheet(sight: &Sight) -> Unit {
    unit(sight.view, &sight.context().naming()).unwrap_or(Unit::Ticks)
}

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let Some(name_col) = table.column(Concept::Name).map(|c| c.index) else { return };
    let branch_col = table.column(Concept::Branch).map(|c| c.index);
    let unit = of_sheet(sight);
    let around = sight.context().around();
    let of_sheet = around.year.zip(around.month).map(|(y, m)| When::Month(Month::new(y, m)));
    let before = reading.study.len();
    let columns = columns(view, table, unit);
    for row in table.data().filter(|&r| !view.is_struck(r)) {
        let name = view.cited(row, name_col);
        if is_nothing(&name.value) {
            let told = |c: &&Column| !is_nothing(view.text(row, c.index));
            if columns.iter().any(told) {
                reading.issues.push(Issue::new(Code::MarkWithoutName, view.cell(row, name_col), "", ""));
            }
            continue;
        }
        if !looks_like_name(&name.value) {
            let odd = Issue::new(Code::UnknownValue, view.cell(row, name_col), name.value, "姓名");
            reading.issues.push(odd);
            continue;
        }
        let named = branch_col.map(|c| view.cited(row, c)).filter(|b| !is_nothing(&b.value));
        let branch: Vec<BranchHint> =
            named.map(BranchHint::Name).into_iter().chain(sight.context().branch()).collect();
        for column in &columns {
            let entry = Entry { name: &name, branch: &branch, of_sheet, unit };
            reading.study.extend(entry.read(sight, row, column, &mut reading.issues));
        }
    }
    report_without_month(sight, table, before, reading);
}

struct Entry<'a> {
    name: &'a Cited<Text>,
    branch: &'a [BranchHint],
    of_sheet: Option<When>,
    unit: Unit,
}

impl Entry<'_> {
    /// What one cell says; nothing where it is empty, says that nothing was studied, or cannot be used.
    fn read(&self, sight: &Sight, row: u32, column: &Column, issues: &mut Vec<Issue>) -> Option<StudyRow> {
        let view = sight.view;
        let text = view.seen(row, column.index);
        if is_nothing(&text) {
            return None;
        }
        let amount = number(&text);
        let (when, topic) = match topic_of(column) {
            None => (column.session.as_ref().and_then(|head| head.when?.ok()), String::new()),
            Some(topic) => (self.of_sheet, topic.to_string()),
        };
        match (amount, view.word(row, column.index).mark(view.vocabulary)) {
            (Some(0.0), _) => return None,
            (Some(_), _) => {}
            (None, Some(Mark::Present)) if !topic.is_empty() => {}
            (None, Some(Mark::Absent)) if !topic.is_empty() => return None,
            (None, _) => {
                issues.push(Issue::new(Code::BadNumber, view.cell(row, column.index), text, ""));
                return None;
            }
        }
        let minutes = sight.in_minutes(&text, &column.heading);
        let hours = amount.filter(|_| self.unit == Unit::Hours);
        Some(StudyRow {
            branch: self.branch.to_vec(),
            name: self.name.clone(),
            when,
            topic,
            hours: hours.map(|h| if minutes { h / 60.0 } else { h }),
            points: amount.filter(|_| self.unit == Unit::Points),
            form: String::new(),
            at: view.at(row, column.index),
        })
    }
}
