//! One policy with its rules, compiled.

use std::collections::HashMap;
use std::path::{Path, absolute};
use std::sync::Arc;

use leitplanke_engine::{Engine, Levels, SUPPRESSION_RULES, SUPPRESSION_SEVERITY, SUPPRESSIONS, Scope, Settings};
use leitplanke_finding::{Finding, Language, Outcome, Severity, SilencedBy, State, ToolLight};
use leitplanke_policy::{Allow, KeyProblem, Known, MissingKey, Policy, RuleHead, Tool};
use leitplanke_rules::yaml::clipped;
use leitplanke_rules::{Diagnostic, Rule, Severities};

use super::Selection;
use crate::fault::Fault;
use crate::hint;
use crate::inputs::{Input, Source, settled, shown};
use crate::language::pick;
use crate::packs::{self, Compiled};

/// Everything one policy decides.
pub(crate) struct House {
    pub(crate) engine: Engine,
    policy: Policy,
    /// What of its rule files has no counterpart here.
    pub(super) notes: Vec<Diagnostic>,
    tool: Option<Tool>,
    /// Rules whose findings are not told, by catalog index, then the rules about suppressions; `None` for none.
    untold: Option<Vec<bool>>,
    /// What was worked out for files with the same path overrides.
    known: HashMap<leitplanke_policy::Scope, Arc<FileRules>>,
}

/// What applies to one file, ready for the engine.
#[derive(Debug)]
pub(crate) struct FileRules {
    pub(crate) scope: Scope,
    /// Values that may stand there, by catalog index.
    allow: HashMap<usize, Vec<Allow>>,
    /// Severity of each rule about suppressions.
    suppressions: [Severity; SUPPRESSION_RULES.len()],
}

/// The rules about suppressions: they live in the engine, not in a pack.
fn suppression_heads() -> [RuleHead<'static>; SUPPRESSION_RULES.len()] {
    let severity = Severities::One(SUPPRESSION_SEVERITY);
    SUPPRESSION_RULES.map(|id| RuleHead { id, label: "SUPPRESSION", group: SUPPRESSIONS, severity })
}

fn heads(engine: &Engine) -> impl Iterator<Item = RuleHead<'_>> {
    engine.catalog().heads().iter().map(RuleHead::from).chain(suppression_heads())
}

/// # Errors
/// When neither the policy nor the profiles know the tool.
fn known_tool(policy: &Policy, name: &str, language: Language) -> Result<Tool, Fault> {
    policy.tool(name).map_err(|unknown| {
        let (asked, known) = (clipped(&unknown.asked), unknown.known.join(", "));
        let message = match language {
            Language::De => format!("das Werkzeug `{asked}` ist nicht bekannt; bekannt sind: {known}"),
            Language::En => format!("unknown tool `{asked}`; known are: {known}"),
        };
        Fault::mistake(message, unknown.suggestion().map(|tool| hint::did_you_mean(tool, language)))
    })
}

fn missing_key(missing: &MissingKey, language: Language) -> Fault {
    let (name, problem) = (&missing.name, missing.problem);
    let message = match (language, problem) {
        (Language::En, _) => missing.to_string(),
        (Language::De, KeyProblem::Unset) => {
            format!("die Umgebungsvariable `{name}` für den Schlüssel der Richtlinie ist nicht gesetzt")
        }
        (Language::De, KeyProblem::Short) => {
            format!("der Schlüssel in der Umgebungsvariable `{name}` ist zu kurz")
        }
    };
    let help = pick(
        language,
        "Ein Schlüssel hat mindestens 16 Zeichen. Ohne ihn geht der Bericht als Text (--format text).",
        "A key has at least 16 characters. Without one, the text report (--format text) still works.",
    );
    Fault::mistake(message, Some(help.to_owned()))
}

impl House {
    /// Compiles the rules of a policy and, when somebody wrote it, holds it against them. `tool` is the one that was
    /// asked for; `needs_key` is true when fingerprints will be shown.
    ///
    /// # Errors
    /// Mistakes in the policy that show only beside the rules, mistakes in house rules, an unknown tool.
    pub(super) fn open(
        (mut policy, is_written): (Policy, bool),
        tool: Option<&str>,
        selection: &Selection,
        language: Language,
        needs_key: bool,
    ) -> Result<Self, Fault> {
        let tool = tool.map(|name| known_tool(&policy, name, language)).transpose()?;
        let key = if needs_key {
            let variable = |name: &str| std::env::var(name).ok();
            policy.fingerprint_key().resolve(variable).map_err(|missing| missing_key(&missing, language))?
        } else {
            leitplanke_finding::FingerprintKey::NONE
        };
        let Compiled { set, catalog, notes, .. } =
            if policy.packs().is_empty() { packs::built_in()? } else { packs::with(policy.packs())? };
        let engine = Engine::new(set, catalog, Settings { language, key });
        if is_written {
            let known: Known<'_> = heads(&engine).collect();
            let wrong = policy.connect(&known);
            if !wrong.is_empty() {
                return Err(wrong.into());
            }
        }
        let mut house = Self { engine, policy, notes, tool, untold: None, known: HashMap::new() };
        if !selection.is_everything() {
            house.untold = Some(house.heads().map(|head| !selection.tells(&head)).collect());
        }
        Ok(house)
    }

    /// What selects each rule: those of the catalog, then those about suppressions.
    pub(super) fn heads(&self) -> impl Iterator<Item = RuleHead<'_>> {
        heads(&self.engine)
    }

    /// True for a rule file of the house that was met in a folder: its patterns are no prompts.
    pub(super) fn is_rule_file(&self, input: &Input) -> bool {
        let Source::File(path) = &input.source else { return false };
        let real = |path: &Path| path.canonicalize().ok();
        let toml = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"));
        !input.named && toml && self.policy.packs().iter().any(|pack| pack.is_file() && real(pack) == real(path))
    }

    /// What applies to an input.
    pub(super) fn rules_for(&mut self, input: &Input) -> Arc<FileRules> {
        let scope = self.policy.scope(&self.path_of(input));
        if let Some(known) = self.known.get(&scope) {
            return Arc::clone(known);
        }
        let rules = Arc::new(self.rules_in(&scope));
        self.known.insert(scope, Arc::clone(&rules));
        rules
    }

    /// The path of an input as the patterns of the policy count it.
    fn path_of(&self, input: &Input) -> String {
        let path = match &input.source {
            Source::File(path) => path.as_path(),
            Source::Stdin => Path::new(&input.shown),
        };
        let root = self.policy.root();
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let below = || {
            let (path, root) = (absolute(settled(path)).ok()?, absolute(settled(root)).ok()?);
            path.strip_prefix(root).ok().map(shown)
        };
        below().unwrap_or_else(|| input.shown.clone())
    }

    fn rules_in(&self, scope: &leitplanke_policy::Scope) -> FileRules {
        let heads: Vec<RuleHead<'_>> = self.engine.catalog().heads().iter().map(RuleHead::from).collect();
        let allowed = heads.iter().map(|head| scope.allow(head)).enumerate().filter(|(_, allow)| !allow.is_empty());
        let suppressions = suppression_heads().map(|head| scope.severities(&head).worst());
        FileRules {
            allow: allowed.collect(),
            suppressions,
            scope: Scope {
                levels: Levels::new(
                    self.engine.rules(),
                    &heads.iter().map(|head| scope.severities(head)).collect::<Vec<_>>(),
                ),
                suppressions: suppressions.into_iter().max().unwrap_or(Severity::Off),
                min_confidence: self.policy.min_confidence(),
            },
        }
    }

    /// Applies to the findings of a file what the engine does not know about: allowed values, the severities of the
    /// rules about suppressions, and the selection.
    pub(crate) fn settle(&self, findings: &mut Vec<Finding>, rules: &FileRules) {
        findings.retain_mut(|finding| {
            let about_suppression = SUPPRESSION_RULES.iter().position(|id| **id == *finding.rule);
            let index = match about_suppression {
                Some(at) => {
                    finding.severity = rules.suppressions[at];
                    self.engine.catalog().len() + at
                }
                None => self.engine.catalog().find(&finding.rule).unwrap_or(usize::MAX),
            };
            if finding.is_reported()
                && let Some(allow) =
                    rules.allow.get(&index).and_then(|list| list.iter().find(|allow| allow.covers(&finding.text)))
            {
                finding.state = State::Suppressed { by: SilencedBy::Policy, reason: allow.reason.to_string() };
            }
            let untold = self.untold.as_ref().is_some_and(|untold| untold.get(index).copied().unwrap_or(false));
            finding.severity > Severity::Off && !untold
        });
    }

    /// The lights these findings give.
    pub(crate) fn lights(&self, findings: &[Finding]) -> Vec<ToolLight> {
        self.policy.lights(self.tool.as_ref(), findings)
    }

    /// True when a run with this outcome fails.
    pub(crate) fn fails(&self, outcome: &Outcome, fail_on: Option<Severity>) -> bool {
        self.policy.fails(outcome, fail_on)
    }

    /// The rules with their texts, for reports that describe them.
    ///
    /// # Errors
    /// When the program file is damaged.
    pub(crate) fn described(&self) -> Result<Vec<Rule>, Fault> {
        let catalog = self.engine.catalog();
        let mut rules = Vec::new();
        for index in 0..catalog.len() {
            rules.extend(catalog.rule(index)?.map(|rule| (*rule).clone()));
        }
        Ok(rules)
    }
}
