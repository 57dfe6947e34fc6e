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
        self.citer().text(at).to_string()
    }

    /// Cites many cells.
    pub fn citer(&self) -> Citer<'_> {
        Citer { shelf: self, text: String::new(), sheet: None }
    }

    /// File, sheet and cell of a place; what does not apply is empty.
    pub fn name(&self, place: Place) -> (String, String, String) {
        let file = place.book().map(|b| self.path(b).to_string()).unwrap_or_default();
        let sheet = place.sheet().map(|(b, s)| self.sheet(b, s).to_string()).unwrap_or_default();
        let cell = if let Place::Cells(_, _, area) = place { area.to_string() } else { String::new() };
        (file, sheet, cell)
    }
}

/// Cites cells one after the other: those of one sheet share what stands before the cell.
#[derive(Debug)]
pub struct Citer<'a> {
    shelf: &'a Shelf,
    text: String,
    /// The sheet cited last, and how far the text speaks of it alone.
    sheet: Option<(BookId, u16, usize)>,
}

impl Citer<'_> {
    /// As [`Shelf::cite`].
    pub fn text(&mut self, at: Address) -> &str {
        match self.sheet {
            Some((book, sheet, length)) if (book, sheet) == (at.book, at.sheet) => self.text.truncate(length),
            _ => {
                let (path, sheet) = (self.shelf.path(at.book), self.shelf.sheet(at.book, at.sheet));
                self.text.clear();
                self.text.extend([path, " › ", sheet, " › "]);
                self.sheet = Some((at.book, at.sheet, self.text.len()));
            }
        }
        at.spot().push_to(&mut self.text);
        &self.text
    }
}
