//! House rules: packs beside the built-in ones, compiled together with them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use leitplanke_builtin::Sources;
use leitplanke_engine::RuleSet;
use leitplanke_rules::yaml::{Problems, Source, parse};
use leitplanke_rules::{Catalog, Frame, Packs, Rule, Shared, Vocabulary, load_packs};

use crate::fault::Fault;

/// What names a pack in its folder.
const MANIFEST: &str = "pack.yaml";

/// Rules, compiled, with their texts.
pub(crate) struct Compiled {
    pub(crate) set: RuleSet,
    pub(crate) catalog: Catalog,
    /// Ids of the rules that came from folders.
    pub(crate) own: BTreeSet<String>,
}

/// Only the built-in packs: nothing needs to be compiled.
///
/// # Errors
/// When the program file is damaged.
pub(crate) fn built_in() -> Result<Compiled, Fault> {
    let (set, catalog) = (leitplanke_builtin::rule_set()?, leitplanke_builtin::catalog()?);
    Ok(Compiled { set, catalog, own: BTreeSet::new() })
}

/// The built-in packs and those in `folders`.
///
/// # Errors
/// Every mistake in the folders.
pub(crate) fn with(folders: &[PathBuf]) -> Result<Compiled, Fault> {
    together(leitplanke_builtin::sources()?, folders)
}

/// The packs in `folders` and the built-in ones that have other names: for those who work on a built-in pack.
///
/// # Errors
/// Every mistake in the folders.
pub(crate) fn instead(folders: &[PathBuf]) -> Result<Compiled, Fault> {
    let mut sources = leitplanke_builtin::sources()?;
    let replaced: BTreeSet<String> = folders.iter().flat_map(|folder| names_in(folder)).collect();
    sources.packs.packs.retain(|pack| !replaced.contains(&pack.name));
    together(sources, folders)
}

fn together(sources: Sources, folders: &[PathBuf]) -> Result<Compiled, Fault> {
    let Sources { packs: Packs { mut packs }, names } = sources;
    let shared = Shared::from(&Packs { packs: packs.clone() });
    let house = load_packs(folders, &shared)?;
    let own = house.rules().map(|rule| rule.id.clone()).collect();
    packs.extend(house.packs);
    packs.sort_by(|a, b| a.name.cmp(&b.name));
    let packs = Packs { packs };
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let frames: Vec<Frame> = packs.frames().cloned().collect();
    let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
    let sources =
        leitplanke_engine::Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    Ok(Compiled { set: RuleSet::compile(sources)?, catalog: Catalog::new(&packs)?, own })
}

/// The names of the packs in a folder: its own, or those of the folders in it.
fn names_in(folder: &Path) -> Vec<String> {
    let listed = fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>());
    std::iter::once(folder.to_path_buf())
        .chain(listed.unwrap_or_default())
        .filter_map(|folder| name_of(&folder))
        .collect()
}

/// What a manifest says; its mistakes are told by the loader.
fn name_of(folder: &Path) -> Option<String> {
    let text = fs::read_to_string(folder.join(MANIFEST)).ok()?;
    let source = Source::new(MANIFEST, text);
    let root = parse(&mut Problems::new(&source))?;
    root.get("pack")?.text().map(str::to_owned)
}
