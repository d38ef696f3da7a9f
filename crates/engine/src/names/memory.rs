//! What a conversation remembers of its names: who was named for sure is known when only a surname stands there.

use std::collections::HashSet;

use leitplanke_finding::{Severity, Span};
use leitplanke_rules::matcher::Signal;

use super::candidate;
use crate::ruleset::{Job, RuleSet};
use crate::scan::{Candidate, Levels, MessageFindings, Rank};
use crate::table;

/// A folded word of a name, as a number: memory holds no names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Known(u64);

impl Known {
    /// The number of a folded word.
    pub(super) fn of(word: &[u8]) -> Self {
        Self(table::hash(word))
    }

    /// The number of a folded word without a genitive -s: "Müllers" is Müller's.
    pub(super) fn of_owner(word: &[u8]) -> Option<Self> {
        let owner = word.strip_suffix(b"s")?;
        (owner.len() > 3).then(|| Self::of(owner))
    }
}

/// What the names of a block are good for later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Words of names that are sure.
    pub(crate) sure: Vec<Known>,
    /// Capitalised words that would be names if they were known: word, without genitive -s, place.
    pub(crate) bare: Vec<(Known, Option<Known>, Span)>,
}

impl Seen {
    /// Adds what a later block saw, its places moved by where the block begins.
    pub(crate) fn extend(&mut self, other: Self, by: usize) {
        self.sure.extend(other.sure);
        self.bare.extend(other.bare.into_iter().map(|(word, owner, span)| (word, owner, span.shifted(by))));
    }

    /// Moves places to other offsets, and forgets those that have none.
    pub(crate) fn move_spans(&mut self, map: impl Fn(Span) -> Option<Span>) {
        self.bare.retain_mut(|(_, _, span)| match map(*span) {
            Some(moved) => {
                *span = moved;
                true
            }
            None => false,
        });
    }

    /// Takes out the bare mentions of people who are known, and gives their places.
    pub(super) fn recognise(&mut self, known: &HashSet<Known>) -> Vec<Span> {
        let mut places = Vec::new();
        self.bare.retain(|(word, owner, span)| {
            let is_known = known.contains(word) || owner.is_some_and(|owner| known.contains(&owner));
            if is_known {
                places.push(*span);
            }
            !is_known
        });
        places
    }
}

/// Takes out bare mentions that a finding covers already. `found` is in text order, its entities free of overlaps.
pub(crate) fn drop_shadowed(seen: &mut Seen, found: &[Candidate]) {
    let entities: Vec<Span> = found.iter().filter(|other| other.rank > Rank::Wording).map(|other| other.span).collect();
    seen.bare.retain(|(_, _, span)| {
        let next = entities.partition_point(|entity| entity.end <= span.start);
        entities.get(next).is_none_or(|entity| !entity.overlaps(*span))
    });
}

/// Names that are sure in one message of a conversation count in all of them.
pub(crate) fn recall(set: &RuleSet, levels: &Levels, messages: &mut [MessageFindings]) {
    let known: HashSet<Known> = messages.iter().flat_map(|message| message.names.sure.iter().copied()).collect();
    if known.is_empty() {
        return;
    }
    for message in messages {
        for span in message.names.recognise(&known) {
            let heard = |candidate: &Candidate| candidate.severity > Severity::Off;
            message.candidates.extend(remembered(set, levels, span).filter(heard));
        }
    }
}

/// A name known from elsewhere, once for every name rule.
pub(super) fn remembered<'r>(
    set: &'r RuleSet,
    levels: &'r Levels,
    span: Span,
) -> impl Iterator<Item = Candidate> + use<'r> {
    set.core.kinds.names.iter().filter_map(move |rule| {
        let Job::Name(name) = &set.core.rules.get(usize::from(*rule))?.job else { return None };
        let confidence = *name.signals.get(&Signal::KnownInConversation)?;
        Some(candidate(levels, *rule, span, confidence))
    })
}
