//! Who comes: by branch, month, kind of meeting, age, category and post.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, Sparkline, Workbook};

use super::details::Details;
use super::name;
use crate::metrics::Figure;
use crate::report::look::{self, Kind};
use crate::report::page::{Block, Cell, Column, Page, Paper, column};
use crate::report::{Dossier, WriteError, findings};
use crate::vocabulary::{Category, Kind as Session};

/// The tables that the overview's charts take.
pub struct Tables {
    /// One row a branch.
    pub branches: Block,
    /// Branches by months, the bureau last.
    pub months: Block,
    /// Bands of age.
    pub ages: Block,
}

/// Columns of the tables of counts, for charts.
pub const LABEL: u16 = 0;
pub const CAME: u16 = 2;
pub const LEAVE: u16 = 4;
pub const ABSENT: u16 = 5;
pub const RATE: u16 = 6;

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<Tables, WriteError> {
    let mut page = Page::new(book, name::PARTICIPATION, Paper::OnePortrait, &dossier.stamp())?;
    page.title(&format!("参会情况：{}", findings::absences(dossier)))?;
    page.note("单位：人次。应到＝实到＋请假＋缺席；实到含迟到、早退；参会率＝实到÷应到；剔除请假参会率＝实到÷（应到－请假）。点深蓝色的数字看明细。")?;
    page.back(name::OVERVIEW)?;

    page.section("按支部")?;
    let mut scopes: Vec<(String, &str, String)> =
        dossier.branches().map(|(_, branch, _)| (branch.to_string(), branch, "all".to_string())).collect();
    scopes.push(("全局".into(), "", "all".into()));
    let branches = table(&mut page, dossier, details, "by_branch", "支部", &scopes)?;
    // The bureau's row closes the table; charts of branches end above it.
    let branches = Block { last: branches.last - 1, ..branches };

    page.section("各月参会率")?;
    let months = by_month(&mut page, dossier, details)?;

    page.section("按会议类别")?;
    let kinds: Vec<(&str, String)> =
        Session::ALL.iter().map(|k| (k.chinese(), format!("kind:{}", k.name()))).collect();
    table(&mut page, dossier, details, "by_kind", "类别", &of_bureau(dossier, kinds))?;

    page.section("按年龄")?;
    let ages = [("35岁及以下", "age:35-"), ("36至59岁", "age:36-59"), ("60岁及以上", "age:60+")]
        .map(|(n, s)| (n, s.to_string()));
    let ages = table(&mut page, dossier, details, "by_age", "年龄", &of_bureau(dossier, ages.to_vec()))?;

    page.section("按性别")?;
    let sexes = [("男", "sex:男"), ("女", "sex:女")].map(|(n, s)| (n, s.to_string()));
    table(&mut page, dossier, details, "by_sex", "性别", &of_bureau(dossier, sexes.to_vec()))?;

    page.section("按人员类别")?;
    let categories = Category::ALL.iter().map(|c| (c.chinese(), format!("category:{}", c.name()))).collect();
    table(&mut page, dossier, details, "by_category", "人员类别", &of_bureau(dossier, categories))?;

    page.section("按职务")?;
    let posts =
        [("支委委员", "post:committee"), ("其他党员", "post:member")].map(|(n, s)| (n, s.to_string()));
    table(&mut page, dossier, details, "by_post", "职务", &of_bureau(dossier, posts.to_vec()))?;
    page.finish(false)?;
    Ok(Tables { branches, months, ages })
}

/// The slices of the bureau in which anybody was due.
fn of_bureau<'d>(dossier: &Dossier, slices: Vec<(&str, String)>) -> Vec<(String, &'d str, String)> {
    slices
        .into_iter()
        .filter(|(_, slice)| dossier.figure("", slice, "attendance_rate").is_some())
        .map(|(label, slice)| (label.to_string(), "", slice))
        .collect()
}

/// A table of counts and rates: a row for each label, branch (empty: the bureau) and slice.
fn table(
    page: &mut Page,
    dossier: &Dossier,
    details: &Details,
    id: &str,
    label: &str,
    scopes: &[(String, &str, String)],
) -> Result<Block, WriteError> {
    let columns: Vec<Column> = [
        (label, Kind::Text),
        ("应到", Kind::Count),
        ("实到", Kind::Count),
        ("其中迟到", Kind::Count),
        ("请假", Kind::Count),
        ("缺席", Kind::Count),
        ("参会率", Kind::Rate),
        ("剔除请假参会率", Kind::Rate),
        ("请假率", Kind::Rate),
        ("缺席率", Kind::Rate),
    ]
    .map(|(head, kind)| column(head, kind))
    .to_vec();
    let rows: Vec<Vec<Cell>> = scopes
        .iter()
        .map(|(label, branch, slice)| {
            let of = |metric| dossier.figure(branch, slice, metric);
            let count = |metric, part: fn(Figure) -> f64| Cell::from(of(metric).map(part));
            let id = dossier.branches().find(|(_, name, _)| name == branch).map(|(id, ..)| id);
            let sessions = || details.sessions(id, None, None);
            let missed = |cell: Cell| cell.to(details.missed_by(id));
            let count_missed = |metric| missed(count(metric, |f| f.numerator));
            let rate = |metric| missed(Cell::from(of(metric).and_then(Figure::value)));
            vec![
                Cell::from(label.as_str()),
                count("attendance_rate", |f| f.denominator).to(sessions()),
                count("attendance_rate", |f| f.numerator).to(sessions()),
                count_missed("late_rate"),
                count_missed("leave_rate"),
                count_missed("absence_rate"),
                rate("attendance_rate"),
                rate("attendance_rate_without_leave"),
                rate("leave_rate"),
                rate("absence_rate"),
            ]
        })
        .collect();
    let block = page.table(id, &columns, &rows)?;
    low(page, block, RATE)?;
    Ok(block)
}

/// Branches by months, with the course of each as a small line.
fn by_month(page: &mut Page, dossier: &Dossier, details: &Details) -> Result<Block, WriteError> {
    let months: Vec<_> = dossier.period().months().collect();
    let mut columns = vec![column("支部", Kind::Text)];
    columns.extend(months.iter().map(|m| column(format!("{}月", m.month), Kind::Rate)));
    columns.push(column("走势", Kind::Label));
    let names = dossier.branches().map(|(id, name, _)| (Some(id), name)).chain([(None, "")]);
    let rows: Vec<Vec<Cell>> = names
        .map(|(id, branch)| {
            let mut row = vec![Cell::from(if branch.is_empty() { "全局" } else { branch })];
            row.extend(months.iter().map(|m| {
                let rate = dossier.rate(branch, &format!("month:{m}"), "attendance_rate");
                Cell::from(rate).to(details.sessions(id, None, Some(*m)))
            }));
            row.push(Cell::Empty);
            row
        })
        .collect();
    let block = page.rows(&columns, &rows)?;
    let last = months.len() as u16;
    for col in 1..=last {
        low(page, block, col)?;
    }
    for row in block.first..=block.last {
        let line = Sparkline::new()
            .set_range((name::PARTICIPATION, row, 1, row, last))
            .set_sparkline_color(look::CAME)
            .show_low_point(true)
            .set_low_point_color(look::MISSED);
        page.sheet.add_sparkline(row, last + 1, &line)?;
    }
    Ok(block)
}

/// Marks rates below 80 % — pale vermilion, as everywhere for what falls short.
fn low(page: &mut Page, block: Block, col: u16) -> Result<(), WriteError> {
    let format = Format::new().set_background_color(look::MISSED_PALE).set_font_color(look::INK);
    let rule = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::Between(0.000_001, 0.799_999))
        .set_format(format);
    page.sheet.add_conditional_format(block.first, col, block.last, col, &rule)?;
    Ok(())
}
