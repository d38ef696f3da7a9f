//! Ages beside people: "Amira (7)", "mein Sohn, 12,", "wird am Samstag 80", "Er ist 83".
//!
//! A number says nothing by itself. It is an age where it stands as one: in brackets or between commas behind a name or
//! the role of one person, behind a form of "sein" or "werden", behind "aged", or in a column called so.

mod around;
mod number;
mod owner;
mod spelled;

use leitplanke_finding::{PersonLevel, Span};

use super::words::Words;
use around::Around;
use number::Number;

/// An age with how firmly the text says whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Age {
    pub(super) span: Span,
    pub(super) level: PersonLevel,
}

/// The ages of a block. `people` are its names, in text order; `level` says how firmly the sentence of a word points at
/// one person.
pub(super) fn find(words: Words<'_>, people: &[Span], level: &dyn Fn(usize) -> PersonLevel) -> Vec<Age> {
    let around = Around::new(words, people, level);
    let mut ages = Vec::new();
    for at in 0..words.len() {
        let Some(number) = Number::at(&around, at) else { continue };
        if let Some(level) = number.whose() {
            ages.push(Age { span: words.span(at, number.last), level });
        }
    }
    ages
}
