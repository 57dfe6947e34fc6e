//! What is said of many people at once, whom nobody names: `其余党员全部到会`, `无人缺席`, `均未到会`.

use regex::Regex;

use super::any_of;
use super::made::{Made, lists};
use crate::text::pattern;

lists! {
    /// The words of such texts, as they stand in the vocabulary.
    CrowdWords {
        /// Everybody, or everybody else: 全体, 其余, 均.
        all,
        /// Nobody: 无, 没有. They also deny what follows.
        none,
        /// No single one: 无人, 没有一人.
        nobody,
        /// What denies one of `come`: 未, 不.
        not,
        come,
        away,
        /// What else may stand in them.
        other,
        /// All there are, and nobody left out: 全体, 各支部.
        whole,
        /// Whom they are of: 党员.
        people,
        /// Before those who are excepted of all: 除, 不含.
        but_before,
        /// Behind them where one of those stands before them: 外.
        but_behind,
        /// Behind them where nothing does: 除外.
        but_alone,
        /// What a list of people is called: of 病假人员名单 the words behind 病假.
        lists,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowd {
    made: Made<CrowdWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    /// Nothing but words of the vocabulary and numbers.
    whole: Regex,
    all_or_none: Regex,
    all: Regex,
    away: Regex,
    nobody_came: Regex,
    denied: Regex,
    aside: Regex,
    excepted: Regex,
}

impl Crowd {
    pub(super) fn add(&mut self, more: CrowdWords) {
        self.made.add(more);
    }

    pub(super) fn is_all_or_none(&self, squashed: &str) -> bool {
        let patterns = self.made.patterns();
        patterns.whole.is_match(squashed) && patterns.all_or_none.is_match(squashed)
    }

    pub(super) fn is_all_away(&self, squashed: &str) -> bool {
        let patterns = self.made.patterns();
        let is_away = || {
            let away = patterns.away.find(squashed);
            // 全部没有缺席, 无人请假
            away.is_some_and(|away| !patterns.denied.is_match(&squashed[..away.start()]))
        };
        patterns.nobody_came.is_match(squashed) || patterns.all.is_match(squashed) && is_away()
    }

    pub(super) fn without_all<'t>(&self, text: &'t str) -> &'t str {
        let mut bare = text;
        while let Some(rest) = self
            .made
            .words
            .people
            .iter()
            .chain(&self.made.words.whole)
            .find_map(|end| bare.strip_suffix(end.as_str()))
        {
            bare = rest;
        }
        bare
    }

    pub(super) fn is_of_whole(&self, text: &str) -> bool {
        self.made.words.whole.iter().any(|word| text.contains(word.as_str()))
    }

    pub(super) fn behind_whole<'t>(&self, text: &'t str) -> &'t str {
        self.made.words.whole.iter().fold(text, |rest, word| rest.trim_start_matches(word.as_str()))
    }

    pub(super) fn asides<'t>(&self, squashed: &'t str) -> (String, Vec<&'t str>) {
        let aside = &self.made.patterns().aside;
        let said = |found: regex::Captures<'t>| {
            found.name("before").or(found.name("inside")).map_or("", |said| said.as_str())
        };
        (aside.replace_all(squashed, "").into_owned(), aside.captures_iter(squashed).map(said).collect())
    }

    pub(super) fn excepted<'t>(&self, aside: &'t str) -> Option<&'t str> {
        let found = self.made.patterns().excepted.captures(aside)?;
        Some(found.get(1).or(found.get(2))?.as_str())
    }

    pub(super) fn without_list<'t>(&self, label: &'t str) -> &'t str {
        let mut bare = label;
        while let Some(rest) = self.made.words.lists.iter().find_map(|word| bare.strip_suffix(word.as_str()))
        {
            bare = rest;
        }
        bare
    }
}

impl From<&CrowdWords> for Patterns {
    fn from(words: &CrowdWords) -> Patterns {
        let CrowdWords { all, none, nobody, not, come, away, other, .. } = words;
        let CrowdWords { but_before, but_behind, but_alone, .. } = words;
        let (but, end) = (any_of(&[but_before]), any_of(&[but_behind, but_alone]));
        let (all, come) = (any_of(&[all]), any_of(&[come]));
        let (nobody, denied, not) = (any_of(&[nobody]), any_of(&[none, not]), any_of(&[not]));
        let words = any_of(&[away, other]);
        Patterns {
            whole: pattern(&format!("^(?:{all}|{denied}|{nobody}|{come}|{words}|\\d+)+$")),
            all_or_none: pattern(&format!("{all}|{nobody}|{}|^0", any_of(&[none]))),
            all: pattern(&format!("{all}|{nobody}")),
            away: pattern(&format!("{}|{not}{come}", any_of(&[away]))),
            nobody_came: pattern(&format!("{nobody}{come}")),
            denied: pattern(&format!("{denied}|0")),
            aside: pattern(&format!(r"^(?<before>{but}.{{2,}}?{end})[,，]?|[(（](?<inside>[^()（）]*)[)）]")),
            excepted: pattern(&format!("^{but}(.{{2,}}?){end}?$|^(.{{2,}}?){}$", any_of(&[but_alone]))),
        }
    }
}
