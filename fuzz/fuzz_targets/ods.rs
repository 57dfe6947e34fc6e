//! Any bytes as the parts of an ods: what stands before the first zero is the styles that it names, the rest its content.
//! The archive around them is sound, as a fuzzer never gets one past its checksums.

#![no_main]

use std::io::{Cursor, Write};
use std::path::Path;

use libfuzzer_sys::fuzz_target;
use taizhang::book;
use zip::CompressionMethod::Stored;
use zip::write::{SimpleFileOptions, ZipWriter};

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let mut part = || parts.next().unwrap_or_default();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("styles.xml", part()),
        ("content.xml", part()),
    ] {
        let options = SimpleFileOptions::default().compression_method(Stored);
        archive.start_file(name, options).expect("a part in memory");
        archive.write_all(content).expect("a part in memory");
    }
    let archive = archive.finish().expect("an archive in memory").into_inner();
    let _ = book::read(Path::new("a.ods"), &archive);
});
