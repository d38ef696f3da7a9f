//! What the reader sees: the texts of a rule in the language of the run, made once per rule.

use std::sync::{Arc, OnceLock};

use leitplanke_finding::{Language, mask};
use leitplanke_rules::Catalog;
use leitplanke_rules::matcher::Matcher;

use crate::ruleset::{Job, RuleIndex, RuleSet};
use crate::scan::Detail;

/// Texts of one rule.
#[derive(Debug)]
pub(crate) struct Words {
    pub(crate) id: Arc<str>,
    pub(crate) label: Arc<str>,
    message: Arc<str>,
    why: Arc<str>,
    instead: Arc<str>,
    pub(crate) references: Arc<[Arc<str>]>,
    /// Better words and remarks of lexicon rows.
    rows: Vec<(Box<str>, Box<str>)>,
}

/// Texts of all rules in one language.
#[derive(Debug)]
pub(crate) struct Wording {
    language: Language,
    rules: Vec<OnceLock<Option<Words>>>,
}

/// Message, why and instead of one finding.
pub(crate) struct Said {
    pub(crate) message: Arc<str>,
    pub(crate) why: Arc<str>,
    pub(crate) instead: Arc<str>,
}

impl Wording {
    /// Texts of `count` rules, read when they are asked for.
    pub(crate) fn new(language: Language, count: usize) -> Self {
        Self { language, rules: (0..count).map(|_| OnceLock::new()).collect() }
    }

    /// The texts of a rule of `set`; `None` when the catalog does not hold it.
    pub(crate) fn of(&self, set: &RuleSet, catalog: &Catalog, rule: RuleIndex) -> Option<&Words> {
        let cell = self.rules.get(usize::from(rule))?;
        cell.get_or_init(|| self.read(set, catalog, usize::from(rule))).as_ref()
    }

    fn read(&self, set: &RuleSet, catalog: &Catalog, rule: usize) -> Option<Words> {
        let head = catalog.heads().get(rule)?;
        let said = catalog.said(rule).ok()??;
        let text = |texts: &leitplanke_rules::Texts| Arc::from(texts.get(self.language));
        // Only word lists have advice of their own, and other rules' words take longer to read than all their texts.
        let matcher = match set.core.rules.get(rule)?.job {
            Job::Lexicon { .. } => catalog.matcher(rule).ok()?,
            _ => None,
        };
        let rows = match matcher {
            Some(Matcher::Lexicon(lexicon)) => {
                lexicon.rows.iter().map(|row| (row.instead.as_str().into(), row.note.as_str().into())).collect()
            }
            _ => Vec::new(),
        };
        Some(Words {
            id: head.id.as_str().into(),
            label: head.label.as_str().into(),
            message: text(&said.message),
            why: text(&said.why),
            instead: text(&said.instead),
            references: said.references.iter().map(|reference| Arc::from(reference.as_str())).collect(),
            rows,
        })
    }

    /// What to say about a match.
    pub(crate) fn say(&self, words: &Words, detail: &Detail, matched: &str) -> Said {
        let fill = |template: &Arc<str>| fill(template, words, detail, matched);
        let mut message = fill(&words.message);
        if *detail == Detail::Typo {
            message = format!("{message} {}", self.typo()).into();
        }
        let instead = match detail {
            // A row without a better word is best left out; the rule's own advice says so.
            Detail::Row(row) if words.row(*row).0.is_empty() && words.instead.contains("{instead}") => {
                self.leave_out().into()
            }
            _ => fill(&words.instead),
        };
        Said { message, why: fill(&words.why), instead }
    }

    fn typo(&self) -> &'static str {
        match self.language {
            Language::De => {
                "Die Prüfziffer passt nicht: vielleicht ein Tippfehler? Persönlich bleibt die Angabe trotzdem."
            }
            Language::En => "The check digit does not match: a typo, perhaps? It is still personal.",
        }
    }

    fn leave_out(&self) -> &'static str {
        match self.language {
            Language::De => "Am besten weglassen.",
            Language::En => "Best left out.",
        }
    }
}

impl Words {
    fn row(&self, row: u16) -> (&str, &str) {
        self.rows.get(usize::from(row)).map_or(("", ""), |(instead, note)| (instead, note))
    }
}

/// Fills the places of a template in; a template without places is shared as it is.
fn fill(template: &Arc<str>, words: &Words, detail: &Detail, matched: &str) -> Arc<str> {
    if !template.contains('{') {
        return Arc::clone(template);
    }
    let (instead, note) = match detail {
        Detail::Row(row) => words.row(*row),
        _ => ("", ""),
    };
    let count = match detail {
        Detail::Count(count) => count.to_string(),
        _ => String::new(),
    };
    let decoded = match detail {
        Detail::Decoded(decoded) => decoded.as_str(),
        _ => "",
    };
    let values = [
        ("{match}", mask(matched).as_str()),
        ("{term}", matched),
        ("{instead}", instead),
        ("{note}", note),
        ("{count}", &count),
        ("{decoded}", decoded),
    ]
    .map(|(place, value)| (place, value.to_owned()));
    let mut text = String::new();
    let mut rest: &str = template;
    // One pass from left to right: a value that holds a brace is never filled in again.
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let place = values.iter().find(|(place, _)| rest.starts_with(place));
        if let Some((place, value)) = place {
            text.push_str(value);
            rest = &rest[place.len()..];
        } else {
            text.push('{');
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    text.into()
}
