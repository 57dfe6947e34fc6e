//! What Excel's three formats have in common: cells refer to styles and to texts of the book, and days are numbers.

mod bytes;
mod common;
mod number_format;
mod outline;
mod styles;

pub use bytes::Bytes;
pub use common::{Common, Letters, Written};
pub use number_format::Shown;
pub use outline::{Listed, Listing, Outline};
pub use styles::{Style, Styles};
