//! The section of one rule.

use std::fmt::Write as _;

use leitplanke_finding::{Language, PersonLevel};
use leitplanke_report::norm;
use leitplanke_rules::matcher::Matcher;
use leitplanke_rules::{Example, Frame, Rule, Severities};

use super::markdown::{inline, line, quoted};
use super::{terms, words};

/// The guard that is built in and has no frame.
const QUOTATION: &str = "quotation";

/// The part of an id behind the slash: the anchor of the section.
pub(super) fn anchor(rule: &Rule) -> &str {
    rule.id.split_once('/').map_or(rule.id.as_str(), |(_, name)| name)
}

/// Everything about a rule.
pub(super) fn section(rule: &Rule, frames: &[&Frame], language: Language) -> String {
    let mut out = format!("<a id=\"{}\"></a>\n\n## {}\n\n", anchor(rule), line(rule.title.get(language)));
    let _ = writeln!(out, "> {}\n", line(&spoken(rule.message.get(language))));
    facts(rule, language, &mut out);
    for (word, text) in [(words::WHY, &rule.why), (words::INSTEAD, &rule.instead)] {
        let _ = writeln!(out, "**{}:** {}\n", word.get(language), inline(&spoken(text.get(language))));
    }
    if !rule.references.is_empty() {
        let norms: Vec<String> = rule.references.iter().map(|key| inline(&norm(key, language))).collect();
        let _ = writeln!(out, "**{}:** {}\n", words::REFERENCES.get(language), norms.join(", "));
    }
    if !rule.guards.is_empty() {
        let names: Vec<String> = rule.guards.iter().map(|guard| inline(frame(guard, frames, language))).collect();
        let _ = writeln!(out, "**{}:** {}\n", words::GUARDS.get(language), names.join(", "));
    }
    if let Matcher::Lexicon(lexicon) = &rule.matcher {
        out.push_str(&terms::table(lexicon, language));
    }
    for (word, fires) in [(words::FOUND, true), (words::SILENT, false)] {
        examples(rule, fires, word.get(language), language, &mut out);
    }
    out
}

fn facts(rule: &Rule, language: Language, out: &mut String) {
    let roles: Vec<&str> = rule.roles.iter().map(|role| words::role(role).get(language)).collect();
    let mut facts = vec![
        (words::RULE, format!("`{}`", rule.id)),
        (words::SEVERITY, severity(rule.severity, language)),
        (words::DATA_CLASS, words::data_class(rule.data_class).get(language).to_owned()),
        (words::LABEL, format!("`{}`", rule.label)),
        (words::GROUP, format!("`{}`", rule.group)),
        (words::KIND, words::kind(rule.matcher.kind()).get(language).to_owned()),
        (words::TEXTS, roles.join(", ")),
    ];
    if let Some(status) = words::status(rule.status) {
        facts.push((words::STATUS, status.get(language).to_owned()));
    }
    for (word, text) in facts {
        let _ = writeln!(out, "- {}: {text}", word.get(language));
    }
    out.push('\n');
}

/// One word, or one for each kind of person.
pub(super) fn severity(severities: Severities, language: Language) -> String {
    let word = |severity| words::severity(severity).get(language);
    match severities {
        Severities::One(severity) => word(severity).to_owned(),
        Severities::ByPerson(levels) => {
            let mut all: Vec<String> = PersonLevel::ALL
                .into_iter()
                .zip(levels)
                .map(|(level, severity)| format!("{} {}", word(severity), words::person(level).get(language)))
                .collect();
            all.reverse();
            all.join(", ")
        }
    }
}

fn frame<'f>(guard: &'f str, frames: &[&'f Frame], language: Language) -> &'f str {
    if guard == QUOTATION {
        return words::QUOTATION.get(language);
    }
    frames.iter().find(|frame| frame.name == guard).map_or(guard, |frame| frame.title.get(language))
}

fn examples(rule: &Rule, fires: bool, heading: &str, language: Language, out: &mut String) {
    let fits = |example: &&Example| example.fires == fires && example.language == language;
    let shown: Vec<String> = rule.examples.iter().filter(fits).map(|example| quoted(&marked(example))).collect();
    if !shown.is_empty() {
        let _ = writeln!(out, "{heading}:\n\n{}", shown.concat());
    }
}

/// The text with `«»` around what is found.
fn marked(example: &Example) -> String {
    let mut out = example.text.clone();
    let mut spans = example.spans.clone();
    spans.sort_unstable();
    for span in spans.into_iter().rev() {
        out.insert(span.end, '»');
        out.insert(span.start, '«');
    }
    out
}

/// What the program fills in stands open on the page.
fn spoken(text: &str) -> String {
    ["{match}", "{term}", "{instead}", "{count}", "{decoded}"]
        .into_iter()
        .fold(text.to_owned(), |text, slot| text.replace(slot, "…"))
}

#[cfg(test)]
mod tests {
    use leitplanke_finding::Severity::{Error, Off, Warning};
    use leitplanke_finding::Span;

    use super::*;

    #[test]
    fn examples_show_what_is_found() {
        let example = Example {
            language: Language::De,
            text: "Ä 12 und 34".to_owned(),
            spans: vec![Span::new(3, 5), Span::new(10, 12)],
            fires: true,
            role: None,
            line: 1,
        };
        assert_eq!(marked(&example), "Ä «12» und «34»");
    }

    #[test]
    fn levels_begin_with_the_named_person() {
        let levels = Severities::ByPerson([Off, Warning, Warning, Error]);
        assert!(severity(levels, Language::En).starts_with("error about a named person, warning about"));
        assert_eq!(severity(Severities::One(Error), Language::De), "Fehler");
    }

    #[test]
    fn slots_stand_open() {
        assert_eq!(spoken("„{term}“ besser: {instead}"), "„…“ besser: …");
    }
}
