//! The merges of an OpenDocument spreadsheet, which calamine does not tell: cells with `number-columns-spanned` or
//! `number-rows-spanned` (ODF 1.3, part 3, 19.678 and 19.680).

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::sniff::Archive;
use crate::address::{Area, Spot};

/// The merges of each table in the order of the file; none where the file cannot be followed.
pub fn read(mut archive: Archive) -> Vec<Vec<Area>> {
    let Ok(content) = archive.by_name("content.xml") else { return Vec::new() };
    let mut xml = Reader::from_reader(BufReader::new(content));
    let (mut tables, mut buffer) = (Tables::default(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => tables.open(&element),
            Ok(Event::Empty(element)) => {
                tables.open(&element);
                tables.close(element.local_name().as_ref());
            }
            Ok(Event::End(element)) => tables.close(element.local_name().as_ref()),
            Ok(Event::Eof) | Err(_) => return tables.merges,
            Ok(_) => {}
        }
    }
}

/// Where reading stands: rows and cells may be repeated without being written again.
#[derive(Default)]
struct Tables {
    merges: Vec<Vec<Area>>,
    row: u32,
    /// How often the row that is being read is repeated.
    rows: u32,
    col: u32,
}

impl Tables {
    fn open(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "table" => {
                self.merges.push(Vec::new());
                self.row = 0;
            }
            "table-row" => (self.rows, self.col) = (number(element, "number-rows-repeated"), 0),
            "table-cell" | "covered-table-cell" => {
                let (rows, cols) =
                    (number(element, "number-rows-spanned"), number(element, "number-columns-spanned"));
                if (rows, cols) != (1, 1)
                    && let Some(merges) = self.merges.last_mut()
                {
                    let first = Spot { row: self.row, col: self.col };
                    let last = Spot {
                        row: self.row.saturating_add(rows - 1),
                        col: self.col.saturating_add(cols - 1),
                    };
                    merges.push(Area { first, last });
                }
                self.col = self.col.saturating_add(number(element, "number-columns-repeated"));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if name == "table-row" {
            self.row = self.row.saturating_add(self.rows);
        }
    }
}

/// An attribute that counts from 1; 1 where it is absent or no such number.
fn number(element: &BytesStart, name: &str) -> u32 {
    let attributes = element.attributes().flatten();
    let mut found = attributes.filter(|a| a.key.local_name().as_ref() == name);
    let value = found.next().and_then(|a| a.value.parse().ok());
    value.filter(|n| *n >= 1).unwrap_or(1)
}
