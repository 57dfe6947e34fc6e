//! What books say of one person at one session, and how they agree.

use super::Status;
use crate::address::Address;
use crate::reading::mark::{self, Mark};
use crate::text::Text;

/// What one book says of one person.
#[derive(Debug, Clone)]
pub struct Statement {
    pub mark: Mark,
    /// Not written, but follows from not being named among the absent.
    pub inferred: bool,
    pub text: Text,
    pub at: Address,
}

/// What a mark is of somebody who was due or was not.
pub fn status(mark: Mark, is_due: bool) -> Status {
    match mark {
        Mark::Present => Status::Present,
        Mark::Late => Status::Late,
        Mark::LeftEarly => Status::LeftEarly,
        Mark::Leave(kind) => Status::Leave(kind),
        Mark::Absent => Status::Absent,
        Mark::Exempt => Status::Exempt,
        Mark::NotDue => Status::NotDue,
        Mark::Blank if is_due => Status::Unrecorded,
        Mark::Blank => Status::NotDue,
    }
}

/// The statement that says the most, if all agree; else two that do not.
pub fn agree<'a>(
    mut statements: impl Iterator<Item = &'a Statement>,
) -> Result<Statement, (Statement, Statement)> {
    let mut settled = statements.next().expect("somebody of whom something is said").clone();
    for next in statements {
        settled = match (settled.mark, next.mark) {
            (a, b) if a == b => {
                if settled.inferred {
                    next.clone()
                } else {
                    settled
                }
            }
            (Mark::Blank, _) if !next.inferred => next.clone(),
            (_, Mark::Blank) if !settled.inferred => settled,
            // A stroke in one book outweighs not being named in another.
            (Mark::NotDue | Mark::Blank, _) if next.inferred => {
                if settled.mark == Mark::Blank {
                    next.clone()
                } else {
                    settled
                }
            }
            (_, Mark::NotDue | Mark::Blank) if settled.inferred => {
                if next.mark == Mark::Blank {
                    settled
                } else {
                    next.clone()
                }
            }
            (Mark::NotDue, _) => next.clone(),
            (_, Mark::NotDue) => settled,
            (Mark::Leave(Some(_)), Mark::Leave(Some(_))) => Statement { mark: Mark::Leave(None), ..settled },
            (Mark::Absent, Mark::Leave(_)) | (Mark::Leave(_), Mark::Absent) => {
                return Err((settled, next.clone()));
            }
            (a, b) => match mark::combine(a, b) {
                Some(mark) if mark == a => settled,
                Some(mark) => Statement { mark, ..next.clone() },
                None => return Err((settled, next.clone())),
            },
        };
    }
    Ok(settled)
}

/// Whether a book tells a kind of leave of which nothing is left.
pub fn kinds_of_leave_differ(a: Mark, settled: Mark) -> bool {
    matches!((a, settled), (Mark::Leave(Some(_)), Mark::Leave(None)))
}
