//! A name with what speaks for it, and how much that weighs.

use leitplanke_finding::Span;
use leitplanke_rules::matcher::{Name, Signal};

use super::judge::{self, Basis, Judged};
use super::memory::Known;
use super::records::ColumnKind;
use super::run::Run;
use super::words::Words;

/// No name is surer than this.
const CAP: f64 = 0.99;

/// A name with what speaks for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    pub(super) run: Run,
    pub(super) judged: Judged,
    /// The half of a name that the column holds.
    pub(super) column: Option<ColumnKind>,
    /// Beside an address or number of the same record, or one of several names in a row.
    pub(super) in_record: bool,
    /// An e-mail address spells it.
    pub(super) in_mail: bool,
    /// A first name near somebody who is named for sure.
    pub(super) in_company: bool,
}

impl Mention {
    pub(super) fn new(run: Run, judged: Judged) -> Self {
        Self { run, judged, column: None, in_record: false, in_mail: false, in_company: false }
    }

    /// A name that counts by one signal alone.
    pub(super) fn by(signal: Signal, run: Run) -> Self {
        Self::new(run, Judged::sure(signal))
    }

    /// The bytes of the name.
    pub(super) fn span(&self, words: Words<'_>) -> Span {
        words.span(self.run.first, self.run.last)
    }

    /// The score by the signals of a rule.
    pub(super) fn score(&self, name: &Name) -> f64 {
        let of = |signal| name.signals.get(&signal).copied().unwrap_or_default().get();
        let base = match self.judged.basis {
            Basis::Signal(signal) => of(signal),
            Basis::Doubtful => judge::DOUBTFUL,
        };
        let human = if self.judged.human { of(Signal::FirstHuman) - of(Signal::FirstAlone) } else { 0.0 };
        let record = if self.in_record || self.in_company { of(Signal::ListRhythm) } else { 0.0 };
        let mail = if self.in_mail { of(Signal::EmailMatch) } else { 0.0 };
        (base + human + record + mail).min(CAP)
    }

    /// True where people write their own names, and names stand in files.
    pub(super) fn is_private(&self) -> bool {
        self.counts_by(&[Signal::Introduction, Signal::SignOff, Signal::Greeting, Signal::CommaForm])
    }

    /// True where somebody is spoken to, spoken of by role, or signs.
    pub(super) fn is_addressed(&self) -> bool {
        self.is_private() || self.counts_by(&[Signal::Salutation, Signal::SalutationListed, Signal::Role])
    }

    /// True when the basis is one of `signals`.
    pub(super) fn counts_by(&self, signals: &[Signal]) -> bool {
        matches!(self.judged.basis, Basis::Signal(signal) if signals.contains(&signal))
    }

    /// What a name leaves behind that is less sure: first names that are nothing else.
    pub(super) fn sure_first_words<'w>(&self, words: Words<'w>) -> impl Iterator<Item = Known> + use<'_, 'w> {
        self.run.words().filter(|part| part.sure_first()).map(move |part| Known::of(words.key(part.first)))
    }

    /// What a sure name leaves behind: its surnames, and first names that are nothing else.
    pub(super) fn sure_words<'w>(&self, words: Words<'w>) -> impl Iterator<Item = Known> + use<'_, 'w> {
        let last = self.run.words().count().saturating_sub(1);
        let remembered = self
            .run
            .words()
            .enumerate()
            .filter(move |(index, part)| *index == last || !part.is_first() || part.sure_first());
        remembered.flat_map(move |(_, part)| (part.first..=part.last).map(move |at| Known::of(words.key(at))))
    }
}
