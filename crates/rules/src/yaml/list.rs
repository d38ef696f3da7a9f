//! Lists.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::decode::{Decode, Problems};
use super::node::{LIST, Node, Place, Value};
use crate::bilingual;

/// A list with at least one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T> {
    /// The items that could be read, in file order.
    pub items: Vec<T>,
    /// Where the list begins.
    pub place: Place,
    /// Number of items written, readable or not.
    pub written: usize,
}

impl<T: Decode> List<T> {
    fn read(nodes: &[Node], place: Place, problems: &mut Problems<'_>) -> Self {
        let items = nodes.iter().filter_map(|node| T::decode(node, problems)).collect();
        Self { items, place, written: nodes.len() }
    }
}

impl<T: Decode> Decode for List<T> {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            let found = problems.expected(node, LIST);
            if node.text().is_some() {
                found.help(bilingual!("Bitte in eckige Klammern setzen: [ … ]", "write it in brackets: [ … ]"));
            } else if matches!(node.value, Value::Map(_)) {
                found.help(bilingual!(
                    "Jeder Eintrag der Liste beginnt mit `- `, das Übrige steht darunter, gleich weit eingerückt.",
                    "every entry of the list begins with `- `, the rest of it stands below in the same column",
                ));
            }
            return None;
        };
        if nodes.is_empty() {
            problems.report(node.place, bilingual!("die Liste ist leer", "the list is empty")).help(bilingual!(
                "Bitte etwas eintragen oder den Schlüssel weglassen.",
                "add an item or leave the key out",
            ));
            return None;
        }
        Some(Self::read(nodes, node.place, problems))
    }
}

/// A list, or its only item without brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneOrMany<T>(pub List<T>);

impl<T: Decode> Decode for OneOrMany<T> {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match &node.value {
            Value::List(_) => List::decode(node, problems).map(Self),
            _ => Some(Self(List::read(std::slice::from_ref(node), node.place, problems))),
        }
    }
}

impl<T: JsonSchema> JsonSchema for List<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("List_of_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let items = generator.subschema_for::<T>();
        json_schema!({ "type": "array", "minItems": 1, "items": items })
    }
}

impl<T: JsonSchema> JsonSchema for OneOrMany<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        format!("One_or_many_{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<T>();
        let many = List::<T>::json_schema(generator);
        json_schema!({ "anyOf": [one, many] })
    }
}
