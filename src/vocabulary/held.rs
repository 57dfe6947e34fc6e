//! Sentences that say that a meeting was held: `第一党支部召开党员大会`, `会议由李四主持`.

use std::ops::Range;

use regex::Regex;

use super::any_of;
use super::made::{Made, lists};
use crate::text::pattern;

lists! {
    /// The words of such sentences, as they stand in the vocabulary.
    HeldWords {
        /// 召开, 开展.
        verbs,
        /// What may stand behind the branch's name instead: 于, 在.
        behind_branch,
        /// What somebody did by whom it was led: 主持.
        led,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    made: Made<HeldWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    held: Regex,
    branch: Regex,
    host: Regex,
}

impl Held {
    pub(super) fn add(&mut self, more: HeldWords) {
        self.made.add(more);
    }

    pub(super) fn what(&self, text: &str) -> Option<Range<usize>> {
        self.made.patterns().held.find(text).map(|found| found.range())
    }

    pub(super) fn branch<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(self.made.patterns().branch.captures(text)?.get(1)?.as_str())
    }

    pub(super) fn host<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(self.made.patterns().host.captures(text)?.get(1)?.as_str())
    }
}

impl From<&HeldWords> for Patterns {
    fn from(words: &HeldWords) -> Patterns {
        let HeldWords { verbs, behind_branch, led } = words;
        let behind = any_of(&[verbs, behind_branch]);
        Patterns {
            held: pattern(&format!("{}[^,，。；;\\n]*", any_of(&[verbs]))),
            branch: pattern(&format!(r"([^,，。 \d日午]{{1,20}}?(?:支部|总支)){behind}")),
            host: pattern(&format!(r"由(\p{{Han}}{{2,4}}?)(?:同志)?{}", any_of(&[led]))),
        }
    }
}
