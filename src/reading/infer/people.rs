//! Columns of people and of what is said of each: who they are, who signed, how they came.

use std::collections::HashSet;

use crate::reading::lexicon::Word;
use crate::reading::mark;
use crate::reading::outline::{Column, Table};
use crate::reading::person;
use crate::reading::prose;
use crate::reading::ticks;
use crate::reading::unheaded::{below, is_signed, may_head_people, mostly_different};
use crate::reading::view::View;
use crate::reading::whom::are_many;
use crate::text::{is_nothing, squash};
use crate::vocabulary::Concept;
use crate::when;

/// 应到党员 over numbers says how many they are, not who; over people, who, not how many.
pub(super) fn count(view: &View, table: &mut Table) {
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

/// 签到对象 and 组织成员 over nothing but people, each once, in a list that is of no meetings or topics, or of one day and
/// their marks, say whose row it is. It is told by the rows right below, as where the list ends depends on where its people
/// stand.
pub fn misheaded(view: &View, table: &mut Table) {
    use Concept::{Audience, Date, Host, Kind, Mark, Month, Name, Recorder, Topic};
    const LEAST: usize = 2;
    const LOOKED_AT: usize = 3;
    let last = table.header.1;
    let days = table.column(Date).map(|c| c.index);
    let is_of_meetings = [Month, Kind, Topic].iter().any(|c| table.has(*c)) || days.is_some();
    // A log says of no day three times what was on it.
    let is_of_one_day = |day: u32| {
        let said: Vec<&str> = below(view, last).take(LOOKED_AT).map(|row| view.text(row, day)).collect();
        said.iter().all(|text| !text.is_empty() && *text == said[0])
    };
    let may_be_of_people = || !table.has(Name) && table.has(Mark) && days.is_some_and(is_of_one_day);
    if is_of_meetings && !may_be_of_people() {
        return;
    }
    let is_odd = |c: &&mut Column| matches!(c.concepts.first(), Some(Audience | Host | Recorder));
    for column in table.columns.iter_mut().filter(|c| c.session.is_none()).filter(is_odd) {
        let is_said = |row: &u32| !is_nothing(view.text(*row, column.index));
        let is_person = |row: &u32| view.word(*row, column.index).is_person(view.vocabulary);
        let rows: Vec<u32> = below(view, last).take_while(is_said).take(LOOKED_AT).collect();
        let names: HashSet<&str> = rows.iter().map(|row| view.text(*row, column.index)).collect();
        if rows.len() >= LEAST && names.len() == rows.len() && rows.iter().all(is_person) {
            (column.concepts, column.by_content) = (vec![Name], true);
        }
    }
}

/// 参会党员 and 与会人员 over cells that name several people say who came, not whose row it is.
pub(super) fn list(view: &View, table: &mut Table) {
    use Concept::{Attendees, Audience, Date, Kind, Name};
    let data: Vec<u32> = table.data().collect();
    let is_of_meetings = table.has(Date) || table.has(Kind);
    for column in table.columns.iter_mut().filter(|c| c.concepts.contains(&Name)) {
        let said = data.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text));
        // Names with nothing between them are several too, where each row is a meeting.
        let is_odd = is_of_meetings && column.concepts.contains(&Attendees);
        let names_several = |text: &&str| {
            text.contains(['、', ',']) || are_many(text, view.vocabulary) || is_odd && !view.is_person(text)
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

/// 姓名 below 请假 or 缺席, beside how many were due or came, names those who were away.
pub(super) fn below_groups(view: &View, table: &mut Table) {
    use Concept::{Absent, Absentees, Came, Date, Due, LateList, Name, OnLeave};
    if !table.has(Date) || ![Due, Came].iter().any(|c| table.has(*c)) {
        return;
    }
    for column in table.columns.iter_mut().filter(|c| c.concepts.first() == Some(&Name)) {
        let Some(over) = column.heading.strip_suffix(&column.label) else { continue };
        let over = view.heading(&squash(over));
        if let Some(of) = over.iter().find(|c| [OnLeave, Absent, Absentees, LateList].contains(c)) {
            column.concepts = vec![*of];
        }
    }
}

/// 责任人 beside a model post or an area is whose it is, where nobody else stands in the list.
pub(super) fn responsible(view: &View, table: &mut Table) {
    use Concept::{Honour, Name, Other};
    if table.has(Name) || !table.has(Honour) {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let said = |col: u32| data.iter().map(move |row| view.word(*row, col)).filter(|w| !is_nothing(&w.text));
    // One, or several with a comma between them.
    let names_some = |word: &Word| {
        let mut people = word.text.split(['、', ',', '，', ' ']).filter(|name| !name.is_empty()).peekable();
        people.peek().is_some() && people.all(|name| view.is_person(name))
    };
    let holds_people = |col: u32| said(col).next().is_some() && said(col).all(names_some);
    let is_responsible = |c: &&mut Column| {
        let is_known = c.concepts.first() == Some(&Other) || c.concepts.first() == Some(&Concept::Host);
        is_known && view.vocabulary.is_responsible(&c.label) && holds_people(c.index)
    };
    if let Some(column) = table.columns.iter_mut().find(is_responsible) {
        column.concepts = vec![Name];
    }
}

/// 到没到, 实际到会情况 or 人员到会 over marks alone, beside people, says how they came, whatever else it could mean.
pub(super) fn marked(view: &View, table: &mut Table) {
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

/// 参会党员签名 beside people, over marks or the same names again, says who signed. Who stands beside it is then known as
/// well, whatever is over them.
pub(super) fn signed(view: &View, table: &mut Table) {
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

/// 姓名 | 情况 beside 应到 | 实到, with nobody below who came: a row is a session, and names one who did not.
pub(super) fn away(view: &View, table: &mut Table) {
    use Concept::*;
    let is_counted = table.has(Due) && table.has(Came) || table.has(DueAndCame);
    let ([name], [mark]) = (&table.all(Name)[..], &table.all(Mark)[..]) else { return };
    let (name, mark) = (name.index, mark.index);
    let is_away = |word: &Word| word.mark(view.vocabulary).is_some_and(|mark| mark.is_away());
    let words = || table.data().map(|row| view.word(row, mark)).filter(|word| !is_nothing(&word.text));
    let all_away = words().next().is_some() && words().all(is_away);
    if !is_counted || !(table.has(Date) || table.has(Kind)) || !all_away {
        return;
    }
    for column in &mut table.columns {
        match column.index {
            col if col == name => column.concepts = vec![Absentees],
            col if col == mark => column.concepts = vec![Reason],
            _ => {}
        }
    }
}

/// Headings over people of whom the rows of a log say that they were away: 旷会都有谁, which nobody knows but for a word in
/// it, and 请假的是, which is taken for 原因.
pub(super) fn away_by_heading(view: &View, table: &mut Table) {
    use Concept::*;
    // 接待人 and 值班人员 of a day are away from no meeting, unless the rows are meetings.
    let beside_day = [Due, Came, DueAndCame, Topic, Host, Place, Attendees, OnLeave, Absent, LateList];
    let is_of_meetings = table.has(Kind) || table.has(Date) && beside_day.iter().any(|c| table.has(*c));
    if table.has(Name) || !is_of_meetings {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let is_open = |c: &&mut Column| c.session.is_none() && matches!(c.concepts[..], [] | [Reason]);
    for column in table.columns.iter_mut().filter(is_open) {
        // 事 of 老同事 is no leave.
        let words = view.vocabulary.mark_words(&column.label).filter(|(word, _)| word.chars().count() > 1);
        let away = words.map(|(_, word)| mark::Mark::from(word)).find(|mark| mark.is_away());
        let is_reason = !column.concepts.is_empty();
        // 高温 as a reason could be somebody, but not several, nor with a reason of his own.
        let names_people = |row: &&u32| {
            let said = prose::parse(&view.prose(**row, column.index), mark::Mark::Absent, view.vocabulary);
            let is_list = said.named.len() >= 2 || said.named.iter().any(|named| !named.said.is_empty());
            (is_list || !is_reason)
                && !said.named.is_empty()
                && said.named.iter().all(|named| view.is_person(&named.name))
        };
        let said = || data.iter().filter(|row| !is_nothing(view.text(**row, column.index)));
        let naming = said().filter(names_people).count();
        if naming == 0 || naming * 2 < said().count() || away.is_none() && !is_reason {
            continue;
        }
        let concept = match away {
            Some(mark::Mark::Leave(_)) => OnLeave,
            Some(_) => Absent,
            None => Absentees,
        };
        (column.concepts, column.by_content) = (vec![concept], true);
    }
}

/// Lists side by side have their columns in the same order: where one has marks, a column with an unknown heading at
/// the same place of another has them too.
pub(super) fn marks_beside(view: &View, table: &mut Table) {
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

/// Lists side by side have their columns in the same order: where one has names before its marks, a column of nothing but
/// people before those of another has them too, whatever its heading.
pub(super) fn names_beside(view: &View, table: &mut Table) {
    let (names, marks) = (table.all(Concept::Name), table.all(Concept::Mark));
    let (names, marks): (Vec<u32>, Vec<u32>) =
        (names.iter().map(|c| c.index).collect(), marks.iter().map(|c| c.index).collect());
    let behind = |name: &u32| marks.iter().find(|mark| *mark > name).map(|mark| mark - name);
    let Some(offset) = names.iter().find_map(behind) else { return };
    let data: Vec<u32> = table.data().collect();
    for mark in &marks {
        let Some(place) = mark.checked_sub(offset).filter(|col| !names.contains(col)) else { continue };
        let said = data.iter().filter(|row| !is_nothing(view.text(**row, place)));
        let mut said = said.map(|row| view.word(*row, place).is_person(view.vocabulary)).peekable();
        let holds_people = said.peek().is_some() && said.all(|is_person| is_person);
        let lacking = table.columns.iter_mut().find(|c| c.index == place && c.concepts.is_empty());
        if let Some(column) = lacking.filter(|_| holds_people) {
            (column.concepts, column.by_content) = (vec![Concept::Name], true);
        }
    }
}

/// 上午 and 下午 over marks are two halves of one session.
pub(super) fn halves(view: &View, table: &mut Table) {
    let is_half = |c: &Column| {
        let free = c.session.is_none() && matches!(c.concepts[..], [] | [Concept::Mark]);
        free && when::is_part_of_day(&c.label)
    };
    let data: Vec<u32> = table.data().collect();
    let holds_marks = |c: &Column| {
        let mut said =
            data.iter().map(|row| view.word(*row, c.index)).filter(|word| !is_nothing(&word.text)).peekable();
        said.peek().is_some() && said.all(|word| word.mark(view.vocabulary).is_some())
    };
    let found: Vec<u32> =
        table.columns.iter().filter(|c| is_half(c) && holds_marks(c)).map(|c| c.index).collect();
    if found.len() >= 2 {
        table
            .columns
            .iter_mut()
            .filter(|c| found.contains(&c.index))
            .for_each(|c| c.concepts = vec![Concept::Mark]);
    }
}

/// 书记 | 委员 | 普通党员 over ticks, beside what members have, say what each of them is.
pub(super) fn ticked(view: &View, table: &mut Table) {
    use Concept::*;
    let of_members = [IdNumber, Joined, Confirmed, Birth].iter().any(|c| table.has(*c));
    if !of_members || !table.has(Name) {
        return;
    }
    let v = view.vocabulary;
    let data: Vec<u32> = table.data().collect();
    let said = |col: u32| data.iter().map(move |row| view.text(*row, col)).filter(|text| !is_nothing(text));
    let is_ticked = |col: u32| {
        said(col).any(|text| v.yes_or_no(text) == Some(true))
            && said(col).all(|text| v.yes_or_no(text).is_some())
    };
    let is_free = |c: &&mut Column| c.concepts.is_empty() && c.session.is_none();
    for column in table.columns.iter_mut().filter(is_free) {
        if let Some(field) = person::field_of(&column.label, v).filter(|_| is_ticked(column.index)) {
            column.concepts = vec![field];
        }
    }
}
