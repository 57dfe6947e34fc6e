//! What sheets a book has, and in which parts they, the texts and the styles lie.

use std::collections::HashMap;

use crate::book::Refusal;
use crate::book::package::{Event, Known, Parts, Relation, Xml, broken, place, relations};

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

/// # Errors
/// The book does not say where its sheets are.
pub fn read(parts: &mut Parts) -> Result<Outline, Refusal> {
    let top = parts.recall("_rels/.rels", &TOP, relations)?.ok_or_else(broken)?;
    let book = top.iter().find(|r| r.kind == "officeDocument").ok_or_else(broken)?;
    let book = book.target.trim_start_matches('/').to_string();
    let (folder, file) = book.rsplit_once('/').map_or(("", book.as_str()), |(folder, file)| (folder, file));
    let place = |target: &str| place(folder, target);
    let named = place(&format!("_rels/{file}.rels"));
    let relations = parts.recall(&named, &RELATIONS, relations)?.ok_or_else(broken)?;
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
