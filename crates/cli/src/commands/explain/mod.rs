//! `leitplanke explain`: what a rule finds, why, and what to do instead.

mod how;
mod page;

use leitplanke_engine::SUPPRESSION_RULES;
use leitplanke_finding::Language;
use leitplanke_rules::Catalog;
use leitplanke_rules::yaml::clipped;

use crate::args::ExplainArgs;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::hint;
use crate::language::pick;
use crate::output::Output;
use crate::session;

/// What the rules about suppressions say, German and English, in the order of [`SUPPRESSION_RULES`]: they live in the
/// engine and in no pack.
const ABOUT_SUPPRESSIONS: [(&str, &str); SUPPRESSION_RULES.len()] = [
    (
        "Eine Anweisung im Text lässt sich nicht verstehen und hat keine Wirkung. Sie wird so geschrieben: \
         leitplanke: ignore[regel] Grund",
        "A directive in a text can not be understood and does nothing. It is written like this: \
         leitplanke: ignore[rule] reason",
    ),
    (
        "Eine Ausnahme im Text nennt keinen Grund. Er steht hinter der eckigen Klammer, damit andere sie später \
         verstehen.",
        "An exception in a text gives no reason. It stands behind the square bracket, for those who read it later.",
    ),
    (
        "Eine Ausnahme im Text nimmt nichts aus: Den Befund gibt es nicht mehr, oder der Name der Regel stimmt nicht.",
        "An exception in a text silences nothing: the finding is gone, or the name of the rule is wrong.",
    ),
];

/// # Errors
/// When there is no such rule.
pub(super) fn run(args: &ExplainArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    if let Some(at) = SUPPRESSION_RULES.iter().position(|id| *id == args.rule) {
        let (german, english) = ABOUT_SUPPRESSIONS[at];
        writeln!(output.stdout(), "{}: {}", args.rule, pick(language, german, english))?;
        return Ok(Exit::Clean);
    }
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
