//! What a sheet says of itself that its marks must bear out: sums beside a row, running numbers, sessions held in turn.

use chrono::{Datelike, NaiveDate};

use super::Sight;
use super::mark::Mark;
use super::outline::{Column, SessionHead, Table};
use super::record::Reading;
use super::ticks;
use crate::issue::{Code, Issue, Place};
use crate::text::number;
use crate::vocabulary::Concept;

/// The marks of a row, counted.
#[derive(Default)]
pub struct Tally {
    came: usize,
    late: usize,
    left_early: usize,
    leave: usize,
    absent: usize,
}

impl Tally {
    pub fn add(&mut self, mark: Mark) {
        match mark {
            Mark::Present => self.came += 1,
            Mark::Late => (self.came, self.late) = (self.came + 1, self.late + 1),
            Mark::LeftEarly => (self.came, self.left_early) = (self.came + 1, self.left_early + 1),
            Mark::Leave(_) => self.leave += 1,
            Mark::Absent => self.absent += 1,
            Mark::Exempt | Mark::NotDue | Mark::Blank => {}
        }
    }

    fn due(&self) -> usize {
        self.came + self.leave + self.absent
    }
}

/// What a column of sums may count, in figures.
pub type Sum = fn(&Tally) -> f64;

/// The sums that sheets keep, in words. Which of them a column is, most of its rows tell.
pub const SUMS: [(&str, Sum); 9] = [
    ("到会", |t| t.came as f64),
    ("按时到会", |t| (t.came - t.late - t.left_early) as f64),
    ("不算迟到的到会", |t| (t.came - t.late) as f64),
    ("应到", |t| t.due() as f64),
    ("请假", |t| t.leave as f64),
    ("缺席", |t| t.absent as f64),
    ("没到", |t| (t.leave + t.absent) as f64),
    ("迟到", |t| t.late as f64),
    ("参会率（%）", |t| 100.0 * t.came as f64 / t.due().max(1) as f64),
];

/// One slip in so many, and no more, is one: then the others bear a sum out.
const ALL_BUT_ONE_OF: usize = 4;

/// Whether what most of so many rows or columns come to is what they are to come to, and the others have a slip.
pub fn is_borne_out(all: usize, wrong: usize) -> bool {
    wrong * ALL_BUT_ONE_OF <= all
}

/// A figure or a rate, in per cent. 0.75 is how a sheet keeps 75%, and where there are rates, 1 is 100%.
pub fn figure(text: &str, is_rate: bool) -> Option<f64> {
    let rate = text.strip_suffix('%');
    let figure = number(rate.unwrap_or(text))?;
    let is_share = rate.is_none() && (figure > 0.0 && figure < 1.0 || figure == 1.0 && is_rate);
    Some(if is_share { figure * 100.0 } else { figure })
}

/// Points out sums that the marks of their row do not come to, in columns where those of nearly all rows do.
pub fn check_rows(sight: &Sight, table: &Table, reading: &mut Reading) {
    let is_sum = |c: &&Column| {
        let sums = |c: &Concept| matches!(c, Concept::Statistic | Concept::Due | Concept::Came);
        c.session.is_none() && c.concepts.first().is_some_and(sums)
    };
    let view = sight.view;
    for column in table.columns.iter().filter(is_sum) {
        let Some(name_col) = table.name_for(column.index) else { return };
        // `None` where a mark is not understood, which is told already.
        let tally = |row: u32| {
            let mut tally = Tally::default();
            for (own, _) in table.sessions().filter(|(c, _)| table.name_for(c.index) == Some(name_col)) {
                tally.add(ticks::mark_in(sight, own, row)?);
            }
            Some(tally)
        };
        let is_rate = table.data().any(|row| {
            let text = view.text(row, column.index);
            text.ends_with('%') || text.starts_with("0.")
        });
        let written = |row: u32| figure(view.text(row, column.index), is_rate);
        let rows: Vec<(u32, f64, Tally)> =
            table.data().filter_map(|row| Some((row, written(row)?, tally(row)?))).collect();
        // Rates are rounded.
        let differs = |(_, written, tally): &(u32, f64, Tally), of: Sum| (of(tally) - written).abs() >= 1.0;
        let wrong = |of: Sum| rows.iter().filter(|row| differs(row, of)).count();
        let Some((what, of)) = SUMS.into_iter().min_by_key(|(_, of)| wrong(*of)) else { return };
        if !is_borne_out(rows.len(), wrong(of)) {
            continue;
        }
        for (row, written, tally) in rows.iter().filter(|row| differs(row, of)) {
            let (said, counted) = (crate::text::plain(*written), crate::text::plain(of(tally).round()));
            let told = format!("而按这一行的记号，{what}是{counted}");
            let said = format!("{}{said}", column.label);
            reading.issues.push(Issue::new(Code::CountMismatch, view.cell(*row, column.index), said, told));
        }
    }
}

/// Points out a session without a single mark, where later ones have them.
pub fn check_sessions(sight: &Sight, table: &Table, reading: &mut Reading) {
    // Blank cells may have a meaning of their own.
    if sight.legend.get("").is_some() {
        return;
    }
    let day = |head: &SessionHead| head.when?.ok();
    let is_marked = |column: &Column| table.data().any(|row| !sight.view.seen(row, column.index).is_empty());
    // Of several columns that are ticked one may well be empty.
    let marked_one_by_one = table.sessions().filter(|(column, _)| column.stands_for.is_none());
    let sessions: Vec<_> = marked_one_by_one
        .filter_map(|(column, head)| Some((day(head)?, column, is_marked(column))))
        .collect();
    let Some(last) = sessions.iter().filter(|(.., marked)| *marked).map(|(when, ..)| *when).max() else {
        return;
    };
    let empty: Vec<&Column> = sessions
        .iter()
        .filter(|(when, _, marked)| !marked && *when < last)
        .map(|(_, column, _)| *column)
        .collect();
    // A sheet may have a column for every day of the month.
    if empty.len() > sessions.len() / 2 {
        return;
    }
    for column in empty {
        let place = sight.view.cell(column.row, column.index);
        reading.issues.push(Issue::new(Code::EmptySession, place, column.heading.clone(), ""));
    }
}

/// One day among at least so many that stands out of their order most likely lost or gained a figure: 18日 became 8日.
const IN_ORDER: usize = 4;

/// Points out the one day that stands out of the order of all others, whichever way they run, or far from all of them.
pub fn check_order(days: Vec<(NaiveDate, Place)>, reading: &mut Reading) {
    let rising = |earlier: &NaiveDate, later: &NaiveDate| earlier <= later;
    let falling = |earlier: &NaiveDate, later: &NaiveDate| earlier >= later;
    let misplaced = match (misplaced(&days, rising), misplaced(&days, falling)) {
        (Order::Kept, _) | (_, Order::Kept) => return far_from_all(&days, reading),
        (Order::ButFor(i), _) | (_, Order::ButFor(i)) => i,
        _ => return,
    };
    // Of three, two that are of one month speak against the third of another.
    if days.len() >= IN_ORDER || is_of_another_month(&days, misplaced) {
        let (day, place) = &days[misplaced];
        let odd = "没有按先后排在别的日期之间";
        reading.issues.push(Issue::new(Code::OddDate, *place, day.to_string(), odd));
    }
}

/// Points out a first or last day that lies months away from all the others, which follow each other closely: 7月 for 1月.
fn far_from_all(days: &[(NaiveDate, Place)], reading: &mut Reading) {
    /// So many days pass between two meetings, or four times as many as ever else, and nobody wonders.
    const USUAL: i64 = 120;
    let gaps: Vec<i64> = days.windows(2).map(|pair| (pair[1].0 - pair[0].0).num_days().abs()).collect();
    let [first, .., last] = gaps[..] else { return };
    if days.len() < IN_ORDER {
        return;
    }
    let is_far = |gap: i64, others: &[i64]| {
        gap > USUAL && others.iter().max().is_some_and(|longest| gap > longest * 4)
    };
    for (gap, others, (day, place)) in
        [(first, &gaps[1..], &days[0]), (last, &gaps[..gaps.len() - 1], &days[days.len() - 1])]
    {
        if is_far(gap, others) {
            let odd = "与这张表里别的日期隔了几个月";
            reading.issues.push(Issue::new(Code::OddDate, *place, day.to_string(), odd));
        }
    }
}

/// Whether days stand in an order.
enum Order {
    Kept,
    /// All but the one at this index do.
    ButFor(usize),
    Broken,
}

/// Of two that could have slipped, the one of another month has, or else the later one.
fn misplaced(days: &[(NaiveDate, Place)], in_order: impl Fn(&NaiveDate, &NaiveDate) -> bool) -> Order {
    let Some(i) = days.windows(2).position(|pair| !in_order(&pair[0].0, &pair[1].0)) else {
        return Order::Kept;
    };
    let others =
        |without: usize| days.iter().enumerate().filter(move |(i, _)| *i != without).map(|(_, (day, _))| day);
    let mut slipped = [i + 1, i];
    slipped.sort_by_key(|i| !is_of_another_month(days, *i));
    let slipped = slipped.into_iter().find(|i| others(*i).is_sorted_by(|a, b| in_order(a, b)));
    slipped.map_or(Order::Broken, Order::ButFor)
}

/// Whether all others are of one month, and the day at this index is of another.
fn is_of_another_month(days: &[(NaiveDate, Place)], index: usize) -> bool {
    let month = |i: usize| (days[i].0.year(), days[i].0.month());
    let mut others = (0..days.len()).filter(|i| *i != index).map(month);
    let first = others.next();
    first.is_some_and(|first| first != month(index) && others.all(|other| other == first))
}

/// A jump of the running numbers over more than so many is none that a lost row explains.
const FARTHEST: f64 = 5.0;

/// Points out where the running numbers of a table leave one out, as they do when a row is lost. The first table of a
/// sheet begins with 1.
pub fn check_numbers(sight: &Sight, table: &Table, is_first: bool, reading: &mut Reading) {
    let view = sight.view;
    let columns = table.all(Concept::Seq);
    // Lists side by side may be numbered across: 1 2 3, and below them 4 5 6.
    let across: Vec<f64> = table
        .data()
        .flat_map(|row| columns.iter().filter_map(move |c| view.text(row, c.index).parse().ok()))
        .collect();
    if columns.len() > 1 && across.windows(2).all(|pair| pair[1] == pair[0] + 1.0) {
        return;
    }
    for (i, column) in columns.into_iter().enumerate() {
        let numbered = |row: u32| {
            Some((row, view.text(row, column.index).parse().ok().filter(|n: &f64| n.fract() == 0.0)?))
        };
        let start = (is_first && i == 0).then_some((table.header.1, 0.0));
        let rows: Vec<(u32, f64)> = start.into_iter().chain(table.data().filter_map(numbered)).collect();
        let skipped = |pair: &&[(u32, f64)]| {
            // Rows that are struck through had their numbers.
            let struck = view.sheet.struck_rows().range(pair[0].0..pair[1].0).count();
            let step = pair[1].1 - pair[0].1 - struck as f64;
            step > 1.0 && step <= FARTHEST
        };
        let gaps: Vec<&[(u32, f64)]> = rows.windows(2).filter(skipped).collect();
        // Numbers that leap all the time count something else.
        if gaps.len() > 1 && gaps.len() * ALL_BUT_ONE_OF > rows.len() {
            continue;
        }
        for gap in gaps {
            let (place, last) = (view.cell(gap[1].0, column.index), crate::text::plain(gap[0].1));
            reading.issues.push(Issue::new(Code::SkippedNumber, place, crate::text::plain(gap[1].1), last));
        }
    }
}
