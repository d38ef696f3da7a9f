//! What policies mean.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use leitplanke_finding::Severity::{Error, Note, Off, Warning};
use leitplanke_finding::{Confidence, Destination, FingerprintKey, Language, Severity};
use leitplanke_policy::{Covers, Date, GenderStyle, Known, Mode, Notice, Policy, RuleHead, starter};
use leitplanke_rules::Severities;

fn today() -> Date {
    Date::new(2026, 3, 1).unwrap()
}

fn read(text: &str) -> (Policy, Vec<Notice>) {
    Policy::parse(text, Path::new("leitplanke.yaml"), today()).unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn policy(text: &str) -> Policy {
    read(text).0
}

const EMAIL: RuleHead<'static> =
    RuleHead { id: "personal-data/email", label: "EMAIL", group: "names-contact", severity: Severities::One(Warning) };
const IBAN: RuleHead<'static> =
    RuleHead { id: "personal-data/iban", label: "IBAN", group: "state-identifiers", severity: Severities::One(Error) };
const MASCULINE: RuleHead<'static> = RuleHead {
    id: "bias/generic-masculine",
    label: "BIAS_GENDER",
    group: "generic-masculine",
    severity: Severities::One(Off),
};
const HEALTH: RuleHead<'static> = RuleHead {
    id: "sensitive/health",
    label: "HEALTH",
    group: "special-categories",
    severity: Severities::ByPerson([Off, Warning, Warning, Error]),
};

fn at(policy: &Policy, path: &str, rule: &RuleHead<'_>) -> Severity {
    policy.scope(path).severities(rule).worst()
}

#[test]
fn the_closest_name_wins_within_a_file() {
    let text = "
rules:
  personal-data/email: error
  EMAIL: { severity: note, reason: x }
  names-contact: { severity: off, reason: x }
  personal-data: { severity: note, reason: x }";
    let policy = policy(text);
    assert_eq!(at(&policy, "a.md", &EMAIL), Error);
    assert_eq!(at(&policy, "a.md", &IBAN), Note);
}

#[test]
fn a_single_word_leaves_topics_alone() {
    let policy = policy("rules: { HEALTH: error }");
    let severities = policy.scope("a.md").severities(&HEALTH);
    assert_eq!(severities, Severities::ByPerson([Off, Error, Error, Error]));
    let policy = self::policy("rules: { HEALTH: { severity: { P1: note, P0: note }, reason: x } }");
    let severities = policy.scope("a.md").severities(&HEALTH);
    assert_eq!(severities, Severities::ByPerson([Note, Note, Warning, Error]));
}

#[test]
fn paths_apply_to_their_files_only() {
    let text = "
rules: { personal-data/email: error }
paths:
  - { match: [training/, '*.draft.md'], reason: invented cases, rules: { personal-data: { severity: note } } }
  - { match: training/real/**, rules: { EMAIL: error } }";
    let policy = policy(text);
    assert_eq!(at(&policy, "prompts/a.md", &EMAIL), Error);
    assert_eq!(at(&policy, "training/a.md", &EMAIL), Note);
    assert_eq!(at(&policy, "./prompts/deep/x.draft.md", &EMAIL), Note);
    assert_eq!(at(&policy, "training/real/a.md", &EMAIL), Error);
    assert_eq!(at(&policy, "training/real/a.md", &IBAN), Note);
    assert_eq!(at(&policy, "-", &EMAIL), Error);
    assert_eq!(policy.scope("training/a.md"), policy.scope("training/b/c.md"));
    assert_ne!(policy.scope("training/a.md"), policy.scope("training/real/c.md"));
    assert_eq!(at(&policy, "a.md", &MASCULINE), Severity::Off);
}

#[test]
fn later_files_win_over_earlier_ones() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    };
    let house = "extends: strict\nlanguage: en\npacks: rules/\ntools: { a: { profile: eu }, b: { profile: local } }
rules: { EMAIL: { severity: off, reason: x } }";
    write("house/base.yaml", house);
    write("house/more.yaml", "rules: { IBAN: { severity: note, reason: x } }");
    let text = "extends: [house/base.yaml, ./house/more.yaml]\ntools: { a: { profile: shadow } }\npacks: [own, own]";
    let main = write(".config/leitplanke.yaml", &text.replace("house/", "../house/"));
    let (policy, _) = Policy::load(&main, today()).unwrap();
    assert_eq!((policy.mode(), policy.language()), (Mode::StrictGate, Some(Language::En)));
    assert_eq!((at(&policy, "x", &EMAIL), at(&policy, "x", &IBAN), at(&policy, "x", &HEALTH)), (Off, Note, Error));
    assert_eq!(policy.tool("a").unwrap().destination, Destination::Shadow);
    assert_eq!(policy.tool("b").unwrap().destination, Destination::Local);
    assert_eq!(policy.root(), folder.path());
    let packs: Vec<_> = policy.packs().iter().map(|pack| pack.components().next_back().unwrap()).collect();
    assert_eq!(packs.len(), 2);
    assert!(policy.packs()[0].ends_with("house/rules") && policy.packs()[1].ends_with(".config/own"));
}

#[test]
fn without_a_preset_the_home_preset_counts() {
    let policy = policy("language: de");
    assert_eq!(at(&policy, "a.md", &MASCULINE), Off);
    assert_eq!(at(&policy, "a.md", &RuleHead { group: "company-numbers", ..EMAIL }), Off);
    assert_eq!(policy.mode(), Mode::Gate);
    assert_eq!(policy.min_confidence(), Confidence::new(0.6));
    assert_eq!(Policy::without_file().mode(), Mode::Gate);
}

#[test]
fn exceptions_end_on_their_day() {
    let text = |day: &str| format!("rules: {{ EMAIL: {{ severity: off, reason: x, until: {day} }} }}");
    let (policy, notices) = read(&text("2026-03-01"));
    assert_eq!((at(&policy, "x", &EMAIL), notices.len()), (Off, 0));
    let (policy, notices) = read(&text("2026-02-28"));
    assert_eq!(at(&policy, "x", &EMAIL), Warning);
    insta::assert_snapshot!(notices[0].message(Language::De), @"leitplanke.yaml:1:52: Die Ausnahme für „EMAIL“ galt bis 2026-02-28 und wirkt nicht mehr. Bitte verlängern oder löschen.");
    insta::assert_snapshot!(notices[0].message(Language::En), @"leitplanke.yaml:1:52: The exception for `EMAIL` ran until 2026-02-28 and no longer applies. Please renew or remove it.");
    let old = "
own_ibans: { values: DE93 2343 9684 7792 3137 37, reason: x, until: 2020-01-01 }
paths: [{ match: a/**, until: 2020-01-01, reason: x, rules: { EMAIL: off } }]
tools: { t: { profile: eu, approved: [{ data_class: personal, purpose: x, reason: x, by: x, until: 2020-01-01 }] } }";
    let (policy, notices) = read(old);
    assert_eq!(notices.iter().map(|notice| &*notice.subject).collect::<Vec<_>>(), ["own_ibans", "a/**", "t"]);
    assert!(policy.scope("a/b").allow(&IBAN).is_empty() && policy.tool("t").unwrap().approvals.is_empty());
    assert_eq!(at(&policy, "a/b", &EMAIL), Warning);
}

#[test]
fn values_of_the_house_are_allowed_with_their_reason() {
    let text = "
own_ibans: { values: DE93 2343 9684 7792 3137 37, reason: donation account }
own_domains: { values: [verein.example], reason: own mailboxes }
rules: { personal-data/email: { allow: 'press@*', reason: published } }
paths: [{ match: b/**, reason: only here, rules: { EMAIL: { allow: [team@freepost.example] } } }]";
    let policy = policy(text);
    let reasons = |path: &str, rule: &RuleHead<'_>, text: &str| -> Vec<String> {
        let allow = policy.scope(path).allow(rule);
        allow.iter().filter(|allow| allow.covers(text)).map(|allow| allow.reason.to_string()).collect()
    };
    assert_eq!(reasons("a", &IBAN, "DE93234396847792313737"), ["donation account"]);
    assert_eq!(reasons("a", &EMAIL, "press@verein.example"), ["own mailboxes", "published"]);
    assert!(reasons("a", &EMAIL, "team@freepost.example").is_empty());
    assert_eq!(reasons("b/c", &EMAIL, "team@freepost.example"), ["only here"]);
}

#[test]
fn a_gender_style_switches_its_rules_on() {
    let plain = policy("gender_style: colon");
    assert_eq!((plain.gender_style(), at(&plain, "x", &MASCULINE)), (Some(GenderStyle::Colon), Note));
    let strict = policy("gender_style: star\nrules: { generic-masculine: warning }");
    assert_eq!(at(&strict, "x", &MASCULINE), Warning);
    assert_eq!(at(&policy("gender_style: none"), "x", &MASCULINE), Off);
}

#[test]
fn the_key_is_read_but_never_shown() {
    let secret = "kieselstein-birke-42";
    let policy = policy(&format!("fingerprint_key: '{secret}'\nmode: teach"));
    let key = policy.fingerprint_key().resolve(|_| None).unwrap();
    assert_eq!(key, FingerprintKey::from_secret(secret));
    assert!(!format!("{policy:?}").contains(secret));
    let policy = self::policy("fingerprint_key: { env: HOUSE_KEY }");
    assert!(policy.fingerprint_key().resolve(|_| None).unwrap_err().to_string().contains("HOUSE_KEY"));
}

#[test]
fn tools_are_found_by_name_or_profile() {
    let text = "
default_tool: chat
tools:
  chat: { profile: third-country, note: contract 12, approved: [{ group: names-contact, purpose: letters, reason: contract, by: board }] }";
    let policy = policy(text);
    assert_eq!(policy.default_tool().unwrap().name, "chat");
    assert_eq!(policy.tool("eu").unwrap().destination, Destination::Eu);
    assert_eq!(policy.tool("chat").unwrap().approvals[0].covers, Covers::Group("names-contact".to_owned()));
    let error = policy.tool("chaat").unwrap_err().to_string();
    insta::assert_snapshot!(error, @"unknown tool `chaat`; known are: chat, local, eu, third-country, consumer, shadow (did you mean `chat`?)");
}

#[test]
fn the_starters_are_policies_without_mistakes() {
    let known: Known<'_> = [EMAIL, IBAN, MASCULINE, HEALTH].into_iter().collect();
    for language in Language::ALL {
        let (policy, notices) = read(starter(language));
        assert_eq!((policy.language(), policy.mode()), (Some(language), Mode::Teach));
        assert!(notices.is_empty() && policy.check_names(&known).is_empty());
        assert_eq!(policy.default_tool().unwrap().destination, Destination::Eu);
    }
}

#[test]
fn the_starters_hold_what_they_suggest() {
    for language in Language::ALL {
        // Their examples stand in comments: `# rules:` and the lines after it.
        let mut active = String::new();
        let mut inside = false;
        for line in starter(language).lines() {
            let bare = line.strip_prefix("# ").unwrap_or("");
            let begins =
                bare.split_once(':').is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            inside = !bare.is_empty() && (begins || (inside && bare.starts_with(' ')));
            active.push_str(if inside { bare } else { line });
            active.push('\n');
        }
        let active = active.replace("DE…", "DE93 2343 9684 7792 3137 37");
        let policy = policy(&active);
        assert_eq!(policy.packs().len(), 1, "{active}");
        assert_eq!(at(&policy, "schulung/x", &EMAIL).min(at(&policy, "training/x", &EMAIL)), Note);
        assert_eq!(policy.scope("x").allow(&IBAN).len(), 1);
        assert_eq!(policy.gender_style(), Some(GenderStyle::Star));
        assert!(policy.fingerprint_key().resolve(|name| Some(name.repeat(2))).is_ok());
    }
}
