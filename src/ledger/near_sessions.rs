//! One meeting that two books tell in two ways: 3月12日 in the log, 3月13日 on the sign-in sheet.
//!
//! Two sessions are taken for one where no book tells both, where the books of the one and of the other agree on some
//! session, and where but one part of what makes a session differs: the year, the month, the day, the kind or the
//! group. Which of the two is right no program can say, so both are kept, and the clerk is asked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};

use super::sessions::{Key, Known, title};
use super::{BranchId, Ledger};
use crate::address::{Address, BookId};
use crate::issue::{Code, Issue};
use crate::reading::Roll;

/// What tells the sessions of a branch together. A book of one session is a leaf of a pad, as sign-in sheets often are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Record {
    Book(BookId),
    Leaves { are_lists: bool },
}

/// A session of a known day, and what tells it.
struct Told<'a> {
    key: &'a Key,
    day: NaiveDate,
    records: BTreeSet<Record>,
    at: Address,
}

impl Told<'_> {
    /// How many parts of what makes a session differ. A group that is not written may be any.
    fn parts_apart(&self, other: &Told) -> usize {
        let ((_, _, kinds, group), (_, _, other_kinds, other_group)) = (self.key, other.key);
        let are_two_groups = group != other_group && !group.is_empty() && !other_group.is_empty();
        let parts = [
            self.day.year() != other.day.year(),
            self.day.month() != other.day.month(),
            self.day.day() != other.day.day(),
            kinds != other_kinds,
            are_two_groups,
        ];
        parts.into_iter().filter(|differs| *differs).count()
    }

    fn name(&self) -> String {
        let (_, _, kinds, group) = self.key;
        format!("{} {}", self.day, title(kinds, group))
    }
}

/// Points out sessions of one book that most likely are those of another.
pub fn report(ledger: &mut Ledger, sessions: &BTreeMap<Key, Vec<Known>>) {
    let mut branches: BTreeMap<BranchId, Vec<(&Key, &Vec<Known>)>> = BTreeMap::new();
    for (key, books) in sessions {
        branches.entry(key.0).or_default().push((key, books));
    }
    // Where no two books tell the same session, nothing says that they should.
    let agree = |of_branch: &Vec<(&Key, &Vec<Known>)>| of_branch.iter().any(|(_, books)| books.len() > 1);
    for of_branch in branches.into_values().filter(agree) {
        let told = told(&of_branch);
        for (one, other) in pairs(&told) {
            let detail = format!("另一处（{}）是{}", ledger.shelf.cite(one.at), one.name());
            ledger.raise(Issue::new(Code::NearSession, other.at, other.name(), detail));
        }
    }
}

/// The sessions of a branch with the records that tell them, in the order of their days.
fn told<'a>(sessions: &[(&'a Key, &'a Vec<Known>)]) -> Vec<Told<'a>> {
    let mut of_book: HashMap<BookId, usize> = HashMap::new();
    for (_, books) in sessions {
        let books: BTreeSet<BookId> = books.iter().map(|known| known.row.at.book).collect();
        books.into_iter().for_each(|book| *of_book.entry(book).or_default() += 1);
    }
    let record = |known: &Known| match of_book[&known.row.at.book] {
        1 => Record::Leaves { are_lists: known.row.roll == Roll::Listed },
        _ => Record::Book(known.row.at.book),
    };
    let of_a_day = |(key, books): &(&'a Key, &'a Vec<Known>)| {
        let records = books.iter().map(record).collect();
        Some(Told { key, day: key.1.day()?, records, at: books[0].row.at })
    };
    sessions.iter().filter_map(of_a_day).collect()
}

/// Two by two those that are most likely one; each is of one pair at most.
fn pairs<'a, 'b>(told: &'b [Told<'a>]) -> Vec<(&'b Told<'a>, &'b Told<'a>)> {
    let together = |one: &Told| -> Vec<(Record, Record)> {
        one.records
            .iter()
            .flat_map(|a| one.records.iter().map(|b| (*a, *b)))
            .filter(|(a, b)| a != b)
            .collect()
    };
    let agreeing: HashSet<(Record, Record)> = told.iter().flat_map(together).collect();
    let could_be_one = |one: &Told, other: &Told| {
        one.parts_apart(other) == 1
            && one.records.is_disjoint(&other.records)
            && one.records.iter().any(|a| other.records.iter().any(|b| agreeing.contains(&(*a, *b))))
    };
    let (mut pairs, mut paired) = (Vec::new(), HashSet::new());
    for (i, one) in told.iter().enumerate() {
        if paired.contains(&i) {
            continue;
        }
        let others = (i + 1..told.len()).filter(|j| could_be_one(one, &told[*j]) && !paired.contains(j));
        if let Some(nearest) = others.min_by_key(|j| (told[*j].day - one.day).num_days().abs()) {
            paired.insert(nearest);
            pairs.push((one, &told[nearest]));
        }
    }
    pairs
}
