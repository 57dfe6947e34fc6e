//! What texts mean by themselves, worked out once however often they stand in the books.
//!
//! A month's books say the same few thousand things: names, marks, headings, dates. A [`Word`] is one of them,
//! and remembers each answer that was asked of it.

use foldhash::HashMap;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::boxes;
use super::legend_line;
use super::mark::{self, Legend, Mark};
use super::months;
use super::name::looks_like_name;
use super::prose;
use super::session_words::SessionWords;
use crate::book::Value;
use crate::text::{Text, squash, tidy};
use crate::vocabulary::{Concept, HeadingId, Vocabulary};
use crate::when::{self, Around, Written};

/// The texts met so far. One for each thread that reads; it lives longer than a book.
pub struct Lexicon<'v> {
    pub vocabulary: &'v Vocabulary,
    words: RefCell<HashMap<String, Rc<Word>>>,
    /// Running numbers and counts by their bits, so that they need not be written out to be found.
    numbers: RefCell<HashMap<u64, Rc<Word>>>,
}

/// Past so many texts the lexicon starts afresh: what a folder of long lists holds only once is not kept.
const MOST_WORDS: usize = 50_000;

/// Longer texts are prose and hardly ever come again.
const LONGEST_KEPT: usize = 120;

/// One text, squashed, with what it means by itself.
#[derive(Debug, Default)]
pub struct Word {
    pub text: Text,
    /// With the spaces that a person reads.
    pub spaced: Text,
    heading: OnceCell<Option<HeadingId>>,
    is_person: OnceCell<bool>,
    mark: OnceCell<Option<Mark>>,
    line: OnceCell<Option<LineWord>>,
    legend: OnceCell<Option<LegendWord>>,
    could_head: OnceCell<bool>,
    slip: OnceCell<Option<Text>>,
    is_number: OnceCell<bool>,
    heads_a_session: OnceCell<bool>,
    session: OnceCell<SessionWords>,
    date: OnceCell<Option<Written>>,
    around: OnceCell<Around>,
    is_months: OnceCell<bool>,
    heads_mark: OnceCell<Option<Mark>>,
    stands_for: OnceCell<Option<Mark>>,
}

/// What a text in one of its first cells makes of a whole row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineWord {
    Legend,
    /// Signatures, seals, dates of printing.
    Footer,
    Total,
}

/// What a text is to a legend wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendWord {
    /// `符号`, with the marks below it.
    Heading,
    /// `√出席 ×缺席`: a legend by itself.
    Entries,
}

impl<'v> Lexicon<'v> {
    pub fn new(vocabulary: &'v Vocabulary) -> Lexicon<'v> {
        Lexicon { vocabulary, words: RefCell::default(), numbers: RefCell::default() }
    }

    /// The word that a text is; spaces and width do not matter.
    pub fn word(&self, text: &str) -> Rc<Word> {
        let mut words = self.words.borrow_mut();
        if let Some(known) = words.get(text) {
            return Rc::clone(known);
        }
        let word = Rc::new(Word::of(text, self.vocabulary));
        if text.len() <= LONGEST_KEPT {
            if words.len() >= MOST_WORDS {
                words.clear();
            }
            words.insert(text.to_string(), Rc::clone(&word));
        }
        word
    }

    /// The word that a number is, as a person sees it.
    pub fn number(&self, number: f64) -> Rc<Word> {
        let known = self.numbers.borrow().get(&number.to_bits()).cloned();
        known.unwrap_or_else(|| {
            let word = self.word(&Value::Number(number).text());
            let mut numbers = self.numbers.borrow_mut();
            if numbers.len() >= MOST_WORDS {
                numbers.clear();
            }
            numbers.insert(number.to_bits(), Rc::clone(&word));
            word
        })
    }
}

impl Word {
    fn of(text: &str, vocabulary: &Vocabulary) -> Word {
        let mut squashed = squash(text);
        if let Some(said) = boxes::ticked(&squashed).filter(|_| !vocabulary.may_begin_a_legend(&squashed)) {
            return Word { text: said.as_str().into(), spaced: said.into(), ..Word::default() };
        }
        // 参会同志 and 学习同志 head people, 张三同志 is one.
        let bare = vocabulary.listed().undecorated(&squashed);
        let is_unit = |text: &str| vocabulary.is_unit(text) && vocabulary.heading_id(text).is_none();
        let bare = vocabulary.listed().without_unit(bare, is_unit);
        let heads = |text: &str| vocabulary.heading_id(text).is_some();
        // 参加画▲ is an entry of a legend, 张三▲ somebody.
        let is_entry = |text: &str| vocabulary.mark(vocabulary.without_links(text)).is_some();
        if bare != squashed && !heads(bare) && !heads(&squashed) && !is_entry(bare) {
            squashed = bare.to_string();
        }
        let squashed: Text = squashed.into();
        let spaced = if *squashed == *text { squashed.clone() } else { tidy(text).into() };
        Word { text: squashed, spaced, ..Word::default() }
    }

    /// The first date in the text, wherever it stands.
    pub fn date(&self) -> Option<&Written> {
        self.date.get_or_init(|| Written::find(&self.spaced)).as_ref()
    }

    /// What stands behind a day, as in `3月5日学习党章`; 1.1 before a topic only numbers it.
    pub fn behind_its_day(&self) -> Option<&str> {
        let is_day = |date: &&Written| date.heads_words() && (self.text.contains('月') || date.has_year());
        self.date().filter(is_day).map(|date| &*date.rest)
    }

    /// The year and the month that the text gives to what it stands over.
    pub fn around(&self) -> Around {
        *self.around.get_or_init(|| Around::in_text(&self.text))
    }

    /// What the text may mean as a heading.
    pub fn heading<'v>(&self, vocabulary: &'v Vocabulary) -> &'v [Concept] {
        vocabulary.meanings(*self.heading.get_or_init(|| vocabulary.heading_id(&self.text)))
    }

    /// Whether the text can be a person's name and is no word of the vocabulary.
    pub fn is_person(&self, vocabulary: &Vocabulary) -> bool {
        *self.is_person.get_or_init(|| {
            let (text, v) = (&*self.text, vocabulary);
            looks_like_name(text)
                && self.heading(v).is_empty()
                && v.status(text).is_none()
                && v.category(text).is_none()
                && v.mark(text).is_none()
                && !v.is_no_name(text)
                && v.audience(text).is_none()
                && !v.is_committee_post(text)
                && !v.is_total(text)
                && !v.is_footer(text)
                && v.kinds_in(text).0.is_empty()
                // 一月二十日 is as long as some names.
                && !(text.contains(['月', '日']) && self.date().is_some_and(Written::is_all))
        })
    }

    /// The text as a mark, where the sheet has no legend; see [`mark::parse`].
    pub fn mark(&self, vocabulary: &Vocabulary) -> Option<Mark> {
        *self.mark.get_or_init(|| mark::parse(&self.text, &Legend::default(), vocabulary))
    }

    /// The text as a mark under a sheet's legend; `None` where it is not understood.
    pub fn mark_under(&self, legend: &Legend, vocabulary: &Vocabulary) -> Option<Mark> {
        if legend.size() == 0 { self.mark(vocabulary) } else { mark::parse(&self.text, legend, vocabulary) }
    }

    /// What the text says, as a heading, of the people below it: `病假`, `公差人员`, `迟到名单`.
    pub fn heads_mark(&self, vocabulary: &Vocabulary) -> Option<Mark> {
        let find = || prose::heading_mark(&self.text, vocabulary).filter(|m| m.is_due());
        *self.heads_mark.get_or_init(find)
    }

    /// What a tick in a column with this label says.
    pub fn stands_for(&self, vocabulary: &Vocabulary) -> Option<Mark> {
        // 培训 is a reason to be away, and a kind of session.
        let is_kind = || !self.session(vocabulary).kinds.is_empty();
        let find = || {
            let mark = self.mark(vocabulary).or_else(|| self.heads_mark(vocabulary));
            // 个人签到 is no affair of somebody's own.
            let heads_marks = || self.heading(vocabulary).first() == Some(&Concept::Mark);
            mark.filter(|m| m.is_due() && *m != Mark::Blank && !is_kind() && (m.came() || !heads_marks()))
        };
        *self.stands_for.get_or_init(find)
    }

    /// What the text makes of its row, where it stands at the row's beginning.
    pub fn line(&self, vocabulary: &Vocabulary) -> Option<LineWord> {
        *self.line.get_or_init(|| {
            // `填表人：  审核人：  党支部书记（签字）：` in one cell.
            let several = || {
                let mut heads = self.text.split(':');
                self.text.matches(':').count() >= 2 && heads.next().is_some_and(|h| vocabulary.is_footer(h))
            };
            if vocabulary.legend_body(&self.text).is_some() {
                Some(LineWord::Legend)
            } else if vocabulary.is_footer(&self.text) || several() {
                Some(LineWord::Footer)
            } else {
                let sums = |c: &Concept| {
                    matches!(c, Concept::Statistic | Concept::Due | Concept::Came | Concept::DueAndCame)
                };
                let is_total =
                    vocabulary.is_total(&self.text) || self.heading(vocabulary).first().is_some_and(sums);
                is_total.then_some(LineWord::Total)
            }
        })
    }

    /// Whether the text labels a row that counts those who came: `实到人数`, `到场人数`.
    pub fn counts_who_came(&self, vocabulary: &Vocabulary) -> bool {
        vocabulary.is_came_total(&self.text) || self.heading(vocabulary).first() == Some(&Concept::Came)
    }

    /// What the text is to a legend that does not begin with a word such as `注：`.
    pub fn legend(&self, vocabulary: &Vocabulary) -> Option<LegendWord> {
        *self.legend.get_or_init(|| {
            if vocabulary.is_legend_word(&self.text) {
                Some(LegendWord::Heading)
            } else {
                let in_brackets = || self.text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
                let explains = |text: &str| mark::explains_signs(text, vocabulary);
                let is_one = mark::is_glyph_list(&self.text)
                    || legend_line::explains_marks(&self.text, vocabulary)
                    || in_brackets().is_some_and(|(_, inside)| explains(inside));
                is_one.then_some(LegendWord::Entries)
            }
        })
    }

    /// Whether the text is worth looking into: without a numeral and without a character that a kind begins with,
    /// it holds neither a date nor a kind.
    pub fn could_head(&self, vocabulary: &Vocabulary) -> bool {
        *self.could_head.get_or_init(|| {
            let numeral = |c: char| c.is_ascii_digit() || "〇一二三四五六七八九十廿".contains(c);
            self.text.contains(numeral) || vocabulary.may_name_a_kind(&self.text)
        })
    }

    /// The heading that the text is but for a slip of the pen.
    pub fn slip_of(&self, vocabulary: &Vocabulary) -> Option<&str> {
        let find = || {
            let nearest = vocabulary.nearest_heading(&self.text)?;
            vocabulary.is_slip(&self.text, nearest).then(|| nearest.into())
        };
        self.slip.get_or_init(find).as_deref()
    }

    /// Whether the text is a bare number: a mark, a count or a running number.
    pub fn is_number(&self) -> bool {
        *self.is_number.get_or_init(|| self.text.parse::<f64>().is_ok())
    }

    /// Whether the text can head the column of a session: a date, a month, a day, or a kind of meeting.
    pub fn heads_a_session(&self, vocabulary: &Vocabulary) -> bool {
        *self.heads_a_session.get_or_init(|| {
            let here = Around::of(2000, 1);
            self.could_head(vocabulary)
                && (self.date().is_some()
                    || when::parse(&self.text, here).is_ok()
                    || !self.session(vocabulary).kinds.is_empty() && vocabulary.may_be_a_session(&self.text))
        })
    }

    /// Whether the text is a month or a quarter and nothing more.
    pub fn is_months(&self) -> bool {
        *self.is_months.get_or_init(|| months::read(&self.text, months::ANY_YEAR).is_some())
    }

    /// What the text says of a session.
    pub fn session(&self, vocabulary: &Vocabulary) -> &SessionWords {
        self.session.get_or_init(|| SessionWords::read(&self.text, vocabulary))
    }
}
