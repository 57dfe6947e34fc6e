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
        /// Those of them of which the subject are the ones who came: 参加.
        came,
        /// What they came to, where it is the meeting that is told of: 会议.
        this,
        /// What may stand behind the branch's name instead: 于, 在.
        behind_branch,
        /// What somebody did by whom it was led: 主持.
        led,
        /// What the name of a branch ends in that holds one: 支部.
        by,
        /// Of all, in a sentence that says how they came: 均.
        all,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Held {
    made: Made<HeldWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    held: Regex,
    branch: Regex,
    host: Regex,
    all: Regex,
}

impl Held {
    pub(super) fn add(&mut self, more: HeldWords) {
        self.made.add(more);
    }

    /// Where a sentence says what was held, from the verb to the end of the clause: `召开支部党员大会`.
    pub fn what(&self, text: &str) -> Option<Range<usize>> {
        self.made.patterns().held.find(text).map(|found| found.range())
    }

    /// What stands before the verb in such a sentence, and whether the verb says that those are the ones who came:
    /// `张三、李四参加党员大会`.
    pub fn subject<'t>(&self, text: &'t str) -> Option<(&'t str, bool)> {
        let (subject, verb) = text.split_at(self.what(text)?.start);
        Some((subject, self.made.words.came.iter().any(|word| verb.starts_with(word.as_str()))))
    }

    /// Who came, of a clause that says so of the very meeting: 李四、王五 of `李四、王五参加会议`.
    pub fn who_came<'t>(&self, clause: &'t str) -> Option<&'t str> {
        let HeldWords { came, this, .. } = &self.made.words;
        let bare = this.iter().filter_map(|word| clause.strip_suffix(word.as_str()));
        bare.filter_map(|bare| came.iter().find_map(|word| bare.strip_suffix(word.as_str())))
            .find(|names| !names.is_empty())
    }

    /// A clause without a verb alone at its beginning: 应到6人 of `召开，应到6人`.
    pub fn without_verb<'t>(&self, text: &'t str) -> &'t str {
        let stops = [',', '，', ':', '：', ' ', '。', ';', '；'];
        let rest = self.made.words.verbs.iter().find_map(|verb| text.strip_prefix(verb.as_str()));
        let rest = rest.filter(|rest| rest.is_empty() || rest.starts_with(stops));
        rest.map_or(text, |rest| rest.trim_start_matches(stops))
    }

    /// The branch of which a sentence says that it held something.
    pub fn branch<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(self.made.patterns().branch.captures(text)?.get(1)?.as_str())
    }

    /// Who led it: `会议由李四主持`.
    pub fn host<'t>(&self, text: &'t str) -> Option<&'t str> {
        Some(self.made.patterns().host.captures(text)?.get(1)?.as_str())
    }

    /// Whether a sentence speaks of all: `全体党员参加`.
    pub fn speaks_of_all(&self, text: &str) -> bool {
        self.made.patterns().all.is_match(text)
    }
}

impl From<&HeldWords> for Patterns {
    fn from(words: &HeldWords) -> Patterns {
        let HeldWords { verbs, behind_branch, led, by, all, .. } = words;
        let behind = any_of(&[verbs, behind_branch]);
        Patterns {
            held: pattern(&format!("{}[^,，。；;\\n]*", any_of(&[verbs]))),
            branch: pattern(&format!(r"([^,，。 \d日午]{{1,20}}?{}){behind}", any_of(&[by]))),
            host: pattern(&format!(r"由(\p{{Han}}{{2,4}}?){}", any_of(&[led]))),
            all: pattern(&any_of(&[all])),
        }
    }
}
