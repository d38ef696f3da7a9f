//! The file of a preset.

use leitplanke_rules::Texts;
use leitplanke_rules::yaml::{Choice, Text};

use super::{Entries, SeveritySpec};
use crate::Mode;

leitplanke_rules::record! {
    /// A ready-made set of severities.
    pub(crate) struct PresetSpec {
        /// Its name.
        required "preset" preset: Text => "Ihr Name.",
        /// What kind of organisation it is for.
        required "title" title: BothSpec => "Für welche Art von Organisation sie ist.",
        /// One sentence about it.
        required "description" description: BothSpec => "Ein Satz darüber.",
        /// The mode of policies that say nothing else.
        required "mode" mode: Choice<Mode> => "Der Modus von Richtlinien, die nichts anderes sagen.",
        /// The severity of every group of rules.
        required "groups" groups: Entries<SeveritySpec> => "Die Schwere jeder Gruppe von Regeln.",
    }

    /// A text in both languages.
    pub(crate) struct BothSpec {
        /// German.
        required "de" de: Text => "Deutsch.",
        /// English.
        required "en" en: Text => "Englisch.",
    }
}

impl BothSpec {
    pub(crate) fn texts(self) -> Texts {
        let text = |text: Option<Text>| text.map(|text| text.text).unwrap_or_default();
        Texts { de: text(self.de), en: text(self.en) }
    }
}
