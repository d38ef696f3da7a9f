//! `severity`: a word, or one per person level.

use std::borrow::Cow;

use leitplanke_finding::Severity;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::yaml::{Choice, Decode, Node, Problems, Value};

crate::record! {
    /// A severity for each level of person reference.
    pub(crate) struct PersonSeverities {
        /// The severity when an identified person is meant (a name or direct identifier).
        required "P3" p3: Choice<Severity> => "Die Schwere, wenn eine bestimmte Person gemeint ist (ein Name oder ein eindeutiges Merkmal).",
        /// The severity when a person identifiable in the house is meant ("Frau K.", "mein Klient").
        required "P2" p2: Choice<Severity> => "Die Schwere, wenn eine im Haus erkennbare Person gemeint ist („Frau K.“, „mein Klient“).",
        /// The severity when the writer is meant ("ich bin …").
        required "P1" p1: Choice<Severity> => "Die Schwere, wenn die schreibende Person gemeint ist („ich bin …“).",
        /// The severity when nobody in particular is meant.
        required "P0" p0: Choice<Severity> => "Die Schwere, wenn niemand Bestimmtes gemeint ist.",
    }
}

/// A severity, or one per person level.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SeveritySpec {
    One(Choice<Severity>),
    ByPerson(PersonSeverities),
}

impl Decode for SeveritySpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match node.value {
            Value::Map(_) => PersonSeverities::decode(node, problems).map(Self::ByPerson),
            _ => Choice::decode(node, problems).map(Self::One),
        }
    }
}

impl JsonSchema for SeveritySpec {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Severity".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<Choice<Severity>>();
        let by_person = generator.subschema_for::<PersonSeverities>();
        json_schema!({ "anyOf": [one, by_person] })
    }
}
