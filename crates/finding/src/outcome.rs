use serde::Serialize;

use crate::{Finding, Light, Severity};

/// What a run found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// All findings, reported and silenced, in the order of inputs and, in each, of the text.
    pub findings: Vec<Finding>,
    /// Documents that could not be read or scanned; the others were.
    pub errors: Vec<DocumentError>,
    /// Traffic light of each tool that was asked for, or of every profile.
    pub lights: Vec<ToolLight>,
    /// Files read.
    pub documents: usize,
    /// Conversations read (audit).
    pub conversations: usize,
    /// Messages read (audit).
    pub messages: usize,
    /// What was passed over on purpose.
    pub skipped: Skipped,
}

/// One bad input is one entry, not the end of a run; but a run with entries never ends as if all had been checked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct DocumentError {
    /// The file as the user named it.
    pub path: String,
    /// What is wrong and what to do, in the language of the run.
    pub reason: String,
}

/// Counts of what was passed over on purpose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Binary files met while walking a folder.
    pub binary: usize,
    /// Lines or records that hold no conversation.
    pub records: usize,
}

/// The light of one tool or profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ToolLight {
    /// Name of the tool in the policy, or of the profile.
    pub tool: String,
    /// Its light.
    pub light: Light,
    /// True for the tool the user asked about: its light decides the exit code.
    pub decides: bool,
}

impl Outcome {
    /// Findings that count, worst or not.
    pub fn reported(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.is_reported())
    }

    /// The worst severity among the findings that count.
    pub fn worst(&self) -> Option<Severity> {
        self.reported().map(|finding| finding.severity).max()
    }
}
