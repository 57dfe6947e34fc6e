//! Signs that a sheet uses and does not explain.
//!
//! √ and × say the same everywhere. Any other sign means what the vocabulary says by custom alone: ○ is leave with
//! most, and absence with some. Where the sheet has lost its `注：`, that is said, and more loudly where two signs, or
//! a sign and a word, would mean the same: whoever writes two means two things by them.

use foldhash::{HashMap, HashMapExt};

use super::mark::{self, Legend, Mark, is_glyph};
use super::record::{Reading, SessionRow, SignRow};
use super::view::View;
use crate::address::Address;
use crate::issue::{Code, Issue};
use crate::vocabulary::Vocabulary;

/// How a sheet writes a mark, how often, and where first.
struct Sign<'s> {
    text: &'s str,
    mark: Mark,
    count: usize,
    at: Address,
}

/// Notes which signs a sheet explains and which of those in its sessions, from `first` on, it does not; points out one
/// that means what another does.
pub fn note(view: &View, legend: &Legend, first: usize, reading: &mut Reading) {
    let vocabulary = view.vocabulary;
    let mut signs = signs_of(vocabulary, &reading.sessions[first..]);
    // A note may have said more of somebody than the sign does.
    for sign in &mut signs {
        sign.mark = mark::parse(sign.text, legend, vocabulary).unwrap_or(sign.mark);
    }
    // A stroke beside a note is no sign of its own.
    signs.retain(|sign| sign.mark.is_due());
    if signs.is_empty() {
        return;
    }
    let explained = |(sign, mark): (&str, Mark)| SignRow { sign: sign.into(), mark, at: view.at(0, 0) };
    reading.explained.extend(legend.meanings().filter(|(sign, _)| is_sign(sign)).map(explained));
    let is_plain = |sign: &Sign| vocabulary.is_plain_sign(sign.text);
    let is_unsaid = |sign: &&Sign| is_sign(sign.text) && !is_plain(sign) && legend.get(sign.text).is_none();
    for sign in signs.iter().filter(is_unsaid) {
        // Of two that nobody explains, the rarer is the odd one.
        let is_surer = |other: &&Sign| {
            let unsaid = is_unsaid(other);
            other.text != sign.text
                && other.mark == sign.mark
                && (!unsaid || (other.count, sign.at) > (sign.count, other.at))
        };
        match signs.iter().find(is_surer) {
            Some(other) => {
                let detail = format!("{0}”采用；而表里的“{1}”也是{0}", sign.mark.chinese(), other.text);
                reading.issues.push(Issue::new(Code::TwoSigns, sign.at, sign.text, detail));
            }
            None => {
                let sign = SignRow { sign: sign.text.into(), mark: sign.mark, at: sign.at };
                reading.assumed.push(sign);
            }
        }
    }
}

/// The marks of a sheet, wordings of one sign together, in the order in which they first stand there.
fn signs_of<'s>(vocabulary: &Vocabulary, sessions: &'s [SessionRow]) -> Vec<Sign<'s>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let (mut written, mut last): (Vec<Sign>, usize) = (Vec::new(), 0);
    for said in sessions.iter().flat_map(|session| &session.marks).filter(|said| said.mark.is_due()) {
        // Most are the very text of the one before.
        if !written.get(last).is_some_and(|sign| std::ptr::eq(sign.text, &*said.text)) {
            last = *places.entry(&said.text).or_insert(written.len());
            if last == written.len() {
                written.push(Sign { text: &said.text, mark: said.mark, count: 0, at: said.at });
            }
        }
        let sign = &mut written[last];
        sign.count += 1;
        sign.at = sign.at.min(said.at);
    }
    written.sort_by_key(|sign| sign.at);
    let mut signs: Vec<(String, Sign)> = Vec::new();
    for sign in written {
        let key = vocabulary.same_sign(sign.text);
        match signs.iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.count += sign.count,
            None => signs.push((key, sign)),
        }
    }
    signs.into_iter().map(|(_, sign)| sign).collect()
}

/// Whether a mark is one sign or letter, and no word or number.
fn is_sign(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| {
        is_glyph(c) && (!c.is_alphanumeric() || c.is_ascii_alphabetic()) && c != '?' || c == '〇'
    }) && chars.next().is_none()
}
