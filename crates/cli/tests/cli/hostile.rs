//! Input that wants to hang, crash or act.

use std::io::Read;
use std::process::Stdio;

use crate::place::{Place, RED};

#[test]
fn one_line_of_twenty_megabytes() {
    let mut text = "Wir planen das Fest im Hof und backen Kuchen. ".repeat(20 * 1024 * 1024 / 46);
    text.push_str(RED);
    let place = Place::with(&[("lang.txt", &text)]);
    let said = place.run(&["check", "lang.txt", "--format", "jsonl", "--select", "IBAN"]);
    assert_eq!((said.code, said.rules()), (1, vec!["personal-data/iban".to_owned()]));
    assert!(said.out.len() < 4096);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_mistake() {
    let text = RED.repeat(1_500);
    let place = Place::with(&[("viel.txt", &text)]);
    for format in ["text", "jsonl"] {
        let mut command = place.command(&["check", "viel.txt", "--format", format]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 64];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{format}");
    }
}

#[test]
#[cfg(unix)]
fn a_file_name_can_not_act_on_the_terminal() {
    let place = Place::new();
    place.write("\u{1b}[2Jboese.md", RED.as_bytes());
    place.write("kaputt\u{7}.pdf", b"%PDF-1.7");
    let said = place.run(&["check", ".", "kaputt\u{7}.pdf", "fehlt\u{1b}[31m.txt"]);
    assert_eq!(said.code, 2);
    for text in [&said.out, &said.err] {
        assert!(!text.contains(['\u{1b}', '\u{7}']), "{text:?}");
    }
    let asked = place.run(&["check", ".", "--tool", "\u{1b}[2J", "--select", "\u{1b}[2J"]);
    assert!(!asked.err.contains('\u{1b}'), "{asked:?}");
}

#[test]
fn deep_and_broken_json_is_text() {
    let place = Place::new();
    place.write("tief.json", "[".repeat(200_000).as_bytes());
    place.write("null.txt", b"\0");
    place.write("zeichen.txt", "\u{feff}\u{202e}\u{e0041}\u{200b}".as_bytes());
    let said = place.run(&["check", "tief.json", "zeichen.txt", "--format", "jsonl", "--fail-on", "never"]);
    assert_eq!((said.code, &said.summary()["documents"]), (0, &2.into()));
    assert_eq!(place.run(&["check", "null.txt"]).code, 2);
}

#[test]
fn a_loop_of_links_ends() {
    let place = Place::with(&[("a/b.md", RED)]);
    #[cfg(unix)]
    std::os::unix::fs::symlink(place.path(), place.path().join("a/rund")).unwrap();
    assert_eq!(place.run(&["check", ".", "--format", "jsonl"]).summary()["documents"], 1);
}
