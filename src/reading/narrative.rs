//! Meetings told in sentences, a paragraph each:
//!
//! ```text
//! 2026年3月5日，第一党支部召开支部党员大会，应到8人，实到7人，张三因病请假。会议由李四主持，学习了党章。
//! 3月12日主题党日：李文静请事假，其余全部参加。
//! ```

use std::sync::LazyLock;

use regex::Regex;

use super::Sight;
use super::labels::labels_of;
use super::mark::Mark;
use super::named_roll::NamedRoll;
use super::prose::{self, Prose};
use super::record::{BranchHint, Layout, Reading, RowRole, SessionRow, TableKind};
use super::view::{Filled, Line, View};
use crate::address::Cited;
use crate::issue::{Code, Issue, Place};
use crate::reading::fields::fault_issue;
use crate::text::{chinese_number, pattern, squash};
use crate::vocabulary::{Kind, Vocabulary};
use crate::when::{Fault, names_two_days};

/// What ends a sentence.
const STOPS: [char; 5] = ['。', '；', ';', '\n', '\r'];

/// What ends a clause or a sentence.
const CLAUSE: [char; 6] = ['，', ',', '。', '；', ';', '\n'];

const UNTOLD: &str = "，看不出是哪天的什么会、谁到谁没到";

/// A paragraph has more characters than a title, and fewer than a whole report.
const LEAST: usize = 20;
const MOST: usize = 2_000;

/// The rows of a sheet that tell a meeting each: nothing but a running number or the kind stands beside the paragraph, and
/// that names the day, the kind and who or how many came.
pub fn rows(view: &View) -> Vec<u32> {
    let tells = |row: u32, cell: &Filled| {
        let text = view.prose(row, cell.col);
        meetings_in(view, &text).into_iter().any(|text| tells_a_meeting(view, row, text))
    };
    let is_one = |row: &u32| paragraph(view, *row).is_some_and(|cell| tells(*row, cell));
    (0..view.sheet.rows()).filter(is_one).collect()
}

/// The paragraph of a row.
fn paragraph<'v>(view: &'v View, row: u32) -> Option<&'v Filled> {
    let cell = match view.filled(row) {
        [cell] => cell,
        [number, cell] if number.is_number() => cell,
        [kind, cell] if is_kind(view, kind) => {
            return Some(cell).filter(|cell| cell.text.chars().nth(MOST).is_none());
        }
        _ => return None,
    };
    // `…，应到8人。请假：李四`: what stands before the colon is no label, but a sentence of its own.
    let goes_on = || cell.text.split_once(':').is_some_and(|(before, _)| before.contains(STOPS));
    (is_long(view, cell) && (labels_of(view, row).is_empty() || goes_on())).then_some(cell)
}

/// A kind of meeting and nothing else: 支委会 before the paragraph of one.
fn is_kind(view: &View, cell: &Filled) -> bool {
    let (kinds, rest) = view.vocabulary.kinds_in(&cell.text);
    !kinds.is_empty() && rest.is_empty()
}

fn is_long(view: &View, cell: &Filled) -> bool {
    let least = if headline(view, &cell.text).is_some() { 0 } else { LEAST };
    cell.text.chars().nth(least).is_some() && cell.text.chars().nth(MOST).is_none()
}

/// Where a line ends that has a meeting before a colon: `1月15日党员大会：`.
fn headline(view: &View, text: &str) -> Option<usize> {
    let (head, _) = text.split_once([':', '：'])?;
    let is_short = head.chars().nth(LEAST).is_none() && !head.contains(STOPS);
    let tells =
        || view.as_word(head).date().is_some_and(|date| date.is_day()) && !kinds(view, head).0.is_empty();
    (is_short && tells()).then_some(head.len())
}

/// What stands before a meeting that is one of several: `1.`, `（二）`, `三、`, or a dot.
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:[(（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[.、．)）]+|[-•●·])?\s*"));

/// The number of a meeting: before its paragraph, or in a cell of its own.
fn number(view: &View, row: u32, told: &str) -> Option<u32> {
    let before = || {
        let number = NUMBER.captures(told)?.get(1)?.as_str();
        number.parse().ok().or_else(|| chinese_number(number))
    };
    before().or_else(|| view.filled(row).first().filter(|f| f.is_number())?.text.parse().ok())
}

/// Points out where the numbers of meetings leave one out, as they do when a paragraph is lost.
fn report_gaps(numbers: &[(u32, Place)], reading: &mut Reading) {
    /// A lost paragraph explains no longer jumps.
    const FARTHEST: u32 = 5;
    for [(before, _), (number, place)] in numbers.array_windows() {
        if (before + 2..=before + FARTHEST).contains(number) {
            let (value, before) = (number.to_string(), before.to_string());
            reading.issues.push(Issue::new(Code::SkippedNumber, *place, value, before));
        }
    }
}

/// The meetings that a text tells one behind the other: each begins with its day, and perhaps a number, and says that it
/// was held. Most texts are of one.
fn meetings_in<'t>(view: &View, text: &'t str) -> Vec<&'t str> {
    let begins = |sentence: &str| {
        // A number and a year, 2.2026年, could be one figure.
        let behind = NUMBER.find(sentence).map_or(sentence, |number| &sentence[number.end()..]);
        let first = Sentences::of(view, behind);
        let is_dated = view.as_word(behind).date().is_some_and(|date| date.heads_words());
        is_dated && first.is_held && !kinds(view, first.first).0.is_empty()
    };
    let sentences = text.match_indices(STOPS).map(|(at, stop)| at + stop.len());
    let starts: Vec<usize> = sentences.filter(|start| begins(&text[*start..])).collect();
    let mut meetings = Vec::new();
    let mut from = 0;
    for start in starts.into_iter().filter(|start| *start > 0) {
        meetings.push(&text[from..start]);
        from = start;
    }
    meetings.push(&text[from..]);
    meetings
}

fn tells_a_meeting(view: &View, row: u32, text: &str) -> bool {
    let said = Sentences::of(view, text);
    let is_dated = view.as_word(text).date().is_some_and(|date| date.is_day());
    let tells_kind = !kinds(view, said.first).0.is_empty() || is_kind(view, &view.filled(row)[0]);
    let clauses = || said.of_people(view.vocabulary).flat_map(|text| text.split([',', '，']));
    let tells_people =
        || clauses().any(|clause| tells_people(view, clause)) || who_held(view, said.first).is_some();
    is_dated && said.is_held && tells_kind && tells_people()
}

/// Those who came, where they are the subject of the sentence that says what was held: 张三、李四 of
/// `3月12日，张三、李四参加党员大会`. Who alone called a meeting may have led it.
fn who_held<'t>(view: &View, first: &'t str) -> Option<Subject<'t>> {
    let (subject, came) = view.vocabulary.held().subject(first)?;
    let mut clauses = subject.split([',', '，', ' ']);
    let names = |clause: &str| {
        let is_one = |name: &&str| view.is_person(view.vocabulary.listed().bare_name(&squash(name)));
        clause.split(['、', '和', '及', '与']).filter(is_one).count()
    };
    let is_of_all = |clause: &&str| came && all_came(&Prose::default(), clause, view.vocabulary);
    let is_of_some = |clause: &&str| names(clause) >= if came { 1 } else { 2 };
    let last = clauses.rfind(|clause| !clause.trim().is_empty())?;
    match last {
        _ if is_of_some(&last) => Some(Subject::Some(last)),
        _ if is_of_all(&last) => Some(Subject::All),
        _ => None,
    }
}

/// Who came by the subject of a sentence.
enum Subject<'t> {
    All,
    Some(&'t str),
}

/// Whether words say of somebody, or of all, how they came, or how many did.
fn tells_people(view: &View, words: &str) -> bool {
    let said = prose::parse(words, Mark::Blank, view.vocabulary);
    let tells_some = said.named.iter().any(|named| named.mark != Mark::Blank && view.is_person(&named.name));
    view.vocabulary.counted().tells(words) || tells_some || all_came(&said, words, view.vocabulary)
}

/// Whether words say that all came: `全体党员参加`.
fn all_came(said: &Prose, words: &str, vocabulary: &Vocabulary) -> bool {
    said.named.is_empty() && said.unread.is_empty() && vocabulary.held().speaks_of_all(words)
}

/// A paragraph by what its sentences may say.
struct Sentences<'t> {
    /// Up to what was held: the day, the branch, the kind.
    first: &'t str,
    /// It has the words for that: 召开, 开展.
    is_held: bool,
    /// What else that sentence says, and the others.
    others: Vec<&'t str>,
}

impl<'t> Sentences<'t> {
    fn of(view: &View, text: &'t str) -> Sentences<'t> {
        let stop = text.find(STOPS).unwrap_or(text.len());
        let verb = || Some(view.vocabulary.held().what(&text[..stop])?.end);
        let held = headline(view, text).or_else(verb);
        let (is_held, held) = (held.is_some(), held.unwrap_or(stop));
        let others = text[held..]
            .split(STOPS)
            .map(|s| s.trim_matches([',', '，', ' ', ':', '：']))
            .filter(|s| !s.is_empty());
        Sentences { first: &text[..held], is_held, others: others.collect() }
    }

    /// The sentences that may say who came, each from the number of those due on where it has one.
    fn of_people(&self, vocabulary: &Vocabulary) -> impl Iterator<Item = &'t str> {
        self.others.iter().map(|text| vocabulary.counted().due_at(text).map_or(*text, |due| &text[due..]))
    }
}

fn kinds(view: &View, text: &str) -> (Vec<Kind>, String) {
    let word = view.as_word(text);
    let said = word.session(view.vocabulary);
    (said.kinds.clone(), said.group.clone())
}

/// Reads the meetings of rows that tell one each.
pub fn read(sight: &Sight, rows: &[u32], reading: &mut Reading) {
    let view = sight.view;
    let mut numbers = Vec::new();
    for &row in rows {
        let Some(cell) = paragraph(view, row) else { continue };
        let text = view.prose(row, cell.col);
        for told in meetings_in(view, &text) {
            numbers.extend(number(view, row, told).map(|number| (number, view.cell(row, cell.col))));
            if tells_a_meeting(view, row, told) {
                meeting(sight, row, (cell, told), reading);
            } else if told.split(CLAUSE).any(|clause| tells_people(view, clause)) {
                reading.issues.push(Issue::new(
                    Code::UnusedTable,
                    view.cell(row, cell.col),
                    told.trim(),
                    UNTOLD,
                ));
            }
        }
    }
    let Some(first) = rows.first() else { return };
    report_gaps(&numbers, reading);
    report_others(view, rows, reading);
    reading.layouts.push(Layout {
        sheet: sight.view.index,
        kind: TableKind::MeetingForm,
        because: "一段话写一次会议",
        header: (*first, *first),
        columns: Vec::new(),
        on_its_side: false,
        data_rows: rows.len(),
        rows: rows.iter().map(|row| (*row, RowRole::Data)).collect(),
    });
}

/// Points out what is neither a meeting nor a title, a heading or a signature.
fn report_others(view: &View, rows: &[u32], reading: &mut Reading) {
    let Some(first) = rows.first() else { return };
    let says_more = |row: &u32| {
        let filled = view.filled(*row);
        let is_line = matches!(view.line(*row), Line::Single(_) | Line::Cells | Line::Counts(_));
        let is_long = filled.iter().any(|f| f.text.chars().nth(LEAST).is_some());
        let is_header = !is_long && filled.len() == view.filled(*first).len();
        // No title tells the day, and who came.
        let is_of_people = |cell: &Filled| {
            let is_dated = cell.date().is_some_and(|date| date.is_day());
            let text = view.prose(*row, cell.col);
            is_dated && is_long && text.split(CLAUSE).any(|clause| tells_people(view, clause))
        };
        let is_title = row < first
            && (filled.len() == 1 || is_header || !labels_of(view, *row).is_empty())
            && !filled.iter().any(is_of_people);
        is_line && !is_title && (filled.len() >= 2 || is_long)
    };
    let others = (0..view.sheet.rows()).filter(|row| rows.binary_search(row).is_err());
    for row in others.filter(says_more) {
        let cell = &view.filled(row)[0];
        let place = view.cell(row, cell.col);
        reading.issues.push(Issue::new(Code::UnusedTable, place, &*cell.text, UNTOLD));
    }
}

fn meeting(sight: &Sight, row: u32, (cell, text): (&Filled, &str), reading: &mut Reading) {
    let (view, place) = (sight.view, (row, cell.col));
    let said = Sentences::of(view, text);
    let when = match view.as_word(text).date().map(|date| date.when(sight.context().around())) {
        Some(Ok(when)) if !names_two_days(said.first) => when,
        other => {
            let fault = other.and_then(Result::err).unwrap_or(Fault::TwoWays);
            let issue = fault_issue(fault, view.cell(row, cell.col), said.first, "这次会议没有采用");
            reading.issues.push(issue);
            return;
        }
    };
    let (kinds, group) = match kinds(view, said.first) {
        (none, _) if none.is_empty() => kinds(view, view.text(row, view.filled(row)[0].col)),
        told => told,
    };
    let mut roll = NamedRoll::default();
    let mut topic: Vec<String> = Vec::new();
    let mut everybody_came = false;
    for sentence in said.of_people(view.vocabulary) {
        roll.add_counts(view, place, sentence);
        let clauses = || sentence.split([',', '，']).map(str::trim);
        let (of_people, others): (Vec<&str>, Vec<&str>) = clauses().partition(|c| tells_people(view, c));
        let says_all = |words: &&str| {
            all_came(&prose::parse(words, Mark::Blank, view.vocabulary), words, view.vocabulary)
        };
        everybody_came |= of_people.iter().any(says_all);
        // 参加会议 says elsewhere why somebody is away; here the meeting is this one.
        let who_came = |clause: &&str| {
            let names = view.vocabulary.held().who_came(clause)?;
            let said = prose::parse(names, Mark::Present, view.vocabulary);
            let are_people = said.named.iter().all(|named| view.is_person(&named.name));
            (said.unread.is_empty() && !said.named.is_empty() && are_people).then(|| names.to_string())
        };
        for names in of_people.iter().filter_map(who_came) {
            roll.add_text(sight, place, &names, "", (Mark::Present, true), reading);
        }
        let of_people: Vec<&str> = of_people.into_iter().filter(|c| who_came(c).is_none()).collect();
        if !of_people.is_empty() {
            let of_people = of_people.join("，");
            roll.add_note(sight, place, &of_people, &|name| view.is_person(name), reading);
        }
        // 张三，李四请假: what is said of the first, if anything, cannot be told.
        for name in others.iter().filter(|clause| view.is_person(&squash(clause))) {
            reading.issues.push(Issue::new(Code::ExtraCharacters, view.cell(row, cell.col), *name, ""));
            roll.unread.push((*name).into());
        }
        topic.push(others.join("，"));
    }
    match who_held(view, said.first) {
        Some(Subject::All) => everybody_came = true,
        Some(Subject::Some(names)) => {
            roll.add_text(sight, place, names, "", (Mark::Present, true), reading);
        }
        None => {}
    }
    topic.retain(|words| !words.is_empty());
    let (due, came) = (roll.due.take(), roll.came.take());
    let named = roll.marks.iter().filter(|mark| mark.mark.came()).count();
    roll.attendees_named = named > 0 && came.as_ref().is_none_or(|came| came.value as usize == named);
    let own = view.vocabulary.held().branch(said.first).map(|name| BranchHint::Title(name.into()));
    reading.sessions.push(SessionRow {
        branch: own.into_iter().chain(sight.context().branch()).collect(),
        when,
        kinds,
        group,
        topic: topic.join("；"),
        place: String::new(),
        host: view
            .vocabulary
            .held()
            .host(text)
            .map(|host| Cited::new(host.to_string(), view.at(row, cell.col))),
        hours: None,
        roll: roll.kind(!everybody_came && due.is_none() && came.is_none(), &due, &came),
        due,
        came,
        marks: roll.marks,
        unread: roll.unread,
        at: view.at(row, cell.col),
    });
}
