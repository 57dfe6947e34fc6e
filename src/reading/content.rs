//! Columns with an unknown heading whose content leaves no doubt.
//!
//! A heading means what the vocabulary says. Where it says nothing and every cell below is of one sort that
//! the table lacks, the column is taken for that, and said so ([`Code::GuessedColumn`](crate::issue::Code)): used, but
//! look at it.

use foldhash::HashSet;

use super::infer::tells_days;
use super::outline::{Column, Table};
use super::ticks;
use super::view::View;
use crate::book::Value;
use crate::text::{is_han, is_nothing, number};
use crate::vocabulary::Concept::{self, *};
use crate::vocabulary::without_brackets;
use crate::when::{self, Around, When};

/// A concept that content can tell: what the table must have and lack for it to matter, and what its cells must be.
struct Sort {
    concept: Concept,
    /// Any one of these must be there.
    beside: &'static [Concept],
    /// None of these may be there.
    without: &'static [Concept],
    /// What every cell that holds something must be.
    each: fn(&View, &Table, u32, u32) -> bool,
    /// What the rows in which there is something must be together.
    all: fn(&View, &Table, &[u32], u32) -> bool,
    /// Whether no column with another heading may fit as well: of two, nobody can tell which it is.
    only: bool,
}

/// Nothing is asked of the rows together.
const ANY: fn(&View, &Table, &[u32], u32) -> bool = |_, _, _, _| true;

const SORTS: [Sort; 13] = [
    Sort {
        concept: Name,
        beside: &[IdNumber, Joined, Standing, Gender, Mark, Hours, Points],
        without: &[Name, Date, Due, Came, Topic],
        each: is_person,
        all: mostly_different,
        only: false,
    },
    // One row is one person at one session.
    Sort {
        concept: Name,
        beside: &[Mark],
        without: &[Name, Due, Came, DueAndCame, OnLeave, Absent, Absentees, Attendees, LateList],
        each: is_person,
        all: |view, table, rows, _| {
            let is_marked = |row: &u32| table.all(Mark).iter().any(|c| is_mark(view, table, *row, c.index));
            is_full(table, rows) && rows.iter().all(is_marked)
        },
        only: true,
    },
    // One row is one person's study of one topic.
    Sort {
        concept: Name,
        beside: &[Hours, Points],
        without: &[Name, Month, Audience, Due, Came],
        each: is_person,
        all: |view, table, rows, col| is_full(table, rows) && mostly_different(view, table, rows, col),
        only: true,
    },
    Sort {
        concept: Mark,
        beside: &[Name],
        without: &[Mark, IdNumber, Joined, Points, Hours],
        each: is_mark,
        all: ANY,
        only: false,
    },
    Sort {
        concept: Kind,
        beside: &[Date, Month],
        without: &[Kind, IdNumber],
        each: |view, _, row, col| {
            let words = view.word(row, col).session(view.vocabulary);
            !words.kinds.is_empty() && words.rest.chars().count() <= 2
        },
        all: ANY,
        only: false,
    },
    Sort {
        concept: Date,
        beside: &[Kind, Mark, Due, Absentees, OnLeave],
        without: &[Date, Month, IdNumber],
        each: is_day,
        all: ANY,
        only: false,
    },
    Sort {
        concept: Standing,
        beside: &[IdNumber, Joined, Gender],
        without: &[],
        each: |view, _, row, col| {
            let (text, v) = (view.text(row, col), view.vocabulary);
            text.chars().count() >= 2 && (v.status(text).is_some() || v.category(text).is_some())
        },
        all: ANY,
        only: false,
    },
    Sort {
        concept: Group,
        beside: &[Name],
        without: &[Group, Date, Due],
        each: |view, _, row, col| {
            let text = view.text(row, col);
            text.ends_with("小组") && !view.word(row, col).session(view.vocabulary).group.is_empty()
        },
        all: ANY,
        only: false,
    },
    Sort {
        concept: Post,
        beside: &[IdNumber, Joined, Standing],
        without: &[Post, Date],
        each: |view, _, row, col| view.vocabulary.is_committee_post(view.text(row, col)),
        all: ANY,
        only: false,
    },
    Sort {
        concept: IdNumber,
        beside: &[Name],
        without: &[IdNumber],
        each: |view, _, row, col| {
            let text = view.text(row, col);
            text.len() == 18 && text.chars().take(17).all(|c| c.is_ascii_digit())
        },
        all: ANY,
        only: false,
    },
    Sort {
        concept: Month,
        beside: &[StudyCategory, Form, Audience],
        without: &[Month, Date, Name],
        each: is_month,
        all: ANY,
        only: true,
    },
    Sort {
        concept: Topic,
        beside: &[Hours, StudyCategory, Form, Audience],
        without: &[Topic, Kind, Due, Came, Mark, Joined],
        each: is_topic,
        all: mostly_different,
        only: true,
    },
    // How long a topic takes is the only number that a plan, or a record of a topic, has.
    Sort {
        concept: Hours,
        beside: &[StudyCategory, Form, Audience],
        without: &[Hours, Points, Kind, Due, Came, Mark, Joined],
        each: |view, _, row, col| number(view.text(row, col)).is_some_and(|n| n > 0.0 && n <= LONGEST_TOPIC),
        all: |view, _, rows, col| !counts_up(view, rows, col),
        only: true,
    },
];

/// No topic takes more hours.
const LONGEST_TOPIC: f64 = 16.0;

/// A topic has at least so many Chinese characters.
const SHORTEST_TOPIC: usize = 4;

/// Gives columns with an unknown heading the concept that their content tells.
pub fn tell(view: &View, table: &mut Table) {
    for sort in &SORTS {
        // 签到时间 may only say when in the day somebody signed.
        let has = |c: &Concept| match c {
            Date => table.has(*c) && tells_days(view, table),
            _ => table.has(*c),
        };
        if !sort.beside.iter().any(has)
            || sort.without.iter().any(has)
            || sort.concept == Mark && table.sessions().next().is_some()
        {
            continue;
        }
        // 病假 says what its column is.
        let is_unknown = |c: &&Column| {
            c.concepts.is_empty() && c.session.is_none() && !ticks::may_be_ticked(view, &c.label)
        };
        let unknown: Vec<&Column> = table.columns.iter().filter(is_unknown).collect();
        let mut fitting = unknown.iter().filter(|c| fits(view, table, sort, c.index));
        let Some(first) = fitting.next() else { continue };
        if sort.only && fitting.any(|other| other.label != first.label) {
            continue;
        }
        // Lists side by side say their headings again, and the last of them may be too short to tell.
        let is_meant = |c: &&&Column| {
            c.index == first.index || c.label == first.label && held(view, table, sort, c.index).is_some()
        };
        let meant: Vec<u32> = unknown.iter().filter(is_meant).map(|c| c.index).collect();
        for column in table.columns.iter_mut().filter(|c| meant.contains(&c.index)) {
            (column.concepts, column.by_content) = (vec![sort.concept], true);
        }
    }
}

/// Whether a column holds what a sort asks for, in enough rows to tell.
fn fits(view: &View, table: &Table, sort: &Sort, col: u32) -> bool {
    held(view, table, sort, col).is_some_and(|rows| rows.len() >= 2 && (sort.all)(view, table, &rows, col))
}

/// The rows in which a column holds something; none where one of them holds something else than a sort asks for.
fn held(view: &View, table: &Table, sort: &Sort, col: u32) -> Option<Vec<u32>> {
    let rows: Vec<u32> = table.data().filter(|&r| !is_nothing(view.text(r, col))).collect();
    rows.iter().all(|&r| (sort.each)(view, table, r, col)).then_some(rows)
}

fn is_full(table: &Table, rows: &[u32]) -> bool {
    rows.len() == table.data().count()
}

/// 汉族 and 办公室 could be somebody's name, but not that of half a list.
fn mostly_different(view: &View, _: &Table, rows: &[u32], col: u32) -> bool {
    let different: HashSet<&str> = rows.iter().map(|row| view.text(*row, col)).collect();
    different.len() * 2 > rows.len()
}

/// Whether a column numbers its rows: 1, 2, 3.
fn counts_up(view: &View, rows: &[u32], col: u32) -> bool {
    let numbers: Vec<f64> = rows.iter().filter_map(|row| number(view.text(*row, col))).collect();
    numbers.windows(2).all(|pair| pair[1] - pair[0] == 1.0)
}

fn is_person(view: &View, _: &Table, row: u32, col: u32) -> bool {
    view.word(row, col).is_person(view.vocabulary)
}

/// A mark or the signature of the row's own member. A bare number is too little to go by.
fn is_mark(view: &View, table: &Table, row: u32, col: u32) -> bool {
    let text = view.text(row, col);
    let name = table.name_for(col).map(|c| view.seen(row, c)).unwrap_or_default();
    let signed = !name.is_empty() && without_brackets(text) == without_brackets(&name);
    signed || text.parse::<f64>().is_err() && view.word(row, col).mark(view.vocabulary).is_some()
}

fn is_day(view: &View, _: &Table, row: u32, col: u32) -> bool {
    match view.sheet.value(row, col) {
        Value::Date(_) => true,
        Value::Text(text) => {
            matches!(when::parse(text, Around::of(2000, 1)), Ok(When::Day(_)))
        }
        _ => false,
    }
}

/// `3月`, `2026-03` or a day, and no bare number.
fn is_month(view: &View, _: &Table, row: u32, col: u32) -> bool {
    match view.sheet.value(row, col) {
        Value::Date(_) => true,
        Value::Text(text) => text.parse::<f64>().is_err() && when::parse(text, Around::of(2000, 1)).is_ok(),
        _ => false,
    }
}

fn is_topic(view: &View, _: &Table, row: u32, col: u32) -> bool {
    let word = view.word(row, col);
    word.text.chars().filter(|c| is_han(*c)).count() >= SHORTEST_TOPIC
        && !word.is_person(view.vocabulary)
        && view.vocabulary.audience(&word.text).is_none()
}
