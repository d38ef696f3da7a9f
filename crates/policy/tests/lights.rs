//! Traffic lights and exit codes.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;

use leitplanke_finding::{
    Confidence, DataClass, Destination, Finding, FingerprintKey, Light, Location, Outcome, Role, Severity, SilencedBy,
    Span, State,
};
use leitplanke_policy::{Date, Known, Mode, Policy, RuleHead, Tool, cell};
use leitplanke_rules::Severities;

fn policy(text: &str) -> Policy {
    let today = Date::new(2026, 3, 1).unwrap();
    Policy::parse(text, Path::new("leitplanke.yaml"), today).unwrap_or_else(|wrong| panic!("{wrong}")).0
}

fn finding(rule: &str, data_class: Option<DataClass>, severity: Severity) -> Finding {
    Finding {
        rule: rule.into(),
        label: "X".into(),
        data_class,
        severity,
        confidence: Confidence::CERTAIN,
        person: None,
        role: Role::Prompt,
        location: Location::default(),
        span: Span::new(0, 1),
        byte_span: Span::new(0, 1),
        excerpt: String::new(),
        text: String::new(),
        message: "".into(),
        why: "".into(),
        instead: "".into(),
        references: [].into(),
        linked: None,
        fingerprint: FingerprintKey::NONE.fingerprint(rule, "", "", "", 0),
        state: State::Reported,
    }
}

fn outcome(policy: &Policy, asked: Option<&Tool>, findings: Vec<Finding>) -> Outcome {
    Outcome { lights: policy.lights(asked, &findings), findings, ..Outcome::default() }
}

#[test]
fn data_takes_the_light_of_its_cell() {
    let policy = Policy::without_file();
    for class in DataClass::ALL {
        for destination in Destination::ALL {
            let tool = Tool::of_profile(destination);
            let light = Light::from(cell(class, destination));
            // The preset's severity does not matter for data, except that a note never stops anybody.
            for severity in [Severity::Warning, Severity::Error] {
                assert_eq!(policy.light(&tool, &finding("a/b", Some(class), severity)), light);
            }
            let note = finding("a/b", Some(class), Severity::Note);
            assert_eq!(policy.light(&tool, &note), light.min(Light::Yellow));
        }
    }
}

#[test]
fn conduct_takes_the_light_of_its_severity() {
    let policy = Policy::without_file();
    for destination in Destination::ALL {
        let light = |severity| policy.light(&Tool::of_profile(destination), &finding("a/b", None, severity));
        assert_eq!(
            [Severity::Note, Severity::Warning, Severity::Error].map(light),
            [Light::Green, Light::Yellow, Light::Red]
        );
    }
}

#[test]
fn silenced_findings_do_not_count() {
    let policy = Policy::without_file();
    let state = State::Suppressed { by: SilencedBy::Text, reason: "x".to_owned() };
    let silenced = Finding { state, ..finding("a/b", Some(DataClass::Secret), Severity::Error) };
    assert!(policy.lights(None, &[silenced]).iter().all(|light| light.light == Light::Green));
}

#[test]
fn approvals_lower_one_step() {
    let text = "
tools:
  chat:
    profile: third-country
    approved:
      - { data_class: sensitive, purpose: letters, reason: undertaking of secrecy, by: board }
      - { group: names-contact, purpose: invitations, reason: contract, by: board }
      - { data_class: personal, purpose: invitations, reason: contract, by: management }";
    let mut policy = policy(text);
    let head = |id| RuleHead { id, label: "X", group: "names-contact", severity: Severities::One(Severity::Warning) };
    let known: Known<'_> = [head("personal-data/email")].into_iter().collect();
    assert!(policy.connect(&known).is_empty());
    let chat = policy.tool("chat").unwrap();
    let light = |rule, class| policy.light(&chat, &finding(rule, Some(class), Severity::Error));
    assert_eq!(light("sensitive/health", DataClass::Sensitive), Light::Yellow);
    assert_eq!(light("personal-data/email", DataClass::Personal), Light::Green);
    assert_eq!(light("secrets/key", DataClass::Secret), Light::Red);
    let approval = policy.approval(&chat, &finding("personal-data/email", Some(DataClass::Personal), Severity::Error));
    assert_eq!(approval.unwrap().by, "board");
    let conduct = finding("personal-data/email", None, Severity::Error);
    assert_eq!(policy.light(&chat, &conduct), Light::Red);
}

#[test]
fn a_named_tool_decides_and_profiles_only_inform() {
    let policy = policy("tools: { chat: { profile: eu } }");
    let findings = [finding("a/b", Some(DataClass::Sensitive), Severity::Error)];
    let lights = |asked| {
        let lights = policy.lights(asked, &findings);
        lights.into_iter().map(|light| (light.tool, light.light.as_str(), light.decides)).collect::<Vec<_>>()
    };
    let chat = policy.tool("chat").unwrap();
    assert_eq!(lights(Some(&chat)), [("chat".to_owned(), "yellow", true)]);
    let all = [("local", "green"), ("eu", "yellow"), ("third-country", "red"), ("consumer", "red"), ("shadow", "red")];
    assert_eq!(lights(None), all.map(|(tool, light)| (tool.to_owned(), light, false)));
    let with_default = self::policy("default_tool: local").lights(None, &findings);
    assert!(with_default.len() == 1 && with_default[0].decides);
}

#[test]
fn modes_and_thresholds_decide_about_failing() {
    let error = || vec![finding("a/b", None, Severity::Error)];
    let warning = || vec![finding("a/b", None, Severity::Warning)];
    let note = || vec![finding("a/b", None, Severity::Note)];
    for (mode, expected) in
        [("teach", [false; 3]), ("gate", [true, false, false]), ("strict-gate", [true, true, false])]
    {
        let policy = policy(&format!("mode: {mode}"));
        assert_eq!(policy.mode().as_str(), mode);
        let fails = [error(), warning(), note()].map(|found| policy.fails(&outcome(&policy, None, found), None));
        assert_eq!(fails, expected, "{mode}");
        assert!(policy.fails(&outcome(&policy, None, note()), Some(Severity::Note)));
        assert!(!policy.fails(&outcome(&policy, None, error()), Some(Severity::Off)));
        assert!(!policy.fails(&outcome(&policy, None, Vec::new()), Some(Severity::Note)));
    }
    assert_eq!(Mode::default(), Mode::Gate);
}

#[test]
fn with_a_tool_the_light_decides_about_failing() {
    let gate = policy("mode: gate");
    let strict = policy("mode: strict-gate");
    let found = || vec![finding("a/b", Some(DataClass::Personal), Severity::Error)];
    let fails = |policy: &Policy, tool: &str, fail_on| {
        let tool = policy.tool(tool).unwrap();
        policy.fails(&outcome(policy, Some(&tool), found()), fail_on)
    };
    let profiles = Destination::ALL.map(Destination::as_str);
    assert_eq!(profiles.map(|tool| fails(&gate, tool, None)), [false, false, false, true, true]);
    assert_eq!(profiles.map(|tool| fails(&strict, tool, None)), [false, false, true, true, true]);
    assert!(fails(&gate, "third-country", Some(Severity::Warning)));
    assert!(fails(&gate, "local", Some(Severity::Note)));
}
