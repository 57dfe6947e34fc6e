//! Meetings held against meetings required: what is missing, by name.

use rust_xlsxwriter::{Color, Format, FormatBorder, Workbook};

use super::details::{Details, top};
use super::name;
use crate::ledger::kinds_chinese;
use crate::metrics::Per;
use crate::metrics::meetings::Held;
use crate::report::look::{self, Kind};
use crate::report::page::{Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError, findings};

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let mut page = Page::new(book, name::MEETINGS, Paper::Landscape, &dossier.stamp())?;
    page.title(&format!("会议召开：{}", findings::meetings(dossier)))?;
    page.note("同一个月（季度）里多开的不能补别的月份；还没有结束的月份、季度不算缺；没有党小组、没有支委会的支部不要求。底色标出的是缺会。点深蓝色的数字看是哪几次会。依据见“说明”。")?;
    page.back(name::OVERVIEW)?;
    held(&mut page, dossier, details)?;
    quorum(&mut page, dossier)?;
    lectures(&mut page, dossier)?;
    page.finish(true)
}

fn held(page: &mut Page, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    page.next += 1;
    let months: Vec<_> = dossier.period().months().collect();
    let mut columns = vec![
        column("支部", Kind::Text),
        column("会议", Kind::Text),
        column("要求", Kind::Label),
        column("应开", Kind::Count),
        column("实开", Kind::Count),
        column("计入", Kind::Count),
        column("召开率", Kind::Rate),
    ];
    let first_month = columns.len() as u16;
    columns.extend(months.iter().map(|m| column(format!("{}月", m.month), Kind::Count)));
    columns.push(column("缺会", Kind::Prose).at_most(24.0));
    // A requirement that the period is too short for asks nothing yet.
    let asked: Vec<&Held> =
        dossier.figures.meetings.iter().filter(|h| h.required > 0 || h.held > 0).collect();
    let rows: Vec<Vec<Cell>> = asked.iter().map(|h| row(dossier, details, h)).collect();
    let block = page.table("meetings", &columns, &rows)?;
    let missed = look::cell(Kind::Count).set_background_color(Color::RGB(look::MISSED_PALE)).set_bold();
    for (i, held) in asked.iter().enumerate() {
        // By month where it is required by month: a quarter's meeting is missing from no one month.
        for (j, month) in months.iter().enumerate() {
            let over = dossier.figures.covered_until.is_some_and(|c| *month <= c);
            if per(dossier, held) == Some(Per::Month) && held.by_month[j] == 0 && over {
                page.put(block.first + i as u32, first_month + j as u16, &Cell::Number(0.0), &missed)?;
            }
        }
        if held.counted < held.required {
            let format = look::cell(Kind::Prose).set_background_color(Color::RGB(look::MISSED_PALE));
            let col = first_month + months.len() as u16;
            page.put(block.first + i as u32, col, &Cell::from(findings::missing(held)), &format)?;
        }
    }
    Ok(())
}

fn row(dossier: &Dossier, details: &Details, held: &Held) -> Vec<Cell> {
    let requirement = dossier.rules.standards.meetings.iter().find(|r| r.kind == held.kind);
    let kind = held.kind.chinese();
    let way = |month| details.sessions(Some(held.branch), Some((held.kind, &held.group)), month);
    let mut row = vec![
        Cell::from(dossier.ledger().branch_name(held.branch)),
        Cell::from(if held.group.is_empty() {
            kind.to_string()
        } else {
            format!("{kind}（{}）", held.group)
        }),
        Cell::from(requirement.map(|r| format!("每{}{}次", r.per.chinese(), r.times))),
        Cell::from(held.required).to(top(name::METHOD)),
        Cell::from(held.held).to(way(None)),
        Cell::from(held.counted).to(way(None)),
        if held.required > 0 {
            Cell::from(f64::from(held.counted) / f64::from(held.required)).to(way(None))
        } else {
            Cell::Empty
        },
    ];
    row.extend(
        held.by_month.iter().zip(dossier.period().months()).map(|(n, m)| Cell::from(*n).to(way(Some(m)))),
    );
    row.push(Cell::from(findings::missing(held)));
    row
}

fn per(dossier: &Dossier, held: &Held) -> Option<Per> {
    dossier.rules.standards.meetings.iter().find(|r| r.kind == held.kind).map(|r| r.per)
}

fn quorum(page: &mut Page, dossier: &Dossier) -> Result<(), WriteError> {
    page.section("到会人数没有过半的会议")?;
    if dossier.figures.quorum.is_empty() {
        let format = look::note().set_border_top(FormatBorder::None);
        return write_line(page, "本期没有。党员大会、支委会到会的有表决权的党员都过半。", &format);
    }
    let columns = [
        column("支部", Kind::Text),
        column("会议", Kind::Text),
        column("日期", Kind::Label),
        column("有表决权", Kind::Count),
        column("到会", Kind::Count),
        column("原表", Kind::Link),
    ];
    let rows: Vec<Vec<Cell>> = dossier
        .figures
        .quorum
        .iter()
        .map(|q| {
            let session = &dossier.ledger().sessions[q.session];
            vec![
                Cell::from(dossier.ledger().branch_name(session.branch)),
                Cell::from(kinds_chinese(&session.kinds)),
                Cell::from(session.when.to_string()),
                Cell::from(q.voting),
                Cell::from(q.present),
                Cell::Link(dossier.links.cell(&dossier.ledger().shelf, session.at, 0), "打开".into()),
            ]
        })
        .collect();
    page.rows(&columns, &rows)?;
    Ok(())
}

/// Who gave the lectures of the year, and which secretaries have given none.
fn lectures(page: &mut Page, dossier: &Dossier) -> Result<(), WriteError> {
    page.section("本年党课由谁讲")?;
    let ledger = dossier.ledger();
    let silent: Vec<&str> = dossier
        .branches()
        .map(|(_, name, _)| name)
        .filter(|name| dossier.figure(name, "all", "secretary_lecture").is_some_and(|f| f.numerator == 0.0))
        .collect();
    let said = match silent.as_slice() {
        [] => "各支部书记本年都讲过党课。".to_string(),
        names => format!("台账里没有书记本年讲党课记载的支部：{}。", names.join("、")),
    };
    write_line(page, &said, &look::note())?;
    let columns = [
        column("支部", Kind::Text),
        column("日期", Kind::Label),
        column("讲课人", Kind::Text),
        column("书记讲课", Kind::Label),
        column("主题", Kind::Prose).at_most(40.0),
        column("原表", Kind::Link),
    ];
    let rows: Vec<Vec<Cell>> = dossier
        .figures
        .lectures
        .iter()
        .map(|lecture| {
            let session = &ledger.sessions[lecture.session];
            let host = if lecture.host.is_empty() { "台账没有写" } else { &lecture.host };
            vec![
                Cell::from(ledger.branch_name(session.branch)),
                Cell::from(session.when.to_string()),
                Cell::from(host),
                Cell::from(if lecture.by_secretary { "是" } else { "" }),
                Cell::from(session.topic.as_str()),
                Cell::Link(dossier.links.cell(&dossier.ledger().shelf, session.at, 0), "打开".into()),
            ]
        })
        .collect();
    if !rows.is_empty() {
        page.rows(&columns, &rows)?;
    }
    Ok(())
}

fn write_line(page: &mut Page, text: &str, format: &Format) -> Result<(), WriteError> {
    page.sheet.write_string_with_format(page.next, 0, text, format)?;
    page.next += 1;
    Ok(())
}
