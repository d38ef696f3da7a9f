//! What is read, what is passed over, what is a mistake.

use crate::place::{GREEN, Place, RED, Said};

/// The files with findings, in order.
fn files(said: &Said) -> Vec<String> {
    let mut files: Vec<String> =
        said.lines().iter().filter_map(|line| line["location"]["path"].as_str().map(str::to_owned)).collect();
    files.dedup();
    files
}

#[test]
fn standard_input() {
    let place = Place::new();
    let said = place.run_with(RED, &["check", "-", "--format", "jsonl"]);
    assert_eq!((said.code, files(&said)), (1, vec!["-".to_owned()]));
    let named = place.run_with(
        "{\"iban\": \"DE21 7005 1995 0000 0072 29\"}",
        &["check", "-", "--stdin-filename", "a/prompts.json", "--format", "jsonl"],
    );
    assert_eq!(files(&named), ["a/prompts.json"]);
    assert_eq!(named.lines()[0]["location"]["pointer"], "/iban");
}

#[test]
fn folders_respect_ignore_files_and_look_into_folders_of_ai_tools() {
    let place = Place::with(&[
        (".gitignore", "entwurf/\n"),
        (".leitplankeignore", "alt.md\n"),
        ("a.md", RED),
        ("alt.md", RED),
        ("entwurf/b.md", RED),
        (".git/c.md", RED),
        (".versteckt/d.md", RED),
        (".github/prompts/e.prompt.md", RED),
        (".cursor/rules/f.mdc", RED),
        (".claude/commands/g.md", RED),
        (".continue/h.md", RED),
        (".windsurf/i.md", RED),
        (".cursorrules", RED),
        (".env", RED),
    ]);
    let expected = [
        ".claude/commands/g.md",
        ".continue/h.md",
        ".cursor/rules/f.mdc",
        ".cursorrules",
        ".github/prompts/e.prompt.md",
        ".windsurf/i.md",
        "a.md",
    ];
    for args in [&["check", "--format", "jsonl"][..], &["check", ".", "--format", "jsonl"]] {
        assert_eq!(files(&place.run(args)), expected);
    }
    let named = place.run(&["check", "entwurf/b.md", ".versteckt/d.md", "alt.md", "--format", "jsonl"]);
    assert_eq!(files(&named), [".versteckt/d.md", "alt.md", "entwurf/b.md"]);
}

#[test]
fn policies_and_rule_packs_are_no_prompts() {
    let place = Place::with(&[("leitplanke.yaml", "mode: gate\n"), ("a.md", GREEN), ("sub/leitplanke.yaml", RED)]);
    place.write("rules/pack.yaml", RED.as_bytes());
    place.write("rules/x.yaml", RED.as_bytes());
    let said = place.run(&["check", ".", "--format", "jsonl"]);
    assert_eq!((said.code, &said.summary()["documents"]), (0, &1.into()));
}

#[test]
fn patterns_the_shell_left_to_us() {
    let place = Place::with(&[("p/a.md", RED), ("p/b/c.md", RED), ("p/d.txt", RED)]);
    let of = |pattern: &str| files(&place.run(&["check", pattern, "--format", "jsonl"]));
    assert_eq!(of("p/*.md"), ["p/a.md"]);
    assert_eq!(of("p/**/*.md"), ["p/a.md", "p/b/c.md"]);
    assert_eq!(of("./p/*.{md,txt}"), ["p/a.md", "p/d.txt"]);
    let none = place.run(&["check", "p/*.pdf"]);
    assert_eq!(none.code, 2);
    assert!(none.out.contains("p/*.pdf: Dazu passt keine Datei."), "{none:?}");
}

#[test]
fn a_file_named_twice_is_read_once() {
    let place = Place::with(&[("p/a.md", RED)]);
    let said = place.run(&["check", "p/a.md", "./p/a.md", "p", "--format", "jsonl"]);
    assert_eq!(said.summary()["documents"], 1);
}

#[test]
fn a_name_with_blanks_wants_quotes() {
    let place = Place::with(&[("Brief an Jobcenter.txt", RED), ("a.md", GREEN)]);
    let said = place.run(&["check", "a.md", "Brief", "an", "Jobcenter.txt", "--format", "jsonl"]);
    let errors = said.summary()["errors"].as_array().unwrap().clone();
    assert_eq!((said.code, errors.len()), (2, 1));
    assert_eq!(
        errors[0]["reason"],
        "Der Name enthält Leerzeichen. Bitte in Anführungszeichen setzen: \"Brief an Jobcenter.txt\""
    );
}

#[test]
fn what_a_folder_holds_but_can_not_be_read_is_never_clean() {
    let place = Place::with(&[("p/a.md", GREEN), ("p/chats.jsonl", "{\"prompt\":\"Hallo\"}\n{kaputt}\n")]);
    let said = place.run(&["check", "p", "--fail-on", "never", "--exit-zero"]);
    assert_eq!(said.code, 2);
    assert!(said.out.contains("Nicht gelesen: p/chats.jsonl: Zeile 2"), "{}", said.out);
    let sarif = place.run(&["check", "p", "--format", "sarif"]).json();
    assert_eq!(sarif["runs"][0]["invocations"][0]["executionSuccessful"], false);
}

#[test]
fn a_missing_path_is_a_mistake_but_the_others_are_read() {
    let place = Place::with(&[("brief.txt", RED)]);
    let said = place.run(&["check", "breif.txt", "brief.txt", "--format", "jsonl"]);
    assert_eq!((said.code, files(&said)), (2, vec!["brief.txt".to_owned()]));
    let error = &said.summary()["errors"][0];
    assert_eq!(error["reason"], "Diese Datei gibt es nicht. Ist `brief.txt` gemeint?");
}

#[test]
fn binary_files_are_counted_where_met_and_a_mistake_where_named() {
    let place = Place::with(&[("p/a.md", GREEN)]);
    place.write("p/bild.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    place.write("p/akte.pdf", b"%PDF-1.7 \xff\xfe");
    let met = place.run(&["check", "p", "--format", "jsonl"]);
    assert_eq!((met.code, &met.summary()["skipped"]["binary"]), (0, &2.into()));
    // A picture says nothing; a document holds text that nobody checked.
    assert_eq!(
        met.err,
        "Nicht gelesen, weil kein Text: p/akte.pdf. Bitte als Text oder Markdown speichern und Archive entpacken.\n"
    );
    let named = place.run(&["check", "p/akte.pdf", "p/a.md", "--format", "jsonl"]);
    assert_eq!((named.code, &named.summary()["documents"]), (2, &1.into()));
    assert!(named.summary()["errors"][0]["reason"].as_str().unwrap().contains("PDF"));
}

#[test]
fn every_encoding_is_read() {
    let place = Place::new();
    let utf16: Vec<u8> = format!("\u{feff}{RED}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    place.write("utf16.txt", &utf16);
    let windows: Vec<u8> = RED.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    place.write("windows.txt", &windows);
    let mut damaged = format!("Müßig, Köhler, Jäger: {RED}").into_bytes();
    damaged.insert(0, 0xc3);
    place.write("damaged.txt", &damaged);
    let said = place.run(&["check", ".", "--format", "jsonl", "--select", "IBAN"]);
    assert_eq!(files(&said), ["damaged.txt", "utf16.txt", "windows.txt"]);
    insta::assert_snapshot!(said.err);
    assert_eq!(place.run(&["check", ".", "--quiet"]).err, "");
}

#[test]
fn an_empty_folder_is_no_proof() {
    let said = Place::new().run(&["check", "."]);
    assert_eq!((said.code, said.err.as_str()), (0, "Hier gab es nichts zu prüfen: keine Textdateien.\n"));
    assert!(!said.out.contains("grün"), "{said:?}");
}

#[test]
fn a_stray_nul_hides_nothing() {
    let place = Place::new();
    place.write("p/brief.txt", format!("An\0: {RED}").as_bytes());
    assert_eq!(place.run(&["check", "p", "--select", "IBAN"]).code, 1);
}

#[test]
fn an_empty_file_is_clean() {
    let said = Place::with(&[("leer.txt", "")]).run(&["check", "leer.txt", "--format", "jsonl"]);
    assert_eq!((said.code, said.light("consumer").as_str(), &said.summary()["documents"]), (0, "green", &1.into()));
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_can_not_be_read_is_told() {
    // Opens, but answers reading with an error, even to the administrator.
    let said = Place::with(&[("a.md", RED)]).run(&["check", "/proc/self/mem", "a.md", "--format", "jsonl"]);
    assert_eq!((said.code, files(&said)), (2, vec!["a.md".to_owned()]));
    assert_eq!(said.summary()["errors"][0]["path"], "/proc/self/mem");
}

#[test]
fn the_selection_narrows_what_is_told() {
    let text = format!("{RED}Sie ist an den Rollstuhl gefesselt.\n");
    let place = Place::with(&[("a.md", &text)]);
    let of = |args: &[&str]| place.run(&[&["check", "a.md", "--format", "jsonl"], args].concat());
    assert_eq!(of(&["--select", "personal-data/iban"]).rules(), ["personal-data/iban"]);
    assert_eq!(of(&["--select", "personal-data", "--ignore", "IBAN"]).rules(), [""; 0]);
    assert_eq!(of(&["--select", "IBAN,bias"]).rules().len(), 2);
    assert!(!of(&["--ignore", "personal-data/iban"]).rules().contains(&"personal-data/iban".to_owned()));
    let unknown = of(&["--select", "personal-data/ibna"]);
    assert_eq!(unknown.code, 2);
    insta::assert_snapshot!(unknown.err);
}

#[test]
fn a_role_for_texts_that_have_none() {
    let place = Place::with(&[("antwort.txt", "Als KI-Sprachmodell kann ich dazu nichts sagen.\n")]);
    let of = |role: &str| place.run(&["check", "antwort.txt", "--format", "jsonl", "--role", role]).rules();
    assert_eq!(of("prompt"), [""; 0]);
    assert_eq!(of("output"), ["answers/self-reference", "answers/refusal-of-a-judgement"]);
}
