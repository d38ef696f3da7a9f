//! Numbers given out by courts, registers and authorities.

pub(crate) mod case_number;
pub(crate) mod commercial;
mod court_signs;
mod cursor;
pub(crate) mod migration;
pub(crate) mod welfare;
