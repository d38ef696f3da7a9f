//! Rules prove themselves: their examples through the engine that users run, all rules together.

use leitplanke_document::{Conversation, Message};
use leitplanke_finding::{Finding, Role, Severity, Span};
use leitplanke_rules::{Example, Rule, Severities, Texts, bilingual};
use rayon::prelude::*;

use crate::engine::{Engine, Scope};
use crate::scan::Levels;

/// An example that did not do what its rule says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// File of the rule.
    pub file: String,
    /// 1-based line of the example.
    pub line: usize,
    /// Id of the rule.
    pub rule: String,
    /// What went wrong, with what was found instead.
    pub reason: Texts,
}

/// Runs the examples of all rules, or of those that `wanted` names. Rules that are off by default are tested as
/// warnings: an example shows what a rule finds, not whether a house wants to hear of it.
pub fn self_test(engine: &Engine, wanted: impl Fn(&Rule) -> bool + Sync) -> Vec<Failure> {
    let severities = engine.catalog().heads().iter().map(|head| match head.severity {
        Severities::One(Severity::Off) => Severities::One(Severity::Warning),
        other => other,
    });
    let mut scope = Scope::plain(engine.rules());
    scope.levels = Levels::new(engine.rules(), &severities.collect::<Vec<_>>());
    let test = |index: usize| {
        let rule = engine.catalog().rule(index).ok().flatten()?;
        wanted(&rule).then(|| examples(engine, &scope, &rule))
    };
    let mut failures: Vec<Failure> = (0..engine.catalog().len()).into_par_iter().filter_map(test).flatten().collect();
    failures.sort_by_cached_key(|failure| (failure.file.clone(), failure.line, failure.rule.clone()));
    failures
}

fn examples(engine: &Engine, scope: &Scope, rule: &Rule) -> Vec<Failure> {
    let check = |example: &Example| {
        let reason = judge(engine, scope, rule, example)?;
        Some(Failure { file: rule.origin.file.clone(), line: example.line, rule: rule.id.clone(), reason })
    };
    rule.examples.iter().filter_map(check).collect()
}

/// Why an example fails; `None` when it does what it should.
fn judge(engine: &Engine, scope: &Scope, rule: &Rule, example: &Example) -> Option<Texts> {
    let role = example.role.or_else(|| rule.roles.iter().next()).unwrap_or(Role::Prompt);
    let message = Message { role, text: example.text.as_str().into(), ..Message::default() };
    let conversation = Conversation { messages: vec![message], ..Conversation::default() };
    let findings = engine.scan("example", &conversation, scope);
    let own: Vec<Span> =
        findings.iter().filter(|finding| *finding.rule == *rule.id).map(|finding| finding.byte_span).collect();
    let cut = |span: &Span| format!("«{}»", span.of(&example.text));
    if !example.fires {
        let first = cut(own.first()?);
        return Some(bilingual!("muss schweigen, meldet aber {first}", "must stay silent, but reports {first}"));
    }
    if own.is_empty() {
        let Texts { de, en } = others(&findings);
        return Some(bilingual!(
            "muss etwas melden, schweigt aber; {de}",
            "must report something, but stays silent; {en}",
        ));
    }
    let missing = cut(example.spans.iter().find(|span| !own.contains(span))?);
    let reported = own.iter().map(cut).collect::<Vec<_>>().join(", ");
    Some(bilingual!("muss {missing} melden, meldet aber {reported}", "must report {missing}, but reports {reported}"))
}

fn others(findings: &[Finding]) -> Texts {
    if findings.is_empty() {
        return bilingual!("keine Regel meldet etwas", "no rule reports anything");
    }
    let list: Vec<String> = findings.iter().map(|finding| format!("{} «{}»", finding.rule, finding.text)).collect();
    let list = list.join(", ");
    bilingual!("andere melden {list}", "others report {list}")
}
