//! What a sentence is doing: explaining a word, quoting the law, counting people. Then it is about nobody.

use leitplanke_finding::{PersonLevel, Severity, Span};
use leitplanke_rules::matcher::Within;

use super::block::Block;
use super::candidate::{Candidate, Rank};
use super::quotation::is_mentioned;
use super::reach::{self, Place};

/// Takes out, or tones down, the candidates that a frame of their rule silences.
pub(crate) fn settle(block: &Block<'_>, candidates: &mut Vec<Candidate>) {
    let people: Vec<Candidate> = candidates.iter().filter(|other| other.rank == Rank::Person).cloned().collect();
    candidates.retain_mut(|candidate| {
        let Some(rule) = block.set.core.rules.get(usize::from(candidate.rule)) else { return false };
        let level = candidate.person.unwrap_or(PersonLevel::P0);
        // A word held up for discussion is about nobody; what is said about somebody by name is, in quotation marks, too.
        if rule.quotation && level < PersonLevel::P3 && is_discussed(block, candidate.span) {
            return false;
        }
        for guard in &rule.guards {
            let Some(frame) = block.set.core.frames.get(usize::from(*guard)) else { continue };
            let is_spared = |level| level <= frame.spares;
            if !is_spared(level) || !is_framed(block, frame.cues, frame.within, candidate.span) {
                continue;
            }
            if candidate.person.is_none()
                && candidate.rank > Rank::Wording
                && !is_spared(owner(block, &people, candidate))
            {
                continue;
            }
            if level < PersonLevel::P3 {
                return false;
            }
            candidate.severity = candidate.severity.min(Severity::Note);
        }
        candidate.severity > Severity::Off
    });
}

/// Whose a value is.
fn owner(block: &Block<'_>, people: &[Candidate], value: &Candidate) -> PersonLevel {
    let token = block.view.token_at(value.span.start);
    let place = Place { sentence: block.view.sentences().at(token), token, weak: false };
    reach::level(block, people, Within::Neighbours, place)
}

/// True when a cue of the frame stands near the span, outside of it.
fn is_framed(block: &Block<'_>, cues: crate::phrases::SetId, within: Within, span: Span) -> bool {
    let view = &block.view;
    let sentences = view.sentences();
    let at = sentences.at(view.token_at(span.start));
    let range = match within {
        Within::Message => 0..sentences.len(),
        Within::Neighbours => at.saturating_sub(1)..(at + 2).min(sentences.len()),
        Within::Sentence | Within::Words(_) => at..at + 1,
    };
    let outside = |hit: crate::view::SetHit| !view.span(hit.first, hit.last).overlaps(span);
    range.into_iter().any(|sentence| view.phrases_of(cues, sentence).any(outside))
}

/// True when the span stands in a short quotation that nobody is told to write, or its sentence talks about the word
/// itself (`frame/meta`).
fn is_discussed(block: &Block<'_>, span: Span) -> bool {
    let meta = block.set.core.frames.iter().find(|frame| &*frame.name == "meta");
    is_mentioned(block.view.text, span) || meta.is_some_and(|meta| is_framed(block, meta.cues, meta.within, span))
}
