//! Kinds of file that no library here writes, put together by hand.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::support::{folder, table, taizhang};

/// A record of BIFF12: its type and its length seven bits a byte, then its body. See [MS-XLSB] 2.1.4.
fn record(kind: u32, body: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for mut number in [kind, body.len() as u32] {
        loop {
            let more = number >= 0x80;
            bytes.push((number & 0x7f) as u8 | if more { 0x80 } else { 0 });
            number >>= 7;
            if !more {
                break;
            }
        }
    }
    bytes.extend(body);
    bytes
}

fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    (units.len() as u32)
        .to_le_bytes()
        .into_iter()
        .chain(units.into_iter().flat_map(u16::to_le_bytes))
        .collect()
}

/// First and last row, first and last column, counted from zero.
type Merge = (u32, u32, u32, u32);

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
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"{name}\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
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

/// One sheet of texts as .xlsb.
fn xlsb(name: &str, rows: &[&[&str]], merges: &[Merge]) -> Vec<u8> {
    let number = |n: u32| n.to_le_bytes();
    let columns = rows.iter().map(|r| r.len()).max().unwrap_or(0) as u32;
    let mut sheet = [
        record(0x81, &[]),
        record(0x94, &[0, rows.len() as u32 - 1, 0, columns - 1].map(number).concat()),
        record(0x91, &[]),
    ]
    .concat();
    for (row, cells) in rows.iter().enumerate() {
        sheet.extend(record(0x00, &[number(row as u32).as_slice(), &[0; 13]].concat()));
        for (col, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.extend(record(0x06, &[number(col as u32).as_slice(), &[0; 4], &wide(text)].concat()));
        }
    }
    sheet.extend(record(0x92, &[]));
    for (first_row, last_row, first_col, last_col) in merges {
        let area = [*first_row, *last_row, *first_col, *last_col].map(number).concat();
        sheet.extend(record(0xb0, &area));
    }
    sheet.extend(record(0x82, &[]));
    let bundle = [vec![0; 4], number(1).to_vec(), wide("rId1"), wide(name)].concat();
    let book = [
        record(0x83, &[]),
        record(0x99, &[0; 12]),
        record(0x8f, &[]),
        record(0x9c, &bundle),
        record(0x90, &[]),
        record(0x9d, &[0; 26]),
        record(0x84, &[]),
    ]
    .concat();
    let relations = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>"#;
    zipped(&[
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", &sheet),
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

/// A date written once over two meetings is of both, in the formats whose merges calamine does not tell.
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
        [("台账.xlsb", xlsb("台账", rows, &merges)), ("台账.ods", ods("台账", rows, &merges))]
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
