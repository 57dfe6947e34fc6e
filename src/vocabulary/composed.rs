//! Headings and marks that no list has, told by the words that they are made of.
//!
//! `会议召开的具体日期` is 会议, 召开, 的, 具体 and 日期: a time and nothing against it, so it heads dates; `加入党组织的日期`
//! is a time of joining. Each word is of one or several classes, and a table of rules says which classes make what. A
//! text that has a character outside these words is not understood.

use std::collections::{BTreeMap, HashMap};

use super::file::Rule as Written;
use crate::text::squash;

/// A text of more bytes is a sentence, or no work of a person.
const LONGEST_TEXT: usize = 60;

/// Of so many ways to take a text apart the rest is not looked at.
const MOST_WAYS: usize = 4;

/// Classes of words, a bit each.
type Classes = u128;

/// The words, and the rules for what they make.
#[derive(Debug, Clone)]
pub(super) struct Composed<T> {
    words: HashMap<String, Classes>,
    /// The bit of each class.
    classes: HashMap<String, Classes>,
    /// The classes that may stand in any heading.
    anywhere: Classes,
    /// Those of which no first word is.
    behind: Classes,
    rules: Vec<Rule<T>>,
    /// The characters of the longest word.
    longest: usize,
}

#[derive(Debug, Clone)]
struct Rule<T> {
    makes: T,
    needs: Vec<Classes>,
    /// All classes that may be there beside those that always may.
    allowed: Classes,
    /// No word may be of these alone, though they may stand in other headings.
    never: Classes,
    /// That of the last word that is not of a class for anywhere.
    last: Option<Classes>,
}

impl<T> Default for Composed<T> {
    fn default() -> Self {
        Composed {
            words: HashMap::new(),
            classes: HashMap::new(),
            anywhere: 0,
            behind: 0,
            rules: Vec::new(),
            longest: 0,
        }
    }
}

impl<T: Copy> Composed<T> {
    pub(super) fn add_words(
        &mut self,
        words: BTreeMap<String, Vec<String>>,
        anywhere: &[String],
        behind: &[String],
    ) {
        for (class, words) in words {
            let bit = self.class(&class);
            for word in words.iter().map(|word| squash(word).to_uppercase()) {
                self.longest = self.longest.max(word.chars().count());
                *self.words.entry(word).or_default() |= bit;
            }
        }
        self.anywhere |= anywhere.iter().fold(0, |all, class| all | self.class(class));
        self.behind |= behind.iter().fold(0, |all, class| all | self.class(class));
    }

    /// Adds a rule before all others: a workspace's own win.
    pub(super) fn add_rule<I>(&mut self, place: usize, rule: &Written<I>, makes: T) {
        let needs: Vec<Classes> = rule.needs.iter().map(|class| self.class(class)).collect();
        let may = rule.may.iter().fold(0, |all, class| all | self.class(class));
        let never = rule.never.iter().fold(0, |all, class| all | self.class(class));
        let allowed = needs.iter().fold(may, |all, class| all | class);
        let last = rule.last.as_ref().map(|class| self.class(class));
        self.rules.insert(place, Rule { makes, needs, allowed, never, last });
    }

    /// The bit of a class; a name past the last bit is of no class.
    fn class(&mut self, name: &str) -> Classes {
        let next = 1u128.checked_shl(self.classes.len() as u32).unwrap_or(0);
        *self.classes.entry(name.to_string()).or_insert(next)
    }

    /// What the first rule that fits makes of a text of so many words at least.
    pub(super) fn read(&self, text: &str, least: usize) -> Option<T> {
        if text.len() > LONGEST_TEXT {
            return None;
        }
        let mut ways = self.split(text);
        ways.retain(|words| {
            words.len() >= least && words.first().is_some_and(|first| first & self.behind == 0)
        });
        let fits = |rule: &&Rule<T>| ways.iter().any(|words| rule.fits(words, self.anywhere));
        self.rules.iter().find(fits).map(|rule| rule.makes)
    }

    /// The classes of the words that a text is made of: each way to cover it with the fewest words, for 入党日 ends in
    /// 党日 as well. None where nothing covers it.
    fn split(&self, text: &str) -> Vec<Vec<Classes>> {
        let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
        let mut best: Vec<Vec<Vec<Classes>>> = vec![Vec::new(); ends.len()];
        best[0].push(Vec::new());
        for from in 0..ends.len() - 1 {
            let before = best[from].clone();
            let Some(words) = before.first().map(|way| way.len() + 1) else { continue };
            for to in from + 1..ends.len().min(from + self.longest + 1) {
                let Some(classes) = self.words.get(&text[ends[from]..ends[to]]) else { continue };
                let known = best[to].first().map_or(usize::MAX, Vec::len);
                if words < known {
                    best[to].clear();
                }
                if words <= known {
                    let ways = before.iter().map(|way| way.iter().copied().chain([*classes]).collect());
                    best[to].extend(ways);
                    best[to].truncate(MOST_WAYS);
                }
            }
        }
        best.pop().unwrap_or_default()
    }
}

impl<T> Rule<T> {
    fn fits(&self, words: &[Classes], anywhere: Classes) -> bool {
        // 学习 is a kind of session as well, but 学习用时 speaks of the study.
        let own = self.allowed & !anywhere;
        let is_allowed = |word: &Classes| {
            word & own != 0 || word & (self.allowed | anywhere) != 0 && word & self.never == 0
        };
        let is_there = |class: &Classes| words.iter().any(|word| word & class != 0);
        let mut telling = words.iter().rev().filter(|word| *word & !anywhere != 0);
        words.iter().all(is_allowed)
            && self.needs.iter().all(is_there)
            && self.last.is_none_or(|class| telling.next().is_some_and(|word| word & class != 0))
    }
}
