//! Rule files of gitleaks: what becomes of them, what is told, and that no file brings the loader down.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use leitplanke_finding::Language;
use leitplanke_rules::matcher::{Foreign, Matcher, Pattern, Target};
use leitplanke_rules::{Diagnostics, Heading, Pack, Rule, Shared, load_packs};
use proptest::prelude::*;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gitleaks")
}

fn load(file: &Path) -> Result<Pack, Diagnostics> {
    Ok(load_packs(&[file.to_owned()], &Shared::default())?.packs.remove(0))
}

/// Holds mistakes or notes in both languages against the snapshots, with the folder left out, and the languages against
/// each other.
fn told(name: &str, loads: &[Diagnostics], folder: &Path) {
    let folder = folder.to_string_lossy().replace('\\', "/");
    let said = |language| {
        let texts: Vec<String> = loads.iter().map(|mistakes| mistakes.describe(language)).collect();
        texts.join("\n\n=====\n\n").replace(&folder, "…").replace("(os error 2)", "(…)")
    };
    insta::assert_snapshot!(name, said(Language::En));
    insta::with_settings!({ snapshot_suffix => "de" }, {
        insta::assert_snapshot!(name, said(Language::De));
    });
    for mistake in loads.iter().flatten() {
        let notes = mistake.notes.iter().filter(|note| note.heading != Heading::Allowed).map(|note| &note.text);
        for said in notes.chain([&mistake.message]) {
            assert_ne!(said.de, said.en, "{name}: in one language only");
        }
    }
}

fn pattern(rule: &Rule) -> (&Pattern, &Foreign) {
    let Matcher::Pattern(pattern) = &rule.matcher else { panic!("{}", rule.id) };
    (pattern, pattern.foreign.as_ref().unwrap())
}

#[test]
fn a_file_becomes_a_pack() {
    let pack = load(&folder().join("house-secrets.toml")).unwrap();
    assert_eq!((pack.name.as_str(), pack.title.de.as_str()), ("house-secrets", "Secrets of the house"));
    let ids: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "house-secrets/braces",
            "house-secrets/donation-key",
            "house-secrets/door-controller",
            "house-secrets/members-db"
        ]
    );
    let rule = &pack.rules[1];
    assert_eq!((rule.label.as_str(), rule.group.as_str(), rule.origin.line), ("SECRET", "credentials", 18));
    assert_eq!(rule.title.en, "Key of the donation portal");
    assert!(rule.message.de.contains("„Key of the donation portal“") && rule.examples.is_empty());
    let (_, foreign) = pattern(rule);
    assert_eq!((foreign.literals.as_slice(), foreign.entropy), (&["spende_".to_owned()][..], Some(3.25)));
    let shapes: Vec<_> = foreign.exceptions.iter().map(|list| (list.all, list.target, list.stopwords.len())).collect();
    assert_eq!(shapes, [(false, Target::Value, 1), (true, Target::Line, 1)]);
    assert_eq!(foreign.exceptions[0].stopwords, ["muster"]);
}

#[test]
fn groups_keywords_and_go_regexes_are_understood() {
    let pack = load(&folder().join("house-secrets.toml")).unwrap();
    let (members, foreign) = pattern(&pack.rules[3]);
    assert_eq!(members.regexes, [r#"mitglieder(?:-|_)db\s*=\s*"([^"\s]{12,40})""#]);
    // Its own two lists and the one of the file that is for all rules.
    assert_eq!((foreign.literals.as_slice(), foreign.exceptions.len()), (&["mitglieder".to_owned()][..], 3));
    let (_, door) = pattern(&pack.rules[2]);
    assert!(door.near && door.literals == ["tuersteuerung"]);
    assert_eq!(pattern(&pack.rules[0]).0.regexes, [r"kennung\{\{[^\[\}]{8,40}\}\}"]);
}

#[test]
fn what_has_no_counterpart_is_noted() {
    let pack = load(&folder().join("no-counterpart.toml")).unwrap();
    let ids: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["no-counterpart/some-files"]);
    assert_eq!(pattern(&pack.rules[0]).1.exceptions.len(), 1);
    told("gitleaks-no-counterpart", &[Diagnostics(pack.notes)], &folder());
    assert!(load(&folder().join("house-secrets.toml")).unwrap().notes.len() == 1, "tags only");
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let mut count = 0;
    for entry in fs::read_dir(folder().join("mistakes")).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("gitleaks-{}", path.file_stem().unwrap().to_str().unwrap());
        told(&name, &[load(&path).unwrap_err()], &folder());
        count += 1;
    }
    assert!(count >= 8, "the folder of mistakes is nearly empty");
}

#[test]
fn names_and_files_that_do_not_fit() {
    let root = tempfile::tempdir().unwrap();
    let rule = "[[rules]]\nid = \"a\"\nregex = '''geheim_[a-z]{20}'''\n";
    for name in ["frame.toml", "---.toml", "one.toml"] {
        fs::write(root.path().join(name), rule).unwrap();
    }
    fs::create_dir(root.path().join("two")).unwrap();
    fs::write(root.path().join("two/One.TOML"), rule).unwrap();
    fs::write(root.path().join("latin1.toml"), b"# fine\ntitle = \"f\xfcr\"\n").unwrap();
    fs::write(root.path().join("big.toml"), vec![b' '; 5 << 20]).unwrap();
    let of = |names: &[&str]| {
        let paths: Vec<PathBuf> = names.iter().map(|name| root.path().join(name)).collect();
        load_packs(&paths, &Shared::default()).unwrap_err()
    };
    let reports = [
        of(&["frame.toml", "---.toml", "absent.toml", "latin1.toml", "big.toml"]),
        of(&["one.toml", "two/One.TOML"]),
        of(&["two"]),
    ];
    told("gitleaks-names", &reports, root.path());
    let known = load_packs(&[root.path().join("one.toml")], &Shared::default()).unwrap();
    let taken = load_packs(&[root.path().join("one.toml")], &Shared::from(&known)).unwrap_err();
    assert!(taken.to_string().contains("a pack is called `one` already"));
}

fn accepts(text: &str) -> bool {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("a.toml");
    fs::write(&path, text).unwrap();
    match load(&path) {
        Ok(_) => true,
        Err(mistakes) => {
            assert!(!mistakes.is_empty() && !mistakes.to_string().contains('\u{1b}'));
            false
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_regex(regex in "[a-zA-Z0-9\\\\\\[\\](){}|?*+.^$:<>=!&~,_\\- -]{0,40}") {
        accepts(&format!("[[rules]]\nid = \"a\"\nkeywords = [\"key\"]\nregex = '''key_{regex}'''\n"));
    }

    #[test]
    fn damaged_files(at in any::<prop::sample::Index>(), cut in 0..40usize, put in ".{0,8}") {
        let mut text = fs::read_to_string(folder().join("house-secrets.toml")).unwrap();
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.floor_char_boundary((start + cut).min(text.len()));
        text.replace_range(start..end, &put);
        accepts(&text);
    }
}

#[test]
fn files_made_to_take_long_or_to_act_on_the_terminal() {
    let rules = |count: usize, regex: &str| -> String {
        let rule = |n: usize| format!("[[rules]]\nid = \"r{n}\"\nregex = '''{regex}'''\n");
        (0..count).map(rule).collect::<Vec<_>>().concat()
    };
    for text in [
        "[".repeat(200_000),
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{a = ".repeat(100_000)),
        format!("{} = 1", vec!["a"; 100_000].join(".")),
        "a = '''".repeat(50_000),
        "[[rules]]\n".repeat(20_000),
        rules(200, r"geheim(?:\pL{200}){20}"),
        rules(20, &"(?:a|b)?".repeat(10_000)),
        rules(1, &format!("{}a{}", "(".repeat(5_000), ")".repeat(5_000))),
        rules(1, &"[".repeat(20_000)),
        "[[rules]]\nid = \"\u{1b}[31m\"\nregex = \"\u{202e}(\"\n".to_owned(),
    ] {
        let start = Instant::now();
        assert!(!accepts(&text), "{text:.40}");
        assert!(start.elapsed() < Duration::from_secs(20), "{text:.40} took {:?}", start.elapsed());
    }
}
