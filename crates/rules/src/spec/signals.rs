//! `signals` of a name rule.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::bilingual;
use crate::bilingual::Both;
use crate::matcher::Signal;
use crate::yaml::{Choice, Decode, Fraction, Node, Problems, Style, Value};

/// Signals with their scores, in file order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SignalsSpec {
    pub(crate) scores: Vec<(Signal, Fraction)>,
}

impl Decode for SignalsSpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            problems
                .expected(node, Both { de: "eine Gruppe von Zeichen und Werten", en: "a map of signals and scores" });
            return None;
        };
        if entries.is_empty() {
            problems.report(node.place, bilingual!("hier steht kein Zeichen", "no signal stands here"));
            return None;
        }
        let scores = entries.iter().filter_map(|(key, score)| {
            let word = Value::Scalar { text: key.text.clone(), style: Style::Plain };
            let signal = Choice::<Signal>::decode(&Node { place: key.place, value: word }, problems);
            let score = Fraction::decode(score, problems);
            Some((signal?.value, score?))
        });
        Some(Self { scores: scores.collect() })
    }
}

impl JsonSchema for SignalsSpec {
    fn schema_name() -> Cow<'static, str> {
        "Signals".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let names = generator.subschema_for::<Choice<Signal>>();
        let score = generator.subschema_for::<Fraction>();
        json_schema!({
            "type": "object",
            "description": "A score from 0 to 1 for each signal.",
            "propertyNames": names,
            "additionalProperties": score,
            "minProperties": 1,
        })
    }
}
