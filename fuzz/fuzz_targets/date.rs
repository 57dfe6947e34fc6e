//! Any text as a date; what comes out is read again as itself.

#![no_main]

use libfuzzer_sys::fuzz_target;
use taizhang::when::{self, Around};

fuzz_target!(|text: &str| {
    let here = Around::of(2026, 3);
    for around in [Around::default(), here, Around::in_text(text)] {
        if let Ok(day) = when::parse(text, around) {
            assert_eq!(when::parse(&day.to_string(), Around::default()), Ok(day));
        }
        let _ = when::find(text, around);
    }
    if let Ok(number) = text.trim().parse::<f64>() {
        let _ = when::from_number(number, here);
    }
});
