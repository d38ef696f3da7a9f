//! Things near each other: an action without a question, a selection by origin.

use leitplanke_finding::{Confidence, PersonLevel, Severity};
use leitplanke_rules::matcher::{Position, Within};

use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::hits::{Hit, Hits, at_work};
use super::reach::{self, NEIGHBOUR_WORDS, Place};
use super::tally;
use crate::lexis::flags;
use crate::ruleset::{Job, RuleIndex, SequenceJob, Together, slot};

/// Sentences that open a message, and sentences of its last paragraph that close it.
const OPENING: usize = 3;
const CLOSING: usize = 8;

/// Finds all sequences, one finding per rule and sentence.
pub(crate) fn scan(block: &Block<'_>, hits: &Hits, entities: &[Candidate]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (rule, job) in at_work(block, &block.set.core.kinds.sequences) {
        let Job::Sequence(job) = job else { continue };
        if !hits.has(rule) && (entities.is_empty() || !job.may_be_complete(0)) {
            continue;
        }
        let steps = steps(block, hits, entities, rule, job);
        let mut last_sentence = None;
        for (first, last) in windows(block, &steps, job) {
            let (sentence, end) = (block.view.sentences().at(first), block.view.sentences().at(last));
            if !stands(block, job.position, sentence) {
                continue;
            }
            let has = |unless| (sentence..=end).any(|sentence| block.view.sentence_has(sentence, unless));
            let silenced = job.unless.is_some_and(has);
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

/// True when what begins in `sentence` stands where the rule looks for it.
fn stands(block: &Block<'_>, position: Position, sentence: usize) -> bool {
    let sentences = block.view.sentences();
    match position {
        Position::Anywhere => true,
        Position::Beginning => sentence < OPENING,
        Position::End => {
            let mut rest = sentence + 1..sentences.len();
            let signs_off = |sentence| {
                let mut tokens = sentences.tokens(sentence);
                tokens.any(|token| block.view.tokens[token as usize].flags & flags::SIGN_OFF != 0)
            };
            // What stands above a closing formula belongs to the letter.
            rest.len() < CLOSING && !rest.any(|later| sentences.begins_paragraph(later) || signs_off(later))
        }
    }
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
    if let Together::Points(tally) = &job.enough {
        tally::add_quiet(block, &mut steps, tally, job.within);
    }
    steps.sort_unstable();
    steps
}

impl SequenceJob {
    /// False when words of the slots in `has` are too few, whatever entities and quiet words stand in the text.
    pub(super) fn may_be_complete(&self, has: u64) -> bool {
        let may_be = |part: usize| !self.labels[part].is_empty() || has & slot::bit(part as u16) != 0;
        has & self.needs == self.needs
            && match &self.enough {
                Together::All | Together::InOrder => true,
                Together::Points(tally) => tally.may_be_enough(may_be),
            }
    }
}

/// Windows of tokens, first and last, that hold enough.
fn windows(block: &Block<'_>, steps: &[Hit], job: &SequenceJob) -> Vec<(u32, u32)> {
    let fits = |first, last| fits(block, job.within, first, last);
    let is_ordered = match &job.enough {
        Together::All => false,
        Together::InOrder => true,
        Together::Points(tally) => return tally::windows(tally, steps, fits),
    };
    let parts = job.labels.len();
    // For each part the latest hit; where the order matters, the latest start of a chain that ends in the part.
    let mut latest: Vec<Option<(u32, u32)>> = vec![None; parts];
    let mut found = Vec::new();
    for step in steps {
        let part = usize::from(step.slot);
        if part >= parts {
            continue;
        }
        let here = (step.first, step.last);
        let window = if is_ordered {
            let chain = match part.checked_sub(1) {
                None => Some(here),
                Some(before) => {
                    latest[before].filter(|(_, end)| *end < step.first).map(|(start, _)| (start, step.last))
                }
            };
            latest[part] = chain.or(latest[part]);
            chain.filter(|_| part + 1 == parts)
        } else {
            latest[part] = Some(here);
            let all = latest.iter().copied().collect::<Option<Vec<_>>>();
            all.filter(|all| are_distinct(all)).map(|all| hull(&all))
        };
        found.extend(window.filter(|(first, last)| fits(*first, *last)));
    }
    found
}

/// From the first to the last of some places.
pub(super) fn hull(places: &[(u32, u32)]) -> (u32, u32) {
    let first = places.iter().map(|(first, _)| *first).min().unwrap_or_default();
    let last = places.iter().map(|(_, last)| *last).max().unwrap_or_default();
    (first, last)
}

/// True when no two parts are the same words.
fn are_distinct(places: &[(u32, u32)]) -> bool {
    places.iter().enumerate().all(|(index, place)| !places[..index].contains(place))
}

fn fits(block: &Block<'_>, within: Within, first: u32, last: u32) -> bool {
    let sentences = block.view.sentences();
    let (from, to) = (sentences.at(first), sentences.at(last));
    let one_paragraph = || !(from + 1..=to).any(|sentence| sentences.begins_paragraph(sentence));
    match within {
        Within::Sentence => from == to,
        Within::Neighbours => to - from <= 1 && last - first <= NEIGHBOUR_WORDS && one_paragraph(),
        Within::Message => true,
        Within::Words(words) => last - first <= u32::from(words) && one_paragraph(),
    }
}
