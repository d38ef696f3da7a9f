//! House rules: packs beside the built-in ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use leitplanke_builtin::Sources;
use leitplanke_engine::RuleSet;
use leitplanke_finding::Language;
use leitplanke_rules::yaml::{Problems, Source, parse};
use leitplanke_rules::{Catalog, Diagnostic, Frame, Packs, Rule, Shared, Vocabulary, load_packs};

use crate::fault::Fault;

/// What names a pack in its folder.
const MANIFEST: &str = "pack.yaml";

/// Rules, compiled, with their texts.
pub(crate) struct Compiled {
    pub(crate) set: RuleSet,
    pub(crate) catalog: Catalog,
    /// Ids of the rules that came from folders or rule files.
    pub(crate) own: BTreeSet<String>,
    /// What of rule files of gitleaks has no counterpart here.
    pub(crate) notes: Vec<Diagnostic>,
}

/// Only the built-in packs: nothing needs to be compiled.
///
/// # Errors
/// When the program file is damaged.
pub(crate) fn built_in() -> Result<Compiled, Fault> {
    let (set, catalog) = (leitplanke_builtin::rule_set()?, leitplanke_builtin::catalog()?);
    Ok(Compiled { set, catalog, own: BTreeSet::new(), notes: Vec::new() })
}

/// The built-in packs and those in `folders`: only the latter are compiled. A rule file of gitleaks counts as one.
///
/// # Errors
/// Every mistake in the folders.
pub(crate) fn with(folders: &[PathBuf]) -> Result<Compiled, Fault> {
    let catalog = leitplanke_builtin::catalog()?;
    let house = load_packs(folders, &catalog.shared()?)?;
    let Parts { rules, frames, .. } = Parts::of(&house);
    let set = leitplanke_builtin::rule_set()?.extended(&rules, &frames)?;
    let own = rules.into_iter().map(|rule| rule.id).collect();
    Ok(Compiled { set, catalog: catalog.extended(&house)?, own, notes: notes(&house) })
}

/// The packs in `folders` and the built-in ones that have other names: for those who work on a built-in pack.
///
/// # Errors
/// Every mistake in the folders.
pub(crate) fn instead(folders: &[PathBuf]) -> Result<Compiled, Fault> {
    let named: BTreeSet<String> = folders.iter().flat_map(|folder| names_in(folder)).collect();
    let catalog = leitplanke_builtin::catalog()?;
    if named.iter().all(|name| catalog.pack(name).next().is_none()) {
        return with(folders);
    }
    let Sources { packs: Packs { mut packs }, names } = leitplanke_builtin::sources()?;
    packs.retain(|pack| !named.contains(&pack.name));
    let others = Packs { packs };
    let house = load_packs(folders, &Shared::from(&others))?;
    let own = house.rules().map(|rule| rule.id.clone()).collect();
    let notes = notes(&house);
    let mut packs = others.packs;
    packs.extend(house.packs);
    let all = Packs { packs };
    let Parts { rules, frames, vocabularies } = Parts::of(&all);
    let sources =
        leitplanke_engine::Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    Ok(Compiled { set: RuleSet::compile(sources)?, catalog: Catalog::new(&all)?, own, notes })
}

/// What packs hold, in the order of ids and names.
struct Parts {
    rules: Vec<Rule>,
    frames: Vec<Frame>,
    vocabularies: Vec<Vocabulary>,
}

impl Parts {
    fn of(packs: &Packs) -> Self {
        Self {
            rules: packs.rules().cloned().collect(),
            frames: packs.frames().cloned().collect(),
            vocabularies: packs.vocabularies().cloned().collect(),
        }
    }
}

/// What of the packs has no counterpart here.
fn notes(packs: &Packs) -> Vec<Diagnostic> {
    packs.packs.iter().flat_map(|pack| pack.notes.iter().cloned()).collect()
}

/// A line for each rule file of which something is left out: where to read more.
pub(crate) fn notices(notes: &[Diagnostic], language: Language) -> Vec<String> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for note in notes {
        *files.entry(&note.path).or_default() += 1;
    }
    let line = |(file, count): (&str, usize)| match language {
        Language::De => {
            let parts = if count == 1 { "Stelle hat" } else { "Stellen haben" };
            format!("{file}: {count} {parts} hier keine Entsprechung; mehr dazu: leitplanke rules test --packs {file}")
        }
        Language::En => {
            let parts = if count == 1 { "part has" } else { "parts have" };
            format!("{file}: {count} {parts} no counterpart here; see: leitplanke rules test --packs {file}")
        }
    };
    files.into_iter().map(line).collect()
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
