//! Runs of digits in a text.

use std::ops::Range;

use leitplanke_finding::Span;

use super::block::Block;

/// Most letters of a sign before digits: a country code, a court's register sign.
const LABEL_LETTERS: u32 = 5;

/// Longest run of digits and signs that is looked at as one.
const LONGEST_RUN: usize = 512;

/// Tokens with digits that stand close together.
pub(super) struct Run {
    pub(super) tokens: Range<usize>,
    pub(super) span: Span,
    pub(super) digits: u32,
    /// Letters stand in it or right before it.
    pub(super) has_letters: bool,
}

/// The next run at or after token `from`.
pub(super) fn next_run(block: &Block<'_>, from: usize) -> Option<Run> {
    let tokens = block.view.tokens;
    let text = block.view.text;
    let count = |at: usize| tokens[at].of(text).bytes().filter(u8::is_ascii_digit).count() as u32;
    let first = (from..tokens.len()).find(|at| tokens[*at].shape.has_digit())?;
    let (mut end, mut digits) = (first + 1, count(first));
    while let Some(token) = tokens.get(end) {
        let gap = &text.as_bytes()[tokens[end - 1].end as usize..token.start as usize];
        let close = gap.len() <= 3
            && gap
                .iter()
                .all(|byte| matches!(byte, b' ' | b'.' | b'/' | b'-' | b'(' | b')' | b'+' | b':' | b',' | b'\n'));
        let long = (token.end - tokens[first].start) as usize > LONGEST_RUN;
        // A single capital letter may stand inside: `12 140870 H 372`.
        let letter = token.shape.is_capitals() && token.end - token.start <= 2;
        if !close || long || !(token.shape.has_digit() || letter) {
            break;
        }
        digits += count(end);
        end += 1;
    }
    let span = Span::new(tokens[first].start as usize, tokens[end - 1].end as usize);
    let before = first.checked_sub(1).and_then(|before| tokens.get(before));
    let has_letters = before.is_some_and(|word| {
        let gap = &text.as_bytes()[word.end as usize..span.start];
        let cell = gap.iter().any(|byte| matches!(byte, b';' | b'|' | b',' | b'\t'));
        gap.len() <= 3 && (cell || word.end - word.start <= LABEL_LETTERS)
    }) || tokens[first..end].iter().any(|token| !token.shape.is_number());
    Some(Run { tokens: first..end, span, digits, has_letters })
}
