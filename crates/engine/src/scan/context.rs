//! What stands beside a value: its label, or a word that speaks against it.

use leitplanke_finding::Span;

use super::block::Block;
use super::windows::{BEFORE_LABEL, BEHIND_LABEL};
use crate::lexis::flags;
use crate::phrases::SetId;
use crate::ruleset::PatternJob;
use crate::view::SetHit;

/// What was found beside a value.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// A context word stands near, or heads the column.
    pub(crate) labelled: bool,
    /// It stands directly before the value: "Steuer-ID: …".
    pub(crate) directly_labelled: bool,
    /// A word stands near that speaks against the value.
    pub(crate) negative: bool,
}

/// Words that may stand between a label and its value.
const BETWEEN: [&str; 16] =
    ["nr", "nummer", "no", "number", "lautet", "ist", "is", "war", "id", "vom", "von", "am", "on", "the", "die", "der"];

/// Most words of a line that is only the label of the next one.
const LABEL_LINE: u32 = 5;

/// Most lines of a list that the line above it labels.
const LIST: usize = 60;

/// Looks at the context of `value` inside `matched`.
pub(crate) fn context(block: &Block<'_>, job: &PatternJob, matched: Span, value: Span) -> Context {
    let mut found = Context::default();
    if let Some(labels) = job.context {
        let tokens = block.view.tokens_of(value);
        found.directly_labelled = is_directly_labelled(block, labels, matched, tokens.start);
        found.labelled = found.directly_labelled
            || near(block, labels, matched, value).next().is_some()
            || heads_column(block, labels, value.start)
            || heads_line(block, labels, tokens.start)
            || heads_list(block, labels, tokens.start);
    }
    found.negative = job.negative.is_some_and(|words| {
        let against = near(block, words, matched, value).any(|hit| !is_label(block, job.context, hit));
        against || (!found.labelled && heads_column(block, words, value.start))
    }) || job.negative_before.is_some_and(|words| stands_before(block, words, value));
    found
}

/// True when a label may stand directly before the value, or inside the match: a cheap look at the few words there.
pub(crate) fn has_label_before(block: &Block<'_>, job: &PatternJob, matched: Span, value: Span) -> bool {
    let Some(labels) = job.context else { return false };
    let first = block.view.tokens_of(matched).start.min(block.view.tokens_of(value).start);
    let around = first.saturating_sub(MAX_LABEL)..block.view.tokens_of(value).start;
    block.view.phrases_around(labels, around).next().is_some()
}

/// Most words of a label and what may stand between it and its value.
const MAX_LABEL: u32 = 8;

/// Phrases of a set in the sentence of the value, within reach. Those inside the match belong to it: the label a regex
/// takes along.
fn near<'b>(block: &'b Block<'_>, set: SetId, matched: Span, value: Span) -> impl Iterator<Item = SetHit> + use<'b> {
    let view = &block.view;
    let tokens = view.tokens_of(value);
    view.phrases_of(set, view.sentences().at(tokens.start)).filter(move |hit| {
        let span = view.span(hit.first, hit.last);
        let inside = matched.contains(span) && !value.overlaps(span);
        let before = hit.last < tokens.start && tokens.start - hit.last <= BEHIND_LABEL;
        let behind = hit.first >= tokens.end && hit.first - tokens.end < BEFORE_LABEL;
        inside || before || behind
    })
}

/// Most words between an organisation and what is its own: "Kita Pusteblume, Ahornweg 2".
const OWN: u32 = 2;

/// True when a phrase of the set stands directly before the value, on its line or the one above, and nobody between.
fn stands_before(block: &Block<'_>, set: SetId, value: Span) -> bool {
    let view = &block.view;
    let first = view.tokens_of(value).start;
    let joins = |hit: &SetHit| {
        let between = hit.last + 1..first;
        let person = |token| view.tokens[token as usize].flags & (flags::FIRST_NAME | flags::SALUTATION) != 0;
        let same_sentence = view.sentences().at(hit.last) == view.sentences().at(first);
        let next_line = || view.text[view.span(hit.last, hit.last).end..value.start].contains('\n');
        between.len() as u32 <= OWN && (same_sentence || next_line()) && !between.into_iter().any(person)
    };
    view.phrases_around(set, first.saturating_sub(MAX_LABEL)..first).any(|hit| joins(&hit))
}

/// True when a negative word is only a part of a label: "Kontonummer der Rechnung" is negative, "Rechnungs-IBAN" is not.
fn is_label(block: &Block<'_>, labels: Option<SetId>, hit: SetHit) -> bool {
    let Some(labels) = labels else { return false };
    let mut labels = block.view.phrases_of(labels, block.view.sentences().at(hit.first));
    labels.any(|label| label.first <= hit.first && hit.last <= label.last)
}

fn is_directly_labelled(block: &Block<'_>, labels: SetId, matched: Span, value: u32) -> bool {
    let view = &block.view;
    view.phrases_of(labels, view.sentences().at(value)).filter(|hit| hit.last < value).any(|hit| {
        let between = hit.last + 1..value;
        let inside = matched.contains(view.span(hit.first, hit.last));
        inside || (between.len() <= 3 && between.into_iter().all(|token| is_filler(block, token)))
    })
}

fn is_filler(block: &Block<'_>, token: u32) -> bool {
    BETWEEN.iter().any(|word| word.as_bytes() == block.view.key(token))
}

/// True when the header of the value's column holds a phrase of the set.
fn heads_column(block: &Block<'_>, set: SetId, at: usize) -> bool {
    let Some(header) = block.view.columns().header_of(block.view.text, at) else { return false };
    block.view.phrases_around(set, block.view.tokens_of(header)).next().is_some()
}

/// True when the line before is nothing but a label: "Geburtsdatum:" and the date below it.
fn heads_line(block: &Block<'_>, set: SetId, value: u32) -> bool {
    let sentences = block.view.sentences();
    let sentence = sentences.at(value);
    let Some(before) = sentence.checked_sub(1) else { return false };
    let (label, own) = (sentences.tokens(before), sentences.tokens(sentence));
    let close = value - own.start <= 1 && label.len() as u32 <= LABEL_LINE && !sentences.begins_paragraph(sentence);
    close && block.view.sentence_has(before, set)
}

/// True when the paragraph begins with a label that all its lines share: "Geburtstage:" and a name with a date in each.
fn heads_list(block: &Block<'_>, set: SetId, value: u32) -> bool {
    let sentences = block.view.sentences();
    let sentence = sentences.at(value);
    let begins = |sentence: &usize| sentences.begins_paragraph(*sentence);
    let Some(head) = (sentence.saturating_sub(LIST)..sentence).rev().find(begins) else { return false };
    let label = sentences.tokens(head);
    let behind = block.view.tokens.get(label.end.saturating_sub(1) as usize);
    let colon = behind.is_some_and(|last| block.view.text[last.end as usize..].starts_with(":\n"));
    !begins(&sentence) && colon && label.len() as u32 <= LABEL_LINE && block.view.sentence_has(head, set)
}
