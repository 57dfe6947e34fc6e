//! `taizhang` (台账) turns the spreadsheets that party branches already keep into participation and
//! study figures, printable scorecards, and a feed for performance review.
//!
//! The rooms, in the order in which data passes through them; a later room knows the earlier ones,
//! never the reverse:
//!
//! | room | takes → gives |
//! |---|---|
//! | [`book`] | a file's bytes → sheets of addressed cells |
//! | [`reading`] | sheets → records with the cell each value came from |
//! | [`ledger`] | records of all files → facts as polars frames |
//! | [`metrics`] | facts and a period → figures |
//! | [`assessment`] | figures and rules → scorecards and the feed |
//! | [`report`] | everything above → files |
//!
//! Beside them stand the words that all rooms share: [`address`], [`when`], [`period`], [`text`],
//! [`vocabulary`], [`issue`] and [`toml_fault`]. [`workspace`] walks a folder through the first three rooms.

pub mod address;
pub mod assessment;
pub mod book;
pub mod issue;
pub mod ledger;
pub mod metrics;
pub mod period;
pub mod reading;
pub mod report;
pub mod text;
pub mod toml_fault;
pub mod vocabulary;
pub mod when;
pub mod workspace;
