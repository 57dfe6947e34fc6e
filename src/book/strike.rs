//! What of a cell's text is struck through: no longer said, but not taken out either.

use crate::text::Text;

/// A text of which all or a part is struck through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Strike {
    Whole,
    /// What is left, and what is struck through.
    Part {
        kept: Text,
        gone: Text,
    },
}

impl Strike {
    /// Of what is left and what is struck through; nothing where nothing is.
    pub fn of(kept: &str, gone: &str) -> Option<Strike> {
        match (kept.trim().is_empty(), gone.trim().is_empty()) {
            (_, true) => None,
            (true, false) => Some(Strike::Whole),
            (false, false) => Some(Strike::Part { kept: kept.into(), gone: gone.into() }),
        }
    }

    /// Of letters in UTF-16 and the runs in which they are struck through or not: each from its first letter to the
    /// next run's. `before` is how those are that stand before the first.
    pub fn of_runs(letters: &[u16], before: bool, runs: &[(usize, bool)]) -> Option<Strike> {
        let mut parts = [Vec::new(), Vec::new()];
        let starts = std::iter::once((0, before)).chain(runs.iter().copied());
        let ends = runs.iter().map(|(start, _)| *start).chain([letters.len()]);
        for ((start, struck), end) in starts.zip(ends) {
            parts[usize::from(struck)].extend_from_slice(letters.get(start..end).unwrap_or_default());
        }
        let [kept, gone] = parts.map(|part| String::from_utf16_lossy(&part));
        Strike::of(&kept, &gone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters() {
        let letters: Vec<u16> = "李四、王五".encode_utf16().collect();
        let part = |kept: &str, gone: &str| Some(Strike::Part { kept: kept.into(), gone: gone.into() });
        for (before, runs, strike) in [
            (false, &[][..], None),
            (true, &[], Some(Strike::Whole)),
            (false, &[(2, true)], part("李四", "、王五")),
            (false, &[(2, true), (3, false)], part("李四王五", "、")),
            (true, &[(3, false)], part("王五", "李四、")),
            (false, &[(0, true)], Some(Strike::Whole)),
            // Of a broken book.
            (false, &[(9, true)], None),
            (true, &[(4, false), (2, true)], Some(Strike::Whole)),
        ] {
            assert_eq!(Strike::of_runs(&letters, before, runs), strike, "{before} {runs:?}");
        }
    }
}
