//! Whatever stands in a file, the loader answers with a pack or with mistakes, and soon.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use leitplanke_finding::Language;
use leitplanke_rules::{Shared, load_packs, load_texts};
use proptest::prelude::*;

const MANIFEST: &str = "pack: house\nversion: 0.1.0\ntitle: { de: a, en: b }\ndescription: { de: a, en: b }\n";

fn load(text: &str) -> bool {
    let files = [("house/pack.yaml".to_owned(), MANIFEST.to_owned()), ("house/a.yaml".to_owned(), text.to_owned())];
    match load_texts(&files, &Shared::default()) {
        Ok(_) => true,
        Err(mistakes) => {
            let said = Language::ALL.map(|language| mistakes.describe(language));
            assert!(!mistakes.is_empty() && !said.concat().contains('\u{1b}'));
            false
        }
    }
}

/// Correct files, to be damaged.
fn correct() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/complete");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.into_iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_in_a_folder(bytes in prop::collection::vec(any::<u8>(), 0..400), manifest: bool) {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("pack.yaml"), if manifest { &bytes } else { MANIFEST.as_bytes() }).unwrap();
        fs::write(root.path().join("a.yaml"), &bytes).unwrap();
        let empty = Shared::default();
        let loaded = load_packs(&[root.path().to_owned()], &empty);
        prop_assert!(loaded.is_ok() || !loaded.unwrap_err().is_empty());
    }

    #[test]
    fn any_text_of_yaml_signs(text in "[-:?,\\[\\]{}#&*!|>'\"%@`~ \t\r\n<=a«»\u{feff}\u{85}\u{2028}0.]{0,200}") {
        load(&text);
    }

    #[test]
    fn damaged_files(file in 0..8usize, at in any::<prop::sample::Index>(), cut in 0..40usize, put in ".{0,8}") {
        let mut text = correct()[file].clone();
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = text.floor_char_boundary((start + cut).min(text.len()));
        text.replace_range(start..end, &put);
        load(&text);
    }
}

/// What grows faster than its file would not end within a day here: no clock is needed to see that.
#[test]
fn files_made_to_take_long() {
    let list = |item: &str, count: usize| format!("[{}]", vec![item; count].join(", "));
    let rows = |row: &str, count: usize| row.repeat(count);
    let fragments = |count: usize, regex: fn(&str) -> String| -> String {
        let using = |n: usize| (n, regex(&format!("(?&f{})", n + 1)));
        let row = |(n, regex)| format!("- {{id: fragment/f{n}, kind: fragment, regex: '{regex}'}}\n");
        (0..count).map(using).map(row).collect::<Vec<_>>().concat()
    };
    for text in [
        "[".repeat(200_000),
        "{a: ".repeat(100_000),
        "- ".repeat(100_000),
        "? ".repeat(100_000),
        "\"".repeat(100_000),
        "'".repeat(99_999),
        format!("- {}", list("a", 200_000)),
        format!("- {{{}}}", (0..5_000).map(|n| format!("k{n}: v")).collect::<Vec<_>>().join(", ")),
        rows("- {id: x, kind: y}\n", 5_000),
        rows("- a: [\n    'b',\n  ]\n", 5_000),
        format!(
            "- id: vocabulary/big\n  kind: vocabulary\n  terms: {}\n",
            list("'(a|b|c|d) (a|b|c|d) (a|b|c|d)'", 3000)
        ),
        format!("- kind: pattern\n  match:\n    regex: {}\n", list(r"'(?:\pL{200}){20}'", 20)),
        format!("- kind: pattern\n  match:\n    regex: '{}'\n", "(?:a|b)?".repeat(20_000)),
        format!(
            "- {{id: fragment/f60, kind: fragment, regex: x}}\n{}",
            fragments(60, |next| format!("({next}{next}){{0}}x"))
        ),
        format!("- {{id: fragment/f20000, kind: fragment, regex: x}}\n{}", fragments(20_000, str::to_owned)),
        format!("- {{id: fragment/f, kind: fragment, regex: '{}'}}\n", "(?&".repeat(100_000)),
        format!("- title: {{ de: '{}' }}\n", "{a}".repeat(100_000)),
        format!("- examples: {{ de: {{ match: ['{}'] }} }}\n", "«".repeat(100_000)),
    ] {
        load(&text);
    }
}
