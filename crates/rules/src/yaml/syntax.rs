//! Mistakes against YAML itself, in words that help whoever has never heard of a scalar.

use saphyr_parser::ScanError;

use super::decode::Problems;
use super::node::Place;
use super::read::unwanted_mark;
use super::source::Source;
use crate::bilingual;
use crate::bilingual::{Both, Texts};

/// What the scanner says (a part of it) and what that means. The first one that fits counts.
const MEANINGS: &[(&str, &str)] = &[
    ("mapping values are not allowed", "hier darf kein Doppelpunkt mit Leerzeichen dahinter stehen"),
    ("mapping keys are not allowed", "hier darf kein Schlüssel stehen"),
    ("may not precede", "hinter diesem Doppelpunkt fehlt ein Leerzeichen"),
    ("valid YAML whitespace", "hinter dieses Zeichen gehört ein Leerzeichen, kein Tabulator"),
    ("flow mapping", "hier fehlt ein Komma oder die Klammer `}`"),
    ("flow sequence", "hier fehlt ein Komma oder die Klammer `]`"),
    ("flow construct", "eine Klammer ist offen, und diese Zeile ist nicht weit genug eingerückt"),
    ("misplaced bracket", "diese Klammer passt zu keiner offenen"),
    ("illegal placement of ':'", "hier darf kein Doppelpunkt stehen; vielleicht ist weiter oben eine Klammer offen"),
    ("expected '-' indicator", "die Einrückung passt nicht: hier müsste ein neuer Punkt mit `- ` beginnen"),
    ("block sequence entries", "hier darf kein Punkt einer Liste mit `- ` beginnen"),
    ("did not find expected key", "die Einrückung passt nicht: hier müsste ein Schlüssel stehen"),
    (NO_COLON, "hinter dem Schlüssel in dieser Zeile fehlt der Doppelpunkt"),
    ("node content", "hier müsste ein Wert stehen"),
    ("<document", "hier steht noch etwas, obwohl die Liste oder Gruppe davor zu Ende ist"),
    ("anchor or alias", "hinter `&` oder `*` steht kein Name"),
    ("parsing a tag", "mit `!` beginnt in YAML eine Typangabe; so etwas gibt es in diesen Dateien nicht"),
    ("directive", "eine Zeile, die mit `%` beginnt, hat in YAML eine eigene Bedeutung"),
    ("unexpected end of stream", "die Datei endet mitten in einem Text in Anführungszeichen"),
    ("unexpected eof", "die Datei endet zu früh"),
    ("unexpected document indicator", "ein Text in Anführungszeichen ist vor der Zeile `---` nicht zu Ende"),
    (
        "indentation in quoted scalar",
        "ein Text in Anführungszeichen ist nicht zu Ende, oder die Zeile ist falsch eingerückt",
    ),
    ("character escape code", "hinter dem `\\` steht keine Nummer eines Zeichens"),
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
    // The scanner complains where it lost the thread: often a little later, sometimes in the line before.
    let mut near = (1..=place.line + 1).rev().take(4);
    if let Some(line) = near.find(|line| tab_indented(source.line(*line))) {
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
    let place = if info.contains(NO_COLON) { line_before(place, source) } else { place };
    let line = source.line(place.line);
    let found = if info.contains(NO_COLON_HERE) && is_first_key(line, place.column) {
        let message = bilingual!(
            "die Einrückung passt nicht: diese Zeile ist weiter eingerückt als die Schlüssel davor",
            "the file is not valid YAML: this line is indented deeper than the keys before it",
        );
        problems.report(words_of(place.line, source), message).help(SAME_COLUMN)
    } else {
        problems.report(place, message(info)).help(way_out(info, line.trim_start().starts_with([']', '}'])))
    };
    if has_typographic_quotes(line) {
        found.note(bilingual!(
            "„ und “ zählen hier nicht als Anführungszeichen, nur '…' und \"…\".",
            "\u{201c} and \u{201d} are no quotation marks here, only '…' and \"…\"",
        ));
    }
}

/// The line before a place, from its first word on: the scanner misses a colon when the next line begins.
fn line_before(place: Place, source: &Source) -> Place {
    let written = |line: &usize| !source.line(*line).trim().is_empty();
    (1..place.line).rev().find(written).map_or(place, |line| words_of(line, source))
}

/// A line from its first word on.
fn words_of(line: usize, source: &Source) -> Place {
    let text = source.line(line);
    let word = text.trim_start().trim_start_matches("- ");
    Place { line, column: text.chars().count() - word.chars().count() + 1, width: word.trim_end().chars().count() }
}

/// True when the colon at `column`, from 1, stands behind the first word of a line.
fn is_first_key(line: &str, column: usize) -> bool {
    let before: String = line.chars().take(column.saturating_sub(1)).collect();
    let word = before.trim_start().trim_start_matches("- ");
    !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "_-/".contains(c))
}

/// True when a text of the line begins with a quotation mark of the typesetter.
fn has_typographic_quotes(line: &str) -> bool {
    let begins = |(at, _): (usize, &str)| {
        let before = line[..at].trim_end_matches(' ');
        before.is_empty() || before.ends_with([':', ',', '[', '{', '-'])
    };
    line.match_indices(TYPOGRAPHIC_QUOTES).any(begins)
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

/// Quotation marks that are none in YAML; word processors write them.
pub const TYPOGRAPHIC_QUOTES: [char; 7] = ['„', '“', '”', '‚', '‘', '»', '«'];

/// What the scanner says of a key without a colon, once it has read on.
const NO_COLON: &str = "simple key expect";

/// What it says of a colon where none may stand.
const NO_COLON_HERE: &str = "mapping values are not allowed";

const SAME_COLUMN: Both = Both {
    de: "Bitte die Einrückung dieser Zeile und der Zeile davor vergleichen.",
    en: "check the indentation of this line and the one before",
};

/// What to do; `closing` is true when the line begins with a closing bracket.
fn way_out(info: &str, closing: bool) -> Both {
    if info.contains(NO_COLON) {
        Both { de: "Bitte so schreiben: `schlüssel: wert`.", en: "write it like this: `key: value`" }
    } else if info.contains("valid YAML whitespace") || info.contains("may not precede") {
        Both { de: "Bitte ein Leerzeichen dorthin setzen.", en: "put a blank there" }
    } else if info.contains("escape c") {
        Both {
            de: "In \"…\" hat der `\\` eine eigene Bedeutung: Bitte '…' nehmen, dort steht er für sich selbst.",
            en: "in \"…\" a `\\` has a meaning of its own: use '…', where it stands for itself",
        }
    } else if info.contains(NO_COLON_HERE) {
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
    } else if info.contains("flow") || info.contains("node content") || info.contains("illegal placement") {
        Both {
            de: "Fehlt eine Klammer oder ein Komma? Texte mit , : [ ] { } gehören innerhalb von Klammern in Anführungszeichen: '…'",
            en: "is a bracket or comma missing? Texts with , : [ ] { } inside brackets need quotes: '…'",
        }
    } else {
        SAME_COLUMN
    }
}

fn tab_indented(line: &str) -> bool {
    line.trim_start_matches(' ').starts_with('\t')
}
