//! Maps with known keys.

use std::collections::BTreeSet;

use schemars::Schema;
use serde_json::{Map, Value as Json, json};

use super::decode::{Decode, Problems};
use super::leaf::clipped;
use super::node::{Key, MAP, Node, Place, Value};
use crate::bilingual;
use crate::diagnostic::Diagnostic;

/// A key of a record.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// As written in the file.
    pub key: &'static str,
    /// What stands there, in English: the doc comment of the field.
    pub doc: &'static str,
    /// What stands there, in German, when the key may not be left out: who leaves it out is told. `None` for the others.
    pub required: Option<&'static str>,
    /// A key that makes up for this one: where it stands, this one may be left out.
    pub unless: Option<&'static str>,
}

/// An open map: unknown and missing keys are already reported.
#[derive(Debug)]
pub struct Fields<'n> {
    entries: &'n [(Key, Node)],
}

impl<'n> Fields<'n> {
    /// Looks at a node that should be a map with these keys. `None` when it is no map.
    pub fn open(node: &'n Node, fields: &[Field], problems: &mut Problems<'_>) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            let keys: Vec<&str> = fields.iter().map(|field| field.key).collect();
            let keys = keys.join(", ");
            let found = problems.expected(node, MAP);
            if let Some(key) = node.text().and_then(|text| without_colon(text, fields)) {
                found.help(bilingual!(
                    "Hinter `{key}` gehören ein Doppelpunkt und ein Leerzeichen: `{key}: …`",
                    "a colon and a blank belong behind `{key}`: `{key}: …`",
                ));
            }
            found.help(bilingual!("Die Schlüssel darin sind {keys}.", "its keys are {keys}"));
            return None;
        };
        for (key, value) in entries {
            if fields.iter().all(|field| field.key != key.text) {
                unknown(key, value, fields, problems);
            }
        }
        let written: BTreeSet<&str> = entries.iter().map(|(key, _)| key.text.as_str()).collect();
        let stands = |key: &str| written.contains(key);
        let is_missing = |field: &&Field| !stands(field.key) && !field.unless.is_some_and(stands);
        missing(node.place, fields.iter().filter(is_missing), problems);
        Some(Self { entries })
    }

    /// The keys that stand in the file, right or wrong.
    pub fn keys(&self, fields: &[Field]) -> Keys {
        let stands = |field: &&Field| self.entries.iter().any(|(key, _)| key.text == field.key);
        Keys(fields.iter().filter(stands).map(|field| field.key).collect())
    }

    /// Decodes the value of a key; `None` when it is absent or wrong.
    pub fn take<T: Decode>(&self, key: &str, problems: &mut Problems<'_>) -> Option<T> {
        let (_, node) = self.entries.iter().find(|(found, _)| found.text == key)?;
        T::decode(node, problems)
    }
}

/// Reports those of the fields that a map needs; `None` when it needs none of them.
pub(crate) fn missing<'f, 'p>(
    place: Place,
    fields: impl Iterator<Item = &'f Field>,
    problems: &'p mut Problems<'_>,
) -> Option<&'p mut Diagnostic> {
    let needed = |field: &Field| Some((field.key, field.required?, field.doc.trim()));
    let missing: Vec<(&str, &str, &str)> = fields.filter_map(needed).collect();
    let keys: Vec<String> = missing.iter().map(|(key, ..)| format!("`{key}`")).collect();
    let (lead, noun) = match keys.len() {
        0 => return None,
        1 => ("es fehlt", "key"),
        _ => ("es fehlen", "keys"),
    };
    let keys = keys.join(", ");
    let found = problems.report(place, bilingual!("{lead}: {keys}", "missing {noun} {keys}"));
    for (key, german, english) in missing {
        found.note(bilingual!("`{key}`: {german}", "`{key}`: {english}"));
    }
    Some(found)
}

/// Reports a key that has no place here; in braces it is often the rest of a text that has a comma.
fn unknown(key: &Key, value: &Node, fields: &[Field], problems: &mut Problems<'_>) {
    let written = clipped(&key.text);
    let line = problems.source().line(key.place.line);
    let behind: String = line.chars().skip(key.place.column + key.place.width - 1).collect();
    let message = bilingual!("den Schlüssel `{written}` gibt es hier nicht", "unknown key `{written}`");
    let found = problems.report(key.place, message).allowed(&key.text, fields.iter().map(|field| field.key));
    if value.is_null() && behind.trim_start().starts_with([',', '}']) {
        found.help(bilingual!(
            "Ein Text mit Komma gehört innerhalb von {{ }} in Anführungszeichen: '…'. Zahlen haben einen Punkt: 0.9.",
            "a text with a comma needs quotes inside braces: '…'; numbers have a point: 0.9",
        ));
    }
}

/// The key a text begins with that lacks its colon, or the blank behind it.
fn without_colon<'f>(text: &str, fields: &'f [Field]) -> Option<&'f str> {
    let word = text.split([':', ' ', '=']).next().filter(|word| word.len() < text.len())?;
    fields.iter().map(|field| field.key).find(|key| *key == word)
}

/// The keys of a record that stand in the file, even with a wrong value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keys(Vec<&'static str>);

impl Keys {
    /// True when the key stands in the file.
    pub fn hold(&self, key: &str) -> bool {
        self.0.contains(&key)
    }
}

/// The JSON Schema of a map with these keys and nothing else.
pub fn record_schema(doc: &str, fields: &[Field], schemas: Vec<Schema>) -> Schema {
    let mut properties = Map::new();
    for (field, schema) in fields.iter().zip(schemas) {
        let mut schema = schema.to_value();
        if let Json::Object(object) = &mut schema {
            object.insert("description".to_owned(), field.doc.trim().into());
        }
        properties.insert(field.key.to_owned(), schema);
    }
    let needed = |unless: Option<&str>| -> Vec<&str> {
        let needed = fields.iter().filter(|field| field.required.is_some() && field.unless == unless);
        needed.map(|field| field.key).collect()
    };
    let mut schema = json!({
        "type": "object",
        "description": doc.trim(),
        "properties": properties,
        "additionalProperties": false,
    });
    let required = needed(None);
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if let Some(other) = fields.iter().find_map(|field| field.unless) {
        schema["if"] = json!({ "required": [other] });
        schema["else"] = json!({ "required": needed(Some(other)) });
    }
    Schema::try_from(schema).unwrap_or_default()
}

/// Declares a map of a YAML file: its keys, which of them must stand there, and their types.
///
/// What a required key says is also given in German, for those who left it out. Behind it may stand `unless` and another
/// key, the same for all keys of a map: where that one stands, this one may be left out.
/// Every field of the struct is an `Option`: `None` when the key is absent or its value wrong, so that one mistake
/// does not hide the others. The struct also has the `place` of the map
/// and its `keys`, right or wrong. Generated are [`Decode`](crate::yaml::Decode)
/// and `schemars::JsonSchema`; the crate that uses the macro needs `schemars` among its dependencies.
///
/// See [`yaml`](crate::yaml) for an example.
#[macro_export]
macro_rules! record {
    ($(
        $(#[doc = $about:literal])*
        $vis:vis struct $name:ident {
            $( $(#[doc = $doc:literal])* $need:ident $key:literal $field:ident : $type:ty $(=> $german:literal $(unless $other:literal)?)?, )*
        }
    )*) => {$(
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq)]
        $vis struct $name {
            /// Where the map begins.
            pub place: $crate::yaml::Place,
            /// The keys that stand there.
            pub keys: $crate::yaml::Keys,
            $( $(#[doc = $doc])* pub $field: Option<$type>, )*
        }

        impl $name {
            const FIELDS: &'static [$crate::yaml::Field] = &[$(
                $crate::yaml::Field {
                    key: $key,
                    doc: concat!($($doc),*),
                    required: $crate::record!(@ $need $($german)?),
                    unless: $crate::record!(@ unless $($($other)?)?),
                },
            )*];
        }

        impl $crate::yaml::Decode for $name {
            fn decode(
                node: &$crate::yaml::Node,
                problems: &mut $crate::yaml::Problems<'_>,
            ) -> Option<Self> {
                let fields = $crate::yaml::Fields::open(node, Self::FIELDS, problems)?;
                Some(Self { place: node.place, keys: fields.keys(Self::FIELDS), $( $field: fields.take($key, problems), )* })
            }
        }

        impl ::schemars::JsonSchema for $name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                let schemas = vec![$( generator.subschema_for::<$type>() ),*];
                $crate::yaml::record_schema(concat!($($about),*), Self::FIELDS, schemas)
            }
        }
    )*};
    (@ required $german:literal) => { Some($german) };
    (@ optional) => { None };
    (@ unless $other:literal) => { Some($other) };
    (@ unless) => { None };
}
