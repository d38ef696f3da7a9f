//! The presets: what a kind of organisation needs, as one severity per group of rules.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use leitplanke_finding::Language;
use leitplanke_rules::Texts;
use leitplanke_rules::yaml::{Decode, Problems, Source, parse};

use crate::Mode;
use crate::severity::Row;
use crate::spec::PresetSpec;

/// The preset that stands where nothing else is said, and that rules write their own severity for.
pub(crate) const HOME: &str = "ngo-de";

const FILES: [(&str, &str); 5] = [
    ("ngo-de", include_str!("../../../rules/presets/ngo-de.yaml")),
    ("public-sector", include_str!("../../../rules/presets/public-sector.yaml")),
    ("company", include_str!("../../../rules/presets/company.yaml")),
    ("education", include_str!("../../../rules/presets/education.yaml")),
    ("strict", include_str!("../../../rules/presets/strict.yaml")),
];

/// The names of all presets, the home preset first.
pub(crate) const NAMES: [&str; 5] = [FILES[0].0, FILES[1].0, FILES[2].0, FILES[3].0, FILES[4].0];

static PRESETS: [LazyLock<Option<Preset>>; 5] = [
    LazyLock::new(|| read(FILES[0])),
    LazyLock::new(|| read(FILES[1])),
    LazyLock::new(|| read(FILES[2])),
    LazyLock::new(|| read(FILES[3])),
    LazyLock::new(|| read(FILES[4])),
];

/// A ready-made set of severities.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    name: &'static str,
    title: Texts,
    description: Texts,
    mode: Mode,
    rows: BTreeMap<String, Row>,
}

impl Preset {
    /// The preset of that name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        let at = NAMES.iter().position(|known| *known == name)?;
        PRESETS[at].as_ref()
    }

    /// All presets, the home preset first.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        PRESETS.iter().filter_map(|preset| preset.as_ref())
    }

    /// The word that stands after `extends`.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What kind of organisation it is for, a few words.
    pub fn title(&self, language: Language) -> &str {
        self.title.get(language)
    }

    /// One sentence about it.
    pub fn description(&self, language: Language) -> &str {
        self.description.get(language)
    }

    /// The mode a policy has that extends it and says nothing else.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Its groups, by name.
    pub fn rows(&self) -> impl Iterator<Item = (&str, Row)> {
        self.rows.iter().map(|(group, row)| (group.as_str(), *row))
    }

    /// The severities of a group; `None` for groups the preset does not know.
    pub fn row(&self, group: &str) -> Option<Row> {
        self.rows.get(group).copied()
    }
}

/// Reads an embedded preset; the tests see to it that all can be read.
fn read((name, text): (&'static str, &str)) -> Option<Preset> {
    let source = Source::new(name, text);
    let mut problems = Problems::new(&source);
    let root = parse(&mut problems)?;
    let spec = PresetSpec::decode(&root, &mut problems)?;
    if !problems.is_empty() {
        return None;
    }
    let (title, description) = (spec.title?.texts(), spec.description?.texts());
    let rows = spec.groups?.items.into_iter().map(|(group, row)| (group.text, row.row())).collect();
    Some(Preset { name, title, description, mode: spec.mode?.value, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_preset_can_be_read_and_knows_its_name() {
        assert_eq!(Preset::all().count(), NAMES.len());
        for (name, text) in FILES {
            let preset = Preset::by_name(name).unwrap();
            assert!(text.starts_with(&format!("preset: {name}\n")));
            for language in Language::ALL {
                assert!(!preset.title(language).is_empty() && !preset.description(language).is_empty());
            }
        }
        assert_eq!(NAMES[0], HOME);
    }

    #[test]
    fn all_presets_know_the_same_groups() {
        let groups = |preset: &Preset| preset.rows().map(|(group, _)| group.to_owned()).collect::<Vec<_>>();
        let home = groups(Preset::by_name(HOME).unwrap());
        assert!(Preset::all().all(|preset| groups(preset) == home));
    }
}
