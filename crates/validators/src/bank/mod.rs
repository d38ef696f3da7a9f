//! Accounts, payment references and cards.

pub(crate) mod account;
pub(crate) mod card;
mod country_codes;
mod iban_registry;
pub(crate) mod reference;
