//! Lists of boxes to tick, as printed forms have them: `☑党员大会 □支委会 □党课` says 党员大会.

use crate::text::is_han;

/// A box with something in it. R and þ are what a font for symbols shows as one.
const TICKED: &str = "☑✓✔√☒■Rþ";

/// An empty box; £ and ¨ as above.
const EMPTY: &str = "☐□£¨";

/// What is ticked in a squashed text that is a list of boxes, in which each has its words before or behind it and one at
/// least is empty; with the label before the list, where it has one. `None` where a text is no such list.
pub fn ticked(squashed: &str) -> Option<String> {
    let drawn = with_boxes_drawn(squashed)?;
    let (label, list) = match drawn.split_once(':') {
        Some((label, list)) if !label.contains(is_box) => (format!("{label}:"), list),
        _ => (String::new(), &*drawn),
    };
    let boxes: Vec<bool> = list.chars().filter(|c| is_box(*c)).map(|c| TICKED.contains(c)).collect();
    let words: Vec<&str> = list.split(is_box).map(|word| word.trim_matches([',', ';', '、', '.'])).collect();
    // As many words as boxes, all before or all behind.
    let options = match &words[..] {
        ["", options @ ..] | [options @ .., ""] => options,
        _ => return None,
    };
    let is_list = boxes.len() >= 2
        && options.len() == boxes.len()
        && options.iter().all(|word| word.contains(is_han) && !word.contains(is_drawn))
        && boxes.contains(&false);
    let chosen = options.iter().zip(&boxes).filter(|(_, ticked)| **ticked).map(|(word, _)| *word);
    is_list.then(|| label + &chosen.collect::<Vec<_>>().join("、"))
}

/// The text with `(√)` and `()` as the boxes that they are; `None` where it has no empty one.
fn with_boxes_drawn(squashed: &str) -> Option<String> {
    // Hardly any text has a box, and this is asked of every one.
    if !squashed.contains(|c| c == '(' || EMPTY.contains(c)) {
        return None;
    }
    let drawn = squashed.replace("()", "□").replace("(√)", "☑").replace("(✓)", "☑").replace("(✔)", "☑");
    drawn.contains(|c| EMPTY.contains(c)).then_some(drawn)
}

/// Whether a character is drawn and not written: a list with other signs than boxes explains its marks.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{27bf}' | '×')
}

fn is_box(c: char) -> bool {
    TICKED.contains(c) || EMPTY.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_boxes() {
        for (text, says) in [
            ("☑出席☐请假☐缺席", Some("出席")),
            ("出席☑缺席□", Some("出席")),
            ("£出席R请假", Some("请假")),
            ("出席()请假(√)缺席()", Some("请假")),
            ("会议类型:□党员大会√支委会□党课", Some("会议类型:支委会")),
            ("√党员大会□支委会√党课", Some("党员大会、党课")),
            ("□是□否", Some("")),
            // Nothing is left to choose, no words or only one box, a mark.
            ("√到会√请假", None),
            ("□", None),
            ("√□", None),
            ("□缺席", None),
            ("√", None),
            ("张三()", None),
            ("√(迟到)", None),
            // A legend.
            ("事假√、迟到★、出席○、缺席□", None),
        ] {
            assert_eq!(ticked(text).as_deref(), says, "{text}");
        }
    }
}
