//! Signs that are written for each other: ✓ for √, 〇 for ○.

use super::{MarkWord, Vocabulary};

impl Vocabulary {
    /// What a text means as a mark; a sign means what those mean that are written for it.
    pub fn mark(&self, squashed: &str) -> Option<MarkWord> {
        let alike = || {
            let mut signs = self.written_for_each_other(squashed)?.chars();
            signs.find_map(|sign| self.marks.get(sign.encode_utf8(&mut [0; 4]) as &str))
        };
        self.marks.get(squashed).or_else(alike).copied()
    }

    /// Signs that are written for each other, a group in each text.
    pub fn signs_alike(&self) -> impl Iterator<Item = &str> {
        self.signs.plain.iter().chain(&self.signs.alike).map(String::as_str)
    }

    /// The signs among which a text is one.
    fn written_for_each_other(&self, squashed: &str) -> Option<&str> {
        Some(squashed).filter(|sign| is_one_sign(sign))?;
        self.signs_alike().find(|group| group.contains(squashed))
    }

    /// Whether a mark is a tick or a cross, which say the same everywhere.
    pub fn is_plain_sign(&self, squashed: &str) -> bool {
        is_one_sign(squashed) && self.signs.plain.iter().any(|group| group.contains(squashed))
    }

    /// A mark as one of those that are written for the same sign: ✓ as √.
    pub fn same_sign(&self, squashed: &str) -> String {
        let group = self.written_for_each_other(squashed);
        group.and_then(|group| group.chars().next()).map_or_else(|| squashed.to_string(), String::from)
    }
}

fn is_one_sign(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some() && chars.next().is_none()
}
