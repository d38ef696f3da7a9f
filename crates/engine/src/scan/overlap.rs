//! One digit string, one finding: which of the entities that claim the same text stays.

use std::collections::BTreeMap;

use leitplanke_finding::Span;

use super::block::Block;
use super::candidate::{Candidate, Rank};
use crate::ruleset::RuleIndex;

/// Says once what several rules of one label say about the same words: the worst, then the longest, then the surest, then
/// the first rule stays. Values have had their contest.
pub(crate) fn thin(block: &Block<'_>, candidates: &mut Vec<Candidate>) {
    let (mut wording, mut kept): (Vec<Candidate>, Vec<Candidate>) =
        std::mem::take(candidates).into_iter().partition(|candidate| candidate.rank == Rank::Wording);
    wording.sort_by(|a, b| {
        (b.severity, b.span.len(), b.confidence)
            .cmp(&(a.severity, a.span.len(), a.confidence))
            .then_with(|| (a.span, a.rule).cmp(&(b.span, b.rule)))
    });
    let mut said: BTreeMap<&str, Taken> = BTreeMap::new();
    for candidate in wording {
        if said.entry(block.label(candidate.rule)).or_default().take(candidate.span) {
            kept.push(candidate);
        }
    }
    *candidates = kept;
}

/// Keeps the highest rank, then the longest span, then the surest, then the first rule. The result is in text order.
pub(crate) fn resolve(mut entities: Vec<Candidate>) -> Vec<Candidate> {
    entities.sort_by(|a, b| {
        (b.rank, b.span.len(), b.confidence)
            .cmp(&(a.rank, a.span.len(), a.confidence))
            .then_with(|| (a.span, a.rule).cmp(&(b.span, b.rule)))
    });
    let mut kept: Vec<Candidate> = Vec::new();
    let mut values = Taken::default();
    let mut wording: BTreeMap<RuleIndex, Taken> = BTreeMap::new();
    for entity in entities {
        // Wording says something about the text, claims no value: it only yields to a longer hit of its own rule.
        let contest = if entity.rank == Rank::Wording { wording.entry(entity.rule).or_default() } else { &mut values };
        if contest.take(entity.span) {
            kept.push(entity);
        }
    }
    kept.sort_by_key(|candidate| (candidate.span, candidate.rule));
    kept
}

/// Stretches of a text that are taken: sorted by start and free of overlaps, so one look to either side tells whether a
/// place is free.
#[derive(Default)]
struct Taken(Vec<Span>);

impl Taken {
    /// Takes a place; false when it was not free.
    fn take(&mut self, span: Span) -> bool {
        let at = self.0.partition_point(|other| other.start < span.start);
        let clear = |other: Option<&Span>| other.is_none_or(|other| !other.overlaps(span));
        let free = clear(self.0.get(at)) && clear(at.checked_sub(1).and_then(|before| self.0.get(before)));
        if free {
            self.0.insert(at, span);
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn only_free_places_can_be_taken(places in proptest::collection::vec((0usize..60, 1usize..9), 0..40)) {
            let mut taken = Taken::default();
            let mut all: Vec<Span> = Vec::new();
            for (start, len) in places {
                let span = Span::new(start, start + len);
                let free = !all.iter().any(|other| other.overlaps(span));
                proptest::prop_assert_eq!(taken.take(span), free);
                all.extend(free.then_some(span));
            }
        }
    }
}
