//! What words of prose are: a reason over people, a number of them, everybody, or what is said of one.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::mark::{self, Mark};
use crate::reading::name::looks_like_name;
use crate::reading::view::COME;
use crate::text::{chinese_number, pattern};
use crate::vocabulary::Vocabulary;

/// What a heading such as `病假`, `公差人员` or `迟到名单` says of the people below or behind it.
pub fn heading_mark(label: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    mark::reason(vocabulary.without_list(label), vocabulary)
}

/// `应到9人`, `共2人`: a number of people, not people.
pub(super) fn is_count(squashed: &str) -> bool {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| {
        pattern(&format!(r"^(?:(?:应|实际?){COME}(?:会)?(?:党员|人数)?:?|共计?|合计|等)?\d+(?:人|名|位)?$"))
    });
    COUNT.is_match(squashed)
}

/// How many a piece says did not come, 请假两人, 1人因公请假, 张三等2人; `None` where it counts nobody, or those who were
/// due or came.
pub(super) fn away_counted(squashed: &str, vocabulary: &Vocabulary) -> Option<usize> {
    static COUNT: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(\d{1,3}|[一二两三四五六七八九十]{1,3})[人名位]"));
    // Within brackets somebody may have two guests.
    let outside = squashed.split('(').next().unwrap_or_default();
    let found = COUNT.captures(outside).filter(|_| !vocabulary.is_all_or_none(squashed))?;
    let before = &outside[..found.get(1)?.start()];
    let of_those_who_came = ["应", "实", "到", "参加", "出席", "参会", "列席"];
    if of_those_who_came.iter().any(|word| before.contains(word))
        && !before.contains(['未', '没', '缺', '不'])
    {
        return None;
    }
    let count = found[1].replace('两', "二");
    count.parse().ok().or_else(|| chinese_number(&count).map(|n| n as usize)).filter(|n| *n > 0)
}

/// What is said of a number of people: of `两人因公请假` or `有1名党员缺席` the words behind it.
pub(super) fn counted_before(squashed: &str) -> Option<&str> {
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| {
        pattern("^(?:共|有|另有|其中)?(?:\\d+|[一二两三四五六七八九十]+)[人名位](?:党员|同志|干部)?")
    });
    let found = COUNTED.find(squashed)?;
    Some(&squashed[found.end()..]).filter(|words| !words.is_empty())
}

/// `2人`, `等三名`, `等人`.
const PEOPLE_COUNTED: &str = r"(?:等|共)?(?:\d+|[二两三四五六七八九十]+)[人名位](?:党员|同志|干部)?|等人?";

/// Without the number of people at its end: `吴桐等2人`, `请假2人`.
pub(super) fn without_count(squashed: &str) -> &str {
    static COUNT: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("(?:{PEOPLE_COUNTED})$")));
    COUNT.find(squashed).map_or(squashed, |found| &squashed[..found.start()])
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

/// What is said of several, without the words that say so: `均出差`, `2人都是病假`, `以上人员均请事假`.
pub fn said_of_all(words: &str) -> Option<&str> {
    static OF_ALL: LazyLock<Regex> = LazyLock::new(|| {
        let (those, all) = ("(?:以上|上述)(?:人员|党员)?", "均|都|皆|全部|全都|一起");
        pattern(&format!(
            "^(?:{those}(?:{PEOPLE_COUNTED})?(?:{all})?|(?:{PEOPLE_COUNTED})(?:{all})?|{all})(?:是|为|系)?"
        ))
    });
    OF_ALL.find(words).map(|found| &words[found.end()..])
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
    static OF_ALL: LazyLock<Regex> =
        LazyLock::new(|| pattern(&format!("^(?:{PEOPLE_COUNTED}|均|都|皆|全)+")));
    let cuts = text.char_indices().map(|(i, _)| i).skip(2);
    cuts.into_iter().find_map(|cut| {
        let (name, words) = text.split_at(cut);
        let of_all = OF_ALL.find(words).map_or(0, |found| found.end());
        let said = words[of_all..].trim_matches(['(', ')', ':', '-', '—', '.']);
        let predicate = Predicate { said, of_all: of_all > 0 };
        // A single character such as 到 or 公 is more likely part of a name than a mark.
        let is_reason = || {
            (said.chars().count() >= 2 || said.len() < words.len())
                && mark::reason(said, vocabulary).is_some()
        };
        let is_named_so = first && matches!(&words[..of_all], "均" | "都" | "皆" | "全");
        let counted = said.is_empty() && words[..of_all].chars().count() > 1;
        let whole = name.matches('(').count() == name.matches(')').count();
        (whole && !is_named_so && looks_like_name(name) && (counted || is_reason()))
            .then_some((name, predicate))
    })
}
