//! Whose each row of a list is, where the list is of several branches: a column names the branch, or a row between.
//!
//! ```text
//! 支部     │ 姓名 │ 签到        姓名 │ 签到
//! 第一支部 │ 张三 │ √           第一支部
//!          │ 李四 │ √           张三 │ √
//! ```

use super::Sight;
use super::outline::{Row, Table};
use super::record::BranchHint;
use crate::text::is_nothing;
use crate::vocabulary::Concept;

/// The rows of data, each with the branch that a row between them or the column of branches names last, down to it.
pub fn of(sight: &Sight, table: &Table, col: Option<u32>) -> Vec<(u32, Option<BranchHint>)> {
    let mut current: Option<BranchHint> = None;
    let mut rows = Vec::new();
    for row in &table.rows {
        match row {
            Row::Section(_, text) if sight.view.vocabulary.branch_names().speaks_of_one(text) => {
                current = Some(BranchHint::Title(text.as_str().into()))
            }
            Row::Data(row) => {
                let written = col.map(|col| sight.view.cited(*row, col)).filter(|b| !is_nothing(&b.value));
                if let Some(text) = written {
                    // The address is the first cell's, so that equal names make one session.
                    current = match current {
                        Some(BranchHint::Name(known)) if known.value == text.value => {
                            Some(BranchHint::Name(known))
                        }
                        _ => Some(BranchHint::Name(text)),
                    };
                }
                rows.push((*row, current.clone()));
            }
            _ => {}
        }
    }
    rows
}

/// The column of branches that a column of names belongs to, of several side by side: the nearest before it where one
/// stands before the first names, else the nearest behind it.
pub fn column_for(table: &Table, name: u32) -> Option<u32> {
    let of = |concept: Concept| table.all(concept).into_iter().map(|c| c.index);
    let first_name = of(Concept::Name).min().unwrap_or(name);
    if of(Concept::Branch).any(|col| col < first_name) {
        of(Concept::Branch).filter(|col| *col < name).max()
    } else {
        of(Concept::Branch).filter(|col| *col > name).min()
    }
}
