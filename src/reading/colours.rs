//! Marks that a sheet makes with colours, `黄色为请假，标红的未到`: the program sees none, and says so.

use super::mark::{Mark, by_words};
use super::record::Reading;
use super::view::View;
use crate::issue::{Code, Issue};
use crate::vocabulary::Vocabulary;

/// Points out each cell that says what a colour means of those who came.
pub fn report(view: &View, reading: &mut Reading) {
    for row in 0..view.sheet.rows() {
        for cell in view.filled(row).iter().filter(|f| f.text.len() >= SHORTEST) {
            if explains_colours(&cell.text, view.vocabulary) {
                let place = view.cell(row, cell.col);
                reading.issues.push(Issue::new(Code::Coloured, place, cell.text.clone(), ""));
            }
        }
    }
}

/// Four Chinese characters, in bytes: most cells are shorter.
const SHORTEST: usize = 12;

/// Whether a squashed text says what a colour means: then it is of nobody.
pub fn explains_colours(squashed: &str, vocabulary: &Vocabulary) -> bool {
    let says = |words: &str| by_words(words, vocabulary).is_some_and(|mark| mark != Mark::Blank);
    vocabulary.meant_by_colours(squashed).any(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_colours_mean() {
        for (text, says) in [
            ("注:黄色为请假,红色为缺席", true),
            ("标红的未到", true),
            ("红色字体表示迟到", true),
            ("备注:绿底为病假", true),
            ("蓝色:公差", true),
            ("涂色的人员缺席", true),
            ("标黄为请假", true),
            ("学习红色家书", false),
            ("红色教育参观", false),
            ("红色字体为支委", false),
            ("黄红英请假", false),
            ("夏春红(事假)", false),
            ("廖红:出差", false),
        ] {
            assert_eq!(explains_colours(text, Vocabulary::built_in()), says, "{text}");
        }
    }
}
