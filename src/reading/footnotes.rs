//! What stands below a list of people about those on it: `病假：李四；出差：王五`, `备注：李四（病假）`, or a label
//! with its value, `请假人员 | 李四（病假）`.

use std::sync::LazyLock;

use regex::Regex;

use super::Sight;
use super::colours;
use super::labels::label_pairs;
use super::legend;
use super::lexicon::LineWord;
use super::log::headed_by_mark;
use super::mark::Mark;
use super::name_rows;
use super::named_roll::{NamedRoll, PEOPLE};
use super::prose;
use super::record::{MarkRow, Reading};
use super::view::{Line, View};
use crate::issue::{Code, Issue};
use crate::text::{pattern, squash};
use crate::vocabulary::{Concept, TitleWord};
use crate::when::{self, Around, When};

/// What notes say of people, those of each day that they name by themselves.
#[derive(Default)]
pub struct Footnotes(Vec<(Option<When>, NamedRoll)>);

impl Footnotes {
    /// Everybody of whom a note says something, with the day or month that it names.
    pub fn people(self) -> impl Iterator<Item = (Option<When>, MarkRow)> {
        self.0.into_iter().flat_map(|(when, roll)| roll.marks.into_iter().map(move |mark| (when, mark)))
    }

    fn of(&mut self, when: Option<When>) -> &mut NamedRoll {
        let known = self.0.iter().position(|(other, _)| *other == when);
        let place = known.unwrap_or_else(|| {
            self.0.push((when, NamedRoll::default()));
            self.0.len() - 1
        });
        &mut self.0[place].1
    }
}

/// Reads the lines below a table that say who was away; `is_one` tells the names of those whom a note may be about.
/// Below a table that another follows, they end where that one's titles begin.
pub fn read(sight: &Sight, is_one: &dyn Fn(&str) -> bool, reading: &mut Reading) -> Footnotes {
    let view = sight.view;
    let mut notes = Footnotes::default();
    let mut read_until = 0;
    for &row in sight.below.iter() {
        if row < read_until {
            continue;
        }
        if let Some(rows) = name_rows::beside(view, row) {
            notes.of(None).add_rows(sight, &rows, reading);
            read_until = rows.end;
            continue;
        }
        let says = match view.line(row) {
            Line::Blank | Line::Footer | Line::Counts(_) | Line::Total => continue,
            Line::Legend | Line::Single(_) | Line::Cells => {
                read_line(sight, row, is_one, &mut notes, reading)
            }
        };
        if !says && !sight.is_last && *view.line(row) != Line::Legend {
            break;
        }
    }
    notes
}

/// Whether a line says anything of people.
fn read_line(
    sight: &Sight,
    row: u32,
    is_one: &dyn Fn(&str) -> bool,
    notes: &mut Footnotes,
    reading: &mut Reading,
) -> bool {
    let view = sight.view;
    let plain = |concepts: &[Concept]| PEOPLE.into_iter().find(|(people, _)| concepts.contains(people));
    let labels = label_pairs(view, row);
    let mut says = false;
    for label in &labels {
        if let Some((concept, mark)) = plain(&label.concepts) {
            let at = label.value.at;
            notes.of(None).add_cell(sight, (at.row, at.col), concept.chinese(), (mark, false), reading);
            says = true;
        }
    }
    if !labels.is_empty() {
        return says;
    }
    for cell in view.filled(row) {
        let prose = view.prose(row, cell.col);
        let tells_marks =
            cell.line(view.vocabulary) == Some(LineWord::Legend) || cell.legend(view.vocabulary).is_some();
        let text = if tells_marks { legend::beside(&prose, view.vocabulary) } else { prose };
        let (head, body) = text.split_once([':', '：']).unwrap_or(("", &text));
        let head = squash(head);
        let at = (row, cell.col);
        says |= match plain(view.heading(&head)).filter(|_| headed_by_mark(&head, view).is_none()) {
            // `未到人员及原因：李四（病假）`; what 病假 says of those behind it, prose knows.
            Some((concept, mark)) => {
                notes.of(None).add_text(sight, at, body, concept.chinese(), (mark, false), reading);
                true
            }
            None => {
                let is_note = view.vocabulary.is_legend_word(&head);
                let said = dated(if is_note { body } else { &text }, sight.context().around());
                // 标红的未到 is no note about 标红.
                let is_of_people = |(_, clause): &(Option<When>, String)| {
                    !colours::explains_colours(&squash(clause), view.vocabulary) && !is_title(view, clause)
                };
                said.into_iter().filter(is_of_people).fold(false, |says, (when, clause)| {
                    let is_of_one = notes.of(when).add_note(sight, at, &clause, is_one, reading);
                    if !is_of_one && when.is_some() && tells_of_somebody(view, &clause) {
                        let place = view.cell(row, cell.col);
                        reading.issues.push(Issue::new(Code::UnplacedNote, place, &*clause, ""));
                    }
                    is_of_one || says
                })
            }
        };
    }
    says
}

/// Whether a clause names a meeting, 集中培训, or the next table, 第一支部考勤表, and nothing else: it says of nobody that he is
/// away on 培训.
fn is_title(view: &View, clause: &str) -> bool {
    let word = view.as_word(clause);
    let said = word.session(view.vocabulary);
    let heads_a_list = || {
        view.vocabulary.title_says(&word.text, TitleWord::SignIn)
            && !word.text.contains([':', '、', ',', '('])
    };
    !said.kinds.is_empty() && said.rest.is_empty() || heads_a_list()
}

/// Whether a clause says of somebody, whoever that is, that he did not come.
fn tells_of_somebody(view: &View, clause: &str) -> bool {
    let said = prose::parse(clause, Mark::Blank, view.vocabulary);
    said.named.iter().any(|named| matches!(named.mark, Mark::Absent | Mark::Leave(_)))
}

/// A note in parts, each with the day or month that it names: `3月5日李四病假，3月19日王五出差`. What goes on behind a `；`
/// is of the same day.
pub fn dated(text: &str, around: Around) -> Vec<(Option<When>, String)> {
    static DAY: LazyLock<Regex> = LazyLock::new(|| pattern(r"[，,、]\s*((?:\d{4}年)?\d{1,2}[月./]\d{1,2})"));
    // Of no one day: `李四3月起借调`, `王五3月1日至20日病假`.
    static SPAN: LazyLock<Regex> = LazyLock::new(|| {
        let start = r"(?:自|从)?(?:\d{4}年)?\d{1,2}月(?:份|\d{1,2}日)?";
        let end =
            r"(?:起|开始|以来|以后|至今|后|底|初|中旬)+|[-~—－至到](?:\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)";
        pattern(&format!("{start}(?:{end})"))
    });
    let mut parts: Vec<(Option<When>, String)> = Vec::new();
    for sentence in text.split(['。', '\n']) {
        let mut last = None;
        for clause in DAY.replace_all(sentence, "；$1").split(['；', ';']) {
            let clause = SPAN.replace_all(clause, "");
            let found = when::find(&clause, around).and_then(|found| Some((found.when.ok()?, found.rest)));
            let (when, clause) = match found {
                Some((when, rest)) => (Some(when), rest.trim_start_matches([':', '：']).to_string()),
                None => (last, clause.into_owned()),
            };
            last = when;
            match parts.last_mut().filter(|(other, _)| *other == when) {
                Some((_, text)) => text.extend(["；", &clause]),
                None => parts.push((when, clause)),
            }
        }
    }
    parts
}
