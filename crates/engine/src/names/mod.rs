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
mod genre;
mod human;
mod judge;
mod letters;
mod lists;
mod lone;
mod memory;
mod minutes;
mod records;
mod run;
mod words;

use std::cell::OnceCell;
use std::collections::HashSet;

use leitplanke_finding::{Confidence, Language, PersonLevel, Severity, Span};
use leitplanke_rules::matcher::{Name, Signal};

use crate::lexis::flags;
use crate::ruleset::{Job, NameSets, RuleIndex};
use crate::scan::{Block, Candidate, Detail, REPORTED, Rank, person};
use cues::Cue;
use genre::Genre;
use judge::{Basis, Judged};
use lists::Lists;
use memory::Known;
use records::{Column, ColumnKind};
use run::{Run, Trust};
use words::{LISTED, Words};

pub(crate) use memory::{Seen, drop_shadowed, recall};

/// Score from which a name is known for the rest of the conversation.
const SURE: f64 = 0.8;
/// No name is surer than this.
const CAP: f64 = 0.99;

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
    let (facts, rules): (Vec<(RuleIndex, &Name)>, Vec<_>) = name_rules(block).partition(|(_, name)| tells_facts(name));
    let Some((_, first)) = rules.first() else { return Names::default() };
    let words = Words::new(&block.view);
    let sets = block.set.core.shared.names;
    let genre = Genre::of(words);
    let mut mentions =
        Pass { words, sets, columns: Vec::new(), attendance: 0, genre: &genre, small: OnceCell::new() }.mentions();
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
    let animals: Vec<&[u8]> = mentions.iter().filter_map(|mention| exceptions::animal(words, &mention.run)).collect();
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
                names.found.push(candidate(block, *rule, span(words, mention), confidence));
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
    let people = people(&names.found);
    for (rule, name) in facts {
        let facts = facts_beside(block, words, (&people, &names.found), rule, name);
        names.found.extend(facts);
    }
    if is_reading(block, entities, &mentions) {
        for candidate in &mut names.found {
            candidate.severity = candidate.severity.min(Severity::Note);
        }
    }
    names
}

/// True for a rule about what stands beside names rather than about names.
fn tells_facts(name: &Name) -> bool {
    name.signals.contains_key(&Signal::Age) || name.signals.contains_key(&Signal::BirthDate)
}

/// Where the names stand, in text order.
fn people(found: &[Candidate]) -> Vec<Span> {
    let mut people: Vec<Span> = found.iter().map(|candidate| candidate.span).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// Ages and dates of birth, as the rule asks for them.
fn facts_beside(
    block: &Block<'_>,
    words: Words<'_>,
    (people, found): (&[Span], &[Candidate]),
    rule: RuleIndex,
    name: &Name,
) -> Vec<Candidate> {
    let level = |at: usize| {
        let sentence = block.view.sentences().at(at as u32);
        person::level(block, found, sentence, at as u32)
    };
    let levels = block.levels.of(rule);
    let fact = |span, confidence, level| Candidate {
        rule,
        span,
        confidence,
        severity: levels.at(level),
        person: None,
        rank: Rank::Birth,
        detail: Detail::None,
    };
    let mut facts = Vec::new();
    if let Some(confidence) = name.signals.get(&Signal::Age) {
        facts.extend(ages::find(words, people, &level).iter().map(|age| fact(age.span, *confidence, age.level)));
    }
    if let Some(confidence) = name.signals.get(&Signal::BirthDate) {
        facts.extend(births::find(words, people).into_iter().map(|span| fact(span, *confidence, PersonLevel::P3)));
    }
    facts
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

fn candidate(block: &Block<'_>, rule: RuleIndex, span: Span, confidence: f64) -> Candidate {
    Candidate {
        rule,
        span,
        confidence: Confidence::new(confidence),
        severity: block.levels.of(rule).worst(),
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
        || exceptions::is_exercise(words, genre, run)
        || exceptions::is_biblical(words, genre, run)
        || exceptions::is_in_a_sum(genre, run)
        || (exceptions::is_public(words, sets, run, is_private(mention))
            && !records::has_neighbour(words, entities, span(words, mention)))
}

/// True where people write their own names, and names stand in files.
fn is_private(mention: &Mention) -> bool {
    let own = Basis::Signal(Signal::Introduction);
    let signed = [Signal::SignOff, Signal::Greeting, Signal::CommaForm].map(Basis::Signal);
    mention.judged.basis == own || signed.contains(&mention.judged.basis)
}

/// One walk over the words.
struct Pass<'w> {
    words: Words<'w>,
    sets: NameSets,
    columns: Vec<Column>,
    /// The end of the last line that lists who is there, in bytes.
    attendance: usize,
    genre: &'w Genre<'w>,
    small: OnceCell<bool>,
}

impl Pass<'_> {
    fn mentions(mut self) -> Vec<Mention> {
        let words = self.words;
        let mut mentions = Vec::new();
        let (mut at, mut before) = (0, 0);
        while let Some(token) = words.token(at) {
            let found = if token.shape.is_word() && token.shape.is_capitalised() {
                let wakes = token.flags & LISTED != 0 || before & cues::WAKING != 0;
                let form = token.flags & flags::PARTICLE != 0 && words.opens_line(at);
                let attends = (token.start as usize) < self.attendance;
                if wakes || form || attends || !self.columns.is_empty() || words.after(at).starts_with(", ") {
                    self.name_at(at, mentions.last())
                } else {
                    self.unlisted(at)
                }
            } else if token.shape.is_word() && !token.shape.is_capitalised() && before & flags::SALUTATION != 0 {
                self.lower_case(at, mentions.last()).or_else(|| self.addressed_small(at))
            } else if token.flags & LISTED != 0 {
                self.lower_case(at, mentions.last())
            } else if token.flags & flags::PARTICLE != 0
                && (before & (flags::SALUTATION | flags::TITLE | flags::SIGN_OFF) != 0
                    || !self.columns.is_empty()
                    || words.opens_line(at))
            {
                self.name_at(at, None)
            } else {
                None
            };
            if token.shape.is_capitalised()
                && let Some(end) = minutes::attendance(words, at)
            {
                self.attendance = end;
            }
            if token.flags & (flags::INTRODUCTION | flags::ROLE) != 0 {
                self.columns.extend(records::headed_by(words, at));
            }
            at = match found {
                Some(mention) => {
                    mentions.push(mention);
                    mention.run.last.max(at) + 1
                }
                None => at + 1,
            };
            before = words.flags(at.wrapping_sub(1));
        }
        mentions
    }

    fn name_at(&self, at: usize, previous: Option<&Mention>) -> Option<Mention> {
        let words = self.words;
        if cues::is_official(words, at) || cues::is_role_of_next(words, at) {
            return None;
        }
        let known = words.is_listed(at);
        if let Some(run) = minutes::item(words, self.attendance, at) {
            return Some(Mention::new(run, Judged::sure(Signal::Introduction), None));
        }
        if let Some(kind) = records::column_of(words, &self.columns, at)
            && let Some(run) = records::cell(words, at)
        {
            return Some(Mention::new(run, Judged::sure(Signal::Introduction), Some(kind)));
        }
        if !known && !words.is_strange_name(at) && !words.is_letter(at) && !words.has(at, flags::PARTICLE) {
            return None;
        }
        if lone::is_birth_name(words, at)
            && let Some(run) = Run::read(words, at, Trust::Addressed)
        {
            return Some(Mention::new(run, Judged::sure(Signal::Introduction), None));
        }
        let noble = words.has(at, flags::PARTICLE);
        let surname = Run::read(words, at, if noble { Trust::Addressed } else { Trust::Cued });
        if let Some(run) = surname.and_then(|left| records::comma_form(words, &left)) {
            return Some(Mention::new(run, Judged::sure(Signal::CommaForm), None));
        }
        let another = || previous.is_some_and(|previous| goes_on(words, previous, at)).then_some(Cue::Another);
        if let Some(cue) = cues::before(words, self.sets, at).or_else(another) {
            let trust = if cue == Cue::Salutation { Trust::Addressed } else { Trust::Cued };
            let run = Run::read(words, at, trust);
            let judged = run.and_then(|run| Some((run, judge::with_cue(words, &run, cue)?)));
            if let Some((run, judged)) = judged {
                return Some(Mention::new(run, judged, None));
            }
        }
        let run = Run::read(words, at, Trust::Listed).filter(|_| known)?.with_words_before(words);
        if let Some(run) = lone::with_initial_behind(words, &run) {
            return Some(Mention::new(run, Judged::sure(Signal::FirstHuman), None));
        }
        judge::alone(words, &run, self.genre).map(|judged| Mention::new(run, judged, None))
    }

    /// A name of a word that no list knows: with initials, or a first name in the genitive.
    fn unlisted(&self, at: usize) -> Option<Mention> {
        let words = self.words;
        if lone::is_birth_name(words, at) {
            return self.name_at(at, None);
        }
        if human::is_aged_stranger(words, at) && self.genre.is_personal() {
            return Some(Mention::new(Run::plain(at, at), Judged::sure(Signal::FirstHuman), None));
        }
        let initial = at.checked_sub(1).is_some_and(|before| words.is_letter(before));
        if initial && words.is_unknown(at) {
            let run = lone::initialled(words, at)?;
            return Some(Mention::new(run, Judged { basis: Basis::Doubtful, human: true }, None));
        }
        let run =
            if words.key(at).ends_with(b"s") && words.is_unknown(at) { lone::owner(words, at)? } else { return None };
        Some(Mention::new(run, Judged::sure(Signal::FirstHuman), None))
    }

    /// True for a text without capitals, as people type in chats.
    fn is_typed_small(&self) -> bool {
        *self.small.get_or_init(|| chat::is_typed_small(self.words))
    }

    fn lower_case(&self, at: usize, previous: Option<&Mention>) -> Option<Mention> {
        let words = self.words;
        let joined = || previous.is_some_and(|previous| is_joined(words, previous.run.last, at));
        let small = || self.is_typed_small() || chat::is_small_line(words, at);
        let (first, last) = chat::read(words, self.sets, at).or_else(|| {
            let double = words.gap(at) == "-" && words.has(at + 1, flags::FIRST_NAME);
            let last = if double { at + 1 } else { chat::end(words, at) };
            let named = words.has(at, flags::FIRST_NAME) && chat::is_somebody(words, at, joined()) && small();
            named.then_some((at, last))
        })?;
        Some(Mention::new(Run::plain(first, last), Judged::sure(Signal::LowerCase), None))
    }
}

impl Pass<'_> {
    /// A name behind a salutation in a line without capitals.
    fn addressed_small(&self, at: usize) -> Option<Mention> {
        let small = self.is_typed_small() || chat::is_small_line(self.words, at);
        let (first, last) = small.then(|| chat::addressed(self.words, at)).flatten()?;
        Some(Mention::new(Run::plain(first, last), Judged::sure(Signal::LowerCase), None))
    }
}

/// True when word `at` goes on with the people a cue stands before: "Frau Koch und", "die Kinder Murat, Lena".
fn goes_on(words: Words<'_>, previous: &Mention, at: usize) -> bool {
    let cued = matches!(
        previous.judged.basis,
        Basis::Signal(Signal::Salutation | Signal::SalutationListed | Signal::Role | Signal::Greeting)
    );
    cued && is_joined(words, previous.run.last, at)
}

/// True when "und", a comma or the like joins the name that ends with word `end` to word `at`.
fn is_joined(words: Words<'_>, end: usize, at: usize) -> bool {
    at > end
        && at <= end + 2
        && matches!(
            words.between(end, at),
            ", " | " und " | " and " | " sowie " | " & " | " / " | "/" | " oder " | " or "
        )
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
