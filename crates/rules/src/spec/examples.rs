//! `examples`.

use std::borrow::Cow;

use leitplanke_finding::Role;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::yaml::{Choice, Decode, List, Node, Problems, Text, Value};

crate::record! {
    /// The rule's own tests, per language.
    pub(crate) struct ExamplesSpec {
        /// German examples.
        optional "de" de: ExamplesOf,
        /// English examples.
        optional "en" en: ExamplesOf,
    }

    /// Examples of one language.
    pub(crate) struct ExamplesOf {
        /// Texts the rule must fire on, at least two; « » mark the span it must report.
        required "match" fires: List<ExampleSpec> => "Texte, die die Regel melden muss, mindestens zwei; « » markieren die Stelle.",
        /// Near misses the rule must stay silent on, at least two.
        required "no_match" silent: List<ExampleSpec> => "Beinahe-Treffer, zu denen die Regel schweigen muss, mindestens zwei.",
    }

    /// An example of a certain role.
    struct LongExample {
        /// The text.
        required "text" text: Text => "Der Text.",
        /// Who is speaking; the rule's first role when left out.
        optional "role" role: Choice<Role>,
    }
}

/// A text, or a text with its role.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ExampleSpec {
    pub(crate) text: Text,
    pub(crate) role: Option<Choice<Role>>,
}

impl Decode for ExampleSpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match node.value {
            Value::Map(_) => {
                let LongExample { text, role, .. } = LongExample::decode(node, problems)?;
                Some(Self { text: text?, role })
            }
            _ => Some(Self { text: Text::decode(node, problems)?, role: None }),
        }
    }
}

impl JsonSchema for ExampleSpec {
    fn schema_name() -> Cow<'static, str> {
        "Example".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let short = generator.subschema_for::<Text>();
        let long = generator.subschema_for::<LongExample>();
        json_schema!({ "anyOf": [short, long] })
    }
}
