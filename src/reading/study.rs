//! Study records: one row a person, or a person a topic.

use std::collections::HashSet;

use super::branch_rows;
use super::fields::fault_issue;
use super::mark::Mark;
use super::name::looks_like_name;
use super::outline::{Column, Table};
use super::record::{Reading, StudyRow};
use super::runs::{Holds, Runs};
use super::view::View;
use super::{Sight, report_other_months};
use crate::address::{Address, Cited};
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing, squash};
use crate::vocabulary::Concept;
use crate::when::When;

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let from = reading.issues.len();
    let under = under_topics(sight.view, table);
    let parts = match under.is_empty() {
        true => table.said_again(Concept::Topic).into_iter().map(|part| (String::new(), part)).collect(),
        false => under,
    };
    parts.iter().for_each(|(over, part)| read_part(sight, part, over, reading));
    if parts.len() > 1 {
        // What is wrong with a row as a whole is told once.
        let mut told = HashSet::new();
        let added = reading.issues.split_off(from);
        reading.issues.extend(added.into_iter().filter(|issue| told.insert((issue.code, issue.place))));
    }
}

/// 线上学时 | 线下学时, or 必修学时 | 选修学时: the table once for each, with what they are of; nothing where it is otherwise.
fn hours_of_several(view: &View, table: &Table) -> Vec<(String, Table)> {
    let hours: Vec<&Column> =
        table.columns.iter().filter(|c| c.concepts.first() == Some(&Concept::Hours)).collect();
    let word = |c: &&Column| view.vocabulary.topics_of(&c.label).map(|(word, _)| word);
    let words: Option<HashSet<&str>> = hours.iter().map(word).collect();
    let is_each_another = words.is_some_and(|words| words.len() == hours.len() && words.len() >= 2);
    if !is_each_another || table.has(Concept::Topic) {
        return Vec::new();
    }
    let is_other = |c: &Column, own: u32| c.concepts.first() == Some(&Concept::Hours) && c.index != own;
    let part = |own: &Column| {
        let columns = table.columns.iter().filter(|c| !is_other(c, own.index)).cloned().collect();
        (word(&own).unwrap_or_default().to_string(), Table { columns, ..table.clone() })
    };
    hours.iter().copied().map(part).collect()
}

/// 学时 | 方式 | 学时 | 方式, each below a topic: the table once for each, with the topic; nothing where it is otherwise.
pub fn under_topics(view: &View, table: &Table) -> Vec<(String, Table)> {
    let of_several = hours_of_several(view, table);
    if !of_several.is_empty() {
        return of_several;
    }
    let topic_over = |part: Table| {
        let hours = part.column(Concept::Hours)?;
        let over = hours.heading.strip_suffix(&*hours.label)?.trim().to_string();
        let word = view.as_word(&over);
        let is_other = word.date().is_some() || word.is_months() || !word.heading(view.vocabulary).is_empty();
        (!over.is_empty() && !is_other).then_some((over, part))
    };
    let parts = if table.has(Concept::Topic) { Vec::new() } else { table.said_again(Concept::Hours) };
    let is_one = parts.len() < 2;
    parts.into_iter().map(topic_over).collect::<Option<Vec<_>>>().filter(|_| !is_one).unwrap_or_default()
}

/// Reads the rows once; `over` is the topic that stands over the columns, where no column has it.
fn read_part(sight: &Sight, table: &Table, over: &str, reading: &mut Reading) {
    let col = |concept| table.column(concept).map(|c| c.index);
    let view = sight.view;
    let of_one = sight.owner(table);
    let Some(name_col) = col(Concept::Name).or(of_one.as_ref().map(|name: &Cited<Text>| name.at.col)) else {
        return;
    };
    let around = sight.context().around();
    // Without a column of dates the record is of the month that the sheet is for.
    let of_sheet = match (around.year, around.month) {
        (Some(year), Some(month)) => Some(When::Month(crate::period::Month::new(year, month))),
        _ => None,
    };
    let amounts = [col(Concept::Hours), col(Concept::Points)].into_iter().flatten();
    let far: Vec<(u32, f64)> = amounts.filter_map(|c| Some((c, sight.far_above(table, c)?))).collect();
    // The table of one person has few rows.
    let full_of = |concepts: &[Concept]| match of_one {
        Some(_) => sight.full_but_for_one(table, concepts),
        None => sight.nearly_full(table, concepts),
    };
    let amounts = full_of(&[Concept::Hours, Concept::Points]);
    let full: Vec<u32> = amounts.iter().map(|column| column.index).collect();
    let others = full_of(&[Concept::Topic, Concept::Date, Concept::Month]);
    let before = reading.study.len();
    // A name written once for several topics.
    let has_topic = |row: u32, _| col(Concept::Topic).is_some_and(|c| !view.text(row, c).is_empty());
    let names = col(Concept::Name).map(|c| (c, Holds::Always));
    let runs = Runs::of(view, table, names, has_topic, reading);
    let mut blank = Blank::default();
    let amount_col = col(Concept::Hours).or(col(Concept::Points));
    let mut days: Vec<(Address, When)> = Vec::new();
    let branches = branch_rows::of(sight, table, col(Concept::Branch));
    for (row, named) in branches {
        if sight.is_of_the_next(table, row, reading) {
            break;
        }
        let name = of_one.clone().unwrap_or_else(|| view.cited(runs.row(row, name_col), name_col));
        if !looks_like_name(&name.value) {
            let counts = |concept| col(concept).is_some_and(|c| !is_nothing(view.text(row, c)));
            let place = view.cell(row, name_col);
            if !is_nothing(&name.value) {
                reading.issues.push(Issue::new(Code::UnknownValue, place, name.value, "姓名"));
            } else if counts(Concept::Hours) || counts(Concept::Points) {
                reading.issues.push(Issue::new(Code::UnknownValue, place, "（空）", "姓名"));
            }
            continue;
        }
        let when = match col(Concept::Date)
            .or(col(Concept::Month))
            .and_then(|c| Some((sight.date(row, c, around)?, c)))
        {
            Some((Ok(when), c)) => {
                sight.check_year(when, row, c, reading);
                days.push((view.at(row, c), when));
                Some(when)
            }
            Some((Err(fault), c)) => {
                reading.issues.push(fault_issue(
                    fault,
                    view.cell(row, c),
                    &view.seen(row, c),
                    "这一行没有采用",
                ));
                continue;
            }
            None => of_sheet,
        };
        let value_col = amount_col.unwrap_or(name_col);
        let hours = col(Concept::Hours).and_then(|c| sight.hours(table, row, c, reading));
        let points = col(Concept::Points)
            .filter(|p| col(Concept::Hours) != Some(*p))
            .and_then(|c| sight.points(row, c, reading));
        let topic = if over.is_empty() { sight.topic(table, row) } else { over.to_string() };
        // 学时 beside its numbers is a heading: the table lies on its side.
        let amounts = |c: &Concept| matches!(c, Concept::Hours | Concept::Points | Concept::Date);
        if view.heading(&squash(&topic)).iter().any(amounts) {
            let place = view.cell(row, col(Concept::Topic).unwrap_or(name_col));
            reading.issues.push(Issue::new(Code::UnknownValue, place, topic, "学习主题"));
            continue;
        }
        sight.report_blanks(row, &others, reading);
        let has_topic = over.is_empty() && !topic.is_empty();
        if hours.is_none() && points.is_none() && !has_topic {
            blank.nothing.push(row);
            // Nearly all others have theirs.
            for &c in full.iter().filter(|c| view.seen(row, **c).is_empty()) {
                reading.issues.push(Issue::new(
                    Code::UnknownValue,
                    view.cell(row, c),
                    "（空）",
                    "学时或积分",
                ));
            }
            continue;
        }
        // The hours beside a course that was not completed are those that it takes.
        if has_topic && is_undone(sight, table, row) {
            continue;
        }
        if hours.is_none() && points.is_none() {
            blank.topics.push(row);
        }
        for &(c, most) in &far {
            if crate::text::number(view.text(row, c)).is_some_and(|amount| amount > most) {
                let much = "比这一列的其他数字大得多，照写的采用";
                reading.issues.push(Issue::new(Code::OddNumber, view.cell(row, c), view.seen(row, c), much));
            }
        }
        // A topic studied for no time at all: the others have theirs.
        for &c in full.iter().filter(|c| is_nothing(view.text(row, **c))) {
            reading.issues.push(Issue::new(Code::UnknownValue, view.cell(row, c), "（空）", "学时或积分"));
        }
        reading.study.push(StudyRow {
            but: Vec::new(),
            branch: named.into_iter().chain(sight.context().branch()).collect(),
            name,
            when,
            topic,
            hours,
            points,
            form: sight.field(row, col(Concept::Form)),
            at: view.at(row, value_col),
        });
    }
    if full.is_empty() {
        blank.report(sight, table, amount_col, reading);
    }
    report_much(sight, &reading.study[before..], &mut reading.issues);
    report_other_months(sight, &days, &mut reading.issues);
    report_without_month(sight, table, before, reading);
}

/// The rows of people without an amount, where it is not only a few of them.
#[derive(Default)]
struct Blank {
    /// Nothing else says that they have studied.
    nothing: Vec<u32>,
    /// They have a topic.
    topics: Vec<u32>,
}

impl Blank {
    /// One issue a table and sort, where others have amounts: whether nothing was studied or it was not written down, the
    /// book alone cannot tell. Where most are blank, blank is how the list says that nothing was studied.
    fn report(&self, sight: &Sight, table: &Table, amounts: Option<u32>, reading: &mut Reading) {
        let Some(col) = amounts else { return };
        let rows = table.data().count();
        let blank = |rows: &[u32]| -> Vec<u32> {
            let blank = rows.iter().copied().filter(|row| is_nothing(sight.view.text(*row, col)));
            blank.collect()
        };
        let (nothing, topics) = (blank(&self.nothing), blank(&self.topics));
        let all_blank = nothing.len() + topics.len() == rows;
        let mut tell = |rows: &[u32], counted: &str| {
            let Some(first) = rows.first().filter(|_| !all_blank) else { return };
            let place = sight.view.cell(*first, col);
            reading.issues.push(Issue::new(Code::BlankAmount, place, rows.len().to_string(), counted));
        };
        if nothing.len() * 2 <= rows {
            tell(&nothing, "按没有学习计");
        }
        tell(&topics, "按学过、没有学时计");
    }
}

/// Whether a column such as 完成情况 says that the topic of a row was not studied: 未学, 否.
fn is_undone(sight: &Sight, table: &Table, row: u32) -> bool {
    let tells = |c: &&Column| {
        let is_open = matches!(c.concepts.first(), None | Some(Concept::Other | Concept::Mark));
        is_open && sight.view.vocabulary.tells_of_study(&c.label)
    };
    let says_no = |c: &Column| {
        let word = sight.view.word(row, c.index);
        let vocabulary = sight.view.vocabulary;
        vocabulary.denies_study(&word.text) || word.mark(vocabulary) == Some(Mark::Absent)
    };
    table.columns.iter().filter(tells).any(says_no)
}

/// More points than a month brings: 学习强国 gives at most some 70 a day.
const MOST_POINTS: f64 = 2_500.0;

/// Points out sums since ever that stand where those of a month should: 总积分 21,345.
fn report_much(sight: &Sight, rows: &[StudyRow], issues: &mut Vec<Issue>) {
    let much = |row: &&StudyRow| row.when.is_some() && row.points.is_some_and(|points| points > MOST_POINTS);
    if let Some(row) = rows.iter().find(much) {
        let (text, told) =
            (sight.view.seen(row.at.row, row.at.col), "分，一个月里得不到这么多，可能是历年累计，照写的采用");
        issues.push(Issue::new(Code::OddNumber, row.at, text, told));
    }
}

/// A table whose records are of no month: sums that count nowhere, and topics of whatever year.
pub(super) fn report_without_month(sight: &Sight, table: &Table, from: usize, reading: &mut Reading) {
    let yearless = sight.context().around().year.is_none();
    let counts_nowhere = |row: &StudyRow| row.when.is_none() && (row.topic.is_empty() || yearless);
    if reading.study[from..].iter().any(counts_nowhere) {
        let place = sight.view.cell(table.header.0, table.columns.first().map_or(0, |c| c.index));
        reading.issues.push(Issue::new(Code::StudyWithoutMonth, place, "", ""));
    }
}
