//! Any text as the prose of the absent; nobody comes out without a name.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taizhang::reading::mark::Mark;
use taizhang::reading::prose;
use taizhang::vocabulary::Vocabulary;

fuzz_target!(|text: &str| {
    for plain in [Mark::Absent, Mark::Present, Mark::Leave(None)] {
        let said = prose::parse(text, plain, Vocabulary::built_in());
        assert!(said.named.iter().all(|n| !n.name.is_empty()));
    }
});
