//! A roster: one row a member.

use std::sync::LazyLock;

use regex::Regex;

use super::Sight;
use super::name::looks_like_name;
use super::outline::{Column, Row, Table};
use super::record::{BranchHint, MemberRow, Reading};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::{is_nothing, squash};
use crate::vocabulary::{Category, Concept, Membership, Vocabulary};
use crate::when::Around;

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let Some(name_col) = col(Concept::Name) else { return };
    let standings = table.all(Concept::Standing);
    let (mut section, mut last_branch): (Option<BranchHint>, Option<BranchHint>) = (None, None);
    // What a section such as 二、离退休党员 says of the rows below it.
    let mut below: (Option<Membership>, Option<Category>) = (None, None);
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(_, text) => {
                if text.contains("支部") {
                    section = Some(BranchHint::Title(text.as_str().into()));
                } else {
                    below = standing_of_section(text, view.vocabulary);
                }
                continue;
            }
            _ => continue,
        };
        let name = view.seen(row, name_col);
        if is_nothing(&name) || !looks_like_name(&name) || view.vocabulary.is_no_name(&name) {
            report_odd_name(sight, table, row, name_col, &name, reading);
            continue;
        }
        if view.is_struck(row) {
            reading.issues.push(Issue::new(Code::StruckOut, view.cell(row, name_col), name, ""));
            continue;
        }
        let (name, beside) = name_and_standing(&name, view.vocabulary);
        let name = without_remark(sight, table, row, name_col, name, reading);
        let mut member =
            MemberRow { name: name.to_string(), at: Some(view.at(row, name_col)), ..MemberRow::default() };
        // A branch written once holds for the rows below it until the next one.
        if let Some(c) = col(Concept::Branch) {
            let text = view.cited(row, c);
            if !is_nothing(&text.value) {
                last_branch = Some(BranchHint::Name(text));
            }
        }
        member.branch =
            last_branch.clone().into_iter().chain(section.clone()).chain(sight.context().branch()).collect();
        let gender = sight.field(row, col(Concept::Gender));
        member.gender = gender.chars().filter(|c| matches!(c, '男' | '女')).take(1).collect();
        if let Some(c) = col(Concept::Gender).filter(|_| member.gender.is_empty() && !gender.is_empty()) {
            reading.issues.push(Issue::new(Code::UnknownValue, view.cell(row, c), gender, "性别"));
        }
        member.id_number = id_number(sight, row, col(Concept::IdNumber), reading);
        member.birth = col(Concept::Birth).and_then(|c| sight.life_date(row, c, reading));
        member.joined = col(Concept::Joined).and_then(|c| sight.life_date(row, c, reading));
        member.confirmed =
            col(Concept::Confirmed).and_then(|c| sight.life_date(row, c, reading)).map(|c| c.value);
        member.arrived = col(Concept::Arrived).and_then(|c| sight.life_date(row, c, reading));
        member.left = col(Concept::Left).and_then(|c| sight.life_date(row, c, reading));
        let post = sight.field(row, col(Concept::Post));
        let post = post.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != ')');
        member.post = view.vocabulary.post(post).to_string();
        let is_known = member.post.is_empty()
            || view.vocabulary.is_committee_post(&member.post) && view.vocabulary.is_plain_post(&member.post);
        if let Some(c) = col(Concept::Post).filter(|_| !is_known) {
            let is_due = view.vocabulary.is_committee_post(&member.post);
            let then = if is_due { "算他应到" } else { "没有算他应到" };
            reading.issues.push(Issue::new(Code::UnknownPost, view.cell(row, c), member.post.clone(), then));
        }
        member.group = sight.field(row, col(Concept::Group));
        member.department = sight.field(row, col(Concept::Department));
        for column in &standings {
            read_standing(sight, row, column, &mut member, reading);
        }
        let mut gone = false;
        for c in table.all(Concept::Note).iter().map(|c| c.index) {
            gone |= read_note(sight, row, c, &mut member);
        }
        if member.post.is_empty() && view.vocabulary.is_committee_post(beside) {
            member.post = beside.to_string();
        }
        member.status = member.status.or(view.vocabulary.status(beside)).or(below.0);
        member.category = member.category.or(view.vocabulary.category(beside)).or(below.1);
        if gone {
            let name = member.name;
            reading.issues.push(Issue::new(Code::NotedAsLeft, view.cell(row, name_col), name, ""));
            continue;
        }
        reading.members.push(member);
    }
    // Not all have groups, nor posts.
    for concept in [Concept::Joined, Concept::Standing] {
        table
            .all(concept)
            .into_iter()
            .for_each(|column| report_blanks(sight, table, name_col, column, reading));
    }
    for concept in [Concept::Joined, Concept::Confirmed] {
        col(concept).into_iter().for_each(|c| report_bare_years(sight, table, c, reading));
    }
}

/// What is left blank for a few and filled in for all others was forgotten; a column that says nothing of anybody is
/// pointed out as a whole.
fn report_blanks(sight: &Sight, table: &Table, name_col: u32, column: &Column, reading: &mut Reading) {
    let view = sight.view;
    let is_blank = |row: u32| view.seen_word(row, column.index).text.is_empty();
    // Most columns are full.
    if !table.data().any(is_blank) {
        return;
    }
    let is_member = |row: &u32| looks_like_name(&view.seen(*row, name_col)) && !view.is_struck(*row);
    let members: Vec<u32> = table.data().filter(is_member).collect();
    let blanks: Vec<u32> = members.iter().copied().filter(|row| is_blank(*row)).collect();
    if blanks.len() == members.len() && members.len() > 1 {
        let place = view.cell(column.row, column.index);
        reading.issues.push(Issue::new(Code::BlankColumn, place, &column.label, ""));
    }
    if blanks.len() * ONE_OF > members.len() {
        return;
    }
    for row in blanks {
        let (place, name) = (view.cell(row, column.index), view.seen(row, name_col));
        reading.issues.push(Issue::new(Code::BlankField, place, name, &column.label));
    }
}

/// Of so many members one at most may lack something for it to be pointed out.
const ONE_OF: usize = 5;

/// A year alone among dates: the day was forgotten. Where years are all that a column gives, they are no fault.
fn report_bare_years(sight: &Sight, table: &Table, col: u32, reading: &mut Reading) {
    let told = table.data().filter(|&row| !is_nothing(sight.view.text(row, col)));
    let (years, dates): (Vec<u32>, Vec<u32>) = told.partition(|&row| sight.is_bare_year(row, col));
    if years.len() < dates.len() {
        let year = |row: u32| (sight.view.cell(row, col), sight.view.seen(row, col));
        let odd = years.into_iter().map(year);
        let only = "只写了年份，没有采用";
        reading.issues.extend(odd.map(|(place, text)| Issue::new(Code::OddDate, place, text, only)));
    }
}

/// `张三（书记）` and `李四（预备党员）`: the name, and what the brackets say of the member. What tells namesakes
/// apart, `张伟（大）`, is of the name.
fn name_and_standing<'a>(name: &'a str, v: &Vocabulary) -> (&'a str, &'a str) {
    let Some((bare, inside)) = name.split_once('(') else { return (name, "") };
    let inside = inside.trim_end_matches(')');
    let tells = v.status(inside).is_some()
        || v.category(inside).is_some()
        || v.is_committee_post(inside)
        || v.post(inside).is_empty();
    if tells && !v.is_name_suffix(inside) { (bare.trim_end_matches("同志"), inside) } else { (name, "") }
}

/// `罗博文（注1）`, where nobody else is called so: the brackets do not tell namesakes apart.
fn without_remark<'a>(
    sight: &Sight,
    table: &Table,
    row: u32,
    name_col: u32,
    name: &'a str,
    reading: &mut Reading,
) -> &'a str {
    let Some((bare, inside)) = name.split_once('(') else { return name };
    let view = sight.view;
    let is_namesake = |other: u32| {
        other != row && view.seen(other, name_col).split('(').next().is_some_and(|name| name == bare)
    };
    if view.vocabulary.is_name_suffix(inside.trim_end_matches(')')) || table.data().any(is_namesake) {
        return name;
    }
    let (place, said) = (view.cell(row, name_col), format!("({inside}"));
    reading.issues.push(Issue::new(Code::NameRemark, place, said, bare));
    bare
}

/// Full or probationary, on post or retired: whichever the value says, or the heading that it affirms.
fn read_standing(sight: &Sight, row: u32, column: &Column, member: &mut MemberRow, reading: &mut Reading) {
    let (col, v) = (column.index, sight.view.vocabulary);
    let text = sight.field(row, Some(col));
    let said = match v.yes_or_no(&text) {
        Some(yes) => affirmed(&column.label, yes, v),
        None => (v.status(&text), v.category(&text)),
    };
    match said {
        (Some(status), _) => member.status = member.status.or(Some(status)),
        (None, Some(category)) => member.category = member.category.or(Some(category)),
        (None, None) if text.is_empty() => {}
        // Both at once, as in `在职正式党员` or `正式党员（退休）`.
        (None, None) => {
            let (status, category) = split_standing(&text, v);
            if status.is_none() && category.is_none() {
                reading.issues.push(Issue::new(
                    Code::UnknownValue,
                    sight.view.cell(row, col),
                    text,
                    "党员类别或人员状态",
                ));
            }
            member.status = member.status.or(status);
            member.category = member.category.or(category);
        }
    }
}

/// What 是 or 否 says below a heading such as 是否退休. Whoever is not on post may be anything else.
fn affirmed(heading: &str, yes: bool, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    let bare = ["是否", "与否", "为", "情况", "状态", "否"]
        .iter()
        .fold(heading.to_string(), |h, w| h.replace(w, ""));
    let status = v.status(&bare).map(|asked| match (asked, yes) {
        (asked, true) => asked,
        (Membership::Full, false) => Membership::Probationary,
        (Membership::Probationary, false) => Membership::Full,
    });
    let category = match (v.category(&bare), yes) {
        (asked, true) => asked,
        (Some(Category::Retired), false) => Some(Category::OnPost),
        (_, false) => None,
    };
    (status, category.filter(|_| status.is_none()))
}

/// What a note says of somebody's standing and of their coming or going; whether it says that they have gone, and
/// not when.
fn read_note(sight: &Sight, row: u32, col: u32, member: &mut MemberRow) -> bool {
    static GONE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("转出|调出|调离|迁出|去世|病故|逝世|死亡|退党|除名|脱党|开除党籍").unwrap()
    });
    static CAME: LazyLock<Regex> = LazyLock::new(|| Regex::new("转入|调入|迁入").unwrap());
    static NOT_YET: LazyLock<Regex> = LazyLock::new(|| Regex::new("[未拟待没]|准备|申请|办理").unwrap());
    let text = sight.field(row, Some(col));
    let v = sight.view.vocabulary;
    member.status = member.status.or_else(|| v.status(&text));
    member.category = member.category.or_else(|| v.category(&text));
    if NOT_YET.is_match(&text) {
        return false;
    }
    let when = crate::when::find(&text, Around::default()).and_then(|found| found.when.ok());
    let when = when.map(|when| Cited::new(when, sight.view.at(row, col)));
    if GONE.is_match(&text) {
        let unsaid = when.is_none();
        member.left = member.left.take().or(when);
        return unsaid && member.left.is_none();
    }
    if CAME.is_match(&text) {
        member.arrived = member.arrived.take().or(when);
    }
    false
}

/// `二、离退休党员（3人）`: full or probationary, on post or retired.
fn standing_of_section(text: &str, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    static AROUND: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^\(?[一二三四五六七八九十\d]+[)、.]+|\(?(?:共)?\d+[人名]\)?|[:：()]|名单$").unwrap()
    });
    let bare = AROUND.replace_all(&squash(text), "").into_owned();
    match (v.status(&bare), v.category(&bare)) {
        (None, None) => split_standing(&bare, v),
        told => told,
    }
}

fn split_standing(text: &str, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    let text = text.replace(['(', ')', '/', '、', '-'], "");
    let cuts = text.char_indices().map(|(i, _)| i).skip(1);
    cuts.map(|i| text.split_at(i))
        .find_map(|(a, b)| {
            let found = (v.status(a).or(v.status(b)), v.category(b).or(v.category(a)));
            (found.0.is_some() && found.1.is_some()).then_some(found)
        })
        .unwrap_or((None, None))
}

/// An identity number must be text: as a number its last digits are lost.
fn id_number(sight: &Sight, row: u32, col: Option<u32>, reading: &mut Reading) -> Option<Cited<String>> {
    let col = col?;
    let text = sight.field(row, Some(col)).to_uppercase();
    if text.is_empty() {
        return None;
    }
    let as_number = matches!(sight.view.sheet.seen(row, col), crate::book::Value::Number(n) if *n >= 1e15);
    if as_number || text.contains("E+") {
        reading.issues.push(Issue::new(
            Code::LostId,
            sight.view.cell(row, col),
            crate::text::mask(&text),
            "",
        ));
        return None;
    }
    Some(Cited::new(text.trim_start_matches('\'').to_string(), sight.view.at(row, col)))
}

/// A row without a usable name: silent where it holds only a running number, else an issue.
fn report_odd_name(sight: &Sight, table: &Table, row: u32, name_col: u32, name: &str, reading: &mut Reading) {
    let told = table
        .columns
        .iter()
        .filter(|c| !matches!(c.concepts.first(), Some(Concept::Seq)) && c.index != name_col)
        .any(|c| !is_nothing(sight.view.text(row, c.index)));
    if !is_nothing(name) && !sight.view.is_person(name) && (told || name.chars().count() > 1) {
        reading.issues.push(Issue::new(Code::UnknownValue, sight.view.cell(row, name_col), name, "姓名"));
    } else if told {
        reading.issues.push(Issue::new(Code::UnknownValue, sight.view.cell(row, name_col), "（空）", "姓名"));
    }
}
