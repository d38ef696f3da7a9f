//! Our own words on the pages, German and English.

use leitplanke_finding::{DataClass, Language, PersonLevel, Role, Severity};
use leitplanke_rules::Status;

/// A word in both languages.
pub(super) struct Word(&'static str, &'static str);

impl Word {
    /// In one of them.
    pub(super) fn get(&self, language: Language) -> &'static str {
        match language {
            Language::De => self.0,
            Language::En => self.1,
        }
    }
}

pub(super) const RULES: Word = Word("Regeln", "Rules");
pub(super) const RULE: Word = Word("Regel", "Rule");
pub(super) const TITLE: Word = Word("Was sie findet", "What it finds");
pub(super) const SEVERITY: Word = Word("Schwere", "Severity");
pub(super) const DATA_CLASS: Word = Word("Datenklasse", "Data class");
pub(super) const GROUP: Word = Word("Gruppe", "Group");
pub(super) const LABEL: Word = Word("Bezeichnung", "Label");
pub(super) const KIND: Word = Word("Art", "Kind");
pub(super) const TEXTS: Word = Word("Liest", "Reads");
pub(super) const STATUS: Word = Word("Stand", "Status");
pub(super) const WHY: Word = Word("Warum", "Why");
pub(super) const INSTEAD: Word = Word("Stattdessen", "Instead");
pub(super) const REFERENCES: Word = Word("Grundlage", "Basis");
pub(super) const GUARDS: Word = Word("Bleibt still bei", "Stays silent in");
pub(super) const QUOTATION: Word = Word("Zitat", "Quotation");
pub(super) const TERMS: Word = Word("Ausdruck", "Expression");
pub(super) const BETTER: Word = Word("Besser", "Better");
pub(super) const NOTE: Word = Word("Hinweis", "Note");
pub(super) const FOUND: Word = Word("Wird gefunden", "Is found");
pub(super) const SILENT: Word = Word("Bleibt ohne Fund", "Is not found");
pub(super) const GENERATED: Word = Word(
    "Diese Seite entsteht aus den Regeldateien: `cargo xtask docs`. Bitte dort ändern, nicht hier.",
    "This page is made from the rule files: `cargo xtask docs`. Please change those, not this page.",
);
pub(super) const INTRODUCTION: Word = Word(
    "Alle eingebauten Regeln mit ihren Beispielen. Die Beispiele laufen bei jeder Änderung durch das Programm; alle Personen, \
     Adressen und Nummern darin sind erfunden. `«»` zeigt, was gefunden wird.",
    "All built-in rules with their examples. The examples run through the program at every change; all persons, addresses \
     and numbers in them are invented. `«»` shows what is found.",
);

pub(super) fn rules(count: usize, language: Language) -> String {
    match (language, count) {
        (Language::De, 1) => "1 Regel".to_owned(),
        (Language::De, _) => format!("{count} Regeln"),
        (Language::En, 1) => "1 rule".to_owned(),
        (Language::En, _) => format!("{count} rules"),
    }
}

pub(super) fn severity(severity: Severity) -> Word {
    match severity {
        Severity::Error => Word("Fehler", "error"),
        Severity::Warning => Word("Warnung", "warning"),
        Severity::Note => Word("Hinweis", "note"),
        Severity::Off => Word("aus", "off"),
    }
}

pub(super) fn person(level: PersonLevel) -> Word {
    match level {
        PersonLevel::P3 => Word("über eine benannte Person", "about a named person"),
        PersonLevel::P2 => Word("über eine im Haus erkennbare Person", "about a person the house can recognise"),
        PersonLevel::P1 => Word("über die schreibende Person", "about the writer"),
        PersonLevel::P0 => Word("über niemand Bestimmten", "about nobody in particular"),
    }
}

pub(super) fn data_class(class: Option<DataClass>) -> Word {
    match class {
        Some(DataClass::Public) => Word("öffentlich", "public"),
        Some(DataClass::Internal) => Word("intern", "internal"),
        Some(DataClass::Personal) => Word("personenbezogen", "personal"),
        Some(DataClass::Sensitive) => Word("besonders geschützt", "sensitive"),
        Some(DataClass::Secret) => Word("geheim", "secret"),
        None => Word("keine (Sprache und Verhalten)", "none (wording and conduct)"),
    }
}

pub(super) fn role(role: Role) -> Word {
    match role {
        Role::Prompt => Word("Eingaben", "prompts"),
        Role::Output => Word("Antworten", "answers"),
        Role::System => Word("Systemvorgaben", "system prompts"),
        Role::Tool => Word("Werkzeugtexte", "tool texts"),
    }
}

pub(super) fn status(status: Status) -> Option<Word> {
    match status {
        Status::Stable => None,
        Status::Preview => Some(Word("neu, kann sich noch ändern", "new, may still change")),
        Status::Deprecated => Some(Word("läuft aus", "deprecated")),
    }
}

/// The kind of a rule by its word in the rule file.
pub(super) fn kind(kind: &str) -> Word {
    match kind {
        "pattern" => Word("Muster", "pattern"),
        "lexicon" => Word("Wortliste", "word list"),
        "combination" => Word("Wörter über eine Person", "words about a person"),
        "sequence" => Word("Wörter beieinander", "words near each other"),
        "metric" => Word("Zählung", "count"),
        "name" => Word("Namen", "names"),
        _ => Word("verborgener Text", "hidden text"),
    }
}
