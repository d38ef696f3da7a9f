//! `leitplanke completions`: for shells.

use leitplanke_finding::Language;

use crate::args::{CompletionsArgs, command};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::output::Output;

/// # Errors
/// What stdout answers.
pub(super) fn run(args: &CompletionsArgs, language: Language, output: &mut Output) -> Result<Exit, Fault> {
    // The generator expects a writer that can not fail.
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut command(language), "leitplanke", &mut text);
    output.stdout().write_all(&text)?;
    Ok(Exit::Clean)
}
