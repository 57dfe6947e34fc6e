//! What stands over each column of a table: its headings, the session that they tell, what is carried from the left.

use super::header::labels_columns;
use super::infer::holds_days;
use super::numbered;
use super::outline::Column;
use super::session_head;
use super::ticks;
use super::unheaded::{below, name_column};
use super::view::{Filled, View};
use crate::book::Value;
use crate::text::is_nothing;
use crate::vocabulary::Concept;
use crate::when::{self, Around, Fault};

/// The columns under a header band, from left to right.
pub fn read(view: &View, first: u32, last: u32, around: Around) -> Vec<Column> {
    let named = (first..=last).find_map(|row| Some((row, name_column(view, row)?)));
    let names = named.map(|(_, col)| col);
    let numbering: Vec<u32> = (first..=last).filter(|row| numbers_columns(view, *row)).collect();
    let mut columns: Vec<Column> = Vec::new();
    for col in 0..view.sheet.cols() {
        if let Some(heading) = view.pin.and_then(|p| p.heading(col)) {
            columns.push(Column::pinned(col, last, view.text(last, col), view.heading(heading)));
            continue;
        }
        // The distinct texts of the band over this column, from top to bottom.
        let mut cells: Vec<(u32, u32)> = Vec::new();
        let mut carried_rows: Vec<u32> = Vec::new();
        for row in first..=last {
            if named.is_some_and(|(under, at)| col == at && row > under) && labels_columns(view, row, col)
                || numbering.contains(&row)
            {
                continue;
            }
            let mut origin = view.sheet.origin(row, col);
            if view.sheet.value(origin.row, origin.col).is_empty()
                && let Some(left) = carried(view, row, col, first, last)
            {
                origin.col = left;
                origin.row = row;
                carried_rows.push(row);
            }
            if (origin.row, origin.col) >= (first, 0)
                && origin.row >= first
                && !view.sheet.value(origin.row, origin.col).is_empty()
                && !cells.contains(&(origin.row, origin.col))
                && cells.last().is_none_or(|&(r, c)| view.text(r, c) != view.text(origin.row, origin.col))
            {
                cells.push((origin.row, origin.col));
            }
        }
        let Some(&(lowest, _)) = cells.last() else {
            // A column of names may have nothing over it.
            if names == Some(col) {
                columns.push(Column::by_content(col, first, Concept::Name));
            } else if columns.is_empty() && names.is_none() && heads_days(view, last, col) {
                columns.push(Column::by_content(col, first, Concept::Date));
            }
            continue;
        };
        let texts: Vec<&str> = cells.iter().map(|&(r, c)| view.text(r, c)).collect();
        let heading = texts.join(" ");
        let own = view.heading(texts.last().expect("not empty"));
        // Below a day, what reads like a field of a member or of a meeting is what that meeting was about.
        let own = if own.iter().all(|c| c.is_field())
            && cells[..cells.len() - 1].iter().any(|&cell| is_day(view, cell))
        {
            &[]
        } else {
            own
        };
        // 签到 under a date only repeats what every column is for.
        let above = if own.contains(&Concept::Mark) { &cells[..cells.len() - 1] } else { &cells[..] };
        let session = if own.is_empty() || own.contains(&Concept::Mark) && !above.is_empty() {
            session_head::read(view, above, around)
                .filter(|s| own.is_empty() || s.when.is_some_and(|w| w.is_ok()))
                .or_else(|| numbered::session(view, (lowest, col), around).filter(|_| own.is_empty()))
        } else {
            None
        };
        let concepts = match (&session, own) {
            (Some(_), _) => Vec::new(),
            (None, [_, ..]) => own.to_vec(),
            (None, _) => {
                let joined = view.heading(&texts.concat());
                if joined.is_empty() {
                    let known = |text: &str| Some(view.heading(text)).filter(|c| !c.is_empty());
                    // 3月小计 is a sum of the month.
                    let sums = |text: &str| {
                        let rest = view.as_word(text).date().map(|date| date.rest.clone())?;
                        known(&rest).filter(|c| c.contains(&Concept::Statistic))
                    };
                    let found = texts.iter().rev().find_map(|text| known(text).or_else(|| sums(text)));
                    found.unwrap_or(&[]).to_vec()
                } else {
                    joined.to_vec()
                }
            }
        };
        let label = texts.last().copied().unwrap_or_default();
        // 病假 below a day is one of the columns that are ticked, or not; see [`ticks`](super::ticks).
        let over = match cells.split_last() {
            Some((_, above)) if !above.is_empty() && ticks::may_be_ticked(view, label) => {
                session_head::read(view, above, around)
            }
            _ => None,
        };
        let by_content = session.is_none() && names == Some(col) && !concepts.contains(&Concept::Name);
        let concepts = if by_content { vec![Concept::Name] } else { concepts };
        columns.push(Column {
            index: col,
            heading,
            label: label.to_string(),
            concepts,
            session,
            over,
            stands_for: None,
            row: lowest,
            carried: carried_rows,
            by_content,
        });
    }
    columns
}

/// `序号 | 1 | 2 | 3` over the names of people: it counts them, and 1 is no day.
fn numbers_columns(view: &View, row: u32) -> bool {
    let [label, numbers @ ..] = view.filled(row) else { return false };
    let counted = |(i, f): (usize, &Filled)| f.text.parse() == Ok(i + 1);
    label.heading(view.vocabulary).first() == Some(&Concept::Seq)
        && numbers.len() >= 2
        && numbers.iter().enumerate().take_while(|(_, f)| f.is_number()).all(counted)
        && numbers[0].is_number()
}

/// Whether days stand below a header, and nothing else.
fn heads_days(view: &View, last: u32, col: u32) -> bool {
    let said = below(view, last).filter(|row| !is_nothing(view.text(*row, col))).count();
    said >= 2 && holds_days(view, below(view, last), col) == Some(true)
}

/// Whether a cell holds a day.
fn is_day(view: &View, (row, col): (u32, u32)) -> bool {
    match view.sheet.value(row, col) {
        Value::Date(_) => true,
        Value::Text(_) => view.word(row, col).date().is_some_and(|date| date.is_day()),
        _ => false,
    }
}

/// A date, a month or a kind stands only over the first of its columns where a file has no merges: the cell to the left
/// counts, if this column has something of its own in the band; a kind, if that is a day.
fn carried(view: &View, row: u32, col: u32, first: u32, last: u32) -> Option<u32> {
    // 签到 stands over every column, whether it is used or not; what counts, 应到次数, is of no day. 请假 is another
    // word for a mark than the one beside it.
    let left = (0..col).rev().find(|&c| !view.sheet.value(row, c).is_empty());
    let is_own = |r: u32| {
        let word = view.word(r, col);
        let concepts = word.heading(view.vocabulary);
        let counts =
            |c: &Concept| matches!(c, Concept::Statistic | Concept::Due | Concept::Came | Concept::Note);
        if ticks::may_be_ticked(view, &word.text) || concepts.contains(&Concept::Mark) {
            let differs = left.is_some_and(|left| view.text(r, left) != &*word.text);
            // 未参加 could count, and is a mark beside 参加; 缺席 above the days counts.
            let is_away = || word.mark(view.vocabulary).is_some_and(|mark| mark.is_away());
            return r > row && differs && (!concepts.iter().any(counts) || is_away());
        }
        !word.text.is_empty() && !concepts.iter().any(counts)
    };
    let own = (first..=last).any(|r| r != row && is_own(r));
    if !own {
        return None;
    }
    let left = left?;
    let is_date = match view.sheet.value(row, left) {
        Value::Date(_) => true,
        // A day of the sheet's month, beside which a kind stands of its own.
        Value::Number(day) => (1.0..=31.0).contains(day),
        Value::Text(text) => {
            let here = Around::of(2000, 1);
            let is_year = || text.chars().count() <= 6 && Around::in_text(text).year.is_some();
            // A kind and nothing beside it: a topic may have one in its words.
            let is_kind = || {
                let said = view.word(row, left).session(view.vocabulary);
                !said.kinds.is_empty() && (said.rest.is_empty() || said.rest.starts_with('('))
            };
            let is_day = |r: u32| {
                let date = view.word(r, col).date().and_then(|date| date.when(here).ok());
                r != row && date.is_some_and(|when| when.day().is_some())
            };
            // 签退 beside 签到, or one of several columns that are ticked.
            let is_ticked = || {
                let label = view.text(last, col);
                label != view.text(last, left)
                    && (ticks::may_be_ticked(view, label) || view.heading(label).contains(&Concept::Mark))
                    && view.word(row, left).heads_a_session(view.vocabulary)
            };
            // 3月32日 is of all its columns, too.
            when::parse(text, here) != Err(Fault::NotADate)
                || is_ticked()
                || is_year()
                || is_kind() && (first..=last).any(is_day)
        }
        _ => false,
    };
    is_date.then_some(left)
}
