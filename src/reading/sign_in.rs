//! A sign-in sheet: one session above, names one to three up below.

use std::collections::HashMap;

use super::Sight;
use super::branch_rows;
use super::context::{Context, Names};
use super::fields::fault_issue;
use super::footnotes;
use super::log::headed_by_mark;
use super::mark::{self, Mark};
use super::name::looks_like_name;
use super::named_roll::PEOPLE;
use super::notes_below;
use super::outline::{Column, Row, Table};
use super::record::{BranchHint, MarkRow, Reading, Roll, SessionRow};
use super::ticks::{self, Ticked};
use super::view::Line;
use crate::address::{Address, Cited};
use crate::book::Value;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing, squash};
use crate::vocabulary::{Concept, Kind};
use crate::when::{Around, When};

/// One block of columns: the name's, the mark's, and columns of notes beside it.
struct Block<'t> {
    name: u32,
    marks: Vec<u32>,
    /// In place of them, a column each for 出席, 迟到, 请假 and 缺席, of which one is ticked.
    ticked: Vec<(u32, Mark)>,
    notes: Vec<&'t Column>,
    /// What standing on the list means where it has no marks.
    plain: Mark,
}

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let header_at = view.cell(table.header.0, table.columns.first().map_or(0, |c| c.index));
    let below = labels_below(sight);
    let (when, at) =
        match sight.context().date(view).or_else(|| below.label(Concept::Date).and(below.date(view))) {
            Some((Ok(when), at)) => {
                sight.check_year(when, at.row, at.col, reading);
                check_name(sight, when, at, reading);
                (when, at)
            }
            Some((Err(fault), at)) => {
                let text = view.tidy(at.row, at.col);
                reading.issues.push(fault_issue(fault, view.cell(at.row, at.col), text, "这次会议没有采用"));
                return;
            }
            None => {
                reading.issues.push(Issue::new(Code::NoDate, header_at, "", "这次会议没有采用"));
                return;
            }
        };
    let (mut kinds, group) = sight.context().kinds_and_group(view);
    if kinds.is_empty() {
        let title = sight.context().titles().first().map(|t| t.value.clone()).unwrap_or_default();
        reading.issues.push(Issue::new(Code::UnknownKind, at, title, ""));
        kinds = vec![Kind::Other];
    }
    let label = |concept| sight.context().label(concept).map(|l| l.value.clone()).unwrap_or_default();
    let mut marks = Vec::new();
    let blocks = blocks(sight, table);
    // Names alone under 参会人员 say who came; under 姓名 they may be only those who were due.
    let says_who_came = |b: &Block| {
        table.columns.iter().any(|c| c.index == b.name && !view.heading(&c.label).contains(&Concept::Name))
    };
    let lacks_marks =
        |b: &&Block| b.marks.is_empty() && b.ticked.is_empty() && b.notes.is_empty() && !says_who_came(b);
    if let Some(block) = blocks.iter().find(lacks_marks) {
        let all = blocks.iter().all(|b| lacks_marks(&b));
        let place = if all { header_at } else { view.cell(table.header.1, block.name) };
        reading.issues.push(Issue::new(Code::NoMarks, place, "", ""));
    }
    let mut branches: HashMap<Address, BranchHint> = HashMap::new();
    for mut block in blocks {
        drop_repeated(sight, table, &mut block, reading);
        for (row, branch) in branch_rows::of(sight, table, branch_rows::column_for(table, block.name)) {
            read_person(sight, &block, row, &mut marks, reading);
            branches.extend(branch.map(|branch| (view.at(row, block.name), branch)));
        }
    }
    for (day, noted) in footnotes::read(sight, &|name| view.is_person(name), reading).people() {
        if day.is_none_or(|day| day.covers(when)) {
            add_noted(&mut marks, noted);
        } else {
            reading.issues.push(notes_below::unplaced(&noted));
        }
    }
    if when.day().is_none() {
        let only = "只写到月份，请看是不是漏写了日子";
        reading.issues.push(Issue::new(Code::OddDate, at, when.to_string(), only));
    }
    let counts = table.rows.iter().find_map(|r| match r {
        Row::Counts(row) => Some(*row),
        _ => None,
    });
    let counts =
        counts.or_else(|| table.preamble.iter().copied().find(|&r| matches!(view.line(r), Line::Counts(_))));
    let (mut due, mut came) = (None, None);
    if let Some(row) = counts
        && let Line::Counts(c) = view.line(row)
    {
        let at = view.at(row, c.col);
        (due, came) = (c.due.map(|n| Cited::new(n, at)), c.came.map(|n| Cited::new(n, at)));
    }
    for (slot, concept) in [(&mut due, Concept::Due), (&mut came, Concept::Came)] {
        if let Some(found) = sight.context().label(concept).filter(|_| slot.is_none()) {
            *slot = crate::text::number(&found.value).map(|n| Cited::new(n as u32, found.at));
        }
    }
    let hours = crate::text::number(&label(Concept::Hours)).or_else(|| hours_of_all(sight, table, reading));
    // A list of nobody but those who were away, where it is told how many came: the others did.
    let names_the_away = !marks.is_empty() && marks.iter().all(|m: &MarkRow| m.mark.is_away());
    let is_of_away = names_the_away && due.is_some() && came.is_some();
    let session = SessionRow {
        branch: sight.context().branch(),
        when,
        group: if kinds.contains(&Kind::GroupMeeting) { group } else { String::new() },
        kinds,
        topic: label(Concept::Topic),
        place: label(Concept::Place),
        host: sight.context().label(Concept::Host).map(|host| Cited::new(squash(&host.value), host.at)),
        hours,
        due,
        came,
        roll: if is_of_away { Roll::AbsentNamed } else { Roll::Listed },
        unread: Vec::new(),
        marks: Vec::new(),
        at,
    };
    reading.sessions.extend(by_branch(session, marks, &branches));
}

/// A session for each of the branches of which a list is. What is counted of all is of none of them alone.
fn by_branch(
    session: SessionRow,
    marks: Vec<MarkRow>,
    branches: &HashMap<Address, BranchHint>,
) -> Vec<SessionRow> {
    let mut apart: Vec<(Option<BranchHint>, Vec<MarkRow>)> = Vec::new();
    let mut places: HashMap<Option<Text>, usize> = HashMap::new();
    for mark in marks {
        let of = branches.get(&mark.name.at);
        let place = *places.entry(of.map(|of| of.text().clone())).or_insert(apart.len());
        if place == apart.len() {
            apart.push((of.cloned(), Vec::new()));
        }
        apart[place].1.push(mark);
    }
    let several = apart.len() > 1;
    let of_one = |(of, marks): (Option<BranchHint>, Vec<MarkRow>)| {
        let branch = of.into_iter().chain(session.branch.iter().cloned()).collect();
        let (due, came) = if several { (None, None) } else { (session.due.clone(), session.came.clone()) };
        SessionRow { branch, marks, due, came, ..session.clone() }
    };
    if apart.is_empty() { vec![session] } else { apart.into_iter().map(of_one).collect() }
}

/// The hours that a column gives everybody who has any; those of some are no session's, and are told.
fn hours_of_all(sight: &Sight, table: &Table, reading: &mut Reading) -> Option<f64> {
    let column = table.column(Concept::Hours)?;
    let said = |row: &u32| !is_nothing(sight.view.text(*row, column.index));
    let hours: Vec<f64> =
        table.data().filter(said).filter_map(|row| sight.hours(table, row, column.index, reading)).collect();
    let first = *hours.first()?;
    if hours.iter().all(|other| *other == first) {
        return Some(first);
    }
    let place = sight.view.cell(column.row, column.index);
    reading.issues.push(Issue::new(Code::UnreadColumn, place, column.label.as_str(), ""));
    None
}

/// Reads a list of those who were away that stands below the list of a session, of the same session; `false` where it is
/// none: `序号 | 缺席人员 | 原因`, or 姓名 below a title such as 请假名单.
pub fn goes_on(sight: &Sight, table: &Table, reading: &mut Reading) -> bool {
    let view = sight.view;
    let holds_people = |col: u32| table.data().any(|row| view.word(row, col).is_person(view.vocabulary));
    let heads_people = |c: &Column| PEOPLE.into_iter().find(|(people, _)| c.concepts.contains(people));
    let headed = || {
        let people = table.columns.iter().find(|c| heads_people(c).is_some() && holds_people(c.index))?;
        Some((people.index, heads_people(people).map(|(_, mark)| mark)))
    };
    let named = table.column(Concept::Name).map(|c| (c.index, None));
    let Some((name_col, headed)) = named.or_else(headed) else { return false };
    let titled = sight.context().of_the_session().iter().find_map(|t| headed_by_mark(&t.value, view));
    let plain = headed.or(titled);
    // 缺席原因 may name people elsewhere.
    let is_reason = |c: &&Column| {
        let says = |c: &Concept| matches!(c, Concept::Reason | Concept::Mark | Concept::Note);
        c.index > name_col && (c.concepts.iter().any(says) || heads_people(c).is_some())
    };
    let reasons: Vec<u32> = table.columns.iter().filter(is_reason).map(|c| c.index).collect();
    // Marks alone may be those of another session whose day was left out.
    let is_of_absent = plain.is_some() || table.has(Concept::Reason) && !table.has(Concept::Mark);
    if !is_of_absent || sight.context().tells_day(view) {
        return false;
    }
    for row in table.data() {
        let name = view.seen(row, name_col);
        let told = reasons.iter().copied().find(|c| !is_nothing(view.text(row, *c)));
        if is_nothing(&name) && told.is_none() {
            continue;
        }
        if !looks_like_name(&name) {
            reading.issues.push(Issue::new(Code::UnknownValue, view.cell(row, name_col), name, "姓名"));
            continue;
        }
        let said = told.and_then(|c| mark::parse(&view.seen(row, c), sight.legend, view.vocabulary));
        let mark = match (plain, said) {
            (Some(plain), Some(said)) => mark::combine(plain, said).unwrap_or(said),
            (None, Some(said)) => said,
            (Some(plain), None) => {
                if let Some(c) = told.filter(|_| plain == Mark::Absent) {
                    let (place, words) = (view.cell(row, c), view.seen(row, c));
                    reading.issues.push(Issue::new(Code::OwnWords, place, words, plain.chinese()));
                }
                plain
            }
            (None, None) => {
                let at = told.unwrap_or(name_col);
                reading.issues.push(sight.unknown_mark(view.cell(row, at), &view.seen(row, at)));
                continue;
            }
        };
        let at = view.at(row, told.unwrap_or(name_col));
        let text = told.map(|c| view.seen(row, c)).unwrap_or_default();
        let entry = MarkRow { name: Cited::new(name, view.at(row, name_col)), mark, text, at };
        if let Some(session) = reading.sessions.last_mut() {
            add_noted(&mut session.marks, entry);
        }
    }
    true
}

/// Whoever is left blank in the list, or came as far as it says, is what the note below it says; what does not go
/// together both stands, and is a conflict.
fn add_noted(marks: &mut Vec<MarkRow>, noted: MarkRow) {
    let known = marks.iter_mut().find(|m| m.name.value == noted.name.value);
    let both = |known: &MarkRow| match known.mark {
        Mark::Blank => Some(noted.mark),
        mark => mark::combine(mark, noted.mark),
    };
    match known.and_then(|known| Some((both(known)?, known))) {
        Some((mark, known)) if mark != known.mark => {
            *known = MarkRow { mark, name: known.name.clone(), ..noted }
        }
        Some(_) => {}
        None => marks.push(noted),
    }
}

/// Points out a day that is not the one which the sheet is named for, `2.21`.
fn check_name(sight: &Sight, when: When, at: Address, reading: &mut Reading) {
    let (name, month) = (&*sight.view.sheet.name, when.month());
    let named = crate::when::parse(name, Around { month: None, ..Around::of(month.year, month.month) });
    let both = when.day().zip(named.ok().and_then(When::day));
    if let Some((day, _)) = both.filter(|(day, named)| day != named) {
        let (place, text) = (sight.view.cell(at.row, at.col), day.to_string());
        reading.issues.push(Issue::new(Code::OddDate, place, text, format!("与工作表名“{name}”不一致")));
    }
}

/// Labels with their values below a sheet's last table, but for who signed the sheet and when it was printed.
fn labels_below(sight: &Sight) -> Context {
    let rows = sight
        .below
        .iter()
        .copied()
        .filter(|&row| sight.is_last && !matches!(sight.view.line(row), Line::Footer | Line::Legend));
    Context::read(sight.view, rows, &Names::default(), &[])
}

/// Leaves out a second column of marks under the same heading: it is of another session, of which nothing is told.
fn drop_repeated(sight: &Sight, table: &Table, block: &mut Block, reading: &mut Reading) {
    let head = |col: u32| table.columns.iter().find(|c| c.index == col);
    let Some(first) = block.marks.first().and_then(|&col| head(col)) else { return };
    block.marks.retain(|&col| {
        let Some(again) = head(col).filter(|c| c.index != first.index && c.label == first.label) else {
            return true;
        };
        if table.data().any(|r| !is_nothing(sight.view.text(r, col))) {
            let place = sight.view.cell(again.row, col);
            reading.issues.push(Issue::new(Code::UnreadColumn, place, again.label.as_str(), ""));
        }
        false
    });
}

fn blocks<'t>(sight: &Sight, table: &'t Table) -> Vec<Block<'t>> {
    let ticked: Vec<(u32, Mark)> =
        table.columns.iter().filter_map(|c| Some((c.index, c.stands_for?))).collect();
    let mut names: Vec<u32> = table.all(Concept::Name).iter().map(|c| c.index).collect();
    let of = |concept: Concept| {
        table.columns.iter().filter(move |c| c.concepts.contains(&concept)).map(|c| c.index)
    };
    // 签到时间 says who came, with a time, and perhaps with a word for who has none.
    let signed_at = of(Concept::Date).filter(|&col| is_signed_at(sight, table, col));
    let mut marks: Vec<u32> = of(Concept::Mark).chain(signed_at).collect();
    marks.sort_unstable();
    let is_note = |c: &&Column| c.concepts.iter().any(|c| matches!(c, Concept::Note | Concept::Reason));
    let signatures_are_names = names.is_empty();
    if signatures_are_names {
        names = marks.clone();
    }
    names
        .iter()
        .enumerate()
        .map(|(i, &name)| {
            let until = names.get(i + 1).copied().unwrap_or(u32::MAX);
            // Of a single list all columns are, on either side.
            // Before the marks of a list without known names there are those of another.
            let is_of_another =
                |col: u32| marks.iter().any(|mark| is_said_again(table, col, *mark) && *mark > name);
            let is_of_single = |col: u32| names.len() == 1 && !(col < name && is_of_another(col));
            let is_own = |col: u32| col != name && (is_of_single(col) || col > name && col < until);
            let ticked: Vec<(u32, Mark)> = ticked.iter().copied().filter(|(col, _)| is_own(*col)).collect();
            let own = marks.iter().copied().filter(|col| is_own(*col) && !signatures_are_names);
            let plain = match (signatures_are_names, ticked.is_empty()) {
                (true, _) => Mark::Present,
                (false, true) => sight.plain(table),
                (false, false) => ticks::of_nobody(&ticked),
            };
            Block {
                name,
                ticked,
                marks: own.collect(),
                notes: table.columns.iter().filter(is_note).filter(|c| is_own(c.index)).collect(),
                plain,
            }
        })
        .collect()
}

/// Whether two columns have the same heading, as those of lists side by side.
fn is_said_again(table: &Table, one: u32, other: u32) -> bool {
    let label = |col: u32| table.columns.iter().find(|c| c.index == col).map(|c| &c.label);
    one != other && label(one) == label(other)
}

/// A column in which nothing stands but times of a day, or of the day, and marks.
fn is_signed_at(sight: &Sight, table: &Table, col: u32) -> bool {
    let cells = || table.data().filter(|row| !is_nothing(sight.view.text(*row, col)));
    let says = |row: u32| {
        is_dated(sight, row, col)
            || sight.view.word(row, col).mark_under(sight.legend, sight.view.vocabulary).is_some()
    };
    cells().next().is_some() && cells().all(says)
}

fn read_person(sight: &Sight, block: &Block, row: u32, marks: &mut Vec<MarkRow>, reading: &mut Reading) {
    let view = sight.view;
    let name = view.seen(row, block.name);
    if view.is_left_out(row, block.name) {
        return;
    }
    if is_nothing(&name) {
        if block.marks.iter().any(|&c| !is_nothing(view.text(row, c))) {
            reading.issues.push(Issue::new(Code::MarkWithoutName, view.cell(row, block.name), "", ""));
        }
        return;
    }
    if !looks_like_name(&name) {
        reading.issues.push(Issue::new(Code::UnknownValue, view.cell(row, block.name), name, "姓名"));
        return;
    }
    let signed = |col: u32| {
        let text = view.seen(row, col);
        bare(&text) == bare(&name) || is_dated(sight, row, col)
    };
    let mut said = match ticks::read(sight, &block.ticked, row, reading) {
        Ticked::As(col, mark) => Some((col, mark)),
        Ticked::Unclear => return,
        Ticked::Nothing => None,
    };
    // 签到 and 签退: somebody who did not come back in has left early or not come.
    for &col in block.marks.iter().filter(|_| block.ticked.is_empty()) {
        let Some(mark) = (if signed(col) { Some(Mark::Present) } else { sight.mark(row, col, reading) })
        else {
            return;
        };
        said = match said {
            Some((at, known)) if known != Mark::Blank => {
                let both = if mark == Mark::Blank { Some(known) } else { mark::combine(known, mark) };
                if both.is_none() {
                    let (place, other) = (view.cell(row, col), view.spot(row, at).to_string());
                    reading.issues.push(Issue::new(Code::Differs, place, view.seen(row, col), other));
                }
                Some((at, both.unwrap_or(known)))
            }
            _ => Some((col, mark)),
        };
    }
    // What stands in brackets after the name may say it: `张三（迟到）`.
    let beside = name
        .split_once('(')
        .and_then(|(_, inside)| mark::reason(inside.trim_end_matches(')'), view.vocabulary));
    let with_bracket = |mark: Mark| beside.map_or(mark, |more| mark.with(more));
    if let Some((col, _)) = said.filter(|(_, mark)| beside.is_some_and(|more| mark.contradicts(more))) {
        let (place, other) = (view.cell(row, block.name), view.spot(row, col).to_string());
        reading.issues.push(Issue::new(Code::Differs, place, name.clone(), other));
    }
    let said = said.map(|(col, mark)| (with_bracket(mark), col));
    let plain = beside.filter(|more| block.plain.contradicts(*more)).unwrap_or(with_bracket(block.plain));
    // A note may say what the signature leaves open: `请假`, `迟到`.
    let (mark, _) = sight.with_notes(said, plain, row, &block.notes, reading);
    let cell = said.map_or(block.name, |(_, col)| col);
    let cells = said.map(|(_, col)| col).into_iter().chain(block.notes.iter().map(|c| c.index));
    let text = cells.map(|col| view.seen(row, col)).find(|text| !text.is_empty()).unwrap_or_default();
    marks.push(MarkRow {
        name: Cited::new(name, view.at(row, block.name)),
        mark,
        text,
        at: view.at(row, cell),
    });
}

/// Signed at a time of a day, of which a book keeps the day.
fn is_dated(sight: &Sight, row: u32, col: u32) -> bool {
    matches!(sight.view.sheet.value(row, col), Value::Date(_))
}

/// People sign without the bracket that tells namesakes apart.
fn bare(name: &str) -> String {
    crate::vocabulary::without_brackets(name)
}
