//! Links from a report to the cells of the books that it rests on.

use std::path::Path;

use crate::address::Address;
use crate::book::Shelf;
use crate::issue::Place;

/// The way from the output folder to the books.
#[derive(Debug, Clone)]
pub struct Links {
    /// Relative, with `/`, ending in `/`; absent where there is no relative way (another drive).
    base: Option<String>,
}

impl Links {
    /// From the output folder to the folder of the books. Neither need exist yet.
    pub fn between(out: &Path, folder: &Path) -> Links {
        let base =
            std::path::absolute(out).ok().zip(std::path::absolute(folder).ok()).and_then(|(out, folder)| {
                let way = pathdiff::diff_paths(folder, out)?;
                let parts: Vec<String> =
                    way.components().map(|c| c.as_os_str().to_string_lossy().into_owned()).collect();
                way.is_relative().then(|| parts.iter().map(|p| format!("{p}/")).collect())
            });
        Links { base }
    }

    /// A link to a cell, from a report that lies `depth` folders below the output folder. A book that
    /// is no workbook (a CSV file) opens at its top.
    pub fn cell(&self, shelf: &Shelf, at: Address, depth: usize) -> Option<String> {
        self.place(shelf, Place::from(at), depth)
    }

    /// As [`Links::cell`], to whatever an issue points at.
    pub fn place(&self, shelf: &Shelf, place: Place, depth: usize) -> Option<String> {
        let (file, sheet, cell) = shelf.name(place);
        let base = self.base.as_ref()?;
        // `#` parts a file from a place in it; a file's name that has one cannot be linked to.
        if file.is_empty() || file.contains('#') || base.contains('#') {
            return None;
        }
        let has_sheets = ["xlsx", "xlsm", "xls", "et", "xlsb", "ods"]
            .iter()
            .any(|e| file.to_lowercase().ends_with(&format!(".{e}")));
        let within = match (has_sheets, sheet.is_empty(), cell.is_empty()) {
            (true, false, false) => format!("#'{}'!{cell}", sheet.replace('\'', "''")),
            (true, false, true) => format!("#'{}'!A1", sheet.replace('\'', "''")),
            _ => String::new(),
        };
        let url = format!("file:///{}{base}{file}{within}", "../".repeat(depth));
        // Excel's limit for a link.
        (url.chars().count() < 2000).then_some(url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Title;

    #[test]
    fn the_way_to_a_cell() {
        let title = |path: &str| Title { path: path.into(), sheets: vec!["3月".into()] };
        let shelf =
            Shelf { titles: vec![title("第二支部/考勤.xlsx"), title("台账.csv"), title("#1.xlsx")] };
        let links = Links::between(Path::new("/a/out"), Path::new("/a/in"));
        let cell = |book| links.cell(&shelf, Address { book, sheet: 0, row: 6, col: 3 }, 1);
        assert_eq!(cell(0).as_deref(), Some("file:///../../in/第二支部/考勤.xlsx#'3月'!D7"));
        assert_eq!(cell(1).as_deref(), Some("file:///../../in/台账.csv"));
        assert_eq!(cell(2), None);
        let inside = Links::between(Path::new("/a/in/台账报告"), Path::new("/a/in"));
        assert_eq!(
            inside.cell(&shelf, Address { book: 1, sheet: 0, row: 0, col: 0 }, 0).as_deref(),
            Some("file:///../台账.csv")
        );
    }
}
