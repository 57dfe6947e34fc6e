//! Any bytes as a file, in every format: the first byte chooses the extension, the rest is the content.

#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use taizhang::book;
use taizhang::reading::{self, Lexicon};
use taizhang::vocabulary::Vocabulary;

const NAMES: [&str; 8] =
    ["a.xlsx", "a.xls", "a.et", "a.xlsb", "a.ods", "a.csv", "第一支部3月考勤.tsv", "第一支部2026年3月.html"];

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, content)) = bytes.split_first() else { return };
    let name = NAMES[usize::from(*choice) % NAMES.len()];
    if let Ok(book) = book::read(Path::new(name), content) {
        reading::read(&book, 0, name, &Lexicon::new(Vocabulary::built_in()), &[]);
    }
});
