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
    engine().scan("test", conversation, &Scope::plain(engine().rules()))
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

fn scan_json(json: &str) -> Vec<Finding> {
    let document: Document<'_> = read("liste.json", json, &Options::default());
    document.conversations.iter().flat_map(scan).collect()
}

#[test]
fn a_topic_in_one_field_is_about_the_person_in_another() {
    let findings = scan_json(
        r#"{"verein":"Hand in Hand","mitglieder":[
            {"vorname":"Sabine","nachname":"Ahlers","kontakt":{"telefon":"030 23125 044"},"notiz":"Epilepsie"},
            {"vorname":"Mehmet","nachname":"Yıldız","notiz":"zahlt bar"}],"thema":"Depression"}"#,
    );
    let told: Vec<_> = findings.iter().map(|found| (&*found.label, found.text.as_str(), found.linked)).collect();
    assert_eq!(
        told,
        [
            ("PERSON", "Sabine", Some(1)),
            ("PERSON", "Ahlers", Some(1)),
            ("PHONE", "030 23125 044", Some(1)),
            ("HEALTH", "Epilepsie", Some(1)),
            ("PERSON", "Mehmet", Some(2)),
            ("PERSON", "Yıldız", Some(2)),
        ]
    );
    assert_eq!(findings[3].location.pointer.as_deref(), Some("/mitglieder/0/notiz"));
    assert!(findings[3].excerpt.contains("E*******"), "the excerpt shows the field: {}", findings[3].excerpt);
}

#[test]
fn a_list_of_people_is_mass_data_in_json_too() {
    let names =
        ["Ahlers", "Bökamp", "Czaja", "Dörfler", "Ebersoll", "Farhadi", "Grabner", "Haddad", "Ihnen", "Jaworski"];
    let rows = names.map(|name| format!(r#"{{"id":{},"vorname":"Sabine","nachname":"{name}"}}"#, name.len()));
    let mass = |rows: &[String]| {
        let findings = scan_json(&format!("[{}]", rows.join(",")));
        findings.iter().filter(|found| &*found.label == "MASS_DATA").count()
    };
    assert_eq!((mass(&rows), mass(&rows[..4])), (1, 0));
}

#[test]
fn prompts_of_a_library_do_not_rub_off_on_each_other() {
    let prompts = r#"[{"title":"Brief","prompt":"Schreib Frau Sabine Ahlers."},{"title":"Hilfe","prompt":"Was ist eine Depression?"}]"#;
    assert_eq!(found(&scan_json(prompts)), [("PERSON", "Sabine Ahlers")]);
}

#[test]
fn quotation_marks_around_a_cell_or_a_named_person_do_not_silence() {
    for text in [
        "Autor;Nachricht\nMensch;\"Unsere Klientin hat eine Depression.\"\n",
        "Im Protokoll steht: „Sabine Ahlers hat eine Depression.“",
    ] {
        assert!(found(&scan_field(None, text)).contains(&("HEALTH", "Depression")), "{text}");
    }
    let discussed = "Was heißt „unsere Klientin hat eine Depression“ in Leichter Sprache?";
    assert_eq!(found(&scan_field(None, discussed)), []);
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
    fn spans_in_records_count_in_their_fields(
        keys in proptest::collection::vec("[a-zA-Zäöü_]{0,12}", 1..5),
        values in proptest::collection::vec("(Sabine|Ahlers|[a-zäöüß€\u{ad}\u{200b};, ]{0,20}|Epilepsie|3\\.5\\.1987)", 1..12),
    ) {
        let records = values.chunks(keys.len()).enumerate();
        let messages: Vec<Message<'_>> = records
            .flat_map(|(row, values)| values.iter().zip(&keys).map(move |(text, key)| (row, key, text)))
            .map(|(row, key, text)| Message {
                row: Some(row as u32),
                key: Some(key.as_str().into()),
                pointer: Some(format!("/{row}/{key}")),
                text: text.as_str().into(),
                ..Message::default()
            })
            .collect();
        let conversation = Conversation { messages, ..Conversation::default() };
        for finding in scan(&conversation) {
            let inside = |message: &Message<'_>| {
                message.pointer == finding.location.pointer
                    && message.text.get(finding.byte_span.start..finding.byte_span.end) == Some(&finding.text)
            };
            prop_assert!(conversation.messages.iter().any(inside), "{:?}", finding);
        }
    }

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
