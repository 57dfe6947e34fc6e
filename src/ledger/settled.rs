//! What several books say of one session, put together.

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::lists::{self, Missing};
use super::sessions::{Key, Known, kinds_chinese, members_of, title};
use super::statements::{Statement, agree, kinds_of_leave_differ, status};
use super::{Attendance, Ledger, MemberId, Session, Status};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::reading::mark::Mark;
use crate::reading::{Roll, SessionRow};
use crate::vocabulary::{Kind, Vocabulary};
use crate::when::When;

/// Puts together what the books say of one session.
pub fn settle(
    ledger: &mut Ledger,
    (branch, when, kinds, group): Key,
    books: Vec<Known>,
    vocabulary: &Vocabulary,
    missing: &mut Missing,
) {
    let index = ledger.sessions.len();
    report_twice(ledger, when, &kinds, &books);
    check_counts(ledger, &books);
    let longest = |field: fn(&SessionRow) -> &String| {
        books.iter().map(|b| field(&b.row)).max_by_key(|t| t.chars().count()).cloned().unwrap_or_default()
    };
    let session = Session {
        branch,
        when,
        topic: longest(|r| &r.topic),
        place: longest(|r| &r.place),
        host: books.iter().filter_map(|b| b.row.host.clone()).max_by_key(|host| host.value.chars().count()),
        hours: books.iter().find_map(|b| b.row.hours),
        due: books.iter().find_map(|b| b.row.due.as_ref()).map(|c| c.value),
        came: books.iter().find_map(|b| b.row.came.as_ref()).map(|c| c.value),
        at: books[0].row.at,
        kinds: kinds.clone(),
        group: group.clone(),
    };
    let mut due = members_of(ledger, branch, &kinds, &group, vocabulary);
    let grouped = || ledger.members[ledger.members_of(branch)].iter().any(|m| !m.group.is_empty());
    if kinds == [Kind::GroupMeeting] && !group.is_empty() && due.is_empty() && grouped() {
        ledger.raise(Issue::new(Code::UnknownGroup, session.at, group.clone(), ""));
    }
    // Of the committee and of a group, others may be guests, but are not missed.
    let is_of_some = matches!(kinds[..], [Kind::GroupMeeting | Kind::CommitteeMeeting]);
    let of_them = Some(due.clone()).filter(|due| is_of_some && !due.is_empty());
    due.retain(|&m| ledger.members[m].was_here(when));
    // Of a study or a service, a list may name only those who took part.
    let is_of_all =
        |kind: &Kind| !matches!(kind, Kind::Study | Kind::Training | Kind::Volunteering | Kind::Other);
    let all_listed = books.iter().all(|book| book.row.roll != Roll::AbsentNamed);
    let together = |mut said: Vec<_>, more| {
        said.extend(more);
        said
    };
    let mut said = books.into_iter().map(|book| book.said).reduce(together).unwrap_or_default();
    // Stable: what the first book says of somebody stays first.
    said.sort_by_key(|(member, _)| *member);
    // A group's meeting without its group is of those whom it lists.
    let of_whom = kinds != [Kind::GroupMeeting] || !group.is_empty();
    let names_absent = || said.iter().any(|(_, statement)| statement.mark.is_away());
    if all_listed && of_whom && (kinds.iter().any(is_of_all) || names_absent()) {
        let named = |member: &MemberId| said.binary_search_by_key(member, |(named, _)| *named).is_ok();
        let unnamed = due.iter().copied().filter(|member| !named(member));
        // A register of leaves, 请假登记表, says of nobody that he came.
        let only_away = names_absent() && said.iter().all(|(_, statement)| statement.mark.is_away());
        if only_away && unnamed.clone().next().is_some() {
            let what = format!("{when} {}", kinds_chinese(&kinds));
            let names: Vec<&str> = said.iter().map(|(m, _)| ledger.members[*m].name.as_str()).collect();
            ledger.raise(Issue::new(Code::OnlyAway, session.at, what, lists::named(&names)));
        } else {
            missing.note(session.at, unnamed);
        }
    }
    // In a year's sheet that gives only kinds, one column may hold the meetings of all groups.
    let spans_groups = kinds == [Kind::GroupMeeting] && group.is_empty();
    let mut said = said.into_iter().peekable();
    while let Some((member, first)) = said.next() {
        let others = std::iter::from_fn(|| Some(said.next_if(|(other, _)| *other == member)?.1));
        // Of most, one book speaks.
        let Some(settled) = settle_one(ledger, member, first, others.collect()) else { continue };
        let is_missed = matches!(settled.mark, Mark::Absent | Mark::Leave(_)) && !spans_groups;
        let is_known = kinds != [Kind::GroupMeeting] || !ledger.members[member].group.is_empty();
        if is_missed && is_known && of_them.as_ref().is_some_and(|of_them| !of_them.contains(&member)) {
            let what = format!("{when} {}", title(&kinds, &group));
            let name = ledger.members[member].name.clone();
            ledger.raise(Issue::new(Code::NotOfTheMeeting, settled.at, name, what));
        }
        let status = status(settled.mark, due.binary_search(&member).is_ok() && !spans_groups);
        if status == Status::Unrecorded {
            let name = ledger.members[member].name.clone();
            ledger.raise(Issue::new(
                Code::Unrecorded,
                settled.at,
                name,
                format!("（{when} {}）", kinds_chinese(&kinds)),
            ));
        }
        ledger.attendance.push(Attendance {
            session: index,
            member,
            status,
            text: settled.text,
            at: settled.at,
        });
    }
    ledger.sessions.push(session);
}

/// What all statements on one member come to; nothing, and an issue, where two contradict each other.
fn settle_one(
    ledger: &mut Ledger,
    member: MemberId,
    first: Statement,
    others: Vec<Statement>,
) -> Option<Statement> {
    if others.is_empty() {
        return Some(first);
    }
    let statements = || std::iter::once(&first).chain(&others);
    let name = || ledger.members[member].name.clone();
    match agree(statements()) {
        Ok(settled) => {
            if statements().any(|s| kinds_of_leave_differ(s.mark, settled.mark)) {
                let detail = "请假的种类两处不同，按请假计，不分种类";
                ledger.raise(Issue::new(Code::Differs, settled.at, name(), detail));
            }
            Some(settled)
        }
        Err((a, b)) => {
            let other = ledger.shelf.cite(b.at);
            let detail = format!("一处是{}，另一处（{other}）是{}", a.mark.chinese(), b.mark.chinese());
            ledger.raise(Issue::new(Code::Conflict, a.at, name(), detail));
            None
        }
    }
}

/// Two columns or rows of one sheet that are the same session: of the morning and the afternoon, perhaps.
fn report_twice(ledger: &mut Ledger, when: When, kinds: &[Kind], books: &[Known]) {
    for (i, later) in books.iter().enumerate().skip(1) {
        let at = later.row.at;
        let in_sheet = |earlier: &&Known| (earlier.row.at.book, earlier.row.at.sheet) == (at.book, at.sheet);
        let named: HashSet<MemberId> = later.said.iter().map(|(member, _)| *member).collect();
        let same = |earlier: &Known| earlier.said.iter().any(|(member, _)| named.contains(member));
        // Halves of one list, side by side, are of different people.
        if books[..i].iter().filter(in_sheet).any(same) {
            let what = format!("{when} {}", kinds_chinese(kinds));
            ledger.raise(Issue::new(Code::TwiceInSheet, at, what, ""));
        }
    }
}

/// The numbers that a book states against the people whom it lists, on all pages of a list that goes on over several.
fn check_counts(ledger: &mut Ledger, books: &[Known]) {
    if books.iter().all(|book| book.row.due.is_none() && book.row.came.is_none()) {
        return;
    }
    let sheet = |known: &Known| (known.row.at.book, known.row.at.sheet);
    // Of each sheet how many were due and came; somebody who stands there twice counts once, as said first.
    let (mut sums, mut counted) = (HashMap::new(), HashSet::new());
    for page in books {
        let (due, came): &mut (usize, usize) = sums.entry(sheet(page)).or_default();
        (*due, *came) = (*due + page.unknown.named, *came + page.unknown.came);
        for (_, said) in page.said.iter().filter(|(member, _)| counted.insert((sheet(page), *member))) {
            (*due, *came) = (*due + usize::from(said.mark.is_due()), *came + usize::from(said.mark.came()));
        }
    }
    let mut check = |written: &Option<Cited<u32>>, counted: usize, what: &str, of: &str| {
        let Some(written) = written.as_ref().filter(|written| written.value as usize != counted) else {
            return;
        };
        let (said, told) = (format!("{what}{}人", written.value), format!("而{of}{what}的是{counted}人"));
        ledger.raise(Issue::new(Code::CountMismatch, written.at, said, told));
    };
    for book in books {
        let (due, came) = sums[&sheet(book)];
        check(&book.row.due, due, "应到", "名单上");
        check(&book.row.came, came, "实到", "按名单");
    }
}
