//! One block of text through all kinds of rules.

use std::sync::{Mutex, PoisonError};

use leitplanke_finding::{Role, Severity};

use super::candidate::{Candidate, Rank};
use super::hits::Hits;
use super::{Levels, combination, frames, lexicon, metric, overlap, pattern, sequence};
use crate::names;
use crate::ruleset::{Job, RuleIndex, RuleSet};
use crate::text::{Words, tokenize};
use crate::view::View;

/// What the scanners share while they look at one block.
pub(crate) struct Block<'b> {
    pub(crate) set: &'b RuleSet,
    pub(crate) levels: &'b Levels,
    pub(crate) view: View<'b>,
    pub(crate) role: Role,
}

/// What a block holds.
#[derive(Debug, Default)]
pub(crate) struct BlockFindings {
    pub(crate) candidates: Vec<Candidate>,
    /// Parts of metrics; the message adds them up.
    pub(crate) counts: metric::Counts,
    /// Names that are sure here, and bare mentions that are not.
    pub(crate) names: names::Seen,
}

/// What one thread needs for a block and uses again for the next: buffers, and what the words seen so far wake.
#[derive(Debug, Default)]
struct Scratch {
    words: Words,
    hits: Hits,
}

/// As many as threads have scanned at once. They serve one rule set.
#[derive(Debug, Default)]
pub(crate) struct Scratches(Mutex<Vec<Scratch>>);

impl Scratches {
    /// Lends one out. After a panic in `work` it is not used again.
    fn lend<T>(&self, work: impl FnOnce(&mut Scratch) -> T) -> T {
        let idle = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free = idle().pop();
        let mut scratch = free.unwrap_or_default();
        let done = work(&mut scratch);
        idle().push(scratch);
        done
    }
}

/// Scans one block of matching text.
pub(crate) fn scan(set: &RuleSet, levels: &Levels, role: Role, text: &str, scratches: &Scratches) -> BlockFindings {
    scratches.lend(|scratch| scan_with(set, levels, role, text, scratch))
}

fn scan_with(set: &RuleSet, levels: &Levels, role: Role, text: &str, scratch: &mut Scratch) -> BlockFindings {
    let Scratch { words, hits } = scratch;
    tokenize(text, &set.lexis, words);
    let block = Block { set, levels, view: View::new(text, words, &set.lexis), role };
    hits.find(&block);

    let mut entities = pattern::scan(&block, hits);
    let names = names::find(&block, &entities);
    entities.retain(|entity| !names::is_of_public_figure(&block, entity, &names.found));
    entities.extend(names.found);
    let mut candidates = overlap::resolve(entities);
    pattern::settle_levels(&block, &mut candidates);
    let counts = metric::count(&block, hits, &candidates);
    let mut rest = lexicon::scan(&block, hits);
    rest.extend(sequence::scan(&block, hits, &candidates));
    rest.extend(combination::scan(&block, hits, &candidates));
    candidates.extend(rest);
    frames::settle(&block, &mut candidates);
    overlap::thin(&block, &mut candidates);
    BlockFindings { candidates, counts, names: names.seen }
}

impl Block<'_> {
    /// True when the rule reads this role's texts.
    pub(crate) fn applies(&self, rule: RuleIndex) -> bool {
        self.set.core.rules.get(usize::from(rule)).is_some_and(|rule| rule.roles.contains(self.role))
    }

    /// The work of a rule.
    pub(crate) fn job(&self, rule: RuleIndex) -> Option<&Job> {
        self.set.core.rules.get(usize::from(rule)).map(|rule| &rule.job)
    }

    /// The label of a rule.
    pub(crate) fn label(&self, rule: RuleIndex) -> &str {
        self.set.core.rules.get(usize::from(rule)).map_or("", |rule| &rule.label)
    }

    /// True when the candidate, an entity, singles a person out.
    pub(crate) fn identifies(&self, candidate: &Candidate) -> bool {
        let Some(rule) = self.set.core.rules.get(usize::from(candidate.rule)) else { return false };
        candidate.rank > Rank::Wording
            && rule.data_class == Some(leitplanke_finding::DataClass::Personal)
            && rule.severity.worst() >= Severity::Warning
    }
}
