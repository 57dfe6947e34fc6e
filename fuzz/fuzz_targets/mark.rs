//! The first line as a sheet's legend, the rest as marks.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taizhang::reading::legend;
use taizhang::reading::mark::{self, Legend};
use taizhang::vocabulary::Vocabulary;

fuzz_target!(|text: &str| {
    let vocabulary = Vocabulary::built_in();
    let (line, marks) = text.split_once('\n').unwrap_or(("", text));
    let mut legend = Legend::default();
    legend::add(&mut legend, line, vocabulary);
    for text in marks.lines() {
        let _ = mark::parse(text, &legend, vocabulary);
        let _ = mark::reason(text, vocabulary);
    }
});
