//! Which column of a table holds its people, where no heading that is known says so: told by what stands below.

use foldhash::{HashSet, HashSetExt};

use super::infer::is_time_of_day;
use super::labels::label_pairs;
use super::lexicon::Word;
use super::session_head::heads_a_session;
use super::view::{Filled, View};
use crate::book::Value;
use crate::text::is_nothing;
use crate::vocabulary::{Concept, TitleWord, without_brackets};

/// How far below a header people and marks are looked for.
const NEAR: u32 = 9;

/// The column of names under a header row: the one that is headed so, or the one that is told by its content.
pub fn name_column(view: &View, row: u32) -> Option<u32> {
    let headed = |f: &&Filled| f.heading(view.vocabulary).contains(&Concept::Name);
    view.filled(row).iter().find(headed).map(|f| f.col).or_else(|| unheaded_names(view, row))
}

/// Names without a known heading: people stand below a cell that is none, beside columns that are headed by
/// sessions and hold marks, or that say something of each of them.
pub fn unheaded_names(view: &View, row: u32) -> Option<u32> {
    let filled = view.filled(row);
    let named = filled.iter().any(|f| f.heading(view.vocabulary).contains(&Concept::Name));
    // 会议时间 and the days beside it, over people with their marks: below it may stand more that is said of each day.
    if let [label, ..] = filled
        && !named
        && label.heading(view.vocabulary).first() == Some(&Concept::Date)
        && has_only_days(view, row)
        && people_below(view, row, label.col) >= 2
        && !named_below(view, row, label.col)
    {
        return Some(label.col);
    }
    // 编号 | 谁 | 总分 could be a label with its value and another.
    let is_pairs = label_pairs(view, row).iter().any(|label| !label.concepts.contains(&Concept::Seq));
    if named || is_pairs || names_the_host(view, row) || counts_below(view, row) {
        return None;
    }
    // A bare number may be a mark or a running number; 学习 and 培训 are kinds, and reasons to be away; a label with
    // its value, 填报时间:2026年1月5日, heads nothing.
    let is_session = |f: &&Filled| {
        let number = matches!(view.sheet.value(row, f.col), Value::Number(_)) || f.is_number();
        let other = number || f.text.contains(':') || f.mark(view.vocabulary).is_some();
        // Marks are told quickly, a date of a title that is said once is not.
        !other
            && f.could_head(view.vocabulary)
            && marks_below(view, row, f.col)
            && heads_a_session(view, row, f)
    };
    let Some(first) = filled.iter().find(is_session).map(|f| f.col) else {
        return people_under_one(view, row).or_else(|| people_who_signed(view, row));
    };
    (0..first).find(|&col| {
        // 会议 or 日期 in the corner speaks of the columns.
        let speaks_of_columns = |c: &Concept| matches!(c, Concept::Date | Concept::Topic);
        let above = view.seen_word(row, col).heading(view.vocabulary).first();
        (may_head_people(above) || above.is_some_and(speaks_of_columns))
            && people_below(view, row, col) >= 2
            && !named_below(view, row, col)
    })
}

/// Whether behind the first cell of a row stand several days and nothing else.
fn has_only_days(view: &View, row: u32) -> bool {
    let [_, days @ ..] = view.filled(row) else { return false };
    let is_day = |f: &Filled| match view.sheet.value(row, f.col) {
        Value::Date(_) => true,
        _ => f.date().is_some_and(|date| date.is_day() && date.is_all()),
    };
    days.len() >= 2 && days.iter().all(is_day)
}

/// People, each once, below the only cell of which nobody knows what it means, beside columns of which each row is one
/// person's: `序号 | 谁 | 签名`.
fn people_under_one(view: &View, row: u32) -> Option<u32> {
    use Concept::*;
    let filled = view.filled(row);
    let concepts = |f: &Filled| f.heading(view.vocabulary);
    let is_of_one = |c: &Concept| matches!(c, Mark | Hours | Points | IdNumber | Joined | Standing | Gender);
    let is_of_several = |c: &Concept| {
        matches!(c, Date | Kind | Topic | Due | Came | DueAndCame | OnLeave | Absent | Absentees | Attendees)
    };
    let first = |f: &Filled, fits: &dyn Fn(&Concept) -> bool| concepts(f).first().is_some_and(fits);
    let is_value = |f: &Filled| f.is_number() || f.text.trim_end_matches(':').contains(':');
    // A column of marks or of amounts says as much as a heading for them.
    let numbers = |f: &Filled| below(view, row).filter(|r| view.word(*r, f.col).is_number()).count();
    let marks_one = |f: &Filled| concepts(f).is_empty() && (marks_below(view, row, f.col) || numbers(f) >= 2);
    let holds_people =
        |f: &Filled| may_head_people(concepts(f).first()) && people_below(view, row, f.col) >= 2;
    // 入会时间 over times of a day says when each of them came.
    let holds_times = |f: &Filled| {
        let mut said = below(view, row).map(|r| view.text(r, f.col)).filter(|t| !is_nothing(t)).peekable();
        said.peek().is_some() && said.all(is_time_of_day)
    };
    // 签到 above 签到 and 病假 is the mark of the first of them, and so is ⊙; # alone numbers them.
    let is_sign = |f: &Filled| !f.text.contains(|c: char| c.is_alphanumeric() || c == '#');
    let is_again = |f: &Filled| {
        is_sign(f)
            || f.mark(view.vocabulary).is_some() && below(view, row).any(|r| *f.text == *view.text(r, f.col))
    };
    // Each row of data is asked, and most have a number.
    if filled.iter().any(is_value)
        || filled.iter().all(|f| concepts(f).is_empty())
        || filled.iter().any(is_again)
        || filled.iter().any(|f| first(f, &is_of_several) && !holds_people(f) && !holds_times(f))
        || !filled.iter().any(|f| first(f, &is_of_one) || marks_one(f))
    {
        return None;
    }
    let heads_people = |f: &&Filled| {
        let under = below(view, row).map(|r| view.text(r, f.col)).filter(|text| !text.is_empty());
        may_head_people(concepts(f).first()) && people_below(view, row, f.col) > 0 && mostly_different(under)
    };
    let mut candidates: Vec<&Filled> = filled.iter().filter(heads_people).collect();
    // Of two columns, the people are those who stand there once each.
    if candidates.iter().any(|f| f.text != candidates[0].text) {
        let is_once = |f: &&Filled| {
            let mut seen = HashSet::new();
            let mut rows = (row + 1..view.sheet.rows()).map(|r| view.text(r, f.col));
            rows.all(|text| text.is_empty() || seen.insert(text))
        };
        candidates.retain(is_once);
    }
    // Lists side by side say their heading again.
    let found = candidates.first().filter(|first| candidates.iter().all(|f| f.text == first.text))?;
    // A plan is of nobody: 党性教育 is a category.
    if view.is_titled(row.saturating_sub(NEAR)..row, TitleWord::Plan) {
        return None;
    }
    // To look for a date takes longest.
    if named_below(view, row, found.col) || filled.iter().any(|f| f.date().is_some()) {
        return None;
    }
    // Up to the first gap: below a short list stands the next.
    let list = |f: &&Filled| {
        let texts = below(view, row).map(|r| view.text(r, f.col));
        texts.skip_while(|text| text.is_empty()).take_while(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    let (people, others): (Vec<&str>, Vec<&str>) =
        candidates.iter().flat_map(list).partition(|text| view.is_person(text));
    (people.len() >= 2 && people.len() > 2 * others.len()).then_some(found.col)
}

/// Whether people may stand below a heading that is none for names: 登记对象 and 被统计人 are read as something else, and
/// what those are, no person is.
pub fn may_head_people(heading: Option<&Concept>) -> bool {
    use Concept::*;
    heading.is_none_or(|c| matches!(c, Audience | Attendees | Recorder | Standing | Kind | Statistic | Seq))
}

/// `主持会议者 | 张三`, whatever else the row says.
fn names_the_host(view: &View, row: u32) -> bool {
    view.filled(row).windows(2).any(|pair| {
        pair[0].heading(view.vocabulary).first() == Some(&Concept::Host) && pair[1].is_person(view.vocabulary)
    })
}

/// People, each once, and beside each a mark or the same name again, below a row that is no such row itself: it heads
/// them, whatever stands there.
pub fn people_who_signed(view: &View, row: u32) -> Option<u32> {
    let is_person = |r: u32, col: u32| view.word(r, col).is_person(view.vocabulary);
    let is_blank = |r: &u32| view.filled(*r).is_empty();
    let filled = view.filled(row);
    let is_word = |f: &Filled| {
        !f.is_number()
            && f.date().is_none()
            && f.text.contains(char::is_alphanumeric)
            && f.text.chars().count() <= LONGEST_HEADING
    };
    if filled.len() < 2 || !filled.iter().all(is_word) {
        return None;
    }
    let first = (row + 1..view.sheet.rows().min(row + 3)).find(|r| !is_blank(r))?;
    let may_mark = |f: &Filled| {
        let first = f.heading(view.vocabulary).first();
        first.is_none_or(|c| matches!(c, Concept::Mark | Concept::Attendees | Concept::Name))
    };
    let is_numbered = begins_to_count(view, row);
    let heads = |names: &Filled, marks: &Filled| {
        if !may_head_people(names.heading(view.vocabulary).first()) || !may_mark(marks) {
            return false;
        }
        if !is_person(first, names.col) || !is_numbered && is_signed(view, row, names.col, marks.col) {
            return false;
        }
        let people: Vec<u32> = below(view, first - 1).take_while(|r| is_person(*r, names.col)).collect();
        let said = people.iter().filter(|r| !is_nothing(view.text(**r, marks.col)));
        let told = |r: &&u32| is_signed(view, **r, names.col, marks.col);
        people.len() >= 2
            && said.clone().count() * 2 >= people.len()
            && said.clone().all(|r| told(&r))
            && mostly_different(people.iter().map(|r| view.text(*r, names.col)))
    };
    let names =
        filled.iter().enumerate().find(|(i, names)| filled[i + 1..].iter().any(|marks| heads(names, marks)));
    names.map(|(_, names)| names.col)
}

/// Whether a cell holds a mark, or the name of its row's own member again.
pub fn is_signed(view: &View, row: u32, names: u32, col: u32) -> bool {
    let (word, name) = (view.word(row, col), view.seen(row, names));
    let is_again = !name.is_empty() && without_brackets(&word.text) == without_brackets(&name);
    is_again || word.mark(view.vocabulary).is_some()
}

/// Whether the numbers 1 and 2 stand below the first cell of a row that holds nothing but words: it heads what they count,
/// whatever its words are.
pub fn begins_to_count(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    let is_word = |f: &Filled| {
        !f.is_number()
            && f.date().is_none()
            && f.text.chars().count() <= LONGEST_HEADING
            && !f.text.contains(':')
    };
    let Some(first) = filled.first().filter(|_| filled.len() >= 3) else { return false };
    // In a band of several rows the others have nothing there.
    let mut under = below(view, row).map(|r| view.text(r, first.col)).filter(|text| !text.is_empty());
    (under.next(), under.next()) == (Some("1"), Some("2")) && filled.iter().all(is_word)
}

/// Whether the next row that holds anything heads what is counted below it.
pub fn counts_below(view: &View, row: u32) -> bool {
    let next = below(view, row).find(|r| !view.filled(*r).is_empty());
    next.is_some_and(|next| begins_to_count(view, next))
}

/// A heading has at most so many characters.
const LONGEST_HEADING: usize = 16;

/// 汉族 and 办公室 could be somebody's name, but not that of half a list.
pub fn mostly_different<'t>(texts: impl Iterator<Item = &'t str>) -> bool {
    let (mut all, mut different) = (0, HashSet::new());
    for text in texts {
        all += 1;
        different.insert(text);
    }
    different.len() * 2 > all
}

/// Whether most of what stands below a cell are marks.
fn marks_below(view: &View, row: u32, col: u32) -> bool {
    // Days and topics may stand between a kind and the first who came.
    let first = below(view, row).find(|r| view.is_of_a_person(*r)).map_or(row, |first| first - 1);
    let words = || below(view, first).map(|r| view.word(r, col)).filter(|w| !w.text.is_empty());
    // A stroke may stand anywhere, and so may a number, unless all are 0 or 1.
    let is_tick = |w: &Word| !w.is_number() || matches!(&*w.text, "0" | "1");
    let ticked = words().all(is_tick);
    let is_mark =
        |w: &&Word| w.mark(view.vocabulary).is_some() && !is_nothing(&w.text) && (ticked || !w.is_number());
    let marks = words().filter(is_mark).count();
    marks >= 2 && marks * 2 >= words().count()
}

/// The rows next below a row.
pub fn below(view: &View, row: u32) -> std::ops::Range<u32> {
    row + 1..view.sheet.rows().min(row + NEAR)
}

pub fn people_below(view: &View, row: u32, col: u32) -> usize {
    below(view, row).filter(|&r| view.word(r, col).is_person(view.vocabulary)).count()
}

/// Whether a heading for names follows below: then this row is not yet the header.
fn named_below(view: &View, row: u32, col: u32) -> bool {
    below(view, row).any(|r| view.word(r, col).heading(view.vocabulary).contains(&Concept::Name))
}
