//! `考核报告 2026Q1.xlsx`: the bureau's report, one sheet a question, in the order in which a person asks.

mod coverage;
mod details;
mod issues;
mod make_up;
mod meetings;
mod members;
mod method;
mod overview;
mod participation;
mod ranking;
mod sources;
mod topics;
mod watch;

use super::{Dossier, Output, WriteError, page};
use details::Details;

/// The names of the sheets, by which they link to each other.
pub mod name {
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
    pub const WATCH: &str = "关注名单";
    pub const ISSUES: &str = "问题";
    pub const SOURCES: &str = "数据来源";
    pub const METHOD: &str = "说明";
}

pub fn write(dossier: &Dossier) -> Result<Output, WriteError> {
    let title = format!("考核报告 {}", dossier.period());
    let mut book = page::workbook(&title, &dossier.stamp())?;
    // The overview stands first but points at the tables after it, so it is made last.
    book.add_worksheet().set_name(name::OVERVIEW)?;
    let details = Details::of(dossier);
    let ranking = ranking::write(&mut book, dossier)?;
    meetings::write(&mut book, dossier, &details)?;
    let participation = participation::write(&mut book, dossier, &details)?;
    coverage::write(&mut book, dossier, &details)?;
    topics::write(&mut book, dossier, &details)?;
    make_up::write(&mut book, dossier, &details)?;
    members::write(&mut book, dossier, &details)?;
    watch::write(&mut book, dossier, &details)?;
    details.write(&mut book)?;
    issues::write(&mut book, dossier)?;
    sources::write(&mut book, dossier)?;
    method::write(&mut book, dossier)?;
    overview::write(book.worksheet_from_name(name::OVERVIEW)?, dossier, &ranking, &participation)?;
    Ok(Output::new(format!("{title}.xlsx"), book.save_to_buffer()?))
}
