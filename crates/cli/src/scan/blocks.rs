//! Chat lines of any size: read in blocks, scanned side by side, told in order, forgotten.

use std::io::{self, Read};
use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use leitplanke_document::{Block, Blocks, RecordError};
use leitplanke_finding::{DocumentError, Outcome};
use rayon::prelude::*;

use super::{Desk, Emit, Portion, guard};
use crate::fault::Fault;
use crate::inputs::unreadable;

/// Bytes of a block: small enough that no thread waits long for the last one.
const BLOCK: usize = 512 << 10;

/// Blocks for each thread that are held at a time.
const BLOCKS_PER_THREAD: usize = 8;

/// Some blocks in order, and what stopped the reading.
#[derive(Default)]
struct Wave {
    blocks: Vec<Block>,
    stopped: Option<io::Error>,
}

impl Wave {
    fn read(blocks: &mut Blocks<impl Read>, count: usize) -> Self {
        let mut wave = Self::default();
        for block in blocks.take(count) {
            match block {
                Ok(block) => wave.blocks.push(block),
                Err(error) => wave.stopped = Some(error),
            }
        }
        wave
    }
}

/// Counts the bytes that are read.
struct Counted<R> {
    source: R,
    bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.bytes.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl Desk<'_> {
    /// Scans the lines of `source`; while one wave of blocks is scanned, the next is read.
    pub(super) fn blocks(&self, source: Box<dyn Read + Send>, emit: &mut Emit<'_>) -> Result<(), Fault> {
        let bytes = Arc::new(AtomicU64::new(0));
        let mut blocks = Blocks::new(Counted { source, bytes: Arc::clone(&bytes) }, BLOCK);
        // A first look tells whether there is enough to share.
        let mut wave = Wave::read(&mut blocks, 2);
        let parallel = wave.blocks.len() > 1;
        let count = if parallel { BLOCKS_PER_THREAD * rayon::current_num_threads() } else { 1 };
        let (mut told, mut stopped) = (0, None);
        while !wave.blocks.is_empty() {
            let (scanned, next) = if parallel {
                let scan = || wave.blocks.par_iter().map(|block| self.block(block)).collect();
                rayon::join(scan, || Wave::read(&mut blocks, count))
            } else {
                let scanned: Vec<_> = wave.blocks.iter().map(|block| self.block(block)).collect();
                (scanned, Wave::read(&mut blocks, count))
            };
            for (mut outcome, broken) in scanned {
                outcome.errors.extend(self.records(&broken, &mut told));
                let bytes = bytes.swap(0, Ordering::Relaxed);
                emit(Portion { house: self.job.house, outcome, bytes, ..Portion::default() })?;
            }
            stopped = mem::replace(&mut wave, next).stopped.or(stopped);
        }
        let mut end = Outcome { documents: 1, ..Outcome::default() };
        end.errors.extend(wave.stopped.or(stopped).map(|error| self.stopped(&error)));
        end.errors.extend(self.untold(told));
        emit(Portion { house: self.job.house, outcome: end, ..Portion::default() })
    }

    /// The findings of a block, and the records of it that could not be read.
    fn block(&self, block: &Block) -> (Outcome, Vec<RecordError>) {
        let Some(batch) = guard::quietly(|| block.read(self.role)) else {
            return (Outcome { errors: vec![self.broken(None)], ..Outcome::default() }, Vec::new());
        };
        let mut outcome = self.conversations(&batch.conversations);
        outcome.skipped.records = batch.skipped;
        (outcome, batch.errors)
    }

    /// An entry for a file that broke off while it was read.
    fn stopped(&self, error: &io::Error) -> DocumentError {
        self.entry(unreadable(error, self.language))
    }
}
