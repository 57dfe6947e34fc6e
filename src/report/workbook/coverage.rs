//! Study: which topics are covered where.

use rust_xlsxwriter::{ConditionalFormat3ColorScale, ConditionalFormatType, Workbook};

use super::details::Details;
use super::name;
use crate::ledger::BranchId;
use crate::report::look::{self, Kind};
use crate::report::page::{Block, Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError, findings};

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let mut page = Page::new(book, name::COVERAGE, Paper::Landscape, &dossier.stamp())?;
    page.title(&format!("学习覆盖：{}", findings::coverage(dossier)))?;
    page.note("学过＝参加了该主题的会议，或有该主题的学习记录。覆盖率＝学过的人次÷应学的人次；空白表示该支部不要求学。颜色越深的橙色越低，越深的蓝色越高；点数字看还缺哪些人。")?;
    page.back(name::OVERVIEW)?;
    page.section("各主题在各支部的覆盖率")?;
    topics(&mut page, dossier, details)?;
    page.section("各类内容的覆盖率")?;
    categories(&mut page, dossier, details)?;
    page.finish(false)
}

/// A heat map: a row a planned topic, a column a branch.
fn topics(page: &mut Page, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let branches: Vec<(Option<BranchId>, &str)> =
        dossier.branches().map(|(id, name, _)| (Some(id), name)).collect();
    let mut columns = vec![
        column("学习主题", Kind::Prose).at_most(44.0),
        column("月份", Kind::Label),
        column("类别", Kind::Text).at_most(16.0),
        column("学时", Kind::Points),
        column("对象", Kind::Text).at_most(14.0),
    ];
    let first = columns.len() as u16;
    columns.extend(branches.iter().map(|(_, name)| column(*name, Kind::Rate)));
    columns.push(column("全局", Kind::Rate));
    let plan = &dossier.ledger().plan;
    let asked = (0..plan.len()).filter(|&p| dossier.period().contains(plan[p].month.month()));
    let rows: Vec<Vec<Cell>> = asked
        .map(|id| {
            let p = &plan[id];
            let slice = format!("topic:{}", p.topic);
            let mut row = vec![
                Cell::from(p.topic.as_str()),
                Cell::from(format!("{}月", p.month.month().month)),
                Cell::from(p.category.as_str()),
                Cell::from(p.hours),
                Cell::from(p.audience.as_str()),
            ];
            row.extend(branches.iter().chain([&(None, "")]).map(|(branch, name)| {
                let rate = dossier.rate(name, &slice, "coverage_rate");
                Cell::from(rate).to(details.to_make_up(*branch, Some(id)))
            }));
            row
        })
        .collect();
    let block = page.table("topics", &columns, &rows)?;
    heat(page, block, first, first + branches.len() as u16)
}

/// A row a branch, a column a category of the plan.
fn categories(page: &mut Page, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let mut categories: Vec<&str> = Vec::new();
    for topic in dossier.ledger().plan.iter().filter(|p| dossier.period().contains(p.month.month())) {
        if !topic.category.is_empty() && !categories.contains(&topic.category.as_str()) {
            categories.push(&topic.category);
        }
    }
    let mut columns = vec![column("支部", Kind::Text), column("合计", Kind::Rate)];
    columns.extend(categories.iter().map(|c| column(*c, Kind::Rate)));
    let rows: Vec<Vec<Cell>> = dossier
        .branches()
        .map(|(id, name, _)| (Some(id), name))
        .chain([(None, "")])
        .map(|(id, branch)| {
            let rate = |slice: &str| {
                Cell::from(dossier.rate(branch, slice, "coverage_rate")).to(details.to_make_up(id, None))
            };
            let name = Cell::from(if branch.is_empty() { "全局" } else { branch });
            let mut row = vec![name, rate("all")];
            row.extend(categories.iter().map(|c| rate(&format!("study_category:{c}"))));
            row
        })
        .collect();
    let block = page.rows(&columns, &rows)?;
    heat(page, block, 1, columns.len() as u16 - 1)
}

fn heat(page: &mut Page, block: Block, first: u16, last: u16) -> Result<(), WriteError> {
    let [low, middle, high] = look::HEAT;
    let scale = ConditionalFormat3ColorScale::new()
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_midpoint(ConditionalFormatType::Number, 0.7)
        .set_maximum(ConditionalFormatType::Number, 1)
        .set_minimum_color(low)
        .set_midpoint_color(middle)
        .set_maximum_color(high);
    page.sheet.add_conditional_format(block.first, first, block.last, last, &scale)?;
    Ok(())
}
