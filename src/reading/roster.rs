//! A roster: one row a member.

use std::sync::LazyLock;

use regex::Regex;

use super::Sight;
use super::moves::Moves;
use super::name::looks_like_name;
use super::outline::{Column, Row, Table};
use super::person;
use super::record::{BranchHint, MemberRow, Reading};
use super::runs::{Holds, Runs};
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing, pattern, squash};
use crate::vocabulary::{AudienceWord, Category, Concept, Membership, Vocabulary};

pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let col = |concept| table.column(concept).map(|c| c.index);
    let Some(name_col) = col(Concept::Name) else { return };
    let moves = Moves::of(view, table);
    let is_end = |c: &Column| moves.as_ref().is_some_and(|moves| moves.has_end(c.index));
    let branch_col = table.all(Concept::Branch).into_iter().find(|c| !is_end(c)).map(|c| c.index);
    // Beside a move, 调出 says why.
    let is_of_moves = moves.as_ref().is_some_and(Moves::is_of_rows);
    let notes = if is_of_moves { Vec::new() } else { table.all(Concept::Note) };
    let standings = table.all(Concept::Standing);
    let is_ticked = |c: &Column| person::is_ticked(c, view.vocabulary);
    let written: Vec<(Concept, &Column)> = (person::FIELDS.iter())
        .filter_map(|field| {
            Some((*field, table.all(*field).into_iter().find(|c| !is_ticked(c) && !is_end(c))?))
        })
        .collect();
    let ticked: Vec<&Column> = table.columns.iter().filter(|c| is_ticked(c)).collect();
    let mut section: Option<BranchHint> = None;
    // A branch written once holds for the rows below it until the next one, and so may a group.
    let parts = parts(view, table, branch_col);
    let said_once = [(branch_col, Holds::Always), (col(Concept::Group), Holds::Once(&parts))];
    let said_once = said_once.into_iter().filter_map(|(column, holds)| Some((column?, holds)));
    let is_somebodys = |row: u32, _| looks_like_name(&view.seen(row, name_col));
    let runs = Runs::of(view, table, said_once, is_somebodys, reading);
    // What a section such as 二、离退休党员, or a title right above a table of its own, says of the rows below it.
    let titles = sight.context().of_the_session().iter().rev();
    let mut below: (Option<Membership>, Option<Category>) = titles
        .map(|title| standing_of_title(&title.value, view.vocabulary))
        .find(|told| *told != (None, None))
        .unwrap_or_default();
    // The rows of those who are no members.
    let mut others: Vec<u32> = Vec::new();
    let mut outsiders: Option<Text> = sight
        .context()
        .of_the_session()
        .iter()
        .map(|t| &t.value)
        .find(|t| are_outsiders(t, view.vocabulary))
        .cloned();
    // The group that a section names.
    let mut group = String::new();
    for row in &table.rows {
        let row = match row {
            Row::Data(row) => *row,
            Row::Section(at, text) => {
                let words = view.as_word(text).session(view.vocabulary).clone();
                outsiders = are_outsiders(text, view.vocabulary).then(|| text.as_str().into());
                if outsiders.is_some() {
                    continue;
                }
                if view.vocabulary.branch_names().speaks_of_one(text) {
                    section = Some(BranchHint::Title(text.as_str().into()));
                    group = String::new();
                } else if words.by_group {
                    group = words.group;
                } else {
                    let said = standing_of_section(text, view.vocabulary);
                    if said == (None, None) && (!group.is_empty() || below != (None, None)) {
                        let first = view.filled(*at).first().map_or(0, |f| f.col);
                        reading.issues.push(Issue::new(
                            Code::UnknownValue,
                            view.cell(*at, first),
                            text,
                            "党小组或人员类别",
                        ));
                    }
                    below = said;
                }
                continue;
            }
            _ => continue,
        };
        if view.is_left_out(row, name_col) {
            continue;
        }
        let name = view.seen(row, name_col);
        // A character is lost to `?` only in text of a legacy encoding.
        if name.contains('?') && !view.legacy_text {
            reading.issues.push(Issue::new(Code::UnknownValue, view.cell(row, name_col), name, "姓名"));
            continue;
        }
        if is_nothing(&name) || !looks_like_name(&name) || view.vocabulary.is_no_name(&name) {
            report_odd_name(sight, table, row, name_col, &name, reading);
            continue;
        }
        let said = standings.iter().map(|column| view.seen(row, column.index));
        let said = said.chain(outsiders.clone()).find(|said| are_outsiders(said, view.vocabulary));
        // 职工 who joined is a member all the same.
        let has_joined = || {
            let days = table.all(Concept::Joined).into_iter().chain(table.all(Concept::Confirmed));
            days.into_iter().any(|c| !is_nothing(view.text(row, c.index)))
                || standings.iter().any(|c| view.vocabulary.status(&view.seen(row, c.index)).is_some())
        };
        if let Some(said) = said.filter(|_| !has_joined()) {
            reading.issues.push(Issue::new(
                Code::NotAMember,
                view.cell(row, name_col),
                name.clone(),
                format!("写着“{said}”，不是党员"),
            ));
            reading.outsiders.push(name);
            others.push(row);
            continue;
        }
        let (name, beside) = name_and_standing(&name, view.vocabulary);
        let name = without_remark(sight, table, row, name_col, name, reading);
        let mut member =
            MemberRow { name: name.to_string(), at: Some(view.at(row, name_col)), ..MemberRow::default() };
        let branch = branch_col.map(|c| view.cited(runs.row(row, c), c));
        let branch = branch.filter(|text| !is_nothing(&text.value)).map(BranchHint::Name);
        member.branch = branch.into_iter().chain(section.clone()).chain(sight.context().branch()).collect();
        for (concept, column) in &written {
            person::read(sight, *concept, (row, column.index), &mut member, reading);
        }
        for column in &ticked {
            person::tick(sight, row, column, &mut member, reading);
        }
        if member.group.is_empty() {
            let above = col(Concept::Group).map(|c| (runs.row(row, c), c));
            match above.filter(|(above, _)| *above != row) {
                Some(cell) => person::read(sight, Concept::Group, cell, &mut member, reading),
                None => member.group.clone_from(&group),
            }
        }
        for column in &standings {
            person::standing(sight, (row, column.index), &column.label, &mut member, reading);
        }
        let mut gone = false;
        for c in notes.iter().map(|c| c.index) {
            gone |= person::note(sight, (row, c), &mut member);
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
        if let Some(moves) = &moves
            && !moves.read(sight, row, &mut member, reading)
        {
            continue;
        }
        for column in &standings {
            person::report_denied(sight, (row, column.index), &column.label, &member, reading);
        }
        reading.members.push(member);
    }
    // Not all have groups, nor posts.
    for concept in [Concept::Joined, Concept::Standing, Concept::Gender, Concept::Birth] {
        table
            .all(concept)
            .into_iter()
            .for_each(|column| report_blanks(sight, table, (name_col, column), &others, reading));
    }
    report_either_day(sight, table, reading);
    for concept in [Concept::Birth, Concept::Joined, Concept::Confirmed] {
        col(concept).into_iter().for_each(|c| report_bare_years(sight, table, c, reading));
    }
}

/// The rows at which another part of a roster begins: below a section, or with the members of another branch.
fn parts(view: &View, table: &Table, branch: Option<u32>) -> Vec<u32> {
    let mut last: Option<Text> = None;
    let mut begins = |row: u32| {
        let said = branch.map(|c| view.seen(row, c)).filter(|said| !is_nothing(said));
        let is_other = said.is_some() && last.is_some() && said != last;
        last = said.or(last.take());
        is_other
    };
    let parts = table.rows.iter().filter_map(|row| match row {
        Row::Section(row, _) => Some(*row),
        Row::Data(row) => begins(*row).then_some(*row),
        _ => None,
    });
    parts.collect()
}

/// What is left blank for a few and filled in for all others was forgotten; a column that says nothing of anybody is
/// pointed out as a whole.
fn report_blanks(
    sight: &Sight,
    table: &Table,
    (name_col, column): (u32, &Column),
    others: &[u32],
    reading: &mut Reading,
) {
    let view = sight.view;
    // An identity number tells the birth as well.
    let id = table.column(Concept::IdNumber).filter(|_| column.concepts.first() == Some(&Concept::Birth));
    let is_told = |row: u32| id.is_some_and(|id| !is_nothing(&view.seen(row, id.index)));
    let is_blank = |row: u32| view.seen_word(row, column.index).text.is_empty() && !is_told(row);
    // Most columns are full.
    if !table.data().any(is_blank) {
        return;
    }
    let is_member = |row: &u32| !others.contains(row) && looks_like_name(&view.seen(*row, name_col));
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

/// 正式入党时间 alone: the day of joining, or the one on which probation ended a year later.
fn report_either_day(sight: &Sight, table: &Table, reading: &mut Reading) {
    let is_either = |c: &&Column| c.concepts == [Concept::Confirmed, Concept::Joined];
    if let Some(column) = table.column(Concept::Joined).filter(is_either) {
        let place = sight.view.cell(column.row, column.index);
        reading.issues.push(Issue::new(Code::EitherDay, place, &column.label, ""));
    }
}

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
    if tells && !v.is_name_suffix(inside) { (v.listed().bare_name(bare), inside) } else { (name, "") }
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

/// A section without its number and how many it has: 离退休党员 of `二、离退休党员（3人）`.
fn bare_section(text: &str, v: &Vocabulary) -> String {
    static AROUND: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\(?[一二三四五六七八九十\d]+[)、.]+|\(?(?:共)?\d+[人名]\)?|[:：()]"));
    AROUND.replace_all(v.branch_names().without_list(&squash(text)), "").into_owned()
}

/// Whether a section, a title or what stands under 党员类别 means people who are no members: `三、入党积极分子（2人）`.
fn are_outsiders(text: &str, v: &Vocabulary) -> bool {
    let bare = bare_section(v.branch_names().without_units(text).as_str(), v);
    v.audience(&bare) == Some(AudienceWord::Outsiders)
}

/// `二、离退休党员（3人）`: full or probationary, on post or retired.
fn standing_of_section(text: &str, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    let bare = bare_section(text, v);
    match (v.status(&bare), v.category(&bare)) {
        (None, None) => person::split_standing(&bare, v),
        told => told,
    }
}

/// `预备党员`, or `第一支部离退休党员花名册`; but 党员花名册 says nothing of anybody.
fn standing_of_title(text: &str, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    static YEAR: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d{4}年度?"));
    let unnamed = v.branch_names().without_units(v.branch_names().without_list(text));
    let bare = YEAR.replace_all(&unnamed, "");
    if v.crowd().is_people(&bare) { (None, None) } else { standing_of_section(&bare, v) }
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
