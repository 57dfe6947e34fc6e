//! Which rows head a table; [`columns`](super::columns) reads what stands in them.

use super::groups;
use super::kind_grid;
use super::labels::{inline_labels, label_pairs, pairs_among_others};
use super::mark;
use super::name_rows::{self, names_people};
use super::outline::Column;
use super::person;
use super::plan_grid;
use super::session_head::heads_a_session;
use super::ticks;
use super::unheaded::{
    begins_to_count, below, counts_below, name_column, people_below, people_who_signed, unheaded_names,
};
use super::view::{Filled, Line, View};
use crate::text::{is_han, is_nothing};
use crate::vocabulary::Concept;
use crate::when;

/// Whether a row heads a table: it names columns, not values.
pub fn is_header(view: &View, row: u32) -> bool {
    if let Some((_, last)) = view.pin.and_then(|p| p.header()) {
        return row == last;
    }
    // 出席 and those who came beside it head nothing.
    if view.is_of_a_person(row) || name_rows::beside_mark(view, row).is_some() {
        return false;
    }
    let filled = view.filled(row);
    if filled.is_empty() {
        return false;
    }
    if heads_marks(view, row) {
        return true;
    }
    // Of headings that are all known, what they are tells more.
    let is_in_doubt = || filled.iter().any(|f| f.heading(view.vocabulary).is_empty());
    if begins_to_count(view, row) && is_in_doubt() {
        return true;
    }
    // 主持人 and who that is, right above the header, whatever the words are.
    if counts_below(view, row) && is_in_doubt() {
        return false;
    }
    // Most rows are data: nothing in them is a heading or could be a date or a kind. A bare number alone heads
    // nothing.
    let telling = |f: &Filled| {
        !f.heading(view.vocabulary).is_empty() || f.could_head(view.vocabulary) && !f.is_number()
    };
    if !filled.iter().any(telling) {
        return people_who_signed(view, row).is_some();
    }
    // # numbers rows where words that head another column stand behind it; elsewhere it may be a mark.
    let is_sign = |f: &Filled| f.text.chars().all(|c| mark::is_glyph(c) && !c.is_alphanumeric());
    let heads_rows = |i: usize| {
        filled.get(i + 1).is_some_and(|next| !is_sign(next) && !next.heading(view.vocabulary).is_empty())
    };
    let heading = |(i, f): (usize, &Filled)| -> &[Concept] {
        if is_sign(f) && !heads_rows(i) { &[] } else { f.heading(view.vocabulary) }
    };
    let concepts: Vec<&[Concept]> = filled.iter().enumerate().map(heading).collect();
    let hits = concepts.iter().filter(|c| !c.is_empty()).count();
    // 出席 and 缺席 head columns, but far more often they are marks.
    let sure_hits = filled
        .iter()
        .zip(&concepts)
        .filter(|(f, c)| !c.is_empty() && f.mark(view.vocabulary).is_none())
        .count();
    if matches!(view.line(row), Line::Legend | Line::Counts(_) | Line::Footer) {
        return false;
    }
    if unheaded_names(view, row).is_some()
        || plan_grid::is_header(view, row)
        || groups::is_header(view, row)
        || kind_grid::is_header(view, row)
        || heads_amounts(view, row)
        || heads_counts(view, row)
    {
        return true;
    }
    if filled.len() < 2 {
        return false;
    }
    if hits == 0 {
        return people_across(view, row).is_some();
    }
    // 优秀 heads the votes for it, but beside a person it is what somebody was given.
    let graded = concepts.iter().filter(|c| **c == [Concept::Tally]).count();
    if graded == hits && filled.iter().any(|f| f.is_person(view.vocabulary)) {
        return false;
    }
    let is_person_at = |col: u32| view.word(row, col).is_person(view.vocabulary);
    // 参会人员 with somebody beside it says who came.
    let heads_names = |(f, c): &(&Filled, &&[Concept])| {
        c.contains(&Concept::Name) && !(c.contains(&Concept::Attendees) && is_person_at(f.col + f.width))
    };
    let names: Vec<&Filled> = filled.iter().zip(&concepts).filter(heads_names).map(|(f, _)| f).collect();
    let is_pairs = !label_pairs(view, row).is_empty();
    // A member's card goes on with labels and values below the name.
    let is_card = is_pairs && !label_pairs(view, row + 1).is_empty();
    if is_card && names.iter().any(|f| is_person_at(f.col + f.width)) {
        return false;
    }
    if names.iter().any(|f| names_below(view, row, f.col)) {
        // 参学同志 | 3月5日党课 over names and their marks.
        let heads_marks = |f: &Filled| {
            let is_mark = |r: &u32| view.word(*r, f.col).mark(view.vocabulary).is_some();
            f.heads_a_session(view.vocabulary) && below(view, row).filter(is_mark).count() >= 2
        };
        return hits >= 2
            || filled.iter().any(|f| f.text.ends_with(Concept::Name.chinese()) || heads_marks(f))
            || !is_pairs;
    }
    let heads_days =
        |i: usize| below(view, row).filter(|r| view.word(*r, filled[i].col).date().is_some()).count() >= 2;
    // 日期 and 会议类型 over days, whatever the others are.
    let is_log = || {
        let first = |concept: Concept| concepts.iter().position(|c| c.first() == Some(&concept));
        // 项目 over nothing but kinds.
        let heads_kinds = |f: &&Filled| {
            let kinds = |r: &u32| !view.word(*r, f.col).session(view.vocabulary).kinds.is_empty();
            f.heading(view.vocabulary).is_empty() && below(view, row).filter(kinds).count() >= 2
        };
        let has_kinds = || first(Concept::Kind).is_some() || filled.iter().any(|f| heads_kinds(&f));
        first(Concept::Date).is_some_and(heads_days) && has_kinds()
    };
    if sure_hits >= 2 && is_log() || heads_those_who_came(view, row) {
        return true;
    }
    if is_pairs {
        return false;
    }
    if people_across(view, row).is_some() {
        return true;
    }
    // One row a session, a topic, or a person without a name heading: nearly all cells are headings.
    let signatures = concepts.iter().any(|c| c.contains(&Concept::Mark))
        && filled
            .iter()
            .zip(&concepts)
            .any(|(f, c)| c.contains(&Concept::Mark) && names_below(view, row, f.col));
    // 病假 and 公差 head the people of whom they hold.
    let marks =
        filled.iter().zip(&concepts).filter(|(f, c)| c.is_empty() && f.mark(view.vocabulary).is_some());
    // 月份 and 学习内容 and nothing else: a plan.
    let is_plan = || {
        let first = |i: usize| concepts[i].first();
        filled.len() == 2
            && matches!(first(0), Some(Concept::Month | Concept::Date))
            && first(1) == Some(&Concept::Topic)
            && heads_days(0)
    };
    if is_plan() {
        return true;
    }
    // So do 党员大会 and 党课 the ticks of a log.
    let is_kind = |(f, c): &(&Filled, &&[Concept])| {
        c.is_empty() && f.session(view.vocabulary).kinds.iter().any(|kind| !kind.is_vague())
    };
    let kinds = filled.iter().zip(&concepts).filter(is_kind).count();
    let headings = hits + if sure_hits >= 3 { marks.count() + kinds } else { 0 };
    signatures && hits >= 2 && sure_hits >= 1
        || sure_hits >= 2 && hits >= 3 && headings * 3 >= filled.len() * 2
}

/// `项号 | 党内成员 | 出勤情况` over people and their marks, whatever the words over the people are taken for.
pub fn heads_marks(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    let is_mark = |r: &u32, f: &Filled| view.word(*r, f.col).mark(view.vocabulary).is_some();
    let is_one = |f: &&Filled| {
        f.heading(view.vocabulary).first() == Some(&Concept::Mark)
            && f.mark(view.vocabulary).is_none()
            && below(view, row).take(ROWS_LOOKED_AT).filter(|r| is_mark(r, f)).count() >= 2
    };
    let heads_people = |f: &Filled| {
        let is_person = |r: &u32| view.word(*r, f.col).is_person(view.vocabulary);
        below(view, row).take(ROWS_LOOKED_AT).filter(is_person).count() >= 2
    };
    filled.len() >= 2
        && filled.iter().all(|f| f.date().is_none() && !f.is_number())
        && filled
            .iter()
            .find(is_one)
            .is_some_and(|mark| filled.iter().any(|f| f.col < mark.col && heads_people(f)))
}

/// In so many rows below a heading there are people and marks, if it is one.
const ROWS_LOOKED_AT: usize = 3;

/// 日期 | 到会情况 over days and how many were due and came on each.
fn heads_counts(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    filled.len() >= 2 && filled.iter().all(|f| f.date().is_none()) && view.is_one_of_many(row + 1)
}

/// 月份 in the corner of people down and months across, which may hold no mark: hours of study.
fn heads_amounts(view: &View, row: u32) -> bool {
    let [corner, months @ ..] = view.filled(row) else { return false };
    matches!(corner.heading(view.vocabulary).first(), Some(Concept::Month | Concept::Date))
        && months.iter().filter(|f| f.is_months()).count() >= 2
        && people_below(view, row, corner.col) >= 2
}

/// `会议 | 到会 | 请假 | 缺席`: words that are marks as well, with people below them, beside a column of sessions.
fn heads_those_who_came(view: &View, row: u32) -> bool {
    use Concept::*;
    let filled = view.filled(row);
    let is_of_people = |f: &Filled| {
        let people = |c: &Concept| {
            matches!(c, Mark | OnLeave | Absent | Absentees | Attendees | LateList | Due | Came)
        };
        f.heading(view.vocabulary).iter().any(people)
    };
    let people: Vec<&Filled> = filled.iter().filter(|f| is_of_people(f)).collect();
    let others = filled.len() - people.len();
    // Over the sessions there may be no word at all.
    let first = match others {
        0 => people.first().and_then(|f| f.col.checked_sub(1)),
        _ => Some(filled[0].col).filter(|_| !is_of_people(&filled[0])),
    };
    let heads_people =
        |f: &&&Filled| below(view, row).any(|r| names_people(view, (r, f.col), mark::Mark::Present));
    // A row of marks says 出席 again and again, and often of which day it is.
    let says_again = || (1..people.len()).any(|i| people[..i].iter().any(|f| f.text == people[i].text));
    let is_dated = || filled.iter().any(|f| f.date().is_some_and(|date| date.is_day()));
    people.len() >= 2
        && others <= people.len()
        && !says_again()
        && !is_dated()
        && people.iter().any(|f| heads_people(&f))
        && first.is_some_and(|col| sessions_down(view, row, col) >= 2)
}

/// Signatures in a grid: `参会人员签名` alone in its row, and below it rows of nothing but names. Gives a column of
/// names for each that the grid has, and its rows.
pub fn grid_of_names(view: &View, row: u32) -> Option<(Vec<Column>, Vec<u32>)> {
    let [only] = view.filled(row) else { return None };
    let heads = |c: &Concept| matches!(c, Concept::Attendees | Concept::Mark | Concept::Name);
    let is_names =
        |r: &u32| !view.filled(*r).is_empty() && view.filled(*r).iter().all(|f| f.is_person(view.vocabulary));
    // Below names it says no more than that these may sign there.
    if !only.heading(view.vocabulary).iter().any(heads) || row > 0 && is_names(&(row - 1)) {
        return None;
    }
    let rows: Vec<u32> = (row + 1..view.sheet.rows()).take_while(is_names).collect();
    let mut cols: Vec<u32> = rows.iter().flat_map(|r| view.filled(*r)).map(|f| f.col).collect();
    cols.sort_unstable();
    cols.dedup();
    // A single column may be any list.
    let column = |index| Column {
        index,
        heading: only.text.to_string(),
        label: only.text.to_string(),
        concepts: vec![Concept::Name],
        row,
        ..Column::default()
    };
    (cols.len() >= 2).then(|| (cols.into_iter().map(column).collect(), rows))
}

/// Whether people's names stand below a cell, within the next few rows.
fn names_below(view: &View, row: u32, col: u32) -> bool {
    people_below(view, row, col) > 0
}

/// How many of the cells below a cell say which session their row is.
fn sessions_down(view: &View, row: u32, col: u32) -> usize {
    let heads = |r: &u32| {
        let filled = view.filled(*r);
        filled.iter().find(|f| f.col == col).is_some_and(|f| heads_a_session(view, *r, f))
    };
    below(view, row).filter(heads).count()
}

/// Members across: `日期 | 类型 | 张三 | 李四`. Gives the row of the names: this one, or the next where this one
/// names their groups.
fn people_across(view: &View, row: u32) -> Option<u32> {
    let filled = view.filled(row);
    let known = |f: &&Filled| f.heading(view.vocabulary);
    let leads = filled.first().is_some_and(|f| {
        let leading = |c: &Concept| {
            matches!(c, Concept::Date | Concept::Kind | Concept::Topic | Concept::Seq | Concept::Month)
        };
        // 姓名 may speak of its row, as on a card with 姓名 and 日期 at the two sides of a stroke.
        // Over another header, 姓名 is a label above it.
        let over_header = !view.word(row + 1, f.col).heading(view.vocabulary).is_empty();
        let of_its_row =
            known(&f).contains(&Concept::Name) && !over_header && sessions_down(view, row, f.col) >= 2;
        // 4月第四周 is one of those down its column.
        let is_unknown = known(&f).is_empty()
            && !f.is_number()
            && f.around().month.is_none()
            && sessions_down(view, row, f.col) >= 2;
        known(&f).iter().any(leading) || of_its_row || is_unknown
    });
    if !leads {
        return None;
    }
    // 日期 and the day beside it are a label and its value.
    if filled.iter().any(|f| f.date().is_some_and(|date| date.is_all()) && known(&f).is_empty()) {
        return None;
    }
    let hits = filled.iter().filter(|f| !known(f).is_empty()).count();
    let people = |cells: &[Filled]| {
        cells.iter().filter(|f| f.heading(view.vocabulary).is_empty() && f.is_person(view.vocabulary)).count()
    };
    let next = view.filled(row + 1);
    let under_groups = next.len() >= 2 && people(next) == next.len() && next[0].col > filled[0].col;
    let all_groups =
        filled.iter().filter(|f| known(f).is_empty()).all(|f| !f.session(view.vocabulary).group.is_empty());
    // 办公室 over the first of its people, in a file without merges.
    let is_over = |f: &Filled| next.iter().any(|below| below.col == f.col);
    let over_some = || {
        let others = filled.iter().filter(|f| known(f).is_empty());
        others.clone().count() < next.len() && others.clone().next().is_some() && others.clone().all(is_over)
    };
    if under_groups && (all_groups || over_some()) && hits >= 1 {
        return Some(row + 1);
    }
    let here = people(filled);
    (here >= 2 && here + hits + LEADING >= filled.len()).then_some(row)
}

/// So many columns stand before people across: the day, the kind and the topic.
const LEADING: usize = 3;

/// The rows of the header: upwards while dates or kinds stand above the columns, downwards while the
/// name column stays empty. Rows taken from above leave the preamble.
pub fn band(view: &View, row: u32, preamble: &mut Vec<u32>) -> (u32, u32) {
    if let Some((first, last)) = view.pin.and_then(|p| p.header()) {
        preamble.retain(|r| *r < first);
        return (first.min(row), last);
    }
    let name = name_column(view, row);
    let has_name = name.is_some();
    let key = name.or(view.filled(row).first().map(|f| f.col)).unwrap_or(0);
    let mut first = row;
    let (signed_again, is_counted) = (signed_again(view, row), begins_to_count(view, row));
    while has_name && first > 0 && preamble.last() == Some(&(first - 1)) {
        let above = view.filled(first - 1);
        if signed_again && labels_columns(view, first - 1, key) {
            first -= 1;
            preamble.pop();
            continue;
        }
        let over_columns: Vec<&Filled> = above.iter().filter(|f| f.col > key).collect();
        let spans_all = above.len() == 1
            && (above[0].col <= key || above[0].width >= view.sheet.cols().saturating_sub(1));
        let heads = over_columns.iter().filter(|f| heads_a_session(view, first - 1, f)).count();
        let is_label = |f: &&Filled| !f.heading(view.vocabulary).is_empty();
        // `日期：2026年3月5日` at the right is a label, over whichever column it stands; and beside 单位：第一支部 at the left,
        // a month alone is that of the list.
        let is_inline = |f: &&Filled| !inline_labels(view, first - 1, f.col).is_empty();
        let labelled =
            || over_columns.iter().any(is_inline) || heads < 2 && above.iter().any(|f| is_inline(&f));
        // 主持人 and who that is stand beside each other, not over the numbers and the names.
        let own = view.text(row, key);
        let beside = is_counted && above.iter().any(|f| f.col == key && !own.is_empty() && *f.text != *own);
        if over_columns.is_empty()
            || beside
            || labelled()
            || spans_all
            || heads * 2 < over_columns.len()
            || !label_pairs(view, first - 1).is_empty() && (heads < 2 || over_columns.iter().any(is_label))
            || heads < 2 && !pairs_among_others(view, first - 1).is_empty()
        {
            break;
        }
        first -= 1;
        preamble.pop();
    }
    let mut last = view.sheet.merge_at(row, key).map_or(row, |m| m.last.row);
    // Without merges (CSV), a row belongs to the header while the name column is empty and the row
    // heads columns rather than marking people.
    while has_name && last + 1 < view.sheet.rows() && last < row + 5 {
        // 日期 and 会议类型 under 姓名, each with what it says of the columns.
        if labels_columns(view, last + 1, key) {
            last += 1;
            continue;
        }
        let below = view.filled(last + 1);
        // Or while it says again what it said, where a merge was taken apart and filled.
        let name_empty =
            matches!(view.text(last + 1, key), again if again.is_empty() || again == view.text(row, key));
        let heading_like = below
            .iter()
            .filter(|f| heads_a_session(view, last + 1, f) || !f.heading(view.vocabulary).is_empty())
            .count();
        let marks = below.iter().filter(|f| view.vocabulary.mark(&f.text).is_some()).count();
        let labels = repeats_labels(view, last, last + 1)
                || below.iter().all(|f| when::is_part_of_day(&f.text))
                // 周四 below the 5th; a label for them may stand before.
                || below.iter().any(|f| f.col > key)
                    && below.iter().filter(|f| f.col > key).all(|f| when::is_weekday(&f.text));
        if !name_empty
            || below.is_empty()
            || below.len() == 1 && heading_like == 0 && !labels
            || below.iter().any(|f| f.col < key && &*f.text != view.text(row, f.col))
            || !labels && (marks > heading_like || heading_like == 0 && !prose_header(below))
        {
            break;
        }
        last += 1;
    }
    // 月份 and 学习主题 beside 学习要求, below which stand the headings that make this row the header.
    if !has_name && preamble.last() == Some(&row.wrapping_sub(1)) && is_upper_row(view, row - 1, row) {
        first = row - 1;
        preamble.pop();
    }
    // 应到 and 实到 below 人数, in a file without merges.
    if !has_name && is_lower_row(view, row, last + 1) {
        last += 1;
    }
    // People across with a row of groups above their names.
    if !has_name && people_across(view, row) == Some(row + 1) {
        last = last.max(row + 1);
    }
    (first, last)
}

/// One column of names and 签到 over several others: each of these is a session, told by what stands above it.
fn signed_again(view: &View, row: u32) -> bool {
    let filled = view.filled(row);
    let of = |concept: Concept| filled.iter().filter(move |f| f.heading(view.vocabulary).contains(&concept));
    let mut marks = of(Concept::Mark);
    let first = marks.next();
    of(Concept::Name).count() == 1 && first.is_some_and(|f| marks.any(|other| other.text == f.text))
}

/// A label at the left and what it says of each column: `会议类别 | 主题党日 | 党课`.
pub fn labels_columns(view: &View, row: u32, key: u32) -> bool {
    let told = |c: &Concept| {
        use Concept::*;
        matches!(c, Date | Month | Kind | Topic | Place | Host | Hours | Group)
    };
    let mut cells = view.filled(row).iter();
    let Some(label) = cells.next().filter(|f| f.col <= key) else { return false };
    let concepts = label.heading(view.vocabulary);
    // 类别 may also be that of a member, 学习 beside it a mark.
    let is_kind =
        |f: &Filled| !f.session(view.vocabulary).kinds.is_empty() && f.mark(view.vocabulary).is_none();
    let labels = concepts.first().is_some_and(told)
        || concepts.contains(&Concept::Kind) && cells.clone().next().is_some() && cells.clone().all(is_kind);
    // 星期 | 周四 | 周五, whatever the label is.
    let are_weekdays = cells.clone().next().is_some() && cells.clone().all(|f| when::is_weekday(&f.text));
    (labels || are_weekdays) && cells.all(|f| f.col > key && f.heading(view.vocabulary).is_empty())
}

/// A row of nothing but headings, words for marks, or kinds of meetings, below a header, with nothing below its first
/// heading: each stands below a heading for several columns, or beside one.
fn is_lower_row(view: &View, header: u32, row: u32) -> bool {
    let (above, below) = (view.filled(header), view.filled(row));
    let is_heading = |f: &Filled| {
        !f.is_number() && (!f.heading(view.vocabulary).is_empty() || f.mark(view.vocabulary).is_some())
    };
    let first = above.first().map_or(0, |f| f.col);
    let are = |is_one: &dyn Fn(&Filled) -> bool| {
        below.len() >= 2 && below.iter().all(|f| f.col > first && is_one(f) && !is_nothing(&f.text))
    };
    // 支委会 and 党课 below 会议类型 and what is blank beside it.
    let is_kind = |f: &Filled| f.date().is_none() && !f.session(view.vocabulary).kinds.is_empty();
    let has_blank = || below.iter().any(|f| view.text(header, f.col).is_empty());
    are(&is_heading) || are(&is_kind) && has_blank()
}

/// Words for marks, or for what a member is, below each cell of the row above, several below one: 到会 | 请假 | 缺席, or 男 |
/// 女.
fn repeats_labels(view: &View, above: u32, row: u32) -> bool {
    let begins = |f: &Filled| !view.text(above, f.col).is_empty();
    let differ = |part: &[Filled]| part.iter().any(|f| f.text != part[0].text);
    let may_be_ticked = |f: &Filled| {
        ticks::may_be_ticked(view, &f.text) || person::field_of(&f.text, view.vocabulary).is_some()
    };
    let cells = view.filled(row);
    cells.first().is_some_and(begins)
        && cells.iter().all(|f| f.text.contains(is_han) && may_be_ticked(f))
        && cells.chunk_by(|_, next| !begins(next)).all(differ)
}

/// A row over a header in which known headings stand where the header has nothing, and others only over several of its
/// columns.
fn is_upper_row(view: &View, row: u32, header: u32) -> bool {
    let below = |f: &Filled| !view.text(header, f.col).is_empty();
    let (over, beside): (Vec<&Filled>, Vec<&Filled>) = view.filled(row).iter().partition(|f| below(f));
    let is_heading = |f: &&Filled| !f.heading(view.vocabulary).is_empty();
    !beside.is_empty()
        && beside.iter().all(is_heading)
        && !over.is_empty()
        && label_pairs(view, row).is_empty()
}

/// A row of topics under dates and kinds: several texts, none of them a mark.
fn prose_header(below: &[Filled]) -> bool {
    below.len() >= 2 && below.iter().all(|f| f.text.chars().count() >= 3)
}
