//! Age bands compared: coming to meetings and studying.

use super::bars::{self, Series};
use super::canvas::{self, Picture};
use crate::report::{Dossier, WriteError, findings, look};

const BANDS: [(&str, &str); 3] =
    [("35岁及以下", "age:35-"), ("36至59岁", "age:36-59"), ("60岁及以上", "age:60+")];

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let of = |metric| BANDS.iter().map(|(_, slice)| dossier.rate("", slice, metric)).collect::<Vec<_>>();
    let (attendance, coverage) = (of("attendance_rate"), of("coverage_rate"));
    let there: Vec<usize> =
        (0..BANDS.len()).filter(|&i| attendance[i].is_some() || coverage[i].is_some()).collect();
    if there.len() < 2 {
        return Ok(None);
    }
    let names: Vec<&str> = there.iter().map(|&i| BANDS[i].0).collect();
    let pick = |all: &[Option<f64>]| there.iter().map(|&i| all[i]).collect();
    let series = [
        Series { name: "参会率", color: look::CAME, values: pick(&attendance) },
        Series { name: "学习覆盖率", color: look::LEAVE, values: pick(&coverage) },
    ];
    canvas::picture(bars::height(names.len(), 2), &findings::ages(dossier), |area| {
        bars::draw(area, &names, &series, 1.0, |v| format!("{:.0}%", v * 100.0))
    })
    .map(Some)
}
