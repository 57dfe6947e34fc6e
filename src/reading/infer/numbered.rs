//! Headings that come again with another number: 主题1 | 学时1 | 主题2 | 学时2.

use std::collections::HashMap;

use crate::reading::outline::{Column, Table};
use crate::reading::view::View;
use crate::vocabulary::Concept;

/// What a list may say several times behind one name.
const AGAIN: [Concept; 8] = [
    Concept::Topic,
    Concept::Hours,
    Concept::Points,
    Concept::Date,
    Concept::Form,
    Concept::Kind,
    Concept::Mark,
    Concept::Note,
];

/// Takes the numbers off headings that come again with others between them, so that each time is known, and said as
/// before; what stands beside is then the sum. 主题1 | 主题2 over marks or amounts are topics themselves.
pub(super) fn again(view: &View, table: &mut Table) {
    // 学习 in a heading could be a kind of meeting.
    let is_undated = |c: &Column| c.session.as_ref().is_none_or(|head| head.when.is_none());
    let is_free = |c: &Column| is_undated(c) && c.concepts.first().is_none_or(|c| AGAIN.contains(c));
    let bare = |c: &Column| {
        let label =
            c.label.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十()".contains(c));
        let known = || view.heading(label).first().is_some_and(|concept| AGAIN.contains(concept));
        (is_free(c) && known()).then(|| label.to_string())
    };
    let bare: Vec<(usize, String)> =
        table.columns.iter().enumerate().filter_map(|(i, c)| Some((i, bare(c)?))).collect();
    let mut places: HashMap<&str, Vec<u32>> = HashMap::new();
    for (i, label) in &bare {
        places.entry(label).or_default().push(table.columns[*i].index);
    }
    let comes_again =
        |places: &[u32]| places.len() >= 2 && places.windows(2).all(|pair| pair[1] - pair[0] >= 2);
    places.retain(|_, places| comes_again(places));
    let again: HashMap<usize, &String> = bare
        .iter()
        .filter(|(_, label)| places.contains_key(&**label))
        .map(|(i, label)| (*i, label))
        .collect();
    if again.iter().filter(|(i, label)| table.columns[**i].label != ***label).count() < 2 {
        return;
    }
    for (i, column) in table.columns.iter_mut().enumerate() {
        if let Some(label) = again.get(&i) {
            column.concepts = view.heading(label).to_vec();
            column.label.clone_from(label);
            column.session = None;
        } else if column.concepts.first() == Some(&Concept::Hours)
            && view.vocabulary.speaks_of_sum(&column.label)
        {
            column.concepts = vec![Concept::Statistic];
        }
    }
}
