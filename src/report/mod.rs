//! Room 6: everything above becomes files.
//!
//! Knows workbooks, charts and print set-up; does not know how a figure is computed. Every report is
//! made in memory from one [`Dossier`], and all are saved together or not at all ([`save`]). What is
//! the same in all of them — palette, fonts, tables, links, print set-up — is in `look` and `page`;
//! what the figures say in words is in `findings`.

mod board;
pub mod charts;
pub mod data;
mod dossier;
pub mod explain;
mod feed;
mod findings;
pub mod forms;
mod headline;
pub mod issue_list;
mod links;
mod look;
mod page;
pub mod save;
mod scorecard;
mod stamp;
mod workbook;

pub use dossier::Dossier;
pub use links::Links;
pub use save::Output;
pub use stamp::Stamp;

/// A report that could not be made: none of these is the clerk's doing; or facts that could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("表格：{0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("数据：{0}")]
    Frame(#[from] polars::prelude::PolarsError),
    #[error("CSV：{0}")]
    Csv(#[from] csv::Error),
    #[error(transparent)]
    Save(#[from] save::SaveError),
    #[error("图表：{0}")]
    Chart(String),
    #[error("看板：{0}")]
    Page(String),
}

/// Every file that `run` writes, in the order in which a person opens them.
pub fn all(dossier: &Dossier) -> Result<Vec<Output>, WriteError> {
    let mut outputs = vec![workbook::write(dossier)?];
    outputs.extend(scorecard::write_all(dossier)?);
    outputs.extend(feed::write(dossier)?);
    outputs.push(issue_list::write(&dossier.workspace.ledger, &dossier.links, &dossier.stamp())?);
    let charts = charts::draw_all(dossier)?;
    outputs.push(board::write(dossier, &charts)?);
    outputs.extend(charts::files(charts));
    outputs.extend(data::all(dossier)?);
    Ok(outputs)
}
