//! `leitplanke.yaml`.

use std::borrow::Cow;

use leitplanke_finding::Language;
use leitplanke_rules::bilingual;
use leitplanke_rules::yaml::{Choice, Decode, Fraction, List, Node, OneOrMany, Place, Problems, Text, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Day, Entries, KeySpec, SeveritySpec, ToolSpec};
use crate::{GenderStyle, Mode};

leitplanke_rules::record! {
    /// An AI guideline as code.
    pub(crate) struct PolicySpec {
        /// Presets (ngo-de, public-sector, company, education, strict) or policy files to build on; later ones win.
        optional "extends" extends: OneOrMany<Text>,
        /// Language of messages and reports.
        optional "language" language: Choice<Language>,
        /// teach: nothing fails; gate: errors fail; strict-gate: warnings fail too.
        optional "mode" mode: Choice<Mode>,
        /// The AI tools people here use, by name.
        optional "tools" tools: Entries<ToolSpec>,
        /// The tool that is meant when none is named: one of `tools`, or a profile.
        optional "default_tool" default_tool: Text,
        /// Changes to rules, by rule id, pack, group or label.
        optional "rules" rules: Entries<OverrideSpec>,
        /// Changes for some files only.
        optional "paths" paths: List<PathSpec>,
        /// Folders with rules of the house, or rule files of gitleaks (`*.toml`), relative to this file.
        optional "packs" packs: OneOrMany<Text>,
        /// How sure a finding must be to be reported, from 0 to 1; 0.60 when left out.
        optional "min_confidence" min_confidence: Fraction,
        /// Account numbers of the house that may stand in texts.
        optional "own_ibans" own_ibans: OwnSpec,
        /// Postal addresses of the house that may stand in texts.
        optional "own_addresses" own_addresses: OwnSpec,
        /// Internet domains of the house; mail addresses there may stand in texts.
        optional "own_domains" own_domains: OwnSpec,
        /// A secret text of at least 16 characters, or `{ env: NAME }`: makes fingerprints tell values apart.
        optional "fingerprint_key" fingerprint_key: KeySpec,
        /// How the house writes about people of all genders: pair, star, colon, neutral or none.
        optional "gender_style" gender_style: Choice<GenderStyle>,
    }

    /// Changes for some files only.
    pub(crate) struct PathSpec {
        /// Which files, relative to this file: `prompts/training/**`, `*.md`.
        required "match" globs: OneOrMany<Text> => "Welche Dateien, von dieser Datei aus gesehen: `prompts/schulung/**`, `*.md`.",
        /// Changes to rules, by rule id, pack, group or label.
        required "rules" rules: Entries<OverrideSpec> => "Änderungen an Regeln, nach Kennung, Paket, Gruppe oder Label.",
        /// Why, for every change that has no reason of its own.
        optional "reason" reason: Text,
        /// Last day of all these changes.
        optional "until" until: Day,
    }

    /// Values of the house that may stand in texts.
    pub(crate) struct OwnSpec {
        /// The values.
        required "values" values: OneOrMany<Text> => "Die Werte.",
        /// Why they may.
        required "reason" reason: Text => "Warum sie dastehen dürfen.",
        /// Last day on which they may.
        optional "until" until: Day,
    }

    /// A change to a rule.
    pub(crate) struct ChangeSpec {
        /// error, warning, note or off; or one per person level: { P3: error, P2: warning }.
        optional "severity" severity: SeveritySpec,
        /// Values that may stand in texts; `*` stands for anything.
        optional "allow" allow: OneOrMany<Text>,
        /// Why; needed for everything that makes a rule milder.
        optional "reason" reason: Text,
        /// Last day of the change.
        optional "until" until: Day,
    }
}

/// A change to a rule; a word alone is its severity.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OverrideSpec {
    pub(crate) place: Place,
    pub(crate) severity: Option<SeveritySpec>,
    pub(crate) allow: Option<OneOrMany<Text>>,
    pub(crate) reason: Option<Text>,
    /// True when a reason stands there, even an unreadable one.
    pub(crate) explained: bool,
    pub(crate) until: Option<Day>,
}

impl Decode for OverrideSpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) && node.text().is_some() {
            let severity = SeveritySpec::decode(node, problems)?;
            let (allow, reason, until) = (None, None, None);
            return Some(Self { place: node.place, severity: Some(severity), allow, reason, explained: false, until });
        }
        let before = problems.count();
        let change = ChangeSpec::decode(node, problems)?;
        let ChangeSpec { place, keys, severity, allow, reason, until } = change;
        if !keys.hold("severity") && !keys.hold("allow") {
            // A mistyped key has been reported already; it was meant to change something.
            if problems.count() == before {
                problems.report(place, bilingual!("das ändert nichts", "this changes nothing")).help(bilingual!(
                    "Bitte `severity: …` oder `allow: [ … ]` ergänzen.",
                    "add `severity: …` or `allow: [ … ]`",
                ));
            }
            return None;
        }
        Some(Self { place, severity, allow, reason, explained: keys.hold("reason"), until })
    }
}

impl JsonSchema for OverrideSpec {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Override".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<SeveritySpec>();
        let change = generator.subschema_for::<ChangeSpec>();
        json_schema!({ "anyOf": [word, change] })
    }
}
