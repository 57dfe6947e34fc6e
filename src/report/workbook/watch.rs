//! Members who drift away, with why.

use rust_xlsxwriter::Workbook;

use super::details::Details;
use super::name;
use crate::report::look::Kind;
use crate::report::page::{Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError, findings};

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let standards = &dossier.rules.standards;
    let mut page = Page::new(book, name::WATCH, Paper::Portrait, &dossier.stamp())?;
    page.title(&format!("关注名单：{}", findings::watched(dossier)))?;
    page.note(&format!(
        "列入条件：本期无故缺席{}次及以上；或连续{}个月没有参加任何组织生活且没有请假（满{}个月为告警，党章第九条）。免于参加的党员不列入。",
        standards.watch_absences, standards.watch_months, standards.alarm_months
    ))?;
    page.back(name::OVERVIEW)?;
    page.next += 1;
    let columns = [
        column("支部", Kind::Text),
        column("姓名", Kind::Text),
        column("原因", Kind::Prose).at_most(60.0),
        column("应到", Kind::Count),
        column("实到", Kind::Count),
        column("参会率", Kind::Rate),
    ];
    let rows: Vec<Vec<Cell>> = dossier
        .figures
        .watch
        .iter()
        .map(|watched| {
            let card = &dossier.scores.members[watched.member];
            let figure = dossier.member_figure(card, "attendance_rate");
            let missed = || details.missed_by_member(watched.member);
            vec![
                Cell::from(dossier.ledger().branch_name(card.branch)),
                Cell::from(card.name.as_str()),
                Cell::from(watched.reason.chinese()),
                Cell::from(figure.map(|f| f.denominator)).to(missed()),
                Cell::from(figure.map(|f| f.numerator)).to(missed()),
                Cell::from(figure.and_then(|f| f.value())).to(missed()),
            ]
        })
        .collect();
    page.table("watch", &columns, &rows)?;
    development(&mut page, dossier)?;
    page.finish(true)
}

/// Stages in the development of members that were cut short.
fn development(page: &mut Page, dossier: &Dossier) -> Result<(), WriteError> {
    let short: Vec<_> = dossier.figures.development.iter().filter(|l| !l.long_enough).collect();
    if short.is_empty() {
        return Ok(());
    }
    page.section("发展党员期限不够的")?;
    let columns = [
        column("支部", Kind::Text),
        column("姓名", Kind::Text),
        column("阶段", Kind::Prose).at_most(60.0),
        column("起", Kind::Label),
        column("止", Kind::Label),
        column("出处", Kind::Link).at_most(50.0),
    ];
    let ledger = dossier.ledger();
    let rows: Vec<Vec<Cell>> = short
        .into_iter()
        .map(|l| {
            vec![
                Cell::from(ledger.branch_name(l.branch)),
                Cell::from(l.name.as_str()),
                Cell::from(format!("{}阶段应不少于{}个月", l.from.chinese(), l.least)),
                Cell::from(l.start.to_string()),
                Cell::from(l.end.to_string()),
                dossier.source(l.at, 0),
            ]
        })
        .collect();
    page.rows(&columns, &rows)?;
    Ok(())
}
