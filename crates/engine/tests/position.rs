//! Where in a message a sequence counts: anywhere, where it opens or where it closes.

#![expect(clippy::expect_used, reason = "a broken fixture should stop the test at once")]

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, NameLists, RuleSet, Scope, Settings, Sources};
use leitplanke_rules::{Catalog, Rule, Shared, load_texts};

const PACK: &str =
    "pack: house\nversion: 0.1.0\ntitle: { de: Haus, en: House }\ndescription: { de: Stellen, en: Places }\n";

fn rule(position: &str) -> String {
    format!(
        "
- id: house/{position}
  kind: sequence
  label: {}
  group: house
  severity: warning
  title: {{ de: Beispiel, en: Example }}
  message: {{ de: Gefunden., en: Found. }}
  why: {{ de: Darum., en: Because. }}
  instead: {{ de: Ohne., en: Without. }}
  match:
    parts: [{{ name: a, terms: [soll ich] }}, {{ name: b, terms: [kürzen] }}]
    position: {position}
  examples:
    de: {{ match: ['«a»', '«b»'], no_match: [c, d] }}
    en: {{ match: ['«a»', '«b»'], no_match: [c, d] }}
",
        // Of one label, what is said about the same words is said once.
        position.to_uppercase(),
    )
}

/// Where the offer in `text` was found, by the names of the rules.
fn found(text: &str) -> Vec<String> {
    let rules = ["anywhere", "beginning", "end"].map(rule).concat();
    let files = [("house/pack.yaml", PACK), ("house/rules.yaml", &rules)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let packs = load_texts(&files, &Shared::default()).expect("the rules are right");
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let names = NameLists::default();
    let sources = Sources { rules: &rules, frames: &[], vocabularies: &[], names: &names };
    let set = RuleSet::compile(sources).expect("few rules fit");
    let engine = Engine::new(set, Catalog::new(&packs).expect("texts encode"), Settings::default());
    let scope = Scope::plain(engine.rules());
    let message = Message { text: text.into(), ..Message::default() };
    let conversation = Conversation { messages: vec![message], ..Conversation::default() };
    engine.scan("test", &conversation, &scope).into_iter().map(|finding| finding.rule.to_string()).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[&str]) {
    let expected: Vec<_> = expected.iter().map(|id| format!("house/{id}")).collect();
    let mut found = found(text);
    found.sort();
    assert_eq!(found, expected, "{text:?}");
}

const LETTER: &str = "Liebe Leute,\n\nam Freitag ist Fest. Es gibt Kuchen. Es gibt Saft. Kommt alle.";

#[test]
fn the_beginning_is_three_sentences() {
    expect(&format!("Klar. Soll ich kürzen?\n\n{LETTER}"), &["anywhere", "beginning"]);
    expect(&format!("Eins. Zwei. Soll ich kürzen? {LETTER}"), &["anywhere", "beginning"]);
    expect(&format!("Eins. Zwei. Drei. Soll ich kürzen?\n\n{LETTER}"), &["anywhere"]);
}

#[test]
fn the_end_is_the_last_paragraph() {
    expect(&format!("{LETTER}\n\nSoll ich kürzen? Gern."), &["anywhere", "end"]);
    expect(&format!("{LETTER}\n---\nSoll ich kürzen? Gern."), &["anywhere", "end"]);
    expect(&format!("{LETTER} Soll ich kürzen?\n\nViele Grüße"), &["anywhere"]);
    expect(&format!("{LETTER}\n\nSoll ich kürzen?\nBis bald"), &["anywhere", "end"]);
    expect(&format!("{LETTER}\n\nSoll ich kürzen? {}", "Gern. ".repeat(8)), &["anywhere"]);
    expect(&format!("{LETTER}\n\nSoll ich kürzen? {}", "Gern. ".repeat(7)), &["anywhere", "end"]);
}

#[test]
fn a_short_text_begins_and_ends_at_once() {
    expect("Soll ich kürzen?", &["anywhere", "beginning", "end"]);
}
