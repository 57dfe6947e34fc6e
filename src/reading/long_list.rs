//! A long list: one row a person a session.

use super::Sight;
use super::mark::Mark;
use super::name::looks_like_name;
use super::outline::{Column, Table};
use super::record::{BranchHint, MarkRow, Reading, Roll, SessionRow};
use super::runs::{Holds, Runs};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::{Concept, Kind};
use crate::when::{Around, When};

/// What a list says once for several rows: somebody, or a session.
const SAID_ONCE: [Concept; 6] =
    [Concept::Name, Concept::Date, Concept::Month, Concept::Kind, Concept::Group, Concept::Branch];

/// Where days and marks come again behind one name, 党员大会 | 党课 over 日期 | 到会 each, each time is a list of its own.
pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    table.said_again(Concept::Date).iter().for_each(|part| read_part(sight, part, reading));
}

fn read_part(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let of_one = sight.owner(table);
    let Some(name_col) = col(Concept::Name).or(of_one.as_ref().map(|name| name.at.col)) else { return };
    let plain = sight.plain(table);
    let Some(date_col) = col(Concept::Date).or(col(Concept::Month)) else { return };
    let around = sight.context().around();
    // 党员大会 日期
    let heading = table.columns.iter().find(|c| c.index == date_col).map_or("", |c| &c.heading);
    let heading = view.as_word(heading);
    let over = heading.session(view.vocabulary);
    let said_once = SAID_ONCE.into_iter().filter_map(|concept| Some((col(concept)?, Holds::InRuns)));
    let runs = Runs::of(view, table, said_once, |_, _| true, reading);
    let from = |row, concept| col(concept).map_or(row, |c| runs.row(row, c));
    let day = day_of_all(sight, table, date_col, around);
    let mut sessions: Vec<(String, SessionRow)> = Vec::new();
    for row in table.data() {
        if sight.is_of_the_next(table, row, reading) {
            break;
        }
        let name_row = runs.row(row, name_col);
        let named = of_one
            .clone()
            .unwrap_or_else(|| Cited::new(view.seen(name_row, name_col), view.at(name_row, name_col)));
        let name = named.value.clone();
        if !looks_like_name(&name) {
            // One of several lists side by side may be the shorter.
            if table.columns.iter().all(|c| is_nothing(view.text(row, c.index))) {
                continue;
            }
            let code = if is_nothing(&name) {
                Issue::new(Code::MarkWithoutName, view.cell(row, name_col), "", "")
            } else {
                Issue::new(Code::UnknownValue, view.cell(row, name_col), name, "姓名")
            };
            reading.issues.push(code);
            continue;
        }
        let (date_row, kind_row) = (runs.row(row, date_col), from(row, Concept::Kind));
        let around = sight.month_of_row(table, from(row, Concept::Month), around);
        let when = match day.filter(|_| is_nothing(&view.seen(date_row, date_col))) {
            Some(when) => {
                let (place, said) = (view.cell(row, date_col), when.to_string());
                reading.issues.push(Issue::new(Code::CarriedDown, place, "日期", said));
                Some(when)
            }
            None => sight.row_date(table, date_row, date_col, around, reading),
        };
        let Some(when) = when else { continue };
        let kind_text = col(Concept::Kind).map(|c| view.seen(kind_row, c)).unwrap_or_default();
        let group_text = sight.field(from(row, Concept::Group), col(Concept::Group));
        let branch_text = sight.field(from(row, Concept::Branch), col(Concept::Branch));
        let key = format!("{when}\u{1}{kind_text}\u{1}{group_text}\u{1}{branch_text}");
        let mark_col = col(Concept::Mark);
        let said = match mark_col {
            Some(c) if view.seen(row, c) == name => Some((Mark::Present, c)),
            Some(c) => match sight.mark(row, c, reading) {
                Some(mark) => Some((mark, c)),
                None => continue,
            },
            None => None,
        };
        let notes: Vec<&Column> =
            [Concept::Reason, Concept::Note].iter().filter_map(|c| table.column(*c)).collect();
        let (mark, said_at) = sight.with_notes(said, plain, row, &notes, reading);
        let cell = said_at.map_or(named.at, |c| view.at(row, c));
        let text = said_at.map_or(named.value.clone(), |c| view.seen(row, c));
        let at = cell;
        let entry = MarkRow { name: named, mark, text, at };
        if let Some((_, session)) = sessions.iter_mut().find(|(k, _)| *k == key) {
            session.marks.push(entry);
            continue;
        }
        let (kinds, mut group) = match over.kinds.is_empty() || col(Concept::Kind).is_some() {
            true => sight.kinds_of_row(kind_row, col(Concept::Kind), date_col, reading),
            false => (over.kinds.clone(), over.group.clone()),
        };
        if group.is_empty() && kinds.contains(&Kind::GroupMeeting) {
            group = group_text;
        }
        let mut branch: Vec<BranchHint> = if branch_text.is_empty() {
            Vec::new()
        } else {
            vec![BranchHint::Name(Cited::new(branch_text.into(), at))]
        };
        branch.extend(sight.context().branch());
        let session = SessionRow {
            branch,
            when,
            kinds,
            group,
            topic: sight.topic(table, row),
            place: sight.wording(row, col(Concept::Place)),
            host: sight.host(row, col(Concept::Host)),
            hours: col(Concept::Hours).and_then(|c| sight.hours(table, row, c, reading)),
            due: None,
            came: None,
            roll: Roll::Listed,
            unread: Vec::new(),
            marks: vec![entry],
            at: view.at(date_row, date_col),
        };
        sessions.push((key, session));
    }
    reading.sessions.extend(sessions.into_iter().map(|(_, s)| s));
}

/// So many rows of one day, and no other, show that a list is of one meeting: whoever was not there has no time of signing.
const ENOUGH: usize = 3;

/// The one day of a list of those who signed, where it has no other and does not say of each which meeting it was.
fn day_of_all(sight: &Sight, table: &Table, date_col: u32, around: Around) -> Option<When> {
    if !table.has(Concept::Mark) || table.has(Concept::Kind) {
        return None;
    }
    let mut days = table.data().filter_map(|row| sight.date(row, date_col, around));
    let first = days.next()?.ok().filter(|day| day.day().is_some())?;
    let mut others = 0;
    let are_the_same = days.all(|day| {
        others += 1;
        day == Ok(first)
    });
    (are_the_same && others + 1 >= ENOUGH).then_some(first)
}
