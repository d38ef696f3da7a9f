//! Counts over a message: ten people in one prompt, a job ad that only fights.

use std::collections::BTreeMap;

use leitplanke_finding::{Confidence, Severity, Span};

use super::block::Block;
use super::candidate::{Candidate, Detail, Rank};
use super::hits::{Hits, at_work};
use super::{Levels, message::Piece};
use crate::ruleset::{Job, MetricJob, RuleIndex, RuleSet, slot};

/// What one block adds to the metrics, by rule.
pub(crate) type Counts = BTreeMap<RuleIndex, Count>;

/// The count of one metric.
#[derive(Debug, Clone, Default)]
pub(crate) struct Count {
    /// Where each counted thing stands, with its folded text.
    counted: Vec<(Span, String)>,
    outweighed: u32,
    needs_met: bool,
    silenced: bool,
}

impl Count {
    /// Moves what was counted to other offsets, and forgets what has none.
    pub(super) fn move_spans(&mut self, map: impl Fn(Span) -> Option<Span>) {
        self.counted =
            std::mem::take(&mut self.counted).into_iter().filter_map(|(span, text)| Some((map(span)?, text))).collect();
    }
}

/// Counts for all metrics of a block.
pub(crate) fn count(block: &Block<'_>, hits: &Hits, entities: &[Candidate]) -> Counts {
    let mut counts = Counts::new();
    for (rule, job) in at_work(block, &block.set.core.kinds.metrics) {
        let Job::Metric(job) = job else { continue };
        let words = hits.of(rule).iter().filter(|hit| hit.slot == slot::COUNTED);
        let words = words.map(|hit| block.view.span(hit.first, hit.last));
        // What is only worth a note does not add up to a mass.
        let named = entities.iter().filter(|entity| {
            entity.severity >= Severity::Warning && job.labels.iter().any(|label| **label == *block.label(entity.rule))
        });
        let spans = words.chain(named.map(|entity| entity.span));
        let counted: Vec<_> = spans.map(|span| (span, span.of(block.view.text).to_lowercase())).collect();
        if counted.is_empty() {
            // Nothing to count here, but a word elsewhere may need this block's context.
            if job.needs.is_none() {
                continue;
            }
        }
        let count = Count {
            outweighed: hits.of(rule).iter().filter(|hit| hit.slot == slot::OUTWEIGHED).count() as u32,
            needs_met: !counted.is_empty() && job.needs.is_none_or(|needs| block.view.has(needs)),
            silenced: !counted.is_empty() && job.unless.is_some_and(|unless| block.view.has(unless)),
            counted,
        };
        counts.insert(rule, count);
    }
    counts
}

/// Adds a block's counts, its spans moved by where the block begins.
pub(crate) fn add(total: &mut Counts, block: Counts, piece: Piece) {
    for (rule, count) in block {
        let sum = total.entry(rule).or_default();
        sum.counted.extend(count.counted.into_iter().map(|(span, text)| (span.shifted(piece.start), text)));
        sum.outweighed += count.outweighed;
        sum.needs_met |= count.needs_met;
        sum.silenced |= count.silenced;
    }
}

/// The metrics of a message that reached their bounds. A finding stands on the thing that reached it.
pub(crate) fn judge(set: &RuleSet, levels: &Levels, counts: Counts) -> Vec<Candidate> {
    counts.into_iter().filter_map(|(rule, count)| judge_one(set, levels, rule, count)).collect()
}

fn judge_one(set: &RuleSet, levels: &Levels, rule: RuleIndex, mut count: Count) -> Option<Candidate> {
    let Job::Metric(MetricJob { distinct, at_least, factor, .. }) = &set.core.rules.get(usize::from(rule))?.job else {
        return None;
    };
    if !count.needs_met || count.silenced {
        return None;
    }
    if *distinct {
        let mut seen = std::collections::BTreeSet::new();
        count.counted.retain(|(_, text)| seen.insert(text.clone()));
    }
    let reached = count.counted.len() as u32;
    let outweighs = factor.is_none_or(|factor| reached >= factor * count.outweighed);
    let (span, _) = count.counted.get((*at_least as usize).max(1) - 1)?;
    outweighs.then(|| Candidate {
        rule,
        span: *span,
        confidence: Confidence::CERTAIN,
        severity: levels.of(rule).worst(),
        person: None,
        rank: Rank::Wording,
        detail: Detail::Count(reached),
    })
}
