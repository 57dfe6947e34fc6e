//! What a user relies on, tested on real files: one program, so that polars is linked once.

mod catalogue;
mod figures;
mod layouts;
mod pins;
mod program;
mod screens;
mod study;
mod support;
mod workbooks;
