//! One branch under all its wordings.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::BranchId;
use crate::reading::BranchHint;
use crate::text::{chinese_number, is_han, pattern, squash};

/// A bureau's name before a branch's: `中共清河县人社局第一党支部`.
static BUREAU: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:中国共产党|中共)?(.*?(?:保障局|人社局|[县市区省州旗]\S{0,12}?局|厅|委员会|管理局|政府))(?:党组|党委)?(.+)$",
    )
});

/// The branches that rosters name.
#[derive(Debug, Clone, Default)]
pub struct Branches {
    names: Vec<String>,
    keys: Vec<String>,
    bureau: Option<String>,
}

impl Branches {
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
            if let Some(found) = BUREAU.captures(&squash(title)) {
                *counts.entry(found[1].to_string()).or_default() += 1;
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
        let mut keyed: Vec<(String, String)> = named.into_iter().map(|name| (key(&name), name)).collect();
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
        let wanted = key(phrase);
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
        let bureau = |text: &str| BUREAU.captures(&squash(text)).map(|c| c[1].to_string());
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
            (None, _) if self.keys[found].ends_with(&key(text)) => Ok(Some(found)),
            (None, _) => Err(MayBeOurs),
        }
    }

    /// The first branch that a hint names; or the text that named none, where one tried to.
    pub fn named_by(&self, hint: &BranchHint) -> Result<BranchId, Option<String>> {
        let phrases = match hint {
            BranchHint::Name(cited) => vec![cited.value.to_string()],
            BranchHint::Title(text) => phrases(text),
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

/// The name by which the hints call a branch, before any is known: what a roster's own branch is.
pub(super) fn named(hints: &[BranchHint]) -> Option<String> {
    hints.iter().find_map(|hint| match hint {
        BranchHint::Name(cited) => Some(display(&cited.value)),
        BranchHint::Title(text) => phrases(text).first().map(|p| display(p)),
    })
}

/// The form in which two wordings of one branch are the same: without the party's and the bureau's
/// name before it, 党支部 as 支部, numerals in Chinese.
pub fn key(text: &str) -> String {
    static ORDINAL: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"第?([一二三四五六七八九十]+|\d+)(支部|总支)"));
    let plain = display(text).replace("党支部", "支部").replace("党总支部", "总支").replace("党总支", "总支");
    ORDINAL
        .replace(&plain, |c: &Captures| {
            let number = c[1].parse().ok().or_else(|| chinese_number(&c[1])).unwrap_or(0);
            format!("第{}{}", chinese_ordinal(number), &c[2])
        })
        .into_owned()
}

/// A branch's name without the party's and the bureau's name before it.
fn display(text: &str) -> String {
    let seals = ["(盖章)", "(公章)", "(签章)", "(章)", "盖章"];
    let unsealed = seals.iter().fold(squash(text), |t, word| t.trim_end_matches(word).to_string());
    let quoted = |c: char| matches!(c, '"' | '“' | '”' | '(' | ')' | '《' | '》' | ':' | '-');
    let squashed = unsealed.trim_matches(quoted).to_string();
    let bare = squashed
        .strip_prefix("中国共产党")
        .or_else(|| squashed.strip_prefix("中共"))
        .unwrap_or(&squashed)
        .to_string();
    match BUREAU.captures(&squashed) {
        // A bureau's own branch, 社保局党支部, has nothing left after it.
        Some(c)
            if !matches!(&c[2], "支部" | "党支部" | "总支" | "党总支" | "委员会")
                && c[2].ends_with("支部") =>
        {
            c[2].to_string()
        }
        _ => bare,
    }
}

/// What a list is called, where a branch's name may stand behind it.
const LISTS: [&str; 16] = [
    "名册",
    "名单",
    "考勤表",
    "签到表",
    "签到册",
    "登记表",
    "登记册",
    "统计表",
    "汇总表",
    "明细表",
    "一览表",
    "信息表",
    "情况表",
    "台账",
    "台帐",
    "学习计划",
];

/// The names of branches in a title, in order: what stands before 支部, up to a break.
pub fn phrases(text: &str) -> Vec<String> {
    static DATES: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\d{2,4}年度?|\d{1,2}月份?|\d{1,2}[日号]|第[一二三四]季度|[上下]半年|(?:19|20)\d{2}(?:\d{2}){0,2}",
        )
    });
    let plain = DATES.replace_all(&squash(text), " ").into_owned();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = plain[from..].find("支部").map(|i| i + from) {
        let before = plain[from..at].trim_end_matches('党');
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| is_han(*c) || c.is_ascii_alphanumeric())
            .last()
            .map_or(before.len(), |(i, _)| i);
        // 党员花名册第一支部, as a file is called.
        let prefix = &before[start..];
        let behind_list = LISTS.iter().filter_map(|list| Some(prefix.rfind(list)? + list.len())).max();
        let prefix = &prefix[behind_list.unwrap_or(0)..];
        let prefix = ["关于", "报送", "上报", "附件", "中共"]
            .iter()
            .fold(prefix, |p, noise| p.strip_prefix(noise).unwrap_or(p));
        let prefix = unnumbered(prefix);
        if !prefix.is_empty() && !matches!(prefix, "各" | "本" | "所在" | "所属" | "全体" | "党") {
            found
                .push(format!("{prefix}{}", if plain[from..at].ends_with('党') { "党支部" } else { "支部" }));
        }
        from = at + "支部".len();
    }
    found
}

/// `01第一`, as a folder is called, without its number; `1` alone is the branch's own.
fn unnumbered(prefix: &str) -> &str {
    let rest = prefix.trim_start_matches(|c: char| c.is_ascii_digit());
    if prefix.len() - rest.len() <= 2 && rest.starts_with(is_han) { rest } else { prefix }
}

fn number_of(key: &str) -> Option<u32> {
    let (_, rest) = key.split_once('第')?;
    chinese_number(rest.split(['支', '总']).next()?)
}

pub(crate) fn chinese_ordinal(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match number {
        0 => "〇".into(),
        n @ 1..=9 => DIGITS[n as usize].into(),
        10 => "十".into(),
        n @ 11..=19 => format!("十{}", DIGITS[(n - 10) as usize]),
        n @ 20..=99 => format!("{}十{}", DIGITS[(n / 10) as usize], DIGITS[(n % 10) as usize]),
        n => n.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(key(text), "第一支部", "{text}");
        }
        for (text, expected) in [
            ("就业服务中心党支部", "就业服务中心支部"),
            ("清河县人社局党支部", "清河县人社局支部"),
            ("机关第二党支部", "机关第二支部"),
            ("离退休党支部", "离退休支部"),
        ] {
            assert_eq!(key(text), expected, "{text}");
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
            assert_eq!(phrases(text), expected, "{text}");
        }
    }
}
