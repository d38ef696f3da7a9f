//! Pattern rules.

use leitplanke_finding::Confidence;
use regex::Regex;

use super::Known;
use super::terms::terms;
use crate::bilingual;
use crate::fragment;
use crate::matcher::{BEFORE_NUMBER, OnInvalid, Pattern, PatternConfidence};
use crate::spec::{ConfidenceSpec, PatternSpec};
use crate::trigger::{Trigger, trigger};
use crate::yaml::{List, Problems, Text, clipped};

/// Hits below this are not reported.
const REPORTED: f64 = 0.60;

/// `labelled`, where it is not written.
const LABELLED: f64 = 0.95;

/// Characters a keyword needs; one more when none of them is a letter or digit.
const MIN_KEYWORD: usize = 2;

/// Signs rare enough in prose to be keywords by themselves.
const RARE: [&str; 4] = ["[", "{", "<", "…"];

/// Checks a pattern; the result means something only when no mistake was reported.
pub(super) fn pattern(spec: &PatternSpec, known: &Known<'_>, problems: &mut Problems<'_>) -> Pattern {
    let context = terms(spec.context.as_ref(), known, problems);
    let negative_context = terms(spec.negative_context.as_ref(), known, problems);
    let negative_before = terms(spec.negative_before.as_ref(), known, problems);
    let confidence = spec.confidence.as_ref().map(|written| confidence(written, spec.keys.hold("context"), problems));
    let confidence =
        confidence.unwrap_or(PatternConfidence { alone: Confidence::CERTAIN, labelled: Confidence::CERTAIN });
    let keywords = keywords(spec.keywords.as_ref(), problems);
    let beside_context = confidence.alone == Confidence::default() && spec.keys.hold("context");
    let mut regexes = Vec::new();
    for regex in spec.regex.iter().flat_map(|list| &list.0.items) {
        if let Some((filled, compiled)) = fragment::checked(regex, known.fragments, known.complete, problems) {
            check_regex(regex, &filled, &compiled, spec.keys.hold("keywords") || beside_context, problems);
            regexes.push(filled);
        }
    }
    Pattern {
        regexes,
        keywords,
        validator: spec.validator.as_ref().map(|name| validator(name, problems)),
        on_invalid: on_invalid(spec, problems),
        confidence,
        context,
        negative_context,
        negative_before,
        boundary: spec.boundary.map(|choice| choice.value).unwrap_or_default(),
        allow: allow(spec.allow.as_ref(), problems),
        foreign: None,
    }
}

/// Checks what regexes of rules are used for: finding something, and cheaply.
fn check_regex(written: &Text, regex: &str, compiled: &Regex, found_otherwise: bool, problems: &mut Problems<'_>) {
    if compiled.is_match("") {
        problems
            .report(
                written.place,
                bilingual!("der reguläre Ausdruck passt auch auf den leeren Text", "the regex matches the empty text",),
            )
            .help(bilingual!("Bitte ein `*` durch `+` ersetzen.", "replace a `*` by `+`"));
    } else if !found_otherwise && trigger(regex) == Trigger::None {
        cannot_be_found(written, problems);
    }
}

/// A regex that would have to be tried at every byte.
fn cannot_be_found(written: &Text, problems: &mut Problems<'_>) {
    let message = bilingual!(
        "nach diesem regulären Ausdruck lässt sich nicht schnell genug suchen",
        "the engine can not find this regex cheaply",
    );
    problems
        .report(written.place, message)
        .note(bilingual!(
            "Jede Fundstelle muss mit drei festen Buchstaben oder Ziffern beginnen oder ein `@` oder drei Ziffern \
             enthalten; verschiedenartige Möglichkeiten werden gefunden, wenn sie als Liste von Ausdrücken dastehen.",
            "every match must begin with a literal of three letters or digits, or hold an `@` or three digits; \
             alternatives of different sorts are found when they are written as a list of regexes",
        ))
        .help(bilingual!(
            "Bitte `keywords` angeben (Wörter oder feste Zeichen, von denen eines in jeder Fundstelle steht), oder \
             `alone: 0` und `context`.",
            "name `keywords` (words or literal texts one of which stands in every match), or set `alone: 0` and \
             give `context`",
        ));
}

fn confidence(spec: &ConfidenceSpec, has_context: bool, problems: &mut Problems<'_>) -> PatternConfidence {
    let alone = spec.alone.map_or(0.0, |alone| alone.value);
    let labelled = spec.labelled.map_or_else(|| alone.max(LABELLED), |labelled| labelled.value);
    let place = spec.labelled.map_or(spec.place, |labelled| labelled.place);
    if spec.alone.is_some() {
        if labelled < alone {
            problems
                .report(place, bilingual!("`labelled` ist kleiner als `alone`", "`labelled` is lower than `alone`"))
                .help(bilingual!(
                    "Ein Wort in der Nähe macht einen Befund sicherer, nicht unsicherer.",
                    "a context word makes a hit surer",
                ));
        } else if labelled < REPORTED {
            let message = bilingual!(
                "gemeldet wird ab {REPORTED:.2}; das erreicht diese Regel nie",
                "hits are reported from {REPORTED:.2}; this rule never reaches that",
            );
            problems.report(place, message);
        } else if alone < REPORTED && !has_context {
            let message = bilingual!(
                "`alone` liegt unter {REPORTED:.2}, und die Regel hat kein `context`: sie meldet nie etwas",
                "`alone` is below {REPORTED:.2} and the rule has no `context`: it never fires",
            );
            problems
                .report(spec.place, message)
                .help(bilingual!("Bitte `context` ergänzen oder `alone` erhöhen.", "add `context` or raise `alone`",));
        }
    }
    PatternConfidence { alone: Confidence::new(alone), labelled: Confidence::new(labelled) }
}

fn validator(name: &Text, problems: &mut Problems<'_>) -> String {
    if leitplanke_validators::by_name(&name.text).is_none() {
        let names = leitplanke_validators::all().iter().map(|validator| validator.name);
        let written = clipped(&name.text);
        problems
            .report(name.place, bilingual!("die Prüfung `{written}` gibt es nicht", "unknown validator `{written}`"))
            .allowed(&name.text, names);
    }
    name.text.clone()
}

fn on_invalid(spec: &PatternSpec, problems: &mut Problems<'_>) -> OnInvalid {
    let Some(written) = spec.on_invalid else { return OnInvalid::default() };
    if !spec.keys.hold("validator") {
        problems
            .report(written.place, bilingual!("`on_invalid` ohne `validator`", "`on_invalid` without `validator`"))
            .help(bilingual!(
                "Bitte eine Prüfung nennen oder die Zeile löschen.",
                "name a validator or remove the line",
            ));
    }
    written.value
}

fn keywords(list: Option<&List<Text>>, problems: &mut Problems<'_>) -> Vec<String> {
    let keywords: &[Text] = list.map_or(&[], |list| &list.items);
    for keyword in keywords {
        let length = keyword
            .text
            .trim_end_matches(BEFORE_NUMBER)
            .trim_matches('*')
            .chars()
            .filter(|c| !c.is_whitespace())
            .count();
        let is_rare = RARE.contains(&keyword.text.as_str());
        if !is_rare && length < MIN_KEYWORD + usize::from(!keyword.text.contains(char::is_alphanumeric)) {
            let written = clipped(&keyword.text);
            let message = bilingual!("das Suchwort `{written}` ist zu kurz", "the keyword `{written}` is too short");
            problems.report(keyword.place, message).help(bilingual!(
                "Ein Suchwort hat mindestens {MIN_KEYWORD} Zeichen; eines mehr, wenn kein Buchstabe und keine Ziffer dabei ist. Allein stehen dürfen `[`, `{{`, `<` und `…`.",
                "a keyword has at least {MIN_KEYWORD} characters; one more when none is a letter or digit; `[`, `{{`, `<` and `…` may stand alone",
            ));
        }
    }
    keywords.iter().map(|keyword| keyword.text.clone()).collect()
}

fn allow(list: Option<&List<Text>>, problems: &mut Problems<'_>) -> Vec<String> {
    let values: &[Text] = list.map_or(&[], |list| &list.items);
    for value in values {
        let core = value.text.trim_matches('*');
        if core.trim().is_empty() {
            problems.report(value.place, bilingual!("so ist jeder Wert erlaubt", "this allows every value")).help(
                bilingual!(
                    "Zum Ausschalten der Regel gibt es `severity: off`.",
                    "to switch the rule off, set `severity: off`",
                ),
            );
        } else if core.contains('*') {
            let message = bilingual!(
                "`*` steht am Anfang oder Ende eines erlaubten Wertes",
                "`*` stands at the beginning or end of an allowed value",
            );
            problems.report(value.place, message);
        }
    }
    values.iter().map(|value| value.text.clone()).collect()
}
