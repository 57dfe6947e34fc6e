//! The elements of a part, one after another as the part is inflated.
//!
//! Nearly all of an office's books is the tags of cells, a dozen letters each. A reader of XML in general spends more
//! on such a tag than on what it says, so the parts of a book are read by a scanner that knows just what the Open
//! Packaging Conventions (ECMA-376 part 2, 8.1.4) let stand in them: UTF-8 without declarations of entities.

use std::borrow::Cow;
use std::io::Read;
use std::ops::Range;

use memchr::{memchr, memmem};
use quick_xml::escape::unescape;

use super::{Refusal, broken};

/// As much is inflated at a time.
const CHUNK: usize = 16 << 10;
/// No tag and no text is longer; what is, is no book's.
const LONGEST: usize = 16 << 20;

/// A part that is being read.
pub struct Xml<'a> {
    source: &'a mut dyn Read,
    buffer: &'a mut Vec<u8>,
    /// What of the buffer has been inflated and not yet been passed.
    at: usize,
    filled: usize,
    /// Where the name of the tag just passed stands, if that tag closes its own element.
    closes: Option<Range<usize>>,
}

pub enum Event<'a> {
    Open(Tag<'a>),
    /// The end of an element, by its name without prefix.
    Close(&'a [u8]),
    Text(Written<'a>),
}

/// A text as it is written.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    bytes: &'a [u8],
    /// In a CDATA section nothing is escaped.
    escaped: bool,
}

/// The tag that opens an element.
#[derive(Clone, Copy)]
pub struct Tag<'a> {
    /// Without prefix.
    pub name: &'a [u8],
    attributes: &'a [u8],
}

/// What stands at a place of the buffer, and where the next thing begins.
enum Found {
    Text {
        escaped: bool,
        start: usize,
        end: usize,
        next: usize,
    },
    Open {
        end: usize,
        closes: bool,
    },
    Close {
        end: usize,
    },
    /// A comment or a note to a program.
    Aside {
        next: usize,
    },
}

impl<'a> Xml<'a> {
    /// Reads through a buffer that may serve one part after another.
    pub fn new(source: &'a mut dyn Read, buffer: &'a mut Vec<u8>) -> Self {
        Xml { source, buffer, at: 0, filled: 0, closes: None }
    }

    /// An element that is empty opens and closes.
    ///
    /// # Errors
    /// What comes is no XML, or the part ends: whoever reads stops at the end of the element that it reads.
    pub fn next(&mut self) -> Result<Event<'_>, Refusal> {
        if let Some(name) = self.closes.take() {
            return Ok(Event::Close(&self.buffer[name]));
        }
        loop {
            let start = self.at;
            match found(&self.buffer[start..self.filled]) {
                None => self.fill()?,
                Some(Found::Aside { next }) => self.at = start + next,
                Some(Found::Text { escaped, start: from, end, next }) => {
                    self.at = start + next;
                    let bytes = &self.buffer[start + from..start + end];
                    return Ok(Event::Text(Written { bytes, escaped }));
                }
                Some(Found::Close { end }) => {
                    self.at = start + end + 1;
                    return Ok(Event::Close(local(self.buffer[start + 2..start + end].trim_ascii())));
                }
                Some(Found::Open { end, closes }) => {
                    self.at = start + end + 1;
                    let tag = &self.buffer[start + 1..start + end - usize::from(closes)];
                    let length = tag.iter().position(u8::is_ascii_whitespace).unwrap_or(tag.len());
                    let (name, attributes) = (local(&tag[..length]), &tag[length..]);
                    let name_end = start + 1 + length;
                    self.closes = closes.then(|| name_end - name.len()..name_end);
                    return Ok(Event::Open(Tag { name, attributes }));
                }
            }
        }
    }

    /// Inflates more, behind what has not been passed: as much again, so that what is long is not looked through over
    /// and over.
    fn fill(&mut self) -> Result<(), Refusal> {
        self.buffer.copy_within(self.at..self.filled, 0);
        self.filled -= self.at;
        self.at = 0;
        let (had, wanted) = (self.filled, self.filled + self.filled.max(CHUNK));
        if had > LONGEST {
            return Err(broken());
        }
        if self.buffer.len() < wanted {
            self.buffer.resize(wanted, 0);
        }
        while self.filled < wanted {
            match self.source.read(&mut self.buffer[self.filled..]) {
                Ok(0) => break,
                Ok(more) => self.filled += more,
                Err(_) => return Err(broken()),
            }
        }
        if self.filled > had { Ok(()) } else { Err(broken()) }
    }

    /// Adds what is written up to the end of the element that has just opened, without that of elements within it.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn text(&mut self, text: &mut String) -> Result<(), Refusal> {
        let mut depth = 0;
        loop {
            match self.next()? {
                Event::Text(written) if depth == 0 => written.add_to(text)?,
                Event::Text(_) => {}
                Event::Open(_) => depth += 1,
                Event::Close(_) if depth == 0 => return Ok(()),
                Event::Close(_) => depth -= 1,
            }
        }
    }

    /// Passes over all up to the end of the element that has just opened.
    ///
    /// # Errors
    /// As [`Xml::next`].
    pub fn skip(&mut self) -> Result<(), Refusal> {
        self.text(&mut String::new())
    }
}

/// What stands at the start; nothing where it does not end here.
fn found(bytes: &[u8]) -> Option<Found> {
    let aside = |closing: &[u8]| Some(Found::Aside { next: memmem::find(bytes, closing)? + closing.len() });
    const CDATA: &[u8] = b"<![CDATA[";
    match bytes {
        [b'<', b'/', ..] => Some(Found::Close { end: memchr(b'>', bytes)? }),
        [b'<', b'?', ..] => aside(b"?>"),
        [b'<', b'!', b'-', ..] => aside(b"-->"),
        [b'<', b'!', b'[', ..] => {
            let end = memmem::find(bytes, b"]]>")?;
            Some(Found::Text { escaped: false, start: CDATA.len().min(end), end, next: end + 3 })
        }
        [b'<', b'!', ..] => aside(b">"),
        [b'<', _, ..] => {
            let end = end_of_tag(bytes)?;
            Some(Found::Open { end, closes: bytes[end - 1] == b'/' })
        }
        [] | [b'<'] => None,
        _ => {
            let end = position(b'<', bytes)?;
            Some(Found::Text { escaped: true, start: 0, end, next: end })
        }
    }
}

/// Where the `>` is that no quotes stand around.
fn end_of_tag(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let end = from + memchr(b'>', &bytes[from..])?;
        if !ends_quoted(&bytes[..end]) {
            return Some(end);
        }
        from = end + 1;
    }
}

fn ends_quoted(tag: &[u8]) -> bool {
    if memchr(b'\'', tag).is_none() {
        return tag.iter().filter(|b| **b == b'"').count() % 2 == 1;
    }
    let mut open = None;
    for byte in tag {
        match open {
            Some(quote) if quote == *byte => open = None,
            None if matches!(byte, b'"' | b'\'') => open = Some(*byte),
            _ => {}
        }
    }
    open.is_some()
}

/// Names, values and texts are a few letters: to look at one after another is sooner done than to begin a search.
fn position(byte: u8, bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|b| *b == byte)
}

/// A name without the prefix of its namespace.
fn local(name: &[u8]) -> &[u8] {
    position(b':', name).map_or(name, |colon| &name[colon + 1..])
}

/// The name without prefix and the value of the attribute at the start, and what stands behind it.
fn first_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let equals = position(b'=', text.as_bytes())?;
    let name = text[..equals].trim_ascii();
    let name = position(b':', name.as_bytes()).map_or(name, |colon| &name[colon + 1..]);
    let value = text[equals + 1..].trim_ascii_start();
    let quote = *value.as_bytes().first().filter(|quote| matches!(quote, b'"' | b'\''))?;
    let value = &value[1..];
    let end = position(quote, value.as_bytes())?;
    Some((name, &value[..end], &value[end + 1..]))
}

impl Written<'_> {
    /// Line ends become `\n`, as XML 1.0, 2.11 has it.
    pub fn add_to(self, text: &mut String) -> Result<(), Refusal> {
        let written = std::str::from_utf8(self.bytes).map_err(|_| broken())?;
        let lines = if written.contains('\r') {
            Cow::Owned(written.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(written)
        };
        // What no one declared stays as it is written.
        let plain = if self.escaped && lines.contains('&') { unescape(&lines).ok() } else { None };
        text.push_str(plain.as_deref().unwrap_or(&lines));
        Ok(())
    }
}

impl<'a> Tag<'a> {
    /// Attributes by their names without prefix, as they are written.
    ///
    /// # Errors
    /// The tag is broken from there on.
    pub fn attributes(self) -> impl Iterator<Item = Result<(&'a str, &'a str), Refusal>> {
        let mut rest = std::str::from_utf8(self.attributes).unwrap_or("no UTF-8");
        std::iter::from_fn(move || {
            rest = rest.trim_ascii_start();
            if rest.is_empty() {
                return None;
            }
            let Some((name, value, behind)) = first_attribute(rest) else {
                rest = "";
                return Some(Err(broken()));
            };
            rest = behind;
            Some(Ok((name, value)))
        })
    }

    pub fn attribute(self, name: &str) -> Option<&'a str> {
        self.attributes().flatten().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    /// An attribute with its entities resolved.
    pub fn text(self, name: &str) -> Option<String> {
        unescape(self.attribute(name)?).ok().map(Cow::into_owned)
    }

    /// An attribute that counts.
    pub fn number(self, name: &str) -> Option<usize> {
        self.attribute(name)?.parse().ok()
    }

    /// `xsd:boolean`; `without` where the attribute is not there.
    pub fn is_on(self, name: &str, without: bool) -> bool {
        self.attribute(name).map_or(without, |value| matches!(value, "1" | "true" | "on"))
    }
}

/// `_x000D_` stands for the character of that number, ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
pub fn unescaped(text: &str) -> Cow<'_, str> {
    let mut rest = text;
    let mut plain = String::new();
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()) {
            Some(code) => {
                plain.push_str(&rest[..at]);
                plain.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    if plain.is_empty() {
        return Cow::Borrowed(rest);
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that gives a byte at a time, so that everything is cut everywhere.
    struct Drops<'a>(&'a [u8]);

    impl Read for Drops<'_> {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0.by_ref().take(1).read(into)
        }
    }

    /// Tags with their attributes, ends and texts in turn; `!` where it is broken.
    fn shown(source: &mut dyn Read) -> String {
        let (mut buffer, mut shown) = (Vec::new(), String::new());
        let mut xml = Xml::new(source, &mut buffer);
        loop {
            match xml.next() {
                Ok(Event::Open(tag)) => {
                    shown += &format!("<{}", String::from_utf8_lossy(tag.name));
                    for attribute in tag.attributes() {
                        shown += &attribute.map_or(" ?".into(), |(name, value)| format!(" {name}={value}"));
                    }
                    shown.push('>');
                }
                Ok(Event::Close(name)) => shown += &format!("</{}>", String::from_utf8_lossy(name)),
                Ok(Event::Text(written)) => written.add_to(&mut shown).unwrap_or(()),
                Err(_) => return shown + "!",
            }
        }
    }

    #[test]
    fn what_stands_in_a_part() {
        for (written, read) in [
            ("<a><b/>张三</a>", "<a><b></b>张三</a>!"),
            ("<x:c x:r=\"A1\" t='s' ><x:v>1</x:v ><x:f/></x:c>", "<c r=A1 t=s><v>1</v><f></f></c>!"),
            ("<a b='x>y' c=\"it's > it\"/>", "<a b=x>y c=it's > it></a>!"),
            ("<?xml version=\"1.0\"?><!DOCTYPE a><!-- <b> --><a />", "<a></a>!"),
            ("<a><![CDATA[1 < 2 & <b>]]></a>", "<a>1 < 2 & <b></a>!"),
            ("<a>&lt;&#x5F20;&amp;\r\n\r</a>", "<a><张&\n\n</a>!"),
            ("<a>&none;</a>", "<a>&none;</a>!"),
            ("<a", "!"),
            ("<a b=\"1>", "!"),
            ("<a b=1 c>", "<a ?>!"),
            ("<><a/>", "<><a></a>!"),
            ("", "!"),
        ] {
            assert_eq!(shown(&mut written.as_bytes()), read, "{written}");
            assert_eq!(shown(&mut Drops(written.as_bytes())), read, "{written} in drops");
        }
    }

    #[test]
    fn characters_by_number() {
        for (written, meant) in [
            ("张三_x000D_\n李四", "张三\r\n李四"),
            ("_x005F_x000D_", "_x000D_"),
            ("a_xyz_b", "a_xyz_b"),
            ("a_x", "a_x"),
            ("_x00", "_x00"),
            ("_x张三李四_", "_x张三李四_"),
            ("", ""),
        ] {
            assert_eq!(unescaped(written), meant);
        }
    }
}
