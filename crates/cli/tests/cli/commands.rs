//! Everything but checking.

use std::fs;

use crate::place::{GREEN, PACK, Place};

#[test]
fn a_rule_explains_itself() {
    let place = Place::new();
    let german = place.run(&["explain", "personal-data/iban"]).out;
    for part in ["warum", "stattdessen", "Art. 4 Nr. 1 DSGVO", "public-sector", "Wird gemeldet:", "«"] {
        assert!(german.contains(part), "no {part} in\n{german}");
    }
    let english = place.run(&["explain", "personal-data/iban", "--lang", "en"]).out;
    assert!(english.contains("Severity by preset:") && english.contains("Art. 4(1) GDPR"), "{english}");
}

#[test]
fn whatever_a_report_names_can_be_explained() {
    let place = Place::with(&[(
        "a.md",
        "# leitplanke ignore[bias] x\n<!-- leitplanke: ignore -->\n<!-- leitplanke: ignore[bias] -->\nHallo\n",
    )]);
    let rules = place.run(&["check", "a.md", "--format", "jsonl"]).rules();
    assert_eq!(rules.len(), 3, "{rules:?}");
    for rule in rules {
        for language in ["de", "en"] {
            let said = place.run(&["explain", &rule, "--lang", language]);
            assert!(said.code == 0 && said.out.starts_with(&format!("{rule}: ")), "{said:?}");
        }
    }
}

#[test]
fn an_unknown_rule_is_guessed() {
    let said = Place::new().run(&["explain", "iban"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    insta::assert_snapshot!(said.err);
}

#[test]
fn rules_are_listed_for_people_and_programs() {
    let place = Place::new();
    let text = place.run(&["rules", "list", "--category", "secrets"]);
    assert!(
        text.out
            .lines()
            .all(|line| line.starts_with("secrets/") || line.is_empty() || line.contains("leitplanke explain"))
    );
    let list = place.run(&["rules", "list", "--format", "json"]).json();
    let list = list.as_array().unwrap();
    assert!(list.iter().all(|rule| rule["id"].as_str().unwrap().contains('/') && rule["title"]["de"] != ""));
    assert!(list.iter().any(|rule| rule["id"] == "personal-data/iban" && rule["severity"] == "error"));
    assert_eq!(place.run(&["rules", "list", "--category", "secret"]).code, 2);
}

#[test]
fn packs_are_tested_where_they_lie() {
    let place = Place::with(&PACK);
    let good = place.run(&["rules", "test", "--packs", "haus"]);
    assert_eq!((good.code, good.out.as_str()), (0, "1 Regel mit 4 Beispielen getestet, 0 fehlgeschlagen\n"));
    let bad = PACK[1].1.replace("Der Antrag ist fertig.", "Polarstern ist da.");
    place.write("haus/projekt.yaml", bad.as_bytes());
    let said = place.run(&["rules", "test", "--packs", "haus"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.out);
    assert_eq!(place.run(&["rules", "test", "--packs", "nix"]).code, 2);
    assert_eq!(place.run(&["rules", "test", "--select", "nix/"]).code, 2);
}

#[test]
fn schemas_are_json() {
    let place = Place::new();
    for of in ["rules", "pack", "policy"] {
        let schema = place.run(&["rules", "schema", of]).json();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{of}");
    }
    assert!(place.run(&["rules", "validators"]).out.lines().any(|line| line.starts_with("iban ")));
}

#[test]
fn init_writes_a_policy_that_works() {
    for language in ["de", "en"] {
        let place = Place::with(&[("prompts/a.md", GREEN)]);
        assert_eq!(place.run(&["init", "--lang", language]).code, 0);
        let said = place.run(&["check", "prompts"]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
        fs::write(place.path().join("leitplanke.yaml"), "mode: teach\n").unwrap();
        let again = place.run(&["init"]);
        assert_eq!(again.code, 2);
        assert!(again.err.contains("--force"), "{again:?}");
        assert_eq!(place.run(&["init", "--force"]).code, 0);
        assert!(fs::read_to_string(place.path().join("leitplanke.yaml")).unwrap().len() > 100);
    }
}

#[test]
fn shells_complete() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let said = Place::new().run(&["completions", shell]);
        assert!(said.code == 0 && said.out.contains("leitplanke"), "{shell}");
    }
}

#[test]
fn help_speaks_the_language_of_the_system() {
    let place = Place::new();
    let german = place.run(&["--help"]);
    assert_eq!((german.code, german.err.as_str()), (0, ""));
    assert!(german.out.contains("Aufruf: leitplanke"), "{}", german.out);
    let mut command = place.command(&["check", "--help"]);
    let english = place.say(command.env("LC_ALL", "en_US.UTF-8"), b"").out;
    assert!(english.contains("Usage: leitplanke check"), "{english}");
    assert!(place.run(&["--version"]).out.starts_with("leitplanke "));
}

#[test]
fn a_slip_of_the_pen_is_guessed() {
    let place = Place::new();
    let said = |args: &[&str]| {
        let said = place.run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        said.err
    };
    insta::assert_snapshot!(
        [said(&["chekc"]), said(&["check", "--fromat", "json"]), said(&["check", "--format", "xml"]), said(&["audit"])]
            .join("\n")
    );
    assert!(said(&["chekc", "--lang", "en"]).contains("unrecognized subcommand"));
}
