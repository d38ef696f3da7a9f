//! Things near each other: an action without a question, a selection by origin.

use leitplanke_finding::{Confidence, PersonLevel, Severity};
use leitplanke_rules::matcher::Within;

use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::hits::{Hit, Hits, at_work};
use super::reach::{self, NEIGHBOUR_WORDS, Place};
use crate::ruleset::{Job, RuleIndex, SequenceJob};

/// Finds all sequences, one finding per rule and sentence.
pub(crate) fn scan(block: &Block<'_>, hits: &Hits, entities: &[Candidate]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (rule, job) in at_work(block, &block.set.core.kinds.sequences) {
        let Job::Sequence(job) = job else { continue };
        if !hits.has(rule) && (entities.is_empty() || job.needs != 0) {
            continue;
        }
        let steps = steps(block, hits, entities, rule, job);
        let mut last_sentence = None;
        for (first, last) in windows(block, &steps, job) {
            let sentence = block.view.sentences().at(first);
            let silenced = job.unless.is_some_and(|unless| block.view.sentence_has(sentence, unless));
            if silenced || last_sentence == Some(sentence) {
                continue;
            }
            let person = person(block, entities, rule, sentence, first);
            let severity = person.map_or(block.levels.of(rule).worst(), |level| block.levels.of(rule).at(level));
            if severity == Severity::Off {
                continue;
            }
            last_sentence = Some(sentence);
            found.push(Candidate {
                rule,
                span: block.view.span(first, last),
                confidence: Confidence::new(reach::confidence(person.unwrap_or(PersonLevel::P3))),
                severity,
                person,
                rank: Rank::Wording,
                detail: Detail::None,
            });
        }
    }
    found
}

/// Who is meant, where the severity of the rule asks for it.
fn person(
    block: &Block<'_>,
    entities: &[Candidate],
    rule: RuleIndex,
    sentence: usize,
    token: u32,
) -> Option<PersonLevel> {
    let asks = block.set.core.rules.get(usize::from(rule)).is_some_and(|rule| rule.severity.needs_person());
    let place = Place { sentence, token, weak: false };
    asks.then(|| reach::level(block, entities, Within::Neighbours, place))
}

/// Hits of the parts in text order; the slot is the number of the part.
fn steps(block: &Block<'_>, hits: &Hits, entities: &[Candidate], rule: RuleIndex, job: &SequenceJob) -> Vec<Hit> {
    let mut steps = hits.of(rule).to_vec();
    for (part, labels) in job.labels.iter().enumerate().filter(|(_, labels)| !labels.is_empty()) {
        for entity in entities.iter().filter(|entity| labels.iter().any(|label| **label == *block.label(entity.rule))) {
            let tokens = block.view.tokens_of(entity.span);
            if !tokens.is_empty() {
                steps.push(Hit { rule, first: tokens.start, last: tokens.end - 1, slot: part as u16 });
            }
        }
    }
    steps.sort_unstable();
    steps
}

/// Windows of tokens, first and last, that hold every part.
fn windows(block: &Block<'_>, steps: &[Hit], job: &SequenceJob) -> Vec<(u32, u32)> {
    let parts = job.labels.len();
    // For each part the latest hit; where the order matters, the latest start of a chain that ends in the part.
    let mut latest: Vec<Option<(u32, u32)>> = vec![None; parts];
    let mut found = Vec::new();
    for step in steps {
        let part = usize::from(step.slot);
        if part >= parts {
            continue;
        }
        let window = if job.ordered {
            let chain = match part.checked_sub(1) {
                None => Some((step.first, step.last)),
                Some(before) => {
                    latest[before].filter(|(_, end)| *end < step.first).map(|(start, _)| (start, step.last))
                }
            };
            latest[part] = chain.or(latest[part]);
            chain.filter(|_| part + 1 == parts)
        } else {
            latest[part] = Some((step.first, step.last));
            let all = latest.iter().copied().collect::<Option<Vec<_>>>();
            all.filter(|all| are_distinct(all)).map(|all| {
                let first = all.iter().map(|(first, _)| *first).min().unwrap_or(step.first);
                let last = all.iter().map(|(_, last)| *last).max().unwrap_or(step.last);
                (first, last)
            })
        };
        found.extend(window.filter(|(first, last)| fits(block, job.within, *first, *last)));
    }
    found
}

/// True when no two parts are the same words.
fn are_distinct(places: &[(u32, u32)]) -> bool {
    places.iter().enumerate().all(|(index, place)| !places[..index].contains(place))
}

fn fits(block: &Block<'_>, within: Within, first: u32, last: u32) -> bool {
    let sentences = block.view.sentences();
    let (from, to) = (sentences.at(first), sentences.at(last));
    let one_paragraph = !(from + 1..=to).any(|sentence| sentences.begins_paragraph(sentence));
    match within {
        Within::Sentence => from == to,
        Within::Neighbours => to - from <= 1 && last - first <= NEIGHBOUR_WORDS && one_paragraph,
        Within::Message => true,
        Within::Words(words) => last - first <= u32::from(words) && one_paragraph,
    }
}
