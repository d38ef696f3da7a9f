//! Mistakes against YAML itself, in words that help whoever has never heard of a scalar.

use saphyr_parser::ScanError;

use super::decode::Problems;
use super::node::Place;
use super::read::unwanted_mark;
use crate::bilingual;
use crate::bilingual::{Both, Texts};

/// What the scanner says (a part of it) and what that means. The first one that fits counts.
const MEANINGS: &[(&str, &str)] = &[
    ("mapping values are not allowed", "hier darf kein Doppelpunkt mit Leerzeichen dahinter stehen"),
    ("mapping keys are not allowed", "hier darf kein Schlüssel stehen"),
    ("flow mapping", "hier fehlt ein Komma oder die Klammer `}`"),
    ("flow sequence", "hier fehlt ein Komma oder die Klammer `]`"),
    ("flow construct", "eine Klammer ist offen, und diese Zeile ist nicht weit genug eingerückt"),
    ("misplaced bracket", "diese Klammer passt zu keiner offenen"),
    ("illegal placement of ':'", "hier darf kein Doppelpunkt stehen; vielleicht ist weiter oben eine Klammer offen"),
    ("expected '-' indicator", "die Einrückung passt nicht: hier müsste ein neuer Punkt mit `- ` beginnen"),
    ("block sequence entries", "hier darf kein Punkt einer Liste mit `- ` beginnen"),
    ("did not find expected key", "die Einrückung passt nicht: hier müsste ein Schlüssel stehen"),
    ("simple key expect", "hinter diesem Schlüssel fehlt der Doppelpunkt"),
    ("unexpected end of stream", "die Datei endet mitten in einem Text in Anführungszeichen"),
    ("unexpected eof", "die Datei endet zu früh"),
    ("unexpected document indicator", "ein Text in Anführungszeichen ist vor der Zeile `---` nicht zu Ende"),
    (
        "indentation in quoted scalar",
        "ein Text in Anführungszeichen ist nicht zu Ende, oder die Zeile ist falsch eingerückt",
    ),
    ("unknown escape character", "hinter dem `\\` steht ein Zeichen, das hier keine Bedeutung hat"),
    ("hexadecimal number", "hinter dem `\\` fehlt eine hexadezimale Zahl"),
    ("after double-quoted scalar", "hinter dem schließenden Anführungszeichen steht noch etwas"),
    ("unexpected character", "ein Text kann nicht mit diesem Zeichen beginnen"),
    ("found character", "ein Text kann nicht mit diesem Zeichen beginnen"),
    ("cannot start with '-'", "hinter diesem `-` fehlt ein Leerzeichen"),
    ("block scalar", "der mehrzeilige Text hinter `|` oder `>` ist falsch eingerückt"),
    ("comment intercepting", "mitten in einem mehrzeiligen Text steht ein Kommentar"),
    ("tab", "hier darf kein Tabulator stehen"),
    ("invalid indentation", "die Einrückung passt nicht"),
    ("unprintable", "hier steht ein Zeichen, das sich nicht anzeigen lässt"),
    ("recursion limit", "Listen und Gruppen sind zu tief verschachtelt"),
];

/// Reports what the scanner could not read.
pub(super) fn report(error: &ScanError, problems: &mut Problems<'_>) {
    let source = problems.source();
    let marker = error.marker();
    let place = Place { line: marker.line(), column: marker.col() + 1, width: 1 };
    if let Some(line) = (1..=place.line).rev().take(3).find(|line| tab_indented(source.line(*line))) {
        let column = source.line(line).find('\t').unwrap_or_default() + 1;
        let message = bilingual!("die Zeile ist mit einem Tabulator eingerückt", "a tab in the indentation");
        problems
            .report(Place { line, column, width: 1 }, message)
            .help(bilingual!("Eingerückt wird in YAML nur mit Leerzeichen.", "YAML is indented with blanks only",));
        return;
    }
    let info = error.info();
    if info.contains("unknown anchor") {
        unwanted_mark(Place { width: 0, ..place }, '*', problems);
        return;
    }
    let closing = source.line(place.line).trim_start().starts_with([']', '}']);
    problems.report(place, message(info)).help(way_out(info, closing));
}

/// What is wrong; the scanner speaks English only.
fn message(info: &str) -> Texts {
    match MEANINGS.iter().find(|(part, _)| info.contains(part)) {
        Some((_, german)) => {
            bilingual!("die Datei ist kein gültiges YAML: {german}", "the file is not valid YAML: {info}")
        }
        None => {
            bilingual!("die Datei ist kein gültiges YAML (auf Englisch: {info})", "the file is not valid YAML: {info}",)
        }
    }
}

/// What to do; `closing` is true when the line begins with a closing bracket.
fn way_out(info: &str, closing: bool) -> Both {
    if info.contains("mapping values are not allowed") {
        Both {
            de: "Ein Text, in dem `: ` vorkommt, gehört in Anführungszeichen; oder die Einrückung stimmt nicht.",
            en: "put a text that holds `: ` in quotes, or check the indentation",
        }
    } else if info.contains("unexpected character") || info.contains("found character") {
        Both {
            de: "Ein Text, der mit einem Sonderzeichen beginnt, gehört in Anführungszeichen.",
            en: "put a text that begins with a special character in quotes",
        }
    } else if info.contains("quoted scalar") {
        Both {
            de: "Fehlt ein Anführungszeichen? Innerhalb von '…' wird ein Anführungszeichen verdoppelt: ''",
            en: "is a quotation mark missing? Inside '…' a quotation mark is written twice: ''",
        }
    } else if closing {
        Both {
            de: "Bitte die schließende Klammer tiefer einrücken als den Schlüssel, zu dem sie gehört.",
            en: "indent the closing bracket deeper than the key it belongs to",
        }
    } else if info.contains("flow") || info.contains("illegal placement") {
        Both {
            de: "Fehlt eine Klammer oder ein Komma? Texte mit , [ ] { } gehören innerhalb von Klammern in Anführungszeichen.",
            en: "is a bracket or comma missing? Texts with , [ ] { } inside brackets need quotes",
        }
    } else {
        Both {
            de: "Bitte die Einrückung dieser Zeile und der Zeile davor vergleichen.",
            en: "check the indentation of this line and the one before",
        }
    }
}

fn tab_indented(line: &str) -> bool {
    line.trim_start_matches(' ').starts_with('\t')
}
