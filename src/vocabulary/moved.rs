//! What is said of those who come to a branch or leave it: 转入, 转出, and the headings 原支部 and 现支部.

use std::collections::HashMap;

use serde::Deserialize;

use super::phrases::Phrases;
use super::terms::{End, Move};
use crate::text::squash;

/// The words, as they stand in the vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct MovedWords {
    left: Vec<String>,
    arrived: Vec<String>,
    /// Nothing but such a word says that there is one more of them, or one fewer.
    more: Vec<String>,
    fewer: Vec<String>,
    /// It has not come to that yet.
    planned: Vec<String>,
    /// How a heading begins that stands over where they come from, 原支部, and over where they go; and how both end.
    from: Vec<String>,
    to: Vec<String>,
    place: Vec<String>,
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Moved {
    moves: Phrases<Move>,
    alone: HashMap<String, Move>,
    planned: Phrases<()>,
    from: Vec<String>,
    to: Vec<String>,
    places: Vec<String>,
}

impl Moved {
    pub(super) fn add(&mut self, words: MovedWords) {
        let said_of = |words: Vec<String>, moved| words.into_iter().map(move |word| (squash(&word), moved));
        self.moves.extend(said_of(words.left, Move::Left));
        self.moves.extend(said_of(words.arrived, Move::Arrived));
        self.alone.extend(said_of(words.fewer, Move::Left));
        self.alone.extend(said_of(words.more, Move::Arrived));
        self.planned.extend(words.planned.iter().map(|word| (squash(word), ())));
        self.from.extend(words.from);
        self.to.extend(words.to);
        self.places.extend(words.place);
    }

    /// Whether a text says that somebody came to a branch or left it; the latter where it says both.
    pub fn within(&self, text: &str) -> Option<Move> {
        self.moves.within(text).map(|(_, moved)| moved).max()
    }

    /// Whether a cell says so that says nothing else: 增加 as well, in a list of those who came and left.
    pub fn said_by(&self, squashed: &str) -> Option<Move> {
        self.alone.get(squashed).copied().or_else(|| self.within(squashed))
    }

    /// Whether a text says that something has not come about yet: 拟转出.
    pub fn is_planned(&self, text: &str) -> bool {
        self.planned.any_within(text)
    }

    /// Which end of a move a heading over branches is: 原支部, 转入支部.
    pub fn end(&self, heading: &str) -> Option<End> {
        let is_place = self.places.iter().any(|word| heading.ends_with(word.as_str()));
        let begins = |words: &[String]| words.iter().any(|word| heading.starts_with(word.as_str()));
        let names = |words: &[String]| words.iter().any(|word| heading.contains(word.as_str()));
        // 转出/转入单位 is either.
        match (begins(&self.from), begins(&self.to)) {
            (true, false) if is_place && !names(&self.to) => Some(End::From),
            (false, true) if is_place && !names(&self.from) => Some(End::To),
            _ => None,
        }
    }
}
