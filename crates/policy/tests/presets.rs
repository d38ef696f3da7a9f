//! The presets as people agreed on them, cell by cell.

#![expect(clippy::panic, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};

use leitplanke_finding::{PersonLevel, Severity};
use leitplanke_policy::{Policy, Preset, RuleHead};
use leitplanke_rules::{Severities, Shared, load_packs};

const PRESETS: [&str; 5] = ["ngo-de", "public-sector", "company", "education", "strict"];

/// `-` off, `i` note, `w` warning, `e` error; `e/w/i` for P3, P2 and P1, one letter for what holds no person.
const TABLE: &str = "
    names-contact          w      w      w      w      e
    role-mailboxes         -      -      -      -      i
    address-birth-plate    w      e      w      w      e
    state-identifiers      e      e      e      e      e
    case-numbers           e      e      w      e      e
    company-numbers        -      i      -      -      i
    membership-numbers     w      w      i      e      e
    technical-traces       i      w      i      i      w
    mass-data              e      e      e      e      e
    credentials            e      e      e      e      e
    special-categories     e/w/w  e/e/w  e/w/i  e/w/w  e/e/e
    criminal               e/w/w  e/e/w  e/w/w  e/w/w  e/e/e
    minors                 e/w/w  e/e/w  w/i/i  e/e/w  e/e/e
    social-data            e/w/w  e/e/w  w/i/i  w/w/i  e/e/e
    case-notes             w/w/i  e/e/w  i/i/i  w/w/i  e/e/w
    professional-secrecy   e/w/w  e/w/w  i/i/i  w/i/i  e/e/e
    confidential           w      e      e      w      e
    copyright              i      i      w      w      w
    hate                   e      e      e      e      e
    bias-slur              w      w      w      w      e
    bias-stigma            w      w      i      w      w
    bias-style             i      -      -      i      i
    job-ads                i      i      i      i      w
    generic-masculine      -      -      -      -      i
    generalisations        w      w      w      w      e
    discrimination         e      e      e      e      e
    ai-act-prohibited      e      e      e      e      e
    ai-act-high-risk       w      e      w      w      e
    agentic                w      e      w      w      e
    agentic-irreversible   e      e      e      e      e
    automated-decisions    w      e      w      w      e
    injection-direct       w      w      w      i      e
    injection-indirect     e      e      e      e      e
    injection-hints        i      i      i      i      i
    hidden-text            e      e      e      e      e
    hidden-text-mild       w      w      w      w      w
    labelling              i      w      i      i      w
    sustainability         i      i      -      i      i
    answer-leftovers       w      w      w      w      e
    markdown-residue       i      i      i      i      i
    citation-impossible    e      e      w      e      e
    citation-typo          w      w      i      w      w
    unsourced              i      w      i      w      w
    certainty              i      w      i      i      w
    advice                 w      w      w      w      e
    suppressions           w      w      w      w      e";

fn rows() -> Vec<Vec<&'static str>> {
    TABLE.trim().lines().map(|line| line.split_whitespace().collect()).collect()
}

fn severity(letter: &str) -> Severity {
    match letter {
        "-" => Severity::Off,
        "i" => Severity::Note,
        "w" => Severity::Warning,
        "e" => Severity::Error,
        other => panic!("`{other}` is no severity"),
    }
}

fn rule(group: &str, severity: Severities) -> RuleHead<'_> {
    RuleHead { id: "pack/rule", label: "LABEL", group, severity }
}

#[test]
fn every_preset_gives_every_group_the_agreed_severity() {
    for row in rows() {
        for (cell, name) in row[1..].iter().zip(PRESETS) {
            let scope = Policy::preset(name).unwrap().scope("-");
            let expected: Vec<Severity> = cell.split('/').map(severity).collect();
            let plain = scope.severities(&rule(row[0], Severities::One(Severity::Error)));
            assert_eq!(plain, Severities::One(expected[0]), "{} in {name}", row[0]);
            if let [p3, p2, p1] = expected[..] {
                // A rule written for everybody but nobody in particular.
                let own = Severities::ByPerson([Severity::Off, Severity::Error, Severity::Error, Severity::Error]);
                let levels = scope.severities(&rule(row[0], own));
                assert_eq!(levels, Severities::ByPerson([Severity::Off, p1, p2, p3]), "{} in {name}", row[0]);
            }
        }
    }
}

#[test]
fn the_table_names_every_group_of_the_presets() {
    let mut written: Vec<&str> = rows().iter().map(|row| row[0]).collect();
    written.sort_unstable();
    for name in PRESETS {
        let groups: Vec<&str> = Preset::by_name(name).unwrap().rows().map(|(group, _)| group).collect();
        assert_eq!(groups, written, "{name}");
    }
    assert_eq!(Policy::preset_names(), PRESETS);
}

#[test]
fn the_presets_know_every_group_of_the_rules_and_the_rule_format_lists_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let mut folders: Vec<PathBuf> = root.join("rules").read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.join("pack.yaml").is_file());
    let packs = load_packs(&folders, &Shared::default()).unwrap();
    let format = include_str!("../../../docs/rule-format.md");
    let listed = format.split("The rows of the preset table").nth(1).and_then(|rest| rest.split('`').nth(3)).unwrap();
    let mut listed: Vec<&str> = listed.split(',').map(str::trim).collect();
    let preset = Preset::by_name("ngo-de").unwrap();
    for rule in packs.rules() {
        let known = preset.rows().any(|(group, _)| group == &*rule.group);
        assert!(known, "{} has the group `{}`, which no preset knows", rule.id, rule.group);
    }
    let mut written: Vec<&str> = preset.rows().map(|(group, _)| group).collect();
    written.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, written);
}

#[test]
fn groups_of_the_house_keep_the_severity_of_the_rule() {
    for name in PRESETS {
        let scope = Policy::preset(name).unwrap().scope("-");
        for own in [Severities::One(Severity::Note), Severities::ByPerson([Severity::Off; 4])] {
            assert_eq!(scope.severities(&rule("our-projects", own)), own);
        }
    }
}

#[test]
fn a_topic_is_no_person_in_any_preset() {
    let own = Severities::ByPerson([Severity::Off, Severity::Warning, Severity::Warning, Severity::Error]);
    for preset in Preset::all() {
        let scope = Policy::preset(preset.name()).unwrap().scope("-");
        for (group, _) in preset.rows() {
            assert_eq!(scope.severities(&rule(group, own)).at(PersonLevel::P0), Severity::Off, "{group}");
        }
    }
}

#[test]
fn a_rule_milder_than_its_group_stays_milder_everywhere() {
    let age = rule("address-birth-plate", Severities::One(Severity::Note));
    let severities = PRESETS.map(|name| Policy::preset(name).unwrap().scope("-").severities(&age));
    let expected = [Severity::Note, Severity::Warning, Severity::Note, Severity::Note, Severity::Warning];
    assert_eq!(severities, expected.map(Severities::One));
}

#[test]
fn an_unknown_preset_is_none() {
    assert!(Policy::preset("ngo").is_none());
}
