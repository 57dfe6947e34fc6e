//! What calamine does not tell of an OpenDocument spreadsheet: its merges, cells with `number-columns-spanned` or
//! `number-rows-spanned` (ODF 1.3, part 3, 19.678 and 19.680); what is struck through (`text-line-through-style` and
//! `-type`, 20.365 and 20.366); and, before calamine lays its tables out in full, how large that would make them.

use std::collections::HashSet;
use std::io::BufReader;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::Refusal;
use super::extent::{Extent, Extents};
use super::outline::Outline;
use super::sniff::Archive;
use super::strike::Strike;
use crate::address::{Area, Spot};

/// What is known of each table in the order of the file; nothing where there is no content that can be followed.
///
/// # Errors
/// The tables are too large.
pub fn read(mut archive: Archive) -> Result<Vec<Outline>, Refusal> {
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
            Ok(Event::Text(text)) => tables.text(&text),
            Ok(Event::GeneralRef(entity)) => tables.entity(&entity),
            Ok(Event::Eof) | Err(_) => {
                tables.others.add(tables.extent)?;
                return Ok(tables.outlines);
            }
            Ok(_) => {}
        }
    }
}

/// Where reading stands: rows and cells may be repeated without being written again.
#[derive(Default)]
struct Tables {
    outlines: Vec<Outline>,
    row: u32,
    /// How often the row that is being read is repeated.
    rows: u32,
    col: u32,
    /// How far the cells of this table lie that hold something, and those of the tables before it.
    extent: Extent,
    others: Extents,
    /// The style that is being read, and those that strike through.
    style: String,
    striking: HashSet<String>,
    /// Whether the columns are struck through where their cells have no style of their own, and so the row.
    columns: Vec<(u32, bool)>,
    row_struck: bool,
    cell: Option<(Area, Letters)>,
    /// Within a remark beside the cell.
    aside: bool,
}

/// The letters of the cell that is being read.
#[derive(Default)]
struct Letters {
    /// Whether the cell as a whole is struck through.
    struck: bool,
    /// Whether each of the spans that are open strikes through.
    spans: Vec<bool>,
    paragraphs: usize,
    kept: String,
    gone: String,
}

impl Letters {
    fn write(&mut self, text: &str) {
        let struck = self.spans.last().copied().unwrap_or(self.struck);
        if struck { &mut self.gone } else { &mut self.kept }.push_str(text);
    }
}

impl Tables {
    /// `holds`: the element is not empty.
    fn open(&mut self, element: &BytesStart, holds: bool) -> Result<(), Refusal> {
        match element.local_name().as_ref() {
            "style" => self.style = attribute(element, "name").unwrap_or_default(),
            "text-properties" => {
                let lines = ["text-line-through-style", "text-line-through-type"];
                let mut said = lines.iter().filter_map(|name| attribute(element, name)).peekable();
                if said.peek().is_some() && said.all(|line| line != "none") {
                    self.striking.insert(self.style.clone());
                }
            }
            "table" => {
                self.outlines.push(Outline::default());
                self.row = 0;
                self.columns.clear();
                self.others.add(std::mem::take(&mut self.extent))?;
            }
            "table-column" => {
                let last = self.columns.last().map_or(0, |(end, _)| *end);
                let end = last.saturating_add(number(element, "number-columns-repeated"));
                self.columns.push((end, self.strikes(element, "default-cell-style-name").unwrap_or(false)));
            }
            "table-row" => {
                (self.rows, self.col) = (number(element, "number-rows-repeated"), 0);
                self.row_struck = self.strikes(element, "default-cell-style-name").unwrap_or(false);
            }
            "table-cell" | "covered-table-cell" => self.open_cell(element, holds)?,
            "annotation" => self.aside = true,
            name if !self.aside => {
                let span = self.strikes(element, "style-name");
                let Some((_, cell)) = &mut self.cell else { return Ok(()) };
                match name {
                    "p" => {
                        if cell.paragraphs > 0 {
                            cell.write("\n");
                        }
                        cell.paragraphs += 1;
                    }
                    "span" => {
                        cell.spans.push(span.unwrap_or(cell.spans.last().copied().unwrap_or(cell.struck)))
                    }
                    "s" => cell.write(&" ".repeat(number(element, "c").min(MOST_SPACES) as usize)),
                    "tab" | "line-break" => cell.write(" "),
                    _ => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn open_cell(&mut self, element: &BytesStart, holds: bool) -> Result<(), Refusal> {
        let (rows, cols) =
            (number(element, "number-rows-spanned"), number(element, "number-columns-spanned"));
        let first = Spot { row: self.row, col: self.col };
        let to = |rows: u32, cols: u32| Spot {
            row: first.row.saturating_add(rows.saturating_sub(1)),
            col: first.col.saturating_add(cols.saturating_sub(1)),
        };
        if (rows, cols) != (1, 1)
            && let Some(outline) = self.outlines.last_mut()
        {
            outline.merges.push(Area { first, last: to(rows, cols) });
        }
        let again = number(element, "number-columns-repeated");
        let area = Area { first, last: to(self.rows, again) };
        let by_column =
            self.columns.iter().find(|(end, _)| first.col < *end).is_some_and(|(_, struck)| *struck);
        let struck = self.strikes(element, "style-name").unwrap_or(self.row_struck || by_column);
        self.col = self.col.saturating_add(again);
        if holds || attribute(element, "value-type").is_some() || attribute(element, "formula").is_some() {
            self.extent.hold(area.last)?;
            // Most tables strike nothing through.
            self.cell = (!self.striking.is_empty()).then(|| (area, Letters { struck, ..Letters::default() }));
        }
        Ok(())
    }

    /// Whether the style that an element names strikes through; nothing where it names none.
    fn strikes(&self, element: &BytesStart, name: &str) -> Option<bool> {
        // Most tables have no such style.
        if self.striking.is_empty() {
            return None;
        }
        attribute(element, name).map(|style| self.striking.contains(&style))
    }

    /// Letters count within a paragraph only.
    fn text(&mut self, text: &str) {
        if let Some((_, cell)) = &mut self.cell
            && cell.paragraphs > 0
            && !self.aside
        {
            cell.write(text);
        }
    }

    fn entity(&mut self, entity: &BytesRef) {
        let character = entity.resolve_char_ref().ok().flatten().map(String::from);
        if let Some(text) = character.or_else(|| resolve_predefined_entity(entity).map(String::from)) {
            self.text(&text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "table-row" => self.row = self.row.saturating_add(self.rows),
            "annotation" => self.aside = false,
            "span" if !self.aside => {
                if let Some((_, cell)) = &mut self.cell {
                    cell.spans.pop();
                }
            }
            "table-cell" | "covered-table-cell" => {
                let Some((area, cell)) = self.cell.take() else { return };
                let strike = Strike::of(&cell.kept, &cell.gone);
                if let (Some(strike), Some(outline)) = (strike, self.outlines.last_mut()) {
                    let Area { first, last } = area;
                    let every = (first.row..=last.row)
                        .flat_map(|row| (first.col..=last.col).map(move |col| Spot { row, col }));
                    outline.strikes.extend(every.map(|spot| (spot, strike.clone())));
                }
            }
            _ => {}
        }
    }
}

/// More spaces say no more.
const MOST_SPACES: u32 = 100;

/// An attribute that counts from 1; 1 where it is absent or no such number.
fn number(element: &BytesStart, name: &str) -> u32 {
    attribute(element, name).and_then(|value| value.parse().ok()).filter(|n| *n >= 1).unwrap_or(1)
}

/// An attribute by its name without prefix, as it is written.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    attributes.find(|a| a.key.local_name().as_ref() == name).map(|a| a.value.to_string())
}
