//! Where patterns are looked for: what wakes them has to lead to every value they match.

#![expect(clippy::expect_used, reason = "a broken fixture should stop the test at once")]

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, NameLists, RuleSet, Scope, Settings, Sources};
use leitplanke_rules::{Catalog, Rule, Shared, load_texts};

const PACK: &str =
    "pack: house\nversion: 0.1.0\ntitle: { de: Haus, en: House }\ndescription: { de: Zahlen, en: Numbers }\n";

/// An engine with one rule about wording for each body under `match`.
fn engine(bodies: &[&str]) -> Engine {
    let rule = |(number, body): (usize, &&str)| {
        let sure = if body.contains("confidence") { "" } else { ", confidence: { alone: 0.9 }" };
        format!(
            "
- id: house/rule-{number}
  kind: pattern
  label: HOUSE
  group: house
  severity: warning
  title: {{ de: Beispiel, en: Example }}
  message: {{ de: Gefunden., en: Found. }}
  why: {{ de: Darum., en: Because. }}
  instead: {{ de: Ohne., en: Without. }}
  match: {{ {body}{sure} }}
  examples:
    de: {{ match: ['«a»', '«b»'], no_match: [c, d] }}
    en: {{ match: ['«a»', '«b»'], no_match: [c, d] }}
"
        )
    };
    let rules: String = bodies.iter().enumerate().map(rule).collect();
    let files = [("house/pack.yaml", PACK), ("house/rules.yaml", rules.as_str())];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let packs = load_texts(&files, &Shared::default()).expect("the rules are right");
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let sources = Sources { rules: &rules, frames: &[], vocabularies: &[], names: &NameLists::default() };
    let set = RuleSet::compile(sources).expect("few rules fit");
    Engine::new(set, Catalog::new(&packs).expect("texts encode"), Settings::default())
}

/// What is found in a text.
fn found<'t>(engine: &Engine, text: &'t str) -> Vec<&'t str> {
    let message = Message { text: text.into(), ..Message::default() };
    let conversation = Conversation { messages: vec![message], ..Conversation::default() };
    let findings = engine.scan("test", &conversation, &Scope::plain(engine.rules()));
    findings.iter().map(|finding| &text[finding.byte_span.start..finding.byte_span.end]).collect()
}

/// Regexes about numbers with something each of them matches.
const NUMBERS: [(&str, &str); 9] = [
    ("'[A-Z]{2} ?\\d{4}'", "KX 4711"),
    ("'\\+\\d{2} \\d{3}'", "+49 123"),
    ("'\\(\\d{3}\\) \\d{2}'", "(030) 12"),
    ("'\\d{2}-[A-F]\\d{3}'", "12-B345"),
    ("'(?i)az[ :]{1,2}\\d{3}/\\d{2}'", "Az: 123/45"),
    ("['x\\d{6}', '\\d{3}y\\d']", "123y4"),
    ("'\\d{3}'", "007"),
    ("'Ä\\d{4}'", "Ä1234"),
    ("'[a-z]{1,5}\\d{3,12}'", "ab123456789"),
];

#[test]
fn numbers_are_found_wherever_they_stand() {
    let with_others = |regex: &str| engine(&[&format!("regex: {regex}"), r"regex: 'Q\d{3}'", r"regex: '9\d{5}'"]);
    let engines: Vec<(Engine, &str)> = NUMBERS.iter().map(|(regex, sample)| (with_others(regex), *sample)).collect();
    let anything = "[a-zÄ,. \n]{0,30}";
    proptest::proptest!(|(before in anything, after in anything)| {
        for (engine, sample) in &engines {
            let text = format!("{before} {sample} {after}");
            let found = found(engine, &text);
            proptest::prop_assert!(found.iter().any(|value| value.contains(sample)), "{sample:?} in {text:?}: {found:?}");
        }
    });
}

#[test]
fn the_sign_of_a_keyword_stands_beside_it() {
    let engine = engine(&[r"regex: '[<a-z]{1,3}date[)>]?', keywords: ['<date', 'date)'], boundary: none"]);
    assert_eq!(found(&engine, "am <date> um"), ["<date>"]);
    assert_eq!(found(&engine, "(a date)"), Vec::<&str>::new());
    assert_eq!(found(&engine, "update) the update"), ["update)"]);
}

#[test]
fn a_keyword_in_capitals_stands_in_capitals() {
    let engine = engine(&["regex: '(?i)todo: [a-z]+', keywords: [TODO]"]);
    assert_eq!(found(&engine, "TODO: fegen"), ["TODO: fegen"]);
    assert!(found(&engine, "Todo: fegen").is_empty());
}

#[test]
fn the_commonest_words_are_keywords_too() {
    let engine = engine(&[r"regex: '\[your [a-z]+\]', keywords: ['[your']"]);
    assert_eq!(found(&engine, "Dear [your name],"), ["[your name]"]);
}

#[test]
fn a_value_may_stand_before_its_label() {
    let engine = engine(&[r"regex: '\d{1,2}\.\d{1,2}\.\d{4}', confidence: { alone: 0.3 }, context: [Geburtsdatum]"]);
    assert_eq!(found(&engine, "Der 23.4.1971 ist das richtige Geburtsdatum."), ["23.4.1971"]);
    assert_eq!(
        found(&engine, "Nicht 24.3.1971, sondern der andere Tag ist das richtige Geburtsdatum."),
        Vec::<&str>::new()
    );
}

#[test]
fn what_stands_directly_before_a_value_may_speak_against_it() {
    let engine = engine(&[
        r"regex: '[A-Z][a-z]+weg \d{1,3}', keywords: ['*weg'], confidence: { alone: 0.9 }, negative_before: [Jobcenter]",
    ]);
    for text in ["Jobcenter, Ulmenweg 3", "Das Jobcenter Kassel Nord, Ulmenweg 3", "Jobcenter\nUlmenweg 3"] {
        assert_eq!(found(&engine, text), Vec::<&str>::new(), "{text}");
    }
    for text in ["Ulmenweg 3, Jobcenter", "Das Jobcenter. Ulmenweg 3", "Jobcenter zahlt an Frau Kunz, Ulmenweg 3"] {
        assert_eq!(found(&engine, text), ["Ulmenweg 3"], "{text}");
    }
}
