//! What calamine does not tell of an OpenDocument spreadsheet: its merges, cells with `number-columns-spanned` or
//! `number-rows-spanned` (ODF 1.3, part 3, 19.678 and 19.680), and, before calamine lays its tables out in full, how
//! large that would make them.

use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Refusal;
use super::extent::{Extent, Extents};
use super::sniff::Archive;
use crate::address::{Area, Spot};

/// The merges of each table in the order of the file; none where there is no content that can be followed.
///
/// # Errors
/// The tables are too large.
pub fn read(mut archive: Archive) -> Result<Vec<Vec<Area>>, Refusal> {
    let Ok(content) = archive.by_name("content.xml") else { return Ok(Vec::new()) };
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().check_end_names = false;
    let (mut tables, mut buffer) = (Tables::default(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => tables.open(&element, true)?,
            Ok(Event::Empty(element)) => {
                tables.open(&element, false)?;
                tables.close(element.local_name().as_ref());
            }
            Ok(Event::End(element)) => tables.close(element.local_name().as_ref()),
            Ok(Event::Eof) | Err(_) => {
                tables.others.add(tables.extent)?;
                return Ok(tables.merges);
            }
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
    /// How far the cells of this table lie that hold something, and those of the tables before it.
    extent: Extent,
    others: Extents,
}

impl Tables {
    /// `holds`: the element is not empty.
    fn open(&mut self, element: &BytesStart, holds: bool) -> Result<(), Refusal> {
        match element.local_name().as_ref() {
            "table" => {
                self.merges.push(Vec::new());
                self.row = 0;
                self.others.add(std::mem::take(&mut self.extent))?;
            }
            "table-row" => (self.rows, self.col) = (number(element, "number-rows-repeated"), 0),
            "table-cell" | "covered-table-cell" => {
                let (rows, cols) =
                    (number(element, "number-rows-spanned"), number(element, "number-columns-spanned"));
                let first = Spot { row: self.row, col: self.col };
                if (rows, cols) != (1, 1)
                    && let Some(merges) = self.merges.last_mut()
                {
                    let last = Spot {
                        row: self.row.saturating_add(rows - 1),
                        col: self.col.saturating_add(cols - 1),
                    };
                    merges.push(Area { first, last });
                }
                self.col = self.col.saturating_add(number(element, "number-columns-repeated"));
                if holds
                    || attribute(element, "value-type").is_some()
                    || attribute(element, "formula").is_some()
                {
                    let last = Spot {
                        row: self.row.saturating_add(self.rows.saturating_sub(1)),
                        col: self.col.saturating_sub(1),
                    };
                    self.extent.hold(last)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        if name == "table-row" {
            self.row = self.row.saturating_add(self.rows);
        }
    }
}

/// An attribute that counts from 1; 1 where it is absent or no such number.
fn number(element: &BytesStart, name: &str) -> u32 {
    attribute(element, name).and_then(|value| value.parse().ok()).filter(|n| *n >= 1).unwrap_or(1)
}

/// An attribute by its name without prefix, as it is written.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    attributes.find(|a| a.key.local_name().as_ref() == name).map(|a| a.value.to_string())
}
