//! A study plan: one row a topic.

use std::sync::LazyLock;

use regex::Regex;

use super::Sight;
use super::fields::fault_issue;
use super::months;
use super::outline::{Row, Table};
use super::record::{BranchHint, PlanRow, Reading};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::text::{Text, is_nothing, pattern};
use crate::vocabulary::Concept;
use crate::when::{Around, When};

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let Some(topic_col) = col(Concept::Topic) else { return };
    let month_col = col(Concept::Month).or(col(Concept::Date));
    let around = sight.context().around();
    // Without a column of months, the rows above the topics or the sheet itself give it.
    let of_sheet = around.year.zip(around.month).filter(|_| month_col.is_none());
    let mut month: Option<When> = of_sheet.map(|(y, m)| When::Month(Month::new(y, m)));
    // A month written for each topic, not once for several: where it lacks, it was forgotten.
    let full =
        sight.nearly_full(table, &[Concept::Hours, Concept::StudyCategory, Concept::Month, Concept::Date]);
    report_merged(sight, table, topic_col, month_col, reading);
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(_, text) => {
                month = crate::when::parse(text, around).ok().or(month);
                continue;
            }
            _ => continue,
        };
        let span = month_col.and_then(|c| Some((months::last_of_span(&view.seen(row, c), around.year?)?, c)));
        if let Some((last, c)) = span {
            let text = view.seen(row, c);
            reading.issues.push(Issue::new(Code::SpanOfMonths, view.cell(row, c), text, last.to_string()));
        }
        // A month written once holds for the topics below it.
        let written = span.map(|(last, c)| (Ok(When::Month(last)), c)).or_else(|| {
            month_col.and_then(|c| Some((sight.date(row, c, Around { month: None, ..around })?, c)))
        });
        match written {
            Some((Ok(when), month_col)) => {
                sight.check_year(when, row, month_col, reading);
                month = Some(when);
            }
            Some((Err(fault), month_col)) => match (view.seen(row, month_col).parse::<u32>(), around.year) {
                (Ok(m @ 1..=12), Some(year)) => month = Some(When::Month(Month::new(year, m))),
                _ => {
                    reading.issues.push(fault_issue(
                        fault,
                        view.cell(row, month_col),
                        &view.seen(row, month_col),
                        "这一行没有采用",
                    ));
                    month = None;
                    continue;
                }
            },
            None => {}
        }
        let topic = sight.topic(table, row);
        if topic.is_empty() {
            let tells = |concept| col(concept).is_some_and(|c| !is_nothing(view.text(row, c)));
            if [Concept::StudyCategory, Concept::Hours, Concept::Audience].into_iter().any(tells) {
                let place = view.cell(row, topic_col);
                reading.issues.push(Issue::new(Code::UnknownValue, place, "（空）", "学习主题"));
            }
            continue;
        }
        let Some(month) = month else {
            reading.issues.push(Issue::new(
                Code::NoDate,
                view.cell(row, month_col.unwrap_or(topic_col)),
                "",
                "这一行没有采用",
            ));
            continue;
        };
        sight.report_blanks(row, &full, reading);
        let Shared { branch, category, hours, form, audience } = shared(sight, table, row, reading);
        let (month, at) = (When::Month(month.month()), view.at(row, topic_col));
        if holds_several(&topic) {
            reading.issues.push(Issue::new(Code::SeveralTopics, at, topic.clone(), ""));
        }
        reading.plan.push(PlanRow { branch, month, topic, category, hours, form, audience, at });
    }
}

/// Whether a cell numbers its topics: `1.学习党章；2.学习条例`.
fn holds_several(topic: &str) -> bool {
    static NUMBERED: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(?s)^\s*(?:1[.、)．]\D.*\D2[.、)．]\D|一、.*二、|①.*②|\(1\).*\(2\))"));
    NUMBERED.is_match(topic)
}

/// What a row says of its topic, or of all its topics.
#[derive(Debug, Clone)]
pub struct Shared {
    pub branch: Vec<BranchHint>,
    pub category: String,
    pub hours: Option<f64>,
    pub form: String,
    pub audience: Option<Cited<String>>,
}

pub fn shared(sight: &Sight, table: &Table, row: u32, reading: &mut Reading) -> Shared {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let named = |c: u32| {
        Some(view.cited(row, c))
            .filter(|c| !is_nothing(&c.value) && view.vocabulary.branch_names().speaks_of_one(&c.value))
            .map(BranchHint::Name)
    };
    let audience_col = col(Concept::Audience).or(col(Concept::Attendees));
    let audience = sight.field(row, audience_col);
    Shared {
        branch: col(Concept::Branch).and_then(named).into_iter().chain(sight.context().branch()).collect(),
        category: sight.field(row, col(Concept::StudyCategory)),
        hours: col(Concept::Hours).and_then(|c| sight.hours(table, row, c, reading)),
        form: sight.field(row, col(Concept::Form)),
        audience: audience_col
            .filter(|_| !audience.is_empty())
            .map(|c| Cited::new(audience, view.at(row, c))),
    }
}

/// Points out a topic that is merged over the rows of several months: to be studied in each, or once.
fn report_merged(
    sight: &Sight,
    table: &Table,
    topic_col: u32,
    month_col: Option<u32>,
    reading: &mut Reading,
) {
    let view = sight.view;
    let Some(month_col) = month_col.filter(|_| view.sheet.has_merges()) else { return };
    let rows: Vec<u32> = table.data().collect();
    let is_one = |a: &u32, b: &u32| view.sheet.origin(*a, topic_col) == view.sheet.origin(*b, topic_col);
    for run in rows.chunk_by(is_one) {
        let mut months: Vec<Text> = run.iter().map(|row| view.seen(*row, month_col)).collect();
        months.dedup();
        if months.len() > 1 {
            let (place, topic) = (view.cell(run[0], topic_col), view.seen(run[0], topic_col));
            reading.issues.push(Issue::new(Code::MergedTopic, place, topic, months.join("、")));
        }
    }
}
