//! One digit string, one finding: which of the entities that claim the same text stays.

use super::block::Block;
use super::candidate::{Candidate, Rank};

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
