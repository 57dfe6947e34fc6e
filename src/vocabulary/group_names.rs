//! How groups of a branch are written: `第一党小组`, `1组`, `（学习党小组）`.

use std::ops::Range;

use regex::Regex;

use super::any_of;
use super::made::{Made, lists};
use crate::text::{chinese_number, chinese_ordinal, pattern};

lists! {
    /// The words around a group's name, as they stand in the vocabulary.
    GroupWords {
        /// What the name ends in, the usual form first: 党小组, 组.
        group,
        /// What begins so and is no group: 组织.
        not,
        /// Who leads one: 组长.
        leader,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct GroupNames {
    made: Made<GroupWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    /// 第一党小组
    numbered: Regex,
    /// （青年党小组）: only the usual form says that it is one.
    bracketed: Regex,
    not: Regex,
    ends: Regex,
}

impl GroupNames {
    pub(super) fn add(&mut self, more: GroupWords) {
        self.made.add(more);
    }

    /// What a group is: 党小组.
    pub fn usual(&self) -> &str {
        self.made.words.group.first().map_or("", String::as_str)
    }

    /// A group's name in brackets: where the brackets stand, and the name.
    pub fn bracketed<'t>(&self, squashed: &'t str) -> Option<(Range<usize>, &'t str)> {
        let found = self.made.patterns().bracketed.captures(squashed)?;
        Some((found.get(0)?.range(), found.get(1)?.as_str())).filter(|(_, name)| !name.starts_with('第'))
    }

    /// Where numbers of groups stand; 星期一组织生活会 has none.
    pub fn numbered(&self, squashed: &str) -> impl Iterator<Item = Range<usize>> {
        let patterns = self.made.patterns();
        let is_group = |at: &Range<usize>| !patterns.not.is_match(&squashed[at.start..]);
        patterns.numbered.find_iter(squashed).map(|found| found.range()).filter(is_group)
    }

    /// Whether a text ends as a group's name does.
    pub fn ends_as_one(&self, squashed: &str) -> bool {
        self.made.patterns().ends.is_match(squashed)
    }

    /// Whether a heading stands over those who lead one.
    pub fn is_leader(&self, heading: &str) -> bool {
        self.made.words.leader.iter().any(|word| heading.ends_with(word.as_str()))
    }

    /// The form in which two wordings of one group are the same: `第一小组`, `第1党小组` and `一组`.
    pub fn key(&self, text: &str) -> String {
        let bare = self.made.patterns().ends.find(text).map_or(text, |end| &text[..end.start()]);
        let bare = bare.trim_start_matches('第');
        match bare.parse().ok().or_else(|| chinese_number(bare)) {
            Some(number) => format!("第{}{}", chinese_ordinal(number), self.usual()),
            None => text.to_string(),
        }
    }
}

impl From<&GroupWords> for Patterns {
    fn from(w: &GroupWords) -> Patterns {
        let (group, number) = (any_of(&[&w.group]), r"第?[一二三四五六七八九十\d]{1,2}");
        let usual = w.group.first().map_or_else(String::new, |usual| regex::escape(usual));
        Patterns {
            numbered: pattern(&format!("{number}{group}")),
            bracketed: pattern(&format!("[(]([^()]{{1,10}}{usual})[)]")),
            not: pattern(&format!("^{number}{}", any_of(&[&w.not]))),
            ends: pattern(&format!("{group}$")),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::Vocabulary;

    #[test]
    fn one_group_in_many_wordings() {
        let names = Vocabulary::built_in().group_names();
        for text in ["第一党小组", "第一小组", "第1党小组", "一组", "1组", "第一组"] {
            assert_eq!(names.key(text), "第一党小组", "{text}");
        }
        for text in ["青年党小组", "", "一", "工作组"] {
            let key = names.key(text);
            assert!(key == text || text == "一" && key == "第一党小组", "{text}: {key}");
        }
    }
}
