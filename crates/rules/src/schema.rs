//! JSON Schema of our files, for editors.

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::spec::{
    CombinationSpec, FamilySpec, FragmentSpec, FrameSpec, HiddenTextSpec, LexiconSpec, Manifest, MetricSpec, NameSpec,
    PatternSpec, RuleSpec, SequenceSpec, VocabularySpec,
};

/// The schema (draft 2020-12) of a rule file: a list of entries, each checked by its `kind`.
pub fn rule_file() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let rule = generator.subschema_for::<RuleSpec>().to_value();
    let frame = generator.subschema_for::<FrameSpec>().to_value();
    let vocabulary = generator.subschema_for::<VocabularySpec>().to_value();
    let fragment = generator.subschema_for::<FragmentSpec>().to_value();
    let family = generator.subschema_for::<FamilySpec>().to_value();
    let mut kinds = vec![
        when("frame", &frame),
        when("vocabulary", &vocabulary),
        when("fragment", &fragment),
        when("family", &family),
        json!({ "if": { "properties": { "kind": { "enum": ["frame", "vocabulary", "fragment", "family"] } } }, "else": rule }),
    ];
    kinds.extend(
        matchers(&mut generator)
            .into_iter()
            .map(|(kind, schema)| when(kind, &json!({ "properties": { "match": schema } }))),
    );
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Leitplanke rule file",
        "type": "array",
        "minItems": 1,
        "items": { "type": "object", "required": ["id", "kind"], "allOf": kinds },
        "$defs": generator.take_definitions(true),
    })
}

/// The schema (draft 2020-12) of `pack.yaml`.
pub fn manifest() -> Value {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Manifest>();
    schema.to_value()
}

fn when(kind: &str, then: &Value) -> Value {
    json!({ "if": { "properties": { "kind": { "const": kind } } }, "then": then })
}

fn matchers(generator: &mut SchemaGenerator) -> [(&'static str, Value); 7] {
    [
        ("pattern", generator.subschema_for::<PatternSpec>().to_value()),
        ("lexicon", generator.subschema_for::<LexiconSpec>().to_value()),
        ("combination", generator.subschema_for::<CombinationSpec>().to_value()),
        ("sequence", generator.subschema_for::<SequenceSpec>().to_value()),
        ("metric", generator.subschema_for::<MetricSpec>().to_value()),
        ("name", generator.subschema_for::<NameSpec>().to_value()),
        ("hidden-text", generator.subschema_for::<HiddenTextSpec>().to_value()),
    ]
}
