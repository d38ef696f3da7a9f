use leitplanke_finding::{Finding, Language};
use leitplanke_rules::{Origin, Rule, Severities, Status, Texts, matcher};
use serde_json::Value;

use crate::sample::{HOSTILE, SECRET, bank, hostile, outcome};
use crate::{Format, Options, render};

fn rule(id: &str) -> Rule {
    let texts = |de: &str, en: &str| Texts { de: de.into(), en: en.into() };
    Rule {
        id: id.into(),
        label: "IBAN".into(),
        data_class: Some(leitplanke_finding::DataClass::Personal),
        severity: Severities::One(leitplanke_finding::Severity::Error),
        group: "names-contact".into(),
        roles: leitplanke_finding::Roles::ALL,
        languages: vec![Language::De],
        status: Status::Stable,
        title: texts("Kontonummer", "Bank account"),
        message: texts("Hier steht {match}.", "Found {match}."),
        why: texts("Damit kann abgebucht werden.", "Money can be drawn with it."),
        instead: texts("[IBAN] statt {match}", "[IBAN] instead of {match}"),
        references: vec!["GDPR-4-1".into()],
        guards: Vec::new(),
        matcher: matcher::Matcher::HiddenText(matcher::HiddenText { characters: Vec::new() }),
        examples: Vec::new(),
        origin: Origin::default(),
    }
}

fn log(outcome: &leitplanke_finding::Outcome, options: &Options<'_>) -> Value {
    let mut out = Vec::new();
    let rules = [rule("personal-data/iban"), rule("personal-data/unused")];
    render(Format::Sarif, outcome, &rules, options, &mut out).unwrap();
    serde_json::from_slice(&out).unwrap()
}

fn required<'v>(value: &'v Value, pointer: &str) -> &'v str {
    let text = value.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("no {pointer}"));
    assert!(!text.trim().is_empty(), "{pointer} is empty");
    text
}

#[test]
fn as_code_scanning_reads_it() {
    insta::assert_json_snapshot!(log(&outcome(), &Options::default()));
}

#[test]
fn has_every_property_the_standard_and_github_require() {
    for outcome in [outcome(), hostile()] {
        let log = log(&outcome, &Options::default());
        assert!(required(&log, "/$schema").contains("2.1.0"));
        assert_eq!(required(&log, "/version"), "2.1.0");
        assert_eq!(required(&log, "/runs/0/columnKind"), "unicodeCodePoints");
        required(&log, "/runs/0/tool/driver/name");
        let rules = log.pointer("/runs/0/tool/driver/rules").and_then(Value::as_array).unwrap();
        for rule in rules {
            for pointer in ["/id", "/name", "/shortDescription/text", "/fullDescription/text", "/help/text"] {
                assert!(required(rule, pointer).chars().count() <= 1024);
            }
        }
        let results = log.pointer("/runs/0/results").and_then(Value::as_array).unwrap();
        assert_eq!(results.len(), outcome.findings.len());
        for result in results {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            assert!(["error", "warning", "note"].contains(&required(result, "/level")));
            required(result, "/message/text");
            required(result, "/partialFingerprints/leitplanke~1v1");
            required(result, "/partialFingerprints/primaryLocationLineHash");
            let uri = required(result, "/locations/0/physicalLocation/artifactLocation/uri");
            assert!(uri.bytes().all(|byte| byte.is_ascii_graphic()), "{uri}");
            match result.pointer("/locations/0/physicalLocation/region") {
                Some(region) => assert!(region["endColumn"].as_u64() > region["startColumn"].as_u64()),
                None => assert!(!required(result, "/locations/0/logicalLocations/0/fullyQualifiedName").is_empty()),
            }
        }
    }
}

#[test]
fn rules_the_catalogue_does_not_know_are_described_too() {
    let log = log(&outcome(), &Options { language: Language::En, ..Options::default() });
    let rules = log.pointer("/runs/0/tool/driver/rules").and_then(Value::as_array).unwrap();
    let ids: Vec<_> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["bias/stigma", "personal-data/iban", "personal-data/unused", "sensitive/health"]);
}

#[test]
fn a_match_over_two_lines_ends_on_the_second() {
    let finding = Finding { text: "Am Hang 3\n50667 Köln".into(), ..bank() };
    let region = super::result::result(&finding, &super::Catalogue::new(&[], &[], Language::De), &Options::default())
        .locations
        .into_iter()
        .next()
        .and_then(|location| location.physical_location.region)
        .unwrap();
    assert_eq!((region.start_line, region.end_line, region.end_column), (3, 4, 11));
}

#[test]
fn the_raw_match_is_there_on_request_only() {
    assert!(!log(&outcome(), &Options::default()).to_string().contains(SECRET));
    let options = Options { show_matches: true, ..Options::default() };
    assert!(log(&outcome(), &options).to_string().contains(SECRET));
}

#[test]
fn hostile_text_stays_inside_its_strings() {
    let mut out = Vec::new();
    render(Format::Sarif, &hostile(), &[], &Options::default(), &mut out).unwrap();
    let written = String::from_utf8(out).unwrap();
    assert_eq!(written.trim_end().chars().find(|c| crate::escape::acts(*c)), None);
    let log: Value = serde_json::from_str(&written).unwrap();
    let justification = log.pointer("/runs/0/results/1/suppressions/0/justification");
    assert_eq!(justification.and_then(Value::as_str), Some(HOSTILE));
}
