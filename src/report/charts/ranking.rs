//! The branches by score.

use super::bars::{self, Series};
use super::canvas::{self, Picture};
use crate::report::{Dossier, WriteError, findings, look};

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let ranked = dossier.ranked();
    if ranked.iter().all(|c| c.total.is_none()) {
        return Ok(None);
    }
    let names: Vec<&str> = ranked.iter().map(|c| c.name.as_str()).collect();
    let series =
        [Series { name: "总分", color: look::CAME, values: ranked.iter().map(|c| c.total).collect() }];
    canvas::picture(bars::height(names.len(), 1), &findings::ranking(dossier), |area| {
        bars::draw(area, &names, &series, findings::highest_total(dossier), |v| format!("{v:.1}"))
    })
    .map(Some)
}
