//! What a roster or a card tells of one member, a field at a time.

use super::Sight;
use super::outline::Column;
use super::record::{MemberRow, Reading};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::vocabulary::{Category, Concept, Membership, Move, Vocabulary};
use crate::when::Around;

/// The fields that stand in one cell each. A standing may stand in several, and the branch elsewhere.
pub const FIELDS: [Concept; 10] = [
    Concept::Gender,
    Concept::IdNumber,
    Concept::Birth,
    Concept::Joined,
    Concept::Confirmed,
    Concept::Arrived,
    Concept::Left,
    Concept::Post,
    Concept::Group,
    Concept::Department,
];

/// The field of which a heading is a value, so that its column is ticked: 男 | 女, 正式 | 预备, 书记 | 委员.
pub fn field_of(heading: &str, v: &Vocabulary) -> Option<Concept> {
    match heading {
        "男" | "女" => Some(Concept::Gender),
        _ if v.status(heading).is_some() || v.category(heading).is_some() => Some(Concept::Standing),
        _ if v.is_committee_post(heading) && v.is_plain_post(heading) => Some(Concept::Post),
        _ => None,
    }
}

/// Whether a column's heading is a value of the field that the column is of.
pub fn is_ticked(column: &Column, v: &Vocabulary) -> bool {
    field_of(&column.label, v).is_some_and(|concept| column.concepts.contains(&concept))
}

/// Reads the tick below a heading that is a value itself.
pub fn tick(sight: &Sight, row: u32, column: &Column, member: &mut MemberRow, reading: &mut Reading) {
    let text = sight.field(row, Some(column.index));
    let is_said = sight.view.vocabulary.yes_or_no(&text);
    let (field, what) = match field_of(&column.label, sight.view.vocabulary) {
        Some(Concept::Gender) => (&mut member.gender, "性别"),
        Some(Concept::Post) => (&mut member.post, "职务"),
        _ => return,
    };
    if is_said == Some(true) && field.is_empty() {
        field.clone_from(&column.label);
    } else if is_said.is_none() && !text.is_empty() || is_said == Some(true) {
        let place = sight.view.cell(row, column.index);
        reading.issues.push(Issue::new(Code::UnknownValue, place, text, what));
    }
}

/// Nobody who joined before is likely to be on a roster still: they would be over a hundred.
const EARLIEST: i32 = 1943;

/// Reads one of [`FIELDS`] from its cell.
pub fn read(
    sight: &Sight,
    concept: Concept,
    (row, col): (u32, u32),
    member: &mut MemberRow,
    reading: &mut Reading,
) {
    // A list of those who came or left in 2026 need not write the year again.
    let (of_life, of_sheet) = (Around::default(), sight.context().around());
    match concept {
        Concept::Gender => member.gender = gender(sight, (row, col), reading),
        Concept::IdNumber => member.id_number = id_number(sight, (row, col), reading),
        Concept::Birth => member.birth = sight.life_date(row, col, of_life, reading),
        Concept::Joined => {
            member.joined = sight.life_date(row, col, of_life, reading);
            if let Some(joined) = member.joined.as_ref().filter(|date| date.value.month().year < EARLIEST) {
                let (place, early) = (sight.view.cell(row, col), "早得不像是入党日期");
                reading.issues.push(Issue::new(Code::OddDate, place, joined.value.to_string(), early));
            }
        }
        Concept::Confirmed => {
            member.confirmed = sight.life_date(row, col, of_life, reading).map(|date| date.value)
        }
        Concept::Arrived => member.arrived = sight.life_date(row, col, of_sheet, reading),
        Concept::Left => member.left = sight.life_date(row, col, of_sheet, reading),
        Concept::Post => member.post = post(sight, (row, col), reading),
        Concept::Group => member.group = sight.field(row, Some(col)),
        Concept::Department => member.department = sight.field(row, Some(col)),
        _ => {}
    }
}

fn gender(sight: &Sight, (row, col): (u32, u32), reading: &mut Reading) -> String {
    let text = sight.field(row, Some(col));
    let gender: String = text.chars().filter(|c| matches!(c, '男' | '女')).take(1).collect();
    if gender.is_empty() && !text.is_empty() {
        reading.issues.push(Issue::new(Code::UnknownValue, sight.view.cell(row, col), text, "性别"));
    }
    gender
}

fn post(sight: &Sight, (row, col): (u32, u32), reading: &mut Reading) -> String {
    let v = sight.view.vocabulary;
    let text = sight.field(row, Some(col));
    let post = v.post(text.trim_end_matches(|c: char| c.is_ascii_punctuation() && c != ')')).to_string();
    let is_due = v.is_committee_post(&post);
    let is_known = post.is_empty() || is_due && v.is_plain_post(&post);
    if !is_known {
        let then = if is_due { "算他应到" } else { "没有算他应到" };
        reading.issues.push(Issue::new(Code::UnknownPost, sight.view.cell(row, col), post.clone(), then));
    }
    post
}

/// Full or probationary, on post or retired: whichever the value says, or the heading that it affirms.
pub fn standing(
    sight: &Sight,
    (row, col): (u32, u32),
    heading: &str,
    member: &mut MemberRow,
    reading: &mut Reading,
) {
    let v = sight.view.vocabulary;
    let text = sight.field(row, Some(col));
    let said = match v.yes_or_no(&text) {
        Some(yes) => affirmed(heading, yes, v),
        None => (v.status(&text), v.category(&text)),
    };
    if v.yes_or_no(&text) == Some(false) && v.category(&v.asked_by(heading)).is_some() && said == (None, None)
    {
        return;
    }
    match said {
        (Some(status), _) => member.status = member.status.or(Some(status)),
        (None, Some(category)) => member.category = member.category.or(Some(category)),
        (None, None) if text.is_empty() => {}
        // Both at once, as in `在职正式党员` or `正式党员（退休）`.
        (None, None) => {
            let (status, category) = split_standing(&text, v);
            if status.is_none() && category.is_none() {
                reading.issues.push(Issue::new(
                    Code::UnknownValue,
                    sight.view.cell(row, col),
                    text,
                    "党员类别或人员状态",
                ));
            }
            member.status = member.status.or(status);
            member.category = member.category.or(category);
        }
    }
}

/// Points out who is said not to be on post, and nowhere what else: one issue for all rows below a heading.
pub fn report_denied(
    sight: &Sight,
    (row, col): (u32, u32),
    heading: &str,
    member: &MemberRow,
    reading: &mut Reading,
) {
    let v = sight.view.vocabulary;
    let text = sight.field(row, Some(col));
    if member.category.is_none()
        && v.yes_or_no(&text) == Some(false)
        && v.category(&v.asked_by(heading)).is_some()
    {
        reading.raise_down(Issue::new(Code::NotOnPost, sight.view.cell(row, col), text, heading));
    }
}

/// What 是 or 否 says below a heading such as 是否退休. Whoever is not on post may be anything else.
fn affirmed(heading: &str, yes: bool, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    let bare = v.asked_by(heading);
    let status = v.status(&bare).map(|asked| match (asked, yes) {
        (asked, true) => asked,
        (Membership::Full, false) => Membership::Probationary,
        (Membership::Probationary, false) => Membership::Full,
    });
    let category = match (v.category(&bare), yes) {
        (asked, true) => asked,
        (Some(Category::Retired), false) => Some(Category::OnPost),
        (_, false) => None,
    };
    (status, category.filter(|_| status.is_none()))
}

/// What a note says of somebody's standing and of their coming or going; whether it says that they have gone, and
/// not when.
pub fn note(sight: &Sight, (row, col): (u32, u32), member: &mut MemberRow) -> bool {
    let text = sight.field(row, Some(col));
    let v = sight.view.vocabulary;
    member.status = member.status.or_else(|| v.status(&text));
    member.category = member.category.or_else(|| v.category(&text));
    if v.moved().is_planned(&text) {
        return false;
    }
    let around = sight.context().around();
    let when = crate::when::find(&text, around).and_then(|found| found.when.ok());
    let when = when.map(|when| Cited::new(when, sight.view.at(row, col)));
    match v.moved().within(&text) {
        Some(Move::Left) => {
            let unsaid = when.is_none();
            member.left = member.left.take().or(when);
            unsaid && member.left.is_none()
        }
        Some(Move::Arrived) => {
            member.arrived = member.arrived.take().or(when);
            false
        }
        None => false,
    }
}

/// An identity number must be text: as a number its last digits are lost.
fn id_number(sight: &Sight, (row, col): (u32, u32), reading: &mut Reading) -> Option<Cited<String>> {
    let text = sight.field(row, Some(col)).to_uppercase();
    if text.is_empty() {
        return None;
    }
    let as_number = matches!(sight.view.sheet.seen(row, col), crate::book::Value::Number(n) if *n >= 1e15);
    if as_number || text.contains("E+") {
        reading.issues.push(Issue::new(
            Code::LostId,
            sight.view.cell(row, col),
            crate::text::mask(&text),
            "",
        ));
        return None;
    }
    Some(Cited::new(text.trim_start_matches('\'').to_string(), sight.view.at(row, col)))
}

/// Both at once: `在职正式党员`, `正式党员（退休）`.
pub fn split_standing(text: &str, v: &Vocabulary) -> (Option<Membership>, Option<Category>) {
    let text = text.replace(['(', ')', '/', '、', '-'], "");
    let cuts = text.char_indices().map(|(i, _)| i).skip(1);
    cuts.map(|i| text.split_at(i))
        .find_map(|(a, b)| {
            let found = (v.status(a).or(v.status(b)), v.category(b).or(v.category(a)));
            (found.0.is_some() && found.1.is_some()).then_some(found)
        })
        .unwrap_or((None, None))
}
