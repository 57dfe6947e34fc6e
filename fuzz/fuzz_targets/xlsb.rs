//! Any bytes as the parts of an xlsb: the first two say how long its texts and its styles are, the rest is its sheet. The
//! archive around them is sound, as a fuzzer never gets one past its checksums.

#![no_main]

use std::io::{Cursor, Write};
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use taizhang::book;
use zip::CompressionMethod::Stored;
use zip::write::{SimpleFileOptions, ZipWriter};

const TOP: &[u8] = br#"<Relationships><Relationship Id="a" Type="/officeDocument" Target="xl/workbook.bin"/></Relationships>"#;
const PARTS: &[u8] = br#"<Relationships><Relationship Id="b" Type="/worksheet" Target="sheet.bin"/></Relationships>"#;
/// One sheet `s` with the relation `b`, then the end of the book.
const BOOK: &[u8] = b"\x9c\x01\x14\0\0\0\0\x01\0\0\0\x01\0\0\0b\0\x01\0\0\0s\0\x84\x01\0";

fuzz_target!(|bytes: &[u8]| {
    let [texts, styles, rest @ ..] = bytes else { return };
    let (texts, rest) = rest.split_at(rest.len().min((*texts).into()));
    let (styles, sheet) = rest.split_at(rest.len().min((*styles).into()));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("_rels/.rels", TOP),
        ("xl/workbook.bin", BOOK),
        ("xl/_rels/workbook.bin.rels", PARTS),
        ("xl/sharedStrings.bin", texts),
        ("xl/styles.bin", styles),
        ("xl/sheet.bin", sheet),
    ] {
        let options = SimpleFileOptions::default().compression_method(Stored);
        archive.start_file(name, options).expect("a part in memory");
        archive.write_all(content).expect("a part in memory");
    }
    let archive = archive.finish().expect("an archive in memory").into_inner();
    let _ = book::read(Path::new("a.xlsb"), &archive);
});
