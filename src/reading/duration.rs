//! How long something took, in words: `2小时30分`, `1.5h`, `一个半小时`, `1:30`.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{chinese_number, pattern, squash};

/// Hours; `None` where the text is none of these. A number alone, with or without a unit, is for
/// [`number`](crate::text::number).
pub fn hours(text: &str) -> Option<f64> {
    const NUMBER: &str = r"(\d+(?:\.\d+)?|[一二三四五六七八九十]+)";
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        let hours =
            format!("(?:{NUMBER}个?(半)?(?:小时|学时|课时|钟头|时|h|hr|hrs|hour|hours)(半)?|(半)个?小时)");
        pattern(&format!("^(?i)(?:约|共)?{hours}?(?:零?{NUMBER}(?:分钟|分|min|m))?$"))
    });
    static CLOCK: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,2}):([0-5]\d)(?::00)?$"));
    let squashed = squash(text).replace('两', "二");
    let number = |group: &str| group.parse().ok().or_else(|| chinese_number(group).map(f64::from));
    if let Some(clock) = CLOCK.captures(&squashed) {
        return Some(number(&clock[1])? + number(&clock[2])? / 60.0);
    }
    let said = WORDS.captures(&squashed).filter(|_| !squashed.is_empty())?;
    let amount = |group: usize| said.get(group).map_or(Some(0.0), |group| number(group.as_str()));
    let half = if [2, 3, 4].iter().any(|group| said.get(*group).is_some()) { 0.5 } else { 0.0 };
    let hours = amount(1)? + half + amount(5)? / 60.0;
    (hours > 0.0).then_some(hours)
}

#[cfg(test)]
mod tests {
    use super::hours;

    #[test]
    fn durations_as_people_write_them() {
        for (text, expected) in [
            ("2小时30分", Some(2.5)),
            ("2小时30分钟", Some(2.5)),
            ("1.5h", Some(1.5)),
            ("2 Hours", Some(2.0)),
            ("一个半小时", Some(1.5)),
            ("半小时", Some(0.5)),
            ("半个小时", Some(0.5)),
            ("2小时半", Some(2.5)),
            ("两小时", Some(2.0)),
            ("45min", Some(0.75)),
            ("1:30", Some(1.5)),
            ("", None),
            ("半天", None),
            ("2小时左右吧", None),
            ("1.5.2h", None),
        ] {
            assert_eq!(hours(text), expected, "{text}");
        }
    }
}
