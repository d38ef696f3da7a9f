//! Why a regex is refused.

use regex_syntax::ast::ErrorKind;
use regex_syntax::hir;

use super::SIZE_LIMIT;
use crate::bilingual;
use crate::bilingual::{Both, Texts};

/// Why a regex is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", reason.en)]
pub struct ShapeError {
    /// First byte of the place in the regex.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// One line.
    pub reason: Texts,
    /// A way out, where there is a typical one.
    pub help: Option<Both>,
}

/// What the compiler says; `length` is that of the regex.
pub(super) fn of_compiler(error: &regex::Error, length: usize) -> ShapeError {
    let (reason, help) = match error {
        regex::Error::CompiledTooBig(_) => {
            let most = SIZE_LIMIT >> 20;
            let reason = bilingual!(
                "fertig übersetzt ist er größer als {most} MiB",
                "the compiled regex is bigger than {most} MiB",
            );
            (reason, Some(TOO_BIG))
        }
        other => (in_english(&other.to_string()), None),
    };
    ShapeError { start: 0, end: length, reason, help }
}

/// What the parser says.
pub(super) fn of_parser(error: &regex_syntax::ast::Error) -> ShapeError {
    let span = error.span();
    let help = match error.kind() {
        ErrorKind::UnsupportedLookAround => Some(NO_LOOK_AROUND),
        ErrorKind::UnsupportedBackreference => Some(NO_BACK_REFERENCE),
        _ => None,
    };
    ShapeError { start: span.start.offset, end: span.end.offset, reason: parser_reason(error.kind()), help }
}

/// What is said about the meaning of a regex whose form is right. Places are those of the regex as written only where
/// `same_places` is true.
pub(super) fn of_meaning(error: &regex_syntax::Error, length: usize, same_places: bool) -> ShapeError {
    let whole = |reason| ShapeError { start: 0, end: length, reason, help: None };
    match error {
        regex_syntax::Error::Parse(error) => whole(parser_reason(error.kind())),
        regex_syntax::Error::Translate(error) => {
            let span = error.span();
            let (start, end) = if same_places { (span.start.offset, span.end.offset) } else { (0, length) };
            ShapeError { start, end, ..whole(meaning_reason(error.kind())) }
        }
        other => whole(in_english(&other.to_string())),
    }
}

const TOO_BIG: Both = Both {
    de: "Bitte kleinere Wiederholungen nehmen; \\p{L}, \\S und verneinte Klassen wiegen zehnmal so viel wie eine ASCII-Klasse.",
    en: "use smaller repeat counts; \\p{L}, \\S and negated classes weigh ten times an ASCII class",
};

const NO_LOOK_AROUND: Both = Both {
    de: "Reguläre Ausdrücke laufen hier in linearer Zeit, ohne Blick voraus oder zurück: Stattdessen gibt es `context`, `negative_context`, `boundary`, `allow` oder eine Gruppe namens `value`.",
    en: "regexes run in linear time, without look-around: use `context`, `negative_context`, `boundary`, `allow` or a group named `value`",
};

const NO_BACK_REFERENCE: Both = Both {
    de: "Reguläre Ausdrücke laufen hier in linearer Zeit, ohne Rückverweise: Bitte die Möglichkeiten ausschreiben.",
    en: "regexes run in linear time, without back-references: write the alternatives out",
};

fn parser_reason(kind: &ErrorKind) -> Texts {
    let german = match kind {
        ErrorKind::ClassUnclosed => "eine Klasse `[` ist nicht geschlossen",
        ErrorKind::ClassRangeInvalid => "in einem Bereich steht der Anfang hinter dem Ende",
        ErrorKind::ClassRangeLiteral | ErrorKind::ClassEscapeInvalid => "so ein Zeichen kann nicht in `[…]` stehen",
        ErrorKind::DecimalEmpty | ErrorKind::RepetitionCountDecimalEmpty => "eine Zahl fehlt",
        ErrorKind::DecimalInvalid => "eine Zahl ist ungültig oder zu groß",
        ErrorKind::EscapeUnexpectedEof => "hinter dem letzten `\\` fehlt ein Zeichen",
        ErrorKind::EscapeUnrecognized => "hinter dem `\\` steht ein Zeichen, das dort keine Bedeutung hat",
        ErrorKind::GroupUnclosed => "eine Gruppe `(` ist nicht geschlossen",
        ErrorKind::GroupUnopened => "eine Klammer `)` schließt, ohne dass eine offen ist",
        ErrorKind::GroupNameDuplicate { .. } => "zwei Gruppen heißen gleich",
        ErrorKind::GroupNameEmpty | ErrorKind::GroupNameInvalid | ErrorKind::GroupNameUnexpectedEof => {
            "der Name einer Gruppe ist ungültig"
        }
        ErrorKind::NestLimitExceeded(_) => "er ist zu tief verschachtelt",
        ErrorKind::RepetitionCountInvalid => "in einer Wiederholung ist die erste Zahl größer als die zweite",
        ErrorKind::RepetitionCountUnclosed => "eine Wiederholung `{` ist nicht geschlossen",
        ErrorKind::RepetitionMissing => "vor `*`, `+`, `?` oder `{` fehlt, was wiederholt wird",
        ErrorKind::UnsupportedBackreference => "Rückverweise werden nicht unterstützt",
        ErrorKind::UnsupportedLookAround => "Blicke voraus oder zurück werden nicht unterstützt",
        other => return in_english(&other.to_string()),
    };
    Texts { de: german.to_owned(), en: one_line(&kind.to_string()) }
}

fn meaning_reason(kind: &hir::ErrorKind) -> Texts {
    let german = match kind {
        hir::ErrorKind::UnicodePropertyNotFound => "diese Eigenschaft `\\p{…}` gibt es nicht",
        hir::ErrorKind::UnicodePropertyValueNotFound => "diesen Wert einer Eigenschaft `\\p{…}` gibt es nicht",
        hir::ErrorKind::InvalidUtf8 => "er könnte ungültiges UTF-8 finden",
        other => return in_english(&other.to_string()),
    };
    Texts { de: german.to_owned(), en: one_line(&kind.to_string()) }
}

/// What only the library knows, and says in its own language.
fn in_english(text: &str) -> Texts {
    let text = one_line(text);
    bilingual!("er ist nicht gültig (auf Englisch: {text})", "{text}")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
