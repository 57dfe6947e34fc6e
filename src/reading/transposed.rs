//! An attendance matrix the other way: sessions down, members across.

use super::mark::{self, Mark};
use super::outline::{Row, Table};
use super::prose;
use super::record::{MarkRow, Reading, Roll, SessionRow};
use super::{Sight, sums};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing};
use crate::vocabulary::{Concept, Kind};
use crate::when::Around;

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let (view, before) = (sight.view, reading.sessions.len());
    let col = |concept| table.column(concept).map(|c| c.index);
    let people: Vec<(u32, Cited<Text>)> = table
        .columns
        .iter()
        .filter(|c| c.concepts.is_empty() && view.is_person(&c.label))
        .map(|c| (c.index, Cited::new(c.label.as_str().into(), view.at(c.row, c.index))))
        .collect();
    let noted: Vec<u32> =
        NOTED.iter().flat_map(|concept| table.all(*concept)).map(|column| column.index).collect();
    let mut around = sight.context().around();
    // What a section such as 3月 or 二、主题党日 says of the rows below it.
    let mut section: Option<(Vec<Kind>, String)> = None;
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(_, text) => {
                around = Around::in_text(text).or(around);
                let words = view.as_word(text).session(view.vocabulary).clone();
                section = (!words.kinds.is_empty()).then_some((words.kinds, words.group)).or(section);
                continue;
            }
            _ => continue,
        };
        around = sight.month_of_row(table, row, around);
        let day = col(Concept::Date).or(col(Concept::Month)).or(col(Concept::Kind));
        let Some(date_col) = day else { continue };
        let Some(when) = sight.row_date(table, row, date_col, around, reading) else { continue };
        let at = view.at(row, date_col);
        let (kinds, group) = match &section {
            Some(section) if col(Concept::Kind).is_none() => section.clone(),
            _ => sight.kinds_of_row(row, col(Concept::Kind), date_col, reading),
        };
        let mut marks = Vec::new();
        for (c, name) in &people {
            let Some(mark) = sight.mark(row, *c, reading) else { continue };
            marks.push(MarkRow { name: name.clone(), mark, text: view.seen(row, *c), at: view.at(row, *c) });
        }
        for noted in &noted {
            add_notes(sight, (row, *noted), &mut marks, reading);
        }
        let group = match sight.field(row, col(Concept::Group)) {
            g if g.is_empty() => group,
            g => g,
        };
        let hours = col(Concept::Hours).and_then(|c| sight.hours(table, row, c, reading));
        let (due, came) = sight.due_and_came(table, row, reading);
        let session = SessionRow {
            branch: sight.context().branch(),
            when,
            kinds,
            group,
            topic: sight.topic(table, row),
            place: sight.wording(row, col(Concept::Place)),
            host: sight.host(row, col(Concept::Host)),
            hours,
            due,
            came,
            roll: Roll::Listed,
            unread: Vec::new(),
            marks,
            at,
        };
        reading.sessions.extend(session.of_list());
    }
    let day = |session: &SessionRow| Some((session.when.day()?, session.at.into()));
    sums::check_order(reading.sessions[before..].iter().filter_map(day).collect(), reading);
}

/// Columns that may say of the people of a row why they did not come: 缺勤原因, 请假人员.
const NOTED: [Concept; 5] =
    [Concept::Reason, Concept::Note, Concept::OnLeave, Concept::Absent, Concept::Absentees];

/// Adds to the marks of a session what a cell at the end of its row says of each: △ beside `张三病假` is a sick leave. What
/// is said of nobody on the list, or only names a leave where several are on one, is told.
fn add_notes(sight: &Sight, (row, col): (u32, u32), marks: &mut [MarkRow], reading: &mut Reading) {
    let view = sight.view;
    let text = view.prose(row, col);
    if is_nothing(&view.seen(row, col)) {
        return;
    }
    let said = prose::parse(&text, Mark::Blank, view.vocabulary);
    let mut is_placed = true;
    for named in said.named.iter().filter(|named| named.mark != Mark::Blank) {
        let known = marks.iter_mut().find(|mark| *mark.name.value == *named.name);
        match known.and_then(|known| Some((mark::combine(known.mark, named.mark)?, known))) {
            Some((both, known)) => known.mark = both,
            None => is_placed = false,
        }
    }
    // 病假 alone is of the only one on leave.
    let alone = mark::reason(&text, view.vocabulary).filter(|mark| mark.is_away() && said.named.is_empty());
    if let Some(alone) = alone {
        let mut away: Vec<&mut MarkRow> = marks.iter_mut().filter(|mark| mark.mark.is_away()).collect();
        match away.as_mut_slice() {
            [only] => only.mark = mark::combine(only.mark, alone).unwrap_or(only.mark),
            _ => is_placed = false,
        }
    }
    if !is_placed {
        reading.issues.push(Issue::new(Code::UnplacedNote, view.cell(row, col), view.seen(row, col), ""));
    }
}
