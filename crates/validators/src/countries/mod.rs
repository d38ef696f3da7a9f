//! Personal and company numbers outside Germany, one file per country or region.

pub(crate) mod austria;
pub(crate) mod balkans;
pub(crate) mod britain;
pub(crate) mod czechia;
pub(crate) mod eastern;
pub(crate) mod france;
pub(crate) mod italy;
pub(crate) mod low_countries;
pub(crate) mod nordic;
pub(crate) mod spain;
pub(crate) mod switzerland;
pub(crate) mod united_states;
