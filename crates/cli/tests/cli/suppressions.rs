//! Silencing keeps the finding and says why.

use crate::place::{Place, RED};

fn check(comment: &str, args: &[&str]) -> crate::place::Said {
    let text = format!("{comment}\n{RED}");
    Place::with(&[("a.md", &text)]).run(&[&["check", "a.md", "--format", "jsonl"], args].concat())
}

#[test]
fn a_used_one_keeps_the_finding() {
    let said = check("<!-- leitplanke: ignore-next[personal-data/iban] steht im Impressum -->", &[]);
    assert_eq!(said.code, 0);
    let line = &said.lines()[0];
    assert_eq!((line["state"].as_str(), line["reason"].as_str()), (Some("suppressed"), Some("steht im Impressum")));
}

#[test]
fn its_reason_is_no_context_but_no_hiding_place_either() {
    let found = |comment: &str| {
        let text = format!(
            "<!-- leitplanke: ignore[personal-data/person-name] {comment} -->\nFrau Sabine Ahlers wohnt in Ulm.\n"
        );
        Place::with(&[("a.md", &text)]).run(&["check", "a.md", "--format", "jsonl"])
    };
    let said = found("Eine fiktive Geschichte, alles frei erfunden");
    assert_eq!((said.code, said.rules()), (0, vec!["personal-data/person-name".to_owned()]), "{said:?}");
    let said = found("gehört sabine.ahlers@nachbarschaftshilfe.example");
    assert!(said.rules().contains(&"personal-data/email".to_owned()), "{said:?}");
}

#[test]
fn an_unused_one_is_a_finding() {
    let said = check("<!-- leitplanke: ignore-next[secrets] nur zur Sicherheit -->", &[]);
    assert!(said.rules().contains(&"leitplanke/unused-suppression".to_owned()), "{said:?}");
}

#[test]
fn one_without_a_reason_is_a_finding() {
    let said = check("<!-- leitplanke: ignore-next[personal-data/iban] -->", &[]);
    assert_eq!(said.rules(), ["leitplanke/unexplained-suppression", "personal-data/iban"]);
}

#[test]
fn a_selection_makes_no_suppression_unused() {
    let comment = "<!-- leitplanke: ignore-next[personal-data/iban] steht im Impressum -->";
    assert_eq!(check(comment, &["--select", "bias,leitplanke"]).rules(), [""; 0]);
    let unused = "<!-- leitplanke: ignore-next[secrets] nur zur Sicherheit -->";
    assert_eq!(check(unused, &["--ignore", "leitplanke,IBAN"]).rules(), [""; 0]);
}

#[test]
fn a_policy_may_make_each_kind_as_bad_as_it_likes() {
    let text = format!("<!-- leitplanke: ignore-next[personal-data/iban] -->\n{RED}");
    let place =
        Place::with(&[("a.md", &text), ("leitplanke.yaml", "rules:\n  leitplanke/unexplained-suppression: error\n")]);
    let said = place.run(&["check", "a.md", "--format", "jsonl"]);
    assert_eq!((said.code, said.lines()[0]["severity"].as_str()), (1, Some("error")));
}

#[test]
fn sarif_tells_who_silenced() {
    let text = format!("<!-- leitplanke: ignore-next[personal-data/iban] steht im Impressum -->\n{RED}");
    let policy = "rules: { IBAN: { allow: ['DE21*'], reason: unser Spendenkonto } }\n";
    let place = Place::with(&[("a.md", &text), ("b.md", RED), ("leitplanke.yaml", policy)]);
    let sarif = place.run(&["check", ".", "--select", "IBAN", "--format", "sarif"]).json();
    let told: Vec<_> =
        sarif["runs"][0]["results"].as_array().unwrap().iter().map(|one| &one["suppressions"][0]).collect();
    assert_eq!(
        told,
        [
            &serde_json::json!({ "kind": "inSource", "justification": "steht im Impressum" }),
            &serde_json::json!({ "kind": "external", "justification": "unser Spendenkonto" }),
        ]
    );
}
