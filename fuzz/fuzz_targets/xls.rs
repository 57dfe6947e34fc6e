//! Any bytes as the records of an xls, without the compound file that a fuzzer never gets past: the first byte chooses
//! between a book and a single sheet, of Excel 97 or before.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use taizhang::book;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, records)) = bytes.split_first() else { return };
    let version = if choice & 1 == 0 { 6 } else { 5 };
    let holds = if choice & 2 == 0 { 0x05 } else { 0x10 };
    let begins = [&[0x09, 0x08, 0x08, 0x00, 0x00, version, holds][..], &[0; 5]].concat();
    let _ = book::read(Path::new("a.xls"), &[&begins, records].concat());
});
