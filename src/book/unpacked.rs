//! An xlsx with its sheets unpacked, so that reading their cells and then their merges inflates and parses nothing
//! twice.

use std::io::{Cursor, Read, Write};

use memchr::memmem;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::sniff::Archive;

/// As much of a book is held in memory unpacked; what is beyond it stays packed and is read twice.
const MOST_HELD: u64 = 32 << 20;

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
    let (mut has_merges, mut room) = (false, MOST_HELD);
    for i in 0..packed.len() {
        let part = packed.by_index_raw(i)?;
        let name = part.name().to_string();
        let place = name.to_lowercase().replace('\\', "/");
        let is_one_of = |ends: &[&str]| ends.iter().any(|end| place.ends_with(end));
        if part.is_dir() || UNREAD.iter().any(|folder| place.starts_with(folder)) {
            continue;
        }
        let (of_cells, of_the_book) = (is_one_of(&OF_CELLS), is_one_of(&OF_THE_BOOK));
        drop(part);
        if of_cells || of_the_book {
            book.raw_copy_file(packed.by_index_raw(i)?)?;
            if of_the_book {
                bones.raw_copy_file(packed.by_index_raw(i)?)?;
            }
            continue;
        }
        match inflated(&mut packed, i, room) {
            Some(xml) => {
                room -= xml.len() as u64;
                if memmem::find(&xml, b"mergeCell").is_some() {
                    has_merges = true;
                    add(&mut bones, &name, without_cells(&xml))?;
                }
                add(&mut book, &name, [&xml, &[]])?;
            }
            // Too large, or broken: whether it is needed at all, whoever reads the book will see.
            None => {
                has_merges = true;
                book.raw_copy_file(packed.by_index_raw(i)?)?;
                bones.raw_copy_file(packed.by_index_raw(i)?)?;
            }
        }
    }
    let bones = if has_merges { Some(bones.finish()?.into_inner()) } else { None };
    Ok(Unpacked { book: book.finish()?.into_inner(), bones })
}

/// A part's bytes, where they are not more than there is room for, whatever the part claims, and can be read.
fn inflated(packed: &mut Archive, part: usize, room: u64) -> Option<Vec<u8>> {
    let mut part = packed.by_index(part).ok()?;
    let mut bytes = Vec::with_capacity(part.size().min(room) as usize);
    part.by_ref().take(room + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= room).then_some(bytes)
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

    #[test]
    fn a_broken_part_is_left_to_whoever_needs_it() {
        let mut packed = empty();
        add(&mut packed, "xl/worksheets/sheet1.xml", [b"<ws><sheetData/></ws>", b""]).unwrap();
        add(&mut packed, "xl/comments1.xml", [b"<comments>", b"</comments>"]).unwrap();
        let mut bytes = packed.finish().unwrap().into_inner();
        let broken = memmem::find(&bytes, b"<comments>").unwrap();
        bytes[broken + 1] = b'x';
        let archive = zip::ZipArchive::new(Cursor::new(bytes.as_slice())).unwrap();
        let book = unpack(archive).unwrap().book;
        let mut book = zip::ZipArchive::new(Cursor::new(book.as_slice())).unwrap();
        let mut sheet = String::new();
        book.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        assert_eq!(sheet, "<ws><sheetData/></ws>");
        assert!(book.by_name("xl/comments1.xml").unwrap().read_to_string(&mut sheet).is_err());
    }
}
