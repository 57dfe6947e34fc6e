//! Lists of those who came or left that say where from and where to:
//!
//! ```text
//! 姓名 │ 原所在党支部   │ 现所在党支部 │ 转接时间
//! 张三 │ 教育局党支部   │ 第一党支部   │ 2026-02-10
//! ```
//!
//! Which of the two branches is ours, no book alone can tell: the ledger knows it.

use super::Sight;
use super::outline::{Column, Table};
use super::record::{BranchHint, MemberRow, Moved, Reading};
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::{is_nothing, squash};
use crate::vocabulary::{Concept, End, Move, TitleWord, without_brackets};

/// How a list says of people that they came or left.
pub enum Moves {
    /// By the branches at both ends; or at one, where its own is the other.
    Ends { ends: Ends, day: Option<u32> },
    /// In a column of 转入 and 转出, beside the day.
    Said { moved: u32, day: u32, ends: Ends },
    /// By its title.
    Titled(Move),
}

/// The columns that say from where, and to where, people went.
#[derive(Default)]
pub struct Ends {
    from: Option<u32>,
    to: Option<u32>,
}

impl Ends {
    pub fn of(view: &View, table: &Table) -> Ends {
        let is_end = |c: &Column, end: End| view.vocabulary.moved().end(&c.label) == Some(end);
        let end = |end: End| table.columns.iter().find(|c| is_end(c, end)).map(|c| c.index);
        Ends { from: end(End::From), to: end(End::To) }
    }

    pub fn are_both(&self) -> bool {
        self.from.is_some() && self.to.is_some()
    }

    pub fn has(&self, col: u32) -> bool {
        self.from == Some(col) || self.to == Some(col)
    }

    pub fn is_none(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

impl Moves {
    pub fn of(view: &View, table: &Table) -> Option<Moves> {
        use Concept::{Arrived, Date, Left, Month, Moved};
        let ends = Ends::of(view, table);
        let col = |concept| table.column(concept).map(|c| c.index);
        if let Some((moved, day)) = col(Moved).zip(col(Date)).filter(|_| !ends.are_both()) {
            return Some(Moves::Said { moved, day, ends });
        }
        let is_dated = || table.has(Arrived) || table.has(Left);
        if ends.are_both() || !ends.is_none() && is_dated() {
            let day = [Arrived, Left, Date, Month].into_iter().find_map(col);
            return Some(Moves::Ends { ends, day });
        }
        titled(view, table).map(Moves::Titled)
    }

    /// Whether the rows say it, and not the title alone.
    pub fn is_of_rows(&self) -> bool {
        !matches!(self, Moves::Titled(_))
    }

    /// Whether a column says from where, or to where, people went.
    pub fn has_end(&self, col: u32) -> bool {
        match self {
            Moves::Ends { ends, .. } | Moves::Said { ends, .. } => ends.has(col),
            Moves::Titled(_) => false,
        }
    }

    /// Reads what a row says of somebody's move; whether he can be counted: not who left nobody knows when.
    pub fn read(&self, sight: &Sight, row: u32, member: &mut MemberRow, reading: &mut Reading) -> bool {
        let branch = |col: Option<u32>| {
            let cited = sight.view.cited(row, col?);
            (!is_nothing(&cited.value)).then_some(cited)
        };
        let around = sight.context().around();
        match self {
            Moves::Ends { ends, day } => {
                let day = day.and_then(|col| sight.life_date(row, col, around, reading));
                member.moved = Some(Moved { from: branch(ends.from), to: branch(ends.to), day });
                true
            }
            Moves::Said { moved, day, ends } => {
                let day = sight.life_date(row, *day, around, reading);
                let said = sight.view.vocabulary.moved().said_by(&sight.field(row, Some(*moved)));
                let Some(said) = said else {
                    let (place, text) = (sight.view.cell(row, *moved), sight.view.seen(row, *moved));
                    reading.issues.push(Issue::new(Code::UnknownValue, place, text, "转入还是转出"));
                    return false;
                };
                let own = match said {
                    Move::Left => {
                        member.left = day;
                        branch(ends.from)
                    }
                    Move::Arrived => {
                        member.arrived = day;
                        branch(ends.to)
                    }
                };
                member.branch.splice(0..0, own.map(BranchHint::Name));
                is_counted(said, member, reading)
            }
            Moves::Titled(of) => is_counted(*of, member, reading),
        }
    }
}

fn is_counted(said: Move, member: &MemberRow, reading: &mut Reading) -> bool {
    let (code, day) = match said {
        Move::Left => (Code::NotedAsLeft, &member.left),
        Move::Arrived => (Code::UndatedArrival, &member.arrived),
    };
    if let (None, Some(at)) = (day, member.at) {
        reading.issues.push(Issue::new(code, at, &member.name, ""));
    }
    day.is_some() || said == Move::Arrived
}

/// Whether the titles of a list say that it is of those who came, or of those who left; 党员花名册（含转入） is of all.
pub fn titled(view: &View, table: &Table) -> Option<Move> {
    let rows = table.preamble.iter().flat_map(|row| view.filled(*row));
    let titles = rows.map(|cell| without_brackets(&cell.text)).chain([squash(&view.sheet.name)]);
    let titles: Vec<String> = titles.collect();
    let says = |word| titles.iter().any(|title| view.vocabulary.title_says(title, word));
    match [TitleWord::MovedIn, TitleWord::MovedOut].map(says) {
        [true, false] => Some(Move::Arrived),
        [false, true] => Some(Move::Left),
        _ => None,
    }
}
