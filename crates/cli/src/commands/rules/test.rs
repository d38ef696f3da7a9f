//! Rules prove themselves: their examples through the engine that users run.

use std::path::PathBuf;

use leitplanke_engine::{Engine, Failure, Settings, self_test};
use leitplanke_finding::Language;
use leitplanke_rules::yaml::clipped;
use leitplanke_rules::{Catalog, Rule};

use crate::args::TestArgs;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::inputs::shown;
use crate::language::pick;
use crate::output::Output;
use crate::packs::{self, Compiled};

pub(super) fn run(args: &TestArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    let prefix = args.select.as_deref().unwrap_or_default();
    let Compiled { set, catalog, own, notes } =
        if args.packs.is_empty() { packs::built_in()? } else { packs::instead(&args.packs)? };
    let engine = Engine::new(set, catalog, Settings { language, ..Settings::default() });
    let wanted = |rule: &Rule| rule.id.starts_with(prefix) && (args.packs.is_empty() || own.contains(&rule.id));
    let failures = self_test(&engine, wanted);
    let tested = Tested { failed: failures.len(), ..count(engine.catalog(), wanted)? };
    if tested.rules == 0 {
        let message = match language {
            Language::De => format!("keine Regel beginnt mit `{}`", clipped(prefix)),
            Language::En => format!("no rule begins with `{}`", clipped(prefix)),
        };
        return Err(Fault::mistake(message, None));
    }
    let out = output.stdout();
    for note in &notes {
        writeln!(out, "{}\n", note.describe(language))?;
    }
    for Failure { file, line, rule, reason } in &failures {
        let (place, heading) = (place(file, &args.packs), pick(language, "Fehler", "error"));
        writeln!(out, "{place}:{line}: {heading}: {rule} {}", reason.get(language))?;
    }
    writeln!(out, "{}", tested.sum(language))?;
    Ok(if failures.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// What was tested.
#[derive(Default)]
struct Tested {
    rules: usize,
    examples: usize,
    /// Rules without examples; only those of foreign rule files may lack them.
    silent: usize,
    failed: usize,
}

impl Tested {
    /// In one line.
    fn sum(&self, language: Language) -> String {
        let Self { rules, examples, silent, failed } = self;
        let one = *rules == 1;
        match language {
            Language::De => {
                let noun = if one { "Regel" } else { "Regeln" };
                let without = match silent {
                    0 => String::new(),
                    1 => " (1 Regel hat keine)".to_owned(),
                    count => format!(" ({count} Regeln haben keine)"),
                };
                format!("{rules} {noun} mit {examples} Beispielen{without} getestet, {failed} fehlgeschlagen")
            }
            Language::En => {
                let noun = if one { "rule" } else { "rules" };
                let without = match silent {
                    0 => String::new(),
                    1 => " (1 rule has none)".to_owned(),
                    count => format!(" ({count} rules have none)"),
                };
                format!("{rules} {noun} with {examples} examples{without} tested, {failed} failed")
            }
        }
    }
}

/// The file of a rule as an editor finds it; rules remember theirs from the folder of their pack on.
fn place(file: &str, folders: &[PathBuf]) -> String {
    let within =
        |folder: &PathBuf| [folder.join(file), folder.parent().map(|above| above.join(file)).unwrap_or_default()];
    let found = folders.iter().flat_map(within).find(|path| path.is_file());
    found.map_or_else(|| file.to_owned(), |path| shown(&path))
}

/// Rules and examples that are tested.
fn count(catalog: &Catalog, wanted: impl Fn(&Rule) -> bool) -> Result<Tested, Fault> {
    let mut tested = Tested::default();
    for index in 0..catalog.len() {
        if let Some(rule) = catalog.rule(index)?.filter(|rule| wanted(rule)) {
            tested.rules += 1;
            tested.examples += rule.examples.len();
            tested.silent += usize::from(rule.examples.is_empty());
        }
    }
    Ok(tested)
}
