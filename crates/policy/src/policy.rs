use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use leitplanke_finding::{Confidence, Destination, Language};
use leitplanke_rules::Diagnostics;

use crate::layer::{Layer, Layers, Scope};
use crate::load::load;
use crate::preset::{self, Preset};
use crate::spot::Spot;
use crate::tool::{Tool, UnknownTool};
use crate::{Date, GenderStyle, KeySource, Mode, Notice};

/// How sure a finding must be where a policy says nothing.
pub(crate) const MIN_CONFIDENCE: f64 = 0.60;

/// A resolved policy: every file it extends read, every name of a tool known, expired exceptions gone.
#[derive(Debug, Clone)]
pub struct Policy {
    pub(crate) root: PathBuf,
    pub(crate) mode: Mode,
    pub(crate) language: Option<Language>,
    pub(crate) min_confidence: Confidence,
    pub(crate) gender_style: Option<GenderStyle>,
    pub(crate) key: KeySource,
    pub(crate) packs: Vec<PathBuf>,
    pub(crate) tools: BTreeMap<String, Tool>,
    pub(crate) default_tool: Option<Tool>,
    pub(crate) layers: Arc<Layers>,
    /// Groups that approvals name.
    pub(crate) approved_groups: Vec<(String, Spot)>,
    /// Group of every rule, by id; filled only where an approval needs it.
    pub(crate) groups: BTreeMap<String, String>,
}

impl Policy {
    /// A policy that is nothing but a preset.
    pub fn preset(name: &str) -> Option<Self> {
        let preset = Preset::by_name(name)?;
        let list = vec![Layer::Preset(preset)];
        Some(Self { mode: preset.mode(), layers: Arc::new(Layers { list, paths: Vec::new() }), ..Self::empty() })
    }

    /// The names [`Policy::preset`] knows.
    pub fn preset_names() -> &'static [&'static str] {
        &preset::NAMES
    }

    /// What counts where nobody wrote a policy: the home preset.
    pub fn without_file() -> Self {
        Self::preset(preset::HOME).unwrap_or_else(Self::empty)
    }

    /// Nothing decided: every rule at its own severity.
    pub(crate) fn empty() -> Self {
        Self {
            root: PathBuf::new(),
            mode: Mode::default(),
            language: None,
            min_confidence: Confidence::new(MIN_CONFIDENCE),
            gender_style: None,
            key: KeySource::None,
            packs: Vec::new(),
            tools: BTreeMap::new(),
            default_tool: None,
            layers: Arc::default(),
            approved_groups: Vec::new(),
            groups: BTreeMap::new(),
        }
    }

    /// Reads a policy file and everything it extends. `today` decides which written expiries have passed.
    ///
    /// # Errors
    /// Every mistake of every file, with its place.
    pub fn load(path: &Path, today: Date) -> Result<(Self, Vec<Notice>), Diagnostics> {
        load(path, None, today)
    }

    /// Reads the text of a policy file; `path` is for messages and for what the text refers to.
    ///
    /// # Errors
    /// As [`Policy::load`].
    pub fn parse(text: &str, path: &Path, today: Date) -> Result<(Self, Vec<Notice>), Diagnostics> {
        load(path, Some(text), today)
    }

    /// The folder that path patterns count from; empty for the current one.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What findings do to the exit code.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The language of messages, when the policy names one.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// How sure a finding must be to be reported.
    pub fn min_confidence(&self) -> Confidence {
        self.min_confidence
    }

    /// How the house writes about people of all genders, when it says so.
    pub fn gender_style(&self) -> Option<GenderStyle> {
        self.gender_style
    }

    /// Where the key of fingerprints comes from.
    pub fn fingerprint_key(&self) -> &KeySource {
        &self.key
    }

    /// Folders with rules of the house, ready to open.
    pub fn packs(&self) -> &[PathBuf] {
        &self.packs
    }

    /// The tools of the policy, by name.
    pub fn tools(&self) -> impl Iterator<Item = &Tool> {
        self.tools.values()
    }

    /// The tool that is meant when none is named.
    pub fn default_tool(&self) -> Option<&Tool> {
        self.default_tool.as_ref()
    }

    /// A tool of the policy, or a profile by its name.
    ///
    /// # Errors
    /// When there is neither; with the names there are.
    pub fn tool(&self, name: &str) -> Result<Tool, UnknownTool> {
        let profile = || Destination::from_name(name).map(Tool::of_profile);
        self.tools.get(name).cloned().or_else(profile).ok_or_else(|| {
            let profiles = Destination::ALL.into_iter().map(|profile| profile.as_str().to_owned());
            UnknownTool { asked: name.to_owned(), known: self.tools.keys().cloned().chain(profiles).collect() }
        })
    }

    /// What applies to a file. `path` is relative to [`Policy::root`], with `/`; the path of no file (such as `-`)
    /// gets what applies everywhere.
    pub fn scope(&self, path: &str) -> Scope {
        let path = path.trim_start_matches("./");
        let holds = |at: &u16| self.layers.paths[usize::from(*at)].is_match(path);
        let active = (0..self.layers.paths.len() as u16).filter(holds).collect();
        Scope { layers: Arc::clone(&self.layers), active }
    }
}
