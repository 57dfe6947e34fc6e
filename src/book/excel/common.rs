//! What a cell of a binary book holds, and what it refers to.

use super::Styles;
use crate::address::Spot;
use crate::book::cells::Cells;
use crate::book::package::broken;
use crate::book::strike::Strike;
use crate::book::{Refusal, Value};
use crate::text::Text;

/// What the cells of every sheet refer to.
#[derive(Default)]
pub struct Common {
    pub strings: Vec<Letters>,
    pub styles: Styles,
    /// Days are counted from 1904, as old Macs did.
    pub from_1904: bool,
}

/// A text, and from which of its letters on, counted in UTF-16, they are struck through or not; those before the first
/// are as the cell's style says.
pub struct Letters {
    pub text: Text,
    pub runs: Vec<(u16, bool)>,
}

impl From<String> for Letters {
    fn from(text: String) -> Self {
        Letters { text: text.into(), runs: Vec::new() }
    }
}

impl Letters {
    fn strike(&self, struck: bool) -> Option<Strike> {
        if self.runs.is_empty() {
            return struck.then_some(Strike::Whole);
        }
        let letters: Vec<u16> = self.text.encode_utf16().collect();
        let runs: Vec<(usize, bool)> = self.runs.iter().map(|(from, is)| (usize::from(*from), *is)).collect();
        Strike::of_runs(&letters, struck, &runs)
    }
}

/// What a record says that a cell holds.
pub enum Written {
    Number(f64),
    Flag(u8),
    /// By its number, [MS-XLS] 2.5.10.
    Error(u8),
    Letters(Letters),
    /// The place of a text that cells share.
    Shared(u32),
}

impl Common {
    /// Puts a cell where it belongs.
    ///
    /// # Errors
    /// It refers to a text that there is not, or the sheet is too large.
    pub fn put(&self, spot: Spot, style: usize, written: Written, cells: &mut Cells) -> Result<(), Refusal> {
        let style = self.styles.get(style);
        let whole = style.struck.then_some(Strike::Whole);
        let (value, strike) = match written {
            Written::Number(number) => (style.shown.value(number, self.from_1904), whole),
            Written::Flag(flag) => (Value::Text(if flag == 0 { "FALSE" } else { "TRUE" }.into()), whole),
            Written::Error(error) => (Value::Text(error_name(error).into()), whole),
            Written::Letters(letters) => (Value::Text(letters.text.clone()), letters.strike(style.struck)),
            Written::Shared(place) => {
                let letters = self.strings.get(place as usize).ok_or_else(broken)?;
                (Value::Text(letters.text.clone()), letters.strike(style.struck))
            }
        };
        cells.put_struck(spot, value, strike.as_ref())
    }
}

/// As Excel shows it, in every language.
fn error_name(error: u8) -> &'static str {
    match error {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        0x2a => "#N/A",
        0x2b => "#GETTING_DATA",
        _ => "#ERROR!",
    }
}
