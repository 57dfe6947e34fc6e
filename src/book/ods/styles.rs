//! What styles say that matters here: what is struck through, and which tables are not shown.

use std::collections::{HashMap, HashSet};

use super::super::Refusal;
use super::super::package::{Event, Tag, Xml};

/// For what a style is: `style:family`, ODF 1.3 part 3, 19.480.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    Cell,
    Text,
}

/// Styles by their names, which count within a family.
#[derive(Debug, Default)]
pub struct Styles {
    letters: HashMap<(Family, String), Style>,
    hidden: HashSet<String>,
    /// Any style at all strikes through; in most books none does.
    strike: bool,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    strikes: Option<bool>,
}

/// No style builds upon more others; what does, goes round in circles.
const MOST_PARENTS: usize = 32;

impl Styles {
    /// Reads the styles of the element that has just opened.
    ///
    /// # Errors
    /// The part is broken.
    pub fn read(&mut self, xml: &mut Xml) -> Result<(), Refusal> {
        let (mut depth, mut family, mut name) = (0, None, String::new());
        loop {
            match xml.next()? {
                Event::Open(tag) => {
                    depth += 1;
                    match tag.name {
                        b"style" => {
                            name = tag.text("name").unwrap_or_default();
                            family = match tag.attribute("family") {
                                Some("table-cell") => Some(Family::Cell),
                                Some("text") => Some(Family::Text),
                                _ => None,
                            };
                            if let Some(family) = family {
                                let style = Style { parent: tag.text("parent-style-name"), strikes: None };
                                self.letters.insert((family, name.clone()), style);
                            }
                        }
                        b"text-properties" => {
                            let strikes = strikes(tag);
                            self.strike |= strikes == Some(true);
                            let style = family.and_then(|of| self.letters.get_mut(&(of, name.clone())));
                            if let Some(style) = style {
                                style.strikes = strikes.or(style.strikes);
                            }
                        }
                        b"table-properties" if !tag.is_on("display", true) => {
                            self.hidden.insert(name.clone());
                        }
                        _ => {}
                    }
                }
                Event::Close(_) if depth == 0 => return Ok(()),
                Event::Close(name) => {
                    depth -= 1;
                    if name == b"style" {
                        family = None;
                    }
                }
                Event::Text(_) => {}
            }
        }
    }

    /// Whether a table of this style is not shown.
    pub fn hide(&self, style: &str) -> bool {
        self.hidden.contains(style)
    }

    /// Whether the style strikes through, or that upon which it builds; nothing where none of them says.
    pub fn strike(&self, family: Family, style: Option<&str>) -> Option<bool> {
        if !self.strike {
            return None;
        }
        let mut name = style?.to_string();
        for _ in 0..MOST_PARENTS {
            let style = self.letters.get(&(family, name))?;
            if style.strikes.is_some() {
                return style.strikes;
            }
            name = style.parent.clone()?;
        }
        None
    }
}

/// `text-line-through-style` and `-type`, 20.365 and 20.366.
fn strikes(properties: Tag) -> Option<bool> {
    let lines = ["text-line-through-style", "text-line-through-type"];
    let mut said = lines.iter().filter_map(|name| properties.attribute(name)).peekable();
    said.peek()?;
    Some(said.all(|line| line != "none"))
}
