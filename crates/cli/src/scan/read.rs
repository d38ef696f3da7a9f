//! From an input to its bytes, or to the reason why there are none.

use std::fs::File;
use std::io::{self, Cursor, Read};

use leitplanke_document::{BinaryKind, MAX_BYTES, Refusal, streams};
use leitplanke_finding::{DocumentError, Language, Outcome};

use crate::inputs::{Source, unreadable};
use crate::session::Job;

/// Bytes by which the kind of a file is told.
const HEAD: u64 = 64 << 10;

/// An input, opened.
pub(super) enum Opened {
    /// All bytes of a file that is read as a whole.
    Whole(Vec<u8>),
    /// Chat lines, to be read block by block.
    Stream(Box<dyn Read + Send>),
}

/// Opens an input. Only text is read further than its first bytes.
///
/// # Errors
/// An outcome that says why there is nothing to read.
pub(super) fn open(job: &Job, language: Language) -> Result<Opened, Outcome> {
    let failed = |error: io::Error| refused(job, unreadable(&error, language));
    let mut source: Box<dyn Read + Send> = match &job.input.source {
        Source::Stdin => Box::new(io::stdin()),
        Source::File(path) => Box::new(File::open(path).map_err(failed)?),
    };
    let mut bytes = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut bytes).map_err(failed)?;
    if let Some(kind) = BinaryKind::of(&bytes) {
        return Err(refusal(job, Refusal::Binary(kind), language));
    }
    if streams(&job.input.shown, &bytes) {
        return Ok(Opened::Stream(Box::new(Cursor::new(bytes).chain(source))));
    }
    // One byte more than allowed shows that the file is too large.
    source.take(MAX_BYTES + 1 - bytes.len() as u64).read_to_end(&mut bytes).map_err(failed)?;
    Ok(Opened::Whole(bytes))
}

/// A file that is no text: passed over where it was met, an error where it was named.
pub(super) fn refusal(job: &Job, refusal: Refusal, language: Language) -> Outcome {
    let mut outcome = Outcome::default();
    if matches!(refusal, Refusal::Binary(_)) && !job.input.named {
        outcome.skipped.binary = 1;
        return outcome;
    }
    refused(job, refusal.describe(language).to_owned())
}

fn refused(job: &Job, reason: String) -> Outcome {
    let error = DocumentError { path: job.input.shown.clone(), reason, callers_fault: job.input.named };
    Outcome { errors: vec![error], ..Outcome::default() }
}
