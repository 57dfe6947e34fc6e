//! An attendance matrix: members down, sessions across.

use std::collections::BTreeSet;

use super::branch_rows;
use super::fields::fault_issue;
use super::labels::Label;
use super::mark::Mark;
use super::name::looks_like_name;
use super::outline::{Column, Row, SessionHead, Table};
use super::record::{BranchHint, MarkRow, Reading, Roll, SessionRow};
use super::ticks::{self, Ticked};
use super::view::View;
use super::{Sight, row_notes, session_head, sums};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::period::Month;
use crate::text::{Text, is_nothing, number};
use crate::vocabulary::{Concept, Kind};
use crate::when::{Fault, When};

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    report_nameless(sight, table, reading);
    report_sessionless(sight, table, reading);
    check_order(sight, table, reading);
    report_other_kind_rows(sight, table, reading);
    sums::check_rows(sight, table, reading);
    sums::check_sessions(sight, table, reading);
    let branches = branch_rows::of(sight, table, table.column(Concept::Branch).map(|c| c.index));
    let kind_col = table.column(Concept::Kind).map(|c| c.index);
    let notes = row_notes::of(sight, table, reading);
    let mut people: Vec<(u32, Vec<Person>)> = Vec::new();
    let mut columns = table.sessions().peekable();
    while let Some((column, head)) = columns.next() {
        let Some(name_col) = table.name_for(column.index) else { return };
        // 出席 | 请假 | 缺席 below one session are of it together, until one of them comes again.
        let mut ticked: Vec<&Column> = Vec::from_iter(column.stands_for.map(|_| column));
        let goes_on = |(c, other): &(&Column, &SessionHead), ticked: &[&Column]| {
            c.stands_for.is_some() && *other == head && !ticked.iter().any(|known| known.label == c.label)
        };
        while let Some((other, _)) = columns.next_if(|next| !ticked.is_empty() && goes_on(next, &ticked)) {
            ticked.push(other);
        }
        let ticked: Vec<(u32, Mark)> =
            ticked.into_iter().filter_map(|c| Some((c.index, c.stands_for?))).collect();
        let Some(mut session) = session(sight, table, column, head, reading) else { continue };
        if session.kinds.is_empty() {
            if kind_col.is_none() {
                let place = sight.view.cell(head.date_row, column.index);
                reading.issues.push(Issue::new(Code::UnknownKind, place, column.heading.clone(), ""));
            }
            session.kinds = vec![Kind::Other];
        }
        // Columns side by side are of the same people.
        if people.last().is_none_or(|(col, _)| *col != name_col) {
            people.push((name_col, people_of(sight, &branches, name_col, kind_col, reading)));
        }
        let (_, people) = people.last().expect("just entered");
        let counts = ticked.is_empty() && holds_amounts(sight, table, column);
        // Rows of several branches or kinds on one sheet: a session for each.
        let mut apart: Vec<((&Option<BranchHint>, &RowKinds), SessionRow)> = Vec::new();
        for Person { row, name, branch, kinds } in people {
            let written = sight.view.seen(*row, column.index);
            let (col, said) = match ticked.as_slice() {
                // Whoever signed came.
                [] if written == name.value => (column.index, Some(Mark::Present)),
                [] if counts && number(&written).is_some() => {
                    let place = sight.view.cell(*row, column.index);
                    reading.issues.push(sight.unknown_mark(place, &written));
                    (column.index, None)
                }
                [] => (column.index, sight.mark(*row, column.index, reading)),
                ticked => match ticks::read(sight, ticked, *row, reading) {
                    Ticked::As(col, mark) => (col, Some(mark)),
                    Ticked::Nothing => (column.index, Some(ticks::of_nobody(ticked))),
                    Ticked::Unclear => (column.index, None),
                },
            };
            let Some(mut mark) = said else { continue };
            let text = if col == column.index { written } else { sight.view.seen(*row, col) };
            let at = sight.view.at(*row, col);
            if let Some((note, words)) = notes.get(&(*row, column.index)) {
                mark = sight.noted((mark, col), (*row, *note), words, reading);
            }
            let entry = MarkRow { name: name.clone(), mark, text, at };
            match apart.iter_mut().find(|(of, _)| *of == (*branch, kinds)) {
                Some((_, s)) => s.marks.push(entry),
                None => {
                    let hints = branch.iter().chain(&session.branch).cloned().collect();
                    let mut marks = Vec::with_capacity(people.len());
                    marks.push(entry);
                    let mut own = SessionRow { branch: hints, marks, ..session.clone() };
                    // The column's own heading speaks of it more than the row does.
                    if let Some((kinds, group)) = kinds.clone().filter(|_| head.kinds.is_empty()) {
                        (own.kinds, own.group) = (kinds, group);
                    }
                    apart.push(((*branch, kinds), own));
                }
            }
        }
        if let [(_, only)] = apart.as_mut_slice() {
            only.came = came_total(sight, table, column.index);
        }
        // Those who were not due may be of the branch or the kind whose session it was not.
        let is_only = apart.len() == 1;
        let sessions = apart.into_iter().filter_map(|(_, session)| session.of_list());
        reading.sessions.extend(sessions.filter(|session| is_only || session.roll != Roll::Untold));
    }
}

/// Whether a number among a column's marks is none of them: then 1 is no mark either, but one hour or one point.
fn holds_amounts(sight: &Sight, table: &Table, column: &Column) -> bool {
    let view = sight.view;
    // Hardly any mark is a number.
    let mut numbers = table.data().filter(|row| view.word(*row, column.index).is_number());
    numbers.any(|row| view.seen_word(row, column.index).mark_under(sight.legend, view.vocabulary).is_none())
}

/// Points out words where the other columns name their kinds, from which nothing is understood: the kind comes from a row
/// below, of topics.
fn report_other_kind_rows(sight: &Sight, table: &Table, reading: &mut Reading) {
    let mut rows: Vec<u32> = table.sessions().filter_map(|(_, head)| head.kind_row).collect();
    rows.sort_unstable();
    let Some(&usual) = rows.get(rows.len() / 2) else { return };
    for (column, head) in table.sessions().filter(|(_, head)| head.kind_row.is_some_and(|own| own > usual)) {
        let word = sight.view.seen_word(usual, column.index);
        if !is_nothing(&word.text) && word.date().is_none() {
            let kinds: Vec<&str> = head.kinds.iter().map(|kind| kind.chinese()).collect();
            let place = sight.view.cell(usual, column.index);
            reading.issues.push(Issue::new(Code::KindInPart, place, &*word.text, kinds.join("暨")));
        }
    }
}

/// Points out a day out of its order. Lists side by side begin with the first day again, and so do kinds that stand over
/// several days each.
fn check_order(sight: &Sight, table: &Table, reading: &mut Reading) {
    let sessions: Vec<(&Column, &SessionHead)> = table.sessions().collect();
    let kinds: BTreeSet<&[Kind]> = sessions.iter().map(|(_, head)| &*head.kinds).collect();
    let runs = sessions.chunk_by(|a, b| a.1.kinds == b.1.kinds).count();
    let by_kind = runs == kinds.len() && runs < sessions.len();
    let list = |column: &Column| table.name_for(column.index);
    let is_one = |a: &(&Column, &SessionHead), b: &(&Column, &SessionHead)| {
        list(a.0) == list(b.0) && (!by_kind || a.1.kinds == b.1.kinds)
    };
    for run in sessions.chunk_by(is_one) {
        let days = run.iter().filter_map(|(column, head)| {
            Some((head.when?.ok()?.day()?, sight.view.cell(head.date_row, column.index)))
        });
        sums::check_order(days.collect(), reading);
    }
}

/// The kinds and the group of the sessions of a row, where a column has them.
type RowKinds = Option<(Vec<Kind>, String)>;

/// Somebody with a row of marks.
struct Person<'a> {
    row: u32,
    name: Cited<Text>,
    branch: &'a Option<BranchHint>,
    kinds: RowKinds,
}

fn people_of<'a>(
    sight: &Sight,
    branches: &'a [(u32, Option<BranchHint>)],
    name_col: u32,
    kind_col: Option<u32>,
    reading: &mut Reading,
) -> Vec<Person<'a>> {
    let view = sight.view;
    let mut people: Vec<Person> = Vec::new();
    for (row, branch) in branches {
        let mut name = view.cited(*row, name_col);
        if is_carried(view, *row, name_col, kind_col)
            && let Some(last) = people.last()
        {
            name = last.name.clone();
        }
        if is_nothing(&name.value) || !looks_like_name(&name.value) {
            continue;
        }
        // 第一党小组 holds for those below it.
        let of_group = |kinds: &RowKinds| kinds.as_ref().is_some_and(|(_, group)| !group.is_empty());
        let above = || people.last().map(|person| person.kinds.clone()).filter(of_group);
        let kinds = kind_col.map(|c| match view.seen(*row, c) {
            text if is_nothing(&text)
                && let Some(above) = above().flatten() =>
            {
                above
            }
            text if is_nothing(&text) => {
                reading.issues.push(Issue::new(Code::UnknownKind, view.cell(*row, c), "（空）", ""));
                (vec![Kind::Other], String::new())
            }
            text => sight.kinds(&text, view.at(*row, c), reading),
        });
        people.push(Person { row: *row, name, branch, kinds });
    }
    people
}

/// Whether a row goes on about the person above: one kind of session is another row.
fn is_carried(view: &View, row: u32, name_col: u32, kind_col: Option<u32>) -> bool {
    kind_col.is_some_and(|c| !is_nothing(view.text(row, c))) && is_nothing(&view.seen(row, name_col))
}

/// The session that a column stands for, without kinds where neither the header nor a title names any; an issue at its
/// header where it has no usable date.
fn session(
    sight: &Sight,
    table: &Table,
    column: &Column,
    head: &SessionHead,
    reading: &mut Reading,
) -> Option<SessionRow> {
    let view = sight.view;
    let place = view.cell(head.date_row, column.index);
    let origin = view.sheet.origin(head.date_row, column.index);
    let titled = || day_of_kind(sight, head).or_else(|| sight.context().date(view).map(|(when, _)| when));
    let dated = head.when.or_else(titled);
    let dated = dated.or_else(|| only_in_month(sight, table, head).map(Ok));
    let when = match dated {
        Some(Ok(when)) => {
            sight.check_year(when, head.date_row, column.index, reading);
            when
        }
        Some(Err(fault)) => {
            let text =
                if head.date_text.is_empty() { column.heading.clone() } else { head.date_text.clone() };
            // A header that is merged over several columns is one mistake.
            let issue = fault_issue(fault, place, &text, "这一列没有采用");
            if !reading.issues.contains(&issue) {
                reading.issues.push(issue);
            }
            return None;
        }
        None => {
            reading.issues.push(Issue::new(Code::NoDate, place, column.heading.clone(), "这一列没有采用"));
            return None;
        }
    };
    let says_number = || {
        let said = view.as_word(&column.label);
        said.session(view.vocabulary).rest.contains(|c: char| c.is_ascii_digit())
    };
    if head.when.is_none()
        && when.day().is_none()
        && says_number()
        && !session_head::only_numbers(view, column.row)
    {
        let only = format!("里的数字看不出是不是日子，按{when}采用");
        reading.issues.push(Issue::new(Code::OddDate, place, column.label.as_str(), only));
    }
    if head.weekday_differs {
        reading.issues.push(Issue::new(
            Code::WrongWeekday,
            place,
            head.date_text.clone(),
            "的星期与日期对不上",
        ));
    }
    let (mut kinds, mut group) = (head.kinds.clone(), head.group.clone());
    // What the header leaves open, a title may say.
    if kinds.is_empty() || group.is_empty() && kinds.contains(&Kind::GroupMeeting) {
        let (titled_kinds, titled_group) = sight.context().kinds_and_group(view);
        if kinds.is_empty() {
            kinds = titled_kinds;
        }
        if group.is_empty() && kinds.contains(&Kind::GroupMeeting) {
            group = titled_group;
        }
    }
    // 组织生活 in the title or 参观 in the topic is too little where the other columns say their kinds.
    let is_told = |head: &SessionHead| head.kinds.iter().any(|kind| *kind != Kind::Other);
    if kinds == [Kind::Other] && table.sessions().any(|(_, other)| is_told(other)) {
        kinds.clear();
    }
    let wording = |concept: Concept| {
        let row = row_of(view, table, concept);
        row.map(|row| sight.wording(row, Some(column.index))).unwrap_or_default()
    };
    let topic = if head.topic.is_empty() { wording(Concept::Topic) } else { head.topic.clone() };
    Some(SessionRow {
        branch: sight.context().branch(),
        when,
        group,
        kinds,
        topic,
        place: wording(Concept::Place),
        host: row_of(view, table, Concept::Host).and_then(|row| sight.host(row, Some(column.index))),
        hours: None,
        due: None,
        came: None,
        roll: Roll::Listed,
        unread: Vec::new(),
        marks: Vec::new(),
        at: view.at(origin.row.max(head.date_row.min(column.row)), column.index),
    })
}

/// The row among those of the people that says something of each session: who led it, where it was, what it was about.
fn row_of(view: &View, table: &Table, concept: Concept) -> Option<u32> {
    let label = |row: u32| view.filled(row).first().map_or(&[][..], |f| f.heading(view.vocabulary));
    table.said().find(|row| label(*row).first() == Some(&concept))
}

/// The day that a title gives the kind of a column: `党员大会：3月5日；党课：3月12日`.
fn day_of_kind(sight: &Sight, head: &SessionHead) -> Option<Result<When, Fault>> {
    let (view, around) = (sight.view, sight.context().around());
    if head.kinds.is_empty() {
        return None;
    }
    // 主题党日：3月5日 is a label with its value as well.
    let of_label = |label: &Label| view.text(label.value.at.row, label.value.at.col).to_string();
    let labels = sight.context().labels().iter().filter(|label| label.is_inline()).map(of_label);
    let titles = sight.context().of_the_session().iter().map(|title| title.value.to_string());
    let clauses = titles.chain(labels).flat_map(|text| {
        text.split(['；', ';', '，', ',', '。', '、']).map(str::to_string).collect::<Vec<_>>()
    });
    let of_kind = |clause: String| {
        let (kind, day) = clause.split_once([':', '：']).unwrap_or((&clause, &clause));
        let is_of_it = view.as_word(kind).session(view.vocabulary).kinds == head.kinds;
        let day = view.as_word(day);
        day.date().filter(|date| is_of_it && date.is_day()).map(|date| date.when(around))
    };
    let mut days = clauses.filter_map(of_kind);
    // The same line may be a title and a label.
    days.next().filter(|first| days.all(|other| other == *first))
}

/// The month of a sheet, 2026年3月参会统计, for a column of which only the kind is told, where no other is of that kind.
fn only_in_month(sight: &Sight, table: &Table, head: &SessionHead) -> Option<When> {
    let around = sight.context().around();
    sight.context().month_titled(sight.view)?;
    let month = Month::new(around.year?, around.month?);
    let is_alike = |other: &SessionHead| other.kinds == head.kinds && other.group == head.group;
    let is_only = table.sessions().filter(|(_, other)| is_alike(other)).count() == 1;
    (is_only && !head.kinds.is_empty()).then_some(When::Month(month))
}

/// The number in the sheet's own row `实到人数` under a column.
fn came_total(sight: &Sight, table: &Table, col: u32) -> Option<Cited<u32>> {
    let view = sight.view;
    let row = table.rows.iter().find_map(|r| match r {
        Row::Total(row) if view.filled(*row).iter().take(2).any(|f| f.counts_who_came(view.vocabulary)) => {
            Some(*row)
        }
        _ => None,
    })?;
    let n = number(view.text(row, col))?;
    (n >= 0.0 && n.fract() == 0.0).then(|| Cited::new(n as u32, view.at(row, col)))
}

/// A column of marks over which nothing says of which session they are.
fn report_sessionless(sight: &Sight, table: &Table, reading: &mut Reading) {
    let marks =
        table.columns.iter().filter(|c| c.session.is_none() && c.concepts.first() == Some(&Concept::Mark));
    for column in marks {
        if table.data().any(|row| !is_nothing(sight.view.text(row, column.index))) {
            let place = sight.view.cell(column.row, column.index);
            reading.issues.push(Issue::new(Code::NoDate, place, column.heading.clone(), "这一列没有采用"));
        }
    }
}

/// A row with marks and no name, or with a name that is none.
fn report_nameless(sight: &Sight, table: &Table, reading: &mut Reading) {
    let marked = |row: u32, name_col: u32| {
        let mut own = table.sessions().filter(|(c, _)| table.name_for(c.index) == Some(name_col));
        own.any(|(c, _)| !is_nothing(sight.view.text(row, c.index)))
    };
    let kind_col = table.column(Concept::Kind).map(|c| c.index);
    for row in table.data() {
        for name_col in table.all(Concept::Name).iter().map(|c| c.index) {
            let name = sight.view.seen(row, name_col);
            if is_carried(sight.view, row, name_col, kind_col) {
                continue;
            }
            if is_nothing(&name) && marked(row, name_col) {
                reading.issues.push(Issue::new(
                    Code::MarkWithoutName,
                    sight.view.cell(row, name_col),
                    "",
                    "",
                ));
            } else if !is_nothing(&name) && !looks_like_name(&name) {
                reading.issues.push(Issue::new(
                    Code::UnknownValue,
                    sight.view.cell(row, name_col),
                    name,
                    "姓名",
                ));
            }
        }
    }
}
