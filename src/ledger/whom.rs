//! Whom a name in a list means: a member, or several at once.

use super::resolve::Directory;
use super::{Audience, BranchId, Ledger, MemberId};
use crate::address::Cited;
use crate::text::Text;
use crate::vocabulary::Vocabulary;
use crate::when::When;

/// The members of a branch whom a name means: one, or those whom 全体党员, 支委成员 or 第一党小组 names. Nobody, and an issue
/// at the name's cell, where it is no one's.
pub fn members(
    ledger: &mut Ledger,
    directory: &Directory,
    branch: BranchId,
    (name, but): (&Cited<Text>, &[Cited<Text>]),
    when: Option<When>,
    vocabulary: &Vocabulary,
) -> Vec<MemberId> {
    if directory.member_quietly(ledger, branch, name).is_none()
        && let Some(several) = when.and_then(|when| several(ledger, branch, &name.value, when, vocabulary))
    {
        let excepted: Vec<MemberId> =
            but.iter().filter_map(|name| directory.member(ledger, branch, name)).collect();
        return several.into_iter().filter(|member| !excepted.contains(member)).collect();
    }
    directory.member(ledger, branch, name).into_iter().collect()
}

/// Those of a branch at the time; nothing where the words name no audience, or no roster says who is of it.
fn several(
    ledger: &Ledger,
    branch: BranchId,
    text: &str,
    when: When,
    vocabulary: &Vocabulary,
) -> Option<Vec<MemberId>> {
    let (audience, unknown) = Audience::read(text, ledger, vocabulary);
    if !unknown.is_empty() || audience == Audience::default() {
        return None;
    }
    let mut members = Vec::new();
    for member in ledger.members_of(branch).filter(|id| ledger.members[*id].was_here(when)) {
        if audience.takes(&ledger.members[member], when, vocabulary)? {
            members.push(member);
        }
    }
    (!members.is_empty()).then_some(members)
}
