//! What a row says of whether somebody came: its marks, with its reasons and notes.

use super::Sight;
use super::lexicon::Word;
use super::mark::Mark;
use super::outline::{Column, Table};
use super::record::Reading;
use super::view::View;
use crate::issue::{Code, Issue, Place};
use crate::text::{Text, is_han, is_nothing};
use crate::vocabulary::{Concept, TitleWord};

/// In a file of the legacy encoding `✓` cannot be written and is saved as `?`. It is read as a tick only
/// where nothing else on the sheet marks a presence and `?` is the commonest mark by far.
pub(super) fn lost_ticks(view: &View, tables: &[Table]) -> bool {
    if !view.legacy_text {
        return false;
    }
    let (mut lost, mut present, mut others) = (0, 0, 0);
    for row in tables.iter().flat_map(|t| t.data()) {
        for cell in view.filled(row) {
            match (&*cell.text, view.vocabulary.mark(&cell.text)) {
                ("?", _) => lost += 1,
                (_, Some(crate::vocabulary::MarkWord::Present)) if cell.text.parse::<f64>().is_err() => {
                    present += 1
                }
                (_, Some(_)) => others += 1,
                _ => {}
            }
        }
    }
    lost > 0 && present == 0 && lost > others
}

impl Sight<'_> {
    /// A mark in a cell, or an issue and `None`.
    pub(super) fn mark(&self, row: u32, col: u32, reading: &mut Reading) -> Option<Mark> {
        self.mark_of(self.view.seen_word(row, col), row, col, reading)
    }

    /// The mark that the word of a cell is.
    pub(super) fn mark_of(&self, word: &Word, row: u32, col: u32, reading: &mut Reading) -> Option<Mark> {
        let text = &*word.text;
        if text == "?" && self.ticks_lost {
            if !reading.issues.iter().any(|i| {
                i.code == Code::LostMark && i.place.sheet() == Some((self.view.book, self.view.index))
            }) {
                reading.issues.push(Issue::new(
                    Code::LostMark,
                    self.view.cell(row, col),
                    text,
                    "，同表其余“?”一样处理",
                ));
            }
            return Some(Mark::Present);
        }
        if self.view.vocabulary.is_doubtful_mark(text) && self.legend.get(text).is_none() {
            let either = "到会的请写“出席”，去开别的会的请写“公假”。";
            let issue = Issue::new(Code::UnknownMark, self.view.cell(row, col), text, "").suggest(either);
            reading.issues.push(issue);
            return None;
        }
        let found = word.mark_under(self.legend, self.view.vocabulary);
        if found.is_none() {
            reading.issues.push(self.unknown_mark(self.view.cell(row, col), text));
        }
        found
    }

    /// What standing on a list means where no column has marks: a list of leaves, 请假登记, of those who were absent, or
    /// of those who came.
    pub(super) fn plain(&self, table: &Table) -> Mark {
        // 缺勤日期 and 请假事由 speak of those who were away as a title does.
        let words = |c: &Column| {
            let said =
                self.view.vocabulary.mark_words(&c.label).filter(|(word, _)| word.chars().count() >= 2);
            said.map(|(_, mark)| Mark::from(mark)).find(|mark| mark.is_away())
        };
        let asks = |c: &&Column| self.view.vocabulary.asks(&c.label);
        let said = |of: Concept| table.all(of).into_iter().filter(|c| !asks(c)).find_map(words);
        let is_leave = |mark: &Mark| matches!(mark, Mark::Leave(_));
        match self.titled_away() {
            Some(Mark::Absent) | None if said(Concept::Reason).as_ref().is_some_and(is_leave) => {
                Mark::Leave(None)
            }
            titled => titled.or_else(|| said(Concept::Date)).unwrap_or(Mark::Present),
        }
    }

    /// What the titles of a list say of those who stand on it that were away: 请假登记, 缺席人员名单.
    pub(super) fn titled_away(&self) -> Option<Mark> {
        let titles = self.context.naming();
        let says = |word| titles.iter().any(|title| self.view.vocabulary.title_says(title, word));
        if says(TitleWord::OnLeave) && !says(TitleWord::SignIn) {
            return Some(Mark::Leave(None));
        }
        says(TitleWord::Absent).then_some(Mark::Absent)
    }

    /// What a row says of somebody with its reasons and notes, and the column that says it: `said` is the mark with its
    /// column, where there is one; `plain` what standing on the list means.
    pub(super) fn with_notes(
        &self,
        said: Option<(Mark, u32)>,
        plain: Mark,
        row: u32,
        notes: &[&Column],
        reading: &mut Reading,
    ) -> (Mark, Option<u32>) {
        let (mut mark, mut at) = (said.map_or(plain, |(mark, _)| mark), said.map(|(_, col)| col));
        for note in notes {
            let Some(words) = self.said_by(note, row) else { continue };
            // Where nothing else says of anybody whether he came, a reason to be away does, and so does a note of it.
            let is_away = || {
                let said = self.view.as_word(&words).mark_under(self.legend, self.view.vocabulary);
                said.is_some_and(|said| said.is_away())
            };
            let tells = || note.concepts.contains(&Concept::Reason) || is_away();
            if at.is_none() && mark == Mark::Present && tells() {
                mark = Mark::Absent;
            }
            mark = self.noted((mark, at.unwrap_or(note.index)), (row, note.index), &words, reading);
            at = at.or(Some(note.index));
        }
        (mark, at)
    }

    /// What a note or a reason says; below 是否请假, 是 says 请假 and 否 says nothing.
    fn said_by(&self, note: &Column, row: u32) -> Option<Text> {
        let words = self.view.seen(row, note.index);
        let v = self.view.vocabulary;
        match v.yes_or_no(&words).filter(|_| v.asks(&note.label)) {
            Some(true) => Some(v.asked_by(&note.label).into()),
            Some(false) => None,
            None => Some(words).filter(|words| !is_nothing(words)),
        }
    }

    /// Whether a mark is a stroke of which the sheet does not say what it means: it may only fill its box.
    fn is_stroke(&self, mark: Mark, (row, col): (u32, u32)) -> bool {
        let text = self.view.seen(row, col);
        mark == Mark::NotDue && !text.contains(char::is_alphanumeric) && self.legend.get(&text).is_none()
    }

    /// A mark, which stands in column `at` of its row, with the words of a note in another; a note that contradicts it is
    /// told.
    pub(super) fn noted(
        &self,
        (mark, at): (Mark, u32),
        (row, col): (u32, u32),
        words: &str,
        reading: &mut Reading,
    ) -> Mark {
        let said = self.view.as_word(words);
        let more = said.mark_under(self.legend, self.view.vocabulary).filter(|m| *m != Mark::Blank);
        let Some(more) = more else {
            // Absent, and a reason that is not known: whether it is a leave, somebody should see.
            if mark == Mark::Absent && said.text.contains(is_han) {
                let place = self.view.cell(row, col);
                reading.issues.push(Issue::new(Code::OwnWords, place, &*said.text, mark.chinese()));
            }
            return mark;
        };
        // A stroke beside 旷会 or 病假 does not say that nobody was due.
        if at != col && more.is_due() && self.is_stroke(mark, (row, at)) {
            return more;
        }
        if mark.contradicts(more) && said.text.contains(is_han) {
            let (place, other) = (self.view.cell(row, col), self.view.spot(row, at));
            let other = format!("{other}：{}", mark.chinese());
            reading.issues.push(Issue::new(Code::Differs, place, &*said.text, other));
        }
        mark.with(more)
    }

    pub(super) fn unknown_mark(&self, place: Place, text: &str) -> Issue {
        let why = if self.legend.get(text) == Some(None) {
            Some("表里的说明没有说清这个记号的意思，或者给了两种意思，请改成一种。".into())
        } else {
            self.view.vocabulary.nearest_mark(text).map(|n| format!("是不是“{n}”？"))
        };
        Issue::new(Code::UnknownMark, place, text, "").suggest(why.unwrap_or_default())
    }
}
