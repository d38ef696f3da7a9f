use std::sync::Arc;

use serde::Serialize;

use crate::{Confidence, DataClass, Fingerprint, Location, PersonLevel, Role, Severity, Span};

/// One hit of one rule: self-contained, so that a report needs nothing else.
///
/// Serialises to the machine form (`"schema": 1`) without the matched text; a report adds that only on request.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// Rule id, `pack/rule`.
    pub rule: Arc<str>,
    /// What was found, upper snake case; also the placeholder word of a redaction.
    pub label: Arc<str>,
    /// Kind of data; `None` for findings about wording or conduct.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_class: Option<DataClass>,
    /// How bad, after policy.
    pub severity: Severity,
    /// How sure.
    pub confidence: Confidence,
    /// Person reference the severity was chosen by, for rules that need one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonLevel>,
    /// Who wrote the text.
    #[serde(serialize_with = "chat_name")]
    pub role: Role,
    /// Where.
    pub location: Location,
    /// Characters (Unicode scalar values) of the message or file text.
    pub span: Span,
    /// The same stretch in bytes.
    pub byte_span: Span,
    /// The match with a little text around it; every personal value in it is masked.
    pub excerpt: String,
    /// The matched text itself. Secret: reports write it only with `--show-matches`.
    #[serde(skip)]
    pub text: String,
    /// What the user reads: what is wrong, in the language of the run.
    pub message: Arc<str>,
    /// Why it matters.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub why: Arc<str>,
    /// What to do instead.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub instead: Arc<str>,
    /// Norms and sources behind the rule.
    pub references: Arc<[Arc<str>]>,
    /// Findings of one person in one message carry the same number (1, 2, …).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked: Option<u32>,
    /// Identity across runs; says nothing about the matched text.
    pub fingerprint: Fingerprint,
    /// Reported, or silenced with a reason.
    #[serde(flatten)]
    pub state: State,
}

/// What became of a finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "lowercase")]
pub enum State {
    /// Counts.
    #[default]
    Reported,
    /// Silenced in the text or by the policy.
    Suppressed {
        /// Where that is written.
        #[serde(skip)]
        by: SilencedBy,
        /// Why, in the words of whoever silenced it.
        reason: String,
    },
}

/// Where it is written that a finding does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SilencedBy {
    /// In the text itself, by a directive.
    Text,
    /// In the policy, by an allowed value.
    Policy,
}

impl Finding {
    /// True when the finding counts towards the verdict.
    pub fn is_reported(&self) -> bool {
        self.state == State::Reported
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn chat_name<S: serde::Serializer>(role: &Role, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(role.chat_name())
}
