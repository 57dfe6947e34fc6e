//! What the program reads from an xlsx itself, held against calamine, and what calamine does not read.

use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use taizhang::book::{self, Book, Refusal, Value};

use super::compared::Compared;
use super::formats::zipped;
use super::support::{files, reports, sample};

/// The sample and every workbook that is made of it: cell by cell and merge by merge as calamine has them.
#[test]
fn as_calamine_reads_it() {
    let out = reports();
    let mut compared = Compared::default();
    for (name, bytes) in files(&sample()).into_iter().chain(files(out.path())) {
        let Ok(mut theirs) = Xlsx::new(Cursor::new(bytes.as_slice())) else { continue };
        let ours = book::read(Path::new(&name), &bytes).unwrap();
        compared
            .hold(&name, &ours, &mut theirs, |book, sheet| book.merge_cells_by_sheet_name(sheet).unwrap());
    }
    assert!(compared.cells > 10_000 && compared.merges > 100, "{} {}", compared.cells, compared.merges);
}

/// A book of one sheet from what stands in its parts.
pub fn workbook(sheet: &str, strings: &str, styles: &str) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let tops = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{relation}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
    );
    // Excel's strict format has other addresses, and a program or two other letters.
    let parts = "<Relationships><Relationship Id=\"rId1\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" Target=\"worksheets/Sheet1.xml\"/></Relationships>";
    let book = "<x:workbook><x:workbookPr date1904=\"1\"/><x:sheets><x:sheet name=\"3月&amp;4月\" sheetId=\"1\" r:id=\"rId1\"/></x:sheets></x:workbook>";
    zipped(&[
        ("_rels/.rels", tops.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", parts.as_bytes()),
        ("xl\\worksheets\\sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/styles.xml", styles.as_bytes()),
    ])
}

fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    book::read(Path::new("书.xlsx"), bytes)
}

const STYLES: &str = "<styleSheet>
    <numFmts><numFmt numFmtId=\"176\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/></numFmts>
    <fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts>
    <cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>
    <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"176\"/><xf numFmtId=\"31\"/><xf fontId=\"1\"/><xf fontId=\"2\"/></cellXfs>
    <dxfs><dxf><font><strike/></font></dxf></dxfs>
</styleSheet>";

/// Every way in which a cell may hold its value.
#[test]
fn values_of_cells() {
    let strings = "<sst><si><t> 张三 </t></si><si/>
        <si><r><rPr><strike/></rPr><t>李四</t></r><r><rPr><strike/></rPr><t xml:space=\"preserve\"> </t></r></si>
        <si><r><rPr><strike/></rPr><t>王五</t></r><r><t>赵六</t></r><rPh><t>wang</t></rPh></si></sst>";
    for (cell, shown, struck) in [
        ("<c><v>12</v></c>", "12", false),
        ("<c t=\"n\"><v>2.50</v></c>", "2.5", false),
        ("<c t=\"n\"><v>约3</v></c>", "约3", false),
        ("<c><v>NaN</v></c>", "NaN", false),
        ("<c t=\"s\"><v>0</v></c>", "张三", false),
        ("<c t=\"s\"><v>1</v></c>", "", false),
        ("<c t=\"s\"><v>2</v></c>", "", true),
        // What is struck through is no longer said.
        ("<c t=\"s\"><v>3</v></c>", "赵六", false),
        ("<c t=\"s\" s=\"3\"><v>0</v></c>", "", true),
        ("<c t=\"s\" s=\"4\"><v>0</v></c>", "张三", false),
        ("<c t=\"inlineStr\"><is><t>张&lt;三_x000D_</t></is></c>", "张<三\r", false),
        ("<c t=\"inlineStr\"><is><t>张三</t></is><v>0</v></c>", "张三", false),
        ("<c t=\"str\"><f>A1&amp;\"\"</f><v>张&amp;三</v></c>", "张&三", false),
        ("<c t=\"b\"><v>1</v></c>", "TRUE", false),
        ("<c t=\"b\"><v>2</v></c>", "2", false),
        // Calamine knows seven errors and gives up a book for an eighth.
        ("<c t=\"e\"><v>#SPILL!</v></c>", "#SPILL!", false),
        ("<c t=\"none such\"><v>甲</v></c>", "甲", false),
        ("<c t=\"d\"><v>2026-03-05T00:00:00</v></c>", "2026-03-05", false),
        // From 1904, four years and a day later than the same number elsewhere.
        ("<c s=\"1\"><v>44624</v></c>", "2026-03-05", false),
        ("<c s=\"2\"><v>44624.5</v></c>", "2026-03-05", false),
        ("<c s=\"99\"><v>44624</v></c>", "44624", false),
        ("<c><f>1+1</f></c>", "", false),
        ("<c/>", "", false),
        ("<c><v><![CDATA[7]]></v><extLst><v>8</v></extLst></c>", "7", false),
    ] {
        let sheet = format!("<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>");
        let book = read(&workbook(&sheet, strings, STYLES)).unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(
            (sheet.value(0, 0).text().as_str(), sheet.struck_rows().contains_key(&0)),
            (shown, struck),
            "{cell}"
        );
    }
}

/// A part that is the same in the next book is not parsed again; one that only looks like it is.
#[test]
fn each_book_has_its_own_styles() {
    let sheet = "<worksheet><sheetData><row><c s=\"1\"><v>44624</v></c></row></sheetData></worksheet>";
    let undated = STYLES.replace("<xf numFmtId=\"176\"/>", "<xf numFmtId=\"001\"/>");
    for (styles, shown) in
        [(STYLES, "2026-03-05"), (STYLES, "2026-03-05"), (&undated, "44624"), (STYLES, "2026-03-05")]
    {
        let book = read(&workbook(sheet, "<sst/>", styles)).unwrap();
        assert_eq!(book.sheets[0].value(0, 0).text(), shown);
    }
}

/// Rows and cells need not say where they lie; names may have prefixes; a book that is cut short is refused.
#[test]
fn where_cells_lie() {
    let sheet = "<x:worksheet><x:sheetData>
        <x:row/><x:row><x:c/><x:c t='str'><x:v>二</x:v></x:c></x:row>
        <x:row r=\"5\"><x:c r=\"C5\" t=\"str\"><x:v>五</x:v></x:c><x:c t=\"str\"><x:v>后</x:v></x:c></x:row>
        <x:row><x:c t=\"str\"><x:v>六</x:v></x:c></x:row>
        </x:sheetData><x:mergeCells><x:mergeCell ref=\"A5:B6\"/><x:mergeCell ref=\"甲\"/></x:mergeCells></x:worksheet>";
    let whole = workbook(sheet, "<sst/>", "<styleSheet/>");
    let book = read(&whole).unwrap();
    let sheet_read = &book.sheets[0];
    assert_eq!(sheet_read.name, "3月&4月");
    for (row, col, text) in [(1, 1, "二"), (4, 2, "五"), (4, 3, "后"), (5, 0, "六")] {
        assert_eq!(sheet_read.value(row, col), &Value::Text(text.into()));
    }
    assert_eq!((sheet_read.rows(), sheet_read.cols()), (6, 4));
    assert_eq!(sheet_read.merge_at(5, 1).map(|area| area.to_string()), Some("A5:B6".into()));
    for broken in [
        sheet.replace("</x:worksheet>", ""),
        sheet.replace("</x:mergeCells></x:worksheet>", "<"),
        sheet.replace("t='str'", "t='s'"),
        sheet.replace("t='str'", "t=str"),
        sheet.replace("\"C5\"", "\"5C\""),
        sheet.replace("r=\"5\"", "r=\"five\""),
        String::new(),
    ] {
        let refused = read(&workbook(&broken, "<sst/>", "<styleSheet/>"));
        assert!(matches!(refused, Err(Refusal::Unreadable(_))), "{broken}");
    }
}

/// A letter that was lost on the way never becomes another figure: parts have checksums.
#[test]
fn damaged_on_the_way() {
    let row = |n: u32| format!("<row><c><v>{n}</v></c><c t=\"str\"><v>迟到{n}分钟</v></c></row>");
    let rows: String = (10..40).map(row).collect();
    let whole =
        workbook(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"), "<sst/>", "<styleSheet/>");
    let cells = |bytes: &[u8]| {
        let sheet = read(bytes).ok()?.sheets.remove(0);
        let every =
            (0..sheet.rows()).flat_map(|row| [sheet.value(row, 0).text(), sheet.value(row, 1).text()]);
        Some(every.collect::<Vec<_>>())
    };
    let mut archive = zip::ZipArchive::new(Cursor::new(whole.as_slice())).unwrap();
    let part = archive.by_index(3).unwrap();
    let start = part.data_start().unwrap() as usize;
    let packed = start..start + part.compressed_size() as usize;
    drop(part);
    assert_eq!(cells(&whole).map(|cells| cells.len()), Some(60));
    for at in packed {
        let mut damaged = whole.clone();
        damaged[at] ^= 1;
        let read = cells(&damaged);
        assert!(read.is_none() || read == cells(&whole), "{at}: {read:?}");
    }
}
