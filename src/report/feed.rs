//! The feed for performance review: the same rows as a workbook and as CSV.

use polars::prelude::*;
use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLine, ChartMarker, ChartMarkerType, ChartSolidFill, Note, Workbook,
};
use serde_json::json;

use super::look::{self, Kind};
use super::page::{self, Cell, Column, Page, Paper, column};
use super::{Dossier, Output, WriteError, data};
use crate::assessment::feed::feed;
use crate::assessment::review::{self, Reviewed, review};
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

pub fn write(dossier: &Dossier) -> Result<Vec<Output>, WriteError> {
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

    let reviewed = review(dossier.ledger(), dossier.figures, dossier.scores, dossier.rules);
    if !reviewed.is_empty() {
        together(&mut book, dossier, &reviewed)?;
    }

    let mut page = Page::new(&mut book, "字段说明", Paper::Portrait, &stamp)?;
    page.title("字段说明")?;
    let columns =
        [column("字段", Kind::Text), column("名称", Kind::Text), column("含义", Kind::Prose).at_most(70.0)];
    let extra: &[_] = if reviewed.is_empty() { &[] } else { &TOGETHER[4..] };
    let rows: Vec<Vec<Cell>> = COLUMNS
        .iter()
        .chain(extra)
        .map(|(name, chinese, meaning, _)| {
            vec![Cell::from(*name), Cell::from(*chinese), Cell::from(*meaning)]
        })
        .collect();
    page.rows(&columns, &rows)?;
    page.finish(false)?;

    let mut outputs = vec![
        Output::new(format!("{name}.xlsx"), book.save_to_buffer()?),
        Output::new(format!("{name}.csv"), data::csv_bytes(&frame, true)?),
        Output::new(format!("{name}.parquet"), data::parquet_bytes(&frame)?),
        Output::new(format!("{name}.schema.json"), schema(&COLUMNS)),
    ];
    if !reviewed.is_empty() {
        let frame = review::frame(&reviewed)?;
        let name = format!("综合得分 {}", dossier.period());
        outputs.push(Output::new(format!("{name}.csv"), data::csv_bytes(&frame, true)?));
        outputs.push(Output::new(format!("{name}.parquet"), data::parquet_bytes(&frame)?));
        outputs.push(Output::new(format!("{name}.schema.json"), schema(&TOGETHER)));
    }
    Ok(outputs)
}

/// The columns of the scores together.
const TOGETHER: [(&str, &str, &str, Kind); 10] = [
    ("branch", "支部", "所在党支部；不是党员的为空", Kind::Text),
    ("name", "姓名", "同名的党员在后面加序号区分", Kind::Text),
    ("department", "部门", "花名册里的部门、科室", Kind::Text),
    (
        "category",
        "人员类别",
        "on_post 在职、retired 离退休、student 学生、floating 流动、other 其他",
        Kind::Label,
    ),
    ("party_score", "党建得分", "按考核规则计算", Kind::Decimal),
    ("business_score", "业务得分", "本单位业务考核得分；有几次的取平均", Kind::Decimal),
    ("weight", "党建比重", "党建得分所占的比重，见考核规则", Kind::Rate),
    ("total", "总分", "党建得分×比重＋业务得分×（1－比重）", Kind::Decimal),
    ("rank", "名次", "总分相同名次相同；没有总分的为空", Kind::Count),
    ("note", "说明", "缺哪一项得分", Kind::Prose),
];

/// The scores together: a table whose totals are formulas, and whether the two move together.
fn together(book: &mut Workbook, dossier: &Dossier, reviewed: &[Reviewed]) -> Result<(), WriteError> {
    let mut page = Page::new(book, "综合得分", Paper::Landscape, &dossier.stamp())?;
    let finding = finding(reviewed);
    page.title(&format!("党建与业务综合得分：{finding}"))?;
    let lacking = reviewed.iter().filter(|r| r.total.is_none()).count();
    page.note(&format!(
        "总分＝党建得分×比重＋业务得分×（1－比重）。共{}人，其中{lacking}人缺一项得分，没有总分，列在最后并写明缺什么。",
        reviewed.len()
    ))?;
    page.next += 1;
    let columns: Vec<Column> = TOGETHER.iter().map(|(_, chinese, _, kind)| column(*chinese, *kind)).collect();
    let mut ranked: Vec<&Reviewed> = reviewed.iter().collect();
    ranked.sort_by_key(|r| if r.rank == 0 { usize::MAX } else { r.rank });
    let top = page.next + 1;
    let rows: Vec<Vec<Cell>> = ranked
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let row = top + 1 + i as u32;
            vec![
                Cell::from(r.branch.as_str()),
                Cell::from(r.name.as_str()),
                Cell::from(r.department.as_str()),
                Cell::from(r.category.map(|c| c.chinese())),
                Cell::from(r.party),
                Cell::from(r.business),
                Cell::from(r.weight),
                r.total.map_or(Cell::Empty, |total| {
                    Cell::Formula(format!("ROUND(E{row}*G{row}+F{row}*(1-G{row}),1)"), total)
                }),
                if r.rank > 0 { Cell::from(r.rank) } else { Cell::Empty },
                Cell::from(r.note.as_str()),
            ]
        })
        .collect();
    let block = page.table("together", &columns, &rows)?;
    debug_assert_eq!(block.first, top, "the formulas point at their own rows");
    let both = ranked.iter().filter(|r| r.total.is_some()).count() as u32;
    if both >= 2 {
        let last = block.first + both - 1;
        // From the ten below the lowest, so that the points do not crowd in a corner.
        let lowest = |score: fn(&Reviewed) -> Option<f64>| {
            let low =
                ranked.iter().filter(|r| r.total.is_some()).filter_map(|r| score(r)).fold(100.0, f64::min);
            ((low / 10.0).floor() * 10.0).max(0.0)
        };
        scatter(&mut page, &finding, (block.first, last), (lowest(|r| r.party), lowest(|r| r.business)))?;
    }
    page.finish(true)
}

/// A point for everybody with both scores, right of the table.
fn scatter(
    page: &mut Page,
    finding: &str,
    (first, last): (u32, u32),
    (party, business): (f64, f64),
) -> Result<(), WriteError> {
    let mut chart = Chart::new_scatter();
    let mut marker = ChartMarker::new();
    marker.set_type(ChartMarkerType::Circle).set_size(7);
    let mut fill = ChartFormat::new();
    fill.set_solid_fill(ChartSolidFill::new().set_color(look::CAME));
    marker.set_format(&mut fill);
    chart
        .add_series()
        .set_categories(("综合得分", first, 4, last, 4))
        .set_values(("综合得分", first, 5, last, 5))
        .set_marker(&marker);
    let mut font = ChartFont::new();
    font.set_name(look::FONT).set_size(11).set_bold().set_color(look::INK);
    chart.title().set_name(finding).set_font(&font).set_overlay(false);
    chart.legend().set_hidden();
    chart.x_axis().set_name("党建得分").set_min(party);
    chart.y_axis().set_name("业务得分").set_min(business);
    let rule = ChartLine::new().set_color(look::BAND).clone();
    chart.y_axis().set_major_gridlines(true).set_major_gridlines_line(&rule);
    chart.set_alt_text(format!("每人党建得分和业务得分的散点图。{finding}。"));
    chart.set_width(520).set_height(360);
    page.sheet.insert_chart_with_offset(first - 1, TOGETHER.len() as u16 + 1, &chart, 8, 2)?;
    Ok(())
}

/// Whether the two scores move together, in words.
fn finding(reviewed: &[Reviewed]) -> String {
    let both = reviewed.iter().filter(|r| r.total.is_some()).count();
    match review::correlation(reviewed) {
        None => format!("{both}人两项得分齐全"),
        Some(r) if r >= 0.5 => format!("党建得分高的人业务得分也高（相关系数{r:.2}）"),
        Some(r) if r <= -0.5 => format!("党建得分高的人业务得分反而低（相关系数{r:.2}）"),
        Some(r) if r >= 0.3 => format!("党建得分高的人业务得分略高（相关系数{r:.2}）"),
        Some(r) => format!("党建得分与业务得分没有明显关系（相关系数{r:.2}）"),
    }
}

/// A Table Schema (specs.frictionlessdata.io/table-schema) of a CSV file.
fn schema(columns: &[(&str, &str, &str, Kind)]) -> Vec<u8> {
    let field = |(name, title, description, kind): &(&str, &str, &str, Kind)| {
        let of = match kind {
            Kind::Count => "integer",
            Kind::Rate | Kind::Change | Kind::Decimal | Kind::Points => "number",
            _ => "string",
        };
        json!({ "name": name, "title": title, "description": description, "type": of })
    };
    let fields: Vec<_> = columns.iter().map(field).collect();
    let mut bytes =
        serde_json::to_vec_pretty(&json!({ "fields": fields, "missingValues": [""] })).unwrap_or_default();
    bytes.push(b'\n');
    bytes
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
