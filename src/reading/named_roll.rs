//! The people whom the words of a book name at one session: those who came, those who did not, and how many of whom it
//! only says that.

use foldhash::HashMap;

use super::Sight;
use super::mark::{self, Mark};
use super::name_rows::NameRows;
use super::outline::Column;
use super::prose::{self, Prose};
use super::reasons::{self, Joined, Reason};
use super::record::{MarkRow, Reading, Roll};
use super::view::{View, counts_in};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_nothing};
use crate::vocabulary::Concept;

/// The columns that name people, and what a bare name in each means.
pub const PEOPLE: [(Concept, Mark); 5] = [
    (Concept::Attendees, Mark::Present),
    (Concept::LateList, Mark::Late),
    (Concept::OnLeave, Mark::Leave(None)),
    (Concept::Absentees, Mark::Absent),
    (Concept::Absent, Mark::Absent),
];

/// What says who came to a session, who did not, or how many.
pub const WHO_CAME: [Concept; 8] = [
    Concept::Due,
    Concept::Came,
    Concept::DueAndCame,
    Concept::OnLeave,
    Concept::Absent,
    Concept::Absentees,
    Concept::Attendees,
    Concept::LateList,
];

/// The people whom the cells of one session name.
#[derive(Default)]
pub struct NamedRoll {
    pub marks: Vec<MarkRow>,
    /// Those who came are named, so that nobody's coming has to follow from not being named.
    pub attendees_named: bool,
    /// Numbers that stand among the names.
    pub due: Option<Cited<u32>>,
    pub came: Option<Cited<u32>>,
    /// How many were away, where only a number says so: 缺席 2.
    pub missed: f64,
    /// A cell says that more were away than it names: 张三等2人.
    pub is_short: bool,
    /// See [`SessionRow::unread`].
    pub unread: Vec<Text>,
    /// Where in `marks` somebody stands, for lists of any length; a place that is somebody else's by now says nothing.
    places: HashMap<Text, usize>,
}

impl NamedRoll {
    /// How those who came follow from those who are named, where the book says nothing more of a session that
    /// `is_untold`, or how many were due and came. Of some who were away and are not named, nothing follows for anybody
    /// who is not.
    pub fn kind(&self, is_untold: bool, due: &Option<Cited<u32>>, came: &Option<Cited<u32>>) -> Roll {
        let names_nobody = self.marks.is_empty() && self.unread.is_empty();
        let of = |count: &Option<Cited<u32>>| count.as_ref().map(|count| count.value);
        let all_came = of(came).is_some() && of(due) == of(came);
        let some_missed = self.missed > 0.0 && !all_came;
        let nothing_follows = names_nobody && (is_untold || some_missed || of(came) == Some(0));
        match nothing_follows || self.is_short && !all_came && !self.attendees_named {
            true => Roll::Untold,
            false if self.attendees_named => Roll::Listed,
            false => Roll::AbsentNamed,
        }
    }

    /// Holds a number in a cell of people, 请假 1, against those of whom the row says so.
    pub fn check_number(
        &self,
        sight: &Sight,
        (row, col): (u32, u32),
        text: &str,
        plain: Mark,
        reading: &mut Reading,
    ) {
        let Some(number) = crate::text::number(text).filter(|n| *n > 0.0 && !plain.came()) else { return };
        let is_of = |mark: &Mark| match plain {
            Mark::Leave(_) => matches!(mark, Mark::Leave(_)),
            _ => !mark.came(),
        };
        let named = self.marks.iter().filter(|m| is_of(&m.mark)).count();
        if named as f64 != number {
            let (said, told) = (format!("{}{number}人", plain.chinese()), format!("而写出姓名的是{named}人"));
            reading.issues.push(Issue::new(Code::CountMismatch, sight.view.cell(row, col), said, told));
        }
    }

    /// Keeps how many a text says were due and came, where it says both.
    pub fn add_counts(&mut self, view: &View, (row, col): (u32, u32), text: &str) {
        if let Some(counts) = counts_in(text, view.vocabulary) {
            let cited = |count: Option<u32>| count.map(|n| Cited::new(n, view.at(row, col)));
            (self.due, self.came) = (cited(counts.due), cited(counts.came));
        }
    }

    /// Adds the people of a column's cell. A bare name in it means `plain`.
    pub fn add(&mut self, sight: &Sight, row: u32, column: &Column, plain: Mark, reading: &mut Reading) {
        let said = (plain, all_who_came(column, plain));
        self.add_cell(sight, (row, column.index), &column.heading, said, reading);
    }

    /// Adds the people of one cell. A bare name in it means `plain`; `attendees` tells that the cell is to name
    /// all who came.
    pub fn add_cell(
        &mut self,
        sight: &Sight,
        (row, col): (u32, u32),
        heading: &str,
        said: (Mark, bool),
        reading: &mut Reading,
    ) {
        let text = sight.view.prose(row, col);
        self.add_text(sight, (row, col), &text, heading, said, reading);
    }

    /// Adds the people of a text in a cell, each with the reason that stands beside it, and gives the place of that reason.
    pub fn add_explained(
        &mut self,
        sight: &Sight,
        (cell, text): ((u32, u32), &str),
        heading: &str,
        said: (Mark, bool),
        reasons: &[Reason],
        reading: &mut Reading,
    ) -> Option<(u32, u32)> {
        for reason in reasons {
            match reasons::join(text, reason, said.0, sight.view.vocabulary) {
                Joined::Told(text) => {
                    self.add_text(sight, cell, &text, heading, said, reading);
                    return Some(reason.place);
                }
                Joined::Unread => {
                    let place = sight.view.cell(reason.place.0, reason.place.1);
                    reading.issues.push(Issue::new(Code::ExtraCharacters, place, reason.text.clone(), ""));
                }
                Joined::NoReason => {}
            }
        }
        self.add_text(sight, cell, text, heading, said, reading);
        None
    }

    /// Adds the people beside a label, each with a cell of their own.
    pub fn add_rows(&mut self, sight: &Sight, rows: &NameRows, reading: &mut Reading) {
        for &cell in &rows.cells {
            self.add_cell(sight, cell, &rows.heading, rows.plain, reading);
        }
    }

    /// Adds the people of a text that stands in a cell, perhaps behind a label.
    pub fn add_text(
        &mut self,
        sight: &Sight,
        (row, col): (u32, u32),
        text: &str,
        heading: &str,
        (plain, attendees): (Mark, bool),
        reading: &mut Reading,
    ) {
        // A number in a column of the absent only counts them.
        if let Some(number) = crate::text::number(text) {
            self.missed += if plain.came() { 0.0 } else { number };
            return;
        }
        if is_nothing(&crate::text::squash(text)) {
            return;
        }
        let said = prose::parse(text, plain, sight.view.vocabulary);
        let named = said.named.iter().filter(|named| named.mark.came()).count();
        if attendees && said.came > named {
            // 张三等8人: the others are those who are not named as absent, if so many came.
            self.came = Some(Cited::new(said.came as u32, sight.view.at(row, col)));
        } else {
            // `除张三（病假）外，全体参加` names nobody who came.
            self.attendees_named |= attendees && said.named.iter().any(|named| named.mark == Mark::Present);
        }
        self.add_prose(sight, (row, col), heading, said, reading);
    }

    /// Adds the people of whom a line says something, and tells whether it does of anybody; `is_one` tells who may be
    /// meant.
    pub fn add_note(
        &mut self,
        sight: &Sight,
        (row, col): (u32, u32),
        text: &str,
        is_one: &dyn Fn(&str) -> bool,
        reading: &mut Reading,
    ) -> bool {
        let mut said = prose::parse(text, Mark::Blank, sight.view.vocabulary);
        said.named.retain(|n| n.mark != Mark::Blank && is_one(&n.name));
        let says = !said.named.is_empty();
        if says {
            self.add_prose(sight, (row, col), "", said, reading);
        }
        says
    }

    fn add_prose(
        &mut self,
        sight: &Sight,
        (row, col): (u32, u32),
        heading: &str,
        said: Prose,
        reading: &mut Reading,
    ) {
        let (view, at) = (sight.view, sight.view.at(row, col));
        if !said.unread.is_empty() || said.named.iter().any(|named| !named.mark.came()) {
            self.is_short |= said.unnamed > 0;
        } else {
            self.missed += said.unnamed as f64;
        }
        for piece in &said.unread {
            reading.issues.push(Issue::new(Code::ExtraCharacters, view.cell(row, col), piece.clone(), ""));
            self.unread.push(piece.as_str().into());
        }
        for named in said.named {
            if named.doubtful {
                let (what, as_what) =
                    (if named.said.is_empty() { &named.name } else { &named.said }, named.mark.chinese());
                reading.issues.push(Issue::new(Code::OwnWords, view.cell(row, col), what, as_what));
                // Somebody else may be meant by these words, too.
                self.unread.push(named.said.as_str().into());
            }
            let text = if named.said.is_empty() { heading.to_string() } else { named.said };
            let entry =
                MarkRow { name: Cited::new(named.name.into(), at), mark: named.mark, text: text.into(), at };
            // Named as late among those who came, or as away with and without a reason. What does not go together
            // both stands, and is a conflict.
            let place = self.places.get(&entry.name.value).copied();
            let known = place.and_then(|place| self.marks.get_mut(place));
            let known = known.filter(|known| known.name.value == entry.name.value);
            match known.and_then(|known| Some((mark::combine(known.mark, entry.mark)?, known))) {
                Some((both, known)) => known.mark = both,
                None => {
                    self.places.entry(entry.name.value.clone()).or_insert(self.marks.len());
                    self.marks.push(entry);
                }
            }
        }
    }
}

/// Whether a column is to name all who came.
pub fn all_who_came(column: &Column, plain: Mark) -> bool {
    column.concepts.contains(&Concept::Attendees) || column.concepts.is_empty() && plain == Mark::Present
}
