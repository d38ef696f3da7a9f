//! Chat logs.

use std::fmt::Write;

use crate::place::{Place, Said};

/// Conversations with a finding in every third question; about 200 bytes each.
fn log(conversations: usize) -> String {
    let mut text = String::new();
    for number in 0..conversations {
        let question = match number % 3 {
            0 => "Überweise es auf DE21 7005 1995 0000 0072 29.",
            _ => "Wie schreibt man eine Einladung?",
        };
        let _ = writeln!(
            text,
            r#"{{"id":"c-{number}","messages":[{{"id":"m-1","role":"user","content":"{question}"}},{{"id":"m-2","role":"assistant","content":"Mit Datum, Ort und einem freundlichen Satz."}}]}}"#
        );
    }
    text
}

fn run(place: &Place, args: &[&str]) -> Said {
    place.run(&[&["audit", "chats.jsonl", "--select", "IBAN"], args].concat())
}

#[test]
fn findings_say_where_they_were_said() {
    let place = Place::with(&[("chats.jsonl", &log(4))]);
    let said = run(&place, &["--format", "jsonl"]);
    assert_eq!(said.code, 1);
    let lines = said.lines();
    let place_of = |line: usize| {
        let location = &lines[line]["location"];
        (location["record"].as_u64(), location["conversation"].as_str(), location["message"].as_str())
    };
    assert_eq!(place_of(0), (Some(0), Some("c-0"), Some("m-1")));
    assert_eq!(place_of(1), (Some(3), Some("c-3"), Some("m-1")));
    let summary = said.summary();
    assert_eq!((&summary["conversations"], &summary["messages"]), (&4.into(), &8.into()));
    assert_eq!(
        (&summary["schema"], &summary["documents"], &summary["findings"]["error"]),
        (&1.into(), &1.into(), &2.into())
    );
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    // More than one block, and files beside it.
    let place = Place::with(&[("chats.jsonl", &log(6000)), ("a.json", "{\"x\":\"DE21 7005 1995 0000 0072 29\"}")]);
    for format in ["jsonl", "json", "text"] {
        let of = |threads: &str| {
            let mut command = place.command(&["audit", ".", "--select", "IBAN", "--format", format]);
            place.say(command.env("RAYON_NUM_THREADS", threads), b"")
        };
        let (one, eight) = (of("1"), of("8"));
        assert!(one.out == eight.out && one.out.len() > 100_000, "{format}: {} and {}", one.out.len(), eight.out.len());
    }
    let asked = |threads: &str| run(&place, &["--format", "jsonl", "--threads", threads]).out;
    assert_eq!(asked("1"), asked("3"));
}

#[test]
fn blocks_and_wholes_find_the_same() {
    let log = log(6000);
    let array = format!("[{}]", log.trim_end().replace('\n', ","));
    let place = Place::with(&[("chats.jsonl", &log), ("chats.json", &array)]);
    let found = |file: &str| {
        let said = place.run(&["audit", file, "--select", "IBAN", "--format", "jsonl"]);
        let lines = said.lines();
        lines.iter().filter_map(|line| line["location"]["record"].as_u64()).collect::<Vec<_>>()
    };
    let (lines, whole) = (found("chats.jsonl"), found("chats.json"));
    assert_eq!((lines.len(), &lines), (2000, &whole));
}

#[test]
fn broken_lines_are_told_and_the_others_read() {
    let mut text = log(3);
    text.push_str("{\"id\":\"c-9\",\"messages\":[{\"role\n");
    text.push_str(&"{kaputt}\n".repeat(150));
    let place = Place::with(&[("chats.jsonl", &text)]);
    let said = run(&place, &["--format", "jsonl", "--fail-on", "never"]);
    // What was not checked must not pass for clean, whatever the threshold.
    assert_eq!((said.code, said.rules().len()), (2, 1));
    let errors = said.summary()["errors"].as_array().unwrap().clone();
    assert_eq!(errors.len(), 101);
    assert!(errors.iter().any(|error| error["reason"] == "51 weitere Einträge ließen sich nicht lesen."));
}

#[test]
fn standard_input_streams() {
    let place = Place::new();
    let said = place.run_with(&log(5000), &["audit", "-", "--select", "IBAN", "--format", "jsonl"]);
    assert_eq!((&said.summary()["conversations"], said.rules().len()), (&5000.into(), 1667));
}

#[test]
fn a_log_can_not_silence_its_own_audit() {
    let text = r#"{"id":"c","messages":[{"role":"user","content":"<!-- leitplanke: ignore-file[IBAN] egal --> DE21 7005 1995 0000 0072 29"}]}"#;
    let place = Place::with(&[("chats.jsonl", text)]);
    assert_eq!(run(&place, &["--format", "jsonl"]).lines()[0]["state"], "reported");
}

#[test]
fn an_audit_for_people() {
    let place = Place::with(&[("chats.jsonl", &log(2))]);
    let said = run(&place, &["--tool", "consumer"]);
    assert!(said.out.starts_with("✗ rot     consumer"), "{}", said.out);
    assert!(said.out.contains("1 Fehler in 1 Datei: 2 Gespräche mit 4 Nachrichten."), "{}", said.out);
}

#[test]
fn an_audit_counts_by_rule() {
    let place = Place::with(&[("chats.jsonl", &log(30))]);
    let said = place.run(&["audit", "chats.jsonl", "--select", "personal-data"]);
    assert!(said.out.contains("\nBefunde je Regel:\n  10  personal-data/iban\n\n"), "{}", said.out);
    for format in ["json", "jsonl"] {
        let said = run(&place, &["--format", format]);
        let summary = if format == "json" { said.json()["summary"].clone() } else { said.summary() };
        assert_eq!(summary["rules"], serde_json::json!({ "personal-data/iban": 10 }), "{format}");
    }
}
