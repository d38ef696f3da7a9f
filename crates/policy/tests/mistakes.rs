//! What people get to read when a policy file is wrong.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use leitplanke_finding::Severity;
use leitplanke_policy::{Date, Known, Policy, RuleHead};
use leitplanke_rules::Severities;

fn parse(text: &str) -> Result<Policy, String> {
    let today = Date::new(2026, 3, 1).unwrap();
    let parsed = Policy::parse(text, Path::new("leitplanke.yaml"), today);
    parsed.map(|(policy, _)| policy).map_err(|wrong| wrong.to_string())
}

fn mistakes(text: &str) -> String {
    parse(text).expect_err("the policy has mistakes")
}

/// Mistakes that show beside a few rules.
fn names(text: &str) -> String {
    let head = |id, label, group, severity| RuleHead { id, label, group, severity: Severities::One(severity) };
    let known: Known<'_> = [
        head("personal-data/email", "EMAIL", "names-contact", Severity::Warning),
        head("personal-data/iban", "IBAN", "state-identifiers", Severity::Error),
        head("house/project", "PROJECT", "our-projects", Severity::Note),
    ]
    .into_iter()
    .collect();
    parse(text).unwrap().check_names(&known).to_string()
}

#[test]
fn unknown_words() {
    assert_snapshot!(mistakes(
        "extend: ngo-de
mode: strict
language: fr
gender_style: *x
"
    ));
    assert_snapshot!(mistakes(
        "extends: [ngo, ngo-at]
mode: streng
language: fr
tools:
  chat: { profil: eu }
  deepl: { profile: europe, approved: [] }
rules:
  personal-data: { sevrity: error }
  EMAIL: mild
paths:
  - rules: {}
"
    ));
}

#[test]
fn missing_reasons() {
    assert_snapshot!(mistakes(
        "rules:
  personal-data/email: off
  names-contact: { allow: 'a@verein.example', until: 2027-01-01 }
  HEALTH: { severity: { P2: off } }
own_ibans: { values: DE93 2343 9684 7792 3137 37 }
paths:
  - match: a/**
    rules:
      usage: { severity: off }
  - match: b/**
    reason: invented cases
    rules:
      usage: { severity: off }
"
    ));
}

#[test]
fn values_that_can_not_be_meant() {
    assert_snapshot!(mistakes(
        "min_confidence: 60
own_ibans: { values: [DE18 6032 4281 7557 8491 13], reason: account }
own_domains: { values: ['*@verein.example'], reason: mail }
own_addresses: { values: Dortmund, reason: office }
rules:
  EMAIL: { allow: ['*', ''], reason: all of them, until: 30.06.2027 }
  IBAN: {}
  CASE: { reason: just so }
paths:
  - { match: ['prompts\\training', ../other/**, '/etc', 'a{b'], rules: { EMAIL: error } }
"
    ));
}

#[test]
fn tools_and_approvals() {
    assert_snapshot!(mistakes(
        "default_tool: consumer
tools:
  consumer: { profile: local }
  chat:
    profile: eu
    approved:
      - { data_class: secret, purpose: x, reason: y, by: z }
      - { purpose: x, reason: y, by: z }
      - { data_class: personal, group: names-contact, purpose: x, reason: y, by: z }
      - { data_class: personal, reason: y }
"
    ));
    assert_snapshot!(mistakes("default_tool: chatt\ntools: { chat: { profile: eu } }\n"));
}

#[test]
fn names_that_stand_for_nothing() {
    assert_snapshot!(names(
        "rules:
  personal-data/emial: error
  email: error
  SECRETS: error
  sustainability: error
  our-projects: error
tools: { chat: { profile: eu, approved: [{ group: names-contacts, purpose: x, reason: y, by: z }] } }
"
    ));
}

#[test]
fn milder_without_a_reason() {
    assert_snapshot!(names(
        "extends: public-sector
rules:
  personal-data: note
  house: warning
  EMAIL: warning
paths:
  - { match: a/**, rules: { house/project: note, personal-data/iban: { severity: warning, reason: exercise } } }
"
    ));
}

#[test]
fn bases_that_are_not_there_or_lead_in_circles() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("leitplanke.yaml", "extends: [house.yaml, missing.yaml, bytes.yaml, .yaml/]\nmode: gat\n");
    write("house.yaml", "extends: [strict, leitplanke.yaml]\nrules: { EMAIL: milde }\n");
    fs::write(folder.path().join("bytes.yaml"), b"mode: gate # \xff").unwrap();
    let today = Date::new(2026, 3, 1).unwrap();
    let wrong = Policy::load(&folder.path().join("leitplanke.yaml"), today).unwrap_err().to_string();
    assert_snapshot!(wrong.replace(folder.path().to_str().unwrap(), "[folder]"));
    let wrong = Policy::load(&folder.path().join("none.yaml"), today).unwrap_err().to_string();
    assert_snapshot!(wrong.replace(folder.path().to_str().unwrap(), "[folder]"));
}

#[test]
fn files_that_multiply_come_to_an_end() {
    let folder = tempfile::tempdir().unwrap();
    for step in 0..20 {
        let next = step + 1;
        let text = format!("extends: [{next}.yaml, {next}.yaml]\n");
        fs::write(folder.path().join(format!("{step}.yaml")), text).unwrap();
    }
    fs::write(folder.path().join("20.yaml"), "mode: gate\n").unwrap();
    let wrong = Policy::load(&folder.path().join("0.yaml"), Date::new(2026, 3, 1).unwrap()).unwrap_err();
    assert!(wrong.to_string().contains("stands on more than 64 files"));
}

#[test]
fn the_key_is_never_shown() {
    let secret = "kieselsteinbirke";
    for text in [
        format!("fingerprint_key: {secret}\nmode: gat\n"),
        format!("fingerprint_key: '{}'\n", &secret[..12]),
        format!("fingerprintkey: {secret}\n"),
        format!("fingerprint_key: [{secret}]\n"),
        format!("fingerprint_key: {{ name: {secret} }}\n"),
        format!("fingerprint_key:\n  {secret}: x\n"),
        format!("fingerprint_key: |\n  {secret}\nmode: [\n"),
        format!("mode: gate\nfingerprint_key: \"{secret}\nmode: x\n"),
        format!("{{ fingerprint_key: {secret}, mode: gat }}"),
        format!("tools:\n  fingerprint_key: {secret}\n"),
    ] {
        let wrong = mistakes(&text);
        assert!(!wrong.contains(&secret[..12]), "{wrong}");
    }
    assert_snapshot!(mistakes(&format!("fingerprint_key: {secret}: 1\nmode: gat\n")));
    assert_snapshot!(mistakes("mode: gate\nfingerprint_key: geheim\n"));
}

#[test]
fn empty_files_are_told_so() {
    assert_snapshot!(mistakes("# nothing yet\n"));
    assert_snapshot!(mistakes("- extends: ngo-de\n"));
}
