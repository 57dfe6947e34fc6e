//! HTML tables, as web systems export them under the name .xls.

use std::ops::Range;

use ego_tree::{NodeId, iter::Edge};
use scraper::{ElementRef, Html, Node};

use super::{Book, Refusal, Value, cells::Cells, limits, strike::Strike, text_table::decode};
use crate::address::{Area, Spot};

/// The tables of the page stand below each other on one sheet, and what is written between them stands in rows
/// of its own, as Excel shows them. The sheet bears the name that Excel's own pages give it, else the file's.
pub fn read(stem: &str, bytes: &[u8]) -> Result<Book, Refusal> {
    let (text, legacy_text) = decode(bytes);
    limits::check_html(&text)?;
    let page = Html::parse_document(&text);
    let mut grid = Grid::default();
    // What stands within a row, or is not shown, has been dealt with when its element opened.
    let mut done: Option<NodeId> = None;
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) if done.is_none() => match node.value() {
                Node::Text(piece) => grid.loose.push_str(piece),
                Node::Element(e) if NOT_SHOWN.contains(&e.name()) => done = Some(node.id()),
                Node::Element(e) if !WITHIN_A_LINE.contains(&e.name()) => {
                    grid.lay_line()?;
                    if let Some(tr) = ElementRef::wrap(node).filter(|e| is_row(*e)) {
                        grid.lay_row(tr)?;
                        done = Some(node.id());
                    }
                }
                _ => {}
            },
            Edge::Close(node) if done == Some(node.id()) => done = None,
            Edge::Close(node) if done.is_none() => {
                if let Some(e) = node.value().as_element().filter(|e| !WITHIN_A_LINE.contains(&e.name())) {
                    grid.lay_line()?;
                    if e.name() == "table" {
                        grid.end_table();
                    }
                }
            }
            _ => {}
        }
    }
    let name = sheet_name(&page).unwrap_or_else(|| stem.to_string());
    Ok(Book { sheets: vec![grid.cells.into_sheet(name, false, grid.merges)], legacy_text })
}

/// Elements that a page does not show.
const NOT_SHOWN: [&str; 8] = ["head", "title", "style", "script", "noscript", "template", "xml", "select"];
/// Elements that do not begin a line of their own.
const WITHIN_A_LINE: [&str; 23] = [
    "a", "abbr", "b", "big", "code", "del", "em", "font", "i", "img", "input", "ins", "label", "mark", "o:p",
    "s", "small", "span", "strike", "strong", "sub", "sup", "u",
];

/// A row of cells. One that holds a whole table only places it on the page.
fn is_row(element: ElementRef) -> bool {
    element.value().name() == "tr"
        && !element.descendants().filter_map(ElementRef::wrap).any(|e| e.value().name() == "table")
}

/// The one name in what Excel and those who imitate it write for Excel, in a comment.
fn sheet_name(page: &Html) -> Option<String> {
    let mut names = page.tree.values().filter_map(Node::as_comment).flat_map(|comment| {
        comment
            .split("<x:Name>")
            .skip(1)
            .filter_map(|rest| rest.split_once("</x:Name>"))
            .map(|(name, _)| name)
    });
    let name = names.next().map(str::trim).filter(|name| !name.is_empty())?;
    names.next().is_none().then(|| name.to_string())
}

/// The sheet as far as the page has been laid out.
#[derive(Default)]
struct Grid {
    cells: Cells,
    merges: Vec<Area>,
    /// The row to be laid out next.
    row: u32,
    /// Columns that a cell above reaches down into, and the row below its last.
    reaching: Vec<(Range<u32>, u32)>,
    /// How many merges there were before this table.
    merges_before: usize,
    /// Text outside of all cells that has not been laid out yet.
    loose: String,
}

impl Grid {
    /// A line of text outside of the tables is a row of one cell.
    fn lay_line(&mut self) -> Result<(), Refusal> {
        let line = plain(&std::mem::take(&mut self.loose));
        if !line.is_empty() {
            self.cells.put(self.row, 0, Value::Text(line.into()))?;
            self.row += 1;
        }
        Ok(())
    }

    fn lay_row(&mut self, tr: ElementRef) -> Result<(), Refusal> {
        let row = self.row;
        self.reaching.retain(|(_, end)| *end > row);
        let mut col = 0u32;
        for td in
            tr.children().filter_map(ElementRef::wrap).filter(|e| matches!(e.value().name(), "td" | "th"))
        {
            while let Some((columns, _)) = self.reaching.iter().find(|(columns, _)| columns.contains(&col)) {
                col = columns.end;
            }
            let span = |name: &str| {
                td.value().attr(name).and_then(|n| n.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, 1000)
            };
            let (width, height) = (span("colspan"), span("rowspan"));
            let (text, strike) = shown(td);
            self.cells.put_struck(Spot { row, col }, Value::Text(text.into()), strike.as_ref())?;
            if width > 1 || height > 1 {
                let last = Spot { row: row + height - 1, col: col + width - 1 };
                self.merges.push(Area { first: Spot { row, col }, last });
                if height > 1 {
                    self.reaching.push((col..col + width, row + height));
                }
            }
            col += width;
        }
        self.row += 1;
        Ok(())
    }

    /// No cell reaches beyond its table, whatever it says.
    fn end_table(&mut self) {
        self.reaching.clear();
        for merge in &mut self.merges[self.merges_before..] {
            merge.last.row = merge.last.row.min(self.row.saturating_sub(1)).max(merge.first.row);
        }
        self.merges_before = self.merges.len();
    }
}

/// The text of a cell, and what of it is struck through.
fn shown(cell: ElementRef) -> (String, Option<Strike>) {
    let (mut whole, mut kept, mut gone) = (String::new(), String::new(), String::new());
    for edge in cell.traverse() {
        let (node, piece) = match edge {
            Edge::Open(node) => (node, node.value().as_text().map(|piece| &**piece)),
            Edge::Close(node) => (node, None),
        };
        let begins_a_line = node.value().as_element().is_some_and(|e| !WITHIN_A_LINE.contains(&e.name()));
        let Some(piece) = begins_a_line.then_some(LINE_END).or(piece) else { continue };
        let within = node.ancestors().take_while(|outer| outer.id() != cell.id()).chain([*cell]);
        let is_struck = within.filter_map(ElementRef::wrap).any(strikes);
        whole.push_str(piece);
        if is_struck { &mut gone } else { &mut kept }.push_str(piece);
    }
    (plain(&whole), Strike::of(&plain(&kept), &plain(&gone)))
}

/// Where a line ends, which a line break in the source of a page does not.
const LINE_END: &str = "\u{2028}";

/// A text as a page shows it: however much space stands in its source, it is one blank.
fn plain(text: &str) -> String {
    let lines = text.split(LINE_END).map(|line| {
        line.split([' ', '\t', '\r', '\n', '\u{a0}'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Excel writes `<s>`, others what browsers show the same way.
fn strikes(element: ElementRef) -> bool {
    matches!(element.value().name(), "s" | "strike" | "del")
        || element.value().attr("style").is_some_and(|style| style.contains("line-through"))
}
