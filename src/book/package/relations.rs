//! How the parts of a package name each other.

use super::xml::{Event, Xml};
use crate::book::Refusal;

/// A relation of a part to another: what it is for, and the other's place. ECMA-376 part 2, 6.5.
#[derive(Clone)]
pub struct Relation {
    pub id: String,
    /// The last word of its URI, which Excel's strict format writes with another host.
    pub kind: String,
    pub target: String,
}

/// The place of a part whose name is written as seen from a folder, which may be the archive's own.
pub fn place(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(whole) => whole.to_string(),
        None if folder.is_empty() => target.to_string(),
        None => format!("{folder}/{target}"),
    }
}

/// # Errors
/// The part is broken.
pub fn relations(xml: &mut Xml) -> Result<Vec<Relation>, Refusal> {
    let mut relations = Vec::new();
    let mut depth = 0;
    loop {
        match xml.next()? {
            Event::Open(tag) => {
                depth += 1;
                if tag.name == b"Relationship" {
                    let of = |name| tag.text(name).unwrap_or_default();
                    let kind = of("Type").rsplit('/').next().unwrap_or_default().to_string();
                    relations.push(Relation { id: of("Id"), kind, target: of("Target") });
                }
            }
            Event::Close(_) if depth == 1 => return Ok(relations),
            Event::Close(_) => depth -= 1,
            Event::Text(_) => {}
        }
    }
}
