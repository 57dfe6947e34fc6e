//! What a column holds under each concept that content can tell, as a table: what must stand beside it and must not,
//! what every cell is, and what all of them are together.

use super::mark;
use super::name_rows;
use super::outline::{Column, Table};
use super::prose;
use super::unheaded::{is_signed, mostly_different};
use super::view::View;
use crate::book::Value;
use crate::text::{is_han, number};
use crate::vocabulary::Concept::{self, *};
use crate::vocabulary::TitleWord;
use crate::when::{self, Around, When};

/// A concept that content can tell: what the table must have and lack for it to matter, and what its cells must be.
pub struct Sort {
    pub concept: Concept,
    /// Any one of these must be there, or none where the list is empty.
    pub beside: &'static [Concept],
    /// None of these may be there.
    pub without: &'static [Concept],
    /// What every cell that holds something must be.
    pub each: fn(&View, &Table, u32, u32) -> bool,
    /// What the rows in which there is something must be together.
    pub all: fn(&View, &Table, &[u32], u32) -> bool,
    pub rivals: Rivals,
    /// In how many rows at least there must be something.
    pub least: usize,
}

/// Which other columns with unknown headings leave open which of them it is.
#[derive(PartialEq)]
pub enum Rivals {
    /// None: the first is taken.
    None,
    /// Those of which every cell is of the sort.
    Alike,
    /// Those that fit in all.
    Fitting,
}

fn is_post(view: &View, row: u32, col: u32) -> bool {
    view.vocabulary.is_committee_post(view.text(row, col))
}

/// Nothing is asked of the rows together.
const ANY: fn(&View, &Table, &[u32], u32) -> bool = |_, _, _, _| true;

pub const SORTS: [Sort; 27] = [
    // Nothing else in a roster holds a person in every row.
    Sort {
        concept: Name,
        beside: &[IdNumber, Joined, Confirmed],
        without: &[Name],
        each: is_person,
        all: are_different,
        rivals: Rivals::None,
        least: 2,
    },
    // People and numbers of which the title says that they are of study, and no heading is known.
    Sort {
        concept: Name,
        beside: &[],
        without: &[Name, Date, Month, Kind, Topic, Due, Came, Mark, IdNumber, Joined],
        each: is_person,
        all: |view, table, rows, col| {
            let is_of_study = |word| titled(view, table, word);
            is_full(table, rows)
                && are_different(view, table, rows, col)
                && (is_of_study(TitleWord::StudyPoints) || is_of_study(TitleWord::StudyHours))
                && !is_of_study(TitleWord::Plan)
        },
        rivals: Rivals::Alike,
        least: 2,
    },
    // 1, 2, 3, whatever stands over them.
    Sort {
        concept: Seq,
        beside: &[Name, Date, Month, Topic, Hours],
        without: &[Seq],
        each: |view, _, row, col| number(view.text(row, col)).is_some_and(|n| n >= 1.0 && n.fract() == 0.0),
        all: |view, table, rows, col| {
            rows.len() >= 2
                && is_full(table, rows)
                && view.text(rows[0], col) == "1"
                && numbers_rows(view, rows, col)
        },
        rivals: Rivals::None,
        least: 2,
    },
    Sort {
        concept: Gender,
        beside: &[Name, IdNumber, Joined, Birth],
        without: &[Gender, Date],
        each: |view, _, row, col| matches!(view.text(row, col), "男" | "女"),
        all: ANY,
        rivals: Rivals::None,
        least: 2,
    },
    Sort {
        concept: Name,
        beside: &[IdNumber, Joined, Standing, Gender, Mark, Hours, Points],
        without: &[Name, Date, Due, Came, Topic],
        each: is_person,
        // A plan is of nobody: 党性教育 is a category.
        all: |view, table, rows, col| {
            are_different(view, table, rows, col) && !titled(view, table, TitleWord::Plan)
        },
        rivals: Rivals::None,
        least: 2,
    },
    // One row is one person at one session, and neither the mark nor the name has a heading that is known.
    Sort {
        concept: Mark,
        beside: &[Kind],
        without: &[Mark, Name, Due, Came, DueAndCame, OnLeave, Absent, Absentees, Attendees, LateList],
        each: is_mark,
        all: |view, table, rows, col| is_full(table, rows) && rows.len() >= 5 && are_marks(view, rows, col),
        rivals: Rivals::Alike,
        least: 2,
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
        rivals: Rivals::Alike,
        least: 2,
    },
    // One row is one person's study of one topic.
    Sort {
        concept: Name,
        beside: &[Hours, Points],
        without: &[Name, Month, Audience, Due, Came, Attendees],
        each: is_person,
        all: |view, table, rows, col| {
            is_full(table, rows)
                && are_different(view, table, rows, col)
                && !titled(view, table, TitleWord::Plan)
        },
        rivals: Rivals::Alike,
        least: 2,
    },
    Sort {
        concept: Mark,
        beside: &[Name],
        without: &[Mark, IdNumber, Joined, Points, Hours],
        each: |view, table, row, col| is_mark(view, table, row, col) || is_short_word(view.text(row, col)),
        all: |view, table, rows, col| {
            let marks: Vec<u32> =
                rows.iter().copied().filter(|row| is_mark(view, table, *row, col)).collect();
            // A word that nobody knows among them is told where it stands.
            marks.len() >= 2 && marks.len() * 3 >= rows.len() * 2 && are_marks(view, &marks, col)
        },
        rivals: Rivals::None,
        least: 2,
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
        rivals: Rivals::None,
        least: 2,
    },
    Sort {
        concept: Date,
        beside: &[Kind, Mark, Due, Absentees, OnLeave],
        without: &[Date, Month, IdNumber],
        each: is_day,
        all: ANY,
        rivals: Rivals::None,
        least: 2,
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
        rivals: Rivals::None,
        least: 2,
    },
    // 何年成为党员: a day of which the heading speaks of the Party, or one about a year before probation ended.
    Sort {
        concept: Joined,
        beside: &[Name, IdNumber, Confirmed, Birth, Standing],
        without: &[Joined, Date, Month, Mark],
        each: |view, _, row, col| month_of(view, row, col).is_some(),
        all: begins_a_membership,
        rivals: Rivals::Fitting,
        least: 2,
    },
    Sort {
        concept: Group,
        beside: &[Name],
        without: &[Group, Date, Due],
        each: |view, _, row, col| {
            let text = view.text(row, col);
            let v = view.vocabulary;
            v.group_names().ends_as_one(text) && !view.word(row, col).session(v).group.is_empty()
        },
        all: ANY,
        rivals: Rivals::None,
        least: 2,
    },
    Sort {
        concept: Post,
        beside: &[IdNumber, Joined, Standing],
        without: &[Post, Date],
        // 党员 has none.
        each: |view, _, row, col| {
            view.vocabulary.post(view.text(row, col)).is_empty() || is_post(view, row, col)
        },
        all: |view, _, rows, col| rows.iter().filter(|row| is_post(view, **row, col)).count() >= 2,
        rivals: Rivals::None,
        least: 2,
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
        rivals: Rivals::None,
        least: 2,
    },
    Sort {
        concept: Month,
        beside: &[StudyCategory, Form, Audience],
        without: &[Month, Date, Name],
        each: is_month,
        all: ANY,
        rivals: Rivals::Alike,
        least: 1,
    },
    Sort {
        concept: Topic,
        beside: &[Hours, StudyCategory, Form, Audience],
        without: &[Topic, Kind, Due, Came, Mark, Joined],
        each: is_topic,
        all: are_different,
        rivals: Rivals::Fitting,
        least: 2,
    },
    // Those by whom fewer came than were due.
    Sort {
        concept: Absentees,
        beside: &[Due, Came],
        without: &[Absent, Absentees, Attendees, Name],
        each: names_people,
        all: makes_up_for,
        rivals: Rivals::Alike,
        least: 1,
    },
    // Beside those who were absent, the others of them were on leave.
    Sort {
        concept: OnLeave,
        beside: &[Absent],
        without: &[OnLeave, Absentees, Attendees, Name],
        each: names_people,
        all: makes_up_for,
        rivals: Rivals::Alike,
        least: 1,
    },
    // What a meeting was about.
    Sort {
        concept: Topic,
        beside: &[Kind],
        without: &[Topic, Name, IdNumber, Joined],
        each: is_topic,
        all: are_different,
        rivals: Rivals::Fitting,
        least: 2,
    },
    // How long a topic takes is the only number that a plan has.
    Sort {
        concept: Hours,
        beside: &[StudyCategory, Form, Audience, Month],
        without: &[Name, Hours, Points, Date, Due, Came, Mark, Joined],
        each: |view, _, row, col| number(view.text(row, col)).is_some_and(|n| n > 0.0 && n <= LONGEST_TOPIC),
        all: |view, table, rows, col| !counts_up(view, table, rows, col),
        rivals: Rivals::Alike,
        least: 2,
    },
    // The only number that a table of 学时 or 积分 has of each person.
    Sort {
        concept: Hours,
        beside: &[Name],
        without: NO_AMOUNT,
        each: is_amount,
        all: |view, table, rows, col| is_titled(view, table, TitleWord::StudyHours, rows, col),
        rivals: Rivals::Alike,
        least: 2,
    },
    Sort {
        concept: Points,
        beside: &[Name],
        without: NO_AMOUNT,
        each: is_amount,
        all: |view, table, rows, col| is_titled(view, table, TitleWord::StudyPoints, rows, col),
        rivals: Rivals::Alike,
        least: 2,
    },
    // Nothing but names of branches, of whatever the rows are; not from which to which somebody went.
    Sort {
        concept: Branch,
        beside: &[Name, Date, Month, Kind, Topic, Due, Came],
        without: &[Branch, Moved, Arrived, Left],
        each: |view, _, row, col| view.vocabulary.branch_names().is_one(view.text(row, col)),
        all: |view, table, _, col| {
            let label = table.columns.iter().find(|c| c.index == col).map_or("", |c| &c.label);
            view.vocabulary.moved().end(label).is_none()
        },
        rivals: Rivals::Fitting,
        least: 2,
    },
    // 转入 and 转出 with the day of each.
    Sort {
        concept: Moved,
        beside: &[Date],
        without: &[Moved, Mark, Kind, Topic, Arrived, Left],
        each: |view, _, row, col| view.vocabulary.moved().said_by(view.text(row, col)).is_some(),
        all: |_, table, rows, _| table.has(Name) && is_full(table, rows),
        rivals: Rivals::None,
        least: 1,
    },
    // 请假 among words that are no marks says as much as in a column of notes.
    Sort {
        concept: Note,
        beside: &[Name],
        without: &[Mark, Note, Reason, IdNumber, Joined, Moved, Stage, Honour, Hours, Points],
        each: |view, _, row, col| view.text(row, col).contains(is_han),
        all: |view, _, rows, col| rows.iter().any(|row| tells_of_absence(view, *row, col)),
        rivals: Rivals::None,
        least: 1,
    },
];

/// What is not beside the hours or the points of a person.
const NO_AMOUNT: &[Concept] = &[Hours, Points, Kind, Due, Came, Mark, IdNumber, Joined];

/// A heading that may be a word for hours or points has at most so many characters; a longer one is a topic.
const LONGEST_WORD: usize = 3;

/// No topic takes more hours.
const LONGEST_TOPIC: f64 = 16.0;

/// A topic has at least so many Chinese characters.
const SHORTEST_TOPIC: usize = 4;

fn is_full(table: &Table, rows: &[u32]) -> bool {
    rows.len() == table.data().count()
}

/// 办公室 and 就业股 could be people, were there not so many of them; so could 集中 and 自学.
fn are_different(view: &View, _: &Table, rows: &[u32], col: u32) -> bool {
    let v = view.vocabulary;
    let is_known = |text: &str| v.is_unit(text) || v.topics_of(text).is_some_and(|(word, _)| word == text);
    let known = rows.iter().filter(|row| is_known(view.text(**row, col))).count();
    known * 3 < rows.len() && mostly_different(rows.iter().map(|row| view.text(*row, col)))
}

/// Whether a column numbers its rows, 1, 2, 3, where no other does.
fn counts_up(view: &View, table: &Table, rows: &[u32], col: u32) -> bool {
    !table.has(Seq) && numbers_rows(view, rows, col)
}

fn numbers_rows(view: &View, rows: &[u32], col: u32) -> bool {
    let numbers: Vec<f64> = rows.iter().filter_map(|row| number(view.text(*row, col))).collect();
    numbers.windows(2).all(|pair| pair[1] - pair[0] == 1.0)
}

/// Whether a cell names people, each perhaps with a reason, and says nothing else.
fn names_people(view: &View, _: &Table, row: u32, col: u32) -> bool {
    name_rows::names_people(view, (row, col), mark::Mark::Absent)
}

/// Whether in every row as many are named, in a column and those that are known to name the absent, as did not come.
fn makes_up_for(view: &View, table: &Table, _: &[u32], col: u32) -> bool {
    let known = [OnLeave, Absent].into_iter().flat_map(|concept| table.all(concept));
    let columns: Vec<u32> = known.map(|c| c.index).chain([col]).collect();
    let named = |row: u32, col: u32| {
        let said = prose::parse(&view.prose(row, col), mark::Mark::Absent, view.vocabulary);
        said.named.iter().filter(|n| !n.mark.came()).count()
    };
    let counted = |concept: Concept, row: u32| number(view.text(row, table.column(concept)?.index));
    let missing: Vec<(u32, f64)> =
        table.data().filter_map(|row| Some((row, counted(Due, row)? - counted(Came, row)?))).collect();
    let fits = |(row, missing): &(u32, f64)| {
        columns.iter().map(|col| named(*row, *col)).sum::<usize>() as f64 == *missing
    };
    missing.iter().filter(|(_, missing)| *missing > 0.0).count() >= 2 && missing.iter().all(fits)
}

fn titled(view: &View, table: &Table, word: TitleWord) -> bool {
    view.is_titled(table.preamble.iter().copied(), word)
}

/// Whether the titles of a table say what its numbers are.
fn is_titled(view: &View, table: &Table, word: TitleWord, rows: &[u32], col: u32) -> bool {
    let label = table.columns.iter().find(|c| c.index == col).map_or("", |c| &c.label);
    let is_unit = view.vocabulary.title_says(label, word);
    titled(view, table, word)
        && (table.has(Topic) || is_unit || label.chars().count() <= LONGEST_WORD)
        && !counts_up(view, table, rows, col)
}

fn is_amount(view: &View, _: &Table, row: u32, col: u32) -> bool {
    number(view.text(row, col)).is_some()
}

fn is_person(view: &View, _: &Table, row: u32, col: u32) -> bool {
    view.word(row, col).is_person(view.vocabulary)
}

/// Bare numbers are too little to go by, but 1 and 0 beside other marks are two of them.
fn are_marks(view: &View, rows: &[u32], col: u32) -> bool {
    let texts = rows.iter().map(|row| view.text(*row, col));
    let (numbers, words): (Vec<&str>, Vec<&str>) = texts.partition(|text| number(text).is_some());
    !words.is_empty() && numbers.iter().all(|text| matches!(*text, "0" | "1"))
}

/// A mark or the signature of the row's own member.
fn is_mark(view: &View, table: &Table, row: u32, col: u32) -> bool {
    match table.name_for(col) {
        Some(names) => is_signed(view, row, names, col),
        None => view.word(row, col).mark(view.vocabulary).is_some(),
    }
}

/// A word that could be a mark.
fn is_short_word(text: &str) -> bool {
    text.chars().count() <= LONGEST_MARK && text.contains(is_han)
}

/// Marks that nobody has listed are not longer.
const LONGEST_MARK: usize = 6;

/// A word for somebody who did not come.
fn tells_of_absence(view: &View, row: u32, col: u32) -> bool {
    view.word(row, col).mark(view.vocabulary).is_some_and(|mark| mark.is_away())
}

fn is_day(view: &View, _: &Table, row: u32, col: u32) -> bool {
    match view.sheet.value(row, col) {
        Value::Date(_) => true,
        // 2 and 1.5 may be anything.
        Value::Text(text) => {
            !is_short_number(text) && matches!(when::parse(text, Around::of(2000, 1)), Ok(When::Day(_)))
        }
        _ => false,
    }
}

/// The month of a day in somebody's life; see [`Month::index`](crate::period::Month::index).
fn month_of(view: &View, row: u32, col: u32) -> Option<i32> {
    let month = match view.sheet.value(row, col) {
        Value::Date(day) => When::Day(*day).month(),
        _ => {
            let word = view.word(row, col);
            let written = word.date().filter(|date| date.has_year() && date.is_all())?;
            written.when(Around::default()).ok()?.month()
        }
    };
    Some(month.index())
}

/// Whether a column holds days on which people joined: no child is one, and the heading speaks of the Party or the days
/// are about a year before those on which probation ended.
fn begins_a_membership(view: &View, table: &Table, rows: &[u32], col: u32) -> bool {
    let both = |other: u32| -> Vec<(i32, i32)> {
        rows.iter()
            .filter_map(|row| Some((month_of(view, *row, col)?, month_of(view, *row, other)?)))
            .collect()
    };
    let label = table.columns.iter().find(|c| c.index == col).map_or("", |c| &c.label);
    // 正式 and 转正 say that it is the later day.
    let says_so = view.vocabulary.may_head_joining(label);
    let ends_soon = |ends: &[(i32, i32)]| {
        ends.len() >= 2 && ends.iter().all(|(day, end)| PROBATION.contains(&(end - day)))
    };
    let is_other =
        |c: &&Column| c.index != col && (c.concepts.is_empty() || c.concepts.first() == Some(&Confirmed));
    let others = table.columns.iter().filter(is_other).map(|c| both(c.index));
    let births = table.column(Birth).map(|c| both(c.index)).unwrap_or_default();
    let is_grown = births.iter().filter(|(day, birth)| day - birth >= YOUNGEST).count() * 2 >= births.len();
    is_grown && (others.clone().any(|ends| ends_soon(&ends)) || says_so && !table.has(Confirmed))
}

/// Probation takes a year, and may be prolonged by another (《中国共产党章程》第七条); in months, with some to spare.
const PROBATION: std::ops::RangeInclusive<i32> = 6..=36;

/// Nobody joins younger, in months (《中国共产党章程》第一条: 年满十八岁).
const YOUNGEST: i32 = 18 * 12;

/// A number that is no date such as 20260305.
fn is_short_number(text: &str) -> bool {
    text.len() < 6 && number(text).is_some()
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
        && word.mark(view.vocabulary).is_none()
        && view.vocabulary.audience(&word.text).is_none()
}
