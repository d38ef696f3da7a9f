//! Inline suppressions: comments that silence named rules, with a reason.
//!
//! | Written | Silences |
//! |---|---|
//! | `leitplanke: ignore[rule, rule] reason` | its own line; alone on a line also the next line with text |
//! | `leitplanke: ignore-next[…] reason` | the next line with text |
//! | `leitplanke: disable[…] reason` … `leitplanke: enable[…]` | everything between; without `enable` the rest |
//! | `leitplanke: ignore-file[…] reason` | the whole text; stands in the first 20 lines |
//! | `leitplanken-ignore: rule, rule grund="…"` | like `ignore` |
//!
//! A rule is an id (`personal-data/email`), a pack (`personal-data`) or a label (`EMAIL`). A directive only counts at
//! the beginning of a comment, and it silences what it names and nothing else: there is no way to name all rules.

mod comment;
mod cover;
mod problem;
mod written;

use leitplanke_finding::Span;

use crate::format::Format;

pub use problem::DirectiveProblem;

/// Most directives one text may have. Further ones are passed over, so their findings stay.
const MAX_DIRECTIVES: usize = 10_000;

/// The directives of one text, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directives {
    /// Those that silence something.
    pub valid: Vec<Directive>,
    /// Those that were meant to, but can not be understood.
    pub malformed: Vec<Malformed>,
}

/// One comment that silences rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// How far it reaches.
    pub kind: DirectiveKind,
    /// The rules it names; at least one.
    pub targets: Vec<Target>,
    /// Why, in the words of the author; empty when no reason is given.
    pub reason: String,
    /// The directive as written, without the signs of the comment.
    pub span: Span,
}

/// One rule a directive names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Rule id, pack or label.
    pub name: String,
    /// Where the name stands.
    pub span: Span,
    /// The stretch it silences; begins and ends at character borders.
    pub covers: Span,
}

/// How far a directive reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DirectiveKind {
    /// `ignore`: its line, or the next one.
    Line,
    /// `ignore-next`: the next line with text.
    Next,
    /// `disable`: up to `enable`.
    Block,
    /// `ignore-file`: the whole text.
    File,
}

/// A directive that can not be understood, and silences nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Malformed {
    /// The directive as written.
    pub span: Span,
    /// What is wrong.
    pub problem: DirectiveProblem,
}

impl Directives {
    /// Finds the directives of a text.
    pub fn find(text: &str, format: Format) -> Self {
        let mut cover = cover::Cover::new(text);
        for comment in comment::Comments::new(text, format).take(MAX_DIRECTIVES) {
            cover.add(&comment);
        }
        cover.finish()
    }
}

#[cfg(test)]
mod tests;
