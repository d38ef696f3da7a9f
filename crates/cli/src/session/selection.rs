//! `--select` and `--ignore`: which findings are reported.

use std::collections::BTreeSet;

use leitplanke_finding::Language;
use leitplanke_policy::RuleHead;
use leitplanke_rules::yaml::clipped;

use super::House;
use crate::fault::Fault;
use crate::hint;

/// Names of rules, packs, groups and labels. All rules look at the text, so that suppressions keep their meaning;
/// the selection decides whose findings are told.
#[derive(Debug, Default)]
pub(crate) struct Selection {
    select: Vec<String>,
    ignore: Vec<String>,
}

impl Selection {
    /// Takes the names as typed.
    pub(crate) fn new(select: &[String], ignore: &[String]) -> Self {
        let trimmed = |names: &[String]| names.iter().map(|name| name.trim().to_owned()).collect();
        Self { select: trimmed(select), ignore: trimmed(ignore) }
    }

    /// True when nothing is left out.
    pub(crate) fn is_everything(&self) -> bool {
        self.select.is_empty() && self.ignore.is_empty()
    }

    /// True when findings of the rule are told.
    pub(crate) fn tells(&self, rule: &RuleHead<'_>) -> bool {
        let named = |names: &[String]| names.iter().any(|name| names_of(rule).contains(&name.as_str()));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }

    /// # Errors
    /// A name that stands for no rule of any house.
    pub(crate) fn check(&self, houses: &[House], language: Language) -> Result<(), Fault> {
        if self.is_everything() {
            return Ok(());
        }
        let known: BTreeSet<&str> = houses.iter().flat_map(House::heads).flat_map(|head| names_of(&head)).collect();
        let Some(unknown) = self.select.iter().chain(&self.ignore).find(|name| !known.contains(name.as_str())) else {
            return Ok(());
        };
        let known: Vec<&str> = known.into_iter().collect();
        let written = clipped(unknown);
        let message = match language {
            Language::De => format!("`{written}` ist keine Regel, kein Paket, keine Gruppe und kein Label"),
            Language::En => format!("`{written}` is no rule, pack, group or label"),
        };
        Err(Fault::mistake(message, Some(hint::rule(unknown, &known, language))))
    }
}

/// What a rule may be called: id, pack, group, label.
fn names_of<'r>(rule: &RuleHead<'r>) -> [&'r str; 4] {
    [rule.id, rule.id.split_once('/').map_or(rule.id, |(pack, _)| pack), rule.group, rule.label]
}
