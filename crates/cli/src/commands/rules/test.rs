//! Rules prove themselves: their examples through the engine that users run.

use std::io::Write;

use leitplanke_engine::{Engine, Failure, Settings, self_test};
use leitplanke_finding::Language;
use leitplanke_rules::{Catalog, Rule};

use crate::args::TestArgs;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::output::Output;

pub(super) fn run(args: &TestArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let prefix = args.select.as_deref().unwrap_or_default();
    let engine = Engine::new(
        leitplanke_builtin::rule_set()?,
        leitplanke_builtin::catalog()?,
        Settings { language, ..Settings::default() },
    );
    let wanted = |rule: &Rule| rule.id.starts_with(prefix);
    let failures = self_test(&engine, wanted);
    let (rules, examples) = count(engine.catalog(), wanted)?;
    report(&failures, rules, examples, language, output.stdout())?;
    Ok(if failures.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// Rules and examples that were tested.
fn count(catalog: &Catalog, wanted: impl Fn(&Rule) -> bool) -> Result<(usize, usize), Fault> {
    let (mut rules, mut examples) = (0, 0);
    for index in 0..catalog.len() {
        if let Some(rule) = catalog.rule(index)?.filter(|rule| wanted(rule)) {
            rules += 1;
            examples += rule.examples.len();
        }
    }
    Ok((rules, examples))
}

/// Failures in the form editors and build servers know from compilers.
fn report(
    failures: &[Failure],
    rules: usize,
    examples: usize,
    language: Language,
    out: &mut dyn Write,
) -> Result<(), Fault> {
    for Failure { file, line, rule, reason } in failures {
        writeln!(out, "{file}:{line}: error: {rule} {reason}")?;
    }
    let failed = failures.len();
    match language {
        Language::De => writeln!(out, "{rules} Regeln mit {examples} Beispielen getestet, {failed} fehlgeschlagen")?,
        Language::En => writeln!(out, "{rules} rules with {examples} examples tested, {failed} failed")?,
    }
    Ok(())
}
