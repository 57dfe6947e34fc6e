//! A long list: one row a person a session.

use super::Sight;
use super::mark::Mark;
use super::name::looks_like_name;
use super::outline::Table;
use super::record::{BranchHint, MarkRow, Reading, Roll, SessionRow};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::is_nothing;
use crate::vocabulary::{Concept, Kind};

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let Some(name_col) = col(Concept::Name) else { return };
    let Some(date_col) = col(Concept::Date).or(col(Concept::Month)) else { return };
    let around = sight.context().around();
    let mut sessions: Vec<(String, SessionRow)> = Vec::new();
    for row in table.data() {
        if view.is_struck(row) {
            continue;
        }
        let name = view.seen(row, name_col);
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
        let around = sight.month_of_row(table, row, around);
        let Some(when) = sight.row_date(table, row, date_col, around, reading) else { continue };
        let kind_text = col(Concept::Kind).map(|c| view.seen(row, c)).unwrap_or_default();
        let group_text = sight.field(row, col(Concept::Group));
        let branch_text = sight.field(row, col(Concept::Branch));
        let key = format!("{when}\u{1}{kind_text}\u{1}{group_text}\u{1}{branch_text}");
        let mark_col = col(Concept::Mark);
        let mut mark = match mark_col {
            Some(c) if view.seen(row, c) == name => Mark::Present,
            Some(c) => match sight.mark(row, c, reading) {
                Some(mark) => mark,
                None => continue,
            },
            None => Mark::Present,
        };
        for c in [Concept::Reason, Concept::Note].iter().filter_map(|c| col(*c)) {
            if let Some(more) = super::mark::parse(&view.seen(row, c), sight.legend, view.vocabulary)
                .filter(|m| *m != Mark::Blank)
            {
                mark = mark.with(more);
            }
        }
        let at = view.at(row, mark_col.unwrap_or(name_col));
        let entry = MarkRow {
            name: Cited::new(name, view.at(row, name_col)),
            mark,
            text: view.seen(row, mark_col.unwrap_or(name_col)),
            at,
        };
        if let Some((_, session)) = sessions.iter_mut().find(|(k, _)| *k == key) {
            session.marks.push(entry);
            continue;
        }
        let (kinds, mut group) = sight.kinds_of_row(row, col(Concept::Kind), date_col, reading);
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
            topic: sight.wording(row, col(Concept::Topic)),
            place: sight.wording(row, col(Concept::Place)),
            host: sight.field(row, col(Concept::Host)),
            hours: col(Concept::Hours).and_then(|c| sight.hours(table, row, c, reading)),
            due: None,
            came: None,
            roll: Roll::Listed,
            unread: Vec::new(),
            marks: vec![entry],
            at: view.at(row, date_col),
        };
        sessions.push((key, session));
    }
    reading.sessions.extend(sessions.into_iter().map(|(_, s)| s));
}
