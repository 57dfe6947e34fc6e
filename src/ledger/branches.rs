//! One branch under all its wordings.

use std::collections::BTreeMap;

use super::BranchId;
use crate::reading::BranchHint;
use crate::text::chinese_number;
use crate::vocabulary::BranchNames;

/// The branches that rosters name.
#[derive(Debug, Clone, Default)]
pub struct Branches {
    names: Vec<String>,
    keys: Vec<String>,
    bureau: Option<String>,
    written: BranchNames,
}

impl Branches {
    /// None yet; `written` is how their names are written.
    pub(super) fn none(written: BranchNames) -> Branches {
        Branches { written, ..Branches::default() }
    }

    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    pub fn name(&self, branch: BranchId) -> &str {
        &self.names[branch]
    }

    pub fn ids(&self) -> std::ops::Range<BranchId> {
        0..self.names.len()
    }

    /// The bureau whose branches these are, as the titles of rosters write it.
    pub fn bureau(&self) -> Option<&str> {
        self.bureau.as_deref()
    }

    /// Learns the bureau's name from what stands before the branches' names in titles: the fullest of
    /// the forms that they often write.
    pub(super) fn note_bureau<'a>(&mut self, titles: impl Iterator<Item = &'a str>) {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for title in titles {
            if let Some(bureau) = self.written.bureau(title) {
                *counts.entry(bureau).or_default() += 1;
            }
        }
        let all: usize = counts.values().sum();
        let often = counts.into_iter().filter(|(_, count)| count * 4 >= all);
        self.bureau = often.max_by_key(|(name, count)| (name.chars().count(), *count)).map(|(name, _)| name);
    }

    /// Enters the branches that rosters name, in the order of their numbers (`第一`, `第二`), then by name.
    pub(super) fn define(&mut self, mut named: Vec<String>) {
        named.sort();
        named.dedup();
        let mut keyed: Vec<(String, String)> =
            named.into_iter().map(|name| (self.written.key(&name), name)).collect();
        keyed.sort_by_key(|(key, name)| (number_of(key).unwrap_or(u32::MAX), name.clone()));
        for (key, name) in keyed {
            if !self.keys.contains(&key) {
                self.keys.push(key);
                self.names.push(name);
            }
        }
    }

    pub(super) fn by_key(&self, key: &str) -> Option<BranchId> {
        self.keys.iter().position(|k| k == key)
    }

    /// The branch that a text names: the same key, or else the only branch of which one name ends
    /// with the other (`第一支部` for `机关第一支部`).
    pub fn find(&self, phrase: &str) -> Option<BranchId> {
        let wanted = self.written.key(phrase);
        if let Some(found) = self.by_key(&wanted) {
            return Some(found);
        }
        let related: Vec<BranchId> = self
            .ids()
            .filter(|&b| {
                wanted.ends_with(&self.keys[b])
                    || self.keys[b].ends_with(&wanted) && wanted.chars().count() >= 3
            })
            .collect();
        match related.as_slice() {
            [only] => Some(*only),
            several => several
                .iter()
                .copied()
                .filter(|&b| wanted.ends_with(&self.keys[b]))
                .max_by_key(|&b| self.keys[b].len()),
        }
    }

    /// The branch, where there is but one.
    pub fn only(&self) -> Option<BranchId> {
        (self.len() == 1).then_some(0)
    }

    /// The branch of ours that a text names which may as well name another office's, as one beside it may, the other end of
    /// a move: 清河县教育局第一党支部 is none of another bureau's, nor beside a 第二党支部 that needs no bureau; of a
    /// 高桥镇第一党支部 nobody can tell.
    pub(super) fn own(&self, text: &str, beside: Option<&str>) -> Result<Option<BranchId>, MayBeOurs> {
        let Some(found) = self.find(text) else { return Ok(None) };
        let bureau = |text: &str| self.written.bureau(text);
        match (bureau(text), self.bureau()) {
            (Some(named), Some(own)) if is_short_for(&named, own) || is_short_for(own, &named) => {
                Ok(Some(found))
            }
            (Some(_), Some(_)) => Ok(None),
            (Some(named), None) => match beside.map(bureau) {
                Some(Some(other)) if other == named => Ok(Some(found)),
                Some(Some(_)) => Err(MayBeOurs),
                Some(None) | None => Ok(None),
            },
            (None, _) if self.keys[found].ends_with(&self.written.key(text)) => Ok(Some(found)),
            (None, _) => Err(MayBeOurs),
        }
    }

    /// The name by which the hints call a branch, before any is known: what a roster's own branch is.
    pub(super) fn called(&self, hints: &[BranchHint]) -> Option<String> {
        hints.iter().find_map(|hint| match hint {
            BranchHint::Name(cited) => Some(self.written.display(&cited.value)),
            BranchHint::Title(text) => {
                self.written.phrases(text).first().map(|phrase| self.written.display(phrase))
            }
        })
    }

    /// The branches that a text names, each with the words for it.
    pub(super) fn within(&self, text: &str) -> impl Iterator<Item = (BranchId, String)> {
        self.written.phrases(text).into_iter().filter_map(|phrase| Some((self.find(&phrase)?, phrase)))
    }

    /// The branch that a path names.
    pub fn of_path(&self, path: &str) -> Option<BranchId> {
        self.find(&self.written.in_path(path)?)
    }

    /// The first branch that a hint names; or the text that named none, where one tried to.
    pub fn named_by(&self, hint: &BranchHint) -> Result<BranchId, Option<String>> {
        let phrases = match hint {
            BranchHint::Name(cited) => vec![cited.value.to_string()],
            BranchHint::Title(text) => self.written.phrases(text),
        };
        let found = phrases.iter().find_map(|phrase| self.find(phrase));
        found.ok_or_else(|| phrases.into_iter().next())
    }
}

/// A text that may name one of our branches, or another office's of the same name.
#[derive(Debug)]
pub(super) struct MayBeOurs;

/// Whether the characters of one stand in the other, in their order: 县人社局 in 清河县人力资源和社会保障局.
fn is_short_for(short: &str, long: &str) -> bool {
    let mut of_long = long.chars();
    short.chars().all(|c| of_long.any(|other| other == c))
}

fn number_of(key: &str) -> Option<u32> {
    let (_, rest) = key.split_once('第')?;
    chinese_number(rest.split(['支', '总']).next()?)
}
