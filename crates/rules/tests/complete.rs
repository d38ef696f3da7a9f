//! Correct files of every kind: what the loader makes of them, and how a catalog keeps it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use leitplanke_finding::{Confidence, DataClass, Language, PersonLevel, Role, Severity, Span};
use leitplanke_rules::matcher::{Boundary, Enough, Matcher, Numbers, OnInvalid, Position, Signal, Within};
use leitplanke_rules::{Catalog, CatalogError, Packs, Rule, Shared, Status, load_texts};

const MANIFEST: &str = "pack: house\nversion: 0.10\ntitle: { de: Haus, en: House }\ndescription: { de: x, en: x }\n";

fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/complete");
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        (format!("house/{}", path.file_name().unwrap().to_str().unwrap()), fs::read_to_string(&path).unwrap())
    };
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(read).collect();
    files.push(("house/pack.yaml".to_owned(), MANIFEST.to_owned()));
    files
}

fn packs() -> Packs {
    load_texts(&files(), &Shared::default()).unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

fn rule(id: &str) -> Rule {
    packs().rules().find(|rule| rule.id == id).unwrap().clone()
}

fn words(phrases: &leitplanke_rules::term::TermList) -> Vec<(Option<Language>, String)> {
    use leitplanke_rules::term::Piece;
    let word = |piece: &Piece| match piece {
        Piece::Words(words) => words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("|"),
        Piece::Number => "#".to_owned(),
        Piece::Gap => "...".to_owned(),
    };
    let phrase = |pieces: &[Piece]| pieces.iter().map(word).collect::<Vec<_>>().join(" ");
    phrases.phrases.iter().map(|found| (found.language, phrase(&found.pieces))).collect()
}

#[test]
fn every_field_arrives() {
    let rule = rule("house/combination-rule");
    assert_eq!((rule.label.as_str(), rule.group.as_str(), rule.pack()), ("HEALTH", "special-categories", "house"));
    assert_eq!(rule.status, Status::Preview);
    assert_eq!(rule.roles.iter().collect::<Vec<_>>(), [Role::Prompt, Role::Output]);
    assert_eq!(rule.languages, Language::ALL);
    assert_eq!(rule.severity.at(PersonLevel::P3), Severity::Error);
    assert_eq!(rule.severity.at(PersonLevel::P0), Severity::Off);
    assert_eq!(rule.message.en, "Found: {match}.");
    assert_eq!(rule.references, ["GDPR-9", "AGG-7"]);
    assert_eq!(rule.guards, ["definition", "quotation"]);
    assert_eq!((rule.origin.file.as_str(), rule.origin.line), ("house/combination.yaml", 1));
    let first = &rule.examples[0];
    assert_eq!((first.text.as_str(), first.fires, first.role), ("Frau K. ist depressiv.", true, None));
    assert_eq!(first.spans, [Span::new(12, 21)]);
    assert_eq!(rule.examples[1].role, Some(Role::Output));
    assert_eq!(rule.examples[3].text, "Das »Sommerfest« beginnt um zehn.");
    assert_eq!(rule.examples.len(), 8);
}

#[test]
fn patterns_keep_their_numbers_and_lists() {
    let Matcher::Pattern(pattern) = rule("house/pattern-rule").matcher else { panic!("a pattern") };
    assert_eq!(
        pattern.regexes,
        [r"PRJ-(?:\d{4})", r"Projekt (?P<value>(?:(?:\d{4})|X\d{3}))"],
        "fragments are filled in"
    );
    assert_eq!(pattern.validator.as_deref(), Some("luhn"));
    assert_eq!((pattern.on_invalid, pattern.boundary), (OnInvalid::Soften, Boundary::None));
    assert_eq!(pattern.confidence.alone, Confidence::new(0.55));
    assert_eq!(pattern.keywords, ["PRJ-", "Projekt "]);
    let context = [(Some(Language::De), "Projekt"), (Some(Language::De), "sofort"), (Some(Language::De), "hurry")];
    let found = words(&pattern.context);
    assert_eq!(found[..3], context.map(|(language, word)| (language, word.to_owned())), "vocabularies are filled in");
    assert_eq!(words(&pattern.negative_context), [(None, "Rechnung".to_owned())]);
}

#[test]
fn rows_take_the_language_of_the_rule() {
    let Matcher::Lexicon(lexicon) = rule("house/lexicon-rule").matcher else { panic!("a lexicon") };
    assert_eq!(words(&lexicon.rows[0].terms), [(Some(Language::De), "taubstumm".to_owned())]);
    assert_eq!(lexicon.rows[1].terms.phrases.len(), 2);
    assert_eq!((lexicon.rows[1].note.as_str(), lexicon.rows[2].instead.as_str()), ("Mobil.", ""));
    assert_eq!(words(&lexicon.rows[2].terms), [(Some(Language::De), "2000".to_owned())]);
}

#[test]
fn distances_orders_and_counts() {
    let Matcher::Combination(combination) = rule("house/combination-rule").matcher else { panic!("a combination") };
    assert_eq!(combination.within, Within::Words(25));
    assert_eq!(combination.numbers, [Numbers { label: "AGE".into(), from: 1, to: 17 }]);
    let Matcher::Sequence(sequence) = rule("house/sequence-rule").matcher else { panic!("a sequence") };
    assert_eq!((sequence.within, sequence.enough), (Within::Message, Enough::InOrder));
    assert_eq!(sequence.parts[1].labels, ["PERSON"]);
    let Matcher::Sequence(points) = rule("house/points-rule").matcher else { panic!("a sequence") };
    let each: Vec<_> = points.parts.iter().map(|part| part.points).collect();
    assert_eq!((points.enough, points.within, each.as_slice()), (Enough::Points(3), Within::Sentence, &[2, 1, 1][..]));
    assert_eq!((sequence.position, points.position), (Position::Anywhere, Position::End));
    let Matcher::Metric(metric) = rule("house/metric-rule").matcher else { panic!("a metric") };
    assert_eq!((metric.at_least, metric.distinct, metric.outweighs.unwrap().factor), (10, true, 2));
    let Matcher::Name(name) = rule("house/name-rule").matcher else { panic!("a name rule") };
    assert_eq!(name.signals[&Signal::SalutationListed], Confidence::new(0.95));
    let Matcher::HiddenText(hidden) = rule("house/hidden-text-rule").matcher else { panic!("a hidden-text rule") };
    assert_eq!(hidden.characters.len(), 7);
}

#[test]
fn frames_vocabularies_fragments_and_manifest() {
    let packs = packs();
    let pack = &packs.packs[0];
    assert_eq!((pack.name.as_str(), pack.version.as_str(), pack.title.en.as_str()), ("house", "0.10", "House"));
    let frame = packs.frames().next().unwrap();
    assert_eq!((frame.name.as_str(), frame.within, frame.spares), ("definition", Within::Message, PersonLevel::P3));
    let names: Vec<_> = packs.vocabularies().map(|vocabulary| vocabulary.name.as_str()).collect();
    assert_eq!(names, ["haste", "hurry"]);
    let fragments: Vec<_> = pack.fragments.iter().map(|one| (one.name.as_str(), one.regex.as_str())).collect();
    assert_eq!(fragments, [("project-number", r"(?:\d{4})|X\d{3}"), ("year", r"\d{4}")]);
}

#[test]
fn what_a_rule_does_not_write_comes_from_its_family() {
    let child = rule("house/child");
    assert_eq!((child.label.as_str(), child.group.as_str()), ("ADDRESS", "address-birth-plate"));
    assert_eq!(child.data_class, Some(DataClass::Personal));
    assert_eq!(child.severity.at(PersonLevel::P1), Severity::Note);
    assert_eq!((child.roles.iter().collect::<Vec<_>>(), child.languages), (vec![Role::Output], vec![Language::De]));
    assert_eq!((child.message.de.as_str(), child.why.de.as_str()), ("Hier: {match}.", "Menschen wohnen dort."));
    assert_eq!((child.instead.en.as_str(), child.title.en.as_str()), ("Leave it out.", "Child"));
    assert_eq!((child.references, child.guards), (vec!["GDPR-4-1".to_owned()], vec!["definition".to_owned()]));
    let own = rule("house/own-mind");
    assert_eq!((own.label.as_str(), own.severity.at(PersonLevel::P1)), ("HOUSE", Severity::Error));
    assert_eq!((own.why.en.as_str(), own.instead.en.as_str()), ("A house is known.", "Leave it out."));
    assert_eq!(own.references, ["AGG-7"], "lists are not merged");
    assert_eq!((own.roles.iter().count(), own.languages.len()), (2, 2));
}

#[test]
fn packs_may_use_what_others_share() {
    let shared = Shared::from(&packs());
    let home = MANIFEST.replace("house", "home");
    let rule = files().into_iter().find(|(path, _)| path.ends_with("sequence.yaml")).unwrap().1;
    let files = |rule: String| [("home/pack.yaml".to_owned(), home.clone()), ("home/a.yaml".to_owned(), rule)];
    assert!(load_texts(&files(rule.replace("house/", "home/")), &shared).is_ok());
    let pattern = self::files().into_iter().find(|(path, _)| path.ends_with("pattern.yaml")).unwrap().1;
    assert!(load_texts(&files(pattern.replace("house/", "home/")), &shared).is_ok());
    let family = self::files().into_iter().find(|(path, _)| path.ends_with("family.yaml")).unwrap().1;
    let rules = family.split_once("- id: house/child").unwrap().1;
    assert!(load_texts(&files(format!("- id: home/child{}", rules.replace("house/", "home/"))), &shared).is_ok());
    let taken = files("- id: vocabulary/haste\n  kind: vocabulary\n  terms: [x]\n".to_owned());
    assert!(load_texts(&taken, &shared).unwrap_err().to_string().contains("`vocabulary/haste` is taken"));
}

#[test]
fn a_catalog_gives_back_what_it_was_made_of() {
    let packs = packs();
    let catalog = Catalog::new(&packs).unwrap();
    let bytes: &'static [u8] = catalog.to_bytes().unwrap().leak();
    let opened = Catalog::from_static(bytes).unwrap();
    assert_eq!(opened.len(), packs.rules().count());
    for (index, rule) in packs.rules().enumerate() {
        assert_eq!(*opened.rule(index).unwrap().unwrap(), *rule);
        assert_eq!(opened.matcher(index).unwrap().unwrap(), rule.matcher);
        assert_eq!(opened.find(&rule.id), Some(index));
    }
    assert_eq!(opened.find("house/nothing"), None);
    assert!(opened.rule(opened.len()).unwrap().is_none());
    assert_eq!(opened.frames().unwrap(), packs.packs[0].frames);
    assert_eq!(opened.shared().unwrap(), Shared::from(&packs));
    assert_eq!(opened.group("special-categories").count(), 1);
    assert_eq!(opened.pack("house").count(), opened.len());
    assert!(opened.heads().is_sorted_by(|a, b| a.id < b.id));
}

#[test]
fn a_damaged_catalog_is_refused() {
    assert_eq!(Catalog::from_static(b"something else").unwrap_err(), CatalogError::NotACatalog);
    let bytes: &'static [u8] = Catalog::new(&packs()).unwrap().to_bytes().unwrap().leak();
    assert!(Catalog::from_static(&bytes[..20]).is_err());
    let short = Catalog::from_static(&bytes[..bytes.len() - 1]).unwrap();
    assert!(short.shared().is_err());
}
