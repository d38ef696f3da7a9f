//! The dictionary of everything the engine looks up by word: terms of rules, context words, cues, names.
//!
//! Every word of a text is folded once and looked up once; what rules exist matters only where a word is found. Whole
//! words with all their endings sit in one table; beginnings, ends and middles of words in small tables of their own,
//! keyed by their first or last letters.

use std::borrow::Cow;

use leitplanke_finding::Language;
use leitplanke_rules::term::{Form, Phrase, Piece, Word};

use crate::fold::{Key, MAX_KEY};
use crate::inflect;
use crate::phrases::{Caller, PhraseBuilder, PhraseId, Phrases, SetId, Uses};
use crate::signs::Signs;
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
    /// Of one class or several, see [`crate::signs`].
    pub(crate) const SIGN: u32 = 1 << 21;
    /// Signs for a group.
    pub(crate) const SIGNING_GROUP: u32 = 1 << 20;
}

/// A posting: the number of a phrase and how to treat it, so that most postings are settled without a look at the
/// phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Posting(u32);

impl Posting {
    const ACTIVE: u32 = 1 << 31;
    /// The found word alone proves the phrase.
    const PROVEN: u32 = 1 << 30;
    const COLLECTED: u32 = 1 << 29;
    const LANGUAGE: u32 = 26;
    const PHRASE: u32 = (1 << Self::LANGUAGE) - 1;

    fn new(id: PhraseId, phrase: &Phrase, uses: Uses) -> Self {
        let language = phrase.language.map_or(0, |language| language as u32 + 1) << Self::LANGUAGE;
        let active = if uses.called { Self::ACTIVE } else { 0 };
        let collected = if uses.collected { Self::COLLECTED } else { 0 };
        Self(id & Self::PHRASE | language | active | collected)
    }

    /// The phrase.
    pub(crate) fn phrase(self) -> PhraseId {
        self.0 & Self::PHRASE
    }

    /// True when a rule wants every hit.
    pub(crate) fn is_active(self) -> bool {
        self.0 & Self::ACTIVE != 0
    }

    /// True when the phrase belongs to a set.
    pub(crate) fn is_collected(self) -> bool {
        self.0 & Self::COLLECTED != 0
    }

    /// True when nothing is left to check.
    pub(crate) fn is_proven(self) -> bool {
        self.0 & Self::PROVEN != 0
    }

    /// Language of the texts the phrase applies to.
    pub(crate) fn language(self) -> Option<Language> {
        match self.0 >> Self::LANGUAGE & 3 {
            1 => Some(Language::De),
            2 => Some(Language::En),
            _ => None,
        }
    }
}

/// The dictionary.
#[derive(Debug, Clone)]
pub(crate) struct Lexis {
    words: Table,
    /// Beginnings by their first letters, ends by their last ones, endings included.
    affixes: Table,
    /// Middles by their first four letters.
    middles: Table,
    /// The classes of words that are signs.
    signs: Table,
    pub(crate) phrases: Phrases,
}

/// Letters that beginnings are keyed by: as many as the term has, so that few words wake it in vain.
const START: [usize; 5] = [2, 3, 4, 5, 7];
/// Letters that ends are keyed by.
const END: [usize; 4] = [3, 4, 5, 7];
/// Letters that middles are keyed by.
const MIDDLE: usize = 4;
/// Tables and the phrases.
pub(crate) const SECTIONS: usize = 5;

/// Which side of a word an affix is on.
#[derive(Debug, Clone, Copy)]
enum Side {
    Start = 1,
    End = 2,
}

/// The key of an affix: its letters, how many, and its side.
#[inline]
fn affix_key(letters: &[u8], side: Side) -> [u8; 8] {
    let mut key = [0; 8];
    let len = letters.len().min(7);
    key[..len].copy_from_slice(&letters[..len]);
    key[7] = len as u8 | (side as u8) << 4;
    key
}

impl Lexis {
    /// Calls `posting` with everything known of a folded word and returns its flags.
    #[inline]
    pub(crate) fn look_up(&self, word: &[u8], mut posting: impl FnMut(Posting)) -> u32 {
        let mut found = 0;
        let mut visit = |entry: crate::table::Entry<'_>| entry.postings().map(Posting).for_each(&mut posting);
        if let Some(entry) = self.words.get(word) {
            found = entry.flags;
            visit(entry);
            // No rule looks for words that begin or end like "der" or "the", and they are half of every text.
            if found & (flags::GERMAN | flags::ENGLISH) != 0 {
                return found;
            }
        }
        for len in START.into_iter().take_while(|len| *len <= word.len()) {
            if let Some(entry) = self.affixes.get(&affix_key(&word[..len], Side::Start)) {
                visit(entry);
            }
        }
        for len in END.into_iter().take_while(|len| *len <= word.len()) {
            if let Some(entry) = self.affixes.get(&affix_key(&word[word.len() - len..], Side::End)) {
                visit(entry);
            }
        }
        if !self.middles.is_empty() {
            word.windows(MIDDLE).filter_map(|window| self.middles.get(window)).for_each(visit);
        }
        found
    }

    /// Flags of a whole folded word.
    pub(crate) fn flags_of(&self, word: &[u8]) -> u32 {
        self.words.get(word).map_or(0, |entry| entry.flags)
    }

    /// The classes of a whole folded word.
    pub(crate) fn signs_of(&self, word: &[u8]) -> Signs {
        let all = |entry: crate::table::Entry<'_>| entry.postings().map(Signs::numbered).collect();
        self.signs.get(word).map(all).unwrap_or_default()
    }

    /// The parts to store, in the order [`open`](Self::open) takes them.
    pub(crate) fn sections(&self) -> [&[u8]; SECTIONS] {
        [self.words.bytes(), self.affixes.bytes(), self.middles.bytes(), self.signs.bytes(), self.phrases.bytes()]
    }

    /// Opens stored parts.
    pub(crate) fn open(sections: [Cow<'static, [u8]>; SECTIONS]) -> Self {
        let [words, affixes, middles, signs, phrases] = sections;
        Self {
            words: Table::open(words),
            affixes: Table::open(affixes),
            middles: Table::open(middles),
            signs: Table::open(signs),
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
    affixes: TableBuilder,
    middles: TableBuilder,
    signs: TableBuilder,
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

    /// Puts a word into the class with a number.
    pub(crate) fn sign(&mut self, word: &str, class: u32) {
        self.flag(word, flags::SIGN);
        self.tables.signs.post(Key::of(word).as_bytes(), class);
    }

    /// Lays everything out.
    pub(crate) fn build(self) -> Lexis {
        let Self { phrases, mut tables } = self;
        let phrases =
            phrases.build(|id, phrase, anchor, uses| tables.post(Posting::new(id, phrase, uses), phrase, anchor));
        Lexis {
            words: tables.words.build(),
            affixes: tables.affixes.build(),
            middles: tables.middles.build(),
            signs: tables.signs.build(),
            phrases,
        }
    }

    /// The same behind everything in `base`, whose rules get the numbers of `numbers`.
    pub(crate) fn build_onto(self, base: &Lexis, numbers: &[u16]) -> Lexis {
        let Self { phrases, mut tables } = self;
        let phrases = phrases.build_onto(&base.phrases, numbers, |id, phrase, anchor, uses| {
            tables.post(Posting::new(id, phrase, uses), phrase, anchor);
        });
        Lexis {
            words: tables.words.build_onto(&base.words),
            affixes: tables.affixes.build_onto(&base.affixes),
            middles: tables.middles.build_onto(&base.middles),
            signs: tables.signs.build_onto(&base.signs),
            phrases,
        }
    }
}

impl Tables {
    fn post(&mut self, posting: Posting, phrase: &Phrase, anchor: usize) {
        let Some(Piece::Words(words)) = phrase.pieces.get(anchor) else { return };
        for word in words {
            self.post_word(posting.0, word, phrase);
        }
    }

    fn post_word(&mut self, posting: u32, word: &Word, phrase: &Phrase) {
        let key = Key::of(&word.text);
        let term = key.as_bytes();
        let proven = if phrase.pieces.len() == 1 { posting | Posting::PROVEN } else { posting };
        match word.form {
            Form::Inflected => {
                self.words.post(term, proven);
                for ending in inflect::endings(term, phrase.language) {
                    self.words.post(&with_ending(term, ending), proven);
                }
            }
            Form::Exact => self.words.post(term, proven),
            Form::Capitals => self.words.post(term, posting),
            Form::Prefix => self.start(term, posting),
            Form::Suffix => self.end(term, phrase, posting),
            Form::Infix if term.len() >= MIDDLE => self.middles.post(&term[..MIDDLE], posting),
            // Three letters in the middle of words would wake the rule all the time.
            Form::Infix => {
                self.start(term, posting);
                self.end(term, phrase, posting);
            }
        }
    }

    fn start(&mut self, term: &[u8], posting: u32) {
        if let Some(len) = START.into_iter().rfind(|len| *len <= term.len()) {
            self.affixes.post(&affix_key(&term[..len], Side::Start), posting);
        }
    }

    fn end(&mut self, term: &[u8], phrase: &Phrase, posting: u32) {
        let forms = std::iter::once("").chain(inflect::endings(term, phrase.language));
        for form in forms.map(|ending| with_ending(term, ending)) {
            if let Some(len) = END.into_iter().rfind(|len| *len <= form.len()) {
                self.affixes.post(&affix_key(&form[form.len() - len..], Side::End), posting);
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
