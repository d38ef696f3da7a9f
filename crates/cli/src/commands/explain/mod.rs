//! `leitplanke explain`: what a rule finds, why, and what to do instead.

mod how;
mod page;

use leitplanke_finding::Language;

use crate::args::ExplainArgs;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::hint;
use crate::output::Output;
use crate::session;

/// # Errors
/// When there is no such rule.
pub(super) fn run(args: &ExplainArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let catalog = session::catalog_here()?;
    let Some(rule) = catalog.find(&args.rule).map(|index| catalog.rule(index)).transpose()?.flatten() else {
        let ids: Vec<&str> = catalog.heads().iter().map(|head| head.id.as_str()).collect();
        let message = match language {
            Language::De => format!("die Regel `{}` gibt es nicht", args.rule),
            Language::En => format!("there is no rule `{}`", args.rule),
        };
        return Err(Fault::mistake(message, Some(hint::rule(&args.rule, &ids, language))));
    };
    let text = page::of(&rule, language, Output::width());
    output.stdout().write_all(text.as_bytes())?;
    Ok(Exit::Clean)
}
