//! The patterns that runs of digits wake, told apart by how their matches begin.
//!
//! More than two hundred regexes look for numbers, and most runs of digits are long enough for most of them. Two bytes
//! tell for all of them at once which ones may begin a match at a place.

use std::sync::OnceLock;

use leitplanke_finding::Span;
use leitplanke_rules::matcher::Boundary;
use serde::{Deserialize, Serialize};

use crate::ruleset::{CompiledRule, Job, RuleIndex};

/// Bytes before a run of digits in which a match may begin: `+`, `(`, a country code.
const BEFORE: usize = 12;
/// The same for a match that begins with a digit: `0` in brackets.
const BEFORE_DIGIT: usize = 2;

/// A regex tried where at least so many digits stand close together.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct DigitTrigger {
    pub(crate) min: u8,
    pub(crate) rule: RuleIndex,
    /// Index of the regex in its rule.
    pub(crate) regex: u16,
    /// What a match begins with.
    pub(crate) leading: Leading,
}

/// What the matches of a regex begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Leading {
    /// A digit.
    Digit,
    /// A letter.
    Letter,
    /// Anything.
    Any,
}

impl DigitTrigger {
    /// How far before a run a match may begin, in bytes.
    fn before(self) -> usize {
        if self.leading == Leading::Digit { BEFORE_DIGIT } else { BEFORE }
    }
}

/// All triggers.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Digits {
    /// Those with the fewest digits first.
    triggers: Vec<DigitTrigger>,
    #[serde(skip)]
    beginnings: OnceLock<Beginnings>,
}

impl Digits {
    /// Takes more triggers in.
    pub(crate) fn extend(&mut self, more: impl IntoIterator<Item = DigitTrigger>) {
        self.triggers.extend(more);
        self.triggers.sort_by_key(|trigger| (trigger.min, trigger.rule, trigger.regex));
        self.beginnings = OnceLock::new();
    }

    pub(crate) fn triggers_mut(&mut self) -> &mut [DigitTrigger] {
        &mut self.triggers
    }

    pub(crate) fn into_triggers(self) -> Vec<DigitTrigger> {
        self.triggers
    }

    /// Fewest digits that wake anything; none where nothing wakes.
    pub(crate) fn fewest(&self) -> Option<u32> {
        self.triggers.first().map(|trigger| u32::from(trigger.min))
    }

    /// Calls `found` with every trigger that so many `digits` are enough for and that may begin a match in the run or
    /// right before it, and with the first byte where one may begin. `rules` are those the triggers belong to.
    pub(crate) fn each(
        &self,
        rules: &[CompiledRule],
        text: &[u8],
        run: Span,
        digits: u32,
        mut found: impl FnMut(&DigitTrigger, usize),
    ) {
        let awake = self.triggers.partition_point(|trigger| u32::from(trigger.min) <= digits);
        let beginnings = self.beginnings.get_or_init(|| Beginnings::of(&self.triggers, rules));
        for (index, triggers) in self.triggers[..awake].chunks(SET).enumerate() {
            let mut open = u64::MAX >> (SET - triggers.len());
            for at in run.start.saturating_sub(BEFORE)..run.end {
                let mut fits = open & beginnings.at(text, at, index);
                if at + BEFORE_DIGIT < run.start {
                    fits &= beginnings.far[index];
                }
                open &= !fits;
                while fits != 0 {
                    found(&triggers[fits.trailing_zeros() as usize], at);
                    fits &= fits - 1;
                }
            }
        }
    }
}

/// Triggers in one set of bits.
const SET: usize = u64::BITS as usize;

/// Which triggers' matches begin with which bytes: sets of triggers, by the byte.
#[derive(Debug)]
struct Beginnings {
    /// By set, then by byte.
    first: Vec<[u64; 256]>,
    second: Vec<[u64; 256]>,
    /// Triggers whose matches begin where a word does, or with a sign.
    words: Vec<u64>,
    /// Triggers whose matches may begin far before the run.
    far: Vec<u64>,
}

impl Beginnings {
    fn of(triggers: &[DigitTrigger], rules: &[CompiledRule]) -> Self {
        let sets = triggers.len().div_ceil(SET);
        let (first, second) = (vec![[0; 256]; sets], vec![[0; 256]; sets]);
        let mut of = Self { first, second, words: vec![0; sets], far: vec![0; sets] };
        for (at, trigger) in triggers.iter().enumerate() {
            let (set, bit) = (at / SET, 1 << (at % SET));
            let Some(Job::Pattern(job)) = rules.get(usize::from(trigger.rule)).map(|rule| &rule.job) else { continue };
            let Some(regex) = job.regexes.get(usize::from(trigger.regex)) else { continue };
            for byte in 0..=u8::MAX {
                let (first, second) = regex.may_begin_with(byte);
                of.first[set][usize::from(byte)] |= if first { bit } else { 0 };
                of.second[set][usize::from(byte)] |= if second { bit } else { 0 };
            }
            of.words[set] |= if job.boundary == Boundary::Word { bit } else { 0 };
            of.far[set] |= if trigger.before() > BEFORE_DIGIT { bit } else { 0 };
        }
        of
    }

    /// The triggers of a set of which a match may begin at byte `at`.
    #[inline]
    fn at(&self, text: &[u8], at: usize, set: usize) -> u64 {
        let Some(byte) = text.get(at) else { return 0 };
        let second = text.get(at + 1).map_or(u64::MAX, |byte| self.second[set][usize::from(*byte)]);
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        let inside = byte.is_ascii_alphanumeric() && before.is_some_and(u8::is_ascii_alphanumeric);
        let fits = self.first[set][usize::from(*byte)] & second;
        if inside { fits & !self.words[set] } else { fits }
    }
}
