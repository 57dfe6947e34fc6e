//! Forms: labels and values down a sheet, in place of a table — the record of one meeting, or one member's card.

use super::Sight;
use super::log::{NamedRoll, PEOPLE};
use super::record::{Layout, MemberRow, Reading, Roll, RowRole, SessionRow, TableKind};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::reading::fields::fault_issue;
use crate::text::{is_nothing, number, squash};
use crate::vocabulary::Concept::{self, *};
use crate::vocabulary::Kind;

/// Reads a sheet of labels and values; `false` where it is none that is known.
pub fn read(sight: &Sight, reading: &mut Reading) -> bool {
    let has = |c: Concept| sight.context().label(c).is_some();
    let kind = if has(Name) && [IdNumber, Joined, Confirmed, Standing].iter().any(|c| has(*c)) {
        member(sight, reading);
        TableKind::MemberForm
    } else if (has(Date) || titled(sight)) && (PEOPLE.iter().any(|(c, _)| has(*c)) || has(Due) && has(Came)) {
        meeting(sight, reading);
        TableKind::MeetingForm
    } else {
        return false;
    };
    let rows = sight.context().labels().iter().map(|l| (l.value.at.row, RowRole::Data)).collect::<Vec<_>>();
    let first = rows.first().map_or(0, |r| r.0);
    reading.layouts.push(Layout {
        sheet: sight.view.index,
        kind,
        because: "整张表是一项一项填写的",
        header: (first, first),
        columns: Vec::new(),
        data_rows: 1,
        rows,
    });
    true
}

/// Whether a title says which day the meeting was.
fn titled(sight: &Sight) -> bool {
    sight.context().date(sight.view).is_some_and(|(when, _)| when.is_ok())
}

fn meeting(sight: &Sight, reading: &mut Reading) {
    let view = sight.view;
    let context = sight.context();
    let Some((when, at)) = context.date(view) else { return };
    let when = match when {
        Ok(when) => when,
        Err(fault) => {
            let text = view.tidy(at.row, at.col);
            reading.issues.push(fault_issue(fault, view.cell(at.row, at.col), text, "这次会议没有采用"));
            return;
        }
    };
    let (mut kinds, group) = context.kinds_and_group(view);
    if kinds.is_empty() {
        let title = context.titles().first().map(|t| t.value.clone()).unwrap_or_default();
        reading.issues.push(Issue::new(Code::UnknownKind, at, title, ""));
        kinds = vec![Kind::Other];
    }
    let mut roll = NamedRoll::default();
    for (concept, plain) in PEOPLE {
        if let Some(label) = context.label(concept) {
            let (row, col) = (label.at.row, label.at.col);
            roll.add_cell(sight, (row, col), concept.chinese(), (plain, concept == Attendees), reading);
        }
    }
    let text = |concept| context.label(concept).map(|l| l.value.clone()).unwrap_or_default();
    let people = |concept| {
        let label = context.label(concept)?;
        let n = number(&label.value).filter(|n| *n >= 0.0 && n.fract() == 0.0)?;
        Some(Cited::new(n as u32, label.at))
    };
    reading.sessions.push(SessionRow {
        branch: context.branch(),
        when,
        group: if kinds.contains(&Kind::GroupMeeting) { group } else { String::new() },
        kinds,
        topic: text(Topic),
        place: text(Place),
        host: squash(&text(Host)),
        hours: number(&text(Hours)),
        due: people(Due),
        came: people(Came),
        roll: if roll.attendees_named { Roll::Listed } else { Roll::AbsentNamed },
        marks: roll.marks,
        unread: roll.unread,
        at,
    });
}

fn member(sight: &Sight, reading: &mut Reading) {
    let (view, context) = (sight.view, sight.context());
    let field = |concept| {
        context.label(concept).map(|l| squash(&l.value)).filter(|t| !is_nothing(t)).unwrap_or_default()
    };
    let mut date = |concept| {
        let at = context.label(concept)?.at;
        sight.life_date(at.row, at.col, reading)
    };
    let (birth, joined, confirmed) = (date(Birth), date(Joined), date(Confirmed));
    let Some(name) = context.label(Name) else { return };
    let standing = field(Standing);
    reading.members.push(MemberRow {
        branch: context.branch(),
        name: squash(&name.value),
        gender: field(Gender).chars().filter(|c| matches!(c, '男' | '女')).take(1).collect(),
        id_number: context.label(IdNumber).map(|l| Cited::new(squash(&l.value).to_uppercase(), l.at)),
        birth,
        joined,
        confirmed: confirmed.map(|c| c.value),
        status: view.vocabulary.status(&standing),
        category: view.vocabulary.category(&standing),
        post: view.vocabulary.post(&field(Post)).to_string(),
        group: field(Group),
        department: field(Department),
        at: Some(name.at),
        ..MemberRow::default()
    });
}
