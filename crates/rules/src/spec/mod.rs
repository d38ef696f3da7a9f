//! The written form: what stands in the YAML files, key by key, nothing interpreted yet.

mod entry;
mod examples;
mod matchers;
mod severity;
mod signals;
mod terms;
mod words;

pub(crate) use entry::{Bilingual, Entry, FamilySpec, FragmentSpec, FrameSpec, Manifest, RuleSpec, VocabularySpec};
pub(crate) use examples::{ExampleSpec, ExamplesOf, ExamplesSpec};
pub(crate) use matchers::{
    CombinationSpec, ConfidenceSpec, HiddenTextSpec, LexiconSpec, MetricSpec, NameSpec, NumberSpec, Order, PartSpec,
    PatternSpec, RowSpec, SequenceSpec,
};
pub(crate) use severity::SeveritySpec;
pub(crate) use terms::{Term, TermSpec, TermsSpec};
pub(crate) use words::{Kind, Reach, WithinSpec};

/// An entry as written, with the number of its file.
pub(crate) struct Written<'e, S> {
    pub(crate) file: usize,
    pub(crate) spec: &'e S,
}
