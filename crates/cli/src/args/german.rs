//! The help texts in German. Clap knows English only, so the texts are put into the command before it is used.

use clap::{Arg, ArgAction, Command};

/// Name of a command (as typed), what it does.
const COMMANDS: &[(&str, &str)] = &[
    ("leitplanke", "Prüft Eingaben in KI-Werkzeuge und deren Antworten gegen die KI-Leitplanken einer Organisation."),
    ("check", "Prüft Prompts: Dateien, Ordner oder die Standardeingabe"),
    ("audit", "Prüft exportierte Chat-Protokolle jeder Größe"),
    ("explain", "Erklärt eine Regel: was sie findet, warum, und was stattdessen geht"),
    ("rules", "Zeigt und testet Regeln"),
    ("list", "Listet die Regeln auf"),
    ("test", "Lässt die Beispiele der Regeln durch die Prüfung laufen"),
    ("schema", "Gibt das JSON-Schema einer Datei aus, für Editoren"),
    ("validators", "Listet die benannten Prüfungen auf, die Muster verwenden können"),
    ("init", "Legt eine kommentierte leitplanke.yaml für den Anfang an"),
    ("completions", "Gibt Vervollständigungen für eine Shell aus"),
];

/// Arguments, with the command before them where several commands use the name differently.
const ARGUMENTS: &[(&str, &str)] = &[
    (
        "lang",
        "Sprache von Meldungen und Berichten [Standard: Deutsch, wenn das System Deutsch spricht oder nichts dazu sagt, sonst Englisch]",
    ),
    ("color", "Wann Farben verwendet werden"),
    ("quiet", "Keine Hinweise auf der Fehlerausgabe"),
    ("help", "Zeigt diese Hilfe"),
    ("version", "Zeigt die Version"),
    (
        "paths",
        "Dateien, Ordner oder Muster wie 'prompts/**/*.md'; `-` ist die Standardeingabe [Standard: der aktuelle Ordner]",
    ),
    (
        "stdin_filename",
        "Behandelt die Standardeingabe wie die Datei mit diesem Namen: entscheidet über Format und Richtlinie",
    ),
    ("check format", "Form des Berichts"),
    ("audit format", "Form des Berichts; jsonl entsteht schon während des Lesens"),
    ("list format", "Form der Liste"),
    ("exports", "Chat-Protokolle: JSON Lines jeder Größe, JSON oder Ordner damit; `-` ist die Standardeingabe"),
    ("threads", "Zahl der parallelen Arbeitsfäden [Standard: einer je Prozessor]"),
    (
        "tool",
        "Wohin die Texte gehen würden: ein Werkzeug der Richtlinie oder local, eu, third-country, consumer, shadow",
    ),
    ("fail_on", "Kleinste Schwere, die zum Exit-Code 1 führt [Standard: was die Richtlinie sagt, sonst error]"),
    ("exit_zero", "Endet mit Exit-Code 0, egal was gefunden wird"),
    ("config", "Verwendet diese Richtlinie, statt neben und über jeder Datei nach leitplanke.yaml zu suchen"),
    ("preset", "Verwendet eine Voreinstellung statt einer Richtlinie"),
    ("no_policy", "Sucht keine Richtlinie"),
    ("select", "Meldet nur diese Regeln, Pakete, Gruppen oder Label, durch Kommas getrennt"),
    ("test select", "Nur Regeln, deren Kennung so beginnt"),
    ("ignore", "Meldet diese Regeln, Pakete, Gruppen oder Label nicht, durch Kommas getrennt"),
    ("role", "Von wem Texte stammen, die das nicht selbst sagen"),
    ("show_matches", "Zeigt das Gefundene, statt es zu maskieren: Der Bericht ist dann so vertraulich wie die Texte"),
    ("rule", "Kennung einer Regel, etwa personal-data/iban"),
    ("category", "Nur die Regeln dieses Pakets"),
    (
        "packs",
        "Ordner mit Regelpaketen oder Regeldateien von gitleaks (*.toml), die statt der eingebauten getestet werden; ein gleichnamiges Paket ersetzt das eingebaute",
    ),
    ("of", "Welche Datei"),
    ("force", "Ersetzt eine vorhandene Richtlinie"),
    ("shell", "Die Shell"),
];

/// What stands for a value, where German has another word.
const VALUES: &[(&str, &str)] = &[
    ("DIR", "ORDNER"),
    ("FILE", "DATEI"),
    ("LANGUAGE", "SPRACHE"),
    ("NAMES", "NAMEN"),
    ("PACK", "PAKET"),
    ("PATH", "PFAD"),
    ("PREFIX", "ANFANG"),
    ("ROLE", "ROLLE"),
    ("RULE", "REGEL"),
    ("SEVERITY", "SCHWERE"),
    ("WHEN", "WANN"),
];

/// What clap writes into usage lines by itself.
const OPTIONS: (&str, &str) = ("[OPTIONS]", "[OPTIONEN]");

const TEMPLATE: &str = "{before-help}{about-with-newline}\nAufruf: {usage}\n\n{all-args}{after-help}";

const LONG_ABOUT: &str = "\
Prüft Eingaben in KI-Werkzeuge und deren Antworten gegen die KI-Leitplanken einer Organisation.

Alles geschieht auf diesem Rechner: Nichts wird irgendwohin gesendet. Berichte maskieren, was sie gefunden haben.";

const AFTER_HELP: &str = "\
Exit-Codes: 0 in Ordnung, 1 Befunde ab der Schwelle, 2 etwas war nicht möglich.

Beispiele:
  leitplanke check brief.txt              Darf ich das abschicken?
  leitplanke check - --tool consumer      Text von der Standardeingabe, für ein kostenloses Konto
  leitplanke check prompts/               Ein Ordner mit Prompts
  leitplanke audit chats.jsonl            Ein exportiertes Chat-Protokoll
  leitplanke explain personal-data/iban   Was eine Regel findet und warum";

/// `command` and everything below it with German help.
pub(super) fn translated(command: Command) -> Command {
    localised(command).long_about(LONG_ABOUT).after_help(AFTER_HELP)
}

/// Help as clap wrote it, with the last English word in German.
pub(super) fn translated_help(help: &str) -> String {
    help.replace(OPTIONS.0, OPTIONS.1)
}

fn localised(mut command: Command) -> Command {
    let name = command.get_name().to_owned();
    let has_version = command.get_version().is_some();
    command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Befehle")
        .subcommand_value_name("BEFEHL")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .mut_args(|argument| {
            let text = argument_text(&name, argument.get_id().as_str());
            with_help(argument, text)
        })
        .mut_subcommands(localised)
        .arg(with_help(Arg::new("help").short('h').long("help").action(ArgAction::Help), argument_text(&name, "help")));
    if has_version {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command = command.arg(with_help(version, argument_text(&name, "version")));
    }
    match command_text(&name) {
        Some(text) => command.about(text),
        None => command,
    }
}

/// Clap would add its values in English, so they are written out here.
fn with_help(argument: Arg, text: Option<&str>) -> Arg {
    let Some(text) = text else { return argument };
    let heading = if argument.is_positional() { "Argumente" } else { "Optionen" };
    let values: Vec<String> = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let defaults: Vec<String> =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let takes_value = argument.get_action().takes_values();
    let mut help = text.to_owned();
    if takes_value && !defaults.is_empty() {
        help = format!("{help} [Standard: {}]", defaults.join(", "));
    }
    if takes_value && !values.is_empty() {
        help = format!("{help} [möglich: {}]", values.join(", "));
    }
    let value = argument.get_value_names().and_then(|names| names.first()).and_then(|name| value_name(name));
    let argument = argument.help(help).help_heading(heading);
    let argument = match value {
        Some(value) => argument.value_name(value),
        None => argument,
    };
    if takes_value { argument.hide_default_value(true).hide_possible_values(true) } else { argument }
}

fn command_text(name: &str) -> Option<&'static str> {
    COMMANDS.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

fn value_name(english: &str) -> Option<&'static str> {
    VALUES.iter().find(|(known, _)| *known == english).map(|(_, german)| *german)
}

fn argument_text(command: &str, name: &str) -> Option<&'static str> {
    let own = format!("{command} {name}");
    let find = |key: &str| ARGUMENTS.iter().find(|(known, _)| *known == key).map(|(_, text)| *text);
    find(&own).or_else(|| find(name))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::args::Args;

    fn check(command: &Command, missing: &mut Vec<String>) {
        let name = command.get_name();
        missing.extend(command_text(name).is_none().then(|| name.to_owned()));
        for argument in command.get_arguments() {
            let id = argument.get_id().as_str();
            missing.extend(argument_text(name, id).is_none().then(|| format!("{name} {id}")));
        }
        command.get_subcommands().for_each(|command| check(command, missing));
    }

    #[test]
    fn everything_has_a_german_text() {
        let mut missing = Vec::new();
        check(&Args::command(), &mut missing);
        assert!(missing.is_empty(), "no German text for {missing:?}");
    }

    #[test]
    fn the_german_help_is_german() {
        let mut help = String::new();
        let mut command = translated(Args::command());
        command.build();
        for command in std::iter::once(&mut command.clone()).chain(command.get_subcommands_mut()) {
            help.push_str(&translated_help(&command.render_long_help().to_string()));
        }
        for english in ["Usage", "OPTIONS", "Options", "Commands", "default:", "possible", "Print", "FILE", "the "] {
            assert!(!help.contains(english), "{english} in\n{help}");
        }
    }
}
