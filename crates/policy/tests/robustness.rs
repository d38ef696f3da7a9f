//! Texts nobody meant as a policy.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use leitplanke_finding::Severity;
use leitplanke_policy::{Date, Policy, RuleHead, schema, starter};
use leitplanke_rules::Severities;
use proptest::prelude::*;

fn try_out(text: &str) {
    let today = Date::new(2026, 3, 1).unwrap();
    match Policy::parse(text, Path::new("x/leitplanke.yaml"), today) {
        Ok((policy, _)) => {
            let own = Severities::One(Severity::Error);
            let rule = RuleHead { id: "a/b", label: "EMAIL", group: "names-contact", severity: own };
            let scope = policy.scope("a/b.md");
            scope.severities(&rule);
            scope.allow(&rule).iter().for_each(|allow| {
                allow.covers(text);
            });
        }
        Err(wrong) => assert!(!wrong.is_empty() && !wrong.to_string().is_empty()),
    }
}

/// Pieces that bring the reader deep into the format.
fn line() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "extends",
        "mode",
        "tools",
        "rules",
        "paths",
        "packs",
        "own_ibans",
        "own_domains",
        "own_addresses",
        "fingerprint_key",
        "gender_style",
        "min_confidence",
        "default_tool",
        "  a",
        "  - match",
        "    rules",
        "language",
    ]);
    let value = prop_oneof![
        Just("{ severity: off, reason: x, until: 2020-01-01 }".to_owned()),
        Just("{ values: ['*', verein.example], reason: x }".to_owned()),
        Just("[strict, ngo-de, ../x.yaml]".to_owned()),
        Just("{ profile: eu, approved: [{ group: x, purpose: x, reason: x, by: x }] }".to_owned()),
        "[-a-z*:{}\\[\\]'\" #|>äß]{0,12}",
    ];
    (key, value).prop_map(|(key, value)| format!("{key}: {value}\n"))
}

proptest! {
    #[test]
    fn arbitrary_text_is_refused_or_read(text in any::<String>()) {
        try_out(&text);
    }

    #[test]
    fn policies_in_pieces_are_refused_or_read(lines in prop::collection::vec(line(), 0..8)) {
        try_out(&lines.concat());
    }

    #[test]
    fn cut_off_policies_are_refused_or_read(end in 0..4000_usize) {
        let text = starter(leitplanke_finding::Language::De);
        try_out(&text[..text.floor_char_boundary(end)]);
    }
}

#[test]
fn the_schema_knows_every_key() {
    let schema = schema();
    let keys: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    for key in ["extends", "tools", "rules", "paths", "fingerprint_key", "gender_style", "own_ibans"] {
        assert!(keys.contains(&key), "{key}");
    }
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["properties"]["mode"]["enum"], serde_json::json!(["teach", "gate", "strict-gate"]));
    insta::assert_json_snapshot!(schema);
}
