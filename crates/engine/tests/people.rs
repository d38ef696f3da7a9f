//! Who is meant: how far a person reaches, which phrases point at one, and what sequences and numbers ask of them.

#![expect(clippy::expect_used, reason = "a broken fixture should stop the test at once")]

use std::fs;
use std::sync::LazyLock;

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, NameLists, RuleSet, Scope, Settings, SignList, Sources};
use leitplanke_finding::{PersonLevel, Severity};
use leitplanke_rules::{Catalog, Frame, Rule, Shared, Vocabulary, load_texts};

const PACK: &str =
    "pack: house\nversion: 0.1.0\ntitle: { de: Haus, en: House }\ndescription: { de: Menschen, en: People }\n";

const VOCABULARIES: &str = "
- { id: vocabulary/person-roles, kind: vocabulary, terms: { de: [=Klientin, '*leiter', '*leiterin'], en: [=client, =intern] } }
- { id: vocabulary/determiners, kind: vocabulary, terms: { de: [=die, =der, =unsere, =unser, =unserer], en: [=my, =our] } }
- { id: vocabulary/single-people, kind: vocabulary, terms: { de: [eine meiner Klientinnen], en: [one of our clients] } }
- { id: vocabulary/link-words, kind: vocabulary, terms: { de: [=hat], en: [=has] } }
";

/// A rule with `head` after the kind and `body` under `match`.
fn rule(id: &str, kind: &str, severity: &str, body: &str) -> String {
    format!(
        "
- id: house/{id}
  kind: {kind}
  label: {}
  data_class: {}
  group: house
  severity: {severity}
  title: {{ de: Beispiel, en: Example }}
  message: {{ de: Gefunden., en: Found. }}
  why: {{ de: Darum., en: Because. }}
  instead: {{ de: Ohne., en: Without. }}
  match:
{body}
  examples:
    de: {{ match: ['«a»', '«b»'], no_match: [c, d] }}
    en: {{ match: ['«a»', '«b»'], no_match: [c, d] }}
",
        if id == "age" { "AGE" } else { "HOUSE" },
        if id == "age" { "personal" } else { "sensitive" },
    )
}

fn rules() -> String {
    let levels = "{ P3: error, P2: warning, P1: off, P0: off }";
    [
        rule("illness", "combination", levels, "    strong: [Asthma]\n    weak: [müde]"),
        rule("minor", "combination", levels, "    numbers: [{ label: AGE, from: 1, to: 17 }]"),
        rule(
            "drink",
            "sequence",
            levels,
            "    parts: [{ name: a, terms: [Schnaps] }, { name: b, terms: [roch] }]\n    within: 9",
        ),
        rule(
            "age",
            "pattern",
            "note",
            "    regex: '\\d+ Jahre'\n    keywords: [Jahre]\n    confidence: { alone: 0.9 }",
        ),
    ]
    .concat()
}

/// The words by class as they are shipped.
static SIGNS: LazyLock<Vec<SignList>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/names/");
    NameLists::read(|file| fs::read_to_string(format!("{folder}{file}"))).expect("the lists are there").signs
});

/// The rules that fire at warning or above, with whom they found.
fn found(text: &str) -> Vec<(String, PersonLevel)> {
    let files = [("house/pack.yaml", PACK), ("house/words.yaml", VOCABULARIES), ("house/rules.yaml", &rules())];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let packs = load_texts(&files, &Shared::default()).expect("the rules are right");
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
    let frames: Vec<Frame> = Vec::new();
    let names = NameLists { signs: SIGNS.clone(), ..NameLists::default() };
    let sources = Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    let set = RuleSet::compile(sources).expect("few rules fit");
    let engine = Engine::new(set, Catalog::new(&packs).expect("texts encode"), Settings::default());
    let scope = Scope::plain(engine.rules());
    let message = Message { text: text.into(), ..Message::default() };
    let conversation = Conversation { messages: vec![message], ..Conversation::default() };
    let findings = engine.scan("test", &conversation, &scope);
    let loud = findings.into_iter().filter(|finding| finding.severity >= Severity::Warning);
    loud.map(|finding| (finding.rule.to_string(), finding.person.expect("a level"))).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[&str]) {
    let expected: Vec<_> = expected.iter().map(|id| (format!("house/{id}"), PersonLevel::P2)).collect();
    assert_eq!(found(text), expected, "{text:?}");
}

#[test]
fn a_person_reaches_over_a_short_text() {
    expect("Unsere Klientin ist da. Sie wartet. Es regnet.\n\nAsthma, bitte beachten.", &["illness"]);
    // An everyday word reaches no further than the next sentence.
    expect("Unsere Klientin ist da. Sie wartet. Es regnet.\n\nAlle hat der Tag müde gemacht.", &[]);
    let long = "Heute ist ein Tag. ".repeat(60);
    expect(&format!("Unsere Klientin ist da. {long} Asthma."), &[]);
    expect(&format!("Unsere Klientin ist da. Sie wartet. Asthma. {long}"), &[]);
}

#[test]
fn phrases_and_initials_point_at_one_person() {
    expect("Eine meiner Klientinnen: Asthma.", &["illness"]);
    expect("One of our clients and her Asthma", &["illness"]);
    expect("Fallbesprechung L.: Asthma", &["illness"]);
    expect("M. hat Asthma", &["illness"]);
    expect("Aufgabe A. Asthma", &[]);
    expect("In Frankfurt a. M. ist Asthma ein Thema", &[]);
}

#[test]
fn compounds_are_roles_but_plurals_are_nobody() {
    expect("Unsere Chorleiterin: Asthma", &["illness"]);
    expect("Asthma unserer Chorleiterinnen", &[]);
    expect("Asthma of our intern", &["illness"]);
}

#[test]
fn sequences_ask_who_is_meant_when_their_severity_does() {
    expect("Unser Chorleiter roch nach Schnaps", &["drink"]);
    expect("Es roch nach Schnaps", &[]);
}

#[test]
fn numbers_count_within_their_bounds() {
    expect("Unsere Klientin, 15 Jahre", &["minor"]);
    expect("Unsere Klientin, 17 Jahre", &["minor"]);
    expect("Unsere Klientin, 18 Jahre", &[]);
}
