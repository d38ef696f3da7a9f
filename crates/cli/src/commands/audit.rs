//! `leitplanke audit`: what stands in exported chats?

use std::mem::ManuallyDrop;

use leitplanke_report::Format;
use rayon::ThreadPoolBuilder;

use super::tally::Tally;
use crate::args::{AuditArgs, Global};
use crate::exit::Exit;
use crate::fault::Fault;
use crate::inputs;
use crate::output::Output;
use crate::scan;
use crate::session::{Session, language_of};

/// # Errors
/// Broken policies, unknown names, and what stdout answers.
pub(super) fn run(args: &AuditArgs, global: &Global, output: &mut Output) -> Result<Exit, Fault> {
    let language = language_of(&args.run, global);
    if let Some(threads) = args.threads {
        // Once per run and before anything else uses threads, so there is nothing that could fail.
        let _ = ThreadPoolBuilder::new().num_threads(threads as usize).build_global();
    }
    let found = inputs::collect(&args.exports, None, language);
    if let Some(text) = found.invitation(language) {
        output.notice(text);
    }
    // The system takes the memory back at the end of the run, faster than we could.
    let session =
        ManuallyDrop::new(Session::open(found.list, &args.run, language, args.format != Format::Text, output)?);
    let mut tally = Tally::new(&session, args.format, args.run.show_matches, output).with_progress();
    tally.missing(found.errors);
    scan::run(&session, args.run.role, &mut tally)?;
    tally.finish(args.run.fail_on, args.run.exit_zero)
}
