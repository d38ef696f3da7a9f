//! From an input to its bytes, or to the reason why there are none.

use std::fs::File;
use std::io::{self, Cursor, Read};

use leitplanke_document::{BinaryKind, MAX_BYTES, Refusal, streams};

use crate::inputs::Source;
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

/// Why there is nothing to read.
pub(super) enum Refused {
    /// The system does not hand it over.
    Unreadable(io::Error),
    /// It is no text.
    Document(Refusal),
}

/// Opens an input. Only text is read further than its first bytes.
///
/// # Errors
/// Why there is nothing to read.
pub(super) fn open(job: &Job) -> Result<Opened, Refused> {
    let mut source: Box<dyn Read + Send> = match &job.input.source {
        Source::Stdin => Box::new(io::stdin()),
        Source::File(path) => Box::new(File::open(path).map_err(Refused::Unreadable)?),
    };
    let mut bytes = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut bytes).map_err(Refused::Unreadable)?;
    if let Some(kind) = BinaryKind::of(&bytes) {
        return Err(Refused::Document(Refusal::Binary(kind)));
    }
    if streams(&job.input.shown, &bytes) {
        return Ok(Opened::Stream(Box::new(Cursor::new(bytes).chain(source))));
    }
    // One byte more than allowed shows that the file is too large.
    source.take(MAX_BYTES + 1 - bytes.len() as u64).read_to_end(&mut bytes).map_err(Refused::Unreadable)?;
    Ok(Opened::Whole(bytes))
}
