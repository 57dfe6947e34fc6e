//! Blank forms for branches that want one: roster, attendance, sign-in, meeting log, study plan.
//!
//! Each is a styled workbook with drop-downs, checked dates, an example row and a word on each heading. None is
//! asked for: whatever layout a branch keeps is read as well.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign,
    Note, Workbook, Worksheet,
};

use super::look;
use super::page::{Page, Paper};
use super::{Output, Stamp, WriteError};
use crate::vocabulary::{Category, Kind, Membership};
use crate::workspace::FORMS;

/// What may be filled in.
#[derive(Clone, Copy)]
enum Check {
    Free,
    /// One of these.
    Choice(fn() -> Vec<&'static str>),
    /// A day, as Excel keeps it.
    Day,
    /// A number from 0 to this.
    Number(f64),
    /// 18 characters, kept as text: as a number the last digits would be lost.
    Identity,
}

/// A column or a labelled field: heading, width in characters, example, what may be filled in, how.
struct Field {
    head: &'static str,
    width: f64,
    example: &'static str,
    check: Check,
    how: &'static str,
}

const fn field(
    head: &'static str,
    width: f64,
    example: &'static str,
    check: Check,
    how: &'static str,
) -> Field {
    Field { head, width, example, check, how }
}

fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|k| k.chinese()).collect()
}

fn memberships() -> Vec<&'static str> {
    Membership::ALL.iter().map(|m| m.chinese()).collect()
}

fn categories() -> Vec<&'static str> {
    Category::ALL.iter().map(|c| c.chinese()).collect()
}

/// A form that is one list: its file and title, its columns, and how many rows are ready to be filled in.
struct List {
    title: &'static str,
    paper: Paper,
    rows: u32,
    fields: &'static [Field],
}

const LISTS: [List; 3] = [
    List {
        title: "党员花名册",
        paper: Paper::Landscape,
        rows: 60,
        fields: &[
            field(
                "姓名",
                12.0,
                "张三",
                Check::Free,
                "写全名。同名的在后面加“（大）”“（小）”，各种表里写法一致。",
            ),
            field("性别", 6.0, "男", Check::Choice(|| vec!["男", "女"]), "从下拉框里选。"),
            field(
                "身份证号",
                22.0,
                "",
                Check::Identity,
                "18位。只用来核对和算年龄，不会出现在报告里。可以不填。",
            ),
            field("入党时间", 14.0, "2010-07-01", Check::Day, "写成 2010-07-01。入党之前的会议不算他应到。"),
            field("党员类别", 12.0, "正式党员", Check::Choice(memberships), "从下拉框里选。"),
            field("人员类别", 10.0, "在职", Check::Choice(categories), "从下拉框里选。"),
            field("党内职务", 12.0, "组织委员", Check::Free, "书记、副书记、组织委员等；没有的不填。"),
            field("党小组", 14.0, "第一党小组", Check::Free, "没有分党小组的不填。"),
            field("部门", 16.0, "办公室", Check::Free, "行政上的股室、单位。"),
        ],
    },
    List {
        title: "三会一课台账",
        paper: Paper::Landscape,
        rows: 60,
        fields: &[
            field("时间", 14.0, "2026-03-05", Check::Day, "会议的日期，写成 2026-03-05。"),
            field("会议类别", 14.0, "党员大会", Check::Choice(kinds), "从下拉框里选。"),
            field(
                "会议主题",
                34.0,
                "学习贯彻全国两会精神",
                Check::Free,
                "学习计划里的主题，照计划的写法写。",
            ),
            field("地点", 14.0, "三楼会议室", Check::Free, "可以不填。"),
            field("主持人", 12.0, "张三", Check::Free, "党课写讲课的人。"),
            field("应到人数", 10.0, "12", Check::Number(999.0), "按花名册应到几人。"),
            field("实到人数", 10.0, "10", Check::Number(999.0), "实际到会几人，含迟到、早退的。"),
            field(
                "请假人员",
                26.0,
                "李四（病假）、王五（出差）",
                Check::Free,
                "姓名后面括号里写事由，用顿号隔开；没有的写“无”。",
            ),
            field("缺席人员", 20.0, "无", Check::Free, "没有请假而没到的；没有的写“无”。"),
            field("学时", 8.0, "2", Check::Number(24.0), "这次会议算几个学时。"),
        ],
    },
    List {
        title: "党员学习计划",
        paper: Paper::Landscape,
        rows: 40,
        fields: &[
            field("月份", 14.0, "2026年3月", Check::Free, "写成 2026年3月。"),
            field("学习内容", 44.0, "学习贯彻全国两会精神", Check::Free, "一行一个主题。"),
            field("学习类别", 16.0, "政治理论", Check::Free, "本单位的分类，例如政治理论、业务知识。"),
            field("学时", 8.0, "2", Check::Number(99.0), "学完这个主题算几个学时。"),
            field("学习方式", 14.0, "集中学习", Check::Free, "集中学习、党课、自学等。"),
            field(
                "参加对象",
                14.0,
                "全体党员",
                Check::Choice(|| vec!["全体党员", "在职党员", "离退休党员", "预备党员", "支委成员"]),
                "从下拉框里选，也可以自己写。",
            ),
        ],
    },
];

/// The marks that the attendance form offers, and what its legend says of them.
const MARKS: [(&str, &str); 7] =
    [("√", "出席"), ("△", "迟到"), ("病假", ""), ("事假", ""), ("公假", ""), ("×", "缺席"), ("/", "不应到")];
const SESSIONS: u16 = 8;
const PEOPLE: u32 = 40;

/// All forms.
pub fn write_all() -> Result<Vec<Output>, WriteError> {
    let mut forms = Vec::new();
    for list in &LISTS {
        forms.push(form(list.title, list.paper, |sheet| write_list(sheet, list))?);
    }
    forms.push(form("党员考勤表", Paper::Landscape, write_attendance)?);
    forms.push(form("会议签到表", Paper::Portrait, write_sign_in)?);
    Ok(forms)
}

fn form(
    title: &str,
    paper: Paper,
    write: impl FnOnce(&mut Worksheet) -> Result<(), WriteError>,
) -> Result<Output, WriteError> {
    let stamp = Stamp { bureau: String::new(), period: String::new(), day: Default::default() };
    let mut book = Workbook::new();
    let page = Page::new(&mut book, title, paper, &stamp)?;
    write(page.sheet)?;
    Ok(Output::new(format!("{FORMS}/{title}.xlsx"), book.save_to_buffer()?))
}

/// Title, and the branch to be filled in.
fn top(sheet: &mut Worksheet, title: &str, last: u16, hint: &str) -> Result<(), WriteError> {
    sheet.set_row_height(0, 34)?;
    let format = look::title().set_align(FormatAlign::Center);
    sheet.merge_range(0, 0, 0, last, &format!("{title}（{hint}）"), &format)?;
    sheet.set_row_height(1, 24)?;
    sheet.merge_range(1, 0, 1, 1, "填报单位：", &look::base().set_align(FormatAlign::Right))?;
    let blank = look::base().set_border_bottom(rust_xlsxwriter::FormatBorder::Thin);
    sheet.merge_range(1, 2, 1, 4.min(last), "", &blank)?;
    let prompt = DataValidation::new()
        .set_input_title("填报单位")?
        .set_input_message("写支部名称，例如：第一党支部")?;
    sheet.add_data_validation(1, 2, 1, 2, &prompt)?;
    Ok(())
}

const EXAMPLE: &str = "标“例”的灰色一行是示例，可以不删";

fn grey() -> Format {
    look::boxed()
        .set_font_color(Color::RGB(look::MUTED))
        .set_italic()
        .set_background_color(Color::RGB(look::BAND))
}

fn write_list(sheet: &mut Worksheet, list: &List) -> Result<(), WriteError> {
    let last = list.fields.len() as u16;
    top(sheet, list.title, last, EXAMPLE)?;
    sheet.set_row_height(2, 26)?;
    sheet.set_column_width(0, 6)?;
    sheet.write_string_with_format(2, 0, "序号", &look::head())?;
    sheet.write_string_with_format(3, 0, "例", &grey().set_align(FormatAlign::Center))?;
    let (first, end) = (4, 3 + list.rows);
    for (i, field) in list.fields.iter().enumerate() {
        let col = i as u16 + 1;
        sheet.set_column_width(col, field.width)?;
        sheet.write_string_with_format(2, col, field.head, &look::head())?;
        sheet.insert_note(2, col, &Note::new(field.how).add_author_prefix(false))?;
        sheet.write_string_with_format(3, col, field.example, &grey().set_text_wrap())?;
        for row in first..=end {
            sheet.write_blank(row, col, &filled(field.check))?;
        }
        check(sheet, field, (first, col, end, col))?;
    }
    sheet.set_row_height(3, 32)?;
    for row in first..=end {
        sheet.write_number_with_format(row, 0, f64::from(row - 3), &look::cell(look::Kind::Label))?;
    }
    sheet.set_freeze_panes(3, 0)?;
    sheet.set_repeat_rows(2, 2)?;
    Ok(())
}

/// The format of a cell to be filled in.
fn filled(check: Check) -> Format {
    match check {
        Check::Day => look::cell(look::Kind::Label).set_num_format("yyyy-mm-dd"),
        Check::Identity => look::cell(look::Kind::Text).set_num_format("@"),
        Check::Number(_) | Check::Choice(_) => look::cell(look::Kind::Label),
        Check::Free => look::cell(look::Kind::Prose),
    }
}

/// What is checked while a cell is being filled in, and what is said beside it.
fn check(
    sheet: &mut Worksheet,
    field: &Field,
    (first_row, first_col, last_row, last_col): (u32, u16, u32, u16),
) -> Result<(), WriteError> {
    let rule = DataValidation::new();
    let rule = match field.check {
        Check::Free => rule,
        // Another wording is understood as well: the list only offers.
        Check::Choice(choices) => {
            rule.allow_list_strings(&choices())?.set_error_style(DataValidationErrorStyle::Warning)
        }
        Check::Day => rule
            .allow_date(DataValidationRule::Between(
                ExcelDateTime::from_ymd(1921, 7, 1)?,
                ExcelDateTime::from_ymd(2099, 12, 31)?,
            ))
            .set_error_title("日期不对")?
            .set_error_message("请写成 2026-03-05 这样的日期。")?,
        Check::Number(most) => rule
            .allow_decimal_number(DataValidationRule::Between(0.0, most))
            .set_error_title("数字不对")?
            .set_error_message("请写数字。")?,
        Check::Identity => rule
            .allow_text_length(DataValidationRule::EqualTo(18))
            .set_error_title("位数不对")?
            .set_error_message("身份证号是18位。")?,
    };
    let rule = rule.set_input_title(field.head)?.set_input_message(field.how)?;
    sheet.add_data_validation(first_row, first_col, last_row, last_col, &rule)?;
    Ok(())
}

fn write_attendance(sheet: &mut Worksheet) -> Result<(), WriteError> {
    let last = SESSIONS + 1;
    top(sheet, "党员考勤表", last, EXAMPLE)?;
    sheet.set_column_width(0, 6)?.set_column_width(1, 12)?;
    let above = [
        (field("时间", 13.0, "", Check::Day, "这一列是哪天的会，写成 2026-03-05。没有用到的列空着。"), 22),
        (field("会议类别", 13.0, "", Check::Choice(kinds), "从下拉框里选。"), 22),
        (field("主题", 13.0, "", Check::Free, "学习计划里的主题，照计划的写法写；没有的不填。"), 36),
    ];
    for (i, (field, height)) in above.iter().enumerate() {
        let row = 2 + i as u32;
        sheet.set_row_height(row, *height)?;
        sheet.merge_range(row, 0, row, 1, field.head, &look::head())?;
        for col in 2..=last {
            let format = filled(field.check).set_text_wrap().set_align(FormatAlign::Center);
            sheet.write_blank(row, col, &format)?;
        }
        check(sheet, field, (row, 2, row, last))?;
    }
    let head = 5;
    sheet.write_string_with_format(head, 0, "序号", &look::head())?;
    sheet.write_string_with_format(head, 1, "姓名", &look::head())?;
    sheet.write_string_with_format(head + 1, 0, "例", &grey().set_align(FormatAlign::Center))?;
    sheet.write_string_with_format(head + 1, 1, "张三", &grey())?;
    let (first, end) = (head + 2, head + 1 + PEOPLE);
    for col in 2..=last {
        sheet.set_column_width(col, 13)?;
        sheet.write_string_with_format(head, col, "签到", &look::head())?;
        let example = MARKS[usize::from(col - 2) % MARKS.len()].0;
        sheet.write_string_with_format(head + 1, col, example, &grey().set_align(FormatAlign::Center))?;
        for row in first..=end {
            sheet.write_blank(row, col, &look::cell(look::Kind::Label))?;
        }
    }
    let mark = field(
        "签到",
        13.0,
        "",
        Check::Choice(|| MARKS.iter().map(|(mark, _)| *mark).collect()),
        "从下拉框里选。不应到的画“/”。",
    );
    check(sheet, &mark, (first, 2, end, last))?;
    for row in first..=end {
        sheet.write_number_with_format(row, 0, f64::from(row - head - 1), &look::cell(look::Kind::Label))?;
        sheet.write_blank(row, 1, &look::cell(look::Kind::Text))?;
    }
    let legend: Vec<String> = MARKS
        .iter()
        .filter(|(_, m)| !m.is_empty())
        .map(|(mark, meaning)| format!("{mark}{meaning}"))
        .collect();
    let legend = format!("注：{}；请假的写病假、事假、公假", legend.join("　"));
    sheet.write_string_with_format(end + 1, 0, &legend, &look::note())?;
    sheet.set_freeze_panes(head + 1, 2)?;
    sheet.set_repeat_rows(2, head)?;
    Ok(())
}

/// The labelled fields above the names of a sign-in sheet, two to a row.
const SIGN_IN: [Field; 6] = [
    field("时间", 0.0, "", Check::Day, "会议的日期，写成 2026-03-05。"),
    field("会议类别", 0.0, "", Check::Choice(kinds), "从下拉框里选。"),
    field("地点", 0.0, "", Check::Free, "可以不填。"),
    field("主持人", 0.0, "", Check::Free, "党课写讲课的人。"),
    field("主题", 0.0, "", Check::Free, "学习计划里的主题，照计划的写法写。"),
    field("学时", 0.0, "", Check::Number(24.0), "这次会议算几个学时。"),
];

fn write_sign_in(sheet: &mut Worksheet) -> Result<(), WriteError> {
    top(sheet, "会议签到表", 5, EXAMPLE)?;
    for (col, width) in [8.0, 14.0, 16.0, 12.0, 16.0, 16.0].into_iter().enumerate() {
        sheet.set_column_width(col as u16, width)?;
    }
    let label = look::head().set_align(FormatAlign::Center);
    for (i, field) in SIGN_IN.iter().enumerate() {
        let (row, left) = (2 + i as u32 / 2, (i as u16 % 2) * 3);
        sheet.set_row_height(row, 24)?;
        sheet.write_string_with_format(row, left, field.head, &label)?;
        sheet.merge_range(row, left + 1, row, left + 2, "", &filled(field.check))?;
        check(sheet, field, (row, left + 1, row, left + 1))?;
    }
    let head = 5;
    for (col, text) in ["序号", "姓名", "签到", "序号", "姓名", "签到"].into_iter().enumerate() {
        sheet.write_string_with_format(head, col as u16, text, &look::head())?;
    }
    for (col, text) in ["例", "张三", "√"].into_iter().enumerate() {
        sheet.write_string_with_format(head + 1, col as u16, text, &grey().set_align(FormatAlign::Center))?;
    }
    for col in 3..6 {
        sheet.write_blank(head + 1, col, &grey())?;
    }
    let rows = 20;
    for row in head + 2..head + 2 + rows {
        sheet.set_row_height(row, 22)?;
        for (left, from) in [(0, 0), (3, rows)] {
            let number = f64::from(row - head - 1 + from);
            sheet.write_number_with_format(row, left, number, &look::cell(look::Kind::Label))?;
            sheet.write_blank(row, left + 1, &look::cell(look::Kind::Text))?;
            sheet.write_blank(row, left + 2, &look::cell(look::Kind::Label))?;
        }
    }
    let mark = field(
        "签到",
        0.0,
        "",
        Check::Choice(|| vec!["√", "迟到", "病假", "事假", "公假", "缺席"]),
        "本人签名，或从下拉框里选。",
    );
    for col in [2, 5] {
        check(sheet, &mark, (head + 2, col, head + 1 + rows, col))?;
    }
    sheet.set_repeat_rows(head, head)?;
    Ok(())
}
