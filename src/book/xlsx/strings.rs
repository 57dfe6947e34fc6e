//! The texts that cells share.

use std::borrow::Cow;

use super::xml::{Event, Xml, unescaped};
use super::{Refusal, too_many};
use crate::book::extent::MAX_CELLS;
use crate::text::Text;

pub type Strings = Vec<Shared>;

/// A text and whether all of it is struck through by its own letters' format, not the cell's.
#[derive(Default)]
pub struct Shared {
    pub text: Text,
    pub struck: bool,
}

/// # Errors
/// The part is broken.
pub fn read(xml: &mut Xml) -> Result<Strings, Refusal> {
    let mut strings = Strings::new();
    let mut depth = 0;
    loop {
        match xml.next()? {
            Event::Open(_) if strings.len() as u64 > MAX_CELLS => return Err(too_many()),
            Event::Open(tag) if tag.name == b"si" => strings.push(text(xml)?),
            Event::Open(_) => depth += 1,
            Event::Close(_) if depth == 1 => return Ok(strings),
            Event::Close(_) => depth -= 1,
            Event::Text(_) => {}
        }
    }
}

/// Up to the end of `<si>` or `<is>`: one run of letters, or several with a format each; not how they are spoken.
///
/// # Errors
/// The part is broken.
pub fn text(xml: &mut Xml) -> Result<Shared, Refusal> {
    let mut whole = String::new();
    let (mut struck, mut plain) = (false, false);
    let (mut run_struck, mut depth) = (false, 0);
    loop {
        match xml.next()? {
            Event::Open(tag) => match tag.name {
                b"t" => {
                    let kept = tag.attribute("space") == Some("preserve");
                    let start = whole.len();
                    xml.text(&mut whole)?;
                    let run = whole[start..].trim();
                    if !run.is_empty() {
                        struck |= run_struck;
                        plain |= !run_struck;
                    }
                    if !kept {
                        trim_from(&mut whole, start);
                    }
                }
                b"rPh" => xml.skip()?,
                name => {
                    match name {
                        b"r" => run_struck = false,
                        b"strike" => run_struck = tag.is_on("val", true),
                        _ => {}
                    }
                    depth += 1;
                }
            },
            Event::Close(_) if depth == 0 => {
                if let Cow::Owned(unescaped) = unescaped(&whole) {
                    whole = unescaped;
                }
                return Ok(Shared { text: whole.into(), struck: struck && !plain });
            }
            Event::Close(_) => depth -= 1,
            Event::Text(_) => {}
        }
    }
}

/// Spaces around a run count only where it says so; wide ones always.
fn trim_from(whole: &mut String, start: usize) {
    const SPACES: [char; 4] = [' ', '\t', '\r', '\n'];
    let run = &whole[start..];
    let (leading, trimmed) =
        (run.len() - run.trim_start_matches(SPACES).len(), run.trim_end_matches(SPACES).len());
    whole.truncate(start + trimmed);
    whole.replace_range(start..start + leading.min(trimmed), "");
}
