//! The development of members: whether each stage lasted as long as it must.
//!
//! 《中国共产党发展党员工作细则》: an activist is trained and observed for a year or more before becoming a
//! candidate; the probation of a new member is one year. Both are settings.
//!
//! - `development_in_time`: stages that lasted long enough ÷ stages of which both ends are known.

use chrono::{Datelike, NaiveDate};
use polars::prelude::*;

use super::{Figure, Row, Scope, Standards};
use crate::address::Address;
use crate::ledger::{BranchId, Evidence, Ledger};
use crate::vocabulary::{EvidenceKind, Stage, Vocabulary};
use crate::when::When;

/// A stage with both its ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Lasted {
    pub branch: BranchId,
    pub name: String,
    pub from: Stage,
    pub start: When,
    pub end: When,
    /// Months that it must last at least.
    pub least: u32,
    pub long_enough: bool,
    /// The cell of the later date.
    pub at: Address,
}

/// The stages that have a least length, with the stage that ends each.
fn spans(standards: &Standards) -> [(Stage, Stage, u32); 2] {
    [
        (Stage::Activist, Stage::Candidate, standards.activist_months),
        (Stage::Probation, Stage::Full, standards.probation_months),
    ]
}

/// Stages of which both ends are known, in the order of the later entries.
///
/// - long enough = full months between the two dates ≥ least, or calendar months where a date is only a month
pub fn lasted(ledger: &Ledger, standards: &Standards, vocabulary: &Vocabulary) -> PolarsResult<Vec<Lasted>> {
    let spans = spans(standards);
    let ends = df!(
        "from" => spans.map(|(from, _, _)| from.name()),
        "stage" => spans.map(|(_, end, _)| end.name()),
        "least" => spans.map(|(_, _, least)| least as i32),
    )?;
    let entered = entered(ledger, vocabulary)?.lazy();
    let starts = entered
        .clone()
        .group_by_stable([col("branch"), col("name"), col("stage")])
        .agg([col("entry").first(), col("month").first(), col("day").first()])
        .select([
            col("branch"),
            col("name"),
            col("stage").alias("from"),
            col("entry").alias("started"),
            col("month").alias("start_month"),
            col("day").alias("start_day"),
        ]);
    let months = col("month") - col("start_month");
    // On a month's last day the month is full, even one that has no such day as the first: 29 February, a year later.
    let is_full = col("day").gt_eq(col("start_day")).or(col("ends_month")).fill_null(lit(true));
    let long_enough = months.clone().gt(col("least")).or(months.eq(col("least")).and(is_full));
    let keys = ["branch", "name", "from"].map(col);
    let found = entered
        .join(ends.lazy(), [col("stage")], [col("stage")], JoinArgs::new(JoinType::Inner))
        .join(starts, keys.clone(), keys, JoinArgs::new(JoinType::Inner))
        .with_column(long_enough.alias("long_enough"))
        .sort(["entry"], SortMultipleOptions::default())
        .collect()?;
    let entry = |name: &str, i: usize| -> PolarsResult<&Evidence> {
        Ok(&ledger.evidence[found.column(name)?.u32()?.get(i).unwrap_or_default() as usize])
    };
    let mut stages = Vec::new();
    for i in 0..found.height() {
        let (start, end) = (entry("started", i)?, entry("entry", i)?);
        let stage = found.column("stage")?.str()?.get(i);
        let span = spans.iter().find(|(_, end, _)| Some(end.name()) == stage);
        let (Some(branch), Some((from, _, least))) = (end.branch, span) else { continue };
        let (Some(start), Some(until)) = (start.when, end.when) else { continue };
        let long_enough = found.column("long_enough")?.bool()?.get(i).unwrap_or(true);
        let (from, least, name) = (*from, *least, end.name.clone());
        stages.push(Lasted { branch, name, from, start, end: until, least, long_enough, at: end.at });
    }
    Ok(stages)
}

/// Entries into a stage of which branch and date are known: `entry` (index in the ledger's evidence), `branch`, `name`,
/// `stage`, `month` (counted from the year 0), `day` (empty where the book gives a month), `ends_month`.
fn entered(ledger: &Ledger, vocabulary: &Vocabulary) -> PolarsResult<DataFrame> {
    let dated = |(i, e): (usize, &'_ Evidence)| {
        let stage = vocabulary.stage(&e.title).filter(|_| e.kind == EvidenceKind::Development)?;
        Some((i as u32, e.branch? as u32, e.name.clone(), stage.name(), e.when?))
    };
    let rows: Vec<_> = ledger.evidence.iter().enumerate().filter_map(dated).collect();
    let ends_month = |day: NaiveDate| day.succ_opt().is_none_or(|next| next.month() != day.month());
    df!(
        "entry" => rows.iter().map(|r| r.0).collect::<Vec<_>>(),
        "branch" => rows.iter().map(|r| r.1).collect::<Vec<_>>(),
        "name" => rows.iter().map(|r| r.2.as_str()).collect::<Vec<_>>(),
        "stage" => rows.iter().map(|r| r.3).collect::<Vec<_>>(),
        "month" => rows.iter().map(|r| r.4.month().index()).collect::<Vec<_>>(),
        "day" => rows.iter().map(|r| r.4.day().map(|d| d.day())).collect::<Vec<_>>(),
        "ends_month" => rows.iter().map(|r| r.4.day().map(ends_month)).collect::<Vec<_>>(),
    )
}

pub fn figures(ledger: &Ledger, lasted: &[Lasted]) -> PolarsResult<Vec<Row>> {
    let frame = df!(
        "branch" => lasted.iter().map(|l| l.branch as u32).collect::<Vec<_>>(),
        "bureau" => vec![0u32; lasted.len()],
        "long_enough" => lasted.iter().map(|l| f64::from(u8::from(l.long_enough))).collect::<Vec<_>>(),
    )?;
    let mut rows = Vec::new();
    for (scope, by) in [(Scope::Branch, col("branch")), (Scope::Bureau, col("bureau").alias("branch"))] {
        let counted = [col("long_enough").sum().alias("enough"), len().cast(DataType::Float64).alias("all")];
        let sums = frame.clone().lazy().group_by([by]).agg(counted).collect()?;
        let number =
            |name: &str, i: usize| Ok::<_, PolarsError>(sums.column(name)?.f64()?.get(i).unwrap_or(0.0));
        for i in 0..sums.height() {
            let branch = sums.column("branch")?.u32()?.get(i).unwrap_or(0) as BranchId;
            rows.push(Row {
                scope,
                branch: if scope == Scope::Branch {
                    ledger.branch_name(branch).into()
                } else {
                    String::new()
                },
                name: String::new(),
                slice: "all".into(),
                metric: "development_in_time",
                figure: Figure { numerator: number("enough", i)?, denominator: number("all", i)? },
            });
        }
    }
    Ok(rows)
}
