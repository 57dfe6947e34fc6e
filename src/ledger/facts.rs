//! The facts as polars frames.
//!
//! Each frame has what the facts say, then, for those that stand in a cell, the cell as four integers (`book`, `sheet`,
//! `row`, `col`), and keys by which the metrics join them: `session`, `member`, `plan` and `record` are places in the
//! ledger. [`contract`](super::contract) puts them into the words that are written.

use polars::prelude::*;

use super::sessions::title;
use super::{Ledger, Session, category_name};
use crate::address::Address;
use crate::when::When;

/// All facts of a workspace.
#[derive(Debug, Clone)]
pub struct Facts {
    /// One row a member, in the order of branches and rosters. Key: `member`.
    pub members: DataFrame,
    /// One row a session. Keys: `session`, `month`.
    pub sessions: DataFrame,
    /// One row a session and a single kind of it: `session`, `one_kind`.
    pub session_kinds: DataFrame,
    /// One row a session and a member who led it: `session`, `member`.
    pub session_hosts: DataFrame,
    /// One row a member at a session. Keys: `session`, `member`, `month`.
    pub attendance: DataFrame,
    /// One row a planned topic. Key: `plan`.
    pub study_plan: DataFrame,
    /// One row a planned topic and a member of whom it is asked: `plan`, `member`.
    pub plan_members: DataFrame,
    /// One row a planned topic and a session on it: `plan`, `session`.
    pub plan_sessions: DataFrame,
    /// One row a planned topic and a study record of it: `plan`, `record`.
    pub plan_records: DataFrame,
    /// One row a study record. Keys: `record`, `member`, `month`.
    pub study_records: DataFrame,
    pub evidence: DataFrame,
    pub issues: DataFrame,
}

pub fn kinds_joined(session: &Session) -> String {
    let mut names: Vec<&str> = session.kinds.iter().map(|k| k.name()).collect();
    names.sort_unstable();
    names.join("+")
}

impl Facts {
    pub fn from(ledger: &Ledger) -> PolarsResult<Facts> {
        let branch = |b: usize| ledger.branch_name(b).to_string();
        let date = |w: Option<When>| w.map_or(String::new(), |w| w.to_string());
        let month = |w: Option<When>| w.map_or(String::new(), |w| w.month().to_string());

        let m = &ledger.members;
        let members = with_cells(
            df!(
                "member" => ids(m.len()),
                "branch" => m.iter().map(|m| branch(m.branch)).collect::<Vec<_>>(),
                "name" => m.iter().map(|m| m.name.clone()).collect::<Vec<_>>(),
                "gender" => m.iter().map(|m| m.gender.clone()).collect::<Vec<_>>(),
                "birth" => m.iter().map(|m| date(m.birth)).collect::<Vec<_>>(),
                "joined" => m.iter().map(|m| date(m.joined)).collect::<Vec<_>>(),
                "status" => m.iter().map(|m| m.status.map_or("", |s| s.name())).collect::<Vec<_>>(),
                "post" => m.iter().map(|m| m.post.clone()).collect::<Vec<_>>(),
                "category" => m.iter().map(|m| category_name(m.category)).collect::<Vec<_>>(),
                "group" => m.iter().map(|m| m.group.clone()).collect::<Vec<_>>(),
                "department" => m.iter().map(|m| m.department.clone()).collect::<Vec<_>>(),
            )?,
            m.iter().map(|m| m.at),
        )?;

        let s = &ledger.sessions;
        let (mut due, mut came) = (vec![0u32; s.len()], vec![0u32; s.len()]);
        for a in &ledger.attendance {
            let (is_due, has_come) = counted(a.status);
            due[a.session] += u32::from(is_due);
            came[a.session] += u32::from(has_come);
        }
        let sessions = with_cells(
            df!(
                "session" => ids(s.len()),
                "branch" => s.iter().map(|s| branch(s.branch)).collect::<Vec<_>>(),
                "date" => s.iter().map(|s| s.when.to_string()).collect::<Vec<_>>(),
                "month" => s.iter().map(|s| month(Some(s.when))).collect::<Vec<_>>(),
                "kind" => s.iter().map(kinds_joined).collect::<Vec<_>>(),
                "group" => s.iter().map(|s| s.group.clone()).collect::<Vec<_>>(),
                "title" => s.iter().map(|s| title(&s.kinds, &s.group)).collect::<Vec<_>>(),
                "topic" => s.iter().map(|s| s.topic.clone()).collect::<Vec<_>>(),
                "place" => s.iter().map(|s| s.place.clone()).collect::<Vec<_>>(),
                "host" => s.iter().map(Session::host_text).collect::<Vec<_>>(),
                "hours" => s.iter().map(|s| s.hours).collect::<Vec<_>>(),
                "due" => due,
                "came" => came,
            )?,
            s.iter().map(|s| s.at),
        )?;
        let kinds = s.iter().enumerate().flat_map(|(i, s)| s.kinds.iter().map(move |k| (i as u32, k.name())));
        let (session, kind): (Vec<u32>, Vec<&str>) = kinds.unzip();
        let session_kinds = df!("session" => session, "one_kind" => kind)?;
        let (session, member) = linked(&ledger.hosts());
        let session_hosts = df!("session" => session, "member" => member)?;

        let a = &ledger.attendance;
        let of_session = |name: &str| {
            let session = a.iter().map(|a| a.session as IdxSize).collect();
            sessions.column(name)?.take(&IdxCa::from_vec("session".into(), session))
        };
        let attendance = with_cells(
            DataFrame::new(
                a.len(),
                vec![
                    Column::new("session".into(), a.iter().map(|a| a.session as u32).collect::<Vec<_>>()),
                    Column::new("member".into(), a.iter().map(|a| a.member as u32).collect::<Vec<_>>()),
                    of_session("branch")?,
                    of_session("month")?,
                    one_of_few("status", a.iter().map(|a| a.status.name()))?,
                    one_of_few("leave_type", a.iter().map(|a| a.status.leave_type()))?,
                    Column::new("mark".into(), a.iter().map(|a| &*a.text).collect::<Vec<_>>()),
                ],
            )?,
            a.iter().map(|a| a.at),
        )?;

        let p = &ledger.plan;
        let study_plan = with_cells(
            df!(
                "plan" => ids(p.len()),
                "branch" => p.iter().map(|p| p.branch.map_or(String::new(), branch)).collect::<Vec<_>>(),
                "month" => p.iter().map(|p| month(Some(p.month))).collect::<Vec<_>>(),
                "topic" => p.iter().map(|p| p.topic.clone()).collect::<Vec<_>>(),
                "category" => p.iter().map(|p| p.category.clone()).collect::<Vec<_>>(),
                "hours" => p.iter().map(|p| p.hours).collect::<Vec<_>>(),
                "form" => p.iter().map(|p| p.form.clone()).collect::<Vec<_>>(),
                "audience" => p.iter().map(|p| p.audience.clone()).collect::<Vec<_>>(),
            )?,
            p.iter().map(|p| p.at),
        )?;

        let topics = &ledger.topics;
        let (plan, member) = linked(&topics.asked);
        let plan_members = df!("plan" => plan, "member" => member)?;
        let (plan, session) = linked(&topics.sessions);
        let plan_sessions = df!("plan" => plan, "session" => session)?;
        let (plan, record) = linked(&topics.records);
        let plan_records = df!("plan" => plan, "record" => record)?;

        let r = &ledger.study;
        let study_records = with_cells(
            df!(
                "record" => ids(r.len()),
                "member" => r.iter().map(|r| r.member as u32).collect::<Vec<_>>(),
                "branch" => r.iter().map(|r| branch(m[r.member].branch)).collect::<Vec<_>>(),
                "name" => r.iter().map(|r| m[r.member].name.clone()).collect::<Vec<_>>(),
                "date" => r.iter().map(|r| date(r.when)).collect::<Vec<_>>(),
                "month" => r.iter().map(|r| month(r.when)).collect::<Vec<_>>(),
                "topic" => r.iter().map(|r| r.topic.clone()).collect::<Vec<_>>(),
                "hours" => r.iter().map(|r| r.hours).collect::<Vec<_>>(),
                "points" => r.iter().map(|r| r.points).collect::<Vec<_>>(),
                "form" => r.iter().map(|r| r.form.clone()).collect::<Vec<_>>(),
            )?,
            r.iter().map(|r| r.at),
        )?;

        let e = &ledger.evidence;
        let evidence = with_cells(
            df!(
                "branch" => e.iter().map(|e| e.branch.map_or(String::new(), branch)).collect::<Vec<_>>(),
                "name" => e.iter().map(|e| e.name.clone()).collect::<Vec<_>>(),
                "date" => e.iter().map(|e| date(e.when)).collect::<Vec<_>>(),
                "kind" => e.iter().map(|e| e.kind.name()).collect::<Vec<_>>(),
                "title" => e.iter().map(|e| e.title.clone()).collect::<Vec<_>>(),
                "value" => e.iter().map(|e| e.value.clone()).collect::<Vec<_>>(),
            )?,
            e.iter().map(|e| e.at),
        )?;
        Ok(Facts {
            members,
            sessions,
            session_kinds,
            session_hosts,
            attendance,
            study_plan,
            plan_members,
            plan_sessions,
            plan_records,
            study_records,
            evidence,
            issues: issues(ledger)?,
        })
    }
}

/// Whether a status counts as due, and as having come. See “Definitions of figures”.
pub fn counted(status: super::Status) -> (bool, bool) {
    use super::Status::*;
    match status {
        Present | Late | LeftEarly => (true, true),
        Leave(_) | Absent => (true, false),
        Exempt | NotDue | Unrecorded => (false, false),
    }
}

fn issues(ledger: &Ledger) -> PolarsResult<DataFrame> {
    let i = &ledger.issues;
    let places: Vec<(String, String, String)> = i.iter().map(|i| ledger.shelf.name(i.place)).collect();
    df!(
        "severity" => i.iter().map(|i| i.severity().name()).collect::<Vec<_>>(),
        "code" => i.iter().map(|i| i.code.entry().code).collect::<Vec<_>>(),
        "file" => places.iter().map(|p| p.0.clone()).collect::<Vec<_>>(),
        "sheet" => places.iter().map(|p| p.1.clone()).collect::<Vec<_>>(),
        "cell" => places.iter().map(|p| p.2.clone()).collect::<Vec<_>>(),
        "value" => i.iter().map(|i| i.value.clone()).collect::<Vec<_>>(),
        "message" => i.iter().map(|i| i.message.clone()).collect::<Vec<_>>(),
        "hint" => i.iter().map(|i| i.hint.clone()).collect::<Vec<_>>(),
    )
}

/// A column of texts that stand in the program: of these there are a few, which are written once and gathered.
fn one_of_few(name: &str, texts: impl Iterator<Item = &'static str>) -> PolarsResult<Column> {
    let mut different: Vec<&str> = Vec::new();
    let index = |text: &'static str| {
        let known = different.iter().position(|other| std::ptr::eq(*other, text));
        known.unwrap_or_else(|| {
            different.push(text);
            different.len() - 1
        }) as IdxSize
    };
    let index = IdxCa::from_vec(name.into(), texts.map(index).collect());
    Column::new(name.into(), different).take(&index)
}

/// Pairs of places in the ledger as two columns.
fn linked(pairs: &[(usize, usize)]) -> (Vec<u32>, Vec<u32>) {
    pairs.iter().map(|(one, other)| (*one as u32, *other as u32)).unzip()
}

fn ids(length: usize) -> Vec<u32> {
    (0..length as u32).collect()
}

fn with_cells(frame: DataFrame, cells: impl Iterator<Item = Address> + Clone) -> PolarsResult<DataFrame> {
    let column = |name: &str, part: fn(Address) -> u32| {
        UInt32Chunked::from_vec(name.into(), cells.clone().map(part).collect()).into_column()
    };
    frame.hstack(&[
        column("book", |a| a.book),
        column("sheet", |a| a.sheet.into()),
        column("row", |a| a.row),
        column("col", |a| a.col),
    ])
}
