//! What headings mean, as they stand or in other words.

use std::collections::{BTreeMap, HashMap};

use super::phrases::Phrases;
use super::terms::Concept;
use super::{Vocabulary, without_brackets};
use crate::text::squash;

/// A heading that the vocabulary knows; see [`Vocabulary::meanings`].
pub type HeadingId = usize;

/// The headings that are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Headings {
    pub(super) known: HashMap<String, HeadingId>,
    /// Words that tell a heading wherever they stand in it.
    parts: Phrases<HeadingId>,
    /// Words that add nothing.
    fillers: Phrases<()>,
    /// What each heading may mean.
    meanings: Vec<Vec<Concept>>,
}

/// A heading that is told by a word in it has at most so many characters.
const LONGEST_HEADING: usize = 12;

/// As many words are left out of a heading at most.
const MOST_LEFT_OUT: usize = 3;

/// A heading this much like a known one may be a slip of the pen: one character of four.
const ALIKE: f64 = 0.75;

impl Headings {
    pub(super) fn add(
        &mut self,
        whole: BTreeMap<Concept, Vec<String>>,
        parts: BTreeMap<Concept, Vec<String>>,
        fillers: &[String],
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
        self.fillers.extend(fillers.iter().map(|w| (squash(w), ())));
        self.fillers.longest_first();
    }
}

impl Vocabulary {
    /// What a heading may mean; empty where it is unknown. Tried as it stands, then without a
    /// closing colon or star, then with what is in brackets before it, then without that, then in other words.
    pub fn heading(&self, text: &str) -> &[Concept] {
        self.meanings(self.heading_id(text))
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
        let known = known.or_else(qualified).or_else(|| headings.known.get(&without_brackets(bare)));
        // A long text that mentions a heading is a sentence.
        if known.is_some() || bare.chars().count() > LONGEST_HEADING || bare.contains(':') {
            return known.copied();
        }
        let part = || headings.parts.within(bare).next().map(|(_, id)| id);
        self.reworded(bare).or_else(|| self.both(bare)).or_else(|| self.of_a_kind(bare)).or_else(part)
    }

    /// What is said of a kind of meeting: 党课题目 is the topic, 主题党日时间 the date.
    fn of_a_kind(&self, heading: &str) -> Option<HeadingId> {
        let (kinds, rest) = self.kinds_in(heading);
        let known =
            *self.headings.known.get(&rest).filter(|_| !kinds.is_empty() && heading.ends_with(&rest))?;
        use Concept::*;
        let tells = |c: &Concept| matches!(c, Topic | Date | Month | Place | Host | Form | Audience);
        self.headings.meanings[known].first().is_some_and(tells).then_some(known)
    }

    /// A known heading with words that add nothing: `会议主持人姓名` is 主持人, `应参加党员人数` 应参加人数. The
    /// fewest words are left out.
    fn reworded(&self, heading: &str) -> Option<HeadingId> {
        let Headings { known, fillers, .. } = &self.headings;
        let plain = without_brackets(heading);
        if !fillers.any_within(&plain) {
            return None;
        }
        let (kinds, rest) = self.kinds_in(&plain);
        // 党员会议 is a kind of meeting, and 出席会议 is what a mark says.
        if !kinds.is_empty() && rest.is_empty() || self.mark(&self.without_fillers(&plain)).is_some() {
            return None;
        }
        let mut texts = vec![plain];
        for _ in 0..MOST_LEFT_OUT {
            let without = |text: &str, word: &str| {
                let rest = text.replacen(word, "", 1);
                (rest.chars().count() >= 2).then_some(rest)
            };
            let mut shorter: Vec<String> = texts
                .iter()
                .flat_map(|text| fillers.within(text).filter_map(move |(word, ())| without(text, word)))
                .collect();
            shorter.sort_by(|a, b| b.chars().count().cmp(&a.chars().count()).then_with(|| a.cmp(b)));
            shorter.dedup();
            if let Some(known) = shorter.iter().find_map(|text| known.get(text)) {
                return Some(*known);
            }
            texts = shorter;
        }
        None
    }

    /// A heading of two things, both known: the one that tells whose they are, `请假人员及原因`, or the first.
    fn both(&self, heading: &str) -> Option<HeadingId> {
        let parts: Vec<&str> = heading.split(['及', '和', '与', '或', '、', '/', '\\']).collect();
        if parts.len() < 2 || parts.iter().any(|part| part.chars().count() < 2) {
            return None;
        }
        let Headings { known, meanings, .. } = &self.headings;
        let find = |part: &&str| known.get(*part).copied().or_else(|| self.reworded(part));
        let known: Vec<HeadingId> = parts.iter().map(find).collect::<Option<_>>()?;
        use Concept::*;
        let of = |concept: Concept| known.iter().find(|id| meanings[**id].contains(&concept)).copied();
        if of(Due).is_some() && of(Came).is_some() {
            return meanings.iter().position(|meanings| meanings.contains(&DueAndCame));
        }
        let telling = [Name, OnLeave, Absentees, Absent, LateList, Attendees];
        telling.into_iter().find_map(of).or(known.first().copied())
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
        for text in ["出席会议", "党员会议", "主题党日活动", "父亲姓名", "支部党员大会"]
        {
            let wrong = [Concept::Name, Concept::Topic, Concept::Mark];
            assert!(!v.heading(text).iter().any(|c| wrong.contains(c)), "{text}");
        }
        assert!(v.heading("张三").is_empty());
        assert_eq!(v.nearest_heading("会议主体"), Some("会议主题"));
    }
}
