//! Columns of which what stands around them, or below their headings, says what they are.

use std::sync::LazyLock;

use regex::Regex;

use super::content;
use super::lexicon::Word;
use super::outline::{Column, Table};
use super::rivals;
use super::ticks;
use super::unheaded::{below, is_signed, may_head_people, mostly_different};
use super::view::View;
use crate::book::Value;
use crate::text::{is_nothing, pattern};
use crate::vocabulary::Concept;
use crate::when::{self, Around};

/// 姓名 at the left of people's names speaks of its row: the columns under it say which session each row is.
fn turn(view: &View, table: &mut Table) {
    let is_person = |c: &&Column| c.concepts.is_empty() && view.is_person(&c.label);
    let Some(first) = table.columns.iter().find(is_person).map(|c| c.index) else { return };
    let row = table.header.1;
    let mut told: Vec<Concept> = Vec::new();
    for column in table.columns.iter_mut().filter(|c| c.index < first && c.concepts.contains(&Concept::Name))
    {
        let heads = |sort: fn(&View, u32, u32) -> bool| {
            below(view, row).filter(|&r| sort(view, r, column.index)).count() >= 2
        };
        let is_person = |view: &View, r: u32, c: u32| view.word(r, c).is_person(view.vocabulary);
        let is_dated = |view: &View, r: u32, c: u32| match view.sheet.value(r, c) {
            Value::Text(text) => when::find(text, Around::of(2000, 1)).is_some(),
            value => matches!(value, Value::Date(_) | Value::Number(_)),
        };
        let is_kind =
            |view: &View, r: u32, c: u32| !view.word(r, c).session(view.vocabulary).kinds.is_empty();
        let concept = if heads(is_dated) && !told.contains(&Concept::Date) {
            Concept::Date
        } else if heads(is_kind) && !told.contains(&Concept::Kind) {
            Concept::Kind
        } else if !heads(is_person) && !told.is_empty() {
            Concept::Topic
        } else {
            continue;
        };
        told.push(concept);
        column.concepts = vec![concept];
    }
}

/// 应到党员 over numbers says how many they are, not who; over people, who, not how many.
fn count(view: &View, table: &mut Table) {
    let data: Vec<u32> = table.data().collect();
    for column in table.columns.iter_mut().filter(|c| c.concepts.contains(&Concept::Name)) {
        let counts = |c: &Concept| matches!(c, Concept::Due | Concept::Came);
        let is_number = |row: &u32| crate::text::number(view.text(*row, column.index)).is_some();
        let is_said = |row: &&u32| !is_nothing(view.text(**row, column.index));
        if column.concepts.iter().any(counts)
            && data.iter().any(is_number)
            && data.iter().filter(is_said).all(is_number)
        {
            column.concepts.retain(counts);
        } else if data.iter().any(|row| view.word(*row, column.index).is_person(view.vocabulary)) {
            column.concepts.retain(|c| !counts(c));
        }
    }
}

/// 参会党员 and 与会人员 over cells that name several people say who came, not whose row it is.
fn list(view: &View, table: &mut Table) {
    use Concept::{Attendees, Audience, Date, Kind, Name};
    let data: Vec<u32> = table.data().collect();
    let is_of_meetings = table.has(Date) || table.has(Kind);
    for column in table.columns.iter_mut().filter(|c| c.concepts.contains(&Name)) {
        let said = data.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text));
        // Names with nothing between them are several too, where each row is a meeting.
        let is_odd = is_of_meetings && column.concepts.contains(&Attendees);
        let names_several = |text: &&str| {
            text.contains(['、', ','])
                || view.vocabulary.audience(text).is_some()
                || is_odd && !view.is_person(text)
        };
        let (several, alone): (Vec<&str>, Vec<&str>) = said.partition(names_several);
        let enough = if is_odd { several.len() * 2 } else { several.len() };
        if enough > alone.len() {
            column.concepts.retain(|c| matches!(c, Attendees | Audience));
            if column.concepts.is_empty() {
                column.concepts.push(Attendees);
            }
        }
    }
}

/// 会议事项 or 活动名称 over what the meetings were about, beside a column of nothing but kinds, is no kind.
fn kinds(view: &View, table: &mut Table) {
    use Concept::{Kind, Topic};
    let data: Vec<u32> = table.data().collect();
    let kinds = |row: u32, col: u32| &view.word(row, col).session(view.vocabulary).kinds;
    // 参观 among the words of a topic is one as well.
    let names_kind = |row: u32, col: u32| kinds(row, col).iter().any(|kind| !kind.is_vague());
    let said = |col: u32| data.iter().copied().filter(move |row| !is_nothing(view.text(*row, col)));
    let every = |col: u32, is_kind: &dyn Fn(u32) -> bool| {
        let mut said = said(col).peekable();
        said.peek().is_some() && said.all(is_kind)
    };
    let is_headed = |c: &&Column| c.concepts.first() == Some(&Kind);
    let may_tell = |c: &&Column| c.concepts.is_empty() || is_headed(c);
    let columns = || table.columns.iter();
    // Where every row names a kind; and where it does at least as its heading says.
    let sure = |c: &&Column| may_tell(c) && every(c.index, &|row| names_kind(row, c.index));
    let full = |c: &&Column| is_headed(c) && every(c.index, &|row| !kinds(row, c.index).is_empty());
    let sure: Vec<u32> = columns().filter(sure).map(|c| c.index).collect();
    let full: Vec<u32> = columns().filter(full).map(|c| c.index).collect();
    let is_topic = |c: &Column| {
        let beside = |others: &[u32]| !others.contains(&c.index) && !others.is_empty();
        let named = said(c.index).filter(|row| names_kind(*row, c.index)).count();
        is_headed(&c) && (beside(&sure) || beside(&full) && named * 2 < said(c.index).count())
    };
    let topics: Vec<u32> = columns().filter(|c| is_topic(c)).map(|c| c.index).collect();
    for column in table.columns.iter_mut().filter(|c| topics.contains(&c.index)) {
        column.concepts = vec![Topic];
    }
}

/// 类别 over nothing but kinds, beside months across, says of which kind the sessions of a row are.
fn kinds_of_rows(view: &View, table: &mut Table) {
    use Concept::{Kind, Name, Seq};
    let is_bare =
        table.sessions().next().is_some() && table.sessions().all(|(_, head)| head.kinds.is_empty());
    if !is_bare || table.has(Kind) {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let names_kind = |row: u32, col: u32| {
        view.word(row, col).session(view.vocabulary).kinds.iter().any(|kind| !kind.is_vague())
    };
    let tells_kinds = |c: &&mut Column| {
        let mut said = data.iter().filter(|row| !is_nothing(view.text(**row, c.index))).peekable();
        c.session.is_none()
            && ![Name, Seq].iter().any(|other| c.concepts.contains(other))
            && said.peek().is_some()
            && said.all(|row| names_kind(*row, c.index))
    };
    if let Some(column) = table.columns.iter_mut().find(tells_kinds) {
        column.concepts = vec![Kind];
    }
}

/// 参会党员签名 beside people, over marks or the same names again, says who signed. Who stands beside it is then known as
/// well, whatever is over them.
fn signed(view: &View, table: &mut Table) {
    use Concept::{Attendees, Mark, Name};
    if table.has(Mark) {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let is_said = |row: &u32, col: u32| !is_nothing(view.text(*row, col));
    let signs = |names: u32, col: u32| {
        data.iter().any(|row| is_said(row, col))
            && data.iter().all(|row| !is_said(row, col) || is_signed(view, *row, names, col))
    };
    let holds_people = |c: &&Column| {
        let said = || data.iter().filter(|row| is_said(row, c.index));
        said().count() >= 2
            && said().all(|row| view.word(*row, c.index).is_person(view.vocabulary))
            && mostly_different(said().map(|row| view.text(*row, c.index)))
    };
    // Lists side by side have each column again.
    let signatures: Vec<(u32, u32)> = (table.columns.iter())
        .filter(|c| c.concepts.first() == Some(&Attendees))
        .filter_map(|c| {
            let is_of_people = |other: &&Column| {
                other.concepts.contains(&Name) || other.concepts.is_empty() && holds_people(other)
            };
            // The nearest: the second list has names of its own, headed or not.
            let mut left = table.columns.iter().rev().filter(|other| other.index < c.index);
            let names =
                left.find(is_of_people).or(table.column(Name)).filter(|names| names.index != c.index)?;
            signs(names.index, c.index).then_some((names.index, c.index))
        })
        .collect();
    for column in &mut table.columns {
        if signatures.iter().any(|(_, col)| *col == column.index) {
            column.concepts = vec![Mark];
        } else if column.concepts.is_empty() && signatures.iter().any(|(names, _)| *names == column.index) {
            (column.concepts, column.by_content) = (vec![Name], true);
        }
    }
}

/// 到没到, 实际到会情况 or 人员到会 over marks alone, beside people, says how they came, whatever else it could mean.
fn marked(view: &View, table: &mut Table) {
    use Concept::*;
    let data: Vec<u32> = table.data().collect();
    let words = |col: u32| data.iter().map(move |row| view.word(*row, col)).filter(|w| !is_nothing(&w.text));
    let is_mark = |word: &Word| word.mark(view.vocabulary).is_some();
    // Numbers alone say how many.
    let holds_marks = |col: u32| words(col).any(|word| !word.is_number()) && words(col).all(is_mark);
    let holds_people =
        |col: u32| words(col).next().is_some() && words(col).all(|word| word.is_person(view.vocabulary));
    let may_name = |c: &Column| c.concepts.contains(&Name) || may_head_people(c.concepts.first());
    let Some(people) = table.columns.iter().find(|c| may_name(c) && holds_people(c.index)).map(|c| c.index)
    else {
        return;
    };
    // 请假 over a tick for each of those on leave is one of the columns that are ticked.
    let counts = |c: &Concept| matches!(c, Due | Came | DueAndCame | Statistic);
    let names = |c: &Concept| matches!(c, Absentees | Attendees);
    let is_full = |c: &Column| words(c.index).count() == data.len();
    let is_other = |c: &Column| {
        let first = c.concepts.first();
        // 缺席原因 says why.
        !table.has(Mark)
            && !c.concepts.contains(&Reason)
            && (first.is_some_and(counts) || first.is_some_and(names) && is_full(c))
            && !ticks::is_one_of_several(view, table, c)
    };
    let is_marked = |c: &&Column| {
        c.index > people
            && c.session.is_none()
            && (c.concepts.contains(&Name) || is_other(c))
            && holds_marks(c.index)
    };
    let marked: Vec<String> = table.columns.iter().filter(is_marked).map(|c| c.label.clone()).collect();
    // Lists side by side have each column again, and the last of them may be short.
    let says_again = |c: &&mut Column| c.session.is_none() && marked.contains(&c.label);
    for column in table.columns.iter_mut().filter(says_again) {
        column.concepts = vec![Mark];
    }
}

/// 学习重点内容 has a word for a session, but a column that holds no mark is of none, unless it is dated.
fn sessionless(view: &View, table: &mut Table) {
    let data: Vec<u32> = table.data().collect();
    let is_mark = |word: &Word| word.mark(view.vocabulary).is_some();
    // 1 is a mark as well, among other numbers it is none.
    let is_amount = |word: &Word| word.is_number() && !matches!(&*word.text, "0" | "1");
    let holds_none = |c: &Column| {
        let said = || data.iter().map(|row| view.word(*row, c.index)).filter(|word| !is_nothing(&word.text));
        match said().next() {
            // 其他需要说明的情况 is empty on most sheets, and beside the marks of one meeting it is no other.
            None => table.has(Concept::Mark),
            Some(_) => !said().any(is_mark) || said().all(|word| word.is_number()) && said().any(is_amount),
        }
    };
    let is_undated = |c: &&Column| c.session.as_ref().is_some_and(|head| head.when.is_none());
    let free: Vec<u32> =
        table.columns.iter().filter(is_undated).filter(|c| holds_none(c)).map(|c| c.index).collect();
    for column in table.columns.iter_mut().filter(|c| free.contains(&c.index)) {
        column.session = None;
    }
}

/// 身份 over posts and over nothing that is a standing says what posts the members have.
fn posts(view: &View, table: &mut Table) {
    use Concept::{Post, Standing};
    let (v, has_posts) = (view.vocabulary, table.has(Post));
    let data: Vec<u32> = table.data().collect();
    for column in table.columns.iter_mut().filter(|c| c.concepts.first() == Some(&Standing) && !has_posts) {
        let said = data.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text));
        let (posts, others): (Vec<&str>, Vec<&str>) = said.partition(|text| v.is_committee_post(text));
        // 党员 says that there is none, and is a standing as well.
        if !posts.is_empty() && others.iter().all(|text| v.post(text).is_empty()) {
            column.concepts = vec![Post];
        }
    }
}

/// 类型 over nothing but standings, beside what people have, says what members they are, not what meetings.
fn standings(view: &View, table: &mut Table) {
    use Concept::{Form, Gender, IdNumber, Joined, Kind, Name, Standing, StudyCategory};
    let v = view.vocabulary;
    let of_people = [Name, IdNumber, Joined, Gender].into_iter().any(|c| table.has(c));
    let data: Vec<u32> = table.data().collect();
    let may_be =
        |c: &&mut Column| of_people && matches!(c.concepts.first(), Some(Kind | StudyCategory | Form));
    for column in table.columns.iter_mut().filter(may_be) {
        let mut said =
            data.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text)).peekable();
        let is_standing = |text: &str| v.status(text).is_some() || v.category(text).is_some();
        if said.peek().is_some() && said.all(is_standing) {
            column.concepts = vec![Standing];
        }
    }
}

/// Lists side by side have their columns in the same order: where one has marks, a column with an unknown heading at
/// the same place of another has them too.
fn marks_beside(view: &View, table: &mut Table) {
    let names: Vec<u32> = table.all(Concept::Name).iter().map(|c| c.index).collect();
    let marks: Vec<u32> = table.all(Concept::Mark).iter().map(|c| c.index).collect();
    let own = |name: u32| {
        let until = names.iter().copied().find(|other| *other > name).unwrap_or(u32::MAX);
        marks.iter().copied().find(|mark| (name..until).contains(mark))
    };
    let Some(offset) = names.iter().find_map(|name| Some(own(*name)? - name)) else { return };
    let data: Vec<u32> = table.data().collect();
    for name in names.iter().copied().filter(|name| own(*name).is_none()) {
        let holds = |row: &u32| !is_nothing(view.text(*row, name + offset));
        let lacking = table.columns.iter_mut().find(|c| c.index == name + offset && c.concepts.is_empty());
        if let Some(column) = lacking.filter(|_| data.iter().any(holds)) {
            (column.concepts, column.by_content) = (vec![Concept::Mark], true);
        }
    }
}

/// Whether a column of dates holds more than the time of the day: 签到时间 may only say when somebody signed.
fn tells_days_in(view: &View, table: &Table, col: u32) -> bool {
    static CLOCK: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:[上下]午|早上|晚上)?\d{1,2}[:时点](?:\d{1,2}分?)?(?::\d{2})?$"));
    let mut texts = table.data().map(|row| view.text(row, col)).filter(|t| !is_nothing(t)).peekable();
    texts.peek().is_none() || texts.any(|text| !CLOCK.is_match(text))
}

/// A column of dates, and not only of when in the day somebody signed.
pub fn tells_days(view: &View, table: &Table) -> bool {
    let columns = [Concept::Date, Concept::Month].into_iter().flat_map(|c| table.all(c));
    columns.into_iter().any(|c| tells_days_in(view, table, c.index))
}

/// Beside a column of days, one of times of the day is a mark of those who signed, where there is no other.
fn clocks(view: &View, table: &mut Table) {
    let dates: Vec<u32> = table.all(Concept::Date).iter().map(|c| c.index).collect();
    let (days, clocks): (Vec<u32>, Vec<u32>) =
        dates.into_iter().partition(|col| tells_days_in(view, table, *col));
    if days.is_empty() || clocks.is_empty() || !table.has(Concept::Name) {
        return;
    }
    let sort = if table.has(Concept::Mark) { Concept::Other } else { Concept::Mark };
    for column in table.columns.iter_mut().filter(|c| clocks.contains(&c.index)) {
        column.concepts = vec![sort];
    }
}

/// `3月5日 学习党章`: where nothing else gives the day of a row, the topics that begin with one do.
fn dated(view: &View, table: &mut Table) {
    use Concept::{Date, Kind, Month, Topic};
    if table.has(Date) || table.has(Month) || table.sessions().next().is_some() {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let is_said = |row: &&u32, col: u32| !is_nothing(view.text(**row, col));
    let is_dated = |c: &Column| {
        let said: Vec<u32> = data.iter().filter(|row| is_said(row, c.index)).copied().collect();
        let days = said.iter().filter(|row| view.word(**row, c.index).behind_its_day().is_some()).count();
        days >= 2 && days * 2 > said.len()
    };
    let told = |c: &&mut Column| matches!(c.concepts.first(), Some(Topic | Kind));
    if let Some(column) = table.columns.iter_mut().filter(told).find(|c| is_dated(c)) {
        column.concepts.push(Date);
    }
}

/// Gives columns their concepts where their headings alone do not.
pub fn columns(view: &View, table: &mut Table) {
    turn(view, table);
    count(view, table);
    list(view, table);
    kinds(view, table);
    kinds_of_rows(view, table);
    sessionless(view, table);
    marked(view, table);
    signed(view, table);
    standings(view, table);
    posts(view, table);
    marks_beside(view, table);
    rivals::settle_joining(table);
    content::tell(view, table);
    rivals::settle_hours(view, table);
    dated(view, table);
    clocks(view, table);
}
