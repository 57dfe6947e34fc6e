//! How the members' scores are spread.

use plotters::prelude::*;

use super::canvas::{self, Picture, SMALL, color, fault, text};
use crate::report::{Dossier, WriteError, look};

/// Bands of ten points: how many members fall into each, the last including 100.
fn bands(scores: &[f64]) -> [u32; 10] {
    let mut counts = [0; 10];
    for score in scores {
        counts[((score / 10.0) as usize).min(9)] += 1;
    }
    counts
}

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let scores: Vec<f64> = dossier.scores.members.iter().filter_map(|c| c.total).collect();
    if scores.is_empty() {
        return Ok(None);
    }
    let counts = bands(&scores);
    let most = counts.iter().max().copied().unwrap_or(1);
    let below = scores.iter().filter(|s| **s < 60.0).count();
    let title = if below > 0 {
        format!("{}名党员有得分，其中{below}名不到60分", scores.len())
    } else {
        format!("{}名党员有得分，都在60分以上", scores.len())
    };
    canvas::picture(720, &title, |area| {
        let mut chart = ChartBuilder::on(area)
            .x_label_area_size(64)
            .y_label_area_size(20)
            .build_cartesian_2d(0.0..10.0, 0.0..f64::from(most) * 1.12)
            .map_err(fault)?;
        chart
            .configure_mesh()
            .disable_mesh()
            .axis_style(color(look::RULE))
            // Bands are named below their bars.
            .x_label_formatter(&|_| String::new())
            .y_label_formatter(&|_| String::new())
            .draw()
            .map_err(fault)?;
        for (i, &count) in counts.iter().enumerate() {
            let (left, middle) = (i as f64, i as f64 + 0.5);
            let fill = color(if i < 6 { look::MISSED } else { look::CAME });
            let mut bar = Rectangle::new([(left, 0.0), (left + 1.0, f64::from(count))], fill.filled());
            bar.set_margin(0, 0, 10, 10);
            chart.draw_series([bar]).map_err(fault)?;
            let centred = |shown: String, above: i32, ink: u32| {
                let left = -(canvas::text_width(&shown, SMALL) as i32) / 2;
                Text::new(shown, (left, above), text(SMALL, ink))
            };
            if count > 0 {
                let label = centred(format!("{count}人"), -(SMALL as i32) - 10, look::INK);
                chart.draw_series([EmptyElement::at((middle, f64::from(count))) + label]).map_err(fault)?;
            }
            let band =
                if i == 9 { "90至100分".to_string() } else { format!("{}至{}", i * 10, i * 10 + 9) };
            chart
                .draw_series([EmptyElement::at((middle, 0.0)) + centred(band, 14, look::MUTED)])
                .map_err(fault)?;
        }
        Ok(())
    })
    .map(Some)
}

#[cfg(test)]
mod tests {
    use super::bands;

    #[test]
    fn a_hundred_is_in_the_last_band() {
        assert_eq!(bands(&[0.0, 9.9, 59.9, 60.0, 100.0]), [2, 0, 0, 0, 0, 1, 1, 0, 0, 1]);
    }
}
