//! `问题清单.xlsx`: a summary in front, then a sheet a branch that can be sent back to it as it is.

use std::collections::BTreeMap;
use std::path::Path;

use super::look::Kind;
use super::page::{self, Cell, Column, Page, Paper, column};
use super::stamp::Stamp;
use super::{Links, Output, WriteError};
use crate::issue::{Issue, Severity};
use crate::ledger::{BranchId, Ledger};

pub const FILE: &str = "问题清单.xlsx";
const SUMMARY: &str = "汇总";
const NO_BRANCH: &str = "未归到支部";

/// The columns of an issue; with the branch where several stand on one sheet.
pub fn columns(with_branch: bool) -> Vec<Column> {
    let mut columns = vec![column("级别", Kind::Label)];
    if with_branch {
        columns.push(column("支部", Kind::Text));
    }
    columns.extend([
        column("文件", Kind::Prose).at_most(28.0),
        column("工作表", Kind::Text),
        column("单元格", Kind::Link),
        column("表上写的", Kind::Prose).at_most(20.0),
        column("问题", Kind::Prose).at_most(42.0),
        column("怎么办", Kind::Prose).at_most(42.0),
    ]);
    columns
}

/// One issue, its cell a link to the book.
pub fn row(ledger: &Ledger, links: &Links, issue: &Issue, with_branch: bool) -> Vec<Cell> {
    let (file, sheet, cell) = ledger.shelf.name(issue.place);
    let shown = match (cell.is_empty(), file.is_empty()) {
        (false, _) => cell,
        (true, false) => "打开".into(),
        (true, true) => String::new(),
    };
    let mut row = vec![Cell::from(issue.severity().chinese())];
    if with_branch {
        row.push(Cell::from(ledger.branch_of(issue.place).map(|b| ledger.branch_name(b))));
    }
    row.extend([
        Cell::from(file),
        Cell::from(sheet),
        if shown.is_empty() {
            Cell::Empty
        } else {
            Cell::Link(links.place(&ledger.shelf, issue.place, 0), shown)
        },
        Cell::from(issue.value.as_str()),
        Cell::from(issue.message.as_str()),
        Cell::from(issue.hint.as_str()),
    ]);
    row
}

pub fn write(ledger: &Ledger, links: &Links, stamp: &Stamp) -> Result<Output, WriteError> {
    let mut book = page::workbook("问题清单", stamp)?;
    // Issues of no branch come last: the bureau's own to look at.
    let mut by_branch: BTreeMap<(bool, Option<BranchId>), Vec<&Issue>> = BTreeMap::new();
    for branch in ledger.branches.ids() {
        by_branch.insert((false, Some(branch)), Vec::new());
    }
    for issue in &ledger.issues {
        let branch = ledger.branch_of(issue.place);
        by_branch.entry((branch.is_none(), branch)).or_default().push(issue);
    }
    let mut names: Vec<String> = vec![SUMMARY.into()];
    let sheets: Vec<(String, &str, &[&Issue])> = by_branch
        .iter()
        .map(|((_, branch), issues)| {
            let title = branch.map_or(NO_BRANCH, |b| ledger.branch_name(b));
            (page::sheet_name(title, &mut names), title, issues.as_slice())
        })
        .collect();
    summary(&mut Page::new(&mut book, SUMMARY, Paper::Portrait, stamp)?, &sheets)?;
    for (sheet, title, issues) in sheets.iter().filter(|(_, _, issues)| !issues.is_empty()) {
        let mut page = Page::new(&mut book, sheet, Paper::Landscape, stamp)?;
        page.title(&format!("{title}：需要核对的内容"))?;
        page.note(
            "请对照原表改正后重新报送。“错误”一级的内容没有计入统计；点“单元格”可直接打开原表的那一格。",
        )?;
        page.back(SUMMARY)?;
        page.next += 1;
        let rows: Vec<Vec<Cell>> =
            in_order(issues).into_iter().map(|issue| row(ledger, links, issue, false)).collect();
        let id = format!(
            "issues_{}",
            page.sheet.name().chars().filter(|c| c.is_alphanumeric()).collect::<String>()
        );
        page.table(&id, &columns(false), &rows)?;
        page.finish(true)?;
    }
    Ok(Output::new(Path::new(FILE), book.save_to_buffer()?))
}

/// What could not be used first; within a severity in the order of the books.
fn in_order<'a>(issues: &[&'a Issue]) -> Vec<&'a Issue> {
    let mut sorted = issues.to_vec();
    sorted.sort_by_key(|i| i.severity());
    sorted
}

fn summary(page: &mut Page, sheets: &[(String, &str, &[&Issue])]) -> Result<(), WriteError> {
    let count = |issues: &[&Issue], severity| issues.iter().filter(|i| i.severity() == severity).count();
    let all = |severity| sheets.iter().map(|(_, _, issues)| count(issues, severity)).sum::<usize>();
    let (errors, warnings) = (all(Severity::Error), all(Severity::Warning));
    page.title(&match (errors, warnings) {
        (0, 0) => "问题清单：没有需要处理的问题".into(),
        _ => format!("问题清单：{errors}处没能采用，{warnings}处请核对"),
    })?;
    page.note("每个支部一张表，可以单独发回支部改正。改好后把新表放回文件夹，重新运行即可。")?;
    page.next += 1;
    let columns = [
        column("支部", Kind::Link),
        column("错误（没能采用）", Kind::Count),
        column("提醒（请核对）", Kind::Count),
        column("说明", Kind::Count),
    ];
    let rows: Vec<Vec<Cell>> = sheets
        .iter()
        .map(|(sheet, title, issues)| {
            let link = (!issues.is_empty()).then(|| format!("internal:'{sheet}'!A1"));
            let of = |severity| Cell::from(count(issues, severity));
            vec![
                Cell::Link(link, (*title).into()),
                of(Severity::Error),
                of(Severity::Warning),
                of(Severity::Info),
            ]
        })
        .collect();
    page.rows(&columns, &rows)?;
    page.section("各类问题")?;
    let mut codes: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
    for issue in sheets.iter().flat_map(|(_, _, issues)| issues.iter()) {
        *codes.entry((issue.severity(), issue.code.entry().title)).or_default() += 1;
    }
    let columns = [column("问题", Kind::Text), column("处数", Kind::Count), column("级别", Kind::Label)];
    let rows: Vec<Vec<Cell>> = codes
        .into_iter()
        .map(|((severity, title), n)| vec![Cell::from(title), Cell::from(n), Cell::from(severity.chinese())])
        .collect();
    page.rows(&columns, &rows)?;
    let widths = [30.0, 18.0, 18.0, 10.0];
    for (col, width) in widths.into_iter().enumerate() {
        page.sheet.set_column_width(col as u16, width)?;
    }
    Ok(())
}
