//! What is said of many people at once, whom nobody names: `其余党员全部到会`, `无人缺席`, `均未到会`.

use std::sync::{Arc, OnceLock};

use regex::Regex;
use serde::Deserialize;

use super::any_of;
use crate::text::pattern;

/// The words of such texts, as they stand in the vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct CrowdWords {
    /// Everybody, or everybody else: 全体, 其余, 均.
    all: Vec<String>,
    /// Nobody: 无, 没有. They also deny what follows.
    none: Vec<String>,
    /// No single one: 无人, 没有一人.
    nobody: Vec<String>,
    /// What denies one of `come`: 未, 不.
    not: Vec<String>,
    come: Vec<String>,
    away: Vec<String>,
    /// What else may stand in them.
    other: Vec<String>,
    /// All there are, and nobody left out: 全体, 各支部.
    whole: Vec<String>,
    /// Whom they are of: 党员.
    people: Vec<String>,
    /// Before those who are excepted of all: 除, 不含.
    but_before: Vec<String>,
    /// Behind them where one of those stands before them: 外.
    but_behind: Vec<String>,
    /// Behind them where nothing does: 除外.
    but_alone: Vec<String>,
    /// What a list of people is called: of 病假人员名单 the words behind 病假.
    lists: Vec<String>,
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub(super) struct Crowd {
    words: CrowdWords,
    /// Made when first asked for, by one for all copies.
    patterns: Arc<OnceLock<Patterns>>,
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
        let words = &mut self.words;
        for (to, more) in [
            (&mut words.all, more.all),
            (&mut words.none, more.none),
            (&mut words.nobody, more.nobody),
            (&mut words.not, more.not),
            (&mut words.come, more.come),
            (&mut words.away, more.away),
            (&mut words.other, more.other),
            (&mut words.whole, more.whole),
            (&mut words.people, more.people),
            (&mut words.but_before, more.but_before),
            (&mut words.but_behind, more.but_behind),
            (&mut words.but_alone, more.but_alone),
            (&mut words.lists, more.lists),
        ] {
            to.extend(more.into_iter().filter(|word| !word.is_empty()));
        }
        self.patterns = Arc::default();
    }

    pub(super) fn is_all_or_none(&self, squashed: &str) -> bool {
        let patterns = self.patterns();
        patterns.whole.is_match(squashed) && patterns.all_or_none.is_match(squashed)
    }

    pub(super) fn is_all_away(&self, squashed: &str) -> bool {
        let patterns = self.patterns();
        let is_away = || {
            let away = patterns.away.find(squashed);
            // 全部没有缺席, 无人请假
            away.is_some_and(|away| !patterns.denied.is_match(&squashed[..away.start()]))
        };
        patterns.nobody_came.is_match(squashed) || patterns.all.is_match(squashed) && is_away()
    }

    pub(super) fn without_all<'t>(&self, text: &'t str) -> &'t str {
        let mut bare = text;
        while let Some(rest) =
            self.words.people.iter().chain(&self.words.whole).find_map(|end| bare.strip_suffix(end.as_str()))
        {
            bare = rest;
        }
        bare
    }

    pub(super) fn is_of_whole(&self, text: &str) -> bool {
        self.words.whole.iter().any(|word| text.contains(word.as_str()))
    }

    pub(super) fn behind_whole<'t>(&self, text: &'t str) -> &'t str {
        self.words.whole.iter().fold(text, |rest, word| rest.trim_start_matches(word.as_str()))
    }

    pub(super) fn asides<'t>(&self, squashed: &'t str) -> (String, Vec<&'t str>) {
        let aside = &self.patterns().aside;
        let said = |found: regex::Captures<'t>| {
            found.name("before").or(found.name("inside")).map_or("", |said| said.as_str())
        };
        (aside.replace_all(squashed, "").into_owned(), aside.captures_iter(squashed).map(said).collect())
    }

    pub(super) fn excepted<'t>(&self, aside: &'t str) -> Option<&'t str> {
        let found = self.patterns().excepted.captures(aside)?;
        Some(found.get(1).or(found.get(2))?.as_str())
    }

    pub(super) fn without_list<'t>(&self, label: &'t str) -> &'t str {
        let mut bare = label;
        while let Some(rest) = self.words.lists.iter().find_map(|word| bare.strip_suffix(word.as_str())) {
            bare = rest;
        }
        bare
    }

    fn patterns(&self) -> &Patterns {
        self.patterns.get_or_init(|| {
            let CrowdWords { all, none, nobody, not, come, away, other, .. } = &self.words;
            let CrowdWords { but_before, but_behind, but_alone, .. } = &self.words;
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
                aside: pattern(&format!(
                    r"^(?<before>{but}.{{2,}}?{end})[,，]?|[(（](?<inside>[^()（）]*)[)）]"
                )),
                excepted: pattern(&format!("^{but}(.{{2,}}?){end}?$|^(.{{2,}}?){}$", any_of(&[but_alone]))),
            }
        })
    }
}
