//! Which branches are ahead and which behind, and on what.

use std::collections::HashMap;

use rust_xlsxwriter::{
    ConditionalFormatCustomIcon, ConditionalFormatIconSet, ConditionalFormatIconType, ConditionalFormatType,
    Workbook,
};

use super::details::top;
use super::name;
use crate::assessment::{Card, Rules};
use crate::report::look::{self, Kind};
use crate::report::page::{Block, Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError, findings, scorecard};
use crate::text::plain;

/// Columns that the overview's chart takes.
pub const BRANCH: u16 = 1;
pub const TOTAL: u16 = 3;
const CHANGE: u16 = 6;

pub fn write(book: &mut Workbook, dossier: &Dossier) -> Result<Block, WriteError> {
    let mut page = Page::new(book, name::RANKING, Paper::Landscape, &dossier.stamp())?;
    page.title(&format!("支部排名：{}", findings::ranking(dossier)))?;
    page.note(&format!(
        "总分：{}；得分相同名次相同；没有可考核内容的项目不计入。点“评分表”可打开该支部的评分表。",
        dossier.rules.branch.chinese()
    ))?;
    let changes = changes(dossier);
    if changes.is_some() {
        page.note("较上期：参会率与上期之差；三角向上是升，向下是降，相差不到半个百分点算持平。")?;
    }
    page.back(name::OVERVIEW)?;
    page.next += 1;
    let groups = groups(dossier.rules);
    let mut columns = vec![
        column("名次", Kind::Count),
        column("支部", Kind::Text),
        column("党员", Kind::Count),
        column("总分", Kind::Decimal),
        column("等次", Kind::Label),
    ];
    if changes.is_some() {
        columns.push(column("参会率", Kind::Rate));
        columns.push(column("较上期", Kind::Change));
    }
    columns.extend(
        groups.iter().map(|(group, full)| column(format!("{group}（{}分）", plain(*full)), Kind::Points)),
    );
    columns.push(column("主要扣分", Kind::Prose));
    columns.push(column("评分表", Kind::Link));
    let rows: Vec<Vec<Cell>> =
        dossier.ranked().into_iter().map(|card| row(dossier, card, &groups, changes.as_ref())).collect();
    let block = page.table("ranking", &columns, &rows)?;
    let bar = rust_xlsxwriter::ConditionalFormatDataBar::new()
        .set_fill_color(look::LATE)
        .set_solid_fill(true)
        .set_minimum(ConditionalFormatType::Number, 0)
        .set_maximum(ConditionalFormatType::Number, findings::highest_total(dossier));
    page.sheet.add_conditional_format(block.first, TOTAL, block.last, TOTAL, &bar)?;
    if changes.is_some() {
        page.sheet.add_conditional_format(block.first, CHANGE, block.last, CHANGE, &arrows())?;
    }
    page.finish(true)?;
    Ok(block)
}

/// By how much each branch's attendance rate has changed since the period before; nothing where no branch has one.
fn changes<'d>(dossier: &'d Dossier) -> Option<HashMap<&'d str, f64>> {
    let of = |name| Some((name, findings::change_of(dossier, name, "attendance_rate")?));
    let changes: HashMap<&str, f64> = dossier.branches().filter_map(|(_, name, _)| of(name)).collect();
    (!changes.is_empty()).then_some(changes)
}

/// Up, level, down: the one meaning of arrows in the book. Less than half a point is level.
fn arrows() -> ConditionalFormatIconSet {
    let level = |least| ConditionalFormatCustomIcon::new().set_rule(ConditionalFormatType::Number, least);
    ConditionalFormatIconSet::new().set_icon_type(ConditionalFormatIconType::ThreeTriangles).set_icons(&[
        level(-1.0),
        level(-0.005),
        level(0.005),
    ])
}

/// The groups of indicators in the order of the rules, with the points that each can bring.
fn groups(rules: &Rules) -> Vec<(&str, f64)> {
    let mut groups: Vec<(&str, f64)> = Vec::new();
    for indicator in &rules.branch.indicators {
        match groups.iter_mut().find(|(group, _)| *group == indicator.group) {
            Some((_, full)) => *full += indicator.full,
            None => groups.push((&indicator.group, indicator.full)),
        }
    }
    groups
}

fn row(
    dossier: &Dossier,
    card: &Card,
    groups: &[(&str, f64)],
    changes: Option<&HashMap<&str, f64>>,
) -> Vec<Cell> {
    let way = || Some(format!("file:///{}", scorecard::file(&card.name)));
    let mut row = vec![
        if card.rank > 0 { Cell::from(card.rank) } else { Cell::Empty },
        Cell::from(card.name.as_str()),
        Cell::from(dossier.members_of(card.branch).count()).to(top(name::MEMBERS)),
        Cell::from(card.total).to(way()),
        Cell::from(card.grade.as_str()),
    ];
    if let Some(changes) = changes {
        row.push(Cell::from(dossier.rate(&card.name, "all", "attendance_rate")));
        row.push(Cell::from(changes.get(card.name.as_str()).copied()));
    }
    row.extend(groups.iter().map(|(group, _)| {
        let points: Vec<f64> =
            card.lines.iter().filter(|l| l.indicator.group == *group).filter_map(|l| l.points).collect();
        if points.is_empty() { Cell::Empty } else { Cell::from(points.iter().sum::<f64>()).to(way()) }
    }));
    let losses = findings::losses(card);
    let notes = card.vetoes.iter().chain(losses.iter().take(3)).cloned().collect::<Vec<_>>();
    row.push(Cell::from(notes.join("；")));
    row.push(Cell::Link(way(), "评分表".into()));
    row
}
