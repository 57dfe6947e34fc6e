//! What a table of several sessions notes of somebody at the end of his row, put into the one session that it can be of.

use std::collections::HashMap;

use super::mark::{self, Mark};
use super::outline::Table;
use super::record::Reading;
use super::{Sight, footnotes};
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing};
use crate::vocabulary::Concept;
use crate::when::When;

/// What the notes and reasons of the rows say of sessions, by row and the session's column: the column and the words.
pub type Notes = HashMap<(u32, u32), (u32, Text)>;

/// What the notes and reasons of the rows say of sessions. A note is of the session whose mark stands right before it,
/// where each session has a column for notes; of the one whose day it names; else of the only session, or the only one
/// that the row's member missed. One that could be of several is told.
pub fn of(sight: &Sight, table: &Table, reading: &mut Reading) -> Notes {
    let view = sight.view;
    let noted: Vec<u32> =
        [Concept::Reason, Concept::Note].iter().flat_map(|c| table.all(*c)).map(|c| c.index).collect();
    let sessions: Vec<(u32, Option<When>)> =
        table.sessions().map(|(column, head)| (column.index, head.when.and_then(Result::ok))).collect();
    let is_session = |col: &u32| sessions.iter().any(|(session, _)| session == col);
    let marked = |row, col| view.seen_word(row, col).mark_under(sight.legend, view.vocabulary);
    // Each session has one note right of it.
    let in_turn = sessions.len() > 1 && sessions.iter().all(|(session, _)| noted.contains(&(session + 1)));
    let mut notes = Notes::new();
    for (row, note) in table.data().flat_map(|row| noted.iter().map(move |note| (row, *note))) {
        let text = view.seen(row, note);
        if is_nothing(&text) {
            continue;
        }
        let its_own = match sessions.as_slice() {
            _ if in_turn => note.checked_sub(1).filter(is_session),
            [(only, _)] => Some(*only),
            _ => None,
        };
        let name = table.name_for(note).map(|col| view.seen(row, col)).unwrap_or_default();
        for (when, words) in footnotes::dated(&view.prose(row, note), sight.context().around()) {
            // 王五3月5日因病, in the row of 王五.
            let words = words.strip_prefix(&*name).unwrap_or(&words);
            let reason = mark::reason(words, view.vocabulary).filter(|m| *m != Mark::Blank);
            let Some(said) = reason.or_else(|| mark::leave_within(words, view.vocabulary)) else { continue };
            let is_of = |of: Option<When>| when.is_none_or(|when| of.is_some_and(|of| when.covers(of)));
            let marks = || sessions.iter().filter_map(|(col, _)| marked(row, *col));
            let may_be_of = |(col, of): &&(u32, Option<When>)| match its_own {
                // Where only a title has the day, there is nothing to compare.
                Some(own) => *col == own && (of.is_none() || is_of(*of)),
                None => {
                    let mark = marked(row, *col);
                    let missed = matches!(mark, Some(Mark::Absent | Mark::Leave(None)));
                    is_of(*of) && mark.is_some() && (missed || when.is_some())
                }
            };
            let could_be: Vec<u32> = sessions.iter().filter(may_be_of).map(|(col, _)| *col).collect();
            let adds = |mark: Mark| mark::combine(mark, said).is_some_and(|both| both != mark);
            match could_be.as_slice() {
                [only] if reason.is_some() => {
                    notes.entry((row, *only)).or_insert((note, words.into()));
                }
                // What the marks say already needs no note.
                _ if marks().any(adds) && !marks().any(|mark| mark == said) => {
                    reading.issues.push(Issue::new(Code::UnplacedNote, view.cell(row, note), &*text, ""));
                }
                _ => {}
            }
        }
    }
    notes
}
