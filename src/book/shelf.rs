use std::fmt::Write;

use crate::address::{Address, BookId};
use crate::issue::Place;

/// The names of all books and sheets: what turns an address into words.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    pub titles: Vec<Title>,
}

/// A book's path within the workspace (with `/`) and the names of its sheets.
#[derive(Debug, Clone, Default)]
pub struct Title {
    pub path: String,
    pub sheets: Vec<String>,
}

impl Shelf {
    pub fn path(&self, book: BookId) -> &str {
        self.titles.get(book as usize).map_or("", |t| &t.path)
    }

    pub fn sheet(&self, book: BookId, sheet: u16) -> &str {
        self.titles
            .get(book as usize)
            .and_then(|t| t.sheets.get(usize::from(sheet)))
            .map_or("", String::as_str)
    }

    /// `第二支部/3月考勤.xlsx › 3月 › D7`
    pub fn cite(&self, at: Address) -> String {
        let mut text = String::new();
        self.cite_into(at, &mut text);
        text
    }

    /// As [`Shelf::cite`], at the end of a text.
    pub fn cite_into(&self, at: Address, text: &mut String) {
        let (path, sheet) = (self.path(at.book), self.sheet(at.book, at.sheet));
        write!(text, "{path} › {sheet} › {}", at.spot()).expect("a text takes all");
    }

    /// File, sheet and cell of a place; what does not apply is empty.
    pub fn name(&self, place: Place) -> (String, String, String) {
        let file = place.book().map(|b| self.path(b).to_string()).unwrap_or_default();
        let sheet = place.sheet().map(|(b, s)| self.sheet(b, s).to_string()).unwrap_or_default();
        let cell = if let Place::Cells(_, _, area) = place { area.to_string() } else { String::new() };
        (file, sheet, cell)
    }
}
