//! What people get to read when a policy file is wrong, in both languages.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use leitplanke_finding::{Language, Severity};
use leitplanke_policy::{Date, Known, Policy, RuleHead};
use leitplanke_rules::{Diagnostics, Heading, Severities};

fn parse(text: &str) -> Result<Policy, Diagnostics> {
    let today = Date::new(2026, 3, 1).unwrap();
    let parsed = Policy::parse(text, Path::new("leitplanke.yaml"), today);
    parsed.map(|(policy, _)| policy)
}

/// Holds what is said against the snapshots, and the languages against each other.
fn told(name: &str, mistakes: &Diagnostics) {
    told_below(name, mistakes, "[folder]");
}

/// The same with the name of a folder left out.
fn told_below(name: &str, mistakes: &Diagnostics, folder: &str) {
    let shown = |language| mistakes.describe(language).replace(folder, "[folder]");
    assert_snapshot!(name, shown(Language::En));
    insta::with_settings!({ snapshot_suffix => "de" }, {
        assert_snapshot!(name, shown(Language::De));
    });
    for mistake in mistakes {
        let notes = mistake.notes.iter().filter(|note| note.heading != Heading::Allowed).map(|note| &note.text);
        for said in notes.chain([&mistake.message]) {
            assert_ne!(said.de, said.en, "{name}: in one language only");
        }
    }
}

fn mistakes(text: &str) -> Diagnostics {
    parse(text).expect_err("the policy has mistakes")
}

/// Mistakes that show beside a few rules.
fn names(text: &str) -> Diagnostics {
    let head = |id, label, group, severity| RuleHead { id, label, group, severity: Severities::One(severity) };
    let known: Known<'_> = [
        head("personal-data/email", "EMAIL", "names-contact", Severity::Warning),
        head("personal-data/iban", "IBAN", "state-identifiers", Severity::Error),
        head("house/project", "PROJECT", "our-projects", Severity::Note),
    ]
    .into_iter()
    .collect();
    parse(text).unwrap().check_names(&known)
}

#[test]
fn unknown_words() {
    told(
        "unknown_words",
        &mistakes(
            "extend: ngo-de
mode: strict
language: fr
gender_style: *x
",
        ),
    );
    told(
        "unknown_words-2",
        &mistakes(
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
",
        ),
    );
}

#[test]
fn missing_reasons() {
    told(
        "missing_reasons",
        &mistakes(
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
",
        ),
    );
}

#[test]
fn values_that_can_not_be_meant() {
    told(
        "values_that_can_not_be_meant",
        &mistakes(
            "min_confidence: 60
own_ibans: { values: [DE18 6032 4281 7557 8491 13], reason: account }
own_domains: { values: ['*@verein.example'], reason: mail }
own_addresses: { values: Dortmund, reason: office }
rules:
  EMAIL: { allow: ['*', ''], reason: all of them, until: 30.06.2027 }
  personal-data/iban: { allow: [„DE93*“], reason: ours }
  IBAN: {}
  CASE: { reason: just so }
paths:
  - { match: ['prompts\\training', ../other/**, '/etc', 'a{b'], rules: { EMAIL: error } }
",
        ),
    );
}

#[test]
fn tools_and_approvals() {
    told(
        "tools_and_approvals",
        &mistakes(
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
",
        ),
    );
    told("tools_and_approvals-2", &mistakes("default_tool: chatt\ntools: { chat: { profile: eu } }\n"));
}

#[test]
fn names_that_stand_for_nothing() {
    told(
        "names_that_stand_for_nothing",
        &names(
            "rules:
  personal-data/emial: error
  email: error
  SECRETS: error
  sustainability: error
  our-projects: error
tools: { chat: { profile: eu, approved: [{ group: names-contacts, purpose: x, reason: y, by: z }] } }
",
        ),
    );
}

#[test]
fn milder_without_a_reason() {
    told(
        "milder_without_a_reason",
        &names(
            "extends: public-sector
rules:
  personal-data: note
  house: warning
  EMAIL: warning
paths:
  - { match: a/**, rules: { house/project: note, personal-data/iban: { severity: warning, reason: exercise } } }
",
        ),
    );
}

#[test]
fn bases_that_are_not_there_or_lead_in_circles() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("leitplanke.yaml", "extends: [house.yaml, missing.yaml, bytes.yaml, .yaml/]\nmode: gat\n");
    write("house.yaml", "extends: [strict, leitplanke.yaml]\nrules: { EMAIL: milde }\n");
    fs::write(folder.path().join("bytes.yaml"), b"mode: gate # \xff").unwrap();
    let today = Date::new(2026, 3, 1).unwrap();
    let wrong = Policy::load(&folder.path().join("leitplanke.yaml"), today).unwrap_err();
    told_below("bases_that_are_not_there_or_lead_in_circles", &wrong, folder.path().to_str().unwrap());
    let wrong = Policy::load(&folder.path().join("none.yaml"), today).unwrap_err();
    told_below("bases_that_are_not_there_or_lead_in_circles-2", &wrong, folder.path().to_str().unwrap());
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
        for language in Language::ALL {
            let wrong = mistakes(&text).describe(language);
            assert!(!wrong.contains(&secret[..12]), "{wrong}");
        }
    }
    told("the_key_is_never_shown", &mistakes(&format!("fingerprint_key: {secret}: 1\nmode: gat\n")));
    told("the_key_is_never_shown-2", &mistakes("mode: gate\nfingerprint_key: geheim\n"));
}

#[test]
fn empty_files_are_told_so() {
    told("empty_files_are_told_so", &mistakes("# nothing yet\n"));
    told("empty_files_are_told_so-2", &mistakes("- extends: ngo-de\n"));
}
