//! What heads those who are named: `病假：`, `（出差）`, `缺席人员`, `请假2人`, or words that run on to the first name.

use std::sync::LazyLock;

use regex::Regex;

use super::super::mark::{self, Mark};
use super::super::name::looks_like_name;
use super::Reader;
use super::words::{heading_mark, take_predicate};
use crate::text::{pattern, squash};

/// The words on the way to a person, and what they mean.
pub(super) struct Heading {
    pub(super) mark: Mark,
    pub(super) said: String,
    /// Somebody follows, or is said not to; a label may be left empty, a bare `病假` may not.
    pub(super) is_used: bool,
    /// It says of how many: `病假2人`.
    pub(super) is_counted: bool,
}

impl Reader<'_> {
    pub(super) fn heads_the_absent(&self, piece: &str) -> bool {
        self.as_heading(piece).is_some_and(|heading| !heading.mark.came())
    }

    /// Another heading, or none. Words that should have headed somebody were not understood.
    pub(super) fn head(&mut self, heading: Option<Heading>) {
        if let Some(before) = std::mem::replace(&mut self.heading, heading).filter(|before| !before.is_used) {
            self.prose.unread.push(before.said);
            // `病假` of somebody.
            let is_of_somebody = !before.mark.came() && !self.plain.came() && !before.is_counted;
            self.prose.unnamed += usize::from(is_of_somebody);
        }
    }

    /// Takes what heads a piece off it: `病假：`, `（出差）`.
    pub(super) fn take_headings(&mut self, piece: &str) -> String {
        static COLON: LazyLock<Regex> = LazyLock::new(|| pattern(r"^([^:：]+)[:：](.*)$"));
        static BRACKET: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*[(（]([^()（）]+)[)）](.+)$"));
        let mut piece = piece.to_string();
        if let Some((heading, people)) = self.heading_run_on(&squash(&piece)) {
            self.head(Some(Heading { is_used: true, ..heading }));
            self.over_lines = false;
            return people;
        }
        while let Some(found) = COLON.captures(&piece).or_else(|| BRACKET.captures(&piece)) {
            match self.as_heading(&found[1]) {
                Some(heading) => {
                    self.head(Some(Heading { is_used: true, ..heading }));
                    self.over_lines = false;
                }
                // `2人：张三（病假）、李四（事假）`
                None if self.is_count(&squash(&found[1])) => {}
                // `第一党小组：张三、李四；办公室：王五`
                None if self.vocabulary.is_unit(&squash(&found[1])) => {}
                None => break,
            }
            piece = found[2].to_string();
        }
        piece
    }

    /// `病假张三`: a heading that runs on to the first of those whom it heads.
    fn heading_run_on(&self, piece: &str) -> Option<(Heading, String)> {
        /// Most names have no more characters.
        const LONGEST_USUAL: usize = 3;
        /// A heading and a name have no more, and a sentence is neither.
        const LONGEST: usize = 30;
        let is_known = |text: &str| mark::reason(text, self.vocabulary).is_some();
        let bare = piece.split('(').next().unwrap_or_default();
        if bare.chars().count() > LONGEST {
            return None;
        }
        let is_heading = || self.as_heading(bare).is_some();
        if is_known(bare)
            || self.vocabulary.crowd().is_all_or_none(bare)
            || is_heading()
            || take_predicate(bare, true, self.vocabulary).is_some()
        {
            return None;
        }
        let cuts = bare.char_indices().map(|(i, _)| i).skip(2);
        let read = |cut: usize| {
            let (words, name) = (&piece[..cut], &bare[cut..]);
            let heading = self.as_heading(words).filter(|heading| heading.mark.is_away())?;
            let is_name = looks_like_name(name) && !self.vocabulary.goes_on(name);
            let names_one = is_name
                && !is_known(name)
                && !self.vocabulary.crowd().is_all_or_none(name)
                && !self.is_count(name);
            names_one.then_some((heading, cut))
        };
        let mut readings = cuts.filter_map(read).collect::<Vec<_>>().into_iter().rev();
        let (mut heading, mut cut) = readings.next()?;
        // 曾 says nothing behind 病假, but much before 静明.
        if let Some((same, earlier)) = readings.next()
            && same.mark == heading.mark
            && bare[earlier..].chars().count() == LONGEST_USUAL
        {
            (heading, cut) = (same, earlier);
        }
        Some((heading, piece[cut..].to_string()))
    }

    /// `请假2人`, `缺席人员`, `出差` as a heading.
    pub(super) fn as_heading(&self, text: &str) -> Option<Heading> {
        let squashed = squash(text);
        let said = self.without_count(&squashed);
        let said = self.counted_before(said).unwrap_or(said);
        heading_mark(said, self.vocabulary).map(|mark| Heading {
            mark,
            said: said.to_string(),
            is_used: false,
            is_counted: said != squashed,
        })
    }
}
