//! One session across books, and who was there.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::branches::chinese_ordinal;
use super::lists::{Missing, Twice};
use super::resolve::Directory;
use super::{Attendance, BranchId, Ledger, MemberId, Session, Status};
use crate::address::{Address, BookId, Cited};
use crate::issue::{Code, Issue, Place};
use crate::reading::mark::{self, Mark};
use crate::reading::{MarkRow, Roll, SessionRow};
use crate::text::{Text, chinese_number};
use crate::vocabulary::{Kind, Vocabulary};
use crate::when::When;

/// Years that a session can be of.
const PLAUSIBLE: std::ops::RangeInclusive<i32> = 1990..=2049;
/// Years that the sessions of one workspace lie apart at most without being pointed out.
const MOST_APART: i32 = 3;

/// What makes two records one session.
type Key = (BranchId, When, Vec<Kind>, String);

/// What one book says of one person.
#[derive(Debug, Clone)]
struct Statement {
    mark: Mark,
    /// Not written, but follows from not being named among the absent.
    inferred: bool,
    text: Text,
    at: Address,
}

/// A session row with its branch and its people found.
struct Known {
    row: SessionRow,
    branch: BranchId,
    /// In the order in which the book says it.
    said: Vec<(MemberId, Statement)>,
    unknown: Unknown,
}

/// How many of those whom a row names are no members that are known.
#[derive(Debug, Clone, Copy, Default)]
struct Unknown {
    named: usize,
    came: usize,
}

pub fn enter(ledger: &mut Ledger, rows: Vec<SessionRow>, vocabulary: &Vocabulary) {
    let directory = Directory::new(ledger);
    if ledger.members.is_empty() && !rows.is_empty() {
        ledger.raise(Issue::new(Code::NoMembers, Place::Folder, "", ""));
        return;
    }
    odd_years(ledger, &rows);
    odd_months(ledger, &rows);
    not_yet_joined(ledger, &rows);
    let mut known: Vec<Known> =
        rows.into_iter().filter_map(|row| find_people(ledger, &directory, row)).collect();
    let (mut twice, mut missing) = (Twice::default(), Missing::default());
    for session in known.iter().filter(|known| known.row.roll == Roll::Listed) {
        twice.look(ledger, session.said.iter().map(|(member, statement)| (*member, statement.at)));
    }
    let mut sessions: BTreeMap<Key, Vec<Known>> = BTreeMap::new();
    // A month alone may be one of the days, which come first.
    known.sort_by_key(|session| session.row.when.day().is_none());
    for mut session in known {
        session.row.group = group_of(ledger, &session);
        infer(ledger, &mut session, vocabulary);
        match place_month(&sessions, &session) {
            Placed::As(key) => sessions.entry(key).or_default().push(session),
            Placed::Nowhere => {
                let what =
                    format!("{}月的{}", session.row.when.month().month, kinds_chinese(&session.row.kinds));
                ledger.raise(Issue::new(Code::VagueSession, session.row.at, what, ""));
            }
        }
    }
    let said = |books: &Vec<Known>| books.iter().map(|book| book.said.len()).sum::<usize>();
    ledger.attendance.reserve(sessions.values().map(said).sum());
    for (key, books) in sessions {
        settle(ledger, key, books, vocabulary, &mut missing);
    }
    missing.raise(ledger);
}

/// Members who joined years after every session: most likely a slip of the pen, for which they would be due to nothing.
fn not_yet_joined(ledger: &mut Ledger, rows: &[SessionRow]) {
    let Some(newest) = rows.iter().map(|row| row.when.month().year).max() else { return };
    let joined = |m: &super::Member| m.joined.filter(|joined| joined.month().year > newest + 1);
    let odd: Vec<(Address, When)> = ledger.members.iter().filter_map(|m| Some((m.at, joined(m)?))).collect();
    for (at, joined) in odd {
        let detail = format!("晚于所有会议（最近的在{newest}年），会议都没有算他应到");
        ledger.raise(Issue::new(Code::OddDate, at, joined.to_string(), detail));
    }
}

/// A month alone where the sheet's other sessions have their days: `3月初`.
fn odd_months(ledger: &mut Ledger, rows: &[SessionRow]) {
    let mut days: HashMap<(BookId, u16), (usize, usize)> = HashMap::new();
    let sheet = |row: &SessionRow| (row.at.book, row.at.sheet);
    for row in rows {
        let (known, unknown) = days.entry(sheet(row)).or_default();
        *(if row.when.day().is_some() { known } else { unknown }) += 1;
    }
    let is_odd = |row: &&SessionRow| {
        let (known, unknown) = days[&sheet(row)];
        row.when.day().is_none() && known > unknown
    };
    for row in rows.iter().filter(is_odd) {
        let detail = "只写到月份，而这张表里别的会议都写到哪一天";
        ledger.raise(Issue::new(Code::OddDate, row.at, row.when.to_string(), detail));
    }
}

/// Years that no session can be of, and years far from those of the other sessions: a slip of the pen, most likely.
fn odd_years(ledger: &mut Ledger, rows: &[SessionRow]) {
    let mut years: Vec<i32> = rows.iter().map(|r| r.when.month().year).collect();
    years.sort_unstable();
    let Some(&middle) = years.get(years.len() / 2) else { return };
    for row in rows {
        let year = row.when.month().year;
        let detail = match (PLAUSIBLE.contains(&year), (year - middle).abs() > MOST_APART) {
            (false, _) => "的年份不像是真的".to_string(),
            (true, true) => format!("与其他会议（多在{middle}年）相差太远"),
            _ => continue,
        };
        ledger.raise(Issue::new(Code::OddDate, row.at, row.when.to_string(), detail));
    }
}

pub fn kinds_chinese(kinds: &[Kind]) -> String {
    kinds.iter().map(|k| k.chinese()).collect::<Vec<_>>().join("暨")
}

/// The branch and the members whom a row names; whoever is not known is an issue and left out.
fn find_people(ledger: &mut Ledger, directory: &Directory, mut row: SessionRow) -> Option<Known> {
    let names: Vec<_> = row.marks.iter().map(|m| &m.name).collect();
    let branch = directory.place(ledger, &row.branch, &names, row.at)?;
    let mut said = Vec::with_capacity(row.marks.len());
    let mut unknown = Unknown::default();
    for MarkRow { name, mark, text, at } in std::mem::take(&mut row.marks) {
        match directory.member(ledger, branch, &name) {
            Some(member) => {
                said.push((member, Statement { mark, inferred: false, text, at }));
            }
            None => {
                // 李海雁 may be 李海燕, of whom nothing must follow from not being named.
                row.unread.extend(directory.alike(ledger, branch, &name.value).into_iter().map(Text::from));
                row.unread.push(name.value.clone());
                unknown.named += 1;
                unknown.came += usize::from(mark.came());
            }
        }
    }
    Some(Known { row, branch, said, unknown })
}

/// The group of a group meeting: as written, or that of all the people on its list.
fn group_of(ledger: &Ledger, session: &Known) -> String {
    if !session.row.kinds.contains(&Kind::GroupMeeting) {
        return String::new();
    }
    if !session.row.group.is_empty() {
        return group_key(&session.row.group);
    }
    if session.row.roll == Roll::AbsentNamed {
        return String::new();
    }
    let mut groups: Vec<String> = session
        .said
        .iter()
        .filter(|(_, s)| !matches!(s.mark, Mark::Blank | Mark::NotDue))
        .map(|(m, _)| ledger.members[*m].group.clone())
        .collect();
    groups.sort();
    groups.dedup();
    match groups.as_slice() {
        [only] => only.clone(),
        _ => String::new(),
    }
}

/// `第一小组`, `第1党小组` and `一组` are one group.
pub fn group_key(text: &str) -> String {
    let bare =
        text.trim_start_matches('第').trim_end_matches("小组").trim_end_matches('组').trim_end_matches('党');
    match bare.parse().ok().or_else(|| chinese_number(bare)) {
        Some(number) => format!("第{}党小组", chinese_ordinal(number)),
        None => text.to_string(),
    }
}

/// The members who were due: the committee, a group, or the branch, as far as they had joined. Where
/// the book counts in those whose date of joining is later, as the number it gives shows, so do we.
fn due(ledger: &Ledger, row: &Known, vocabulary: &Vocabulary) -> Vec<MemberId> {
    let (branch, kinds, group, when) =
        (row.branch, row.row.kinds.as_slice(), row.row.group.as_str(), row.row.when);
    let all = members_of(ledger, branch, kinds, group, vocabulary);
    if row.row.due.as_ref().is_some_and(|written| written.value as usize == all.len()) {
        return all;
    }
    all.into_iter().filter(|&m| ledger.members[m].was_here(when)).collect()
}

fn members_of(
    ledger: &Ledger,
    branch: BranchId,
    kinds: &[Kind],
    group: &str,
    vocabulary: &Vocabulary,
) -> Vec<MemberId> {
    let is_due = |member: &super::Member| match kinds {
        [Kind::CommitteeMeeting] => member.is_committee(vocabulary),
        [Kind::GroupMeeting] if !group.is_empty() => member.group == group,
        _ => true,
    };
    ledger.members_of(branch).filter(|&id| is_due(&ledger.members[id])).collect()
}

/// In a book that names only the absent, whoever was due and is not named came. Of somebody of whom words speak that
/// were not understood, nothing follows.
fn infer(ledger: &mut Ledger, session: &mut Known, vocabulary: &Vocabulary) {
    if session.row.roll != Roll::AbsentNamed {
        return;
    }
    let row = &session.row;
    let grouped = ledger.members.iter().any(|m| m.branch == session.branch && !m.group.is_empty());
    if row.kinds == [Kind::GroupMeeting] && row.group.is_empty() && grouped {
        ledger.raise(Issue::new(Code::NoGroup, row.at, "", "，只采用了点名的人"));
        return;
    }
    let at = row.came.as_ref().or(row.due.as_ref()).map_or(row.at, |c| c.at);
    let named: HashSet<MemberId> = session.said.iter().map(|(member, _)| *member).collect();
    let spoken_of = |member: &MemberId| {
        let name = &ledger.members[*member].name;
        session.row.unread.iter().any(|text| text.contains(name.as_str()))
    };
    let unnamed = due(ledger, session, vocabulary).into_iter().filter(|member| !named.contains(member));
    let (doubtful, others): (Vec<MemberId>, Vec<MemberId>) = unnamed.partition(spoken_of);
    for member in doubtful {
        let what = format!("{} {}", session.row.when, kinds_chinese(&session.row.kinds));
        let name = ledger.members[member].name.clone();
        ledger.raise(Issue::new(Code::Doubtful, session.row.at, name, what));
    }
    let came = Statement { mark: Mark::Present, inferred: true, text: Text::default(), at };
    session.said.extend(others.into_iter().map(|member| (member, came.clone())));
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

enum Placed {
    As(Key),
    /// A month in which several sessions could be meant.
    Nowhere,
}

/// A session of a day is itself; one of which only the month is known is the only one of its kind in
/// that month, where another book tells the day.
fn place_month(sessions: &BTreeMap<Key, Vec<Known>>, session: &Known) -> Placed {
    let row = &session.row;
    let own = (session.branch, row.when, row.kinds.clone(), row.group.clone());
    if row.when.day().is_some() {
        return Placed::As(own);
    }
    let candidates: Vec<&Key> = sessions
        .keys()
        .filter(|(b, w, k, g)| {
            *b == session.branch
                && w.day().is_some()
                && w.month() == row.when.month()
                && *k == row.kinds
                && (row.group.is_empty() || g.is_empty() || *g == row.group)
        })
        .collect();
    match candidates.as_slice() {
        [] => Placed::As(own),
        [only] => Placed::As((*only).clone()),
        _ => Placed::Nowhere,
    }
}

/// Puts together what the books say of one session.
fn settle(
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
        host: longest(|r| &r.host),
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
    let all_listed = books.iter().all(|book| book.row.roll == Roll::Listed);
    let together = |mut said: Vec<_>, more| {
        said.extend(more);
        said
    };
    let mut said = books.into_iter().map(|book| book.said).reduce(together).unwrap_or_default();
    // Stable: what the first book says of somebody stays first.
    said.sort_by_key(|(member, _)| *member);
    // A group's meeting without its group is of those whom it lists.
    let of_whom = kinds != [Kind::GroupMeeting] || !group.is_empty();
    let names_absent = || said.iter().any(|(_, statement)| !statement.mark.came() && statement.mark.is_due());
    if all_listed && of_whom && (kinds.iter().any(is_of_all) || names_absent()) {
        let named = |member: &MemberId| said.binary_search_by_key(member, |(named, _)| *named).is_ok();
        missing.note(session.at, due.iter().copied().filter(|member| !named(member)));
    }
    // In a year's sheet that gives only kinds, one column may hold the meetings of all groups.
    let spans_groups = kinds == [Kind::GroupMeeting] && group.is_empty();
    for statements in said.chunk_by(|a, b| a.0 == b.0) {
        let member = statements[0].0;
        let statements = || statements.iter().map(|(_, statement)| statement);
        let settled = match agree(statements()) {
            Ok(settled) => settled,
            Err((a, b)) => {
                let detail = format!(
                    "一处是{}，另一处（{}）是{}",
                    a.mark.chinese(),
                    ledger.shelf.cite(b.at),
                    b.mark.chinese()
                );
                let name = ledger.members[member].name.clone();
                ledger.raise(Issue::new(Code::Conflict, a.at, name, detail));
                continue;
            }
        };
        if statements().any(|s| kinds_of_leave_differ(s.mark, settled.mark)) {
            let name = ledger.members[member].name.clone();
            ledger.raise(Issue::new(
                Code::Differs,
                settled.at,
                name,
                "请假的种类两处不同，按请假计，不分种类",
            ));
        }
        let is_missed = matches!(settled.mark, Mark::Absent | Mark::Leave(_)) && !spans_groups;
        let is_known = kinds != [Kind::GroupMeeting] || !ledger.members[member].group.is_empty();
        if is_missed && is_known && of_them.as_ref().is_some_and(|of_them| !of_them.contains(&member)) {
            let of = if group.is_empty() { String::new() } else { format!("（{group}）") };
            let what = format!("{when} {}{of}", kinds_chinese(&kinds));
            let name = ledger.members[member].name.clone();
            ledger.raise(Issue::new(Code::NotOfTheMeeting, settled.at, name, what));
        }
        let status = status(settled.mark, due.contains(&member) && !spans_groups);
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

fn status(mark: Mark, is_due: bool) -> Status {
    match mark {
        Mark::Present => Status::Present,
        Mark::Late => Status::Late,
        Mark::LeftEarly => Status::LeftEarly,
        Mark::Leave(kind) => Status::Leave(kind),
        Mark::Absent => Status::Absent,
        Mark::Exempt => Status::Exempt,
        Mark::NotDue => Status::NotDue,
        Mark::Blank if is_due => Status::Unrecorded,
        Mark::Blank => Status::NotDue,
    }
}

/// The statement that says the most, if all agree; else two that do not.
fn agree<'a>(
    mut statements: impl Iterator<Item = &'a Statement>,
) -> Result<Statement, (Statement, Statement)> {
    let mut settled = statements.next().expect("somebody of whom something is said").clone();
    for next in statements {
        settled = match (settled.mark, next.mark) {
            (a, b) if a == b => {
                if settled.inferred {
                    next.clone()
                } else {
                    settled
                }
            }
            (Mark::Blank, _) if !next.inferred => next.clone(),
            (_, Mark::Blank) if !settled.inferred => settled,
            // A stroke in one book outweighs not being named in another.
            (Mark::NotDue | Mark::Blank, _) if next.inferred => {
                if settled.mark == Mark::Blank {
                    next.clone()
                } else {
                    settled
                }
            }
            (_, Mark::NotDue | Mark::Blank) if settled.inferred => {
                if next.mark == Mark::Blank {
                    settled
                } else {
                    next.clone()
                }
            }
            (Mark::NotDue, _) => next.clone(),
            (_, Mark::NotDue) => settled,
            (Mark::Leave(Some(_)), Mark::Leave(Some(_))) => Statement { mark: Mark::Leave(None), ..settled },
            (Mark::Absent, Mark::Leave(_)) | (Mark::Leave(_), Mark::Absent) => {
                return Err((settled, next.clone()));
            }
            (a, b) => match mark::combine(a, b) {
                Some(mark) if mark == a => settled,
                Some(mark) => Statement { mark, ..next.clone() },
                None => return Err((settled, next.clone())),
            },
        };
    }
    Ok(settled)
}

fn kinds_of_leave_differ(a: Mark, settled: Mark) -> bool {
    matches!((a, settled), (Mark::Leave(Some(_)), Mark::Leave(None)))
}
