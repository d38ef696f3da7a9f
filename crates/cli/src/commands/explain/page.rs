//! One rule on one page of text.

use leitplanke_finding::{DataClass, Language, PersonLevel, Severity};
use leitplanke_policy::{Policy, Preset, RuleHead};
use leitplanke_report::norm;
use leitplanke_rules::{Example, Rule, Severities};

use super::how;
use crate::language::pick;

/// Columns of the headings.
const MARGIN: usize = 14;

/// Columns of the names of presets.
const PRESETS: usize = 18;

/// Most examples of each kind.
const EXAMPLES: usize = 3;

/// What stands for words that only a finding knows.
const GAPS: [&str; 5] = ["{match}", "{term}", "{instead}", "{count}", "{decoded}"];

/// The page of a rule, at most `width` columns wide.
pub(super) fn of(rule: &Rule, language: Language, width: usize) -> String {
    let mut page = Page { text: String::new(), width };
    let text = |texts: &leitplanke_rules::Texts| open(texts.get(language));
    page.text = format!("{}: {}\n\n", rule.id, rule.title.get(language));
    page.entry(pick(language, "was", "what"), &text(&rule.message));
    page.entry(pick(language, "warum", "why"), &text(&rule.why));
    page.entry(pick(language, "stattdessen", "instead"), &text(&rule.instead));
    let norms: Vec<String> = rule.references.iter().map(|key| norm(key, language)).collect();
    page.entry(pick(language, "siehe", "see"), &norms.join(", "));
    page.entry(pick(language, "sucht", "looks for"), &how::of(rule, language));
    page.entry(pick(language, "in Texten", "in texts"), &roles(rule, language));
    page.entry(
        pick(language, "Datenklasse", "data class"),
        &rule.data_class.map(|class| class_name(class, language)).unwrap_or_default(),
    );
    page.entry(pick(language, "Label", "label"), &rule.label);
    page.severities(rule, language);
    page.examples(rule, language);
    page.text
}

struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// A heading with a paragraph beside it; nothing for an empty one.
    fn entry(&mut self, heading: &str, paragraph: &str) {
        let mut heading = heading;
        for line in wrapped(paragraph, self.width.saturating_sub(MARGIN)) {
            self.text.push_str(format!("{heading:MARGIN$}{line}").trim_end());
            self.text.push('\n');
            heading = "";
        }
    }

    fn severities(&mut self, rule: &Rule, language: Language) {
        self.text.push('\n');
        self.text.push_str(pick(language, "Schwere je Voreinstellung:\n", "Severity by preset:\n"));
        for preset in Preset::all() {
            let Some(policy) = Policy::preset(preset.name()) else { continue };
            let severity = severity(policy.scope("").severities(&RuleHead::from(rule)), language);
            self.text.extend(["  ", &format!("{:PRESETS$}", preset.name()), &severity, "\n"]);
        }
    }

    fn examples(&mut self, rule: &Rule, language: Language) {
        for (fires, heading) in [
            (true, pick(language, "Wird gemeldet:", "Reported:")),
            (false, pick(language, "Bleibt still:", "Stays silent:")),
        ] {
            let examples: Vec<&Example> = of_language(rule, fires, language).take(EXAMPLES).collect();
            if examples.is_empty() {
                continue;
            }
            self.text.extend(["\n", heading, "\n"]);
            for example in examples {
                let mut bullet = "  - ";
                for line in wrapped(&marked(example), self.width.saturating_sub(bullet.len())) {
                    self.text.extend([bullet, &line, "\n"]);
                    bullet = "    ";
                }
            }
        }
    }
}

/// The examples in the language of the page, else those in the other one.
fn of_language(rule: &Rule, fires: bool, language: Language) -> impl Iterator<Item = &Example> {
    let has = rule.examples.iter().any(|example| example.fires == fires && example.language == language);
    rule.examples.iter().filter(move |example| example.fires == fires && (!has || example.language == language))
}

/// The text with `«»` around what must be found, on one line, without characters nobody sees.
fn marked(example: &Example) -> String {
    let mut text = example.text.clone();
    for span in example.spans.iter().rev() {
        text.insert(span.end, '»');
        text.insert(span.start, '«');
    }
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A message with `…` where the words of a finding would stand.
fn open(text: &str) -> String {
    GAPS.iter().fold(text.to_owned(), |text, gap| text.replace(gap, "…")).replace("….", "…")
}

fn severity(severities: Severities, language: Language) -> String {
    match severities {
        Severities::One(severity) => word(severity, language).to_owned(),
        Severities::ByPerson(_) => {
            let levels = PersonLevel::ALL.iter().rev().map(|level| {
                let severity = word(severities.at(*level), language);
                format!("{} {severity}", person(*level, language))
            });
            levels.collect::<Vec<_>>().join(", ")
        }
    }
}

fn person(level: PersonLevel, language: Language) -> &'static str {
    match level {
        PersonLevel::P3 => pick(language, "namentlich:", "by name:"),
        PersonLevel::P2 => pick(language, "im Haus erkennbar:", "known in the house:"),
        PersonLevel::P1 => pick(language, "über sich selbst:", "about oneself:"),
        PersonLevel::P0 => pick(language, "niemand Bestimmtes:", "nobody in particular:"),
    }
}

fn word(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => pick(language, "Fehler", "error"),
        Severity::Warning => pick(language, "Warnung", "warning"),
        Severity::Note => pick(language, "Hinweis", "note"),
        Severity::Off => pick(language, "aus", "off"),
    }
}

fn class_name(class: DataClass, language: Language) -> String {
    let (german, english) = match class {
        DataClass::Public => ("öffentlich", "public"),
        DataClass::Internal => ("intern", "internal"),
        DataClass::Personal => ("personenbezogen", "personal"),
        DataClass::Sensitive => ("besonders geschützt", "specially protected"),
        DataClass::Secret => ("Zugangsdaten", "credentials"),
    };
    pick(language, german, english).to_owned()
}

fn roles(rule: &Rule, language: Language) -> String {
    let names = rule.roles.iter().map(|role| match role {
        leitplanke_finding::Role::Prompt => pick(language, "die jemand eingibt", "somebody types"),
        leitplanke_finding::Role::Output => pick(language, "die eine KI antwortet", "an AI answers"),
        leitplanke_finding::Role::System => pick(language, "die eine KI anweisen", "that instruct an AI"),
        leitplanke_finding::Role::Tool => pick(language, "die Werkzeuge liefern", "that tools deliver"),
    });
    names.collect::<Vec<_>>().join(", ")
}

/// Lines of at most `width` characters, broken at blanks.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit() {
        assert_eq!(wrapped("eins zwei drei", 9), ["eins zwei", "drei"]);
        assert_eq!(wrapped("Donaudampfschiff", 4), ["Donaudampfschiff"]);
        assert!(wrapped("", 9).is_empty());
    }

    #[test]
    fn what_only_a_finding_knows_is_left_open() {
        assert_eq!(open("„{term}“: besser {instead}."), "„…“: besser …");
    }

    #[test]
    fn every_rule_has_a_page_in_both_languages() {
        let catalog = leitplanke_builtin::catalog().unwrap();
        for index in 0..catalog.len() {
            let rule = catalog.rule(index).unwrap().unwrap();
            for language in Language::ALL {
                let page = of(&rule, language, 80);
                assert!(GAPS.iter().all(|gap| !page.contains(gap)), "{page}");
                assert!(!page.contains(": \n") && page.contains("ngo-de"), "{page}");
            }
        }
    }
}
