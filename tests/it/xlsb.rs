//! What the program reads from an xlsb, held against calamine, and what calamine does not read.

use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsb};
use taizhang::book::{self, Book, Refusal};

use super::compared::Compared;
use super::formats::{Merge, zipped};

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

fn number(number: u32) -> [u8; 4] {
    number.to_le_bytes()
}

/// A cell's record: column and style, then what it holds.
fn cell(kind: u32, col: u32, style: u32, holds: &[u8]) -> Vec<u8> {
    record(kind, &[&number(col)[..], &number(style), holds].concat())
}

fn row(row: u32) -> Vec<u8> {
    record(0x00, &[&number(row)[..], &[0; 13]].concat())
}

/// A book of one sheet from the records of its cells, those behind its cells, and its texts.
fn workbook(name: &str, cells: &[u8], behind: &[u8], strings: &[Vec<u8>]) -> Vec<u8> {
    commented(name, (cells, behind), strings, &[])
}

/// The same with the records of what is noted on its cells.
fn commented(name: &str, (cells, behind): (&[u8], &[u8]), strings: &[Vec<u8>], comments: &[u8]) -> Vec<u8> {
    let count = number(strings.len() as u32);
    let sheet = [
        &record(0x81, &[])[..],
        &record(0x94, &[0; 16]),
        &record(0x91, &[]),
        cells,
        &record(0x92, &[]),
        behind,
        &record(0x82, &[]),
    ]
    .concat();
    let listed = [&[0; 4], &number(1)[..], &wide("rId1"), &wide(name)].concat();
    let book = [
        record(0x83, &[]),
        // Days are counted from 1904.
        record(0x99, &[&[1, 0, 0, 0][..], &[0; 8]].concat()),
        record(0x8f, &[]),
        record(0x9c, &listed),
        record(0x90, &[]),
        record(0x9d, &[0; 26]),
        record(0x84, &[]),
    ]
    .concat();
    // The second style is struck through, the third and fourth show days.
    let font = |flags: u8| record(0x2b, &[200, 0, flags, 0]);
    let style = |font: u8, format: u8| record(0x2f, &[&[0, 0, format, 0, font, 0][..], &[0; 10]].concat());
    let styles = [
        record(0x116, &[]),
        record(0x267, &number(1)),
        record(0x2c, &[&[176, 0][..], &wide("m\"月\"d\"日\"")].concat()),
        record(0x268, &[]),
        font(0),
        font(8),
        record(0x269, &number(4)),
        style(0, 0),
        style(1, 0),
        style(0, 176),
        style(0, 14),
        record(0x26a, &[]),
        record(0x117, &[]),
    ]
    .concat();
    let strings =
        [&record(0x9f, &[count, count].concat())[..], &strings.concat(), &record(0xa0, &[])].concat();
    let relations = |of: &[(&str, &str)]| {
        let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let one = |(place, (kind, target)): (usize, &(&str, &str))| {
            let id = place + 1;
            format!("<Relationship Id=\"rId{id}\" Type=\"{relation}/{kind}\" Target=\"{target}\"/>")
        };
        let all: String = of.iter().enumerate().map(one).collect();
        format!("<?xml version=\"1.0\"?><Relationships>{all}</Relationships>")
    };
    let top = relations(&[("officeDocument", "xl/workbook.bin")]);
    let parts = relations(&[("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin")]);
    let of_sheet = relations(&[("comments", "../comments1.bin")]);
    let mut all: Vec<(&str, &[u8])> = vec![
        ("_rels/.rels", top.as_bytes()),
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", parts.as_bytes()),
        ("xl/worksheets/sheet1.bin", &sheet),
        ("xl/styles.bin", &styles),
        ("xl/sharedStrings.bin", &strings),
    ];
    if !comments.is_empty() {
        all.push(("xl/worksheets/_rels/sheet1.bin.rels", of_sheet.as_bytes()));
        all.push(("xl/comments1.bin", comments));
    }
    zipped(&all)
}

/// One sheet of texts; some cells, by row and column, are struck through.
pub fn xlsb(name: &str, rows: &[&[&str]], merges: &[Merge], struck: &[(usize, usize)]) -> Vec<u8> {
    let mut cells = Vec::new();
    for (place, texts) in rows.iter().enumerate() {
        cells.extend(row(place as u32));
        for (col, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            cells.extend(cell(0x06, col as u32, struck.contains(&(place, col)).into(), &wide(text)));
        }
    }
    let merge = |(first_row, last_row, first_col, last_col): &Merge| {
        record(0xb0, &[*first_row, *last_row, *first_col, *last_col].map(number).concat())
    };
    workbook(name, &cells, &merges.iter().flat_map(merge).collect::<Vec<u8>>(), &[])
}

/// A book with 张三 in its first cell, and on it what somebody noted: a first row and column, and what is said.
pub fn with_comment(words: &str) -> Vec<u8> {
    let cells = [row(0), cell(0x06, 0, 0, &wide("张三"))].concat();
    let place = [number(0), number(0), number(0), number(0), number(0)].concat();
    let comments = [
        record(0x274, &[]),
        record(0x279, &[]),
        record(0x27b, &[&place[..], &[0; 16]].concat()),
        record(0x27d, &[&[0][..], &wide(words)].concat()),
        record(0x27c, &[]),
        record(0x27a, &[]),
        record(0x275, &[]),
    ]
    .concat();
    commented("表", (&cells, &[]), &[], &comments)
}

fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    book::read(Path::new("书.xlsb"), bytes)
}

/// Every way in which a cell may hold its value; where calamine gives something else, it tells less.
#[test]
fn values_of_cells() {
    let plain = |text: &str| record(0x13, &[&[0][..], &wide(text)].concat());
    // From its third letter on it has the second font.
    let rich = [&[1][..], &wide("李四、王五"), &number(1), &[2, 0, 1, 0]].concat();
    let strings = [plain("张三"), record(0x13, &rich), plain("赵六")];
    let formula = [0; 10];
    for (what, cells, shown, struck, as_calamine) in [
        ("a packed number", cell(2, 0, 0, &number(12 << 2 | 2)), "12", "", true),
        ("hundredths", cell(2, 0, 0, &number(12_345 << 2 | 3)), "123.45", "", true),
        ("a number", cell(5, 0, 0, &2.5f64.to_le_bytes()), "2.5", "", true),
        // From 1904, four years and a day later than the same number elsewhere.
        ("a day", cell(5, 0, 2, &44_624f64.to_le_bytes()), "2026-03-05", "", true),
        ("a day in a built-in format", cell(2, 0, 3, &number(44_624 << 2 | 2)), "2026-03-05", "", true),
        ("true", cell(4, 0, 0, &[1]), "TRUE", "", true),
        ("an error", cell(3, 0, 0, &[0x2a]), "#N/A", "", true),
        ("an error no one knows", cell(3, 0, 0, &[0x77]), "#ERROR!", "", false),
        ("a text", cell(6, 0, 0, &wide("张三")), "张三", "", true),
        ("a shared text", cell(7, 0, 0, &number(2)), "赵六", "", true),
        ("one struck in part", cell(7, 0, 0, &number(1)), "李四", "、王五", false),
        ("a struck text", cell(7, 0, 1, &number(0)), "", "张三", false),
        ("a text with runs of its own", cell(62, 0, 0, &rich), "李四", "、王五", false),
        ("a formula's text", cell(8, 0, 0, &[&wide("张三")[..], &formula].concat()), "张三", "", true),
        (
            "a formula's number",
            cell(9, 0, 0, &[&3.5f64.to_le_bytes()[..], &formula].concat()),
            "3.5",
            "",
            true,
        ),
        ("a formula's flag", cell(10, 0, 0, &[&[0][..], &formula].concat()), "FALSE", "", true),
        ("a formula's error", cell(11, 0, 0, &[&[0x07][..], &formula].concat()), "#DIV/0!", "", false),
        ("nothing", cell(1, 0, 0, &[]), "", "", true),
        (
            "a record without a column",
            record(17, &[&number(0)[..], &wide("张三")].concat()),
            "张三",
            "",
            false,
        ),
    ] {
        // Another cell, so that one that is struck through is none of a row that is.
        let cells = [row(0), cells, cell(6, 9, 0, &wide("在"))].concat();
        let bytes = workbook("表", &cells, &[], &strings);
        let book = read(&bytes).expect(what);
        let sheet = &book.sheets[0];
        let left_out: String = sheet.left_out().values().map(|text| text.to_string()).collect();
        let value = sheet.value(0, 0).text();
        assert_eq!((value.as_str(), left_out.as_str()), (shown, struck), "{what}");
        if as_calamine {
            let mut theirs = Xlsb::new(Cursor::new(&bytes[..])).unwrap();
            Compared::default().hold(what, &book, &mut theirs, |_, _| Vec::new());
        }
    }
}

/// A part that breaks off, or refers to what there is not, is refused with its book: no cell goes missing in silence.
#[test]
fn broken_books() {
    let broken = Refusal::Unreadable("文件不完整或已损坏".into());
    for (what, cells) in [
        ("a text that there is not", cell(7, 0, 0, &number(7))),
        ("a number of seven bytes", cell(5, 0, 0, &[0; 7])),
        ("a text longer than its record", cell(6, 0, 0, &[9, 0, 0, 0, b'a'])),
        ("a record longer than its part", vec![6, 0x7f]),
    ] {
        let cells = [row(0), cells].concat();
        assert_eq!(read(&workbook("表", &cells, &[], &[])).err().as_ref(), Some(&broken), "{what}");
    }
}
