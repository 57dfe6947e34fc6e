//! What calamine does not tell of a sheet.

use super::strike::Strikes;
use crate::address::Area;

#[derive(Debug, Clone, Default)]
pub struct Outline {
    pub merges: Vec<Area>,
    pub strikes: Strikes,
}
