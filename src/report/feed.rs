//! The feed for performance review: the same rows as a workbook and as CSV.

use polars::prelude::*;
use rust_xlsxwriter::Note;

use super::look::Kind;
use super::page::{self, Cell, Column, Page, Paper, column};
use super::{Dossier, Output, WriteError, data};
use crate::assessment::feed::feed;
use crate::vocabulary::Category;

/// The feed's columns: name for machines, for people, what is in it, and how it is shown.
const COLUMNS: [(&str, &str, &str, Kind); 15] = [
    ("branch", "支部", "所在党支部", Kind::Text),
    ("name", "姓名", "同名的人在后面加序号区分", Kind::Text),
    ("department", "部门", "花名册里的部门、科室", Kind::Text),
    (
        "category",
        "人员类别",
        "on_post 在职、retired 离退休、student 学生、floating 流动、other 其他",
        Kind::Label,
    ),
    ("post", "党内职务", "没有职务的为空", Kind::Text),
    ("due", "应到次数", "出席、迟到、早退、请假、缺席合计；免于参加和不应到的不算", Kind::Count),
    ("came", "实到次数", "出席、迟到、早退合计", Kind::Count),
    ("attendance_rate", "参会率", "实到÷应到；没有应到的为空", Kind::Rate),
    ("topics_required", "应学主题", "学习计划在本期要求本人学的主题数", Kind::Count),
    ("topics_covered", "已学主题", "参加过该主题的会议，或有该主题的学习记录", Kind::Count),
    ("coverage_rate", "学习覆盖率", "已学主题÷应学主题；没有要求的为空", Kind::Rate),
    ("hours", "学时", "参加的会议和学习记录的学时合计", Kind::Decimal),
    ("hours_target", "应有学时", "全年学时按本期月数折算", Kind::Decimal),
    ("score", "得分", "按考核规则计算，满分100；没有可考核内容的为空", Kind::Decimal),
    ("grade", "等次", "按得分划分", Kind::Label),
];

pub fn write(dossier: &Dossier) -> Result<[Output; 2], WriteError> {
    let frame = feed(dossier.ledger(), dossier.figures, dossier.scores)?;
    let name = format!("绩效考核数据 {}", dossier.period());
    let stamp = dossier.stamp();
    let mut book = page::workbook(&name, &stamp)?;
    let rows = cells(&frame)?;

    // For the review system: one heading row with the names of the contract, nothing above it.
    let mut page = Page::new(&mut book, "数据", Paper::Landscape, &stamp)?;
    let columns: Vec<Column> = COLUMNS.iter().map(|(name, _, _, kind)| column(*name, *kind)).collect();
    page.table("feed", &columns, &rows)?;
    for (col, (_, chinese, meaning, _)) in COLUMNS.iter().enumerate() {
        let note = Note::new(format!("{chinese}：{meaning}")).add_author_prefix(false);
        page.sheet.insert_note(0, col as u16, &note)?;
    }
    page.finish(true)?;

    // The same for reading and printing.
    let mut page = Page::new(&mut book, "中文对照", Paper::Landscape, &stamp)?;
    page.title(&format!("{}绩效考核数据（{}）", stamp.bureau, stamp.period))?;
    page.note("本表与“数据”表内容相同，供查看和打印；导入绩效系统请用“数据”表或同名的 CSV 文件。")?;
    let columns: Vec<Column> = COLUMNS.iter().map(|(_, chinese, _, kind)| column(*chinese, *kind)).collect();
    page.table("feed_cn", &columns, &in_chinese(rows))?;
    page.finish(true)?;

    let mut page = Page::new(&mut book, "字段说明", Paper::Portrait, &stamp)?;
    page.title("字段说明")?;
    let columns =
        [column("字段", Kind::Text), column("名称", Kind::Text), column("含义", Kind::Prose).at_most(70.0)];
    let rows: Vec<Vec<Cell>> = COLUMNS
        .iter()
        .map(|(name, chinese, meaning, _)| {
            vec![Cell::from(*name), Cell::from(*chinese), Cell::from(*meaning)]
        })
        .collect();
    page.rows(&columns, &rows)?;
    page.finish(false)?;

    Ok([
        Output::new(format!("{name}.xlsx"), book.save_to_buffer()?),
        Output::new(format!("{name}.csv"), data::csv_bytes(&frame, true)?),
    ])
}

fn cells(frame: &DataFrame) -> PolarsResult<Vec<Vec<Cell>>> {
    let cell = |value: AnyValue| match value {
        AnyValue::Null => Cell::Empty,
        AnyValue::String(text) => Cell::from(text),
        AnyValue::StringOwned(text) => Cell::from(text.as_str()),
        AnyValue::UInt32(number) => Cell::from(number),
        AnyValue::Float64(number) => Cell::from(number),
        other => Cell::from(other.to_string()),
    };
    (0..frame.height()).map(|row| frame.columns().iter().map(|c| c.get(row).map(cell)).collect()).collect()
}

/// Categories in the reader's language.
fn in_chinese(mut rows: Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let column = COLUMNS.iter().position(|(name, ..)| *name == "category");
    for row in &mut rows {
        if let Some(Cell::Text(text)) = column.and_then(|c| row.get_mut(c))
            && let Some(category) = Category::ALL.iter().find(|c| c.name() == text)
        {
            *text = category.chinese().into();
        }
    }
    rows
}
