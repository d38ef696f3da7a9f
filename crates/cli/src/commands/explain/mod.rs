//! `leitplanke explain`: what a rule finds, why, and what to do instead.

mod how;
mod page;

use leitplanke_finding::Language;
use leitplanke_rules::Catalog;
use leitplanke_rules::yaml::clipped;

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
        return Err(unknown(&args.rule, &catalog, language));
    };
    let text = page::of(&rule, language, Output::width());
    output.stdout().write_all(text.as_bytes())?;
    Ok(Exit::Clean)
}

/// Most rules of a label or group that are told by name.
const MOST_RULES: usize = 5;

/// A slip of the pen, or one of the other names rules go by: label, group, pack.
fn unknown(name: &str, catalog: &Catalog, language: Language) -> Fault {
    let heads = || catalog.heads().iter();
    let pack = |id: &str| id.split_once('/').is_some_and(|(pack, _)| pack == name);
    let called = heads().filter(|head| head.label == name || head.group == name || pack(&head.id));
    let called: Vec<&str> = called.map(|head| head.id.as_str()).collect();
    let shown = clipped(name);
    let message = match language {
        Language::De => format!("die Regel `{shown}` gibt es nicht"),
        Language::En => format!("there is no rule `{shown}`"),
    };
    if called.is_empty() {
        let ids: Vec<&str> = heads().map(|head| head.id.as_str()).collect();
        return Fault::mistake(message, Some(hint::rule(name, &ids, language)));
    }
    let some = called[..called.len().min(MOST_RULES)].join(", ");
    let help = match (language, called.len().saturating_sub(MOST_RULES)) {
        (Language::De, 0) => format!("Der Name steht für {some}"),
        (Language::De, more) => format!("Der Name steht für {some} und {more} mehr"),
        (Language::En, 0) => format!("this name stands for {some}"),
        (Language::En, more) => format!("this name stands for {some} and {more} more"),
    };
    Fault::mistake(message, Some(help))
}
