//! Signs that a sheet does not explain, held against what other sheets of its branch say of them.

use std::collections::HashSet;

use super::{BranchId, Ledger};
use crate::issue::{Code, Issue, Place};
use crate::reading::SignRow;
use crate::reading::mark::Mark;
use crate::vocabulary::Vocabulary;

/// Tells each sign that was taken for what most mean by it: once a branch, and on each sheet where another of the
/// branch's says something else. Where another says the same, there is nothing to tell.
pub(super) fn tell(
    ledger: &mut Ledger,
    mut assumed: Vec<SignRow>,
    explained: &[SignRow],
    vocabulary: &Vocabulary,
) {
    assumed.sort_by_key(|sign| sign.at);
    let branch = |ledger: &Ledger, sign: &SignRow| ledger.branch_of(Place::from(sign.at));
    let explained: Vec<(Option<BranchId>, String, &SignRow)> = explained
        .iter()
        .map(|sign| (branch(ledger, sign), vocabulary.same_sign(&sign.sign), sign))
        .filter(|(branch, ..)| branch.is_some())
        .collect();
    let mut said: HashSet<(Option<BranchId>, String)> = HashSet::new();
    for sign in assumed {
        let (branch, key) = (branch(ledger, &sign), vocabulary.same_sign(&sign.sign));
        let mut elsewhere =
            explained.iter().filter(|(of, other, _)| (of, other) == (&branch, &key)).peekable();
        let is_told = elsewhere.peek().is_some();
        let issue = match elsewhere.find(|(_, _, other)| !agree(other.mark, sign.mark)) {
            Some((_, _, other)) => {
                let (path, sheet) =
                    (ledger.shelf.path(other.at.book), ledger.shelf.sheet(other.at.book, other.at.sheet));
                let (taken, told) = (sign.mark.chinese(), other.mark.chinese());
                let detail = format!("这里按“{taken}”采用，“{path} › {sheet}”里是“{told}”");
                Issue::new(Code::OtherLegend, sign.at, sign.sign, detail)
            }
            None if is_told || !said.insert((branch, key)) => continue,
            None => sign.assumption(),
        };
        ledger.raise(issue);
    }
}

/// 病假 is 请假 as well.
fn agree(one: Mark, other: Mark) -> bool {
    one == other || matches!((one, other), (Mark::Leave(_), Mark::Leave(_)))
}
