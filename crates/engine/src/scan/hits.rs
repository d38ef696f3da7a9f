//! The words that woke rules, sorted out by rule.

use super::block::Block;
use crate::ruleset::{Job, RuleIndex, slot};
use crate::verify::verify;

/// A phrase found for a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hit {
    pub(crate) rule: RuleIndex,
    /// First token.
    pub(crate) first: u32,
    /// Last token.
    pub(crate) last: u32,
    /// What the phrase is to the rule.
    pub(crate) slot: u16,
}

/// All hits of a block, sorted by rule and place.
#[derive(Debug, Default)]
pub(crate) struct Hits {
    found: Vec<Hit>,
    /// For each rule a bit for every slot that has hits: most rules are asked about and have none.
    slots: Vec<u64>,
    /// The rules that were hit.
    rules: Vec<RuleIndex>,
}

impl Hits {
    /// Proves the phrases of a block and sorts them by the rules that called for them.
    pub(crate) fn find(&mut self, block: &Block<'_>) {
        self.clear(block.set.len());
        let view = &block.view;
        let text = view.text.as_bytes();
        let applies = |rule: RuleIndex| block.applies(rule) && block.levels.is_on(rule);
        view.words().each_active(|token, posting, is_proven| {
            if !view.speaks(posting.language()) {
                return;
            }
            let Some(phrase) = block.set.lexis.phrases.get(posting.phrase()) else { return };
            // Most phrases fail for a cheap reason before their words are looked at.
            if !phrase.callers().any(|caller| applies(caller.rule)) {
                return;
            }
            let place =
                if is_proven { Some((token, token)) } else { verify(view.text, view.words(), &phrase, token as usize) };
            let Some((first, last)) = place else { return };
            let stands = |slot: u16| slot::asks_nothing(slot) || slot::is_met(slot, text, view.span(first, last));
            let callers = phrase.callers().filter(|caller| applies(caller.rule) && stands(caller.slot));
            for caller in callers {
                self.add(Hit { rule: caller.rule, first, last, slot: caller.slot });
            }
        });
        self.drop_partial(block);
        self.found.sort_unstable();
        self.found.dedup();
    }

    fn clear(&mut self, rules: usize) {
        self.found.clear();
        self.slots.resize(rules, 0);
        for rule in self.rules.drain(..) {
            self.slots[usize::from(rule)] = 0;
        }
    }

    fn add(&mut self, hit: Hit) {
        let slots = &mut self.slots[usize::from(hit.rule)];
        if *slots == 0 {
            self.rules.push(hit.rule);
        }
        *slots |= slot::bit(hit.slot);
        self.found.push(hit);
    }

    /// Drops the hits of sequences that lack a part. Most do, and their parts are everyday words.
    fn drop_partial(&mut self, block: &Block<'_>) {
        let slots = &mut self.slots;
        for rule in &self.rules {
            let has = &mut slots[usize::from(*rule)];
            if matches!(block.job(*rule), Some(Job::Sequence(job)) if !job.may_be_complete(*has)) {
                *has = 0;
            }
        }
        self.found.retain(|hit| slots[usize::from(hit.rule)] != 0);
    }

    /// The hits of each rule, in order of rules.
    pub(crate) fn by_rule(&self) -> impl Iterator<Item = (RuleIndex, &[Hit])> {
        self.found.chunk_by(|a, b| a.rule == b.rule).filter_map(|hits| Some((hits.first()?.rule, hits)))
    }

    /// True when the rule has hits.
    #[inline]
    pub(crate) fn has(&self, rule: RuleIndex) -> bool {
        self.slots.get(usize::from(rule)).is_some_and(|slots| *slots != 0)
    }

    /// The hits of one rule.
    pub(crate) fn of(&self, rule: RuleIndex) -> &[Hit] {
        if !self.has(rule) {
            return &[];
        }
        let start = self.found.partition_point(|hit| hit.rule < rule);
        let end = self.found.partition_point(|hit| hit.rule <= rule);
        &self.found[start..end]
    }
}

/// Those of some rules that read the block's texts, with their work.
pub(crate) fn at_work<'b>(block: &'b Block<'_>, rules: &'b [RuleIndex]) -> impl Iterator<Item = (RuleIndex, &'b Job)> {
    let wanted = rules.iter().copied().filter(|rule| block.applies(*rule) && block.levels.is_on(*rule));
    wanted.filter_map(|rule| Some((rule, block.job(rule)?)))
}
