//! What a sheet yields: records, each value with the cell it came from.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::address::{Address, Cited, Spot};
use crate::issue::{Code, Issue, Place};
use crate::reading::mark::Mark;
use crate::text::Text;
use crate::vocabulary::{Category, EvidenceKind, Kind, Membership};
use crate::when::When;

/// A text in which a branch may be named, nearest to the record first.
#[derive(Debug, Clone, PartialEq)]
pub enum BranchHint {
    /// A cell or a label that holds a branch's name and nothing else.
    Name(Cited<Text>),
    /// A title, a sheet's name, a file's or a folder's, in which the name may stand.
    Title(Text),
}

impl BranchHint {
    /// The words in which the branch may be named.
    pub fn text(&self) -> &Text {
        match self {
            BranchHint::Name(cited) => &cited.value,
            BranchHint::Title(text) => text,
        }
    }
}

/// A row of a roster.
#[derive(Debug, Clone, Default)]
pub struct MemberRow {
    pub branch: Vec<BranchHint>,
    pub name: String,
    pub gender: String,
    pub id_number: Option<Cited<String>>,
    pub birth: Option<Cited<When>>,
    pub joined: Option<Cited<When>>,
    pub confirmed: Option<When>,
    pub status: Option<Membership>,
    pub post: String,
    pub category: Option<Category>,
    pub group: String,
    pub department: String,
    /// The day from which, and the day until which, a list of moves says that somebody was here.
    pub arrived: Option<Cited<When>>,
    pub left: Option<Cited<When>>,
    /// A move of which the list does not say whether somebody came or left.
    pub moved: Option<Moved>,
    pub at: Option<Address>,
}

/// From which branch to which somebody went, and when; a list leaves out the end that is its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    pub from: Option<Cited<Text>>,
    pub to: Option<Cited<Text>>,
    pub day: Option<Cited<When>>,
}

impl MemberRow {
    /// Nothing is said of somebody but of which group he is.
    pub fn is_only_of_a_group(&self) -> bool {
        let texts = [&self.gender, &self.post, &self.department];
        let days = [&self.birth, &self.joined, &self.arrived, &self.left];
        !self.group.is_empty()
            && texts.iter().all(|text| text.is_empty())
            && days.iter().all(|day| day.is_none())
            && self.id_number.is_none()
            && self.confirmed.is_none()
            && self.status.is_none()
            && self.category.is_none()
            && self.moved.is_none()
    }
}

/// How the people who came follow from what a book names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// Whoever was due is listed with a mark.
    Listed,
    /// Only those who did not come are named: whoever else was due came.
    AbsentNamed,
    /// Nothing is said of who came where it is of others, or that nobody came or was due: whether the session was held,
    /// another book may tell.
    Untold,
}

/// What one book says of one person at a session.
#[derive(Debug, Clone)]
pub struct MarkRow {
    pub name: Cited<Text>,
    pub mark: Mark,
    /// As written.
    pub text: Text,
    pub at: Address,
}

/// A session as one book tells it.
#[derive(Debug, Clone)]
pub struct SessionRow {
    pub branch: Vec<BranchHint>,
    pub when: When,
    pub kinds: Vec<Kind>,
    pub group: String,
    pub topic: String,
    pub place: String,
    pub host: Option<Cited<String>>,
    pub hours: Option<f64>,
    pub due: Option<Cited<u32>>,
    pub came: Option<Cited<u32>>,
    pub roll: Roll,
    pub marks: Vec<MarkRow>,
    /// What was not understood beside those who are named, and may name others: of whom it does, nothing follows.
    pub unread: Vec<Text>,
    /// The cell that tells the session best: its date, or its header.
    pub at: Address,
}

impl SessionRow {
    /// The session as its list tells it: none where the list is blank, untold where nobody on it was due, as of one that
    /// was put off. The list then says no more than whose it is.
    pub fn of_list(self) -> Option<SessionRow> {
        let says = |m: &MarkRow| !matches!(m.mark, Mark::Blank | Mark::NotDue);
        if self.marks.iter().any(says) {
            return Some(self);
        }
        let puts_off = self.marks.iter().any(|m| m.mark == Mark::NotDue);
        puts_off.then_some(SessionRow { roll: Roll::Untold, ..self })
    }
}

/// A row of a study plan.
#[derive(Debug, Clone)]
pub struct PlanRow {
    pub branch: Vec<BranchHint>,
    pub month: When,
    pub topic: String,
    pub category: String,
    pub hours: Option<f64>,
    pub form: String,
    pub audience: Option<Cited<String>>,
    pub at: Address,
}

/// A person's study, of one topic or in sum.
#[derive(Debug, Clone)]
pub struct StudyRow {
    pub branch: Vec<BranchHint>,
    pub name: Cited<Text>,
    /// Who is excepted, where the name is of many: 全体党员.
    pub but: Vec<Cited<Text>>,
    pub when: Option<When>,
    pub topic: String,
    pub hours: Option<f64>,
    pub points: Option<f64>,
    pub form: String,
    pub at: Address,
}

/// A row of a list of evidence.
#[derive(Debug, Clone)]
pub struct EvidenceRow {
    pub branch: Vec<BranchHint>,
    /// Empty where the evidence is of a branch.
    pub name: Option<Cited<Text>>,
    /// Who is excepted, where the name is of many: 全体党员.
    pub but: Vec<Cited<Text>>,
    /// Tells namesakes apart; empty where the list has none.
    pub department: String,
    pub when: Option<When>,
    pub kind: EvidenceKind,
    pub title: String,
    pub value: String,
    pub at: Address,
}

/// A sign and what it says on a sheet: as the sheet explains it, or as most mean it.
#[derive(Debug, Clone)]
pub struct SignRow {
    pub sign: Text,
    pub mark: Mark,
    /// Where it first stands; for one that is explained, the sheet's first cell.
    pub at: Address,
}

impl SignRow {
    /// That the sign was taken for what most mean by it.
    pub fn assumption(&self) -> Issue {
        Issue::new(Code::AssumedSign, self.at, &*self.sign, self.mark.chinese())
    }
}

/// What kind of table was recognised. The Chinese names are those by which a clerk can ask for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "snake_case"))]
pub enum TableKind {
    #[serde(rename(deserialize = "花名册"))]
    Roster,
    #[serde(rename(deserialize = "党小组名单"))]
    Groups,
    #[serde(rename(deserialize = "考勤表"))]
    Matrix,
    #[serde(rename(deserialize = "横向考勤表"))]
    Transposed,
    #[serde(rename(deserialize = "签到表"))]
    SignIn,
    #[serde(rename(deserialize = "台账"))]
    Log,
    #[serde(rename(deserialize = "签到明细"))]
    LongList,
    #[serde(rename(deserialize = "各月会议表"))]
    KindGrid,
    #[serde(rename(deserialize = "学习计划"))]
    Plan,
    #[serde(rename(deserialize = "横向学习计划"))]
    PlanGrid,
    #[serde(rename(deserialize = "学习记录"))]
    StudyRecords,
    #[serde(rename(deserialize = "学习汇总"))]
    StudyGrid,
    #[serde(rename(deserialize = "佐证材料"))]
    Evidence,
    /// Labels and values down a sheet: the record of one meeting.
    #[serde(skip_deserializing)]
    MeetingForm,
    /// Labels and values down a sheet: one member.
    #[serde(skip_deserializing)]
    MemberForm,
    /// Marks with their meanings and nothing else, for all sheets of the book.
    #[serde(skip_deserializing)]
    Legend,
    /// Of no concern here, as its title or the clerk says.
    #[serde(rename(deserialize = "不读"))]
    Foreign,
    #[serde(skip_deserializing)]
    Unknown,
}

impl TableKind {
    pub fn chinese(self) -> &'static str {
        match self {
            TableKind::Roster => "花名册",
            TableKind::Groups => "党小组名单（一行一个党小组）",
            TableKind::Matrix => "考勤表（人员在行）",
            TableKind::Transposed => "考勤表（人员在列）",
            TableKind::SignIn => "签到表",
            TableKind::Log => "三会一课台账",
            TableKind::LongList => "签到明细",
            TableKind::KindGrid => "各月会议表（一格写一次会议）",
            TableKind::Plan => "学习计划",
            TableKind::PlanGrid => "学习计划（横竖交叉）",
            TableKind::StudyRecords => "学习记录",
            TableKind::StudyGrid => "学习汇总（各列是月份或主题）",
            TableKind::Evidence => "佐证材料",
            TableKind::MeetingForm => "会议记录（一次一表）",
            TableKind::MemberForm => "党员信息表（一人一表）",
            TableKind::Legend => "记号说明",
            TableKind::Foreign => "与会议、学习无关",
            TableKind::Unknown => "没有认出",
        }
    }
}

/// How one table was understood; for showing.
#[derive(Debug, Clone, Serialize)]
pub struct Layout {
    pub sheet: u16,
    pub kind: TableKind,
    /// Why it was taken for that.
    pub because: &'static str,
    /// First and last header row, counted from zero.
    pub header: (u32, u32),
    pub columns: Vec<ColumnRole>,
    /// What stands for a column is a row of the sheet, and what stands for a row a column.
    pub on_its_side: bool,
    /// The rows of the table and of what stands above it, from top to bottom.
    pub rows: Vec<(u32, RowRole)>,
    pub data_rows: usize,
}

/// What a column was taken for.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnRole {
    /// Counted from zero; the row, where the table lies on its side.
    pub column: u32,
    pub heading: String,
    /// The concept in Chinese, or the session that the column stands for; empty where it is not used.
    pub meaning: String,
}

/// What a row was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowRole {
    Title,
    Header,
    Data,
    Section,
    Total,
    Counts,
    Said,
}

/// All that was read from one book.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    pub members: Vec<MemberRow>,
    /// Who is on a roster and, as it says, no member: 入党积极分子.
    pub outsiders: Vec<Text>,
    pub sessions: Vec<SessionRow>,
    pub plan: Vec<PlanRow>,
    pub study: Vec<StudyRow>,
    pub evidence: Vec<EvidenceRow>,
    /// Signs that a sheet with sessions does not explain, and those that it does.
    pub assumed: Vec<SignRow>,
    pub explained: Vec<SignRow>,
    pub layouts: Vec<Layout>,
    pub issues: Vec<Issue>,
}

impl Reading {
    /// What is to be said of the book alone, signs included that another book may explain.
    pub fn all_issues(&self) -> impl Iterator<Item = Cow<'_, Issue>> {
        let assumptions = self.assumed.iter().map(|sign| Cow::Owned(sign.assumption()));
        self.issues.iter().map(Cow::Borrowed).chain(assumptions)
    }

    /// How many records and issues there are.
    pub(super) fn size(&self) -> usize {
        let records = self.members.len() + self.sessions.len() + self.plan.len() + self.study.len();
        records + self.evidence.len() + self.issues.len()
    }

    /// Puts every cell that is named elsewhere, where `to` says.
    pub(super) fn move_cells(&mut self, to: impl Fn(Spot) -> Spot) {
        let cell = |at: &mut Address| {
            let Spot { row, col } = to(at.spot());
            (at.row, at.col) = (row, col);
        };
        let branches = |hints: &mut Vec<BranchHint>| {
            for hint in hints {
                if let BranchHint::Name(name) = hint {
                    cell(&mut name.at);
                }
            }
        };
        for member in &mut self.members {
            branches(&mut member.branch);
            member.at.iter_mut().for_each(&cell);
            member.id_number.iter_mut().for_each(|id| cell(&mut id.at));
            let days = [&mut member.birth, &mut member.joined, &mut member.arrived, &mut member.left];
            days.into_iter().flatten().for_each(|day| cell(&mut day.at));
            if let Some(Moved { from, to, day }) = &mut member.moved {
                [from, to].into_iter().flatten().for_each(|branch| cell(&mut branch.at));
                day.iter_mut().for_each(|day| cell(&mut day.at));
            }
        }
        for session in &mut self.sessions {
            branches(&mut session.branch);
            cell(&mut session.at);
            [&mut session.due, &mut session.came].into_iter().flatten().for_each(|count| cell(&mut count.at));
            session.host.iter_mut().for_each(|host| cell(&mut host.at));
            for mark in &mut session.marks {
                cell(&mut mark.name.at);
                cell(&mut mark.at);
            }
        }
        for topic in &mut self.plan {
            branches(&mut topic.branch);
            cell(&mut topic.at);
            topic.audience.iter_mut().for_each(|audience| cell(&mut audience.at));
        }
        for record in &mut self.study {
            branches(&mut record.branch);
            cell(&mut record.name.at);
            record.but.iter_mut().for_each(|name| cell(&mut name.at));
            cell(&mut record.at);
        }
        for piece in &mut self.evidence {
            branches(&mut piece.branch);
            cell(&mut piece.at);
            piece.name.iter_mut().chain(&mut piece.but).for_each(|name| cell(&mut name.at));
        }
        self.assumed.iter_mut().chain(&mut self.explained).for_each(|sign| cell(&mut sign.at));
        for issue in &mut self.issues {
            if let Place::Cells(_, _, area) = &mut issue.place {
                *area = area.moved(&to);
            }
        }
    }

    /// Adds what another sheet yields.
    pub(super) fn add(&mut self, more: Reading) {
        self.members.extend(more.members);
        self.outsiders.extend(more.outsiders);
        self.sessions.extend(more.sessions);
        self.plan.extend(more.plan);
        self.study.extend(more.study);
        self.evidence.extend(more.evidence);
        self.assumed.extend(more.assumed);
        self.explained.extend(more.explained);
        self.layouts.extend(more.layouts);
        self.issues.extend(more.issues);
    }

    /// Raises an issue, or lets the last one that says the same of a cell above in the column reach down to its cell.
    pub(super) fn raise_down(&mut self, issue: Issue) {
        let known = self.issues.iter_mut().rev().find(|known| known.code == issue.code);
        if let (Some(known), Place::Cells(book, sheet, area)) = (known, issue.place)
            && let Place::Cells(above_book, above_sheet, above) = &mut known.place
            && (*above_book, *above_sheet, above.first.col) == (book, sheet, area.first.col)
            && known.message == issue.message
        {
            above.last = area.last;
            return;
        }
        self.issues.push(issue);
    }

    pub fn is_empty(&self) -> bool {
        let facts = self.members.is_empty() && self.sessions.is_empty() && self.plan.is_empty();
        facts && self.study.is_empty() && self.evidence.is_empty()
    }
}
