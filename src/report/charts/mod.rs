//! `图表/*.png` and `.svg`: the figures as pictures, for a slide or a briefing. Two files a chart.
//!
//! Drawn with plotters at twice the size at which they are shown, in an embedded font, so that they
//! look the same on every machine; palette and titles are those of the workbook.

mod ages;
mod bars;
mod canvas;
mod distribution;
mod font;
mod grid;
mod ink;
mod makeup;
mod meetings;
mod ranking;
mod topics;
mod trend;

use canvas::Picture;

use super::{Dossier, Output, WriteError};
use crate::address::Address;
use crate::issue::{Code, Issue};
use crate::ledger::Ledger;

/// Each chart: its file's name and what draws it. A chart without data gives no file.
type Chart = fn(&Dossier) -> Result<Option<Picture>, WriteError>;

const CHARTS: [(&str, Chart); 7] = [
    ("1 支部得分", ranking::draw),
    ("2 参会率走势", trend::draw),
    ("3 出勤构成", makeup::draw),
    ("4 会议召开", meetings::draw),
    ("5 学习覆盖", topics::draw),
    ("6 年龄段比较", ages::draw),
    ("7 党员得分分布", distribution::draw),
];

/// A chart as its two files hold it.
pub struct Drawn {
    pub name: &'static str,
    pub png: Vec<u8>,
    pub svg: String,
}

/// Draws every chart that has data, in order.
pub fn draw_all(dossier: &Dossier) -> Result<Vec<Drawn>, WriteError> {
    use rayon::prelude::*;
    // Drawing takes longer than everything else together; the charts do not depend on each other.
    let drawn: Result<Vec<Option<Drawn>>, WriteError> = CHARTS
        .par_iter()
        .map(|(name, draw)| {
            Ok(draw(dossier)?.map(|picture| Drawn { name, png: picture.png(), svg: picture.svg() }))
        })
        .collect();
    Ok(drawn?.into_iter().flatten().collect())
}

/// Names that charts show in part as boxes, because no font here has their characters, each at its cell.
pub fn rare_characters(ledger: &Ledger) -> Vec<Issue> {
    let branches = ledger.branches.ids().filter_map(|b| {
        let first = ledger.members_of(b).next()?;
        Some((ledger.branch_name(b), ledger.members[first].at))
    });
    let topics = ledger.plan.iter().map(|p| (p.topic.as_str(), p.at));
    let boxed = |(name, at): (&str, Address)| {
        let boxes = font::boxes(name);
        (!boxes.is_empty())
            .then(|| Issue::new(Code::RareCharacter, at, name, boxes.into_iter().collect::<String>()))
    };
    branches.chain(topics).filter_map(boxed).collect()
}

/// The files of the charts.
pub fn files(drawn: Vec<Drawn>) -> impl Iterator<Item = Output> {
    drawn.into_iter().flat_map(|chart| {
        let path = |kind: &str| format!("图表/{}.{kind}", chart.name);
        [Output::new(path("png"), chart.png), Output::new(path("svg"), chart.svg.into_bytes())]
    })
}
