//! What people read, in both languages.
//!
//! Whoever has something to say often does not know who will read it: a mistake in a policy is found long before
//! somebody asks for the language of the run. So both languages are written down at the place that knows what is
//! wrong, side by side, and one of them is picked when it is shown.

use leitplanke_finding::Language;
use serde::{Deserialize, Serialize};

/// A text in German and English; German stands in where English is missing and the other way round.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Texts {
    /// German.
    pub de: String,
    /// English.
    pub en: String,
}

impl Texts {
    /// A text that is the same in both languages: names, paths, words of a file.
    pub fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { de: text.clone(), en: text }
    }

    /// The text in `language`, or in the other one when that is empty.
    pub fn get(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::De => (&self.de, &self.en),
            Language::En => (&self.en, &self.de),
        };
        if first.is_empty() { second } else { first }
    }
}

/// A fixed text in both languages, for constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Both {
    /// German.
    pub de: &'static str,
    /// English.
    pub en: &'static str,
}

impl From<Both> for Texts {
    fn from(both: Both) -> Self {
        Self { de: both.de.to_owned(), en: both.en.to_owned() }
    }
}

/// [`Texts`](crate::Texts) from two format strings, German first, that name variables in scope.
///
/// ```
/// let name = "severity";
/// let said = leitplanke_rules::bilingual!("den Schlüssel `{name}` gibt es hier nicht", "unknown key `{name}`");
/// assert_eq!(said.de, "den Schlüssel `severity` gibt es hier nicht");
/// assert_eq!(said.en, "unknown key `severity`");
/// ```
#[macro_export]
macro_rules! bilingual {
    ($german:literal, $english:literal $(,)?) => {
        $crate::Texts { de: ::std::format!($german), en: ::std::format!($english) }
    };
}
