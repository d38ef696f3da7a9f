//! Whatever comes in, reading never panics and every offset fits its text.

use leitplanke_document::{Batch, Blocks, Directives, Format, Options, decode, read, streams};
use leitplanke_finding::{Role, Span};
use proptest::prelude::*;

fn fits(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

/// Pieces that texts with directives, JSON and encodings are made of.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "leitplanke: ",
        "Leitplanken-ignore: ",
        "ignore",
        "ignore-next",
        "disable",
        "enable",
        "ignore-file",
        "[",
        "]",
        "bias",
        "a/b, ",
        "<!--",
        "-->",
        "#",
        "//",
        "/*",
        "*/",
        "{#",
        "#}",
        "{{!",
        "}}",
        "---",
        "\n",
        "\r\n",
        " ",
        "ü",
        "😀",
        "grund=\"",
        "{",
        "}",
        "\"",
        ":",
        ",",
        "\"role\"",
        "\"user\"",
        "\"content\"",
        "\\ud83d",
        "\\ude00",
        "\\",
        "1234567890",
        "null",
        "\0",
        "\u{feff}",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Lines of text, many of them with a sound directive.
fn commented() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec!["ignore", "ignore-next", "disable", "enable", "ignore-file"]);
    let comment = (word, prop::sample::select(vec!["a", "b/c", "a, ÜB", "LABEL , a"]), any::<bool>());
    let line = (prop::option::of(comment), prop::sample::select(vec!["", "Grüße 😀", " ", "- b: ö "]));
    let shown = line.prop_map(|(comment, before)| match comment {
        Some((word, names, true)) => format!("{before} <!-- leitplanke: {word}[{names}] Übung -->"),
        Some((word, names, false)) => format!("{before} # leitplanke: {word}[{names}]"),
        None => before.to_owned(),
    });
    prop::collection::vec(shown, 0..12).prop_map(|lines| lines.join("\n"))
}

fn format() -> impl Strategy<Value = Option<Format>> {
    prop::option::of(prop::sample::select(Format::ALL.to_vec()))
}

fn check(directives: &Directives, text: &str) {
    for directive in &directives.valid {
        assert!(fits(directive.span, text) && !directive.targets.is_empty());
        for target in &directive.targets {
            assert!(fits(target.covers, text), "{:?} in {text:?}", target.covers);
            assert_eq!(target.span.of(text), target.name);
        }
    }
    assert!(directives.malformed.iter().all(|malformed| fits(malformed.span, text)));
}

fn check_document(bytes: &[u8], format: Option<Format>) {
    streams("x", bytes);
    let Ok(decoded) = decode(bytes) else { return };
    let document = read("x", &decoded.text, &Options { role: Role::Prompt, format });
    for message in document.conversations.iter().flat_map(|conversation| &conversation.messages) {
        check(&message.directives, &message.text);
    }
    for error in &document.errors {
        assert!(!error.to_string().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), format in format()) {
        check_document(&bytes, format);
    }

    #[test]
    fn likely_texts_never_panic(text in pieces(), format in format()) {
        check_document(text.as_bytes(), format);
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        check_document(&units, format);
    }

    #[test]
    fn directives_fit_their_text(text in pieces(), format in format()) {
        check(&Directives::find(&text, format.unwrap_or_default()), &text);
    }

    #[test]
    fn sound_directives_fit_their_text(text in commented()) {
        let found = Directives::find(&text, Format::Text);
        check(&found, &text);
        let written = text.matches("leitplanke:").count();
        let ends = found.malformed.iter().filter(|malformed| malformed.span.of(&text).starts_with("leitplanke:")).count();
        let enables = text.matches("enable[").count();
        prop_assert!(found.valid.len() + ends <= written && found.valid.len() + ends + enables >= written);
        for directive in &found.valid {
            prop_assert!(directive.targets.iter().all(|target| !target.covers.is_empty()));
        }
    }

    #[test]
    fn decoding_valid_utf8_changes_nothing(text in "[a-zäöüß€😀 \n]{0,80}") {
        let decoded = decode(text.as_bytes());
        prop_assert_eq!(decoded.unwrap().text, text.as_str());
    }

    #[test]
    fn blocks_of_any_size_agree(
        lines in prop::collection::vec("(\\{\"a\":\"[a-zü]{1,9}\"\\}|\\{kaputt|)(\r)?", 0..12),
        target in 1_usize..80,
    ) {
        let text = lines.join("\n");
        let whole: Vec<_> = Blocks::new(text.as_bytes(), 1 << 20).map(Result::unwrap).collect();
        let cut: Vec<_> = Blocks::new(text.as_bytes(), target).map(Result::unwrap).collect();
        let mut joined = Batch::default();
        for block in &cut {
            let batch = block.read(Role::Prompt);
            joined.conversations.extend(batch.conversations);
            joined.errors.extend(batch.errors);
            joined.skipped += batch.skipped;
        }
        prop_assert_eq!(joined, whole.first().map(|block| block.read(Role::Prompt)).unwrap_or_default());
    }
}
