//! What the program reads from a workbook itself, held against calamine.

use std::io::Cursor;

use calamine::{Data, Dimensions, Reader, SheetType};
use taizhang::address::Spot;
use taizhang::book::Book;

/// How many cells and merges were compared.
#[derive(Default)]
pub struct Compared {
    pub cells: usize,
    pub merges: usize,
}

impl Compared {
    /// Holds a book, cell by cell and merge by merge, against the same as calamine has it, which does not tell what is
    /// struck through: a cell of which a part is may differ.
    pub fn hold<'a, R: Reader<Cursor<&'a [u8]>>>(
        &mut self,
        name: &str,
        ours: &Book,
        theirs: &mut R,
        merges: impl Fn(&mut R, &str) -> Vec<Dimensions>,
    ) where
        R::Error: std::fmt::Debug,
    {
        let listed = theirs.sheets_metadata().iter().filter(|s| s.typ == SheetType::WorkSheet);
        let names: Vec<String> = listed.map(|s| s.name.clone()).collect();
        assert_eq!(ours.sheets.iter().map(|s| s.name.clone()).collect::<Vec<_>>(), names, "{name}");
        for sheet in &ours.sheets {
            let range = theirs.worksheet_range(&sheet.name).unwrap();
            let (top, left) = range.start().unwrap_or_default();
            let mut here = 0;
            for (row, col, value) in range.used_cells() {
                let expected = as_shown(value);
                if !expected.trim().is_empty() {
                    let (row, col) = (top + row as u32, left + col as u32);
                    here += 1;
                    let is_part = !sheet.value(row, col).is_empty()
                        && sheet.left_out().contains_key(&Spot { row, col });
                    if !is_part {
                        assert_eq!(sheet.written(row, col), expected, "{name} {} {row} {col}", sheet.name);
                    }
                }
            }
            let every = (0..sheet.rows()).flat_map(|row| (0..sheet.cols()).map(move |col| (row, col)));
            let found = every.filter(|(row, col)| !sheet.written(*row, *col).is_empty()).count();
            assert_eq!(found, here, "{name} {}", sheet.name);
            self.cells += here;
            for merge in merges(theirs, &sheet.name) {
                let area = sheet.merge_at(merge.start.0, merge.start.1).unwrap();
                assert_eq!((area.last.row, area.last.col), merge.end, "{name} {}", sheet.name);
                self.merges += 1;
            }
        }
    }
}

fn as_shown(value: &Data) -> String {
    match value {
        Data::DateTime(stamp) if stamp.is_datetime() => {
            let moment = stamp.as_datetime().unwrap();
            let format = if stamp.as_f64() >= 1.0 { "%Y-%m-%d" } else { "%H:%M" };
            moment.format(format).to_string()
        }
        Data::Bool(flag) => flag.to_string().to_uppercase(),
        other => other.to_string(),
    }
}
