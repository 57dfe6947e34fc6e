//! Who still has which topic to make up: a list to send to the branches.

use rust_xlsxwriter::Workbook;

use super::details::{Details, FIRST};
use super::name;
use crate::ledger::BranchId;
use crate::report::look::Kind;
use crate::report::page::{Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError};

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let rows: Vec<Vec<Cell>> = details.make_up.iter().map(|line| row(dossier, *line)).collect();
    let mut page = Page::new(book, name::MAKE_UP, Paper::Landscape, &dossier.stamp())?;
    page.title(if rows.is_empty() {
        "补学名单：计划的主题都学了"
    } else {
        "补学名单：还没有学到计划主题的党员"
    })?;
    page.note("可按支部筛选后发给支部安排补学；补学后有签到或学习记录，下次统计自动计入。")?;
    page.back(name::OVERVIEW)?;
    page.next += 1;
    let columns = [
        column("支部", Kind::Text),
        column("月份", Kind::Label),
        column("学习主题", Kind::Prose).at_most(44.0),
        column("人数", Kind::Count),
        column("还没学的党员", Kind::Prose).at_most(72.0),
    ];
    let block = page.table("make_up", &columns, &rows)?;
    debug_assert_eq!(block.first, FIRST);
    page.finish(true)
}

fn row(dossier: &Dossier, (branch, plan): (BranchId, usize)) -> Vec<Cell> {
    let (ledger, missing) = (dossier.ledger(), dossier.missed(plan, branch));
    let topic = &ledger.plan[plan];
    vec![
        Cell::from(ledger.branch_name(branch)),
        Cell::from(format!("{}月", topic.month.month().month)),
        Cell::from(topic.topic.as_str()),
        Cell::from(missing.len()),
        Cell::from(missing.join("、")),
    ]
}
