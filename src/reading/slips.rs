//! Values that are another one of their column but for a slip of the pen: 办公窒 among 办公室.
//!
//! Departments, forms and topics are taken as they are written, so that a slip would make one of its own.

use std::collections::BTreeMap;

use super::outline::{Column, Table};
use super::record::Reading;
use super::view::View;
use crate::issue::{Code, Issue};
use crate::text::{is_nothing, shape, sound};
use crate::vocabulary::Concept;

/// What is taken as it is written, and counted by; and of how many characters its values are not another word with one
/// of them changed: 医保中心 and 社保中心 are two, and so are 学习党章 and 学习党史.
const AS_WRITTEN: [(Concept, usize); 4] =
    [(Concept::Department, 5), (Concept::Form, 5), (Concept::StudyCategory, 5), (Concept::Topic, 8)];

/// So many times a value is written before one that is nearly it is a slip.
const OFTEN: usize = 3;

/// Points out what is written once and differs in one character from what others of its column have again and again.
pub fn report(view: &View, table: &Table, reading: &mut Reading) {
    for (concept, long) in AS_WRITTEN {
        for column in table.all(concept) {
            report_column(view, table, column, long, reading);
        }
    }
}

fn report_column(view: &View, table: &Table, column: &Column, long: usize, reading: &mut Reading) {
    let mut rows: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for row in table.data() {
        let text = view.text(row, column.index);
        if !is_nothing(text) {
            rows.entry(text).or_insert((0, row)).0 += 1;
        }
    }
    let usual: Vec<&str> =
        rows.iter().filter(|(_, (count, _))| *count >= OFTEN).map(|(text, _)| *text).collect();
    for (text, (_, row)) in rows.iter().filter(|(_, (count, _))| *count == 1) {
        if let Some(meant) = usual.iter().find(|usual| is_slip(text, usual, long)) {
            let place = view.cell(*row, column.index);
            reading.issues.push(Issue::new(Code::NearValue, place, text, meant));
        }
    }
}

/// Whether two texts differ as a slip of the pen or of the input method makes them differ. 第一章 and 第二章, 上 and 下
/// are two.
fn is_slip(text: &str, meant: &str, long: usize) -> bool {
    if strsim::damerau_levenshtein(text, meant) != 1 {
        return false;
    }
    let tells_apart = |c: char| c.is_ascii_alphanumeric() || TELLING.contains(c);
    let differs =
        |a: &str, b: &str| a.chars().any(|c| tells_apart(c) && a.matches(c).count() != b.matches(c).count());
    if differs(text, meant) || differs(meant, text) {
        return false;
    }
    let is_same_length = text.chars().count() == meant.chars().count();
    !is_same_length
        || sound(text) == sound(meant)
        || shape(text) == shape(meant)
        || meant.chars().count() >= long
}

/// Characters that tell two things of one sort apart.
const TELLING: &str = "〇零一二三四五六七八九十百甲乙丙丁上中下前后左右东西南北内外大小男女新旧老青";

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn what_is_a_slip_of_the_pen() {
        for (text, meant, expected) in [
            ("办公事", "办公室", true),
            ("集中学", "集中学习", true),
            ("就业创业服务中兴", "就业创业服务中心", true),
            ("学习党张", "学习党章", true),
            ("党章第二章", "党章第一章", false),
            ("上半年总结会", "下半年总结会", false),
            ("医保中心", "社保中心", false),
            ("失业股", "就业股", false),
            ("自学", "自学", false),
            ("学习党章2", "学习党章1", false),
        ] {
            assert_eq!(is_slip(text, meant, 5), expected, "{text}");
        }
    }
}
