//! Names through a rule set of one rule and lists of a few words.

#![expect(clippy::expect_used, clippy::cast_sign_loss, reason = "a broken fixture should stop the test at once")]

use std::fs;
use std::sync::LazyLock;

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

/// A rule for what stands beside names.
const FACTS: &str = "
- id: people/facts
  kind: name
  label: AGE
  data_class: personal
  group: address-birth-plate
  severity: { P3: note, P2: note, P1: note, P0: off }
  title: { de: Alter, en: Age }
  message: { de: Ein Alter., en: An age. }
  why: { de: Darum., en: Because. }
  instead: { de: Eine Altersgruppe., en: An age group. }
  match: { signals: { age: 0.91, birth-date: 0.92 } }
  examples:
    de: { match: [Frau Ahlers ist 83., Frau Koch ist 7.], no_match: [Frau Ahlers kommt um 8., Raum 7] }
    en: { match: [Mrs Ahlers is 83., Mrs Koch is 7.], no_match: [Mrs Ahlers comes at 8., room 7] }
";

/// The lists as they are shipped.
static SHIPPED: LazyLock<NameLists> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../rules/names/");
    NameLists::read(|file| fs::read_to_string(format!("{folder}{file}"))).expect("the lists are there")
});

/// Names of a few words, and the words around them as they are shipped.
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
        places: String::new(),
        german: SHIPPED.german.clone(),
        english: SHIPPED.english.clone(),
        introductions: SHIPPED.introductions.clone(),
        signs: SHIPPED.signs.clone(),
    }
}

fn engine() -> Engine {
    let files = [("people/pack.yaml", PACK), ("people/name.yaml", RULE), ("people/facts.yaml", FACTS)];
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
    let findings = engine.scan("test", &conversation, &scope);
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
        "Die Rede war über Sabine.",
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
        "Der Roman von Sabine Ahlers hat Längen.",
        "Eine Lesung mit Sabine Ahlers.",
        "It was written by Sabine Ahlers.",
        "This is Sabine Ahlers's novel.",
    ] {
        expect(text, &[]);
    }
}

#[test]
fn two_ambiguous_words_need_more() {
    expect("Heute kam Rosa Jung.", &[]);
    expect("Rosa Jung, Rosa Koch", &[("Rosa Jung", 60), ("Rosa Koch", 60)]);
    expect("Heute kam Frau Rosa Jung.", &[("Rosa Jung", 95)]);
    expect("Ein Gespräch mit Sabine Ahlers.", &[("Sabine Ahlers", 90)]);
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
    assert_eq!(found(&["Frau Tralow war da.", "Bitte an Tralow schreiben."]).len(), 2);
    assert_eq!(found(&["Mrs Tralow was there.", "This is an Tralow of the old kind that we have."]).len(), 1);
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

#[test]
fn ages_need_somebody_and_nothing_that_is_counted() {
    for text in [
        "Heute kommt Sabine Ahlers (7).",
        "Heute kommt Sabine Ahlers, 7, mit.",
        "Sabine Ahlers ist 7 und kommt.",
        "Sabine Ahlers wird am Samstag 7.",
        "Das ist Sabine Ahlers. Sie wird bald 7.",
        "Sabine Ahlers wird im März 7.",
        "Unser Hort: die Zwillinge Anna und Sabine (7 und 9) kommen.",
        "Nr;Name;Alter\n1;Sabine Ahlers;7",
    ] {
        assert!(found(&[text]).contains(&("7".to_owned(), 91)), "{text}: {:?}", found(&[text]));
    }
    for text in [
        "Sabine Ahlers kommt um 7.",
        "Sabine Ahlers ist 7 Kilometer gelaufen.",
        "Sabine Ahlers wohnt seit 7 Jahren hier.",
        "Sabine Ahlers kommt am 7. Mai.",
        "Sabine Ahlers hat 7 % und 7,5 gesagt.",
        "Gruppe 7 ist voll, Raum (7) auch.",
        "Nr;Gruppe;Alter\n1;Igel;7",
    ] {
        assert!(!found(&[text]).iter().any(|(_, score)| *score == 91), "{text}: {:?}", found(&[text]));
    }
}

#[test]
fn old_dates_beside_names_are_dates_of_birth() {
    let births = |text: &str| found(&[text]).iter().filter(|(_, score)| *score == 92).count();
    assert_eq!(births("Ahlers, Sabine; 4.6.1951; bezahlt"), 1);
    assert_eq!(births("Sabine Ahlers 14.1.60\nAnna Kowalski 9.9.88"), 2);
    assert_eq!(births("Geburtstage: Sabine Ahlers 14.1.12"), 1);
    assert_eq!(births("Sabine Ahlers 14.1.2027\nAnna Kowalski 9.9.2027"), 0);
    assert_eq!(births("Sabine Ahlers, 14.1., 10 Uhr"), 0);
    assert_eq!(births("Sitzung; 4.6.1951; Saal"), 0);
}

#[test]
fn first_names_without_capitals_count_where_nobody_types_them() {
    expect("bitte sag sabine dass der schlüssel da ist", &[("sabine", 70)]);
    expect("gestern war herr von ahlers im büro", &[("von ahlers", 70)]);
    expect("gestern war mister ahlers im büro", &[("ahlers", 70)]);
    expect("die junge frau koch ist krank", &[]);
    expect("Bitte lies den Text sabine und den Antrag Tag für Tag.", &[]);
}

#[test]
fn minutes_name_who_is_there() {
    expect("Anwesend: K. Ahlers, Le Thu Ha (Kasse)", &[("K. Ahlers", 85), ("Le Thu Ha", 85)]);
    expect("Anwesend: alle Mitglieder", &[]);
}

#[test]
fn words_around_a_first_name_tell_who_is_nobody() {
    expect("Unser Hund Anna bellt, ich bin müde.", &[]);
    expect("Übersetze bitte: \"Ich heiße Anna.\"", &[]);
    expect("Rechne: Wie viele Äpfel hat Anna, wenn ich 3 nehme?", &[]);
    expect("Welche Namen für Mädchen passen, Anna oder Sabine?", &[]);
    expect("Anna und ich backen.", &[("Anna", 72)]);
    expect("Anna's mum is here, please write to her.", &[("Anna", 72)]);
}
