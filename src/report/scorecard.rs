//! `评分表/<支部>.xlsx`: a scorecard to print and sign, with what it rests on behind it.
//!
//! Points and totals are live formulas over the figures in the sheet; their stored results are those of
//! the program, and equal what a recalculation gives.

use rust_xlsxwriter::{Color, FormatAlign, FormatBorder, Workbook};

use super::look::{self, Kind};
use super::page::{self, Cell, Column, Page, Paper, column};
use super::stamp::Stamp;
use super::{Dossier, Output, WriteError, findings};
use crate::assessment::metric::Shape;
use crate::assessment::rules::{Indicator, Method};
use crate::assessment::{Card, Line};
use crate::ledger::{BranchId, kinds_chinese};
use crate::text::plain;

const CARD: &str = "评分表";
const REASONS: &str = "扣分依据";
const RECORDS: &str = "出勤明细";
const MEMBERS: &str = "本支部党员";
/// Scorecards lie one folder below the reports.
const DEPTH: usize = 1;

/// The path of a branch's scorecard within the output folder, with `/`.
pub fn file(branch: &str) -> String {
    let name: String =
        branch.chars().map(|c| if "\\/:*?\"<>|".contains(c) || c.is_control() { '_' } else { c }).collect();
    format!("评分表/{name}.xlsx")
}

pub fn write_all(dossier: &Dossier) -> Result<Vec<Output>, WriteError> {
    dossier.branches().map(|(branch, name, card)| write(dossier, branch, name, card)).collect()
}

fn write(dossier: &Dossier, branch: BranchId, name: &str, card: &Card) -> Result<Output, WriteError> {
    let stamp = dossier.stamp();
    let mut book = page::workbook(&format!("{name}考核评分表"), &stamp)?;
    front(&mut book, dossier, name, card, &stamp)?;
    reasons(&mut book, dossier, branch, card, &stamp)?;
    records(&mut book, dossier, branch, &stamp)?;
    members(&mut book, dossier, branch, &stamp)?;
    Ok(Output::new(file(name), book.save_to_buffer()?))
}

/// The columns of the printed sheet and their widths in characters.
const COLUMNS: [(&str, f64, Kind); 9] = [
    ("项目", 9.0, Kind::Label),
    ("指标", 17.0, Kind::Prose),
    ("满分", 6.5, Kind::Points),
    ("应", 7.0, Kind::Points),
    ("实", 7.0, Kind::Points),
    ("完成率", 8.5, Kind::Rate),
    ("得分", 7.5, Kind::Points),
    ("得分说明", 36.0, Kind::Prose),
    ("考核依据", 30.0, Kind::Prose),
];
const LAST: u16 = COLUMNS.len() as u16 - 1;

fn front(
    book: &mut Workbook,
    dossier: &Dossier,
    name: &str,
    card: &Card,
    stamp: &Stamp,
) -> Result<(), WriteError> {
    let mut page = Page::new(book, CARD, Paper::OnePortrait, stamp)?;
    for (col, (_, width, _)) in COLUMNS.iter().enumerate() {
        page.sheet.set_column_width(col as u16, *width)?;
    }
    page.sheet.set_row_height(0, 36)?;
    let title = look::title().set_align(FormatAlign::Center).set_font_size(20);
    page.sheet.merge_range(0, 0, 0, LAST, &format!("{}党支部考核评分表", stamp.bureau), &title)?;
    page.sheet.set_row_height(1, 24)?;
    let members = dossier.members_of(card.branch).count();
    let place = if card.rank > 0 {
        format!("　　全局名次：第{}名（共{}个支部）", card.rank, dossier.scores.branches.len())
    } else {
        String::new()
    };
    let line = format!("支部：{name}　　考核期：{}　　党员：{members}名{place}", stamp.period);
    page.sheet.merge_range(1, 0, 1, LAST, &line, &look::base().set_font_size(11))?;
    page.next = 2;
    page.sheet.set_row_height(2, 24)?;
    for (col, (head, ..)) in COLUMNS.iter().enumerate() {
        // Off a base, what a line can cost or bring is a limit rather than full points.
        let head = if col == 2 && dossier.rules.branch.base.is_some() { "上限" } else { *head };
        page.sheet.write_string_with_format(2, col as u16, head, &look::head())?;
    }
    let (first, last) = lines(&mut page, card)?;
    total(&mut page, dossier, card, first, last)?;
    signatures(&mut page)?;
    let end = page.next;
    page.sheet.set_print_area(0, 0, end, LAST)?.set_print_center_horizontally(true);
    page.finish(false)
}

/// One row an indicator; gives the first and the last of them.
fn lines(page: &mut Page, card: &Card) -> Result<(u32, u32), WriteError> {
    let first = page.next + 1;
    for (i, line) in card.lines.iter().enumerate() {
        let row = first + i as u32;
        // A merged heading and prose that wraps: the row's height is for the longer of its texts.
        let basis = basis(&line.indicator);
        let texts = [
            (line.reason.as_str(), COLUMNS[7].1),
            (basis.as_str(), COLUMNS[8].1),
            (line.indicator.name.as_str(), COLUMNS[1].1),
        ];
        let rows = texts.iter().map(|(t, w)| page::wrapped(t, *w)).fold(1.0, f64::max);
        page.sheet.set_row_height(row, (rows * 15.0 + 14.0).max(40.0))?;
        for (col, (cell, (.., kind))) in cells(line, row).iter().zip(COLUMNS).enumerate().skip(1) {
            let lost = col == 6 && line.lost() > 0.0;
            let format = look::cell(kind);
            let format =
                if lost { format.set_background_color(Color::RGB(look::MISSED_PALE)) } else { format };
            page.put(row, col as u16, cell, &format)?;
        }
    }
    let last = first + card.lines.len() as u32 - 1;
    // Neighbouring indicators of one group share its cell.
    let mut start = 0;
    for i in 1..=card.lines.len() {
        let group = &card.lines[start].indicator.group;
        if card.lines.get(i).is_some_and(|l| l.indicator.group == *group) {
            continue;
        }
        let format = look::cell(Kind::Label).set_text_wrap().set_bold();
        let (top, bottom) = (first + start as u32, first + i as u32 - 1);
        if top == bottom {
            page.sheet.write_string_with_format(top, 0, group, &format)?;
        } else {
            page.sheet.merge_range(top, 0, bottom, 0, group, &format)?;
        }
        start = i;
    }
    page.next = last + 1;
    Ok((first, last))
}

fn cells(line: &Line, row: u32) -> [Cell; 9] {
    let at = |col: char| format!("{col}{}", row + 1);
    let indicator = &line.indicator;
    let shape = indicator.metric.shape();
    let (due, done) = match (line.figure, line.points, &indicator.method) {
        (Some(figure), ..) if shape == Shape::Count => (Cell::Empty, Cell::from(figure.numerator)),
        (Some(figure), ..) => (Cell::from(figure.denominator), Cell::from(figure.numerator)),
        // What issues cost is a sum of points, not a rate.
        (None, Some(points), Method::PerIssue { .. }) => (Cell::Empty, Cell::from(indicator.full - points)),
        _ => (Cell::Empty, Cell::Empty),
    };
    let rate = match line.figure.and_then(|f| f.value()).filter(|_| shape == Shape::Rate) {
        Some(value) => Cell::Formula(format!("{}/{}", at('E'), at('D')), value),
        None => Cell::Empty,
    };
    let points = match line.points {
        // Nothing to add for: there is no figure to compute from.
        Some(points) if line.figure.is_none() && indicator.is_bonus() => Cell::from(points),
        Some(points) => Cell::Formula(formula(indicator, &at('C'), &at('D'), &at('E'), &at('F')), points),
        None => Cell::from("不计"),
    };
    [
        Cell::Empty,
        Cell::from(indicator.name.as_str()),
        Cell::from(indicator.full),
        due,
        done,
        rate,
        points,
        Cell::from(line.reason.as_str()),
        Cell::from(basis(indicator)),
    ]
}

/// How the points are given, and by what regulation.
fn basis(indicator: &Indicator) -> String {
    format!("{}。{}", indicator.method_chinese(), indicator.basis)
}

/// The points as Excel computes them: the same as [`crate::assessment::score`] does.
fn formula(indicator: &Indicator, full: &str, due: &str, done: &str, rate: &str) -> String {
    let rate = match indicator.metric.shape() {
        Shape::Rate => rate.to_string(),
        Shape::Count => done.to_string(),
        Shape::Mean => format!("({done}/{due})"),
    };
    match &indicator.method {
        Method::PerMiss { points } => format!("ROUND(MAX(0,{full}-{points}*MAX(0,{due}-{done})),2)"),
        Method::ByStep { from, step, points } => {
            format!(
                "ROUND(MAX(0,{full}-IF({rate}<{from},{points}*ROUNDUP(({from}-{rate})/{step}-0.000000001,0),0)),2)"
            )
        }
        Method::Linear { zero, full: best } => {
            format!("ROUND(MAX(0,MIN({full},{full}*({rate}-{zero})/({best}-{zero}))),2)")
        }
        Method::AllOrNothing { from } => format!("IF({rate}>={from},{full},0)"),
        Method::Bands(bands) => {
            let inner = bands
                .iter()
                .rev()
                .fold("0".to_string(), |rest, b| format!("IF({rate}>={},{},{rest})", b.from, b.points));
            format!("ROUND(MIN({full},{inner}),2)")
        }
        Method::PerIssue { .. } => format!("ROUND(MAX(0,{full}-{done}),2)"),
        Method::Bonus { each } => format!("ROUND(MAX(0,MIN({full},{each}*{rate})),2)"),
        Method::ByHand {} => format!("ROUND(MAX(0,MIN({full},{rate})),2)"),
    }
}

/// The total, as [`crate::assessment::score`] makes it.
fn total(page: &mut Page, dossier: &Dossier, card: &Card, first: u32, last: u32) -> Result<(), WriteError> {
    let row = page.next;
    page.sheet.set_row_height(row, 30)?;
    let scheme = &dossier.rules.branch;
    let core = card.lines.iter().filter(|l| !l.indicator.is_bonus());
    let split = first + core.clone().count() as u32;
    let span = |col: char, from: u32, to: u32| format!("{col}{}:{col}{to}", from + 1);
    let (c, g) = (span('C', first, split), span('G', first, split));
    let bold =
        |kind| look::cell(kind).set_bold().set_font_size(12).set_background_color(Color::RGB(look::BAND));
    page.sheet.merge_range(row, 0, row, 1, "合　计", &bold(Kind::Label))?;
    let full: f64 = core.map(|l| l.indicator.full).sum();
    page.put(row, 2, &Cell::Formula(format!("SUM({c})"), full), &bold(Kind::Points))?;
    let label = match scheme.base {
        Some(base) => format!("总分（{}分为基数）", plain(base)),
        None => "总分（折算百分）".to_string(),
    };
    page.sheet.merge_range(row, 3, row, 5, &label, &bold(Kind::Label))?;
    let core = match scheme.base {
        Some(base) => format!("{base}-(SUMIF({g},\">=0\",{c})-SUM({g}))"),
        None => format!("SUM({g})/SUMIF({g},\">=0\",{c})*100"),
    };
    let bonus = (split <= last).then(|| span('G', split, last + 1)).map(|range| match scheme.bonus_cap {
        Some(cap) => format!("+MIN({cap},SUM({range}))"),
        None => format!("+SUM({range})"),
    });
    let sum = format!("{core}{}", bonus.unwrap_or_default());
    let sum = scheme.highest.map_or(sum.clone(), |most| format!("MIN({most},{sum})"));
    let formula = format!("ROUND(MAX(0,{sum}),1)");
    let value = card.total.map_or(Cell::from("不计"), |total| Cell::Formula(formula, total));
    page.put(row, 6, &value, &bold(Kind::Decimal))?;
    let grades: Vec<String> =
        scheme.grades.iter().map(|g| format!("{}{}分起", g.name, plain(g.from))).collect();
    let vetoes: String = card.vetoes.iter().map(|v| format!("　　一票否决：{v}")).collect();
    let said = format!("等次：{}{vetoes}　　（{}）", card.grade, grades.join("，"));
    page.sheet.merge_range(row, 7, row, LAST, &said, &bold(Kind::Text).set_text_wrap())?;
    let lines = page::wrapped(&said, COLUMNS[7].1 + COLUMNS[8].1 - 6.0);
    page.sheet.set_row_height(row, (lines * 17.0 + 12.0).max(30.0))?;
    page.next = row + 1;
    Ok(())
}

fn signatures(page: &mut Page) -> Result<(), WriteError> {
    let row = page.next;
    let plain = look::base().set_font_size(11);
    page.sheet.merge_range(row, 0, row, LAST, "得分由表内公式计算，“应”“实”取自各支部报送的台账，逐格出处见后面各表。对得分有异议的，请在收到之日起向考核组书面提出。", &look::note().set_text_wrap())?;
    page.sheet.set_row_height(row, 22)?;
    for (offset, left, right) in [
        (2, "支部书记（签字）：", "考核组组长（签字）："),
        (4, "　　　　　　　　　　　　（党支部盖章）", "考核组成员（签字）："),
        (6, "　　　　　　　　年　　　月　　　日", "　　　　　　　　年　　　月　　　日"),
    ] {
        page.sheet.set_row_height(row + offset, 26)?;
        page.sheet.merge_range(row + offset, 0, row + offset, 5, left, &plain)?;
        page.sheet.merge_range(
            row + offset,
            6,
            row + offset,
            LAST,
            right,
            &plain.clone().set_border(FormatBorder::None),
        )?;
    }
    page.next = row + 6;
    Ok(())
}

/// Every point lost, with the cells that it follows from.
fn reasons(
    book: &mut Workbook,
    dossier: &Dossier,
    branch: BranchId,
    card: &Card,
    stamp: &Stamp,
) -> Result<(), WriteError> {
    let mut page = Page::new(book, REASONS, Paper::Landscape, stamp)?;
    page.title(&format!("{}：扣分依据", card.name))?;
    page.note(
        "列出扣分、加分所依据的每一条记载，点“出处”可打开原表的那一格。缺会没有单元格可查，只写缺什么。",
    )?;
    page.back(CARD)?;
    page.next += 1;
    let columns = [
        column("事项", Kind::Label),
        column("日期", Kind::Label),
        column("会议或主题", Kind::Prose).at_most(44.0),
        column("姓名", Kind::Text),
        column("情况", Kind::Prose).at_most(50.0),
        column("出处", Kind::Link).at_most(60.0),
    ];
    let (ledger, period) = (dossier.ledger(), dossier.period());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for held in dossier.figures.meetings.iter().filter(|h| h.branch == branch && !h.missing.is_empty()) {
        let group = if held.group.is_empty() { String::new() } else { format!("（{}）", held.group) };
        rows.push(vec![
            Cell::from("缺会"),
            Cell::Empty,
            Cell::from(format!("{}{group}", held.kind.chinese())),
            Cell::Empty,
            Cell::from(findings::missing(held)),
            Cell::Empty,
        ]);
    }
    for a in &ledger.attendance {
        let session = &ledger.sessions[a.session];
        let away = matches!(a.status, crate::ledger::Status::Absent | crate::ledger::Status::Leave(_));
        let assessed = dossier.figures.exempt[a.member].is_none();
        if session.branch == branch && period.contains(session.when.month()) && away && assessed {
            rows.push(vec![
                Cell::from(a.status.chinese()),
                Cell::from(session.when.to_string()),
                Cell::from(kinds_chinese(&session.kinds)),
                Cell::from(dossier.scores.members[a.member].name.as_str()),
                Cell::from(&*a.text),
                dossier.source(a.at, DEPTH),
            ]);
        }
    }
    for pair in
        dossier.figures.coverage.iter().filter(|p| !p.covered() && ledger.members[p.member].branch == branch)
    {
        let topic = &ledger.plan[pair.plan];
        rows.push(vec![
            Cell::from("没学"),
            Cell::from(topic.month.to_string()),
            Cell::from(topic.topic.as_str()),
            Cell::from(dossier.scores.members[pair.member].name.as_str()),
            Cell::from("没有参加该主题的会议，也没有学习记录"),
            dossier.source(topic.at, DEPTH),
        ]);
    }
    let in_year = |e: &&crate::ledger::Evidence| {
        e.branch == Some(branch) && e.when.is_none_or(|w| period.year_to_date().contains(&w.month()))
    };
    for entry in ledger.evidence.iter().filter(in_year) {
        rows.push(vec![
            Cell::from(entry.kind.chinese()),
            Cell::from(entry.when.map(|w| w.to_string())),
            Cell::from(entry.title.as_str()),
            Cell::from(entry.name.as_str()),
            Cell::from(entry.value.as_str()),
            dossier.source(entry.at, DEPTH),
        ]);
    }
    for issue in ledger
        .issues
        .iter()
        .filter(|i| i.severity() != crate::issue::Severity::Info && ledger.branch_of(i.place) == Some(branch))
    {
        let (file, sheet, cell) = ledger.shelf.name(issue.place);
        let shown = [file, sheet, cell].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" › ");
        rows.push(vec![
            Cell::from(format!("台账{}", issue.severity().chinese())),
            Cell::Empty,
            Cell::from(issue.code.entry().title),
            Cell::from(issue.value.as_str()),
            Cell::from(issue.message.as_str()),
            Cell::Link(dossier.links.place(&ledger.shelf, issue.place, DEPTH), shown),
        ]);
    }
    page.table("reasons", &columns, &rows)?;
    page.finish(true)
}

/// Every mark of the period, each with its cell.
fn records(
    book: &mut Workbook,
    dossier: &Dossier,
    branch: BranchId,
    stamp: &Stamp,
) -> Result<(), WriteError> {
    let mut page = Page::new(book, RECORDS, Paper::Portrait, stamp)?;
    page.title("出勤明细")?;
    page.note("本期每次会议、每名党员的记载。点“出处”可打开原表的那一格。")?;
    page.back(CARD)?;
    page.next += 1;
    let columns = [
        column("日期", Kind::Label),
        column("会议", Kind::Text),
        column("姓名", Kind::Text),
        column("情况", Kind::Label),
        column("原记号", Kind::Text).at_most(20.0),
        column("出处", Kind::Link).at_most(70.0),
    ];
    let (ledger, period) = (dossier.ledger(), dossier.period());
    let rows: Vec<Vec<Cell>> = ledger
        .attendance
        .iter()
        .map(|a| (a, &ledger.sessions[a.session]))
        .filter(|(_, s)| s.branch == branch && period.contains(s.when.month()))
        .map(|(a, s)| {
            vec![
                Cell::from(s.when.to_string()),
                Cell::from(if s.group.is_empty() {
                    kinds_chinese(&s.kinds)
                } else {
                    format!("{}（{}）", kinds_chinese(&s.kinds), s.group)
                }),
                Cell::from(dossier.scores.members[a.member].name.as_str()),
                Cell::from(a.status.chinese()),
                Cell::from(&*a.text),
                dossier.source(a.at, DEPTH),
            ]
        })
        .collect();
    page.table("records", &columns, &rows)?;
    page.finish(true)
}

fn members(
    book: &mut Workbook,
    dossier: &Dossier,
    branch: BranchId,
    stamp: &Stamp,
) -> Result<(), WriteError> {
    let mut page = Page::new(book, MEMBERS, Paper::Landscape, stamp)?;
    page.title("本支部党员")?;
    page.note("每名党员的得分和各项指标的得分情况；空白为不计。")?;
    page.back(CARD)?;
    page.next += 1;
    let mut columns: Vec<Column> =
        vec![column("姓名", Kind::Text), column("总分", Kind::Decimal), column("等次", Kind::Label)];
    columns.extend(
        dossier
            .rules
            .member
            .indicators
            .iter()
            .map(|i| column(format!("{}（{}分）", i.name, plain(i.full)), Kind::Points)),
    );
    columns.push(column("说明", Kind::Prose).at_most(70.0));
    let rows: Vec<Vec<Cell>> = dossier
        .members_of(branch)
        .map(|(_, card)| {
            let mut row =
                vec![Cell::from(card.name.as_str()), Cell::from(card.total), Cell::from(card.grade.as_str())];
            row.extend(card.lines.iter().map(|l| Cell::from(l.points)));
            let lost: Vec<&str> =
                card.lines.iter().filter(|l| l.lost() > 0.0).map(|l| l.reason.as_str()).collect();
            let exempt = card.exempt.as_ref().map(|why| format!("免于考核：{why}"));
            row.push(Cell::from(exempt.unwrap_or_else(|| lost.join("；"))));
            row
        })
        .collect();
    page.table("members", &columns, &rows)?;
    page.finish(true)
}
