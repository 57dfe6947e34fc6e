//! People below a title, with no header over them: `3月19日党员大会签到表` and then names, as many to a row as fit,
//! perhaps each with a number before it and a mark behind it, in its own cell, or in the row below.

use super::Sight;
use super::mark::{self, Mark};
use super::name::has_long_surname;
use super::named_roll::NamedRoll;
use super::record::{MarkRow, Reading};
use super::view::{Filled, View};
use crate::address::Cited;
use crate::issue::{Code, Issue};
use crate::text::{Text, is_han, squash};
use crate::vocabulary::{Concept, TitleWord};

/// Fewer people are no list.
const ENOUGH: usize = 3;

/// Somebody in a cell.
struct Entry {
    row: u32,
    col: u32,
    said: Said,
}

/// What stands with a name and says how somebody came.
enum Said {
    Nothing,
    /// The cell behind the name, or below it.
    In(u32, u32),
    /// What stands beside the name in its own cell: `张三√`.
    Beside(Text, Mark),
}

/// The people of a sheet of one session.
pub struct BareList {
    entries: Vec<Entry>,
    /// Rows between them that hold something else.
    others: Vec<u32>,
}

/// The list below titles that call it one of those who signed or came.
pub fn find(sight: &Sight, rows: &[u32]) -> Option<BareList> {
    let view = sight.view;
    let says = |title: &str, word| view.vocabulary.title_says(title, word);
    let titles = sight.context().naming();
    let titled = titles.iter().find(|title| says(title, TitleWord::SignIn))?;
    if says(titled, TitleWord::OnLeave) || says(titled, TitleWord::Absent) {
        return None;
    }
    let (mut entries, mut others): (Vec<Entry>, Vec<u32>) = Default::default();
    for &row in rows {
        if sign_above(sight, row, &mut entries) {
            continue;
        }
        match people_of(sight, row) {
            Some(people) => entries.extend(people),
            None => others.push(row),
        }
    }
    let (first, last) = (entries.first()?.row, entries.last()?.row);
    others.retain(|row| (first..last).contains(row));
    (entries.len() >= ENOUGH).then_some(BareList { entries, others })
}

impl BareList {
    /// The cells of the people and of their marks.
    pub fn cells(&self) -> impl Iterator<Item = (u32, u32)> {
        let mark = |e: &Entry| if let Said::In(row, col) = e.said { Some((row, col)) } else { None };
        self.entries.iter().flat_map(move |e| std::iter::once((e.row, e.col)).chain(mark(e)))
    }

    /// The rows on which people and their marks stand.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        let below = |e: &Entry| if let Said::In(row, _) = e.said { row } else { e.row };
        self.entries.iter().flat_map(move |e| [e.row, below(e)])
    }

    /// Adds everybody on the list. Where it has no marks, they came, but for those of whom a line says otherwise.
    pub fn add_to(&self, roll: &mut NamedRoll, sight: &Sight, reading: &mut Reading) {
        let view = sight.view;
        // Where brackets only say who did not come, the others did.
        let is_marked = self.entries.iter().any(|e| match e.said {
            Said::Nothing => false,
            Said::In(..) => true,
            Said::Beside(_, mark) => mark.came(),
        });
        if !is_marked && let Some(first) = self.entries.first() {
            reading.issues.push(Issue::new(Code::NoMarks, view.cell(first.row, first.col), "", ""));
        }
        self.report_others(sight, reading);
        let away = std::mem::take(&mut roll.marks);
        for entry in &self.entries {
            let named = || view.cited(entry.row, entry.col);
            let (name, said, (row, col)) = match &entry.said {
                // 李四（病假）, or everybody on a list without marks.
                Said::Nothing if !is_marked || named().value.contains('(') => {
                    roll.add_cell(sight, (entry.row, entry.col), "", (Mark::Present, true), reading);
                    continue;
                }
                Said::Nothing => (named(), Some(Mark::Blank), (entry.row, entry.col)),
                Said::Beside(name, mark) => {
                    let at = (entry.row, entry.col);
                    (Cited::new(name.clone(), view.at(at.0, at.1)), Some(*mark), at)
                }
                Said::In(row, col) if view.seen(*row, *col) == named().value => {
                    (named(), Some(Mark::Present), (*row, *col))
                }
                Said::In(row, col) => (named(), sight.mark(*row, *col, reading), (*row, *col)),
            };
            let (text, at) = (view.seen(row, col), view.at(row, col));
            roll.marks.extend(said.map(|mark| MarkRow { name, mark, text, at }));
        }
        for told in away {
            match roll.marks.iter_mut().find(|m| m.name.value == told.name.value) {
                Some(known) if !is_marked || known.mark == Mark::Blank => *known = told,
                Some(known) => known.mark = known.mark.with(told.mark),
                None => roll.marks.push(told),
            }
        }
        roll.attendees_named = true;
    }

    /// Points out what stands between the people and is neither a number nor a label.
    fn report_others(&self, sight: &Sight, reading: &mut Reading) {
        let view = sight.view;
        let is_known = |f: &Filled| f.is_number() || is_label(view, f);
        for &row in &self.others {
            for cell in view.filled(row).iter().filter(|f| !is_known(f)) {
                let place = view.cell(row, cell.col);
                reading.issues.push(Issue::new(Code::ExtraCharacters, place, &*cell.text, ""));
            }
        }
    }
}

/// 姓名, 签到 or 第一党小组 before the people or the marks of a row.
fn is_label(view: &View, cell: &Filled) -> bool {
    let is_of_lists =
        |c: &Concept| matches!(c, Concept::Name | Concept::Mark | Concept::Seq | Concept::Group);
    cell.heading(view.vocabulary).iter().any(is_of_lists)
        || view.vocabulary.group_names().ends_as_one(&cell.text)
}

/// The cells of a row but for a label at its beginning.
fn behind_label<'v>(view: &'v View, row: u32) -> &'v [Filled] {
    match view.filled(row) {
        [label, rest @ ..] if !rest.is_empty() && is_label(view, label) => rest,
        all => all,
    }
}

/// The people of a row that holds nothing else but their numbers and marks.
fn people_of(sight: &Sight, row: u32) -> Option<Vec<Entry>> {
    let view = sight.view;
    let entry = |f: &Filled| {
        let said = match beside_name(sight, &f.text) {
            Some((name, mark)) => Said::Beside(name, mark),
            None => view.begins_with_person(f).then_some(Said::Nothing)?,
        };
        Some(Entry { row, col: f.col, said })
    };
    let mut entries: Vec<Entry> = Vec::new();
    let mut cells = behind_label(view, row).iter().peekable();
    while let Some(cell) = cells.next() {
        let last = entries.last_mut().filter(|last| matches!(last.said, Said::Nothing));
        if signs(sight, row, last.as_deref(), cell) {
            last?.said = Said::In(row, cell.col);
        } else if let Some(entry) = entry(cell) {
            entries.push(entry);
        } else if !(cell.is_number() && cells.peek().is_some_and(|next| entry(next).is_some())) {
            return None;
        }
    }
    (!entries.is_empty()).then_some(entries)
}

/// `张三√`, `√张三`, `李四：病假` or `1.王五√`: the name, and what the rest means.
fn beside_name(sight: &Sight, text: &str) -> Option<(Text, Mark)> {
    let numbered = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = numbered.trim_start_matches(['.', '、', ')']);
    let text = if bare.starts_with(is_han) { bare } else { text };
    let parse = |rest: &str| {
        let rest = rest.trim_matches(|c| "-:;,、—".contains(c));
        mark::parse(rest, sight.legend, sight.view.vocabulary).filter(|mark| *mark != Mark::Blank)
    };
    let said = |(name, rest): (&str, &str)| {
        sight.view.is_person(name).then(|| Some((name.into(), parse(rest)?))).flatten()
    };
    // 周到 is somebody; of 王思远病假 five characters may be a name, too.
    let longest = if has_long_surname(text) { 4 } else { 3 };
    let names = text.chars().count() <= longest && sight.view.is_person(text);
    let splits = |least: usize| text.char_indices().skip(least).map(|(at, _)| text.split_at(at));
    // 缺席：张三 is a label with what it is for.
    let is_sign = |rest: &str| !rest.contains(is_han);
    let before = || splits(1).filter(|(rest, _)| is_sign(rest)).find_map(|(rest, name)| said((name, rest)));
    // 天 of 武乐天√ is none of the mark's words, though 2天√ has it, too.
    let is_whole = |rest: &str| {
        sight.legend.get(&squash(rest)).is_some() || sight.view.vocabulary.mark(&squash(rest)).is_some()
    };
    let behind = || splits(2).filter(|(_, rest)| is_whole(rest)).find_map(said);
    if names { None } else { behind().or_else(|| splits(2).find_map(said)).or_else(before) }
}

/// Whether a row holds nothing but marks and signatures below the names of the row above, which then have these.
fn sign_above(sight: &Sight, row: u32, entries: &mut [Entry]) -> bool {
    let view = sight.view;
    let Some(above) = entries.last().map(|e| e.row).filter(|above| above + 1 == row) else { return false };
    // 签名 below names says no more than that these may sign there.
    if view.filled(row).iter().all(|f| is_label(view, f)) {
        return false;
    }
    let first = entries.partition_point(|e| e.row < above);
    let names = &mut entries[first..];
    let over = |cell: &Filled| names.iter().position(|e| e.col == cell.col);
    let signed: Option<Vec<(usize, u32)>> = behind_label(view, row)
        .iter()
        .map(|cell| {
            let place = over(cell)?;
            signs(sight, above, Some(&names[place]), cell).then_some((place, cell.col))
        })
        .collect();
    let Some(signed) = signed.filter(|signed| !signed.is_empty()) else { return false };
    signed.into_iter().for_each(|(place, col)| names[place].said = Said::In(row, col));
    true
}

/// Whether a cell says of somebody who has none yet how he came: a mark that is no number, unless the legend has it, or
/// the name again.
fn signs(sight: &Sight, row: u32, of: Option<&Entry>, cell: &Filled) -> bool {
    let view = sight.view;
    of.is_some_and(|of| {
        let is_explained = matches!(sight.legend.get(&cell.text), Some(Some(_)));
        let is_mark = is_explained || !cell.is_number() && cell.mark(view.vocabulary).is_some();
        matches!(of.said, Said::Nothing) && (is_mark || *cell.text == *view.text(row, of.col))
    })
}
