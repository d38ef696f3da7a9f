use leitplanke_finding::Language;

use crate::Date;

/// Something the reader of a policy should know although the policy works: an exception that has run out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notice {
    /// The policy file as the user named it.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What was excepted: a rule, pack, group or label, a glob, or a tool.
    pub subject: String,
    /// Last day on which the exception held.
    pub until: Date,
}

impl Notice {
    /// One sentence for people, with the place.
    pub fn message(&self, language: Language) -> String {
        let Self { path, line, column, subject, until } = self;
        match language {
            Language::De => format!(
                "{path}:{line}:{column}: Die Ausnahme für „{subject}“ galt bis {until} und wirkt nicht mehr. \
                 Bitte verlängern oder löschen."
            ),
            Language::En => format!(
                "{path}:{line}:{column}: The exception for `{subject}` ran until {until} and no longer applies. \
                 Please renew or remove it."
            ),
        }
    }
}
