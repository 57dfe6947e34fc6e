//! Where a value stands: book, sheet, row, column.
//!
//! An [`Address`] is four small integers, so that every fact can carry one without weight; it is
//! turned into text (`第二支部/3月考勤.xlsx › 3月 › D7`) only when somebody looks at it, by the
//! [`Shelf`](crate::book::Shelf) that knows the names.

use std::fmt;
use std::str::FromStr;

/// Index of a book on the shelf, in reading order.
pub type BookId = u32;

/// One cell of one sheet of one book. Rows and columns count from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Address {
    pub book: BookId,
    pub sheet: u16,
    pub row: u32,
    pub col: u32,
}

/// A row and a column of a sheet, counted from zero; shown in Excel's A1 notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Spot {
    pub row: u32,
    pub col: u32,
}

/// A rectangle of cells, both corners included; shown as `D7` or `D7:F7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Area {
    pub first: Spot,
    pub last: Spot,
}

/// A value together with the cell that it was read from.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited<T> {
    pub value: T,
    pub at: Address,
}

impl Address {
    pub fn spot(self) -> Spot {
        Spot { row: self.row, col: self.col }
    }
}

impl Area {
    pub fn contains(&self, spot: Spot) -> bool {
        (self.first.row..=self.last.row).contains(&spot.row)
            && (self.first.col..=self.last.col).contains(&spot.col)
    }

    /// The rectangle whose corners are where `to` puts this one's.
    pub fn moved(self, to: impl Fn(Spot) -> Spot) -> Area {
        let (one, other) = (to(self.first), to(self.last));
        Area {
            first: Spot { row: one.row.min(other.row), col: one.col.min(other.col) },
            last: Spot { row: one.row.max(other.row), col: one.col.max(other.col) },
        }
    }

    /// Its cells, row by row.
    pub fn spots(self) -> impl Iterator<Item = Spot> {
        let Area { first, last } = self;
        (first.row..=last.row).flat_map(move |row| (first.col..=last.col).map(move |col| Spot { row, col }))
    }

    /// How many columns the rectangle spans.
    pub fn width(&self) -> u32 {
        self.last.col - self.first.col + 1
    }
}

impl From<Spot> for Area {
    fn from(spot: Spot) -> Self {
        Area { first: spot, last: spot }
    }
}

impl<T> Cited<T> {
    pub fn new(value: T, at: Address) -> Self {
        Cited { value, at }
    }
}

impl Spot {
    /// Adds the cell to a text: every fact cites one.
    pub fn push_to(self, text: &mut String) {
        text.push_str(letters_of(self.col, &mut [0; MOST_LETTERS]));
        text.push_str(itoa::Buffer::new().format(self.row + 1));
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(letters_of(self.col, &mut [0; MOST_LETTERS]))?;
        fmt::Display::fmt(&(self.row + 1), f)
    }
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{}:{}", self.first, self.last)
        }
    }
}

/// Text that is no cell or range in A1 notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotA1;

impl FromStr for Spot {
    type Err = NotA1;

    fn from_str(text: &str) -> Result<Self, NotA1> {
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (letters, digits) = text.split_at(letters);
        let col = letters.bytes().try_fold(0u32, |col, letter| {
            col.checked_mul(26)?.checked_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
        });
        let counted = |number: Option<u32>| number.and_then(|n| n.checked_sub(1)).ok_or(NotA1);
        let row = if digits.starts_with(|c: char| c.is_ascii_digit()) { digits.parse().ok() } else { None };
        Ok(Spot { row: counted(row)?, col: counted(col)? })
    }
}

impl FromStr for Area {
    type Err = NotA1;

    fn from_str(text: &str) -> Result<Self, NotA1> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (first, last): (Spot, Spot) = (first.parse()?, last.parse()?);
        if first.row <= last.row && first.col <= last.col { Ok(Area { first, last }) } else { Err(NotA1) }
    }
}

/// Excel's letters of a column counted from zero: `0` is `A`, `26` is `AA`.
pub fn column_letters(col: u32) -> String {
    letters_of(col, &mut [0; MOST_LETTERS]).to_string()
}

/// As many letters as any number takes.
const MOST_LETTERS: usize = 7;

/// Every cell that is cited is written so: without a text of its own.
fn letters_of(col: u32, letters: &mut [u8; MOST_LETTERS]) -> &str {
    let (mut start, mut rest) = (MOST_LETTERS, u64::from(col) + 1);
    while rest > 0 {
        rest -= 1;
        start -= 1;
        letters[start] = b'A' + (rest % 26) as u8;
        rest /= 26;
    }
    std::str::from_utf8(&letters[start..]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a1_notation() {
        for (row, col, shown) in
            [(0, 0, "A1"), (6, 3, "D7"), (0, 25, "Z1"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")]
        {
            assert_eq!(Spot { row, col }.to_string(), shown);
            assert_eq!(shown.parse(), Ok(Spot { row, col }));
        }
        assert_eq!(column_letters(u32::MAX), "MWLQKWV");
        for wrong in ["", "A", "1", "A0", "1A", "甲1", "A1:B2", "A-1", "ZZZZZZZZZZZZ1", "A+1", "A99999999999"]
        {
            assert_eq!(wrong.parse::<Spot>(), Err(NotA1), "{wrong}");
        }
        assert_eq!("D7:F7".parse::<Area>().map(|area| area.to_string()), Ok("D7:F7".into()));
        assert_eq!("F7:D7".parse::<Area>(), Err(NotA1));
    }
}
