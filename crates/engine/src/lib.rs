//! Holds texts against compiled guardrails.
//!
//! One pass over the words of a text wakes the rules that have something to say; regexes run only around what woke
//! them, and only then come checks, context, frames and the question who is meant. Nothing happens for a rule whose
//! words a text does not hold, so a thousand rules cost little more than a hundred.
//!
//! Scanning is pure: the same text and rules give the same findings on any number of threads.

mod anchor;
mod beginning;
mod columns;
mod compile;
mod digits;
mod engine;
mod excerpt;
mod expression;
mod fold;
mod glossary;
mod hidden;
mod inflect;
mod lexis;
mod link;
mod literals;
mod names;
mod normalize;
mod phrases;
mod ruleset;
mod scan;
mod selftest;
mod sentence;
mod set_filter;
mod signs;
mod start;
mod suppress;
mod table;
mod text;
mod verify;
mod view;
mod wording;

pub use compile::{CompileError, NameLists, SignList, SignMistake, Sources};
pub use engine::{Engine, Scope, Settings};
pub use ruleset::RuleSet;
pub use scan::Levels;
pub use selftest::{Failure, self_test};
pub use suppress::{SUPPRESSION_RULES, SUPPRESSION_SEVERITY, SUPPRESSIONS};
