//! `fingerprint_key`.

use std::borrow::Cow;

use leitplanke_rules::yaml::{Decode, Node, Problems, Text, Value};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

leitplanke_rules::record! {
    /// The environment variable that holds the key.
    pub(crate) struct EnvSpec {
        /// Its name.
        required "env" env: Text => "Ihr Name.",
    }
}

/// The key of fingerprints: a text, or where to find it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum KeySpec {
    /// The key stands here; what is kept is the hidden form, see [`crate::secrecy`].
    Text(Text),
    Env(EnvSpec),
}

impl Decode for KeySpec {
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self> {
        match node.value {
            Value::Map(_) => EnvSpec::decode(node, problems).map(Self::Env),
            _ => Text::decode(node, problems).map(Self::Text),
        }
    }
}

impl JsonSchema for KeySpec {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let text = json_schema!({ "type": "string", "minLength": 16 });
        let env = generator.subschema_for::<EnvSpec>();
        json_schema!({ "anyOf": [text, env] })
    }
}
