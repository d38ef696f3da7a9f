//! What a run knows: its language, and for every input the policy and the rules that speak for it.

mod house;
mod selection;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use leitplanke_finding::Language;
use leitplanke_policy::{Date, Notice, Policy, discover};
use leitplanke_rules::Catalog;

use crate::args::{Global, RunArgs};
use crate::fault::Fault;
use crate::inputs::{Input, Source, settled};
use crate::language;
use crate::output::Output;
use crate::packs;

pub(crate) use house::{FileRules, House};
pub(crate) use selection::Selection;

/// One input with what applies to it.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) input: Input,
    /// Index of the house it belongs to.
    pub(crate) house: usize,
    pub(crate) rules: Arc<FileRules>,
}

/// A run, ready to read.
pub(crate) struct Session {
    pub(crate) language: Language,
    /// One for each policy that speaks for an input.
    pub(crate) houses: Vec<House>,
    pub(crate) jobs: Vec<Job>,
}

/// Where policies come from.
enum Origin<'a> {
    /// The nearest file above each input.
    Discovered,
    File(&'a Path),
    Preset(&'a str),
    Nowhere,
}

/// Policies by file, read once each; `None` stands for no file.
#[derive(Default)]
struct Policies {
    /// With whether somebody wrote it.
    list: Vec<(Policy, bool)>,
    by_file: HashMap<Option<PathBuf>, usize>,
    by_folder: HashMap<PathBuf, Option<PathBuf>>,
    notices: Vec<Notice>,
}

impl<'a> Origin<'a> {
    fn of(run: &'a RunArgs) -> Self {
        match (&run.config, &run.preset) {
            (Some(file), _) => Self::File(file),
            (None, Some(preset)) => Self::Preset(preset),
            (None, None) if run.no_policy => Self::Nowhere,
            (None, None) => Self::Discovered,
        }
    }
}

/// The language of a run: that of `--lang`, of the policy of the current folder, of the environment, in this order.
pub(crate) fn language_of(run: &RunArgs, global: &Global) -> Language {
    let written = || {
        let file = match Origin::of(run) {
            Origin::File(file) => Some(file.to_path_buf()),
            Origin::Discovered => std::env::current_dir().ok().and_then(|folder| discover(&folder)),
            Origin::Preset(_) | Origin::Nowhere => None,
        };
        // A policy with mistakes is complained about where it counts.
        Policy::load(&file?, today()).ok()?.0.language()
    };
    global.lang.or_else(written).unwrap_or_else(language::of_environment)
}

/// All rules that count in the current folder: the built-in ones, and those of the house if it has any.
///
/// # Errors
/// Mistakes in the policy of the folder or in its rules.
pub(crate) fn catalog_here() -> Result<Catalog, Fault> {
    let file = std::env::current_dir().ok().and_then(|folder| discover(&folder));
    let folders = match file {
        Some(file) => Policy::load(&relative(&file), today())?.0.packs().to_vec(),
        None => Vec::new(),
    };
    let compiled = if folders.is_empty() { packs::built_in()? } else { packs::with(&folders)? };
    Ok(compiled.catalog)
}

impl Session {
    /// Finds the policy of every input and makes its rules ready.
    ///
    /// # Errors
    /// Mistakes in policies or house rules, unknown tools and unknown names of rules.
    pub(crate) fn open(
        inputs: Vec<Input>,
        run: &RunArgs,
        language: Language,
        needs_key: bool,
        output: &mut Output,
    ) -> Result<Self, Fault> {
        let origin = Origin::of(run);
        let mut policies = Policies::default();
        let mut placed = Vec::with_capacity(inputs.len());
        for input in inputs {
            placed.push((policies.of(&input, &origin)?, input));
        }
        if placed.is_empty() {
            // The names on the command line are checked even when there is nothing to read.
            policies.of(&Input::anywhere(), &origin)?;
        }
        for notice in &policies.notices {
            output.notice(&notice.message(language));
        }
        let selection = Selection::new(&run.select, &run.ignore);
        let mut houses = Vec::new();
        for policy in policies.list {
            houses.push(House::open(policy, run.tool.as_deref(), &selection, language, needs_key)?);
        }
        selection.check(&houses, language)?;
        for notice in houses.iter().flat_map(|house| packs::notices(&house.notes, language)) {
            output.notice(&notice);
        }
        placed.retain(|(house, input)| !houses[*house].is_rule_file(input));
        let jobs = placed.into_iter().map(|(house, input)| {
            let rules = houses[house].rules_for(&input);
            Job { input, house, rules }
        });
        let jobs = jobs.collect();
        Ok(Self { language, houses, jobs })
    }
}

impl Policies {
    /// The index of the policy that speaks for `input`.
    fn of(&mut self, input: &Input, origin: &Origin<'_>) -> Result<usize, Fault> {
        let file = match origin {
            Origin::Discovered => self.discovered(input),
            Origin::File(file) => Some(file.to_path_buf()),
            Origin::Preset(_) | Origin::Nowhere => None,
        };
        self.at(file, origin)
    }

    /// The policy above the folder of an input; text without a file belongs to the current folder.
    fn discovered(&mut self, input: &Input) -> Option<PathBuf> {
        let path = match &input.source {
            Source::File(path) => path.as_path(),
            Source::Stdin => Path::new(&input.shown),
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let known = self.by_folder.entry(folder.to_path_buf());
        known.or_insert_with(|| discover(&settled(folder))).clone()
    }

    fn at(&mut self, file: Option<PathBuf>, origin: &Origin<'_>) -> Result<usize, Fault> {
        if let Some(known) = self.by_file.get(&file) {
            return Ok(*known);
        }
        let policy = match (&file, origin) {
            (Some(file), _) => {
                let (policy, notices) = Policy::load(&relative(file), today())?;
                self.notices.extend(notices);
                policy
            }
            (None, Origin::Preset(name)) => Policy::preset(name).unwrap_or_else(Policy::without_file),
            (None, _) => Policy::without_file(),
        };
        self.list.push((policy, file.is_some()));
        self.by_file.insert(file, self.list.len() - 1);
        Ok(self.list.len() - 1)
    }
}

/// A path below the current folder without that folder, so that messages are the same on every machine.
fn relative(file: &Path) -> PathBuf {
    let below = std::env::current_dir().ok().and_then(|here| file.strip_prefix(here).ok().map(Path::to_path_buf));
    below.unwrap_or_else(|| file.to_path_buf())
}

/// The day of the run (UTC), for expiries that a policy writes down.
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Date::from_unix_seconds(since.as_secs())
}
