//! What kind of text a block is: somebody's own world, a sum, a language exercise, a talk about the Bible or about
//! first names. Worked out once, when somebody asks.

use std::cell::OnceCell;

use super::words::Words;
use crate::signs::{Sign, Signs};

/// Words of the writer, their people, and what people at work write.
const PERSONAL: Signs = Signs::of(&[Sign::Personal, Sign::Writer, Sign::We, Sign::Mine]);

/// The kind of a text.
pub(super) struct Genre<'w> {
    words: Words<'w>,
    found: OnceCell<Told>,
}

impl<'w> Genre<'w> {
    /// Of the text of `words`; nothing is read before somebody asks.
    pub(super) fn of(words: Words<'w>) -> Self {
        Self { words, found: OnceCell::new() }
    }

    /// True when somebody writes about their own world: "ich", "unsere", "we", or notes and letters of it.
    pub(super) fn is_personal(&self) -> bool {
        self.told().signs.has_any(PERSONAL)
    }

    /// True for a text that gathers first names to choose from.
    pub(super) fn offers_names(&self) -> bool {
        self.told().signs.has(Sign::NameOffer)
    }

    /// True for a sum: "Sarah has 3 apples … how many are left?"
    pub(super) fn is_sum(&self) -> bool {
        let told = self.told();
        told.signs.has(Sign::Sum) && told.asks && told.counts
    }

    /// True for a text that speaks of the Bible.
    pub(super) fn is_scripture(&self) -> bool {
        self.told().signs.has(Sign::Scripture)
    }

    /// True for a text that goes on about somebody: "er", "ihm", "sie".
    pub(super) fn speaks_of_one(&self) -> bool {
        self.told().signs.has(Sign::ThirdPerson)
    }

    /// True for a text that asks for a translation or the like.
    pub(super) fn is_exercise(&self) -> bool {
        self.told().exercise
    }

    fn told(&self) -> Told {
        *self.found.get_or_init(|| Told::by(self.words))
    }
}

/// What the words of a text tell together.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    signs: Signs,
    /// A number is asked for.
    asks: bool,
    /// A number is given.
    counts: bool,
    /// Sentences are to be translated or inflected.
    exercise: bool,
}

impl Told {
    fn by(words: Words<'_>) -> Self {
        let mut told = Self::default();
        for at in 0..words.len() {
            let key = words.key(at);
            // "i. V. m." is no "I".
            if !(key == b"i" && words.after(at).starts_with('.')) {
                told.signs |= words.signs(at);
            }
            match key.first() {
                Some(b'0'..=b'9') => told.counts = true,
                Some(b'h' | b'w') => told.asks |= asks_how_many(words, at),
                Some(b'r') => told.asks |= key == b"rechne",
                Some(b'n') if key == b"namen" && asks_for_names(words, at) => {
                    told.signs |= Signs::of(&[Sign::NameOffer]);
                }
                Some(b'k') => told.exercise |= key.starts_with(b"konjugier"),
                Some(b't') => told.exercise |= key.starts_with(b"translat"),
                Some(b'u') => told.exercise |= key.starts_with(b"uebersetz"),
                _ => {}
            }
        }
        told
    }
}

/// "wie viele", "how old".
fn asks_how_many(words: Words<'_>, at: usize) -> bool {
    matches!(words.key(at), b"wie" | b"how")
        && words.is_one_of(at + 1, &["viele", "viel", "many", "much", "alt", "old"])
}

/// "Namen für", "beliebte Namen".
fn asks_for_names(words: Words<'_>, at: usize) -> bool {
    words.is_one_of(at + 1, &["fuer"]) || words.follows(at, Sign::NameAdjective)
}
