//! `severity`: a word, or one per person level.

use std::borrow::Cow;

use leitplanke_finding::Severity;
use leitplanke_rules::yaml::{Choice, Decode, Node, Problems, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::severity::{Row, Wanted};

leitplanke_rules::record! {
    /// A severity for some levels of person reference; the others stay as they are.
    pub(crate) struct LevelsSpec {
        /// The severity when an identified person is meant (a name or direct identifier).
        optional "P3" p3: Choice<Severity>,
        /// The severity when a person identifiable in the house is meant ("Frau K.", "mein Klient").
        optional "P2" p2: Choice<Severity>,
        /// The severity when the writer is meant ("ich bin …").
        optional "P1" p1: Choice<Severity>,
        /// The severity when nobody in particular is meant.
        optional "P0" p0: Choice<Severity>,
    }
}

/// A severity, or one per person level.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum SeveritySpec {
    One(Choice<Severity>),
    ByPerson(LevelsSpec),
}

impl SeveritySpec {
    /// As a policy means it.
    pub(crate) fn wanted(&self) -> Wanted {
        let value = |choice: &Option<Choice<Severity>>| choice.map(|choice| choice.value);
        match self {
            Self::One(choice) => Wanted::One(choice.value),
            Self::ByPerson(levels) => {
                Wanted::ByPerson([value(&levels.p0), value(&levels.p1), value(&levels.p2), value(&levels.p3)])
            }
        }
    }

    /// As a preset means it: levels that are not written are one step below the level above them.
    pub(crate) fn row(&self) -> Row {
        let levels = match self {
            Self::One(choice) => return Row::single(choice.value),
            Self::ByPerson(levels) => levels,
        };
        let p3 = levels.p3.map_or(Severity::Off, |choice| choice.value);
        let row = Row::single(p3);
        let p2 = levels.p2.map_or(row.p2, |choice| choice.value);
        Row { p3, p2, p1: levels.p1.map_or(row.p1.min(p2), |choice| choice.value) }
    }
}

impl Decode for SeveritySpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match node.value {
            Value::Map(_) => LevelsSpec::decode(node, problems).map(Self::ByPerson),
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
        let by_person = generator.subschema_for::<LevelsSpec>();
        json_schema!({ "anyOf": [one, by_person] })
    }
}
