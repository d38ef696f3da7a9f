//! Loads YAML guardrails.
//!
//! Three forms for three stages: as written (YAML), validated ([`Rule`]: every field checked, every default filled
//! in), compiled (in the engine). This crate owns the first two. It reads rule files and refuses what it does not
//! understand, with path, line, column and an excerpt; it never looks at the texts that rules are meant for.
//!
//! [`load_packs`] reads folders, [`load_texts`] files in memory; both report every mistake as [`Diagnostics`].
//! [`Catalog`] is the form that is embedded in the program. [`yaml`] is the reader below, for other files of ours.

mod bilingual;
mod catalog;
mod diagnostic;
mod family;
mod folder;
mod fragment;
mod frame;
mod gitleaks;
mod load;
pub mod matcher;
mod needs;
mod pack;
mod rule;
pub mod schema;
pub mod shape;
mod spec;
mod suggest;
pub mod term;
pub mod trigger;
mod validate;
mod vocabulary;
pub mod yaml;

pub use bilingual::{Both, Texts};
pub use catalog::{Catalog, CatalogError, Head, Said};
pub use diagnostic::{Diagnostic, Diagnostics, Excerpt, Heading, Note};
pub use family::{Family, Traits};
pub use fragment::Fragment;
pub use frame::Frame;
pub use pack::{Pack, Packs, Shared, load_packs, load_texts};
pub use rule::{Example, Origin, Rule, Severities, Status};
pub use suggest::closest;
pub use vocabulary::Vocabulary;
