//! One digit string, one finding: which of the entities that claim the same text stays.

use super::block::Block;
use super::candidate::{Candidate, Rank};

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
    let values = kept.len();
    for candidate in wording {
        let label = block.label(candidate.rule);
        let same = |other: &Candidate| block.label(other.rule) == label && other.span.overlaps(candidate.span);
        if !kept[values..].iter().any(same) {
            kept.push(candidate);
        }
    }
    *candidates = kept;
}

/// Keeps the highest rank, then the longest span, then the surest, then the first rule. The result is in text order.
pub(crate) fn resolve(block: &Block<'_>, mut entities: Vec<Candidate>) -> Vec<Candidate> {
    entities.sort_by(|a, b| {
        (b.rank, b.span.len(), b.confidence).cmp(&(a.rank, a.span.len(), a.confidence)).then_with(|| {
            let id = |candidate: &Candidate| block.set.core.rules.get(usize::from(candidate.rule)).map(|rule| &rule.id);
            (a.span, id(a)).cmp(&(b.span, id(b)))
        })
    });
    // Sorted by start and free of overlaps, so one look to either side tells whether a place is taken.
    let mut kept: Vec<Candidate> = Vec::new();
    let mut wording: Vec<Candidate> = Vec::new();
    for entity in entities {
        if entity.rank == Rank::Wording {
            // Says something about the text, claims no value: it only yields to a longer hit of its own rule.
            if !wording.iter().any(|other| other.rule == entity.rule && other.span.overlaps(entity.span)) {
                wording.push(entity);
            }
            continue;
        }
        let at = kept.partition_point(|other| other.span.start < entity.span.start);
        let clear = |other: Option<&Candidate>| other.is_none_or(|other| !other.span.overlaps(entity.span));
        if clear(kept.get(at)) && clear(at.checked_sub(1).and_then(|before| kept.get(before))) {
            kept.insert(at, entity);
        }
    }
    kept.extend(wording);
    kept.sort_by_key(|candidate| (candidate.span, candidate.rule));
    kept
}
