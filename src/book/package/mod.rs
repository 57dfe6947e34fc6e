//! Books that are archives of parts: what the Open Packaging Conventions (ECMA-376 part 2) and OpenDocument's packages
//! (ODF 1.3, part 2) have in common.

mod part;
mod parts;
mod relations;
mod xml;

pub use part::Part;
pub use parts::{Known, Parts};
pub use relations::{Relation, place, related, relations};
pub use xml::{Event, Tag, Xml, unescaped};

use super::Refusal;

/// More of a kind than any book has: to hold them all would take unbounded memory.
pub fn too_many() -> Refusal {
    Refusal::TooLarge("里面的内容过多".into())
}

/// A part is missing or cannot be followed.
pub fn broken() -> Refusal {
    Refusal::Unreadable("文件不完整或已损坏".into())
}
