//! Packs: folders of rules with a manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::bilingual;
use crate::bilingual::Texts;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::family::{Families, Family};
use crate::folder;
use crate::fragment::{Fragment, Fragments};
use crate::frame::Frame;
use crate::gitleaks;
use crate::load;
use crate::rule::{Origin, Rule};
use crate::validate::Vocabularies;
use crate::vocabulary::Vocabulary;

/// A pack, everything in it checked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Kebab-case name; the part of every rule id before the slash.
    pub name: String,
    /// Version as written.
    pub version: String,
    /// What it is called.
    pub title: Texts,
    /// What it is for.
    pub description: Texts,
    /// Its rules, by id.
    pub rules: Vec<Rule>,
    /// Its frames, by name.
    pub frames: Vec<Frame>,
    /// Its vocabularies, by name.
    pub vocabularies: Vec<Vocabulary>,
    /// Its fragments, by name.
    pub fragments: Vec<Fragment>,
    /// Its families, by name.
    pub families: Vec<Family>,
    /// What its author should know: parts of a foreign rule file that have no counterpart. Not stored.
    #[serde(skip)]
    pub notes: Vec<Diagnostic>,
}

/// Several packs that were loaded together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Packs {
    /// The packs, by name.
    pub packs: Vec<Pack>,
}

impl Packs {
    /// All rules, by id.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        let mut rules: Vec<&Rule> = self.packs.iter().flat_map(|pack| &pack.rules).collect();
        rules.sort_by(|a, b| a.id.cmp(&b.id));
        rules.into_iter()
    }

    /// All frames, by name.
    pub fn frames(&self) -> impl Iterator<Item = &Frame> {
        let mut frames: Vec<&Frame> = self.packs.iter().flat_map(|pack| &pack.frames).collect();
        frames.sort_by(|a, b| a.name.cmp(&b.name));
        frames.into_iter()
    }

    /// All vocabularies, in no useful order.
    pub fn vocabularies(&self) -> impl Iterator<Item = &Vocabulary> {
        self.packs.iter().flat_map(|pack| &pack.vocabularies)
    }
}

/// What packs loaded earlier lend to others: their vocabularies, fragments, families and frames, and the ids that are taken.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shared {
    pub(crate) vocabularies: Vocabularies,
    pub(crate) fragments: Fragments,
    pub(crate) families: Families,
    pub(crate) frames: BTreeSet<String>,
    /// Ids of rules, frames, vocabularies, fragments and families with their places.
    pub(crate) ids: BTreeMap<String, Origin>,
}

impl Shared {
    /// Takes over what other packs lend.
    pub(crate) fn extend(&mut self, other: Self) {
        self.vocabularies.extend(other.vocabularies);
        self.fragments.extend(other.fragments);
        self.families.extend(other.families);
        self.frames.extend(other.frames);
        self.ids.extend(other.ids);
    }
}

impl From<&Packs> for Shared {
    fn from(packs: &Packs) -> Self {
        let of = |kind: &str, name: &str| (format!("{kind}/{name}"), Origin::default());
        let rules = packs.rules().map(|rule| (rule.id.clone(), rule.origin.clone()));
        let frames = packs.frames().map(|frame| of("frame", &frame.name));
        let vocabularies = packs.vocabularies().map(|vocabulary| of("vocabulary", &vocabulary.name));
        let own = || packs.packs.iter().flat_map(|pack| &pack.fragments);
        let fragments = own().map(|fragment| of("fragment", &fragment.name));
        let kin = || packs.packs.iter().flat_map(|pack| &pack.families);
        let families = kin().map(|family| of("family", &family.name));
        Self {
            ids: rules.chain(frames).chain(vocabularies).chain(fragments).chain(families).collect(),
            families: kin().map(|family| (family.name.clone(), Some(family.traits.clone()))).collect(),
            fragments: own().map(|fragment| (fragment.name.clone(), Some(fragment.regex.clone()))).collect(),
            frames: packs.frames().map(|frame| frame.name.clone()).collect(),
            vocabularies: packs
                .vocabularies()
                .map(|vocabulary| (vocabulary.name.clone(), vocabulary.terms.clone()))
                .collect(),
        }
    }
}

/// Loads packs together: each of `dirs` is a pack, a folder of packs or a rule file of gitleaks (`*.toml`). Folders
/// called `names` and `presets`, hidden files and files that are not YAML are passed over. Packs may use the vocabularies, fragments, families and frames of each other and of
/// `shared`.
///
/// # Errors
/// Every mistake in the folders, sorted by place.
pub fn load_packs(dirs: &[PathBuf], shared: &Shared) -> Result<Packs, Diagnostics> {
    let mut wrong = Vec::new();
    let (mut packs, mut foreign) = (Vec::new(), Vec::new());
    for dir in dirs {
        if gitleaks::is_rule_file(dir) {
            match gitleaks::read(dir, shared) {
                Ok(pack) => foreign.push((dir, pack)),
                Err(mistakes) => wrong.extend(mistakes),
            }
            continue;
        }
        let files = folder::read(dir, &mut wrong);
        let resolved = dir.canonicalize().unwrap_or_else(|_| dir.clone());
        let own = resolved.file_name().map_or_else(|| "rules".into(), |name| name.to_string_lossy().into_owned());
        packs.extend(folder::into_packs(files, &own, &mut wrong));
    }
    let mut loaded = load::load(packs, shared, wrong)?;
    for (file, pack) in foreign {
        if loaded.packs.iter().any(|other| other.name == pack.name) {
            return Err(Diagnostics(vec![second(file, &pack.name)]));
        }
        loaded.packs.push(pack);
    }
    loaded.packs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(loaded)
}

/// A rule file called like another pack.
fn second(file: &Path, name: &str) -> Diagnostic {
    let message = bilingual!("zwei Pakete heißen `{name}`", "a second pack is called `{name}`");
    let mut diagnostic = Diagnostic::whole(file.to_string_lossy(), message);
    diagnostic.help(bilingual!(
        "Das Paket heißt wie die Datei. Bitte die Datei umbenennen.",
        "the file gives the pack its name: rename it",
    ));
    diagnostic
}

/// Loads packs from memory: `path` (with `/`) and text of each file, `pack.yaml` among them.
///
/// ```
/// use leitplanke_rules::{Shared, load_texts};
/// let manifest = "pack: house\nversion: 0.1.0\ntitle: { de: Haus, en: House }\ndescription: { de: x, en: x }\n";
/// let rules = "- id: house/project\n";
/// let files = [("house/pack.yaml".to_owned(), manifest.to_owned()), ("house/a.yaml".to_owned(), rules.to_owned())];
/// let mistakes = load_texts(&files, &Shared::default()).unwrap_err();
/// assert!(mistakes.to_string().contains("missing keys `kind`"));
/// ```
///
/// # Errors
/// Every mistake in the files, sorted by place.
pub fn load_texts(files: &[(String, String)], shared: &Shared) -> Result<Packs, Diagnostics> {
    let mut wrong = Vec::new();
    let packs = folder::into_packs(folder::from_texts(files), "rules", &mut wrong);
    load::load(packs, shared, wrong)
}
