//! Packs of a house beside the built-in ones: adding them to what is compiled already finds the same as compiling all.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, RuleSet, Scope, Settings, Sources};
use leitplanke_finding::Finding;
use leitplanke_rules::{Catalog, Frame, Packs, Rule, Vocabulary, load_texts};

/// Every how many examples of the built-in rules is tried.
const STEP: usize = 40;

/// One pack before all built-in ones in the alphabet, one between them; each leans on built-in words and frames.
const HOUSE: [(&str, &str); 2] = [
    (
        "an-uns",
        "- id: frame/statute
  kind: frame
  title: { de: Satzung, en: Statute }
  cues: { de: [Satzung] }
- id: vocabulary/house-words
  kind: vocabulary
  terms: { de: [Antrag, Frau, Termin] }
- id: an-uns/words
  kind: lexicon
  label: HOUSE_WORD
  group: house
  severity: warning
  languages: [de]
  title: { de: Wort, en: Word }
  message: { de: 'Wort {term}', en: 'word {term}' }
  why: { de: w, en: w }
  instead: { de: i, en: i }
  guards: [statute, definition, quotation]
  match: { rows: [{ terms: [<house-words>] }, { term: '*verein*', instead: Haus }] }
  examples: { de: { match: ['Der «Antrag» ist da.', '«Frau» kommt.'], no_match: ['Der Rest.', 'Nichts.'] } }
",
    ),
    (
        "oh-wir",
        "- id: oh-wir/days
  kind: pattern
  label: HOUSE_DAY
  data_class: internal
  group: house
  severity: error
  languages: [de]
  title: { de: Tag, en: Day }
  message: { de: 'Tag {match}', en: 'day {match}' }
  why: { de: w, en: w }
  instead: { de: i, en: i }
  match:
    regex: ['\\d{2}[./-]\\d{2}[./-]\\d{2,4}', '://[a-z]{3,9}']
    confidence: { alone: 0.9 }
    context: [<link-words>]
    keywords: ['://', '20']
  examples: { de: { match: ['Am «12.03.2020».', 'Am «13.03.2020».'], no_match: ['Heute.', 'Morgen.'] } }
- id: oh-wir/numbers
  kind: pattern
  label: HOUSE_NUMBER
  group: house
  severity: note
  languages: [de]
  title: { de: Nummer, en: Number }
  message: { de: 'N {match}', en: 'n {match}' }
  why: { de: w, en: w }
  instead: { de: i, en: i }
  match: { regex: ['\\d{2} ?\\d{3} ?\\d{3}', '[a-z.]+@haus'], confidence: { alone: 0.7 } }
  examples: { de: { match: ['Nr. «12 345 678»', 'Nr. «12345678»'], no_match: ['Nr. 1', 'Nr. 2'] } }
- id: oh-wir/people
  kind: combination
  label: HOUSE_PERSON
  data_class: sensitive
  group: house
  severity: { P3: error, P2: warning, P1: note, P0: off }
  languages: [de]
  title: { de: Mensch, en: Person }
  message: { de: 'P {match}', en: 'p {match}' }
  why: { de: w, en: w }
  instead: { de: i, en: i }
  guards: [definition]
  match: { strong: { de: [Termin, Brief] }, weak: { de: [krank] }, labels: [EMAIL] }
  examples: { de: { match: ['Frau Meyer hat einen «Termin».', 'Frau Meyer bekommt einen «Brief».'], no_match: ['Ja.', 'Nein.'] } }
- id: oh-wir/sum
  kind: metric
  label: HOUSE_SUM
  group: house
  severity: warning
  languages: [de]
  title: { de: Summe, en: Sum }
  message: { de: 'S {count}', en: 's {count}' }
  why: { de: w, en: w }
  instead: { de: i, en: i }
  match: { labels: [EMAIL, PERSON_NAME], terms: { de: [und] }, at_least: 2 }
  examples: { de: { match: ['Sie und er und wir.', 'und und'], no_match: ['Ja.', 'Nein.'] } }
",
    ),
];

fn house() -> Packs {
    let files = HOUSE.iter().flat_map(|(name, rules)| {
        let texts = "title: { de: a, en: b }\ndescription: { de: a, en: b }\n";
        let manifest = format!("pack: {name}\nversion: 0.1.0\n{texts}");
        [(format!("{name}/pack.yaml"), manifest), (format!("{name}/rules.yaml"), (*rules).to_owned())]
    });
    let shared = leitplanke_builtin::catalog().unwrap().shared().unwrap();
    load_texts(&files.collect::<Vec<_>>(), &shared).unwrap()
}

fn extended(house: &Packs) -> (RuleSet, Catalog) {
    let rules: Vec<Rule> = house.rules().cloned().collect();
    let frames: Vec<Frame> = house.frames().cloned().collect();
    let set = leitplanke_builtin::rule_set().unwrap().extended(&rules, &frames).unwrap();
    (set, leitplanke_builtin::catalog().unwrap().extended(house).unwrap())
}

fn together(house: Packs) -> (RuleSet, Catalog) {
    let leitplanke_builtin::Sources { mut packs, names } = leitplanke_builtin::sources().unwrap();
    packs.packs.extend(house.packs);
    let rules: Vec<Rule> = packs.rules().cloned().collect();
    let frames: Vec<Frame> = packs.frames().cloned().collect();
    let vocabularies: Vec<Vocabulary> = packs.vocabularies().cloned().collect();
    let sources = Sources { rules: &rules, frames: &frames, vocabularies: &vocabularies, names: &names };
    (RuleSet::compile(sources).unwrap(), Catalog::new(&packs).unwrap())
}

fn scan(engine: &Engine, text: &str) -> Vec<Finding> {
    let message = Message { text: text.into(), ..Message::default() };
    let conversation = Conversation { messages: vec![message], ..Conversation::default() };
    engine.scan("test", &conversation, &Scope::plain(engine.rules()))
}

#[test]
fn adding_a_house_finds_what_compiling_all_finds() {
    let house = house();
    let (set, catalog) = extended(&house);
    let (other_set, other_catalog) = together(house);
    assert_eq!(catalog.shared().unwrap(), other_catalog.shared().unwrap());
    assert_eq!(catalog.frames().unwrap(), other_catalog.frames().unwrap());
    let ids = |catalog: &Catalog| catalog.heads().iter().map(|head| head.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&catalog), ids(&other_catalog));
    let rules: Vec<_> = (0..catalog.len()).map(|index| catalog.rule(index).unwrap().unwrap()).collect();
    for (index, rule) in rules.iter().enumerate() {
        assert_eq!(Some(rule), other_catalog.rule(index).unwrap().as_ref());
    }
    let (added, compiled) =
        (Engine::new(set, catalog, Settings::default()), Engine::new(other_set, other_catalog, Settings::default()));
    let own = rules.iter().filter(|rule| HOUSE.iter().any(|(pack, _)| *pack == rule.pack()));
    let own: Vec<&str> = own.flat_map(|rule| &rule.examples).map(|example| example.text.as_str()).collect();
    let others: Vec<&str> = rules.iter().flat_map(|rule| &rule.examples).map(|example| example.text.as_str()).collect();
    let mut of_the_house = 0;
    // Several in one text, so that rules meet.
    for texts in own.chunks(3).chain(others.chunks(3).step_by(STEP / 3)) {
        let text = texts.join("\n");
        let findings = scan(&added, &text);
        of_the_house += findings.iter().filter(|finding| finding.label.starts_with("HOUSE_")).count();
        assert_eq!(findings, scan(&compiled, &text), "{text}");
    }
    assert!(of_the_house > own.len(), "the rules of the house found only {of_the_house}");
}
