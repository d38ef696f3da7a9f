//! Packs on disk.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use leitplanke_finding::Language;
use leitplanke_rules::{Shared, load_packs};

const FRAME: &str = "- id: frame/draft\n  kind: frame\n  title: { de: Entwurf, en: Draft }\n  cues: [Entwurf]\n";

fn write(root: &Path, files: &[(&str, &[u8])]) {
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn manifest(name: &str) -> Vec<u8> {
    format!("pack: {name}\nversion: 0.1.0\ntitle: {{ de: a, en: b }}\ndescription: {{ de: a, en: b }}\n").into_bytes()
}

/// Holds the reports in both languages against the snapshots, with the temporary folder left out.
fn told(name: &str, root: &Path) {
    let mistakes = load_packs(&[root.to_owned()], &Shared::default()).unwrap_err();
    let folder = root.to_string_lossy().replace('\\', "/");
    insta::assert_snapshot!(name, mistakes.describe(Language::En).replace(&folder, "…"));
    insta::with_settings!({ snapshot_suffix => "de" }, {
        insta::assert_snapshot!(name, mistakes.describe(Language::De).replace(&folder, "…"));
    });
}

#[test]
fn a_folder_of_packs_or_one_pack() {
    let root = tempfile::tempdir().unwrap();
    let (home, house) = (manifest("home"), manifest("house"));
    write(
        root.path(),
        &[
            ("home/pack.yaml", &home),
            ("house/pack.yaml", &house),
            ("house/deep/er/frames.yaml", FRAME.as_bytes()),
            ("house/README.md", b"no rules: [in here"),
            ("house/.draft.yaml", b"not: [read"),
            ("names/lists.yaml", b"others: [own this"),
            ("presets/ngo.yaml", b"and: [this"),
        ],
    );
    let packs = load_packs(&[root.path().to_owned()], &Shared::default()).unwrap();
    assert_eq!(packs.packs.iter().map(|pack| pack.name.as_str()).collect::<Vec<_>>(), ["home", "house"]);
    let alone = load_packs(&[root.path().join("house")], &Shared::default()).unwrap();
    assert_eq!((alone.packs.len(), alone.packs[0].frames[0].name.as_str()), (1, "draft"));
}

#[test]
fn folders_without_a_pack() {
    let root = tempfile::tempdir().unwrap();
    told("empty-folder", root.path());
    write(root.path(), &[("house/deep/a.yaml", FRAME.as_bytes()), ("house/b.yaml", FRAME.as_bytes())]);
    told("folder-without-manifest", root.path());
    assert!(load_packs(&[root.path().join("absent")], &Shared::default()).is_err());
}

#[test]
fn files_that_are_no_text() {
    let root = tempfile::tempdir().unwrap();
    let house = manifest("house");
    let big = vec![b' '; 5 << 20];
    write(
        root.path(),
        &[
            ("house/pack.yaml", &house),
            ("house/latin1.yaml", b"# fine\n- id: house/f\xfcr\n"),
            ("house/big.yaml", &big),
            ("house/utf8-mark.yaml", format!("\u{feff}{FRAME}").as_bytes()),
        ],
    );
    told("files-that-are-no-text", root.path());
}
