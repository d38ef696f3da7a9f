//! How far a word looks for the person it is about.

use leitplanke_finding::PersonLevel;
use leitplanke_rules::matcher::Within;

use super::block::Block;
use super::candidate::Candidate;
use super::person;

/// Most words between things in neighbouring sentences that belong together: a word and its person, the parts of a
/// sequence.
pub(super) const NEIGHBOUR_WORDS: u32 = 25;

/// Most words of a text that is about one matter from its first word to its last: a prompt, a note, a short mail.
const ONE_MATTER: usize = 220;

/// Most words between a word and a person anywhere in such a text.
const MATTER_WORDS: u32 = 60;

/// Where a word stands that looks for its person.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// Number of its sentence.
    pub(crate) sentence: usize,
    /// Number of the word.
    pub(crate) token: u32,
    /// True for an everyday word, which reaches no further than the neighbouring sentence.
    pub(crate) weak: bool,
}

/// The firmest person reference within reach of a place.
pub(crate) fn level(block: &Block<'_>, entities: &[Candidate], within: Within, place: Place) -> PersonLevel {
    let own = person::level(block, entities, place.sentence, place.token);
    if own > PersonLevel::P1 {
        return own;
    }
    // What the writer says of themselves in another sentence does not reach over.
    let reached = others(block, within, place).map(|other| person::level(block, entities, other, u32::MAX));
    reached.filter(|level| *level > PersonLevel::P1).max().unwrap_or(own).max(own)
}

/// How sure something said about a person is, without more to say for it: who is meant only in the house is less sure.
pub(super) fn confidence(level: PersonLevel) -> f64 {
    if level == PersonLevel::P3 { 0.85 } else { 0.7 }
}

/// The other sentences in which a place may find its person.
fn others<'b>(block: &'b Block<'b>, within: Within, place: Place) -> impl Iterator<Item = usize> + use<'b> {
    let sentences = block.view.sentences();
    let Place { sentence, token, weak } = place;
    let is_one_matter = !weak && block.view.tokens.len() <= ONE_MATTER && !block.view.columns().has_table();
    let range = match within {
        Within::Sentence | Within::Words(_) => 0..0,
        Within::Neighbours if !is_one_matter => sentence.saturating_sub(1)..(sentence + 2).min(sentences.len()),
        Within::Neighbours | Within::Message => 0..sentences.len(),
    };
    let is_near = move |other: usize| {
        let range = sentences.tokens(other);
        let is_before = other < sentence;
        let distance = if is_before { token.saturating_sub(range.end) } else { range.start.saturating_sub(token) };
        let adjoins = sentence.abs_diff(other) == 1 && !sentences.begins_paragraph(sentence.max(other));
        adjoins && distance <= NEIGHBOUR_WORDS || is_one_matter && distance <= MATTER_WORDS
    };
    range.filter(move |other| *other != sentence && (within == Within::Message || is_near(*other)))
}
