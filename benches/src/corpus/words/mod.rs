//! What sentences are put together from.

pub(super) mod english;
pub(super) mod german;
pub(super) mod names;
