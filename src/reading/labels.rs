//! Labels with their values, in cells side by side or in one: `会议时间 | 2025年1月20日`, `地点：会议室　主持人：张三`.

use std::ops::Range;

use super::mark::Mark;
use super::named_roll::WHO_CAME;
use super::prose;
use super::view::{Filled, View};
use crate::address::{Address, Cited};
use crate::text::{Text, is_han, squash};
use crate::vocabulary::{Concept, MarkWord};

/// A labelled value above or beside a table: `时间：2026年3月5日`.
#[derive(Debug, Clone)]
pub struct Label {
    /// The label itself, squashed.
    pub name: Text,
    /// The column of its cell.
    pub left: u32,
    pub concepts: Vec<Concept>,
    pub value: Cited<String>,
}

impl Label {
    /// Whether the value stands in the label's own cell, behind its colon.
    pub fn is_inline(&self) -> bool {
        self.value.at.col == self.left
    }
}

/// All labels of a row, in cells beside their values or in one with them.
pub fn labels_of(view: &View, row: u32) -> Vec<Label> {
    let pairs = label_pairs(view, row);
    if pairs.is_empty() { labels_among_others(view, row) } else { pairs }
}

/// The labels of a row in which other texts may stand too.
pub fn labels_among_others(view: &View, row: u32) -> Vec<Label> {
    let inline: Vec<Label> =
        view.filled(row).iter().flat_map(|cell| inline_labels(view, row, cell.col)).collect();
    if inline.is_empty() { pairs_among_others(view, row) } else { inline }
}

/// A label in a cell of its own, and the cell with its value.
fn pair(view: &View, row: u32, label: &Filled, concepts: Vec<Concept>, value: &Filled) -> Label {
    Label {
        name: label.text.clone(),
        left: label.col,
        concepts,
        value: Cited::new(view.tidy(row, value.col).to_string(), view.at(row, value.col)),
    }
}

/// The labels that are known in a row of labels and values in turn of which some are not: `姓名 | 张三 | 曾用名 | 无`.
pub fn pairs_among_others(view: &View, row: u32) -> Vec<Label> {
    let filled = view.filled(row);
    let is_label = |i: usize| filled.get(i).is_some_and(|f| !label_concepts(view, &f.text).is_empty());
    let (mut labels, mut i) = (Vec::new(), 0);
    while i < filled.len() {
        let has_value = i + 1 < filled.len() && !is_label(i + 1);
        if has_value && is_label(i) {
            let concepts = label_concepts(view, &filled[i].text);
            labels.push(pair(view, row, &filled[i], concepts, &filled[i + 1]));
        }
        i += if has_value { 2 } else { 1 };
    }
    // A single pair among texts may be chance.
    if labels.len() * 4 >= filled.len() && filled.len() >= 3 { labels } else { Vec::new() }
}

/// A row of labels and values in turn: `会议时间 | 2025年1月20日 | 地点 | 会议室`. Empty where the row is none.
pub fn label_pairs(view: &View, row: u32) -> Vec<Label> {
    let filled = view.filled(row);
    let is_day = |f: &Filled| f.date().is_some_and(|date| date.is_day() && date.rest.is_empty());
    // Beside labels that are known, an unknown one before a day is that of the date.
    let is_of_day =
        |i: usize| filled.len() >= 4 && !is_day(&filled[i]) && filled.get(i + 1).is_some_and(is_day);
    if filled.first().is_none_or(|f| f.heading(view.vocabulary).is_empty() && !is_of_day(0)) {
        return Vec::new();
    }
    let mut concepts: Vec<Vec<Concept>> = filled.iter().map(|f| label_concepts(view, &f.text)).collect();
    let known = concepts.iter().filter(|c| !c.is_empty()).count();
    let unknown_day = (0..filled.len()).step_by(2).find(|i| concepts[*i].is_empty() && is_of_day(*i));
    if let Some(i) = unknown_day.filter(|_| known > 0) {
        concepts[i].push(Concept::Date);
    }
    if filled.len() < 2 || concepts[0].is_empty() {
        return Vec::new();
    }
    let (mut labels, mut i) = (Vec::new(), 0);
    while i < filled.len() {
        if concepts[i].is_empty() {
            return Vec::new();
        }
        let end = filled[i].col + filled[i].width;
        match filled.get(i + 1) {
            Some(value)
                if concepts[i + 1].is_empty() || value.text.ends_with(|c: char| c.is_ascii_digit()) =>
            {
                labels.push(pair(view, row, &filled[i], concepts[i].clone(), value));
                i += 2;
            }
            // A label whose value was left empty; but two labels side by side are a header.
            Some(next) if next.col > end => i += 1,
            Some(_) => return Vec::new(),
            None => i += 1,
        }
    }
    labels
}

fn label_concepts(view: &View, text: &str) -> Vec<Concept> {
    view.heading(text).iter().copied().filter(|c| !matches!(c, Concept::Mark | Concept::Statistic)).collect()
}

/// What a label with a colon behind it is for. 出席 and 到会, which else are marks, may head those who came.
fn inline_concepts(view: &View, head: &str, behind: &str) -> Vec<Concept> {
    let concepts = label_concepts(view, head);
    // 列席 is of guests.
    let of_marks = view.heading(&squash(head)).contains(&Concept::Mark);
    let came = of_marks && view.vocabulary.mark(&squash(head)) == Some(MarkWord::Present);
    let first = behind.split([';', '；', '。', ' ']).find(|part| !part.is_empty()).unwrap_or_default();
    let heads_people = || {
        let said = prose::parse(first, Mark::Present, view.vocabulary);
        !said.named.is_empty() && said.unread.is_empty() && said.named.iter().all(|n| view.is_person(&n.name))
    };
    if concepts.is_empty() && came && head.contains(is_han) && heads_people() {
        return vec![Concept::Attendees];
    }
    concepts
}

/// `时间：2025-03-11　地点：会议室　主持人：张三` in one cell.
pub fn inline_labels(view: &View, row: u32, col: u32) -> Vec<Label> {
    let text = view.tidy(row, col);
    let mut labels: Vec<Label> = Vec::new();
    let mut start_of_value: Option<usize> = None;
    let at = view.at(row, col);
    // `全体党员(缺席:张三)` is one value.
    let is_within_brackets = |colon: usize| {
        let before = &text[..colon];
        before.matches('(').count() > before.matches(')').count()
    };
    for (colon, _) in text.match_indices(':').filter(|(colon, _)| !is_within_brackets(*colon)) {
        // The longest run before the colon that is a heading. A space within one only sets it wide, 时 间: what stands
        // before 主持人 in `会议名称:党员大会 主持人:` is no part of it.
        let words = text[..colon].rsplit_once(char::is_whitespace);
        let is_word = |(before, word): &(&str, &str)| {
            !label_concepts(view, word).is_empty() && !before.trim_end().is_empty()
        };
        let floor = words.filter(is_word).map_or(0, |(before, _)| before.len() + 1);
        let head_start = text[..colon].char_indices().rev().take(12).map(|(i, _)| i).filter(|&i| {
            if i < floor {
                return false;
            }
            let head = &text[i..colon];
            !inline_concepts(view, head, &text[colon + 1..]).is_empty() && !head.starts_with([' ', '('])
        });
        let Some(start) = head_start.last().filter(|start| !ends_a_name(view, text, *start..colon)) else {
            continue;
        };
        if labels.is_empty() {
            labels = spaced_labels(view, &text[..start], at);
            labels.extend(unknown_day(view, &text[..start], at).filter(|_| labels.is_empty()));
        }
        if let (Some(from), Some(last)) = (start_of_value, labels.last_mut()) {
            last.value.value =
                text[from..start.max(from)].trim().trim_end_matches([',', '，', ';', '；', '。']).to_string();
        }
        labels.push(Label {
            name: squash(&text[start..colon]).into(),
            left: col,
            concepts: inline_concepts(view, &text[start..colon], &text[colon + 1..]),
            value: Cited::new(String::new(), at),
        });
        start_of_value = Some(colon + 1);
    }
    if let (Some(from), Some(last)) = (start_of_value, labels.last_mut()) {
        last.value.value = text[from..].trim().to_string();
    }
    let mut counted: Vec<Label> = Vec::new();
    for label in labels.iter_mut().filter(|label| !tells_people(label)) {
        counted.extend(counts_behind(view, label));
    }
    labels.extend(counted);
    if labels.is_empty() { spaced_labels(view, text, at) } else { labels }
}

/// `何日：2025年3月11日` before labels that are known: an unknown one before a day is that of the date.
fn unknown_day(view: &View, text: &str, at: Address) -> Option<Label> {
    /// A label has no more characters.
    const LONGEST: usize = 8;
    let (name, value) = text.split_once(':')?;
    // 地点 may be unknown as well.
    let day = value.split_whitespace().next()?;
    let is_day = view.as_word(day).date().is_some_and(|date| date.is_day() && date.is_all());
    let is_label = name.chars().nth(LONGEST).is_none() && name.ends_with(is_han);
    let value = Cited::new(day.to_string(), at);
    let concepts = vec![Concept::Date];
    (is_day && is_label).then(|| Label { name: squash(name).into(), left: at.col, concepts, value })
}

/// Whether a label says who or how many came.
fn tells_people(label: &Label) -> bool {
    label.concepts.iter().any(|c| *c == Concept::Mark || WHO_CAME.contains(c))
}

/// `张三;应到8人,实到7人` behind 主持人: how many came needs no label, and is no part of the value before it.
fn counts_behind(view: &View, label: &mut Label) -> Option<Label> {
    let Range { start, end: counts } = view.vocabulary.counted().behind(&label.value.value)?;
    let value = Cited::new(label.value.value[counts..].to_string(), label.value.at);
    label.value.value.truncate(start);
    let concepts = vec![Concept::DueAndCame];
    Some(Label { name: Concept::DueAndCame.chinese().into(), concepts, value, ..label.clone() })
}

/// Whether a label is only the end of a branch's name: 支部 in `第二支部：3月考勤表`, a title.
fn ends_a_name(view: &View, text: &str, label: Range<usize>) -> bool {
    let (before, label) = (&text[..label.start], &text[label]);
    label_concepts(view, label).first() == Some(&Concept::Branch)
        && view.vocabulary.branch_names().is_bare(label)
        && before.ends_with(|c: char| is_han(c) || c.is_ascii_digit())
}

/// `时间 2025年3月11日  地点 三楼会议室`: labels with a space for their colon.
fn spaced_labels(view: &View, text: &str, at: Address) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    // 日 期 is one label without a value.
    if !view.heading(&squash(text)).is_empty() {
        return labels;
    }
    for word in text.split_whitespace() {
        match (label_concepts(view, word), labels.last_mut()) {
            (concepts, _) if !concepts.is_empty() => {
                labels.push(Label {
                    name: word.into(),
                    left: at.col,
                    concepts,
                    value: Cited::new(String::new(), at),
                });
            }
            (_, Some(last)) => {
                let space = if last.value.value.is_empty() { "" } else { " " };
                last.value.value += &format!("{space}{word}");
            }
            (_, None) => return Vec::new(),
        }
    }
    let is_told = labels.iter().all(|label| !label.value.value.is_empty());
    if is_told { labels } else { Vec::new() }
}
