//! What stands below a list of people about those on it: `病假：李四；出差：王五`, `备注：李四（病假）`, or a label
//! with its value, `请假人员 | 李四（病假）`.

use super::Sight;
use super::context::label_pairs;
use super::log::{NamedRoll, PEOPLE, headed_by_mark};
use super::name_rows;
use super::record::Reading;
use super::view::{Filled, Line};
use crate::vocabulary::Concept;

/// Reads the lines below a table that say who was away. Below a table that another follows, they end where that one's
/// titles begin.
pub fn read(sight: &Sight, reading: &mut Reading) -> NamedRoll {
    let view = sight.view;
    let mut roll = NamedRoll::default();
    let mut read_until = 0;
    for &row in sight.below.iter() {
        if row < read_until {
            continue;
        }
        if let Some(rows) = name_rows::beside(view, row) {
            roll.add_rows(sight, &rows, reading);
            read_until = rows.end;
            continue;
        }
        let says = match view.line(row) {
            Line::Blank | Line::Footer | Line::Counts(_) | Line::Total => continue,
            Line::Legend | Line::Single(_) | Line::Cells => read_line(sight, row, &mut roll, reading),
        };
        if !says && !sight.is_last && *view.line(row) != Line::Legend {
            break;
        }
    }
    roll
}

/// Whether a line says anything of people.
fn read_line(sight: &Sight, row: u32, roll: &mut NamedRoll, reading: &mut Reading) -> bool {
    let view = sight.view;
    let plain = |concepts: &[Concept]| PEOPLE.into_iter().find(|(people, _)| concepts.contains(people));
    let labels = label_pairs(view, row);
    let mut says = false;
    for label in &labels {
        if let Some((concept, mark)) = plain(&label.concepts) {
            let at = label.value.at;
            roll.add_cell(sight, (at.row, at.col), concept.chinese(), (mark, false), reading);
            says = true;
        }
    }
    if !labels.is_empty() {
        return says;
    }
    // What the sheet says of its marks is no note.
    let is_note = |cell: &&Filled| cell.legend(view.vocabulary).is_none();
    for cell in view.filled(row).iter().filter(is_note) {
        let text = view.prose(row, cell.col);
        let (head, body) = text.split_once([':', '：']).unwrap_or(("", &text));
        let head = crate::text::squash(head);
        let at = (row, cell.col);
        says |= match plain(view.heading(&head)).filter(|_| headed_by_mark(&head, view).is_none()) {
            // `未到人员及原因：李四（病假）`; what 病假 says of those behind it, prose knows.
            Some((concept, mark)) => {
                roll.add_text(sight, at, body, concept.chinese(), (mark, false), reading);
                true
            }
            None => {
                let is_note = view.vocabulary.is_legend_word(&head);
                roll.add_note(sight, at, if is_note { body } else { &text }, reading)
            }
        };
    }
    says
}
