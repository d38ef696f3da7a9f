//! The rule's own tests.

use leitplanke_finding::{Language, Span};

use super::About;
use crate::bilingual;
use crate::bilingual::{Both, Texts};
use crate::rule::Example;
use crate::spec::{ExampleSpec, ExamplesOf, ExamplesSpec};
use crate::yaml::{Place, Problems, Text};

/// Examples a language needs, of either sort.
const LEAST: usize = 2;

/// All examples, in file order per language.
pub(super) fn examples(spec: &ExamplesSpec, about: &About, problems: &mut Problems<'_>) -> Vec<Example> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let of = match language {
            Language::De => spec.de.as_ref(),
            Language::En => spec.en.as_ref(),
        };
        let named = about.languages.as_ref().map(|languages| languages.contains(&language));
        match (of, named.unwrap_or(of.is_some())) {
            (Some(of), true) => add(of, language, about, &mut all, problems),
            (Some(of), false) => {
                let message = bilingual!(
                    "die Regel hat Beispiele in `{language}`, aber `languages` nennt diese Sprache nicht",
                    "the rule has examples in `{language}`, but `languages` does not name it",
                );
                problems.report(of.place, message).help(bilingual!(
                    "Bitte `{language}` in `languages` ergänzen oder die Beispiele löschen.",
                    "add `{language}` to `languages` or remove the examples",
                ));
            }
            (None, true) => missing(spec.place, language, problems),
            (None, false) => {}
        }
    }
    all
}

fn missing(place: Place, language: Language, problems: &mut Problems<'_>) {
    let message = bilingual!("es fehlen Beispiele in `{language}`", "no examples in `{language}`");
    problems.report(place, message).help(bilingual!(
        "Bitte {LEAST} Beispiele mit und {LEAST} ohne Befund ergänzen oder `{language}` in `languages` weglassen.",
        "add {LEAST} matching and {LEAST} silent examples, or leave `{language}` out of `languages`",
    ));
}

/// Examples under `match`.
const FIRING: Both = Both { de: "Texte mit Befund", en: "texts that match" };

/// Examples under `no_match`.
const SILENT: Both = Both { de: "Beinahe-Treffer ohne Befund", en: "near misses" };

fn add(of: &ExamplesOf, language: Language, about: &About, all: &mut Vec<Example>, problems: &mut Problems<'_>) {
    for (list, fires, key, what) in [(&of.fires, true, "match", FIRING), (&of.silent, false, "no_match", SILENT)] {
        let Some(list) = list else { continue };
        if list.written < LEAST {
            let (written, Both { de, en }) = (list.written, what);
            let message = bilingual!(
                "`{key}` hat {written} Beispiel, es braucht {LEAST}",
                "`{key}` has {written} example, {LEAST} are needed",
            );
            problems
                .report(list.place, message)
                .help(bilingual!("Bitte {de} in `{language}` ergänzen.", "add {en} in `{language}`"));
        }
        all.extend(list.items.iter().filter_map(|example| read(example, language, fires, about, problems)));
    }
}

fn read(
    spec: &ExampleSpec,
    language: Language,
    fires: bool,
    about: &About,
    problems: &mut Problems<'_>,
) -> Option<Example> {
    if let Some(role) = spec.role.filter(|role| fires && !about.roles.contains(role.value)) {
        let value = role.value;
        let message =
            bilingual!("die Regel liest die Rolle `{value}` nicht", "the rule does not read the role `{value}`");
        problems.report(role.place, message).allowed("", about.roles.iter().map(leitplanke_finding::Role::as_str));
    }
    let (text, spans) = marked(&spec.text, fires, problems)?;
    let role = spec.role.map(|role| role.value);
    Some(Example { language, text, spans, fires, role, line: spec.text.place.line })
}

/// Takes the marks out. A silent example marks nothing; there, `»…«` are German quotation marks.
fn marked(written: &Text, fires: bool, problems: &mut Problems<'_>) -> Option<(String, Vec<Span>)> {
    let text = &written.text;
    if !fires {
        let Some(open) = text.find('«').filter(|open| text[*open..].contains('»')) else {
            return Some((text.clone(), Vec::new()));
        };
        let place = written.inside(problems, open, open + '«'.len_utf8());
        problems
            .report(
                place,
                bilingual!("in einem Beispiel ohne Befund wird nichts markiert", "a silent example marks nothing"),
            )
            .help(bilingual!("Bitte « » entfernen.", "remove « »"));
        return None;
    }
    let (mut plain, mut spans, mut open) = (String::with_capacity(text.len()), Vec::new(), None);
    for (at, c) in text.char_indices() {
        let wrong = match (c, open) {
            ('«', None) => {
                open = Some((at, plain.len()));
                None
            }
            ('«', Some(_)) => {
                Some(bilingual!("`«` steht innerhalb einer markierten Stelle", "`«` stands inside a marked span"))
            }
            ('»', None) => Some(bilingual!("`»` ohne `«` davor", "`»` without `«` before it")),
            ('»', Some((_, start))) if start == plain.len() => {
                Some(bilingual!("die markierte Stelle ist leer", "an empty span is marked"))
            }
            ('»', Some((_, start))) => {
                spans.push(Span::new(start, plain.len()));
                open = None;
                None
            }
            _ => {
                plain.push(c);
                None
            }
        };
        if let Some(wrong) = wrong {
            unbalanced(written, at, wrong, problems);
            return None;
        }
    }
    if let Some((at, _)) = open {
        unbalanced(written, at, bilingual!("`«` ohne `»` dahinter", "`«` without `»` after it"), problems);
        return None;
    }
    Some((plain, spans))
}

fn unbalanced(written: &Text, at: usize, message: Texts, problems: &mut Problems<'_>) {
    let place = written.inside(problems, at, at + '«'.len_utf8());
    problems.report(place, message).help(bilingual!(
        "« » markieren die Stelle, die die Regel melden soll; im Text selbst bitte andere Anführungszeichen nehmen.",
        "« » mark the span the rule must report; use other quotation marks in the text itself",
    ));
}
