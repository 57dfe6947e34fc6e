//! `考核报告 2026Q1.xlsx`: the bureau's report, one sheet a question, in the order in which a person asks.

mod coverage;
mod details;
mod issues;
mod make_up;
mod meetings;
mod members;
mod method;
pub mod name;
mod overview;
mod participation;
mod ranking;
mod sources;
mod topics;
mod watch;

use super::{Dossier, Output, WriteError, page};
use details::Details;

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
