//! Kinds of file that no library here writes, put together by hand.

use std::io::{Cursor, Write};
use std::path::Path;

use rust_xlsxwriter::Workbook;
use taizhang::address::Spot;
use taizhang::book::{self, Refusal};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::support::{facts, folder, table, taizhang};
use super::xls;
use super::xlsb::xlsb;

/// First and last row, first and last column, counted from zero.
pub type Merge = (u32, u32, u32, u32);

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in parts {
        archive.start_file(*path, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// One sheet of texts as .ods.
fn ods(name: &str, rows: &[&[&str]], merges: &[Merge]) -> Vec<u8> {
    let mut table = String::new();
    for (row, cells) in rows.iter().enumerate() {
        let cell = |(col, text): (usize, &&str)| {
            let span =
                merges.iter().find(|m| (m.0, m.2) == (row as u32, col as u32)).map_or(String::new(), |m| {
                    format!(
                        " table:number-rows-spanned=\"{}\" table:number-columns-spanned=\"{}\"",
                        m.1 - m.0 + 1,
                        m.3 - m.2 + 1
                    )
                });
            format!(
                "<table:table-cell{span} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        let cells: String = cells.iter().enumerate().map(cell).collect();
        table += &format!("<table:table-row>{cells}</table:table-row>");
    }
    ods_of(&format!("<table:table table:name=\"{name}\">{table}</table:table>"))
}

fn ods_of(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

const ROSTER: &str =
    "第一支部党员花名册\n姓名,入党时间,党员类别\n赵文博,2010-05-01,正式党员\n钱进,2010-05-01,正式党员\n";

/// A binary workbook is read as any other, under its own name or a wrong one; cut short, it is refused by name.
#[test]
fn binary_workbooks() {
    let book = xlsb(
        "3月",
        &[
            &["第一支部2026年考勤表"],
            &["序号", "姓名", "3月5日", "3月12日"],
            &["", "", "主题党日", "党课"],
            &["1", "赵文博", "√", "病假"],
            &["2", "钱　进", "迟到", "√"],
        ],
        &[],
        &[],
    );
    let dir = folder(&[("花名册.csv", ROSTER)]);
    for (name, bytes, facts, code) in [
        ("考勤.xlsb", book.as_slice(), 4, None),
        ("考勤.xls", book.as_slice(), 4, None),
        ("考勤.xlsb", &book[..book.len() / 2], 0, Some("unreadable")),
    ] {
        std::fs::write(dir.path().join(name), bytes).unwrap();
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let attendance = table(&out.path().join("attendance.csv"));
        let issues = table(&out.path().join("issues.csv"));
        assert_eq!(attendance.len(), facts, "{name}: {issues:?}");
        assert_eq!(issues.iter().map(|i| i["code"].as_str()).next(), code, "{name}");
        if let Some(late) = attendance.iter().find(|a| a["status"] == "late") {
            assert_eq!(
                (late["name"].as_str(), late["source"].as_str()),
                ("钱进", format!("{name} › 3月 › C5").as_str())
            );
        }
        std::fs::remove_file(dir.path().join(name)).unwrap();
    }
}

/// A date written once over two meetings is of both, in every format.
#[test]
fn merges_of_every_format() {
    let rows: &[&[&str]] = &[
        &["第一支部2026年三会一课台账"],
        &["日期", "会议类型", "主题", "请假人员", "缺席人员"],
        &["3月5日", "党员大会", "总结", "", ""],
        &["", "党课", "党章", "钱进（病假）", ""],
        &["3月12日", "主题党日", "植树", "", "赵文博"],
    ];
    let merges = [(0, 0, 0, 4), (2, 3, 0, 0)];
    for (name, bytes) in
        [("台账.xlsb", xlsb("台账", rows, &merges, &[])), ("台账.ods", ods("台账", rows, &merges))]
    {
        let dir = folder(&[("花名册.csv", ROSTER)]);
        std::fs::write(dir.path().join(name), bytes).unwrap();
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
        let sessions: Vec<String> = table(&out.path().join("sessions.csv"))
            .iter()
            .map(|s| format!("{} {}", s["date"], s["kind"]))
            .collect();
        let expected = ["2026-03-05 general_meeting", "2026-03-05 lecture", "2026-03-12 theme_day"];
        assert_eq!(sessions, expected, "{name}: {:?}", table(&out.path().join("issues.csv")));
    }
}

/// What is struck through is no longer said, in whatever format: the row of somebody who left, words in a cell.
#[test]
fn struck_through_in_every_format() {
    let members = |dir: &Path, sheets: [&str; 2]| {
        let out = tempfile::tempdir().unwrap();
        taizhang().arg("facts").arg(dir).arg("--out").arg(out.path()).assert().success();
        let names: Vec<String> =
            table(&out.path().join("members.csv")).iter().map(|m| m["name"].clone()).collect();
        let told: Vec<String> = table(&out.path().join("issues.csv"))
            .iter()
            .filter(|i| sheets.contains(&i["sheet"].as_str()))
            .map(|i| format!("{} {} {}", i["code"], i["cell"], i["value"]))
            .collect();
        (names.join(" "), told)
    };
    // By LibreOffice: the third member, and 周丽华 among the absent of the second sheet.
    for name in ["struck.xls", "struck.ods"] {
        let dir = folder(&[]);
        std::fs::copy(Path::new("tests/files").join(name), dir.path().join(name)).unwrap();
        let (names, told) = members(dir.path(), ["名册", "台账"]);
        assert_eq!(names, "赵建国 钱文博 李志强 周丽华 吴晓东", "{name}");
        assert_eq!(told, ["struck-out B5 孙秀英", "struck-words E3 、周丽华(事假)"], "{name}");
    }
    let rows: &[&[&str]] =
        &[&["第一支部党员花名册"], &["姓名", "入党时间"], &["赵文博", "2010-05-01"], &["钱进", "2010-05-01"]];
    let binary = xlsb("花名册", rows, &[], &[(3, 0), (3, 1)]);
    let page = "<table><tr><td>第一支部党员花名册</td></tr><tr><td>姓名<td>入党时间<td>备注</tr>
        <tr><td>赵文博<td>2010-05-01<td>组长<s>、书记</s></tr>
        <tr><td><s>钱进</s><td style='text-decoration:line-through'><b>2010-05-01</b><td></tr></table>";
    for (name, bytes, told) in [
        ("花名册.xlsb", binary.as_slice(), &["struck-out A4 钱进"][..]),
        ("花名册.xls", page.as_bytes(), &["struck-words C3 、书记", "struck-out A4 钱进"]),
    ] {
        let dir = folder(&[]);
        std::fs::write(dir.path().join(name), bytes).unwrap();
        let (names, said) = members(dir.path(), ["花名册", "花名册"]);
        assert_eq!(
            (names.as_str(), said),
            ("赵文博", told.iter().map(|t| t.to_string()).collect()),
            "{name}"
        );
    }
}

/// Rows that are struck through end no list and begin no section.
#[test]
fn struck_rows_of_a_log_in_sections() {
    let row = |number: u32, day: &str, struck: bool| {
        let [on, off] = if struck { ["<s>", "</s>"] } else { ["", ""] };
        format!("<tr><td>{number}<td>{on}{day}{off}<td>{on}学习党章{off}<td>{on}钱进（病假）{off}</tr>")
    };
    let log = format!(
        "<table><tr><td>第一支部2026年三会一课台账</td></tr><tr><td>序号<td>日期<td>主题<td>请假人员</tr>
        <tr><td>一、主题党日</tr>{}{}{}<tr><td>二、党课</tr>{}</table>",
        row(1, "3月5日", false),
        row(2, "3月12日", true),
        row(3, "3月19日", false),
        row(1, "3月26日", false)
    );
    let out = facts(&[("花名册.csv", ROSTER), ("台账.xls", &log)]);
    let sessions: Vec<String> = table(&out.path().join("sessions.csv"))
        .iter()
        .map(|s| format!("{} {}", s["date"], s["kind"]))
        .collect();
    assert_eq!(sessions, ["2026-03-05 theme_day", "2026-03-19 theme_day", "2026-03-26 lecture"]);
}

/// A row that is struck through is out of every layout, those of plans among them, and its number leaves no gap.
#[test]
fn struck_rows_of_a_plan() {
    let plan = "<table><tr><td>2026年学习计划</td></tr><tr><td>序号<td>月份<td>学习主题<td>学时</tr>
        <tr><td>1<td>3月<td>学习党章<td>2</tr><tr><td>2<td><s>4月</s><td><s>学习条例</s><td><s>2</s></tr>
        <tr><td>3<td>5月<td>学习准则<td>2</tr></table>";
    let dir = folder(&[("花名册.csv", ROSTER)]);
    std::fs::write(dir.path().join("计划.xls"), plan).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let topics: Vec<String> =
        table(&out.path().join("study_plan.csv")).iter().map(|p| p["topic"].clone()).collect();
    assert_eq!(topics, ["学习党章", "学习准则"]);
    let told: Vec<String> = table(&out.path().join("issues.csv"))
        .iter()
        .map(|i| format!("{} {} {}", i["code"], i["cell"], i["value"]))
        .collect();
    assert_eq!(told, ["struck-out B4 4月"]);
    // Shown as it stands in the book.
    let shown = taizhang().arg("check").arg(dir.path()).arg("--out").arg(out.path()).output().unwrap();
    assert!(String::from_utf8(shown.stdout).unwrap().contains("│ 4月 │ 学习条例 │"));
}

/// A page says of which branch and month a table is above it, in any element, and frames its parts with tables.
#[test]
fn pages_as_they_are_shown() {
    let read = |page: &str| {
        let book = book::read(Path::new("导出.xls"), page.as_bytes()).unwrap();
        let sheet = &book.sheets[0];
        let places = (0..sheet.rows()).flat_map(|row| (0..sheet.cols()).map(move |col| (row, col)));
        let filled = places.clone().filter(|&(row, col)| !sheet.written(row, col).is_empty());
        let cells: Vec<String> = filled
            .map(|(row, col)| format!("{} {}", Spot { row, col }, sheet.written(row, col).replace('\n', "/")))
            .collect();
        let merges = places.filter_map(|(row, col)| sheet.merge_at(row, col)).map(|m| m.to_string());
        (sheet.name.clone(), cells.join("|"), merges.collect::<Vec<_>>().join(" "))
    };
    for (page, name, cells, merges) in [
        (
            "<html><head><title>导出</title><style>td{}</style></head><body><h2>第一支部</h2><p>2026年3月\n   考勤表</p>
            <table><caption>单位：人</caption><tr><td>姓名<td>签到</tr></table>合计：1人<br>制表：<b>赵文</b>博</body></html>",
            "导出",
            "A1 第一支部|A2 2026年3月 考勤表|A3 单位：人|A4 姓名|B4 签到|A5 合计：1人|A6 制表：赵文博",
            "",
        ),
        (
            "<table><tr><td>左<td><table><tr><td>姓名<td>签到</tr><tr><td>赵文博<td>√</tr></table></tr></table>",
            "导出",
            "A1 左|A2 姓名|B2 签到|A3 赵文博|B3 √",
            "",
        ),
        (
            "<table><tr><td rowspan=5>甲<td><p>赵文博</p><p>钱 <br>进</p></tr></table><table><tr><td>乙<td>丙</tr></table>",
            "导出",
            "A1 甲|B1 赵文博/钱/进|A2 乙|B2 丙",
            "A1",
        ),
        (
            "<html><head><!--[if gte mso 9]><xml><x:ExcelWorksheets><x:Name>3月</x:Name></x:ExcelWorksheets></xml><![endif]-->
            <xml><w>无</w></xml></head><table><tr><td>姓&nbsp;&nbsp;名</tr></table>",
            "3月",
            "A1 姓 名",
            "",
        ),
    ] {
        assert_eq!(read(page), (name.to_string(), cells.to_string(), merges.to_string()), "{page}");
    }
}

/// Workbooks with a cell far out on each of some sheets.
fn far_out(sheets: usize, row: u32, col: u16) -> Vec<(&'static str, Vec<u8>)> {
    let mut xlsx = Workbook::new();
    for _ in 0..sheets {
        let sheet = xlsx.add_worksheet();
        sheet.write(0, 0, "姓名").unwrap();
        sheet.write(row, col, "张三").unwrap();
    }
    // LibreOffice writes what is empty between two cells as one cell and one row that are repeated.
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>张三</text:p></table:table-cell>";
    let table = format!(
        "<table:table><table:table-row>{cell}</table:table-row>
        <table:table-row table:number-rows-repeated=\"{}\"><table:table-cell table:number-columns-repeated=\"9\"/></table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated=\"{col}\"/>{cell}</table:table-row></table:table>",
        row - 1
    );
    let (last_row, last_col) = (row.min(65_535) as u16, col.min(255));
    let cells = [xls::text(0, 0, "姓名"), xls::text(last_row, last_col, "张三")];
    let xls = xls::Book { sheets: vec![&cells; sheets], ..xls::Book::default() }.file();
    vec![
        ("书.xlsx", xlsx.save_to_buffer().unwrap()),
        ("书.ods", ods_of(&table.repeat(sheets))),
        ("书.xls", xls),
    ]
}

/// One cell at the end of a sheet, and one not so far on each of many, would take gigabytes to lay out.
#[test]
fn cells_far_out() {
    let named = [
        ("一格", far_out(1, 1_048_575, 16_383), "处有内容，表的范围过大"),
        ("多表", far_out(100, 60_000, 30), "各张表的范围加起来过大"),
    ];
    for (what, books, why) in named {
        for (name, bytes) in books {
            let refused = book::read(Path::new(name), &bytes).map(|book| book.sheets.len());
            let is_told = matches!(&refused, Err(Refusal::TooLarge(said)) if said.ends_with(why));
            assert!(is_told, "{what} {name}: {refused:?}");
        }
    }
    for (name, bytes) in far_out(2, 1_000, 30) {
        let book = book::read(Path::new(name), &bytes).unwrap();
        assert!(book.sheets.iter().all(|s| s.value(1_000, 30).text() == "张三"), "{name}");
    }
}

/// A part that unpacks to far more than it claims, or than any book has, is refused by its name.
#[test]
fn archive_bombs() {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let fast = SimpleFileOptions::default().compression_level(Some(1));
    archive.start_file("bomb", fast).unwrap();
    // No part of any format begins so.
    archive.write_all(&[0x13, 1, 0]).unwrap();
    for _ in 0..401 {
        archive.write_all(&vec![0; 1 << 20]).unwrap();
    }
    let mut bomb = zip::ZipArchive::new(Cursor::new(archive.finish().unwrap().into_inner())).unwrap();
    let rows: &[&[&str]] = &[&["姓名"], &["张三"]];
    for (name, book, part) in [
        ("书.xlsb", xlsb("表", rows, &[], &[]), "xl/sharedStrings.bin"),
        ("书.ods", ods("表", rows, &[]), "content.xml"),
        ("书.xlsx", Workbook::new().save_to_buffer().unwrap(), "xl/styles.xml"),
    ] {
        let mut sound = zip::ZipArchive::new(Cursor::new(book)).unwrap();
        let mut armed = ZipWriter::new(Cursor::new(Vec::new()));
        for place in 0..sound.len() {
            let file = sound.by_index_raw(place).unwrap();
            if file.name() != part {
                armed.raw_copy_file(file).unwrap();
            }
        }
        armed.raw_copy_file_rename(bomb.by_index_raw(0).unwrap(), part).unwrap();
        let refused = book::read(Path::new(name), &armed.finish().unwrap().into_inner()).map(|_| ());
        assert_eq!(refused, Err(Refusal::TooLarge("压缩包展开后过大".into())), "{name}");
    }
}

/// What no person keeps costs itself alone: a line that never ends, a hundred thousand merges, ten thousand other files,
/// a name with spaces and a picture in it.
#[test]
fn among_what_nobody_keeps() {
    let dir = folder(&[("党员 名册 😀/花名册（新）.csv", ROSTER), ("一行.csv", &",".repeat(1 << 20))]);
    for place in 0..10_000 {
        std::fs::write(dir.path().join(format!("照片{place}.jpg")), "x").unwrap();
    }
    let merges: String =
        (0..100_000u32).map(|place| format!("<mergeCell ref=\"B{0}:C{0}\"/>", place + 1)).collect();
    let sheet = format!(
        "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>姓名</t></is></c></row></sheetData><mergeCells>{merges}</mergeCells></worksheet>"
    );
    let book = super::xlsx::workbook(&sheet, "<sst/>", "<styleSheet/>");
    assert_eq!(book::read(Path::new("书.xlsx"), &book).unwrap().sheets[0].value(0, 0).text(), "姓名");
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let members = table(&out.path().join("members.csv"));
    let sources: Vec<&str> = members.iter().map(|m| m["source"].as_str()).collect();
    let path = "党员 名册 😀/花名册（新）.csv › 花名册（新）";
    assert_eq!(sources, [format!("{path} › A3"), format!("{path} › A4")]);
    let issues = table(&out.path().join("issues.csv"));
    let told: Vec<(&str, &str)> = issues
        .iter()
        .filter(|i| i["file"].ends_with(".csv"))
        .map(|i| (i["code"].as_str(), i["file"].as_str()))
        .collect();
    assert_eq!(told, [("too-large", "一行.csv")]);
}
