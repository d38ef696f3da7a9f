//! `cargo xtask lint-rules`: whoever asks others for careful words uses them. The texts of all rules pass the rules
//! about wording and about answers, but for written exceptions: a rule about a word has to name it.

use std::fs;
use std::io::Write;
use std::path::Path;

use leitplanke_document::{Conversation, Message};
use leitplanke_engine::{Engine, Scope};
use leitplanke_finding::{Finding, Language, Role, Severity};
use leitplanke_rules::Rule;
use rayon::prelude::*;
use serde::Deserialize;

use crate::builtin;
use crate::mistake::Mistake;

const EXCEPTIONS: &str = "crates/xtask/data/rule-texts.yaml";

/// Packs whose rules our own texts have to pass.
const PACKS: [&str; 2] = ["answers", "bias"];

/// A finding that may stand.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    /// Id of the rule whose text is meant, or `pack/*`.
    rule: String,
    /// Id of the rule that finds something in it.
    finds: String,
    /// Why that is right.
    reason: String,
}

/// A finding in the text of a rule.
struct Fault {
    rule: String,
    finds: String,
    what: String,
}

/// Reads the texts of all rules.
pub(crate) fn run(root: &Path, out: &mut dyn Write) -> Result<(), Mistake> {
    let exceptions = exceptions(&root.join(EXCEPTIONS))?;
    let packs = builtin::packs(root)?;
    let rules: Vec<&Rule> = packs.rules().collect();
    let mut faults = Vec::new();
    for language in Language::ALL {
        let engine = builtin::engine(root, &packs, language)?;
        let scope = Scope::plain(engine.rules());
        let found: Vec<Vec<Fault>> = rules.par_iter().map(|rule| faults_of(&engine, &scope, rule, language)).collect();
        faults.extend(found.into_iter().flatten());
    }
    let wrong = judge(&faults, &exceptions);
    if wrong.is_empty() {
        writeln!(out, "lint-rules: the texts of {} rules are in order, {} exceptions", rules.len(), exceptions.len())?;
        return Ok(());
    }
    Err(Mistake::Failed(format!("rule texts do not pass our own rules ({EXCEPTIONS}):\n  {}", wrong.join("\n  "))))
}

fn exceptions(path: &Path) -> Result<Vec<Exception>, Mistake> {
    let text = fs::read_to_string(path).map_err(Mistake::file(path))?;
    serde_yaml::from_str(&text).map_err(|error| Mistake::Data { path: path.to_owned(), reason: error.to_string() })
}

fn faults_of(engine: &Engine, scope: &Scope, rule: &Rule, language: Language) -> Vec<Fault> {
    let texts = [("title", &rule.title), ("message", &rule.message), ("why", &rule.why), ("instead", &rule.instead)];
    let mut faults = Vec::new();
    for (name, texts) in texts {
        // What the program says is the answer of a machine.
        let message = Message { role: Role::Output, text: texts.get(language).into(), ..Message::default() };
        let conversation = Conversation { messages: vec![message], ..Conversation::default() };
        let findings = engine.scan(&rule.id, &conversation, scope);
        faults.extend(findings.iter().filter(|finding| counts(finding)).map(|finding| Fault {
            rule: rule.id.clone(),
            finds: finding.rule.to_string(),
            what: format!("{name} ({language}) {:?}: {}", finding.text, finding.rule),
        }));
    }
    faults
}

fn counts(finding: &Finding) -> bool {
    let pack = finding.rule.split('/').next().unwrap_or_default();
    finding.severity >= Severity::Warning && PACKS.contains(&pack)
}

impl Exception {
    fn covers(&self, fault: &Fault) -> bool {
        let is_meant = match self.rule.strip_suffix('*') {
            Some(pack) => fault.rule.starts_with(pack),
            None => fault.rule == self.rule,
        };
        is_meant && fault.finds == self.finds
    }
}

/// Faults without an exception, and exceptions without a fault.
fn judge(faults: &[Fault], exceptions: &[Exception]) -> Vec<String> {
    let mut wrong: Vec<String> = faults
        .iter()
        .filter(|fault| !exceptions.iter().any(|exception| exception.covers(fault)))
        .map(|fault| format!("{}: {}", fault.rule, fault.what))
        .collect();
    for exception in exceptions {
        let Exception { rule, finds, reason } = exception;
        if reason.trim().is_empty() {
            wrong.push(format!("{rule}: the exception for {finds} has no reason"));
        }
        if !faults.iter().any(|fault| exception.covers(fault)) {
            wrong.push(format!("{rule}: the exception for {finds} is not needed"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exception(rule: &str, reason: &str) -> Exception {
        Exception { rule: rule.to_owned(), finds: "bias/y".to_owned(), reason: reason.to_owned() }
    }

    #[test]
    fn exceptions_are_needed_and_explained() {
        let faults = [Fault { rule: "a/x".into(), finds: "bias/y".into(), what: "title: bias/y".into() }];
        assert_eq!(judge(&faults, &[exception("a/x", "names the word")]), Vec::<String>::new());
        assert_eq!(judge(&faults, &[exception("a/*", "pack")]), Vec::<String>::new());
        assert_eq!(judge(&faults, &[exception("b/*", "pack")]).len(), 2);
        assert_eq!(judge(&faults, &[]), ["a/x: title: bias/y"]);
        assert_eq!(judge(&[], &[exception("a/x", "r")]), ["a/x: the exception for bias/y is not needed"]);
        assert_eq!(judge(&faults, &[exception("a/x", " ")]), ["a/x: the exception for bias/y has no reason"]);
    }
}
