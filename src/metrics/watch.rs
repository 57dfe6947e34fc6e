//! The watch list: members who drift away, seen in time.
//!
//! 《中国共产党章程》第九条: a member who without good reason takes no part in the life of the party for six
//! months in a row is held to have left it. The list warns from the third month.

use polars::prelude::*;

use super::participation::in_period;
use super::{Figure, Row, Scope, Standards};
use crate::ledger::facts::Facts;
use crate::ledger::{Ledger, MemberId};
use crate::period::Period;

/// Why a member is on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// That many unexcused absences in the period.
    Absences(u32),
    /// Came to nothing for that many months in a row, without leave.
    Months(u32),
    /// As before, long enough for the party constitution's article 9.
    Alarm(u32),
}

/// A member on the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    pub member: MemberId,
    pub reason: Reason,
}

impl Reason {
    pub fn chinese(self) -> String {
        match self {
            Reason::Absences(n) => format!("本期无故缺席{n}次"),
            Reason::Months(n) => format!("连续{n}个月没有参加组织生活，也没有请假"),
            Reason::Alarm(n) => format!("连续{n}个月没有参加组织生活，也没有请假（党章第九条）"),
        }
    }
}

/// Who is on the list, by member. Those who are not assessed or were exempt in the period never are.
///
/// - absences = sessions of the period that the member missed without leave
/// - months away = months in a row, up to the period's end, in which the member was due, came to nothing and had no
///   leave: those after the last month of which that is not so
pub fn list(
    facts: &Facts,
    people: &DataFrame,
    period: Period,
    standards: &Standards,
) -> PolarsResult<Vec<Watched>> {
    let assessed = people.clone().lazy().filter(col("assessed")).select([col("member")]);
    let attendance = facts.attendance.clone().lazy().join(
        assessed,
        [col("member")],
        [col("member")],
        JoinArgs::new(JoinType::Inner),
    );
    let is = |status: &str| col("status").eq(lit(status));
    let months = attendance
        .clone()
        .filter(col("month").lt_eq(lit(period.last().to_string())))
        .filter(is("not_due").or(is("exempt")).or(is("unrecorded")).not())
        .group_by([col("member"), col("month")])
        .agg([is("absent").all(true).alias("away")])
        .with_column(when(col("away")).then(lit("")).otherwise(col("month")).alias("there"))
        .group_by([col("member")])
        .agg([col("month").gt(col("there").max()).cast(DataType::UInt32).sum().alias("months_away")]);
    let in_period = in_period(attendance, period).group_by([col("member")]).agg([
        is("absent").cast(DataType::UInt32).sum().alias("absences"),
        is("exempt").any(true).alias("exempt"),
    ]);
    let found = months
        .join(in_period, [col("member")], [col("member")], JoinArgs::new(JoinType::Left))
        .filter(col("exempt").fill_null(lit(false)).not())
        .sort(["member"], SortMultipleOptions::default())
        .collect()?;
    let number = |name: &str, i: usize| Ok::<_, PolarsError>(found.column(name)?.u32()?.get(i).unwrap_or(0));
    let mut watched = Vec::new();
    for i in 0..found.height() {
        let (months, absences) = (number("months_away", i)?, number("absences", i)?);
        let member = number("member", i)? as MemberId;
        if months >= standards.alarm_months {
            watched.push(Watched { member, reason: Reason::Alarm(months) });
        } else if months >= standards.watch_months {
            watched.push(Watched { member, reason: Reason::Months(months) });
        }
        if absences >= standards.watch_absences {
            watched.push(Watched { member, reason: Reason::Absences(absences) });
        }
    }
    Ok(watched)
}

/// `watched` and `alarms`: how many members of a branch are on the list, and how many of them at the alarm.
pub fn figures(ledger: &Ledger, watched: &[Watched]) -> Vec<Row> {
    let count = |branch: Option<usize>, alarms: bool| {
        let mut members: Vec<MemberId> = watched
            .iter()
            .filter(|w| branch.is_none_or(|b| ledger.members[w.member].branch == b))
            .filter(|w| !alarms || matches!(w.reason, Reason::Alarm(_)))
            .map(|w| w.member)
            .collect();
        members.dedup();
        Figure { numerator: members.len() as f64, denominator: 1.0 }
    };
    let of = |branch: Option<usize>| {
        let name = branch.map_or("", |b| ledger.branch_name(b)).to_string();
        let scope = if branch.is_some() { Scope::Branch } else { Scope::Bureau };
        [("watched", false), ("alarms", true)].map(|(metric, alarms)| Row {
            scope,
            branch: name.clone(),
            name: String::new(),
            slice: "all".into(),
            metric,
            figure: count(branch, alarms),
        })
    };
    ledger.branches.ids().map(Some).chain([None]).flat_map(of).collect()
}
