//! Who is a member: one person under one branch, however many rosters name them.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::Datelike;

use super::{BranchId, Ledger, identity, moves};
use crate::address::Address;
use crate::issue::{Code, Issue, Place};
use crate::reading::{BranchHint, MemberRow};
use crate::vocabulary::{Category, GroupNames, Membership, without_brackets};
use crate::when::When;

/// A member of a branch, as the rosters give them.
#[derive(Debug, Clone)]
pub struct Member {
    pub branch: BranchId,
    pub name: String,
    /// 男, 女 or empty.
    pub gender: String,
    pub birth: Option<When>,
    pub joined: Option<When>,
    pub status: Option<Membership>,
    pub post: String,
    pub category: Option<Category>,
    /// As 第一党小组, however the roster has it; empty where it gives none.
    pub group: String,
    pub department: String,
    /// From when and until when a list of moves says that somebody was of the branch.
    pub arrived: Option<When>,
    pub left: Option<When>,
    pub at: Address,
    /// Only for telling people apart; never shown.
    pub(super) id_number: Option<String>,
}

/// What a branch is called that no book names.
const UNNAMED: &str = "本支部";

pub fn enter(ledger: &mut Ledger, rows: Vec<MemberRow>, group_names: &GroupNames) {
    let names: Vec<Option<String>> = rows.iter().map(|r| ledger.branches.called(&r.branch)).collect();
    let titles = rows.iter().flat_map(|r| &r.branch).filter_map(|hint| match hint {
        BranchHint::Title(text) => Some(&**text),
        BranchHint::Name(_) => None,
    });
    ledger.branches.note_bureau(titles);
    ledger.branches.define(names.into_iter().flatten().collect());
    if ledger.branches.is_empty() && !rows.is_empty() {
        // A single roster that names no branch is the roster of the one branch there is.
        ledger.branches.define(vec![UNNAMED.into()]);
        let sheets: BTreeSet<Place> =
            rows.iter().filter_map(|row| row.at).map(|at| Place::Sheet(at.book, at.sheet)).collect();
        ledger
            .issues
            .extend(sheets.into_iter().map(|sheet| Issue::new(Code::UnnamedBranch, sheet, UNNAMED, "")));
    }
    let (rows, moved) = moves::settle(ledger, rows);
    let mut by_name: HashMap<(BranchId, String), Vec<usize>> = HashMap::new();
    let mut by_id: HashMap<String, usize> = HashMap::new();
    let mut elsewhere: Vec<(usize, Member)> = Vec::new();
    // A list of groups or of moves adds to what a roster says, and does not take its place.
    let (groups, rosters): (Vec<MemberRow>, Vec<MemberRow>) =
        rows.into_iter().partition(MemberRow::is_only_of_a_group);
    for row in rosters.into_iter().chain(groups).chain(moved) {
        let Some(at) = row.at else { continue };
        let named = ledger.branches.called(&row.branch).and_then(|n| ledger.branches.find(&n));
        let Some(branch) = named.or(ledger.branches.only()) else {
            ledger.raise(Issue::new(Code::UnknownBranch, Place::Sheet(at.book, at.sheet), "", ""));
            continue;
        };
        ledger.owners.note(at, branch);
        let member = member(ledger, row, branch, at, group_names);
        if let Some(&known) = member.id_number.as_ref().and_then(|id| by_id.get(id)) {
            if ledger.members[known].branch != branch {
                elsewhere.push((known, member));
                continue;
            }
            meet_again(ledger, known, member);
            continue;
        }
        let same_name = by_name.entry((branch, member.name.clone())).or_default();
        // Two identity numbers are two people; without both, one name in one branch is one person.
        let same = same_name
            .iter()
            .copied()
            .find(|&m| ledger.members[m].id_number.is_none() || member.id_number.is_none());
        if let Some(known) = same {
            meet_again(ledger, known, member);
            continue;
        }
        same_name.push(ledger.members.len());
        if let Some(id) = &member.id_number {
            by_id.insert(id.clone(), ledger.members.len());
        }
        ledger.members.push(member);
    }
    for (known, member) in elsewhere {
        settle_move(ledger, known, member);
    }
    order(ledger);
    lone_suffixes(ledger);
    undated(ledger);
    lacking(ledger);
    without_group(ledger);
    odd_groups(ledger);
    odd_branches(ledger);
}

/// Members of whom no book says what the books say of nearly all others of their branch: a label on a card that was not
/// known, a cell left blank. Where the row is told already, that is enough.
fn lacking(ledger: &mut Ledger) {
    type Lacks = fn(&Member) -> bool;
    let fields: [(&str, Lacks); 3] = [
        ("入党时间", |m| m.joined.is_none()),
        ("出生日期", |m| m.birth.is_none()),
        ("性别", |m| m.gender.is_empty()),
    ];
    let cell = |place: Place| match place {
        Place::Cells(book, sheet, area) => Some((book, sheet, area.first.row)),
        _ => None,
    };
    // A list of moves says from when and until when somebody counts, and no more.
    let of_a_move = |m: &Member| m.arrived.is_some() || m.left.is_some();
    let told: HashSet<_> = ledger.issues.iter().filter_map(|issue| cell(issue.place)).collect();
    let mut issues = Vec::new();
    for branch in ledger.branches.ids() {
        let members = &ledger.members[ledger.members_of(branch)];
        for (field, lacks) in fields {
            let lacking: Vec<&Member> = members.iter().filter(|m| !of_a_move(m) && lacks(m)).collect();
            if lacking.len() * ONE_OF > members.len() {
                continue;
            }
            let untold = lacking.iter().filter(|m| !told.contains(&(m.at.book, m.at.sheet, m.at.row)));
            issues.extend(untold.map(|m| Issue::new(Code::BlankField, m.at, m.name.as_str(), field)));
        }
    }
    ledger.issues.extend(issues);
}

/// Branches of whose members nobody has a day of joining: each would be due to meetings from before it.
fn undated(ledger: &mut Ledger) {
    let is_blank = |issue: &Issue| issue.code == Code::BlankColumn;
    let told: Vec<Place> = ledger.issues.iter().filter(|i| is_blank(i)).map(|i| i.place).collect();
    let mut issues = Vec::new();
    for branch in ledger.branches.ids() {
        let members = &ledger.members[ledger.members_of(branch)];
        let Some(first) = members.first().filter(|_| members.iter().all(|m| m.joined.is_none())) else {
            continue;
        };
        let sheet = Place::Sheet(first.at.book, first.at.sheet);
        if !told.iter().any(|place| place.sheet() == sheet.sheet()) {
            issues.push(Issue::new(Code::NoJoined, sheet, ledger.branches.name(branch), ""));
        }
    }
    ledger.issues.extend(issues);
}

/// Of so many members of a branch one at most may lack a group to be pointed out: where more do, groups are not meant
/// for all.
const ONE_OF: usize = 5;

/// Members whose roster gives no group where it gives one for nearly all others: they would be due to no group's meeting.
fn without_group(ledger: &mut Ledger) {
    for branch in ledger.branches.ids() {
        let members = &ledger.members[ledger.members_of(branch)];
        let lacking: Vec<&Member> = members.iter().filter(|m| m.group.is_empty()).collect();
        if lacking.len() * ONE_OF > members.len() {
            continue;
        }
        let issue = |m: &&Member| Issue::new(Code::WithoutGroup, m.at, m.name.clone(), "");
        let issues: Vec<Issue> = lacking.iter().map(issue).collect();
        ledger.issues.extend(issues);
    }
}

/// 张伟(大) without another 张伟: the brackets hold a remark, or the other one is missing.
fn lone_suffixes(ledger: &mut Ledger) {
    let mut called: HashMap<String, usize> = HashMap::new();
    for member in &ledger.members {
        *called.entry(without_brackets(&member.name)).or_default() += 1;
    }
    let is_alone = |m: &&Member| m.name.contains('(') && called.get(&without_brackets(&m.name)) == Some(&1);
    let issue =
        |m: &Member| Issue::new(Code::LoneSuffix, m.at, m.name.clone(), ledger.branches.name(m.branch));
    let issues: Vec<Issue> = ledger.members.iter().filter(is_alone).map(issue).collect();
    ledger.issues.extend(issues);
}

/// A group is of several: somebody alone in one, in a branch whose other groups are, has it written wrong.
fn odd_groups(ledger: &mut Ledger) {
    for branch in ledger.branches.ids() {
        let mut groups: HashMap<String, Vec<&Member>> = HashMap::new();
        for member in ledger.members[ledger.members_of(branch)].iter().filter(|m| !m.group.is_empty()) {
            groups.entry(member.group.clone()).or_default().push(member);
        }
        if groups.values().all(|members| members.len() < LEAST_OF_A_GROUP) {
            continue;
        }
        let alone =
            groups.values().filter_map(|members| if let [only] = members[..] { Some(only) } else { None });
        let issues: Vec<Issue> =
            alone.map(|m| Issue::new(Code::OddGroup, m.at, m.group.clone(), m.name.clone())).collect();
        ledger.issues.extend(issues);
    }
}

/// A branch has three full members at least (《中国共产党支部工作条例（试行）》第五条): somebody alone in one, in a book of
/// several branches, has it written wrong.
fn odd_branches(ledger: &mut Ledger) {
    let alone = ledger.branches.ids().filter_map(|branch| match &ledger.members[ledger.members_of(branch)] {
        [only] => Some((branch, only)),
        _ => None,
    });
    let among_others = |(branch, only): &(BranchId, &Member)| {
        ledger.members.iter().any(|m| m.branch != *branch && m.at.book == only.at.book)
    };
    let issue = |(branch, only): (BranchId, &Member)| {
        Issue::new(Code::OddBranch, only.at, ledger.branches.name(branch), &only.name)
    };
    let issues: Vec<Issue> = alone.filter(among_others).map(issue).collect();
    ledger.issues.extend(issues);
}

/// As many members show that a group is one: handbooks advise three at least.
const LEAST_OF_A_GROUP: usize = 3;

/// One person in the rosters of two branches: a move, where a book gives the day of it, and else a mistake. Who moved
/// is a member of the one branch until that day, and of the other from then on.
fn settle_move(ledger: &mut Ledger, known: usize, mut second: Member) {
    // The same branch may name somebody again and again.
    let again =
        ledger.members.iter().position(|m| m.branch == second.branch && m.id_number == second.id_number);
    if let Some(again) = again {
        meet_again(ledger, again, second);
        return;
    }
    let first = &mut ledger.members[known];
    match (first.left, first.arrived, second.left, second.arrived) {
        (Some(day), _, _, _) => second.arrived = second.arrived.or(Some(day)),
        (_, _, _, Some(day)) => first.left = Some(day),
        (_, _, Some(day), _) => first.arrived = first.arrived.or(Some(day)),
        (_, Some(day), _, _) => second.left = Some(day),
        (None, None, None, None) => {
            let (at, other) = (second.at, ledger.shelf.cite(first.at));
            ledger.raise(Issue::new(Code::TwoRosters, at, second.name, other));
            return;
        }
    }
    ledger.members.push(second);
}

/// Members stand by branch, then as their roster has them.
fn order(ledger: &mut Ledger) {
    ledger.members.sort_by_key(|m| (m.branch, m.at));
}

fn member(
    ledger: &mut Ledger,
    row: MemberRow,
    branch: BranchId,
    at: Address,
    group_names: &GroupNames,
) -> Member {
    let mut member = Member {
        branch,
        name: row.name,
        gender: row.gender,
        birth: row.birth.as_ref().map(|b| b.value),
        joined: row.joined.as_ref().map(|j| j.value),
        status: row.status.or(row.confirmed.map(|_| Membership::Full)),
        post: row.post,
        category: row.category,
        group: group_names.key(&row.group),
        department: row.department,
        arrived: row.arrived.map(|a| a.value),
        left: row.left.map(|l| l.value),
        at,
        id_number: None,
    };
    if let Some(id) = row.id_number {
        match identity::check(&id.value) {
            Ok(found) => {
                if let Some(birth) = row.birth.as_ref().filter(|b| differs(b.value, When::Day(found.birth))) {
                    let detail = format!(
                        "身份证号里是{}年{}月{}日",
                        found.birth.year(),
                        found.birth.month(),
                        found.birth.day()
                    );
                    ledger.raise(Issue::new(Code::IdMismatch, birth.at, birth.value.to_string(), detail));
                }
                let sex = if found.male { "男" } else { "女" };
                if member.gender.is_empty() {
                    member.gender = sex.into();
                } else if member.gender != sex {
                    ledger.raise(Issue::new(
                        Code::IdMismatch,
                        id.at,
                        member.gender.clone(),
                        format!("号码表示{sex}"),
                    ));
                }
                member.birth = member.birth.filter(|b| b.day().is_some()).or(Some(When::Day(found.birth)));
                member.id_number = Some(id.value);
            }
            Err(fault) => ledger.raise(Issue::new(Code::BadId, id.at, crate::text::mask(&id.value), fault)),
        }
    }
    if let (Some(birth), Some(joined)) = (member.birth, row.joined) {
        let age = joined.value.month().year
            - birth.month().year
            - i32::from(joined.value.month().month < birth.month().month);
        if age < 18 {
            ledger.raise(Issue::new(
                Code::JoinedTooYoung,
                joined.at,
                joined.value.to_string(),
                if age < 0 {
                    "早于出生日期".to_string()
                } else {
                    format!("时未满18岁（{age}岁）")
                },
            ));
        }
    }
    member
}

/// The vaguer of two dates agrees with the finer if the month is the same.
fn differs(a: When, b: When) -> bool {
    match (a, b) {
        (When::Day(a), When::Day(b)) => a != b,
        _ => a.month() != b.month(),
    }
}

/// The same person again: twice on one sheet is a mistake, in another book it completes what is known.
fn meet_again(ledger: &mut Ledger, known: usize, again: Member) {
    let first = ledger.members[known].at;
    let cite = ledger.shelf.cite(first);
    if (first.book, first.sheet) == (again.at.book, again.at.sheet) {
        ledger.raise(Issue::new(Code::DuplicateMember, again.at, again.name.clone(), cite.clone()));
    }
    let mut issues = Vec::new();
    let at = again.at;
    let mut note = |a: String, b: String| {
        if !a.is_empty() && !b.is_empty() && a != b {
            issues.push(Issue::new(Code::Differs, at, b, format!("{cite}：{a}")));
        }
    };
    let member = &mut ledger.members[known];
    if member.name != again.name {
        note(member.name.clone(), again.name.clone());
    }
    note(
        member.status.map_or(String::new(), |s| s.chinese().into()),
        again.status.map_or(String::new(), |s| s.chinese().into()),
    );
    note(
        member.category.map_or(String::new(), |c| c.chinese().into()),
        again.category.map_or(String::new(), |c| c.chinese().into()),
    );
    for (mine, theirs) in [(member.joined, again.joined), (member.birth, again.birth)] {
        if let (Some(mine), Some(theirs)) = (mine, theirs)
            && differs(mine, theirs)
        {
            note(mine.to_string(), theirs.to_string());
        }
    }
    note(member.group.clone(), again.group.clone());
    note(member.post.clone(), again.post.clone());
    member.arrived = member.arrived.or(again.arrived);
    member.left = member.left.or(again.left);
    member.birth = member.birth.or(again.birth);
    member.joined = member.joined.or(again.joined);
    member.status = member.status.or(again.status);
    member.category = member.category.or(again.category);
    member.id_number = member.id_number.take().or(again.id_number);
    for (mine, theirs) in [
        (&mut member.gender, again.gender),
        (&mut member.post, again.post),
        (&mut member.group, again.group),
        (&mut member.department, again.department),
    ] {
        if mine.is_empty() {
            *mine = theirs;
        }
    }
    for issue in issues {
        ledger.raise(issue);
    }
}
