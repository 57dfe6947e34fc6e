//! The texts that cells share.

use std::borrow::Cow;

use crate::book::Refusal;
use crate::book::extent::MAX_CELLS;
use crate::book::package::{Event, Xml, too_many, unescaped};
use crate::book::strike::Strike;
use crate::text::Text;

pub type Strings = Vec<Shared>;

/// A text, without the part that its own letters' format, not the cell's, strikes through, and what is struck through.
#[derive(Default)]
pub struct Shared {
    pub text: Text,
    pub strike: Option<Strike>,
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
    let (mut kept, mut gone) = (String::new(), String::new());
    let (mut run_struck, mut depth) = (false, 0);
    loop {
        match xml.next()? {
            Event::Open(tag) => match tag.name {
                b"t" => {
                    let spaces = tag.attribute("space") == Some("preserve");
                    let whole = if run_struck { &mut gone } else { &mut kept };
                    let start = whole.len();
                    xml.text(whole)?;
                    if !spaces {
                        trim_from(whole, start);
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
            Event::Close(_) if depth == 0 => return Ok(shared(kept, gone)),
            Event::Close(_) => depth -= 1,
            Event::Text(_) => {}
        }
    }
}

fn shared(kept: String, gone: String) -> Shared {
    let plain = |text: String| -> Text {
        match unescaped(&text) {
            Cow::Owned(unescaped) => unescaped.into(),
            Cow::Borrowed(_) => text.into(),
        }
    };
    let (kept, gone) = (plain(kept), plain(gone));
    let strike = Strike::of(&kept, &gone);
    let text = if strike == Some(Strike::Whole) { gone } else { kept };
    Shared { text, strike }
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
