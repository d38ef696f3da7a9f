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

use std::collections::BTreeMap;

use leitplanke_engine::{CompileError, NameLists, RuleSet};
use leitplanke_rules::{Catalog, CatalogError, Pack, Packs};
use thiserror::Error;

static RULESET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/ruleset.bin"));
static CATALOG: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin"));
static SOURCES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/sources.bin"));

/// The program file does not hold the rules it was built with.
#[derive(Debug, Error)]
#[error("the program file is damaged, please install it again: {0}")]
pub enum DamagedError {
    /// The compiled rules.
    RuleSet(#[from] CompileError),
    /// The texts.
    Catalog(#[from] CatalogError),
    /// What the rules were compiled from.
    Sources(#[from] postcard::Error),
}

/// What the built-in rules were compiled from, for compiling them together with other packs.
#[derive(Debug, Clone)]
pub struct Sources {
    /// The packs, by name.
    pub packs: Packs,
    /// The lists of names.
    pub names: NameLists,
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

/// What the built-in rules were compiled from. Decodes every rule, so it takes a while.
///
/// # Errors
/// When the program file is damaged.
pub fn sources() -> Result<Sources, DamagedError> {
    let (mut packs, lists): (Vec<Pack>, BTreeMap<String, String>) = postcard::from_bytes(SOURCES)?;
    let catalog = catalog()?;
    for pack in &mut packs {
        for index in catalog.pack(&pack.name) {
            pack.rules.extend(catalog.rule(index)?.map(|rule| (*rule).clone()));
        }
    }
    let names = NameLists::read(|file| lists.get(file).cloned().ok_or(postcard::Error::DeserializeUnexpectedEnd))?;
    Ok(Sources { packs: Packs { packs }, names })
}

#[cfg(test)]
mod tests {
    use leitplanke_rules::{Frame, Rule, Vocabulary};

    use super::*;

    #[test]
    fn the_sources_compile_to_what_is_embedded() {
        let Sources { packs, names } = sources().unwrap();
        let rules: Vec<Rule> = packs.rules().cloned().collect();
        let frames: Vec<Frame> = packs.frames().cloned().collect();
        let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
        let parts =
            leitplanke_engine::Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
        let set = RuleSet::compile(parts).unwrap();
        assert!(set.to_bytes().unwrap() == RULESET, "another rule set");
        assert!(Catalog::new(&packs).unwrap().to_bytes().unwrap() == CATALOG, "another catalog");
    }
}
