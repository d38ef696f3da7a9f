//! `match`, one record per kind.

use leitplanke_finding::Language;

use super::signals::SignalsSpec;
use super::terms::{TermSpec, TermsSpec};
use super::words::WithinSpec;
use crate::bilingual::Both;
use crate::matcher::{Boundary, Hidden, OnInvalid, Position};
use crate::yaml::{Choice, Count, Flag, Fraction, List, OneOrMany, Text, Word, Wording};

crate::record! {
    /// A shape.
    pub(crate) struct PatternSpec {
        /// Linear-time regex (no look-around, no back-references), or a list of them. `\d`, `\w` and `\b` mean ASCII. A group named `value` narrows the span.
        required "regex" regex: OneOrMany<Text> => "Ein regulärer Ausdruck (ohne Blick voraus und ohne Rückverweise) oder eine Liste davon. Eine Gruppe namens `value` engt die Stelle ein.",
        /// A named check (`leitplanke rules validators`).
        optional "validator" validator: Text,
        /// What a failed check means: `drop` (default), `soften` (-0.25) or `report` (the rule looks for wrong values).
        optional "on_invalid" on_invalid: Choice<OnInvalid>,
        /// How sure a hit is without (`alone`) and with (`labelled`) a context word; 0.60 is reported.
        required "confidence" confidence: ConfidenceSpec => "Wie sicher ein Treffer ohne (`alone`) und mit (`labelled`) einem Wort in der Nähe ist; gemeldet wird ab 0.60.",
        /// Words nearby that make a hit sure.
        optional "context" context: TermsSpec,
        /// Words nearby that take 0.40 away.
        optional "negative_context" negative_context: TermsSpec,
        /// Words directly before the value, with at most two words between, that take 0.40 away.
        optional "negative_before" negative_before: TermsSpec,
        /// Words or literal texts one of which stands in every match; speeds the scan up. `*` at either end leaves a word open.
        optional "keywords" keywords: List<Text>,
        /// What may touch a match: `word` (default, no letter or digit) or `none` (anything).
        optional "boundary" boundary: Choice<Boundary>,
        /// Values that never count; `*` at either end.
        optional "allow" allow: List<Text>,
    }

    /// How sure a pattern is.
    pub(crate) struct ConfidenceSpec {
        /// Without a context word nearby. Below 0.60 the rule fires only beside its context; with 0 the regex is tried only behind a context word.
        required "alone" alone: Fraction => "Ohne ein Wort in der Nähe. Unter 0.60 meldet die Regel nur neben ihrem `context`; bei 0 wird nur hinter einem solchen Wort gesucht.",
        /// With a context word nearby; default 0.95, or `alone` when that is more.
        optional "labelled" labelled: Fraction,
    }

    /// Words with better words.
    pub(crate) struct LexiconSpec {
        /// Words one of which stands in the same message.
        optional "needs" needs: TermsSpec,
        /// Words in the same sentence that silence the rule.
        optional "unless" unless: TermsSpec,
        /// The terms, each with what to write instead.
        required "rows" rows: List<RowSpec> => "Die Wörter, jedes mit dem, was stattdessen geht.",
    }

    /// One term or several that share a better word.
    pub(crate) struct RowSpec {
        /// The term.
        optional "term" term: TermSpec,
        /// Several terms.
        optional "terms" terms: List<TermSpec>,
        /// What to write instead; leave it out where leaving the term out is best.
        optional "instead" instead: Wording,
        /// A remark for readers.
        optional "note" note: Wording,
        /// Language of the terms; the rule's first one when left out.
        optional "lang" lang: Choice<Language>,
    }

    /// Words about a person.
    pub(crate) struct CombinationSpec {
        /// Terms that a person reference alone turns into a finding.
        optional "strong" strong: TermsSpec,
        /// Everyday words that also need a link word (hat, leidet, is, has).
        optional "weak" weak: TermsSpec,
        /// Findings of other rules that count like strong terms.
        optional "labels" labels: List<Text>,
        /// Findings of other rules that count like strong terms when they hold a number within bounds.
        optional "numbers" numbers: List<NumberSpec>,
        /// How far the person may stand from the term: `sentence`, `neighbours` (default), `message` or a number of words.
        optional "within" within: WithinSpec,
        /// Words in the same sentence that silence the rule.
        optional "unless" unless: TermsSpec,
    }

    /// Findings with a number within bounds: an age of a child, a recent year of birth.
    pub(crate) struct NumberSpec {
        /// The label of the findings.
        required "label" label: Text => "Das Label der Treffer.",
        /// The smallest number that counts.
        required "from" from: Count => "Die kleinste Zahl, die zählt.",
        /// The largest number that counts.
        required "to" to: Count => "Die größte Zahl, die zählt.",
    }

    /// Things near each other.
    pub(crate) struct SequenceSpec {
        /// The groups, at least two; one term of each must stand in the window, unless `at_least` says how many points are enough.
        required "parts" parts: List<PartSpec> => "Die Gruppen, mindestens zwei; aus jeder muss ein Wort in Reichweite stehen, es sei denn, `at_least` nennt die Punkte, die genügen.",
        /// `any` (default) or `written`.
        optional "order" order: Choice<Order>,
        /// The points that are enough: then not every group must be there.
        optional "at_least" at_least: Count,
        /// The window: `sentence` (default), `neighbours`, `message` or a number of words.
        optional "within" within: WithinSpec,
        /// Where in the message: `anywhere` (default), `beginning` (the first three sentences) or `end` (the last paragraph).
        optional "position" position: Choice<Position>,
        /// Words in the same sentence that silence the rule.
        optional "unless" unless: TermsSpec,
    }

    /// One group of a sequence.
    pub(crate) struct PartSpec {
        /// A word for reports and rule pages.
        required "name" name: Text => "Ein Wort für Berichte und Regelseiten.",
        /// The terms of the group.
        optional "terms" terms: TermsSpec,
        /// Findings of other rules that count like terms of the group.
        optional "labels" labels: List<Text>,
        /// What the group adds to `at_least`; default 1.
        optional "points" points: Count,
    }

    /// A count over one message.
    pub(crate) struct MetricSpec {
        /// Findings with one of these labels count.
        optional "labels" labels: List<Text>,
        /// Terms that count.
        optional "terms" terms: TermsSpec,
        /// `true`: equal values count once; default `false`.
        optional "distinct" distinct: Flag,
        /// Smallest count that is a finding.
        required "at_least" at_least: Count => "Die kleinste Zahl, die gemeldet wird.",
        /// The count must be at least `factor` times the count of other terms.
        optional "outweighs" outweighs: OutweighsSpec,
        /// The message holds one of these.
        optional "needs" needs: TermsSpec,
        /// The message holds none of these.
        optional "unless" unless: TermsSpec,
    }

    /// A comparison of two counts.
    pub(crate) struct OutweighsSpec {
        /// The other side.
        required "terms" terms: TermsSpec => "Die andere Seite.",
        /// How many times more; at least 1.
        required "factor" factor: Count => "Wie viel Mal mehr; mindestens 1.",
    }

    /// Scores of the signals that make a word a person's name.
    pub(crate) struct NameSpec {
        /// Signal and score. Scores add up; a candidate counts from 0.60.
        required "signals" signals: SignalsSpec => "Zeichen und Wert. Werte werden addiert; ab 0.60 ist es ein Name.",
    }

    /// Characters nobody sees.
    pub(crate) struct HiddenTextSpec {
        /// What the rule looks for.
        required "characters" characters: List<Choice<Hidden>> => "Wonach die Regel sucht.",
    }
}

/// Whether the parts of a sequence come in the order written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Any,
    Written,
}

impl Word for Order {
    const WHAT: Both = Both { de: "die Reihenfolge", en: "order" };
    const WORDS: &'static [(&'static str, Self)] = &[("any", Self::Any), ("written", Self::Written)];
}
