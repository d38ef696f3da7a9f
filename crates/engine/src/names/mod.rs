//! People's names, without a language model: signals that add up.
//!
//! Words that a list knows, and words behind a salutation or another cue, begin a name ([`run`]); what stands before
//! and behind it says how sure it is one ([`cues`], [`judge`], [`records`]); exceptions take it out again ([`scene`],
//! [`exceptions`], [`nobody`]); a conversation remembers who it was about ([`memory`]). Beside people stand their ages
//! and dates of birth ([`facts`]).

mod ages;
mod births;
mod chat;
mod cues;
mod exceptions;
mod facts;
mod genre;
mod human;
mod judge;
mod letters;
mod lists;
mod lone;
mod memory;
mod mention;
mod minutes;
mod nobody;
mod records;
mod run;
mod scene;
mod walk;
mod words;

use std::collections::HashSet;

use leitplanke_finding::{Confidence, Severity, Span};
use leitplanke_rules::matcher::Name;

use crate::ruleset::{Job, RuleIndex};
use crate::scan::{Block, Candidate, Detail, Levels, REPORTED, Rank};
use genre::Genre;
use memory::Known;
use mention::Mention;
use scene::Scene;
use words::Words;

pub(crate) use exceptions::is_of_public_figure;
pub(crate) use memory::{Seen, drop_shadowed, recall};

/// Score from which a name is known for the rest of the conversation.
const SURE: f64 = 0.8;

/// Names of a block, and what stands beside them.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) found: Vec<Candidate>,
    pub(crate) seen: Seen,
}

/// Finds the names of a block. `entities` are what the patterns found.
pub(crate) fn find(block: &Block<'_>, entities: &[Candidate]) -> Names {
    let (asked, rules): (Vec<(RuleIndex, &Name)>, Vec<_>) =
        name_rules(block).partition(|(_, name)| facts::tells_facts(name));
    let Some((_, first)) = rules.first() else { return Names::default() };
    let words = Words::new(&block.view);
    let scene = Scene { block, words, genre: &Genre::of(words), entities, name: first };
    let mentions = scene.mentions();
    let mut names = Names::default();
    for mention in &mentions {
        for (rule, name) in &rules {
            let confidence = mention.score(name);
            if confidence >= REPORTED {
                let confidence = Confidence::new(confidence);
                names.found.push(candidate(block.levels, *rule, mention.span(words), confidence));
            }
        }
        let score = mention.score(first);
        if score >= SURE {
            names.seen.sure.extend(mention.sure_words(words));
        } else if score >= REPORTED {
            names.seen.sure.extend(mention.sure_first_words(words));
        }
    }
    names.seen.bare = bare(words, &mentions);
    let known: HashSet<Known> = names.seen.sure.iter().copied().collect();
    for place in names.seen.recognise(&known) {
        names.found.extend(memory::remembered(block.set, block.levels, place));
    }
    names.found.extend(facts::beside(block, words, &names.found, &asked));
    if scene.is_reading(&mentions) {
        for candidate in &mut names.found {
            candidate.severity = candidate.severity.min(Severity::Note);
        }
    }
    names
}

fn name_rules<'b>(block: &'b Block<'_>) -> impl Iterator<Item = (RuleIndex, &'b Name)> {
    let rules = block.set.core.kinds.names.iter().filter(|rule| block.applies(**rule));
    rules.filter_map(|rule| match block.job(*rule)? {
        Job::Name(name) => Some((*rule, name)),
        _ => None,
    })
}

fn candidate(levels: &Levels, rule: RuleIndex, span: Span, confidence: Confidence) -> Candidate {
    Candidate {
        rule,
        span,
        confidence,
        severity: levels.of(rule).worst(),
        person: None,
        rank: Rank::Person,
        detail: Detail::None,
    }
}

/// Capitalised words outside of the mentions that could be somebody's name.
fn bare(words: Words<'_>, mentions: &[Mention]) -> Vec<(Known, Option<Known>, Span)> {
    let mut taken = mentions.iter().peekable();
    let mut bare = Vec::new();
    for at in 0..words.len() {
        while taken.next_if(|mention| mention.run.last < at).is_some() {}
        if taken.peek().is_none_or(|mention| mention.run.first > at) && judge::may_be_known(words, at) {
            let key = words.key(at);
            bare.push((Known::of(key), Known::of_owner(key), words.span(at, at)));
        }
    }
    bare
}
