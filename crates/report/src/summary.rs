use std::collections::BTreeMap;
use std::sync::Arc;

use leitplanke_finding::{DocumentError, Finding, Outcome, Severity, Skipped, State, ToolLight};
use serde::Serialize;

/// A run in numbers: the last line of the JSON Lines format.
///
/// An audit that streams its findings counts them here one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename = "summary")]
pub struct Summary {
    /// Version of this shape.
    pub schema: Schema,
    /// Conversations read.
    pub conversations: usize,
    /// Messages read.
    pub messages: usize,
    /// Files read.
    pub documents: usize,
    /// Findings that count.
    pub findings: Counts,
    /// Findings that count, by rule.
    pub rules: BTreeMap<Arc<str>, usize>,
    /// Findings silenced with a reason.
    pub suppressed: usize,
    /// The light of each tool.
    pub lights: Vec<ToolLight>,
    /// What could not be read.
    pub errors: Vec<DocumentError>,
    /// What was passed over on purpose.
    pub skipped: Skipped,
}

/// The version of the machine form, written as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Schema(u32);

impl Default for Schema {
    fn default() -> Self {
        Self(1)
    }
}

/// Findings that count, by severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Errors.
    pub error: usize,
    /// Warnings.
    pub warning: usize,
    /// Notes.
    pub note: usize,
}

impl Counts {
    /// All together.
    pub fn total(self) -> usize {
        self.error + self.warning + self.note
    }
}

impl Summary {
    /// The numbers of a whole run.
    pub fn of(outcome: &Outcome) -> Self {
        let mut summary = Self {
            conversations: outcome.conversations,
            messages: outcome.messages,
            documents: outcome.documents,
            lights: outcome.lights.clone(),
            errors: outcome.errors.clone(),
            skipped: outcome.skipped,
            ..Self::default()
        };
        for finding in &outcome.findings {
            summary.count(finding);
        }
        summary
    }

    /// Counts one more finding.
    pub fn count(&mut self, finding: &Finding) {
        let counter = match (&finding.state, finding.severity) {
            (State::Suppressed { .. }, _) => &mut self.suppressed,
            (State::Reported, Severity::Error) => &mut self.findings.error,
            (State::Reported, Severity::Warning) => &mut self.findings.warning,
            (State::Reported, Severity::Note) => &mut self.findings.note,
            (State::Reported, Severity::Off) => return,
        };
        *counter += 1;
        if finding.is_reported() {
            *self.rules.entry(Arc::clone(&finding.rule)).or_default() += 1;
        }
    }
}
