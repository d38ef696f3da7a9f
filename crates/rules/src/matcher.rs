//! How rules look: one type per kind.

use std::collections::BTreeMap;

use leitplanke_finding::Confidence;
use serde::{Deserialize, Serialize};

use crate::term::TermList;

/// The kind of a rule with its data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Matcher {
    /// A shape: regex, validator, context.
    Pattern(Pattern),
    /// A list of words, each with a better one.
    Lexicon(Lexicon),
    /// Words about a person.
    Combination(Combination),
    /// Groups of words near each other.
    Sequence(Sequence),
    /// A count over a message.
    Metric(Metric),
    /// Names of people.
    Name(Name),
    /// Characters nobody sees.
    HiddenText(HiddenText),
}

impl Matcher {
    /// The word in the rule file.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Pattern(_) => "pattern",
            Self::Lexicon(_) => "lexicon",
            Self::Combination(_) => "combination",
            Self::Sequence(_) => "sequence",
            Self::Metric(_) => "metric",
            Self::Name(_) => "name",
            Self::HiddenText(_) => "hidden-text",
        }
    }
}

/// The end of a keyword behind whose words a number stands in every match.
pub const BEFORE_NUMBER: &str = " #";

/// A regex with everything that makes a hit believable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pattern {
    /// Linear-time regexes; the first that matches at a place wins. A group named `value` narrows the span.
    pub regexes: Vec<String>,
    /// Words one of which stands in (or starts in) every match; lets the engine skip texts without them.
    pub keywords: Vec<String>,
    /// Name of a check in `leitplanke-validators`.
    pub validator: Option<String>,
    /// What a failed check means.
    pub on_invalid: OnInvalid,
    /// How sure a hit is.
    pub confidence: PatternConfidence,
    /// Words nearby that make a hit sure.
    pub context: TermList,
    /// Words nearby that speak against a hit.
    pub negative_context: TermList,
    /// Words directly before a hit that speak against it: whose address it is.
    pub negative_before: TermList,
    /// What may touch a match.
    pub boundary: Boundary,
    /// Values that never count: whole value, `*` at either end.
    pub allow: Vec<String>,
    /// What a rule file of another tool says besides.
    pub foreign: Option<Foreign>,
}

/// What rule files of gitleaks say and YAML rules do not.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Foreign {
    /// Texts one of which stands in every match, in any case, also inside words. Empty for a regex that is found as
    /// those of YAML rules are.
    pub literals: Vec<String>,
    /// True when matches stand in the neighbourhood of the literals and need not hold them.
    pub near: bool,
    /// Bits of Shannon entropy per character that a value must exceed; `None` for any value.
    pub entropy: Option<f64>,
    /// What silences a hit.
    pub exceptions: Vec<Exception>,
}

/// Checks that silence a hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// True when all checks must hold; false when one is enough.
    pub all: bool,
    /// What the regexes look at.
    pub target: Target,
    /// Linear-time regexes; one that matches somewhere in the target holds.
    pub regexes: Vec<String>,
    /// Texts the value may hold, lower-case; one is enough.
    pub stopwords: Vec<String>,
}

/// What the regexes of an [`Exception`] look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Target {
    /// The value.
    #[default]
    Value,
    /// All that the regex of the rule matched.
    Match,
    /// The lines the match stands in.
    Line,
}

/// What a failed check means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum OnInvalid {
    /// Not a hit, unless the label stands directly before it (then a likely typo, at 0.65).
    #[default]
    Drop,
    /// A weaker hit (-0.25).
    Soften,
    /// The rule looks for wrong values: only a failed check is a hit.
    Report,
}

/// How sure a pattern is, with and without its label.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PatternConfidence {
    /// Without any context word. Below the reporting threshold, the pattern is looked for only beside its context.
    pub alone: Confidence,
    /// With a context word in the same sentence, row or form line.
    pub labelled: Confidence,
}

/// What may touch a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Boundary {
    /// No letter or digit on either side; for values that end in a digit also no `.` or `,` with a digit.
    #[default]
    Word,
    /// Anything.
    None,
}

/// Rows of terms.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    /// The rows, in file order.
    pub rows: Vec<Row>,
    /// Words one of which must stand in the same sentence.
    pub needs: TermList,
    /// Words in the same sentence that silence the rule.
    pub unless: TermList,
}

/// One row of a lexicon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The terms of the row.
    pub terms: TermList,
    /// What to write instead; empty where leaving it out is best.
    pub instead: String,
    /// A remark for readers.
    pub note: String,
}

/// Terms that count only where a person is meant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Combination {
    /// Terms that a person reference alone turns into a finding.
    pub strong: TermList,
    /// Terms with an everyday meaning: they also need a link word ("hat", "leidet", "ist", "has").
    pub weak: TermList,
    /// Labels of other rules whose hits count as strong terms.
    pub labels: Vec<String>,
    /// Findings of other rules that count as strong terms when they hold a number within bounds.
    pub numbers: Vec<Numbers>,
    /// How far the person may stand from the term.
    pub within: Within,
    /// Words in the same sentence that silence the rule.
    pub unless: TermList,
}

/// Findings that hold a number within bounds: ages below eighteen, years of birth of children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// The label of the findings.
    pub label: String,
    /// The smallest number that counts.
    pub from: u32,
    /// The largest number that counts.
    pub to: u32,
}

/// How far apart things may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Within {
    /// The same sentence, row or form line.
    Sentence,
    /// The same or the neighbouring sentence, at most 25 words apart.
    #[default]
    Neighbours,
    /// The same message.
    Message,
    /// At most so many words apart, in the same paragraph.
    Words(u16),
}

/// Groups of terms near each other: an action without a question, a selection by origin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sequence {
    /// The groups.
    pub parts: Vec<Part>,
    /// What the window must hold of them.
    pub enough: Enough,
    /// The window.
    pub within: Within,
    /// Where in the message the window may stand.
    pub position: Position,
    /// Words in the same sentence that silence the rule.
    pub unless: TermList,
}

/// Where in a message something stands: what opens or closes an answer may be harmless in the middle of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Position {
    /// Wherever.
    #[default]
    Anywhere,
    /// It begins in one of the first three sentences.
    Beginning,
    /// It begins in the last paragraph, in one of its last eight sentences, and no closing formula follows.
    End,
}

/// What a window must hold of the groups of a [`Sequence`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Enough {
    /// A term of each group.
    All,
    /// A term of each group, in the order written.
    InOrder,
    /// Groups with so many points together.
    Points(u32),
}

/// One group of a sequence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// A word for reports and rule pages.
    pub name: String,
    /// Its terms.
    pub terms: TermList,
    /// Labels of other rules whose hits count as terms of the group.
    pub labels: Vec<String>,
    /// What the group adds where points are counted; at least 1.
    pub points: u32,
}

/// A count over one message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    /// Findings with one of these labels count.
    pub labels: Vec<String>,
    /// Terms that count.
    pub terms: TermList,
    /// Equal values count once.
    pub distinct: bool,
    /// Smallest count that is a finding.
    pub at_least: u32,
    /// The count must be at least `factor` times the count of these terms.
    pub outweighs: Option<Outweighs>,
    /// The message must hold one of these (a job ad).
    pub needs: TermList,
    /// The message must hold none of these.
    pub unless: TermList,
}

/// A comparison of two counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outweighs {
    /// The other side.
    pub terms: TermList,
    /// How many times more.
    pub factor: u32,
}

/// Scores of the signals that make a word a person's name. They add up; a candidate counts from 0.60.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// Signal -> score.
    pub signals: BTreeMap<Signal, Confidence>,
}

/// A sign that a capitalised word is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// "Frau", "Dr.", "Mrs" before it.
    Salutation,
    /// The same, and the surname is in the list.
    SalutationListed,
    /// "mein Name ist", "Name:".
    Introduction,
    /// "Hallo …," at the start of a line.
    Greeting,
    /// The line after "Mit freundlichen Grüßen".
    SignOff,
    /// A first name and a surname of the lists.
    FirstAndLast,
    /// An unambiguous first name and an unknown capitalised word.
    FirstAndUnknown,
    /// An unambiguous surname alone.
    LastAlone,
    /// An unambiguous first name alone.
    FirstAlone,
    /// A first name with a human verb, role or age.
    FirstHuman,
    /// "Klientin", "Kollege", "Sohn" before it.
    Role,
    /// One of several items that look like names; added.
    ListRhythm,
    /// An e-mail address of the record spells it; added.
    EmailMatch,
    /// "Nachname, Vorname".
    CommaForm,
    /// Lower-case after a salutation.
    LowerCase,
    /// Seen for sure earlier in the conversation.
    KnownInConversation,
    /// Finds ages beside people instead of names.
    Age,
    /// Finds dates of birth beside names instead of names.
    BirthDate,
}

/// Kinds of characters that hide text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HiddenText {
    /// What the rule looks for.
    pub characters: Vec<Hidden>,
}

/// A way to hide text in plain sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hidden {
    /// Tag characters U+E0000 to U+E007F that spell hidden ASCII (flag emoji excepted).
    Tags,
    /// Zero-width characters inside a word.
    ZeroWidthInWord,
    /// Zero-width characters elsewhere.
    ZeroWidth,
    /// Characters that turn the writing direction.
    Bidi,
    /// Runs of at least four variation selectors.
    VariationRuns,
    /// Fillers that look like nothing.
    Fillers,
    /// Latin mixed with Cyrillic or Greek in one word.
    MixedScript,
}
