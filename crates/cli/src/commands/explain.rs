//! `leitplanke explain`: what a rule finds, why, and what to do instead.

use leitplanke_finding::Language;

use crate::args::ExplainArgs;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::hint;
use crate::output::Output;

/// # Errors
/// When there is no such rule.
pub(super) fn run(args: &ExplainArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let catalog = leitplanke_builtin::catalog()?;
    let Some(rule) = catalog.find(&args.rule).map(|index| catalog.rule(index)).transpose()?.flatten() else {
        let ids: Vec<&str> = catalog.heads().iter().map(|head| head.id.as_str()).collect();
        let message = match language {
            Language::De => format!("die Regel `{}` gibt es nicht", args.rule),
            Language::En => format!("there is no rule `{}`", args.rule),
        };
        return Err(Fault::mistake(message, Some(hint::rule(&args.rule, &ids, language))));
    };
    writeln!(output.stdout(), "{}\n{}", rule.id, rule.message.get(language))?;
    Ok(Exit::Clean)
}
