//! The words that woke rules, sorted out by rule.

use super::block::Block;
use crate::lexis::Posting;
use crate::ruleset::{Job, RuleIndex};
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
    /// Active postings with their tokens, as the words were looked up.
    pub(crate) postings: Vec<(u32, Posting)>,
    hits: Vec<Hit>,
}

impl Hits {
    pub(crate) fn clear(&mut self) {
        self.postings.clear();
        self.hits.clear();
    }

    /// Proves the phrases and sorts them by the rules that called for them.
    pub(crate) fn sort_out(&mut self, block: &Block<'_>) {
        let view = &block.view;
        for (token, posting) in &self.postings {
            if !view.speaks(posting.language()) {
                continue;
            }
            let Some(phrase) = block.set.lexis.phrases.get(posting.phrase()) else { continue };
            let applies = |rule: RuleIndex| block.applies(rule) && block.levels.is_on(rule);
            // Most phrases fail for a cheap reason before their words are looked at.
            if !phrase.callers().any(|caller| applies(caller.rule)) {
                continue;
            }
            let place = if posting.is_proven() {
                Some((*token, *token))
            } else {
                verify(view.text, view.words(), &phrase, *token as usize)
            };
            let Some((first, last)) = place else { continue };
            let callers = phrase.callers().filter(|caller| applies(caller.rule));
            self.hits.extend(callers.map(|caller| Hit { rule: caller.rule, first, last, slot: caller.slot }));
        }
        self.hits.sort_unstable();
        self.hits.dedup();
    }

    /// The hits of each rule, in order of rules.
    pub(crate) fn by_rule(&self) -> impl Iterator<Item = (RuleIndex, &[Hit])> {
        self.hits.chunk_by(|a, b| a.rule == b.rule).filter_map(|hits| Some((hits.first()?.rule, hits)))
    }

    /// The hits of one rule.
    pub(crate) fn of(&self, rule: RuleIndex) -> &[Hit] {
        let start = self.hits.partition_point(|hit| hit.rule < rule);
        let end = self.hits.partition_point(|hit| hit.rule <= rule);
        &self.hits[start..end]
    }
}

/// Those of some rules that read the block's texts, with their work.
pub(crate) fn at_work<'b>(block: &'b Block<'_>, rules: &'b [RuleIndex]) -> impl Iterator<Item = (RuleIndex, &'b Job)> {
    let wanted = rules.iter().copied().filter(|rule| block.applies(*rule) && block.levels.is_on(*rule));
    wanted.filter_map(|rule| Some((rule, block.job(rule)?)))
}
