//! Reports: the outcome of a run, in the form its reader needs.
//!
//! One module per [`Format`], each a pure function to a writer. What a report shows is masked unless
//! [`Options::show_matches`] says otherwise, and untrusted text is made harmless for the place it goes to: the
//! prompts under check may hold terminal escapes, writing-direction tricks and anything else.
//! This crate decides nothing about findings and opens no files.
//!
//! ```
//! use leitplanke_finding::Outcome;
//! use leitplanke_report::{Format, Options, render};
//!
//! let outcome = Outcome { documents: 1, ..Outcome::default() };
//! let mut out = Vec::new();
//! render(Format::Text, &outcome, &[], &Options::default(), &mut out)?;
//! assert!(String::from_utf8_lossy(&out).starts_with("Gut gemacht"));
//! # Ok::<(), std::io::Error>(())
//! ```

mod escape;
mod json;
pub mod jsonl;
mod norm;
mod place;
mod sarif;
mod summary;
mod text;

use std::io::{self, Write};

use leitplanke_finding::{Language, Outcome};
use leitplanke_rules::Rule;

pub use norm::norm;
pub use summary::Summary;

/// The shape of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Format {
    /// For people, at a terminal.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// One JSON object per finding, then one with the summary.
    JsonLines,
    /// SARIF 2.1.0 for code scanning.
    Sarif,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Text, Self::Json, Self::JsonLines, Self::Sarif];

    /// The word used on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Sarif => "sarif",
        }
    }

    /// The format with that word, if there is one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == name)
    }
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options<'a> {
    /// Language of our own words.
    pub language: Language,
    /// Colours, for terminals that show them.
    pub color: bool,
    /// Our own signs in ASCII only. The texts under check stay as they are.
    pub ascii: bool,
    /// Columns of the terminal; lines of the text report are cut or wrapped to fit.
    pub width: usize,
    /// Shows what was found instead of masking it. The report is then as confidential as the texts.
    pub show_matches: bool,
    /// Version of the program, for machine formats.
    pub version: &'a str,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self {
            language: Language::De,
            color: false,
            ascii: false,
            width: 100,
            show_matches: false,
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// Writes the report of a whole run. `rules` are the rules that were active; SARIF describes them.
///
/// # Errors
/// Only what `out` answers.
pub fn render(
    format: Format,
    outcome: &Outcome,
    rules: &[Rule],
    options: &Options<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Text => text::render(outcome, options, out),
        Format::Json => json::render(outcome, options, out),
        Format::JsonLines => jsonl::render(outcome, options, out),
        Format::Sarif => sarif::render(outcome, rules, options, out),
    }
}

#[cfg(test)]
mod sample;
