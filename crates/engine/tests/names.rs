//! Names through a rule set of one rule and lists of a few words.

#![expect(clippy::expect_used, clippy::cast_sign_loss, reason = "a broken fixture should stop the test at once")]

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, NameLists, RuleSet, Scope, Settings, Sources};
use leitplanke_rules::{Catalog, Frame, Rule, Shared, Vocabulary, load_texts};

const PACK: &str =
    "pack: people\nversion: 0.1.0\ntitle: { de: Menschen, en: People }\ndescription: { de: Namen, en: Names }\n";

const RULE: &str = "
- id: people/name
  kind: name
  label: PERSON
  data_class: personal
  group: names-contact
  severity: warning
  title: { de: Name, en: Name }
  message: { de: Ein Name., en: A name. }
  why: { de: Darum., en: Because. }
  instead: { de: Ein Buchstabe., en: A letter. }
  match:
    signals:
      salutation: 0.80
      salutation-listed: 0.95
      introduction: 0.85
      greeting: 0.75
      sign-off: 0.80
      first-and-last: 0.90
      first-and-unknown: 0.78
      last-alone: 0.35
      first-alone: 0.45
      first-human: 0.72
      role: 0.80
      list-rhythm: 0.20
      email-match: 0.25
      comma-form: 0.75
      lower-case: 0.70
      known-in-conversation: 0.70
  examples:
    de: { match: [Frau «Ahlers» kommt., Herr «Koch» kommt.], no_match: [Frau K. kommt., Herr M. kommt.] }
    en: { match: [Mrs «Ahlers» is here., Mrs «Koch» is here.], no_match: [Ms K. is here., Mr M. is here.] }
";

fn lists() -> NameLists {
    let text = |words: &[&str]| words.join("\n");
    NameLists {
        first: text(&["Sabine", "Anna", "Tarek", "Rosa\tA2"]),
        last: text(&["Ahlers", "Kowalski", "Koch\tA1", "Jung\tA1"]),
        nouns: text(&["Antrag", "Tag", "Mitglied"]),
        english_words: text(&["Quick", "Start", "Guide"]),
        particles: text(&["von", "der", "al"]),
        organisations: text(&["Stiftung", "Schule", "GmbH"]),
        placeholders: text(&["Mustermann", "Erika Gabler"]),
        salutations: text(&["Frau", "Herr", "Mrs"]),
        titles: text(&["Dr.", "Prof."]),
        roles: text(&["Klientin\tde", "tenant\ten"]),
        verbs: text(&["kommt", "wohnt", "hat"]),
        greetings: text(&["Liebe", "Hallo", "Sehr geehrte"]),
        greeted_groups: text(&["Eltern", "Team"]),
        sign_offs: text(&["Viele Grüße"]),
        signing_groups: text(&["Ihr Team"]),
        public_figures: text(&["Rosa Luxemburg", "Anna Seghers"]),
        works: text(&["Frau Holle"]),
        ..NameLists::default()
    }
}

fn engine() -> Engine {
    let files = [("people/pack.yaml", PACK), ("people/name.yaml", RULE)];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let packs = load_texts(&files, &Shared::default()).expect("the rule is right");
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let (frames, vocabularies): (Vec<Frame>, Vec<Vocabulary>) = (Vec::new(), Vec::new());
    let sources = Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &lists() };
    let set = RuleSet::compile(sources).expect("one rule fits");
    Engine::new(set, Catalog::new(&packs).expect("texts encode"), Settings::default())
}

/// What is found in the messages of one conversation, with confidence in percent.
fn found(messages: &[&str]) -> Vec<(String, u32)> {
    let engine = engine();
    let scope = Scope::plain(engine.rules());
    let texts = messages.iter().copied();
    let messages = texts.map(|text| Message { text: text.into(), ..Message::default() }).collect();
    let conversation = Conversation { messages, ..Conversation::default() };
    let findings = engine.scan("test", None, &conversation, &scope);
    let percent = |value: f64| (value * 100.0).round() as u32;
    findings.into_iter().map(|finding| (finding.text, percent(finding.confidence.get()))).collect()
}

#[track_caller]
fn expect(text: &str, expected: &[(&str, u32)]) {
    let expected: Vec<(String, u32)> = expected.iter().map(|(name, score)| ((*name).to_owned(), *score)).collect();
    assert_eq!(found(&[text]), expected, "{text:?}");
}

#[test]
fn every_signal_has_its_score() {
    expect("Heute kam Frau Ahlers.", &[("Ahlers", 95)]);
    expect("Heute kam Frau Xanthippowa.", &[("Xanthippowa", 80)]);
    expect("Mein Name ist Xaver Tralow.", &[("Xaver Tralow", 85)]);
    expect("Liebe Anna,\nwie geht es?", &[("Anna", 75)]);
    expect("Bis bald!\nViele Grüße\nXaver Tralow", &[("Xaver Tralow", 80)]);
    expect("Ruf Sabine Ahlers an.", &[("Sabine Ahlers", 90)]);
    expect("Ruf Sabine Tralow an.", &[("Sabine Tralow", 78)]);
    expect("Ich weiß, dass Sabine wohnt.", &[("Sabine", 72)]);
    expect("Unsere Klientin Tarek Tralow ist da.", &[("Tarek Tralow", 80)]);
    expect("Kowalski, Anna; 12", &[("Kowalski, Anna", 75)]);
    expect("heute war frau ahlers da", &[("ahlers", 70)]);
}

#[test]
fn what_is_not_enough_stays_silent() {
    for text in [
        "Kowalski ist ein Wort.",
        "Wir reden über Sabine.",
        "Der Koch ist jung.",
        "Der Koch und die Jung.",
        "Liebe Eltern,\nwie geht es?",
        "Viele Grüße\nIhr Team",
        "The Quick Start Guide",
        "Frau K. und Klientin A kommen.",
        "Erika Mustermann und Erika Gabler",
    ] {
        expect(text, &[]);
    }
}

#[test]
fn spans_hold_particles_initials_and_hyphens_but_no_titles() {
    expect("Frau Dr. von der Ahlers kommt.", &[("von der Ahlers", 95)]);
    expect("Herr Prof. Dr. Kowalski-Ahlers kommt.", &[("Kowalski-Ahlers", 95)]);
    expect("Ruf Sabine B. Ahlers an.", &[("Sabine B. Ahlers", 90)]);
    expect("Ruf K. Ahlers an.", &[("K. Ahlers", 62)]);
    expect("Frau Ahlers' Antrag", &[("Ahlers", 95)]);
}

#[test]
fn organisations_public_figures_and_authors_are_nobody() {
    for text in [
        "Die Sabine-Ahlers-Stiftung hilft.",
        "Die Anna Seghers Schule liegt hier.",
        "Sabine Ahlers GmbH",
        "Rosa Luxemburg hat geschrieben.",
        "Frau Holle schüttelt.",
        "Sabine Ahlers (2019) zeigt das.",
        "Nach Sabine Ahlers et al. gilt das.",
    ] {
        expect(text, &[]);
    }
}

#[test]
fn two_ambiguous_words_need_more() {
    expect("Heute kam Rosa Jung.", &[]);
    expect("Rosa Jung, Rosa Koch", &[("Rosa Jung", 60), ("Rosa Koch", 60)]);
    expect("Heute kam Frau Rosa Jung.", &[("Rosa Jung", 95)]);
}

#[test]
fn columns_of_names_hold_names() {
    expect("Nr;Nachname;Vorname\n1;Tralow;Xaver\n2;Koch;Rosa", &[("Tralow;Xaver", 85), ("Koch;Rosa", 85)]);
    expect("Nr;Name;Ort\n1;Xaver Tralow;Köln", &[("Xaver Tralow", 85)]);
}

#[test]
fn a_conversation_remembers_who_was_named() {
    let both = found(&["Tralow hat angerufen.", "Das war Frau Tralow."]);
    assert_eq!(both, [("Tralow".to_owned(), 70), ("Tralow".to_owned(), 80)]);
    assert_eq!(found(&["Frau Koch war da. Der Koch kocht. Mit Koch reden."]).len(), 2);
    assert!(found(&["Tralow hat angerufen."]).is_empty());
}

proptest::proptest! {
    #[test]
    fn any_mix_of_cues_and_signs_gives_spans_inside_the_text(
        text in "(Frau|Dr\\.|Anna|Ahlers|Koch|von|der|K\\.|O'|Ärö|Name|Nachname|Viele Grüße|Liebe|kommt|2019|7|[ ,;:|\\t\\n\\-()'\"]){0,40}"
    ) {
        for (name, score) in found(&[&text]) {
            proptest::prop_assert!(text.contains(&name) && (60..=99).contains(&score), "{name:?} {score}");
        }
    }
}

#[test]
fn examples_about_nobody_pass_and_our_own_people_do_not() {
    expect("Anna hat zwölf Äpfel.", &[]);
    expect("Anna hat Fieber, bitte meine Mail dazu prüfen.", &[("Anna", 72)]);
}
