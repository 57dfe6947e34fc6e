//! How many a cell says are away, held against those whom it names: 张三等2人 names one.

use super::Named;

#[derive(Default)]
pub(super) struct Counts {
    /// How many are said to be away since the first of those of whom it is said.
    parts: Vec<usize>,
    /// The first of them is what the others come to: `缺席2人，其中病假1人，事假1人`.
    in_parts: bool,
    /// Those named before are not of these.
    from: usize,
    /// How many the first clause says, and how many of them it lacks: `缺3人，张三，病假；李四，事假；王五，出差`.
    first: Option<(usize, usize)>,
    /// Another clause says how many it is of.
    again: bool,
    /// How many are said to be away in all: `2人`, `共2人`.
    total: usize,
}

impl Counts {
    /// Keeps how many a piece says are away; in all where it says nothing else.
    pub(super) fn note(&mut self, is_among: bool, count: usize, is_total: bool) {
        self.in_parts |= is_among;
        match is_total {
            true => self.total = self.total.max(count),
            false => self.parts.push(count),
        }
    }

    /// How many more are said to be away than are named with the numbers since the last time.
    pub(super) fn unnamed(&mut self, named: &[Named]) -> usize {
        let parts = std::mem::take(&mut self.parts);
        let here = away(&named[self.from..]);
        self.from = named.len();
        // A sum, and what it is made of: `缺席3人：病假1人，事假2人`.
        let is_sum = |all: usize, parts: &[usize]| !parts.is_empty() && all == parts.iter().sum::<usize>();
        let said = match parts.split_first() {
            Some((all, parts)) if std::mem::take(&mut self.in_parts) || is_sum(*all, parts) => *all,
            _ => parts.iter().sum(),
        };
        let lacking = said.saturating_sub(here);
        match self.first {
            None if here > 0 && lacking > 0 => {
                self.first = Some((said, lacking));
                0
            }
            _ => {
                self.again |= said > 0;
                lacking
            }
        }
    }

    /// How many more are said to be away in all than are named at all. What the first clause says is of all where no other
    /// says a number of its own.
    pub(super) fn unnamed_in_all(&self, named: &[Named]) -> usize {
        let here = away(named);
        let first = self.first.map_or(0, |(said, lacking)| match self.again {
            true => lacking,
            false => said.saturating_sub(here),
        });
        self.total.saturating_sub(here).max(first)
    }
}

fn away(named: &[Named]) -> usize {
    named.iter().filter(|n| !n.mark.came()).count()
}
