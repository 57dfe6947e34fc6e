//! What the program reads from an xls, held against calamine, and what calamine does not read.

use std::io::{Cursor, Write};
use std::path::Path;

use calamine::{Reader, Xls};
use taizhang::book::{self, Refusal};

use super::compared::Compared;
use super::support::{folder, table, taizhang};

/// A record of BIFF: its type, the length of its body, and its body. See [MS-XLS] 2.1.4.
pub fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes(), &(body.len() as u16).to_le_bytes(), body].concat()
}

/// A cell's record: row, column and style, then what it holds.
fn cell(kind: u16, (row, col): (u16, u16), style: u16, holds: &[u8]) -> Vec<u8> {
    record(kind, &[&[row, col, style].map(u16::to_le_bytes).concat(), holds].concat())
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// A length in letters, flags, and the letters: two bytes each.
fn letters(text: &str) -> Vec<u8> {
    [&(text.encode_utf16().count() as u16).to_le_bytes()[..], &[1], &utf16(text)].concat()
}

/// A cell with a text of its own.
pub fn text(row: u16, col: u16, text: &str) -> Vec<u8> {
    cell(0x0204, (row, col), 0, &letters(text))
}

/// A book from what it says before its sheets and the records of each sheet.
pub struct Book<'a> {
    /// Its letters are Unicode; before, they are in a Chinese code page.
    pub excel_97: bool,
    pub globals: Vec<u8>,
    pub sheets: Vec<&'a [Vec<u8>]>,
    /// Where in the compound file the records lie.
    pub stream: &'a str,
}

impl Default for Book<'_> {
    fn default() -> Self {
        Book { excel_97: true, globals: Vec::new(), sheets: Vec::new(), stream: "/Workbook" }
    }
}

impl Book<'_> {
    fn begins(&self, what: u8) -> Vec<u8> {
        let version = if self.excel_97 { 0x06 } else { 0x05 };
        record(0x0809, &[&[0x00, version, what, 0][..], &[0; 12]].concat())
    }

    fn listed(&self, number: usize, start: usize) -> Vec<u8> {
        let name = format!("表{number}");
        let name = match self.excel_97 {
            true => [&[2, 1][..], &utf16(&name)].concat(),
            false => [&[3][..], &encoding_rs::GBK.encode(&name).0].concat(),
        };
        record(0x0085, &[&(start as u32).to_le_bytes()[..], &[0, 0], &name].concat())
    }

    pub fn records(&self) -> Vec<u8> {
        let ends = record(0x000a, &[]);
        let before = [self.begins(0x05), self.globals.clone()].concat();
        let sheet = |cells: &&[Vec<u8>]| [self.begins(0x10), cells.concat(), ends.clone()].concat();
        let sheets: Vec<Vec<u8>> = self.sheets.iter().map(sheet).collect();
        let list = self.sheets.len() * self.listed(1, 0).len();
        let mut start = before.len() + list + ends.len();
        let mut stream = before;
        for (place, sheet) in sheets.iter().enumerate() {
            stream.extend(self.listed(place % 9 + 1, start));
            start += sheet.len();
        }
        [stream, ends, sheets.concat()].concat()
    }

    pub fn file(&self) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream(self.stream).unwrap().write_all(&self.records()).unwrap();
        file.into_inner().into_inner()
    }
}

/// A font by its flags; 8 strikes through.
fn font(flags: u8) -> Vec<u8> {
    record(0x0031, &[200, 0, flags, 0, 8, 0, 144, 1, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// A style of cells by its font and the number of its format.
fn style(font: u8, format: u8) -> Vec<u8> {
    record(0x00e0, &[font, 0, format, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// A book with 张三 in its first cell, and on it what somebody noted: an object with a text, whose letters go on in another
/// record, and what says of which cell it is. Before Excel 97 this says all.
pub fn with_comment(excel_97: bool, words: &str) -> Vec<u8> {
    let noted = match excel_97 {
        true => {
            let count = (words.encode_utf16().count() as u16).to_le_bytes();
            let object = record(0x005d, &[&[0x15, 0, 0x12, 0, 0x19, 0, 7, 0][..], &[0; 14]].concat());
            let text = record(0x01b6, &[&[0; 10][..], &count, &[0; 6]].concat());
            let letters = record(0x003c, &[&[1][..], &utf16(words)].concat());
            let note = record(0x001c, &[0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0]);
            [object, text, letters, note].concat()
        }
        false => {
            let bytes = encoding_rs::GBK.encode(words).0;
            record(0x001c, &[&[0; 4][..], &(bytes.len() as u16).to_le_bytes(), &bytes].concat())
        }
    };
    let named = match excel_97 {
        true => text(0, 0, "张三"),
        false => cell(0x0204, (0, 0), 0, &[&[4, 0][..], &encoding_rs::GBK.encode("张三").0].concat()),
    };
    let stream = if excel_97 { "/Workbook" } else { "/Book" };
    Book { excel_97, sheets: vec![&[named, noted]], stream, ..Book::default() }.file()
}

fn read(bytes: &[u8]) -> Result<book::Book, Refusal> {
    book::read(Path::new("书.xls"), bytes)
}

/// Books by LibreOffice: dates, times and formulas of every kind, merges, texts over several records.
#[test]
fn as_calamine_reads_it() {
    let mut compared = Compared::default();
    let bytes = include_bytes!("../files/kinds.xls");
    let mut theirs = Xls::new(Cursor::new(&bytes[..])).unwrap();
    let ours = read(bytes).unwrap();
    assert!(ours.sheets[2].hidden && !ours.sheets[0].hidden);
    compared
        .hold("kinds.xls", &ours, &mut theirs, |book, sheet| book.merge_cells_by_sheet_name(sheet).unwrap());
    assert!(compared.cells > 500 && compared.merges > 0, "{} {}", compared.cells, compared.merges);
}

/// Every way in which a cell may hold its value.
#[test]
fn values_of_cells() {
    let formula = |value: [u8; 8]| cell(0x0006, (0, 0), 0, &[&value[..], &[0; 8]].concat());
    let number = |style: u16, number: f64| cell(0x0203, (0, 0), style, &number.to_le_bytes());
    let rk = |style: u16, bits: u32| cell(0x027e, (0, 0), style, &bits.to_le_bytes());
    let shared = |place: u32| cell(0x00fd, (0, 0), 0, &place.to_le_bytes());
    // A text may end, go on and change how wide its letters are where a record ends.
    let strings = [
        record(0x00fc, &[&[4, 0, 0, 0, 4, 0, 0, 0][..], &letters("张三"), &[4, 0, 1], &utf16("李")].concat()),
        record(0x003c, &[&[0][..], b"abc", &[2, 0, 0x0d, 1, 0, 4, 0, 0, 0], &utf16("王五")].concat()),
        record(0x003c, &[&[1, 0, 5, 0][..], &[9; 4], &letters("赵六")].concat()),
    ];
    let format = record(0x041e, &[&[176, 0][..], &letters("m\"月\"d\"日\"")].concat());
    let fonts = [font(0), font(0), font(0), font(0), font(8)].concat();
    // The fifth font has the number 5.
    let styles = [style(0, 0), style(0, 176), style(0, 14), style(5, 0), style(0, 46)].concat();
    let globals = [record(0x0022, &[1, 0]), fonts, format, styles, strings.concat()].concat();
    for (what, cells, shown, struck) in [
        ("a number", number(0, 2.5), "2.5", ""),
        ("no number", number(0, f64::NAN), "NaN", ""),
        ("a whole number", rk(0, 12 << 2 | 2), "12", ""),
        ("hundredths", rk(0, 12_345 << 2 | 3), "123.45", ""),
        // From 1904, four years and a day later than the same number elsewhere.
        ("a day", number(1, 44_624.0), "2026-03-05", ""),
        ("a day in a built-in format", rk(2, 44_624 << 2 | 2), "2026-03-05", ""),
        ("hours that have passed", number(4, 1.5), "1.5", ""),
        ("a style that there is not", number(99, 44_624.0), "44624", ""),
        ("side by side", record(0x00bd, &[0, 0, 0, 0, 0, 0, 34, 0, 0, 0, 0, 0, 30, 0, 0, 0, 1, 0]), "7", ""),
        ("a text", text(0, 0, "张三"), "张三", ""),
        ("narrow letters", cell(0x0204, (0, 0), 0, b"\x02\x00\x00OK"), "OK", ""),
        ("true", cell(0x0205, (0, 0), 0, &[1, 0]), "TRUE", ""),
        ("false", cell(0x0205, (0, 0), 0, &[0, 0]), "FALSE", ""),
        ("an error", cell(0x0205, (0, 0), 0, &[0x2a, 1]), "#N/A", ""),
        ("an error no one knows", cell(0x0205, (0, 0), 0, &[0x77, 1]), "#ERROR!", ""),
        ("a shared text", shared(0), "张三", ""),
        ("one over two records", shared(1), "李abc", ""),
        ("one with runs and an extension over two records", shared(2), "王", "五"),
        ("one behind", shared(3), "赵六", ""),
        ("a formula's number", formula(3.5f64.to_le_bytes()), "3.5", ""),
        ("a formula's flag", formula([1, 0, 1, 0, 0, 0, 0xff, 0xff]), "TRUE", ""),
        ("a formula's error", formula([2, 0, 0x07, 0, 0, 0, 0xff, 0xff]), "#DIV/0!", ""),
        ("a formula's empty text", formula([3, 0, 0, 0, 0, 0, 0xff, 0xff]), "", ""),
        (
            "a formula's text",
            [
                formula([0, 0, 0, 0, 0, 0, 0xff, 0xff]),
                record(0x04bc, &[0; 4]),
                record(0x0207, &letters("张三")),
            ]
            .concat(),
            "张三",
            "",
        ),
        ("a text of no formula", record(0x0207, &letters("张三")), "", ""),
        ("a struck text", cell(0x0204, (0, 0), 3, &letters("张三")), "", "张三"),
        (
            "a text alone that is struck in part",
            cell(0x00d6, (0, 0), 0, &[&letters("李四、王五")[..], &[1, 0, 2, 0, 5, 0]].concat()),
            "李四",
            "、王五",
        ),
        (
            "a chart within the sheet",
            [Book::default().begins(0x20), number(0, 9.0), record(0x000a, &[]), number(0, 8.0)].concat(),
            "8",
            "",
        ),
    ] {
        // A second row, so that a cell that is struck through is none of a row that is.
        let cells = [cells, text(0, 9, "在")];
        let bytes = Book { globals: globals.clone(), sheets: vec![&cells], ..Book::default() }.file();
        let sheet = &read(&bytes).expect(what).sheets[0];
        let left_out: String = sheet.left_out().values().map(|text| text.to_string()).collect();
        // The number in a row of columns is of its last.
        let col = if what == "side by side" { 1 } else { 0 };
        let shown_here = sheet.value(0, col).text();
        assert_eq!((shown_here.as_str(), left_out.as_str()), (shown, struck), "{what}");
    }
}

/// A book that breaks off, or that refers to what there is not, is refused as a whole: no cell goes missing in silence.
#[test]
fn broken_books() {
    let cells = [text(0, 0, "姓名"), text(1, 0, "张三"), text(2, 0, &"长".repeat(200))];
    let whole = Book { sheets: vec![&cells], ..Book::default() };
    let stream = whole.records();
    let compound = |records: &[u8]| {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/Workbook").unwrap().write_all(records).unwrap();
        file.into_inner().into_inner()
    };
    assert_eq!(read(&compound(&stream)).unwrap().sheets[0].value(1, 0).text(), "张三");
    let broken = Refusal::Unreadable("文件不完整或已损坏".into());
    for length in 0..stream.len() {
        assert_eq!(read(&compound(&stream[..length])).err().as_ref(), Some(&broken), "{length}");
    }
    let of = |cells: &[Vec<u8>]| Book { sheets: vec![cells], ..Book::default() }.file();
    for (what, cells) in [
        ("a text that there is not", cell(0x00fd, (0, 0), 0, &[9, 0, 0, 0])),
        ("a number of seven bytes", cell(0x0203, (0, 0), 0, &[0; 7])),
        ("a text longer than its record", cell(0x0204, (0, 0), 0, &[9, 0, 0, b'a'])),
        ("a merge cut short", record(0x00e5, &[1, 0, 0, 0])),
    ] {
        assert_eq!(read(&of(&[cells])).err().as_ref(), Some(&broken), "{what}");
    }
    // Sheets that lie within each other would be walked again and again.
    let mut sheets: Vec<&[Vec<u8>]> = vec![&[]; 10];
    sheets[0] = &cells;
    let mut nested = Book { sheets, ..Book::default() }.records();
    assert_eq!(read(&compound(&nested)).unwrap().sheets.len(), 10);
    let listed: Vec<usize> =
        (4..nested.len()).filter(|at| nested[at - 4..].starts_with(&[0x85, 0])).collect();
    for other in &listed[1..] {
        nested.copy_within(listed[0]..listed[0] + 4, *other);
    }
    assert_eq!(read(&compound(&nested)).err().as_ref(), Some(&broken));
    let locked = Book { globals: record(0x002f, &[0; 6]), ..Book::default() }.file();
    assert_eq!(read(&locked).err(), Some(Refusal::Encrypted));
}

/// What programs of the web write under this extension: the records of one sheet, and nothing around them.
#[test]
fn one_sheet_and_nothing_around_it() {
    let label = |row: u16, col: u16, text: &str| {
        let text = encoding_rs::GBK.encode(text).0.into_owned();
        cell(0x0204, (row, col), 0, &[&(text.len() as u16).to_le_bytes()[..], &text].concat())
    };
    let stream = [
        record(0x0809, &[0, 0, 0x10, 0, 0, 0, 0, 0]),
        label(0, 0, "姓名"),
        label(0, 1, "学时"),
        label(1, 0, "张三"),
        cell(0x0203, (1, 1), 0, &2.5f64.to_le_bytes()),
        record(0x000a, &[]),
    ]
    .concat();
    let book = book::read(Path::new("3月学习.xls"), &stream).unwrap();
    let texts = |row| [book.sheets[0].value(row, 0).text(), book.sheets[0].value(row, 1).text()];
    assert_eq!(
        (book.sheets[0].name.as_str(), texts(0), texts(1)),
        ("3月学习", ["姓名".to_string(), "学时".to_string()], ["张三".to_string(), "2.5".to_string()],)
    );
}

/// Excel 95: names in GBK, days as formatted numbers, a name and words struck through.
#[test]
fn a_book_of_excel_95() {
    let label = |row: u16, col: u16, style: u16, text: &str, runs: &[(u8, u8)]| {
        let (text, _, _) = encoding_rs::GBK.encode(text);
        let mut holds = [&(text.len() as u16).to_le_bytes()[..], &text].concat();
        if !runs.is_empty() {
            holds.push(runs.len() as u8);
            holds.extend(runs.iter().flat_map(|(first, font)| [*first, *font]));
        }
        cell(if runs.is_empty() { 0x0204 } else { 0x00d6 }, (row, col), style, &holds)
    };
    let day = |row: u16, number: f64| cell(0x0203, (row, 1), 2, &number.to_le_bytes());
    let cells = [
        label(0, 0, 0, "第一支部党员花名册", &[]),
        label(1, 0, 0, "姓名", &[]),
        label(1, 1, 0, "入党时间", &[]),
        label(1, 2, 0, "党内职务", &[]),
        label(2, 0, 0, "赵文博", &[]),
        day(2, 40299.0),
        // 书记 is struck through from its first byte to the comma behind it.
        label(2, 2, 0, "书记，组织委员", &[(0, 5), (6, 0)]),
        label(3, 0, 1, "钱进", &[]),
        day(3, 40299.0),
    ];
    let globals = [
        record(0x0042, &936u16.to_le_bytes()),
        [font(0), font(0), font(0), font(0), font(8)].concat(),
        [style(0, 0), style(5, 0), style(0, 14)].concat(),
    ]
    .concat();
    let book = Book { excel_97: false, globals, sheets: vec![&cells], stream: "/Book" }.file();
    let dir = folder(&[]);
    std::fs::write(dir.path().join("名册.xls"), book).unwrap();
    let out = tempfile::tempdir().unwrap();
    taizhang().arg("facts").arg(dir.path()).arg("--out").arg(out.path()).assert().success();
    let issues = table(&out.path().join("issues.csv"));
    let members = table(&out.path().join("members.csv"));
    let read: Vec<[&str; 3]> =
        members.iter().map(|m| ["name", "joined", "post"].map(|column| m[column].as_str())).collect();
    assert_eq!(read, [["赵文博", "2010-05-01", "组织委员"]], "{issues:?}");
    let told: Vec<(&str, &str)> = issues
        .iter()
        .map(|i| (i["code"].as_str(), i["cell"].as_str()))
        .filter(|(c, _)| c.starts_with("struck"))
        .collect();
    assert_eq!(told, [("struck-words", "C3"), ("struck-cell", "A4")]);
}
