//! Scalars: text, words of a fixed list, numbers, yes and no.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::decode::{Decode, Problems};
use super::node::{Node, Place, Style, TEXT, Value};
use crate::bilingual;
use crate::bilingual::Both;

/// A text that says something, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The text; never blank.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// How it was written.
    pub style: Style,
}

impl Text {
    /// The place of the bytes `start..end` of the text.
    pub fn inside(&self, problems: &Problems<'_>, start: usize, end: usize) -> Place {
        problems.source().inside(self.place, self.style, &self.text, start, end)
    }
}

impl Decode for Text {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { text, style } if !node.is_null() => {
                if text.trim().is_empty() {
                    problems.report(node.place, bilingual!("der Text ist leer", "the text is empty"));
                    return None;
                }
                Some(Self { text: text.clone(), place: node.place, style: *style })
            }
            _ => {
                problems.expected(node, TEXT);
                None
            }
        }
    }
}

/// A text that may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording(pub String);

impl Decode for Wording {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match &node.value {
            Value::Scalar { text, .. } if !node.is_null() => Some(Self(text.clone())),
            _ => {
                problems
                    .expected(node, TEXT)
                    .help(bilingual!("Ein leerer Text wird so geschrieben: ''", "an empty text is written ''"));
                None
            }
        }
    }
}

/// A value that is written as one word of a short list.
pub trait Word: Copy + 'static {
    /// What the word says, for messages: `unknown <what>`; in German in the accusative with its article.
    const WHAT: Both;
    /// Every word with its value.
    const WORDS: &'static [(&'static str, Self)];
}

/// A [`Word`] with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub place: Place,
}

impl<T: Word> Decode for Choice<T> {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let words = || T::WORDS.iter().map(|(word, _)| *word);
        let Some(text) = node.text() else {
            problems.expected(node, Both { de: "ein Wort", en: "a word" }).allowed("", words());
            return None;
        };
        let found = T::WORDS.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let (written, Both { de, en }) = (clipped(text), T::WHAT);
            let message = bilingual!("{de} `{written}` gibt es nicht", "unknown {en} `{written}`");
            problems.report(node.place, message).allowed(text, words());
        }
        found.map(|(_, value)| Self { value: *value, place: node.place })
    }
}

/// A whole number, not negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// The number.
    pub value: u32,
    /// Where it stands.
    pub place: Place,
}

impl Decode for Count {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let value = plain(node, problems, Both { de: "eine ganze Zahl", en: "a whole number" })?;
        Some(Self { value, place: node.place })
    }
}

/// A number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fraction {
    /// The number.
    pub value: f64,
    /// Where it stands.
    pub place: Place,
}

/// What a [`Fraction`] is, for messages.
const FRACTION: Both = Both { de: "eine Zahl von 0 bis 1", en: "a number from 0 to 1" };

impl Decode for Fraction {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let value: f64 = plain(node, problems, FRACTION)?;
        if !(0.0..=1.0).contains(&value) {
            let (Both { de, en }, written) = (FRACTION, clipped(node.text().unwrap_or_default()));
            problems.report(
                node.place,
                bilingual!("hier gehört {de} hin, da steht {written}", "expected {en}, found {value}"),
            );
            return None;
        }
        Some(Self { value, place: node.place })
    }
}

/// `true` or `false`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flag {
    /// The answer.
    pub value: bool,
    /// Where it stands.
    pub place: Place,
}

impl Decode for Flag {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let value = plain(node, problems, Both { de: "`true` oder `false`", en: "`true` or `false`" })?;
        Some(Self { value, place: node.place })
    }
}

/// A scalar without quotes, read the way every YAML reader reads numbers and booleans.
fn plain<T: serde::de::DeserializeOwned>(node: &Node, problems: &mut Problems<'_>, what: Both) -> Option<T> {
    let value = match &node.value {
        // Numbers are short; nothing longer is worth a second parse.
        Value::Scalar { text, style: Style::Plain } if text.len() <= 32 => serde_yaml::from_str(text).ok(),
        _ => None,
    };
    if value.is_none() {
        let found = match node.text() {
            Some(text) => {
                let (Both { de, en }, written) = (what, clipped(text));
                problems.report(
                    node.place,
                    bilingual!("hier gehört {de} hin, da steht `{written}`", "expected {en}, found `{written}`"),
                )
            }
            None => problems.expected(node, what),
        };
        if matches!(node.value, Value::Scalar { style: Style::Single | Style::Double, .. }) {
            found.help(bilingual!("Bitte ohne Anführungszeichen schreiben.", "write it without quotes"));
        } else if let Some(number) = node.text().map(|text| text.replace(',', "."))
            && Some(number.as_str()) != node.text()
            && number.parse::<f64>().is_ok()
        {
            found.help(bilingual!("Bitte mit Punkt schreiben: {number}", "write it with a point: {number}"));
        }
    }
    value
}

/// The beginning of a text, for messages.
pub fn clipped(text: &str) -> String {
    let safe = text.chars().map(|c| if c.is_control() { '·' } else { c });
    let mut short: String = safe.take(60).collect();
    if text.chars().count() > 60 {
        short.push('…');
    }
    short
}

macro_rules! leaf_schema {
    ($($type:ty => $name:literal, $schema:tt;)*) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

leaf_schema! {
    Text => "Text", { "type": "string", "minLength": 1 };
    Wording => "Wording", { "type": "string" };
    Count => "Count", { "type": "integer", "minimum": 0 };
    Fraction => "Fraction", { "type": "number", "minimum": 0, "maximum": 1 };
    Flag => "Flag", { "type": "boolean" };
    Node => "Node", {};
}

impl<T: Word> JsonSchema for Choice<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::WHAT.en.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
        json_schema!({ "enum": words })
    }
}
