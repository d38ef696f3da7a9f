//! What stands in every match of a regex, so that the engine finds a rule without trying it everywhere.

use regex_syntax::hir::{Class, ClassUnicodeRange, Hir, HirKind};

use crate::shape;
use crate::trigger::{Trigger, trigger};

/// Shortest text that is worth looking for when the file names none.
const MIN_LITERAL: usize = 3;

/// Shortest keyword; a single character stands everywhere.
const MIN_KEYWORD: usize = 2;

/// Most texts of one regex.
const MAX_LITERALS: usize = 64;

/// Where the engine looks for a regex.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Around these texts, lower-case.
    Literals(Vec<String>),
    /// At digits or signs that every match holds.
    ByItself,
    /// In the neighbourhood of these texts, lower-case, which no match has to hold.
    Near(Vec<String>),
    /// Nowhere: it would have to be tried at every place.
    Nowhere,
}

/// What leads to the matches of a regex; the keywords where every match holds one of them, or nothing else helps.
pub(super) fn found(regex: &str, keywords: &[String]) -> Found {
    let Ok(hir) = shape::hir(regex) else { return Found::Nowhere };
    let fits = |keyword: &String| keyword.len() >= MIN_KEYWORD && keyword.is_ascii();
    let keywords: Vec<String> = keywords.iter().filter(|keyword| fits(keyword)).map(|text| lower(text)).collect();
    if !keywords.is_empty() && always_holds(&hir, &keywords) {
        return Found::Literals(keywords);
    }
    if let Some(mut literals) = required(&hir) {
        literals.sort();
        literals.dedup();
        return Found::Literals(literals);
    }
    match trigger(regex) {
        Trigger::None if keywords.is_empty() => Found::Nowhere,
        Trigger::None => Found::Near(keywords),
        _ => Found::ByItself,
    }
}

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// A piece of a regex in its order.
enum Part<'h> {
    /// Text, lower-case.
    Text(String),
    Other(&'h Hir),
}

/// The parts of a regex one after the other; texts that touch are one.
fn parts(hir: &Hir) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    collect(hir, &mut parts);
    parts
}

fn collect<'h>(hir: &'h Hir, parts: &mut Vec<Part<'h>>) {
    match hir.kind() {
        HirKind::Concat(list) => list.iter().for_each(|part| collect(part, parts)),
        HirKind::Capture(capture) => collect(&capture.sub, parts),
        HirKind::Literal(literal) if literal.0.is_ascii() => push(&String::from_utf8_lossy(&literal.0), parts),
        HirKind::Class(class) => match single(class) {
            Some(letter) => push(&letter.to_string(), parts),
            None => parts.push(Part::Other(hir)),
        },
        // Places without width stand between texts that touch.
        HirKind::Empty | HirKind::Look(_) => {}
        _ => parts.push(Part::Other(hir)),
    }
}

fn push(text: &str, parts: &mut Vec<Part<'_>>) {
    if let Some(Part::Text(before)) = parts.last_mut() {
        before.push_str(&lower(text));
    } else {
        parts.push(Part::Text(lower(text)));
    }
}

/// The letter of a class that is one letter in both cases: `[kK]` and what `(?i)` makes of a `k`.
fn single(class: &Class) -> Option<char> {
    let Class::Unicode(class) = class else { return None };
    let ranges = class.ranges();
    let letters: Vec<char> = ranges.iter().map(ClassUnicodeRange::start).collect();
    let first = letters.iter().find(|letter| letter.is_ascii())?.to_ascii_lowercase();
    let small = ranges.len() <= 3 && ranges.iter().all(|range| range.start() == range.end());
    let same = |letter: &char| letter.to_ascii_lowercase() == first || is_look_alike(*letter, first);
    (small && letters.iter().all(same)).then_some(first)
}

/// The long s and the Kelvin sign, which ignoring case brings along.
fn is_look_alike(c: char, letter: char) -> bool {
    matches!((c, letter), ('\u{17f}', 's') | ('\u{212a}', 'k'))
}

/// True when every match holds one of the texts.
fn always_holds(hir: &Hir, texts: &[String]) -> bool {
    parts(hir).iter().any(|part| match part {
        Part::Text(text) => texts.iter().any(|wanted| text.contains(wanted.as_str())),
        Part::Other(other) => match other.kind() {
            HirKind::Alternation(choices) => choices.iter().all(|choice| always_holds(choice, texts)),
            HirKind::Repetition(repeat) => repeat.min > 0 && always_holds(&repeat.sub, texts),
            _ => false,
        },
    })
}

/// Texts one of which every match holds; of several such lists the one whose shortest text is longest.
fn required(hir: &Hir) -> Option<Vec<String>> {
    let lists = parts(hir).into_iter().filter_map(|part| match part {
        Part::Text(text) => (text.len() >= MIN_LITERAL).then(|| vec![text]),
        Part::Other(other) => match other.kind() {
            HirKind::Alternation(choices) => {
                let all = choices.iter().map(required).collect::<Option<Vec<_>>>()?.concat();
                (all.len() <= MAX_LITERALS).then_some(all)
            }
            HirKind::Repetition(repeat) if repeat.min > 0 => required(&repeat.sub),
            _ => None,
        },
    });
    lists.max_by_key(|list| list.iter().map(String::len).min())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literals(texts: &[&str]) -> Found {
        Found::Literals(texts.iter().map(|text| (*text).to_owned()).collect())
    }

    fn of(regex: &str, keywords: &[&str]) -> Found {
        found(regex, &keywords.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn keywords_count_where_every_match_holds_one() {
        assert_eq!(of(r"(?i)[\w.-]{0,50}?(?:acme)[a-z0-9]{32}", &["Acme"]), literals(&["acme"]));
        assert_eq!(of(r"\b(SG\.(?i)[a-z0-9=_\-\.]{66})", &["sg."]), literals(&["sg."]));
        // Without them, what the regex itself asks for.
        assert_eq!(of(r"(?:api|auth)_key_[a-z]{8}", &["api_key"]), literals(&["_key_"]));
        assert_eq!(of(r"(?i)(?:kiosk|desk)-[a-z]{8}", &["k"]), literals(&["desk", "kiosk"]));
        assert_eq!(of(r"(?:corp-)+[a-z]{8}", &[]), literals(&["corp-"]));
    }

    #[test]
    fn what_has_no_text_is_found_otherwise_or_not() {
        assert_eq!(of(r"[A-Z]\d{12}", &["absent"]), Found::ByItself);
        assert_eq!(of(r"[a-f0-9]{32}", &[]), Found::Nowhere);
        assert_eq!(of(r"[a-f0-9]{32}", &["x"]), Found::Nowhere);
        assert_eq!(of(r"[a-z]{32}(?:acme)?", &["acme"]), Found::Near(vec!["acme".to_owned()]));
        assert_eq!(of(r"(", &["acme"]), Found::Nowhere);
    }
}
