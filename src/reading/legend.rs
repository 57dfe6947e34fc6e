//! What a sheet says of its own marks: `注：○缺席 △请假`, in one cell, in several, below or beside the table.

use std::sync::LazyLock;

use regex::Regex;

use super::legend_line;
use super::lexicon::{LegendWord, LineWord};
use super::mark::{Legend, Mark, by_words, is_glyph};
use super::stems::{self, is_stem};
use super::view::View;
use crate::text::{is_han, pattern, squash};
use crate::vocabulary::{MarkWord, Vocabulary};

/// What the sheet says anywhere of its marks: after a word such as `注：`, or as a line of nothing but marks
/// with their meanings.
pub fn of(view: &View) -> Legend {
    let mut legend = Legend::default();
    for row in 0..view.sheet.rows() {
        if let [only] = view.filled(row)
            && let Some((_, said)) = behind_title(view.tidy(row, only.col), view.vocabulary)
        {
            legend.extend(said);
            continue;
        }
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
                legend.extend(alone(view.tidy(row, cell.col), view.vocabulary).unwrap_or_default());
            }
        }
    }
    legend
}

/// The legend that a sheet is as a whole: each row a mark with its meaning, a line of them, or words about them.
pub fn of_its_own(view: &View) -> Option<Legend> {
    let rows: Vec<u32> = (0..view.sheet.rows()).filter(|row| !view.filled(*row).is_empty()).collect();
    let mut legend = of(view);
    let mut explained = 0;
    for &row in &rows {
        let cells = view.filled(row);
        match cells {
            [glyph, _] => {
                if let Some((glyph, meaning)) = legend_pair(view, row, glyph.col) {
                    legend.say(glyph.to_string(), meaning);
                    explained += 1;
                }
            }
            [only] => {
                let line = alone(view.tidy(row, only.col), view.vocabulary);
                let is_line = line.is_some() || only.line(view.vocabulary) == Some(LineWord::Legend);
                explained += usize::from(is_line);
                legend.complete(&line.unwrap_or_default());
            }
            _ => return None,
        }
    }
    // A title and a word or two more may stand above.
    (explained > 0 && rows.len() <= explained + 2 && legend.size() >= 2).then_some(legend)
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

/// A line that is a legend by itself: in the last brackets of a title, `3月考勤表（注：√出席 ×缺席）`, or as a whole.
fn alone(line: &str, vocabulary: &Vocabulary) -> Option<Legend> {
    let read = |line: &str| {
        let mut legend = Legend::default();
        add(&mut legend, line, vocabulary);
        Some(legend).filter(|legend| legend.size() >= 2)
    };
    let in_brackets = line.rsplit_once(['(', '（']).and_then(|(_, inside)| inside.split([')', '）']).next());
    let inside = in_brackets.map(|inside| match inside.split_once([':', '：']) {
        Some((head, body)) if vocabulary.is_legend_word(&squash(head)) => body,
        _ => inside,
    });
    inside.and_then(read).or_else(|| read(line))
}

/// A title and the legend behind it: `2026年3月考勤 说明：1-出席，2-请假`.
pub fn behind_title<'t>(line: &'t str, vocabulary: &Vocabulary) -> Option<(&'t str, Legend)> {
    let (head, body) = line.split_once([':', '：'])?;
    let title = vocabulary.before_legend_word(head.trim_end())?.trim_end_matches(['(', '（', ' ']);
    let mut legend = Legend::default();
    add(&mut legend, body, vocabulary);
    (!title.is_empty() && legend.size() >= 2).then_some((title, legend))
}

/// What a line says beside its marks: `备注：李四因病请假。○为缺席` without the last clause.
pub fn beside(line: &str, vocabulary: &Vocabulary) -> String {
    // 1 is no mark in `病假1人：李四`, nor 3 in `3月5日李四病假`.
    static COUNTED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+(?:[人名位年月日号]|[./-]\d+)"));
    // Of `说明：“○”表示出席`, 说明 is not what ○ means.
    let without_head = |clause: &str| match clause.split_once([':', '：']) {
        Some((head, body)) if vocabulary.is_legend_word(&squash(head)) => body.to_string(),
        _ => clause.to_string(),
    };
    let is_other = |clause: &&str| {
        let mut entries = Legend::default();
        add(&mut entries, &COUNTED.replace_all(&without_head(clause), ""), vocabulary);
        entries.size() == 0
    };
    let drawn = stems::drawn(line);
    stems::written(
        &drawn.split_inclusive(['。', '；', ';', '，', ',', '\n']).filter(is_other).collect::<String>(),
    )
}

/// Adds what stands below a word such as 说明 or 符号: a mark in each row, its meaning beside it.
fn add_below(legend: &mut Legend, view: &View, row: u32, col: u32) {
    for below in row + 1..view.sheet.rows() {
        let Some((glyph, meaning)) = legend_pair(view, below, col) else { return };
        legend.say(glyph.to_string(), meaning);
    }
}

/// Adds what a legend line says.
pub fn add(legend: &mut Legend, line: &str, vocabulary: &Vocabulary) {
    for (glyph, meaning) in legend_line::entries(line, vocabulary) {
        let meaning = vocabulary.without_links(&meaning);
        let usual = vocabulary.mark(&glyph).map(Mark::from);
        let is_other = |(_, word): (&str, MarkWord)| Some(Mark::from(word)) != usual;
        match by_words(meaning, vocabulary) {
            Some(mark) => legend.say(glyph, mark),
            // It speaks of attendance in words that are not understood: what the mark means elsewhere does not hold.
            // A figure in a note, 1次缺席扣1分, counts.
            None if glyph.parse::<u32>().is_err() && vocabulary.mark_words(meaning).any(is_other) => {
                legend.leave_open(glyph);
            }
            None => {}
        }
    }
}

/// A mark with its meaning in the cell beside it. A digit is one only in a list of marks: elsewhere it counts rows.
fn legend_pair<'v>(view: &'v View, row: u32, col: u32) -> Option<(&'v str, Mark)> {
    let (glyph, meaning) = (view.text(row, col), view.text(row, col + 1));
    let is_sign =
        !glyph.is_empty() && glyph.chars().all(is_glyph) && glyph.chars().count() <= 2 || is_stem(glyph);
    (is_sign && meaning.chars().any(is_han)).then(|| Some((glyph, by_words(meaning, view.vocabulary)?)))?
}

/// Whether a row holds a mark with its meaning and nothing else: an entry of a legend.
pub fn is_entry(view: &View, row: u32) -> bool {
    let pair = |row: u32| match view.filled(row) {
        [glyph, _] => legend_pair(view, row, glyph.col).map(|(sign, _)| sign),
        _ => None,
    };
    let in_list = || {
        let mut above = (row.saturating_sub(MOST_ENTRIES)..row).rev();
        above.find(|&above| pair(above).is_none()).is_some_and(|top| heads_list(view, top))
    };
    pair(row).is_some_and(|sign| !sign.chars().any(|c| c.is_ascii_digit()) || in_list())
}

/// The most marks that a list explains one below the other.
const MOST_ENTRIES: u32 = 30;

/// `标记说明` alone in its row, with the marks below it; or with all of them beside it.
pub fn heads_list(view: &View, row: u32) -> bool {
    let Some(first) = view.filled(row).first() else { return false };
    first.legend(view.vocabulary) == Some(LegendWord::Heading)
        && match view.filled(row).len() {
            // 符号 alone, or 含义 beside it.
            1 | 2 if legend_pair(view, row + 1, first.col).is_some() => true,
            _ => entries_beside(view, row, first.col),
        }
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
            ("表内空白的为按时参会", "", Present),
            ("×为缺席，其余均到会", "", Present),
            ("△迟到，其他△", "", Blank),
            ("√出席 ○病假 其他请假", "", Blank),
            ("√出席，其他均为请假", "", Leave(None)),
            ("1表示出席，0表示缺席，2表示请假", "2", Leave(None)),
            ("○请假 △迟到 ○事假", "○", Leave(Some(LeaveType::Personal))),
            ("A=出席/B=病假/C=旷会", "B", Leave(Some(LeaveType::Sick))),
            ("√=出席；/=不参加", "/", NotDue),
            ("到会打“√”，病假打“●”，缺席的打“×”", "●", Leave(Some(LeaveType::Sick))),
            ("用√表示出席，用△表示缺席", "△", Absent),
            ("出席者画○", "○", Present),
            ("1次缺席扣1分", "1", Present),
            // Stems, if they are a list.
            ("甲：出席；乙=迟到；丙-病假，丁代表事假", "丁", Leave(Some(LeaveType::Personal))),
            ("甲出席 乙迟到", "乙", Late),
            ("出席“甲”、缺席“乙”", "乙", Absent),
            // A stroke joins, or is a mark where there is no other.
            ("√—出席，○—请假", "○", Leave(None)),
            ("√ — 出席，○ — 请假", "○", Leave(None)),
            ("出席——√，请假——○", "○", Leave(None)),
            ("—缺席　√出席", "—", Absent),
            ("缺席—，出席√", "—", Absent),
            ("“—”表示迟到；“√”表示出席", "—", Late),
            ("（—）缺席 （√）出席", "—", Absent),
            ("迟到用“—”表示", "—", Late),
            ("—：病假", "—", Leave(Some(LeaveType::Sick))),
            ("— 病假　√ 出席", "—", Leave(Some(LeaveType::Sick))),
            ("病假 —　出席 √", "—", Leave(Some(LeaveType::Sick))),
            ("请假—病假", "—", NotDue),
            // Marks behind their meanings, with spaces between, and a heading before them.
            ("出席 √ 缺席 ○", "○", Absent),
            ("出席 √，缺席 ○", "○", Absent),
            ("到会情况 √ 出席 ○ 缺席", "○", Absent),
            ("按规定请假。○ 缺席", "○", Absent),
            // Numbers of entries, and figures in brackets that are marks.
            ("1.√出席 2.○请假", "○", Leave(None)),
            ("（1）√出席（2）○请假", "○", Leave(None)),
            ("（1）出席 （C）迟到 （0）事假", "0", Leave(Some(LeaveType::Personal))),
            ("(1)缺席 (2)出席", "1", Absent),
            ("1.请假须经批准 2.缺席三次通报", "1", Present),
            ("1.病假：李四；2.事假：王五", "1", Present),
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
