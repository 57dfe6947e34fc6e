//! One session across books, and who was there.

use std::collections::BTreeMap;

use foldhash::{HashMap, HashSet};

use super::lists::{Missing, Twice};
use super::resolve::Directory;
use super::settled::settle;
use super::statements::Statement;
use super::whole_bureau;
use super::{BranchId, Ledger, MemberId, near_sessions, odd_times};
use crate::address::Cited;
use crate::issue::{Code, Issue, Place};
use crate::reading::mark::{self, Mark};
use crate::reading::{MarkRow, Roll, SessionRow};
use crate::text::Text;
use crate::vocabulary::{GroupNames, Kind, Vocabulary};
use crate::when::When;

/// What makes two records one session.
pub type Key = (BranchId, When, Vec<Kind>, String);

/// A session row with its branch and its people found.
pub struct Known {
    pub row: SessionRow,
    pub branch: BranchId,
    /// In the order in which the book says it.
    pub said: Vec<(MemberId, Statement)>,
    pub unknown: Unknown,
    /// The book counts more people as away than any book names: see [`names_fewer`].
    pub is_short: bool,
}

/// How many of those whom a row names are no members that are known.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unknown {
    pub named: usize,
    pub came: usize,
}

pub fn enter(ledger: &mut Ledger, rows: Vec<SessionRow>, vocabulary: &Vocabulary) {
    let directory = Directory::new(ledger);
    if ledger.members.is_empty() && !rows.is_empty() {
        ledger.raise(Issue::new(Code::NoMembers, Place::Folder, "", ""));
        return;
    }
    odd_times::report(ledger, &rows);
    let mut known: Vec<Known> = Vec::with_capacity(rows.len());
    for row in rows {
        let of_each = whole_bureau::apart(ledger, &directory, row);
        known.extend(of_each.into_iter().filter_map(|row| find_people(ledger, &directory, row, vocabulary)));
    }
    let (mut twice, mut missing) = (Twice::default(), Missing::default());
    for session in known.iter().filter(|known| known.row.roll == Roll::Listed) {
        twice.look(ledger, session.said.iter().map(|(member, statement)| (*member, statement.at)));
    }
    let mut sessions: BTreeMap<Key, Vec<Known>> = BTreeMap::new();
    // A month alone may be one of the days, which come first.
    known.sort_by_key(|session| session.row.when.day().is_none());
    for mut session in known {
        session.row.group = group_of(ledger, &session, vocabulary.group_names());
        match place_month(&sessions, &session) {
            Placed::As(key) => sessions.entry(key).or_default().push(session),
            Placed::Nowhere => {
                let what =
                    format!("{}月的{}", session.row.when.month().month, kinds_chinese(&session.row.kinds));
                ledger.raise(Issue::new(Code::VagueSession, session.row.at, what, ""));
            }
        }
    }
    near_sessions::report(ledger, &sessions);
    let said = |books: &Vec<Known>| books.iter().map(|book| book.said.len()).sum::<usize>();
    ledger.attendance.reserve(sessions.values().map(said).sum());
    for (key, mut books) in sessions {
        let away = named_away(&books);
        books.iter_mut().for_each(|book| infer(ledger, book, &away, vocabulary));
        let is_told = |book: &Known| book.row.roll != Roll::Untold;
        if !books.iter().any(is_told) {
            for Known { row, is_short, .. } in books {
                let what = format!("{} {}", row.when, kinds_chinese(&row.kinds));
                let (code, at, what) = match row.came.filter(|_| is_short) {
                    Some(came) => (Code::UnnamedAway, came.at, format!("{what}写着实到{}人", came.value)),
                    None => (Code::UntoldSession, row.at, what),
                };
                ledger.raise(Issue::new(code, at, what, ""));
            }
            continue;
        }
        // Those that tell who came speak first.
        books.sort_by_key(|book| !is_told(book));
        settle(ledger, key, books, vocabulary, &mut missing);
    }
    missing.raise(ledger);
}

/// What a session is called: its kinds, and whose it was where it was a group's.
pub fn title(kinds: &[Kind], group: &str) -> String {
    let kinds = kinds_chinese(kinds);
    if group.is_empty() { kinds } else { format!("{kinds}（{group}）") }
}

pub fn kinds_chinese(kinds: &[Kind]) -> String {
    kinds.iter().map(|k| k.chinese()).collect::<Vec<_>>().join("暨")
}

/// The branch and the members whom a row names; whoever is not known is an issue and left out.
fn find_people(
    ledger: &mut Ledger,
    directory: &Directory,
    mut row: SessionRow,
    vocabulary: &Vocabulary,
) -> Option<Known> {
    let names: Vec<_> = row.marks.iter().map(|m| &m.name).collect();
    let branch = directory.place(ledger, &row.branch, &names, row.at)?;
    if row.roll == Roll::Untold {
        // A list of a session that was put off says no more than whose it is.
        row.marks.retain(|said| said.mark.is_due() && said.mark != Mark::Blank);
    }
    let mut unknown = Unknown::default();
    let marks = std::mem::take(&mut row.marks);
    // Collected from the marks by value, so that their memory serves again.
    let known = marks.into_iter().filter_map(|said_of| {
        // Most names are somebody's as they are written.
        let exactly = directory.exactly(branch, &said_of.name.value);
        let said_of = match exactly {
            Some(_) => said_of,
            None => with_longer_name(directory, branch, &said_of, vocabulary).unwrap_or(said_of),
        };
        let MarkRow { name, mark, text, at } = said_of;
        let member = exactly.or_else(|| directory.member(ledger, branch, &name));
        if member.is_none() {
            // 李海雁 may be 李海燕, of whom nothing must follow from not being named.
            row.unread.extend(directory.alike(ledger, branch, &name.value).into_iter().map(Text::from));
            row.unread.push(name.value.clone());
            unknown.named += 1;
            unknown.came += usize::from(mark.came());
        }
        Some((member?, Statement { mark, inferred: false, text, at }))
    });
    let said = known.collect();
    Some(Known { row, branch, said, unknown, is_short: false })
}

/// Words run on to a name may begin with its last character: 夏春红事假 is 夏春红 with 事假, where 夏春 is on no roster,
/// though 红事 is a reason as well.
fn with_longer_name(
    directory: &Directory,
    branch: BranchId,
    said: &MarkRow,
    vocabulary: &Vocabulary,
) -> Option<MarkRow> {
    let behind = said.text.chars().next().map_or(0, char::len_utf8);
    let (last, text) = said.text.split_at(behind);
    if text.is_empty() || directory.is_named_exactly(branch, &said.name.value) {
        return None;
    }
    let name = format!("{}{last}", said.name.value);
    let mark = mark::reason(text, vocabulary).filter(|_| directory.is_named_exactly(branch, &name))?;
    Some(MarkRow { name: Cited::new(name.into(), said.name.at), mark, text: text.into(), at: said.at })
}

/// The group of a group meeting: as written, or that of all the people on its list.
fn group_of(ledger: &Ledger, session: &Known, groups: &GroupNames) -> String {
    if !session.row.kinds.contains(&Kind::GroupMeeting) {
        return String::new();
    }
    if !session.row.group.is_empty() {
        return groups.key(&session.row.group);
    }
    if session.row.roll != Roll::Listed {
        return String::new();
    }
    let mut theirs: Vec<String> = session
        .said
        .iter()
        .filter(|(_, s)| !matches!(s.mark, Mark::Blank | Mark::NotDue))
        .map(|(m, _)| ledger.members[*m].group.clone())
        .collect();
    theirs.sort();
    theirs.dedup();
    match theirs.as_slice() {
        [only] => only.clone(),
        _ => String::new(),
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

pub fn members_of(
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

/// Whom one book or another names as away, and what it says; nobody where no book asks.
fn named_away(books: &[Known]) -> HashMap<MemberId, Statement> {
    let asks = |book: &Known| book.row.roll == Roll::AbsentNamed && book.row.came.is_some();
    let asking = books.iter().filter(|_| books.iter().any(asks));
    asking.flat_map(|book| &book.said).filter(|(_, said)| said.mark.is_away()).cloned().collect()
}

/// In a book that names only the absent, whoever was due and is not named came. Of somebody of whom words speak that
/// were not understood, nothing follows. `away` are those whom any book of the session names.
fn infer(
    ledger: &mut Ledger,
    session: &mut Known,
    away: &HashMap<MemberId, Statement>,
    vocabulary: &Vocabulary,
) {
    if session.row.roll != Roll::AbsentNamed {
        return;
    }
    let row = &session.row;
    let grouped = ledger.members.iter().any(|m| m.branch == session.branch && !m.group.is_empty());
    // As many were due as the branch has members: all groups met.
    let all = || due(ledger, session, vocabulary).len();
    let is_of_all = || row.due.as_ref().is_some_and(|written| written.value as usize == all());
    if row.kinds == [Kind::GroupMeeting] && row.group.is_empty() && grouped && !is_of_all() {
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
    let (doubtful, mut others): (Vec<MemberId>, Vec<MemberId>) = unnamed.partition(spoken_of);
    if names_fewer(session, others.len()) {
        // Those who were away may stand in another book.
        session.said.extend(others.iter().filter_map(|member| Some((*member, away.get(member)?.clone()))));
        others.retain(|member| !away.contains_key(member));
        if names_fewer(session, others.len()) {
            (session.row.roll, session.is_short) = (Roll::Untold, true);
            return;
        }
    }
    for member in doubtful {
        let what = format!("{} {}", session.row.when, kinds_chinese(&session.row.kinds));
        let name = ledger.members[member].name.clone();
        ledger.raise(Issue::new(Code::Doubtful, session.row.at, name, what));
    }
    let came = Statement { mark: Mark::Present, inferred: true, text: Text::default(), at };
    session.said.extend(others.into_iter().map(|member| (member, came.clone())));
}

/// Whether a book says that more were away than are named, and that fewer came than those it names and `others` are: of
/// 应到8 实到7, and nobody who was away, the eighth may be anyone. Where as many came as it says, it is 应到 that is wrong.
fn names_fewer(session: &Known, others: usize) -> bool {
    let row = &session.row;
    let Some(came) = row.came.as_ref().map(|came| came.value as usize) else { return false };
    let named = |came: bool| session.said.iter().filter(|(_, said)| said.mark.came() == came).count();
    let here = named(true) + session.unknown.came + others;
    // 钱书记, whom no roster has, is one of the others if fewer came than these are.
    let away = named(false);
    let due = row.due.as_ref().map_or(here + away, |due| due.value as usize);
    came < here && due.saturating_sub(came) > away
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
