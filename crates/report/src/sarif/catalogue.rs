//! The rules, described for people who meet them in a code-scanning page.

use std::collections::HashMap;

use leitplanke_finding::{DataClass, Finding, Language, Severity};
use leitplanke_rules::Rule;

use super::model::{Configuration, Descriptor, Help, RuleProperties, Text};
use crate::escape::one_line;
use crate::norm;

/// Longest text GitHub takes for a description, in characters.
const DESCRIPTION: usize = 1024;

/// Longest rule name GitHub takes, in characters.
const NAME: usize = 255;

/// All rules of a run, in the order of their ids.
pub(super) struct Catalogue {
    pub(super) rules: Vec<Descriptor>,
    index: HashMap<String, usize>,
}

impl Catalogue {
    /// Describes `rules`, and rules the engine itself adds as far as the findings tell.
    pub(super) fn new(rules: &[Rule], findings: &[Finding], language: Language) -> Self {
        let mut descriptors: Vec<Descriptor> = rules.iter().map(|rule| describe(rule, language)).collect();
        let mut known: HashMap<String, usize> = HashMap::new();
        for (at, descriptor) in descriptors.iter().enumerate() {
            known.insert(descriptor.id.clone(), at);
        }
        for finding in findings {
            known.entry(finding.rule.to_string()).or_insert_with(|| {
                descriptors.push(describe_finding(finding, language));
                descriptors.len() - 1
            });
        }
        descriptors.sort_by(|a, b| a.id.cmp(&b.id));
        let index = descriptors.iter().enumerate().map(|(at, descriptor)| (descriptor.id.clone(), at)).collect();
        Self { rules: descriptors, index }
    }

    /// The place of a rule in [`Self::rules`]; every finding's rule has one.
    pub(super) fn index_of(&self, rule: &str) -> usize {
        self.index.get(rule).copied().unwrap_or_default()
    }
}

fn describe(rule: &Rule, language: Language) -> Descriptor {
    let parts = Parts {
        id: &rule.id,
        title: rule.title.get(language),
        why: rule.why.get(language),
        instead: rule.instead.get(language),
        norms: rule.references.iter().map(|key| norm(key, language)).collect(),
        data_class: rule.data_class,
        severity: rule.severity.worst(),
    };
    parts.descriptor(language)
}

fn describe_finding(finding: &Finding, language: Language) -> Descriptor {
    let parts = Parts {
        id: &finding.rule,
        title: "",
        why: &finding.why,
        instead: "",
        norms: finding.references.iter().map(|key| norm(key, language)).collect(),
        data_class: finding.data_class,
        severity: finding.severity,
    };
    parts.descriptor(language)
}

struct Parts<'a> {
    id: &'a str,
    title: &'a str,
    why: &'a str,
    instead: &'a str,
    norms: Vec<String>,
    data_class: Option<DataClass>,
    severity: Severity,
}

impl Parts<'_> {
    fn descriptor(&self, language: Language) -> Descriptor {
        let id = one_line(self.id);
        let title = or(&plain(self.title), &id);
        let (why, instead) = (plain(self.why), plain(self.instead));
        let instead_word = match language {
            Language::De => "Stattdessen",
            Language::En => "Instead",
        };
        let mut paragraphs = vec![title.clone()];
        paragraphs.extend((!why.is_empty()).then(|| why.clone()));
        paragraphs.extend((!instead.is_empty()).then(|| format!("{instead_word}: {instead}")));
        paragraphs.extend((!self.norms.is_empty()).then(|| one_line(&self.norms.join(", "))));
        let text = paragraphs.join("\n\n");
        Descriptor {
            name: shortened(&id, NAME),
            short_description: Text { text: shortened(&title, DESCRIPTION) },
            full_description: Text { text: shortened(&or(&why, &title), DESCRIPTION) },
            help: Help { markdown: markdown(&text), text },
            default_configuration: Configuration { level: level(self.severity) },
            properties: self.properties(&id),
            id,
        }
    }

    fn properties(&self, id: &str) -> RuleProperties {
        let protects = self.data_class.is_some_and(|class| class >= DataClass::Personal);
        let pack = id.split_once('/').map_or(id, |(pack, _)| pack);
        let mut tags = vec![pack.to_owned()];
        tags.extend(self.data_class.map(|class| class.as_str().to_owned()));
        tags.extend(protects.then(|| "security".to_owned()));
        let (problem_severity, security) = match self.severity {
            Severity::Error => ("error", "8.0"),
            Severity::Warning => ("warning", "5.0"),
            Severity::Note | Severity::Off => ("recommendation", "2.0"),
        };
        RuleProperties { tags, problem_severity, security_severity: protects.then_some(security) }
    }
}

/// The word SARIF uses for a severity.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Off => "none",
        Severity::Note | Severity::Warning | Severity::Error => severity.as_str(),
    }
}

/// A text of a rule without its `{placeholders}`, which only a finding can fill.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, name, after)) = placeholder(rest) {
        plain.push_str(before);
        plain.push_str(if name.is_empty() { "{}" } else { "…" });
        rest = after;
    }
    plain.push_str(rest);
    one_line(&plain)
}

fn placeholder(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Nothing in a description is Markdown, even where it looks so.
fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if r"\`*_[]<>#|!&".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn or(text: &str, other: &str) -> String {
    if text.trim().is_empty() { other.to_owned() } else { text.to_owned() }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_lose_their_placeholders_and_stay_short() {
        assert_eq!(plain("„{term}“ kann verletzen. Besser: {instead}"), "„…“ kann verletzen. Besser: …");
        assert_eq!(plain("offen { Klammer"), "offen { Klammer");
        assert_eq!(shortened("äöü", 2), "ä…");
        assert_eq!(markdown("[x](y) <b>"), r"\[x\](y) \<b\>");
    }
}
