//! Maps whose keys are free words.

use std::borrow::Cow;

use leitplanke_rules::yaml::{Decode, Key, Node, Place, Problems, Value};
use leitplanke_rules::{Both, bilingual};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

/// What such a map is, for messages.
const NAMES: Both = Both { de: "eine Gruppe von `name: …`", en: "a map of names" };

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
            problems.expected(node, NAMES).help(bilingual!(
                "Bitte Zeilen der Form `name: …` schreiben, um zwei Leerzeichen eingerückt.",
                "write `name: …` lines, indented by two blanks",
            ));
            return None;
        };
        if entries.is_empty() {
            problems.report(node.place, bilingual!("hier steht noch nichts", "the map is empty")).help(bilingual!(
                "Bitte etwas eintragen oder den Schlüssel weglassen.",
                "add an entry or leave the key out",
            ));
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
