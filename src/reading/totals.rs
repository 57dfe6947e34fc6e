//! What a row of totals says of the columns above it, and their marks or numbers do not come to.

use super::Sight;
use super::outline::{Column, Row, Table};
use super::record::Reading;
use super::sums::{self, SUMS, Sum, Tally};
use super::ticks;
use crate::issue::{Code, Issue};
use crate::text::{is_nothing, number, plain};
use crate::vocabulary::Concept;

/// Figures that differ by less are the same.
const EXACT: f64 = 0.01;

/// A mean is rounded.
const ROUNDED: f64 = 0.06;

/// A row of totals, and the rows that it may add up: all above it, or those since the last such row.
struct Total<'a> {
    row: u32,
    above: &'a [u32],
    since: &'a [u32],
}

/// So many rows of totals of a table are looked at: each is held against all rows above it.
const MOST_TOTALS: usize = 30;

/// Points out each total of a table that is wrong.
pub fn check(sight: &Sight, table: &Table, reading: &mut Reading) {
    let totals = table.rows.iter().enumerate().filter(|(_, row)| matches!(row, Row::Total(_)));
    let end = totals.map(|(i, _)| i + 1).take(MOST_TOTALS).last().unwrap_or(0);
    let (mut above, mut from) = (Vec::new(), 0);
    for row in &table.rows[..end] {
        match row {
            Row::Data(row) => above.push(*row),
            Row::Total(row) => {
                let total = Total { row: *row, above: &above, since: &above[from..] };
                check_marks(sight, table, &total, reading);
                check_numbers(sight, table, &total, reading);
                from = above.len();
            }
            Row::Section(..) | Row::Counts(_) | Row::Said(_) => {}
        }
    }
}

/// What the row counts of the marks of each session, most of the sessions tell.
fn check_marks(sight: &Sight, table: &Table, total: &Total, reading: &mut Reading) {
    let view = sight.view;
    // Those who came are held against the marks with the session.
    if view.filled(total.row).iter().take(2).any(|f| f.counts_who_came(view.vocabulary)) {
        return;
    }
    let of = |column: &Column, rows: &[u32]| {
        let mut tally = Tally::default();
        // `None` where a mark is not understood, which is told already.
        for row in rows {
            tally.add(ticks::mark_in(sight, column, *row)?);
        }
        Some(tally)
    };
    let marked = table.sessions().map(|(column, _)| column).filter(|column| column.stands_for.is_none());
    let columns: Vec<(&Column, f64, [Tally; 2])> = marked
        .filter_map(|column| {
            let said = sums::figure(view.text(total.row, column.index), false)?;
            Some((column, said, [of(column, total.above)?, of(column, total.since)?]))
        })
        .collect();
    let wrong = |sum: Sum, which: usize| {
        columns.iter().filter(move |(_, said, tallies)| (sum(&tallies[which]) - said).abs() >= 1.0)
    };
    let readings = SUMS.into_iter().flat_map(|(what, sum)| [0, 1].map(|which| (what, sum, which)));
    let Some((what, sum, which)) = readings.min_by_key(|(_, sum, which)| wrong(*sum, *which).count()) else {
        return;
    };
    let slips = wrong(sum, which).count();
    // Those who came are what is counted most often: that two of three columns come to it is enough.
    let is_usual = what == SUMS[0].0 && slips * 2 < columns.len();
    if is_usual || sums::is_borne_out(columns.len(), slips) {
        for (column, said, tallies) in wrong(sum, which) {
            let counted = format!("按上面的记号，{what}是{}", plain(sum(&tallies[which]).round()));
            let place = view.cell(total.row, column.index);
            reading.issues.push(Issue::new(Code::WrongTotal, place, plain(*said), counted));
        }
    }
}

/// Whatever is written under 合计 is the sum of what stands above it, or says how many rows there are, or their mean.
fn check_numbers(sight: &Sight, table: &Table, total: &Total, reading: &mut Reading) {
    use Concept::{Came, Due, Hours, Points, Statistic};
    let view = sight.view;
    if !view.filled(total.row).first().is_some_and(|f| view.vocabulary.adds_up(&f.text)) {
        return;
    }
    let is_added = |c: &&Column| {
        c.session.is_none() && matches!(c.concepts.first(), Some(Due | Came | Hours | Points | Statistic))
    };
    for column in table.columns.iter().filter(is_added) {
        let Some(said) = number(view.text(total.row, column.index)) else { continue };
        // `None` where something that is no number, or a rate, stands among them.
        let numbers = |rows: &[u32]| {
            let texts = rows.iter().map(|row| view.text(*row, column.index)).filter(|text| !is_nothing(text));
            texts.map(|text| number(text).filter(|_| !text.contains('%'))).collect::<Option<Vec<f64>>>()
        };
        let (Some(above), Some(since)) = (numbers(total.above), numbers(total.since)) else { continue };
        let sum: f64 = since.iter().sum();
        let is_said = |numbers: &[f64], rows: usize| {
            let sum: f64 = numbers.iter().sum();
            let mean = sum / numbers.len().max(1) as f64;
            let counts = [numbers.len(), rows].map(|count| count as f64);
            (sum - said).abs() < EXACT || (mean - said).abs() < ROUNDED || counts.contains(&said)
        };
        let is_right = is_said(&above, total.above.len()) || is_said(&since, total.since.len());
        // Shares of one are added up by nobody.
        if since.len() >= 2 && since.iter().any(|n| *n > 1.0) && !is_right {
            let added = format!("上面各行加起来是{}", plain(sum));
            let place = view.cell(total.row, column.index);
            reading.issues.push(Issue::new(Code::WrongTotal, place, plain(said), added));
        }
    }
}
