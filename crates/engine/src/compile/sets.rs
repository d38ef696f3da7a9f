//! Sets of phrases; lists with the same phrases share one.

use std::collections::HashMap;

use leitplanke_rules::term::{Form, Phrase, Piece, TermList, Word};

use crate::lexis::LexisBuilder;
use crate::phrases::SetId;

/// Shortest context word that also counts at the end of a compound.
const COMPOUND_HEAD: usize = 5;

#[derive(Debug, Default)]
pub(super) struct Sets {
    known: HashMap<Vec<Phrase>, SetId>,
    /// Sets that other lists have already.
    taken: u16,
}

impl Sets {
    /// Sets beside those of a rule set, which has `taken` of them.
    pub(super) fn beside(taken: u16) -> Self {
        Self { known: HashMap::new(), taken }
    }

    /// Number of sets, those taken included.
    pub(super) fn count(&self) -> u16 {
        self.taken + self.known.len() as u16
    }

    /// The set of `terms`; `None` for an empty list.
    pub(super) fn intern(&mut self, terms: &TermList, lexis: &mut LexisBuilder) -> Option<SetId> {
        if terms.is_empty() {
            return None;
        }
        let next = SetId(self.count());
        let set = *self.known.entry(terms.phrases.clone()).or_insert(next);
        if set == next {
            for phrase in &terms.phrases {
                lexis.collect(phrase, set);
            }
        }
        Some(set)
    }
}

/// Context words count at the end of a compound, too: `Steuernummer` in `Mitgliedssteuernummer`.
pub(super) fn with_compounds(terms: &TermList) -> TermList {
    let mut phrases = terms.phrases.clone();
    for phrase in &terms.phrases {
        if let Some(Word { text, form: Form::Inflected }) = phrase.word()
            && text.chars().count() >= COMPOUND_HEAD
        {
            let pieces = vec![Piece::word(text, Form::Suffix)];
            phrases.push(Phrase { language: phrase.language, pieces });
        }
    }
    TermList { phrases }
}
