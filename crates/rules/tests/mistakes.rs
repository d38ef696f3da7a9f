//! Every mistake says what is wrong, where, and what to do: one snapshot per file in `tests/mistakes`.

use std::fs;
use std::path::Path;

use leitplanke_rules::{Shared, load_texts};

const MANIFEST: &str = "pack: house\nversion: 0.1.0\ntitle: { de: Haus, en: House }\ndescription: { de: x, en: x }\n";

fn report(files: &[(&str, &str)]) -> String {
    let files: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    load_texts(&files, &Shared::default()).map_or_else(|mistakes| mistakes.to_string(), |_| String::new())
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
        insta::assert_snapshot!(name, report(&[("house/pack.yaml", MANIFEST), (&inner, &text)]));
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
        insta::assert_snapshot!(name, report(&[("house/pack.yaml", text)]));
    }
}

#[test]
fn packs_and_files_that_clash() {
    let rule = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/complete/shared.yaml")).unwrap();
    insta::assert_snapshot!(
        "same-id-in-two-files",
        report(&[("house/pack.yaml", MANIFEST), ("house/a.yaml", &rule), ("house/b.yaml", &rule),])
    );
    insta::assert_snapshot!(
        "two-packs-of-one-name",
        report(&[("home/pack.yaml", MANIFEST), ("house/pack.yaml", MANIFEST),])
    );
    insta::assert_snapshot!("wrong-file-ending", report(&[("house/pack.yaml", MANIFEST), ("house/a.yml", &rule)]));
    insta::assert_snapshot!("no-manifest", report(&[("house/pack.yaml", MANIFEST), ("home/a.yaml", &rule)]));
}
