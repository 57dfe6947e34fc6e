//! Columns with an unknown heading whose content leaves no doubt.
//!
//! A heading means what the vocabulary says. Where it says nothing and every cell below is of one sort that
//! the table lacks, the column is taken for that, and said so ([`Code::GuessedColumn`](crate::issue::Code)): used, but
//! look at it. [`sorts`](super::sorts) has what a column must hold for each.

use foldhash::{HashMap, HashMapExt, HashSet};

use super::infer::tells_days;
use super::lexicon::Word;
use super::outline::{Column, Table};
use super::sorts::{Rivals, SORTS, Sort};
use super::ticks;
use super::unheaded::may_head_people;
use super::view::View;
use crate::text::is_nothing;
use crate::vocabulary::Concept::{self, *};

/// Gives columns with an unknown heading the concept that their content tells.
pub fn tell(view: &View, table: &mut Table) {
    say_again(view, table, &SORTS[0]);
    // What one column turns out to be may tell another that was asked before it.
    while tell_once(view, table) {}
}

/// Asks for each sort, and says whether any was found.
fn tell_once(view: &View, table: &mut Table) -> bool {
    let mut is_told = false;
    for sort in &SORTS {
        // Most sorts stand in one column; a standing may stand in several.
        while let Some(col) = untold(view, table, sort) {
            for column in table.columns.iter_mut().filter(|c| c.index == col) {
                (column.concepts, column.by_content) = (vec![sort.concept], true);
            }
            say_again(view, table, sort);
            is_told = true;
        }
    }
    is_told
}

/// The first column with an unknown heading that holds a sort which the table lacks.
fn untold(view: &View, table: &Table, sort: &Sort) -> Option<u32> {
    // 病假 says what its column is.
    let is_unknown =
        |c: &&Column| is_free(c, sort) && c.session.is_none() && !ticks::is_one_of_several(view, table, c);
    let mut unknown: Vec<&Column> = table.columns.iter().filter(is_unknown).collect();
    if unknown.is_empty() {
        return None;
    }
    let people = people_of_one_list(view, table);
    unknown.retain(|c| !people.contains(&c.index));
    // 签到时间 may only say when in the day somebody signed.
    let has = |c: &Concept| match c {
        Date => table.has(*c) && tells_days(view, table),
        _ => table.has(*c),
    };
    // The very column that holds people, 学习对象 over names, is no audience of theirs.
    let own = |c: &Column| {
        sort.concept == Name
            && !c.concepts.is_empty()
            && is_free(c, sort)
            && held(view, table, sort, c.index).is_some_and(|rows| rows.len() >= 2)
    };
    let is_there = |concept: &Concept| has(concept) && table.all(*concept).iter().any(|c| !own(c));
    let is_due = sort.beside.is_empty()
        || sort.beside.iter().any(has)
        || sort.concept == Date && people_marked(view, table) >= 3;
    if !is_due
        || sort.without.iter().any(is_there)
        || matches!(sort.concept, Mark | Note) && table.sessions().next().is_some()
    {
        return None;
    }
    let first = unknown.iter().find(|c| fits(view, table, sort, c.index))?;
    let could_be = |c: &&Column| {
        let held = held(view, table, sort, c.index);
        let fits = |rows: &[u32]| sort.rivals == Rivals::Alike || (sort.all)(view, table, rows, c.index);
        held.is_some_and(|rows| !rows.is_empty() && fits(&rows))
    };
    let is_unclear =
        sort.rivals != Rivals::None && unknown.iter().any(|c| c.label != first.label && could_be(c));
    (!is_unclear).then_some(first.index)
}

/// People across under whom nothing stands but marks: then each row is a session.
pub fn people_marked(view: &View, table: &Table) -> usize {
    let is_marked = |c: &&Column| {
        let words = || table.data().map(|row| view.word(row, c.index)).filter(|w| !w.text.is_empty());
        words().any(|word| !is_nothing(&word.text))
            && words().all(|word| word.mark(view.vocabulary).is_some())
    };
    let is_person = |c: &&Column| c.concepts.is_empty() && view.is_person(&c.label);
    table.columns.iter().filter(is_person).filter(is_marked).count()
}

/// Whether something under people across is a mark, or could be: 物品 and 数量 look like names, 2 and A4纸 say of nobody how he
/// came.
pub fn any_marked(view: &View, table: &Table) -> bool {
    let is_person = |c: &&Column| c.concepts.is_empty() && view.is_person(&c.label);
    let is_mark = |word: &Word| !is_nothing(&word.text) && word.mark(view.vocabulary).is_some();
    let mut people = table.columns.iter().filter(is_person);
    people.any(|c| table.data().any(|row| is_mark(view.word(row, c.index))))
        || !people_of_one_list(view, table).is_empty()
}

/// People across under whom the same few words stand: the marks of one list, though not all of them are known.
pub fn people_of_one_list(view: &View, table: &Table) -> Vec<u32> {
    /// 谁没来 may look like a name, and so may another heading that nobody knows.
    const LEAST: usize = 3;
    if table.has(Name) || !(table.has(Date) || table.has(Kind)) {
        return Vec::new();
    }
    let is_person = |c: &&Column| c.concepts.is_empty() && c.session.is_none() && view.is_person(&c.label);
    let people: Vec<u32> = table.columns.iter().filter(is_person).map(|c| c.index).collect();
    let said = |col: u32| table.data().map(move |row| view.text(row, col)).filter(|text| !is_nothing(text));
    let mut columns_of: HashMap<&str, HashSet<u32>> = HashMap::new();
    for &col in &people {
        said(col).for_each(|text| _ = columns_of.entry(text).or_default().insert(col));
    }
    let is_shared = |text: &str| columns_of[text].len() >= LEAST && !view.is_person(text);
    let people: Vec<u32> = people.into_iter().filter(|col| said(*col).any(is_shared)).collect();
    if people.len() >= LEAST { people } else { Vec::new() }
}

/// Whether a heading leaves open that its column is of a sort: 任职情况 heads posts, and 在职 and 退休 just as well.
fn is_free(column: &Column, sort: &Sort) -> bool {
    column.concepts.is_empty()
        || match sort.concept {
            Name => may_head_people(column.concepts.first()),
            Standing => column.concepts == [Post],
            _ => false,
        }
}

/// Lists side by side say their headings again, and the last of them may be too short to tell.
fn say_again(view: &View, table: &mut Table, sort: &Sort) {
    let is_told = |c: &&Column| c.by_content && c.concepts == [sort.concept];
    let Some(label) = table.columns.iter().find(is_told).map(|c| c.label.clone()) else { return };
    let is_same = |c: &&Column| is_free(c, sort) && c.label == label && !label.is_empty();
    let same = table.columns.iter().filter(is_same).map(|c| c.index);
    let same: Vec<u32> = same.filter(|col| held(view, table, sort, *col).is_some()).collect();
    for column in table.columns.iter_mut().filter(|c| same.contains(&c.index)) {
        (column.concepts, column.by_content) = (vec![sort.concept], true);
    }
}

/// Whether a column holds what a sort asks for, in enough rows to tell.
fn fits(view: &View, table: &Table, sort: &Sort, col: u32) -> bool {
    held(view, table, sort, col)
        .is_some_and(|rows| rows.len() >= sort.least && (sort.all)(view, table, &rows, col))
}

/// The rows in which a column holds something; none where one of them holds something else than a sort asks for.
fn held(view: &View, table: &Table, sort: &Sort, col: u32) -> Option<Vec<u32>> {
    let rows: Vec<u32> = table.data().filter(|&r| !is_nothing(view.text(r, col))).collect();
    rows.iter().all(|&r| (sort.each)(view, table, r, col)).then_some(rows)
}
