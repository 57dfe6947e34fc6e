//! A cell of prose in pieces: clauses, people, and what stands in brackets.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use super::words::heading_mark;
use crate::reading::name::looks_like_name;
use crate::text::{is_han, pattern};
use crate::vocabulary::Vocabulary;

/// Brackets of all kinds as round ones, without 同志; a list that goes on after a line end on one line; whom `除…外`
/// excepts as a clause of their own. `plain_came` tells that the text names those who came.
pub(super) fn usual_forms(text: &str, plain_came: bool, vocabulary: &Vocabulary) -> String {
    static WRAPPED: LazyLock<Regex> = LazyLock::new(|| pattern(r"([、,，+])\s*[\r\n]+\s*"));
    let round = |c: char| match c {
        '[' | '［' | '【' | '〔' | '｛' | '{' | '<' | '〈' | '＜' | '“' | '「' => '(',
        ']' | '］' | '】' | '〕' | '｝' | '}' | '>' | '〉' | '＞' | '”' | '」' => ')',
        c => c,
    };
    // `（1）张三（2）李四`, `请假：张三 缺席：李四`.
    static ITEM: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"(^|[)）、，,;；\s])(?:[(（]\d{1,2}[)）]|\d{1,2}[.、．])\s*(\p{Han})"));
    // `1.张三2.李四`, where the items are numbered.
    static RUN_ON: LazyLock<Regex> = LazyLock::new(|| pattern(r"(\p{Han})\d{1,2}[.．]\s*(\p{Han})"));
    static LABEL: LazyLock<Regex> = LazyLock::new(|| pattern(r"[ 　\t]+(\p{Han}{1,4}[:：])"));
    let (listed, crowd) = (vocabulary.listed(), vocabulary.crowd());
    let plain: String = listed.without_titles(text).chars().map(round).collect();
    let plain = with_brackets_closed(&plain);
    let plain = listed.without_among(&plain);
    let is_numbered = plain.trim_start().starts_with(['1', '１']);
    let plain = ITEM.replace_all(&plain, "$1；$2");
    let plain = if is_numbered { RUN_ON.replace_all(&plain, "$1；$2") } else { plain };
    let plain = LABEL.replace_all(&plain, "；$1");
    let plain = listed.without_why(&plain);
    let plain = WRAPPED.replace_all(&plain, "$1");
    // Among those who came they are the ones who did not.
    let plain = crowd.excepted_apart(&plain, if plain_came { "缺席：" } else { "" });
    listed.without_and(&plain, |words| vocabulary.goes_on(words)).into_owned()
}

/// `张三（病假、李四（事假）`: a bracket that was never closed ends where the next piece begins.
fn with_brackets_closed(text: &str) -> Cow<'_, str> {
    let count = |brackets: [char; 2]| text.matches(brackets).count();
    let (opening, closing) = (['(', '（'], [')', '）']);
    if count(opening) <= count(closing) {
        return text.into();
    }
    let (mut closed, mut is_open) = (String::new(), false);
    for (i, c) in text.char_indices() {
        let ends_a_piece = matches!(c, '、' | ',' | '，' | ';' | '；' | '。' | '\n');
        let next = || text[i..].find([opening, closing].concat().as_slice()).map(|at| &text[i + at..]);
        if is_open && ends_a_piece && next().is_none_or(|rest| rest.starts_with(opening)) {
            closed.push(')');
            is_open = false;
        }
        is_open = match c {
            c if opening.contains(&c) => true,
            c if closing.contains(&c) => false,
            _ => is_open,
        };
        closed.push(c);
    }
    if is_open {
        closed.push(')');
    }
    closed.into()
}

/// A part of a text, and whether it stands behind a comma, not 、.
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) by_comma: bool,
}

/// Splits outside brackets.
pub(super) fn split(text: &str, separator: impl Fn(char) -> bool) -> Vec<Piece> {
    let piece = |by_comma| Piece { text: String::new(), by_comma };
    let (mut pieces, mut depth) = (vec![piece(false)], 0i32);
    for c in text.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = (depth - 1).max(0),
            _ => {}
        }
        if depth == 0 && separator(c) {
            pieces.push(piece(matches!(c, ',' | '，')));
        } else {
            pieces.last_mut().expect("never empty").text.push(c);
        }
    }
    pieces.into_iter().filter(|p| !p.text.trim().is_empty()).collect()
}

/// One piece may hold several people with spaces between; but `张  三` is one.
pub(super) fn people(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    // `张 三 丰`
    let is_single = |word: &&str| word.chars().count() == 1 && word.chars().all(is_han);
    if words.len() == 3 && words.iter().all(is_single) {
        return vec![words.concat()];
    }
    let mut out: Vec<String> = Vec::new();
    let mut joined = false;
    for word in words {
        let single = is_single(&word);
        let continues = match out.last() {
            Some(last) => {
                let last_single = is_single(&last.as_str());
                last_single && (single || !joined) || word.starts_with(['(', '（'])
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

/// People with nothing between them but a bracket that closes: `张三（出差）李四（病假）`.
pub(super) fn run_on(words: &str, vocabulary: &Vocabulary) -> Vec<String> {
    static CLOSED: LazyLock<Regex> = LazyLock::new(|| pattern(r"[(（]([^()（）]*)[)）]([\p{Han}·•]{2,12})"));
    let (mut out, mut rest) = (Vec::new(), words);
    let mut from = 0;
    while let Some(found) = CLOSED.captures_at(rest, from) {
        let (inside, name) = (&found[1], found.get(2).expect("a group of the pattern"));
        let ends = rest[name.end()..].is_empty() || rest[name.end()..].starts_with(['(', '（']);
        let is_name = ends
            && looks_like_name(name.as_str())
            && heading_mark(name.as_str(), vocabulary).is_none()
            && !vocabulary.crowd().is_all_or_none(name.as_str())
            && !vocabulary.is_name_suffix(inside);
        if is_name {
            out.push(rest[..name.start()].to_string());
            (rest, from) = (&rest[name.start()..], 0);
        } else {
            from = name.start();
        }
    }
    out.push(rest.to_string());
    out
}

/// Takes off what stands in brackets, but for what tells namesakes apart.
pub(super) fn take_brackets(text: &str, vocabulary: &Vocabulary) -> (String, Vec<String>) {
    let (mut name, mut reasons) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(open) = rest.find('(') {
        name.push_str(&rest[..open]);
        let close = open + closing(&rest[open..]);
        let inner = &rest[open + 1..close];
        if vocabulary.is_name_suffix(inner) && reasons.is_empty() {
            name.push_str(&format!("({inner})"));
        } else if !inner.is_empty() {
            reasons.push(inner.to_string());
        }
        rest = rest[close..].strip_prefix(')').unwrap_or("");
    }
    name.push_str(rest);
    (name.trim_matches(['.', '-', ':']).to_string(), reasons)
}

/// Where the bracket closes with which a text begins, others within it left aside; the text's end where it does not.
fn closing(text: &str) -> usize {
    let mut depth = 0i32;
    let closes = |(_, c): &(usize, char)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    };
    text.char_indices().find(closes).map_or(text.len(), |(i, _)| i)
}
