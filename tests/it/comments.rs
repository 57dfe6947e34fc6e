//! What somebody noted on cells, in every format that has such notes: kept apart from the cells' values.

use std::path::Path;

use taizhang::address::Spot;
use taizhang::book;

use super::{ods, xls, xlsb};

fn xlsx(words: &str) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "张三").unwrap();
    sheet.insert_note(0, 0, &rust_xlsxwriter::Note::new(words).add_author_prefix(false)).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn comments_of_every_format() {
    let words = "王主任:\n病假，有假条";
    for (name, bytes) in [
        ("书.xlsx", xlsx(words)),
        ("书.xlsb", xlsb::with_comment(words)),
        ("书.ods", ods::with_comment(&["王主任:", "病假，有假条"])),
        ("书.xls", xls::with_comment(true, words)),
        ("九五.xls", xls::with_comment(false, words)),
    ] {
        let book = book::read(Path::new(name), &bytes).unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(sheet.written(0, 0), "张三", "{name}");
        let noted: Vec<(Spot, &str)> = sheet.comments().iter().map(|(spot, text)| (*spot, &**text)).collect();
        assert_eq!(noted, [(Spot { row: 0, col: 0 }, "病假，有假条")], "{name}");
    }
}
