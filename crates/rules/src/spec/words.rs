//! Values that are written as one word.

use std::borrow::Cow;

use leitplanke_finding::{DataClass, Language, PersonLevel, Role, Severity};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::bilingual;
use crate::bilingual::Both;
use crate::matcher::{Boundary, Hidden, OnInvalid, Position, Signal, Within};
use crate::rule::Status;
use crate::yaml::{Choice, Count, Decode, Node, Place, Problems, Word};

macro_rules! words {
    ($($type:ty: $german:literal, $english:literal = $($word:literal => $value:expr),+;)*) => {$(
        impl Word for $type {
            const WHAT: Both = Both { de: $german, en: $english };
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),+];
        }
    )*};
}

/// The kinds of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Pattern,
    Lexicon,
    Combination,
    Sequence,
    Metric,
    Name,
    HiddenText,
    Frame,
    Vocabulary,
    Fragment,
    Family,
}

/// How far apart things may stand, as a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    Sentence,
    Neighbours,
    Message,
}

/// How far a frame reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    Sentence,
    Neighbours,
    Message,
}

words! {
    Kind: "die Art", "kind" =
        "pattern" => Self::Pattern,
        "lexicon" => Self::Lexicon,
        "combination" => Self::Combination,
        "sequence" => Self::Sequence,
        "metric" => Self::Metric,
        "name" => Self::Name,
        "hidden-text" => Self::HiddenText,
        "frame" => Self::Frame,
        "vocabulary" => Self::Vocabulary,
        "fragment" => Self::Fragment,
        "family" => Self::Family;
    Width: "die Reichweite", "distance" =
        "sentence" => Self::Sentence,
        "neighbours" => Self::Neighbours,
        "message" => Self::Message;
    Reach: "die Reichweite", "reach" =
        "sentence" => Self::Sentence,
        "neighbours" => Self::Neighbours,
        "message" => Self::Message;
    DataClass: "die Datenklasse", "data class" =
        "public" => Self::Public,
        "internal" => Self::Internal,
        "personal" => Self::Personal,
        "sensitive" => Self::Sensitive,
        "secret" => Self::Secret;
    Severity: "die Schwere", "severity" =
        "error" => Self::Error,
        "warning" => Self::Warning,
        "note" => Self::Note,
        "off" => Self::Off;
    Role: "die Rolle", "role" =
        "prompt" => Self::Prompt,
        "output" => Self::Output,
        "system" => Self::System,
        "tool" => Self::Tool;
    Language: "die Sprache", "language" =
        "de" => Self::De,
        "en" => Self::En;
    PersonLevel: "den Personenbezug", "person level" =
        "P0" => Self::P0,
        "P1" => Self::P1,
        "P2" => Self::P2,
        "P3" => Self::P3;
    Status: "den Stand", "status" =
        "stable" => Self::Stable,
        "preview" => Self::Preview,
        "deprecated" => Self::Deprecated;
    OnInvalid: "das Wort", "word" =
        "drop" => Self::Drop,
        "soften" => Self::Soften,
        "report" => Self::Report;
    Boundary: "die Grenze", "boundary" =
        "word" => Self::Word,
        "none" => Self::None;
    Position: "die Stelle", "position" =
        "anywhere" => Self::Anywhere,
        "beginning" => Self::Beginning,
        "end" => Self::End;
    Hidden: "die Zeichenart", "kind of characters" =
        "tags" => Self::Tags,
        "zero-width-in-word" => Self::ZeroWidthInWord,
        "zero-width" => Self::ZeroWidth,
        "bidi" => Self::Bidi,
        "variation-runs" => Self::VariationRuns,
        "fillers" => Self::Fillers,
        "mixed-script" => Self::MixedScript;
    Signal: "das Zeichen", "signal" =
        "salutation" => Self::Salutation,
        "salutation-listed" => Self::SalutationListed,
        "introduction" => Self::Introduction,
        "greeting" => Self::Greeting,
        "sign-off" => Self::SignOff,
        "first-and-last" => Self::FirstAndLast,
        "first-and-unknown" => Self::FirstAndUnknown,
        "last-alone" => Self::LastAlone,
        "first-alone" => Self::FirstAlone,
        "first-human" => Self::FirstHuman,
        "role" => Self::Role,
        "list-rhythm" => Self::ListRhythm,
        "email-match" => Self::EmailMatch,
        "comma-form" => Self::CommaForm,
        "lower-case" => Self::LowerCase,
        "known-in-conversation" => Self::KnownInConversation,
        "age" => Self::Age,
        "birth-date" => Self::BirthDate;
}

/// `within`: a [`Width`] or a number of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WithinSpec {
    /// The distance.
    pub(crate) value: Within,
    /// Where it stands.
    pub(crate) place: Place,
}

impl Decode for WithinSpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let place = node.place;
        if node.text().is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit())) {
            let words = Count::decode(node, problems)?.value;
            let value = u16::try_from(words).ok().filter(|words| (1..=200).contains(words));
            if value.is_none() {
                problems.report(place, bilingual!("hier gehören 1 bis 200 Wörter hin", "expected 1 to 200 words"));
            }
            return value.map(|words| Self { value: Within::Words(words), place });
        }
        let value = match Choice::<Width>::decode(node, problems)?.value {
            Width::Sentence => Within::Sentence,
            Width::Neighbours => Within::Neighbours,
            Width::Message => Within::Message,
        };
        Some(Self { value, place })
    }
}

impl JsonSchema for WithinSpec {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Within".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let word = generator.subschema_for::<Choice<Width>>();
        json_schema!({ "anyOf": [word, { "type": "integer", "minimum": 1, "maximum": 200 }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_agree_with_the_shared_vocabulary() {
        fn same<T: Word>(name: fn(T) -> &'static str) {
            assert!(T::WORDS.iter().all(|(word, value)| name(*value) == *word), "{}", T::WHAT.en);
        }
        same(DataClass::as_str);
        same(Severity::as_str);
        same(Role::as_str);
        same(Language::as_str);
        same(PersonLevel::as_str);
        let signals = Signal::WORDS.iter().map(|(word, value)| (serde_json::json!(word), serde_json::json!(value)));
        let hidden = Hidden::WORDS.iter().map(|(word, value)| (serde_json::json!(word), serde_json::json!(value)));
        assert!(signals.chain(hidden).all(|(word, value)| word == value));
    }
}
