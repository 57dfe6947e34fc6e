//! Whom a cell means that names people: one, several, or many at once.
//!
//! ```text
//! 张三、李四（病假） │ 赵文博等3人 │ 全体党员（钱进请假） │ 除张三外，第一党小组全体党员 │ 全体党员（张三除外）
//! ```

use super::mark::Mark;
use super::prose;
use super::view::View;
use crate::address::{Address, Cited};
use crate::text::{Text, squash};
use crate::vocabulary::{Vocabulary, without_brackets};

/// Words for many people have at most as many characters.
const LONGEST: usize = 20;

/// The people whom a cell means.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Whom {
    /// Each by name, or the words for many of them: 全体党员.
    pub people: Vec<Cited<Text>>,
    /// Who is excepted of the many.
    pub but: Vec<Cited<Text>>,
    /// What was not understood.
    pub unread: Vec<String>,
}

impl Whom {
    pub fn of(view: &View, row: u32, col: u32) -> Whom {
        let (text, at) = (view.prose(row, col), view.at(row, col));
        Self::many(&text, at, view.vocabulary).unwrap_or_else(|| Self::named(&text, at, view.vocabulary))
    }

    /// Words for many of them, and who is excepted.
    fn many(text: &str, at: Address, v: &Vocabulary) -> Option<Whom> {
        let squashed = squash(text);
        let (base, asides) = v.crowd().asides(&squashed);
        if !are_many(&base, v) {
            return None;
        }
        let mut whom = Whom { people: vec![Cited::new(base.as_str().into(), at)], ..Whom::default() };
        for aside in asides {
            let said = match v.crowd().excepted(aside) {
                Some(names) => prose::parse(names, Mark::Absent, v),
                None => prose::parse(aside, Mark::Blank, v),
            };
            if !said.unread.is_empty() || !said.named.iter().all(|named| named.mark.is_away()) {
                // Of whom it may be, nobody can tell.
                return Some(Whom { unread: vec![squashed], ..Whom::default() });
            }
            whom.but.extend(said.named.into_iter().map(|named| Cited::new(named.name.as_str().into(), at)));
        }
        Some(whom)
    }

    /// Those who are named, but for whom the cell says to have been away.
    fn named(text: &str, at: Address, v: &Vocabulary) -> Whom {
        let said = prose::parse(text, Mark::Present, v);
        let came: Vec<_> = said.named.into_iter().filter(|named| !named.mark.is_away()).collect();
        let mut unread = said.unread;
        // 赵文博等3人; 赵文博（2小时）
        let is_odd = said.came > came.len()
            || came.iter().any(|named| named.said.contains(|c: char| c.is_ascii_digit()));
        if unread.is_empty() && is_odd {
            unread.push(squash(text));
        }
        let people = came.into_iter().map(|named| Cited::new(named.name.as_str().into(), at)).collect();
        Whom { people, but: Vec::new(), unread }
    }
}

/// Whether words mean many people and name none: 全体党员, 第一党小组成员, 支委; not 8人.
pub fn are_many(text: &str, v: &Vocabulary) -> bool {
    let squashed = without_brackets(&squash(text));
    let means_many = || {
        v.names_nobody(&squashed)
            || v.crowd().without_list(&squashed).len() < squashed.len()
            || v.audience(&squashed).is_some()
    };
    squashed.chars().count() <= LONGEST && !squashed.contains(|c: char| c.is_ascii_digit()) && means_many()
}
