//! The JSON Schema for editors says the same as the loader.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use leitplanke_rules::schema;
use serde_json::{Value, json};

/// What a schema finds wrong with a value, for the part of JSON Schema that ours uses; any other keyword fails.
fn wrong(schema: &Value, value: &Value, root: &Value) -> Vec<String> {
    let Some(keywords) = schema.as_object() else { return Vec::new() };
    keywords.iter().flat_map(|(keyword, rule)| keyword_wrong(keyword, rule, schema, value, root)).collect()
}

fn keyword_wrong(keyword: &str, rule: &Value, schema: &Value, value: &Value, root: &Value) -> Vec<String> {
    let fails = |rule: &Value| !wrong(rule, value, root).is_empty();
    let unless = |fine: bool| if fine { Vec::new() } else { vec![format!("{keyword} {rule}: {value:.60}")] };
    let map = value.as_object();
    let each = |list: &Value| list.as_array().unwrap().iter().flat_map(|part| wrong(part, value, root)).collect();
    match keyword {
        "$schema" | "title" | "description" | "$defs" | "then" | "else" => Vec::new(),
        "$ref" => wrong(root.pointer(rule.as_str().unwrap().trim_start_matches('#')).unwrap(), value, root),
        "allOf" => each(rule),
        "anyOf" => unless(rule.as_array().unwrap().iter().any(|part| !fails(part))),
        "if" => {
            let branch = if fails(rule) { "else" } else { "then" };
            schema.get(branch).map(|part| wrong(part, value, root)).unwrap_or_default()
        }
        "const" => unless(value == rule),
        "enum" => unless(rule.as_array().unwrap().contains(value)),
        "type" => unless(match rule {
            Value::Array(kinds) => kinds.iter().any(|kind| is(kind, value)),
            kind => is(kind, value),
        }),
        "minLength" => unless(value.as_str().is_none_or(|text| !text.is_empty())),
        "minimum" => unless(value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap())),
        "maximum" => unless(value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap())),
        "minItems" => unless(value.as_array().is_none_or(|items| items.len() as u64 >= rule.as_u64().unwrap())),
        "minProperties" => unless(map.is_none_or(|map| map.len() as u64 >= rule.as_u64().unwrap())),
        "items" => value.as_array().into_iter().flatten().flat_map(|item| wrong(rule, item, root)).collect(),
        "required" => unless(
            map.is_none_or(|map| rule.as_array().unwrap().iter().all(|key| map.contains_key(key.as_str().unwrap()))),
        ),
        "properties" => {
            let known = map.into_iter().flatten().filter_map(|(key, value)| Some((rule.get(key)?, value)));
            known.flat_map(|(part, value)| wrong(part, value, root)).collect()
        }
        "propertyNames" => map.into_iter().flatten().flat_map(|(key, _)| wrong(rule, &json!(key), root)).collect(),
        "additionalProperties" => {
            let listed = |key: &String| schema.pointer("/properties").is_some_and(|known| known.get(key).is_some());
            let others = map.into_iter().flatten().filter(|(key, _)| !listed(key));
            others.flat_map(|(_, value)| if rule == false { unless(false) } else { wrong(rule, value, root) }).collect()
        }
        other => vec![format!("the test does not know the keyword {other}")],
    }
}

fn is(kind: &Value, value: &Value) -> bool {
    match kind.as_str().unwrap() {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_u64() || value.is_i64(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("unknown type {other}"),
    }
}

fn files(folder: &str) -> Vec<(String, Option<Value>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| (name(path), serde_yaml::from_str(&fs::read_to_string(path).unwrap()).ok())).collect()
}

#[test]
fn accepts_a_full_example_of_every_kind() {
    let schema = schema::rule_file();
    let files = files("complete");
    assert_eq!(files.len(), 9);
    for (name, value) in files {
        assert_eq!(wrong(&schema, &value.unwrap(), &schema), [""; 0], "{name}");
    }
}

#[test]
fn refuses_what_has_the_wrong_shape() {
    let schema = schema::rule_file();
    let files = files("mistakes");
    let find = |name: &str| files.iter().find(|(found, _)| found == name).and_then(|(_, value)| value.clone()).unwrap();
    for name in [
        "unknown-keys",
        "missing-keys",
        "families",
        "missing-translations",
        "wrong-types",
        "unknown-words",
        "empty-lists",
        "empty-texts",
        "severity-map",
        "empty-list",
        "no-list",
        "only-text",
    ] {
        assert!(!wrong(&schema, &find(name), &schema).is_empty(), "{name}");
    }
}

#[test]
fn every_key_is_explained() {
    fn keys(schema: &Value, found: &mut Vec<String>) {
        for (name, part) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if part.get("description").is_none_or(|text| text.as_str().is_none_or(str::is_empty)) {
                found.push(name.clone());
            }
        }
    }
    let schema = schema::rule_file();
    let mut found = Vec::new();
    for definition in schema["$defs"].as_object().unwrap().values() {
        keys(definition, &mut found);
    }
    keys(&schema::manifest(), &mut found);
    assert_eq!(found, [""; 0]);
    assert!(schema["$defs"].as_object().unwrap().len() > 15);
}

#[test]
fn the_manifest_has_a_schema_too() {
    let schema = schema::manifest();
    let both = json!({ "de": "a", "en": "b" });
    let fine = json!({ "pack": "house", "version": "0.1.0", "title": both, "description": both });
    assert_eq!(wrong(&schema, &fine, &schema), [""; 0]);
    assert!(!wrong(&schema, &json!({ "pack": "house", "author": "me" }), &schema).is_empty());
}
