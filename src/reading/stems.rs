//! 甲, 乙, 丙 as marks: Chinese characters that say no more than A, B and C, where a legend has them in their order.

use std::borrow::Cow;

const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

/// Where stems that serve as marks are drawn: no character of any language, and so a sign to whoever reads a legend.
const DRAWN: u32 = 0xe010;

/// Whether a mark may be one of them.
pub fn is_stem(mark: &str) -> bool {
    let mut chars = mark.chars();
    chars.next().is_some_and(|c| STEMS.contains(c)) && chars.next().is_none()
}

/// A line with its stems as signs, if they are a list of marks: 丁 alone is a surname.
pub fn drawn(line: &str) -> Cow<'_, str> {
    if !(line.contains('甲') && line.contains('乙')) {
        return Cow::Borrowed(line);
    }
    let draw = |c: char| {
        let place = STEMS.chars().position(|stem| stem == c).and_then(|i| u32::try_from(i).ok());
        place.and_then(|i| char::from_u32(DRAWN + i)).unwrap_or(c)
    };
    Cow::Owned(line.chars().map(draw).collect())
}

/// The text as it was before [`drawn`].
pub fn written(text: &str) -> String {
    let write = |c: char| {
        let place = u32::from(c).checked_sub(DRAWN).and_then(|i| usize::try_from(i).ok());
        place.and_then(|i| STEMS.chars().nth(i)).unwrap_or(c)
    };
    text.chars().map(write).collect()
}
