//! What notes below a table of several sessions say of somebody, put into the one session that they can be of.

use std::collections::HashSet;

use super::mark::{self, Mark};
use super::record::{MarkRow, Reading};
use super::{Sight, footnotes};
use crate::issue::{Code, Issue};
use crate::text::Text;

/// Shorter names that differ in a character have little in common.
const LONG: usize = 3;

/// Reads the notes below a table whose sessions are those from `first` on. A note is of the session whose day it names,
/// else of the only one of which it says more than the table does; one that could be of several is told.
pub fn place(sight: &Sight, first: usize, reading: &mut Reading) {
    if sight.below.iter().all(|row| sight.view.filled(*row).is_empty()) {
        return;
    }
    let names: HashSet<Text> =
        reading.sessions[first..].iter().flat_map(|s| &s.marks).map(|m| m.name.value.clone()).collect();
    // Of somebody whose name has a slip in it the note should be told; how to fill in the sheet is no note.
    let is_one = |name: &str| {
        names.contains(name)
            || name.chars().count() >= LONG && names.iter().any(|known| strsim::levenshtein(known, name) == 1)
    };
    for (when, noted) in footnotes::read(sight, &is_one, reading).people() {
        let Reading { sessions, issues, .. } = reading;
        let mut said: Vec<&mut MarkRow> = sessions[first..]
            .iter_mut()
            .filter(|session| when.is_none_or(|when| when.covers(session.when)))
            .flat_map(|session| &mut session.marks)
            .filter(|said| said.name.value == noted.name.value)
            .collect();
        if said.iter().any(|said| more(said.mark, noted.mark) == Some(said.mark)) {
            continue;
        }
        if let ([only], Some(_)) = (said.as_slice(), when)
            && only.mark.contradicts(noted.mark)
        {
            let other = format!("{}：{}", sight.view.spot(only.at.row, only.at.col), only.mark.chinese());
            issues.push(Issue::new(Code::Differs, noted.at, words(&noted), other));
            continue;
        }
        said.retain(|said| more(said.mark, noted.mark).is_some());
        match said.as_mut_slice() {
            [only] => {
                let mark = only.mark.with(noted.mark);
                **only = MarkRow { mark, name: only.name.clone(), ..noted };
            }
            _ => issues.push(unplaced(&noted)),
        }
    }
}

/// That a note was not used.
pub fn unplaced(noted: &MarkRow) -> Issue {
    Issue::new(Code::UnplacedNote, noted.at, words(noted), "")
}

fn words(noted: &MarkRow) -> String {
    format!("{}：{}", noted.name.value, noted.text)
}

/// What a mark and a note together say of one who was due.
fn more(mark: Mark, noted: Mark) -> Option<Mark> {
    match mark {
        Mark::Blank => Some(noted),
        mark if mark.is_due() => mark::combine(mark, noted),
        _ => None,
    }
}
