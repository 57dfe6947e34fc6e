//! What the figures of the report are made of, each line with the cell of its book: the sessions of the period, and
//! whoever did not come to them or not in time. Figures lead here, and from here to the books.

use polars::prelude::{ChunkedArray, UInt32Type};
use rust_xlsxwriter::Workbook;

use super::name;
use crate::ledger::{BranchId, MemberId, Status, kinds_chinese};
use crate::metrics::Figure;
use crate::period::Month;
use crate::report::look::Kind;
use crate::report::page::{Cell, Page, Paper, column};
use crate::report::{Dossier, WriteError};
use crate::vocabulary::Kind as Session;

/// The row in which the lists of detail begin, counted from zero: below title, note, way back, a blank row and the heads.
pub const FIRST: u32 = 5;

/// The lines of each list of detail, in their order, and where those of a branch or a member begin.
pub struct Details<'d> {
    dossier: &'d Dossier<'d>,
    /// Sessions by branch and date, by their index in the ledger.
    sessions: Vec<usize>,
    /// Attendance other than having come in time, by branch, member and date; by its index in the ledger.
    missed: Vec<usize>,
    /// Topics to make up, by branch and in the order of the plan.
    pub make_up: Vec<(BranchId, usize)>,
    /// Members of whom any topic is asked.
    pub learners: Vec<MemberId>,
    /// Study records of the period by member and date, by their index in the ledger.
    records: Vec<usize>,
}

impl<'d> Details<'d> {
    pub fn of(dossier: &'d Dossier<'d>) -> Details<'d> {
        let (ledger, period) = (dossier.ledger(), dossier.period());
        let is_in = |session: usize| period.contains(ledger.sessions[session].when.month());
        let mut sessions: Vec<usize> = (0..ledger.sessions.len()).filter(|&s| is_in(s)).collect();
        sessions.sort_by_key(|&s| {
            (ledger.sessions[s].branch, ledger.sessions[s].when.month(), ledger.sessions[s].when)
        });
        let is_told = |status| !matches!(status, Status::Present | Status::NotDue | Status::Exempt);
        let in_full =
            |&a: &usize| is_in(ledger.attendance[a].session) && is_told(ledger.attendance[a].status);
        let mut missed: Vec<usize> = (0..ledger.attendance.len()).filter(in_full).collect();
        missed.sort_by_key(|&a| {
            let (attendance, session) =
                (&ledger.attendance[a], &ledger.sessions[ledger.attendance[a].session]);
            (ledger.members[attendance.member].branch, attendance.member, session.when.month(), session.when)
        });
        let to_make_up = |(branch, ..): (BranchId, &str, _)| {
            let plans = (0..ledger.plan.len()).filter(move |&plan| !dossier.missed(plan, branch).is_empty());
            plans.map(move |plan| (branch, plan))
        };
        let mut learners: Vec<MemberId> = dossier.figures.coverage.iter().map(|p| p.member).collect();
        learners.dedup();
        let in_period = |&r: &usize| ledger.study[r].when.is_some_and(|w| period.contains(w.month()));
        let mut records: Vec<usize> = (0..ledger.study.len()).filter(in_period).collect();
        records.sort_by_key(|&r| {
            (ledger.study[r].member, ledger.study[r].when.map(|w| w.month()), ledger.study[r].when)
        });
        let make_up = dossier.branches().flat_map(to_make_up).collect();
        Details { dossier, sessions, missed, make_up, learners, records }
    }

    /// The way to the first session that fits: of a branch, where one is given, of a kind and a group, from a month on.
    pub fn sessions(
        &self,
        branch: Option<BranchId>,
        kind: Option<(Session, &str)>,
        month: Option<Month>,
    ) -> Option<String> {
        let fits = |&s: &usize| {
            let session = &self.dossier.ledger().sessions[s];
            branch.is_none_or(|b| session.branch == b)
                && kind.is_none_or(|(kind, group)| {
                    session.kinds.contains(&kind) && (group.is_empty() || session.group == group)
                })
                && month.is_none_or(|m| session.when.month() == m)
        };
        way(name::SESSIONS, self.sessions.iter().position(fits))
    }

    /// The way to the first absence of a branch, or of anybody.
    pub fn missed_by(&self, branch: Option<BranchId>) -> Option<String> {
        let ledger = self.dossier.ledger();
        let of = |&a: &usize| branch.is_none_or(|b| ledger.members[ledger.attendance[a].member].branch == b);
        way(name::MISSED, self.missed.iter().position(of))
    }

    /// The way to a member's first absence.
    pub fn missed_by_member(&self, member: MemberId) -> Option<String> {
        let ledger = self.dossier.ledger();
        let found = self.missed.partition_point(|&a| ledger.attendance[a].member < member);
        let is_his = self.missed.get(found).is_some_and(|&a| ledger.attendance[a].member == member);
        way(name::MISSED, is_his.then_some(found))
    }

    /// The way to a member's first study record, or to the sessions of the branch, whose hours count as well.
    pub fn hours_of(&self, member: MemberId) -> Option<String> {
        let ledger = self.dossier.ledger();
        let found = self.records.iter().position(|&r| ledger.study[r].member == member);
        way(name::RECORDS, found).or_else(|| self.sessions(Some(ledger.members[member].branch), None, None))
    }

    /// The way to a topic that a branch has to make up, or to the first of them.
    pub fn to_make_up(&self, branch: Option<BranchId>, plan: Option<usize>) -> Option<String> {
        let fits = |&(b, p): &(BranchId, usize)| {
            branch.is_none_or(|branch| b == branch) && plan.is_none_or(|plan| p == plan)
        };
        way(name::MAKE_UP, self.make_up.iter().position(fits))
    }

    /// The way to a member's line among the topics.
    pub fn studied(&self, member: MemberId) -> Option<String> {
        way(name::TOPICS, self.learners.iter().position(|m| *m == member))
    }

    pub fn write(&self, book: &mut Workbook) -> Result<(), WriteError> {
        self.write_sessions(book)?;
        self.write_missed(book)?;
        self.write_records(book)
    }

    fn write_records(&self, book: &mut Workbook) -> Result<(), WriteError> {
        let (dossier, ledger) = (self.dossier, self.dossier.ledger());
        let mut page = Page::new(book, name::RECORDS, Paper::Landscape, &dossier.stamp())?;
        page.title("学习明细：自学和线上学习的记录")?;
        page.note("一条记录一行，点“出处”打开原表的那一格。参加会议得的学时见“会议明细”的“学时”一列。")?;
        page.back(name::OVERVIEW)?;
        page.next += 1;
        let columns = [
            column("支部", Kind::Text),
            column("姓名", Kind::Text),
            column("日期", Kind::Label),
            column("学习内容", Kind::Prose).at_most(44.0),
            column("方式", Kind::Text),
            column("学时", Kind::Points),
            column("积分", Kind::Points),
            column("出处", Kind::Link).at_most(60.0),
        ];
        let line = |&r: &usize| {
            let record = &ledger.study[r];
            let card = &dossier.scores.members[record.member];
            vec![
                Cell::from(ledger.branch_name(card.branch)),
                Cell::from(card.name.as_str()),
                Cell::from(record.when.map(|w| w.to_string())),
                Cell::from(record.topic.as_str()),
                Cell::from(record.form.as_str()),
                Cell::from(record.hours),
                Cell::from(record.points),
                dossier.source(record.at, 0),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.records.iter().map(line).collect();
        let block = page.table("records", &columns, &rows)?;
        debug_assert_eq!(block.first, FIRST);
        page.finish(true)
    }

    fn write_sessions(&self, book: &mut Workbook) -> Result<(), WriteError> {
        let (dossier, ledger) = (self.dossier, self.dossier.ledger());
        let mut page = Page::new(book, name::SESSIONS, Paper::Landscape, &dossier.stamp())?;
        page.title(&format!("会议明细：本期{}次会议和活动", self.sessions.len()))?;
        page.note("每次会议一行，可按支部、会议筛选；点“出处”打开原表的那一格。应到、实到按名单计算。")?;
        page.back(name::OVERVIEW)?;
        page.next += 1;
        let columns = [
            column("支部", Kind::Text),
            column("日期", Kind::Label),
            column("会议", Kind::Text),
            column("主题", Kind::Prose).at_most(44.0),
            column("主持或讲课", Kind::Text),
            column("应到", Kind::Count),
            column("实到", Kind::Count),
            column("参会率", Kind::Rate),
            column("学时", Kind::Points),
            column("出处", Kind::Link).at_most(60.0),
        ];
        let facts = &dossier.facts.sessions;
        let (due, came) = (facts.column("due")?.u32()?, facts.column("came")?.u32()?);
        let line = |&s: &usize| {
            let session = &ledger.sessions[s];
            let of = |counts: &ChunkedArray<UInt32Type>| counts.get(s).unwrap_or(0);
            let attendance = Figure { numerator: of(came).into(), denominator: of(due).into() };
            let kinds = kinds_chinese(&session.kinds);
            let group =
                if session.group.is_empty() { String::new() } else { format!("（{}）", session.group) };
            vec![
                Cell::from(ledger.branch_name(session.branch)),
                Cell::from(session.when.to_string()),
                Cell::from(format!("{kinds}{group}")),
                Cell::from(session.topic.as_str()),
                Cell::from(session.host_text()),
                Cell::from(attendance.denominator),
                Cell::from(attendance.numerator),
                Cell::from(attendance.value()),
                Cell::from(dossier.figures.worth[s]),
                dossier.source(session.at, 0),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.sessions.iter().map(line).collect();
        let block = page.table("sessions", &columns, &rows)?;
        debug_assert_eq!(block.first, FIRST);
        page.finish(true)
    }

    fn write_missed(&self, book: &mut Workbook) -> Result<(), WriteError> {
        let (dossier, ledger) = (self.dossier, self.dossier.ledger());
        let mut page = Page::new(book, name::MISSED, Paper::Landscape, &dossier.stamp())?;
        page.title("未到明细：谁哪次没有到、没有按时到")?;
        page.note("请假、缺席、迟到、早退和应到未记的，一人一次一行；没有列出的都按时到会。点“出处”打开原表的那一格。")?;
        page.back(name::OVERVIEW)?;
        page.next += 1;
        let columns = [
            column("支部", Kind::Text),
            column("姓名", Kind::Text),
            column("日期", Kind::Label),
            column("会议", Kind::Text),
            column("情况", Kind::Label),
            column("原记号", Kind::Text),
            column("出处", Kind::Link).at_most(60.0),
        ];
        let line = |&a: &usize| {
            let attendance = &ledger.attendance[a];
            let session = &ledger.sessions[attendance.session];
            let card = &dossier.scores.members[attendance.member];
            vec![
                Cell::from(ledger.branch_name(card.branch)),
                Cell::from(card.name.as_str()),
                Cell::from(session.when.to_string()),
                Cell::from(kinds_chinese(&session.kinds)),
                Cell::from(attendance.status.chinese()),
                Cell::from(&*attendance.text),
                dossier.source(attendance.at, 0),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.missed.iter().map(line).collect();
        let block = page.table("missed", &columns, &rows)?;
        debug_assert_eq!(block.first, FIRST);
        page.finish(true)
    }
}

/// The way to the top of a sheet: to the rules, for a figure that they ask for.
pub fn top(sheet: &str) -> Option<String> {
    Some(format!("internal:'{sheet}'!A1"))
}

/// A link to a line of a list of detail.
fn way(sheet: &str, line: Option<usize>) -> Option<String> {
    line.map(|line| format!("internal:'{sheet}'!A{}", FIRST + 1 + line as u32))
}
