//! A block of text as the rules see it: words, sentences, and what the dictionary's sets say about them, each worked out
//! only when somebody asks.

use std::cell::OnceCell;
use std::ops::Range;

use leitplanke_finding::{Language, Span};

use crate::columns::Columns;
use crate::lexis::{Lexis, flags};
use crate::phrases::SetId;
use crate::sentence::Sentences;
use crate::set_filter::SetFilter;
use crate::signs::Signs;
use crate::text::{Token, Words};
use crate::verify::verify;

/// A phrase of a set, found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SetHit {
    /// First token.
    pub(crate) first: u32,
    /// Last token.
    pub(crate) last: u32,
    /// The set.
    pub(crate) set: SetId,
}

/// What the sets say about a sentence.
#[derive(Default)]
struct Facts {
    /// The sets that its words may bring.
    sets: OnceCell<SetFilter>,
    /// The phrases of sets in it, in order.
    hits: OnceCell<Vec<SetHit>>,
}

/// A block of text.
pub(crate) struct View<'v> {
    /// The matching text.
    pub(crate) text: &'v str,
    /// Its words.
    pub(crate) tokens: &'v [Token],
    words: &'v Words,
    lexis: &'v Lexis,
    sentences: OnceCell<Sentences>,
    facts: OnceCell<Vec<Facts>>,
    language: OnceCell<Option<Language>>,
    columns: OnceCell<Columns>,
}

impl<'v> View<'v> {
    /// A view of `text` with its words.
    pub(crate) fn new(text: &'v str, words: &'v Words, lexis: &'v Lexis) -> Self {
        Self {
            text,
            tokens: &words.tokens,
            words,
            lexis,
            sentences: OnceCell::new(),
            facts: OnceCell::new(),
            language: OnceCell::new(),
            columns: OnceCell::new(),
        }
    }

    /// What the dictionary says about a folded word that stands in no token of its own.
    pub(crate) fn flags_of(&self, word: &[u8]) -> u32 {
        self.lexis.flags_of(word)
    }

    /// The sentences.
    pub(crate) fn sentences(&self) -> &Sentences {
        self.sentences.get_or_init(|| Sentences::of(self.text, self.tokens))
    }

    /// The tables.
    pub(crate) fn columns(&self) -> &Columns {
        self.columns.get_or_init(|| Columns::of(self.text))
    }

    fn facts(&self, sentence: usize) -> Option<&Facts> {
        let none = || (0..self.sentences().len()).map(|_| Facts::default()).collect();
        self.facts.get_or_init(none).get(sentence)
    }

    /// False when no word of the sentence belongs to a phrase of `set`.
    pub(crate) fn may_have(&self, sentence: usize, set: SetId) -> bool {
        let read = || self.words.sets(self.sentences().tokens(sentence));
        self.facts(sentence).is_some_and(|facts| facts.sets.get_or_init(read).may_hold(set))
    }

    /// The phrases of `set` in a sentence, in order.
    pub(crate) fn phrases_of(&self, set: SetId, sentence: usize) -> impl Iterator<Item = SetHit> {
        let read = || self.set_hits(self.sentences().tokens(sentence));
        let facts = self.facts(sentence).filter(|_| self.may_have(sentence, set));
        let all = facts.map_or(&[][..], |facts| facts.hits.get_or_init(read));
        all.iter().copied().filter(move |hit| hit.set == set)
    }

    /// True when a phrase of `set` stands in the sentence.
    pub(crate) fn sentence_has(&self, sentence: usize, set: SetId) -> bool {
        self.phrases_of(set, sentence).next().is_some()
    }

    /// True when a phrase of `set` stands anywhere.
    pub(crate) fn has(&self, set: SetId) -> bool {
        (0..self.sentences().len()).any(|sentence| self.sentence_has(sentence, set))
    }

    /// The phrases of `set` around some tokens, in order: their rarest word is one of these.
    pub(crate) fn phrases_around(&self, set: SetId, tokens: Range<u32>) -> impl Iterator<Item = SetHit> {
        let may_have = self.words.sets(tokens.clone()).may_hold(set);
        let hits = if may_have { self.set_hits(tokens) } else { Vec::new() };
        hits.into_iter().filter(move |hit| hit.set == set)
    }

    /// Set phrases whose anchor lies in a range of tokens.
    fn set_hits(&self, range: Range<u32>) -> Vec<SetHit> {
        let mut hits = Vec::with_capacity(16);
        for at in range {
            self.words.each_collected(at, |posting, is_proven| {
                if !self.speaks(posting.language()) {
                    return;
                }
                let Some(phrase) = self.lexis.phrases.get(posting.phrase()) else { return };
                let found =
                    if is_proven { Some((at, at)) } else { verify(self.text, self.words, &phrase, at as usize) };
                if let Some((first, last)) = found {
                    hits.extend(phrase.sets().map(|set| SetHit { first, last, set }));
                }
            });
        }
        hits.sort_unstable();
        hits.dedup();
        hits
    }

    /// True unless the text is clearly in the other language.
    pub(crate) fn speaks(&self, language: Option<Language>) -> bool {
        match (language, self.language()) {
            (Some(wanted), Some(spoken)) => wanted == spoken,
            _ => true,
        }
    }

    /// The language of the text, when its function words leave no doubt.
    pub(crate) fn language(&self) -> Option<Language> {
        *self.language.get_or_init(|| {
            let count = |flag| self.tokens.iter().filter(|token| token.flags & flag != 0).count();
            let (german, english) = (count(flags::GERMAN), count(flags::ENGLISH));
            if german >= 2 + 3 * english {
                Some(Language::De)
            } else if english >= 2 + 3 * german {
                Some(Language::En)
            } else {
                None
            }
        })
    }

    /// The folded letters of a token.
    pub(crate) fn key(&self, token: u32) -> &'v [u8] {
        self.words.key(token as usize)
    }

    /// The classes of a token.
    pub(crate) fn signs(&self, token: u32) -> Signs {
        self.words.signs(token as usize)
    }

    /// The classes of a folded word that stands in no token of its own.
    pub(crate) fn signs_of(&self, word: &[u8]) -> Signs {
        if self.flags_of(word) & flags::SIGN == 0 { Signs::default() } else { self.lexis.signs_of(word) }
    }

    /// The words, for proving phrases.
    pub(crate) fn words(&self) -> &'v Words {
        self.words
    }

    /// The token that holds or follows byte `offset`.
    pub(crate) fn token_at(&self, offset: usize) -> u32 {
        self.tokens.partition_point(|token| token.end as usize <= offset) as u32
    }

    /// The tokens a span touches.
    pub(crate) fn tokens_of(&self, span: Span) -> Range<u32> {
        let first = self.token_at(span.start);
        let end = self.tokens.partition_point(|token| (token.start as usize) < span.end) as u32;
        first..end.max(first)
    }

    /// The bytes from the first to the last word of a sentence; empty for one without words.
    pub(crate) fn sentence_span(&self, sentence: usize) -> Span {
        let tokens = self.sentences().tokens(sentence);
        if tokens.is_empty() { Span::new(0, 0) } else { self.span(tokens.start, tokens.end - 1) }
    }

    /// The bytes of a run of tokens, first and last inclusive.
    pub(crate) fn span(&self, first: u32, last: u32) -> Span {
        let start = self.tokens.get(first as usize).map_or(self.text.len(), |token| token.start as usize);
        let end = self.tokens.get(last as usize).map_or(self.text.len(), |token| token.end as usize);
        Span::new(start.min(end), end)
    }
}
