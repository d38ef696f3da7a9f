//! From tree to types, collecting mistakes on the way.

use super::node::{Node, Place};
use super::source::Source;
use crate::bilingual;
use crate::bilingual::{Both, Texts};
use crate::diagnostic::Diagnostic;

/// Most mistakes kept of one file; the rest is counted.
const MAX_PROBLEMS: usize = 100;

/// A type that can be read from a [`Node`].
pub trait Decode: Sized {
    /// Reads the value. `None` after at least one mistake was reported; a value may come with reported mistakes too,
    /// so that whatever else is wrong with it can be found.
    fn decode(node: &Node, problems: &mut Problems<'_>) -> Option<Self>;
}

impl Decode for Node {
    fn decode(node: &Node, _: &mut Problems<'_>) -> Option<Self> {
        Some(node.clone())
    }
}

/// The mistakes found in one file so far.
#[derive(Debug)]
pub struct Problems<'s> {
    source: &'s Source,
    list: Vec<Diagnostic>,
    /// Takes what comes after the list is full.
    spill: Diagnostic,
    spilled: usize,
}

impl<'s> Problems<'s> {
    /// None yet.
    pub fn new(source: &'s Source) -> Self {
        Self { source, list: Vec::new(), spill: Diagnostic::whole("", Texts::default()), spilled: 0 }
    }

    /// The file.
    pub fn source(&self) -> &'s Source {
        self.source
    }

    /// Number of mistakes so far.
    pub fn count(&self) -> usize {
        self.list.len() + self.spilled
    }

    /// True when nothing is wrong so far.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Reports a mistake at a place; notes can be added to what is returned.
    pub fn report(&mut self, place: Place, message: impl Into<Texts>) -> &mut Diagnostic {
        let mut found = Diagnostic::whole(self.source.path(), message);
        if self.list.len() >= MAX_PROBLEMS {
            self.spilled += 1;
            self.spill = found;
            return &mut self.spill;
        }
        (found.line, found.column) = (place.line, place.column);
        found.excerpt = self.source.excerpt(place);
        let at = self.list.len();
        self.list.push(found);
        &mut self.list[at]
    }

    /// Reports that something else was expected than what is there.
    pub fn expected(&mut self, node: &Node, what: Both) -> &mut Diagnostic {
        let found = node.describe();
        let (what_de, what_en, found_de, found_en) = (what.de, what.en, found.de, found.en);
        self.report(
            node.place,
            bilingual!("hier gehört {what_de} hin, da steht {found_de}", "expected {what_en}, found {found_en}"),
        )
    }

    /// Forgets all but the first mistakes.
    pub(super) fn truncate(&mut self, count: usize) {
        self.list.truncate(count);
    }

    /// The mistakes in the order they were found.
    pub fn into_diagnostics(mut self) -> Vec<Diagnostic> {
        if self.spilled > 0 {
            let more = self.spilled;
            let message = bilingual!("in der Datei stehen {more} weitere Fehler", "the file has {more} more mistakes");
            self.list.push(Diagnostic::whole(self.source.path(), message));
        }
        self.list
    }
}
