//! Any text as the cells of a sound xlsx: lines are rows, tabs part cells; `|` at a cell's end merges it with the
//! cell on its right. What a compressed file hides from the fuzzer, this opens to it.

#![no_main]

use std::io::{Cursor, Write};
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use taizhang::book;
use taizhang::reading::{self, Lexicon};
use taizhang::vocabulary::Vocabulary;
use zip::write::SimpleFileOptions;

const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="3月" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

fuzz_target!(|text: &str| {
    let (mut rows, mut merges) = (String::new(), String::new());
    for (r, line) in text.lines().take(200).enumerate() {
        rows.push_str(&format!(r#"<row r="{}">"#, r + 1));
        for (c, cell) in line.split('\t').take(26).enumerate() {
            let column = |c: usize| char::from(b'A' + (c % 26) as u8);
            let at = format!("{}{}", column(c), r + 1);
            if cell.ends_with('|') && c < 25 {
                merges.push_str(&format!(r#"<mergeCell ref="{at}:{}{}"/>"#, column(c + 1), r + 1));
            }
            let cell = cell.trim_end_matches('|');
            if cell.parse::<f64>().is_ok_and(f64::is_finite) {
                rows.push_str(&format!(r#"<c r="{at}"><v>{cell}</v></c>"#));
            } else {
                let escaped = cell.replace('&', "&amp;").replace('<', "&lt;");
                rows.push_str(&format!(r#"<c r="{at}" t="inlineStr"><is><t>{escaped}</t></is></c>"#));
            }
        }
        rows.push_str("</row>");
    }
    let merges = if merges.is_empty() { merges } else { format!("<mergeCells>{merges}</mergeCells>") };
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData>{merges}</worksheet>"#
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in PARTS.into_iter().chain([("xl/worksheets/sheet1.xml", sheet.as_str())]) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let name = "第一支部2026年考勤.xlsx";
    // Text may hold characters that XML forbids; such a file is refused.
    if let Ok(book) = book::read(Path::new(name), &bytes) {
        reading::read(&book, 0, name, &Lexicon::new(Vocabulary::built_in()), &[]);
    }
});
