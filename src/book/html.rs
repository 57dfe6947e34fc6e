//! HTML tables, as web systems export them under the name .xls.

use std::ops::Range;

use scraper::{ElementRef, Html, Node, Selector};

use super::{Book, Refusal, Value, cells::Cells, limits, strike::Strike, text_table::decode};
use crate::address::{Area, Spot};

/// The tables of the page stand below each other on one sheet, as Excel shows them.
pub fn read(stem: &str, bytes: &[u8]) -> Result<Book, Refusal> {
    let (text, legacy_text) = decode(bytes);
    limits::check_html(&text)?;
    let page = Html::parse_document(&text);
    let rows = Selector::parse("tr").expect("a fixed selector");
    let (mut cells, mut merges) = (Cells::default(), Vec::new());
    // Columns that a cell above reaches down into, and the row below its last.
    let mut reaching: Vec<(Range<u32>, u32)> = Vec::new();
    for (row, tr) in (0u32..).zip(page.select(&rows)) {
        reaching.retain(|(_, end)| *end > row);
        let mut col = 0u32;
        for td in
            tr.children().filter_map(ElementRef::wrap).filter(|e| matches!(e.value().name(), "td" | "th"))
        {
            while let Some((columns, _)) = reaching.iter().find(|(columns, _)| columns.contains(&col)) {
                col = columns.end;
            }
            let span = |name: &str| {
                td.value().attr(name).and_then(|n| n.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, 1000)
            };
            let (width, height) = (span("colspan"), span("rowspan"));
            let (text, strike) = shown(td);
            cells.put_struck(Spot { row, col }, Value::Text(text.into()), strike.as_ref())?;
            if width > 1 || height > 1 {
                let last = Spot { row: row + height - 1, col: col + width - 1 };
                merges.push(Area { first: Spot { row, col }, last });
                if height > 1 {
                    reaching.push((col..col + width, row + height));
                }
            }
            col += width;
        }
    }
    Ok(Book { sheets: vec![cells.into_sheet(stem.to_string(), false, merges)], legacy_text })
}

/// The text of a cell, and what of it is struck through.
fn shown(cell: ElementRef) -> (String, Option<Strike>) {
    let (mut whole, mut kept, mut gone) = (String::new(), String::new(), String::new());
    for node in cell.descendants() {
        let piece = match node.value() {
            Node::Text(piece) => piece,
            Node::Element(e) if e.name() == "br" => "\n",
            _ => continue,
        };
        let within = node.ancestors().take_while(|outer| outer.id() != cell.id()).chain([*cell]);
        let is_struck = within.filter_map(ElementRef::wrap).any(strikes);
        whole.push_str(piece);
        if is_struck { &mut gone } else { &mut kept }.push_str(piece);
    }
    let plain = |text: &str| text.replace('\u{a0}', " ").trim().to_string();
    (plain(&whole), Strike::of(&plain(&kept), &plain(&gone)))
}

/// Excel writes `<s>`, others what browsers show the same way.
fn strikes(element: ElementRef) -> bool {
    matches!(element.value().name(), "s" | "strike" | "del")
        || element.value().attr("style").is_some_and(|style| style.contains("line-through"))
}
