use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use foldhash::{HashMap, HashMapExt, HashSet};

use super::extent::MAX_CELLS;
use crate::address::{Area, Spot};
use crate::text::Text;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    #[default]
    Empty,
    Text(Text),
    Number(f64),
    Date(NaiveDate),
}

/// One sheet: a rectangle of cells from A1 to the last cell that holds anything.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    rows: u32,
    cols: u32,
    cells: Vec<Value>,
    /// Merges by their first cell.
    merges: HashMap<Spot, Area>,
    /// For every cell of a merge but its first: the first.
    covered: HashMap<Spot, Spot>,
    struck_rows: BTreeMap<u32, Vec<(u32, Text)>>,
    left_out: BTreeMap<Spot, Text>,
    comments: BTreeMap<Spot, Text>,
}

const EMPTY: &Value = &Value::Empty;

impl Sheet {
    pub(super) fn new(
        name: String,
        hidden: bool,
        (rows, cols): (u32, u32),
        cells: Vec<Value>,
        merges: Vec<Area>,
    ) -> Self {
        let mut covered = HashMap::new();
        // A merge may claim a whole column; only what lies within the used cells matters. Merges that lie over
        // each other again and again are no work of a person: past a bound they are left out.
        let mut budget = 2 * MAX_CELLS;
        for area in &merges {
            let (bottom, right) =
                (area.last.row.min(rows.saturating_sub(1)), area.last.col.min(cols.saturating_sub(1)));
            let height = u64::from((bottom + 1).saturating_sub(area.first.row));
            let size = height * u64::from((right + 1).saturating_sub(area.first.col));
            let Some(left) = budget.checked_sub(size) else { continue };
            budget = left;
            for row in area.first.row..=bottom {
                for col in area.first.col..=right {
                    let spot = Spot { row, col };
                    if spot != area.first {
                        covered.insert(spot, area.first);
                    }
                }
            }
        }
        let merges = merges.into_iter().map(|area| (area.first, area)).collect();
        Sheet { name, hidden, rows, cols, cells, merges, covered, ..Sheet::default() }
    }

    /// With what is struck through: the cells whose text is as a whole, and what is of others, which their values lack.
    /// A row is struck through if all of its cells are, but for numbers; then none of them says anything. Nor does any
    /// other cell that is struck through as a whole.
    pub(super) fn struck(mut self, struck: HashSet<Spot>, left_out: Vec<(Spot, Text)>) -> Self {
        self.left_out = left_out.into_iter().collect();
        let rows: BTreeSet<u32> = struck.iter().map(|spot| spot.row).filter(|row| *row < self.rows).collect();
        for row in rows {
            let spots = (0..self.cols).map(|col| Spot { row, col });
            let held: Vec<Spot> = spots.filter(|spot| !self.value(row, spot.col).is_empty()).collect();
            let mut texts = held.iter().filter(|spot| !self.value(row, spot.col).is_number()).peekable();
            if texts.peek().is_some() && texts.all(|spot| struck.contains(spot)) {
                let out = held.into_iter().map(|spot| (spot.col, self.take(spot))).collect();
                self.struck_rows.insert(row, out);
                continue;
            }
            for spot in held.into_iter().filter(|spot| struck.contains(spot)) {
                let text = self.take(spot);
                self.left_out.insert(spot, text);
            }
        }
        self
    }

    /// The same cells in other places. `to` gives each its own; a merge goes with its corners.
    pub fn rearranged(&self, to: impl Fn(Spot) -> Spot) -> Sheet {
        let spots = || (0..self.rows).flat_map(|row| (0..self.cols).map(move |col| Spot { row, col }));
        let held: Vec<(Spot, &Value)> = spots()
            .map(|spot| (to(spot), self.value(spot.row, spot.col)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        let rows = held.iter().map(|(spot, _)| spot.row + 1).max().unwrap_or(0);
        let cols = held.iter().map(|(spot, _)| spot.col + 1).max().unwrap_or(0);
        let mut cells = vec![Value::Empty; rows as usize * cols as usize];
        for (spot, value) in held {
            cells[spot.row as usize * cols as usize + spot.col as usize] = value.clone();
        }
        let is_within = |spot: &Spot| spot.row < self.rows && spot.col < self.cols;
        let merges = self.merges.values().filter(|area| is_within(&area.last)).map(|area| area.moved(&to));
        let mut sheet = Sheet::new(self.name.clone(), self.hidden, (rows, cols), cells, merges.collect());
        sheet.left_out = self.left_out.iter().map(|(spot, text)| (to(*spot), text.clone())).collect();
        sheet
    }

    pub(super) fn commented(mut self, comments: BTreeMap<Spot, Text>) -> Self {
        self.comments = comments;
        self
    }

    /// What somebody noted on cells (Excel's 批注), by cell. It is no part of their values.
    pub fn comments(&self) -> &BTreeMap<Spot, Text> {
        &self.comments
    }

    /// Empties a cell and gives its text.
    fn take(&mut self, spot: Spot) -> Text {
        std::mem::take(&mut self.cells[(spot.row * self.cols + spot.col) as usize]).text().into()
    }

    pub fn rows(&self) -> u32 {
        self.rows
    }

    pub fn cols(&self) -> u32 {
        self.cols
    }

    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The value that stands in the cell itself; empty outside the sheet and under a merge.
    pub fn value(&self, row: u32, col: u32) -> &Value {
        if row < self.rows && col < self.cols { &self.cells[(row * self.cols + col) as usize] } else { EMPTY }
    }

    /// The first cell of the merge that covers this cell, or the cell itself.
    pub fn origin(&self, row: u32, col: u32) -> Spot {
        let spot = Spot { row, col };
        self.covered.get(&spot).copied().unwrap_or(spot)
    }

    /// The value that a person sees at this cell: a merge's value anywhere under the merge.
    pub fn seen(&self, row: u32, col: u32) -> &Value {
        let Spot { row, col } = self.origin(row, col);
        self.value(row, col)
    }

    /// The merge that starts or covers this cell.
    pub fn merge_at(&self, row: u32, col: u32) -> Option<Area> {
        self.merges.get(&self.origin(row, col)).copied()
    }

    pub fn has_merges(&self) -> bool {
        !self.merges.is_empty()
    }

    /// What somebody who opens the book reads in the cell itself: its value, or what is struck through there.
    pub fn written(&self, row: u32, col: u32) -> String {
        let of_row = || self.struck_rows.get(&row)?.iter().find(|(at, _)| *at == col).map(|(_, text)| text);
        match self.value(row, col) {
            Value::Empty => {
                let struck = self.left_out.get(&Spot { row, col }).or_else(of_row);
                struck.map(Text::to_string).unwrap_or_default()
            }
            value => value.text(),
        }
    }

    /// What is struck through in rows that are not as a whole, by cell: the values lack it.
    pub fn left_out(&self) -> &BTreeMap<Spot, Text> {
        &self.left_out
    }

    /// The rows that are struck through, each with the texts of its cells by column: the values lack them.
    pub fn struck_rows(&self) -> &BTreeMap<u32, Vec<(u32, Text)>> {
        &self.struck_rows
    }
}

impl Value {
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Empty => true,
            Value::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// Whether it is a number, even one written as text.
    fn is_number(&self) -> bool {
        match self {
            Value::Number(_) => true,
            Value::Text(text) => text.trim().parse::<f64>().is_ok(),
            Value::Empty | Value::Date(_) => false,
        }
    }

    /// The value as a person sees it: whole numbers without a point, dates as `2026-03-05`.
    pub fn text(&self) -> String {
        match self {
            Value::Empty => String::new(),
            Value::Text(text) => text.to_string(),
            Value::Number(number) => format!("{number}"),
            Value::Date(date) => date.to_string(),
        }
    }
}
