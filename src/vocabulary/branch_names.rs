//! How branches are written: `中共清河县人社局第一党支部`, `党员花名册-机关第二党支部`, `一支部（盖章）`.

use regex::{Captures, Regex};

use super::any_of;
use super::made::{Made, lists};
use crate::text::{chinese_number, chinese_ordinal, is_han, pattern, squash};

lists! {
    /// The words around a branch's name, as they stand in the vocabulary.
    BranchWords {
        /// The party, before all else: 中共.
        party,
        /// What a bureau's name ends in: 人社局, 厅.
        office,
        /// What a place's name ends in, before an office that only ends in 局: 县.
        place,
        /// Behind a bureau, before its branch: 党组.
        committee,
        /// What a list is called, where a branch's name may stand behind it: 花名册.
        list,
        /// What a sender writes before it: 关于, 报送.
        sent,
        /// What stands before 支部 and is no name: 各, 所在.
        not_one,
        /// Behind it, the place for a seal: （盖章）.
        seal,
        /// What a branch's name ends in, the usual form last: 党支部, 支部.
        branch,
        /// What stands above branches and is called in the same way: 党总支, 总支.
        above,
        /// What a branch is that calls itself by its committee: 委员会.
        own,
        /// What the name of a unit ends in that may be any word: 社会保险中心 speaks of no insurance.
        unit,
    }
}

/// The words, ready to be looked up.
#[derive(Debug, Clone, Default)]
pub struct BranchNames {
    made: Made<BranchWords, Patterns>,
}

#[derive(Debug)]
struct Patterns {
    bureau: Regex,
    ordinal: Regex,
    dates: Regex,
    branch: Regex,
    own_committee: Regex,
    unit: Regex,
}

impl BranchNames {
    pub(super) fn add(&mut self, more: BranchWords) {
        self.made.add(more);
    }

    /// The form in which two wordings of one branch are the same: without the party's and the bureau's name before it,
    /// 党支部 as 支部, numerals in Chinese.
    pub fn key(&self, text: &str) -> String {
        let words = &self.made.words;
        let plain = [&words.branch, &words.above].into_iter().fold(self.display(text), |plain, forms| {
            let Some((usual, others)) = forms.split_last() else { return plain };
            others.iter().fold(plain, |plain, form| plain.replace(form.as_str(), usual))
        });
        let in_chinese = |c: &Captures| {
            let number = c[1].parse().ok().or_else(|| chinese_number(&c[1])).unwrap_or(0);
            format!("第{}{}", chinese_ordinal(number), &c[2])
        };
        self.made.patterns().ordinal.replace(&plain, in_chinese).into_owned()
    }

    /// A branch's name without the party's and the bureau's name before it.
    pub fn display(&self, text: &str) -> String {
        let unsealed = self
            .made
            .words
            .seal
            .iter()
            .fold(squash(text), |t, seal| t.trim_end_matches(&*squash(seal)).to_string());
        let quoted = |c: char| matches!(c, '"' | '“' | '”' | '(' | ')' | '《' | '》' | ':' | '-');
        let squashed = unsealed.trim_matches(quoted);
        let ends_in_one =
            |rest: &str| self.made.words.branch.iter().any(|word| rest.ends_with(word.as_str()));
        match self.made.patterns().bureau.captures(squashed) {
            // A bureau's own branch, 社保局党支部, has nothing left after it.
            Some(c) if !self.is_bare(&c[2]) && ends_in_one(&c[2]) => c[2].to_string(),
            _ => without_any(squashed, &self.made.words.party).to_string(),
        }
    }

    /// The bureau's name that stands before a branch's.
    pub fn bureau(&self, text: &str) -> Option<String> {
        Some(self.made.patterns().bureau.captures(&squash(text))?[1].to_string())
    }

    /// The names of branches in a title, in order: what stands before 支部, up to a break.
    pub fn phrases(&self, text: &str) -> Vec<String> {
        let plain = self.made.patterns().dates.replace_all(&squash(text), " ").into_owned();
        let (mut phrases, mut from) = (Vec::new(), 0);
        for found in self.made.patterns().branch.find_iter(&plain) {
            let before = &plain[from..found.start()];
            from = found.end();
            let start = before
                .char_indices()
                .rev()
                .take_while(|(_, c)| is_han(*c) || c.is_ascii_alphanumeric())
                .last()
                .map_or(before.len(), |(i, _)| i);
            // 党员花名册第一支部, as a file is called.
            let prefix = &before[start..];
            let behind = |list: &String| Some(prefix.rfind(list.as_str())? + list.len());
            let prefix = &prefix[self.made.words.list.iter().filter_map(behind).max().unwrap_or(0)..];
            let sent = self.made.words.sent.iter().chain(&self.made.words.party);
            let prefix = sent.fold(prefix, |rest, word| rest.strip_prefix(word.as_str()).unwrap_or(rest));
            let prefix = unnumbered(prefix);
            if !prefix.is_empty() && !self.made.words.not_one.iter().any(|word| word == prefix) {
                phrases.push(format!("{prefix}{}", found.as_str()));
            }
        }
        phrases
    }

    /// Whether a text speaks of a branch at all: 第一支部, 各支部.
    pub fn speaks_of_one(&self, text: &str) -> bool {
        self.made.patterns().branch.is_match(text)
    }

    /// What stands behind a branch's name that a text begins with: 全体党员 of 第一支部全体党员.
    pub fn behind_one<'t>(&self, squashed: &'t str) -> Option<&'t str> {
        let found = self.made.patterns().branch.find(squashed)?;
        let (name, rest) = squashed.split_at(found.end());
        self.is_one(name).then_some(rest)
    }

    /// Whether a text is a branch's name and nothing else: 第一党支部, and neither 各支部 nor 第一支部党员大会.
    pub fn is_one(&self, squashed: &str) -> bool {
        let ends = self
            .made
            .patterns()
            .branch
            .find_iter(squashed)
            .last()
            .is_some_and(|found| found.end() == squashed.len());
        ends && self.phrases(squashed).len() == 1
    }

    /// Whether a text is only the end of a branch's name: 党支部, 总支.
    pub fn is_bare(&self, text: &str) -> bool {
        self.made.words.branch.iter().chain(&self.made.words.above).any(|word| word == text)
    }

    /// A text in which a branch calls itself by its committee, parted there: 中共清河县人社局第一, 支部 and 主题党日 of
    /// `中共清河县人社局第一支部委员会主题党日`.
    pub fn own_committee<'t>(&self, text: &'t str) -> Option<[&'t str; 3]> {
        let found = self.made.patterns().own_committee.captures(text)?;
        let (whole, branch) = (found.get(0)?, found.get(1)?);
        Some([&text[..whole.start()], branch.as_str(), &text[whole.end()..]])
    }

    /// Whether the party's name stands in a text, as it does before a branch's own.
    pub fn names_party(&self, text: &str) -> bool {
        self.made.words.party.iter().any(|party| text.contains(party.as_str()))
    }

    /// A title without the names of units in it, which may be of any words: 计划财务科支部 has no plan.
    pub fn without_units(&self, title: &str) -> String {
        self.made.patterns().unit.replace_all(title, "").into_owned()
    }

    /// A title without what the list is called: `离退休党员` of `离退休党员花名册（2026年）`.
    pub fn without_list<'t>(&self, title: &'t str) -> &'t str {
        let plain = title.strip_suffix(')').and_then(|t| t.split_once('(')).map_or(title, |(plain, _)| plain);
        let is_called = |list: &&String| plain.ends_with(list.as_str());
        let longest = self.made.words.list.iter().filter(is_called).max_by_key(|list| list.len());
        longest.map_or(title, |list| &plain[..plain.len() - list.len()])
    }

    /// The branch that a path names, innermost part first; as a key for comparing.
    pub fn in_path(&self, path: &str) -> Option<String> {
        path.rsplit('/').find_map(|part| self.phrases(part).first().map(|phrase| self.key(phrase)))
    }
}

impl From<&BranchWords> for Patterns {
    fn from(w: &BranchWords) -> Patterns {
        let (party, office, place) = (any_of(&[&w.party]), any_of(&[&w.office]), any_of(&[&w.place]));
        Patterns {
            bureau: pattern(&format!(
                r"^{party}?(.*?(?:{office}|{place}\S{{0,12}}?局)){}?(.+)$",
                any_of(&[&w.committee])
            )),
            ordinal: pattern(&format!(
                r"第?([一二三四五六七八九十]+|\d+)({})",
                any_of(&[&w.branch, &w.above])
            )),
            branch: pattern(&any_of(&[&w.branch])),
            own_committee: pattern(&format!("({}){}", any_of(&[&w.branch]), any_of(&[&w.own]))),
            unit: pattern(&format!(r"\p{{Han}}*{}", any_of(&[&w.branch, &w.above, &w.unit]))),
            dates: pattern(
                r"\d{2,4}年度?|\d{1,2}月份?|\d{1,2}[日号]|第[一二三四]季度|[上下]半年|(?:19|20)\d{2}(?:\d{2}){0,2}",
            ),
        }
    }
}

fn without_any<'t>(text: &'t str, words: &[String]) -> &'t str {
    words.iter().find_map(|word| text.strip_prefix(word.as_str())).unwrap_or(text)
}

/// `01第一`, as a folder is called, without its number; `1` alone is the branch's own.
fn unnumbered(prefix: &str) -> &str {
    let rest = prefix.trim_start_matches(|c: char| c.is_ascii_digit());
    if prefix.len() - rest.len() <= 2 && rest.starts_with(is_han) { rest } else { prefix }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Vocabulary;

    fn names() -> &'static BranchNames {
        Vocabulary::built_in().branch_names()
    }

    #[test]
    fn one_branch_under_all_its_wordings() {
        for text in [
            "第一支部",
            "第一党支部",
            "中共清河县人社局第一党支部",
            "清河县人力资源和社会保障局第一党支部",
            "一支部",
            "第1党支部",
            "第一党支部（盖章）",
            " 第 一 支 部 ",
        ] {
            assert_eq!(names().key(text), "第一支部", "{text}");
        }
        for (text, expected) in [
            ("就业服务中心党支部", "就业服务中心支部"),
            ("清河县人社局党支部", "清河县人社局支部"),
            ("机关第二党支部", "机关第二支部"),
            ("离退休党支部", "离退休支部"),
        ] {
            assert_eq!(names().key(text), expected, "{text}");
        }
    }

    #[test]
    fn branches_in_titles() {
        for (text, expected) in [
            ("2025年1月第一支部党员考勤表", vec!["第一支部"]),
            ("离退休支部支部党员大会签到表", vec!["离退休支部"]),
            ("第一支部2025年2月“三会一课”考勤表", vec!["第一支部"]),
            ("党支部书记（签字）：", vec![]),
            ("机关第一支部支委会议签到表", vec!["机关第一支部"]),
            ("2025年党员学习计划", vec![]),
            ("清河县人社局党员花名册 第一支部", vec!["第一支部"]),
            ("01 第二支部", vec!["第二支部"]),
            ("2.1支部考勤", vec!["1支部"]),
            ("附件2 离退休支部花名册", vec!["离退休支部"]),
            ("关于报送第一支部花名册", vec!["第一支部"]),
            ("12345热线支部", vec!["12345热线支部"]),
            ("3月考勤表（第一支部）", vec!["第一支部"]),
            ("党员信息表-机关第二党支部", vec!["机关第二党支部"]),
        ] {
            assert_eq!(names().phrases(text), expected, "{text}");
        }
    }
}
