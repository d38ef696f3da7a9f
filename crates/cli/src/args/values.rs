//! Words that may stand behind an option.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, RangedU64ValueParser, TypedValueParser};
use leitplanke_finding::{Language, Role, Severity};
use leitplanke_policy::Policy;
use leitplanke_report::Format;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

/// Shape of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    Text,
    Json,
}

/// Files with a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Files of rules
    Rules,
    /// pack.yaml
    Pack,
    /// leitplanke.yaml
    Policy,
}

/// A parser for the words of `all`, as `word` writes them.
fn words<T>(all: &'static [T], word: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: Copy + Default + Send + Sync + 'static,
{
    let possible = PossibleValuesParser::new(all.iter().map(|value| word(*value)));
    // Clap lets no other word through, so the default never counts.
    possible.map(move |written| all.iter().copied().find(|value| word(*value) == written).unwrap_or_default())
}

pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    words(&Language::ALL, Language::as_str)
}

pub(super) fn role() -> impl TypedValueParser<Value = Role> {
    words(&Role::ALL, Role::as_str)
}

pub(super) fn report_format() -> impl TypedValueParser<Value = Format> {
    words(&Format::ALL, Format::as_str)
}

pub(super) fn audit_format() -> impl TypedValueParser<Value = Format> {
    words(&[Format::JsonLines, Format::Json, Format::Text, Format::Sarif], Format::as_str)
}

/// Severities that may fail a run; `never` is for those who only want to look.
pub(super) fn fail_on() -> impl TypedValueParser<Value = Severity> {
    PossibleValuesParser::new(["error", "warning", "note", "never"]).map(|word| match word.as_str() {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "note" => Severity::Note,
        _ => Severity::Off,
    })
}

pub(super) fn preset() -> PossibleValuesParser {
    PossibleValuesParser::new(Policy::preset_names())
}

/// More threads than this help nobody.
pub(super) const MOST_THREADS: u64 = 1024;

pub(super) fn threads() -> RangedU64ValueParser {
    RangedU64ValueParser::new().range(1..=MOST_THREADS)
}
