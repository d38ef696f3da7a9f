use std::fmt;

use serde::{Deserialize, Serialize};

/// A language Leitplanke speaks and reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// German, the home language.
    #[default]
    De,
    /// English.
    En,
}

impl Language {
    /// Both, German first.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// The ISO 639-1 code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
