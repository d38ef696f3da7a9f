//! JSON Lines in blocks, so that memory stays flat on files of any size and blocks can be read in parallel.

use std::io::{self, Read};

use leitplanke_finding::Role;
use memchr::{memchr_iter, memrchr};

use crate::decode::{from_broken, without_mark};
use crate::document::Conversation;
use crate::record::{Batch, MAX_RECORD_BYTES, RecordError, RecordProblem, conversation};

/// Bytes of the UTF-8 byte order mark; the first read must hold it whole.
const MARK_BYTES: usize = 3;

/// Whole lines of a JSON Lines file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Block {
    bytes: Vec<u8>,
    /// 0-based line the block begins with.
    first_line: usize,
    /// Lines that were too long to keep.
    dropped: Vec<usize>,
}

impl Block {
    /// Reads the lines of the block; `role` is who wrote texts that do not say so themselves.
    ///
    /// Blank lines count as lines, but hold no record.
    pub fn read(&self, role: Role) -> Batch<'_> {
        let mut batch = match std::str::from_utf8(&self.bytes) {
            Ok(text) => read_lines(text, self.first_line, role),
            Err(_) => self.read_broken(role),
        };
        let too_large =
            |line: &usize| RecordError { record: *line, line: Some(line + 1), problem: RecordProblem::TooLarge };
        batch.errors.extend(self.dropped.iter().map(too_large));
        batch.errors.sort_unstable();
        batch
    }

    /// Line by line, so that one broken line does not decide how the others are read.
    fn read_broken(&self, role: Role) -> Batch<'_> {
        let mut batch = Batch::default();
        for (index, line) in self.bytes.split(|byte| *byte == b'\n').enumerate() {
            let record = self.first_line + index;
            if let Ok(text) = std::str::from_utf8(line) {
                push_line(&mut batch, record, text, role);
            } else {
                let decoded = from_broken(line);
                let read = conversation(&decoded.text, "", role).map(Conversation::into_owned);
                batch.push(record, Some(record + 1), read);
            }
        }
        batch
    }
}

/// Reads `text` as JSON Lines, the first line being number `first_line` (from 0).
pub(crate) fn read_lines(text: &str, first_line: usize, role: Role) -> Batch<'_> {
    let mut batch = Batch::default();
    for (index, line) in text.split('\n').enumerate() {
        push_line(&mut batch, first_line + index, line, role);
    }
    batch
}

fn push_line<'t>(batch: &mut Batch<'t>, record: usize, line: &'t str, role: Role) {
    let line = line.trim();
    if !line.is_empty() {
        batch.push(record, Some(record + 1), conversation(line, "", role));
    }
}

/// The blocks of a JSON Lines file, in order.
///
/// A line longer than [`MAX_RECORD_BYTES`] is passed over and shows up as an error of its block.
#[derive(Debug)]
pub struct Blocks<R> {
    source: R,
    target: usize,
    /// Read, but not yet handed out.
    pending: Vec<u8>,
    line: usize,
    started: bool,
    done: bool,
}

impl<R: Read> Blocks<R> {
    /// Blocks of about `target` bytes: large enough to keep threads busy, small enough to keep memory flat.
    pub fn new(source: R, target: usize) -> Self {
        Self { source, target: target.max(MARK_BYTES), pending: Vec::new(), line: 0, started: false, done: false }
    }

    /// Reads on until `pending` holds whole lines of about `target` bytes; `None` at the end of the file.
    fn fill(&mut self) -> io::Result<Option<Block>> {
        let mut dropped = Vec::new();
        // So far `pending` is known to hold no line break.
        let mut searched = 0;
        while self.read_on()? {
            if self.pending.len() < self.target {
                continue;
            }
            if let Some(at) = memrchr(b'\n', &self.pending[searched..]) {
                return Ok(Some(self.cut(searched + at + 1, dropped)));
            }
            searched = self.pending.len();
            if searched > MAX_RECORD_BYTES {
                dropped.push(self.line);
                self.skip_line()?;
                searched = 0;
            }
        }
        self.done = true;
        let block = Block { bytes: std::mem::take(&mut self.pending), first_line: self.line, dropped };
        Ok((!block.bytes.is_empty() || !block.dropped.is_empty()).then_some(block))
    }

    /// Fills `pending` up to the target, or by as much again; false at the end of the file.
    fn read_on(&mut self) -> io::Result<bool> {
        let missing = self.target.saturating_sub(self.pending.len());
        let wanted = if missing == 0 { self.target } else { missing };
        self.pending.reserve(wanted);
        let read = (&mut self.source).take(wanted as u64).read_to_end(&mut self.pending)?;
        if !self.started {
            self.started = true;
            let mark = self.pending.len() - without_mark(&self.pending).len();
            self.pending.drain(..mark);
        }
        Ok(read > 0)
    }

    fn cut(&mut self, end: usize, dropped: Vec<usize>) -> Block {
        let rest = self.pending.split_off(end);
        let bytes = std::mem::replace(&mut self.pending, rest);
        let first_line = self.line;
        self.line += memchr_iter(b'\n', &bytes).count();
        Block { bytes, first_line, dropped }
    }

    /// Throws the line away that fills `pending`, and the rest of it.
    fn skip_line(&mut self) -> io::Result<()> {
        self.line += 1;
        loop {
            self.pending.clear();
            let read = (&mut self.source).take(self.target as u64).read_to_end(&mut self.pending)?;
            if let Some(end) = memchr::memchr(b'\n', &self.pending) {
                self.pending.drain(..=end);
                return Ok(());
            }
            if read == 0 {
                return Ok(());
            }
        }
    }
}

impl<R: Read> Iterator for Blocks<R> {
    type Item = io::Result<Block>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.done {
            return None;
        }
        let block = self.fill();
        self.done |= block.is_err();
        block.transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(input: &[u8], target: usize) -> (Vec<(usize, String)>, Vec<RecordError>) {
        let (mut texts, mut errors) = (Vec::new(), Vec::new());
        for block in Blocks::new(input, target) {
            let block = block.unwrap();
            let batch = block.read(Role::Prompt);
            for conversation in batch.conversations {
                let text = conversation.messages[0].text.clone().into_owned();
                texts.push((conversation.record.unwrap(), text));
            }
            errors.extend(batch.errors);
        }
        (texts, errors)
    }

    #[test]
    fn any_block_size_gives_the_same_records() {
        let input = "\u{feff}{\"a\":\"eins\"}\r\n\n{\"a\":\"zwei\"}\n{kaputt}\n{\"a\":\"vier\"}".as_bytes();
        let whole = texts(input, 1 << 20);
        assert_eq!(whole.0, [(0, "eins".into()), (2, "zwei".into()), (4, "vier".into())]);
        assert_eq!(whole.1.len(), 1);
        assert_eq!(whole.1[0].line, Some(4));
        for target in 1..60 {
            assert_eq!(texts(input, target), whole, "blocks of {target}");
        }
    }

    #[test]
    fn a_line_that_is_too_long_costs_only_itself() {
        let mut input = b"{\"a\":\"eins\"}\n{\"a\":\"".to_vec();
        input.resize(input.len() + MAX_RECORD_BYTES + 10, b'x');
        input.extend_from_slice(b"\"}\n{\"a\":\"drei\"}\n");
        let (texts, errors) = texts(&input, 1 << 20);
        assert_eq!(texts, [(0, "eins".into()), (2, "drei".into())]);
        assert_eq!(errors, [RecordError { record: 1, line: Some(2), problem: RecordProblem::TooLarge }]);
    }

    #[test]
    fn one_line_in_an_old_encoding_is_read_too() {
        let (texts, errors) = texts(b"{\"a\":\"Gr\xfc\xdfe\"}\n{\"a\":\"\xc3\xbc\"}", 1 << 20);
        assert_eq!(texts, [(0, "Grüße".into()), (1, "ü".into())]);
        assert_eq!(errors, []);
    }
}
