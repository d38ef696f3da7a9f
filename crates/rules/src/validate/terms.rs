//! Terms with their vocabularies filled in.

use std::collections::{BTreeMap, HashSet};

use leitplanke_finding::Language;

use super::Known;
use crate::bilingual;
use crate::spec::{Term, TermSpec, TermsSpec};
use crate::term::{Phrase, TermList};
use crate::yaml::{Problems, clipped};

/// Most phrases a list may hold; far above any real word list, far below what would exhaust memory.
const MAX_PHRASES: usize = 100_000;

/// Vocabularies by name, vocabularies inside them filled in.
pub(crate) type Vocabularies = BTreeMap<String, TermList>;

/// The phrases of a list, each once.
pub(crate) fn terms(written: Option<&TermsSpec>, known: &Known<'_>, problems: &mut Problems<'_>) -> TermList {
    let mut phrases = Phrases::default();
    for (language, term) in written.iter().flat_map(|spec| &spec.terms) {
        phrases.add(term, *language, known, problems);
    }
    phrases.list
}

/// Collects phrases, each once, in the order written.
#[derive(Default)]
pub(super) struct Phrases {
    list: TermList,
    seen: HashSet<Phrase>,
}

impl Phrases {
    /// Adds what a term stands for.
    pub(super) fn add(
        &mut self,
        spec: &TermSpec,
        language: Option<Language>,
        known: &Known<'_>,
        problems: &mut Problems<'_>,
    ) {
        match &spec.term {
            Term::Phrases(phrases) => phrases.iter().for_each(|phrase| self.push(phrase, language)),
            Term::Vocabulary(name) => match known.vocabularies.get(name) {
                Some(vocabulary) => self.add_vocabulary(spec, name, vocabulary, language, problems),
                None if known.complete => {
                    let names = known.vocabularies.keys().map(String::as_str);
                    let written = name.strip_prefix("vocabulary/").unwrap_or(name);
                    let shown = clipped(name);
                    problems
                        .report(
                            spec.place,
                            bilingual!("die Wortliste `{shown}` gibt es nicht", "unknown vocabulary `{shown}`"),
                        )
                        .allowed(written, names);
                }
                None => {}
            },
        }
        if self.list.phrases.len() > MAX_PHRASES {
            self.list.phrases.truncate(MAX_PHRASES);
            let message = bilingual!(
                "die Liste hat mehr als {MAX_PHRASES} Wendungen",
                "the list has more than {MAX_PHRASES} phrases",
            );
            problems.report(spec.place, message);
        }
    }

    fn add_vocabulary(
        &mut self,
        spec: &TermSpec,
        name: &str,
        vocabulary: &TermList,
        language: Option<Language>,
        problems: &mut Problems<'_>,
    ) {
        let fits = |phrase: &&Phrase| language.is_none() || phrase.language.is_none() || phrase.language == language;
        let mut any = false;
        for phrase in vocabulary.phrases.iter().filter(fits) {
            self.push(phrase, language.or(phrase.language));
            any = true;
        }
        if let (false, Some(language)) = (any || vocabulary.is_empty(), language) {
            let message = bilingual!(
                "die Wortliste `{name}` hat keine Wörter für die Sprache `{language}`",
                "the vocabulary `{name}` has no terms for the language `{language}`",
            );
            problems.report(spec.place, message);
        }
    }

    fn push(&mut self, phrase: &Phrase, language: Option<Language>) {
        let phrase = Phrase { language, pieces: phrase.pieces.clone() };
        if self.seen.insert(phrase.clone()) {
            self.list.phrases.push(phrase);
        }
    }

    /// What was collected.
    pub(super) fn finish(self) -> TermList {
        self.list
    }
}

/// Names of the vocabularies a list refers to.
pub(crate) fn parts(spec: &TermsSpec) -> impl Iterator<Item = &str> {
    spec.terms.iter().filter_map(|(_, term)| match &term.term {
        Term::Vocabulary(name) => Some(name.as_str()),
        Term::Phrases(_) => None,
    })
}
