//! The absent in prose: `张三（出差）、李四（病假）` or `病假：张三；出差：李四、王五`.

use std::sync::LazyLock;

use regex::Regex;

use super::mark::{self, Mark};
use crate::text::{is_han, is_nothing, squash};
use crate::vocabulary::Vocabulary;

/// Somebody named, and what is said of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub mark: Mark,
    /// The words behind the mark; empty where only the column says it.
    pub said: String,
}

/// What a prose cell says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    pub named: Vec<Named>,
    /// Pieces that were not understood.
    pub unread: Vec<String>,
}

/// Reads who is named; `plain` is what a bare name means in this column (leave, absence, presence).
pub fn parse(text: &str, plain: Mark, vocabulary: &Vocabulary) -> Prose {
    let mut prose = Prose::default();
    if is_nothing(&squash(text)) || is_everybody(&squash(text)) {
        return prose;
    }
    // What a heading such as `病假：` says holds until the next one or the end of its clause.
    for clause in split(text, |c| matches!(c, ';' | '；' | '。' | '\n' | '\r')) {
        let mut said = String::new();
        let mut meaning = None;
        for piece in split(&clause, |c| matches!(c, '、' | ',' | '，' | '/' | '|' | '\t')) {
            let mut piece = piece;
            while let Some((head, tail)) = split_heading(&piece) {
                match mark::reason(&head, vocabulary) {
                    Some(found) => {
                        (said, meaning) = (head, Some(found));
                        piece = tail;
                    }
                    None => break,
                }
            }
            for person in people(&piece) {
                read_person(&person, plain, meaning.map(|m| (m, said.as_str())), vocabulary, &mut prose);
            }
        }
    }
    prose
}

/// `全部到会`, `无人缺席` and the like name nobody.
fn is_everybody(squashed: &str) -> bool {
    ["全部到会", "全部到齐", "无人", "全员", "全体", "全勤", "均到", "无缺席", "无请假", "0人", "全到"]
        .iter()
        .any(|w| squashed.contains(w))
}

/// Splits outside brackets.
fn split(text: &str, separator: impl Fn(char) -> bool) -> Vec<String> {
    let (mut pieces, mut depth) = (vec![String::new()], 0i32);
    for c in text.chars() {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth == 0 && separator(c) {
            pieces.push(String::new());
        } else {
            pieces.last_mut().expect("never empty").push(c);
        }
    }
    pieces.into_iter().filter(|p| !p.trim().is_empty()).collect()
}

fn split_heading(piece: &str) -> Option<(String, String)> {
    let (head, tail) = piece.split_once([':', '：'])?;
    let head = squash(head).trim_end_matches(|c: char| c.is_ascii_digit() || c == '人').to_string();
    (!head.is_empty()).then(|| (head, tail.to_string()))
}

/// One piece may hold several people with spaces between; but `张  三` is one.
fn people(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let mut out: Vec<String> = Vec::new();
    let mut joined = false;
    for word in words {
        let single = word.chars().count() == 1 && word.chars().all(is_han);
        let continues = match out.last() {
            Some(last) => {
                let last_single = last.chars().count() == 1;
                last_single && (single || !joined) || word.starts_with(['(', '（', '[', '【'])
            }
            None => false,
        };
        if continues {
            out.last_mut().expect("checked").push_str(word);
            joined = true;
        } else {
            out.push(word.to_string());
            joined = false;
        }
    }
    out
}

fn read_person(
    text: &str,
    plain: Mark,
    heading: Option<(Mark, &str)>,
    vocabulary: &Vocabulary,
    prose: &mut Prose,
) {
    static NUMBERED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(?:\d{1,3}[.、)]|\(\d{1,3}\)|[①-⑳])").unwrap());
    let text = NUMBERED.replace(&squash(text), "").into_owned();
    let text = text.trim_matches(|c: char| matches!(c, '.' | ':' | '-' | '、' | '"')).to_string();
    if is_nothing(&text) || is_everybody(&text) {
        return;
    }
    // A reason may stand alone after the name it belongs to: `张三 病假`.
    if let Some(mark) = mark::reason(&text, vocabulary) {
        match prose.named.last_mut() {
            Some(last) if last.said.is_empty() && heading.is_none() => {
                (last.mark, last.said) = (refine(last.mark, mark), text);
            }
            // `共2人` and the like, or a heading without its colon.
            _ => prose.unread.push(text),
        }
        return;
    }
    let base = heading.map_or(plain, |(mark, _)| refine(plain, mark));
    let base_said = heading.map_or("", |(_, said)| said);
    let (name, reasons) = take_brackets(&text, vocabulary);
    if !reasons.is_empty() {
        let mark = reasons.iter().find_map(|r| mark::reason(r, vocabulary));
        if looks_like_name(&name) {
            // A reason in a person's own words is still a reason.
            let mark =
                mark.map_or(if base == Mark::Absent { Mark::Absent } else { base }, |m| refine(base, m));
            prose.named.push(Named { name, mark, said: reasons.join("，") });
            return;
        }
        prose.unread.push(text);
        return;
    }
    // A legible name with words run on to it: `张三因病请假`, `李四出差`.
    if let Some((name, said, mark)) = take_trailing_words(&name, vocabulary) {
        prose.named.push(Named { name, mark: refine(base, mark), said });
    } else if looks_like_name(&name) {
        prose.named.push(Named { name, mark: base, said: base_said.to_string() });
    } else if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '人' | '共' | '名' | '等')) {
        prose.unread.push(text);
    }
}

/// What the words say within what the column says: a reason in a column of the absent is a leave;
/// a presence is never refined into an absence.
fn refine(column: Mark, words: Mark) -> Mark {
    mark::combine(column, words).unwrap_or(words)
}

/// Takes off what stands in brackets, but for what tells namesakes apart.
fn take_brackets(text: &str, vocabulary: &Vocabulary) -> (String, Vec<String>) {
    let (mut name, mut reasons) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(open) = rest.find(['(', '[', '【']) {
        name.push_str(&rest[..open]);
        let inner_start = open + rest[open..].chars().next().map_or(1, char::len_utf8);
        let close = rest[inner_start..].find([')', ']', '】']).map_or(rest.len(), |i| inner_start + i);
        let inner = &rest[inner_start..close];
        if vocabulary.is_name_suffix(inner) && reasons.is_empty() {
            name.push_str(&format!("({inner})"));
        } else if !inner.is_empty() {
            reasons.push(inner.to_string());
        }
        rest = rest[close..].strip_prefix([')', ']', '】']).unwrap_or("");
    }
    name.push_str(rest);
    (name.trim_matches(['.', '-', ':']).to_string(), reasons)
}

/// The longest name that leaves words which all say something: at least two characters of name.
fn take_trailing_words(text: &str, vocabulary: &Vocabulary) -> Option<(String, String, Mark)> {
    let cuts: Vec<usize> = text.char_indices().map(|(i, _)| i).skip(2).collect();
    cuts.into_iter().find_map(|cut| {
        let (name, words) = text.split_at(cut);
        // A single character such as 到 or 公 is more likely part of a name than a mark.
        if words.chars().count() < 2 || !looks_like_name(name) {
            return None;
        }
        mark::reason(words, vocabulary).map(|mark| (name.to_string(), words.to_string(), mark))
    })
}

/// Two to four characters, longer with the dot of a minority name, perhaps a bracketed suffix.
pub fn looks_like_name(text: &str) -> bool {
    let bare = text.split('(').next().unwrap_or("");
    let dotted = bare.contains(['·', '•', '・', '.']);
    let length = bare.chars().count();
    let limit = if dotted { 20 } else { 5 };
    // A rare character saved in a legacy encoding is left as `?`.
    let lost = bare.chars().filter(|&c| c == '?').count();
    (2..=limit).contains(&length)
        && lost <= 1
        && length > lost
        && bare.chars().all(|c| is_han(c) || matches!(c, '·' | '•' | '・' | '.' | '?'))
}

#[cfg(test)]
mod tests {
    use super::super::mark::LeaveType::*;
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, plain: Mark) -> String {
        let prose = parse(text, plain, Vocabulary::built_in());
        let mut out: Vec<String> =
            prose.named.iter().map(|n| format!("{}{}", n.name, n.mark.chinese())).collect();
        out.extend(prose.unread.iter().map(|u| format!("?{u}")));
        out.join(" ")
    }

    #[test]
    fn who_was_away_and_why() {
        let leave = Mark::Leave(None);
        for (text, plain, expected) in [
            ("张三（出差）、李四（病假）", leave, "张三公假 李四病假"),
            ("病假：张三；出差：李四、王五", leave, "张三病假 李四公假 王五公假"),
            ("病假：张三，出差：李四", leave, "张三病假 李四公假"),
            ("张三、李四", Mark::Absent, "张三缺席 李四缺席"),
            ("张三 李四  王五", Mark::Absent, "张三缺席 李四缺席 王五缺席"),
            ("张  三、李　四", leave, "张三请假 李四请假"),
            ("张三因病请假，李四出差", leave, "张三病假 李四公假"),
            ("张三 病假", leave, "张三病假"),
            ("张伟（大）（因病）、张伟(小)", leave, "张伟(大)病假 张伟(小)请假"),
            ("古丽娜尔·吐尔逊（家中有事）", leave, "古丽娜尔·吐尔逊事假"),
            ("张三（接孩子放学）", leave, "张三请假"),
            ("张三（病假）、李四", Mark::Absent, "张三病假 李四缺席"),
            ("无", leave, ""),
            ("/", leave, ""),
            ("全部到会", leave, ""),
            ("张三\n李四", leave, "张三请假 李四请假"),
            ("请假2人：张三、李四", leave, "张三请假 李四请假"),
            ("1.张三（住院）\n2.李四（去市里开会）", Mark::Absent, "张三病假 李四公假"),
            ("会议由支部书记主持召开", leave, "?会议由支部书记主持召开"),
        ] {
            assert_eq!(shown(text, plain), expected, "{text}");
        }
        let _ = (Sick, Personal, Official);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,40}") {
            let _ = parse(&text, Mark::Leave(None), Vocabulary::built_in());
        }
    }
}
