//! Mistakes against TOML itself; the parser speaks English only.

use crate::bilingual;
use crate::bilingual::{Both, Texts};

/// What the parser says (a part of it) and what that means. The first one that fits counts.
const MEANINGS: &[(&str, &str)] = &[
    ("duplicate key", "der Schlüssel steht zweimal da"),
    ("escaped value", "hinter dem `\\` steht ein Zeichen, das hier keine Bedeutung hat"),
    ("unicode value", "hinter dem `\\` fehlt eine hexadezimale Zahl"),
    ("missing comma", "hier fehlt ein Komma"),
    ("extra comma", "hier steht ein Komma zu viel"),
    ("missing assignment", "zwischen Schlüssel und Wert fehlt das `=`"),
    ("extra assignment", "hier steht ein `=` zu viel"),
    ("extra `=`", "hier steht ein `=` zu viel"),
    ("unexpected `=`", "in einer Liste kann kein `=` stehen"),
    ("key with no value", "zu diesem Schlüssel fehlt der Wert"),
    ("missing value", "hier fehlt ein Wert"),
    ("missing key", "hier fehlt ein Schlüssel"),
    ("cannot be empty", "hier fehlt ein Schlüssel"),
    ("unclosed array table", "die Klammern `[[` sind nicht mit `]]` geschlossen"),
    ("unclosed inline table", "eine Klammer `{` ist nicht geschlossen"),
    ("unclosed", "eine Klammer `[` ist nicht geschlossen"),
    ("string values must be quoted", "ein Text gehört in Anführungszeichen"),
    ("multi-line literal string", "der Text in drei einfachen Anführungszeichen ist nicht zu Ende"),
    ("multi-line basic string", "der Text in drei doppelten Anführungszeichen ist nicht zu Ende"),
    ("literal string", "der Text in einfachen Anführungszeichen ist in dieser Zeile nicht zu Ende"),
    ("basic string", "der Text in doppelten Anführungszeichen ist in dieser Zeile nicht zu Ende"),
    ("quote", "hier fehlt ein Anführungszeichen"),
    ("invalid unquoted key", "in diesem Schlüssel steht ein Zeichen, das in Anführungszeichen gehört"),
    ("dotted key", "dieser Schlüssel hat schon einen Wert, der keine Gruppe ist"),
    ("comment", "in diesem Kommentar steht ein Zeichen, das dort nicht stehen kann"),
    ("recurs", "Listen und Gruppen sind zu tief verschachtelt"),
    ("number", "diese Zahl ist ungültig"),
    ("integer", "diese Zahl ist ungültig"),
    ("unexpected", "das kann hier nicht stehen"),
    ("invalid value", "das ist kein gültiger Wert"),
];

/// What is wrong with the file.
pub(super) fn message(said: &str) -> Texts {
    match MEANINGS.iter().find(|(part, _)| said.contains(part)) {
        Some((_, german)) => {
            bilingual!("die Datei ist kein gültiges TOML: {german}", "the file is not valid TOML: {said}")
        }
        None => {
            bilingual!("die Datei ist kein gültiges TOML (auf Englisch: {said})", "the file is not valid TOML: {said}")
        }
    }
}

/// What to do about it.
pub(super) fn way_out(said: &str) -> Both {
    if said.contains("escape") {
        Both {
            de: "Texte mit `\\` stehen in drei einfachen Anführungszeichen: regex = '''\\d+'''",
            en: "texts with backslashes stand in three single quotes: regex = '''\\d+'''",
        }
    } else if said.contains("duplicate") {
        Both { de: "Bitte den Schlüssel nur einmal schreiben.", en: "write the key once" }
    } else {
        Both {
            de: "Bitte Anführungszeichen, Klammern und Kommas in dieser Zeile und der davor prüfen.",
            en: "check quotation marks, brackets and commas of this line and the one before",
        }
    }
}
