//! One walk over the words of a block: wherever a name may begin, it is read and judged.

use std::cell::OnceCell;

use leitplanke_rules::matcher::Signal;

use super::cues::{self, Cue};
use super::genre::Genre;
use super::judge::{self, Basis, Judged};
use super::mention::Mention;
use super::records::{self, Column};
use super::run::{Run, Trust};
use super::words::{LISTED, Words};
use super::{chat, human, lone, minutes};
use crate::lexis::flags;
use crate::ruleset::NameSets;

/// One walk over the words.
pub(super) struct Pass<'w> {
    words: Words<'w>,
    sets: NameSets,
    columns: Vec<Column>,
    /// The end of the last line that lists who is there, in bytes.
    attendance: usize,
    genre: &'w Genre<'w>,
    small: OnceCell<bool>,
}

impl<'w> Pass<'w> {
    /// A walk over the words of a block; `genre` is what kind of text it is.
    pub(super) fn over(words: Words<'w>, sets: NameSets, genre: &'w Genre<'w>) -> Self {
        Self { words, sets, columns: Vec::new(), attendance: 0, genre, small: OnceCell::new() }
    }

    /// All mentions, in text order.
    pub(super) fn mentions(mut self) -> Vec<Mention> {
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
            return Some(Mention::by(Signal::Introduction, run));
        }
        if let Some(kind) = records::column_of(words, &self.columns, at)
            && let Some(run) = records::cell(words, at)
        {
            return Some(Mention { column: Some(kind), ..Mention::by(Signal::Introduction, run) });
        }
        if !known && !words.is_strange_name(at) && !words.is_letter(at) && !words.has(at, flags::PARTICLE) {
            return None;
        }
        if lone::is_birth_name(words, at)
            && let Some(run) = Run::read(words, at, Trust::Addressed)
        {
            return Some(Mention::by(Signal::Introduction, run));
        }
        let noble = words.has(at, flags::PARTICLE);
        let surname = Run::read(words, at, if noble { Trust::Addressed } else { Trust::Cued });
        if let Some(run) = surname.and_then(|left| records::comma_form(words, &left)) {
            return Some(Mention::by(Signal::CommaForm, run));
        }
        let another = || previous.is_some_and(|previous| goes_on(words, previous, at)).then_some(Cue::Another);
        if let Some(cue) = cues::before(words, self.sets, at).or_else(another) {
            let trust = if cue == Cue::Salutation { Trust::Addressed } else { Trust::Cued };
            let run = Run::read(words, at, trust);
            let judged = run.and_then(|run| Some((run, judge::with_cue(words, &run, cue)?)));
            if let Some((run, judged)) = judged {
                return Some(Mention::new(run, judged));
            }
        }
        let run = Run::read(words, at, Trust::Listed).filter(|_| known)?.with_words_before(words);
        if let Some(run) = lone::with_initial_behind(words, &run) {
            return Some(Mention::by(Signal::FirstHuman, run));
        }
        judge::alone(words, &run, self.genre).map(|judged| Mention::new(run, judged))
    }

    /// A name of a word that no list knows: with initials, or a first name in the genitive.
    fn unlisted(&self, at: usize) -> Option<Mention> {
        let words = self.words;
        if lone::is_birth_name(words, at) {
            return self.name_at(at, None);
        }
        if human::is_aged_stranger(words, at) && self.genre.is_personal() {
            return Some(Mention::by(Signal::FirstHuman, Run::plain(at, at)));
        }
        let initial = at.checked_sub(1).is_some_and(|before| words.is_letter(before));
        if initial && words.is_unknown(at) {
            let run = lone::initialled(words, at)?;
            return Some(Mention::new(run, Judged { basis: Basis::Doubtful, human: true }));
        }
        let run =
            if words.key(at).ends_with(b"s") && words.is_unknown(at) { lone::owner(words, at)? } else { return None };
        Some(Mention::by(Signal::FirstHuman, run))
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
        Some(Mention::by(Signal::LowerCase, Run::plain(first, last)))
    }

    /// A name behind a salutation in a line without capitals.
    fn addressed_small(&self, at: usize) -> Option<Mention> {
        let small = self.is_typed_small() || chat::is_small_line(self.words, at);
        let (first, last) = small.then(|| chat::addressed(self.words, at)).flatten()?;
        Some(Mention::by(Signal::LowerCase, Run::plain(first, last)))
    }
}

/// True when word `at` goes on with the people a cue stands before: "Frau Koch und", "die Kinder Murat, Lena".
fn goes_on(words: Words<'_>, previous: &Mention, at: usize) -> bool {
    let cues = [Signal::Salutation, Signal::SalutationListed, Signal::Role, Signal::Greeting];
    previous.counts_by(&cues) && is_joined(words, previous.run.last, at)
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
