//! What the benchmarks measure: generated chat text, and the built-in rules once and several times over.
//!
//! The targets in `benches/` measure with it, `src/bin/corpus.rs` writes it to a file; see `docs/performance.md`.

mod corpus;
mod ruleset;

pub use corpus::Corpus;
pub use ruleset::{BenchError, engine, multiplied, without_rules};
