//! What clap says about a command line it can not understand, in both languages.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use leitplanke_finding::Language;
use leitplanke_rules::yaml::clipped;

use super::german::translated_help;
use crate::fault::Fault;

/// Clap's answer as the end of the run.
pub(super) fn fault(error: &Error, language: Language) -> Fault {
    let rendered = || {
        let text = error.render().ansi().to_string();
        if language == Language::De { translated_help(&text) } else { text }
    };
    match (error.kind(), language) {
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, _) => Fault::Asked(rendered()),
        (ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) | (_, Language::En) => Fault::Usage(rendered()),
        (_, Language::De) => Fault::Usage(german(error)),
    }
}

fn german(error: &Error) -> String {
    let word = |kind| error.get(kind).map(written).unwrap_or_default();
    let argument = word(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("die Option `{argument}` gibt es hier nicht"),
        ErrorKind::InvalidSubcommand => format!("den Befehl `{}` gibt es nicht", word(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "es fehlt ein Befehl".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("es fehlt: {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` und `{}` passen nicht zusammen", word(ContextKind::PriorArg))
        }
        ErrorKind::InvalidValue if word(ContextKind::InvalidValue).is_empty() => {
            format!("hinter `{argument}` fehlt ein Wert")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("`{}` passt nicht zu `{argument}`", word(ContextKind::InvalidValue))
        }
        ErrorKind::InvalidUtf8 => "die Angaben sind kein gültiges UTF-8".to_owned(),
        _ => format!("`{argument}` hat zu viele oder zu wenige Werte"),
    };
    let mut text = format!("Fehler: {what}\n");
    let allowed = [ContextKind::ValidValue, ContextKind::ValidSubcommand].map(word).concat();
    if !allowed.is_empty() {
        text = format!("{text}  = möglich: {allowed}\n");
    }
    let meant =
        [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand].map(word).concat();
    if !meant.is_empty() {
        text = format!("{text}  = Hilfe: Ist `{meant}` gemeint?\n");
    }
    text.push_str("  = Hilfe: Alles Weitere zeigt `leitplanke --help`.\n");
    text
}

/// What was typed, made safe to show.
fn written(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => clipped(text),
        ContextValue::Strings(texts) => texts.iter().map(|text| clipped(text)).collect::<Vec<_>>().join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
