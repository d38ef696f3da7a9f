//! People's names, without a language model: signals that add up.

use std::collections::HashSet;

use leitplanke_finding::{Confidence, Severity, Span};
use leitplanke_rules::matcher::{Name, Signal};

use crate::fold::Key;
use crate::lexis::flags;
use crate::ruleset::{Job, RuleIndex, RuleSet};
use crate::scan::{Block, Candidate, Detail, Levels, MessageFindings, REPORTED, Rank};
use crate::text::Token;

/// What the names of a block are good for later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Folded words of names that are sure.
    pub(crate) sure: Vec<String>,
    /// Capitalised words that would be names if they were known: rule, folded word, place.
    pub(crate) bare: Vec<(RuleIndex, String, Span)>,
}

impl Seen {
    /// Adds what a later block saw, its places moved by where the block begins.
    pub(crate) fn extend(&mut self, other: Self, by: usize) {
        self.sure.extend(other.sure);
        self.bare.extend(other.bare.into_iter().map(|(rule, word, span)| (rule, word, span.shifted(by))));
    }

    /// Moves places to other offsets.
    pub(crate) fn map_spans(&mut self, map: impl Fn(Span) -> Span) {
        for (_, _, span) in &mut self.bare {
            *span = map(*span);
        }
    }
}

/// Takes out bare mentions that a finding covers already.
pub(crate) fn drop_shadowed(seen: &mut Seen, found: &[Candidate]) {
    seen.bare.retain(|(_, _, span)| !found.iter().any(|other| other.rank > Rank::Wording && other.span.overlaps(*span)));
}

/// Names that are sure in one message of a conversation count in all of them.
pub(crate) fn recall(set: &RuleSet, levels: &Levels, messages: &mut [MessageFindings]) {
    let sure: HashSet<String> = messages.iter().flat_map(|message| message.names.sure.iter().cloned()).collect();
    if sure.is_empty() {
        return;
    }
    for message in messages {
        for (rule, word, span) in std::mem::take(&mut message.names.bare) {
            let Some(Job::Name(name)) = set.core.rules.get(usize::from(rule)).map(|rule| &rule.job) else { continue };
            let Some(score) = name.signals.get(&Signal::KnownInConversation) else { continue };
            let severity = levels.of(rule).worst();
            if sure.contains(&word) && severity > Severity::Off {
                let (confidence, rank, detail) = (*score, Rank::Person, Detail::None);
                message.candidates.push(Candidate { rule, span, confidence, severity, person: None, rank, detail });
            }
        }
    }
}

/// Names of a block.
#[derive(Debug, Default)]
pub(crate) struct Names {
    found: Vec<Candidate>,
    pub(crate) seen: Seen,
}

impl Names {
    /// The candidates.
    pub(crate) fn candidates(&self, _block: &Block<'_>) -> Vec<Candidate> {
        self.found.clone()
    }
}

const SALUTATIONS: [&str; 10] = ["frau", "herr", "herrn", "hr", "fr", "familie", "mr", "mrs", "ms", "dr"];

/// Finds the names of a block. `entities` are what the patterns found.
pub(crate) fn find(block: &Block<'_>, _entities: &[Candidate]) -> Names {
    let mut names = Names::default();
    for (index, rule) in block.set.core.rules.iter().enumerate() {
        if let Job::Name(name) = &rule.job {
            find_for(block, index as RuleIndex, name, &mut names);
        }
    }
    names
}

fn find_for(block: &Block<'_>, rule: RuleIndex, name: &Name, names: &mut Names) {
    let tokens = block.view.tokens;
    let text = block.view.text;
    let mut at = 0;
    while at < tokens.len() {
        let first = at;
        let Some((signal, from, to)) = candidate(text, tokens, at) else {
            at += 1;
            continue;
        };
        at = to.max(first) + 1;
        let score = name.signals.get(&signal).copied().unwrap_or_default();
        if score < Confidence::new(REPORTED) {
            continue;
        }
        let span = block.view.span(from as u32, to as u32);
        names.found.push(Candidate {
            rule,
            span,
            confidence: score,
            severity: block.levels.of(rule).worst(),
            person: None,
            rank: Rank::Person,
            detail: Detail::None,
        });
    }
}

fn candidate(text: &str, tokens: &[Token], at: usize) -> Option<(Signal, usize, usize)> {
    let is_name = |token: &Token| token.shape.is_word() && token.shape.is_capitalised() && token.end - token.start > 1;
    let joined = |left: usize| {
        tokens.get(left + 1).is_some_and(|right| matches!(&text[tokens[left].end as usize..right.start as usize], " " | "-"))
    };
    let key = Key::of(tokens[at].of(text));
    let word = std::str::from_utf8(key.as_bytes()).unwrap_or_default();
    if SALUTATIONS.contains(&word) && joined(at) && tokens.get(at + 1).is_some_and(is_name) {
        let mut to = at + 1;
        while to < at + 3 && joined(to) && tokens.get(to + 1).is_some_and(|token| is_name(token) && token.flags & flags::NOUN == 0) {
            to += 1;
        }
        return Some((Signal::Salutation, at + 1, to));
    }
    let listed = |token: &Token, flag: u16| is_name(token) && token.flags & flag != 0;
    if listed(&tokens[at], flags::FIRST_NAME) && joined(at) {
        let mut to = at + 1;
        if tokens.get(to).is_some_and(|token| listed(token, flags::LAST_NAME)) {
            while joined(to) && tokens.get(to + 1).is_some_and(|token| listed(token, flags::LAST_NAME)) {
                to += 1;
            }
            return Some((Signal::FirstAndLast, at, to));
        }
    }
    None
}
