//! From a name on a sheet to a member, or to the nearest ones as suggestions.

use std::cell::RefCell;
use std::collections::VecDeque;

use foldhash::{HashMap, HashMapExt};

use super::{BranchId, Ledger, MemberId};
use crate::address::{Address, Cited};
use crate::issue::{Code, Issue, Place};
use crate::reading::BranchHint;
use crate::text::{Text, shape, sound, squash};
use crate::vocabulary::without_brackets;

/// Looks people up by name.
pub struct Directory {
    /// For each branch, by the name as written, and by the name without what stands in brackets.
    exact: Vec<ByName>,
    bare: Vec<ByName>,
    anywhere: ByName,
    asked: RefCell<VecDeque<Asked>>,
}

/// Whether a hint is a name or a title, its text, and what came of it.
type Asked = ((bool, Text), Result<BranchId, Option<String>>);

/// As many hints as one sheet has, about, and a few more.
const MOST_ASKED: usize = 32;

type ByName = HashMap<String, Vec<MemberId>>;

impl Directory {
    pub fn new(ledger: &Ledger) -> Directory {
        let none = vec![ByName::new(); ledger.branches.len()];
        let mut directory =
            Directory { exact: none.clone(), bare: none, anywhere: ByName::new(), asked: RefCell::default() };
        for (id, member) in ledger.members.iter().enumerate() {
            directory.exact[member.branch].entry(member.name.clone()).or_default().push(id);
            directory.bare[member.branch].entry(without_brackets(&member.name)).or_default().push(id);
            directory.anywhere.entry(member.name.clone()).or_default().push(id);
        }
        directory
    }

    /// The member of a branch whom a name means; whatever is odd about it becomes an issue at the name's cell.
    pub fn member(&self, ledger: &mut Ledger, branch: BranchId, name: &Cited<Text>) -> Option<MemberId> {
        match self.look_up(ledger, branch, name) {
            Ok((member, note)) => {
                ledger.issues.extend(note);
                Some(member)
            }
            Err(issue) => {
                ledger.issues.push(issue);
                None
            }
        }
    }

    /// As [`Directory::member`], where not being one is no fault.
    pub fn member_quietly(&self, ledger: &Ledger, branch: BranchId, name: &Cited<Text>) -> Option<MemberId> {
        self.look_up(ledger, branch, name).ok().map(|(member, _)| member)
    }

    /// The only member of the branch who is written so.
    pub fn exactly(&self, branch: BranchId, name: &str) -> Option<MemberId> {
        match self.exact[branch].get(name).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => None,
        }
    }

    /// Whether somebody of the branch is written so.
    pub fn is_named_exactly(&self, branch: BranchId, name: &str) -> bool {
        self.exact[branch].contains_key(name)
    }

    fn look_up(
        &self,
        ledger: &Ledger,
        branch: BranchId,
        name: &Cited<Text>,
    ) -> Result<(MemberId, Option<Issue>), Issue> {
        let branch_name = ledger.branch_name(branch);
        let one = |found: Option<&Vec<MemberId>>| match found.map(Vec::as_slice) {
            None | Some([]) => None,
            Some([only]) => Some(Ok((*only, None))),
            Some(_) => Some(Err(Issue::new(Code::AmbiguousName, name.at, name.value.clone(), branch_name))),
        };
        // The name as written; then as the only one of that name, whichever side wrote 大 or 小.
        let exact = one(self.exact[branch].get(&*name.value));
        let bare = || {
            let plain = without_brackets(&name.value);
            if plain == *name.value {
                return one(self.bare[branch].get(&plain));
            }
            // Brackets for somebody who has no namesake: a remark, or somebody who is on no roster.
            let odd = || Issue::new(Code::LoneSuffix, name.at, name.value.clone(), branch_name);
            // 张三（书记） is 张三, who is secretary.
            let said_of = |only: MemberId| {
                let post = ledger.members[only].post.as_str();
                !post.is_empty() && squash(&name.value).contains(&format!("({post})"))
            };
            one(self.exact[branch].get(&plain))
                .map(|found| found.map(|(only, _)| (only, (!said_of(only)).then(odd))))
        };
        exact
            .or_else(bare)
            .or_else(|| self.with_lost_character(ledger, branch, name))
            .unwrap_or_else(|| Err(self.unknown(ledger, branch, name)))
    }

    /// `龚?` is 龚䶮 where nobody else fits: the legacy encoding has no such character.
    fn with_lost_character(
        &self,
        ledger: &Ledger,
        branch: BranchId,
        name: &Cited<Text>,
    ) -> Option<Result<(MemberId, Option<Issue>), Issue>> {
        if !name.value.contains('?') {
            return None;
        }
        let fits = |known: &str| {
            known.chars().count() == name.value.chars().count()
                && known.chars().zip(name.value.chars()).all(|(k, n)| k == n || n == '?')
        };
        let found: Vec<MemberId> = ledger
            .members
            .iter()
            .enumerate()
            .filter(|(_, m)| m.branch == branch && fits(&m.name))
            .map(|(id, _)| id)
            .collect();
        match found.as_slice() {
            [only] => Some(Ok((
                *only,
                Some(Issue::new(
                    Code::LostCharacter,
                    name.at,
                    name.value.clone(),
                    ledger.members[*only].name.clone(),
                )),
            ))),
            _ => None,
        }
    }

    fn unknown(&self, ledger: &Ledger, branch: BranchId, name: &Cited<Text>) -> Issue {
        let elsewhere: Vec<&str> = self
            .anywhere
            .get(&*name.value)
            .into_iter()
            .flatten()
            .map(|&m| ledger.branch_name(ledger.members[m].branch))
            .collect();
        if let [other] = elsewhere.as_slice() {
            return Issue::new(
                Code::OtherBranch,
                name.at,
                name.value.clone(),
                format!("{}的花名册里，而在{other}的花名册里", ledger.branch_name(branch)),
            );
        }
        if ledger.outsiders.contains(&name.value) {
            return Issue::new(Code::NotAMember, name.at, name.value.clone(), "在花名册里写着不是党员");
        }
        let near = self.alike(ledger, branch, &name.value);
        let issue = Issue::new(Code::UnknownMember, name.at, name.value.clone(), ledger.branch_name(branch));
        if near.is_empty() {
            issue
        } else {
            issue.suggest(format!(
                "是不是{}？",
                near.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join("、")
            ))
        }
    }

    /// Members of the branch whom a name that is nobody's may mean.
    pub fn alike<'l>(&self, ledger: &'l Ledger, branch: BranchId, name: &str) -> Vec<&'l str> {
        nearest(name, ledger.members_of(branch).map(|m| ledger.members[m].name.as_str()))
    }

    /// The only member of that name in the whole bureau, or the only one of several who is of that department.
    pub fn only_one(&self, ledger: &Ledger, name: &str, department: &str) -> Option<MemberId> {
        let named = self.anywhere.get(name).map_or(&[][..], Vec::as_slice);
        if let [only] = named {
            return Some(*only);
        }
        let mut of_department =
            named.iter().filter(|&&m| !department.is_empty() && ledger.members[m].department == department);
        of_department.next().copied().filter(|_| of_department.next().is_none())
    }

    /// The branch of a record on a sheet, entered as the sheet's own; an issue and `None` where it cannot be told.
    pub fn place(
        &self,
        ledger: &mut Ledger,
        hints: &[BranchHint],
        people: &[&Cited<Text>],
        at: Address,
    ) -> Option<BranchId> {
        match self.branch(ledger, hints, people, Place::Sheet(at.book, at.sheet)) {
            Ok((branch, note)) => {
                ledger.issues.extend(note);
                ledger.owners.note(at, branch);
                Some(branch)
            }
            Err(issue) => {
                ledger.raise(issue);
                None
            }
        }
    }

    /// The first branch that the hints name, nearest first.
    ///
    /// # Errors
    /// None is named. The text that named one that there is not, where one tried to.
    pub fn named(&self, ledger: &Ledger, hints: &[BranchHint]) -> Result<BranchId, Option<String>> {
        self.first_named(ledger, hints).map(|(branch, _)| branch)
    }

    /// As [`Directory::named`], with the nearer text that named a branch that there is not.
    fn first_named(
        &self,
        ledger: &Ledger,
        hints: &[BranchHint],
    ) -> Result<(BranchId, Option<Tried>), Option<String>> {
        let mut asked = self.asked.borrow_mut();
        let mut tried = None;
        for hint in hints {
            let text = match hint {
                BranchHint::Name(cited) => (true, &cited.value),
                BranchHint::Title(text) => (false, text),
            };
            // Every record of a sheet has the same surroundings.
            let known =
                asked.iter().find(|(key, _)| (key.0, &key.1) == text).map(|(_, answer)| answer.clone());
            let answer = known.unwrap_or_else(|| {
                let answer = ledger.branches.named_by(hint);
                if asked.len() >= MOST_ASKED {
                    asked.pop_front();
                }
                asked.push_back(((text.0, text.1.clone()), answer.clone()));
                answer
            });
            match answer {
                Ok(branch) => return Ok((branch, tried)),
                Err(named) => {
                    let is_its_own = matches!(hint, BranchHint::Name(_));
                    tried = tried.or(named.map(|name| Tried { name, is_its_own }));
                }
            }
        }
        Err(tried.map(|tried| tried.name))
    }

    fn is_of_any(&self, person: &Cited<Text>) -> bool {
        self.exact.iter().any(|members| members.contains_key(&*person.value))
    }

    /// The branch of a record: named by its surroundings, or else the only one that all its people belong to. A branch
    /// that its own row names and that has no roster is another one, unless it names people who are known.
    fn branch(
        &self,
        ledger: &Ledger,
        hints: &[BranchHint],
        people: &[&Cited<Text>],
        sheet: Place,
    ) -> Result<(BranchId, Option<Issue>), Issue> {
        match self.first_named(ledger, hints) {
            Ok((_, Some(tried))) if tried.is_its_own && !people.iter().any(|n| self.is_of_any(n)) => {
                Err(Issue::new(Code::NoRoster, sheet, tried.name, ""))
            }
            Ok((branch, tried)) => {
                let issue = |tried: Tried| {
                    Issue::new(Code::NoSuchBranch, sheet, tried.name, ledger.branch_name(branch))
                };
                Ok((branch, tried.map(issue)))
            }
            Err(Some(named)) => Err(Issue::new(Code::NoRoster, sheet, named, "")),
            // With one branch in all, a book that names none can be of no other.
            Err(None) if ledger.branches.len() == 1 => Ok((0, None)),
            Err(None) => {
                let fits =
                    |b: BranchId| people.iter().filter(|n| self.exact[b].contains_key(&*n.value)).count();
                let full: Vec<BranchId> =
                    ledger.branches.ids().filter(|&b| people.len() >= 3 && fits(b) == people.len()).collect();
                match full.as_slice() {
                    [only] => Ok((
                        *only,
                        Some(Issue::new(Code::GuessedBranch, sheet, "", ledger.branch_name(*only))),
                    )),
                    _ => Err(Issue::new(Code::UnknownBranch, sheet, "", "")),
                }
            }
        }
    }
}

/// A name that is no branch's, before one that is.
struct Tried {
    name: String,
    /// The record itself names it, not what stands around it.
    is_its_own: bool,
}

/// Up to three names that a slip of the pen or of the input method could have turned into this one.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let (spoken, seen) = (sound(name), shape(name));
    let mut scored: Vec<(u32, &str)> = known
        .filter_map(|candidate| {
            let edits = strsim::damerau_levenshtein(name, candidate) as u32;
            let alike = sound(candidate);
            let score = if alike == spoken || shape(candidate) == seen {
                0
            } else {
                edits * 2 + strsim::damerau_levenshtein(&spoken, &alike).min(8) as u32 / 2
            };
            let length = name.chars().count().max(candidate.chars().count()) as u32;
            (score == 0 || edits == 1 && length >= 2 || edits == 2 && length >= 4)
                .then_some((score, candidate))
        })
        .collect();
    scored.sort();
    scored.dedup();
    scored.into_iter().take(3).map(|(_, n)| n).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_names() {
        let known = ["张伟", "章玮", "李四海", "王五", "古丽娜尔·吐尔逊", "末央", "夫央", "土成"];
        for (name, expected) in [
            ("张玮", vec!["张伟", "章玮"]),
            ("李四", vec!["李四海"]),
            // 未 is written like 末, and not like 夫.
            ("未央", vec!["末央", "夫央"]),
            ("士戌", vec!["土成"]),
            ("赵六", vec![]),
            ("古丽娜尔·吐尔孙", vec!["古丽娜尔·吐尔逊"]),
        ] {
            assert_eq!(nearest(name, known.into_iter()), expected, "{name}");
        }
    }
}
