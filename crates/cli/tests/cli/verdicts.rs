//! The answer first: may this be sent?

use crate::place::{GREEN, Place, RED, YELLOW, house};

#[test]
fn red_in_german() {
    let place = house("");
    place.write("brief.txt", "Bitte fasse den Stand von Polarstern zusammen.\n".as_bytes());
    let said = place.run(&["check", "brief.txt"]);
    assert_eq!(said.code, 1);
    insta::assert_snapshot!(said.out);
    assert_eq!(said.err, "");
}

#[test]
fn red_in_english() {
    let place = house("");
    place.write("brief.txt", "Bitte fasse den Stand von Polarstern zusammen.\n".as_bytes());
    let said = place.run(&["check", "brief.txt", "--lang", "en", "--tool", "consumer"]);
    // Internal data to a free account: think first. The rule's own severity does not count beside a light.
    assert_eq!(said.code, 0);
    insta::assert_snapshot!(said.out);
}

#[test]
fn green_is_praised() {
    let said = Place::with(&[("vorlage.md", GREEN)]).run(&["check", "vorlage.md"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    insta::assert_snapshot!(said.out);
}

#[test]
fn the_tool_decides() {
    let place = Place::with(&[("brief.txt", RED)]);
    for (tool, code, light) in [
        ("local", 0, "green"),
        ("eu", 0, "green"),
        ("third-country", 0, "yellow"),
        ("consumer", 1, "red"),
        ("shadow", 1, "red"),
    ] {
        let said = place.run(&["check", "brief.txt", "--tool", tool, "--format", "jsonl"]);
        assert_eq!((said.code, said.light(tool).as_str()), (code, light), "{tool}");
        assert_eq!(said.summary()["lights"][0]["decides"], true);
    }
}

#[test]
fn wording_is_yellow_and_passes_the_gate() {
    let place = Place::with(&[("text.txt", YELLOW)]);
    let said = place.run(&["check", "text.txt", "--format", "jsonl", "--tool", "local"]);
    assert_eq!((said.code, said.light("local").as_str()), (0, "yellow"));
    assert_eq!(place.run(&["check", "text.txt", "--fail-on", "warning"]).code, 1);
    assert_eq!(place.run(&["check", "text.txt", "--tool", "local", "--fail-on", "warning"]).code, 1);
}

#[test]
fn thresholds_move_the_exit_code() {
    let place = Place::with(&[("brief.txt", RED)]);
    let code = |args: &[&str]| place.run(&[&["check", "brief.txt"], args].concat()).code;
    assert_eq!(code(&[]), 1);
    assert_eq!(code(&["--fail-on", "never"]), 0);
    assert_eq!(code(&["--exit-zero"]), 0);
    assert_eq!(code(&["--tool", "eu", "--fail-on", "note"]), 1);
}

#[test]
fn the_mode_of_the_policy_decides() {
    let place = Place::with(&[("brief.txt", RED), ("text.txt", YELLOW)]);
    for (mode, red, yellow) in [("teach", 0, 0), ("gate", 1, 0), ("strict-gate", 1, 1)] {
        place.write("leitplanke.yaml", format!("mode: {mode}\n").as_bytes());
        let codes = ["brief.txt", "text.txt"].map(|file| place.run(&["check", file]).code);
        assert_eq!(codes, [red, yellow], "{mode}");
    }
}

#[test]
fn an_unknown_tool_is_the_callers_mistake() {
    let said = Place::with(&[("brief.txt", RED)]).run(&["check", "brief.txt", "--tool", "consumr"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    insta::assert_snapshot!(said.err);
}

#[test]
fn what_was_not_read_gets_no_light() {
    let said = Place::new().run(&["check", "nix.txt"]);
    assert_eq!(said.code, 2);
    insta::assert_snapshot!(said.out);
}
