//! What it amounts to.

use std::cmp::Reverse;
use std::io::{self, Write};

use leitplanke_finding::{Language, Light, Severity};

use super::paint::{Look, Paint};
use crate::escape::one_line;
use crate::{Options, Summary};

pub(super) fn render(summary: &Summary, options: &Options<'_>, paint: Paint, out: &mut dyn Write) -> io::Result<()> {
    let language = options.language;
    for error in &summary.errors {
        let word = match language {
            Language::De => "Nicht gelesen",
            Language::En => "Not read",
        };
        let word = paint.text(Look::Severity(Severity::Warning), word);
        writeln!(out, "{word}: {}: {}", one_line(&error.path), one_line(&error.reason))?;
    }
    by_rule(summary, language, out)?;
    let total = summary.findings.total();
    if total == 0 && summary.errors.is_empty() && summary.documents > 0 {
        let praise = match language {
            Language::De => "Gut gemacht!",
            Language::En => "Well done!",
        };
        write!(out, "{} ", paint.text(Look::Good, praise))?;
    }
    writeln!(out, "{}{}.", found(summary, language), silenced(summary, language))?;
    if let Some(tool) = milder_tool(summary) {
        let line = match language {
            Language::De => {
                format!("Fehler heißt: besonders heikel. Ob der Text in „{tool}“ darf, sagt die Ampel oben.")
            }
            Language::En => {
                format!("An error weighs most. Whether the text may go into \"{tool}\" is told by the light above.")
            }
        };
        writeln!(out, "{line}")?;
    }
    writeln!(out, "{}", disclaimer(language))
}

/// The tool that decides, when it may take what is an error elsewhere.
fn milder_tool(summary: &Summary) -> Option<String> {
    let decides = summary.lights.iter().find(|light| light.decides)?;
    (summary.findings.error > 0 && decides.light < Light::Red).then(|| one_line(&decides.tool))
}

/// How often each rule found something, most often first: in chat logs the single finding says little.
fn by_rule(summary: &Summary, language: Language, out: &mut dyn Write) -> io::Result<()> {
    if summary.conversations == 0 || summary.rules.is_empty() {
        return Ok(());
    }
    let heading = match language {
        Language::De => "Befunde je Regel:",
        Language::En => "Findings by rule:",
    };
    writeln!(out, "{heading}")?;
    let mut rules: Vec<(&str, usize)> = summary.rules.iter().map(|(rule, count)| (&**rule, *count)).collect();
    rules.sort_by_key(|(rule, count)| (Reverse(*count), *rule));
    let width = rules.first().map_or(0, |(_, most)| most.to_string().len());
    for (rule, count) in rules {
        writeln!(out, "  {count:>width$}  {}", one_line(rule))?;
    }
    writeln!(out)
}

/// `2 Fehler, 1 Warnung in 3 Dateien`
fn found(summary: &Summary, language: Language) -> String {
    if summary.documents == 0 && summary.findings.total() == 0 {
        return match language {
            Language::De => "Nichts geprüft".to_owned(),
            Language::En => "Nothing was checked".to_owned(),
        };
    }
    let counts = summary.findings;
    let (nouns, nothing): ([[&str; 2]; 3], _) = match language {
        Language::De => ([["Fehler", "Fehler"], ["Warnung", "Warnungen"], ["Hinweis", "Hinweise"]], "Nichts gefunden"),
        Language::En => ([["error", "errors"], ["warning", "warnings"], ["note", "notes"]], "Nothing found"),
    };
    let parts: Vec<String> = [counts.error, counts.warning, counts.note]
        .into_iter()
        .zip(nouns)
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| counted(count, noun))
        .collect();
    let what = if parts.is_empty() { nothing.to_owned() } else { parts.join(", ") };
    format!("{what} in {}", inputs(summary, language))
}

/// `3 Dateien`, `1 Datei: 12 Gespräche mit 240 Nachrichten`
fn inputs(summary: &Summary, language: Language) -> String {
    let files = match language {
        Language::De => counted(summary.documents, ["Datei", "Dateien"]),
        Language::En => counted(summary.documents, ["file", "files"]),
    };
    if summary.conversations == 0 {
        return files;
    }
    match language {
        Language::De => {
            let conversations = counted(summary.conversations, ["Gespräch", "Gespräche"]);
            format!("{files}: {conversations} mit {}", counted(summary.messages, ["Nachricht", "Nachrichten"]))
        }
        Language::En => {
            let conversations = counted(summary.conversations, ["conversation", "conversations"]);
            format!("{files}: {conversations} with {}", counted(summary.messages, ["message", "messages"]))
        }
    }
}

/// ` (1 begründet ausgenommen, 2 übersprungen, weil kein Text)`
fn silenced(summary: &Summary, language: Language) -> String {
    let words = match language {
        Language::De => ["begründet ausgenommen", "übersprungen, weil kein Text"],
        Language::En => ["silenced with a reason", "skipped for not being text"],
    };
    let counts = [summary.suppressed, summary.skipped.binary];
    let parts: Vec<String> = counts
        .iter()
        .zip(words)
        .filter(|(count, _)| **count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) }
}

fn counted(count: usize, [one, many]: [&str; 2]) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn disclaimer(language: Language) -> &'static str {
    match language {
        Language::De => "Leitplanke findet nicht alles und gibt keine Rechtsberatung. Bitte immer selbst gegenlesen.",
        Language::En => {
            "Leitplanke does not find everything and gives no legal advice. Please always read it yourself."
        }
    }
}
