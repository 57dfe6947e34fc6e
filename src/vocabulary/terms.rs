//! What words can mean: the names of things that the program knows, in code and in Chinese.

use serde::Deserialize;

/// What a column or a labelled field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Concept {
    Seq,
    Name,
    Gender,
    IdNumber,
    Birth,
    Joined,
    Confirmed,
    /// Full or probationary, on post or retired: the values tell which.
    Standing,
    Post,
    Group,
    Department,
    Branch,
    Phone,
    Note,
    Left,
    Arrived,
    /// Whether somebody came or left, in words; the day stands beside it.
    Moved,
    Date,
    Year,
    Month,
    Kind,
    Topic,
    Place,
    Host,
    Recorder,
    Hours,
    Points,
    Due,
    Came,
    DueAndCame,
    OnLeave,
    Absent,
    /// People who did not come, whether with leave or without.
    Absentees,
    LateList,
    Attendees,
    Mark,
    Reason,
    StudyCategory,
    Form,
    Audience,
    /// Computed on the sheet; not read.
    Statistic,
    /// The outcome of an appraisal.
    Result,
    /// An honour, a model post, what points were given for.
    Honour,
    /// A stage in the development of a member, with its date.
    Stage,
    /// A count of votes; not read.
    Tally,
    /// Known, and of no use here.
    Other,
}

impl Kind {
    /// Whether the words for it, 学习 and 培训, say little beside those for another kind.
    pub fn is_vague(self) -> bool {
        matches!(self, Kind::Study | Kind::Training | Kind::Other)
    }
}

impl Concept {
    /// Whether a heading for it heads what is said of a member or of a meeting as a whole, and never one meeting's marks,
    /// notes or numbers.
    pub fn is_field(self) -> bool {
        use Concept::*;
        !matches!(
            self,
            Seq | Name
                | Note
                | Reason
                | Mark
                | Hours
                | Points
                | Due
                | Came
                | DueAndCame
                | OnLeave
                | Absent
                | Absentees
                | LateList
                | Attendees
                | Statistic
                | Tally
                | Other
        )
    }

    /// Whether figures come from what stands under such a heading.
    pub fn is_counted(self) -> bool {
        use Concept::*;
        !matches!(
            self,
            Seq | Gender | Department | Phone | Note | Place | Recorder | Statistic | Tally | Other
        )
    }
}

/// What a list of evidence is of; see `DESIGN.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    Appraisal,
    BusinessScore,
    Development,
    Honour,
    ManualScore,
    ModelPost,
    Training,
    Volunteering,
}

/// A stage in the development of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Applied,
    Activist,
    Candidate,
    /// Admitted, on probation.
    Probation,
    Full,
}

/// For whom a topic of study is, beside categories and kinds of membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AudienceWord {
    Everybody,
    Committee,
    Secretary,
    Young,
    /// People who are no members.
    Outsiders,
}

/// What a title can tell of the table below it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TitleWord {
    /// Not about meetings or study.
    Foreign,
    SignIn,
    Roster,
    /// What is told before a meeting, at the end of a title.
    Notice,
    /// The points are for whatever a member does, not for study alone.
    ConductPoints,
    /// About study, whatever else it is about.
    Learning,
    /// The numbers are hours of service.
    ServiceHours,
    MovedOut,
    MovedIn,
    /// About study, counted in hours; or counted in points.
    StudyHours,
    StudyPoints,
    /// About study, without a word on what is counted.
    Study,
    /// About what is to come.
    Plan,
    /// Of those on leave, or of those who were absent, and of nobody else.
    OnLeave,
    Absent,
}

/// What a column of topics is of, where a plan has several: of a way to study, or of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicsOf {
    Form,
    Category,
}

/// Somebody's coming to a branch, or going from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    Arrived,
    Left,
}

/// The ends of a move: the branch from which, and the one to which.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    From,
    To,
}

/// Kinds of session; see `DESIGN.md` for the Chinese terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Appraisal,
    CommitteeMeeting,
    GeneralMeeting,
    GroupMeeting,
    Lecture,
    OrganizationLife,
    Other,
    Study,
    ThemeDay,
    Training,
    Volunteering,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    Full,
    Probationary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    OnPost,
    Retired,
    Student,
    Floating,
    Other,
}

/// The wordings of marks, before a sheet's own legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkWord {
    Present,
    Late,
    LeftEarly,
    Leave,
    Sick,
    Personal,
    Official,
    Absent,
    Exempt,
    NotDue,
}

macro_rules! names {
    ($type:ty { $($variant:ident $name:literal $chinese:literal;)* }) => {
        impl $type {
            pub const ALL: &'static [$type] = &[$(<$type>::$variant),*];

            /// The name for machines.
            pub fn name(self) -> &'static str {
                match self { $(<$type>::$variant => $name),* }
            }

            pub fn chinese(self) -> &'static str {
                match self { $(<$type>::$variant => $chinese),* }
            }
        }
    };
}

names!(Kind {
    GeneralMeeting "general_meeting" "党员大会";
    CommitteeMeeting "committee_meeting" "支委会";
    GroupMeeting "group_meeting" "党小组会";
    Lecture "lecture" "党课";
    ThemeDay "theme_day" "主题党日";
    OrganizationLife "organization_life" "组织生活会";
    Appraisal "appraisal" "民主评议";
    Study "study" "集中学习";
    Training "training" "培训";
    Volunteering "volunteering" "志愿服务";
    Other "other" "其他";
});

names!(Concept {
    Seq "seq" "序号";
    Name "name" "姓名";
    Gender "gender" "性别";
    IdNumber "id_number" "身份证号";
    Birth "birth" "出生日期";
    Joined "joined" "入党日期";
    Confirmed "confirmed" "转正日期";
    Standing "standing" "党员类别或人员类别";
    Post "post" "党内职务";
    Group "group" "党小组";
    Department "department" "部门";
    Branch "branch" "支部";
    Phone "phone" "电话（不采用）";
    Note "note" "备注";
    Left "left" "转出日期";
    Arrived "arrived" "转入日期";
    Moved "moved" "转入还是转出";
    Date "date" "日期";
    Year "year" "年份";
    Month "month" "月份";
    Kind "kind" "会议类别";
    Topic "topic" "主题";
    Place "place" "地点";
    Host "host" "主持人";
    Recorder "recorder" "记录人（不采用）";
    Hours "hours" "学时";
    Points "points" "积分";
    Due "due" "应到人数";
    Came "came" "实到人数";
    DueAndCame "due_and_came" "应到和实到人数";
    OnLeave "on_leave" "请假人员";
    Absent "absent" "缺席人员";
    Absentees "absentees" "未到人员";
    LateList "late_list" "迟到人员";
    Attendees "attendees" "到会人员";
    Mark "mark" "考勤记号";
    Reason "reason" "原因";
    StudyCategory "study_category" "学习类别";
    Form "form" "学习方式";
    Audience "audience" "参加对象";
    Statistic "statistic" "统计列（不采用）";
    Result "result" "评定结果";
    Honour "honour" "荣誉或事项";
    Stage "stage" "发展阶段日期";
    Tally "tally" "票数（不采用）";
    Other "other" "与统计无关（不采用）";
});

names!(EvidenceKind {
    Appraisal "appraisal" "民主评议";
    BusinessScore "business_score" "业务考核得分";
    Development "development" "发展党员";
    Honour "honour" "表彰奖励";
    ManualScore "manual_score" "人工评分";
    Training "training" "党务干部培训";
    ModelPost "model_post" "示范岗、责任区";
    Volunteering "volunteering" "志愿服务";
});

names!(Stage {
    Applied "applied" "递交入党申请书";
    Activist "activist" "入党积极分子";
    Candidate "candidate" "发展对象";
    Probation "probation" "预备党员";
    Full "full" "转为正式党员";
});

names!(Membership {
    Full "full" "正式党员";
    Probationary "probationary" "预备党员";
});

names!(Category {
    OnPost "on_post" "在职";
    Retired "retired" "离退休";
    Student "student" "学生";
    Floating "floating" "流动";
    Other "other" "其他";
});
