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

/// One sheet of texts as .xlsb.
fn xlsb(name: &str, rows: &[&[&str]]) -> Vec<u8> {
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
    sheet.extend([record(0x92, &[]), record(0x82, &[])].concat());
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
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 3] = [
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", relations),
        ("xl/worksheets/sheet1.bin", &sheet),
    ];
    for (path, bytes) in parts {
        archive.start_file(path, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
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
