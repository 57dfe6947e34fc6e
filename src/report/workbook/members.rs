//! Every member with every figure: the list to filter.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, Workbook};

use super::details::{Details, top};
use super::name;
use crate::ledger::votes;
use crate::metrics::Figure;
use crate::report::look::{self, Kind};
use crate::report::page::{Cell, Column, Page, Paper, column};
use crate::report::{Dossier, WriteError, scorecard};

const COLUMNS: [(&str, Kind); 18] = [
    ("支部", Kind::Text),
    ("姓名", Kind::Text),
    ("党小组", Kind::Text),
    ("人员类别", Kind::Label),
    ("党员类别", Kind::Label),
    ("职务", Kind::Text),
    ("应到", Kind::Count),
    ("实到", Kind::Count),
    ("请假", Kind::Count),
    ("缺席", Kind::Count),
    ("参会率", Kind::Rate),
    ("应学主题", Kind::Count),
    ("已学", Kind::Count),
    ("覆盖率", Kind::Rate),
    ("学时", Kind::Decimal),
    ("应有学时", Kind::Decimal),
    ("得分", Kind::Decimal),
    ("等次", Kind::Label),
];

pub fn write(book: &mut Workbook, dossier: &Dossier, details: &Details) -> Result<(), WriteError> {
    let mut page = Page::new(book, name::MEMBERS, Paper::Landscape, &dossier.stamp())?;
    page.title("党员明细")?;
    page.note("可按支部、类别、等次筛选。点数字看明细，点得分打开支部评分表。空白表示本期没有可计算的内容，不是 0。同名的人在后面加序号区分。")?;
    page.back(name::OVERVIEW)?;
    page.next += 1;
    let columns: Vec<Column> = COLUMNS.iter().map(|(head, kind)| column(*head, *kind)).collect();
    let rows: Vec<Vec<Cell>> =
        (0..dossier.scores.members.len()).map(|id| row(dossier, details, id)).collect();
    let block = page.table("members", &columns, &rows)?;
    let format = Format::new().set_background_color(look::MISSED_PALE);
    for head in ["参会率", "覆盖率"] {
        let Some(col) = COLUMNS.iter().position(|(h, _)| *h == head) else { continue };
        // A blank is no low rate: it would count as 0.
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::LessThan(0.6))
            .set_format(&format);
        let blank = rust_xlsxwriter::ConditionalFormatBlank::new().set_stop_if_true(true);
        page.sheet.add_conditional_format(block.first, col as u16, block.last, col as u16, &blank)?;
        page.sheet.add_conditional_format(block.first, col as u16, block.last, col as u16, &rule)?;
    }
    page.finish(true)
}

fn row(dossier: &Dossier, details: &Details, id: usize) -> Vec<Cell> {
    let ledger = dossier.ledger();
    let (member, card) = (&ledger.members[id], &dossier.scores.members[id]);
    let of = |metric| dossier.member_figure(card, metric);
    let (attendance, coverage, hours) = (of("attendance_rate"), of("coverage_rate"), of("hours"));
    let count = |figure: Option<Figure>, part: fn(Figure) -> f64| Cell::from(figure.map(part));
    let (missed, studied) = (|| details.missed_by_member(id), || details.studied(id));
    let sessions = || details.sessions(Some(member.branch), None, None);
    let card_file = || Some(format!("file:///{}", scorecard::file(ledger.branch_name(member.branch))));
    vec![
        Cell::from(ledger.branch_name(member.branch)),
        Cell::from(card.name.as_str()),
        Cell::from(member.group.as_str()),
        Cell::from(member.category.map(|c| c.chinese())),
        Cell::from(if votes(member.status) { "正式" } else { "预备" }),
        Cell::from(member.post.as_str()),
        count(attendance, |f| f.denominator).to(sessions()),
        count(attendance, |f| f.numerator).to(sessions()),
        count(of("leave_rate"), |f| f.numerator).to(missed()),
        count(of("absence_rate"), |f| f.numerator).to(missed()),
        Cell::from(attendance.and_then(Figure::value)).to(missed()),
        count(coverage, |f| f.denominator).to(studied()),
        count(coverage, |f| f.numerator).to(studied()),
        Cell::from(coverage.and_then(Figure::value)).to(studied()),
        count(hours, |f| f.numerator).to(details.hours_of(id)),
        count(hours, |f| f.denominator).to(top(name::METHOD)),
        Cell::from(card.total).to(card_file()),
        Cell::from(card.grade.as_str()),
    ]
}
