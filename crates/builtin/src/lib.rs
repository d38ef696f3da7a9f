//! The built-in rule packs, compiled when the program is built.
//!
//! Opening them parses no YAML and compiles no regex: the dictionary of all rules is used straight from the program
//! file, texts of rules are decoded when a report needs them, regexes are compiled when a text wakes them.
//!
//! ```
//! let catalog = leitplanke_builtin::catalog()?;
//! assert!(catalog.find("personal-data/iban").is_some());
//! # Ok::<(), leitplanke_builtin::DamagedError>(())
//! ```

use leitplanke_engine::{CompileError, RuleSet};
use leitplanke_rules::{Catalog, CatalogError};
use thiserror::Error;

static RULESET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ruleset.bin"));
static CATALOG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));

/// The program file does not hold the rules it was built with.
#[derive(Debug, Error)]
#[error("the program file is damaged, please install it again: {0}")]
pub enum DamagedError {
    /// The compiled rules.
    RuleSet(#[from] CompileError),
    /// The texts.
    Catalog(#[from] CatalogError),
}

/// The built-in rules, compiled.
///
/// # Errors
/// When the program file is damaged.
pub fn rule_set() -> Result<RuleSet, DamagedError> {
    Ok(RuleSet::from_static(RULESET)?)
}

/// The built-in rules with their texts.
///
/// # Errors
/// When the program file is damaged.
pub fn catalog() -> Result<Catalog, DamagedError> {
    Ok(Catalog::from_static(CATALOG)?)
}
