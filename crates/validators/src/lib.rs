//! Named checks for identifiers that rules refer to.
//!
//! A pattern finds text of the right shape; a validator says whether that text can really be the identifier. Every
//! validator is a pure function from the matched text to a [`Verdict`]: no clock, no file, no allocation that grows
//! with the input, no panic on any text.
//!
//! The text is expected after normalisation: ASCII digits, plain spaces and `-`. Separators (space, dot, slash, hyphen,
//! line break) are dropped by the validators themselves.
//!
//! ```
//! use leitplanke_validators::{Verdict, by_name};
//! let iban = by_name("iban").expect("a built-in name");
//! assert_eq!((iban.check)("DE93 2343 9684 7792 3137 37"), Verdict::Valid);
//! assert_eq!((iban.check)("DE18 6032 4281 7557 8491 13"), Verdict::Invalid);
//! ```

mod bank;
mod base64;
mod calendar;
mod checksum;
mod compact;
mod contact;
mod countries;
mod crypto;
mod documents;
mod encoded;
mod month_names;
mod mrz;
mod plates;
mod publications;
mod registers;
mod registry;
mod secrets;
mod social;
mod tax;
mod tax_number;
mod validator;
mod vehicles;
mod verdict;

pub use secrets::entropy;
pub use validator::{Check, Validator, all, by_name};
pub use verdict::Verdict;
