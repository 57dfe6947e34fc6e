//! The absent in prose: `张三（出差）、李四（病假）` or `病假：张三；出差：李四、王五`.
//!
//! A cell is read clause by clause (`；`, `。`, line ends), a clause piece by piece (`、`, `，`). A piece is somebody,
//! with or without a reason, or it heads those who follow, or it says that nobody or everybody else is meant.
//! Whatever else it may be is not understood, and is said so.

mod counts;
mod headings;
mod pieces;
#[cfg(test)]
mod tests;
mod words;

use std::sync::LazyLock;

use regex::Regex;

use super::mark::{self, Mark};
use super::name::looks_like_name;
use crate::text::{is_nothing, pattern, squash};
use crate::vocabulary::{Vocabulary, without_brackets};
use counts::Counts;
use headings::Heading;
use pieces::{Piece, people, run_on, split, take_brackets, usual_forms};
pub use words::heading_mark;
use words::{refine, take_predicate};

/// Somebody named, and what is said of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub mark: Mark,
    /// The words behind the mark; empty where only the column says it.
    pub said: String,
    /// Whether this is a leave is in doubt: the words are a reason that the vocabulary does not know, or knows only in
    /// part; or nothing is said, but perhaps in the brackets of the next, `张三、李四（出差）`.
    pub doubtful: bool,
}

/// What a prose cell says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prose {
    pub named: Vec<Named>,
    /// Pieces that were not understood.
    pub unread: Vec<String>,
    /// How many more are said to be away than are named: 张三等2人 names one.
    pub unnamed: usize,
    /// How many are said to have come, with some of them named, in a list of those who came: 张三等8人. None are, else.
    pub came: usize,
}

/// Reads who is named; `plain` is what a bare name means in this column (leave, absence, presence).
pub fn parse(text: &str, plain: Mark, vocabulary: &Vocabulary) -> Prose {
    let mut reader = Reader {
        plain,
        vocabulary,
        heading: None,
        over_lines: false,
        spoken: false,
        counts: Counts::default(),
        prose: Prose::default(),
    };
    if !is_nothing(&squash(text)) {
        for clause in split(&usual_forms(text, plain.came(), vocabulary), |c| {
            matches!(c, ';' | '；' | '。' | '\n' | '\r')
        }) {
            reader.clause(&clause.text);
        }
        reader.head(None);
        reader.count();
        let unnamed = reader.counts.unnamed_in_all(&reader.prose.named);
        reader.prose.unnamed = reader.prose.unnamed.max(unnamed);
    }
    reader.prose
}

struct Reader<'v> {
    plain: Mark,
    vocabulary: &'v Vocabulary,
    heading: Option<Heading>,
    /// The heading stands on a line of its own and holds for the lines below it.
    over_lines: bool,
    /// Something but a heading was said in the clause.
    spoken: bool,
    counts: Counts,
    prose: Prose,
}

impl Reader<'_> {
    fn clause(&mut self, clause: &str) {
        if !self.over_lines {
            self.head(None);
        }
        self.spoken = false;
        let start = self.prose.named.len();
        // Those whom a predicate at the end of the list still concerns: `张三、李四出差`.
        let mut listed = start;
        for Piece { text, by_comma } in
            split(clause, |c| matches!(c, '、' | ',' | '，' | '/' | '\\' | '|' | '+' | '\t'))
        {
            if by_comma {
                listed = self.prose.named.len();
            }
            self.note_count(&squash(&text));
            let (rest, vocabulary) = (self.take_headings(&text), self.vocabulary);
            for (i, person) in people(&rest).iter().flat_map(|words| run_on(words, vocabulary)).enumerate() {
                // Words with a space before them concern the one person before.
                if i > 0 {
                    listed = self.prose.named.len();
                }
                self.piece(&person, (start, listed));
            }
        }
        self.over_lines = self.heading.is_some() && (self.over_lines || !self.spoken);
        if !self.over_lines {
            self.count();
        }
    }

    /// Keeps how many a piece says are away, or came.
    fn note_count(&mut self, piece: &str) {
        // `张三、李四等`: perhaps others, too.
        if piece.ends_with('等') {
            self.prose.unread.push(piece.to_string());
        }
        let Some(count) = self.away_counted(piece) else { return };
        if !self.plain.came() || self.heads_the_absent(piece) {
            let is_total = self.is_count(piece);
            self.counts.note(self.vocabulary.listed().is_among(piece), count, is_total);
        } else if piece.contains('等') {
            self.prose.came += count;
        }
    }

    /// Holds the numbers of those who are away against the names that stand with them.
    fn count(&mut self) {
        self.prose.unnamed += self.counts.unnamed(&self.prose.named);
    }

    /// One piece of a clause; `start` and `listed` are the first of the people whom a predicate may concern too.
    fn piece(&mut self, text: &str, (start, listed): (usize, usize)) {
        static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:\d{1,3}[.、)]|\(\d{1,3}\)|[①-⑳])"));
        let text = NUMBERED.replace(&squash(text), "").into_owned();
        let text = text.trim_matches(|c: char| matches!(c, '.' | ':' | '-' | '、' | '"'));
        // 第一支部全体党员 are all.
        let of_branch = self
            .vocabulary
            .branch_names()
            .behind_one(text)
            .filter(|rest| self.vocabulary.crowd().is_all_or_none(&without_brackets(rest)));
        let text = of_branch.unwrap_or(text);
        if text.is_empty() {
            return;
        }
        if is_nothing(text) || self.is_count(text) {
            return self.speak();
        }
        if self.vocabulary.crowd().is_all_away(text)
            && (self.vocabulary.crowd().is_all_or_none(text)
                || self.vocabulary.crowd().begins_with_excepted(text))
        {
            return self.not_understood(text);
        }
        let is_first = self.prose.named.len() == start;
        // 全勤 and 无请假 are marks of somebody, and here of everybody.
        if text.starts_with(['全', '无']) && self.vocabulary.crowd().is_all_or_none(text) {
            return self.speak();
        }
        let (name, mut reasons) = take_brackets(text, self.vocabulary);
        // `张三（办公室）` says no reason.
        let all = reasons.len();
        reasons.retain(|reason| !self.tells_whose(reason));
        let text = if reasons.is_empty() && all > 0 { &*name } else { text };
        let (counted, reason) = (self.without_count(&name), reasons.join("，"));
        // `无（全部到会）`
        if is_nothing(&name)
            && self.vocabulary.crowd().is_all_or_none(&reason)
            && !self.vocabulary.crowd().is_all_away(&reason)
        {
            return self.speak();
        }
        // `病假（张三、李四）`, `2人（张三、李四）`; but `张三 请假（接孩子）` goes on about 张三.
        let heading = self.as_heading(&name);
        if !reasons.is_empty() && !self.is_last_open() && (heading.is_some() || self.is_count(&name)) {
            let mark = heading.as_ref().map_or(self.plain, |heading| refine(self.plain, heading.mark));
            let inner = parse(&reason, mark, self.vocabulary);
            if !inner.named.is_empty() {
                let said = heading.map(|heading| heading.said).unwrap_or_default();
                let with_words =
                    |n: Named| if n.said.is_empty() { Named { said: said.clone(), ..n } } else { n };
                self.prose.named.extend(inner.named.into_iter().map(with_words));
                self.prose.unread.extend(inner.unread);
                return self.speak();
            }
        }
        // `张三、李四，以上均请事假`
        let inside = text.strip_prefix('(').and_then(|inside| inside.strip_suffix(')')).unwrap_or(text);
        if self.is_last_open()
            && let Some(words) = self.vocabulary.counted().said_of_all(inside)
            && mark::reason(words, self.vocabulary).is_some()
        {
            self.speak();
            return self.tell(0, words);
        }
        // `两人因公请假` names nobody; those whom it means may follow.
        if self.counted_before(text).is_some()
            && let Some(heading) = self.as_heading(text)
        {
            return self.head(Some(Heading { is_used: true, ..heading }));
        }
        if let Some(mark) = mark::reason(text, self.vocabulary) {
            return self.reason_alone(text, mark);
        }
        // `请假2人`, with those who are meant to follow.
        if counted != name
            && reasons.is_empty()
            && let Some(heading) = self.as_heading(&name)
        {
            return self.head(Some(heading));
        }
        self.speak();
        if self.vocabulary.crowd().is_all_or_none(text) {
            return;
        }
        // `全体党员（张三请假）`
        if self.vocabulary.crowd().is_all_or_none(&name) {
            let inner = parse(&reason, Mark::Blank, self.vocabulary);
            let is_told = |n: &Named| n.mark != Mark::Blank;
            match inner.unread.is_empty() && inner.named.iter().all(is_told) {
                true => self.prose.named.extend(inner.named),
                false => self.not_understood(text),
            }
            return;
        }
        // `张三病假（住院）`: the words run on to the name, and brackets say more of them.
        if !reasons.is_empty()
            && let Some((name, predicate)) = take_predicate(counted, is_first, self.vocabulary)
            && !predicate.said.is_empty()
        {
            if self.add(name) {
                self.tell(self.prose.named.len() - 1, predicate.said);
                self.tell_more(&reason);
            }
            return;
        }
        // Beside one of those who came: `王五（张三请假）`.
        if self.plain == Mark::Present
            && looks_like_name(counted)
            && mark::reason(&reason, self.vocabulary).is_none()
            && let aside = parse(&reason, Mark::Blank, self.vocabulary)
            && aside.unread.is_empty()
            && !aside.named.is_empty()
            && aside.named.iter().all(|named| named.mark != Mark::Blank)
        {
            self.add(counted);
            self.prose.named.extend(aside.named);
            return;
        }
        if !reasons.is_empty() && looks_like_name(counted) {
            // `张三等2人（出差）`, `张三、李四（均出差）`
            let of_all = self.vocabulary.counted().said_of_all(&reason);
            let is_of_several = counted != name;
            if of_all.is_none() && !is_of_several {
                self.doubt_before(start);
            }
            if !self.add(counted) {
                return;
            }
            return match of_all {
                Some(words) => self.tell(0, words),
                None if is_of_several && self.tell_apart(start, &reason) => {}
                None if is_of_several => self.tell(start, &reason),
                None => self.tell(self.prose.named.len() - 1, &reason),
            };
        }
        // `组织委员张三`, `办公室李四病假`
        let text = self.without_post(text);
        let counted = if reasons.is_empty() { self.without_post(counted) } else { counted };
        if let Some((name, predicate)) = take_predicate(text, is_first, self.vocabulary) {
            if self.add(name) && !predicate.said.is_empty() {
                self.tell(if predicate.of_all { start } else { listed }, predicate.said);
            }
        } else if reasons.is_empty() && looks_like_name(counted) {
            self.add(counted);
        } else {
            self.not_understood(text);
        }
    }

    /// Words of which nothing follows for anybody, least of all where they mean people whom they do not name.
    fn not_understood(&mut self, text: &str) {
        self.speak();
        self.prose.unread.push(text.to_string());
        let means_some = self.vocabulary.names_nobody(text) || self.vocabulary.crowd().is_all_away(text);
        self.prose.unnamed += usize::from(!self.plain.came() && means_some);
    }

    /// The text without what stands before a name to say whose it is: a post, or a group or department.
    fn without_post<'t>(&self, text: &'t str) -> &'t str {
        let v = self.vocabulary;
        let cuts = text.char_indices().map(|(i, _)| i).skip(2);
        let names_one = |cut: &usize| {
            let (before, rest) = text.split_at(*cut);
            self.tells_whose(before)
                && (v.is_committee_post(before) || !looks_like_name(text))
                && !self.vocabulary.crowd().is_all_or_none(rest)
                && (looks_like_name(rest) || take_predicate(rest, true, v).is_some())
        };
        cuts.filter(names_one).last().map_or(text, |cut| &text[cut..])
    }

    /// Whether words beside a name are a post, or a group or department.
    fn tells_whose(&self, words: &str) -> bool {
        /// 李四因为家里来了客人所 is no department.
        const LONGEST: usize = 6;
        let v = self.vocabulary;
        let is_unit =
            v.is_unit(words) && words.chars().count() <= LONGEST && mark::reason(words, v).is_none();
        is_unit || v.is_committee_post(words) && v.is_plain_post(words)
    }

    /// Something is said under the heading, if only that it is nobody.
    fn speak(&mut self) {
        self.spoken = true;
        if let Some(heading) = &mut self.heading {
            heading.is_used = true;
        }
    }

    /// Whether words without a name would be about the last one named.
    fn is_last_open(&self) -> bool {
        self.heading.is_none() && self.prose.named.last().is_some_and(|last| last.said.is_empty())
    }

    /// A reason alone stands after the name it belongs to, `张三 病假`, or on a line over several.
    fn reason_alone(&mut self, text: &str, mark: Mark) {
        // 缺席2人，张三，病假
        let only_counted = |last: &Named| {
            self.heading.as_ref().is_some_and(|heading| heading.is_counted && heading.said == last.said)
        };
        let open = self.is_last_open() || self.prose.named.last().is_some_and(only_counted);
        match self.prose.named.last_mut() {
            Some(last) if open => (last.mark, last.said) = (refine(last.mark, mark), text.to_string()),
            // `张三因公出差，已请假`
            Some(last) if self.heading.is_none() && mark::combine(last.mark, mark) == Some(last.mark) => {}
            _ => self.head(Some(Heading { mark, said: text.to_string(), is_used: false, is_counted: false })),
        }
    }

    /// Nothing is said of those from `start` on, who are away: what is said of the next may be meant of them too.
    fn doubt_before(&mut self, start: usize) {
        let before = &mut self.prose.named[start..];
        if self.heading.is_none() && before.iter().all(|n| n.said.is_empty() && n.mark == Mark::Absent) {
            before.iter_mut().for_each(|named| named.doubtful = true);
        }
    }

    /// Adds somebody; not 多人, which is nobody's name: then nothing can be said of the last one named.
    fn add(&mut self, name: &str) -> bool {
        if !self.plain.came() && self.vocabulary.names_nobody(name) {
            self.prose.unread.push(name.to_string());
            self.prose.unnamed += 1;
            return false;
        }
        let (mark, said) = match &self.heading {
            Some(heading) => {
                // `请假：张三；缺席：李四` in a column for leaves.
                let is_absence = heading.mark == Mark::Absent && matches!(self.plain, Mark::Leave(_));
                let mark = if is_absence { Mark::Absent } else { refine(self.plain, heading.mark) };
                (mark, heading.said.clone())
            }
            None => (self.plain, String::new()),
        };
        self.prose.named.push(Named { name: name.to_string(), mark, said, doubtful: false });
        true
    }

    /// Says a reason that stands in brackets of the last one named, `张三（病假）请假`: what goes with the words run on to the
    /// name is more of the same, what contradicts them leaves him doubtful.
    fn tell_more(&mut self, reason: &str) {
        let (Some(more), Some(last)) = (mark::reason(reason, self.vocabulary), self.prose.named.last_mut())
        else {
            return;
        };
        match mark::combine(last.mark, more) {
            Some(both) => last.mark = both,
            None => last.doubtful |= last.mark.contradicts(more),
        }
    }

    /// `张三、李四等2人（张三病假、李四事假）`: says of each from `from` on what the words say of him; whether they do.
    fn tell_apart(&mut self, from: usize, words: &str) -> bool {
        let inner = parse(words, Mark::Blank, self.vocabulary);
        let named = &mut self.prose.named[from..];
        let is_listed = |one: &Named| one.mark != Mark::Blank && named.iter().any(|n| n.name == one.name);
        if !inner.unread.is_empty() || inner.named.is_empty() || !inner.named.iter().all(is_listed) {
            return false;
        }
        for one in inner.named {
            for known in named.iter_mut().filter(|known| known.name == one.name) {
                (known.mark, known.said) = (refine(known.mark, one.mark), one.said.clone());
            }
        }
        true
    }

    /// Says the words of everybody from `from` on of whom nothing is said yet, and of the last.
    fn tell(&mut self, from: usize, words: &str) {
        let heading = self.heading.as_ref().map(|h| h.said.as_str());
        let known = mark::reason(words, self.vocabulary);
        // 未批准 of one who is said to be on leave.
        let is_denied = known == Some(Mark::Absent)
            || words.split([',', '，']).any(|part| self.vocabulary.denies_leave(&squash(part)));
        // 缺席 and 未请假 say outright what a column of leaves says of the others.
        let is_absence = self.vocabulary.mark(&squash(words)).map(Mark::from) == Some(Mark::Absent);
        let last = self.prose.named.len() - 1;
        for (i, person) in self.prose.named.iter_mut().enumerate().skip(from.min(last)) {
            if i != last && !person.said.is_empty() && heading != Some(person.said.as_str()) {
                continue;
            }
            // A reason in a person's own words leaves a leave a leave; whether an absence is one, somebody should see.
            person.doubtful = match person.mark {
                Mark::Absent => known.is_none(),
                Mark::Leave(_) => is_denied && !is_absence,
                _ => false,
            };
            let within = || person.doubtful.then(|| mark::leave_within(words, self.vocabulary)).flatten();
            let mark = known.or_else(within);
            person.mark = match mark {
                Some(_) if is_absence && matches!(person.mark, Mark::Leave(_)) => Mark::Absent,
                Some(mark) => refine(person.mark, mark),
                None => person.mark,
            };
            person.said = words.to_string();
        }
    }
}
