//! The rate of attendance over the months, a line a branch.

use plotters::prelude::*;

use super::canvas::{self, Picture, SMALL, beside, color, fault, text};
use crate::report::{Dossier, WriteError, findings, look};

struct Line<'a> {
    name: &'a str,
    color: u32,
    width: u32,
    points: Vec<(usize, f64)>,
}

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let months: Vec<_> = dossier.period().months().collect();
    let lines: Vec<Line> = dossier
        .branches()
        .map(|(_, name, _)| (name, name))
        .chain([("", "全局")])
        .enumerate()
        .map(|(i, (branch, name))| {
            let rate =
                |m: &crate::period::Month| dossier.rate(branch, &format!("month:{m}"), "attendance_rate");
            let points = months.iter().enumerate().filter_map(|(x, m)| Some((x, rate(m)?))).collect();
            let whole = branch.is_empty();
            Line {
                name,
                color: if whole { look::INK } else { look::SERIES[i % look::SERIES.len()] },
                width: if whole { 7 } else { 4 },
                points,
            }
        })
        .filter(|l| !l.points.is_empty())
        .collect();
    if months.len() < 2 || lines.is_empty() {
        return Ok(None);
    }
    let lowest = lines.iter().flat_map(|l| &l.points).map(|p| p.1).fold(1.0, f64::min);
    let floor = ((lowest - 0.05) * 10.0).floor().max(0.0) / 10.0;
    canvas::picture(820, &findings::trend(dossier), |area| {
        let names = lines.iter().map(|l| canvas::text_width(l.name, SMALL)).fold(0.0, f64::max) as u32;
        let mut chart = ChartBuilder::on(area)
            .x_label_area_size(56)
            .y_label_area_size(90)
            .margin_right(names + 40)
            .build_cartesian_2d(
                (0..months.len() - 1).with_key_points((0..months.len()).collect()),
                floor..1.0,
            )
            .map_err(fault)?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .light_line_style(TRANSPARENT)
            .bold_line_style(color(look::BAND).stroke_width(2))
            .axis_style(color(look::RULE))
            .x_labels(months.len())
            .x_label_style(text(SMALL, look::MUTED))
            .x_label_formatter(&|x| months.get(*x).map_or(String::new(), |m| format!("{}月", m.month)))
            .y_labels(6)
            .y_label_style(text(SMALL, look::MUTED))
            .y_label_formatter(&|y| format!("{:.0}%", y * 100.0))
            .draw()
            .map_err(fault)?;
        for line in &lines {
            let stroke = color(line.color).stroke_width(line.width);
            chart.draw_series(LineSeries::new(line.points.iter().copied(), stroke)).map_err(fault)?;
            let dots = line.points.iter().map(|p| Circle::new(*p, 9, color(line.color).filled()));
            chart.draw_series(dots).map_err(fault)?;
        }
        label_ends(area, &lines, |p| chart.backend_coord(&p))
    })
    .map(Some)
}

/// Names at the ends of the lines in place of a legend, moved apart where they would overlap.
fn label_ends(
    area: &canvas::Area,
    lines: &[Line],
    place: impl Fn((usize, f64)) -> (i32, i32),
) -> Result<(), WriteError> {
    let (left, top) = area.get_base_pixel();
    let mut ends: Vec<(i32, i32, &Line)> = lines
        .iter()
        .filter_map(|l| l.points.last().map(|p| place(*p)).map(|(x, y)| (x - left, y - top, l)))
        .collect();
    ends.sort_by_key(|(_, y, _)| *y);
    let mut lowest = i32::MIN;
    for (x, y, line) in ends {
        let y = y.max(lowest);
        lowest = y + SMALL as i32 + 6;
        area.draw(&Text::new(line.name.to_string(), (x + 20, y), beside(SMALL, line.color)))
            .map_err(fault)?;
    }
    Ok(())
}
