//! Lists of terms.

use std::borrow::Cow;

use leitplanke_finding::Language;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::bilingual;
use crate::bilingual::{Both, Texts};
use crate::term::Phrase;
use crate::yaml::{Decode, List, Node, Place, Problems, Style, Text, Value};

/// One term, already read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermSpec {
    pub(crate) term: Term,
    pub(crate) place: Place,
}

/// What a term says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Term {
    /// Its phrases, of no language yet.
    Phrases(Vec<Phrase>),
    /// `<name>`: a vocabulary.
    Vocabulary(String),
}

impl Decode for TermSpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let text = Text::decode(node, problems)?;
        let place = text.place;
        swallowed_number_sign(&text, problems);
        let written = text.text.trim();
        if let Some(name) = written.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            return Some(Self { term: Term::Vocabulary(name.to_owned()), place });
        }
        match Phrase::parse(written, None) {
            Ok(phrases) => Some(Self { term: Term::Phrases(phrases), place }),
            Err(error) => {
                let Texts { de, en } = error.texts();
                let message = bilingual!("so lässt sich das Wort nicht lesen: {de}", "bad term: {en}");
                let found = problems.report(place, message);
                if written.starts_with('<') || written.ends_with('>') {
                    found.help(bilingual!(
                        "Eine Wortliste wird <name> geschrieben und steht für sich allein.",
                        "a vocabulary is written <name>, alone in its term",
                    ));
                }
                None
            }
        }
    }
}

/// In `Pflegegrad #` without quotes YAML takes the `#` for an empty comment, and the term would match far too much.
fn swallowed_number_sign(text: &Text, problems: &mut Problems<'_>) {
    if text.style != Style::Plain || text.place.width == 0 {
        return;
    }
    let line = problems.source().line(text.place.line);
    let end = text.place.column - 1 + text.place.width;
    let rest: String = line.chars().skip(end).collect();
    if rest.trim() == "#" {
        let message = bilingual!(
            "YAML liest das `#` hinter diesem Wort als Kommentar",
            "YAML reads the `#` after this term as a comment",
        );
        problems
            .report(text.place, message)
            .help(bilingual!("Bitte in Anführungszeichen setzen: '… #'", "put the term in quotes: '… #'",));
    }
}

/// Terms of both languages, or of one each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermsSpec {
    /// The terms; `None` for both languages.
    pub(crate) terms: Vec<(Option<Language>, TermSpec)>,
}

crate::record! {
    /// Terms per language.
    struct ByLanguage {
        /// Terms for German texts.
        optional "de" de: List<TermSpec>,
        /// Terms for English texts.
        optional "en" en: List<TermSpec>,
    }
}

impl Decode for TermsSpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let of = |language: Option<Language>, list: Option<List<TermSpec>>| {
            list.into_iter().flat_map(|list| list.items).map(move |term| (language, term))
        };
        match &node.value {
            Value::List(_) => {
                let list = List::decode(node, problems)?;
                Some(Self { terms: of(None, Some(list)).collect() })
            }
            Value::Map(entries) if entries.is_empty() => {
                problems
                    .report(node.place, bilingual!("hier stehen keine Wörter", "no terms stand here"))
                    .help(bilingual!(
                        "Bitte Wörter ergänzen oder den Schlüssel weglassen.",
                        "add terms or leave the key out",
                    ));
                None
            }
            Value::Map(_) => {
                let map = ByLanguage::decode(node, problems)?;
                let (de, en) = (of(Some(Language::De), map.de), of(Some(Language::En), map.en));
                Some(Self { terms: de.chain(en).collect() })
            }
            Value::Scalar { .. } => {
                let found = problems.expected(node, Both { de: "eine Liste von Wörtern", en: "a list of terms" });
                found.help(bilingual!(
                    "Bitte so: {{ de: [ … ], en: [ … ] }} oder [ … ] für Wörter beider Sprachen.",
                    "write {{ de: [ … ], en: [ … ] }}, or [ … ] for terms of both languages",
                ));
                None
            }
        }
    }
}

impl JsonSchema for TermSpec {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Term".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        // A plain `1990`, `on` or `no` is a number or a boolean to editors and a word to us.
        json_schema!({ "type": ["string", "number", "boolean"] })
    }
}

impl JsonSchema for TermsSpec {
    fn schema_name() -> Cow<'static, str> {
        "Terms".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let both = generator.subschema_for::<List<TermSpec>>();
        let each = generator.subschema_for::<ByLanguage>();
        json_schema!({ "anyOf": [both, each] })
    }
}
