//! What a user relies on, tested on real files: one program, so that polars is linked once.

mod figures;
mod program;
mod screens;
mod support;
mod workbooks;
