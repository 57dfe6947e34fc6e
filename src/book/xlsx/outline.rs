//! What sheets a book has, and in which parts they, the texts and the styles lie.

use std::collections::HashMap;

use super::parts::{Known, Parts};
use super::xml::{Event, Xml};
use super::{Refusal, broken};

pub struct Outline {
    /// Worksheets in the book's order, without charts and macros on sheets of their own.
    pub sheets: Vec<Entry>,
    pub strings: String,
    pub styles: String,
    pub from_1904: bool,
}

pub struct Entry {
    pub name: String,
    pub hidden: bool,
    pub part: String,
}

thread_local! {
    static TOP: Known<Vec<Relation>> = const { Known::nothing() };
    static RELATIONS: Known<Vec<Relation>> = const { Known::nothing() };
    static LISTING: Known<Listing> = const { Known::nothing() };
}

/// A relation of a part to another: what it is for, and the other's place.
#[derive(Clone)]
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// # Errors
/// The book does not say where its sheets are.
pub fn read(parts: &mut Parts) -> Result<Outline, Refusal> {
    let top = parts.recall("_rels/.rels", &TOP, relations)?.ok_or_else(broken)?;
    let book = top.iter().find(|r| r.kind == "officeDocument").ok_or_else(broken)?;
    let book = book.target.trim_start_matches('/').to_string();
    let (folder, file) = book.rsplit_once('/').map_or(("", book.as_str()), |(folder, file)| (folder, file));
    let place = |target: &str| match target.strip_prefix('/') {
        Some(whole) => whole.to_string(),
        None if folder.is_empty() => target.to_string(),
        None => format!("{folder}/{target}"),
    };
    let relations = place(&format!("_rels/{file}.rels"));
    let relations = parts.recall(&relations, &RELATIONS, self::relations)?.ok_or_else(broken)?;
    let of_kind = |kind: &str, usual: &str| {
        place(relations.iter().find(|r| r.kind == kind).map_or(usual, |r| r.target.as_str()))
    };
    let by_id: HashMap<&str, &Relation> = relations.iter().map(|r| (r.id.as_str(), r)).collect();
    let listing = parts.recall(&book, &LISTING, listing)?.ok_or_else(broken)?;
    let mut sheets = Vec::new();
    for Listed { name, hidden, relation } in listing.sheets {
        let relation = by_id.get(relation.as_str()).ok_or_else(broken)?;
        if relation.kind == "worksheet" {
            sheets.push(Entry { name, hidden, part: place(&relation.target) });
        }
    }
    Ok(Outline {
        sheets,
        strings: of_kind("sharedStrings", "sharedStrings.xml"),
        styles: of_kind("styles", "styles.xml"),
        from_1904: listing.from_1904,
    })
}

/// The kind is the last word of its URI, which Excel's strict format writes with another host.
fn relations(xml: &mut Xml) -> Result<Vec<Relation>, Refusal> {
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

/// What the book itself says of its sheets.
#[derive(Default, Clone)]
struct Listing {
    sheets: Vec<Listed>,
    from_1904: bool,
}

#[derive(Clone)]
struct Listed {
    name: String,
    hidden: bool,
    /// The id of the relation that leads to the sheet's part.
    relation: String,
}

fn listing(xml: &mut Xml) -> Result<Listing, Refusal> {
    let mut listing = Listing::default();
    loop {
        match xml.next()? {
            Event::Open(tag) if tag.name == b"sheet" => listing.sheets.push(Listed {
                name: tag.text("name").unwrap_or_default(),
                hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                relation: tag.text("id").unwrap_or_default(),
            }),
            Event::Open(tag) if tag.name == b"workbookPr" => {
                listing.from_1904 = tag.is_on("date1904", listing.from_1904);
            }
            Event::Close(b"workbook") => return Ok(listing),
            _ => {}
        }
    }
}
