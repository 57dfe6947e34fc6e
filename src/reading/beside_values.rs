//! What a person sees on a sheet and no value of a cell tells: what is struck through, what is noted on cells, and
//! colours. None of it is read, and each is told.

use std::rc::Rc;

use super::lexicon::Word;
use super::record::Reading;
use super::view::View;
use super::{colours, mark};
use crate::issue::{Code, Issue};
use crate::text::{squash, tidy};

pub fn report(view: &View, reading: &mut Reading) {
    struck(view, reading);
    colours::report(view, reading);
    comments(view, reading);
}

/// Points out what is struck through: rows, cells, and parts of texts.
fn struck(view: &View, reading: &mut Reading) {
    for (row, texts) in view.sheet.struck_rows() {
        let cells = || texts.iter().map(|(col, text)| (*col, view.as_word(text)));
        let words = || cells().filter(|(_, word)| !word.is_number());
        let named = words().find(|(_, word)| word.is_person(view.vocabulary)).or_else(|| words().next());
        let issue = |(col, word): (u32, Rc<Word>)| {
            Issue::new(Code::StruckOut, view.cell(*row, col), word.text.clone(), "")
        };
        reading.issues.extend(named.map(issue));
    }
    for (spot, words) in view.sheet.left_out() {
        let (place, others) = (view.cell(spot.row, spot.col), view.tidy(spot.row, spot.col));
        let code = if others.is_empty() { Code::StruckCell } else { Code::StruckWords };
        reading.issues.push(Issue::new(code, place, tidy(words), others));
    }
}

/// Lists what is noted on cells, which is read by nobody else: apart what speaks of coming or not.
fn comments(view: &View, reading: &mut Reading) {
    for (spot, text) in view.sheet.comments() {
        let squashed = squash(text);
        let speaks = mark::reason(&squashed, view.vocabulary).is_some()
            || view.vocabulary.mark_words(&squashed).any(|(word, _)| word.chars().count() >= 2);
        let code = if speaks { Code::TellingComment } else { Code::Comment };
        reading.issues.push(Issue::new(code, view.cell(spot.row, spot.col), tidy(text), ""));
    }
}
