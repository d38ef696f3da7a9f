//! Words about a person: a topic only counts where somebody is meant.

use leitplanke_finding::{Confidence, Severity};
use leitplanke_rules::matcher::Numbers;

use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::hits::{Hits, at_work};
use super::reach::{self, Place};
use crate::ruleset::{CombinationJob, Job, RuleIndex, slot};

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
        if !hits.has(rule) && (entities.is_empty() || job.labels.is_empty() && job.numbers.is_empty()) {
            continue;
        }
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
    let named = entities.iter().filter(|entity| {
        let label = block.label(entity.rule);
        job.labels.iter().any(|wanted| **wanted == *label)
            || job.numbers.iter().any(|wanted| wanted.label == label && holds(entity.span.of(block.view.text), wanted))
    });
    let found = named.filter_map(|entity| {
        let tokens = block.view.tokens_of(entity.span);
        (!tokens.is_empty()).then(|| Term { first: tokens.start, last: tokens.end - 1, weak: false })
    });
    let mut terms: Vec<Term> = words.chain(found).collect();
    terms.sort_unstable();
    terms
}

/// True when a number of `text` lies within bounds.
fn holds(text: &str, bounds: &Numbers) -> bool {
    let numbers = text.split(|sign: char| !sign.is_ascii_digit()).filter_map(|digits| digits.parse::<u32>().ok());
    numbers.into_iter().any(|number| (bounds.from..=bounds.to).contains(&number))
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
    let place = Place { sentence, token: term.first, weak: term.weak };
    let level = reach::level(block, entities, job.within, place);
    let severity = block.levels.of(rule).at(level);
    if severity == Severity::Off {
        return None;
    }
    let base = reach::confidence(level);
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
