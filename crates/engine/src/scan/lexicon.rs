//! Words with better words.

use leitplanke_finding::Confidence;

use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::hits::{Hit, Hits};
use crate::ruleset::Job;

/// Finds the rows of all lexicons.
pub(crate) fn scan(block: &Block<'_>, hits: &Hits) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (rule, hits) in hits.by_rule() {
        let Some(Job::Lexicon { needs, unless }) = block.job(rule) else { continue };
        if needs.is_some_and(|needs| !block.view.has(needs)) {
            continue;
        }
        // "Bürger*innen" is no generic masculine, "Behinderte:r" no slip.
        let spare_fair_forms = block.label(rule).starts_with("BIAS");
        for hit in longest(hits) {
            let sentence = block.view.sentences().at(hit.first);
            if unless.is_some_and(|unless| block.view.sentence_has(sentence, unless)) {
                continue;
            }
            let fair = |token: &crate::text::Token| token.shape.is_gender_fair();
            if spare_fair_forms && block.view.tokens.get(hit.last as usize).is_some_and(fair) {
                continue;
            }
            found.push(Candidate {
                rule,
                span: block.view.span(hit.first, hit.last),
                confidence: Confidence::CERTAIN,
                severity: block.levels.of(rule).worst(),
                person: None,
                rank: Rank::Wording,
                detail: Detail::Row(hit.slot),
            });
        }
    }
    found
}

/// Of hits that overlap, the longest: "an den Rollstuhl gefesselt", not "gefesselt" again.
fn longest(hits: &[Hit]) -> Vec<Hit> {
    let mut kept: Vec<Hit> = Vec::new();
    for hit in hits {
        match kept.last_mut() {
            Some(last) if hit.first <= last.last => {
                if hit.last - hit.first > last.last - last.first {
                    *last = *hit;
                }
            }
            _ => kept.push(*hit),
        }
    }
    kept
}
