//! Where patterns are tried: narrow stretches around what woke them.

use leitplanke_finding::{DataClass, Span};

use super::block::Block;
use super::digits::next_run;
use super::hits::Hits;
use crate::digits::Leading;
use crate::ruleset::{CompiledRule, Job, PatternJob, RuleIndex, slot};

/// Words before its label and behind it in which a value may begin.
pub(crate) const BEFORE_LABEL: u32 = 4;
pub(crate) const BEHIND_LABEL: u32 = 8;

/// Longest value behind a label, in bytes.
const MAX_VALUE: usize = 256;

/// How far into the last words before a label a value may reach, in bytes: "24.3.1971 ist das Geburtsdatum".
const MAX_VALUE_BEFORE: usize = 24;

/// A stretch of text in which a pattern is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Window {
    pub(crate) rule: RuleIndex,
    /// The one regex of the rule that may match there; none where any may.
    pub(crate) regex: Option<u16>,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// All windows, sorted by rule, regex and place; those of one regex that touch are one, except where the rule is
/// anchored.
pub(crate) fn windows(block: &Block<'_>, hits: &Hits) -> Vec<Window> {
    let mut windows = Windows { block, found: Vec::new() };
    windows.add_words(hits);
    windows.add_literals();
    windows.add_digits();
    windows.add_at_signs();
    let mut found = windows.found;
    found.sort_unstable();
    found.dedup_by(|next, window| {
        let same = (next.rule, next.regex) == (window.rule, window.regex);
        let touches = same && next.start <= window.end && !is_anchored(block, next.rule);
        if touches {
            window.end = window.end.max(next.end);
        }
        touches || next == window
    });
    found
}

fn is_anchored(block: &Block<'_>, rule: RuleIndex) -> bool {
    matches!(block.job(rule), Some(Job::Pattern(job)) if job.anchored)
}

/// Collects windows.
struct Windows<'w> {
    block: &'w Block<'w>,
    found: Vec<Window>,
}

impl<'w> Windows<'w> {
    /// A pattern that reads texts of this role.
    fn pattern(&self, rule: RuleIndex) -> Option<(&'w CompiledRule, &'w PatternJob)> {
        let compiled = self.block.set.core.rules.get(usize::from(rule))?;
        match &compiled.job {
            Job::Pattern(job) if compiled.roles.contains(self.block.role) => Some((compiled, job)),
            _ => None,
        }
    }

    /// Adds a window from `from` to `to`, cut to the text and to whole characters.
    fn push(&mut self, rule: RuleIndex, regex: Option<u16>, from: usize, to: usize) {
        let text = self.block.view.text;
        let (start, end) = (text.floor_char_boundary(from), text.ceil_char_boundary(to.min(text.len())));
        self.found.push(Window { rule, regex, start, end });
    }

    fn add_words(&mut self, hits: &Hits) {
        let view = &self.block.view;
        for (rule, hits) in hits.by_rule() {
            let Some((compiled, job)) = self.pattern(rule) else { continue };
            let reach = job.reach as usize;
            for hit in hits {
                let word = view.span(hit.first, hit.last);
                if job.anchored {
                    self.push(rule, None, word.start, word.start + reach);
                } else if hit.slot != slot::CONTEXT {
                    self.push_around(rule, compiled, job, word);
                } else {
                    let last = (hit.last + BEHIND_LABEL).min(view.tokens.len() as u32 - 1);
                    let beside = view.span(hit.first.saturating_sub(BEFORE_LABEL), last);
                    let before = reach.min(MAX_VALUE_BEFORE);
                    self.push(rule, None, beside.start.saturating_sub(before), beside.end + reach.min(MAX_VALUE));
                    if let Some(rows) = view.columns().rows_under(word.start) {
                        self.push(rule, None, rows.start, rows.end);
                    }
                }
            }
        }
    }

    fn add_literals(&mut self) {
        let literals = &self.block.set.core.triggers.literals[self.block.role as usize];
        literals.find(self.block.view.text, |rule, start, end| {
            if let Some((compiled, job)) = self.pattern(rule) {
                self.push_around(rule, compiled, job, Span::new(start, end));
            }
        });
    }

    /// Adds what lies around a keyword, as far as the rule format promises. A credential may be long.
    fn push_around(&mut self, rule: RuleIndex, compiled: &CompiledRule, job: &PatternJob, keyword: Span) {
        let reach = job.reach as usize;
        let is_secret = compiled.data_class == Some(DataClass::Secret);
        let (before, after) = if is_secret { (reach.min(MAX_VALUE), reach) } else { (reach.min(120), reach.min(240)) };
        self.push_within(rule, job, keyword, before, after);
    }

    /// Adds what lies around a text that every match holds.
    fn push_within(&mut self, rule: RuleIndex, job: &PatternJob, held: Span, before: usize, after: usize) {
        let text = self.block.view.text.as_bytes();
        let (mut from, mut to) = (held.start.saturating_sub(before), (held.end + after).min(text.len()));
        if job.solid {
            let blank = |byte: &u8| byte.is_ascii_whitespace();
            from = text[from..held.start].iter().rposition(blank).map_or(from, |at| from + at + 1);
            to = text[held.end..to].iter().position(blank).map_or(to, |at| held.end + at);
        }
        self.push(rule, None, from, to);
    }

    fn add_digits(&mut self) {
        let block = self.block;
        let digits = &block.set.core.triggers.digits;
        let Some(fewest) = digits.fewest() else { return };
        let mut next = 0;
        while let Some(run) = next_run(block, next) {
            next = run.tokens.end;
            if run.digits < fewest {
                continue;
            }
            digits.each(&block.set.core.rules, block.view.text.as_bytes(), run.span, run.digits, |trigger, at| {
                let Some((_, job)) = self.pattern(trigger.rule) else { return };
                if trigger.leading == Leading::Letter && !run.has_letters {
                    return;
                }
                let reach = (job.reach as usize).min(MAX_VALUE).max(run.span.len());
                // The character before tells a regex whether a word begins there.
                self.push(trigger.rule, Some(trigger.regex), at.saturating_sub(1), run.span.start + reach);
            });
        }
    }

    fn add_at_signs(&mut self) {
        let rules = &self.block.set.core.triggers.at;
        if rules.is_empty() {
            return;
        }
        for (at, sign) in self.block.view.text.match_indices('@') {
            for rule in rules {
                let Some((_, job)) = self.pattern(*rule) else { continue };
                let reach = (job.reach as usize).min(MAX_VALUE);
                self.push_within(*rule, job, Span::new(at, at + sign.len()), reach, reach);
            }
        }
    }
}
