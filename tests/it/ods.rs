//! What the program reads from an ods, held against calamine where that reads it too.

use std::io::Cursor;
use std::path::Path;

use calamine::{Ods, Reader};
use taizhang::book::{self, Book, Refusal, Sheet};

use super::formats::zipped;

const SPACES: &str =
    "xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:draw=\"d\"";

/// A book from what stands in its tables, in the styles of its content, and in those that it names.
fn ods(tables: &str, styles: &str, named: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content {SPACES}>
        <office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let named = format!(
        "<office:document-styles {SPACES}><office:styles>{named}</office:styles></office:document-styles>"
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("styles.xml", named.as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}

fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    book::read(Path::new("书.ods"), bytes)
}

fn row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

fn table(rows: &str) -> String {
    format!("<table:table table:name=\"表\">{rows}</table:table>")
}

/// The only sheet of a book of one row, and the text of its first cell.
fn first(cell: &str) -> (Sheet, String) {
    let sheet = read(&ods(&table(&row(cell)), "", "")).unwrap().sheets.remove(0);
    let text = sheet.value(0, 0).text();
    (sheet, text)
}

/// A book with 张三 in its first cell, and on it what somebody noted, in a line each.
pub fn with_comment(lines: &[&str]) -> Vec<u8> {
    let lines: String = lines.iter().map(|line| format!("<text:p>{line}</text:p>")).collect();
    let annotation = format!(
        "<office:annotation><dc:creator>王主任</dc:creator><dc:date>2026</dc:date>{lines}</office:annotation>"
    );
    let cell = format!(
        "<table:table-cell office:value-type=\"string\">{annotation}<text:p>张三</text:p></table:table-cell>"
    );
    ods(&table(&row(&cell)), "", "")
}

/// Values in every type; where calamine gives something else, it is wrong or tells less.
#[test]
fn values_of_every_type() {
    for (cell, text, as_calamine) in [
        ("office:value-type=\"float\" office:value=\"3.5\"><text:p>3.50</text:p>", "3.5", true),
        ("office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p>", "0.5", true),
        ("office:value-type=\"currency\" office:value=\"12\"><text:p>¥12</text:p>", "12", true),
        ("office:value-type=\"float\" office:value=\"nan\"><text:p>多</text:p>", "多", false),
        (
            "office:value-type=\"date\" office:date-value=\"2026-03-05\"><text:p>3月5日</text:p>",
            "2026-03-05",
            true,
        ),
        (
            "office:value-type=\"date\" office:date-value=\"2026-03-05T08:30:00\"><text:p>3月5日</text:p>",
            "2026-03-05",
            false,
        ),
        ("office:value-type=\"date\" office:date-value=\"不详\"><text:p>3月5日</text:p>", "3月5日", false),
        ("office:value-type=\"time\" office:time-value=\"PT08H30M00S\"><text:p>8:30</text:p>", "8:30", false),
        ("office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>真</text:p>", "TRUE", false),
        ("office:value-type=\"string\"><text:p>张三</text:p>", "张三", true),
        ("office:value-type=\"string\" office:string-value=\"张三\">", "张三", true),
        ("office:value-type=\"string\" office:string-value=\"\"><text:p>#DIV/0!</text:p>", "#DIV/0!", false),
        ("><text:p>张三</text:p>", "张三", false),
        (">", "", true),
    ] {
        let written = format!("<table:table-cell {cell}</table:table-cell>");
        assert_eq!(first(&written).1, text, "{cell}");
        let bytes = ods(&table(&row(&written)), "", "");
        let theirs = Ods::<Cursor<&[u8]>>::new(Cursor::new(bytes.as_slice()))
            .ok()
            .and_then(|mut book| book.worksheet_range("表").ok())
            .and_then(|range| range.used_cells().next().map(|(_, _, value)| value.to_string()));
        assert_eq!(theirs.unwrap_or_default() == text, as_calamine, "{cell}");
    }
}

/// Letters as they are seen: paragraphs are lines, spaces are written apart, and what lies beside a cell is no part of
/// it.
#[test]
fn letters_of_a_cell() {
    for (written, seen) in [
        ("<text:p>张三</text:p><text:p>李四</text:p>", "张三\n李四"),
        ("<text:p>张三<text:line-break/>李四</text:p>", "张三\n李四"),
        ("<text:p>张<text:s/>三<text:s text:c=\"3\"/>李四<text:tab/>王五</text:p>", "张 三   李四 王五"),
        (
            "<text:p>张<text:span text:style-name=\"T1\">三<text:a>丰</text:a></text:span>&amp;李四</text:p>",
            "张三丰&李四",
        ),
        ("\n  <text:p>张三\n    李四</text:p>\n  ", "张三 李四"),
        ("<office:annotation><text:p>病假</text:p></office:annotation><text:p>张三</text:p>", "张三"),
        (
            "<draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame><text:p>张三</text:p>",
            "张三",
        ),
        (
            "<text:p><text:ruby><text:ruby-base>张三</text:ruby-base><text:ruby-text>zhang</text:ruby-text></text:ruby></text:p>",
            "张三",
        ),
        ("<text:p/><text:p>张三</text:p>", "\n张三"),
    ] {
        let (_, text) =
            first(&format!("<table:table-cell office:value-type=\"string\">{written}</table:table-cell>"));
        assert_eq!(text, seen, "{written}");
    }
}

/// What is repeated is not written again, rows may stand in groups, and what lies beside the rows is passed over.
#[test]
fn rows_and_columns() {
    let cell = "<table:table-cell office:value-type=\"string\"><text:p>√</text:p></table:table-cell>";
    let twice = cell.replace("<table:table-cell ", "<table:table-cell table:number-columns-repeated=\"2\" ");
    let rows = [
        "<table:table-column table:number-columns-repeated=\"9\"/><table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes>".to_string(),
        format!("<table:table-header-rows>{}</table:table-header-rows>", row("<table:table-cell table:number-columns-spanned=\"3\"><text:p>题</text:p></table:table-cell><table:covered-table-cell table:number-columns-repeated=\"2\"/>")),
        format!("<table:table-row-group><table:table-row table:number-rows-repeated=\"2\"><table:table-cell/>{twice}</table:table-row></table:table-row-group>"),
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>".to_string(),
    ];
    let retracted = "<table:tracked-changes><table:deletion><table:table-cell><text:p>旧</text:p></table:table-cell></table:deletion></table:tracked-changes>";
    let book = read(&ods(&format!("{retracted}{}", table(&rows.concat())), "", "")).unwrap();
    let sheet = &book.sheets[0];
    let read: Vec<Vec<String>> = (0..sheet.rows())
        .map(|row| (0..sheet.cols()).map(|col| sheet.value(row, col).text()).collect())
        .collect();
    assert_eq!(read, [["题", "", ""], ["", "√", "√"], ["", "√", "√"]]);
    assert_eq!(sheet.merge_at(0, 2).map(|area| area.to_string()), Some("A1:C1".into()));
}

/// A table is hidden by its style. A cell is struck through by a style that it names, or one upon which that builds, or
/// the style of its row or column; letters by their own.
#[test]
fn styles() {
    let styles = "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>
        <style:style style:name=\"ce1\" style:family=\"table-cell\" style:parent-style-name=\"作废\"/>
        <style:style style:name=\"ce2\" style:family=\"table-cell\" style:parent-style-name=\"ce1\"><style:text-properties style:text-line-through-style=\"none\"/></style:style>
        <style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>
        <style:style style:name=\"圈\" style:family=\"table-cell\" style:parent-style-name=\"圈\"/>";
    let named = "<style:style style:name=\"作废\" style:family=\"table-cell\"><style:text-properties style:text-line-through-style=\"solid\" style:text-line-through-type=\"single\"/></style:style>";
    let cell = |style: &str, text: &str| {
        let style = if style.is_empty() { String::new() } else { format!(" table:style-name=\"{style}\"") };
        format!(
            "<table:table-cell{style} office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let columns = "<table:table-column/><table:table-column table:number-columns-repeated=\"3\"/><table:table-column table:default-cell-style-name=\"ce1\"/>";
    let cells = [
        cell("ce1", "划去"),
        cell("ce2", "留下"),
        cell("", "张三<text:span text:style-name=\"T1\">、李四</text:span>"),
        cell("圈", "留下"),
        cell("", "划去"),
    ];
    let shown = format!("<table:table table:name=\"一\">{columns}{}</table:table>", row(&cells.concat()));
    let hidden = "<table:table table:name=\"二\" table:style-name=\"ta2\"><table:table-row table:default-cell-style-name=\"作废\"><table:table-cell><text:p>划去</text:p></table:table-cell></table:table-row></table:table>";
    let book = read(&ods(&format!("{shown}{hidden}"), styles, named)).unwrap();
    let told: Vec<(&str, bool, String)> =
        book.sheets.iter().map(|s| (s.name.as_str(), s.hidden, struck(s))).collect();
    assert_eq!(told, [("一", false, "A1 划去, C1 、李四, E1 划去".into()), ("二", true, "第1行".into())]);
    assert_eq!(book.sheets[0].value(0, 2).text(), "张三");
}

fn struck(sheet: &Sheet) -> String {
    let rows = sheet.struck_rows().keys().map(|row| format!("第{}行", row + 1));
    let cells = sheet.left_out().iter().map(|(spot, text)| format!("{spot} {text}"));
    rows.chain(cells).collect::<Vec<_>>().join(", ")
}

/// An encrypted book says so in its manifest; one that breaks off, or has no content, is refused by name.
#[test]
fn refused() {
    let kind: (&str, &[u8]) = ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet");
    let locked = b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let content: (&str, &[u8]) = ("content.xml", b"\x01\x02");
    let refusal = |parts: &[(&str, &[u8])]| read(&zipped(parts)).map(|book| book.sheets.len());
    assert_eq!(refusal(&[kind, ("META-INF/manifest.xml", locked), content]), Err(Refusal::Encrypted));
    assert!(matches!(refusal(&[kind, content]), Err(Refusal::Unreadable(_))));
    let cut = format!("<office:document-content>{}", table(&row("<table:table-cell/>")));
    assert!(matches!(refusal(&[kind, ("content.xml", cut.as_bytes())]), Err(Refusal::Unreadable(_))));
}
