//! Our own words, in both languages.

use leitplanke_finding::{Destination, Language, Light, Severity};

/// What stands before a finding.
pub(super) fn severity(severity: Severity, language: Language) -> &'static str {
    match (language, severity) {
        (Language::De, Severity::Error) => "Fehler",
        (Language::De, Severity::Warning) => "Warnung",
        (Language::De, Severity::Note | Severity::Off) => "Hinweis",
        (Language::En, Severity::Note | Severity::Off) => "note",
        (Language::En, Severity::Error | Severity::Warning) => severity.as_str(),
    }
}

/// The light and the advice it stands for.
pub(super) fn light(light: Light, language: Language) -> (&'static str, &'static str) {
    match (language, light) {
        (Language::De, Light::Green) => ("grün", "kann abgeschickt werden"),
        (Language::De, Light::Yellow) => ("gelb", "erst prüfen, dann abschicken"),
        (Language::De, Light::Red) => ("rot", "so bitte nicht abschicken"),
        (Language::En, Light::Green) => ("green", "fine to send"),
        (Language::En, Light::Yellow) => ("yellow", "check first, then send"),
        (Language::En, Light::Red) => ("red", "please do not send like this"),
    }
}

/// What a profile means; `None` for tools of a policy.
pub(super) fn profile(tool: &str, language: Language) -> Option<&'static str> {
    Some(match (language, Destination::from_name(tool)?) {
        (Language::De, Destination::Local) => "KI auf eigenen Rechnern",
        (Language::De, Destination::Eu) => "EU-Dienst mit Vertrag",
        (Language::De, Destination::ThirdCountry) => "Dienst im Drittland mit Vertrag",
        (Language::De, Destination::Consumer) => "kostenloses Konto",
        (Language::De, Destination::Shadow) => "privates, nicht freigegebenes Konto",
        (Language::En, Destination::Local) => "AI on your own machines",
        (Language::En, Destination::Eu) => "EU service under contract",
        (Language::En, Destination::ThirdCountry) => "third-country service under contract",
        (Language::En, Destination::Consumer) => "free account",
        (Language::En, Destination::Shadow) => "private account, not approved",
    })
}

/// Leads in a line below a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Lead {
    Why,
    Instead,
    References,
}

impl Lead {
    pub(super) fn word(self, language: Language) -> &'static str {
        match (language, self) {
            (Language::De, Self::Why) => "warum",
            (Language::De, Self::Instead) => "stattdessen",
            (Language::De, Self::References) => "siehe",
            (Language::En, Self::Why) => "why",
            (Language::En, Self::Instead) => "instead",
            (Language::En, Self::References) => "see",
        }
    }
}
