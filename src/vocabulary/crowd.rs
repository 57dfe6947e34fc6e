//! What is said of many people at once, whom nobody names: `其余党员全部到会`, `无人缺席`, `均未到会`.

use std::borrow::Cow;

use regex::{Captures, Regex};

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
        /// What goes on right behind that, as words for all do: 应 of 除张三外应到9人.
        but_then,
        /// Behind them where nothing does: 除外.
        but_alone,
        /// What a list of people is called: of 病假人员名单 the words behind 病假.
        lists,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Crowd {
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
    excepted_clause: Regex,
}

impl Crowd {
    pub(super) fn add(&mut self, more: CrowdWords) {
        self.made.add(more);
    }

    /// Whether a text says of all, of all others or of nobody how they came, and names none: `全部到会`, `其余党员全部参加`,
    /// `无人缺席`.
    pub fn is_all_or_none(&self, squashed: &str) -> bool {
        let patterns = self.made.patterns();
        patterns.whole.is_match(squashed) && patterns.all_or_none.is_match(squashed)
    }

    /// Whether a text begins with all or all others and says how they came: `全员到会`, and not `到没到会`.
    pub fn is_of_all(&self, squashed: &str) -> bool {
        let begins = self.made.words.all.iter().any(|all| squashed.starts_with(all.as_str()));
        begins && self.is_all_or_none(squashed)
    }

    /// Whether a text says that all are away, or all others: `全部缺席`, `其余请假`, `均未到会`, `无人到会`.
    pub fn is_all_away(&self, squashed: &str) -> bool {
        let patterns = self.made.patterns();
        let is_away = || {
            let away = patterns.away.find(squashed);
            // 全部没有缺席, 无人请假
            away.is_some_and(|away| !patterns.denied.is_match(&squashed[..away.start()]))
        };
        patterns.nobody_came.is_match(squashed) || patterns.all.is_match(squashed) && is_away()
    }

    /// Whether a word means people, and not which: 党员.
    pub fn is_people(&self, word: &str) -> bool {
        self.made.words.people.iter().any(|people| people == word)
    }

    /// Words for people without those at their end that say that all are meant: 第一党小组 of `第一党小组全体党员`.
    pub fn without_all<'t>(&self, text: &'t str) -> &'t str {
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

    /// Whether a text speaks of all there are: `全体党员`, `各支部`.
    pub fn is_of_whole(&self, text: &str) -> bool {
        self.made.words.whole.iter().any(|word| text.contains(word.as_str()))
    }

    /// Words for people without those before them that say that all are meant: 党员 of `全体党员`.
    pub fn behind_whole<'t>(&self, text: &'t str) -> &'t str {
        self.made.words.whole.iter().fold(text, |rest, word| rest.trim_start_matches(word.as_str()))
    }

    /// Words for many without what stands before or in brackets behind them, and what that says: 全体党员 and 钱进请假 of
    /// `全体党员（钱进请假）`.
    pub fn asides<'t>(&self, squashed: &'t str) -> (String, Vec<&'t str>) {
        let aside = &self.made.patterns().aside;
        let said = |found: Captures<'t>| {
            found.name("before").or(found.name("inside")).map_or("", |said| said.as_str())
        };
        (aside.replace_all(squashed, "").into_owned(), aside.captures_iter(squashed).map(said).collect())
    }

    /// Whether a text begins with those who are excepted: 除张三外.
    pub fn begins_with_excepted(&self, text: &str) -> bool {
        self.made.words.but_before.iter().any(|word| text.starts_with(word.as_str()))
    }

    /// Whom a clause excepts as a clause of its own, with the label for those who are away before it where there is one:
    /// `张三；其余到会` of `除张三外，其余到会`. 除张三外均请假 says the opposite, and stays.
    pub fn excepted_apart<'t>(&self, text: &'t str, label: &str) -> Cow<'t, str> {
        self.made.patterns().excepted_clause.replace_all(text, |c: &Captures| {
            let end = c.get(2).map_or(c.get_match().end(), |m| m.start());
            let goes_on = text[end..].split(['；', ';', '。', '\n']).next().unwrap_or_default();
            if self.is_all_away(goes_on) {
                return c[0].to_string();
            }
            format!("{label}{}；{}", &c[1], c.get(2).map_or("", |m| m.as_str()))
        })
    }

    /// Who is excepted: 钱进 of `除钱进外`, `不含钱进` and `钱进除外`.
    pub fn excepted<'t>(&self, aside: &'t str) -> Option<&'t str> {
        let found = self.made.patterns().excepted.captures(aside)?;
        Some(found.get(1).or(found.get(2))?.as_str())
    }

    /// What a list of people is called without the words for a list: 病假 of 病假人员名单.
    pub fn without_list<'t>(&self, label: &'t str) -> &'t str {
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
        let CrowdWords { but_before, but_behind, but_alone, but_then, .. } = words;
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
            excepted_clause: pattern(&format!(
                r"{but}([^；;。\n]{{2,}}?){}(?:[，,、]|$|({all}|{}))",
                any_of(&[but_behind]),
                any_of(&[but_then])
            )),
            excepted: pattern(&format!("^{but}(.{{2,}}?){end}?$|^(.{{2,}}?){}$", any_of(&[but_alone]))),
        }
    }
}
