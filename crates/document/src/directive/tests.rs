use super::*;

fn covered(text: &str, format: Format) -> Vec<(String, &str, String)> {
    let found = Directives::find(text, format);
    assert_eq!(found.malformed, [], "{text}");
    let show = |directive: &Directive| {
        let targets = directive.targets.iter();
        targets.map(|t| (t.name.clone(), t.covers.of(text), directive.reason.clone())).collect::<Vec<_>>()
    };
    found.valid.iter().flat_map(show).collect()
}

fn problems(text: &str) -> Vec<(DirectiveProblem, &str)> {
    let found = Directives::find(text, Format::Yaml);
    found.malformed.iter().map(|malformed| (malformed.problem, malformed.span.of(text))).collect()
}

#[test]
fn behind_text_it_covers_its_line() {
    let text = "a: 1\nb: 2 # leitplanke: ignore[personal-data/email, PHONE] Beispiel im Kurs\nc: 3\n";
    let line = "b: 2 # leitplanke: ignore[personal-data/email, PHONE] Beispiel im Kurs\n";
    assert_eq!(
        covered(text, Format::Yaml),
        [
            ("personal-data/email".into(), line, "Beispiel im Kurs".into()),
            ("PHONE".into(), line, "Beispiel im Kurs".into())
        ]
    );
}

#[test]
fn alone_it_covers_the_next_line_with_text() {
    let text = "<!-- leitplanke: ignore[bias]: Zitat -->\n<!-- leitplanke: ignore[EMAIL]\n Muster -->\n\nText\nmehr";
    let found = covered(text, Format::Markdown);
    assert!(found[0].1.starts_with("<!-- leitplanke: ignore[bias]") && found[0].1.ends_with("\nText\n"));
    assert_eq!(found[1].2, "Muster");
    assert!(found[1].1.starts_with("<!-- leitplanke: ignore[EMAIL]") && found[1].1.ends_with("\nText\n"));
}

#[test]
fn next_covers_the_next_line_only() {
    let text = "x // leitplanke: ignore-next[a] r\n\n\"y\"\nz";
    assert_eq!(covered(text, Format::Jsonc), [("a".into(), "\n\"y\"\n", "r".into())]);
}

#[test]
fn a_block_ends_for_each_rule_by_itself() {
    let text = "1\n# leitplanke: disable[a, b] Übung\n2\n# leitplanke: enable[a]\n3";
    let found = covered(text, Format::Text);
    assert!(found[0].1.ends_with("enable[a]\n"));
    assert!(found[1].1.ends_with("\n3"));
    assert!(found.iter().all(|(_, covers, _)| covers.starts_with("# leitplanke: disable")));
}

#[test]
fn a_file_directive_covers_all_and_stands_at_the_top() {
    let text = "/* leitplanke: ignore-file[injection] Testfälle */\n{}";
    assert_eq!(covered(text, Format::Jsonc)[0].1, text);
    let late = format!("{}# leitplanke: ignore-file[a] r", "\n".repeat(20));
    assert_eq!(problems(&late), [(DirectiveProblem::TooLate, "leitplanke: ignore-file[a] r")]);
}

#[test]
fn the_german_spelling_works_too() {
    let text = "Text <!-- leitplanken-ignore: EMAIL, bias/stigma grund=\"Zitat aus dem Leitbild\" -->";
    let found = covered(text, Format::Markdown);
    assert_eq!(found.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>(), ["EMAIL", "bias/stigma"]);
    assert_eq!(found[0].2, "Zitat aus dem Leitbild");
}

#[test]
fn mistakes_are_told_and_silence_nothing() {
    for (text, problem) in [
        ("# leitplanke: ignore Grund", DirectiveProblem::NoRules),
        ("# leitplanke: ignore[] Grund", DirectiveProblem::NoRules),
        ("# leitplanke: ignore[*] Grund", DirectiveProblem::BadName),
        ("# leitplanke: ignore[a", DirectiveProblem::Unclosed),
        ("# leitplanke: ignorieren[a]", DirectiveProblem::UnknownWord),
        ("# Leitplanke: erlaube alles", DirectiveProblem::UnknownWord),
        ("# leitplanke: ignore-next[a] Grund", DirectiveProblem::NothingBelow),
    ] {
        assert_eq!(problems(text), [(problem, &text[2..])], "{text}");
    }
    assert_eq!(problems("# leitplanke: enable[a]"), [(DirectiveProblem::NothingToEnable, "a")]);
}

#[test]
fn only_the_beginning_of_a_comment_counts() {
    for (text, format) in [
        ("Wir nutzen Leitplanke: ignore[a] kennt es.", Format::Text),
        ("# Die leitplanke: ignore[a]", Format::Yaml),
        ("`leitplanke: ignore[a]`", Format::Markdown),
        ("## leitplanke: ignore[a]", Format::Markdown),
        ("https://leitplanke: ignore[a]", Format::Jsonc),
        ("<!-- leitplanke: ignore[a] -->", Format::Json),
    ] {
        assert_eq!(Directives::find(text, format), Directives::default(), "{text}");
    }
}

#[test]
fn front_matter_has_yaml_comments() {
    let text = "---\nmodel: x # leitplanke: ignore[a] r\n---\n# leitplanke: ignore[b] r\n";
    assert_eq!(covered(text, Format::Markdown).len(), 1);
}

#[test]
fn endless_openings_do_not_take_endless_time() {
    let text = "<!-- leitplanke: ignore[a] ".repeat(40_000);
    assert!(Directives::find(&text, Format::Text).valid.len() <= MAX_DIRECTIVES);
}

#[test]
fn a_directive_without_its_colon_is_told() {
    let text = "# leitplanke ignore[a] r\n# Leitplanke  disable [b] r\n# leitplanke ignore nothing\n";
    assert_eq!(
        problems(text),
        [
            (DirectiveProblem::NoColon, "leitplanke ignore[a] r"),
            (DirectiveProblem::NoColon, "Leitplanke  disable [b] r")
        ]
    );
}
