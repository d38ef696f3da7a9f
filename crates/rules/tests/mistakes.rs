//! Every mistake says what is wrong, where, and what to do, in German and English: one snapshot per language for each
//! file in `tests/mistakes`.

use std::fs;
use std::path::Path;

use leitplanke_finding::Language;
use leitplanke_rules::{Diagnostics, Heading, Shared, load_texts};

const MANIFEST: &str = "pack: house\nversion: 0.1.0\ntitle: { de: Haus, en: House }\ndescription: { de: x, en: x }\n";

/// What is wrong with the files.
fn mistakes(files: &[(&str, &str)]) -> Diagnostics {
    let files: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    load_texts(&files, &Shared::default()).err().unwrap_or_default()
}

/// Holds what is said about the files against the snapshots, and the languages against each other.
fn told(name: &str, files: &[(&str, &str)]) {
    let mistakes = mistakes(files);
    insta::assert_snapshot!(name, mistakes.describe(Language::En));
    insta::with_settings!({ snapshot_suffix => "de" }, {
        insta::assert_snapshot!(name, mistakes.describe(Language::De));
    });
    for mistake in &mistakes {
        let notes = mistake.notes.iter().filter(|note| note.heading != Heading::Allowed).map(|note| &note.text);
        for said in notes.chain([&mistake.message]) {
            assert_ne!(said.de, said.en, "{name}: in one language only");
        }
    }
}

#[test]
fn rule_files() {
    let mut count = 0;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let inner = format!("house/{name}.yaml");
        told(name, &[("house/pack.yaml", MANIFEST), (&inner, &text)]);
        count += 1;
    }
    assert!(count > 40, "the folder of mistakes is nearly empty");
}

#[test]
fn manifests() {
    for (name, text) in [
        ("manifest-keys", "pack: House Rules\nversion: 1\ntitle: { de: Haus }\nauthor: me\n"),
        ("manifest-reserved-name", "pack: frame\nversion: 1\ntitle: { de: a, en: b }\ndescription: { de: a, en: b }\n"),
        ("manifest-list", "- pack: house\n"),
        ("manifest-empty", ""),
    ] {
        told(name, &[("house/pack.yaml", text)]);
    }
}

#[test]
fn packs_and_files_that_clash() {
    let rule = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/complete/shared.yaml")).unwrap();
    told("same-id-in-two-files", &[("house/pack.yaml", MANIFEST), ("house/a.yaml", &rule), ("house/b.yaml", &rule)]);
    told("two-packs-of-one-name", &[("home/pack.yaml", MANIFEST), ("house/pack.yaml", MANIFEST)]);
    told("wrong-file-ending", &[("house/pack.yaml", MANIFEST), ("house/a.yml", &rule)]);
    told("no-manifest", &[("house/pack.yaml", MANIFEST), ("home/a.yaml", &rule)]);
}
