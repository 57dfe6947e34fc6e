//! A list of groups: a row a group, those who are in it in a cell.
//!
//! ```text
//! 党小组     │ 组长 │ 组员
//! 第一党小组 │ 张三 │ 张三、李四、王五
//! ```

use std::collections::HashSet;

use super::Sight;
use super::mark::Mark;
use super::outline::Table;
use super::prose;
use super::record::{MemberRow, Reading};
use super::unheaded::below;
use super::view::{Filled, View};
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing, number, squash};
use crate::vocabulary::Concept;

/// A branch has no more groups.
const MOST: usize = 30;

/// What lists of meetings and of members have, and a list of groups has not.
const OTHERS: [Concept; 13] = [
    Concept::Date,
    Concept::Month,
    Concept::Kind,
    Concept::Mark,
    Concept::Due,
    Concept::Came,
    Concept::IdNumber,
    Concept::Gender,
    Concept::Birth,
    Concept::Joined,
    Concept::Confirmed,
    Concept::Standing,
    Concept::Post,
];

/// Whether a row heads a list of groups: below one of its cells stands a group in every row, below another several people.
pub fn is_header(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    let heads_groups = |f: &&Filled| f.heading(view.vocabulary).first() == Some(&Concept::Group);
    let Some(group) = filled.iter().find(heads_groups) else { return false };
    let rows: Vec<u32> =
        below(view, row).take(MOST).take_while(|r| names_group(view, *r, group.col)).collect();
    rows.len() >= 2 && filled.iter().any(|f| lists_people(view, &rows, f.col))
}

/// Gives the columns of a list of groups their concepts: who is in each, who leads it, how many they are.
pub fn columns(view: &View, table: &mut Table) {
    use Concept::*;
    let Some(group) = table.column(Group).map(|c| c.index) else { return };
    if OTHERS.iter().any(|c| table.has(*c)) {
        return;
    }
    let rows: Vec<u32> = table.data().take(MOST + 1).collect();
    let groups: HashSet<Text> = rows.iter().map(|row| view.seen(*row, group)).collect();
    let are_groups = || groups.len() == rows.len() && rows.iter().all(|row| names_group(view, *row, group));
    if !(2..=MOST).contains(&rows.len()) || !are_groups() {
        return;
    }
    let lists: Vec<u32> =
        table.columns.iter().map(|c| c.index).filter(|col| lists_people(view, &rows, *col)).collect();
    for column in table.columns.iter_mut().filter(|_| !lists.is_empty()) {
        if lists.contains(&column.index) || view.vocabulary.group_names().is_leader(&column.label) {
            column.concepts = vec![Attendees];
        } else if column.label.ends_with("人数") {
            column.concepts = vec![Statistic];
        }
    }
}

/// Whether each row of a table is a group and names its people.
pub fn is_one(table: &Table) -> bool {
    use Concept::*;
    let is_other = OTHERS.iter().chain(&[Name, Topic]).any(|c| table.has(*c));
    table.has(Group) && table.has(Attendees) && !is_other
}

fn names_group(view: &View, row: u32, col: u32) -> bool {
    let word = view.word(row, col);
    let said = word.session(view.vocabulary);
    said.by_group && said.rest.is_empty()
}

/// Whether the cells of a column name people and nothing else, and one of them several.
fn lists_people(view: &View, rows: &[u32], col: u32) -> bool {
    let named = |row: &u32| {
        let said = prose::parse(&view.prose(*row, col), Mark::Present, view.vocabulary);
        let are_people = said.named.iter().all(|named| view.is_person(&named.name));
        (are_people && said.unread.is_empty()).then_some(said.named.len())
    };
    let counts: Option<Vec<usize>> = rows.iter().map(named).collect();
    counts.is_some_and(|counts| counts.iter().any(|count| *count >= 2))
}

/// Reads whom the rows name as members of their groups, and nothing else of them; who leads a group is of it, whether he
/// is named again among the others or not.
pub fn read(sight: &Sight, table: &Table, reading: &mut Reading) {
    let view = sight.view;
    let Some(group_col) = table.column(Concept::Group).map(|c| c.index) else { return };
    let columns: Vec<u32> = table.all(Concept::Attendees).iter().map(|c| c.index).collect();
    let counts: Vec<u32> = table.all(Concept::Statistic).iter().map(|c| c.index).collect();
    for row in table.data() {
        let group = view.seen(row, group_col);
        let mut known: Vec<String> = Vec::new();
        for &col in &columns {
            for name in people(view, (row, col), reading) {
                if !known.contains(&name) {
                    known.push(name.clone());
                    let (at, branch) = (Some(view.at(row, col)), sight.context().branch());
                    let group = group.to_string();
                    reading.members.push(MemberRow { branch, name, group, at, ..MemberRow::default() });
                }
            }
        }
        let told = counts.iter().filter_map(|col| Some((*col, number(view.text(row, *col))?)));
        for (col, count) in told.filter(|(_, count)| *count != known.len() as f64) {
            let (said, named) = (format!("{count}人"), format!("而写出姓名的是{}人", known.len()));
            reading.issues.push(Issue::new(Code::CountMismatch, view.cell(row, col), said, named));
        }
    }
}

/// The people whom a cell names; what else it says is told.
fn people(view: &View, (row, col): (u32, u32), reading: &mut Reading) -> Vec<String> {
    let text = view.prose(row, col);
    if is_nothing(&squash(&text)) {
        return Vec::new();
    }
    let said = prose::parse(&text, Mark::Present, view.vocabulary);
    for words in said.unread {
        reading.issues.push(Issue::new(Code::ExtraCharacters, view.cell(row, col), words, ""));
    }
    said.named.into_iter().map(|named| named.name).collect()
}
