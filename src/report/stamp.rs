//! Whose a report is, and of when.

use chrono::{Days, NaiveDate};

use crate::metrics::newest_month;
use crate::period::{Month, Period};
use crate::workspace::Workspace;

/// What stands on every report: whose it is and of when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    pub bureau: String,
    /// `2026年第一季度`; empty for a report of no period.
    pub period: String,
    /// The day that the documents are dated: the last of the period, so that the same input gives the
    /// same bytes whenever the program runs.
    pub day: NaiveDate,
}

impl Stamp {
    /// Of a period, or else of all that the books cover.
    pub fn of(workspace: &Workspace, period: Option<Period>) -> Stamp {
        let last = period.map(Period::last).or(newest_month(&workspace.ledger));
        Stamp {
            bureau: workspace.bureau().to_string(),
            period: period.map_or(String::new(), Period::chinese),
            day: last.map_or_else(Default::default, last_day),
        }
    }
}

fn last_day(month: Month) -> NaiveDate {
    let next = Month::from_index(month.index() + 1);
    NaiveDate::from_ymd_opt(next.year, next.month, 1)
        .and_then(|d| d.checked_sub_days(Days::new(1)))
        .unwrap_or_default()
}
