//! A rule file of gitleaks in the place of a pack.

use crate::place::Place;

const RULES: &str = r#"title = "Haus"

[[allowlists]]
stopwords = ["handbuch"]

[[rules]]
id = "Donation_Key"
description = "Key of the donation portal"
regex = '''spende_(?:live|test)_([a-z0-9]{20,})'''
entropy = 3
keywords = ["spende_"]
[[rules.allowlists]]
regexTarget = "line"
regexes = ['''# demo\b''']

[[rules]]
id = "key-store"
path = '''\.p12$'''
"#;

const PROMPT: &str = "Warum geht das nicht?\n\n\
    const k = 'spende_live_k7q2m9x4t1z8w3v6b5n0';\n\
    const d = 'spende_live_a1s2d3f4g5h6j7k8l9p0'; # demo\n\
    const h = 'spende_test_handbuch4x9q1z7w3v6b';\n\
    const e = 'spende_test_aaaaaaaaaaaaaaaaaaaa';\n";

fn place(policy: &str) -> Place {
    let place = Place::with(&[("haus-keys.toml", RULES), ("prompt.md", PROMPT)]);
    place.write("leitplanke.yaml", format!("packs: haus-keys.toml\n{policy}").as_bytes());
    place
}

#[test]
fn its_rules_find_and_its_allowlists_silence() {
    let place = place("");
    let said = place.run(&["check", "prompt.md"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(format!("{}\n=== stderr\n{}", said.out, said.err));
    let lines = place.run(&["check", ".", "--format", "jsonl"]);
    assert_eq!(lines.rules(), ["haus-keys/donation-key"]);
    // The rule file itself was met, but is no prompt.
    assert_eq!(lines.summary()["documents"], 1);
    assert!(place.run(&["check", "prompt.md", "--quiet"]).err.is_empty());
}

#[test]
fn a_policy_and_the_commands_know_its_rules() {
    let policy = "rules:\n  haus-keys/donation-key: { severity: note, reason: Probe }\n";
    let place = place(policy);
    let said = place.run(&["check", "prompt.md", "--format", "jsonl"]);
    assert_eq!((said.code, said.lines()[0]["severity"].as_str()), (0, Some("note")));
    let list = place.run(&["rules", "list", "--category", "haus-keys"]).out;
    assert!(list.starts_with("haus-keys/donation-key  error    Key of the donation portal\n"), "{list}");
    let page = place.run(&["explain", "haus-keys/donation-key"]).out;
    assert!(page.contains("Bit Zufall je Zeichen") && page.contains("Ausnahmen"), "{page}");
    let wrong = place.run(&["explain", "haus-keys/donation"]);
    assert!(wrong.code == 2 && wrong.err.contains("haus-keys/donation-key"), "{}", wrong.err);
}

#[test]
fn testing_it_tells_what_is_left_out_and_what_has_no_examples() {
    let place = place("");
    let said = place.run(&["rules", "test", "--packs", "haus-keys.toml"]);
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out);
}

#[test]
fn its_mistakes_are_told_all_at_once() {
    let place = Place::with(&[
        ("a.toml", "[[rules]]\nid = \"a\"\nregex = '''a(?=b)'''\nkeyword = [\"a\"]\n"),
        ("leitplanke.yaml", "packs: [a.toml, absent.toml]\n"),
        ("prompt.md", PROMPT),
    ]);
    let said = place.run(&["check", "prompt.md"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    for part in ["a.toml:3:13", "Blicke voraus", "a.toml:4:1", "Ist `keywords` gemeint?", "absent.toml"] {
        assert!(said.err.contains(part), "{part}: {}", said.err);
    }
}
