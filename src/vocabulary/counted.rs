//! Words around numbers of people: `应到9人，实到6人`, `张三等3人`, `以上人员均请事假`.

use regex::{Captures, Regex};
use std::ops::Range;

use super::any_of;
use super::made::{Made, lists};
use crate::text::{chinese_number, pattern};

lists! {
    /// The words of such texts, as they stand in the vocabulary.
    CountedWords {
        /// Before one of `come`, those who should have: 应.
        due,
        /// Before one of `come`, those who did: 实.
        came,
        /// What people do who come.
        come,
        /// Those of it that say by themselves that they came: 到会.
        attended,
        /// What else says that somebody was there, and not how many members: 列席.
        there,
        /// What denies that they came: 未.
        not,
        /// What may stand between these and the number: 人数.
        number,
        /// 人, 名.
        unit,
        /// Whom they count: 党员.
        people,
        /// A number of all who were named: 共.
        sum,
        /// More than are named: 等.
        others,
        /// A number of some of them: 其中, 有.
        some,
        /// Those named before: 以上.
        those,
        /// Each one of them: 均.
        each,
        /// What joins them to what is said of them: 是.
        is,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    made: Made<CountedWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    due_or_came: Regex,
    tells: Regex,
    due: Regex,
    behind: Regex,
    whole: Regex,
    first: Regex,
    attending: Regex,
    denied: Regex,
    leading: Regex,
    closing: Regex,
    of_all: Regex,
    said_of_all: Regex,
}

impl Counted {
    pub(super) fn add(&mut self, more: CountedWords) {
        self.made.add(more);
    }

    /// How many were due and how many came, each the first time that a text counts them.
    pub fn due_and_came(&self, text: &str) -> (Option<u32>, Option<u32>) {
        let (mut due, mut came) = (None, None);
        for found in self.made.patterns().due_or_came.captures_iter(text) {
            let number = || found["number"].parse().ok();
            let is = |what: &str| found.name(what).is_some();
            match (
                is("due"),
                is("not"),
                is("came") || self.made.words.attended.iter().any(|w| *w == found["come"]),
            ) {
                (true, ..) => due = due.or_else(number),
                (_, false, true) => came = came.or_else(number),
                _ => {}
            }
        }
        (due, came)
    }

    /// Whether words count those who were due or came: `应到会党员9人`, `参加的有6名`.
    pub fn tells(&self, words: &str) -> bool {
        self.made.patterns().tells.is_match(words)
    }

    /// Whether a text may count those who were due or came: it has the words for either.
    pub fn speaks_of_either(&self, text: &str) -> bool {
        self.speaks_of_due(text) || self.made.words.came.iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether a text may count those who were due.
    pub fn speaks_of_due(&self, text: &str) -> bool {
        self.made.words.due.iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether a heading begins with those who were due: 应到人员.
    pub fn begins_with_due(&self, heading: &str) -> bool {
        self.made.words.due.iter().any(|word| heading.starts_with(word.as_str()))
    }

    /// Where a text begins to count those who were due: `应到9人`.
    pub fn due_at(&self, text: &str) -> Option<usize> {
        self.made.patterns().due.find(text).map(|found| found.start())
    }

    /// `,应到8人` behind another value: from where it is no part of it any more, to where the counts begin.
    pub fn behind(&self, value: &str) -> Option<Range<usize>> {
        let found: Captures = self.made.patterns().behind.captures(value)?;
        Some(found.get(0)?.start()..found.get(1)?.start())
    }

    /// Whether a text is a number of people and names none: `应到9人`, `共2人`.
    pub fn is_number(&self, squashed: &str) -> bool {
        self.made.patterns().whole.is_match(squashed)
    }

    /// How many a text says did not come, `请假两人`, `张三等2人`; `None` where it counts nobody, or those who were due or
    /// came. Within brackets somebody may have two guests.
    pub fn away(&self, squashed: &str) -> Option<usize> {
        let patterns = self.made.patterns();
        let found = patterns.first.captures(squashed)?;
        let before = &squashed[..found.get(1)?.start()];
        if patterns.attending.is_match(before) && !patterns.denied.is_match(before) {
            return None;
        }
        let count = found[1].replace('两', "二");
        count.parse().ok().or_else(|| chinese_number(&count).map(|n| n as usize)).filter(|n| *n > 0)
    }

    /// Where a number of people ends that a text begins with: `两人因公请假`, `有1名党员缺席`.
    pub fn leading(&self, squashed: &str) -> usize {
        self.made.patterns().leading.find(squashed).map_or(0, |found| found.end())
    }

    /// Where a number of people begins that a text ends in: `吴桐等2人`, `请假2人`.
    pub fn closing(&self, squashed: &str) -> usize {
        self.made.patterns().closing.find(squashed).map_or(squashed.len(), |found| found.start())
    }

    /// Where the words end that say that what follows is said of all before: `均`, `等3人都`.
    pub fn of_all(&self, words: &str) -> usize {
        self.made.patterns().of_all.find(words).map_or(0, |found| found.end())
    }

    /// What is said of several, without the words that say so: `均出差`, `2人都是病假`, `以上人员均请事假`.
    pub fn said_of_all<'t>(&self, words: &'t str) -> Option<&'t str> {
        self.made.patterns().said_of_all.find(words).map(|found| &words[found.end()..])
    }

    /// Whether a word says of each one what follows: 均.
    pub fn is_each(&self, word: &str) -> bool {
        self.made.words.each.iter().any(|each| each == word)
    }
}

impl From<&CountedWords> for Patterns {
    fn from(w: &CountedWords) -> Patterns {
        let (due, came, come) = (any_of(&[&w.due]), any_of(&[&w.came]), any_of(&[&w.come]));
        let (attended, not, unit) = (any_of(&[&w.attended]), any_of(&[&w.not]), any_of(&[&w.unit]));
        let (people, number) = (any_of(&[&w.people]), any_of(&[&w.number, &w.people]));
        let (sum, others, some) = (any_of(&[&w.sum]), any_of(&[&w.others]), any_of(&[&w.some]));
        let (those, each, is) = (any_of(&[&w.those]), any_of(&[&w.each]), any_of(&[&w.is]));
        let counted = format!("(?:{due}|{came}){come}");
        // 一 before 人 may be any one: 无一人.
        let some_people =
            format!(r"(?:{others}|{sum})?(?:\d+|[二两三四五六七八九十]+){unit}{people}?|{others}{unit}?");
        Patterns {
            due_or_came: pattern(&format!(
                r"(?:(?<due>{due})|(?<came>{came})|(?<not>{not}))?(?<come>{})(?:{number})*[: ]*(?<number>\d+)",
                any_of(&[&w.come, &w.attended])
            )),
            // 从2点到3点 counts nobody.
            tells: pattern(&format!(r"{counted}[^,，\d]{{0,6}}\d|{attended}[^,，\d]{{0,6}}\d+{unit}")),
            due: pattern(&format!(r"{due}{come}[^,，]{{0,6}}\d")),
            behind: pattern(&format!(r"[,，;；。 \n]+({counted}[^,，;；。\d]{{0,4}}\d)")),
            // 应到6实到5 says two of them.
            whole: pattern(&format!(
                r"^(?:{counted}{number}*:?|{sum}|{others})?\d+{unit}?(?:{counted}{number}*:?\d+{unit}?)*$"
            )),
            first: pattern(&format!(r"^[^(]*?(\d{{1,3}}|[一二两三四五六七八九十]{{1,3}}){unit}")),
            attending: pattern(&any_of(&[&w.due, &w.came, &w.attended, &w.there])),
            denied: pattern(&not),
            leading: pattern(&format!(r"^(?:{sum}|{some})?(?:\d+|[一二两三四五六七八九十]+){unit}{people}?")),
            closing: pattern(&format!("(?:{some_people})$")),
            of_all: pattern(&format!("^(?:{some_people}|{each})+")),
            said_of_all: pattern(&format!(
                "^(?:{those}{people}?(?:{some_people})?{each}?|(?:{some_people}){each}?|{each}){is}?"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::vocabulary::Vocabulary;

    #[test]
    fn those_due_and_those_who_came() {
        for (text, counts) in [
            ("应到9人，实到6人", (Some(9), Some(6))),
            ("应到会党员:9 实际到会:6", (Some(9), Some(6))),
            ("应到9人，参加6人", (Some(9), Some(6))),
            ("应参加党员9名，参会6名", (Some(9), Some(6))),
            // Who did not come is no number of those who did.
            ("应到9人，未到会2人，实到7人", (Some(9), Some(7))),
            ("应到9人，没有参加2人", (Some(9), None)),
            ("列席2人", (None, None)),
            ("外出学习2人", (None, None)),
        ] {
            assert_eq!(Vocabulary::built_in().counted().due_and_came(text), counts, "{text}");
        }
    }

    #[test]
    fn those_who_did_not_come() {
        for (text, count) in [
            ("请假两人", Some(2)),
            ("1人因公请假", Some(1)),
            ("张三等3人", Some(3)),
            ("缺席十二名", Some(12)),
            ("未到2人", Some(2)),
            ("实到7人", None),
            ("列席2人", None),
            ("张三(带2人)", None),
        ] {
            assert_eq!(Vocabulary::built_in().counted().away(text), count, "{text}");
        }
    }
}
