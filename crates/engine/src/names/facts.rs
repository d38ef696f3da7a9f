//! What stands beside names: ages and dates of birth, for the rules that ask for them.

use leitplanke_finding::{PersonLevel, Span};
use leitplanke_rules::matcher::{Name, Signal};

use super::words::Words;
use super::{ages, births};
use crate::ruleset::RuleIndex;
use crate::scan::{Block, Candidate, Detail, Rank, person};

/// True for a rule about what stands beside names rather than about names.
pub(super) fn tells_facts(name: &Name) -> bool {
    name.signals.contains_key(&Signal::Age) || name.signals.contains_key(&Signal::BirthDate)
}

/// What stands beside the names that were `found`, for the rules that ask for it.
pub(super) fn beside(
    block: &Block<'_>,
    words: Words<'_>,
    found: &[Candidate],
    asked: &[(RuleIndex, &Name)],
) -> Vec<Candidate> {
    let people = people(found);
    let level = |at: usize| {
        let sentence = block.view.sentences().at(at as u32);
        person::level(block, found, sentence, at as u32)
    };
    let mut facts = Vec::new();
    for (rule, name) in asked {
        let levels = block.levels.of(*rule);
        let fact = |span, confidence, level| Candidate {
            rule: *rule,
            span,
            confidence,
            severity: levels.at(level),
            person: None,
            rank: Rank::Birth,
            detail: Detail::None,
        };
        if let Some(confidence) = name.signals.get(&Signal::Age) {
            let ages = ages::find(words, &people, &level);
            facts.extend(ages.into_iter().map(|age| fact(age.span, *confidence, age.level)));
        }
        if let Some(confidence) = name.signals.get(&Signal::BirthDate) {
            let births = births::find(words, &people);
            facts.extend(births.into_iter().map(|span| fact(span, *confidence, PersonLevel::P3)));
        }
    }
    facts
}

/// Where the names stand, in text order.
fn people(found: &[Candidate]) -> Vec<Span> {
    let mut people: Vec<Span> = found.iter().map(|candidate| candidate.span).collect();
    people.sort_unstable();
    people.dedup();
    people
}
