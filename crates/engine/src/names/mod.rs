//! People's names, without a language model: signals that add up.
//!
//! Words that a list knows, and words behind a salutation or another cue, begin a name ([`run`]); what stands before
//! and behind it says how sure it is one ([`cues`], [`judge`], [`records`]); exceptions take it out again
//! ([`exceptions`]); a conversation remembers who it was about ([`memory`]). Beside people stand their ages and dates
//! of birth ([`ages`], [`births`]).

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
mod minutes;
mod nobody;
mod records;
mod run;
mod walk;
mod words;

use std::collections::HashSet;

use leitplanke_finding::{Confidence, Language, Severity, Span};
use leitplanke_rules::matcher::{Name, Signal};

use crate::ruleset::{Job, NameSets, RuleIndex};
use crate::scan::{Block, Candidate, Detail, Levels, REPORTED, Rank};
use genre::Genre;
use judge::{Basis, Judged};
use lists::Lists;
use memory::Known;
use records::ColumnKind;
use run::Run;
use walk::Pass;
use words::Words;

pub(crate) use memory::{Seen, drop_shadowed, recall};

/// Score from which a name is known for the rest of the conversation.
const SURE: f64 = 0.8;
/// No name is surer than this.
const CAP: f64 = 0.99;

/// Names of a block, and what stands beside them.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) found: Vec<Candidate>,
    pub(crate) seen: Seen,
}

/// A name with what speaks for it.
#[derive(Debug, Clone, Copy)]
struct Mention {
    run: Run,
    judged: Judged,
    /// The half of a name that the column holds.
    column: Option<ColumnKind>,
    /// Beside an address or number of the same record, or one of several names in a row.
    in_record: bool,
    /// An e-mail address spells it.
    in_mail: bool,
    /// A first name near somebody who is named for sure.
    in_company: bool,
}

impl Mention {
    fn new(run: Run, judged: Judged, column: Option<ColumnKind>) -> Self {
        Self { run, judged, column, in_record: false, in_mail: false, in_company: false }
    }
}

/// Finds the names of a block. `entities` are what the patterns found.
pub(crate) fn find(block: &Block<'_>, entities: &[Candidate]) -> Names {
    let (asked, rules): (Vec<(RuleIndex, &Name)>, Vec<_>) =
        name_rules(block).partition(|(_, name)| facts::tells_facts(name));
    let Some((_, first)) = rules.first() else { return Names::default() };
    let words = Words::new(&block.view);
    let sets = block.set.core.shared.names;
    let genre = Genre::of(words);
    let mut mentions = Pass::over(words, sets, &genre).mentions();
    lists::merge_cells(words, &mut mentions);
    let lists = Lists::of(words, &genre, &mentions);
    let mailboxes = records::mailboxes(words, block, entities);
    for (index, mention) in mentions.iter_mut().enumerate() {
        if score(mention, first) < REPORTED {
            let place = span(words, mention);
            mention.in_record = records::has_neighbour(words, entities, place) || lists.holds(words, index);
            mention.in_mail = records::has_mail(words, &mailboxes, &mention.run);
            // "Ahlers 030 …" opens a row of a list.
            let row = words.opens_line(mention.run.first) && records::has_value_behind(words, entities, place);
            mention.judged.human |= row && mention.judged.basis == Basis::Signal(Signal::LastAlone);
        }
    }
    let animals: Vec<&[u8]> = mentions.iter().filter_map(|mention| nobody::animal(words, &mention.run)).collect();
    let stays = |mention: &Mention| {
        score(mention, first) >= REPORTED
            && !animals.contains(&words.key(mention.run.first))
            && !is_excepted(words, sets, (entities, &genre), mention)
    };
    let firm: Vec<bool> = mentions.iter().map(stays).collect();
    lists.join_company(words, &mut mentions, &firm);
    let mut firm = firm.into_iter();
    mentions.retain(|mention| firm.next().unwrap_or_default() || (mention.in_company && stays(mention)));
    let mut names = Names::default();
    for mention in &mentions {
        for (rule, name) in &rules {
            let confidence = score(mention, name);
            if confidence >= REPORTED {
                let confidence = Confidence::new(confidence);
                names.found.push(candidate(block.levels, *rule, span(words, mention), confidence));
            }
        }
        if score(mention, first) >= SURE {
            names.seen.sure.extend(sure_words(words, &mention.run));
        }
    }
    names.seen.bare = bare(words, &mentions);
    let known: HashSet<Known> = names.seen.sure.iter().copied().collect();
    for place in names.seen.recognise(&known) {
        names.found.extend(memory::remembered(block.set, block.levels, place));
    }
    let people = facts::people(&names.found);
    for (rule, name) in asked {
        let facts = facts::beside(block, words, (&people, &names.found), rule, name);
        names.found.extend(facts);
    }
    if is_reading(block, entities, &mentions) {
        for candidate in &mut names.found {
            candidate.severity = candidate.severity.min(Severity::Note);
        }
    }
    names
}

/// Bytes from which a text is more likely something to read than something about somebody.
const READING: usize = 1000;

/// True for a long English text in which nothing points into a private life: no salutation, role, greeting or signature,
/// no address or number of a person. Articles, transcripts and instructions name authors, guests and examples.
fn is_reading(block: &Block<'_>, entities: &[Candidate], mentions: &[Mention]) -> bool {
    let private = |mention: &Mention| is_addressed(mention) || mention.in_record || mention.in_mail;
    block.view.text.len() >= READING
        && block.view.language() == Some(Language::En)
        && !entities.iter().any(|entity| block.identifies(entity))
        // One salutation makes a letter private, but not a book.
        && mentions.iter().filter(|mention| private(mention)).count() * PRIVATE_STRETCH < block.view.text.len()
}

/// Bytes of text that one private mention speaks for.
const PRIVATE_STRETCH: usize = 4000;

/// True where somebody is spoken to, spoken of by role, or signs.
fn is_addressed(mention: &Mention) -> bool {
    let by = [Signal::Salutation, Signal::SalutationListed, Signal::Role].map(Basis::Signal);
    is_private(mention) || by.contains(&mention.judged.basis)
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

fn span(words: Words<'_>, mention: &Mention) -> Span {
    words.span(mention.run.first, mention.run.last)
}

/// The score of a mention by the signals of a rule.
fn score(mention: &Mention, name: &Name) -> f64 {
    let of = |signal| name.signals.get(&signal).copied().unwrap_or_default().get();
    let base = match mention.judged.basis {
        Basis::Signal(signal) => of(signal),
        Basis::Doubtful => judge::DOUBTFUL,
    };
    let human = if mention.judged.human { of(Signal::FirstHuman) - of(Signal::FirstAlone) } else { 0.0 };
    let record = if mention.in_record || mention.in_company { of(Signal::ListRhythm) } else { 0.0 };
    let mail = if mention.in_mail { of(Signal::EmailMatch) } else { 0.0 };
    (base + human + record + mail).min(CAP)
}

fn is_excepted(
    words: Words<'_>,
    sets: NameSets,
    (entities, genre): (&[Candidate], &Genre<'_>),
    mention: &Mention,
) -> bool {
    let run = &mention.run;
    exceptions::is_placeholder(words, sets, run)
        || exceptions::is_organisation(words, run)
        || exceptions::is_cited(words, run)
        || exceptions::is_author(words, run)
        || exceptions::is_title(words, run)
        || nobody::is_exercise(words, genre, run)
        || nobody::is_biblical(words, genre, run)
        || nobody::is_in_a_sum(genre, run)
        || (exceptions::is_public(words, sets, run, is_private(mention))
            && !records::has_neighbour(words, entities, span(words, mention)))
}

/// True where people write their own names, and names stand in files.
fn is_private(mention: &Mention) -> bool {
    let own = Basis::Signal(Signal::Introduction);
    let signed = [Signal::SignOff, Signal::Greeting, Signal::CommaForm].map(Basis::Signal);
    mention.judged.basis == own || signed.contains(&mention.judged.basis)
}

/// What a sure name leaves behind: its surnames, and first names that are nothing else.
fn sure_words<'w>(words: Words<'w>, run: &'w Run) -> impl Iterator<Item = Known> + use<'w> {
    let last = run.words().count().saturating_sub(1);
    let remembered =
        run.words().enumerate().filter(move |(index, part)| *index == last || !part.is_first() || part.sure_first());
    remembered.flat_map(move |(_, part)| (part.first..=part.last).map(move |at| Known::of(words.key(at))))
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
