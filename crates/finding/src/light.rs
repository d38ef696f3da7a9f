use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Severity;

/// The answer to "may I send this to that tool?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Light {
    /// Send it.
    #[default]
    Green,
    /// Think first.
    Yellow,
    /// Do not send.
    Red,
}

impl Light {
    /// The word used in machine formats.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Yellow => "yellow",
            Self::Red => "red",
        }
    }
}

impl From<Severity> for Light {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Red,
            Severity::Warning => Self::Yellow,
            Severity::Note | Severity::Off => Self::Green,
        }
    }
}

impl fmt::Display for Light {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
