//! Sentences that say that a meeting was held: `第一党支部召开党员大会`, `会议由李四主持`.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use regex::Regex;
use serde::Deserialize;

use super::any_of;
use crate::text::pattern;

/// The words of such sentences, as they stand in the vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct HeldWords {
    /// 召开, 开展.
    verbs: Vec<String>,
    /// What may stand behind the branch's name instead: 于, 在.
    behind_branch: Vec<String>,
    /// What somebody did by whom it was led: 主持.
    led: Vec<String>,
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    words: HeldWords,
    /// Made when first asked for, by one for all copies.
    patterns: Arc<OnceLock<Patterns>>,
}

#[derive(Debug)]
struct Patterns {
    held: Regex,
    branch: Regex,
    host: Regex,
}

impl Held {
    pub(super) fn add(&mut self, more: HeldWords) {
        let HeldWords { verbs, behind_branch, led } = &mut self.words;
        verbs.extend(more.verbs);
        behind_branch.extend(more.behind_branch);
        led.extend(more.led);
        self.patterns = Arc::default();
    }

    pub(super) fn what(&self, text: &str) -> Option<Range<usize>> {
        self.patterns().held.find(text).map(|found| found.range())
    }

    pub(super) fn branch<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(self.patterns().branch.captures(text)?.get(1)?.as_str())
    }

    pub(super) fn host<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(self.patterns().host.captures(text)?.get(1)?.as_str())
    }

    fn patterns(&self) -> &Patterns {
        self.patterns.get_or_init(|| {
            let HeldWords { verbs, behind_branch, led } = &self.words;
            let behind = any_of(&[verbs, behind_branch]);
            Patterns {
                held: pattern(&format!("{}[^,，。；;\\n]*", any_of(&[verbs]))),
                branch: pattern(&format!(r"([^,，。 \d日午]{{1,20}}?(?:支部|总支)){behind}")),
                host: pattern(&format!(r"由(\p{{Han}}{{2,4}}?)(?:同志)?{}", any_of(&[led]))),
            }
        })
    }
}
