//! The dictionary of everything the engine looks up by word: terms of rules, context words, cues, names.
//!
//! Every word of a text is folded once and looked up once; what rules exist matters only where a word is found. Whole
//! words with all their endings sit in one table; beginnings, ends and middles of words in small tables of their own,
//! keyed by their first or last letters.

use std::borrow::Cow;

use leitplanke_rules::term::{Form, Phrase, Piece};

use crate::fold::{Key, MAX_KEY};
use crate::inflect;
use crate::phrases::{Caller, PhraseBuilder, PhraseId, Phrases, SetId};
use crate::table::{Table, TableBuilder};

/// What a word is besides a term, as bits.
pub(crate) mod flags {
    /// A first name.
    pub(crate) const FIRST_NAME: u32 = 1;
    /// A last name.
    pub(crate) const LAST_NAME: u32 = 1 << 1;
    /// A first name that is also a word, a brand, a place.
    pub(crate) const AMBIGUOUS_FIRST: u32 = 1 << 2;
    /// A last name that is also a word.
    pub(crate) const AMBIGUOUS_LAST: u32 = 1 << 3;
    /// A common German noun.
    pub(crate) const NOUN: u32 = 1 << 4;
    /// A common English word.
    pub(crate) const ENGLISH_WORD: u32 = 1 << 5;
    /// A town or country.
    pub(crate) const PLACE: u32 = 1 << 6;
    /// A German function word (der, und, nicht …).
    pub(crate) const GERMAN: u32 = 1 << 7;
    /// An English function word (the, and, not …).
    pub(crate) const ENGLISH: u32 = 1 << 8;
    /// Part of a name: von, de, bin.
    pub(crate) const PARTICLE: u32 = 1 << 9;
    /// Makes the name beside it an organisation, a place or a method.
    pub(crate) const ORGANISATION: u32 = 1 << 10;
    /// Surname of the Mustermann family.
    pub(crate) const PLACEHOLDER: u32 = 1 << 11;
    /// Stands before a name: Frau, Herr, Mrs.
    pub(crate) const SALUTATION: u32 = 1 << 12;
    /// Academic, clerical or official title.
    pub(crate) const TITLE: u32 = 1 << 13;
    /// Role of one person: Klientin, Sohn, tenant.
    pub(crate) const ROLE: u32 = 1 << 14;
    /// May introduce a name: heiße, Name, named, ist.
    pub(crate) const INTRODUCTION: u32 = 1 << 15;
    /// Last word of a greeting.
    pub(crate) const GREETING: u32 = 1 << 16;
    /// Last word of a closing formula.
    pub(crate) const SIGN_OFF: u32 = 1 << 17;
    /// A verb whose subject is a person.
    pub(crate) const HUMAN_VERB: u32 = 1 << 18;
    /// Follows a greeting without being a name.
    pub(crate) const GREETED_GROUP: u32 = 1 << 19;
    /// Signs for a group.
    pub(crate) const SIGNING_GROUP: u32 = 1 << 20;
}

/// A posting: the number of a phrase and how to treat it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Posting(u32);

impl Posting {
    const ACTIVE: u32 = 1 << 31;
    /// The found word alone proves the phrase.
    const PROVEN: u32 = 1 << 30;

    /// The phrase.
    pub(crate) fn phrase(self) -> PhraseId {
        self.0 & !(Self::ACTIVE | Self::PROVEN)
    }

    /// True when a rule wants every hit.
    pub(crate) fn is_active(self) -> bool {
        self.0 & Self::ACTIVE != 0
    }

    /// True when nothing is left to check.
    pub(crate) fn is_proven(self) -> bool {
        self.0 & Self::PROVEN != 0
    }
}

/// The dictionary.
#[derive(Debug, Clone)]
pub(crate) struct Lexis {
    words: Table,
    /// Beginnings by their first two, three, four and five letters.
    starts: [Table; 4],
    /// Ends by their last three, four and five letters, endings included.
    ends: [Table; 3],
    /// Middles by their first four letters.
    middles: Table,
    pub(crate) phrases: Phrases,
}

/// Letters that beginnings are keyed by.
const START: [usize; 4] = [2, 3, 4, 5];
/// Letters that ends are keyed by.
const END: [usize; 3] = [3, 4, 5];
/// Letters that middles are keyed by.
const MIDDLE: usize = 4;
/// Tables and the phrases.
pub(crate) const SECTIONS: usize = 10;

impl Lexis {
    /// Calls `posting` with everything known of a folded word and returns its flags.
    #[inline]
    pub(crate) fn look_up(&self, word: &[u8], mut posting: impl FnMut(Posting)) -> u32 {
        let mut found = 0;
        let mut visit = |entry: crate::table::Entry<'_>| entry.postings().map(Posting).for_each(&mut posting);
        if let Some(entry) = self.words.get(word) {
            found = entry.flags;
            visit(entry);
        }
        let starts = self.starts.iter().zip(START).filter_map(|(table, len)| table.get(word.get(..len)?));
        let ends = self.ends.iter().zip(END).filter_map(|(table, len)| table.get(&word[word.len().checked_sub(len)?..]));
        starts.chain(ends).for_each(&mut visit);
        if !self.middles.is_empty() {
            word.windows(MIDDLE).filter_map(|window| self.middles.get(window)).for_each(visit);
        }
        found
    }

    /// Flags of a whole folded word.
    pub(crate) fn flags_of(&self, word: &[u8]) -> u32 {
        self.words.get(word).map_or(0, |entry| entry.flags)
    }

    /// The parts to store, in the order [`open`](Self::open) takes them.
    pub(crate) fn sections(&self) -> [&[u8]; SECTIONS] {
        let [start2, start3, start4, start5] = &self.starts;
        let [end3, end4, end5] = &self.ends;
        [
            self.words.bytes(),
            start2.bytes(),
            start3.bytes(),
            start4.bytes(),
            start5.bytes(),
            end3.bytes(),
            end4.bytes(),
            end5.bytes(),
            self.middles.bytes(),
            self.phrases.bytes(),
        ]
    }

    /// Opens stored parts.
    pub(crate) fn open(sections: [Cow<'static, [u8]>; SECTIONS]) -> Self {
        let [words, start2, start3, start4, start5, end3, end4, end5, middles, phrases] = sections;
        Self {
            words: Table::open(words),
            starts: [start2, start3, start4, start5].map(Table::open),
            ends: [end3, end4, end5].map(Table::open),
            middles: Table::open(middles),
            phrases: Phrases::open(phrases),
        }
    }
}

/// Collects words and phrases for a [`Lexis`].
#[derive(Debug, Default)]
pub(crate) struct LexisBuilder {
    phrases: PhraseBuilder,
    tables: Tables,
}

#[derive(Debug, Default)]
struct Tables {
    words: TableBuilder,
    starts: [TableBuilder; 4],
    ends: [TableBuilder; 3],
    middles: TableBuilder,
}

impl LexisBuilder {
    /// Lets a rule hear of every hit of a phrase.
    pub(crate) fn call(&mut self, phrase: &Phrase, caller: Caller) {
        self.phrases.call(phrase, caller);
    }

    /// Puts a phrase into a set.
    pub(crate) fn collect(&mut self, phrase: &Phrase, set: SetId) {
        self.phrases.collect(phrase, set);
    }

    /// Marks a word.
    pub(crate) fn flag(&mut self, word: &str, flags: u32) {
        self.tables.words.flag(Key::of(word).as_bytes(), flags);
    }

    /// Lays everything out.
    pub(crate) fn build(self) -> Lexis {
        let Self { phrases, mut tables } = self;
        let phrases = phrases.build(|id, phrase, anchor, active| tables.post(id, phrase, anchor, active));
        Lexis {
            words: tables.words.build(),
            starts: tables.starts.map(TableBuilder::build),
            ends: tables.ends.map(TableBuilder::build),
            middles: tables.middles.build(),
            phrases,
        }
    }
}

impl Tables {
    fn post(&mut self, id: PhraseId, phrase: &Phrase, anchor: usize, active: bool) {
        let Some(Piece::Word { text, form }) = phrase.pieces.get(anchor) else { return };
        let key = Key::of(text);
        let term = key.as_bytes();
        let single = phrase.pieces.len() == 1;
        let active = if active { Posting::ACTIVE } else { 0 };
        let proven = if single { Posting::PROVEN } else { 0 };
        match form {
            Form::Inflected => {
                self.words.post(term, id | active | proven);
                for ending in inflect::endings(term, phrase.language) {
                    self.words.post(&with_ending(term, ending), id | active | proven);
                }
            }
            Form::Exact => self.words.post(term, id | active | proven),
            Form::Capitals => self.words.post(term, id | active),
            Form::Prefix => self.start(term, id | active),
            Form::Suffix => self.end(term, phrase, id | active),
            Form::Infix if term.len() >= MIDDLE => self.middles.post(&term[..MIDDLE], id | active),
            // Three letters in the middle of words would wake the rule all the time.
            Form::Infix => {
                self.start(term, id | active);
                self.end(term, phrase, id | active);
            }
        }
    }

    fn start(&mut self, term: &[u8], posting: u32) {
        let longest = START.iter().rposition(|len| *len <= term.len());
        if let Some(level) = longest {
            self.starts[level].post(&term[..START[level]], posting);
        }
    }

    fn end(&mut self, term: &[u8], phrase: &Phrase, posting: u32) {
        let forms = std::iter::once("").chain(inflect::endings(term, phrase.language));
        for form in forms.map(|ending| with_ending(term, ending)) {
            let longest = END.iter().rposition(|len| *len <= form.len());
            if let Some(level) = longest {
                self.ends[level].post(&form[form.len() - END[level]..], posting);
            }
        }
    }
}

fn with_ending(term: &[u8], ending: &str) -> Vec<u8> {
    let mut form = term.to_vec();
    form.extend(ending.as_bytes());
    form.truncate(MAX_KEY);
    form
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hits(term: &str, word: &str) -> usize {
        let mut builder = LexisBuilder::default();
        for phrase in Phrase::parse(term, None).unwrap() {
            builder.call(&phrase, Caller { rule: 0, slot: 0 });
        }
        let lexis = builder.build();
        let mut found = Vec::new();
        lexis.look_up(Key::of(word).as_bytes(), |posting| found.push(posting.phrase()));
        found.dedup();
        found.len()
    }

    #[test]
    fn each_form_wakes_on_its_words() {
        for (term, word, expected) in [
            ("Depression", "Depressionen", 1),
            ("Depression", "depressiv", 0),
            ("depressi*", "Depressive", 1),
            ("*sucht", "Spielsucht", 1),
            ("*nummer", "Steuernummern", 1),
            ("*sucht*", "Spielsuchtberatung", 1),
            ("=Sucht", "Süchte", 0),
            ("Ärzte", "Aerzte", 1),
        ] {
            assert_eq!(hits(term, word), expected, "{term} on {word}");
        }
    }
}
