//! Labels that stand outside of a text: the key of a record, the header of a table far above.

use leitplanke_builtin::{catalog, rule_set};
use leitplanke_document::{Conversation, Document, Message, Options, read};
use leitplanke_engine::{Engine, Scope, Settings};
use leitplanke_finding::Finding;
use proptest::prelude::*;

fn engine() -> &'static Engine {
    static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    ENGINE.get_or_init(|| match (rule_set(), catalog()) {
        (Ok(set), Ok(catalog)) => Engine::new(set, catalog, Settings::default()),
        (set, catalog) => unreachable!("damaged: {:?} {:?}", set.err(), catalog.err()),
    })
}

fn scan(conversation: &Conversation<'_>) -> Vec<Finding> {
    engine().scan("test", None, conversation, &Scope::plain(engine().rules()))
}

fn scan_field(key: Option<&str>, text: &str) -> Vec<Finding> {
    let message = Message { text: text.into(), key: key.map(Into::into), ..Message::default() };
    scan(&Conversation { messages: vec![message], ..Conversation::default() })
}

fn found(findings: &[Finding]) -> Vec<(&str, &str)> {
    findings.iter().map(|finding| (&*finding.label, finding.text.as_str())).collect()
}

#[test]
fn a_key_is_a_label() {
    for (key, text, label) in [
        ("geburtsdatum", "3.5.1987", "DATE_OF_BIRTH"),
        ("dateOfBirth", "1987-05-03", "DATE_OF_BIRTH"),
        ("steuer_nummer", "2013519746", "DE_TAX_NUMBER"),
        ("steuerNr", "2013519746", "DE_TAX_NUMBER"),
        ("nachname", "Ahlers", "PERSON"),
        ("vorname", "Sabine", "PERSON"),
        ("firstName", "Iskander", "PERSON"),
        ("last_name", "Wübbena", "PERSON"),
        ("mitgliedsnummer", "M-20417", "MEMBER_NUMBER"),
        ("password", "Reiher-48-Ufer!", "SECRET"),
    ] {
        let findings = scan_field(Some(key), text);
        assert_eq!(found(&findings), [(label, text)], "{key}");
        assert!(!found(&scan_field(Some("wert"), text)).contains(&(label, text)), "without {key}");
    }
}

#[test]
fn a_key_speaks_against_a_value_and_is_none_itself() {
    for (key, text) in [
        ("bestellnummer", "81433762354"),
        ("name", "Quartalsbericht"),
        ("dateiname", "Sommerfest Plakat"),
        ("sabineAhlers", "Treffen um drei"),
        ("depression", "Was hilft?"),
        ("eintrittsdatum", "3.5.1987"),
    ] {
        assert_eq!(found(&scan_field(Some(key), text)), [], "{key}");
    }
}

#[test]
fn records_read_from_json_have_labels() {
    let json =
        r#"[{"nachname":"Ahlers","geburtsDatum":"3.5.1987","helfer":["Jette Wiechmann"],"notiz":"kommt Montag"}]"#;
    let document: Document<'_> = read("liste.json", json, &Options::default());
    let findings: Vec<Finding> = document.conversations.iter().flat_map(scan).collect();
    assert_eq!(found(&findings), [("PERSON", "Ahlers"), ("DATE_OF_BIRTH", "3.5.1987"), ("PERSON", "Jette Wiechmann")]);
}

#[test]
fn the_last_row_of_a_long_table_knows_its_header() {
    for (header, row, last) in [
        ("Nr;Vorname;Nachname;geboren;Ort\n", "7;;;;Köln\n", "8;Zwetana;Obstfelder;03.05.1987;Köln\n"),
        (
            "| Nr | Vorname | Nachname | geboren | Ort |\n|---|---|---|---|---|\n",
            "| 7 | | | | Köln |\n",
            "| 8 | Zwetana | Obstfelder | 03.05.1987 | Köln |\n",
        ),
    ] {
        let text = format!("{header}{}{last}", row.repeat(300 * 1024 / row.len()));
        let findings = scan_field(None, &text);
        let labels: Vec<&str> = findings.iter().map(|finding| &*finding.label).collect();
        assert_eq!(labels, ["PERSON", "DATE_OF_BIRTH"], "{header}");
        assert!(findings.iter().all(|finding| finding.byte_span.start > text.len() - last.len()));
        assert!(findings.iter().all(|finding| finding.byte_span.of(&text) == finding.text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn spans_of_labelled_fields_count_in_the_field(
        key in "[a-zA-Zäöü_ -]{0,20}",
        before in "[a-zäöüß€\u{a0}\u{ad}\u{200b} ]{0,20}",
        after in "[ ,.][a-zäöüß€\u{ad} ]{0,20}",
    ) {
        let text = format!("{before} Sabine Ahlers, DE21\u{a0}7005 1995 0000 0072 29{after}");
        let findings = scan_field(Some(&key), &text);
        let cut = |finding: &Finding| text.get(finding.byte_span.start..finding.byte_span.end).map(str::to_owned);
        for finding in &findings {
            prop_assert_eq!(cut(finding), Some(finding.text.clone()));
        }
        prop_assert!(findings.iter().any(|finding| &*finding.label == "IBAN"), "{:?}", findings);
    }
}
