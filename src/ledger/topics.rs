//! One topic across books: of which members the plan asks it, at which sessions and by which records it was studied.

use std::collections::HashSet;

use super::lists::named;
use super::{Ledger, Member, MemberId};
use crate::issue::{Code, Issue, Place};
use crate::text::squash;
use crate::vocabulary::Vocabulary;

/// Index of a topic in [`Ledger::plan`].
pub type PlanId = usize;

/// The plan's topics with all that is of them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Topics {
    /// Of whom a topic is asked: the audience, as far as they were of the branch in its month.
    pub asked: Vec<(PlanId, MemberId)>,
    /// Of whom it may be asked, had the roster said so: their category, standing or birth is not known.
    pub unsure: Vec<(PlanId, MemberId)>,
    /// Sessions on a topic, by their index in [`Ledger::sessions`].
    pub sessions: Vec<(PlanId, usize)>,
    /// Records of a topic, by their index in [`Ledger::study`].
    pub records: Vec<(PlanId, usize)>,
}

impl Topics {
    pub(super) fn of(ledger: &Ledger, vocabulary: &Vocabulary) -> Topics {
        let keys: Vec<String> = ledger.plan.iter().map(|p| key(&p.topic)).collect();
        let (mut asked, mut unsure) = (Vec::new(), Vec::new());
        for (id, topic) in ledger.plan.iter().enumerate() {
            let is_of = |m: &Member| topic.branch.is_none_or(|b| b == m.branch) && m.was_here(topic.month);
            for (member, known) in ledger.members.iter().enumerate().filter(|(_, m)| is_of(m)) {
                match topic.who.takes(known, topic.month, vocabulary) {
                    Some(true) => asked.push((id, member)),
                    Some(false) => {}
                    None => unsure.push((id, member)),
                }
            }
        }
        let on = |(index, text): (usize, &String)| {
            matching(&key(text), &keys).into_iter().map(move |id| (id, index)).collect::<Vec<_>>()
        };
        Topics {
            asked,
            unsure,
            sessions: ledger.sessions.iter().map(|s| &s.topic).enumerate().flat_map(on).collect(),
            records: ledger.study.iter().map(|r| &r.topic).enumerate().flat_map(on).collect(),
        }
    }
}

/// Tells, once for a sheet and an audience, of whom the roster does not say whether they are meant.
pub(super) fn tell_unsure(ledger: &mut Ledger) {
    let unsure = std::mem::take(&mut ledger.topics.unsure);
    for members in unsure.chunk_by(|a, b| a.0 == b.0) {
        let topic = &ledger.plan[members[0].0];
        let names: Vec<&str> = members.iter().map(|(_, m)| ledger.members[*m].name.as_str()).collect();
        let place = Place::Sheet(topic.at.book, topic.at.sheet);
        let issue = Issue::new(Code::AudienceUnsure, place, topic.audience.clone(), named(&names));
        ledger.raise(issue);
    }
    ledger.topics.unsure = unsure;
}

/// Tells, once for a sheet and a topic, of topics that are none of the plan's and all but one of them: a slip of the pen.
pub(super) fn tell_near(ledger: &mut Ledger) {
    let keys: Vec<String> = ledger.plan.iter().map(|p| key(&p.topic)).collect();
    let studied = ledger.study.iter().map(|record| (&record.topic, record.at));
    let met = ledger.sessions.iter().map(|session| (&session.topic, session.at));
    let mut told = HashSet::new();
    let near = |text: &str| {
        let text = key(text);
        if !TOPIC_LENGTHS.contains(&text.chars().count()) || !matching(&text, &keys).is_empty() {
            return None;
        }
        let alike = |id: &usize| {
            TOPIC_LENGTHS.contains(&keys[*id].chars().count())
                && strsim::normalized_damerau_levenshtein(&text, &keys[*id]) >= NEARLY_THE_SAME
        };
        (0..keys.len()).find(alike)
    };
    let issues: Vec<Issue> = studied
        .chain(met)
        .filter(|(topic, at)| told.insert((topic.as_str(), at.book, at.sheet)))
        .filter_map(|(topic, at)| {
            let planned = &ledger.plan[near(topic)?].topic;
            Some(Issue::new(Code::NearTopic, at, topic, planned))
        })
        .collect();
    ledger.issues.extend(issues);
}

/// Shorter topics differ by a character because they are others, 党章 and 党课; longer texts are no topics, and take long
/// to compare.
const TOPIC_LENGTHS: std::ops::RangeInclusive<usize> = 5..=60;
/// Of ten characters, two may differ.
const NEARLY_THE_SAME: f64 = 0.8;

/// A topic without quotes, brackets and punctuation.
fn key(topic: &str) -> String {
    squash(topic).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The topics that a text is of: those that say the same, or else those of which one contains the other and says enough.
fn matching(text: &str, topics: &[String]) -> Vec<PlanId> {
    if text.is_empty() {
        return Vec::new();
    }
    let enough = |t: &str| t.chars().count() >= 6;
    let same = |topic: &str| topic == text;
    let alike = |topic: &str| enough(topic) && text.contains(topic) || enough(text) && topic.contains(text);
    let those = |is: &dyn Fn(&str) -> bool| (0..topics.len()).filter(|&id| is(&topics[id])).collect();
    let found: Vec<PlanId> = those(&same);
    if found.is_empty() { those(&alike) } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_topic_in_other_words() {
        let topics = ["学习贯彻党的二十大精神", "党的二十大精神", "条例"].map(key);
        for (text, expected) in [
            ("党的二十大精神", vec![1]),
            ("“党的二十大精神”专题学习", vec![1]),
            ("学习贯彻党的二十大精神（一）", vec![0, 1]),
            ("条例", vec![2]),
            ("学习条例", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(matching(&key(text), &topics), expected, "{text}");
        }
    }
}
