//! What the scanners hand on before policy and wording.

use leitplanke_finding::{Confidence, PersonLevel, Severity, Span};

use crate::ruleset::RuleIndex;

/// A possible finding. Spans count in the matching text of its block until the message puts them back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) rule: RuleIndex,
    pub(crate) span: Span,
    pub(crate) confidence: Confidence,
    pub(crate) severity: Severity,
    /// The person reference the severity was chosen by.
    pub(crate) person: Option<PersonLevel>,
    pub(crate) rank: Rank,
    pub(crate) detail: Detail,
}

/// Who wins where entities overlap, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// No entity: wording, conduct, topics. Takes no part in the contest.
    Wording,
    /// A person's name.
    Person,
    /// A date of birth.
    Birth,
    /// An address.
    Address,
    /// An identifier without a label.
    Unlabelled,
    /// An identifier with its label.
    Labelled,
    /// An identifier whose check digit is right.
    Checked,
    /// A credential.
    Credential,
}

/// What a message template may say about a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Nothing special.
    None,
    /// The row of a lexicon.
    Row(u16),
    /// A count.
    Count(u32),
    /// Hidden text made visible.
    Decoded(String),
    /// The label is there, the check digit is wrong.
    Typo,
}
