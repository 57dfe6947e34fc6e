//! Study coverage as a heat map: planned topics by branches.

use super::canvas::{self, Picture};
use super::grid::{self, Cell, Row};
use crate::report::{Dossier, WriteError, findings, look};

/// The least covered topics are shown where the plan has more than fit a picture.
const MOST_ROWS: usize = 30;

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let mut plan: Vec<_> =
        dossier.ledger().plan.iter().filter(|p| dossier.period().contains(p.month.month())).collect();
    if plan.is_empty() {
        return Ok(None);
    }
    let rate = |branch: &str, topic: &str| dossier.rate(branch, &format!("topic:{topic}"), "coverage_rate");
    if plan.len() > MOST_ROWS {
        plan.sort_by(|a, b| rate("", &a.topic).unwrap_or(1.0).total_cmp(&rate("", &b.topic).unwrap_or(1.0)));
        plan.truncate(MOST_ROWS);
    }
    let branches: Vec<&str> = dossier.branches().map(|(_, name, _)| name).collect();
    let columns: Vec<String> = branches.iter().map(|b| (*b).to_string()).chain(["全局".into()]).collect();
    let cell = |value: f64| (format!("{:.0}%", value * 100.0), heat(value));
    let rows: Vec<Row> = plan
        .iter()
        .map(|topic| {
            let cells: Vec<Cell> =
                branches.iter().chain([&""]).map(|b| rate(b, &topic.topic).map(cell)).collect();
            Row { name: topic.topic.clone(), cells, begins: false }
        })
        .collect();
    let title = findings::topic(dossier).unwrap_or_else(|| findings::coverage(dossier));
    canvas::picture(grid::height(rows.len()), &title, |area| grid::draw(area, &columns, &rows)).map(Some)
}

/// The colour of a rate: the workbook's scale, whose middle is at 70 %.
fn heat(value: f64) -> u32 {
    let [low, middle, high] = look::HEAT;
    if value < 0.7 { mix(low, middle, value / 0.7) } else { mix(middle, high, (value - 0.7) / 0.3) }
}

fn mix(from: u32, to: u32, share: f64) -> u32 {
    let (from, to) = (from.to_be_bytes(), to.to_be_bytes());
    let part = |i: usize| {
        (f64::from(from[i]) + (f64::from(to[i]) - f64::from(from[i])) * share.clamp(0.0, 1.0)).round() as u8
    };
    u32::from_be_bytes([0, part(1), part(2), part(3)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_has_its_colours_at_its_marks() {
        assert_eq!([heat(0.0), heat(0.7), heat(1.0)], look::HEAT);
    }
}
