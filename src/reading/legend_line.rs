//! The entries of a line that explains marks: each a mark, and its meaning on either side of it.
//!
//! A line is cut at its stops and spaces. A piece that has a mark and words is an entry, or several that run on:
//! `√出席○请假`. Of pieces that have only one of the two, neighbours belong together: `○ 缺席`, `缺席 ○`.

use std::sync::LazyLock;

use regex::Regex;

use super::mark::{by_words, is_glyph};
use super::stems;
use crate::text::{is_han, pattern, squash};
use crate::vocabulary::Vocabulary;

/// The marks of a line with what stands beside them, in its order: `○缺席`, `○：缺席`, `缺席○`, `○表示缺席`, `“○”为缺席`.
/// A blank is an empty mark: `空白为缺席`.
pub fn entries(line: &str, vocabulary: &Vocabulary) -> Vec<(String, String)> {
    let written = |(sign, meaning): (String, String)| (stems::written(&sign), stems::written(&meaning));
    drawn_entries(&stems::drawn(line), vocabulary).into_iter().map(written).collect()
}

/// The same of a line in which stems that serve as marks look like marks.
fn drawn_entries(line: &str, vocabulary: &Vocabulary) -> Vec<(String, String)> {
    let pieces = pieces(line, vocabulary);
    let mut entries: Vec<String> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let going_on = pieces[at..].windows(2).take_while(|pair| pair[0].goes_on_with(&pair[1])).count();
        let mut run = &pieces[at..=at + going_on];
        at += run.len();
        // 到会情况 √ 出席 × 缺席: what heads the marks is no meaning of the first.
        if let [head, _, _, ..] = run
            && run.len() % 2 == 1
            && !head.has_signs()
        {
            entries.push(head.text.clone());
            run = &run[1..];
        }
        entries.extend(run.chunks(2).map(|pair| pair.iter().map(|piece| piece.text.as_str()).collect()));
        // `○ 请假（病假△）`: a mark, and an entry that begins with its meaning.
        if let (1, Some(next)) = (run.len() % 2, pieces.get(at))
            && !run[run.len() - 1].has_words()
            && next.text.starts_with(is_han)
        {
            entries.last_mut().into_iter().for_each(|mark| mark.push_str(&next.text));
            at += 1;
        }
    }
    entries.iter().flat_map(|entry| split_entry(entry, vocabulary)).collect()
}

/// Whether a text does nothing but explain marks, though no word such as `注：` says so: two of them at least that are no
/// figures, 请假2人, each with a meaning that is known.
pub fn explains_marks(text: &str, vocabulary: &Vocabulary) -> bool {
    let is_sign = |c: char| is_glyph(c) && !c.is_ascii_digit() && !is_quote(c);
    let text = stems::drawn(text);
    if text.chars().filter(|c| is_sign(*c)).count() < 2 || !text.chars().any(is_han) {
        return false;
    }
    let entries = drawn_entries(&text, vocabulary);
    let is_one = |(sign, meaning): &(String, String)| {
        sign.chars().count() <= 2 && by_words(vocabulary.without_links(meaning), vocabulary).is_some()
    };
    entries.iter().all(is_one) && entries.iter().filter(|(sign, _)| sign.chars().any(is_sign)).count() >= 2
}

/// What stands between two stops or spaces, without quotes and brackets.
struct Piece {
    text: String,
    /// Nothing but a space stands before it.
    is_near: bool,
}

impl Piece {
    fn has_signs(&self) -> bool {
        self.text.chars().any(is_glyph)
    }

    fn has_words(&self) -> bool {
        !self.text.chars().all(is_glyph)
    }

    /// Whether the one has a mark and the other its meaning. Behind a stop no mark stands for what is before that.
    fn goes_on_with(&self, next: &Piece) -> bool {
        let is_other_half = self.has_signs() != next.has_signs() && self.has_words() != next.has_words();
        is_other_half && (self.has_signs() || next.is_near)
    }
}

/// A stroke that serves as a mark, until all others are out of the way.
const STROKE: char = '\u{e000}';

fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '―')
}

fn pieces(line: &str, vocabulary: &Vocabulary) -> Vec<Piece> {
    // `A=出席/B=病假`, where a stroke may be a mark itself: `/为不应到`.
    static SLASHES: LazyLock<Regex> = LazyLock::new(|| pattern(r"[/|]\s*([^\s/|]{1,2}\s*[=:：＝])"));
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| pattern(r#"["“‘'「(（]\s*[-—–―－]+\s*["”’'」)）]"#));
    let is_stop = |c: char| matches!(c, ',' | ';' | '、' | '。' | '，' | '；' | '\n');
    let line = SLASHES.replace_all(line, ";$1");
    let line = QUOTED.replace_all(&line, STROKE.to_string());
    let mut pieces: Vec<Piece> = Vec::new();
    for part in line.split(is_stop) {
        for (i, text) in part.split_whitespace().enumerate() {
            pieces.push(Piece { text: text.to_string(), is_near: i > 0 });
        }
    }
    without_numbers(&mut pieces, vocabulary);
    for piece in &mut pieces {
        piece.text = squash(&piece.text.replace(is_quote, ""));
    }
    pieces.retain(|piece| !piece.text.is_empty());
    tell_strokes(&mut pieces, vocabulary);
    pieces.retain(|piece| !piece.text.is_empty());
    pieces
}

fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '\''
            | '‘'
            | '’'
            | '「'
            | '」'
            | '('
            | ')'
            | ':'
            | '='
            | '：'
            | '（'
            | '）'
            | '＝'
            | '→'
            | '⇒'
            | '➔'
            | '>'
            | '＞'
    )
}

/// Numbers before entries are none of their marks, `1.√出席 2.○请假`, unless every entry has only these: `(1)出席 (0)缺席`.
fn without_numbers(pieces: &mut [Piece], vocabulary: &Vocabulary) {
    static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[(（]?\d{1,2}[.)）](\D.*)$"));
    let behind = |text: &str| NUMBERED.captures(text).map(|found| found[1].to_string());
    let has_no_other = |text: &str| {
        let Some(rest) = behind(text) else { return false };
        let meaning = squash(&rest.replace(is_quote, ""));
        meaning.chars().all(is_han) && by_words(vocabulary.without_links(&meaning), vocabulary).is_some()
    };
    let is_marked = |piece: &Piece| behind(&piece.text).is_none() && piece.has_signs() && piece.has_words();
    if pieces.len() > 1 && pieces.iter().all(|piece| has_no_other(&piece.text) || is_marked(piece)) {
        pieces.iter_mut().for_each(|piece| piece.text = piece.text.replacen('.', "", 1));
        return;
    }
    for piece in pieces {
        piece.text = behind(&piece.text).unwrap_or_else(|| std::mem::take(&mut piece.text));
    }
}

/// A stroke joins a mark and its meaning, `√—出席`, or is the mark, where there is no other: `—缺席`.
fn tell_strokes(pieces: &mut [Piece], vocabulary: &Vocabulary) {
    let is_sign = |c: char| is_glyph(c) && !is_stroke(c);
    let are_signs = |piece: Option<&Piece>| piece.is_some_and(|piece| piece.text.chars().all(is_sign));
    let are_words = |piece: Option<&Piece>| piece.is_some_and(|piece| piece.text.chars().all(is_han));
    for i in 0..pieces.len() {
        let text = pieces[i].text.clone();
        let without: String = text.chars().filter(|c| !is_stroke(*c)).collect();
        if without.len() == text.len() {
            continue;
        }
        let before = i.checked_sub(1).and_then(|before| pieces.get(before));
        let joins = if without.chars().any(is_sign) {
            true
        } else if without.is_empty() {
            let next = pieces.get(i + 1);
            are_signs(before) && are_words(next) || are_words(before) && are_signs(next)
        } else {
            let means = |words: &str| !vocabulary.without_links(&words.replace(is_stroke, "")).is_empty();
            let (left, right) = text.split_at(text.find(is_stroke).unwrap_or(0));
            means(left) == means(right)
        };
        pieces[i].text = match (joins, text.find(is_stroke)) {
            (false, Some(at)) => format!("{}{STROKE}{}", &without[..at], &without[at..]),
            _ => without,
        };
    }
    for piece in pieces {
        piece.text = piece.text.replace(STROKE, "—");
    }
}

/// Marks with their meanings; a blank is an empty mark. `√出席○请假` runs on without separators: a new entry starts
/// where glyphs start again.
fn split_entry(entry: &str, vocabulary: &Vocabulary) -> Vec<(String, String)> {
    // `其他△` explains △, not what is left blank.
    if let Some(meaning) = vocabulary.of_a_blank(entry).filter(|meaning| meaning.chars().all(is_han)) {
        return vec![(String::new(), meaning.into())];
    }
    let mut runs: Vec<(bool, String)> = Vec::new();
    for c in entry.chars() {
        let glyph = is_glyph(c);
        match runs.last_mut() {
            Some((kind, run)) if *kind == glyph => run.push(c),
            _ => runs.push((glyph, c.to_string())),
        }
    }
    // `用√表示出席`: a word before the mark that says nothing of it.
    runs.retain(|(glyph, run)| *glyph || !vocabulary.without_links(run).is_empty());
    let glyph_first = runs.first().is_some_and(|(glyph, _)| *glyph);
    // `签到出席#未到`: whose of the two # is, nobody can tell.
    if let [(false, before), (true, glyph), (false, behind)] = &runs[..]
        && by_words(before, vocabulary).is_some()
        && by_words(behind, vocabulary).is_some()
    {
        return vec![(glyph.clone(), format!("{before}、{behind}"))];
    }
    let runs: Vec<String> = runs.into_iter().map(|(_, run)| run).collect();
    runs.chunks_exact(2)
        .map(|pair| {
            if glyph_first { (pair[0].clone(), pair[1].clone()) } else { (pair[1].clone(), pair[0].clone()) }
        })
        .collect()
}
