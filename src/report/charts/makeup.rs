//! What became of those who were due: came, late, on leave, absent, as shares of a whole.

use plotters::prelude::*;

use super::bars::{self, Series};
use super::canvas::{self, BODY, Picture, SMALL, beside, color, fault};
use crate::metrics::Figure;
use crate::report::{Dossier, WriteError, findings, look};

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let rows: Vec<(&str, [f64; 4])> =
        dossier.branches().filter_map(|(_, name, _)| Some((name, parts(dossier, name)?))).collect();
    if rows.is_empty() {
        return Ok(None);
    }
    let series: Vec<Series> =
        [("准时到会", look::CAME), ("迟到", look::LATE), ("请假", look::LEAVE), ("缺席", look::MISSED)]
            .into_iter()
            .enumerate()
            .map(|(i, (name, color))| Series {
                name,
                color,
                values: rows.iter().map(|(_, p)| Some(p[i])).collect(),
            })
            .collect();
    canvas::picture(bars::height(rows.len(), 1) + 60, &findings::absences(dossier), |area| {
        let area = bars::legend(area, &series)?;
        let (width, height) = area.dim_in_pixel();
        let widest = rows.iter().map(|(n, _)| canvas::text_width(n, BODY)).fold(0.0, f64::max) as i32;
        let (left, step) = (widest + 24, height as i32 / rows.len() as i32);
        let room = f64::from(width as i32 - left);
        for (i, (name, parts)) in rows.iter().enumerate() {
            let (top, bottom) = (i as i32 * step + 10, (i as i32 + 1) * step - 10);
            let middle = (top + bottom) / 2;
            area.draw(&Text::new((*name).to_string(), (0, middle), beside(BODY, look::INK)))
                .map_err(fault)?;
            let mut from = 0.0;
            for (part, entry) in parts.iter().zip(&series) {
                let (x0, x1) = (left + (from * room) as i32, left + ((from + part) * room) as i32);
                area.draw(&Rectangle::new([(x0, top), (x1, bottom)], color(entry.color).filled()))
                    .map_err(fault)?;
                let label = format!("{:.0}%", part * 100.0);
                let wide = canvas::text_width(&label, SMALL);
                if f64::from(x1 - x0) > wide + 12.0 {
                    let at = ((x0 + x1) / 2 - wide as i32 / 2, middle);
                    area.draw(&Text::new(label, at, beside(SMALL, canvas::readable_on(entry.color))))
                        .map_err(fault)?;
                }
                from += part;
            }
        }
        Ok(())
    })
    .map(Some)
}

/// Shares of those due: on time, late, on leave, absent.
fn parts(dossier: &Dossier, branch: &str) -> Option<[f64; 4]> {
    let of = |metric| dossier.figure(branch, "all", metric).and_then(Figure::value);
    let (came, late) = (of("attendance_rate")?, of("late_rate")?);
    Some([came - late, late, of("leave_rate")?, of("absence_rate")?])
}
