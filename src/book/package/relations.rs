//! How the parts of a package name each other.

use super::parts::Parts;
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
    let (mut folder, mut target) = match target.strip_prefix('/') {
        Some(whole) => ("", whole),
        None => (folder, target),
    };
    while let Some(rest) = target.strip_prefix("../") {
        (folder, target) = (folder.rsplit_once('/').map_or("", |(outer, _)| outer), rest);
    }
    if folder.is_empty() { target.to_string() } else { format!("{folder}/{target}") }
}

/// The part, if there is one, to which the relations of another lead as one of a kind.
///
/// # Errors
/// The relations cannot be read.
pub fn related(parts: &mut Parts, part: &str, kind: &str) -> Result<Option<String>, Refusal> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let listed = parts.read_if_there(&place(folder, &format!("_rels/{file}.rels")), relations)?;
    Ok(listed.iter().find(|relation| relation.kind == kind).map(|relation| place(folder, &relation.target)))
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
