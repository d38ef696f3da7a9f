//! The rule's own tests.

use leitplanke_finding::{Language, Span};

use super::About;
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
                problems
                    .report(
                        of.place,
                        format!("the rule has examples in `{language}`, but `languages` does not name it"),
                    )
                    .help(format_args!("add `{language}` to `languages` or remove the examples"));
            }
            (None, true) => missing(spec.place, language, problems),
            (None, false) => {}
        }
    }
    all
}

fn missing(place: Place, language: Language, problems: &mut Problems<'_>) {
    problems.report(place, format!("no examples in `{language}`")).help(format_args!(
        "add {LEAST} matching and {LEAST} silent examples, or leave `{language}` out of `languages`"
    ));
}

fn add(of: &ExamplesOf, language: Language, about: &About, all: &mut Vec<Example>, problems: &mut Problems<'_>) {
    for (list, fires, key, what) in
        [(&of.fires, true, "match", "texts that match"), (&of.silent, false, "no_match", "near misses")]
    {
        let Some(list) = list else { continue };
        if list.written < LEAST {
            problems
                .report(list.place, format!("`{key}` has {} example, {LEAST} are needed", list.written))
                .help(format_args!("add {what} in `{language}`"));
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
        problems
            .report(role.place, format!("the rule does not read the role `{}`", role.value))
            .allowed("", about.roles.iter().map(leitplanke_finding::Role::as_str));
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
        problems.report(place, "a silent example marks nothing").help("remove « »");
        return None;
    }
    let (mut plain, mut spans, mut open) = (String::with_capacity(text.len()), Vec::new(), None);
    for (at, c) in text.char_indices() {
        let wrong = match (c, open) {
            ('«', None) => {
                open = Some((at, plain.len()));
                None
            }
            ('«', Some(_)) => Some("`«` stands inside a marked span"),
            ('»', None) => Some("`»` without `«` before it"),
            ('»', Some((_, start))) if start == plain.len() => Some("an empty span is marked"),
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
        unbalanced(written, at, "`«` without `»` after it", problems);
        return None;
    }
    Some((plain, spans))
}

fn unbalanced(written: &Text, at: usize, message: &str, problems: &mut Problems<'_>) {
    let place = written.inside(problems, at, at + '«'.len_utf8());
    problems
        .report(place, message)
        .help("« » mark the span the rule must report; use other quotation marks in the text itself");
}
