//! A list that lies on its side: what each line is stands at the left, and every column is of one person, or of one day.
//!
//! ```text
//! 姓名     │ 张三       │ 李四
//! 性别     │ 男         │ 女
//! 入党时间 │ 2001-07-01 │ 2011-07-01
//! ```
//!
//! It is set upright before anything looks at it, so that no layout has to know of it; what was read then goes back to
//! the cells as they are.

use std::ops::Range;

use super::lexicon::Word;
use super::record::{Layout, Reading, RowRole};
use super::view::{Elsewhere, Filled, Line, View};
use super::whom::are_many;
use crate::address::Spot;
use crate::book::{MAX_CELLS, Sheet};
use crate::text::{is_nothing, number};
use crate::vocabulary::Concept;

/// Which rows of a sheet are set upright.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    lists: Vec<Range<u32>>,
    cols: u32,
}

impl Turn {
    /// The lists of a sheet that lie on their side; nothing where there is none.
    pub fn of(view: &View) -> Option<Turn> {
        let mut lists: Vec<Range<u32>> = Vec::new();
        for row in 0..view.sheet.rows() {
            if lists.last().is_none_or(|last| !last.contains(&row))
                && let Some(list) = list_at(view, row, lists.last().map_or(0, |last| last.end))
            {
                lists.push(list);
            }
        }
        let (rows, cols) = (view.sheet.rows(), view.sheet.cols());
        let upright = (rows as u64 + lists.len() as u64 * u64::from(cols)) * u64::from(cols.max(MOST_LINES));
        (!lists.is_empty() && view.pin.is_none() && upright <= MAX_CELLS).then_some(Turn { lists, cols })
    }

    /// The sheet with its lists upright, one below the other as before.
    pub fn upright(&self, sheet: &Sheet) -> Sheet {
        sheet.rearranged(|spot| self.forth(spot))
    }

    /// Where a cell stands in the upright sheet.
    fn forth(&self, spot: Spot) -> Spot {
        let mut start = 0;
        let mut end = 0;
        for list in &self.lists {
            start += list.start - end;
            if spot.row < list.start {
                return Spot { row: start - (list.start - spot.row), ..spot };
            }
            if list.contains(&spot.row) {
                return Spot { row: start + spot.col, col: spot.row - list.start };
            }
            start += self.cols;
            end = list.end;
        }
        Spot { row: start + (spot.row - end), ..spot }
    }

    /// What was read of the upright sheet, at the cells as they are.
    pub fn back_to_its_cells(&self, mut read: Reading) -> Reading {
        read.move_cells(|spot| self.back(spot));
        for layout in &mut read.layouts {
            self.describe(layout);
        }
        read
    }

    fn describe(&self, layout: &mut Layout) {
        let row = |upright: u32| self.back(Spot { row: upright, col: 0 }).row;
        let header = row(layout.header.0);
        let Some(lines) = self.lists.iter().find(|list| list.contains(&header)).cloned() else { return };
        let titles = layout.rows.iter().filter(|(_, role)| *role == RowRole::Title);
        let above = titles.map(|(title, role)| (row(*title), *role));
        layout.rows = above.chain(lines.clone().map(|row| (row, RowRole::Data))).collect();
        layout.columns.iter_mut().for_each(|column| column.column += lines.start);
        layout.header = (lines.start, lines.start);
        layout.on_its_side = true;
    }
}

impl Elsewhere for Turn {
    fn back(&self, spot: Spot) -> Spot {
        let mut start = 0;
        let mut end = 0;
        for list in &self.lists {
            start += list.start - end;
            if spot.row < start {
                return Spot { row: list.start - (start - spot.row), ..spot };
            }
            if spot.row < start + self.cols {
                return Spot { row: list.start + spot.col, col: spot.row - start };
            }
            start += self.cols;
            end = list.end;
        }
        Spot { row: end + (spot.row - start), ..spot }
    }
}

/// A list says no more of a person than this.
const MOST_LINES: u32 = 60;

/// What the columns of a list on its side are, by the line that tells them apart.
#[derive(Clone, Copy, PartialEq)]
enum Each {
    /// `姓名 | 张三 | 李四`
    Person,
    /// `会议时间 | 3月5日 | 3月12日`
    Day,
    /// `月份 | 3月 | 4月`, of a plan.
    Month,
}

impl Each {
    /// Whether a line with such a label tells the columns apart.
    fn is_told_by(self, label: Option<Concept>) -> bool {
        match self {
            Each::Person => label == Some(Concept::Name),
            Each::Day => label == Some(Concept::Date),
            Each::Month => matches!(label, Some(Concept::Month | Concept::Date)),
        }
    }

    fn is_one(self, view: &View, cell: &Filled) -> bool {
        match self {
            Each::Person => view.begins_with_person(cell),
            Each::Day => cell.date().is_some_and(|date| date.is_day() && date.is_all()),
            Each::Month => cell.is_months(),
        }
    }

    /// Whether a line says what only lists of these do.
    fn has(self, line: Concept) -> bool {
        use Concept::*;
        match self {
            Each::Person => matches!(
                line,
                IdNumber
                    | Gender
                    | Birth
                    | Joined
                    | Confirmed
                    | Standing
                    | Post
                    | Phone
                    | Group
                    | Department
                    | Hours
                    | Points
            ),
            Each::Day => matches!(
                line,
                Kind | Topic | Hours | Due | Came | DueAndCame | Attendees | OnLeave | Absent | Absentees
            ),
            Each::Month => line == Topic,
        }
    }
}

/// The list of which a row tells the columns apart. It begins behind row `from`, with which another one ends.
fn list_at(view: &View, row: u32, from: u32) -> Option<Range<u32>> {
    let listed =
        [Each::Person, Each::Day, Each::Month].into_iter().find_map(|each| list_of(each, view, row, from));
    listed.or_else(|| amounts_of(view, row))
}

/// Months down and people across, with the hours or points of each in each:
///
/// ```text
/// 月份 │ 张三 │ 李四
/// 1月  │ 4    │ 2
/// ```
fn amounts_of(view: &View, row: u32) -> Option<Range<u32>> {
    let [label, people @ ..] = view.filled(row) else { return None };
    let heads_months = matches!(means(view, label), Some(Concept::Month | Concept::Date));
    if !heads_months || people.len() < 2 || !people.iter().all(|f| f.is_person(view.vocabulary)) {
        return None;
    }
    let most = view.sheet.rows().min(row + MOST_LINES);
    let is_month = |r: u32| view.word(r, label.col).is_months();
    let last = (row + 1..most).take_while(|r| is_month(*r) || matches!(view.line(*r), Line::Total)).last()?;
    let cells = || (row + 1..=last).flat_map(|r| people.iter().map(move |f| view.text(r, f.col)));
    // 1 and 0 may say who came.
    let amounts = cells().filter_map(number).filter(|n| *n != 0.0 && *n != 1.0).count();
    let words = cells().filter(|text| !is_nothing(text) && number(text).is_none()).count();
    let months = (row + 1..=last).filter(|r| is_month(*r)).count();
    (months >= 2 && amounts > 0 && words == 0).then(|| row..last + 1)
}

fn list_of(each: Each, view: &View, row: u32, from: u32) -> Option<Range<u32>> {
    let filled = view.filled(row);
    // The name of several lines may stand before theirs.
    let place = filled.iter().take(2).position(|f| each.is_told_by(means(view, f)))?;
    let (label, columns) = (filled[place].col, &filled[place + 1..]);
    let told = columns.iter().filter(|f| each.is_one(view, f)).count();
    // One may be lost, or like none. The last of several lists may be short.
    let least = if from == 0 { 2 } else { 1 };
    let begins_beside = columns.first().is_some_and(|f| f.col == label + filled[place].width);
    if told < least || told * 4 < columns.len() * 3 || !begins_beside {
        return None;
    }
    let line = |row: u32| view.filled(row).iter().find(|f| f.col == label).and_then(|f| means(view, f));
    let is_filled = |row: &u32| view.filled(*row).len() >= 2;
    // 项目 | 第一次 | 第二次 says something of each column, too.
    let fills_all = |r: u32| {
        [label].into_iter().chain(columns.iter().map(|f| f.col)).all(|c| !view.text(r, c).is_empty())
    };
    // 姓名 above days says whose all of them are.
    let is_of_list =
        |r: &u32| line(*r).map_or_else(|| fills_all(*r), |c| each == Each::Person || c != Concept::Name);
    let highest = from.max(row.saturating_sub(MOST_LINES));
    let first = (highest..row).rev().take_while(|r| is_of_list(r) && is_filled(r)).last().unwrap_or(row);
    let ends = |row: &u32| {
        let again = view.filled(*row).iter().take(2).any(|f| each.is_told_by(means(view, f)));
        again || matches!(view.line(*row), Line::Footer | Line::Legend)
    };
    let most = view.sheet.rows().min(first + MOST_LINES);
    let end = (row + 1..most).find(ends).unwrap_or(most);
    let last = (row..end).rev().find(|r| line(*r).is_some())?;
    let others: Vec<(u32, Concept)> =
        (first..=last).filter(|r| *r != row).filter_map(|r| Some((r, line(r)?))).collect();
    // 姓名 above or below days, and nobody beside it, heads people: their marks stand below the days.
    let names_some = |cell: &Filled| cell.is_person(view.vocabulary) || are_many(&cell.text, view.vocabulary);
    let heads_names = |pair: &[Filled]| means(view, &pair[0]) == Some(Concept::Name) && !names_some(&pair[1]);
    let around = row.saturating_sub(MOST_LINES)..view.sheet.rows().min(end + 2);
    let heads_people = || {
        let mut rows = around.clone().filter(|r| *r != row);
        rows.any(|r| view.filled(r).windows(2).take(3).any(heads_names))
    };
    // Nor need they have a heading.
    let has_people_below = || {
        let marks_somebody = |r: u32| {
            let [name, marks @ ..] = view.filled(r) else { return false };
            let is_mark = |f: &Filled| f.mark(view.vocabulary).is_some() || f.text.chars().count() == 1;
            name.col == label && name.is_person(view.vocabulary) && marks.iter().any(is_mark)
        };
        (last + 1..view.sheet.rows().min(last + 4)).filter(|r| marks_somebody(*r)).count() >= 2
    };
    // 曾用名 could be somebody; but on a card, labels stand below it. 党员 may be a post.
    let labels_below = |column: &Filled| {
        let is_label = |(r, _): &&(u32, Concept)| means(view, view.word(*r, column.col)).is_some();
        others.iter().filter(is_label).count() * 2 >= others.len()
    };
    let is_list = others.len() >= 2
        && others.iter().any(|(_, concept)| each.has(*concept))
        && (others.len() + 1) * 2 > (first..=last).filter(is_filled).count();
    (is_list
        && !(each == Each::Day && (heads_people() || has_people_below()))
        && !columns.iter().any(labels_below))
    .then(|| first..last + 1)
}

/// What a cell means first of all as a label.
fn means(view: &View, word: &Word) -> Option<Concept> {
    word.heading(view.vocabulary).first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        let turn = Turn { lists: vec![2..5, 6..9], cols: 7 };
        for row in 0..12 {
            for col in 0..7 {
                let spot = Spot { row, col };
                assert_eq!(turn.back(turn.forth(spot)), spot);
            }
        }
        assert_eq!(turn.forth(Spot { row: 3, col: 0 }), Spot { row: 2, col: 1 });
        assert_eq!(turn.forth(Spot { row: 9, col: 0 }), Spot { row: 17, col: 0 });
    }
}
