//! A policy while its files are being read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::GlobSet;
use leitplanke_finding::{Confidence, FingerprintKey, Language, Severity};
use leitplanke_rules::yaml::{Problems, Source, Text, clipped, parse};
use leitplanke_rules::{Diagnostic, bilingual};

use crate::build::{Builder, Shared};
use crate::key::MIN_CHARS;
use crate::layer::{Layer, Layers};
use crate::policy::Policy;
use crate::preset::{self, Preset};
use crate::severity::Wanted;
use crate::spec::{KeySpec, PolicySpec};
use crate::spot::Spot;
use crate::tool::Tool;
use crate::{GenderStyle, KeySource, Mode};

/// The group a gender style switches on.
const STYLED_GROUP: &str = "generic-masculine";

/// What the files so far say; later files win.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    mode: Option<Mode>,
    language: Option<Language>,
    min_confidence: Option<Confidence>,
    gender_style: Option<GenderStyle>,
    key: KeySource,
    packs: Vec<PathBuf>,
    tools: BTreeMap<String, Tool>,
    default_tool: Option<(String, Spot)>,
    approved_groups: Vec<(String, Spot)>,
    layers: Vec<Layer>,
    paths: Vec<GlobSet>,
}

impl Draft {
    /// Builds on a preset.
    pub(crate) fn preset(&mut self, preset: &'static Preset) {
        self.mode = Some(preset.mode());
        self.layers.push(Layer::Preset(preset));
    }

    /// Takes what a file says itself; `folder` is where it lies.
    pub(crate) fn add(&mut self, spec: &PolicySpec, folder: &Path, builder: &mut Builder<'_>) {
        self.mode = spec.mode.map(|mode| mode.value).or(self.mode);
        self.language = spec.language.map(|language| language.value).or(self.language);
        self.min_confidence = spec.min_confidence.map(|least| Confidence::new(least.value)).or(self.min_confidence);
        if let Some(tools) = &spec.tools {
            let (tools, groups) = builder.tools(tools);
            self.tools.extend(tools.into_iter().map(|tool| (tool.name.clone(), tool)));
            self.approved_groups.extend(groups);
        }
        if let Some(name) = &spec.default_tool {
            self.default_tool = Some((name.text.trim().to_owned(), builder.spot(name.place)));
        }
        for pack in spec.packs.iter().flat_map(|packs| &packs.0.items) {
            let pack = folder.join(pack.text.trim());
            if !self.packs.contains(&pack) {
                self.packs.push(pack);
            }
        }
        self.style(spec);
        self.layers.extend(builder.own_values(spec));
        if let Some(rules) = &spec.rules {
            let list = builder.overrides(rules, Shared::default());
            self.layers.push(Layer::Overrides { path: None, list });
        }
        for path in spec.paths.iter().flat_map(|paths| &paths.items) {
            let Ok(number) = u16::try_from(self.paths.len()) else {
                let message = bilingual!("mehr als 65.535 Einträge unter `paths`", "more than 65,535 path entries");
                builder.problems.report(path.place, message);
                return;
            };
            if let Some((files, list)) = builder.path(path) {
                self.paths.push(files);
                self.layers.push(Layer::Overrides { path: Some(number), list });
            }
        }
    }

    fn style(&mut self, spec: &PolicySpec) {
        let Some(style) = spec.gender_style.map(|style| style.value) else { return };
        self.gender_style = Some(style);
        self.layers.retain(|layer| !matches!(layer, Layer::Style { .. }));
        if style != GenderStyle::None {
            self.layers.push(Layer::Style { group: STYLED_GROUP, wanted: Wanted::AtLeast(Severity::Note) });
        }
    }

    /// Takes the key. The form the file was read in has it written over; `raw` is the text of the file.
    pub(crate) fn key(&mut self, spec: &KeySpec, raw: &str, problems: &mut Problems<'_>) {
        let hidden: &Text = match spec {
            KeySpec::Env(env) => {
                self.key = env.env.as_ref().map_or(KeySource::None, |name| KeySource::Env(name.text.clone()));
                return;
            }
            KeySpec::Text(text) => text,
        };
        // Mistakes found here would show the key, so they are not looked at.
        let source = Source::new("", raw);
        let root = parse(&mut Problems::new(&source));
        let secret = root.as_ref().and_then(|root| root.get("fingerprint_key")?.text().map(str::trim));
        match secret {
            Some(secret) if secret.chars().count() >= MIN_CHARS => {
                self.key = KeySource::Text(FingerprintKey::from_secret(secret));
            }
            Some(_) => {
                let message = bilingual!(
                    "der geheime Schlüssel hat weniger als {MIN_CHARS} Zeichen",
                    "the key has fewer than {MIN_CHARS} characters",
                );
                problems.report(hidden.place, message).help(bilingual!(
                    "Ein kurzer Schlüssel lässt sich durch Ausprobieren finden: Bitte vier oder mehr zufällige Wörter nehmen.",
                    "a short key can be found by trying: use four or more random words",
                ));
            }
            None => {
                problems
                    .report(
                        hidden.place,
                        bilingual!("der geheime Schlüssel lässt sich nicht lesen", "the key can not be read"),
                    )
                    .help(bilingual!("Bitte in Anführungszeichen setzen: '…'", "put it in quotes: '…'"));
            }
        }
    }

    /// The policy; mistakes that only show now go to `wrong`.
    pub(crate) fn finish(mut self, root: PathBuf, wrong: &mut Vec<Diagnostic>) -> Policy {
        if !self.layers.iter().any(|layer| matches!(layer, Layer::Preset(_))) {
            let home = Preset::by_name(preset::HOME);
            self.layers.splice(0..0, home.map(Layer::Preset));
        }
        let mut policy = Policy {
            root,
            mode: self.mode.unwrap_or_default(),
            language: self.language,
            gender_style: self.gender_style,
            key: self.key,
            packs: self.packs,
            tools: self.tools,
            layers: Arc::new(Layers { list: self.layers, paths: self.paths }),
            approved_groups: self.approved_groups,
            ..Policy::empty()
        };
        policy.min_confidence = self.min_confidence.unwrap_or(policy.min_confidence);
        if let Some((name, spot)) = self.default_tool {
            match policy.tool(&name) {
                Ok(tool) => policy.default_tool = Some(tool),
                // With other mistakes around, the tool may be among what could not be read.
                Err(_) if !wrong.is_empty() => {}
                Err(unknown) => {
                    let shown = clipped(&name);
                    let message = bilingual!("das Werkzeug `{shown}` ist nicht bekannt", "unknown tool `{shown}`");
                    wrong.extend(spot.diagnostic(message, |found| {
                        found.allowed(&name, unknown.known.iter().map(String::as_str));
                    }));
                }
            }
        }
        policy
    }
}
