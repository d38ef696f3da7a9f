//! What a house decides.

use crate::place::{Place, RED, house};

#[test]
fn a_policy_above_the_file_is_found() {
    let place = Place::with(&[
        ("leitplanke.yaml", "rules:\n  personal-data/iban: { severity: warning, reason: Übung }\n"),
        ("a/b/brief.txt", RED),
    ]);
    let said = place.run(&["check", "a/b/brief.txt", "--format", "jsonl"]);
    assert_eq!((said.code, said.lines()[0]["severity"].as_str()), (0, Some("warning")));
    assert_eq!(place.run(&["check", "a/b/brief.txt", "--no-policy"]).code, 1);
    assert_eq!(place.run(&["check", "a/b/brief.txt", "--preset", "strict"]).code, 1);
}

#[test]
fn each_file_has_its_own_policy() {
    let place = Place::with(&[
        ("streng/leitplanke.yaml", "default_tool: consumer\n"),
        ("streng/a.txt", RED),
        ("locker/leitplanke.yaml", "mode: teach\n"),
        ("locker/a.txt", RED),
    ]);
    assert_eq!(place.run(&["check", "locker"]).code, 0);
    assert_eq!(place.run(&["check", "streng", "locker"]).code, 1);
    assert_eq!(place.run(&["check", "streng", "--config", "locker/leitplanke.yaml"]).code, 0);
}

#[test]
fn paths_and_own_values_are_spared_with_a_reason() {
    let place = Place::with(&[
        (
            "leitplanke.yaml",
            "own_ibans: { values: ['DE21 7005 1995 0000 0072 29'], reason: Spendenkonto }\n\
             paths:\n  - match: schulung/**\n    reason: erfunden\n    rules: { bias: off }\n",
        ),
        ("brief.txt", RED),
        ("schulung/a.txt", "Sie ist an den Rollstuhl gefesselt.\n"),
    ]);
    let said = place.run(&["check", ".", "--format", "jsonl"]);
    let lines = said.lines();
    assert_eq!((said.code, said.rules()), (0, vec!["personal-data/iban".to_owned()]));
    assert_eq!((lines[0]["state"].as_str(), lines[0]["reason"].as_str()), (Some("suppressed"), Some("Spendenkonto")));
    assert_eq!(said.summary()["suppressed"], 1);
}

#[test]
fn a_way_through_another_folder_does_not_lead_to_its_policy() {
    let place = Place::with(&[
        ("a/leitplanke.yaml", "mode: teach\n"),
        ("b/brief.txt", RED),
        ("b/uebung/brief.txt", RED),
        ("b/leitplanke.yaml", "paths:\n  - { match: 'uebung/**', reason: Übung, rules: { IBAN: note } }\n"),
    ]);
    let code = |path: &str| place.say(place.command(&["check", path]).current_dir(place.path().join("a")), b"").code;
    assert_eq!((code("../b/brief.txt"), code("../b/uebung/brief.txt"), code("../b")), (1, 0, 1));
}

#[test]
fn a_broken_policy_stops_the_run() {
    let place = Place::with(&[("leitplanke.yaml", "mode: gate\ntolls: {}\n"), ("brief.txt", RED)]);
    let said = place.run(&["check", "brief.txt"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    insta::assert_snapshot!(said.err);
}

#[test]
fn a_policy_may_name_only_rules_that_are_there() {
    let place = Place::with(&[("leitplanke.yaml", "rules:\n  personal-data/ibna: error\n"), ("brief.txt", RED)]);
    let said = place.run(&["check", "brief.txt"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("leitplanke.yaml:2:3") && said.err.contains("personal-data/iban"), "{said:?}");
}

#[test]
fn an_exception_that_ran_out_is_told_and_gone() {
    let place = Place::with(&[
        ("leitplanke.yaml", "rules:\n  personal-data/iban: { severity: note, reason: Übung, until: 2001-12-31 }\n"),
        ("brief.txt", RED),
    ]);
    let said = place.run(&["check", "brief.txt"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.err);
    assert_eq!(place.run(&["check", "brief.txt", "--quiet"]).err, "");
}

#[test]
fn a_key_from_the_environment_is_needed_where_fingerprints_are_shown() {
    let place = Place::with(&[("leitplanke.yaml", "fingerprint_key: { env: HAUS_KEY }\n"), ("brief.txt", RED)]);
    assert_eq!(place.run(&["check", "brief.txt"]).code, 1);
    let said = place.run(&["check", "brief.txt", "--format", "jsonl"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("HAUS_KEY"), "{said:?}");
    let mut command = place.command(&["check", "brief.txt", "--format", "jsonl"]);
    let keyed = place.say(command.env("HAUS_KEY", "kieselstein-birke-42"), b"");
    assert_eq!(keyed.code, 1);
    let fingerprint = |said: &crate::place::Said| said.lines()[0]["fingerprint"].clone();
    assert_ne!(
        fingerprint(&keyed),
        fingerprint(&place.run(&["check", "brief.txt", "--no-policy", "--format", "jsonl"]))
    );
}

#[test]
fn house_rules_stand_beside_the_built_in_ones() {
    let place = house("");
    place.write("a.txt", format!("Polarstern: {RED}").as_bytes());
    let said = place.run(&["check", "a.txt", "--format", "jsonl"]);
    assert_eq!(said.rules(), ["haus/projekt", "personal-data/iban"]);
    assert!(place.run(&["rules", "list"]).out.contains("haus/projekt"));
    assert!(place.run(&["explain", "haus/projekt"]).out.contains("Wir verhandeln noch."));
}

#[test]
fn a_mistake_in_house_rules_has_a_place() {
    let place = house("");
    place.write("haus/projekt.yaml", b"- id: haus/projekt\n  kind: lexikon\n");
    place.write("a.txt", b"x");
    let said = place.run(&["check", "a.txt"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("haus/projekt.yaml:2:9") && said.err.contains("lexicon"), "{said:?}");
}

#[test]
fn the_policy_names_the_language() {
    let place = Place::with(&[("leitplanke.yaml", "language: en\n"), ("a.txt", "x")]);
    assert!(place.run(&["check", "a.txt"]).out.contains("Well done"));
    assert!(place.run(&["check", "a.txt", "--lang", "de"]).out.contains("Gut gemacht"));
}
