//! Room 5: figures and a rules file become scorecards, grades and the feed for performance review.
//!
//! Everything that the office decides is in the rules file ([`rules`]); the scoring methods are here.

pub mod feed;
pub mod metric;
pub mod review;
pub mod rules;
pub mod score;

pub use rules::Rules;
pub use score::{Card, Line, Scores};
