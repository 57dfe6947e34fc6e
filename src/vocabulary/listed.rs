//! How people are listed in prose: `张三同志和李四`, `实到8人，其中张三迟到`, `缺席人员及原因：`.

use std::borrow::Cow;

use regex::{Captures, Regex};

use super::any_of;
use super::made::{Made, lists};
use crate::text::pattern;

lists! {
    /// The words between people and around them, as they stand in the vocabulary.
    ListedWords {
        /// How people are called, behind their names: 同志.
        called,
        /// Between two of them: 和.
        and,
        /// Before some of those who came: 其中.
        among,
        /// What they are counted in, after which no name follows 其中: 人.
        unit,
        /// What a heading over people asks as well: 原因.
        why,
        /// What may stand before that: 请假.
        of,
        /// What a title says around the name of the one it is of: 党员张三参加.
        owner_before,
        owner_behind,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    made: Made<ListedWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    called: Regex,
    decorated: Regex,
    of_unit: Regex,
    and: Regex,
    among: Regex,
    unit: Regex,
    and_why: Regex,
}

impl Listed {
    pub(super) fn add(&mut self, more: ListedWords) {
        self.made.add(more);
    }

    /// A text without what people are called behind their names.
    pub fn without_titles<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.made.patterns().called.replace_all(text, "")
    }

    /// `1.张三`, `*张三`, `张三*` and `张三同志` are 张三.
    pub fn undecorated<'t>(&self, squashed: &'t str) -> &'t str {
        let found = self.made.patterns().decorated.captures(squashed);
        found.and_then(|found| found.get(1)).map_or(squashed, |name| name.as_str())
    }

    /// A name without the unit behind a stroke: 张三 of `张三-办公室`, where `is_unit` says that it is one.
    pub fn without_unit<'t>(&self, squashed: &'t str, is_unit: impl Fn(&str) -> bool) -> &'t str {
        let found = self.made.patterns().of_unit.captures(squashed);
        let parts = found.and_then(|found| Some((found.get(1)?.as_str(), found.get(2)?.as_str())));
        parts.filter(|(_, unit)| is_unit(unit)).map_or(squashed, |(name, _)| name)
    }

    /// A name without what its bearer is called.
    pub fn bare_name<'t>(&self, name: &'t str) -> &'t str {
        self.made.words.called.iter().find_map(|called| name.strip_suffix(called.as_str())).unwrap_or(name)
    }

    /// `实到8人，其中张三迟到` without 其中; but 其中病假1人 counts, and keeps it.
    pub fn without_among<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let patterns = self.made.patterns();
        patterns.among.replace_all(text, |c: &Captures| {
            let counts = patterns.unit.is_match(&c[1]) || c[1].contains(|c: char| c.is_ascii_digit());
            if counts { c[0].to_string() } else { c[1].to_string() }
        })
    }

    /// Whether a text speaks of some of those before it: 其中.
    pub fn is_among(&self, text: &str) -> bool {
        self.made.words.among.iter().any(|among| text.contains(among.as_str()))
    }

    /// `缺席人员及原因：` as 缺席人员, which heads people in the same way.
    pub fn without_why<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.made.patterns().and_why.replace_all(text, "$1")
    }

    /// `张三和李四` as `张三、李四`, where `goes_on` does not say that what follows 和 names nobody. 和 may also be part of
    /// a name.
    pub fn without_and<'t>(&self, text: &'t str, goes_on: impl Fn(&str) -> bool) -> Cow<'t, str> {
        self.made.patterns().and.replace_all(text, |c: &Captures| {
            if goes_on(&c[3]) { c[0].to_string() } else { format!("{}{}、{}", &c[1], &c[2], &c[3]) }
        })
    }

    /// Whether a title says that it is of somebody: 张三同志参加组织生活情况, 张三2026年自学登记表.
    pub fn is_of(&self, title: &str, name: &str) -> bool {
        let ListedWords { called, owner_before, owner_behind, .. } = &self.made.words;
        title.match_indices(name).any(|(at, _)| {
            let (before, behind) = (&title[..at], &title[at + name.len()..]);
            before.is_empty() && behind.starts_with(|c: char| c.is_ascii_digit())
                || owner_before.iter().any(|word| before.ends_with(word.as_str()))
                || called.iter().chain(owner_behind).any(|word| behind.starts_with(word.as_str()))
        })
    }
}

impl From<&ListedWords> for Patterns {
    fn from(w: &ListedWords) -> Patterns {
        let and = any_of(&[&w.and]);
        Patterns {
            called: pattern(&any_of(&[&w.called])),
            decorated: pattern(&format!(
                r"^(?:[*★☆▲#]|\d{{1,3}}[.、])?(\p{{Han}}{{2,4}}?|\p{{Han}}+[·•]\p{{Han}}+?){}?[*★☆▲#]?$",
                any_of(&[&w.called])
            )),
            of_unit: pattern(r"^(\p{Han}{2,4}|\p{Han}+[·•]\p{Han}+)[-—–_/|](\p{Han}{2,})$"),
            and: pattern(&format!(r"(^|[、,，;；:：\n])(\p{{Han}}{{2,4}}?){and}(\p{{Han}}{{2,}})")),
            among: pattern(&format!(r"{}[:：]?([^，,；;。、\n]*)", any_of(&[&w.among]))),
            unit: pattern(&any_of(&[&w.unit])),
            and_why: pattern(&format!("(?:{and}|、)其?{}?{}([:：])", any_of(&[&w.of]), any_of(&[&w.why]))),
        }
    }
}
