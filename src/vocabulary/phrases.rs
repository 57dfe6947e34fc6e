//! Words looked for anywhere in a text, all of them at once.

use std::sync::{Arc, OnceLock};

use aho_corasick::AhoCorasick;

/// Wordings with what each means, in the order in which they are to be tried.
///
/// Most texts hold none of them, which one pass over the text tells however many there are.
#[derive(Debug, Clone)]
pub struct Phrases<T> {
    words: Vec<(String, T)>,
    /// Made when it is first asked for, by one for all copies.
    automaton: Arc<OnceLock<AhoCorasick>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Phrases { words: Vec::new(), automaton: Arc::default() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds wordings behind those that are known; an empty one is none.
    pub fn extend(&mut self, words: impl IntoIterator<Item = (String, T)>) {
        self.words.extend(words.into_iter().filter(|(word, _)| !word.is_empty()));
        self.automaton = Arc::default();
    }

    /// Lets the last of several meanings of one word stand.
    pub fn last_wins(&mut self) {
        let words = std::mem::take(&mut self.words);
        for (i, (word, meaning)) in words.iter().enumerate() {
            if !words[i + 1..].iter().any(|(later, _)| later == word) {
                self.words.push((word.clone(), *meaning));
            }
        }
        self.automaton = Arc::default();
    }

    /// Puts the longest first, so that a word is not also taken for something shorter inside it.
    pub fn longest_first(&mut self) {
        self.words.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
        self.automaton = Arc::default();
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, T)> {
        self.words.iter().map(|(word, meaning)| (word.as_str(), *meaning))
    }

    /// The words that a text holds, each once, in their order; words within each other are all given.
    pub fn within(&self, text: &str) -> impl Iterator<Item = (&str, T)> {
        let mut found: Vec<usize> =
            self.automaton().find_overlapping_iter(text).map(|m| m.pattern().as_usize()).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|i| (self.words[i].0.as_str(), self.words[i].1))
    }

    /// Whether a text holds any of the words.
    pub fn any_within(&self, text: &str) -> bool {
        self.automaton().is_match(text)
    }

    fn automaton(&self) -> &AhoCorasick {
        self.automaton.get_or_init(|| {
            AhoCorasick::new(self.words.iter().map(|(word, _)| word)).expect("a few hundred short words")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_within_a_text() {
        let mut phrases = Phrases::default();
        let words = [("党员", 1), ("大会", 2), ("党员大会", 3), ("", 4), ("党员", 5)];
        phrases.extend(words.map(|(word, meaning)| (word.to_string(), meaning)));
        phrases.last_wins();
        phrases.longest_first();
        assert_eq!(
            phrases.within("支部党员大会").collect::<Vec<_>>(),
            [("党员大会", 3), ("大会", 2), ("党员", 5)]
        );
        assert!(!phrases.any_within("支委会") && phrases.within("").next().is_none());
    }
}
