use std::fmt;

use leitplanke_finding::{DataClass, Destination};
use leitplanke_rules::closest;

use crate::Date;

/// An AI tool a text may go to: one of the policy, or a profile by its own name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tool {
    /// Name in the policy, or of the profile.
    pub name: String,
    /// Where its texts go.
    pub destination: Destination,
    /// A remark for readers; may be empty.
    pub note: String,
    /// Purposes for which certain data may go there although the table says no.
    pub approvals: Vec<Approval>,
}

impl Tool {
    /// A profile as a tool without a name of its own.
    pub fn of_profile(destination: Destination) -> Self {
        Self { name: destination.as_str().to_owned(), destination, note: String::new(), approvals: Vec::new() }
    }
}

/// A purpose for which certain data may go to a tool, and who answers for it. Lowers the light by one step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Which data.
    pub covers: Covers,
    /// What for.
    pub purpose: String,
    /// Why that is in order.
    pub reason: String,
    /// Who approved it.
    pub by: String,
    /// Last day of the approval; one that has run out is no longer here.
    pub until: Option<Date>,
}

/// The data of an approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covers {
    /// All data of a class.
    Class(DataClass),
    /// What the rules of a group find.
    Group(String),
}

/// A tool was asked for that neither the policy nor the profiles know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTool {
    /// What was asked for.
    pub asked: String,
    /// Tools of the policy, then profiles.
    pub known: Vec<String>,
}

impl UnknownTool {
    /// The known name that was probably meant.
    pub fn suggestion(&self) -> Option<&str> {
        let known: Vec<&str> = self.known.iter().map(String::as_str).collect();
        closest(&self.asked, &known)
    }
}

impl fmt::Display for UnknownTool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked = leitplanke_rules::yaml::clipped(&self.asked);
        write!(f, "unknown tool `{asked}`; known are: {}", self.known.join(", "))?;
        match self.suggestion() {
            Some(word) => write!(f, " (did you mean `{word}`?)"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownTool {}
