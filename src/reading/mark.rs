//! Marks of attendance: glyphs and words, alone or together, with the sheet's legend first.

use std::sync::LazyLock;

use foldhash::HashMap;
use regex::Regex;

use crate::text::{pattern, squash};
use crate::vocabulary::{MarkWord, Vocabulary};

/// Why somebody was on leave, where the book says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LeaveType {
    Sick,
    Personal,
    Official,
}

/// What a book says of one person at one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    Present,
    Late,
    LeftEarly,
    Leave(Option<LeaveType>),
    Absent,
    Exempt,
    /// Said not to be due, as by a stroke.
    NotDue,
    /// Nothing is written; whether the person was due, the ledger knows.
    Blank,
}

impl LeaveType {
    pub fn name(self) -> &'static str {
        match self {
            LeaveType::Sick => "sick",
            LeaveType::Personal => "personal",
            LeaveType::Official => "official",
        }
    }
}

impl Mark {
    /// The mark with what a note or another column adds: it fills a blank, and says more where both agree.
    pub fn with(self, more: Mark) -> Mark {
        if self == Mark::Blank { more } else { combine(self, more).unwrap_or(self) }
    }

    /// Whether the one says that somebody came, and the other that he did not.
    pub fn contradicts(self, other: Mark) -> bool {
        self.is_due() && other.is_due() && self.came() != other.came()
    }

    pub fn came(self) -> bool {
        matches!(self, Mark::Present | Mark::Late | Mark::LeftEarly)
    }

    /// Due, and not there: on leave, or absent.
    pub fn is_away(self) -> bool {
        matches!(self, Mark::Leave(_) | Mark::Absent)
    }

    pub fn is_due(self) -> bool {
        self.came() || self.is_away()
    }

    pub fn chinese(self) -> &'static str {
        match self {
            Mark::Present => "出席",
            Mark::Late => "迟到",
            Mark::LeftEarly => "早退",
            Mark::Leave(None) => "请假",
            Mark::Leave(Some(LeaveType::Sick)) => "病假",
            Mark::Leave(Some(LeaveType::Personal)) => "事假",
            Mark::Leave(Some(LeaveType::Official)) => "公假",
            Mark::Absent => "缺席",
            Mark::Exempt => "免于参加",
            Mark::NotDue => "不应到",
            Mark::Blank => "空白",
        }
    }
}

impl From<MarkWord> for Mark {
    fn from(word: MarkWord) -> Mark {
        match word {
            MarkWord::Present => Mark::Present,
            MarkWord::Late => Mark::Late,
            MarkWord::LeftEarly => Mark::LeftEarly,
            MarkWord::Leave => Mark::Leave(None),
            MarkWord::Sick => Mark::Leave(Some(LeaveType::Sick)),
            MarkWord::Personal => Mark::Leave(Some(LeaveType::Personal)),
            MarkWord::Official => Mark::Leave(Some(LeaveType::Official)),
            MarkWord::Absent => Mark::Absent,
            MarkWord::Exempt => Mark::Exempt,
            MarkWord::NotDue => Mark::NotDue,
        }
    }
}

/// What a sheet says of its own marks: `注：○缺席 △请假`.
///
/// A mark that is explained in two ways that do not go together, or in words that are not understood, means nothing.
#[derive(Debug, Clone, Default)]
pub struct Legend {
    marks: HashMap<String, Option<Mark>>,
    /// Other ways to write the marks that are explained.
    alike: HashMap<String, Option<Mark>>,
}

impl Legend {
    /// Says what a mark means on the sheet; an empty text is a blank.
    pub fn say(&mut self, glyph: String, meaning: Mark) {
        self.explain(glyph, Some(meaning));
    }

    /// Says that a mark has a meaning on the sheet that was not understood.
    pub fn leave_open(&mut self, glyph: String) {
        self.explain(glyph, None);
    }

    fn explain(&mut self, glyph: String, meaning: Option<Mark>) {
        let known = self.marks.entry(glyph).or_insert(meaning);
        // 缺席 and 请假 of one person go together; of one sign they do not.
        let goes_with = |(known, meaning): &(Mark, Mark)| {
            known == meaning || matches!((known, meaning), (Mark::Leave(_), Mark::Leave(_)))
        };
        *known = known.zip(meaning).filter(goes_with).and_then(|(known, meaning)| combine(known, meaning));
    }

    /// How many marks are explained.
    pub fn size(&self) -> usize {
        self.marks.len()
    }

    pub fn extend(&mut self, other: Legend) {
        for (glyph, meaning) in other.marks {
            self.explain(glyph, meaning);
        }
    }

    /// Adds what another legend says of marks of which this one says nothing.
    pub fn complete(&mut self, other: &Legend) {
        for (glyph, meaning) in &other.marks {
            self.marks.entry(glyph.clone()).or_insert(*meaning);
        }
    }

    /// Lets what is said of a sign hold for those that are written for it: of ○ for 〇, too, unless that is explained itself.
    pub fn spread(&mut self, vocabulary: &Vocabulary) {
        for group in vocabulary.signs_alike() {
            let members = || group.chars().map(String::from);
            let mut said = members().filter_map(|sign| self.marks.get(&sign).copied());
            let Some(first) = said.next().filter(|first| said.all(|other| other == *first)) else { continue };
            self.alike.extend(members().map(|sign| (sign, first)));
        }
    }

    /// The marks that are explained and understood.
    pub fn meanings(&self) -> impl Iterator<Item = (&str, Mark)> {
        self.marks.iter().filter_map(|(glyph, meaning)| Some((glyph.as_str(), (*meaning)?)))
    }

    /// What a mark means, where it is explained; nothing, where in two ways or in words that are not understood.
    pub fn get(&self, squashed: &str) -> Option<Option<Mark>> {
        self.marks.get(squashed).or_else(|| self.alike.get(squashed)).copied()
    }
}

/// Whether a text can be a legend by itself: at least two of the signs that serve as marks, among words; a letter
/// serves as one where nothing of its kind stands beside it and a word behind it, a digit where that explains it:
/// `P到 A缺`, `1表示出席`.
pub fn is_glyph_list(squashed: &str) -> bool {
    let letters: Vec<char> = squashed.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or(' ');
    let is_explained = |i: usize| {
        let behind: String = letters[i + 1..].iter().take(2).collect();
        behind.starts_with(['=', '为', '是']) || behind == "表示" || behind == "代表"
    };
    let is_sign = |i: usize| {
        let behind = if matches!(at(i + 1), '=' | ':' | '-' | '—') { at(i + 2) } else { at(i + 1) };
        "√✓✔○〇◯●△▲▽▼□■☆★◇◆×✕✗✘╳◎⊙☑".contains(at(i))
            || (at(i).is_ascii_alphabetic() || at(i).is_ascii_digit() && is_explained(i))
                && crate::text::is_han(behind)
                && !(i > 0 && at(i - 1).is_ascii_alphanumeric())
    };
    let signs = (0..letters.len()).filter(|i| is_sign(*i)).count();
    signs >= 2 && letters.iter().filter(|c| crate::text::is_han(**c)).count() >= 3
}

pub(super) fn is_glyph(c: char) -> bool {
    !crate::text::is_han(c) || c == '〇'
}

const STROKES: [char; 3] = ['-', '—', '/'];

/// A text as a mark; `None` where it is not understood. Whoever signed at a time came: `8:55`, `9:10（迟到）`.
pub fn parse(text: &str, legend: &Legend, vocabulary: &Vocabulary) -> Option<Mark> {
    let squashed = squash(text);
    if let Some(said) = legend.get(&squashed) {
        return said;
    }
    let sign = |text: &str| legend.get(text).unwrap_or_else(|| vocabulary.mark(text).map(Mark::from));
    if let Some(timeless) = without_clock(&squashed) {
        return if timeless.is_empty() { Some(Mark::Present) } else { parse(&timeless, legend, vocabulary) };
    }
    let squashed = squashed.trim_matches(['"', '“', '”', '‘', '’', '\'', '。', ',', ';', '、']);
    if squashed.is_empty() {
        // A full stop alone is no mark, and no blank either.
        return text.trim().is_empty().then_some(Mark::Blank);
    }
    if let Some(word) = vocabulary.mark(squashed) {
        return Some(word.into());
    }
    // `√√` is √, written twice.
    let mut chars = squashed.chars();
    if let Some(glyph) = chars.next().filter(|c| is_glyph(*c) && !c.is_ascii_alphanumeric())
        && chars.all(|c| c == glyph)
    {
        let once = glyph.to_string();
        return sign(&once);
    }
    // A glyph with words beside it: `√(迟到)`, `△请假`, `○病`; the legend's glyphs first.
    let glyphs: String =
        squashed.chars().take_while(|c| is_glyph(*c) && !c.is_ascii_digit() && *c != '(').collect();
    if !glyphs.is_empty() && glyphs.len() < squashed.len() {
        // A stroke between the two parts them: before words it does not say that somebody was not due, but for those that
        // explain it, /（流动党员）.
        let bare = glyphs.trim_end_matches(STROKES);
        let is_stroke = bare.is_empty() && !squashed[glyphs.len()..].starts_with('(');
        let head = if is_stroke {
            legend.get(&glyphs).flatten()
        } else {
            sign(if bare.is_empty() { &glyphs } else { bare })
        };
        let tail = squashed[glyphs.len()..].trim_matches(['(', ')', ':', ',', '/']);
        return match (head, by_words(tail, vocabulary)) {
            (Some(head), Some(tail)) => combine(head, tail),
            (None, tail) => tail.filter(|_| is_stroke || glyphs.chars().all(|c| c.is_ascii_punctuation())),
            (Some(Mark::Leave(None)), None) => Some(Mark::Leave(None)),
            (Some(_), None) => None,
        };
    }
    by_words(squashed, vocabulary)
}

/// `1出席，2请假，3缺席`: nothing but signs, each with its meaning behind it.
pub(super) fn explains_signs(text: &str, vocabulary: &Vocabulary) -> bool {
    let entries = || text.split([',', ';', '、', '，', '；']).filter(|entry| !entry.is_empty());
    let is_entry = |entry: &str| {
        let sign = entry.chars().next().filter(|c| is_glyph(*c)).map_or(0, char::len_utf8);
        let meaning = entry[sign..].trim_start_matches([':', '=']);
        sign > 0 && vocabulary.mark(meaning).is_some_and(|_| meaning.chars().all(crate::text::is_han))
    };
    entries().count() >= 2 && entries().all(is_entry)
}

/// Without the times of a day in it; `None` where there is none.
fn without_clock(squashed: &str) -> Option<String> {
    static CLOCK: LazyLock<Regex> =
        // Machines write the day before it, with its space lost: 2026-03-0514:25:00.
        LazyLock::new(|| {
            pattern(
                r"(?:\d{4}[-/.](?:\d{2}[-/.]\d{2}|\d{1,2}[-/.]\d{1,2}T))?(?:[上下]午|早上|晚上)?\d{1,2}:\d{2}(?::\d{2})?",
            )
        });
    if !squashed.contains(':') || !CLOCK.is_match(squashed) {
        return None;
    }
    Some(CLOCK.replace_all(squashed, "").replace("()", ""))
}

/// Words as a mark: `迟到10分钟`, `请假（病）`, `因病请假`, `公差（下乡）`. Each known word is taken out of
/// the text, the longest first; what is left must say nothing more.
pub(super) fn by_words(squashed: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    if let Some(word) = vocabulary.mark(squashed) {
        return Some(word.into());
    }
    let (head, inside) = match squashed.split_once('(') {
        Some((head, tail)) => (head, tail.trim_end_matches(')')),
        None => match squashed.split_once([':', ',', '-', '—']) {
            Some((head, tail)) if !head.is_empty() => (head, tail),
            _ => (squashed, ""),
        },
    };
    let mut mark = words_in(head, vocabulary);
    let inner = words_in(inside, vocabulary);
    if mark.is_none() && head.is_empty() {
        mark = inner;
    }
    match (mark?, inner) {
        (mark, _) if inside.is_empty() => Some(mark),
        // `请假（未批准）`, `出差（视频参会）`: whether it is a leave, nobody can tell.
        (Mark::Leave(_), Some(Mark::Absent)) => None,
        (Mark::Leave(_), None) if vocabulary.denies_leave(inside) => None,
        (Mark::Leave(_), Some(Mark::Present)) if vocabulary.mark(inside).is_some() => None,
        // `请假（参加会议）`: present, but elsewhere.
        (leave @ Mark::Leave(_), Some(Mark::Present)) => Some(leave),
        // `早退（家中有事）`: the reason, not another mark.
        (mark @ (Mark::Late | Mark::LeftEarly), Some(Mark::Leave(_))) => Some(mark),
        (mark, Some(inner)) => combine(mark, inner),
        // A reason in a person's own words leaves a leave a leave: `请假（接孩子）`, `迟到（堵车）`.
        (mark @ (Mark::Leave(_) | Mark::Late | Mark::LeftEarly), None) => Some(mark),
        (mark @ (Mark::Absent | Mark::Exempt | Mark::NotDue), None) => Some(mark),
        (_, None) if inside.chars().all(|c| c.is_ascii_digit() || vocabulary.is_filler(c)) => mark,
        _ => None,
    }
}

fn words_in(text: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    if text.is_empty() {
        return None;
    }
    if let Some(word) = vocabulary.mark(text).or_else(|| vocabulary.composed_mark(text)) {
        return Some(word.into());
    }
    let (mut rest, mut mark): (String, Option<Mark>) = (text.to_string(), None);
    for (word, meaning) in vocabulary.mark_words(text) {
        // A stroke within a text is no mark: 1992/1/28 is a date.
        let is_sign =
            || word.chars().all(|c| is_glyph(c) && !c.is_ascii_alphanumeric()) && meaning != MarkWord::NotDue;
        let is_word = word.chars().count() > 1 || is_sign() || vocabulary.tells_within(word);
        if is_word && rest.contains(word) {
            rest = rest.replacen(word, "\u{1}", 1);
            mark = Some(match mark {
                None => meaning.into(),
                Some(sofar) => combine(sofar, meaning.into())?,
            });
        }
    }
    let mark = mark?;
    let rest = vocabulary.without_fillers(&rest.replace('\u{1}', ""));
    let silent = rest.chars().all(|c| {
        c.is_ascii_digit()
            // √? is a doubt, and #N/A an error of a formula.
            || c.is_ascii_punctuation() && !matches!(c, '?' | '#')
            || matches!(c, '、' | '，' | '。' | '—' | '一' | '二' | '三' | '两' | '半')
    });
    silent.then_some(mark)
}

/// Two marks in one cell: the one that says more, if they agree.
pub fn combine(a: Mark, b: Mark) -> Option<Mark> {
    use Mark::*;
    match (a, b) {
        (a, b) if a == b => Some(a),
        (Present, more @ (Late | LeftEarly)) | (more @ (Late | LeftEarly), Present) => Some(more),
        (Late, LeftEarly) | (LeftEarly, Late) => Some(Late),
        (Leave(None), Leave(kind)) | (Leave(kind), Leave(None)) => Some(Leave(kind)),
        // `缺席(病假)` and `未到(出差)`: an absence with a reason is a leave.
        (Absent, Leave(kind)) | (Leave(kind), Absent) => Some(Leave(kind)),
        (Present, Leave(Some(LeaveType::Official))) => None,
        (Exempt, _) | (_, Exempt) => Some(Exempt),
        (NotDue, _) | (_, NotDue) => Some(NotDue),
        _ => None,
    }
}

/// A reason in prose (`出差`, `因病`, `家中有事`) for somebody said to be away.
pub fn reason(text: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    by_words(&squash(text), vocabulary)
}

/// A leave, where some words of a reason speak of one (`到上海出差谈判`); of what kind is too much to guess.
pub fn leave_within(text: &str, vocabulary: &Vocabulary) -> Option<Mark> {
    let squashed = squash(text);
    let said = vocabulary
        .mark_words(&squashed)
        .any(|(word, meaning)| word.chars().count() >= 2 && matches!(Mark::from(meaning), Mark::Leave(_)));
    said.then_some(Mark::Leave(None))
}

#[cfg(test)]
mod tests {
    use super::Mark::*;
    use super::*;
    use proptest::prelude::*;

    const SICK: Option<LeaveType> = Some(LeaveType::Sick);
    const PERSONAL: Option<LeaveType> = Some(LeaveType::Personal);
    const OFFICIAL: Option<LeaveType> = Some(LeaveType::Official);

    #[test]
    fn marks_as_branches_write_them() {
        let (v, legend) = (Vocabulary::built_in(), Legend::default());
        for (text, mark) in [
            ("√", Some(Present)),
            ("✔️", Some(Present)),
            ("到", Some(Present)),
            ("○", Some(Leave(None))),
            ("△", Some(Late)),
            ("迟", Some(Late)),
            ("迟到10分钟", Some(Late)),
            ("8:55", Some(Present)),
            ("08:55:12", Some(Present)),
            ("9:10（迟到）", Some(Late)),
            ("√（9:20到）", Some(Present)),
            ("早退（10:30）", Some(LeftEarly)),
            ("请假（8:30）", Some(Leave(None))),
            ("√（迟到）", Some(Late)),
            ("√-迟到", Some(Late)),
            ("√/早退", Some(LeftEarly)),
            ("-事假", Some(Leave(PERSONAL))),
            ("— 病假", Some(Leave(SICK))),
            ("/缺席", Some(Absent)),
            ("/（病假）", Some(NotDue)),
            ("/", Some(NotDue)),
            ("请假已补学", Some(Leave(None))),
            ("“√”", Some(Present)),
            ("请假。", Some(Leave(None))),
            ("√迟到", Some(Late)),
            ("早√", Some(LeftEarly)),
            ("请假（病）", Some(Leave(SICK))),
            ("请病假", Some(Leave(SICK))),
            ("病假1天", Some(Leave(SICK))),
            ("请假：出差", Some(Leave(OFFICIAL))),
            ("公差（下乡）", Some(Leave(OFFICIAL))),
            ("请假（陪客人）", Some(Leave(None))),
            // A leave that is none, and one who was there on a screen.
            ("请假（未批准）", None),
            ("病假（假条未交）", None),
            ("请假（无故）", None),
            ("出差（视频参会）", None),
            ("缺席（病假）", Some(Leave(SICK))),
            ("请假（参加县里会议）", Some(Leave(OFFICIAL))),
            ("县委开会", Some(Leave(OFFICIAL))),
            // Another meeting than this one.
            ("去参加会议", Some(Leave(OFFICIAL))),
            ("因参加会议", Some(Leave(OFFICIAL))),
            ("参加单位会议", Some(Leave(OFFICIAL))),
            ("需参加会议", None),
            ("已安排参加", None),
            ("没有来开会", Some(Absent)),
            ("请假没来", Some(Leave(None))),
            ("家里老人生病", Some(Leave(PERSONAL))),
            ("中途才到", Some(Late)),
            ("乡村振兴", None),
            ("缺席（病假）", Some(Leave(SICK))),
            ("×", Some(Absent)),
            ("0", Some(Absent)),
            ("无故缺席", Some(Absent)),
            ("早退20分钟", Some(LeftEarly)),
            ("早退（接孩子）", Some(LeftEarly)),
            ("迟到（开会）", Some(Late)),
            ("迟到（未参加）", None),
            ("/", Some(NotDue)),
            ("—", Some(NotDue)),
            ("免", Some(Exempt)),
            ("", Some(Blank)),
            ("　", Some(Blank)),
            ("待核实", None),
            ("张三", None),
            ("?", None),
            ("√?", None),
            ("#N/A", None),
            ("#REF!", None),
            ("1992/1/28", None),
            ("√×", None),
        ] {
            assert_eq!(parse(text, &legend, v), mark, "{text}");
        }
    }

    #[test]
    fn a_cell_full_of_words_takes_no_time() {
        let (v, legend) = (Vocabulary::built_in(), Legend::default());
        assert_eq!(parse(&"参加".repeat(16_000), &legend, v), Some(Present));
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,20}") {
            let _ = parse(&text, &Legend::default(), Vocabulary::built_in());
        }
    }
}
