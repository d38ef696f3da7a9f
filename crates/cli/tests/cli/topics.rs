//! The same words about nobody, about a person, quoted, and in law: only the person is flagged.

use crate::place::Place;

const PAGES: [(&str, &str, &str); 2] = [
    ("de", "### Über eine Person", include_str!("../../../../fixtures/stories/tricky-page.md")),
    ("en", "### About a person", include_str!("../../../../fixtures/stories/tricky-page-en.md")),
];

/// One line per finding: topic, section, rule and severity.
fn told(language: &str, page: &str) -> Vec<String> {
    let place = Place::with(&[("page.md", page)]);
    let said = place.run(&["check", "page.md", "--preset", "ngo-de", "--lang", language, "--format", "jsonl"]);
    let findings = said.lines().into_iter().filter(|line| line["type"] == "finding");
    let told = findings.map(|finding| {
        let line = usize::try_from(finding["location"]["line"].as_u64().unwrap()).unwrap();
        let before = || page.lines().take(line);
        let topic = before().filter(|line| line.starts_with("## ")).last().unwrap_or_default();
        let section = before().filter(|line| line.starts_with("### ")).last().unwrap_or_default();
        let (rule, severity) = (finding["rule"].as_str().unwrap(), finding["severity"].as_str().unwrap());
        format!("{topic} {section} {rule} {severity}")
    });
    told.collect()
}

#[test]
fn only_a_person_makes_a_topic_a_finding() {
    for (language, about, page) in PAGES {
        let told = told(language, page);
        for finding in &told {
            let wording = finding.contains(" bias/");
            assert!(wording || finding.contains(about), "{language}: {finding}");
        }
        insta::assert_snapshot!(format!("tricky_page_{language}"), told.join("\n"));
    }
}
