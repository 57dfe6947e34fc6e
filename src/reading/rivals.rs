//! Two columns of a table for one thing.
//!
//! Of 应修学时 and 完成学时 each says its own, and the table tells which is meant: a plan what is asked, records of people
//! what they did. Where two columns would be the same thing and do not say the same, the first is taken, and that is
//! said: which of them is right, nobody can tell.

use super::months;
use super::outline::{Column, Table};
use super::record::{Reading, TableKind};
use super::study;
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::{is_nothing, number};
use crate::vocabulary::Concept::{self, *};
use crate::when::{self, Around};

/// What a row can have but one of.
const SINGLE: [Concept; 10] = [Joined, Confirmed, Birth, IdNumber, Month, Due, Came, Hours, Points, Result];

fn headed(table: &Table, concept: Concept) -> impl Iterator<Item = &Column> {
    table.columns.iter().filter(move |c| c.session.is_none() && c.concepts.first() == Some(&concept))
}

/// 全年规定 学时 has so many characters.
const LONGEST_ASKED: usize = 9;

/// Leaves of the hours that are asked and those that were done what the table is about.
pub fn settle_hours(view: &View, table: &mut Table) {
    // 中央八项规定精神 over 学时 is a topic, and asks for nothing.
    let is_asked = |c: &Column| {
        let is_short = c.heading.chars().count() <= LONGEST_ASKED;
        view.vocabulary.is_asked(if is_short { &c.heading } else { &c.label })
    };
    let both = [true, false].map(|asked| headed(table, Hours).any(|c| is_asked(c) == asked));
    let of_people = table.has(Name);
    let is_other = |c: &&mut Column| c.concepts.first() == Some(&Hours) && is_asked(c) == of_people;
    if both == [true, true] {
        table.columns.iter_mut().filter(is_other).for_each(|column| column.concepts = vec![Statistic]);
    }
    // 应修学时 alone says of nobody what he did.
    if of_people && both == [true, false] {
        table.columns.iter_mut().filter(is_other).for_each(|column| column.concepts.clear());
    }
    for concept in [Hours, Points] {
        // 总积分 since ever beside 本月积分.
        let is_of_period = |c: &Column| view.vocabulary.is_of_period(&c.label);
        if headed(table, concept).any(is_of_period) {
            let since_ever = |c: &&mut Column| {
                c.concepts.first() == Some(&concept)
                    && !is_of_period(c)
                    && view.vocabulary.speaks_of_sum(&c.label)
            };
            table.columns.iter_mut().filter(since_ever).for_each(|column| column.concepts = vec![Statistic]);
        }
    }
    if let Some(sum) = sum_of_hours(view, table) {
        for column in table.columns.iter_mut().filter(|c| c.concepts.first() == Some(&Hours)) {
            column.concepts = vec![Statistic];
        }
        table.columns.iter_mut().filter(|c| c.index == sum).for_each(|column| column.concepts = vec![Hours]);
    }
}

/// The column of hours that says it is a sum, and in every row is what the others come to: 集中学习 | 自学 | 合计.
fn sum_of_hours(view: &View, table: &Table) -> Option<u32> {
    let is_sum = |c: &&Column| view.vocabulary.speaks_of_sum(&c.label);
    // Beside several topics each has its own hours.
    let of_one = headed(table, Statistic).filter(|_| headed(table, Topic).count() < 2);
    let sum = headed(table, Hours).chain(of_one).find(is_sum)?;
    let parts: Vec<u32> = headed(table, Hours).map(|c| c.index).filter(|col| *col != sum.index).collect();
    let amount = |row: u32, col: u32| number(view.text(row, col)).unwrap_or_default();
    let all = |row: u32| parts.iter().map(|col| amount(row, *col)).sum::<f64>();
    let adds_up = |row: u32| (amount(row, sum.index) - all(row)).abs() < 1e-6;
    (parts.len() >= 2 && table.data().all(adds_up)).then_some(sum.index)
}

/// 一季度 beside 2月 says less of when than the month does.
pub fn settle_months(view: &View, table: &mut Table) {
    let data: Vec<u32> = table.data().collect();
    // Whether a column says something, and nothing but spans of months.
    let spans = |c: &Column| {
        let said = data.iter().map(|row| view.seen(*row, c.index)).filter(|text| !is_nothing(text));
        let mut are_spans =
            said.map(|text| months::last_of_span(&text, months::ANY_YEAR).is_some()).peekable();
        are_spans.peek().is_some().then(|| are_spans.all(|is_span| is_span))
    };
    let told: Vec<(u32, bool)> = headed(table, Month).filter_map(|c| Some((c.index, spans(c)?))).collect();
    if told.iter().all(|(_, spans)| *spans) {
        return;
    }
    for (col, _) in told.into_iter().filter(|(_, spans)| *spans) {
        table.columns.iter_mut().filter(|c| c.index == col).for_each(|c| c.concepts = vec![Other]);
    }
}

/// 正式入党时间 is the day of joining where another column has the day on which probation ended.
pub fn settle_joining(table: &mut Table) {
    let of_either = |c: &Column| c.session.is_none() && c.concepts == [Confirmed, Joined];
    let settled = if headed(table, Joined).next().is_some() {
        Confirmed
    } else if headed(table, Confirmed).any(|c| !of_either(c)) {
        Joined
    } else {
        return;
    };
    table.columns.iter_mut().filter(|c| of_either(c)).for_each(|column| column.concepts = vec![settled]);
}

/// Points out columns that would be the same thing as one before them and say something else.
pub fn report(view: &View, table: &Table, kind: TableKind, reading: &mut Reading) {
    use TableKind::*;
    // Lists side by side have each column again.
    let is_one_row = matches!(kind, Roster | Log | LongList | Plan | StudyRecords | Evidence);
    if !is_one_row
        || table.all(Name).len() > 1
        || [Topic, Date].iter().any(|c| table.said_again(*c).len() > 1)
        || kind == StudyRecords && !study::under_topics(view, table).is_empty()
    {
        return;
    }
    // A log may say of a meeting what it was for and what it was about.
    let topic = matches!(kind, Plan | StudyRecords).then_some(Topic);
    let of_a_session = if kind == LongList { &[Date, Mark, Kind][..] } else { &[Date] };
    for concept in SINGLE.into_iter().chain(topic).chain(of_a_session.iter().copied()) {
        let mut columns = headed(table, concept);
        let Some(first) = columns.next() else { continue };
        // 3月主题党日 and 主题党日活动 are one kind.
        let kinds = |row: u32, col: u32| view.word(row, col).session(view.vocabulary).kinds.clone();
        let same_kind = |row: u32, other: u32| {
            let own = kinds(row, first.index);
            concept == Kind && !own.is_empty() && own == kinds(row, other)
        };
        let differs = |other: &&Column| {
            table.data().any(|row| {
                !agree(view.text(row, first.index), view.text(row, other.index))
                    && !same_kind(row, other.index)
            })
        };
        for other in columns.filter(differs) {
            let place = view.cell(other.row, other.index);
            reading.issues.push(Issue::new(
                Code::TwoColumns,
                place,
                other.heading.clone(),
                first.heading.clone(),
            ));
        }
    }
}

/// Whether two cells say the same, or one of them nothing. 2010.5 and 2010年5月1日 do.
fn agree(one: &str, other: &str) -> bool {
    if is_nothing(one) || is_nothing(other) || one == other {
        return true;
    }
    let date = |text: &str| when::parse(text, Around::default()).ok();
    match (date(one), date(other)) {
        (Some(one), Some(other)) => {
            one == other || one.month() == other.month() && (one.day().is_none() || other.day().is_none())
        }
        _ => number(one).is_some() && number(one) == number(other),
    }
}
