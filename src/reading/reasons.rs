//! Why those were away whom a log or a record names, where a column or a label of its own says so.
//!
//! What stands there is read as if it stood in brackets behind the names: `钱进` and `病假` as `钱进（病假）`, two names and
//! two reasons one by one, and one reason of all of them as `钱进、孙丽华（均出差）`.

use super::labels::Label;
use super::mark::{self, Mark};
use super::named_roll::PEOPLE;
use super::outline::{Column, Table};
use super::prose;
use super::view::View;
use crate::address::Cited;
use crate::text::{is_nothing, squash};
use crate::vocabulary::{Concept, Vocabulary};

/// What may say why those were away whom a cell names.
pub struct Reason {
    /// Row and column.
    pub place: (u32, u32),
    pub text: String,
    /// It stands among notes, and counts only if it is a reason that is known.
    pub is_note: bool,
}

/// What columns of reasons and notes say in a row, from a column of names up to the next one.
pub fn beside(view: &View, table: &Table, row: u32, names: &Column) -> Vec<Reason> {
    let is_note = |c: &Column| c.concepts.first() == Some(&Concept::Note);
    // 缺席原因 may name people as well.
    let is_reason = |c: &&Column| {
        let concepts = [view.heading(&c.label), &c.concepts];
        is_note(c) || concepts.iter().any(|concepts| concepts.contains(&Concept::Reason))
    };
    let heads_names = |c: &&Column| !is_reason(c) && heads_people(&c.concepts);
    let behind = table.columns.iter().filter(|c| c.session.is_none() && c.index > names.index);
    let reason =
        |c: &Column| Reason { place: (row, c.index), text: view.prose(row, c.index), is_note: is_note(c) };
    behind.take_while(|c| !heads_names(c)).filter(is_reason).map(reason).collect()
}

/// The same of the labels of a record that stand behind one of names: those of reasons, up to the next one of names.
pub fn behind(labels: &[Label]) -> Vec<Reason> {
    let is_reason = |label: &&Label| label.concepts.contains(&Concept::Reason);
    let heads_names = |label: &&Label| !is_reason(label) && heads_people(&label.concepts);
    let reason = |label: &Label| {
        let Cited { value, at } = &label.value;
        Reason { place: (at.row, at.col), text: value.clone(), is_note: false }
    };
    labels.iter().take_while(|label| !heads_names(label)).filter(is_reason).map(reason).collect()
}

fn heads_people(concepts: &[Concept]) -> bool {
    PEOPLE.iter().any(|(people, _)| concepts.contains(people))
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

/// Joins a cell of names with a reason beside it. `plain` is what a bare name means.
pub fn join(names: &str, reason: &Reason, plain: Mark, vocabulary: &Vocabulary) -> Joined {
    let Reason { text, is_note, .. } = reason;
    let said = prose::parse(names, plain, vocabulary);
    // Those of whom the cell itself says why need no other reason.
    let are_bare = said.unread.is_empty() && said.named.iter().all(|named| named.said.is_empty());
    if plain.came() || said.named.is_empty() || !are_bare || is_nothing(&squash(text)) {
        return Joined::NoReason;
    }
    let names: Vec<&str> = said.named.iter().map(|named| named.name.as_str()).collect();
    let told = prose::parse(text, plain, vocabulary).named;
    let is_told = |name: &&&str| told.iter().any(|told| told.name == **name);
    if names.iter().any(|name| is_told(&name)) {
        // The reasons name whose they are, of whom there may be more.
        let others = names.iter().filter(|name| !is_told(name)).map(|name| format!("{name}；"));
        return match is_note {
            true => Joined::NoReason,
            false => Joined::Told(others.chain([text.clone()]).collect()),
        };
    }
    let is_reason = |text: &str| mark::reason(text, vocabulary).is_some_and(|mark| !mark.came());
    let parts: Vec<&str> = text.split(['、', '，', ',', '；', ';', '\n']).map(str::trim).collect();
    if names.len() >= 2 && parts.len() == names.len() && parts.iter().all(|part| is_reason(part)) {
        let each = names.iter().zip(parts).map(|(name, part)| format!("{name}（{part}）"));
        return Joined::Told(each.collect::<Vec<_>>().join("、"));
    }
    let of_all = squash(text);
    let of_all = vocabulary.counted().said_of_all(&of_all).unwrap_or(&of_all);
    match names[..] {
        [only] if is_reason(text) || !is_note => Joined::Told(format!("{only}（{text}）")),
        [_, _, ..] if is_reason(of_all) => Joined::Told(format!("{}（均{of_all}）", names.join("、"))),
        _ if *is_note => Joined::NoReason,
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
            ("钱进、孙丽华", "钱进病假", Mark::Absent, false, "孙丽华；钱进病假"),
            ("钱进、孙丽华", "2人都是病假", Mark::Absent, false, "钱进、孙丽华（均病假）"),
            ("钱进、孙丽华", "接孩子", leave, false, "?"),
            ("钱进（病假）", "住院", leave, false, ""),
            ("钱进", "材料已归档", Mark::Absent, true, ""),
            ("钱进", "住院", Mark::Absent, true, "钱进（住院）"),
            ("钱进", "无", leave, false, ""),
            ("钱进", "病假", Mark::Present, false, ""),
            ("无", "病假", leave, false, ""),
        ] {
            let reason = Reason { place: (0, 0), text: reason.into(), is_note };
            let said = match join(names, &reason, plain, Vocabulary::built_in()) {
                Joined::Told(text) => text,
                Joined::NoReason => String::new(),
                Joined::Unread => "?".into(),
            };
            assert_eq!(said, joined, "{names} {}", reason.text);
        }
    }
}
