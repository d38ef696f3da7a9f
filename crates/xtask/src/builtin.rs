//! The rule files of the checkout, loaded and compiled.

use std::fs;
use std::path::{Path, PathBuf};

use leitplanke_engine::{Engine, Levels, NameLists, RuleSet, Scope, Settings, Sources};
use leitplanke_finding::Language;
use leitplanke_policy::{Policy, RuleHead};
use leitplanke_rules::{Catalog, Frame, Packs, Rule, Shared, Vocabulary, load_packs};

use crate::mistake::Mistake;

/// The word for "no preset" where a preset can be named.
pub(crate) const OWN: &str = "own";

/// The folder of the checkout.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// The packs under `rules/`.
pub(crate) fn packs(root: &Path) -> Result<Packs, Mistake> {
    let rules = root.join("rules");
    let entries = fs::read_dir(&rules).map_err(Mistake::file(&rules))?;
    let mut folders: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.join("pack.yaml").is_file()).collect();
    folders.sort();
    Ok(load_packs(&folders, &Shared::default())?)
}

/// An engine with all rules of the packs.
pub(crate) fn engine(root: &Path, packs: &Packs, language: Language) -> Result<Engine, Mistake> {
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let frames: Vec<Frame> = packs.frames().cloned().collect();
    let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
    let names = NameLists::read(|file| {
        let path = root.join("rules/names").join(file);
        fs::read_to_string(&path).map_err(Mistake::file(&path))
    })?;
    let sources = Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    let settings = Settings { language, ..Settings::default() };
    Ok(Engine::new(RuleSet::compile(sources)?, Catalog::new(packs)?, settings))
}

/// What a preset says about texts, or the rules themselves for [`OWN`].
pub(crate) fn scope(engine: &Engine, preset: &str) -> Result<Scope, Mistake> {
    let mut scope = Scope::plain(engine.rules());
    if preset == OWN {
        return Ok(scope);
    }
    let policy = Policy::preset(preset).ok_or_else(|| {
        let known = Policy::preset_names().join(", ");
        Mistake::Failed(format!("there is no preset `{preset}`; there are {known} and {OWN}"))
    })?;
    let everywhere = policy.scope("");
    let severities = engine.catalog().heads().iter().map(|head| everywhere.severities(&RuleHead::from(head)));
    scope.levels = Levels::new(engine.rules(), &severities.collect::<Vec<_>>());
    scope.min_confidence = policy.min_confidence();
    Ok(scope)
}
