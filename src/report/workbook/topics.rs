//! Who has studied what: a row a member, a column a planned topic.

use std::collections::HashMap;

use rust_xlsxwriter::{Color, Workbook};

use super::details::{Details, FIRST};
use super::name;
use crate::address::Address;
use crate::ledger::MemberId;
use crate::report::look::{self, Kind};
use crate::report::page::{Cell, Column, Page, Paper, column};
use crate::report::{Dossier, WriteError};
use crate::text::percent;

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let (ledger, period) = (dossier.ledger(), dossier.period());
    let plan: Vec<usize> =
        (0..ledger.plan.len()).filter(|&p| period.contains(ledger.plan[p].month.month())).collect();
    let pairs: HashMap<(MemberId, usize), Option<Address>> =
        dossier.figures.coverage.iter().map(|p| ((p.member, p.plan), p.by)).collect();
    let mut page = Page::new(book, name::TOPICS, Paper::Landscape, &dossier.stamp())?;
    let whole = dossier.rate("", "all", "coverage_rate").map_or("没有学习计划".into(), percent);
    page.title(&format!("学习对照：谁学了什么（全局覆盖率{whole}）"))?;
    page.note(
        "蓝底“学”是已学，点它打开原表的那一格；橙底“缺”是应学没学，点它看还缺哪些人；空白是不要求学。可按支部筛选。",
    )?;
    page.back(name::OVERVIEW)?;
    page.next += 1;
    let mut columns: Vec<Column> = vec![
        column("支部", Kind::Text),
        column("姓名", Kind::Text),
        column("应学", Kind::Count),
        column("已学", Kind::Count),
        column("覆盖率", Kind::Rate),
    ];
    let first = columns.len() as u16;
    columns.extend(plan.iter().enumerate().map(|(i, &p)| {
        let topic = &ledger.plan[p];
        // A topic may be planned twice; headings of a table must differ.
        column(format!("{}. {}（{}月）", i + 1, topic.topic, topic.month.month().month), Kind::Label)
            .at_most(13.0)
    }));
    let members = &details.learners;
    let said = |m: MemberId, p: usize| match pairs.get(&(m, p)) {
        Some(Some(_)) => "学",
        Some(None) => "缺",
        None => "",
    };
    let rows: Vec<Vec<Cell>> = members
        .iter()
        .map(|&m| {
            let card = &dossier.scores.members[m];
            let figure = dossier.member_figure(card, "coverage_rate");
            let mut row = vec![
                Cell::from(ledger.branch_name(card.branch)),
                Cell::from(card.name.as_str()),
                Cell::from(figure.map(|f| f.denominator)),
                Cell::from(figure.map(|f| f.numerator)),
                Cell::from(figure.and_then(|f| f.value())),
            ];
            row.extend(plan.iter().map(|&p| Cell::from(said(m, p))));
            row
        })
        .collect();
    let block = page.table("who_studied_what", &columns, &rows)?;
    debug_assert_eq!(block.first, FIRST);
    // Headings are whole topics: they run over several lines.
    page.sheet.set_row_height(block.head, 92)?;
    let fill = |color: u32| look::cell(Kind::Label).set_background_color(Color::RGB(color));
    let (done, missed) = (fill(look::HEAT[2]), fill(look::MISSED_PALE));
    for (i, &m) in members.iter().enumerate() {
        for (j, &p) in plan.iter().enumerate() {
            if let Some(&by) = pairs.get(&(m, p)) {
                let format = if by.is_some() { &done } else { &missed };
                let (row, col) = (block.first + i as u32, first + j as u16);
                let way = match by {
                    Some(at) => dossier.links.cell(&ledger.shelf, at, 0),
                    None => details.to_make_up(Some(ledger.members[m].branch), Some(p)),
                };
                page.leading(row, col, said(m, p), way, format)?;
            }
        }
    }
    page.finish(true)
}
