//! Everything people read is there in their language.

use crate::place::{GREEN, PACK, Place};

/// What a run says that ends because of a mistake.
fn refused(place: &Place, words: &[&str]) -> String {
    let said = place.run(words);
    assert_eq!((said.code, said.out.as_str()), (2, ""), "{words:?}");
    format!("$ leitplanke {}\n{}", words.join(" "), said.err)
}

#[test]
fn slips_on_the_command_line() {
    let place = Place::with(&[("a.txt", GREEN)]);
    let said: String = [
        &["--nonsense"][..],
        &["chekc"],
        &["check", "--fromat", "json"],
        &["check", "--format", "xml"],
        &["check", "--tool"],
        &["check", "--preset", "ngo-de", "--config", "x.yaml"],
        &["check", "--exit-zero", "--exit-zero"],
        &["check", "--quiet=yes"],
        &["check", "a.txt", "--tool", "consumr"],
        &["check", "a.txt", "--select", "personal-dat"],
        &["check", "a.txt", "--config", "none.yaml"],
        &["audit"],
        &["audit", "a.txt", "--threads", "0"],
        &["explain", "iban", "bic"],
        &["explain", "IBAN"],
        &["explain", "secrets"],
        &["a.txt"],
        &["rules", "lst"],
        &["rules", "list", "--category", "secret"],
        &["rules", "test", "--packs", "none"],
    ]
    .map(|words| refused(&place, words))
    .join("\n");
    insta::assert_snapshot!(said);
}

#[test]
fn a_broken_pack_is_told_in_the_language_of_the_run() {
    let broken = PACK[1].1.replace("kind:", "knid:");
    let place =
        Place::with(&[PACK[0], ("haus/projekt.yaml", &broken), ("leitplanke.yaml", "packs: haus\n"), ("a.txt", GREEN)]);
    for words in [&["check", "a.txt"][..], &["rules", "list"], &["rules", "test", "--packs", "haus"]] {
        let (german, english) = (refused(&place, words), refused(&place, &[words, &["--lang", "en"]].concat()));
        assert!(german.contains("Fehler: den Schlüssel `knid` gibt es hier nicht\n"), "{german}");
        assert!(german.contains(" = Hilfe: Ist `kind` gemeint?\n"), "{german}");
        assert!(english.contains("error: unknown key `knid`\n"), "{english}");
        assert!(english.contains(" = help: did you mean `kind`?\n"), "{english}");
    }
}

#[test]
fn a_broken_policy_is_told_in_the_language_of_the_run() {
    let place = Place::with(&[("leitplanke.yaml", "mode: gat\n"), ("a.txt", GREEN)]);
    let of = |locale: &str| {
        let said = place.say(place.command(&["check", "a.txt"]).env("LANG", locale), b"");
        (said.code, said.err.lines().next().unwrap_or_default().to_owned())
    };
    assert_eq!(of("de_AT.UTF-8"), (2, "Fehler: den Modus `gat` gibt es nicht".to_owned()));
    assert_eq!(of("en_IE.UTF-8"), (2, "error: unknown mode `gat`".to_owned()));
}

#[test]
fn named_checks_are_described_in_the_language_of_the_run() {
    let place = Place::new();
    for (language, said) in [("de", "Kontonummer IBAN, Form des Landes"), ("en", "Bank account number, country shape")]
    {
        for words in [&["rules", "validators"][..], &["explain", "personal-data/iban"]] {
            let out = place.run(&[words, &["--lang", language]].concat()).out;
            // Pages are wrapped.
            let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(out.contains(said), "no {said:?} in\n{out}");
        }
    }
}
