//! The names of the sheets, by which they link to each other.

pub const OVERVIEW: &str = "总览";
pub const RANKING: &str = "支部排名";
pub const MEETINGS: &str = "会议召开";
pub const PARTICIPATION: &str = "参会情况";
pub const COVERAGE: &str = "学习覆盖";
pub const TOPICS: &str = "学习对照";
pub const MAKE_UP: &str = "补学名单";
pub const MEMBERS: &str = "党员明细";
pub const SESSIONS: &str = "会议明细";
pub const MISSED: &str = "未到明细";
pub const RECORDS: &str = "学习明细";
pub const WATCH: &str = "关注名单";
pub const ISSUES: &str = "问题";
pub const SOURCES: &str = "数据来源";
pub const METHOD: &str = "说明";
