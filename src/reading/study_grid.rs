//! Study in a grid: members down; months or days across with the hours or points of each, or topics across, each with
//! a number or a tick.

use super::Sight;
use super::branch_rows;
use super::mark::Mark;
use super::name::looks_like_name;
use super::outline::{Column, Table};
use super::record::{BranchHint, Reading, StudyRow};
use super::study::report_without_month;
use super::view::View;
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::text::{Text, is_nothing, number, squash};
use crate::vocabulary::{Concept, TitleWord, TopicsOf};
use crate::when::When;

/// What a grid counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Hours,
    Points,
    /// Nothing: only ticks say who has studied a topic.
    Ticks,
}

/// The columns of a grid: those of months or days, where there are any, else those of topics.
pub fn columns<'a>(view: &View, table: &'a Table, unit: Unit) -> Vec<&'a Column> {
    let is_dated =
        |c: &&Column| c.session.as_ref().is_some_and(|s| s.kinds.is_empty() && matches!(s.when, Some(Ok(_))));
    // Ticks under an unknown heading look like marks of attendance; under this title they say who has studied it.
    let is_topic = |c: &&Column| {
        let is_free = match &c.session {
            Some(head) => head.when.is_none(),
            None => c.concepts.is_empty() || c.by_content && c.concepts.contains(&Concept::Mark),
        };
        // 应修学时 says how many are asked, of whatever topic.
        let is_asked = view.heading(&c.label).contains(&Concept::Hours);
        is_free && !is_asked && view.vocabulary.may_be_a_topic(&c.label)
    };
    let holds = |c: &&Column, fits: &dyn Fn(&str, u32) -> bool| {
        let rows: Vec<u32> = table.data().filter(|&r| !is_nothing(view.text(r, c.index))).collect();
        // A cell that does not fit is told where it stands.
        let odd = rows.iter().filter(|&&r| !fits(view.text(r, c.index), r)).count();
        !rows.is_empty() && odd * 3 <= rows.len()
    };
    let dated: Vec<&Column> = table.columns.iter().filter(is_dated).collect();
    let is_held = |c: &Column| c.session.is_some() && !is_topic(&c);
    if !dated.is_empty() || unit == Unit::Ticks && table.columns.iter().any(is_held) {
        let all = table.sessions().count() == dated.len();
        let numbers = dated.iter().any(|c| holds(c, &|t, _| number(t).is_some()));
        // 1 and 0 below a day may say who came.
        let is_day =
            |c: &&Column| c.session.as_ref().is_some_and(|s| matches!(s.when, Some(Ok(When::Day(_)))));
        let counts = |c: &&Column| {
            table.data().filter_map(|r| number(view.text(r, c.index))).any(|n| n != 0.0 && n != 1.0)
        };
        let amounts = !dated.iter().any(is_day) || dated.iter().any(counts);
        return if all && numbers && amounts && unit != Unit::Ticks { dated } else { Vec::new() };
    }
    let told = |c: &&Column| {
        let ticked =
            |r| matches!(view.word(r, c.index).mark(view.vocabulary), Some(Mark::Present | Mark::Absent));
        holds(c, &|t, r| ticked(r) && number(t).is_none() || number(t).is_some() && unit != Unit::Ticks)
    };
    let topics: Vec<&Column> = table.columns.iter().filter(is_topic).filter(told).collect();
    // 党史学习 beside other topics is one; 党课 and 集中学习 alone are meetings of which the day is missing. What stands
    // over all of them, 学习篇目及完成情况, makes none of them a meeting.
    let is_meeting = |c: &&Column| {
        c.session.is_some() && !view.as_word(&c.label).session(view.vocabulary).kinds.is_empty()
    };
    if topics.iter().all(is_meeting) { Vec::new() } else { topics }
}

/// The columns whose heading is a topic.
pub fn topics(sight: &Sight, table: &Table) -> Vec<u32> {
    let columns = columns(sight.view, table, of_sheet(sight, table));
    columns.iter().filter(|c| topic_of(c).is_some()).map(|c| c.index).collect()
}

/// The topic that a column of a grid is for; none for that of a month or a day.
fn topic_of(column: &Column) -> Option<&str> {
    let is_dated = column.session.as_ref().is_some_and(|head| head.when.is_some());
    (!is_dated).then_some(&*column.label)
}

/// When the study below a heading with a month or a day was, and on what or in which way, where it says so as well: 3月
/// over 自学.
fn dated(view: &View, column: &Column) -> (Option<When>, String, String) {
    let Some(head) = &column.session else { return Default::default() };
    let when = head.when.and_then(Result::ok);
    let said = &head.topic;
    match view.vocabulary.topics_of(said) {
        Some((_, TopicsOf::Form)) => (when, String::new(), said.clone()),
        _ if view.heading(&squash(said)).is_empty() && view.vocabulary.may_be_a_topic(said) => {
            (when, said.clone(), String::new())
        }
        _ => (when, String::new(), String::new()),
    }
}

/// Whether points are for whatever members do: 党员积分管理, where no title speaks of study.
pub fn is_of_conduct(view: &View, titles: &[String]) -> bool {
    let says = |word| titles.iter().any(|t| view.vocabulary.title_says(t, word));
    says(TitleWord::ConductPoints) && !says(TitleWord::Learning)
}

/// What a sheet about study counts, as its titles say, or the heading over its sums: 学时合计.
pub fn unit(view: &View, table: &Table, titles: &[String]) -> Option<Unit> {
    let says = |word| titles.iter().any(|t| view.vocabulary.title_says(t, word));
    if is_of_conduct(view, titles) {
        None
    } else if says(TitleWord::StudyPoints) {
        Some(Unit::Points)
    } else if says(TitleWord::StudyHours) {
        Some(Unit::Hours)
    } else {
        let by_sums = || match (table.has(Concept::Hours), table.has(Concept::Points)) {
            (true, false) => Unit::Hours,
            (false, true) => Unit::Points,
            _ => Unit::Ticks,
        };
        says(TitleWord::Study).then(by_sums)
    }
}

/// Whether a column holds the sums of the others in nearly all rows: 总分 behind the points of each month.
pub fn is_sum(view: &View, table: &Table, column: &Column, titles: &[String]) -> bool {
    let Some(unit) = unit(view, table, titles) else { return false };
    let parts: Vec<u32> = columns(view, table, unit).iter().map(|c| c.index).collect();
    if parts.is_empty() || parts.contains(&column.index) {
        return false;
    }
    let bears_out = |row: u32| {
        let sum: f64 = parts.iter().filter_map(|col| number(view.text(row, *col))).sum();
        Some((number(view.text(row, column.index))? - sum).abs() < 0.01)
    };
    let rows: Vec<bool> = table.data().filter_map(bears_out).collect();
    let borne_out = rows.iter().filter(|borne_out| **borne_out).count();
    borne_out > 0 && (rows.len() - borne_out) * 5 <= rows.len()
}

/// Points out the sums that the cells of their row do not come to.
fn check_sums(sight: &Sight, table: &Table, columns: &[&Column], reading: &mut Reading) {
    let view = sight.view;
    let sums = |c: &Concept| matches!(c, Concept::Statistic | Concept::Hours | Concept::Points);
    let titles = sight.context().naming();
    let is_one = |c: &&Column| c.concepts.iter().any(sums) && is_sum(view, table, c, &titles);
    for column in table.columns.iter().filter(is_one) {
        for row in table.data() {
            let Some(written) = number(view.text(row, column.index)) else { continue };
            let sum: f64 = columns.iter().filter_map(|c| number(view.text(row, c.index))).sum();
            if (written - sum).abs() >= 0.01 {
                let said = format!("{}{}", column.label, crate::text::plain(written));
                let told = format!("而按这一行的数字，合计是{}", crate::text::plain(sum));
                let place = view.cell(row, column.index);
                reading.issues.push(Issue::new(Code::CountMismatch, place, said, told));
            }
        }
    }
}

fn of_sheet(sight: &Sight, table: &Table) -> Unit {
    unit(sight.view, table, &sight.context().naming()).unwrap_or(Unit::Ticks)
}

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let Some(name_col) = table.column(Concept::Name).map(|c| c.index) else { return };
    let branches = branch_rows::of(sight, table, table.column(Concept::Branch).map(|c| c.index));
    let unit = of_sheet(sight, table);
    let around = sight.context().around();
    let of_sheet = around.year.zip(around.month).map(|(y, m)| When::Month(Month::new(y, m)));
    let before = reading.study.len();
    let columns = columns(view, table, unit);
    check_sums(sight, table, &columns, reading);
    report_blanks(sight, table, &columns, reading);
    for (row, named) in branches {
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
        let branch: Vec<BranchHint> = named.into_iter().chain(sight.context().branch()).collect();
        for column in &columns {
            let entry = Entry { name: &name, branch: &branch, of_sheet, unit };
            reading.study.extend(entry.read(sight, row, column, &mut reading.issues));
        }
    }
    report_without_month(sight, table, before, reading);
}

/// Points out a few cells that are blank where nearly all others have a number; where many are, blank is how the grid says
/// that nothing was studied.
fn report_blanks(sight: &Sight, table: &Table, columns: &[&Column], reading: &mut Reading) {
    /// Of so many cells one at most may be blank for it to be pointed out.
    const ONE_OF: usize = 8;
    let view = sight.view;
    let is_said = |row: &u32| columns.iter().any(|c| !view.seen(*row, c.index).is_empty());
    let cells = || table.data().filter(is_said).flat_map(|row| columns.iter().map(move |c| (row, c.index)));
    let blank: Vec<(u32, u32)> = cells().filter(|(row, col)| view.seen(*row, *col).is_empty()).collect();
    if let Some((row, col)) = blank.first()
        && blank.len() * ONE_OF <= cells().count()
    {
        let (place, count) = (view.cell(*row, *col), blank.len().to_string());
        reading.issues.push(Issue::new(Code::BlankAmount, place, count, "按没有学习计"));
    }
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
        let (when, topic, form) = match topic_of(column) {
            None => dated(view, column),
            Some(topic) => (self.of_sheet, topic.to_string(), String::new()),
        };
        match (amount, view.word(row, column.index).mark(view.vocabulary)) {
            (Some(0.0), _) => return None,
            (Some(amount), _) if amount > 0.0 => {}
            (None, Some(Mark::Present)) if !topic.is_empty() => {}
            (None, Some(Mark::Absent)) if !topic.is_empty() => return None,
            _ => {
                issues.push(Issue::new(Code::BadNumber, view.cell(row, column.index), text, ""));
                return None;
            }
        }
        let minutes = sight.in_minutes(&text, &column.heading);
        let hours = amount.filter(|_| self.unit == Unit::Hours);
        Some(StudyRow {
            but: Vec::new(),
            branch: self.branch.to_vec(),
            name: self.name.clone(),
            when,
            topic,
            hours: hours.map(|h| if minutes { h / 60.0 } else { h }),
            points: amount.filter(|_| self.unit == Unit::Points),
            form,
            at: view.at(row, column.index),
        })
    }
}
