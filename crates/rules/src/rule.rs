//! The validated form of a rule: every field checked, every default filled in, nothing compiled yet.

use leitplanke_finding::{DataClass, Language, PersonLevel, Roles, Severity};
use serde::{Deserialize, Serialize};

use crate::bilingual::Texts;
use crate::matcher::Matcher;

/// One guardrail, as the loader hands it on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Stable id, `pack/name` in kebab-case.
    pub id: String,
    /// What the rule finds, upper snake case.
    pub label: String,
    /// Kind of data; `None` for wording and conduct.
    pub data_class: Option<DataClass>,
    /// How bad, unless a preset or policy says otherwise.
    pub severity: Severities,
    /// The row of a preset's table that decides about this rule.
    pub group: String,
    /// Whose texts the rule reads.
    pub roles: Roles,
    /// Languages the rule speaks to: its examples exist in each.
    pub languages: Vec<Language>,
    /// How settled the rule is.
    pub status: Status,
    /// What is found, a few words.
    pub title: Texts,
    /// What the user reads. May hold `{match}`, `{term}`, `{instead}`, `{decoded}`, `{count}`.
    pub message: Texts,
    /// Why it matters.
    pub why: Texts,
    /// What to do instead.
    pub instead: Texts,
    /// Norms and sources, short keys such as `GDPR-9`.
    pub references: Vec<String>,
    /// Frames that silence the rule in their sentence (names without `frame/`).
    pub guards: Vec<String>,
    /// How the rule looks.
    pub matcher: Matcher,
    /// The rule's own tests.
    pub examples: Vec<Example>,
    /// Where it is written.
    pub origin: Origin,
}

impl Rule {
    /// The part of the id before the slash.
    pub fn pack(&self) -> &str {
        self.id.split_once('/').map_or(self.id.as_str(), |(pack, _)| pack)
    }
}

/// A severity, or one per person level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severities {
    /// The same for everybody.
    One(Severity),
    /// Indexed by [`PersonLevel`]: P0, P1, P2, P3.
    ByPerson([Severity; 4]),
}

impl Severities {
    /// The severity at a person level.
    pub fn at(self, level: PersonLevel) -> Severity {
        match self {
            Self::One(severity) => severity,
            Self::ByPerson(levels) => levels[level as usize],
        }
    }

    /// The worst the rule can report.
    pub fn worst(self) -> Severity {
        match self {
            Self::One(severity) => severity,
            Self::ByPerson(levels) => levels.into_iter().max().unwrap_or(Severity::Off),
        }
    }

    /// True when the engine has to look for a person before it can tell the severity.
    pub fn needs_person(self) -> bool {
        matches!(self, Self::ByPerson(_))
    }
}

/// How settled a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Status {
    /// On by default.
    #[default]
    Stable,
    /// New, may change; on by default.
    Preview,
    /// Will go; still works.
    Deprecated,
}

/// A sentence the rule must fire on, or must stay silent on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// Language the example is filed under.
    pub language: Language,
    /// The text without the `«»` marks.
    pub text: String,
    /// Byte spans the rule must report; empty where the example marks none or must stay silent.
    pub spans: Vec<leitplanke_finding::Span>,
    /// True when the rule must fire.
    pub fires: bool,
    /// Who is speaking; `None` for the first role of the rule.
    pub role: Option<leitplanke_finding::Role>,
    /// 1-based line in the rule file.
    pub line: usize,
}

/// Where a rule is written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Origin {
    /// File, relative to its pack's parent folder, with `/`.
    pub file: String,
    /// 1-based line of the rule's `id`.
    pub line: usize,
}
