//! Who came and who left, by lists that name both branches: whichever of them is ours.

use std::collections::HashMap;

use super::{BranchId, Ledger, branches};
use crate::address::{Address, Cited};
use crate::issue::{Code, Issue};
use crate::reading::{BranchHint, MemberRow, Moved};
use crate::text::Text;
use crate::when::When;

/// The branch at one end of a move.
enum Side {
    Ours(BranchId, Cited<Text>),
    Others,
    /// It may be ours or another office's of the same name.
    Unsure,
}

/// Makes of each row that tells of a move a row for each of our branches that it concerns: until the day a member of the
/// one, from the day on of the other. A row of which nobody can tell is raised.
/// All other rows come first, as they are.
pub(super) fn settle(ledger: &mut Ledger, rows: Vec<MemberRow>) -> (Vec<MemberRow>, Vec<MemberRow>) {
    let (mut others, mut settled) = (Vec::new(), Vec::new());
    for row in rows {
        match row.moved.clone() {
            None => others.push(row),
            Some(moved) => match sides(ledger, &row, &moved) {
                Ok(ends) => settled.push((row, ends, moved.day)),
                Err(why) => raise(ledger, &row, why),
            },
        }
    }
    if settled.is_empty() {
        return (others, Vec::new());
    }
    let known = Known::of(ledger, &others);
    let of_ends = settled.into_iter().flat_map(|(row, ends, day)| of_each_end(&known, row, ends, day));
    let of_ends = of_ends.collect();
    (others, of_ends)
}

/// What rosters say of people, by their names.
struct Known<'r>(HashMap<&'r str, Vec<(Option<BranchId>, &'r MemberRow)>>);

impl<'r> Known<'r> {
    fn of(ledger: &Ledger, rows: &'r [MemberRow]) -> Known<'r> {
        let mut known: HashMap<&str, Vec<_>> = HashMap::new();
        for row in rows {
            let branch = ledger.branches.called(&row.branch).and_then(|name| ledger.branches.find(&name));
            known.entry(&row.name).or_default().push((branch, row));
        }
        Known(known)
    }

    /// The only one of a name at one of the ends.
    fn one(&self, name: &str, ends: &[BranchId]) -> Option<&'r MemberRow> {
        let rows = self.0.get(name)?;
        let mut rows = rows.iter().filter(|(branch, _)| branch.is_some_and(|branch| ends.contains(&branch)));
        let (_, row) = rows.next()?;
        rows.next().is_none().then_some(row)
    }
}

/// The branches of ours that somebody left and to which he came.
type Ends = [Option<(BranchId, Cited<Text>)>; 2];

fn sides(ledger: &Ledger, row: &MemberRow, moved: &Moved) -> Result<Ends, String> {
    let Some(at) = row.at else { return Err(String::new()) };
    let from = side(ledger, row, [&moved.from, &moved.to], at);
    let to = side(ledger, row, [&moved.to, &moved.from], at);
    let said =
        |end: &Option<Cited<Text>>| end.as_ref().map_or("（空）".into(), |end| end.value.to_string());
    let unclear = || {
        let (from, to) = (said(&moved.from), said(&moved.to));
        format!("从“{from}”转到“{to}”，看不出哪一个是这里的支部")
    };
    if moved.day.is_none() {
        return Err("没有写明是哪一天转的".into());
    }
    match (from, to) {
        (Side::Ours(a, _), Side::Ours(b, _)) if a == b => Err(unclear()),
        (Side::Ours(a, from), Side::Ours(b, to)) => Ok([Some((a, from)), Some((b, to))]),
        (Side::Ours(a, from), Side::Others) => Ok([Some((a, from)), None]),
        (Side::Others, Side::Ours(b, to)) => Ok([None, Some((b, to))]),
        _ => Err(unclear()),
    }
}

/// Whose the branch at one end is; where none is written, that of the sheet.
fn side(ledger: &Ledger, row: &MemberRow, [written, other]: [&Option<Cited<Text>>; 2], at: Address) -> Side {
    let Some(written) = written else {
        let named = ledger.branches.called(&row.branch);
        let own = named.and_then(|name| ledger.branches.find(&name)).or(ledger.branches.only());
        return own
            .map_or(Side::Unsure, |own| Side::Ours(own, Cited::new(ledger.branches.name(own).into(), at)));
    };
    match ledger.branches.own(&written.value, other.as_ref().map(|other| &*other.value)) {
        Ok(Some(own)) => Side::Ours(own, written.clone()),
        Ok(None) => Side::Others,
        Err(branches::MayBeOurs) => Side::Unsure,
    }
}

/// Who moved between two of our branches is in the roster of one, which says of him what it would in the other's, but for
/// his post and group.
fn of_each_end(known: &Known, row: MemberRow, ends: Ends, day: Option<Cited<When>>) -> Vec<MemberRow> {
    let ours: Vec<BranchId> = ends.iter().flatten().map(|(branch, _)| *branch).collect();
    let row = match known.one(&row.name, &ours).filter(|_| ours.len() == 2) {
        Some(roster) => MemberRow {
            gender: if row.gender.is_empty() { roster.gender.clone() } else { row.gender },
            id_number: row.id_number.or_else(|| roster.id_number.clone()),
            birth: row.birth.or_else(|| roster.birth.clone()),
            joined: row.joined.or_else(|| roster.joined.clone()),
            confirmed: row.confirmed.or(roster.confirmed),
            status: row.status.or(roster.status),
            category: row.category.or(roster.category),
            ..row
        },
        None => row,
    };
    let [from, to] = ends;
    let of = |((_, branch), came): ((BranchId, Cited<Text>), bool)| {
        let (left, arrived) = if came { (None, day.clone()) } else { (day.clone(), None) };
        MemberRow { branch: vec![BranchHint::Name(branch)], left, arrived, moved: None, ..row.clone() }
    };
    let ends = [from.map(|branch| (branch, false)), to.map(|branch| (branch, true))];
    ends.into_iter().flatten().map(of).collect()
}

fn raise(ledger: &mut Ledger, row: &MemberRow, why: String) {
    if let Some(at) = row.at {
        ledger.raise(Issue::new(Code::UnsureMove, at, &row.name, why));
    }
}
