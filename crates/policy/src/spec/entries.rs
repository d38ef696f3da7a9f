//! Maps whose keys are free words.

use std::borrow::Cow;

use leitplanke_rules::yaml::{Decode, Key, Node, Place, Problems, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// A map from names to values, in file order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entries<T> {
    /// Where the map begins.
    pub(crate) place: Place,
    /// What could be read, each with its name.
    pub(crate) items: Vec<(Key, T)>,
}

impl<T: Decode> Decode for Entries<T> {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            problems.expected(node, "a map of names").help("write `name: …` lines, indented by two blanks");
            return None;
        };
        if entries.is_empty() {
            problems.report(node.place, "the map is empty").help("add an entry or leave the key out");
            return None;
        }
        let read = |(key, value): &(Key, Node)| T::decode(value, problems).map(|value| (key.clone(), value));
        let items = entries.iter().filter_map(read).collect();
        Some(Self { place: node.place, items })
    }
}

impl<T: JsonSchema> JsonSchema for Entries<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Map_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "minProperties": 1, "additionalProperties": value })
    }
}
