//! What clap says about a command line it can not understand, in both languages.

use std::path::Path;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use leitplanke_finding::Language;
use leitplanke_rules::yaml::clipped;

use super::german::translated_help;
use super::values::MOST_THREADS;
use crate::fault::Fault;
use crate::language::pick;

/// Clap's answer as the end of the run.
pub(super) fn fault(error: &Error, language: Language) -> Fault {
    let rendered = || {
        let text = error.render().ansi().to_string();
        if language == Language::De { translated_help(&text) } else { text }
    };
    match (error.kind(), language) {
        (ErrorKind::DisplayHelp | ErrorKind::DisplayVersion, _) => Fault::Asked(rendered()),
        (ErrorKind::InvalidSubcommand, _) if let Some(path) = path_for_command(error) => {
            without_command(&path, language)
        }
        (ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand, _) | (_, Language::En) => Fault::Usage(rendered()),
        (_, Language::De) => Fault::Usage(german(error)),
    }
}

fn without_command(path: &str, language: Language) -> Fault {
    let message = match language {
        Language::De => format!("vor `{path}` fehlt ein Befehl"),
        Language::En => format!("a command is missing before `{path}`"),
    };
    let help = pick(language, "Zum Prüfen: `leitplanke check …`", "to check it: `leitplanke check …`");
    Fault::mistake(message, Some(help.to_owned()))
}

/// What was typed as a command, when it is a file, a folder or standard input.
fn path_for_command(error: &Error) -> Option<String> {
    let ContextValue::String(typed) = error.get(ContextKind::InvalidSubcommand)? else { return None };
    (typed == "-" || Path::new(typed).exists()).then(|| clipped(typed))
}

fn german(error: &Error) -> String {
    let word = |kind| error.get(kind).map(written).unwrap_or_default();
    let argument = word(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("die Option `{argument}` gibt es hier nicht")
        }
        ErrorKind::UnknownArgument => format!("`{argument}` ist hier zu viel"),
        ErrorKind::InvalidSubcommand => format!("den Befehl `{}` gibt es nicht", word(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "es fehlt ein Befehl".to_owned(),
        ErrorKind::MissingRequiredArgument => format!("es fehlt: {argument}"),
        ErrorKind::ArgumentConflict if word(ContextKind::PriorArg) == argument => {
            format!("`{argument}` steht mehr als einmal da")
        }
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
        ErrorKind::TooManyValues => {
            format!("zu `{argument}` gehört kein Wert, da steht `{}`", word(ContextKind::InvalidValue))
        }
        _ => format!("`{argument}` hat zu viele oder zu wenige Werte"),
    };
    let mut text = format!("Fehler: {what}\n");
    let mut allowed = [ContextKind::ValidValue, ContextKind::ValidSubcommand].map(word).concat();
    // Only numbers of threads have a range.
    if error.kind() == ErrorKind::ValueValidation {
        allowed = format!("eine ganze Zahl von 1 bis {MOST_THREADS}");
    }
    if !allowed.is_empty() {
        text = format!("{text}  = möglich: {allowed}\n");
    }
    let meant = [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand];
    let meant: Vec<String> = meant.into_iter().filter_map(|kind| error.get(kind)).flat_map(words).collect();
    if !meant.is_empty() {
        text = format!("{text}  = Hilfe: Ist `{}` gemeint?\n", meant.join("` oder `"));
    }
    text.push_str("  = Hilfe: Alles Weitere zeigt `leitplanke --help`.\n");
    text
}

/// What was typed, made safe to show.
fn written(value: &ContextValue) -> String {
    words(value).join(", ")
}

fn words(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![clipped(text)],
        ContextValue::Strings(texts) => texts.iter().map(|text| clipped(text)).collect(),
        ContextValue::Number(number) => vec![number.to_string()],
        _ => Vec::new(),
    }
}
