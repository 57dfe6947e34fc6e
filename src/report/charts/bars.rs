//! Horizontal bars with their values at the end, one or several to a name.

use plotters::prelude::*;

use super::canvas::{self, Area, BODY, SMALL, beside, color, fault, text};
use crate::report::{WriteError, look};

/// Bars of one colour: a value for each name, where there is one.
pub struct Series<'a> {
    pub name: &'a str,
    pub color: u32,
    pub values: Vec<Option<f64>>,
}

/// The height that as many names with as many series take, title included.
pub fn height(names: usize, series: usize) -> u32 {
    let legend = if series > 1 { 60 } else { 0 };
    (230 + legend + names * (40 + 36 * series)).max(420) as u32
}

/// Draws bars from 0 to `most`, the first name on top. `show` turns a value into its label.
pub fn draw(
    area: &Area,
    names: &[&str],
    series: &[Series],
    most: f64,
    show: fn(f64) -> String,
) -> Result<(), WriteError> {
    let area = if series.len() > 1 { legend(area, series)? } else { area.clone() };
    let widest = names.iter().map(|n| canvas::text_width(n, BODY)).fold(0.0, f64::max);
    let slots = names.len() * series.len();
    let mut chart = ChartBuilder::on(&area)
        .x_label_area_size(48)
        .y_label_area_size((widest as u32 + 24).min(canvas::WIDTH / 3))
        .margin_right(110)
        .build_cartesian_2d(0.0..most, 0.0..slots as f64)
        .map_err(fault)?;
    chart
        .configure_mesh()
        .disable_y_mesh()
        .light_line_style(TRANSPARENT)
        .bold_line_style(color(look::BAND).stroke_width(2))
        .axis_style(color(look::RULE))
        .x_labels(6)
        .x_label_style(text(SMALL, look::MUTED))
        .x_label_formatter(&|v| show(*v))
        // Names are drawn below.
        .y_label_formatter(&|_| String::new())
        .draw()
        .map_err(fault)?;
    // Slots count from the bottom; names from the top.
    let slot = |name: usize, s: usize| (slots - 1 - (name * series.len() + s)) as f64;
    for (s, series_of) in series.iter().enumerate() {
        for (n, value) in series_of.values.iter().enumerate() {
            let at = slot(n, s);
            let (above, below) = (if s == 0 { 10 } else { 2 }, if s + 1 == series.len() { 10 } else { 2 });
            let shown = value.map_or("—".to_string(), show);
            let length = value.unwrap_or(0.0).clamp(0.0, most);
            let mut bar = Rectangle::new([(0.0, at), (length, at + 1.0)], color(series_of.color).filled());
            bar.set_margin(above, below, 0, 0);
            let label = Text::new(shown, (12, 0), beside(SMALL, look::INK));
            chart.draw_series([bar]).map_err(fault)?;
            chart.draw_series([EmptyElement::at((length, at + 0.5)) + label]).map_err(fault)?;
        }
    }
    // Each name stands beside the middle of its bars.
    let (left, _) = area.get_base_pixel();
    for (n, name) in names.iter().enumerate() {
        let (top, bottom) = (slot(n, 0), slot(n, series.len() - 1));
        let (_, y_top) = chart.backend_coord(&(0.0, top + 0.5));
        let (x, y_bottom) = chart.backend_coord(&(0.0, bottom + 0.5));
        let (_, base) = area.get_base_pixel();
        let width = canvas::text_width(name, BODY) as i32;
        let at = (x - left - width - 16, (y_top + y_bottom) / 2 - base);
        area.draw(&Text::new((*name).to_string(), at, beside(BODY, look::INK))).map_err(fault)?;
    }
    Ok(())
}

/// Squares of colour with their meaning, above the bars.
pub fn legend<'a>(area: &Area<'a>, series: &[Series]) -> Result<Area<'a>, WriteError> {
    let (line, rest) = area.split_vertically(60);
    let mut x = 0;
    for entry in series {
        line.draw(&Rectangle::new([(x, 8), (x + 24, 32)], color(entry.color).filled())).map_err(fault)?;
        line.draw(&Text::new(entry.name.to_string(), (x + 36, 20), beside(SMALL, look::INK)))
            .map_err(fault)?;
        x += 36 + canvas::text_width(entry.name, SMALL) as i32 + 48;
    }
    Ok(rest)
}
