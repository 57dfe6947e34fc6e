//! Sessions that a header only numbers, and of which a note says when they were: `第1次` over the column, and
//! `第1次：2026年3月5日 主题党日` above or below the table.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::outline::SessionHead;
use super::view::View;
use crate::text::{pattern, squash};
use crate::when::Around;

/// What is said of a session and in which row, by the words that stand for it in the header; `None` where two notes do.
pub type Notes = HashMap<String, Option<(u32, String)>>;

/// Words that stand for a session are not longer.
const LONGEST: usize = 8;

/// All texts of a sheet that begin with a few words and go on with a date, each by its beginning.
pub fn notes(view: &View) -> Notes {
    let mut notes = Notes::new();
    let mut say = |head: String, row: u32, said: String| {
        let place = Some((row, said));
        notes.entry(head).and_modify(|known| *known = None).or_insert(place);
    };
    let tells = |said: &str| view.as_word(said).date().is_some_and(|date| date.is_day());
    for row in 0..view.sheet.rows() {
        let cells = view.filled(row);
        for (i, cell) in cells.iter().enumerate() {
            let tidy = view.tidy(row, cell.col);
            let items = in_turn(tidy);
            if items.len() >= 2 && items.iter().all(|(_, said)| tells(said)) {
                items.into_iter().for_each(|(head, said)| say(head, row, said));
                continue;
            }
            let within = tidy.split_once([':', '：', '=', ' ', '—', '、']);
            // Or in the cells beside it: `第1次 | 2026年3月5日 | 主题党日`.
            let beside =
                || (squash(tidy), cells[i + 1..].iter().map(|f| &*f.text).collect::<Vec<_>>().join(" "));
            let (head, said) = match within {
                Some((head, said)) => (squash(head), said.to_string()),
                None if i == 0 => beside(),
                None => continue,
            };
            let is_head = !head.is_empty()
                && head.chars().count() <= LONGEST
                && head.parse::<f64>().is_err()
                && view.heading(&head).is_empty();
            if is_head && tells(&said) {
                say(head, row, said);
            }
        }
    }
    notes
}

/// The items of one text, `①3月5日党员大会；②3月12日党课`, each by its number.
fn in_turn(text: &str) -> Vec<(String, String)> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| pattern(r"\(\d{1,2}\)"));
    let starts: Vec<_> = NUMBER.find_iter(text).collect();
    let ends = starts.iter().skip(1).map(|next| next.start()).chain([text.len()]);
    let item = |(number, end): (&regex::Match, usize)| {
        let said = text[number.end()..end]
            .split('。')
            .next()
            .unwrap_or_default()
            .trim_matches([' ', ';', ',', '、', '。', ':']);
        (number.as_str().to_string(), said.to_string())
    };
    starts.iter().zip(ends).map(item).collect()
}

/// The session that a header cell only numbers, as a note has it.
pub fn session(view: &View, (row, col): (u32, u32), around: Around) -> Option<SessionHead> {
    let (at, said) = view.numbered(view.text(row, col))?;
    let word = view.as_word(said);
    let date = word.date()?;
    let rest = view.as_word(&date.rest);
    let words = rest.session(view.vocabulary);
    (*at != row).then(|| SessionHead {
        when: Some(date.when(around)),
        date_text: said.clone(),
        date_row: row,
        kind_row: None,
        weekday_differs: false,
        kinds: words.kinds.clone(),
        group: words.group.clone(),
        topic: if words.kinds.is_empty() { date.rest.clone() } else { words.rest.clone() },
    })
}
