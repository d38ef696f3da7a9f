//! Where patterns are tried: narrow stretches around what woke them.

use std::ops::Range;

use leitplanke_finding::{DataClass, Span};

use super::block::Block;
use super::hits::Hits;
use crate::ruleset::{Job, Leading, RuleIndex, slot};

/// Words before its label and behind it in which a value may begin.
pub(crate) const BEFORE_LABEL: u32 = 4;
pub(crate) const BEHIND_LABEL: u32 = 8;

/// Bytes before a run of digits that may belong to it: `+`, `(`, a country code.
const BEFORE_DIGITS: usize = 12;

/// Most letters of a sign before digits: a country code, a court's register sign.
const LABEL_LETTERS: u32 = 5;

/// Longest run of digits and signs that is looked at as one.
const LONGEST_RUN: usize = 512;

/// A stretch of text in which a pattern is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Window {
    pub(crate) rule: RuleIndex,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// All windows, sorted by rule and place; those of one rule that touch are one, except where the rule is anchored.
pub(crate) fn windows(block: &Block<'_>, hits: &Hits) -> Vec<Window> {
    let mut windows = Vec::new();
    from_words(block, hits, &mut windows);
    from_literals(block, &mut windows);
    from_digits(block, &mut windows);
    from_at_signs(block, &mut windows);
    windows.sort_unstable();
    windows.dedup_by(|next, window| {
        let touches = next.rule == window.rule && next.start <= window.end && !is_anchored(block, next.rule);
        if touches {
            window.end = window.end.max(next.end);
        }
        touches || next == window
    });
    windows
}

fn is_anchored(block: &Block<'_>, rule: RuleIndex) -> bool {
    matches!(block.job(rule), Some(Job::Pattern(job)) if job.anchored)
}

/// Adds a window from `from` to `to`, cut to the text and to whole characters.
fn push(block: &Block<'_>, rule: RuleIndex, from: usize, to: usize, windows: &mut Vec<Window>) {
    let text = block.view.text;
    let (start, end) = (text.floor_char_boundary(from), text.ceil_char_boundary(to.min(text.len())));
    windows.push(Window { rule, start, end });
}

fn from_words(block: &Block<'_>, hits: &Hits, windows: &mut Vec<Window>) {
    for (rule, hits) in hits.by_rule() {
        let Some(Job::Pattern(job)) = block.job(rule) else { continue };
        let reach = job.reach as usize;
        for hit in hits {
            let word = block.view.span(hit.first, hit.last);
            if job.anchored {
                push(block, rule, word.start, word.start + reach, windows);
            } else if hit.slot == slot::KEYWORD {
                let (before, after) = around_keyword(block, rule, reach);
                push(block, rule, word.start.saturating_sub(before), word.end + after, windows);
            } else {
                let last = (hit.last + BEHIND_LABEL).min(block.view.tokens.len() as u32 - 1);
                let beside = block.view.span(hit.first.saturating_sub(BEFORE_LABEL), last);
                push(block, rule, beside.start.saturating_sub(2), beside.end + reach.min(MAX_VALUE), windows);
                if let Some(rows) = block.view.columns().rows_under(word.start) {
                    push(block, rule, rows.start, rows.end, windows);
                }
            }
        }
    }
}

/// Bytes around a keyword in which a match may lie, as the rule format promises. A credential may be long.
fn around_keyword(block: &Block<'_>, rule: RuleIndex, reach: usize) -> (usize, usize) {
    let class = block.set.core.rules.get(usize::from(rule)).and_then(|rule| rule.data_class);
    if class == Some(DataClass::Secret) { (reach.min(MAX_VALUE), reach) } else { (reach.min(120), reach.min(240)) }
}

/// Longest value behind a label, in bytes.
const MAX_VALUE: usize = 256;

fn from_literals(block: &Block<'_>, windows: &mut Vec<Window>) {
    let literals = &block.set.core.triggers.literals[block.role as usize];
    literals.find(block.view.text, |rule, start, end| {
        if let (true, Some(Job::Pattern(job))) = (block.levels.is_on(rule), block.job(rule)) {
            let (before, after) = around_keyword(block, rule, job.reach as usize);
            push(block, rule, start.saturating_sub(before), end + after, windows);
        }
    });
}

fn from_digits(block: &Block<'_>, windows: &mut Vec<Window>) {
    let triggers = &block.set.core.triggers.digits;
    let Some(fewest) = triggers.first().map(|trigger| trigger.min) else { return };
    let mut next = 0;
    while let Some(run) = next_run(block, next) {
        next = run.tokens.end;
        if run.digits < u32::from(fewest) {
            continue;
        }
        for trigger in triggers.iter().take_while(|trigger| u32::from(trigger.min) <= run.digits) {
            if !block.applies(trigger.rule) || !block.levels.is_on(trigger.rule) {
                continue;
            }
            let Some(Job::Pattern(job)) = block.job(trigger.rule) else { continue };
            if trigger.leading == Leading::Letter && !run.has_letters {
                continue;
            }
            let before = if trigger.leading == Leading::Digit { 2 } else { BEFORE_DIGITS };
            let reach = (job.reach as usize).min(MAX_VALUE);
            push(
                block,
                trigger.rule,
                run.span.start.saturating_sub(before),
                run.span.start + reach.max(run.span.len()),
                windows,
            );
        }
    }
}

/// Tokens with digits that stand close together.
struct Run {
    tokens: Range<usize>,
    span: Span,
    digits: u32,
    /// Letters stand in it or right before it.
    has_letters: bool,
}

/// The next run at or after token `from`.
fn next_run(block: &Block<'_>, from: usize) -> Option<Run> {
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

fn from_at_signs(block: &Block<'_>, windows: &mut Vec<Window>) {
    let rules = &block.set.core.triggers.at;
    if rules.is_empty() {
        return;
    }
    for (at, _) in block.view.text.match_indices('@') {
        for rule in rules.iter().filter(|rule| block.applies(**rule) && block.levels.is_on(**rule)) {
            let Some(Job::Pattern(job)) = block.job(*rule) else { continue };
            let reach = (job.reach as usize).min(MAX_VALUE);
            push(block, *rule, at.saturating_sub(reach), at + reach, windows);
        }
    }
}
