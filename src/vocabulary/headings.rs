//! What headings mean, as they stand or in other words.

use std::collections::{BTreeMap, HashMap};

use super::composed::Composed;
use super::file::Rule;
use super::phrases::Phrases;
use super::terms::Concept;
use super::{Vocabulary, without_brackets};
use crate::text::{squash, unnumbered};

/// A heading that the vocabulary knows; see [`Vocabulary::meanings`].
pub type HeadingId = usize;

/// The headings that are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Headings {
    pub(super) known: HashMap<String, HeadingId>,
    /// Words that tell a heading wherever they stand in it.
    parts: Phrases<HeadingId>,
    composed: Composed<HeadingId>,
    /// What each heading may mean.
    meanings: Vec<Vec<Concept>>,
}

/// A heading that is told by a word in it has at most so many characters.
const LONGEST_HEADING: usize = 12;

/// Shorter texts that are made of such words may be anything, somebody's name among it.
const SHORTEST_COMPOSED: usize = 3;

/// A heading this much like a known one may be a slip of the pen: one character of four.
const ALIKE: f64 = 0.75;

impl Headings {
    pub(super) fn add(
        &mut self,
        whole: BTreeMap<Concept, Vec<String>>,
        parts: BTreeMap<Concept, Vec<String>>,
    ) {
        for (concept, words) in whole {
            for word in words {
                let id = *self.known.entry(squash(&word).to_uppercase()).or_insert(self.meanings.len());
                if id == self.meanings.len() {
                    self.meanings.push(Vec::new());
                }
                if !self.meanings[id].contains(&concept) {
                    self.meanings[id].push(concept);
                }
            }
        }
        for (concept, words) in parts {
            self.parts.extend(words.iter().map(|w| (squash(w), self.meanings.len())));
            self.meanings.push(vec![concept]);
        }
    }

    /// Adds words of which headings are made, and the rules for them.
    pub(super) fn compose(
        &mut self,
        words: BTreeMap<String, Vec<String>>,
        (anywhere, behind): (&[String], &[String]),
        rules: &[Rule<Vec<Concept>>],
    ) {
        self.composed.add_words(words, anywhere, behind);
        for (place, rule) in rules.iter().enumerate() {
            self.composed.add_rule(place, rule, self.meanings.len());
            self.meanings.push(rule.is.clone());
        }
    }
}

impl Vocabulary {
    /// What a heading may mean; empty where it is unknown. Tried as it stands, then without a
    /// closing colon or star, then with what is in brackets before it, then without that, then in other words.
    pub fn heading(&self, text: &str) -> &[Concept] {
        self.meanings(self.heading_id(text))
    }

    /// A text without the shortest heading of a concept at its end, where something stands before that: 集中学习 of
    /// 集中学习内容, as a heading of topics.
    pub fn without_heading<'t>(&self, text: &'t str, concept: Concept) -> &'t str {
        let is_one = |at: &usize| self.heading(&text[*at..]).first() == Some(&concept);
        let ends = text.char_indices().skip(1).map(|(at, _)| at).filter(is_one).last();
        ends.map_or(text, |at| &text[..at])
    }

    /// What a known heading may mean; nothing for an unknown one.
    pub fn meanings(&self, heading: Option<HeadingId>) -> &[Concept] {
        heading.map_or(&[], |id| &self.headings.meanings[id])
    }

    /// The known heading that a text is.
    pub fn heading_id(&self, text: &str) -> Option<HeadingId> {
        let headings = &self.headings;
        if let Some(known) = headings.known.get(text) {
            return Some(*known);
        }
        let squashed = squash(text).to_uppercase();
        let bare = squashed.trim_matches([':', '*', '、', '。', '.', '·', '?', '!', '#']);
        let known = headings.known.get(&squashed).or_else(|| headings.known.get(bare));
        // `职务（党内）` is 党内职务, not any 职务.
        let qualified = || {
            let (head, inside) = bare.strip_suffix(')')?.split_once('(')?;
            headings.known.get(&format!("{inside}{head}"))
        };
        // 姓名 Name says the same twice.
        let in_chinese =
            || headings.known.get(bare.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '/'));
        // 集中学习（学时） is over hours.
        let unit = || {
            let (_, inside) = bare.strip_suffix(')')?.rsplit_once('(')?;
            let known = headings.known.get(inside)?;
            let is_unit = |c: &Concept| matches!(c, Concept::Hours | Concept::Points);
            headings.meanings[*known].first().is_some_and(is_unit).then_some(known)
        };
        let unbracketed = || headings.known.get(&without_brackets(bare));
        let known = known
            .or_else(|| headings.known.get(unnumbered(bare)))
            .or_else(qualified)
            .or_else(unit)
            .or_else(unbracketed)
            .or_else(in_chinese);
        // A long text that mentions a heading is a sentence.
        if known.is_some() || bare.chars().count() > LONGEST_HEADING || bare.contains(':') {
            return known.copied();
        }
        // 参加人数/应到人数
        let both = || {
            let (one, other) = bare.split_once('/')?;
            let meaning = |text: &str| self.heading(text).first().copied();
            let counts = [meaning(one)?, meaning(other)?];
            let is_both = counts.contains(&Concept::Due) && counts.contains(&Concept::Came);
            is_both.then(|| headings.known.get("应到/实到").copied())?
        };
        // 2026年累计时长
        let dated = || {
            let rest = bare.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix('年')?;
            let known = headings.known.get(rest).copied().or_else(|| self.composed(rest))?;
            let is_amount = |c: &Concept| matches!(c, Concept::Hours | Concept::Points | Concept::Statistic);
            headings.meanings[known].first().is_some_and(is_amount).then_some(known)
        };
        let part = || headings.parts.within(bare).next().map(|(_, id)| id);
        both().or_else(|| self.composed(bare)).or_else(dated).or_else(part)
    }

    /// A heading that is told by the words it is made of: without what is in brackets, or with it.
    fn composed(&self, heading: &str) -> Option<HeadingId> {
        let plain = without_brackets(heading);
        // 在职人员, 党员大会, 党员大会记录, 没有到会 and 全员到会 are made of such words too, and head nothing.
        let (kinds, rest) = self.kinds_in(&plain);
        let rest = self.records.iter().fold(&*rest, |rest, record| rest.trim_end_matches(record.as_str()));
        if !kinds.is_empty() && rest.chars().all(|c| "及和与暨、/".contains(c))
            || self.mark(&plain).is_some()
            || self.status(&plain).is_some()
            || self.category(&plain).is_some()
            || self.audience(&plain).is_some()
            || self.crowd().is_of_all(&plain)
        {
            return None;
        }
        let Headings { composed, meanings, .. } = &self.headings;
        let read =
            |text: &str| if text.chars().count() < SHORTEST_COMPOSED { None } else { composed.read(text, 1) };
        let found = read(&plain).or_else(|| read(heading))?;
        // 组织委员 is a post; 支委会分工 heads posts.
        let is_post = self.is_committee_post(&plain) && meanings[found] != [Concept::Post];
        (!is_post).then_some(found)
    }

    /// Whether an unknown heading may be a known one with a slip of the pen in it.
    pub fn is_slip(&self, text: &str, known: &str) -> bool {
        strsim::normalized_damerau_levenshtein(&squash(text), known) >= ALIKE
    }

    /// The known heading nearest to an unknown one, for a suggestion.
    pub fn nearest_heading(&self, text: &str) -> Option<&str> {
        super::nearest(&squash(text), self.headings.known.keys().map(String::as_str))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings() {
        let v = Vocabulary::built_in();
        for (text, concept) in [
            ("姓 名", Concept::Name),
            ("时长（小时）", Concept::Hours),
            ("身份证号码：", Concept::IdNumber),
            ("*应到人数", Concept::Due),
            ("所在党小组", Concept::Group),
            ("职务（党内）", Concept::Post),
            ("时间（入党）", Concept::Joined),
            ("姓名 Name", Concept::Name),
            ("1.姓名", Concept::Name),
            ("二、会议时间：", Concept::Date),
            ("③入党时间", Concept::Joined),
        ] {
            assert!(v.heading(text).contains(&concept), "{text}");
        }
        // In other words, the fewest left out; of two things, the one that tells whose they are.
        for (text, concept) in [
            ("会议主持人姓名", Concept::Host),
            ("请假党员姓名", Concept::OnLeave),
            ("应参加党员人数", Concept::Due),
            ("加入中国共产党的时间", Concept::Joined),
            ("请假名单及事由", Concept::OnLeave),
            ("应到党员数及实到党员数", Concept::DueAndCame),
            ("姓名/日期", Concept::Name),
            ("学习研讨内容", Concept::Topic),
            ("主题党日时间", Concept::Date),
        ] {
            assert_eq!(v.heading(text).first(), Some(&concept), "{text}");
        }
        for text in [
            "出席会议",
            "党员会议",
            "支部党员大会记录",
            "主题党日活动",
            "父亲姓名",
            "支部党员大会",
            "党员活动室",
        ] {
            let wrong = [Concept::Name, Concept::Topic, Concept::Mark];
            assert!(!v.heading(text).iter().any(|c| wrong.contains(c)), "{text}");
        }
        // Of a roster's many days, only one is that of joining; 行政职务 is no department, 支部类型 no member's.
        for (text, concept) in [
            ("申请入党日期", Concept::Stage),
            ("提交入党申请时间", Concept::Stage),
            ("列为积极分子日期", Concept::Stage),
            ("入党宣誓时间", Concept::Stage),
            ("入党培训时间", Concept::Stage),
            ("组织入党时间", Concept::Joined),
            ("会议结束时间", Concept::Other),
            ("病假人数", Concept::Statistic),
            ("学习用时", Concept::Hours),
            ("行政职务", Concept::Other),
        ] {
            assert_eq!(v.heading(text).first(), Some(&concept), "{text}");
        }
        for text in ["支部类型", "转入现组织时间", "入党时所在党支部", "失去联系时间", "请假审批人"]
        {
            assert!(v.heading(text).is_empty(), "{text}");
        }
        // What stands in cells, though it is made of the same words.
        for text in [
            "张三",
            "离退休支部",
            "业务科",
            "工作组",
            "组织委员",
            "在职人员",
            "学习党章",
            "没有到会",
            "全员到会",
        ] {
            assert!(v.heading(text).is_empty(), "{text}");
        }
        assert_eq!(v.nearest_heading("会议主体"), Some("会议主题"));
    }
}
