//! The same figures of the period before, and of the same period last year.
//!
//! `attendance_rate_before` is the attendance rate of the period before this one; `attendance_rate_last_year` that
//! of the same months a year ago. Only whole scopes (`all`) are compared, and only periods of which the books hold
//! sessions.

use super::Row;

/// A metric, its name for the period before, and its name for last year.
const COMPARED: [(&str, &str, &str); 6] = [
    ("attendance_rate", "attendance_rate_before", "attendance_rate_last_year"),
    (
        "attendance_rate_without_leave",
        "attendance_rate_without_leave_before",
        "attendance_rate_without_leave_last_year",
    ),
    ("absence_rate", "absence_rate_before", "absence_rate_last_year"),
    ("frequency", "frequency_before", "frequency_last_year"),
    ("coverage_rate", "coverage_rate_before", "coverage_rate_last_year"),
    ("hours", "hours_before", "hours_last_year"),
];

/// Which earlier period is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Earlier {
    Before,
    LastYear,
}

/// The name of a metric's figure in an earlier period.
pub fn name(metric: &str, earlier: Earlier) -> Option<&'static str> {
    COMPARED.iter().find(|(m, ..)| *m == metric).map(|(_, before, last_year)| match earlier {
        Earlier::Before => *before,
        Earlier::LastYear => *last_year,
    })
}

/// A metric that is compared, by its name.
pub fn known(metric: &str) -> Option<&'static str> {
    COMPARED.iter().find(|(m, ..)| *m == metric).map(|(m, ..)| *m)
}

/// Rows of an earlier period under their names in this one's.
pub fn renamed(rows: Vec<Row>, earlier: Earlier) -> impl Iterator<Item = Row> {
    let kept = rows.into_iter().filter(|r| r.slice == "all");
    kept.filter_map(move |row| Some(Row { metric: name(row.metric, earlier)?, ..row }))
}
