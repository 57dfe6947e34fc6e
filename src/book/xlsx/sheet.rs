//! The cells and the merges of one sheet.

use super::{Common, Refusal, strings};
use crate::address::{Area, Spot};
use crate::book::Value;
use crate::book::cells::Cells;
use crate::book::excel::Style;
use crate::book::extent::MAX_CELLS;
use crate::book::package::{Event, Tag, Xml, broken, too_many, unescaped};
use crate::book::strike::Strike;

/// Puts the cells where they belong and gives the merges.
///
/// # Errors
/// The sheet is broken or too large.
pub fn read(xml: &mut Xml, common: &Common, cells: &mut Cells) -> Result<Vec<Area>, Refusal> {
    let mut merges = Vec::new();
    let mut text = String::new();
    // Where a cell lies that does not say: behind the one before it.
    let mut at = Spot { row: 0, col: 0 };
    loop {
        match xml.next()? {
            Event::Open(tag) => match tag.name {
                b"c" => {
                    let cell = Cell::of(tag, at)?;
                    let read = cell.read(xml, common, &mut text)?;
                    cells.put_struck(cell.at, read.value, read.strike.as_ref())?;
                    at = Spot { row: cell.at.row, col: cell.at.col.saturating_add(1) };
                }
                b"row" => at = Spot { row: row(tag)?.unwrap_or(at.row), col: 0 },
                b"mergeCell" if merges.len() as u64 >= MAX_CELLS => return Err(too_many()),
                b"mergeCell" => {
                    merges.extend(tag.attribute("ref").and_then(|area| area.parse::<Area>().ok()))
                }
                _ => {}
            },
            // A row that says nothing of itself is the one below.
            Event::Close(b"row") => at = Spot { row: at.row.saturating_add(1), col: 0 },
            Event::Close(b"worksheet") => return Ok(merges),
            _ => {}
        }
    }
}

/// The row that a tag says to be, where it says one.
fn row(tag: Tag) -> Result<Option<u32>, Refusal> {
    let counted = |text: &str| text.parse::<u32>().ok()?.checked_sub(1);
    tag.attribute("r").map(|text| counted(text).ok_or_else(broken)).transpose()
}

/// A cell's own tag: where it lies, and how what is written in it is meant.
struct Cell {
    at: Spot,
    style: usize,
    kind: Kind,
}

/// `t` of a cell, ECMA-376 part 1, 18.18.11 (ST_CellType).
enum Kind {
    Number,
    Shared,
    Flag,
    Day,
    /// Text, an error, or what no one has heard of: shown as it is written.
    Written,
}

struct Read {
    value: Value,
    strike: Option<Strike>,
}

impl Cell {
    /// What does not say where it lies or what it is in a way that can be followed is no cell to guess at.
    fn of(tag: Tag, next: Spot) -> Result<Self, Refusal> {
        let mut cell = Cell { at: next, style: 0, kind: Kind::Number };
        for attribute in tag.attributes() {
            let (name, value) = attribute?;
            match name {
                "r" => cell.at = value.parse().map_err(|_| broken())?,
                "s" => cell.style = value.parse().unwrap_or(0),
                "t" => {
                    cell.kind = match value {
                        "n" => Kind::Number,
                        "s" => Kind::Shared,
                        "b" => Kind::Flag,
                        "d" => Kind::Day,
                        _ => Kind::Written,
                    }
                }
                _ => {}
            }
        }
        Ok(cell)
    }

    fn read(&self, xml: &mut Xml, common: &Common, text: &mut String) -> Result<Read, Refusal> {
        let style = common.styles.get(self.style);
        let mut read = Read { value: Value::Empty, strike: style.struck.then_some(Strike::Whole) };
        loop {
            match xml.next()? {
                Event::Open(tag) => match tag.name {
                    b"v" => {
                        text.clear();
                        xml.text(text)?;
                        self.value(text, style, common, &mut read)?;
                    }
                    b"is" => {
                        let inline = strings::text(xml)?;
                        read.strike = inline.strike.or(read.strike);
                        read.value = Value::Text(inline.text);
                    }
                    _ => xml.skip()?,
                },
                Event::Close(_) => return Ok(read),
                Event::Text(_) => {}
            }
        }
    }

    fn value(&self, text: &str, style: Style, common: &Common, read: &mut Read) -> Result<(), Refusal> {
        if text.is_empty() {
            return Ok(());
        }
        read.value = match self.kind {
            Kind::Shared => {
                let shared = text.trim().parse().ok().and_then(|i: usize| common.strings.get(i));
                let shared = shared.ok_or_else(broken)?;
                if shared.strike.is_some() {
                    read.strike.clone_from(&shared.strike);
                }
                Value::Text(shared.text.clone())
            }
            Kind::Number => match text.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => style.shown.value(number, common.from_1904),
                _ => Value::Text(text.into()),
            },
            Kind::Flag => match text.trim() {
                "0" | "false" => Value::Text("FALSE".into()),
                "1" | "true" => Value::Text("TRUE".into()),
                other => Value::Text(other.into()),
            },
            Kind::Day => match text.trim().get(..10).and_then(|day| day.parse().ok()) {
                Some(day) => Value::Date(day),
                None => Value::Text(text.trim().into()),
            },
            Kind::Written if matches!(read.value, Value::Text(_)) => return Ok(()),
            Kind::Written => Value::Text(unescaped(text).into()),
        };
        Ok(())
    }
}
