//! What a user relies on, tested on real files: one program, so that polars is linked once.

mod catalogue;
mod figures;
mod layouts;
mod program;
mod screens;
mod support;
mod workbooks;
