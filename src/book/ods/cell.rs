//! What one cell says: its value, or the letters of its paragraphs.

use chrono::NaiveDate;

use super::styles::{Family, Styles};
use crate::book::package::{Event, Tag, Xml};
use crate::book::strike::Strike;
use crate::book::{Refusal, Value};

/// How what stands in a cell is meant: `office:value-type` and the attribute that goes with it, ODF 1.3 part 3, 19.385
/// and 19.389. A time of day, and what else no one here computes with, is as it is shown.
pub enum Kind {
    Number(f64),
    Date(NaiveDate),
    Flag(bool),
    /// What is shown; where nothing is, this.
    Shown(Option<String>),
}

impl Kind {
    pub fn of(tag: Tag) -> Self {
        let shown = || Kind::Shown(tag.text("string-value"));
        match tag.attribute("value-type") {
            Some("float" | "percentage" | "currency") => {
                let number = tag.attribute("value").and_then(|value| value.parse().ok());
                number.filter(|number: &f64| number.is_finite()).map_or_else(shown, Kind::Number)
            }
            Some("date") => {
                let written = tag.attribute("date-value").and_then(|value| value.get(..10));
                written.and_then(|day| day.parse().ok()).map_or_else(shown, Kind::Date)
            }
            Some("boolean") => Kind::Flag(tag.is_on("boolean-value", false)),
            _ => shown(),
        }
    }
}

/// What a cell holds.
pub struct Read {
    pub value: Value,
    pub strike: Option<Strike>,
    /// What somebody noted on it.
    pub comment: String,
}

/// Reads the cell that has just opened; `struck`: as a whole it is struck through.
///
/// # Errors
/// The part is broken.
pub fn read(xml: &mut Xml, kind: Kind, styles: &Styles, struck: bool) -> Result<Read, Refusal> {
    let letters = Letters::read(xml, styles, struck)?;
    let strike = match letters.is_empty() {
        true => struck.then_some(Strike::Whole),
        false => Strike::of(&letters.kept, &letters.gone),
    };
    let value = match kind {
        Kind::Number(number) => Value::Number(number),
        Kind::Date(day) => Value::Date(day),
        Kind::Flag(flag) => Value::Text(if flag { "TRUE" } else { "FALSE" }.into()),
        Kind::Shown(instead) if letters.is_empty() => Value::Text(instead.unwrap_or_default().into()),
        Kind::Shown(_) => Value::Text(letters.all.into()),
    };
    Ok(Read { value, strike, comment: letters.comment })
}

/// The paragraphs of the remark that has just opened, without who made it and when (`office:annotation`, 14.1).
fn comment(xml: &mut Xml, written: &mut String) -> Result<(), Refusal> {
    let (mut depth, mut paragraph) = (0, None);
    loop {
        match xml.next()? {
            Event::Open(tag) => {
                depth += 1;
                if tag.name == b"p" && paragraph.is_none() {
                    paragraph = Some(depth);
                    written.push('\n');
                }
            }
            Event::Close(_) if depth == 0 => return Ok(()),
            Event::Close(_) => {
                paragraph = paragraph.filter(|opened| *opened != depth);
                depth -= 1;
            }
            Event::Text(text) if paragraph.is_some() => text.add_to(written)?,
            Event::Text(_) => {}
        }
    }
}

/// The letters of a cell, and which of them are struck through.
#[derive(Default)]
struct Letters {
    all: String,
    kept: String,
    gone: String,
    comment: String,
}

/// An element within a cell.
#[derive(Clone, Copy)]
struct Span {
    struck: bool,
    /// Letters count within a paragraph only.
    in_paragraph: bool,
}

impl Letters {
    fn read(xml: &mut Xml, styles: &Styles, struck: bool) -> Result<Self, Refusal> {
        let (mut letters, mut paragraphs, mut written) = (Letters::default(), 0, String::new());
        let cell = Span { struck, in_paragraph: false };
        let mut open = vec![cell];
        loop {
            let here = open.last().copied().unwrap_or(cell);
            match xml.next()? {
                Event::Open(tag) => {
                    let within = match tag.name {
                        b"p" | b"h" => {
                            if paragraphs > 0 {
                                letters.write("\n", struck);
                            }
                            paragraphs += 1;
                            Span { in_paragraph: true, ..here }
                        }
                        b"span" => {
                            let own = styles.strike(Family::Text, tag.attribute("style-name"));
                            Span { struck: own.unwrap_or(here.struck), ..here }
                        }
                        b"s" => {
                            let spaces = tag.number("c").unwrap_or(1).min(MOST_SPACES);
                            letters.write(&" ".repeat(spaces), here.struck);
                            here
                        }
                        b"tab" => {
                            letters.write(" ", here.struck);
                            here
                        }
                        b"line-break" => {
                            letters.write("\n", here.struck);
                            here
                        }
                        b"a" | b"ruby" | b"ruby-base" | b"list" | b"list-item" | b"meta" | b"date"
                        | b"time" | b"sheet-name" | b"file-name" | b"title" => here,
                        b"annotation" => {
                            comment(xml, &mut letters.comment)?;
                            continue;
                        }
                        // Pictures, how a name is read.
                        _ => {
                            xml.skip()?;
                            continue;
                        }
                    };
                    open.push(within);
                }
                Event::Close(_) => {
                    open.pop();
                    if open.is_empty() {
                        return Ok(letters);
                    }
                }
                Event::Text(text) if here.in_paragraph => {
                    written.clear();
                    text.add_to(&mut written)?;
                    letters.collapse(&written, here.struck);
                }
                Event::Text(_) => {}
            }
        }
    }

    fn is_empty(&self) -> bool {
        self.all.trim().is_empty()
    }

    fn write(&mut self, text: &str, struck: bool) {
        self.all.push_str(text);
        if struck { &mut self.gone } else { &mut self.kept }.push_str(text);
    }

    /// Spaces and line ends between letters are one space, 6.1.2.
    fn collapse(&mut self, text: &str, struck: bool) {
        let is_space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
        if !text.contains(['\t', '\r', '\n']) && !text.contains("  ") {
            return self.write(text, struck);
        }
        for piece in text.split_inclusive(is_space) {
            let word = piece.trim_end_matches(is_space);
            self.write(word, struck);
            if word.len() < piece.len() && !self.all.ends_with(' ') {
                self.write(" ", struck);
            }
        }
    }
}

/// More spaces say no more.
const MOST_SPACES: usize = 100;
