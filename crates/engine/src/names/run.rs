//! Spans: which words make up one name.
//!
//! First names, initials, particles and last names, blanks between them; parts that hyphens join are one.

use super::words::{ACRONYM, LISTED, Words};
use crate::lexis::flags;
use crate::signs::Sign;

/// What stands before a name decides how much of it must be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// Nothing: only listed words begin a name, one unknown word may follow a first name.
    Listed,
    /// A cue: unknown words may begin it.
    Cued,
    /// A salutation: even words that look like nouns.
    Addressed,
}

/// Most parts of a name.
const PARTS: usize = 6;

/// A part of a name: a word, or several that hyphens join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Part {
    pub(super) first: usize,
    pub(super) last: usize,
    bits: u8,
}

impl Part {
    const INITIAL: u8 = 1;
    const FIRST: u8 = 1 << 1;
    const LAST: u8 = 1 << 2;
    const SURE_FIRST: u8 = 1 << 3;
    const SURE_LAST: u8 = 1 << 4;
    const PLACE: u8 = 1 << 5;

    fn at(first: usize, bits: u8) -> Self {
        Self { first, last: first, bits }
    }

    fn has(&self, bits: u8) -> bool {
        self.bits & bits != 0
    }

    /// A letter with a dot.
    pub(super) fn initial(&self) -> bool {
        self.has(Self::INITIAL)
    }

    /// A first name of the list.
    pub(super) fn is_first(&self) -> bool {
        self.has(Self::FIRST)
    }

    /// A last name of the list.
    pub(super) fn is_last(&self) -> bool {
        self.has(Self::LAST)
    }

    /// A first name that is no word.
    pub(super) fn sure_first(&self) -> bool {
        self.has(Self::SURE_FIRST)
    }

    /// A last name that is no word.
    pub(super) fn sure_last(&self) -> bool {
        self.has(Self::SURE_LAST)
    }

    /// Also a town.
    pub(super) fn place(&self) -> bool {
        self.has(Self::PLACE)
    }

    /// True when a list knows it.
    pub(super) fn is_listed(&self) -> bool {
        self.has(Self::FIRST | Self::LAST)
    }

    /// True when a list knows it and it is no word.
    pub(super) fn is_sure(&self) -> bool {
        self.has(Self::SURE_FIRST | Self::SURE_LAST)
    }

    /// Takes in one more word with what the dictionary says about it.
    fn add(&mut self, found: u32) {
        let has = |flag: u32| found & flag != 0;
        for (flag, ambiguous, bit, sure) in [
            (flags::FIRST_NAME, flags::AMBIGUOUS_FIRST, Self::FIRST, Self::SURE_FIRST),
            (flags::LAST_NAME, flags::AMBIGUOUS_LAST, Self::LAST, Self::SURE_LAST),
        ] {
            if has(flag) {
                self.bits |= if has(ambiguous) { bit } else { bit | sure };
            }
        }
        if has(flags::PLACE) {
            self.bits |= Self::PLACE;
        }
    }
}

/// A name, or what may be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    parts: [Part; PARTS],
    count: usize,
    /// First word, particles included.
    pub(super) first: usize,
    /// Last word.
    pub(super) last: usize,
    /// A part is no name at all: "Robert-Bosch-Stiftung", "Müller-artig".
    pub(super) broken: bool,
}

impl Run {
    /// The parts in order.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts[..self.count]
    }

    /// The parts that are more than an initial.
    pub(super) fn words(&self) -> impl Iterator<Item = &Part> {
        self.parts().iter().filter(|part| !part.initial())
    }

    /// Reads the name that begins with word `at`.
    pub(super) fn read(words: Words<'_>, at: usize, trust: Trust) -> Option<Self> {
        // "Geb.-Dat."
        if words.before(at).ends_with(".-") {
            return None;
        }
        let mut run = Self { parts: [Part::default(); PARTS], count: 0, first: at, last: at, broken: false };
        let mut next = if trust == Trust::Addressed { skip_particles(words, at).unwrap_or(at) } else { at };
        while run.count < PARTS {
            // "Katja Ellerbrock <": a word at the end of its phrase, right behind a first name, need not look like a name.
            let named = run.parts().last().is_some_and(Part::sure_first) && closes_phrase(words, next);
            let Some((part, broken)) = part(words, next, if named { Trust::Addressed } else { trust }) else { break };
            if !run.takes(words, &part, trust) {
                break;
            }
            run.parts[run.count] = part;
            run.count += 1;
            run.last = part.last;
            run.broken |= broken;
            if broken || !joins(words, &part) {
                break;
            }
            next = skip_particles(words, part.last + 1).unwrap_or(part.last + 1);
        }
        run.drop_last_initials();
        run.words().next().is_some().then_some(run)
    }

    /// The same name with what stands before its listed words: initials ("K. Ahlers"), a capital particle
    /// ("Van Minh Le"), in a cell of its own also an unknown first name.
    pub(super) fn with_words_before(self, words: Words<'_>) -> Self {
        let run = self.with_initials_before(words);
        let Some(before) = words.word_before(run.first) else { return run };
        if !words.is_capitalised(before) || words.is_letter(before) {
            return run;
        }
        let particle = words.has(before, flags::PARTICLE) && run.words().count() > 1;
        let cell = words.before(before).trim_end_matches([' ', '"']).ends_with([';', '|', '\t'])
            && words.flags(before)
                & (flags::NOUN | flags::ORGANISATION | flags::TITLE | flags::SALUTATION | flags::ROLE)
                == 0;
        let unknown = run.words().count() == 1 && run.words().all(Part::sure_last) && words.is_unknown(before);
        let unknown = unknown && !run.begins_with_initial();
        if particle || cell || unknown { run.from(before) } else { run }
    }

    fn from(mut self, first: usize) -> Self {
        if self.count < PARTS {
            self.parts.copy_within(0..self.count, 1);
            self.parts[0] = Part::at(first, 0);
            self.count += 1;
            self.first = first;
        }
        self
    }

    /// The same name with the initials before it.
    pub(super) fn with_initials_before(mut self, words: Words<'_>) -> Self {
        while let Some(before) = self.first.checked_sub(1) {
            let initial = words.is_letter(before) && matches!(words.gap(before), ". " | ".");
            let abbreviated = before.checked_sub(1).is_some_and(|lower| {
                words.is_lower(lower) && words.word(lower).len() <= 2 && words.gap(lower).starts_with('.')
            });
            if !initial || abbreviated || self.count == PARTS {
                break;
            }
            self = self.from(before);
            self.parts[0].bits = Part::INITIAL;
        }
        self
    }

    /// A name of the words from `first` to `last`, taken as they are.
    pub(super) fn plain(first: usize, last: usize) -> Self {
        let mut run = Self { parts: [Part::default(); PARTS], count: 0, first, last, broken: false };
        for (part, at) in run.parts.iter_mut().zip(first..=last) {
            *part = Part::at(at, 0);
            run.count += 1;
        }
        run
    }

    /// The same name up to word `last`, the words between taken as they are.
    pub(super) fn to(mut self, last: usize) -> Self {
        for at in self.last + 1..=last {
            if self.count < PARTS {
                self.parts[self.count] = Part::at(at, 0);
                self.count += 1;
            }
        }
        self.last = last;
        self
    }

    /// True when initials begin the name.
    pub(super) fn begins_with_initial(&self) -> bool {
        self.parts().first().is_some_and(Part::initial)
    }

    /// What follows a name with a dot is an abbreviation: "Matteo Ricci C. F.".
    fn drop_last_initials(&mut self) {
        while self.parts().last().is_some_and(Part::initial) {
            self.count -= 1;
            self.last = self.parts().last().map_or(self.first, |part| part.last);
        }
    }

    /// Whether `part` belongs to the name read so far.
    fn takes(&self, words: Words<'_>, part: &Part, trust: Trust) -> bool {
        if part.initial() {
            return is_before_name(words, part.last, trust > Trust::Listed || self.count > 0);
        }
        let has_first = self.words().any(Part::is_first);
        let has_last =
            self.words().any(|part| part.is_last() && !part.is_first()) || (has_first && self.words().count() > 1);
        let unknown = self.words().filter(|part| !part.is_listed()).count();
        if part.is_listed() {
            let mixed = words.is_capitals(part.first) && !words.is_capitals(self.last);
            let second_surname = part.is_last() && !part.place() && self.words().count() < 3;
            // "Nguyen Thi Lan"
            let turned = self.words().next().is_some_and(|part| !part.is_first());
            let second_first = turned && part.is_first() && self.words().count() == 2;
            return !(has_first && has_last) || ((second_surname || second_first) && !mixed);
        }
        // "Quang Huy Le"
        if has_first && self.words().count() == 2 && words.has(part.first, flags::PARTICLE) {
            return true;
        }
        let room = if trust > Trust::Listed { unknown < 2 } else { unknown < 1 && has_first };
        room && !has_last
    }
}

/// The part that begins with word `at`, hyphenated words together; and whether it is broken.
fn part(words: Words<'_>, at: usize, trust: Trust) -> Option<(Part, bool)> {
    if words.is_letter(at) && !is_apostrophe(words.gap(at)) {
        let dotted = words.gap(at).starts_with('.');
        return dotted.then_some((Part::at(at, Part::INITIAL), false));
    }
    let mut part = Part::at(at, 0);
    let stolberg = words.has(at, flags::PLACE) && words.follows_one_of(at, &["von", "zu", "van"]);
    let is_noble = stolberg && words.is_capitalised(at);
    if !is_noble && !is_name_word(words, at, trust) {
        return None;
    }
    part.add(found(words, at));
    let mut broken = false;
    loop {
        let gap = words.gap(part.last);
        let next = part.last + 1;
        let short = words.word(part.last).len() <= 2;
        if gap == "-" || (short && is_apostrophe(gap)) {
            broken |= !is_name_word(words, next, trust) && !words.is_letter(next);
            if broken {
                return Some((part, true));
            }
            part.last = next;
            part.add(found(words, next));
        } else {
            return Some((part, broken));
        }
    }
}

/// What the dictionary says; short words in capitals are abbreviations as well: IBAN, MAX.
fn found(words: Words<'_>, at: usize) -> u32 {
    let short = words.is_capitals(at) && words.word(at).len() <= ACRONYM;
    words.flags(at) | if short { flags::AMBIGUOUS_FIRST | flags::AMBIGUOUS_LAST } else { 0 }
}

fn is_name_word(words: Words<'_>, at: usize, trust: Trust) -> bool {
    let unknown = if trust == Trust::Addressed { words.is_strange_name(at) } else { words.is_unknown(at) };
    words.is_listed(at) || unknown || (words.is_capitalised(at) && !words.is_capitals(at) && is_particle(words, at))
}

fn is_apostrophe(gap: &str) -> bool {
    matches!(gap, "'" | "’" | "ʼ" | "`")
}

/// True when a line, a cell or a phrase ends behind the word.
fn closes_phrase(words: Words<'_>, at: usize) -> bool {
    let after = words.after(at);
    after.is_empty()
        || after.starts_with(['\n', '\r', ';', '|', '\t', ')', ','])
        || after.starts_with(" <")
        || after.starts_with(" (")
}

/// True when a blank, or the dot of an initial, joins `part` to the next word.
fn joins(words: Words<'_>, part: &Part) -> bool {
    let gap = words.gap(part.last);
    let wrapped = matches!(gap, "\n" | "\r\n") && words.wraps_behind(part.last);
    gap == " " || wrapped || (part.initial() && matches!(gap, ". " | "."))
}

fn is_before_name(words: Words<'_>, initial: usize, open: bool) -> bool {
    matches!(words.gap(initial), ". " | "." | " ")
        && (words.is_listed(initial + 1) || words.is_letter(initial + 1) || (open && words.is_unknown(initial + 1)))
}

fn is_particle(words: Words<'_>, at: usize) -> bool {
    words.has(at, flags::PARTICLE) && !words.has(at, LISTED) && words.is(at, Sign::JoiningParticle)
}

/// The word behind the particles at `at`; `None` where no particle stands, or no name behind it.
fn skip_particles(words: Words<'_>, at: usize) -> Option<usize> {
    if !is_particle(words, at) || words.is_listed(at) {
        return None;
    }
    let mut next = at;
    while next < at + 3 && (is_particle(words, next) || (next > at && words.is(next, Sign::SecondParticle))) {
        if !matches!(words.gap(next), " " | "-" | "'" | "’" | ". ") {
            return None;
        }
        next += 1;
    }
    let noble = words.has(next, flags::PLACE)
        && words.is_capitalised(next)
        && words.follows_one_of(next, &["von", "zu", "van"]);
    (words.is_listed(next) || words.is_unknown(next) || noble).then_some(next)
}
