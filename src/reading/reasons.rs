//! Why those were away whom a log or a record names, where a column or a label of its own says so.
//!
//! What stands there is read as if it stood in brackets behind the names: `钱进` and `病假` as `钱进（病假）`, two names and
//! two reasons one by one, and one reason of all of them as `钱进、孙丽华（均出差）`.

use super::log::PEOPLE;
use super::mark::{self, Mark};
use super::outline::{Column, Table};
use super::prose;
use super::view::View;
use crate::text::{is_nothing, squash};
use crate::vocabulary::{Concept, Vocabulary};

/// The columns that may say why those were away whom a column names: reasons and notes, up to the next column of names.
pub fn columns<'t>(view: &View, table: &'t Table, names: &Column) -> Vec<&'t Column> {
    // 缺席原因 may name people as well.
    let is_reason = |c: &&Column| {
        view.heading(&c.label).contains(&Concept::Reason)
            || matches!(c.concepts.first(), Some(Concept::Reason | Concept::Note))
    };
    let heads_names =
        |c: &&Column| !is_reason(c) && PEOPLE.iter().any(|(people, _)| c.concepts.contains(people));
    let behind = table.columns.iter().filter(|c| c.session.is_none() && c.index > names.index);
    behind.take_while(|c| !heads_names(c)).filter(is_reason).collect()
}

/// What came of names and a reason.
pub enum Joined {
    /// The names with their reasons.
    Told(String),
    /// The reason is nobody's, as a note may be.
    NoReason,
    /// Whose reason it is, cannot be told.
    Unread,
}

/// Joins a cell of names with the reason beside it. `plain` is what a bare name means; `is_note`: the reason stands among
/// notes, and counts only if it is a reason that is known.
pub fn join(names: &str, reason: &str, (plain, is_note): (Mark, bool), vocabulary: &Vocabulary) -> Joined {
    let said = prose::parse(names, plain, vocabulary);
    // Those of whom the cell itself says why need no other reason.
    let are_bare = said.unread.is_empty() && said.named.iter().all(|named| named.said.is_empty());
    if plain.came() || said.named.is_empty() || !are_bare || is_nothing(&squash(reason)) {
        return Joined::NoReason;
    }
    let names: Vec<&str> = said.named.iter().map(|named| named.name.as_str()).collect();
    let is_reason = |text: &str| mark::reason(&squash(text), vocabulary).is_some_and(|mark| !mark.came());
    let told = prose::parse(reason, plain, vocabulary);
    if told.named.iter().any(|told| names.contains(&told.name.as_str())) {
        return if is_note { Joined::NoReason } else { Joined::Told(reason.to_string()) };
    }
    let parts: Vec<&str> = reason.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).collect();
    if names.len() >= 2 && parts.len() == names.len() && parts.iter().all(|part| is_reason(part)) {
        let each = names.iter().zip(parts).map(|(name, part)| format!("{name}（{part}）"));
        return Joined::Told(each.collect::<Vec<_>>().join("、"));
    }
    let of_all = reason.trim().trim_start_matches(['均', '都', '皆']).trim_start_matches('为');
    match names[..] {
        [only] if is_reason(reason) || !is_note => Joined::Told(format!("{only}（{reason}）")),
        [_, _, ..] if is_reason(of_all) => Joined::Told(format!("{}（均{of_all}）", names.join("、"))),
        _ if is_note => Joined::NoReason,
        _ => Joined::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_beside_names() {
        let leave = Mark::Leave(None);
        for (names, reason, plain, is_note, joined) in [
            ("钱进", "病假", leave, false, "钱进（病假）"),
            ("钱进", "接孩子", leave, false, "钱进（接孩子）"),
            ("钱进、孙丽华", "病假、事假", Mark::Absent, false, "钱进（病假）、孙丽华（事假）"),
            ("钱进、孙丽华", "均为出差", Mark::Absent, false, "钱进、孙丽华（均出差）"),
            ("钱进、孙丽华", "出差", leave, false, "钱进、孙丽华（均出差）"),
            ("钱进、孙丽华", "钱进病假，孙丽华公差", leave, false, "钱进病假，孙丽华公差"),
            ("钱进、孙丽华", "接孩子", leave, false, "?"),
            ("钱进（病假）", "住院", leave, false, ""),
            ("钱进", "材料已归档", Mark::Absent, true, ""),
            ("钱进", "住院", Mark::Absent, true, "钱进（住院）"),
            ("钱进", "无", leave, false, ""),
            ("钱进", "病假", Mark::Present, false, ""),
            ("无", "病假", leave, false, ""),
        ] {
            let said = match join(names, reason, (plain, is_note), Vocabulary::built_in()) {
                Joined::Told(text) => text,
                Joined::NoReason => String::new(),
                Joined::Unread => "?".into(),
            };
            assert_eq!(said, joined, "{names} {reason}");
        }
    }
}
