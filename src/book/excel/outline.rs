//! What sheets a book has, and in which parts they, the texts and the styles lie.

use std::collections::HashMap;

use crate::book::Refusal;
use crate::book::package::{Known, Parts, Relation, broken, place, relations};

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

/// What the book itself says of its sheets.
#[derive(Default, Clone)]
pub struct Listing {
    pub sheets: Vec<Listed>,
    pub from_1904: bool,
}

#[derive(Clone)]
pub struct Listed {
    pub name: String,
    pub hidden: bool,
    /// The id of the relation that leads to the sheet's part.
    pub relation: String,
}

thread_local! {
    static TOP: Known<Vec<Relation>> = const { Known::nothing() };
    static RELATIONS: Known<Vec<Relation>> = const { Known::nothing() };
}

impl Outline {
    /// `listing` reads the part of that name, which lists the sheets.
    ///
    /// # Errors
    /// The book does not say where its sheets are.
    pub fn of(
        parts: &mut Parts,
        listing: impl FnOnce(&mut Parts, &str) -> Result<Listing, Refusal>,
    ) -> Result<Self, Refusal> {
        let top = parts.recall("_rels/.rels", &TOP, relations)?.ok_or_else(broken)?;
        let book = top.iter().find(|r| r.kind == "officeDocument").ok_or_else(broken)?;
        let book = book.target.trim_start_matches('/').to_string();
        let (folder, file) =
            book.rsplit_once('/').map_or(("", book.as_str()), |(folder, file)| (folder, file));
        let place = |target: &str| place(folder, target);
        let named = place(&format!("_rels/{file}.rels"));
        let relations = parts.recall(&named, &RELATIONS, relations)?.ok_or_else(broken)?;
        // Where a book does not say, the part has its usual name and the book's own extension.
        let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
        let of_kind = |kind: &str| {
            let said = relations.iter().find(|r| r.kind == kind).map(|r| place(&r.target));
            said.unwrap_or_else(|| place(&format!("{kind}.{extension}")))
        };
        let by_id: HashMap<&str, &Relation> = relations.iter().map(|r| (r.id.as_str(), r)).collect();
        let listing = listing(parts, &book)?;
        let mut sheets = Vec::new();
        for Listed { name, hidden, relation } in listing.sheets {
            let relation = by_id.get(relation.as_str()).ok_or_else(broken)?;
            if relation.kind == "worksheet" {
                sheets.push(Entry { name, hidden, part: place(&relation.target) });
            }
        }
        Ok(Outline {
            sheets,
            strings: of_kind("sharedStrings"),
            styles: of_kind("styles"),
            from_1904: listing.from_1904,
        })
    }
}
