//! What columns are of in lists of those who came or left.

use crate::reading::moves::{Ends, Moves, titled};
use crate::reading::outline::{Column, Table};
use crate::reading::view::View;
use crate::text::is_nothing;
use crate::vocabulary::{Concept, Move};

/// Beside a branch that somebody left or came to, or below a title that says so, a column of 转入 and 转出 is of no kind of
/// meeting, and the day is that of the move.
pub(super) fn moves(view: &View, table: &mut Table) {
    use Concept::*;
    if !table.has(Name) || table.sessions().next().is_some() || [Mark, Topic].iter().any(|c| table.has(*c)) {
        return;
    }
    let ends = Ends::of(view, table);
    let of = titled(view, table);
    if ends.is_none() && of.is_none() {
        return;
    }
    let data: Vec<u32> = table.data().collect();
    let says_moves = |col: u32| {
        let mut said =
            data.iter().map(|row| view.text(*row, col)).filter(|text| !is_nothing(text)).peekable();
        said.peek().is_some() && said.all(|text| view.vocabulary.moved().said_by(text).is_some())
    };
    let kind = table.columns.iter_mut().find(|c| c.concepts.contains(&Kind) && says_moves(c.index));
    kind.into_iter().for_each(|column| column.concepts = vec![Moved]);
    let is_told = [Moved, Arrived, Left, Kind].iter().any(|concept| table.has(*concept));
    if let Some(of) = of.filter(|_| !is_told && !ends.are_both()) {
        let day = table.columns.iter_mut().find(|c| c.concepts.first() == Some(&Date));
        let concept = if of == Move::Arrived { Arrived } else { Left };
        day.into_iter().for_each(|column| column.concepts = vec![concept]);
    }
    // 转入单位 says of a member where he works; here it is an end of his move.
    if let Some(moves) = Moves::of(view, table) {
        let free = |c: &&mut Column| matches!(c.concepts.first(), None | Some(Other));
        let of_ends = table.columns.iter_mut().filter(free).filter(|c| moves.has_end(c.index));
        of_ends.for_each(|column| column.concepts = vec![Branch]);
    }
}
