//! For whom a topic of the plan is: 全体党员, 在职党员, 支委成员, 35岁以下党员, 第一支部, 第二党小组 and the like, and any of
//! these together.

use std::sync::LazyLock;

use regex::Regex;

use super::{BranchId, Ledger, Member};
use crate::text::{pattern, squash};
use crate::vocabulary::{AudienceWord, Category, Membership, Vocabulary};
use crate::when::When;

/// For whom a topic is: whoever fits any of the parts. Without parts, everybody.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Audience {
    parts: Vec<Part>,
}

/// Members of a branch or a group, of a kind, or both.
#[derive(Debug, Clone, PartialEq)]
struct Part {
    branch: Option<BranchId>,
    group: Option<String>,
    who: Who,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Who {
    Everybody,
    Committee,
    Secretary,
    Category(Category),
    Membership(Membership),
    /// Up to that many full years.
    UpTo(i32),
    /// People who are no members, such as activists.
    Outsiders,
}

/// Somebody is young up to this age, where the book does not say how old.
const YOUNG: i32 = 35;

impl Audience {
    /// Reads an audience as written; the parts of it that are not understood come beside it. Where none is, it is for
    /// everybody.
    pub fn read(text: &str, ledger: &Ledger, vocabulary: &Vocabulary) -> (Audience, Vec<String>) {
        let squashed = squash(text);
        let texts = squashed.split(['、', ',', ';', '/', '和', '及', '与', '。']).filter(|t| !t.is_empty());
        let (mut parts, mut unknown) = (Vec::new(), Vec::new());
        for text in texts {
            match Part::read(text, ledger, vocabulary) {
                Some(part) => parts.push(part),
                None => unknown.push(text.to_string()),
            }
        }
        (Audience { parts }, unknown)
    }

    /// For whom the topics of a category are, where the plan says no more: 支委会 concerns the committee.
    pub fn of_category(category: &str, vocabulary: &Vocabulary) -> Audience {
        let is_committee = vocabulary.audience(category) == Some(AudienceWord::Committee);
        let part = Part { branch: None, group: None, who: Who::Committee };
        Audience { parts: Vec::from_iter(is_committee.then_some(part)) }
    }

    /// Whether it takes a member in, in the month of the topic; `None` where no roster says what that turns on.
    pub fn takes(&self, member: &Member, month: When, vocabulary: &Vocabulary) -> Option<bool> {
        let answers = || self.parts.iter().map(|part| part.takes(member, month, vocabulary));
        if self.parts.is_empty() || answers().any(|takes| takes == Some(true)) {
            return Some(true);
        }
        answers().all(|takes| takes.is_some()).then_some(false)
    }
}

impl Part {
    fn read(text: &str, ledger: &Ledger, vocabulary: &Vocabulary) -> Option<Part> {
        let named = ledger.branches.within(text).next();
        let (branch, rest) = match named {
            Some((branch, phrase)) => (Some(branch), text.replacen(&phrase, "", 1)),
            None => (None, text.to_string()),
        };
        let key = vocabulary.group_names().key(vocabulary.crowd().without_all(&rest));
        if !key.is_empty() && ledger.members.iter().any(|m| m.group == key) {
            return Some(Part { branch, group: Some(key), who: Who::Everybody });
        }
        let who = if rest.is_empty() { Some(Who::Everybody) } else { Who::read(&rest, vocabulary) };
        who.map(|who| Part { branch, group: None, who })
    }

    fn takes(&self, member: &Member, month: When, vocabulary: &Vocabulary) -> Option<bool> {
        let is_of = self.branch.is_none_or(|branch| member.branch == branch)
            && self.group.as_ref().is_none_or(|group| member.group == *group);
        if is_of { self.who.takes(member, month, vocabulary) } else { Some(false) }
    }
}

impl Who {
    fn read(text: &str, vocabulary: &Vocabulary) -> Option<Who> {
        static AGE: LazyLock<Regex> =
            LazyLock::new(|| pattern(r"^(\d{2})(?:周?岁)?(及?以下|及?以内)(?:的)?(?:青年)?(?:党员)?$"));
        if let Some(found) = AGE.captures(text) {
            let age: i32 = found[1].parse().ok()?;
            // 35岁以下 most often means 35及以下, as the age bands have it.
            return Some(Who::UpTo(age));
        }
        let bare = vocabulary.crowd().behind_whole(vocabulary.crowd().without_all(text));
        if bare.is_empty() {
            return Some(Who::Everybody);
        }
        [text, bare].into_iter().find_map(|text| {
            let word = vocabulary.audience(text).map(|word| match word {
                AudienceWord::Everybody => Who::Everybody,
                AudienceWord::Committee => Who::Committee,
                AudienceWord::Secretary => Who::Secretary,
                AudienceWord::Young => Who::UpTo(YOUNG),
                AudienceWord::Outsiders => Who::Outsiders,
            });
            let probationary = || vocabulary.status(text).filter(|s| *s == Membership::Probationary);
            word.or_else(|| probationary().map(Who::Membership))
                .or_else(|| vocabulary.category(text).filter(|c| *c != Category::Other).map(Who::Category))
        })
    }

    fn takes(self, member: &Member, month: When, vocabulary: &Vocabulary) -> Option<bool> {
        match self {
            Who::Everybody => Some(true),
            Who::Committee => Some(member.is_committee(vocabulary)),
            Who::Secretary => Some(vocabulary.is_secretary(&member.post)),
            Who::Category(category) => member.category.map(|known| known == category),
            Who::Membership(status) => member.status.map(|known| known == status),
            Who::UpTo(age) => member.age_in(month).map(|years| years <= age),
            Who::Outsiders => Some(false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences_as_plans_write_them() {
        let (ledger, v) = (Ledger::default(), Vocabulary::built_in());
        let part = |who| Part { branch: None, group: None, who };
        for (text, expected) in [
            ("", vec![]),
            ("全体党员", vec![Who::Everybody]),
            ("各支部全体党员", vec![Who::Everybody]),
            ("机关全体党员", vec![Who::Everybody]),
            ("党员、入党积极分子", vec![Who::Everybody, Who::Outsiders]),
            ("在职党员", vec![Who::Category(Category::OnPost)]),
            ("全体在职党员", vec![Who::Category(Category::OnPost)]),
            (
                "离退休党员和预备党员",
                vec![Who::Category(Category::Retired), Who::Membership(Membership::Probationary)],
            ),
            ("支委成员", vec![Who::Committee]),
            ("支部书记", vec![Who::Secretary]),
            ("青年党员", vec![Who::UpTo(35)]),
            ("40岁以下党员", vec![Who::UpTo(40)]),
        ] {
            let expected: Vec<Part> = expected.into_iter().map(part).collect();
            assert_eq!(Audience::read(text, &ledger, v), (Audience { parts: expected }, vec![]), "{text}");
        }
        assert_eq!(Audience::read("业务骨干", &ledger, v).1, ["业务骨干"]);
    }
}
