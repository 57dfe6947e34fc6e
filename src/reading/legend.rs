//! What a sheet says of its own marks: `注：○缺席 △请假`, in one cell, in several, below or beside the table.

use std::sync::LazyLock;

use regex::Regex;

use super::lexicon::{LegendWord, LineWord};
use super::mark::{Legend, Mark, by_words, is_glyph};
use super::view::View;
use crate::text::{is_han, squash};
use crate::vocabulary::Vocabulary;

/// What the sheet says anywhere of its marks: after a word such as `注：`, or as a line of nothing but marks
/// with their meanings.
pub fn of(view: &View) -> Legend {
    let mut legend = Legend::default();
    for row in 0..view.sheet.rows() {
        let mut in_legend = false;
        for cell in view.filled(row) {
            if cell.line(view.vocabulary) == Some(LineWord::Legend) {
                in_legend = true;
                let prose = view.tidy(row, cell.col);
                let body = prose.split_once(':').map_or(prose, |(_, body)| body);
                add(&mut legend, body, view.vocabulary);
                add_below(&mut legend, view, row, cell.col);
                continue;
            }
            let as_legend = cell.legend(view.vocabulary);
            if as_legend == Some(LegendWord::Heading) {
                add_below(&mut legend, view, row, cell.col);
                in_legend = entries_beside(view, row, cell.col);
            } else if in_legend {
                // `注：` and its entries in cells of their own.
                add(&mut legend, view.tidy(row, cell.col), view.vocabulary);
            } else if as_legend == Some(LegendWord::Entries) {
                let line = view.tidy(row, cell.col);
                let read = |line: &str| {
                    let mut alone = Legend::default();
                    add(&mut alone, line, view.vocabulary);
                    Some(alone).filter(|alone| alone.size() >= 2)
                };
                // In a title's brackets, or alone.
                let inside = in_brackets(line).map(|inside| {
                    inside.split_once([':', '：']).map_or(inside, |(head, body)| {
                        if view.vocabulary.is_legend_word(&squash(head)) { body } else { inside }
                    })
                });
                let found = inside.and_then(read).or_else(|| read(line));
                legend.extend(found.unwrap_or_default());
            }
        }
    }
    legend
}

/// Whether nothing but entries stands behind a word such as 图例: `图例 | √=到 | Q=请假`.
fn entries_beside(view: &View, row: u32, col: u32) -> bool {
    let mut beside = view.filled(row).iter().filter(|f| f.col > col).peekable();
    let is_entry = |text: &str| {
        let mut alone = Legend::default();
        add(&mut alone, text, view.vocabulary);
        alone.size() > 0
    };
    beside.peek().is_some() && beside.all(|f| is_entry(&f.text))
}

/// What stands in the last brackets: `3月考勤表（√出席 ×缺席）`.
fn in_brackets(line: &str) -> Option<&str> {
    let (_, inside) = line.rsplit_once(['(', '（'])?;
    inside.split([')', '）']).next()
}

/// Adds what stands below a word such as 说明 or 符号: a mark in each row, its meaning beside it.
fn add_below(legend: &mut Legend, view: &View, row: u32, col: u32) {
    for below in row + 1..view.sheet.rows() {
        let Some((glyph, meaning)) = legend_pair(view, below, col) else { return };
        legend.say(glyph.to_string(), meaning);
    }
}

/// Adds what a legend line says. Each entry is a mark beside its meaning, on either side:
/// `○缺席`, `○：缺席`, `缺席○`, `○表示缺席`, `“○”为缺席`; a blank may have a meaning too (`空白为缺席`).
pub fn add(legend: &mut Legend, line: &str, vocabulary: &Vocabulary) {
    let separators = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '、' | '。' | '，' | '；');
    let quoted = |c: char| {
        matches!(
            c,
            '"' | '“'
                | '”'
                | '\''
                | '‘'
                | '’'
                | '「'
                | '」'
                | '('
                | ')'
                | ':'
                | '='
                | '-'
                | '—'
                | '：'
                | '（'
                | '）'
                | '＝'
        )
    };
    let mut entries: Vec<String> = Vec::new();
    // `A=出席/B=病假`, where a stroke may be a mark itself: `/为不应到`.
    static STROKES: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[/|]\s*([^\s/|]{1,2}\s*[=:：＝])").unwrap());
    static NUMBERED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(^|[\s;；,，、。])\(?\d{1,2}[.)](\D)").unwrap());
    let line = NUMBERED.replace_all(line, "$1$2");
    let line = STROKES.replace_all(&line, ";$1");
    for piece in line.split(separators).filter(|p| !p.trim_matches(quoted).is_empty()) {
        let piece = squash(&piece.replace(quoted, ""));
        // A mark and its meaning may be separated by a space: `○ 缺席`.
        match entries.last_mut() {
            Some(last) if is_glyphs(last) && !starts_with_glyph(&piece) => last.push_str(&piece),
            _ => entries.push(piece),
        }
    }
    for entry in entries {
        for (glyph, meaning) in split_entry(&entry) {
            let meaning = [
                "的", "者", "人员", "均", "都", "一律", "表示", "代表", "是", "为", "即", "指", "视为",
                "视同", "算",
            ]
            .iter()
            .fold(meaning, |m, word| m.trim_start_matches(word).trim_end_matches(word).to_string());
            if let Some(mark) = by_words(&meaning, vocabulary) {
                let key = if BLANKS.contains(&glyph.as_str()) { String::new() } else { glyph };
                legend.say(key, mark);
            }
        }
    }
}

/// A mark with its meaning in the cell beside it. A digit is one only in a list of marks: elsewhere it counts rows.
fn legend_pair<'v>(view: &'v View, row: u32, col: u32) -> Option<(&'v str, Mark)> {
    let (glyph, meaning) = (view.text(row, col), view.text(row, col + 1));
    let is_sign = !glyph.is_empty() && glyph.chars().all(is_glyph) && glyph.chars().count() <= 2;
    (is_sign && meaning.chars().any(is_han)).then(|| Some((glyph, by_words(meaning, view.vocabulary)?)))?
}

/// Whether a row holds a mark with its meaning and nothing else: an entry of a legend.
pub fn is_entry(view: &View, row: u32) -> bool {
    let pair = |row: u32| match view.filled(row) {
        [glyph, _] => legend_pair(view, row, glyph.col).map(|(sign, _)| sign),
        _ => None,
    };
    pair(row).is_some_and(|sign| {
        let is_digits = sign.chars().any(|c| c.is_ascii_digit());
        !is_digits
            || (0..row).rev().find(|&above| pair(above).is_none()).is_some_and(|top| heads_list(view, top))
    })
}

/// `标记说明` alone in its row, with the marks below it.
pub fn heads_list(view: &View, row: u32) -> bool {
    let [only] = view.filled(row) else { return false };
    only.legend(view.vocabulary) == Some(LegendWord::Heading)
        && legend_pair(view, row + 1, only.col).is_some()
}

/// What a blank is called.
const BLANKS: [&str; 16] = [
    "空白",
    "空格",
    "未标记",
    "未标注",
    "未标",
    "未注明",
    "未填写",
    "没有标记",
    "没有标注",
    "无标记",
    "不填",
    "未填",
    "其余",
    "其他",
    "其它",
    "空",
];

/// `√出席○请假` runs on without separators: a new entry starts where glyphs start again.
fn split_entry(entry: &str) -> Vec<(String, String)> {
    for blank in BLANKS {
        if let Some(meaning) = entry.strip_prefix(blank) {
            return vec![(blank.into(), meaning.into())];
        }
    }
    let mut runs: Vec<(bool, String)> = Vec::new();
    for c in entry.chars() {
        let glyph = is_glyph(c);
        match runs.last_mut() {
            Some((kind, run)) if *kind == glyph => run.push(c),
            _ => runs.push((glyph, c.to_string())),
        }
    }
    let glyph_first = runs.first().is_some_and(|(glyph, _)| *glyph);
    let runs: Vec<String> = runs.into_iter().map(|(_, run)| run).collect();
    runs.chunks_exact(2)
        .map(|pair| {
            if glyph_first { (pair[0].clone(), pair[1].clone()) } else { (pair[1].clone(), pair[0].clone()) }
        })
        .collect()
}

fn is_glyphs(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_glyph)
}

fn starts_with_glyph(text: &str) -> bool {
    text.chars().next().is_some_and(is_glyph)
}

#[cfg(test)]
mod tests {
    use super::super::mark::{self, LeaveType, Mark::*};
    use super::*;

    #[test]
    fn the_sheet_s_own_legend_wins() {
        let v = Vocabulary::built_in();
        for (line, mark, meaning) in [
            ("○缺席　△请假", "○", Absent),
            ("○缺席　△请假", "△", Leave(None)),
            ("√出席○请假×缺席", "○", Leave(None)),
            ("“○”表示缺席；“△”为病假", "△", Leave(Some(LeaveType::Sick))),
            ("出席√，迟到◇", "◇", Late),
            ("○ 缺席 ☆ 早退", "☆", LeftEarly),
            ("△：公假", "△", Leave(Some(LeaveType::Official))),
            ("空白为缺席", "", Absent),
            ("未标记的为到会", "", Present),
            ("×为缺席，其余均到会", "", Present),
            ("1表示出席，0表示缺席，2表示请假", "2", Leave(None)),
            ("○请假 △迟到 ○事假", "○", Leave(Some(LeaveType::Personal))),
            ("A=出席/B=病假/C=旷会", "B", Leave(Some(LeaveType::Sick))),
            ("√=出席；/=不参加", "/", NotDue),
        ] {
            let mut legend = Legend::default();
            add(&mut legend, line, v);
            assert_eq!(mark::parse(mark, &legend, v), Some(meaning), "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,20}") {
            let mut legend = Legend::default();
            add(&mut legend, &text, Vocabulary::built_in());
            let _ = mark::parse(&text, &legend, Vocabulary::built_in());
        }
    }
}
