use std::fmt;

use serde::{Deserialize, Serialize};

/// Who wrote a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Typed or pasted by a person.
    #[default]
    Prompt,
    /// Answered by the model.
    Output,
    /// Instructions of the operator: system prompts, custom instructions.
    System,
    /// Input or result of a tool call.
    Tool,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 4] = [Self::Prompt, Self::Output, Self::System, Self::Tool];

    /// The word used in rule files and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Prompt => "prompt",
            Self::Output => "output",
            Self::System => "system",
            Self::Tool => "tool",
        }
    }

    /// The word chat formats use; it stands in the `role` field of a finding.
    pub fn chat_name(self) -> &'static str {
        match self {
            Self::Prompt => "user",
            Self::Output => "assistant",
            Self::System => "system",
            Self::Tool => "tool",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A set of roles: the texts a rule applies to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Roles(u8);

impl Roles {
    /// Every role.
    pub const ALL: Self = Self(0b1111);

    /// True when `role` is in the set.
    pub fn contains(self, role: Role) -> bool {
        self.0 & (1 << role as u8) != 0
    }

    /// The roles of the set, in the order of [`Role::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |role| self.contains(*role))
    }
}

impl FromIterator<Role> for Roles {
    fn from_iter<I: IntoIterator<Item = Role>>(roles: I) -> Self {
        Self(roles.into_iter().fold(0, |set, role| set | 1 << role as u8))
    }
}
