//! Names typed without capitals, as people do in chats: "frau yılmaz", "klient tarek mansour", "lg resi".

use super::cues::{self, Cue, Strangers};
use super::lone;
use super::run::Run;
use super::words::{LISTED, Words};
use crate::lexis::flags;
use crate::ruleset::NameSets;

/// Salutations that are no wives and doctors' offices when a listed name follows.
const SALUTATIONS: [&str; 14] =
    ["frau", "herr", "herrn", "hr", "fr", "familie", "fam", "mr", "mrs", "ms", "miss", "dr", "fraeulein", "mx"];

/// Words of possession: after them "frau" is a wife and the next word rarely a name.
const POSSESSIVE: [&str; 14] = [
    "meine", "meiner", "seine", "seiner", "deine", "eine", "einer", "jede", "jeder", "keine", "diese", "die", "der",
    "ihre",
];

/// The words, first and last, of a lower-case name at word `at`.
pub(super) fn read(words: Words<'_>, sets: NameSets, at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    if !is_name(words, at) {
        return None;
    }
    let sure = is_sure(words, at);
    // "Fr frei" is a Friday.
    let friday = words.word(before) == "Fr" && words.gap(before) == " ";
    if words.is_one_of(before, &SALUTATIONS) && matches!(words.gap(before), " " | ". ") && !friday {
        let owned = before.checked_sub(1).is_some_and(|owner| words.is_one_of(owner, &POSSESSIVE));
        return (sure || !owned).then(|| (at, end(words, at)));
    }
    let first_name = words.has(at, flags::FIRST_NAME) && sure;
    if !first_name {
        return None;
    }
    let last = end(words, at);
    let counts = match cues::before(words, sets, at)? {
        Cue::Greeting => words.after(last).starts_with([',', '!', '\n', '.']) || words.after(last).is_empty(),
        Cue::SignOff(_) => words.ends_line(last),
        Cue::Introduction(strangers) => {
            strangers == Strangers::All || words.is_one_of(before, &["bin", "am", "m", "heisse"])
        }
        Cue::Role { .. } => last > at && words.has(last, flags::LAST_NAME),
        Cue::Salutation | Cue::Another => false,
    };
    counts.then_some((at, last))
}

/// Fewest words of a text whose writer is taken to use no capitals.
const SMALL: usize = 4;

/// True for a text of some words without a capital letter at the beginning of any.
pub(super) fn is_typed_small(words: Words<'_>) -> bool {
    words.len() >= SMALL && (0..words.len()).all(|at| !words.is_capitalised(at))
}

/// True for a first name in a text without capitals: "mit sabine", "anwesend: kerstin, ahmed". `joined`: another name
/// stands right before it.
pub(super) fn is_somebody(words: Words<'_>, at: usize, joined: bool) -> bool {
    let listed = || at.checked_sub(1).is_some_and(|before| words.gap(before) == ": ");
    let paired = || match words.gap(at) {
        ", " => is_first(words, at + 1),
        " " => words.is_one_of(at + 1, &["und", "and"]) && is_first(words, at + 2),
        _ => false,
    };
    let cued = || joined || lone::is_behind_preposition(words, &Run::plain(at, at)) || listed() || paired();
    is_first(words, at) && cued()
}

/// A first name that is nothing else.
fn is_first(words: Words<'_>, at: usize) -> bool {
    is_name(words, at) && words.has(at, flags::FIRST_NAME) && is_sure(words, at) && !words.has(at, flags::PLACE)
}

/// The last word of the name: more listed words, or an unknown one that ends the clause.
fn end(words: Words<'_>, at: usize) -> usize {
    let mut last = at;
    while last < at + 2 && matches!(words.gap(last), " " | "-") && is_name(words, last + 1) {
        last += 1;
    }
    let next = last + 1;
    let unknown = last == at
        && words.has(at, flags::FIRST_NAME)
        && words.gap(at) == " "
        && words.is_lower(next)
        && words.flags(next) == 0
        && words.word(next).len() > 3
        && [", geb", " geb", " (", ", tel", ", iban"].iter().any(|sign| words.after(next).starts_with(sign));
    if unknown { next } else { last }
}

fn is_name(words: Words<'_>, at: usize) -> bool {
    let other = flags::GERMAN | flags::ENGLISH | flags::HUMAN_VERB | flags::NOUN | flags::ENGLISH_WORD;
    words.is_lower(at) && words.has(at, LISTED) && !words.has(at, other) && words.word(at).len() > 2
}

fn is_sure(words: Words<'_>, at: usize) -> bool {
    let found = words.flags(at);
    let sure = |list: u32, ambiguous: u32| found & list != 0 && found & ambiguous == 0;
    sure(flags::FIRST_NAME, flags::AMBIGUOUS_FIRST) || sure(flags::LAST_NAME, flags::AMBIGUOUS_LAST)
}
