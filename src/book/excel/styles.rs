//! What the styles of a book say of its cells.

use std::collections::HashMap;

use super::Shown;

#[derive(Default, Clone, Copy)]
pub struct Style {
    /// How a number is shown.
    pub shown: Shown,
    pub struck: bool,
}

/// The styles of a book, put together from what they refer to, which comes before them in every format.
#[derive(Default, Clone)]
pub struct Styles {
    formats: HashMap<usize, Shown>,
    /// Whether each font strikes its letters through.
    fonts: Vec<bool>,
    styles: Vec<Style>,
}

impl Styles {
    /// A style by its place; one that there is not says nothing.
    pub fn get(&self, place: usize) -> Style {
        self.styles.get(place).copied().unwrap_or_default()
    }

    pub fn strikes(&self, font: usize) -> bool {
        self.fonts.get(font).copied().unwrap_or(false)
    }

    /// How many fonts there are so far.
    pub fn fonts(&self) -> usize {
        self.fonts.len()
    }

    /// How many of all kinds there are so far.
    pub fn size(&self) -> usize {
        self.formats.len() + self.fonts.len() + self.styles.len()
    }

    pub fn put_format(&mut self, number: usize, code: &str) {
        self.formats.insert(number, Shown::by_code(code));
    }

    pub fn put_font(&mut self, strikes: bool) {
        self.fonts.push(strikes);
    }

    /// Says of the font put last whether it strikes through.
    pub fn strike_font(&mut self, strikes: bool) {
        if let Some(font) = self.fonts.last_mut() {
            *font = strikes;
        }
    }

    pub fn put_style(&mut self, font: usize, format: usize) {
        let shown = self.formats.get(&format).copied().unwrap_or_else(|| Shown::by_number(format));
        self.styles.push(Style { shown, struck: self.strikes(font) });
    }
}
