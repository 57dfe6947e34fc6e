//! xlsb and xls, through calamine.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, DataRef, DataType, Dimensions, Reader, SheetType, SheetVisible, Xls, Xlsb};

use super::{
    Book, Refusal, Value, biff,
    cells::{Cells, Sheets},
    limits,
    outline::Outline,
    sniff::Archive,
    xls_strikes, xlsb_outline,
};
use crate::address::{Area, Spot};

type Bytes<'a> = Cursor<&'a [u8]>;

fn open<'a, R: Reader<Bytes<'a>>>(bytes: &'a [u8]) -> Result<R, Refusal>
where
    R::Error: std::fmt::Display,
{
    R::new(Cursor::new(bytes)).map_err(|e| refusal(&e.to_string()))
}

pub fn xlsb(bytes: &[u8], archive: Archive) -> Result<Book, Refusal> {
    let mut book: Xlsb<Bytes> = open(bytes)?;
    let mut outlines = by_name(&book, xlsb_outline::read(archive));
    let mut sheets = Sheets::default();
    for (name, hidden) in worksheets(&book) {
        let Outline { merges, strikes } = outlines.remove(&name).unwrap_or_default();
        let mut cells = Cells::default();
        let mut reader = book.worksheet_cells_reader(&name).map_err(|e| refusal(&e.to_string()))?;
        while let Some(cell) = reader.next_cell().map_err(|e| refusal(&e.to_string()))? {
            let (row, col) = cell.get_position();
            let spot = Spot { row, col };
            cells.put_struck(spot, value(cell.get_value()), strikes.get(&spot))?;
        }
        sheets.put(cells, name, hidden, merges)?;
    }
    Ok(sheets.into_book())
}

/// # Errors
/// The book is broken, or too large.
pub fn xls(bytes: &[u8]) -> Result<Book, Refusal> {
    let stream = biff::stream(bytes).unwrap_or_default();
    limits::check_xls(&stream)?;
    let mut book: Xls<Bytes> = open(bytes)?;
    let mut strikes = by_name(&book, xls_strikes::read(&stream));
    let mut sheets = Sheets::default();
    for (name, hidden) in worksheets(&book) {
        let range = book.worksheet_range(&name).map_err(|e| refusal(&e.to_string()))?;
        let (top, left) = range.start().unwrap_or((0, 0));
        let merges = areas(book.merge_cells_by_sheet_name(&name).unwrap_or_default());
        let strikes = strikes.remove(&name).unwrap_or_default();
        let mut cells = Cells::default();
        for (row, col, cell) in range.used_cells() {
            let spot = Spot { row: top + row as u32, col: left + col as u32 };
            cells.put_struck(spot, value(cell), strikes.get(&spot))?;
        }
        sheets.put(cells, name, hidden, merges)?;
    }
    Ok(sheets.into_book())
}

fn worksheets<'a, R: Reader<Bytes<'a>>>(book: &R) -> Vec<(String, bool)> {
    book.sheets_metadata()
        .iter()
        .filter(|s| s.typ == SheetType::WorkSheet)
        .map(|s| (s.name.clone(), s.visible != SheetVisible::Visible))
        .collect()
}

/// What comes in the order of the book's sheets, by the names of these.
fn by_name<'a, R: Reader<Bytes<'a>>, T>(book: &R, of_sheets: Vec<T>) -> HashMap<String, T> {
    book.sheets_metadata().iter().map(|sheet| sheet.name.clone()).zip(of_sheets).collect()
}

fn areas(merges: Vec<Dimensions>) -> Vec<Area> {
    let spot = |(row, col)| Spot { row, col };
    merges
        .into_iter()
        .filter(|d| d.start <= d.end && d.start.1 <= d.end.1)
        .map(|d| Area { first: spot(d.start), last: spot(d.end) })
        .collect()
}

/// What both of calamine's cell types can tell; a time of day without a date stays text.
pub trait Cell: DataType {
    fn iso_date(&self) -> Option<&str>;
}

impl Cell for Data {
    fn iso_date(&self) -> Option<&str> {
        if let Data::DateTimeIso(text) = self { Some(text) } else { None }
    }
}

impl Cell for DataRef<'_> {
    fn iso_date(&self) -> Option<&str> {
        if let DataRef::DateTimeIso(text) = self { Some(text) } else { None }
    }
}

pub fn value(cell: &impl Cell) -> Value {
    if let Some(text) = cell.get_string() {
        return Value::Text(text.into());
    }
    if let Some(iso) = cell.iso_date() {
        return match iso.get(..10).and_then(|d| d.parse().ok()) {
            Some(date) => Value::Date(date),
            None => Value::Text(iso.into()),
        };
    }
    if let Some(stamp) = cell.get_datetime() {
        return match stamp.as_datetime() {
            Some(moment) if stamp.is_datetime() && stamp.as_f64() >= 1.0 => Value::Date(moment.date()),
            Some(moment) if stamp.is_datetime() => Value::Text(moment.format("%H:%M").to_string().into()),
            _ => Value::Number(stamp.as_f64()),
        };
    }
    if let Some(flag) = cell.get_bool() {
        return Value::Text(if flag { "TRUE" } else { "FALSE" }.into());
    }
    match (cell.get_float(), cell.get_int(), cell.get_error()) {
        (Some(number), _, _) => Value::Number(number),
        (_, Some(number), _) => Value::Number(number as f64),
        (_, _, Some(error)) => Value::Text(error.to_string().into()),
        _ => Value::Empty,
    }
}

fn refusal(message: &str) -> Refusal {
    if message.to_lowercase().contains("password") || message.to_lowercase().contains("encrypt") {
        Refusal::Encrypted
    } else {
        Refusal::Unreadable("文件不完整或已损坏".into())
    }
}
