//! The blank forms that `init` writes, filled in as a branch would, are read back without an issue.

use std::path::Path;

use calamine::{Data, Reader, Xlsx, open_workbook};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::support::{table, taizhang};

/// What is written into a form's cells, by Excel's names.
type Filled<'a> = &'a [(&'a str, &'a str)];

fn spot(name: &str) -> (u32, u16) {
    let col = name.bytes().next().unwrap() - b'A';
    (name[1..].parse::<u32>().unwrap() - 1, u16::from(col))
}

/// The form with cells filled in: its own content and merges, and days as Excel keeps them.
fn fill(form: &Path, to: &Path, filled: Filled) {
    let mut blank: Xlsx<_> = open_workbook(form).unwrap();
    let name = blank.sheet_names()[0].clone();
    let range = blank.worksheet_range(&name).unwrap();
    let merges = blank.merge_cells_by_sheet_name(&name).unwrap();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name(&name).unwrap();
    for merge in merges {
        let (first, last) = (merge.start, merge.end);
        sheet.merge_range(first.0, first.1 as u16, last.0, last.1 as u16, "", &Format::new()).unwrap();
    }
    let (top, left) = range.start().unwrap();
    for (row, col, value) in range.used_cells() {
        let (row, col) = (top + row as u32, left as u16 + col as u16);
        match value {
            Data::Float(number) => sheet.write(row, col, *number).unwrap(),
            other => sheet.write(row, col, other.to_string()).unwrap(),
        };
    }
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (cell, value) in filled {
        let (row, col) = spot(cell);
        match (ExcelDateTime::parse_from_str(value), value.parse::<f64>()) {
            (Ok(date), _) if value.len() == 10 => sheet.write_with_format(row, col, &date, &day).unwrap(),
            (_, Ok(number)) if value.len() < 18 => sheet.write(row, col, number).unwrap(),
            _ => sheet.write(row, col, *value).unwrap(),
        };
    }
    book.save(to).unwrap();
}

const FORMS: [(&str, Filled); 5] = [
    (
        "党员花名册",
        &[
            ("C2", "第一党支部"),
            ("B5", "张伟"),
            ("C5", "男"),
            ("E5", "2010-07-01"),
            ("F5", "正式党员"),
            ("G5", "在职"),
            ("H5", "书记"),
            ("J5", "办公室"),
            ("B6", "李四"),
            ("C6", "女"),
            ("E6", "2011-07-01"),
            ("F6", "正式党员"),
            ("G6", "离退休"),
            ("B7", "王五"),
            ("C7", "男"),
            ("E7", "2025-07-01"),
            ("F7", "预备党员"),
            ("G7", "在职"),
        ],
    ),
    (
        "党员考勤表",
        &[
            ("C2", "第一党支部"),
            ("C3", "2026-03-05"),
            ("C4", "主题党日"),
            ("C5", "全国两会精神学习"),
            ("D3", "2026-03-12"),
            ("D4", "党课"),
            ("B8", "张伟"),
            ("C8", "√"),
            ("D8", "△"),
            ("B9", "李四"),
            ("C9", "病假"),
            ("D9", "×"),
            ("B10", "王五"),
            ("C10", "√"),
            ("D10", "/"),
        ],
    ),
    (
        "会议签到表",
        &[
            ("C2", "第一党支部"),
            ("B3", "2026-03-20"),
            ("E3", "党员大会"),
            ("E4", "张伟"),
            ("B5", "换届"),
            ("E5", "2"),
            ("B8", "张伟"),
            ("C8", "√"),
            ("B9", "李四"),
            ("C9", "迟到"),
            ("E8", "王五"),
            ("F8", "公假"),
        ],
    ),
    (
        "三会一课台账",
        &[
            ("C2", "第一党支部"),
            ("B5", "2026-03-26"),
            ("C5", "集中学习"),
            ("D5", "社会保险法解读"),
            ("G5", "3"),
            ("H5", "2"),
            ("I5", "李四（病假）"),
            ("J5", "无"),
            ("K5", "2"),
        ],
    ),
    (
        "党员学习计划",
        &[
            ("C2", "第一党支部"),
            ("B5", "2026年3月"),
            ("C5", "全国两会精神学习"),
            ("D5", "政治理论"),
            ("E5", "2"),
            ("F5", "集中学习"),
            ("G5", "全体党员"),
            ("C6", "社会保险法解读"),
            ("D6", "业务知识"),
            ("E6", "1.5"),
            ("G6", "在职党员"),
        ],
    ),
];

#[test]
fn forms_filled_in_are_read_without_an_issue() {
    let (init, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    taizhang().arg("init").arg(init.path()).assert().success();
    for (form, filled) in FORMS {
        let file = format!("{form}.xlsx");
        fill(&init.path().join("空白表格").join(&file), &init.path().join(&file), filled);
    }
    taizhang().arg("facts").arg(init.path()).arg("--out").arg(out.path()).assert().success();
    let lines = |file: &str, keys: &[&str]| -> Vec<String> {
        let rows = table(&out.path().join(file));
        rows.iter().map(|r| keys.iter().map(|k| r[*k].as_str()).collect::<Vec<_>>().join(" ")).collect()
    };
    assert_eq!(lines("issues.csv", &["code", "file", "cell", "message"]), [""; 0]);
    assert_eq!(
        lines("members.csv", &["branch", "name", "gender", "joined", "status", "post", "category"]),
        [
            "第一党支部 张伟 男 2010-07-01 full 书记 on_post",
            "第一党支部 李四 女 2011-07-01 full  retired",
            "第一党支部 王五 男 2025-07-01 probationary  on_post",
        ]
    );
    assert_eq!(
        lines("sessions.csv", &["date", "kind", "topic", "host", "hours", "due", "came"]),
        [
            "2026-03-05 theme_day 全国两会精神学习   3 2",
            "2026-03-12 lecture    2 1",
            "2026-03-20 general_meeting 换届 张伟 2 3 2",
            "2026-03-26 study 社会保险法解读  2 3 2",
        ]
    );
    assert_eq!(
        lines("attendance.csv", &["date", "name", "status", "leave_type"]),
        [
            "2026-03-05 张伟 present ",
            "2026-03-05 李四 leave sick",
            "2026-03-05 王五 present ",
            "2026-03-12 张伟 late ",
            "2026-03-12 李四 absent ",
            "2026-03-12 王五 not_due ",
            "2026-03-20 张伟 present ",
            "2026-03-20 李四 late ",
            "2026-03-20 王五 leave official",
            "2026-03-26 张伟 present ",
            "2026-03-26 李四 leave sick",
            "2026-03-26 王五 present ",
        ]
    );
    assert_eq!(
        lines("study_plan.csv", &["branch", "month", "topic", "category", "hours", "form", "audience"]),
        [
            "第一党支部 2026-03 全国两会精神学习 政治理论 2 集中学习 全体党员",
            "第一党支部 2026-03 社会保险法解读 业务知识 1.5  在职党员",
        ]
    );
}
