//! Signals: what stands before a name and says that it is one.

use super::letters;
use super::words::Words;
use crate::lexis::flags;
use crate::ruleset::NameSets;
use crate::signs::Sign;

/// Words that something may follow which no list knows.
pub(super) const WAKING: u32 = flags::SALUTATION
    | flags::TITLE
    | flags::ROLE
    | flags::INTRODUCTION
    | flags::GREETING
    | flags::SIGN_OFF
    | flags::PARTICLE;

/// What stands before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cue {
    /// Frau, Dr., Mrs: whatever follows is a name.
    Salutation,
    /// Schwester, Richter, General: a listed name follows, or anything where the role is one person's.
    Role {
        /// "unsere Klientin", "Klientin: ".
        single: bool,
    },
    /// "mein Name ist", "Name:".
    Introduction(Strangers),
    /// "Hallo", "Liebe", at the start of a line.
    Greeting,
    /// After "Mit freundlichen Grüßen".
    SignOff(Strangers),
    /// "Frau Koch und": one more of those a cue stands before.
    Another,
}

/// Which words that no list knows count as a name behind a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Strangers {
    /// None.
    No,
    /// Two and more in a row: a first and a last name.
    Pairs,
    /// Any.
    All,
}

/// Endings of feminine roles, folded: Psychiaterin, Sekretärin, Referentin.
const FEMININE: [&str; 9] = ["erin", "aerin", "eurin", "istin", "entin", "antin", "ogin", "orin", "taetin"];

/// The cue before the name at word `first`.
pub(super) fn before(words: Words<'_>, sets: NameSets, first: usize) -> Option<Cue> {
    let last = first.checked_sub(1)?;
    salutation(words, last)
        .or_else(|| letters::sign_off(words, sets, last))
        .or_else(|| letters::greeting(words, sets, last))
        .or_else(|| letters::introduction(words, last))
        .or_else(|| role(words, last))
}

fn is_glued(gap: &str) -> bool {
    matches!(gap, " " | ". " | "." | ".-" | "-" | ") " | ".) ")
}

/// "Frau", "Frau Dr. med.", "Prof. Dr.".
fn salutation(words: Words<'_>, last: usize) -> Option<Cue> {
    let mut at = last;
    let mut title = false;
    while is_glued(words.gap(at)) {
        let is_title = words.is_capitalised(at) && words.has(at, flags::TITLE) && words.is(at, Sign::Title);
        let is_part = words.is(at, Sign::TitlePart) && words.gap(at).starts_with('.');
        if !is_title && !is_part {
            break;
        }
        title |= is_title && !is_verb_like(words, at);
        let Some(before) = at.checked_sub(1) else { break };
        at = before;
    }
    let addressed = is_glued(words.gap(at)) && words.has(at, flags::SALUTATION) && words.is(at, Sign::Salutation);
    if addressed && is_weekday(words, at) {
        return None;
    }
    (title || addressed).then_some(Cue::Salutation)
}

/// "RA" is a lawyer, "Ra" and "MAG" are not.
fn is_verb_like(words: Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    match word.len() {
        2 => !matches!(word, "RA" | "Dr" | "DR" | "PD"),
        3 => word == "ING",
        _ => false,
    }
}

/// "Fr" without a dot is a Friday unless a listed name follows.
fn is_weekday(words: Words<'_>, at: usize) -> bool {
    words.is_one_of(at, &["fr"]) && !words.gap(at).starts_with('.') && !words.is_listed(at + 1)
}

/// "unsere Klientin", "Klientin:", "Mutter von".
fn role(words: Words<'_>, last: usize) -> Option<Cue> {
    let gap = words.gap(last);
    let labelled = matches!(gap, ": " | ":");
    let of = words.is_one_of(last, &["von", "of"]) && gap == " ";
    let at = if of { last.checked_sub(1)? } else { last };
    let close = if of { words.gap(at) == " " } else { labelled || matches!(gap, " " | " (" | ". " | ", ") };
    if is_official(words, last) {
        return Some(Cue::Role { single: true });
    }
    if !close || !is_role(words, at) {
        return None;
    }
    let singled = |back: usize| words.is_singled(at, back);
    if gap == ", " && !singled(1) {
        return None;
    }
    if gap == ". " && !words.has(at, flags::TITLE | flags::SALUTATION) {
        return None;
    }
    Some(Cue::Role { single: !of && (labelled || singled(1) || singled(2)) })
}

/// True for an office with a listed surname behind it, though the office may be a surname, too: "Richter Schäfer".
pub(super) fn is_official(words: Words<'_>, at: usize) -> bool {
    let next = at + 1;
    words.is(at, Sign::Official)
        && words.gap(at) == " "
        && words.is_listed(next)
        && words.has(next, flags::LAST_NAME)
        && !words.has(next, flags::NOUN)
}

/// True for a role that may be a surname, too, with somebody's name behind it: "ihr Mann Alfred".
pub(super) fn is_role_of_next(words: Words<'_>, at: usize) -> bool {
    words.has(at, flags::ROLE) && words.gap(at) == " " && words.is_listed(at + 1) && words.is_singled(at, 1)
}

fn is_role(words: Words<'_>, at: usize) -> bool {
    if words.is(at, Sign::Several) {
        return true;
    }
    if words.has(at, flags::ROLE | flags::SALUTATION | flags::TITLE) {
        return words.word(at).len() > 2;
    }
    let word = words.word(at);
    if word.len() < 8 || !words.is_capitalised(at) {
        return false;
    }
    let key = words.key(at);
    FEMININE.iter().any(|ending| key.ends_with(ending.as_bytes())) || words.tail_has(key, flags::ROLE)
}
