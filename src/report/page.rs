//! A sheet of a report, written from top to bottom: title, notes, tables.
//!
//! A table is given as columns and rows of [`Cell`]s; its widths, formats, filter and frozen heading
//! follow. Text is always written as text: a cell that starts with `=` never becomes a formula.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, Table, TableColumn, TableStyle, Url, Workbook, Worksheet,
};
use unicode_width::UnicodeWidthStr;

use super::WriteError;
use super::look::{self, Kind};
use super::stamp::Stamp;

/// A value in a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    /// A figure that leads to what it is made of; a plain number where there is nothing to show.
    To(Option<String>, f64),
    /// Text that leads somewhere; plain text where there is no way.
    Link(Option<String>, String),
    /// A formula and the result that it has.
    Formula(String, f64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::from(text.as_str())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Number(number as f64)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Number(f64::from(number))
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Empty, Into::into)
    }
}

impl Cell {
    /// The figure with a way to its detail, where it is one.
    pub fn to(self, way: Option<String>) -> Cell {
        if let Cell::Number(number) = self { Cell::To(way, number) } else { self }
    }
}

/// Links on a sheet: Excel takes at most 65,530. Beyond it cells show the same and lead nowhere.
const MOST_LINKS: usize = 65_000;

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    pub head: String,
    pub kind: Kind,
    /// The widest that the column may get, in characters of Latin type; longer text wraps.
    pub most: f64,
}

pub fn column(head: impl Into<String>, kind: Kind) -> Column {
    let most = if kind == Kind::Prose { 48.0 } else { 30.0 };
    Column { head: head.into(), kind, most }
}

impl Column {
    pub fn at_most(self, most: f64) -> Column {
        Column { most, ..self }
    }
}

/// Where a table came to stand. Rows and columns count from zero.
#[derive(Debug, Clone, Copy)]
pub struct Block {
    pub head: u32,
    pub first: u32,
    pub last: u32,
}

impl Block {
    /// The cells of one column, for a chart: sheet, first row, column, last row, column.
    pub fn of<'a>(&self, sheet: &'a str, col: u16) -> (&'a str, u32, u16, u32, u16) {
        (sheet, self.first, col, self.last, col)
    }
}

/// How a sheet is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    Portrait,
    Landscape,
    /// The whole sheet on one page.
    OneLandscape,
    OnePortrait,
}

/// A sheet being written.
pub struct Page<'a> {
    pub sheet: &'a mut Worksheet,
    pub next: u32,
    widths: Vec<f64>,
    first_head: Option<u32>,
    links: usize,
}

const A4: u8 = 9;

/// A workbook with its properties; dated by the stamp, so that the same input gives the same bytes.
pub fn workbook(title: &str, stamp: &Stamp) -> Result<Workbook, WriteError> {
    use chrono::Datelike;
    let mut book = Workbook::new();
    let made =
        ExcelDateTime::from_ymd(stamp.day.year() as u16, stamp.day.month() as u8, stamp.day.day() as u8)?;
    book.set_properties(
        &DocProperties::new()
            .set_title(title)
            .set_author(if stamp.bureau.is_empty() { "taizhang" } else { &stamp.bureau })
            .set_company(&stamp.bureau)
            .set_subject(&stamp.period)
            .set_comment("由 taizhang（台账）根据各支部报送的表格生成")
            .set_creation_datetime(&made),
    );
    Ok(book)
}

impl<'a> Page<'a> {
    /// A new sheet, set up for A4 with the bureau, the period and page numbers around it.
    pub fn new(
        book: &'a mut Workbook,
        name: &str,
        paper: Paper,
        stamp: &Stamp,
    ) -> Result<Page<'a>, WriteError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        Ok(Page::on(sheet, paper, stamp))
    }

    /// As [`Page::new`], on a sheet that is there.
    pub fn on(sheet: &'a mut Worksheet, paper: Paper, stamp: &Stamp) -> Page<'a> {
        sheet.set_paper_size(A4).set_screen_gridlines(false).set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.3);
        match paper {
            Paper::Portrait => sheet.set_portrait().set_print_fit_to_pages(1, 0),
            Paper::Landscape => sheet.set_landscape().set_print_fit_to_pages(1, 0),
            Paper::OneLandscape => sheet.set_landscape().set_print_fit_to_pages(1, 1),
            Paper::OnePortrait => sheet.set_portrait().set_print_fit_to_pages(1, 1),
        };
        // An ampersand begins a code in headers.
        let whose = format!("{}  {}", stamp.bureau, stamp.period).trim().replace('&', "&&");
        // A space ends the size of the font: what follows may begin with a figure, 2026年.
        sheet.set_header(format!("&L&8 {whose}&R&8 &A")).set_footer("&C&8第 &P 页，共 &N 页");
        Page { sheet, next: 0, widths: Vec::new(), first_head: None, links: 0 }
    }

    pub fn title(&mut self, text: &str) -> Result<(), WriteError> {
        self.sheet.set_row_height(self.next, 30)?;
        self.sheet.write_string_with_format(self.next, 0, text, &look::title())?;
        self.next += 1;
        Ok(())
    }

    /// A line of explanation, which may run over the cells to its right.
    pub fn note(&mut self, text: &str) -> Result<(), WriteError> {
        self.sheet.write_string_with_format(self.next, 0, text, &look::note())?;
        self.next += 1;
        Ok(())
    }

    /// A link to another sheet of the same book.
    pub fn back(&mut self, sheet: &str) -> Result<(), WriteError> {
        let url = Url::new(format!("internal:'{sheet}'!A1")).set_text(format!("← 返回“{sheet}”"));
        self.sheet.write_url_with_format(self.next, 0, url, &look::link())?;
        self.next += 1;
        Ok(())
    }

    /// The heading of a part of the sheet, with a blank row above.
    pub fn section(&mut self, text: &str) -> Result<(), WriteError> {
        self.next += 1;
        self.sheet.set_row_height(self.next, 22)?;
        self.sheet.write_string_with_format(self.next, 0, text, &look::section())?;
        self.next += 1;
        Ok(())
    }

    /// An Excel table with a filter. `name` is unique in the book. An empty table says so in one row.
    pub fn table(&mut self, name: &str, columns: &[Column], rows: &[Vec<Cell>]) -> Result<Block, WriteError> {
        let block = self.rows(columns, rows)?;
        let heads: Vec<TableColumn> = columns
            .iter()
            .map(|c| TableColumn::new().set_header(&c.head).set_header_format(look::head()))
            .collect();
        let table = Table::new().set_name(name).set_columns(&heads).set_style(TableStyle::None);
        self.sheet.add_table(block.head, 0, block.last, columns.len() as u16 - 1, &table)?;
        Ok(block)
    }

    /// The same without filter, for what is not a list.
    pub fn rows(&mut self, columns: &[Column], rows: &[Vec<Cell>]) -> Result<Block, WriteError> {
        let formats: Vec<Format> = columns.iter().map(|c| look::cell(c.kind)).collect();
        let head = self.next;
        self.heads(head, columns)?;
        self.first_head.get_or_insert(head);
        self.fit(columns, rows);
        for (i, cells) in rows.iter().enumerate() {
            let lines = (0..cells.len())
                .map(|c| lines(&cells[c], columns[c].kind, self.widths[c]))
                .fold(1.0, f64::max);
            self.sheet.set_row_height(head + 1 + i as u32, lines * 15.0 + 4.0)?;
            for (col, cell) in cells.iter().enumerate() {
                self.put(head + 1 + i as u32, col as u16, cell, &formats[col])?;
            }
        }
        let last = head + rows.len().max(1) as u32;
        if rows.is_empty() {
            for (col, format) in formats.iter().enumerate() {
                self.sheet.write_blank(last, col as u16, format)?;
            }
        }
        self.next = last + 1;
        Ok(Block { head, first: head + 1, last })
    }

    fn heads(&mut self, row: u32, columns: &[Column]) -> Result<(), WriteError> {
        let tall = columns.iter().any(|c| c.head.contains('\n'));
        self.sheet.set_row_height(row, if tall { 32 } else { 22 })?;
        for (col, column) in columns.iter().enumerate() {
            self.sheet.write_string_with_format(row, col as u16, &column.head, &look::head())?;
        }
        Ok(())
    }

    /// The link, as long as the sheet takes one more.
    fn allowed<'w>(&mut self, way: &'w Option<String>) -> Option<&'w str> {
        let way = way.as_deref().filter(|_| self.links < MOST_LINKS)?;
        self.links += 1;
        Some(way)
    }

    pub fn put(&mut self, row: u32, col: u16, cell: &Cell, format: &Format) -> Result<(), WriteError> {
        match cell {
            Cell::Empty => self.sheet.write_blank(row, col, format)?,
            Cell::Text(text) => self.sheet.write_string_with_format(row, col, clip(text), format)?,
            Cell::Number(number) => self.sheet.write_number_with_format(row, col, *number, format)?,
            Cell::To(way, number) => match self.allowed(way) {
                Some(way) => {
                    let format = look::leads(format);
                    // The link is of the cell; the number then stands in it instead of the link's text.
                    self.sheet.write_url_with_format(row, col, Url::new(way), &format)?;
                    self.sheet.write_number_with_format(row, col, *number, &format)?
                }
                None => self.sheet.write_number_with_format(row, col, *number, format)?,
            },
            Cell::Link(way, text) => match self.allowed(way) {
                Some(way) => {
                    let url = Url::new(way).set_text(clip(text));
                    self.sheet.write_url_with_format(row, col, url, &format.merge(&look::link()))?
                }
                None => self.sheet.write_string_with_format(row, col, clip(text), &look::cell(Kind::Text))?,
            },
            Cell::Formula(formula, result) => {
                let formula = Formula::new(formula).set_result(format!("{result}"));
                self.sheet.write_formula_with_format(row, col, formula, format)?
            }
        };
        Ok(())
    }

    /// A short text that leads somewhere and looks as its format has it: a cell of a map.
    pub fn leading(
        &mut self,
        row: u32,
        col: u16,
        text: &str,
        way: Option<String>,
        format: &Format,
    ) -> Result<(), WriteError> {
        match self.allowed(&way) {
            Some(way) => {
                let url = Url::new(way).set_text(text);
                self.sheet.write_url_with_format(row, col, url, format)?
            }
            None => self.sheet.write_string_with_format(row, col, text, format)?,
        };
        Ok(())
    }

    /// Widens the columns for a table's texts; columns of several tables on a sheet take the widest.
    fn fit(&mut self, columns: &[Column], rows: &[Vec<Cell>]) {
        self.widths.resize(self.widths.len().max(columns.len()), 0.0);
        for (col, column) in columns.iter().enumerate() {
            let head = column.head.lines().map(width).fold(0.0, f64::max);
            // The filter's arrow stands over the end of the heading.
            let widest = rows.iter().map(|r| shown_width(&r[col], column.kind)).fold(head + 2.5, f64::max);
            self.widths[col] = self.widths[col].max((widest + 1.5).min(column.most));
        }
    }

    /// Sets the widths and, where asked for, freezes the first table's heading for scrolling and printing.
    pub fn finish(mut self, freeze: bool) -> Result<(), WriteError> {
        for (col, width) in std::mem::take(&mut self.widths).into_iter().enumerate() {
            self.sheet.set_column_width(col as u16, width)?;
        }
        if let Some(head) = self.first_head.filter(|_| freeze) {
            self.sheet.set_freeze_panes(head + 1, 0)?;
            self.sheet.set_repeat_rows(head, head)?;
        }
        Ok(())
    }
}

/// Width in characters of Latin type; a Chinese character takes two, and a little more in bold.
pub fn width(text: &str) -> f64 {
    text.width() as f64 * 1.08
}

fn shown_width(cell: &Cell, kind: Kind) -> f64 {
    match (cell, kind) {
        (Cell::Empty, _) => 0.0,
        (Cell::Text(text) | Cell::Link(_, text), _) => text.lines().map(width).fold(0.0, f64::max),
        (Cell::Number(_) | Cell::To(..) | Cell::Formula(..), Kind::Rate) => 7.0,
        (Cell::Number(_) | Cell::To(..) | Cell::Formula(..), Kind::Change) => 9.0,
        (Cell::Number(number) | Cell::To(_, number) | Cell::Formula(_, number), _) => {
            format!("{number:.1}").len() as f64 + 1.0
        }
    }
}

/// How many lines a text takes in a column of that width.
fn lines(cell: &Cell, kind: Kind, room: f64) -> f64 {
    match (cell, kind) {
        (Cell::Text(text), Kind::Prose) => text.lines().map(|l| wrapped(l, room)).sum::<f64>().max(1.0),
        _ => 1.0,
    }
}

/// Lines that one line of text wraps into. A line never fills to the last half character.
pub fn wrapped(line: &str, room: f64) -> f64 {
    (width(line) / (room - 2.0).max(1.0)).ceil().max(1.0)
}

/// Excel's limit for the text of a cell.
fn clip(text: &str) -> String {
    text.chars().take(32_000).collect()
}

/// A name that Excel takes for a sheet, unlike those taken: no `[]:*?/\`, at most 31 characters.
pub fn sheet_name(text: &str, taken: &mut Vec<String>) -> String {
    let plain: String = text.chars().map(|c| if "[]:*?/\\'".contains(c) { '_' } else { c }).collect();
    let plain = if plain.trim().is_empty() { "未命名" } else { plain.as_str() };
    let name = (1..)
        .map(|n| {
            let tail = if n == 1 { String::new() } else { format!("({n})") };
            format!("{}{tail}", plain.chars().take(31 - tail.chars().count()).collect::<String>())
        })
        .find(|name| !taken.iter().any(|t| t.to_lowercase() == name.to_lowercase()))
        .unwrap_or_default();
    taken.push(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets() {
        let mut taken = Vec::new();
        let long = "很".repeat(40);
        for (text, name) in [
            ("第一支部", "第一支部".to_string()),
            ("第一支部", "第一支部(2)".into()),
            ("甲/乙", "甲_乙".into()),
            (" ", "未命名".into()),
            (&long, "很".repeat(31)),
            (&long, format!("{}(2)", "很".repeat(28))),
        ] {
            assert_eq!(sheet_name(text, &mut taken), name);
        }
    }
}
