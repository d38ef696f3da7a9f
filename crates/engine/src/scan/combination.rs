//! Words about a person: a topic only counts where somebody is meant.

use leitplanke_finding::{Confidence, PersonLevel, Severity};
use leitplanke_rules::matcher::Within;

use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::hits::{Hits, at_work};
use super::person;
use crate::ruleset::{CombinationJob, Job, RuleIndex, slot};

/// Most words between a term and a person in the neighbouring sentence.
const NEIGHBOUR_WORDS: u32 = 25;

/// A term of a combination.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Term {
    first: u32,
    last: u32,
    weak: bool,
}

/// Finds all combinations: per label and sentence one finding, on the worst, then the first term.
pub(crate) fn scan(block: &Block<'_>, hits: &Hits, entities: &[Candidate]) -> Vec<Candidate> {
    let mut found: Vec<(usize, Candidate)> = Vec::new();
    for (rule, job) in at_work(block, &block.set.core.kinds.combinations) {
        let Job::Combination(job) = job else { continue };
        for term in terms(block, hits, entities, rule, job) {
            let sentence = block.view.sentences().at(term.first);
            if let Some(candidate) = judge(block, entities, rule, job, term, sentence) {
                found.push((sentence, candidate));
            }
        }
    }
    found.sort_by(|(a_sentence, a), (b_sentence, b)| {
        let place =
            |candidate: &Candidate| (candidate.span.start, std::cmp::Reverse(candidate.span.end), candidate.rule);
        (a_sentence.cmp(b_sentence))
            .then_with(|| block.label(a.rule).cmp(block.label(b.rule)))
            .then_with(|| b.severity.cmp(&a.severity))
            .then_with(|| place(a).cmp(&place(b)))
    });
    found.dedup_by(|(later_sentence, later), (sentence, earlier)| {
        later_sentence == sentence && block.label(later.rule) == block.label(earlier.rule)
    });
    found.into_iter().map(|(_, candidate)| candidate).collect()
}

/// The terms of a rule: its words, and the findings of the labels it names.
fn terms(block: &Block<'_>, hits: &Hits, entities: &[Candidate], rule: RuleIndex, job: &CombinationJob) -> Vec<Term> {
    let words = hits.of(rule).iter().map(|hit| Term { first: hit.first, last: hit.last, weak: hit.slot == slot::WEAK });
    let named = entities.iter().filter(|entity| job.labels.iter().any(|label| **label == *block.label(entity.rule)));
    let found = named.filter_map(|entity| {
        let tokens = block.view.tokens_of(entity.span);
        (!tokens.is_empty()).then(|| Term { first: tokens.start, last: tokens.end - 1, weak: false })
    });
    let mut terms: Vec<Term> = words.chain(found).collect();
    terms.sort_unstable();
    terms
}

fn judge(
    block: &Block<'_>,
    entities: &[Candidate],
    rule: RuleIndex,
    job: &CombinationJob,
    term: Term,
    sentence: usize,
) -> Option<Candidate> {
    let view = &block.view;
    if job.unless.is_some_and(|unless| view.sentence_has(sentence, unless)) {
        return None;
    }
    let linked = block.set.core.shared.links.is_some_and(|links| view.sentence_has(sentence, links));
    if term.weak && !linked {
        return None;
    }
    let level = reach(block, entities, job.within, sentence, term.first);
    let severity = block.levels.of(rule).at(level);
    if severity == Severity::Off {
        return None;
    }
    let base = if level == PersonLevel::P3 { 0.85 } else { 0.7 };
    Some(Candidate {
        rule,
        span: view.span(term.first, term.last),
        confidence: Confidence::new(if linked { base + 0.1 } else { base }),
        severity,
        person: Some(level),
        rank: Rank::Wording,
        detail: Detail::None,
    })
}

/// The firmest person reference within reach of a term.
fn reach(block: &Block<'_>, entities: &[Candidate], within: Within, sentence: usize, term: u32) -> PersonLevel {
    let own = person::level(block, entities, sentence, term);
    if own > PersonLevel::P1 {
        return own;
    }
    let sentences = block.view.sentences();
    let near = |other: usize| {
        let range = sentences.tokens(other);
        let distance = if range.start > term { range.start - term } else { term.saturating_sub(range.end) };
        distance <= NEIGHBOUR_WORDS
    };
    let others: Vec<usize> = match within {
        Within::Sentence | Within::Words(_) => Vec::new(),
        Within::Message => (0..sentences.len()).filter(|other| *other != sentence).collect(),
        Within::Neighbours => {
            let before = sentence.checked_sub(1).filter(|_| !sentences.begins_paragraph(sentence));
            let after = Some(sentence + 1).filter(|next| *next < sentences.len() && !sentences.begins_paragraph(*next));
            before.into_iter().chain(after).filter(|other| near(*other)).collect()
        }
    };
    // What the writer says of themselves in another sentence does not reach over.
    let reached = others.into_iter().map(|other| person::level(block, entities, other, u32::MAX));
    reached.filter(|level| *level > PersonLevel::P1).max().unwrap_or(own).max(own)
}
