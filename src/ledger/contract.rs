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

/// One file of the contract.
pub struct Written<'a> {
    pub name: &'static str,
    columns: &'static [&'static str],
    /// As it is held, and what its rows share with others.
    frame: &'a DataFrame,
    shared: Option<Shared<'a>>,
    shelf: &'a Shelf,
}

/// What a row of attendance says by its keys alone.
#[derive(Clone, Copy)]
struct Shared<'a> {
    sessions: &'a DataFrame,
    members: &'a DataFrame,
}

/// So many rows are put into words at once: few enough to stay in a processor's own memory.
const ROWS: usize = 1 << 13;

impl Written<'_> {
    /// The whole file.
    pub fn whole(&self) -> PolarsResult<DataFrame> {
        self.part(0, self.frame.height())
    }

    /// The file in parts of some rows, one after the other; one part at least.
    pub fn parts(&self) -> impl Iterator<Item = PolarsResult<DataFrame>> {
        (0..self.frame.height().max(1)).step_by(ROWS).map(|from| self.part(from, ROWS))
    }

    fn part(&self, from: usize, rows: usize) -> PolarsResult<DataFrame> {
        let part = self.frame.slice(from as i64, rows);
        let part = match self.shared {
            Some(shared) => shared.with(part)?,
            None => part,
        };
        with_source(part, self.shelf)?.select(self.columns.iter().copied())
    }
}

impl Shared<'_> {
    /// Attendance with what its session and its member say.
    fn with(self, mut attendance: DataFrame) -> PolarsResult<DataFrame> {
        let place = |key: &str| attendance.column(key)?.cast(&IDX_DTYPE);
        let (session, member) = (place("session")?, place("member")?);
        for name in ["session", "date", "kind"] {
            attendance.with_column(self.sessions.column(name)?.take(session.idx()?)?)?;
        }
        attendance.with_column(self.members.column("name")?.take(member.idx()?)?)?;
        Ok(attendance)
    }
}

/// The facts as the contract has them.
pub struct Contract<'a> {
    facts: &'a Facts,
    /// Sessions by their names for machines, such as `S00012`.
    sessions: DataFrame,
    shelf: &'a Shelf,
}

impl<'a> Contract<'a> {
    pub fn of(facts: &'a Facts, shelf: &'a Shelf) -> PolarsResult<Self> {
        let ids = facts.sessions.column("session")?.u32()?;
        let names: Vec<String> = ids.into_no_null_iter().map(|id| format!("S{:05}", id + 1)).collect();
        let mut sessions = facts.sessions.clone();
        sessions.with_column(Column::new("session".into(), names))?;
        Ok(Contract { facts, sessions, shelf })
    }

    /// Its files.
    pub fn files(&self) -> impl Iterator<Item = Written<'_>> {
        let Contract { facts, sessions, shelf } = self;
        let frames = [
            &facts.members,
            sessions,
            &facts.attendance,
            &facts.study_plan,
            &facts.study_records,
            &facts.evidence,
            &facts.issues,
        ];
        CONTRACT.iter().zip(frames).map(|((name, columns), frame)| {
            let shared = (*name == "attendance").then_some(Shared { sessions, members: &facts.members });
            Written { name, columns, frame, shared, shelf }
        })
    }
}

/// The four integers of a cell as the text `第二支部/3月考勤.xlsx › 3月 › D7`.
fn with_source(frame: DataFrame, shelf: &Shelf) -> PolarsResult<DataFrame> {
    if frame.column("book").is_err() {
        return Ok(frame);
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
