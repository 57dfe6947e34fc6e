//! HTML tables, as web systems export them under the name .xls.

use scraper::{ElementRef, Html, Node, Selector};

use super::{Book, Refusal, Value, cells::Cells, text_table::decode};
use crate::address::{Area, Spot};

/// The tables of the page stand below each other on one sheet, as Excel shows them.
pub fn read(stem: &str, bytes: &[u8]) -> Result<Book, Refusal> {
    let (text, legacy_text) = decode(bytes);
    let page = Html::parse_document(&text);
    let rows = Selector::parse("tr").expect("a fixed selector");
    let (mut cells, mut merges, mut taken) = (Cells::default(), Vec::new(), std::collections::HashSet::new());
    for (row, tr) in (0u32..).zip(page.select(&rows)) {
        let mut col = 0u32;
        for td in
            tr.children().filter_map(ElementRef::wrap).filter(|e| matches!(e.value().name(), "td" | "th"))
        {
            while taken.contains(&(row, col)) {
                col += 1;
            }
            let span = |name: &str| {
                td.value().attr(name).and_then(|n| n.trim().parse::<u32>().ok()).unwrap_or(1).clamp(1, 1000)
            };
            let (width, height) = (span("colspan"), span("rowspan"));
            cells.put(row, col, Value::Text(shown(td)))?;
            if width > 1 || height > 1 {
                merges.push(Area {
                    first: Spot { row, col },
                    last: Spot { row: row + height - 1, col: col + width - 1 },
                });
                for below in 1..height {
                    taken.extend((col..col + width).map(|c| (row + below, c)));
                }
            }
            col += width;
        }
    }
    Ok(Book { sheets: vec![cells.into_sheet(stem.to_string(), false, merges)], legacy_text })
}

fn shown(cell: ElementRef) -> String {
    let mut text = String::new();
    for node in cell.descendants() {
        match node.value() {
            Node::Text(piece) => text.push_str(piece),
            Node::Element(e) if e.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    text.replace('\u{a0}', " ").trim().to_string()
}
