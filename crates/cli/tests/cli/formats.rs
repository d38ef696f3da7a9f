//! Reports programs read.

use crate::place::{IBAN, Place, RED, Said, YELLOW, house};

fn two_files(format: &str) -> Said {
    let place = Place::with(&[("b.md", RED), ("a.md", YELLOW)]);
    place.run(&["check", ".", "--format", format])
}

#[test]
fn json_and_json_lines_say_the_same() {
    let (json, lines) = (two_files("json").json(), two_files("jsonl").lines());
    let (summary, findings) = lines.split_last().unwrap();
    assert_eq!(&json["summary"], summary);
    assert_eq!(json["findings"].as_array().unwrap(), findings);
    assert_eq!(findings.len(), 2);
}

#[test]
fn sarif_is_what_code_scanning_reads() {
    let sarif = two_files("sarif").json();
    assert_eq!((&sarif["version"], sarif["runs"].as_array().unwrap().len()), (&"2.1.0".into(), 1));
    let run = &sarif["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert!(rules.len() > 100, "all active rules are described");
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(!rule[text]["text"].as_str().unwrap().is_empty(), "{} has no {text}", rule["id"]);
        }
    }
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let location = &result["locations"][0]["physicalLocation"];
        assert!(["a.md", "b.md"].contains(&location["artifactLocation"]["uri"].as_str().unwrap()));
        assert!(location["region"]["startLine"].as_u64().unwrap() >= 1);
        assert!(!result["partialFingerprints"].as_object().unwrap().is_empty());
    }
    assert_eq!(run["columnKind"], "unicodeCodePoints");
}

#[test]
fn no_format_shows_what_was_found() {
    let place = Place::with(&[("a.md", RED)]);
    for format in ["text", "json", "jsonl", "sarif"] {
        let masked = place.run(&["check", "a.md", "--format", format]);
        assert!(!masked.out.contains(IBAN) && !masked.out.contains("7005"), "{format}: {}", masked.out);
        let shown = place.run(&["check", "a.md", "--format", format, "--show-matches"]);
        assert!(shown.out.contains(IBAN), "{format}: {}", shown.out);
    }
}

#[test]
fn colours_come_on_request() {
    let place = Place::with(&[("a.md", RED)]);
    let colored = |args: &[&str], variable: Option<(&str, &str)>| {
        let mut command = place.command(&[&["check", "a.md"], args].concat());
        command.envs(variable);
        place.say(&mut command, b"").out.contains('\u{1b}')
    };
    assert!(!colored(&[], None));
    assert!(colored(&["--color", "always"], None));
    assert!(colored(&[], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!colored(&["--color", "never"], Some(("CLICOLOR_FORCE", "1"))));
    assert!(!colored(&[], Some(("NO_COLOR", "1"))));
}

#[test]
fn an_old_terminal_gets_plain_signs() {
    let place = house("");
    place.write("a.txt", b"Polarstern\n");
    let mut command = place.command(&["check", "a.txt", "--lang", "en", "--tool", "consumer"]);
    let said = place.say(command.env("LC_ALL", "C"), b"");
    assert!(said.out.is_ascii(), "{}", said.out);
}
