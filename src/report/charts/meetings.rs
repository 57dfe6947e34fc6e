//! Meetings held against required, as a calendar: a row a kind of meeting of a branch, a column a month.

use super::canvas::{self, Picture};
use super::grid::{self, Cell, Row};
use crate::metrics::Per;
use crate::metrics::meetings::Held;
use crate::period::Month;
use crate::report::{Dossier, WriteError, findings, look};

/// So many rows fit a picture that is still read; with more, only those where something is missing.
const MOST_ROWS: usize = 40;

pub fn draw(dossier: &Dossier) -> Result<Option<Picture>, WriteError> {
    let months: Vec<Month> = dossier.period().months().collect();
    let asked: Vec<&Held> = dossier.figures.meetings.iter().filter(|h| h.required > 0).collect();
    if asked.is_empty() {
        return Ok(None);
    }
    let shown: Vec<&Held> = if asked.len() <= MOST_ROWS {
        asked
    } else {
        asked.into_iter().filter(|h| h.counted < h.required).take(MOST_ROWS).collect()
    };
    let mut columns: Vec<String> = months.iter().map(|m| format!("{}月", m.month)).collect();
    columns.push("计入/应开".into());
    let mut last = None;
    let rows: Vec<Row> = shown
        .iter()
        .map(|held| {
            let branch = dossier.ledger().branch_name(held.branch);
            let begins = last.replace(held.branch) != Some(held.branch);
            let what = if held.group.is_empty() {
                held.kind.chinese().to_string()
            } else {
                held.group.clone() + "会"
            };
            Row { name: format!("{branch}　{what}"), cells: cells(dossier, held, &months), begins }
        })
        .collect();
    canvas::picture(grid::height(rows.len()), &findings::meetings(dossier), |area| {
        grid::draw(area, &columns, &rows)
    })
    .map(Some)
}

fn cells(dossier: &Dossier, held: &Held, months: &[Month]) -> Vec<Cell> {
    let per = dossier.rules.standards.meetings.iter().find(|r| r.kind == held.kind).map(|r| r.per);
    let over = |month: &Month| dossier.figures.covered_until.is_some_and(|c| *month <= c);
    let mut cells: Vec<Cell> = held
        .by_month
        .iter()
        .zip(months)
        .map(|(n, month)| match n {
            // A month without is a miss only where the month itself asks for a meeting.
            0 if per == Some(Per::Month) && over(month) => Some(("缺".into(), look::MISSED)),
            0 => None,
            n => Some((format!("{n}次"), look::CAME)),
        })
        .collect();
    let total = if held.counted < held.required { look::MISSED_PALE } else { look::BAND };
    cells.push(Some((format!("{}/{}", held.counted, held.required), total)));
    cells
}
