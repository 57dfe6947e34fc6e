//! What words say of a session: its kinds, its group, and what is left.

use std::ops::Range;

use crate::text::squash;
use crate::vocabulary::{Kind, Vocabulary};

/// What the words of a header or title say of a session.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SessionWords {
    pub kinds: Vec<Kind>,
    /// No kind is named: that it is a group's meeting follows from the name of the group.
    pub by_group: bool,
    pub group: String,
    pub rest: String,
}

impl SessionWords {
    /// `党小组会（第一党小组）`: the kind, the group, and what is left.
    pub fn read(text: &str, vocabulary: &Vocabulary) -> SessionWords {
        let groups = vocabulary.group_names();
        let squashed = without_committee(&squash(text), vocabulary);
        // 2025/1/21党小组会 is of no group.
        let goes_on = |c: char| c.is_ascii_digit() || ['/', '-', '.', '年', '月'].contains(&c);
        let is_group = |at: &Range<usize>| !squashed[..at.start].ends_with(goes_on);
        let (mut group, mut bare) = (String::new(), squashed.clone());
        if let Some((at, name)) = groups.bracketed(&squashed) {
            group = name.to_string();
            bare.replace_range(at, "");
        } else if let Some(at) = groups.numbered(&squashed).find(is_group) {
            group = squashed[at.clone()].to_string();
            let after = &squashed[at.end..];
            // `第一党小组会` and `第二党小组3月学习` are meetings of the group; `(第一党小组)` only says which.
            let studies = || !after.starts_with(')') && vocabulary.kinds_in(after).0 == [Kind::Study];
            let instead = if after.starts_with('会') || studies() { groups.usual() } else { "" };
            bare.replace_range(at, instead);
        }
        // `理论学习：学习专题党课讲话`: what stands behind the colon is what it was about.
        let before_topic = bare.split_once(':').and_then(|(head, topic)| {
            let (kinds, rest) = vocabulary.kinds_in(head);
            (!kinds.is_empty()).then(|| (kinds, format!("{rest}:{topic}")))
        });
        let (mut kinds, rest) = before_topic.unwrap_or_else(|| vocabulary.kinds_in(&bare));
        let by_group = kinds.is_empty() && !group.is_empty();
        if by_group {
            kinds = vec![Kind::GroupMeeting];
        }
        let rest = rest
            .trim_matches(|c: char| {
                matches!(
                    c,
                    '(' | ')'
                        | '暨'
                        | '及'
                        | '和'
                        | '、'
                        | '"'
                        | '“'
                        | '”'
                        | ':'
                        | '-'
                        | '—'
                        | '+'
                        | '/'
                        | ','
                        | '会'
                        | '·'
                )
            })
            .to_string();
        SessionWords { kinds, by_group, group, rest }
    }
}

/// A branch may call itself by its committee, 中共清河县人社局第一支部委员会, or say so before the kind of a meeting,
/// 第一支部委员会主题党日; then no meeting of the committee is meant.
fn without_committee(squashed: &str, vocabulary: &Vocabulary) -> String {
    let names = vocabulary.branch_names();
    let Some([before, branch, after]) = names.own_committee(squashed) else { return squashed.to_string() };
    let is_definite = |kind: &Kind| !kind.is_vague();
    let joined = after.starts_with(['暨', '和', '及', '与', '、', '+', '/', '(']);
    let names_itself = names.names_party(before)
        && !names.speaks_of_one(before)
        // 2026年3月支部委员会: what comes after a date is held on it.
        && !before.ends_with(['年', '月', '日', '度', '次'])
        && !after.starts_with(['会', '扩']);
    if names_itself || !joined && vocabulary.kinds_in(after).0.iter().any(is_definite) {
        format!("{before}{branch}{after}")
    } else {
        squashed.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_of_a_group() {
        for (text, kind) in [
            ("第一党小组会", Kind::GroupMeeting),
            ("第二党小组3月学习会", Kind::GroupMeeting),
            ("第二党小组学习", Kind::GroupMeeting),
            ("集中学习（第一党小组）", Kind::Study),
            ("第一党小组志愿服务", Kind::Volunteering),
            ("理论学习：学习专题党课讲话", Kind::Study),
            ("4月23日理论学习：廉政警示教育", Kind::Study),
            ("会议：党课", Kind::Lecture),
        ] {
            assert_eq!(SessionWords::read(text, Vocabulary::built_in()).kinds, [kind], "{text}");
        }
    }

    #[test]
    fn groups() {
        for (text, group) in [
            ("党小组会（第一党小组）", "第一党小组"),
            ("第2党小组会", "第2党小组"),
            ("1党小组会", "1党小组"),
            ("2025/1/21党小组会议（第二党小组）", "第二党小组"),
            ("3月5党小组会", ""),
            ("星期一组织生活会", ""),
        ] {
            assert_eq!(SessionWords::read(text, Vocabulary::built_in()).group, group, "{text}");
        }
    }
}
