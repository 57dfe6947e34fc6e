//! The row around a cell, the cell marked: what a person would look at to see what is meant.

use std::io::Write;

use taizhang::address::column_letters;
use taizhang::book::{Book, Sheet};
use taizhang::issue::Place;
use taizhang::text::{tidy, veil};
use unicode_width::UnicodeWidthStr;

use super::paint;

/// Columns shown on either side of the cell.
const AROUND: u32 = 3;
/// The widest that a cell is shown, in columns of the terminal.
pub const WIDEST: usize = 16;

pub fn print(screen: &mut dyn Write, book: &Book, place: Place) -> std::io::Result<()> {
    let Place::Cells(_, index, area) = place else { return Ok(()) };
    let Some(sheet) = book.sheets.get(usize::from(index)) else { return Ok(()) };
    let row = area.first.row;
    let first = area.first.col.saturating_sub(AROUND);
    let last = (area.last.col.min(area.first.col + AROUND) + AROUND).min(sheet.cols().saturating_sub(1));
    let (mut heads, mut cells, mut marks) = (String::new(), String::new(), String::new());
    for col in first..=last.max(first) {
        let shown = shown(sheet, row, col);
        let letters = column_letters(col);
        let width = shown.width().max(letters.width());
        let here = area.first.col == col;
        heads += &format!("{} │ ", pad(&letters, width));
        let cell = pad(&shown, width);
        cells += &format!("{} │ ", if here { paint::marked(&cell) } else { cell });
        marks += &format!(
            "{}   ",
            pad(&if here { "^".repeat(shown.width().max(1)) } else { String::new() }, width)
        );
    }
    let number = (row + 1).to_string();
    let gutter = " ".repeat(number.len());
    writeln!(screen, "    {} {}", paint::faint(&format!("{gutter} │")), paint::faint(heads.trim_end()))?;
    writeln!(screen, "    {} {}", paint::faint(&format!("{number} │")), cells.trim_end())?;
    writeln!(screen, "    {} {}", paint::faint(&format!("{gutter} │")), paint::marked(marks.trim_end()))
}

/// A cell as it may be shown: on one line, not too wide, identity numbers and phones masked.
pub fn shown(sheet: &Sheet, row: u32, col: u32) -> String {
    cut(&veil(&tidy(&sheet.written(row, col))))
}

/// Cut to [`WIDEST`], with an ellipsis where something is left out.
pub fn cut(text: &str) -> String {
    if text.width() <= WIDEST {
        return text.to_string();
    }
    let mut kept = String::new();
    for c in text.chars() {
        if kept.width() + 2 > WIDEST - 1 {
            break;
        }
        kept.push(c);
    }
    kept + "…"
}

/// Padded to a width in columns of the terminal, where a Chinese character takes two.
pub fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
