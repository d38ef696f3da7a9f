//! One module for each command.

mod audit;
mod check;
mod completions;
mod explain;
mod init;
mod rules;
mod tally;

use leitplanke_finding::Language;

use crate::args::{Args, Command};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::output::Output;

/// Does what was asked for; `language` is that of the command line.
///
/// # Errors
/// Everything that ends a run early.
pub(crate) fn run(args: Args, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    match args.command {
        Command::Check(check) => check::run(&check, &args.global, output),
        Command::Audit(audit) => audit::run(&audit, &args.global, output),
        Command::Explain(explain) => explain::run(&explain, language, output),
        Command::Rules(rules) => rules::run(&rules, language, output),
        Command::Init(init) => init::run(&init, language, output),
        Command::Completions(completions) => completions::run(&completions, language, output),
    }
}
