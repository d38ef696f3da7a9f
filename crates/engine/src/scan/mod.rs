//! Texts against a rule set: from a message to candidates, in the offsets of its original text.

mod block;
mod candidate;
mod combination;
mod context;
mod digits;
mod foreign;
mod frames;
mod hits;
mod lead;
mod lexicon;
mod message;
mod metric;
mod overlap;
mod pattern;
pub(crate) mod person;
mod placeholder;
mod quotation;
mod reach;
mod sequence;
mod sheet;
mod tally;
mod windows;

use leitplanke_finding::Severity;
use leitplanke_rules::Severities;

use crate::ruleset::{Job, RuleIndex, RuleSet};

pub(crate) use block::{Block, Scratches};
pub(crate) use candidate::{Candidate, Detail, Rank};
pub(crate) use foreign::ForeignJob;
pub(crate) use message::{MessageFindings, scan};
pub(crate) use sheet::Sheet;

/// Confidence from which a finding is reported.
pub(crate) const REPORTED: f64 = 0.6;

/// How bad each rule is for a text: the rules' own severities after presets, policy and path overrides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    severities: Vec<Severities>,
    on: Vec<bool>,
}

impl Levels {
    /// The rules' own severities.
    pub fn own(set: &RuleSet) -> Self {
        Self::new(set, &set.core.rules.iter().map(|rule| rule.severity).collect::<Vec<_>>())
    }

    /// Severities in the order of the rules; missing ones are the rules' own.
    pub fn new(set: &RuleSet, severities: &[Severities]) -> Self {
        let all = set.core.rules.iter().enumerate();
        let severities: Vec<Severities> =
            all.map(|(index, rule)| severities.get(index).copied().unwrap_or(rule.severity)).collect();
        let on = set.core.rules.iter().zip(&severities).map(|(rule, severity)| {
            // Entities are looked for even where nobody wants to hear of them: a bank code keeps its digits from
            // being taken for a phone number, and a name makes a topic a person's.
            severity.worst() > Severity::Off || matches!(rule.job, Job::Pattern(_) | Job::Name(_))
        });
        Self { on: on.collect(), severities }
    }

    /// The severities of a rule.
    pub(crate) fn of(&self, rule: RuleIndex) -> Severities {
        self.severities.get(usize::from(rule)).copied().unwrap_or(Severities::One(Severity::Off))
    }

    /// True when the rule has work to do.
    pub(crate) fn is_on(&self, rule: RuleIndex) -> bool {
        self.on.get(usize::from(rule)).copied().unwrap_or(false)
    }
}
