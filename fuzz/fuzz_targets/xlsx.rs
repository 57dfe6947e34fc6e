//! Any bytes as the parts of an xlsx: what stands before the first zero is its texts, before the second its styles, the
//! rest its sheet. The archive around them is sound, as a fuzzer never gets one past its checksums.

#![no_main]

use std::io::{Cursor, Write};
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use taizhang::book;
use zip::CompressionMethod::Stored;
use zip::write::{SimpleFileOptions, ZipWriter};

const TOP: &[u8] = br#"<Relationships><Relationship Id="a" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &[u8] = br#"<Relationships><Relationship Id="b" Type="/worksheet" Target="sheet.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<workbook><sheets><sheet name="s" r:id="b"/></sheets></workbook>"#;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("_rels/.rels", TOP),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/sharedStrings.xml", part()),
        ("xl/styles.xml", part()),
        ("xl/sheet.xml", part()),
    ] {
        let options = SimpleFileOptions::default().compression_method(Stored);
        archive.start_file(name, options).expect("a part in memory");
        archive.write_all(content).expect("a part in memory");
    }
    let archive = archive.finish().expect("an archive in memory").into_inner();
    let _ = book::read(Path::new("a.xlsx"), &archive);
});
