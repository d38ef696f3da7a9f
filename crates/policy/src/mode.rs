use std::fmt;

use leitplanke_rules::Both;
use leitplanke_rules::yaml::Word;

/// What findings do to the exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Mode {
    /// Findings are shown, nothing fails.
    Teach,
    /// Errors and red lights fail.
    #[default]
    Gate,
    /// Warnings and yellow lights fail too.
    StrictGate,
}

impl Mode {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Teach => "teach",
            Self::Gate => "gate",
            Self::StrictGate => "strict-gate",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Word for Mode {
    const WHAT: Both = Both { de: "den Modus", en: "mode" };
    const WORDS: &'static [(&'static str, Self)] =
        &[("teach", Self::Teach), ("gate", Self::Gate), ("strict-gate", Self::StrictGate)];
}

/// How the house writes about people of all genders; its choice switches the rules on generic masculine forms on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GenderStyle {
    /// Both forms: Kolleginnen und Kollegen.
    Pair,
    /// Kolleg*innen.
    Star,
    /// Kolleg:innen.
    Colon,
    /// Neutral words: Team, Lehrkraft.
    Neutral,
    /// No rule of the house: generic masculine forms pass unless a preset or rule says otherwise.
    None,
}

impl GenderStyle {
    /// The word used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pair => "pair",
            Self::Star => "star",
            Self::Colon => "colon",
            Self::Neutral => "neutral",
            Self::None => "none",
        }
    }
}

impl Word for GenderStyle {
    const WHAT: Both = Both { de: "die Schreibweise", en: "style" };
    const WORDS: &'static [(&'static str, Self)] = &[
        ("pair", Self::Pair),
        ("star", Self::Star),
        ("colon", Self::Colon),
        ("neutral", Self::Neutral),
        ("none", Self::None),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_agree_with_names() {
        assert!(Mode::WORDS.iter().all(|(word, mode)| mode.as_str() == *word));
        assert!(GenderStyle::WORDS.iter().all(|(word, style)| style.as_str() == *word));
    }
}
