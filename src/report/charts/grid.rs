//! A grid of coloured cells with names beside the rows and above the columns.

use plotters::prelude::*;

use super::canvas::{self, Area, BODY, SMALL, beside, color, fault};
use crate::report::{WriteError, look};

/// One cell: what stands in it and its colour. Empty where there is nothing to show.
pub type Cell = Option<(String, u32)>;

pub struct Row {
    pub name: String,
    pub cells: Vec<Cell>,
    /// A row that begins a new part has a line above it.
    pub begins: bool,
}

const ROW: i32 = 52;
const HEAD: i32 = 56;

pub fn height(rows: usize) -> u32 {
    (rows as i32 * ROW + HEAD + 180) as u32
}

pub fn draw(area: &Area, columns: &[String], rows: &[Row]) -> Result<(), WriteError> {
    let (width, _) = area.dim_in_pixel();
    let widest = rows.iter().map(|r| canvas::text_width(&r.name, BODY)).fold(0.0, f64::max);
    let left = (widest as i32 + 24).min(width as i32 * 11 / 20);
    let step = (width as i32 - left) / columns.len().max(1) as i32;
    for (i, name) in columns.iter().enumerate() {
        let name = canvas::cut(name, SMALL, f64::from(step - 8));
        centred(area, &name, (left + i as i32 * step, 0), step, HEAD, look::MUTED)?;
    }
    for (r, row) in rows.iter().enumerate() {
        let top = HEAD + r as i32 * ROW;
        if row.begins && r > 0 {
            let rule =
                PathElement::new([(0, top - 2), (width as i32, top - 2)], color(look::MUTED).stroke_width(2));
            area.draw(&rule).map_err(fault)?;
        }
        let name = canvas::cut(&row.name, BODY, f64::from(left - 16));
        area.draw(&Text::new(name, (0, top + ROW / 2), beside(BODY, look::INK))).map_err(fault)?;
        for (c, cell) in row.cells.iter().enumerate() {
            let x = left + c as i32 * step;
            if let Some((shown, fill)) = cell {
                let tile =
                    Rectangle::new([(x + 3, top + 3), (x + step - 3, top + ROW - 3)], color(*fill).filled());
                area.draw(&tile).map_err(fault)?;
                centred(area, shown, (x, top), step, ROW, canvas::readable_on(*fill))?;
            }
        }
    }
    Ok(())
}

fn centred(
    area: &Area,
    shown: &str,
    (x, y): (i32, i32),
    width: i32,
    height: i32,
    ink: u32,
) -> Result<(), WriteError> {
    let at = (x + (width - canvas::text_width(shown, SMALL) as i32) / 2, y + height / 2);
    area.draw(&Text::new(shown.to_string(), at, beside(SMALL, ink))).map_err(fault)
}
