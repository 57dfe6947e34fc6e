//! What words of prose are: a reason over people, a number of them, everybody, or what is said of one.

use super::Reader;
use crate::reading::mark::{self, Mark};
use crate::reading::name::looks_like_name;
use crate::vocabulary::Vocabulary;

/// What a heading such as `病假`, `公差人员` or `迟到名单` says of the people below or behind it.
pub fn heading_mark(label: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    mark::reason(vocabulary.crowd().without_list(label), vocabulary)
}

impl Reader<'_> {
    /// `应到9人`, `共2人`: a number of people, not people.
    pub(super) fn is_count(&self, squashed: &str) -> bool {
        self.vocabulary.counted().is_number(squashed)
    }

    /// How many a piece says did not come, where it does not say that of all.
    pub(super) fn away_counted(&self, squashed: &str) -> Option<usize> {
        self.vocabulary.counted().away(squashed).filter(|_| !self.vocabulary.crowd().is_all_or_none(squashed))
    }

    /// What is said of a number of people: of `两人因公请假` or `有1名党员缺席` the words behind it.
    pub(super) fn counted_before<'t>(&self, squashed: &'t str) -> Option<&'t str> {
        match self.vocabulary.counted().leading(squashed) {
            0 => None,
            end => Some(&squashed[end..]).filter(|words| !words.is_empty()),
        }
    }

    /// Without the number of people at its end: `吴桐等2人`, `请假2人`.
    pub(super) fn without_count<'t>(&self, squashed: &'t str) -> &'t str {
        &squashed[..self.vocabulary.counted().closing(squashed)]
    }
}

/// What the words say within what the column says: a reason in a column of the absent is a leave;
/// a presence is never refined into an absence.
pub(super) fn refine(column: Mark, words: Mark) -> Mark {
    match (column, words) {
        // 早退 in a column for 迟到、早退.
        (Mark::Late, Mark::LeftEarly) => Mark::LeftEarly,
        _ => mark::combine(column, words).unwrap_or(words),
    }
}

/// Words run on to a name: `张三因病请假`, `李四均因公出差`, `王五2人请假`.
pub(super) struct Predicate<'t> {
    pub(super) said: &'t str,
    /// 均, or a number of people: it is said of all who stand before.
    pub(super) of_all: bool,
}

/// The longest name that leaves words which all say something: at least two characters of name.
/// Said of somebody who is `first`, 均 and the like are the end of the name: 刘建均病假.
pub(super) fn take_predicate<'t>(
    text: &'t str,
    first: bool,
    vocabulary: &Vocabulary,
) -> Option<(&'t str, Predicate<'t>)> {
    let cuts = text.char_indices().map(|(i, _)| i).skip(2);
    cuts.into_iter().find_map(|cut| {
        let (name, words) = text.split_at(cut);
        let of_all = vocabulary.counted().of_all(words);
        let said = words[of_all..].trim_matches(['(', ')', ':', '-', '—', '.']);
        let predicate = Predicate { said, of_all: of_all > 0 };
        // A single character such as 到 or 公 is more likely part of a name than a mark.
        let is_reason = || {
            (said.chars().count() >= 2 || said.len() < words.len())
                && mark::reason(said, vocabulary).is_some()
        };
        let is_named_so =
            first && words[..of_all].chars().count() == 1 && vocabulary.counted().is_each(&words[..of_all]);
        let counted = said.is_empty() && words[..of_all].chars().count() > 1;
        let whole = name.matches('(').count() == name.matches(')').count();
        (whole && !is_named_so && looks_like_name(name) && (counted || is_reason()))
            .then_some((name, predicate))
    })
}
