//! `leitplanke rules`: the rules themselves.

mod list;
mod schema;
mod test;

use leitplanke_finding::Language;

use crate::args::RulesCommand;
use crate::exit::Exit;
use crate::fault::Fault;
use crate::output::Output;

/// # Errors
/// Mistakes in packs, unknown names, and what stdout answers.
pub(super) fn run(command: &RulesCommand, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    match command {
        RulesCommand::List(args) => list::run(args, language, output),
        RulesCommand::Test(args) => test::run(args, language, output),
        RulesCommand::Schema(args) => schema::run(args, output),
        RulesCommand::Validators => schema::validators(language, output),
    }
}
