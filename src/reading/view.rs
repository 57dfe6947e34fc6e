//! A sheet as the layouts look at it: squashed text, addresses, and the lines that are no data.

use std::cell::OnceCell;
use std::ops::Deref;
use std::rc::Rc;

use super::header;
use super::legend;
use super::lexicon::{Lexicon, LineWord, Word};
use super::numbered;
use super::pin::Pin;
use crate::address::{Address, Area, BookId, Cited, Spot};
use crate::book::{Sheet, Value};
use crate::issue::Place;
use crate::text::{Text, is_nothing, squash};
use crate::vocabulary::{Concept, TitleWord, Vocabulary};

/// A sheet whose cells were put elsewhere before it is read.
pub trait Elsewhere {
    /// Where a cell stands in truth.
    fn back(&self, spot: Spot) -> Spot;
}

/// One sheet with everything needed to read it. What is asked of it again and again — the texts of its cells,
/// what its rows are, what a word means — is worked out once.
pub struct View<'a> {
    pub sheet: &'a Sheet,
    pub book: BookId,
    pub index: u16,
    pub vocabulary: &'a Vocabulary,
    /// The book is text in a legacy encoding, in which ticks are lost.
    pub legacy_text: bool,
    /// The cells of each row that hold something.
    rows: Vec<Vec<Filled>>,
    lines: Vec<OnceCell<Line>>,
    headers: Vec<OnceCell<bool>>,
    lexicon: &'a Lexicon<'a>,
    pub pin: Option<&'a Pin>,
    /// How the sheet was set for reading, where its cells are not where they stand in the book.
    set: Option<&'a dyn Elsewhere>,
    /// What is seen where nothing stands.
    nothing: Word,
    numbered: OnceCell<numbered::Notes>,
}

/// Makes one cell of a title that is said again in every cell from the left, where a merge was taken apart and filled.
fn join_title(row: &mut Vec<Filled>, left: u32, vocabulary: &Vocabulary) {
    let [first, others @ ..] = &mut row[..] else { return };
    let Some(last) = others.last() else { return };
    let again = first.col == left && others.iter().all(|f| f.text == first.text);
    if again && first.text.chars().count() >= LONG_TITLE && !first.is_person(vocabulary) {
        first.width = last.col + last.width - first.col;
        row.truncate(1);
    }
}

/// A text of so many characters is no mark and no kind.
const LONG_TITLE: usize = 8;

/// A cell that holds something, at the place where it starts.
#[derive(Debug, Clone)]
pub struct Filled {
    pub col: u32,
    /// Columns spanned by its merge, or 1.
    pub width: u32,
    word: Rc<Word>,
}

/// A cell is first of all its text.
impl Deref for Filled {
    type Target = Word;

    fn deref(&self) -> &Word {
        &self.word
    }
}

/// What a row is, before any table is considered.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    Blank,
    Legend,
    /// Signatures, seals, dates of printing.
    Footer,
    /// `应到9人，实到6人`.
    Counts(Counts),
    Total,
    /// One text alone in its row: a title or a section.
    Single(String),
    Cells,
}

/// Numbers of people that a line gives, with its cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counts {
    pub due: Option<u32>,
    pub came: Option<u32>,
    pub col: u32,
}

impl<'a> View<'a> {
    pub fn new(
        sheet: &'a Sheet,
        book: BookId,
        index: u16,
        lexicon: &'a Lexicon<'a>,
        legacy_text: bool,
    ) -> View<'a> {
        let cells = |row| {
            let held = (0..sheet.cols()).filter(move |&col| !sheet.value(row, col).is_empty());
            let filled = held.map(move |col| Filled {
                col,
                width: sheet.merge_at(row, col).map_or(1, |m| m.width()),
                word: match sheet.value(row, col) {
                    Value::Text(text) => lexicon.word(text),
                    Value::Number(number) => lexicon.number(*number),
                    other => lexicon.word(&other.text()),
                },
            });
            filled.filter(|f| !f.text.is_empty()).collect()
        };
        let mut rows: Vec<Vec<Filled>> = (0..sheet.rows()).map(cells).collect();
        let left = rows.iter().filter_map(|row| row.first()).map(|f| f.col).min().unwrap_or(0);
        rows.iter_mut().for_each(|row| join_title(row, left, lexicon.vocabulary));
        let (lines, headers) = (vec![OnceCell::new(); rows.len()], vec![OnceCell::new(); rows.len()]);
        let vocabulary = lexicon.vocabulary;
        let nothing = Word::default();
        View {
            sheet,
            book,
            index,
            vocabulary,
            legacy_text,
            rows,
            lines,
            headers,
            lexicon,
            pin: None,
            set: None,
            nothing,
            numbered: OnceCell::new(),
        }
    }

    /// The sheet to be read as the clerk has said.
    pub fn pinned(mut self, pin: Option<&'a Pin>) -> View<'a> {
        self.pin = pin;
        self
    }

    /// The sheet as it was set for reading.
    pub fn set_by(mut self, set: &'a dyn Elsewhere) -> View<'a> {
        self.set = Some(set);
        self
    }

    /// Where a person finds a cell: what a message names.
    pub fn spot(&self, row: u32, col: u32) -> Spot {
        let spot = Spot { row, col };
        self.set.map_or(spot, |set| set.back(spot))
    }

    /// The word that a text is.
    pub fn as_word(&self, text: &str) -> Rc<Word> {
        self.lexicon.word(text)
    }

    /// What a squashed text means as a heading.
    pub fn heading(&self, squashed: &str) -> &'a [Concept] {
        self.lexicon.word(squashed).heading(self.vocabulary)
    }

    /// Whether a squashed text can be a person's name and is no word of the vocabulary.
    pub fn is_person(&self, squashed: &str) -> bool {
        self.lexicon.word(squashed).is_person(self.vocabulary)
    }

    /// Whether a cell holds somebody, perhaps with words in brackets: `李四（病假）`.
    pub fn begins_with_person(&self, cell: &Filled) -> bool {
        cell.is_person(self.vocabulary)
            || cell.text.split_once('(').is_some_and(|(name, _)| self.is_person(name))
    }

    /// Whether a cell of some rows, or the sheet's name, says a word of titles.
    pub fn is_titled(&self, rows: impl IntoIterator<Item = u32>, word: TitleWord) -> bool {
        let says = |text: &str| self.vocabulary.title_says(text, word);
        says(&squash(&self.sheet.name))
            || rows.into_iter().any(|row| self.filled(row).iter().any(|cell| says(&cell.text)))
    }

    /// What a note says of a session that a header only numbers, with its row.
    pub fn numbered(&self, head: &str) -> Option<&(u32, String)> {
        self.numbered.get_or_init(|| numbered::notes(self)).get(head)?.as_ref()
    }

    /// Whether a row heads a table.
    pub fn is_header(&self, row: u32) -> bool {
        self.headers
            .get(row as usize)
            .is_some_and(|known| *known.get_or_init(|| header::is_header(self, row)))
    }

    /// A cell as the layouts see it; of a sheet that was set upright, see [`Turn`].
    pub fn at(&self, row: u32, col: u32) -> Address {
        Address { book: self.book, sheet: self.index, row, col }
    }

    pub fn place(&self) -> Place {
        Place::Sheet(self.book, self.index)
    }

    /// The place of a cell; under a merge the whole merge.
    pub fn cell(&self, row: u32, col: u32) -> Place {
        let area = self.sheet.merge_at(row, col).unwrap_or(Area::from(Spot { row, col }));
        Place::Cells(self.book, self.index, area)
    }

    /// The cell's own value as squashed text.
    pub fn text(&self, row: u32, col: u32) -> &str {
        &self.word(row, col).text
    }

    /// The cell's own value as a word.
    pub fn word(&self, row: u32, col: u32) -> &Word {
        let filled = self.filled(row);
        filled.binary_search_by_key(&col, |f| f.col).map_or(&self.nothing, |i| &filled[i].word)
    }

    /// The word that a person sees there: a merge's anywhere under it.
    pub fn seen_word(&self, row: u32, col: u32) -> &Word {
        let Spot { row, col } = self.sheet.origin(row, col);
        self.word(row, col)
    }

    /// What a person reads in the cell, spaces kept.
    pub fn prose(&self, row: u32, col: u32) -> String {
        match self.sheet.seen(row, col) {
            Value::Text(text) => text.to_string(),
            other => other.text(),
        }
    }

    /// The value that a person sees there, squashed: a merge's value anywhere under it.
    pub fn seen(&self, row: u32, col: u32) -> Text {
        self.seen_word(row, col).text.clone()
    }

    /// What a person reads in the cell, on one line.
    pub fn tidy(&self, row: u32, col: u32) -> &str {
        &self.seen_word(row, col).spaced
    }

    pub fn cited(&self, row: u32, col: u32) -> Cited<Text> {
        let origin = self.sheet.origin(row, col);
        Cited::new(self.seen(row, col), self.at(origin.row, origin.col))
    }

    /// The cells of a row that hold something themselves.
    pub fn filled(&self, row: u32) -> &[Filled] {
        self.rows.get(row as usize).map_or(&[], Vec::as_slice)
    }

    /// Whether what stood in a cell was struck through and left out.
    pub fn is_left_out(&self, row: u32, col: u32) -> bool {
        self.sheet.left_out().contains_key(&Spot { row, col })
    }

    /// Whether a running number and a name begin a row, as they do most rows: then it is of that person, and nothing else.
    pub fn is_of_a_person(&self, row: u32) -> bool {
        let [first, second, ..] = self.filled(row) else { return false };
        first.is_number() && second.is_person(self.vocabulary)
    }

    /// What a row is.
    pub fn line(&self, row: u32) -> &Line {
        self.lines.get(row as usize).map_or(&Line::Blank, |known| known.get_or_init(|| self.tell_line(row)))
    }

    /// A date or a kind beside the numbers, or a date and what the meeting was about: the row of a log, where they stand in
    /// one of its columns.
    fn tells_a_session(&self, filled: &[Filled]) -> bool {
        let is_label = |f: &Filled| f.text.contains(':') && f.date().is_none();
        let tells = |f: &&Filled| {
            !self.vocabulary.counted().speaks_of_either(&f.text)
                && !is_label(f)
                && !f.is_number()
                && f.heads_a_session(self.vocabulary)
        };
        let begins_with_day =
            || filled[..2].iter().any(|f| tells(&f) && f.date().is_some_and(|date| date.is_day()));
        let says_more = |f: &&Filled| {
            !self.vocabulary.counted().speaks_of_either(&f.text) && !is_label(f) && !f.is_number()
        };
        // 1月 | 1月8日应到6人，实到5人
        let counts_of_day = |f: &Filled| f.date().is_some_and(|date| date.is_day() && date.heads_words());
        filled.len() >= 2 && filled.iter().skip(1).any(counts_of_day)
            || filled.iter().filter(tells).count() >= 2
            || filled.len() > 2 && begins_with_day() && filled.iter().filter(says_more).count() >= 2
    }

    /// A day or a month and beside it how many were due and came, as in the row above or below: a log of as many meetings.
    pub fn is_one_of_many(&self, row: u32) -> bool {
        let is_one = |row: u32| {
            let filled = self.filled(row);
            let is_time = |f: &Filled| f.is_months() || f.date().is_some_and(|date| date.is_day());
            let counts = |f: &Filled| counts_in(&f.text, self.vocabulary).is_some();
            filled.len() >= 2
                && filled.iter().take(2).any(|f| is_time(f) && !counts(f))
                && filled.iter().any(counts)
        };
        is_one(row) && [row.checked_sub(1), Some(row + 1)].into_iter().flatten().any(is_one)
    }

    fn tell_line(&self, row: u32) -> Line {
        let filled = self.filled(row);
        let Some(first) = filled.first() else { return Line::Blank };
        if self.is_of_a_person(row) {
            return Line::Cells;
        }
        let word = first.line(self.vocabulary);
        if word == Some(LineWord::Legend) || legend::is_entry(self, row) || legend::heads_list(self, row) {
            return Line::Legend;
        }
        if let Some(due) = filled.iter().find(|f| self.vocabulary.counted().speaks_of_due(&f.text))
            && let Some(counts) = counts_in(&texts_of(filled), self.vocabulary)
            && !self.tells_a_session(filled)
            && !self.is_one_of_many(row)
        {
            return Line::Counts(Counts { col: due.col, ..counts });
        }
        if word == Some(LineWord::Footer) {
            return Line::Footer;
        }
        // A label such as 合计 stands in one of the first columns, sometimes after a running number; 迟到 beside
        // somebody's name or among other marks is a mark, wherever these stand.
        let leading = &filled[..filled.len().min(2)];
        let is_people = |f: &Filled| &*f.text == Concept::Name.chinese() || f.is_person(self.vocabulary);
        let is_mark =
            |f: &Filled| !f.is_number() && !is_nothing(&f.text) && f.mark(self.vocabulary).is_some();
        let among_marks = |f: &Filled| {
            is_mark(f)
                && filled.len() > 2
                && filled.iter().any(|other| other.col != f.col && (is_people(other) || is_mark(other)))
        };
        // 党课 | 缺席 says how somebody came to a lecture; 第一支部 | 缺席 | 2 counts.
        let marks_one =
            |f: &Filled| is_mark(f) && f.col != first.col && !filled.iter().any(|f| f.is_number());
        let is_total =
            |f: &Filled| f.line(self.vocabulary) == Some(LineWord::Total) && !among_marks(f) && !marks_one(f);
        if leading.iter().any(is_total) && !leading.iter().any(is_people) {
            return Line::Total;
        }
        if filled.len() == 1 && !self.goes_on_beside(row, first) {
            Line::Single(first.text.to_string())
        } else {
            Line::Cells
        }
    }

    /// Whether a merge that began above holds for a row beside its only cell: 2月 beside a topic for 1月 to 3月.
    fn goes_on_beside(&self, row: u32, only: &Filled) -> bool {
        let goes_on = |col: u32| {
            let origin = self.sheet.origin(row, col);
            origin.row < row && !self.sheet.value(origin.row, origin.col).is_empty()
        };
        self.sheet.has_merges()
            && only.width == 1
            && (0..self.sheet.cols()).any(|col| col != only.col && goes_on(col))
    }
}

fn texts_of(cells: &[Filled]) -> String {
    cells.iter().map(|f| &*f.text).collect::<Vec<_>>().join(" ")
}

/// `应到9人，实到6人`, `应到会9人 实到会6人`, `应到：9`.
pub fn counts_in(text: &str, vocabulary: &Vocabulary) -> Option<Counts> {
    match vocabulary.counted().due_and_came(text) {
        (due @ Some(_), came @ Some(_)) => Some(Counts { due, came, col: 0 }),
        _ => None,
    }
}
