//! Loads YAML guardrails.
//!
//! Three forms for three stages: as written (YAML), validated ([`Rule`]: every field checked, every default filled
//! in), compiled (in the engine). This crate owns the first two. It reads rule files and refuses what it does not
//! understand, with path, line, column and an excerpt; it never looks at the texts that rules are meant for.

pub mod matcher;
mod rule;
pub mod term;

pub use rule::{Example, Origin, Rule, Severities, Status, Texts};
