//! What words wake, remembered: texts say the same few thousand words again and again, so each is looked up, and what
//! can be told from the word alone is told, only when it is new.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use leitplanke_rules::term::Form;

use crate::fold::Key;
use crate::lexis::{Lexis, Posting, flags};
use crate::phrases::{PLACES, Place};
use crate::set_filter::SetFilter;
use crate::signs::Signs;
use crate::start::{Letters, Start, Starts};
use crate::verify::{GAP, fits};

/// Words after which a glossary begins anew: more than most logs hold, and a bound of some ten megabytes a thread.
const MOST: usize = 1 << 18;

/// Everything known of the words seen so far. Belongs to one dictionary.
#[derive(Debug, Default)]
pub(crate) struct Glossary {
    numbers: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
    glosses: Vec<Gloss>,
    /// The sets that each word may bring.
    sets: Vec<SetFilter>,
    wakes: Vec<Wake>,
    signs: Vec<Signs>,
}

/// What is known of a word.
#[derive(Debug, Clone, Copy, Default)]
struct Gloss {
    /// What the dictionary says, see [`flags`].
    flags: u32,
    /// Where its phrases begin, first those that only rules want, then those that rules and sets want, then the others.
    first: u32,
    /// Where the phrases begin that belong to sets.
    collected: u32,
    /// Where the phrases end that rules want.
    active: u32,
    last: u32,
    /// Where its signs stand, if it has the flag of some.
    signs: u32,
}

/// A phrase that a word may belong to. There are many, and all that a word wakes are looked at wherever it stands: what
/// is asked of the words around is packed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wake {
    before: Near,
    behind: Near,
    pub(crate) posting: Posting,
    /// True when the word alone is the phrase.
    pub(crate) is_proven: bool,
    /// True when the word has to be written in capitals.
    pub(crate) in_capitals: bool,
    /// How [`before`](Self::before) and [`behind`](Self::behind) are meant.
    kinds: (Kind, Kind),
}

impl Wake {
    /// False when the words around rule the phrase out: most phrases of several words end at this look.
    #[inline]
    pub(crate) fn may_stand(&self, before: &Around, behind: &Around) -> bool {
        self.before.is_met(self.kinds.0, before) && self.behind.is_met(self.kinds.1, behind)
    }
}

/// How the words on one side of a word begin, the nearest first: as many as a gap and the word behind it take.
pub(crate) type Around = [Start; GAP + 1];

/// How a word nearby has to begin: the letters of one word, or the beginnings of several.
#[derive(Debug, Clone, Copy)]
struct Near(u64);

/// How a [`Near`] is meant.
#[derive(Debug, Clone, Copy)]
struct Kind {
    /// It holds a [`Starts`], not the letters of a [`Start`].
    is_choice: bool,
    /// The word may be as far away as a gap is wide.
    is_far: bool,
}

impl Near {
    /// Anything may stand there.
    const ANY: (Self, Kind) = (Self(0), Kind { is_choice: false, is_far: false });

    /// The word at the end of `places`, of which the last stands next to the anchor.
    fn at_end<'p>(mut places: impl DoubleEndedIterator<Item = Place<'p>>) -> (Self, Kind) {
        let (place, is_far) = match places.next_back() {
            Some(Place::Gap) => (places.next_back(), true),
            place => (place, false),
        };
        let Some(Place::Words(choice)) = place else { return Self::ANY };
        match choice.only() {
            Some((key, Form::Inflected | Form::Exact | Form::Capitals | Form::Prefix)) => {
                (Self(Letters::of(key).to_bits()), Kind { is_choice: false, is_far })
            }
            _ => (Self(choice.starts.to_bits()), Kind { is_choice: true, is_far }),
        }
    }

    #[inline]
    fn is_met(self, kind: Kind, around: &Around) -> bool {
        let fits = |begins: &Start| {
            if kind.is_choice {
                Starts::from_bits(self.0).may_hold(*begins)
            } else {
                Letters::from_bits(self.0).begin(*begins)
            }
        };
        fits(&around[0]) || kind.is_far && around[1..].iter().any(fits)
    }
}

impl Glossary {
    /// Makes room before a text. Numbers of words given earlier end here.
    pub(crate) fn refresh(&mut self) {
        if self.glosses.len() > MOST {
            self.numbers.clear();
            self.glosses.clear();
            self.sets.clear();
            self.wakes.clear();
            self.signs.clear();
        }
    }

    /// The number of a folded word and its flags.
    #[inline]
    pub(crate) fn number(&mut self, word: &Key, lexis: &Lexis) -> (u32, u32) {
        let hash = word.hash();
        let number = match self.numbers.get(&hash) {
            Some(number) => *number,
            None => self.learn(hash, word, lexis),
        };
        (number, self.glosses.get(number as usize).map_or(0, |gloss| gloss.flags))
    }

    /// The phrases that rules want to hear of.
    #[inline]
    pub(crate) fn active(&self, number: u32) -> &[Wake] {
        let gloss = self.glosses.get(number as usize).copied().unwrap_or_default();
        self.wakes.get(gloss.first as usize..gloss.active as usize).unwrap_or_default()
    }

    /// The phrases that belong to sets.
    #[inline]
    pub(crate) fn collected(&self, number: u32) -> &[Wake] {
        let gloss = self.glosses.get(number as usize).copied().unwrap_or_default();
        self.wakes.get(gloss.collected as usize..gloss.last as usize).unwrap_or_default()
    }

    /// The sets that the word may bring, alone or with its neighbours.
    #[inline]
    pub(crate) fn sets(&self, number: u32) -> SetFilter {
        self.sets.get(number as usize).copied().unwrap_or_default()
    }

    /// The signs of a word that has some.
    #[inline]
    pub(crate) fn signs(&self, number: u32) -> Signs {
        let place = self.glosses.get(number as usize).map_or(u32::MAX, |gloss| gloss.signs);
        self.signs.get(place as usize).copied().unwrap_or_default()
    }

    #[cold]
    fn learn(&mut self, hash: u64, word: &Key, lexis: &Lexis) -> u32 {
        let first = self.wakes.len();
        let found = lexis.look_up(word.as_bytes(), |posting| {
            if posting.is_active() || posting.is_collected() {
                self.wakes.extend(wake(posting, word.as_bytes(), lexis));
            }
        });
        let wakes = &mut self.wakes[first..];
        wakes.sort_by_key(|wake| (wake.posting.is_collected(), !wake.posting.is_active()));
        let collected = first + wakes.partition_point(|wake| !wake.posting.is_collected());
        let active = first + wakes.partition_point(|wake| wake.posting.is_active());
        let mut sets = SetFilter::default();
        for wake in wakes.iter().filter(|wake| wake.posting.is_collected()) {
            let phrase = lexis.phrases.get(wake.posting.phrase());
            phrase.into_iter().flat_map(|phrase| phrase.sets()).for_each(|set| sets.add(set));
        }
        self.sets.push(sets);
        let [first, collected, active, last] = [first, collected, active, self.wakes.len()].map(|at| at as u32);
        let number = self.glosses.len() as u32;
        let signs = self.signs.len() as u32;
        if found & flags::SIGN != 0 {
            self.signs.push(lexis.signs_of(word.as_bytes()));
        }
        self.glosses.push(Gloss { flags: found, first, collected, active, last, signs });
        self.numbers.insert(hash, number);
        number
    }
}

/// What is left to check of a phrase behind a word it was found by; `None` when the word is none of its words.
fn wake(posting: Posting, word: &[u8], lexis: &Lexis) -> Option<Wake> {
    let asks = |in_capitals, is_proven, (before, kind_before), (behind, kind_behind)| Wake {
        before,
        behind,
        posting,
        is_proven,
        in_capitals,
        kinds: (kind_before, kind_behind),
    };
    if posting.is_proven() {
        return Some(asks(false, true, Near::ANY, Near::ANY));
    }
    let phrase = lexis.phrases.get(posting.phrase())?;
    let mut buffer = [Place::Gap; PLACES];
    let places = phrase.read_places(&mut buffer);
    let own = places.get(phrase.anchor)?;
    let Place::Words(choice) = *own else { return None };
    // Two letters begin too many words: they count whole, or before digits.
    let begins = |key: &[u8]| key.len() > 2 || word.len() == 2 || word.iter().any(u8::is_ascii_digit);
    let is_own = |key: &[u8], form| fits(key, form, word, phrase.language) && (form != Form::Prefix || begins(key));
    let mut own = choice.words().filter(|(key, form)| is_own(key, *form)).peekable();
    own.peek()?;
    // How a word is written shows only in its text.
    let in_capitals = own.all(|(_, form)| form == Form::Capitals);
    if places.len() == 1 {
        return Some(asks(in_capitals, true, Near::ANY, Near::ANY));
    }
    let before = Near::at_end(places.iter().take(phrase.anchor).copied());
    let behind = Near::at_end(places.iter().skip(phrase.anchor + 1).rev().copied());
    Some(asks(in_capitals, false, before, behind))
}

/// Hands on keys that are hashes already.
#[derive(Debug, Default)]
pub(crate) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use leitplanke_rules::term::Phrase;

    use super::*;
    use crate::lexis::LexisBuilder;
    use crate::phrases::{Caller, SetId};

    #[test]
    fn tells_what_rules_and_what_sets_want() {
        let mut builder = LexisBuilder::default();
        for (term, called, collected) in
            [("Haft", true, false), ("Haft", false, true), ("in Haft", true, false), ("*haft", false, true)]
        {
            for phrase in Phrase::parse(term, None).unwrap() {
                if called {
                    builder.call(&phrase, Caller { rule: 0, slot: 0 });
                }
                if collected {
                    builder.collect(&phrase, SetId(1));
                }
            }
        }
        let lexis = builder.build();
        let mut glossary = Glossary::default();
        let (number, _) = glossary.number(&Key::of("Haft"), &lexis);
        assert_eq!(glossary.number(&Key::of("haft"), &lexis).0, number);
        assert_eq!(glossary.active(number).len(), 2);
        assert_eq!(glossary.collected(number).len(), 2);
        let phrase = glossary.active(number).iter().find(|wake| !wake.is_proven).unwrap();
        assert!(
            phrase.may_stand(&[Start::of(b"in"); 5], &Around::default())
                && !phrase.may_stand(&[Start::of(b"an"); 5], &[Start::of(b"in"); 5])
        );
        let (other, _) = glossary.number(&Key::of("Strafhaft"), &lexis);
        assert!(glossary.active(other).is_empty() && glossary.collected(other).len() == 1);
    }

    #[test]
    fn begins_anew_when_it_is_full() {
        let lexis = LexisBuilder::default().build();
        let mut glossary = Glossary::default();
        for number in 0..=MOST {
            glossary.number(&Key::of(&format!("w{number}")), &lexis);
        }
        glossary.refresh();
        assert!(glossary.glosses.is_empty() && glossary.numbers.is_empty());
    }
}
