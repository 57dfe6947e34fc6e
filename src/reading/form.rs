//! Forms: labels and values down a sheet, in place of a table — the record of one meeting, or one member's card.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Sight;
use super::bare_list::{self, BareList};
use super::labels::{Label, labels_of};
use super::log::speaks_of_absence;
use super::mark::Mark;
use super::name::looks_like_name;
use super::name_rows::{self, NameRows};
use super::named_roll::{NamedRoll, PEOPLE};
use super::person;
use super::prose;
use super::reasons;
use super::record::{Layout, MemberRow, Reading, RowRole, SessionRow, TableKind};
use super::view::{Counts, Filled, Line, View, counts_in};
use crate::address::{Address, Cited};
use crate::issue::{Code, Issue};
use crate::reading::fields::fault_issue;
use crate::text::{is_nothing, number, squash, unnumbered};
use crate::vocabulary::Concept::{self, *};
use crate::vocabulary::Kind as SessionKind;

/// The forms of a sheet, one below the other: each begins, with the titles right above it, where the first label comes
/// again, or where two things at least are told again that a form tells once.
pub fn blocks(view: &View) -> Vec<Vec<u32>> {
    let labels: Vec<Vec<Label>> = (0..view.sheet.rows()).map(|row| labels_of(view, row)).collect();
    let is_labelled = |row: &usize| !labels[*row].is_empty();
    let Some(first) = (0..labels.len()).find(is_labelled) else {
        return vec![(0..view.sheet.rows()).collect()];
    };
    let (mut starts, mut told) = (vec![0], BTreeSet::new());
    for row in (first..labels.len()).filter(is_labelled) {
        // 1.时间 and 2.时间 are the same.
        let name = |row: usize| unnumbered(&labels[row][0].name);
        let comes_again = row > first && name(row) == name(first);
        let begins = row > first && !is_labelled(&(row - 1));
        let tells_again = || {
            let run = labels[row..].iter().take_while(|labels| !labels.is_empty()).flatten();
            once(run).intersection(&told).count() >= 2
        };
        if comes_again || begins && tells_again() {
            // Marks below names are of the form above.
            let is_mark =
                |cell: &Filled| cell.mark(view.vocabulary).is_some() || cell.is_person(view.vocabulary);
            let is_title = |row: &usize| {
                let cells = view.filled(*row as u32);
                !is_labelled(row) && !cells.is_empty() && !cells.iter().any(is_mark)
            };
            starts.push((0..row).rev().take_while(is_title).last().unwrap_or(row));
            told.clear();
        }
        told.extend(once(labels[row].iter()));
    }
    let end = |i: usize| starts.get(i + 1).copied().unwrap_or(labels.len());
    starts.iter().enumerate().map(|(i, &start)| (start as u32..end(i) as u32).collect()).collect()
}

/// What labels tell that a form tells once.
fn once<'a>(labels: impl Iterator<Item = &'a Label>) -> BTreeSet<Concept> {
    labels.filter_map(|label| label.concepts.first()).copied().filter(|c| ONCE.contains(c)).collect()
}

/// What a form tells once.
const ONCE: [Concept; 10] = [Name, Date, Kind, Due, Came, Attendees, LateList, OnLeave, Absentees, Absent];

/// Reads a form of labels and values; `false` where it is none that is known. `rows` are those of the form, `columns`
/// those in which the values of it and of the forms beside it stand.
pub fn read(sight: &Sight, (rows, columns): (&[u32], &[u32]), reading: &mut Reading) -> bool {
    let has = |c: Concept| sight.context().label(c).is_some();
    // `缺席人员 | 无` tells as much as a name.
    let is_told = |c: Concept| {
        sight.context().labels().iter().any(|l| l.concepts.contains(&c) && !l.value.value.is_empty())
    };
    // Beside another form, those in a row are of several meetings.
    let is_alone = columns.len() <= 1;
    let beside = |row: &u32| {
        let view = sight.view;
        name_rows::beside(view, *row).or_else(|| name_rows::beside_mark(view, *row)).filter(|_| is_alone)
    };
    let names: Vec<NameRows> = rows.iter().filter_map(beside).collect();
    let list = if names.is_empty() && is_alone { bare_list::find(sight, rows) } else { None };
    let summary = if is_alone { Summary::of(sight.view, rows) } else { None };
    let read = cells_read(sight, (&names, list.as_ref(), summary));
    // 出席人员 and 类别 may be those of a meeting.
    let is_of_meeting = [Due, Came, DueAndCame, Host, Recorder].iter().any(|c| has(*c));
    let is_of_member = has(Name) && [IdNumber, Joined, Confirmed, Standing].iter().any(|c| has(*c));
    let kind = if is_of_member && !is_of_meeting {
        member(sight, reading);
        TableKind::MemberForm
    } else if (has(Date) || titled(sight))
        && (!names.is_empty()
            || list.is_some()
            || PEOPLE.iter().any(|(c, _)| is_told(*c))
            || has(Due) && has(Came)
            || summary.is_some())
    {
        // Beside another form, what stands in a row may be of that.
        let others = if is_alone { unread(sight, rows, &read) } else { Vec::new() };
        meeting(sight, (&names, list.as_ref(), summary), &others, reading);
        if is_alone {
            report_other_meetings(sight, rows, &read, reading);
        }
        TableKind::MeetingForm
    } else {
        return false;
    };
    report_repeated(sight, reading);
    report_unread(sight, (rows, columns), &read, reading);
    let labelled = sight.context().labels().iter().map(|l| l.value.at.row);
    let held: BTreeSet<u32> = labelled.chain(list.iter().flat_map(BareList::rows)).collect();
    let rows: Vec<(u32, RowRole)> = held.into_iter().map(|row| (row, RowRole::Data)).collect();
    let first = rows.first().map_or(0, |r| r.0);
    reading.layouts.push(Layout {
        sheet: sight.view.index,
        kind,
        because: match (list.is_some(), is_alone) {
            (true, _) => "标题写明会议，下面是没有表头的名单",
            (false, true) => "整张表是一项一项填写的",
            (false, false) => "左边写着各项的名称，一列是一次会议",
        },
        header: (first, first),
        columns: Vec::new(),
        on_its_side: false,
        data_rows: 1,
        rows,
    });
    true
}

/// Points out what a form says twice and is read once: somebody else, or another meeting, stands beside the first.
fn report_repeated(sight: &Sight, reading: &mut Reading) {
    let labels = sight.context().labels();
    let is_one = |label: &Label| {
        label.concepts.first().is_some_and(|c| ONCE.contains(c)) && !is_nothing(&label.value.value)
    };
    let mut first: HashMap<&str, &str> = HashMap::new();
    for label in labels.iter().filter(|label| is_one(label)) {
        let said = &*label.value.value;
        if *first.entry(&label.name).or_insert(said) != said {
            let place = sight.view.cell(label.value.at.row, label.value.at.col);
            reading.issues.push(Issue::new(Code::UnusedTable, place, said, "，同一张表里写了两处"));
        }
    }
}

/// Points out what says of another meeting when it was, or how many came to it: only the first is read.
fn report_other_meetings(sight: &Sight, rows: &[u32], read: &HashSet<(u32, u32)>, reading: &mut Reading) {
    /// What says when a meeting was is no longer.
    const LONGEST: usize = 40;
    let view = sight.view;
    let Some((Ok(when), at)) = sight.context().date(view) else { return };
    let around = sight.context().around();
    let is_other_day = |cell: &Filled| {
        let day = cell.date().filter(|date| date.is_day()).and_then(|date| date.when(around).ok());
        day.is_some_and(|day| day != when)
            && cell.session(view.vocabulary).kinds.iter().any(|kind| !kind.is_vague())
            && cell.text.chars().nth(LONGEST).is_none()
    };
    let counts = |cell: &Filled| counts_in(&cell.text, view.vocabulary).is_some();
    let cells = rows.iter().flat_map(|row| view.filled(*row).iter().map(|cell| (*row, cell)));
    let is_unread = |(row, cell): &(u32, &Filled)| {
        !read.contains(&(*row, cell.col)) && (*row, cell.col) != (at.row, at.col)
    };
    for (row, cell) in cells.filter(is_unread).filter(|(_, cell)| is_other_day(cell) || counts(cell)) {
        let why = "，同一张表里写了几次会议，只采用了前面一次";
        reading.issues.push(Issue::new(Code::UnusedTable, view.cell(row, cell.col), &*cell.text, why));
    }
}

/// Whether a title says which day the meeting was.
fn titled(sight: &Sight) -> bool {
    sight.context().date(sight.view).is_some_and(|(when, _)| when.is_ok())
}

/// The cells below the value of a label that go on naming people: nothing else stands in their rows.
fn goes_on_below(view: &View, label: &Label) -> Vec<(u32, u32)> {
    let at = label.value.at;
    let Some((_, plain)) = PEOPLE.into_iter().find(|(concept, _)| label.concepts.contains(concept)) else {
        return Vec::new();
    };
    if label.is_inline() { Vec::new() } else { name_rows::going_on(view, (at.row, at.col), plain).collect() }
}

/// A cell that says in prose who came: how many were due and came, and perhaps who did not,
/// `应到8人，实到7人，1人请假（张三因病）`; or, beside 出勤情况, who did not come or that all did.
#[derive(Clone, Copy)]
struct Summary {
    at: Address,
    counts: Option<Counts>,
}

impl Summary {
    fn of(view: &View, rows: &[u32]) -> Option<Summary> {
        let cells = || rows.iter().flat_map(|row| view.filled(*row).iter().map(|cell| (*row, cell)));
        let counted = |(row, cell): (u32, &Filled)| {
            let counts = counts_in(&cell.text, view.vocabulary)?;
            Some(Summary { at: view.at(row, cell.col), counts: Some(counts) })
        };
        let said = |row: &u32| match view.filled(*row) {
            [label, value] if label.heading(view.vocabulary).contains(&Mark) => {
                let said = prose::parse(&view.prose(*row, value.col), Mark::Absent, view.vocabulary);
                let tells = said.unread.is_empty() && said.named.iter().all(|n| view.is_person(&n.name));
                tells.then(|| Summary { at: view.at(*row, value.col), counts: None })
            }
            _ => None,
        };
        cells().find_map(counted).or_else(|| rows.iter().find_map(said))
    }
}

/// The cells of a form that are read: labels, their values and what goes on below these, and who is named.
fn cells_read(
    sight: &Sight,
    (names, list, summary): (&[NameRows], Option<&BareList>, Option<Summary>),
) -> HashSet<(u32, u32)> {
    let view = sight.view;
    let labels = sight.context().labels();
    let places = |l: &Label| [(l.value.at.row, l.left), (l.value.at.row, l.value.at.col)];
    let below = labels.iter().flat_map(|label| goes_on_below(view, label));
    let named = names.iter().flat_map(|rows| rows.cells.iter().copied().chain([rows.at]));
    let told = summary.map(|summary| (summary.at.row, summary.at.col));
    let listed = list.into_iter().flat_map(BareList::cells);
    labels.iter().flat_map(places).chain(below).chain(named).chain(told).chain(listed).collect()
}

/// The cells of a form that are neither read nor a label that is known.
fn unread<'a>(sight: &'a Sight, rows: &'a [u32], read: &HashSet<(u32, u32)>) -> Vec<(u32, &'a Filled)> {
    let cells = rows.iter().flat_map(|row| sight.view.filled(*row).iter().map(|cell| (*row, cell)));
    let is_unread = |(row, cell): &(u32, &Filled)| {
        !read.contains(&(*row, cell.col)) && cell.heading(sight.view.vocabulary).is_empty()
    };
    cells.filter(is_unread).collect()
}

/// Reads the record of one meeting. `others` are the cells that nothing is known of.
fn meeting(
    sight: &Sight,
    (names, list, summary): (&[NameRows], Option<&BareList>, Option<Summary>),
    others: &[(u32, &Filled)],
    reading: &mut Reading,
) {
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
        kinds = vec![SessionKind::Other];
    }
    let mut roll = NamedRoll::default();
    for rows in names {
        roll.add_rows(sight, rows, reading);
    }
    // 请假 | √ below two names is no label with what it is for.
    let listed: HashSet<(u32, u32)> = list.iter().flat_map(|list| list.cells()).collect();
    let is_read = |at: Address| {
        let at = (at.row, at.col);
        listed.contains(&at) || names.iter().any(|rows| rows.cells.contains(&at))
    };
    let labels = context.labels();
    let people = |label: &Label| PEOPLE.into_iter().find(|(concept, _)| label.concepts.contains(concept));
    let mut counted: Vec<(usize, Concept, Mark)> = Vec::new();
    for (i, label) in labels.iter().enumerate().filter(|(_, l)| !is_nothing(&l.value.value)) {
        if let Some((concept, plain)) = people(label).filter(|_| !is_read(label.value.at))
            && !counted.iter().any(|(known, ..)| labels[*known].name == label.name)
        {
            counted.push((i, concept, plain));
        }
    }
    // Behind a colon stands what the label is of; a cell of its own is read as it is written.
    let told = |label: &Label| {
        let at = label.value.at;
        let text = if label.is_inline() { label.value.value.clone() } else { view.prose(at.row, at.col) };
        ((at.row, at.col), text)
    };
    let mut explained: Vec<(u32, u32)> = Vec::new();
    for &(i, concept, plain) in &counted {
        let (cell, text) = told(&labels[i]);
        if explained.contains(&cell) && !labels[i].is_inline() {
            continue;
        }
        let (said, reasons) = ((plain, concept == Attendees), reasons::behind(&labels[i + 1..]));
        let heading = concept.chinese();
        explained.extend(roll.add_explained(sight, (cell, &text), heading, said, &reasons, reading));
        for below in goes_on_below(view, &labels[i]) {
            roll.add_cell(sight, below, heading, said, reading);
        }
    }
    if let Some(Summary { at, .. }) =
        summary.filter(|_| counted.is_empty() && names.is_empty() && list.is_none())
    {
        // Where labels stand in the cell, too, what they say is not of people.
        let told = labels.iter().find(|l| l.is_inline() && l.value.at == at && l.concepts == [DueAndCame]);
        let text = told.map_or_else(|| view.prose(at.row, at.col), |label| label.value.value.clone());
        let text = unnumbered(text.trim_start());
        roll.add_text(sight, (at.row, at.col), text, "缺席", (Mark::Absent, false), reading);
    }
    for (i, _, plain) in counted {
        let (cell, text) = told(&labels[i]);
        roll.check_number(sight, cell, &text, plain, reading);
    }
    if let Some(list) = list {
        list.add_to(&mut roll, sight, reading);
    }
    // 有关情况 is no label that is known, and behind it may stand who was away all the same.
    for &(row, cell) in others.iter().filter(|(_, cell)| !view.vocabulary.is_record_title(&cell.text)) {
        if speaks_of_absence(&view.prose(row, cell.col), view) {
            let place = view.cell(row, cell.col);
            reading.issues.push(Issue::new(Code::ExtraCharacters, place, &*cell.text, ""));
            roll.unread.push(cell.text.clone());
        }
    }
    let text = |concept| context.label(concept).map(|l| l.value.clone()).unwrap_or_default();
    let people = |concept| {
        let label = context.label(concept)?;
        let n = number(&label.value).filter(|n| *n >= 0.0 && n.fract() == 0.0)?;
        Some(Cited::new(n as u32, label.at))
    };
    let count = |of: fn(&Counts) -> Option<u32>| {
        summary.and_then(|Summary { at, counts }| Some(Cited::new(of(&counts?)?, at)))
    };
    let due = people(Due).or_else(|| count(|counts| counts.due));
    let came = people(Came).or_else(|| count(|counts| counts.came)).or(roll.came.take());
    reading.sessions.push(SessionRow {
        branch: context.branch(),
        when,
        group: if kinds.contains(&SessionKind::GroupMeeting) { group } else { String::new() },
        kinds,
        topic: text(Topic),
        place: text(Place),
        host: context.label(Host).map(|host| Cited::new(squash(&host.value), host.at)),
        hours: number(&text(Hours)),
        roll: roll.kind(false, &due, &came),
        due,
        came,
        marks: roll.marks,
        unread: roll.unread,
        at,
    });
}

fn member(sight: &Sight, reading: &mut Reading) {
    let context = sight.context();
    let Some(name) = context.label(Name) else { return };
    if !looks_like_name(&squash(&name.value)) {
        reading.issues.push(Issue::new(Code::UnknownValue, name.at, name.value.clone(), "姓名"));
        return;
    }
    let mut member = MemberRow {
        branch: context.branch(),
        name: squash(&name.value),
        at: Some(name.at),
        ..MemberRow::default()
    };
    let place = |label: &Label| (label.value.at.row, label.value.at.col);
    for concept in person::FIELDS {
        if let Some(label) = context.labelled(concept).next() {
            person::read(sight, concept, place(label), &mut member, reading);
        }
    }
    for label in context.labelled(Standing) {
        person::standing(sight, place(label), &label.name, &mut member, reading);
    }
    let mut gone = false;
    for label in context.labelled(Note) {
        gone |= person::note(sight, place(label), &mut member);
    }
    if gone {
        reading.issues.push(Issue::new(Code::NotedAsLeft, name.at, member.name, ""));
    } else {
        for label in context.labelled(Standing) {
            person::report_denied(sight, place(label), &label.name, &member, reading);
        }
        reading.members.push(member);
    }
}

/// Points out what a form holds that is neither a title, nor a label, nor the value of one: a label with a slip of the
/// pen, or a value whose label was left out.
fn report_unread(
    sight: &Sight,
    (rows, columns): (&[u32], &[u32]),
    read: &HashSet<(u32, u32)>,
    reading: &mut Reading,
) {
    let view = sight.view;
    let labels = sight.context().labels();
    let Some(left) = labels.iter().map(|l| l.left).min() else { return };
    let Some(first) = labels.iter().map(|l| l.value.at.row).min() else { return };
    let mut looked = 0;
    for &row in rows.iter().filter(|row| **row >= first) {
        if !matches!(view.line(row), Line::Single(_) | Line::Cells) {
            continue;
        }
        let filled = view.filled(row);
        // A label may have nothing behind it.
        let is_read = |f: &Filled| {
            !f.heading(view.vocabulary).is_empty()
                || columns.len() > 1 && columns.contains(&f.col)
                || read.contains(&(row, f.col))
        };
        for (i, cell) in filled.iter().enumerate().filter(|(_, f)| !is_read(f)) {
            let place = view.cell(row, cell.col);
            looked += 1;
            let found = if looked <= MOST_SLIPS { cell.slip_of(view.vocabulary) } else { None };
            let is_lacking = |c: &Concept| c.is_counted() && sight.context().label(*c).is_none();
            let slip = found.filter(|known| view.heading(known).iter().all(is_lacking));
            // A label that means nothing to us stands before its value; a value alone lacks one.
            let stands_alone = || {
                let labelled = i > 0 && !is_read(&filled[i - 1]);
                let continues = !view.seen_word(row, left).text.is_empty();
                cell.col > left && !labelled && (i > 0 || !continues) && filled.get(i + 1).is_none_or(is_read)
            };
            if let Some(known) = slip {
                reading.issues.push(Issue::new(Code::NearHeading, place, &*cell.text, known));
            } else if stands_alone() {
                let bare = "，前面没有写是什么";
                reading.issues.push(Issue::new(Code::UnusedTable, place, &*cell.text, bare));
            }
        }
    }
}

/// In so many cells of a form slips of the pen are looked for: no form has more labels.
const MOST_SLIPS: usize = 200;
