//! Reads and scans: many small files side by side, large ones one after the other with all threads on each.
//!
//! Whatever runs in parallel is put back into the order of the inputs, so a run gives the same bytes on any number of
//! threads.

mod blocks;
mod guard;
mod read;
mod whole;

use std::fs;

use leitplanke_document::{Conversation, Refusal};
use leitplanke_finding::{DocumentError, Language, Outcome, Role};
use rayon::prelude::*;

use crate::fault::Fault;
use crate::inputs::{Source, unreadable};
use crate::session::{House, Job, Session};
use read::{Opened, Refused};

/// Below so many bytes, a file is read by one thread.
const SMALL: u64 = 1 << 20;

/// Most bytes of small files that are held at a time.
const WAVE_BYTES: u64 = 32 << 20;

/// Most files that are held at a time.
const WAVE_FILES: usize = 1024;

/// Below so many bytes altogether, starting threads costs more than it saves.
const ALONE: u64 = 128 << 10;

/// What a stretch of input amounts to.
#[derive(Debug, Default)]
pub(crate) struct Portion {
    /// Index of the house it belongs to.
    pub(crate) house: usize,
    /// What was found; without lights.
    pub(crate) outcome: Outcome,
    /// What the user should know about how the file was read.
    pub(crate) note: Option<String>,
    /// The file, where it was passed over although people write texts in such files.
    pub(crate) passed_over: Option<String>,
    /// Bytes read.
    pub(crate) bytes: u64,
}

/// Takes portions in the order of the inputs.
pub(crate) trait Sink {
    /// # Errors
    /// What the output answers.
    fn take(&mut self, portion: Portion) -> Result<(), Fault>;
}

/// One file on its way through the engine.
#[derive(Clone, Copy)]
struct Desk<'s> {
    house: &'s House,
    job: &'s Job,
    role: Role,
    language: Language,
    /// False where other threads are busy anyway, or there is too little to share.
    parallel: bool,
}

/// Reads all inputs of a session.
///
/// # Errors
/// What `sink` answers; everything about inputs becomes part of a portion.
pub(crate) fn run(session: &Session, role: Role, sink: &mut dyn Sink) -> Result<(), Fault> {
    let sizes: Vec<u64> = session.jobs.iter().map(size).collect();
    let mut at = 0;
    while at < session.jobs.len() {
        let end = wave_end(&sizes, at);
        let desk = |job, parallel| desk(session, job, role, parallel);
        if end == at + 1 || sizes[at..end].iter().sum::<u64>() < ALONE {
            for (job, size) in session.jobs[at..end].iter().zip(&sizes[at..end]) {
                desk(job, *size >= ALONE).scan(&mut |portion| sink.take(portion))?;
            }
        } else {
            let portions: Vec<Vec<Portion>> =
                session.jobs[at..end].par_iter().map(|job| desk(job, false).collect()).collect();
            for portion in portions.into_iter().flatten() {
                sink.take(portion)?;
            }
        }
        at = end;
    }
    Ok(())
}

/// Bytes of all files of a session, as far as the system knows.
pub(crate) fn total(session: &Session) -> u64 {
    session.jobs.iter().map(size).sum()
}

fn desk<'s>(session: &'s Session, job: &'s Job, role: Role, parallel: bool) -> Desk<'s> {
    Desk { house: &session.houses[job.house], job, role, language: session.language, parallel }
}

/// The size of an input as far as the system knows it; pipes may hold anything.
fn size(job: &Job) -> u64 {
    match &job.input.source {
        Source::Stdin => 0,
        Source::File(path) => fs::metadata(path).map_or(0, |metadata| metadata.len()),
    }
}

/// The end of the stretch of small files that begins at `start`; a large file is a stretch of its own.
fn wave_end(sizes: &[u64], start: usize) -> usize {
    let mut bytes = 0;
    let mut end = start;
    while end < sizes.len() && end - start < WAVE_FILES && sizes[end] < SMALL && bytes < WAVE_BYTES {
        bytes += sizes[end];
        end += 1;
    }
    end.max(start + 1)
}

/// Where portions of one input go.
type Emit<'e> = dyn FnMut(Portion) -> Result<(), Fault> + 'e;

impl Desk<'_> {
    /// All portions of an input.
    fn collect(&self) -> Vec<Portion> {
        let mut portions = Vec::new();
        let mut keep = |portion| {
            portions.push(portion);
            Ok(())
        };
        // Keeping can not fail.
        let _ = self.scan(&mut keep);
        portions
    }

    /// Reads and scans an input. What goes wrong with it is part of its portions.
    fn scan(&self, emit: &mut Emit<'_>) -> Result<(), Fault> {
        match read::open(self.job) {
            Ok(Opened::Stream(source)) => self.blocks(source, emit),
            Ok(Opened::Whole(bytes)) => emit(self.whole(&bytes)),
            Err(refusal) => emit(self.refused(refusal)),
        }
    }

    /// What is told of an input that is not read: binary files are counted where they were met, an error where they
    /// were named.
    fn refused(&self, refusal: Refused) -> Portion {
        let mut portion = Portion { house: self.job.house, ..Portion::default() };
        match refusal {
            Refused::Document(Refusal::Binary(kind)) if !self.job.input.named => {
                portion.outcome.skipped.binary = 1;
                portion.passed_over = kind.holds_prose().then(|| self.job.input.shown.clone());
            }
            Refused::Document(refusal) => {
                portion.outcome.errors.push(self.entry(refusal.describe(self.language).to_owned()));
            }
            Refused::Unreadable(error) => portion.outcome.errors.push(self.entry(unreadable(&error, self.language))),
        }
        portion
    }

    /// The findings of some conversations, counted.
    fn conversations(&self, conversations: &[Conversation<'_>]) -> Outcome {
        let scan = |conversation: &Conversation<'_>| {
            guard::quietly(|| self.house.engine.scan(&self.job.input.shown, conversation, &self.job.rules.scope))
        };
        let scanned: Vec<_> = if self.parallel && conversations.len() > 1 {
            conversations.par_iter().map(scan).collect()
        } else {
            conversations.iter().map(scan).collect()
        };
        let mut outcome = Outcome::default();
        for (conversation, scanned) in conversations.iter().zip(scanned) {
            match scanned {
                Some(findings) => outcome.findings.extend(findings),
                None => outcome.errors.push(self.broken(conversation.record)),
            }
            if is_chat(conversation) {
                outcome.conversations += 1;
                outcome.messages += conversation.messages.len();
            }
        }
        self.house.settle(&mut outcome.findings, &self.job.rules);
        outcome
    }

    /// An entry for what made the engine panic.
    fn broken(&self, record: Option<usize>) -> DocumentError {
        self.entry(guard::reason(record, self.language))
    }

    /// An entry for something of the input that is not checked.
    fn entry(&self, reason: String) -> DocumentError {
        DocumentError { path: self.job.input.shown.clone(), reason }
    }
}

/// A file of text is no conversation.
fn is_chat(conversation: &Conversation<'_>) -> bool {
    conversation.record.is_some() || conversation.messages.iter().any(|message| message.id.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_hold_small_files_and_large_ones_stand_alone() {
        assert_eq!(wave_end(&[1, 2, SMALL, 3], 0), 2);
        assert_eq!(wave_end(&[1, 2, SMALL, 3], 2), 3);
        assert_eq!(wave_end(&[1, 2, SMALL, 3], 3), 4);
        assert_eq!(wave_end(&vec![0; 2 * WAVE_FILES], 0), WAVE_FILES);
        assert_eq!(wave_end(&[SMALL - 1; 100], 0), 33);
    }
}
