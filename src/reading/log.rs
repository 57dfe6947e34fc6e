//! A meeting log: one row a session, the absent in prose.

use std::collections::{HashMap, HashSet};

use super::mark::Mark;
use super::named_roll::{NamedRoll, PEOPLE, WHO_CAME, all_who_came};
use super::outline::{Column, Row, Table};
use super::prose::{self, Named};
use super::record::{BranchHint, Reading, Roll, SessionRow};
use super::runs::{Holds, Runs};
use super::view::View;
use super::{Sight, reasons, sums};
use crate::issue::{Code, Issue};
use crate::text::{Text, is_han, is_nothing, squash};
use crate::vocabulary::{Concept, Kind};
use crate::when::{Around, When};

/// The columns that say of every session how many came, or what there is to say of them.
const COUNTS: [Concept; 4] = [Concept::Due, Concept::Came, Concept::DueAndCame, Concept::Mark];

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let blocks = blocks_of_kinds(sight.view, table);
    if blocks.is_empty() {
        return read_part(sight, table, None, reading);
    }
    for (kinds, part) in blocks {
        read_part(sight, &part, Some(kinds), reading);
    }
}

/// The parts of a table of which several columns each stand below a kind, 党员大会 over 时间, 应到 and 实到 and 支委会 over
/// the like: each the log of its kind, of the rows in which something stands below it. Columns below none are of all.
fn blocks_of_kinds(view: &View, table: &Table) -> Vec<((Vec<Kind>, String), Table)> {
    let (top, bottom) = table.header;
    (top..bottom)
        .map(|row| blocks_below(view, table, row))
        .find(|blocks| blocks.len() >= 2)
        .unwrap_or_default()
}

fn blocks_below(view: &View, table: &Table, row: u32) -> Vec<((Vec<Kind>, String), Table)> {
    let filled = view.filled(row);
    let ends = filled.iter().skip(1).map(|f| f.col).chain([u32::MAX]);
    let mut blocks = Vec::new();
    let mut shared: Vec<u32> = table.columns.iter().map(|c| c.index).collect();
    for (cell, end) in filled.iter().zip(ends) {
        let said = cell.session(view.vocabulary);
        let is_of_one = said.rest.is_empty() && said.kinds.iter().any(|kind| !kind.is_vague());
        let end = if cell.width > 1 { cell.col + cell.width } else { end };
        let own: Vec<u32> =
            table.columns.iter().map(|c| c.index).filter(|col| (cell.col..end).contains(col)).collect();
        if is_of_one && own.len() >= 2 {
            shared.retain(|col| !own.contains(col));
            blocks.push(((said.kinds.clone(), said.group.clone()), own));
        }
    }
    let part = |own: &[u32]| {
        let says = |row: u32| own.iter().any(|col| !is_nothing(view.text(row, *col)));
        let is_here = |col: u32| own.contains(&col) || shared.contains(&col);
        Table {
            columns: table.columns.iter().filter(|c| is_here(c.index)).cloned().collect(),
            rows: table
                .rows
                .iter()
                .filter(|row| !matches!(row, Row::Data(row) if !says(*row)))
                .cloned()
                .collect(),
            ..table.clone()
        }
    };
    let tells = |part: &Table| part.columns.iter().any(|c| tells_who_came(view, c));
    blocks.into_iter().map(|(kinds, own)| (kinds, part(&own))).filter(|(_, part)| tells(part)).collect()
}

fn read_part(sight: &Sight, table: &Table, kinds: Option<(Vec<Kind>, String)>, reading: &mut Reading) {
    let (view, before) = (sight.view, reading.sessions.len());
    let col = |concept| table.column(concept).map(|c| c.index);
    let mut around = sight.context().around();
    let mut section: Option<BranchHint> = None;
    // What a section such as 二、主题党日 says of the rows below it.
    let mut section_kinds = kinds;
    let names_kinds = |row: &Row| matches!(row, Row::Section(_, text) if !view.as_word(text).session(view.vocabulary).kinds.is_empty());
    let topics = || topics_with_kinds(sight, table).filter(|_| !table.rows.iter().any(names_kinds));
    let topics = if col(Concept::Kind).is_some() { None } else { topics() };
    let kind_col = col(Concept::Kind).or(topics);
    let going_on = going_on(view, table);
    let begins = |row: u32, _| !going_on.contains(&row);
    let said_once = kind_col.map(|c| (c, Holds::Always)).into_iter();
    let said_once = said_once.chain(col(Concept::Branch).map(|c| (c, Holds::InRuns)));
    let runs = Runs::of(view, table, said_once, begins, reading);
    // What the rows say that hold for others, too.
    let mut kinds_said: HashMap<u32, (Vec<Kind>, String)> = HashMap::new();
    let ticked = ticked_kinds(view, table);
    let full = sight.nearly_full(table, &COUNTS);
    // Who was absent may be blank; how many came, and what is said of them in prose, is written of every session.
    let who_came: Vec<u32> =
        table.columns.iter().filter(|c| tells_who_came(view, c)).map(|c| c.index).collect();
    let is_told = |row: u32, columns: &[u32]| {
        // 无 says that nobody was absent, a stroke says nothing.
        let says = |text: &str| !is_nothing(text) || text.contains(is_han);
        columns.iter().any(|col| says(&view.seen(row, *col)))
    };
    let counts: Vec<u32> =
        COUNTS.into_iter().flat_map(|concept| table.all(concept)).map(|c| c.index).collect();
    let counted = table.data().any(|row| is_told(row, &counts));
    let is_told_at_all = !who_came.is_empty();
    let names_some = names_only_some(sight, table);
    // Whether the session of the row above was read, in the same section.
    let mut follows_one = false;
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(at, text) => {
                follows_one = false;
                let here = Around::in_text(text);
                around = here.or(around);
                let speaks_of_branch = view.vocabulary.branch_names().speaks_of_one(text);
                section = speaks_of_branch.then(|| BranchHint::Title(text.as_str().into())).or(section);
                let word = view.as_word(text);
                let words = word.session(view.vocabulary);
                // Where a column gives the kinds, it counts.
                if kind_col.is_some() {
                    continue;
                }
                if !words.kinds.is_empty() {
                    section_kinds = Some((words.kinds.clone(), words.group.clone()));
                } else if section_kinds.is_some() && !speaks_of_branch && here == Around::default() {
                    // Another kind, most likely, that is not understood.
                    let first = view.filled(*at).first().map_or(0, |f| f.col);
                    reading.issues.push(Issue::new(Code::UnknownKind, view.cell(*at, first), text, ""));
                    section_kinds = Some((vec![Kind::Other], String::new()));
                }
                continue;
            }
            _ => continue,
        };
        let goes_on = follows_one && going_on.contains(&row);
        if let Some(last) = reading.sessions.len().checked_sub(1).filter(|_| goes_on) {
            let roll = people(sight, table, row, is_told_at_all, reading);
            report_carried(sight, table, row, reading.sessions[last].when, reading);
            let session = &mut reading.sessions[last];
            session.marks.extend(roll.marks);
            session.unread.extend(roll.unread);
            continue;
        }
        follows_one = false;
        around = sight.month_of_row(table, row, around);
        let Some(date_col) = col(Concept::Date).or(col(Concept::Month)) else { continue };
        let Some(when) = sight.row_date(table, row, date_col, around, reading) else { continue };
        follows_one = true;
        let kind_row = kind_col.map_or(row, |c| runs.row(row, c));
        let (kinds, mut group) = match kinds_said.get(&kind_row).filter(|_| kind_row != row) {
            Some(said) => said.clone(),
            None => match section_kinds.clone().or_else(|| kinds_ticked(view, &ticked, row)) {
                Some(told) => told,
                None => match topics {
                    Some(c) => {
                        let text = view.text(kind_row, c);
                        let (kinds, _) = sight.kinds(beginning(text), view.at(kind_row, c), reading);
                        (kinds, view.as_word(text).session(view.vocabulary).group.clone())
                    }
                    None => sight.kinds_of_row(kind_row, kind_col, date_col, reading),
                },
            },
        };
        if let Some(c) = kind_col.filter(|_| kind_row == row) {
            report_swapped(sight, row, c, col(Concept::Topic), reading);
            kinds_said.insert(row, (kinds.clone(), group.clone()));
        }
        let written_group = sight.field(row, col(Concept::Group));
        if !written_group.is_empty() {
            group = written_group;
        }
        let mut branch: Vec<BranchHint> = col(Concept::Branch)
            .map(|c| view.cited(runs.row(row, c), c))
            .filter(|c| !is_nothing(&c.value))
            .map(BranchHint::Name)
            .into_iter()
            .collect();
        branch.extend(section.clone());
        branch.extend(sight.context().branch());
        sight.report_blanks(row, &full, reading);
        let mut roll = people(sight, table, row, is_told_at_all, reading);
        let (due, came) = sight.due_and_came(table, row, reading);
        let (due, came) = (due.or(roll.due.take()), came.or(roll.came.take()));
        let lacks_counts = due.is_none() && came.is_none();
        // A list of the absent that says nothing of a session does not say that all came to it.
        let is_blank = !is_told(row, &who_came);
        let is_untold = (counted || names_some && lacks_counts) && is_blank
            || lacks_counts && some_were_away(view, table, row);
        let hours = col(Concept::Hours).and_then(|c| sight.hours(table, row, c, reading));
        reading.sessions.push(SessionRow {
            branch,
            when,
            kinds,
            group,
            topic: sight.topic(table, row),
            place: sight.wording(row, col(Concept::Place)),
            host: sight.host(row, col(Concept::Host)),
            hours,
            roll: match roll.kind(is_untold, &due, &came) {
                Roll::AbsentNamed if names_some && lacks_counts && !roll.marks.is_empty() => Roll::Listed,
                kind => kind,
            },
            due,
            came,
            marks: roll.marks,
            // A topic that speaks of somebody's absence makes him doubtful, and tells of nobody else.
            unread: roll
                .unread
                .into_iter()
                .chain(doubts_of_topics(view, table, row, is_told_at_all))
                .collect(),
            at: view.at(row, date_col),
        });
    }
    report_nobody(sight, table, &reading.sessions[before..], &mut reading.issues);
    let day = |session: &SessionRow| Some((session.when.day()?, session.at.into()));
    // Below each kind the days begin again.
    if section_kinds.is_some() {
        return;
    }
    sums::check_order(reading.sessions[before..].iter().filter_map(day).collect(), reading);
}

/// Whether a list is of those who were on leave, were absent or came late, and says nothing of anybody else.
fn names_only_some(sight: &Sight, table: &Table) -> bool {
    let has = |concept: &Concept| !table.all(*concept).is_empty();
    let of_the_away = [Concept::OnLeave, Concept::Absent, Concept::Absentees];
    !has(&Concept::Attendees)
        && (sight.titled_away().is_some() || has(&Concept::LateList) && !of_the_away.iter().any(has))
}

/// What a row was about, where that speaks of people's absence and other columns tell who came.
fn doubts_of_topics(view: &View, table: &Table, row: u32, is_told: bool) -> impl Iterator<Item = Text> {
    let topics = table.all(Concept::Topic).into_iter().filter(move |_| is_told).map(|c| c.index);
    let speaks = topics.filter(move |col| speaks_of_absence(&view.prose(row, *col), view));
    speaks.map(move |col| view.seen(row, col))
}

/// Whether a rate in a row, `87.5%`, says that not all came.
fn some_were_away(view: &View, table: &Table, row: u32) -> bool {
    let rates = table.all(Concept::Statistic).into_iter().map(|c| view.seen(row, c.index));
    rates.filter_map(|text| text.strip_suffix('%')?.parse().ok()).any(|rate: f64| rate < 100.0)
}

/// Whether a column says who came to the session of a row, or how many.
pub fn tells_who_came(view: &View, column: &Column) -> bool {
    let is_of_people = |c: &Concept| *c == Concept::Mark || WHO_CAME.contains(c);
    column.concepts.iter().any(is_of_people) || headed_by_mark(&column.label, view).is_some()
}

/// Points out a log in which nothing says who came to its sessions or how many, so that all seem to have come.
fn report_nobody(sight: &Sight, table: &Table, sessions: &[SessionRow], issues: &mut Vec<Issue>) {
    let tells = |c: &Column| tells_who_came(sight.view, c);
    let says_nothing = |session: &SessionRow| {
        session.marks.is_empty()
            && session.unread.is_empty()
            && session.due.is_none()
            && session.came.is_none()
    };
    if !sessions.is_empty() && !table.columns.iter().any(tells) && sessions.iter().all(says_nothing) {
        let first = table.columns.first().map_or(0, |c| c.index);
        issues.push(Issue::new(Code::NobodyTold, sight.view.cell(table.header.0, first), "", ""));
    }
}

/// Columns headed by a kind of meeting each, below which it is ticked which of them the session of a row was: two at least,
/// one of which can be nothing else, or all below 会议类型.
pub fn ticked_kinds<'t>(view: &View, table: &'t Table) -> Vec<&'t Column> {
    let is_tick = |row: u32, col: u32| {
        let word = view.word(row, col);
        is_nothing(&word.text) || word.mark(view.vocabulary) == Some(Mark::Present)
    };
    let kinds = |c: &Column| view.as_word(&c.label).session(view.vocabulary).kinds.clone();
    let is_one = |c: &&Column| {
        c.concepts.is_empty() && !kinds(c).is_empty() && table.data().all(|row| is_tick(row, c.index))
    };
    let found: Vec<&Column> = table.columns.iter().filter(is_one).collect();
    let is_definite = |c: &&Column| kinds(c).iter().any(|kind| !kind.is_vague());
    let is_below_kind = |c: &&Column| {
        let over = c.heading.strip_suffix(c.label.as_str()).map(squash);
        over.is_some_and(|over| view.heading(&over).contains(&Concept::Kind))
    };
    let are_kinds = found.len() >= 2 && found.iter().any(is_definite) || found.iter().all(is_below_kind);
    // Where a column says it in words, ticks are of something else.
    if are_kinds && !table.has(Concept::Kind) { found } else { Vec::new() }
}

/// The kinds that are ticked in a row; none where no column is.
fn kinds_ticked(view: &View, columns: &[&Column], row: u32) -> Option<(Vec<Kind>, String)> {
    let said: Vec<String> =
        (columns.iter()).filter(|c| !is_nothing(view.text(row, c.index))).map(|c| c.label.clone()).collect();
    let words = view.as_word(&said.join("暨"));
    let words = words.session(view.vocabulary);
    (!words.kinds.is_empty()).then(|| (words.kinds.clone(), words.group.clone()))
}

/// The column of topics, or of something else that is not counted, where no title names a kind and everything in the column
/// begins with one, `主题党日：植树`, or with a sentence that speaks of one: `召开支部党员大会，学习党章`.
fn topics_with_kinds(sight: &Sight, table: &Table) -> Option<u32> {
    let view = sight.view;
    let begins_with_kind = |text: &str| {
        let (kinds, rest) = view.vocabulary.kinds_in(beginning(text));
        !kinds.is_empty() && rest.is_empty() || matches!(kinds[..], [kind] if !kind.is_vague())
    };
    let untitled = sight.context().kinds_and_group(view).0.is_empty();
    let of = |concept| table.columns.iter().filter(move |c| c.concepts.first() == concept);
    let columns = of(Some(&Concept::Topic)).chain(of(Some(&Concept::Other))).chain(of(None));
    let is_one = |c: &&Column| table.data().all(|row| begins_with_kind(view.text(row, c.index)));
    columns.filter(|_| untitled).find(is_one).map(|c| c.index)
}

/// The first words of a topic, which may say what kind of session it was of.
fn beginning(text: &str) -> &str {
    text.split([':', ',', ';', '。', '-', '—', '(', '“', '"', '《']).next().unwrap_or(text)
}

/// A topic where the kind should stand, and a kind where the topic should.
fn report_swapped(sight: &Sight, row: u32, kind_col: u32, topic_col: Option<u32>, reading: &mut Reading) {
    let view = sight.view;
    let names_one = |col: u32| {
        let (kinds, rest) = view.vocabulary.kinds_in(view.text(row, col));
        rest.is_empty() && kinds.iter().any(|kind| !kind.is_vague())
    };
    // 学习 among the words of a topic is a kind as well, and so is 支委 in 选举支委.
    let (kinds, rest) = view.vocabulary.kinds_in(view.text(row, kind_col));
    let is_topic = !rest.is_empty() || kinds.iter().all(|kind| kind.is_vague());
    let swapped = topic_col.filter(|&c| c != kind_col && is_topic && names_one(c));
    if swapped.is_some() {
        let text = view.seen(row, kind_col);
        reading.issues.push(Issue::new(Code::SwappedKind, view.cell(row, kind_col), text, ""));
    }
}

/// The rows that only name more of those who were away from the session of a row above them, in the same section.
fn going_on(view: &View, table: &Table) -> HashSet<u32> {
    let (mut above, mut rows) = (None, HashSet::new());
    for row in &table.rows {
        above = match row {
            Row::Section(..) => None,
            Row::Data(row) if above.is_some_and(|above| goes_on(view, table, (above, *row))) => {
                rows.insert(*row);
                above
            }
            Row::Data(row) => Some(*row),
            _ => above,
        };
    }
    rows
}

/// Whether a row only names one more who was away from the session of the row above it: all else is the same, merged with
/// that or blank.
fn goes_on(view: &View, table: &Table, (above, row): (u32, u32)) -> bool {
    use Concept::*;
    let says_of_session = |c: &Concept| {
        matches!(c, Date | Month | Year | Kind | Topic | Place | Host | Group | Branch | Hours)
            || COUNTS.contains(c)
    };
    let adds_nothing = |c: &Column| {
        let said = view.seen(row, c.index);
        said.is_empty() || said == view.seen(above, c.index)
    };
    let is_of_absent = |c: &&Column| c.concepts.iter().any(|c| matches!(c, OnLeave | Absent | Absentees));
    // 类别 is headed so for members as well.
    let is_of_session = |c: &&Column| !is_of_absent(c) && c.concepts.iter().any(says_of_session);
    table.columns.iter().filter(is_of_absent).any(|c| !is_nothing(view.text(row, c.index)))
        && table.columns.iter().filter(is_of_session).all(adds_nothing)
}

/// Points out that a row was taken for one more of the session above it: where the day is said again, it may be another
/// meeting's; where it is blank, somebody may have forgotten it. Merged with that above, it leaves no doubt.
fn report_carried(sight: &Sight, table: &Table, row: u32, when: When, reading: &mut Reading) {
    let Some(col) = table.column(Concept::Date).map(|c| c.index) else { return };
    let (view, place) = (sight.view, sight.view.cell(row, col));
    if !view.text(row, col).is_empty() {
        reading.issues.push(Issue::new(Code::TwiceInSheet, place, when.to_string(), ""));
    } else if view.seen(row, col).is_empty() {
        reading.issues.push(Issue::new(Code::CarriedDown, place, "日期", when.to_string()));
    }
}

/// Everybody whom the row names.
fn people(sight: &Sight, table: &Table, row: u32, is_told: bool, reading: &mut Reading) -> NamedRoll {
    let view = sight.view;
    let mut roll = NamedRoll::default();
    // From left to right: a column of reasons comes behind its names.
    let mut columns: Vec<(&Column, Mark)> = Vec::new();
    for (concept, plain) in PEOPLE {
        for column in table.all(concept).into_iter().filter(|c| !heads_the_due(view, c)) {
            // 病假 below 未到情况 says more than what stands over both.
            let inherited = !view.heading(&column.label).contains(&concept);
            let own = headed_by_mark(&column.label, view).filter(|_| inherited);
            columns.push((column, own.unwrap_or(plain)));
        }
    }
    columns.sort_by_key(|(column, _)| column.index);
    let mut explained: Vec<(u32, u32)> = Vec::new();
    for (column, plain) in columns {
        let cell = (row, column.index);
        if explained.contains(&cell) {
            continue;
        }
        let (said, reasons) =
            ((plain, all_who_came(column, plain)), reasons::beside(view, table, row, column));
        let text = view.prose(row, column.index);
        explained.extend(roll.add_explained(sight, (cell, &text), &column.heading, said, &reasons, reading));
    }
    check_numbers(sight, table, row, &roll, reading);
    // A column headed by a mark or a reason names the people of whom it holds: 病假, 公差人员.
    for column in table.columns.iter().filter(|c| c.concepts.is_empty() && c.session.is_none()) {
        match headed_by_mark(&column.label, view) {
            Some(plain) => roll.add(sight, row, column, plain, reading),
            None if speaks_of_absence(&view.prose(row, column.index), view) => {
                roll.unread.push(view.seen(row, column.index));
            }
            None => {}
        }
    }
    // What a meeting was about may say it where no column does: `应到8人，实到7人，钱进病假。学习党章`.
    for column in table.all(Concept::Topic).into_iter().filter(|_| !is_told) {
        let (cell, text) = ((row, column.index), view.prose(row, column.index));
        roll.add_counts(view, cell, &text);
        for sentence in text.split(['。', '；', ';', '\n']) {
            roll.add_note(sight, cell, sentence, &|name| view.is_person(name), reading);
        }
    }
    // 出席情况 says what there is to say, numbers and names; a bare name in it says nothing.
    for column in table.all(Concept::Mark) {
        let place = view.cell(row, column.index);
        let text = view.prose(row, column.index);
        roll.add_counts(view, (row, column.index), &text);
        // Below 出席 or 到会 alone stand those who came.
        if view.as_word(&column.label).mark(view.vocabulary) == Some(Mark::Present) {
            roll.add_cell(sight, (row, column.index), &column.heading, (Mark::Present, true), reading);
            continue;
        }
        let bare =
            prose::parse(&text, Mark::Blank, view.vocabulary).named.into_iter().filter(|n| n.said.is_empty());
        let bare: Vec<Named> = bare.collect();
        for named in &bare {
            reading.issues.push(Issue::new(Code::ExtraCharacters, place, &named.name, ""));
            roll.unread.push(named.name.as_str().into());
        }
        // A mark alone is of somebody whom nothing names.
        if let Some(mark) = view.word(row, column.index).mark(view.vocabulary).filter(|mark| !mark.came()) {
            reading.issues.push(Issue::new(Code::MarkWithoutName, place, "", ""));
            roll.missed += f64::from(u8::from(mark.is_due()));
        } else if bare.is_empty() {
            roll.add(sight, row, column, Mark::Absent, reading);
        }
    }
    // Of those who were due, whoever is not said to be away came.
    for column in table.all(Concept::Attendees).into_iter().filter(|c| heads_the_due(view, c)) {
        let mut due = NamedRoll::default();
        due.add(sight, row, column, Mark::Present, reading);
        due.marks.retain(|due| roll.marks.iter().all(|said| said.name.value != due.name.value));
        roll.attendees_named |= due.attendees_named;
        roll.marks.append(&mut due.marks);
        roll.unread.append(&mut due.unread);
    }
    // A note may name who was away or late, each with a reason; what else it says is left alone.
    for column in table.all(Concept::Note) {
        let said = prose::parse(&view.prose(row, column.index), Mark::Present, view.vocabulary);
        let is_told = |n: &Named| !n.said.is_empty() && n.mark != Mark::Present;
        let tells_all = !said.named.is_empty() && said.named.iter().all(is_told);
        if said.unread.is_empty() && tells_all {
            roll.add(sight, row, column, Mark::Absent, reading);
        } else if said.named.iter().any(is_told) {
            let place = view.cell(row, column.index);
            reading.issues.push(Issue::new(Code::ExtraCharacters, place, view.seen(row, column.index), ""));
            roll.unread.extend(said.named.iter().filter(|n| is_told(n)).map(|n| n.name.as_str().into()));
        } else {
            roll.missed += said.unnamed as f64;
        }
    }
    roll
}

/// A number in a column of people, 请假 1, against those of whom the row says so.
fn check_numbers(sight: &Sight, table: &Table, row: u32, roll: &NamedRoll, reading: &mut Reading) {
    for (concept, plain) in PEOPLE {
        for col in table.all(concept).iter().map(|c| c.index) {
            roll.check_number(sight, (row, col), &sight.view.prose(row, col), plain, reading);
        }
    }
}

/// Whether a column names those who were due, and not those who came: 应到人员.
fn heads_the_due(view: &View, column: &Column) -> bool {
    view.vocabulary.counted().begins_with_due(&column.label)
        && !view.heading(&column.label).contains(&Concept::Attendees)
}

/// Whether an unknown column tells why somebody was not there. Bare names may be of anything: of those who spoke.
pub fn speaks_of_absence(text: &str, view: &View) -> bool {
    let said = prose::parse(text, Mark::Blank, view.vocabulary);
    // 签到 behind 第一支部党课 says nothing of anybody, nor 会议 behind 局机关支部.
    let is_session = |name: &str| !view.as_word(name).session(view.vocabulary).kinds.is_empty();
    let is_branch = |name: &str| view.vocabulary.branch_names().is_one(name);
    let tells = |named: &Named| {
        let is_nobody = || is_session(&named.name) || is_branch(&named.name);
        !named.said.is_empty() && named.mark != Mark::Blank && !is_nobody()
    };
    said.named.iter().any(tells)
}

/// What a heading such as `病假`, `公差人员` or `迟到名单` says of the people below it.
pub fn headed_by_mark(label: &str, view: &View) -> Option<Mark> {
    view.as_word(label).heads_mark(view.vocabulary)
}
