//! The facts as the output contract has them: its columns in its order, keys and cells as text.
//!
//! In [`Facts`] a session is its place in the ledger and a cell four integers, and what a row shares with its session
//! and its member stands with these alone. Here all of it is put into words.

use polars::prelude::*;

use super::facts::Facts;
use crate::address::Address;
use crate::book::Shelf;

/// The names of the files, each with its columns.
const CONTRACT: [(&str, &[&str]); 7] = [
    (
        "members",
        &[
            "branch",
            "name",
            "gender",
            "birth",
            "joined",
            "status",
            "post",
            "category",
            "group",
            "department",
            "source",
        ],
    ),
    (
        "sessions",
        &[
            "session", "branch", "date", "kind", "group", "title", "topic", "place", "host", "hours", "due",
            "came", "source",
        ],
    ),
    ("attendance", &["session", "branch", "date", "kind", "name", "status", "leave_type", "mark", "source"]),
    ("study_plan", &["branch", "month", "topic", "category", "hours", "form", "audience", "source"]),
    ("study_records", &["branch", "name", "date", "topic", "hours", "points", "form", "source"]),
    ("evidence", &["branch", "name", "date", "kind", "title", "value", "source"]),
    ("issues", &["severity", "code", "file", "sheet", "cell", "value", "message", "hint"]),
];

impl Facts {
    /// What is written, by the names of the files.
    pub fn contract(&self, shelf: &Shelf) -> PolarsResult<Vec<(&'static str, DataFrame)>> {
        let sessions = self.sessions_with_ids()?;
        let attendance = self.attendance_in_full(&sessions)?;
        let frames = [
            &self.members,
            &sessions,
            &attendance,
            &self.study_plan,
            &self.study_records,
            &self.evidence,
            &self.issues,
        ];
        let written = CONTRACT.iter().zip(frames).map(|((name, columns), frame)| {
            Ok((*name, with_source(frame, shelf)?.select(columns.iter().copied())?))
        });
        written.collect()
    }

    /// Sessions by their names for machines, such as `S00012`.
    fn sessions_with_ids(&self) -> PolarsResult<DataFrame> {
        let ids = self.sessions.column("session")?.u32()?;
        let names: Vec<String> = ids.into_no_null_iter().map(|id| format!("S{:05}", id + 1)).collect();
        let mut sessions = self.sessions.clone();
        sessions.with_column(Column::new("session".into(), names))?;
        Ok(sessions)
    }

    /// Attendance with what its session and its member say.
    fn attendance_in_full(&self, sessions: &DataFrame) -> PolarsResult<DataFrame> {
        let place = |key: &str| self.attendance.column(key)?.cast(&IDX_DTYPE);
        let (session, member) = (place("session")?, place("member")?);
        let of_session = |name: &str| sessions.column(name)?.take(session.idx()?);
        let mut full = self.attendance.clone();
        for name in ["session", "date", "kind"] {
            full.with_column(of_session(name)?)?;
        }
        full.with_column(self.members.column("name")?.take(member.idx()?)?)?;
        Ok(full)
    }
}

/// The four integers of a cell as the text `第二支部/3月考勤.xlsx › 3月 › D7`.
fn with_source(frame: &DataFrame, shelf: &Shelf) -> PolarsResult<DataFrame> {
    if frame.column("book").is_err() {
        return Ok(frame.clone());
    }
    let column = |name: &str| frame.column(name)?.u32().map(|column| column.into_no_null_iter());
    let (books, sheets, rows, cols) = (column("book")?, column("sheet")?, column("row")?, column("col")?);
    let mut sources = StringChunkedBuilder::new("source".into(), frame.height());
    let mut cite = shelf.citer();
    for (((book, sheet), row), col) in books.zip(sheets).zip(rows).zip(cols) {
        sources.append_value(cite.text(Address { book, sheet: sheet as u16, row, col }));
    }
    let cells = frame.drop_many(["book", "sheet", "row", "col"]);
    cells.hstack(&[sources.finish().into_column()])
}
