//! What all numbers of a block share: its words and the people named in it.

use std::cell::OnceCell;

use leitplanke_finding::{PersonLevel, Span};

use super::super::words::Words;
use crate::signs::{Sign, Signs};

/// The surroundings of the numbers of a block.
pub(super) struct Around<'w> {
    pub(super) words: Words<'w>,
    /// The names of the block, in text order.
    people: &'w [Span],
    /// How firmly the sentence of a word points at one person.
    level: &'w dyn Fn(usize) -> PersonLevel,
    is_row: OnceCell<bool>,
    is_headed: OnceCell<bool>,
}

impl<'w> Around<'w> {
    pub(super) fn new(words: Words<'w>, people: &'w [Span], level: &'w dyn Fn(usize) -> PersonLevel) -> Self {
        Self { words, people, level, is_row: OnceCell::new(), is_headed: OnceCell::new() }
    }

    /// How firmly the sentence of word `at` points at one person.
    pub(super) fn level(&self, at: usize) -> PersonLevel {
        (self.level)(at)
    }

    /// True for "Arta 15, Besnik 12": several names have numbers behind them, and nothing else is counted.
    pub(super) fn is_row(&self) -> bool {
        *self.is_row.get_or_init(|| {
            let words = self.words;
            let short = |rest: &str| {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let goes_on = |c: char| c.is_alphanumeric() || matches!(c, '.' | ':');
                matches!(digits, 1 | 2) && !rest[digits..].starts_with(goes_on)
            };
            let numbered = |person: &&Span| words.text[person.end..].strip_prefix(' ').is_some_and(short);
            let counts = || (0..words.len()).any(|at| words.is(at, Sign::Counted));
            self.people.iter().filter(numbered).count() > 1 && !counts()
        })
    }

    /// True when word `at` tells somebody's sex, as records do: "m., 34", "F/34".
    pub(super) fn is_sex(&self, at: usize) -> bool {
        self.words.is(at, Sign::Sex)
    }

    /// True when some word may head a column of ages.
    pub(super) fn is_headed(&self) -> bool {
        let heads = |at: usize| self.words.is_any(at, Signs::of(&[Sign::AgeLabel, Sign::AgeUnit]));
        *self.is_headed.get_or_init(|| !self.people.is_empty() && (0..self.words.len()).any(heads))
    }

    /// P3 where word `at` ends a name.
    pub(super) fn named(&self, at: usize) -> Option<PersonLevel> {
        let end = self.words.span(at, at).end;
        let found = self.people.partition_point(|person| person.end < end);
        self.people.get(found).filter(|person| person.end == end || person.end == end + 1).map(|_| PersonLevel::P3)
    }

    /// True where word `at` begins a name.
    pub(super) fn begins_name(&self, at: usize) -> bool {
        let start = self.words.span(at, at).start;
        self.people.binary_search_by_key(&start, |person| person.start).is_ok()
    }

    /// True when `count` people are named in `reach` bytes before word `at`.
    pub(super) fn has_people_before(&self, at: usize, count: usize, reach: usize) -> bool {
        let start = self.words.span(at, at).start;
        let found = self.people.partition_point(|person| person.end <= start);
        let first = found.checked_sub(count).and_then(|first| self.people.get(first));
        first.is_some_and(|person| start - person.end <= reach)
    }

    /// True when somebody is named in `reach` bytes behind word `at`.
    pub(super) fn has_person_behind(&self, at: usize, reach: usize) -> bool {
        let end = self.words.span(at, at).end;
        let found = self.people.partition_point(|person| person.start < end);
        self.people.get(found).is_some_and(|person| person.start - end <= reach)
    }

    /// True when the first name that begins from byte `start` on ends by byte `end`.
    pub(super) fn names_within(&self, start: usize, end: usize) -> bool {
        let first = self.people.partition_point(|person| person.start < start);
        self.people.get(first).is_some_and(|person| person.end <= end)
    }
}
