//! `leitplanke check`: may I send this?

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use leitplanke_report::Format;

use super::tally::Tally;
use crate::args::{CheckArgs, Global};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::inputs;
use crate::output::Output;
use crate::scan;
use crate::session::{Session, language_of};

/// # Errors
/// Broken policies, unknown names, and what stdout answers.
pub(super) fn run(args: &CheckArgs, global: &Global, output: &mut Output) -> Result<Exit, Fault> {
    let language = language_of(&args.run, global);
    let here = [PathBuf::from(".")];
    let paths: &[PathBuf] = if args.paths.is_empty() { &here } else { &args.paths };
    let found = inputs::collect(paths, args.stdin_filename.as_deref(), language);
    if let Some(text) = found.invitation(language) {
        output.notice(text);
    }
    let needs_key = args.format != Format::Text;
    // The system takes the memory back at the end of the run, faster than we could.
    let session = ManuallyDrop::new(Session::open(found.list, &args.run, language, needs_key, output)?);
    let mut tally = Tally::new(&session, args.format, args.run.show_matches, output);
    tally.missing(found.errors);
    scan::run(&session, args.run.role, &mut tally)?;
    tally.finish(args.run.fail_on, args.run.exit_zero)
}
