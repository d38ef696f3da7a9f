//! Whole pages as they lie in an office, with everything personal marked: nothing of it may stay unmarked.

use std::fs;
use std::path::Path;

use crate::place::Place;

/// Packs whose findings are about a person or open a door.
const PERSONAL: [&str; 3] = ["personal-data/", "sensitive/", "secrets/"];

/// The text of a story with `⟦…⟧` around what was found. Where findings overlap, they are marked as one.
fn marked(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/stories").join(name);
    let text = fs::read_to_string(path).unwrap();
    let place = Place::with(&[(name, &text)]);
    let said = place.run(&["check", name, "--format", "jsonl", "--preset", "strict", "--fail-on", "never"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let mut spans: Vec<(usize, usize, String)> = Vec::new();
    for line in said.lines() {
        let Some(rule) = line["rule"].as_str().filter(|rule| PERSONAL.iter().any(|pack| rule.starts_with(pack))) else {
            continue;
        };
        let at = |end: &str| usize::try_from(line["byte_span"][end].as_u64().unwrap()).unwrap();
        let label = line["label"].as_str().unwrap_or(rule);
        match spans.last_mut() {
            Some((_, end, labels)) if at("start") < *end => {
                *end = (*end).max(at("end"));
                if !labels.split('+').any(|known| known == label) {
                    labels.push('+');
                    labels.push_str(label);
                }
            }
            _ => spans.push((at("start"), at("end"), label.to_owned())),
        }
    }
    let mut written = String::new();
    let mut done = 0;
    for (start, end, labels) in spans {
        written.push_str(&text[done..start]);
        for part in ["⟦", &labels, "|", &text[start..end], "⟧"] {
            written.push_str(part);
        }
        done = end;
    }
    written.push_str(&text[done..]);
    written
}

#[test]
fn a_page_of_a_member_list() {
    insta::assert_snapshot!(marked("member-list.txt"));
}

#[test]
fn a_counselling_note() {
    insta::assert_snapshot!(marked("counselling-note.md"));
}

#[test]
fn an_email_thread() {
    insta::assert_snapshot!(marked("email-thread.txt"));
}

#[test]
fn a_csv_of_donors() {
    insta::assert_snapshot!(marked("donors.csv"));
}
