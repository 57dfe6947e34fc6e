//! What a user relies on, tested on real files: one program, so that polars is linked once.

mod board;
mod catalogue;
mod comments;
mod compared;
mod explain;
mod figures;
mod formats;
mod forms;
mod independent;
mod layouts;
mod ods;
mod pins;
mod program;
mod properties;
mod rosters;
mod rules;
mod screens;
mod study;
mod support;
mod watch;
mod wordings;
mod workbooks;
mod xls;
mod xlsb;
mod xlsx;
