//! An xlsx with its sheets unpacked, so that reading their cells and then their merges inflates and parses nothing
//! twice.

use std::io::{Cursor, Read, Write};

use memchr::memmem;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::sniff::Archive;

/// A larger sheet stays packed and is read twice: it must not stand in memory whole.
const MOST_HELD: u64 = 16 << 20;

/// Folders of parts that hold nothing that is read.
const UNREAD: [&str; 7] = [
    "docprops/",
    "xl/theme/",
    "xl/media/",
    "xl/drawings/",
    "xl/charts/",
    "xl/printersettings/",
    "customxml/",
];

/// Parts that hold what is in cells and how it looks, and say nothing of where they lie.
const OF_CELLS: [&str; 2] = ["sharedstrings.xml", "styles.xml"];

/// Parts that tell which part is which.
const OF_THE_BOOK: [&str; 3] = ["workbook.xml", "[content_types].xml", ".rels"];

/// The archives made of one.
pub struct Unpacked {
    /// The whole book.
    pub book: Vec<u8>,
    /// The book without its cells, from which its merges are read; absent where it has none.
    pub bones: Option<Vec<u8>>,
}

/// An archive under construction.
type Writer = ZipWriter<Cursor<Vec<u8>>>;

/// # Errors
/// The archive is broken.
pub fn unpack(mut packed: Archive) -> ZipResult<Unpacked> {
    let (mut book, mut bones) = (empty(), empty());
    let mut has_merges = false;
    for i in 0..packed.len() {
        let mut part = packed.by_index(i)?;
        let name = part.name().to_string();
        let place = name.to_lowercase().replace('\\', "/");
        let is_one_of = |ends: &[&str]| ends.iter().any(|end| place.ends_with(end));
        if part.is_dir() || UNREAD.iter().any(|folder| place.starts_with(folder)) {
            continue;
        }
        if is_one_of(&OF_CELLS) || is_one_of(&OF_THE_BOOK) {
            drop(part);
            book.raw_copy_file(packed.by_index_raw(i)?)?;
            if is_one_of(&OF_THE_BOOK) {
                bones.raw_copy_file(packed.by_index_raw(i)?)?;
            }
            continue;
        }
        let mut xml = Vec::with_capacity(part.size().min(MOST_HELD) as usize);
        // Whatever the part claims, no more than this is held.
        part.by_ref().take(MOST_HELD + 1).read_to_end(&mut xml)?;
        drop(part);
        if xml.len() as u64 > MOST_HELD {
            has_merges = true;
            book.raw_copy_file(packed.by_index_raw(i)?)?;
            bones.raw_copy_file(packed.by_index_raw(i)?)?;
            continue;
        }
        if memmem::find(&xml, b"mergeCell").is_some() {
            has_merges = true;
            add(&mut bones, &name, without_cells(&xml))?;
        }
        add(&mut book, &name, [&xml, &[]])?;
    }
    let bones = if has_merges { Some(bones.finish()?.into_inner()) } else { None };
    Ok(Unpacked { book: book.finish()?.into_inner(), bones })
}

fn empty() -> Writer {
    ZipWriter::new(Cursor::new(Vec::with_capacity(16 << 10)))
}

fn add(archive: &mut Writer, name: &str, pieces: [&[u8]; 2]) -> ZipResult<()> {
    archive.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
    pieces.iter().try_for_each(|piece| Ok(archive.write_all(piece)?))
}

/// What stands before and after the cells of a sheet. An angle bracket inside a text is escaped, so that the first
/// tag and the last are those of the sheet.
fn without_cells(xml: &[u8]) -> [&[u8]; 2] {
    const CLOSING: &[u8] = b"sheetData>";
    let open = memmem::find(xml, b"<sheetData").or_else(|| memmem::find(xml, b":sheetData"));
    let start = open.and_then(|open| memchr::memrchr(b'<', &xml[..=open]));
    let end = memmem::rfind(xml, CLOSING).map(|close| close + CLOSING.len());
    match (start, end) {
        (Some(start), Some(end)) if start < end => [&xml[..start], &xml[end..]],
        _ => [xml, &[]],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_without_its_cells() {
        for (xml, rest) in [
            ("<ws><sheetData><row/></sheetData><mergeCells/></ws>", "<ws><mergeCells/></ws>"),
            ("<x:ws><x:sheetData>\n</x:sheetData><x:mergeCells/></x:ws>", "<x:ws><x:mergeCells/></x:ws>"),
            ("<ws><sheetData/><mergeCells/></ws>", "<ws><sheetData/><mergeCells/></ws>"),
            ("<ws><mergeCells/></ws>", "<ws><mergeCells/></ws>"),
        ] {
            assert_eq!(without_cells(xml.as_bytes()).concat(), rest.as_bytes(), "{xml}");
        }
    }
}
