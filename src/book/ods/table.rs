//! The rows and cells of one table, each of which may be repeated without being written again, and its merges: cells
//! with `number-columns-spanned` or `number-rows-spanned` (ODF 1.3 part 3, 19.678 and 19.680).

use super::cell::{self, Kind, Read};
use super::styles::{Family, Styles};
use crate::address::{Area, Spot};
use crate::book::Refusal;
use crate::book::cells::Cells;
use crate::book::extent::{Extent, MAX_CELLS};
use crate::book::package::{Event, Tag, Xml, too_many};

/// Reads the table that has just opened: its cells and its merges.
///
/// # Errors
/// The part is broken, or the table is too large.
pub fn read(xml: &mut Xml, styles: &Styles) -> Result<(Cells, Vec<Area>), Refusal> {
    let mut table =
        Table { styles, cells: Cells::default(), merges: Vec::new(), columns: Vec::new(), row: 0 };
    let mut depth = 0;
    loop {
        match xml.next()? {
            Event::Open(tag) => match tag.name {
                // Rows and columns in groups.
                b"table-header-rows"
                | b"table-rows"
                | b"table-row-group"
                | b"table-header-columns"
                | b"table-columns"
                | b"table-column-group" => depth += 1,
                b"table-column" => {
                    table.column(tag);
                    xml.skip()?;
                }
                b"table-row" => {
                    let row = Row {
                        repeated: counted(tag, "number-rows-repeated"),
                        struck: styles.strike(Family::Cell, tag.attribute("default-cell-style-name")),
                    };
                    table.row(xml, row)?;
                }
                // Pictures, remarks, forms.
                _ => xml.skip()?,
            },
            Event::Close(_) if depth == 0 => return Ok((table.cells, table.merges)),
            Event::Close(_) => depth -= 1,
            Event::Text(_) => {}
        }
    }
}

struct Table<'a> {
    styles: &'a Styles,
    cells: Cells,
    merges: Vec<Area>,
    /// Whether cells without a style of their own are struck through, up to each column.
    columns: Vec<(u32, bool)>,
    row: u32,
}

struct Row {
    repeated: u32,
    /// Whether its cells without a style of their own are struck through, where it says so.
    struck: Option<bool>,
}

impl Table<'_> {
    fn column(&mut self, tag: Tag) {
        let last = self.columns.last().map_or(0, |(end, _)| *end);
        let end = last.saturating_add(counted(tag, "number-columns-repeated"));
        let struck = self.styles.strike(Family::Cell, tag.attribute("default-cell-style-name"));
        self.columns.push((end, struck.unwrap_or(false)));
    }

    fn row(&mut self, xml: &mut Xml, row: Row) -> Result<(), Refusal> {
        let mut col = 0;
        loop {
            match xml.next()? {
                Event::Open(tag) if matches!(tag.name, b"table-cell" | b"covered-table-cell") => {
                    let first = Spot { row: self.row, col };
                    let again = counted(tag, "number-columns-repeated");
                    self.merge(tag, first)?;
                    let by_column =
                        || self.columns.iter().find(|(end, _)| col < *end).is_some_and(|(_, struck)| *struck);
                    let own = self.styles.strike(Family::Cell, tag.attribute("style-name"));
                    let struck = own.or(row.struck).unwrap_or_else(by_column);
                    let kind = Kind::of(tag);
                    let Read { value, strike, comment } = cell::read(xml, kind, self.styles, struck)?;
                    if !comment.is_empty() {
                        self.cells.comment(first, &comment)?;
                    }
                    if !value.is_empty() {
                        let area = Area { first, last: last(first, row.repeated, again) };
                        // Before any of them is put.
                        Extent::default().hold(area.last)?;
                        for spot in area.spots() {
                            self.cells.put_struck(spot, value.clone(), strike.as_ref())?;
                        }
                    }
                    col = col.saturating_add(again);
                }
                Event::Open(_) => xml.skip()?,
                Event::Close(_) => {
                    self.row = self.row.saturating_add(row.repeated);
                    return Ok(());
                }
                Event::Text(_) => {}
            }
        }
    }

    fn merge(&mut self, tag: Tag, first: Spot) -> Result<(), Refusal> {
        let (rows, cols) = (counted(tag, "number-rows-spanned"), counted(tag, "number-columns-spanned"));
        if (rows, cols) != (1, 1) {
            if self.merges.len() as u64 >= MAX_CELLS {
                return Err(too_many());
            }
            self.merges.push(Area { first, last: last(first, rows, cols) });
        }
        Ok(())
    }
}

/// The last cell of so many rows and columns.
fn last(first: Spot, rows: u32, cols: u32) -> Spot {
    Spot { row: first.row.saturating_add(rows - 1), col: first.col.saturating_add(cols - 1) }
}

/// An attribute that counts from 1; 1 where it is absent or no such number.
fn counted(tag: Tag, name: &str) -> u32 {
    tag.attribute(name).and_then(|value| value.parse().ok()).filter(|n| *n >= 1).unwrap_or(1)
}
