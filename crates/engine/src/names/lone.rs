//! A first name alone, or a surname with initials: what stands right beside it says whether somebody is meant.
//!
//! "mit Sabine", "Beates Text", "von K. Hinrichsen". Lists of first names are judged where all mentions are known.

use super::run::{Part, Run};
use super::words::Words;
use crate::lexis::flags;

/// Words before somebody rather than something, folded.
const PREPOSITIONS: [&str; 14] =
    ["mit", "fuer", "bei", "von", "an", "gegen", "ohne", "neben", "wegen", "zu", "with", "for", "from", "durch"];

/// Words that join one person to another.
const JOINING: [&str; 5] = ["und", "and", "sowie", "oder", "or"];

/// Words after which a name in the genitive is none: "die Johannes Passion".
const ARTICLES: [&str; 16] = [
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "the", "a", "an", "im",
];

/// Words that only look like a first name in the genitive: a legal database, jeans.
const NO_OWNERS: [&str; 2] = ["juris", "levis"];

/// Fewest letters of a first name before its genitive -s.
const OWNER: usize = 4;

/// Words that ask for names: what follows is a list to choose from.
const SUGGESTIONS: [&str; 10] = [
    "vornamen",
    "maedchennamen",
    "jungennamen",
    "babynamen",
    "namensvorschlaege",
    "namensideen",
    "namensliste",
    "vorname",
    "names",
    "namenstag",
];

/// True for "mit Sabine" and "bei Jonas Probleme", not for "bei Maria Ward".
pub(super) fn is_behind_preposition(words: Words<'_>, run: &Run) -> bool {
    let Some(before) = run.first.checked_sub(1) else { return false };
    let next = run.last + 1;
    let goes_on = words.gap(run.last) == " " && words.is_capitalised(next);
    let thing = words.has(next, flags::NOUN) && !words.has(next, flags::ORGANISATION);
    let preposition = words.is_one_of(before, &PREPOSITIONS) && !words.is_english_an(before);
    words.gap(before) == " " && preposition && (!goes_on || thing)
}

/// "Beates Text", "Murats neue Wohnung": a sure first name in the genitive with what belongs to it.
pub(super) fn owner(words: Words<'_>, at: usize) -> Option<Run> {
    let stem = words.key(at).strip_suffix(b"s").filter(|stem| stem.len() >= OWNER)?;
    let found = words.view.flags_of(stem);
    let other =
        flags::AMBIGUOUS_FIRST | flags::NOUN | flags::PLACE | flags::GERMAN | flags::ENGLISH_WORD | flags::ORGANISATION;
    if found & flags::FIRST_NAME == 0 || found & other != 0 || words.gap(at) != " " || words.is_one_of(at, &NO_OWNERS) {
        return None;
    }
    let before = at.checked_sub(1);
    let determined = before.is_some_and(|before| words.gap(before) == "-" || words.is_one_of(before, &ARTICLES));
    let next = at + 1;
    let thing = |at: usize| words.is_capitalised(at) && !words.is_listed(at) && !words.is_unknown(at);
    let described = words.is_lower(next)
        && ["e", "en", "er", "es"].iter().any(|ending| words.key(next).ends_with(ending.as_bytes()))
        && words.gap(next) == " "
        && thing(next + 1);
    (!determined && (thing(next) || described)).then(|| Run::plain(at, at))
}

/// "von K. Hinrichsen", "Wahlleitung: R. Thormählen": initials before a word that no list knows.
pub(super) fn initialled(words: Words<'_>, at: usize) -> Option<Run> {
    let run = Run::plain(at, at).with_initials_before(words);
    if !run.begins_with_initial() || words.gap(at) == "-" {
        return None;
    }
    let before = words.before(run.first).trim_end_matches([' ', '*', '_']);
    let behind_word = run.first.checked_sub(1).is_some_and(|before| {
        words.gap(before) == " " && (words.is_one_of(before, &PREPOSITIONS) || words.is_one_of(before, &JOINING))
    });
    let bordered = words.opens_line(run.first) || before.ends_with([':', '(', ',', ';', '|', '/']);
    let after = words.after(at);
    let closed = after.is_empty()
        || after.starts_with(['\n', '\r', ',', ';', ')', '|', '/', ':', '.'])
        || after.starts_with(" (");
    (behind_word || (bordered && closed)).then_some(run)
}

/// Words before the name somebody was born with, folded.
const BORN: [&str; 4] = ["geb", "geborene", "geborener", "nee"];

/// "Anna Lehmann, geb. Antonowa": a word behind "geb." that may be a surname.
pub(super) fn is_birth_name(words: Words<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(words.gap(before), " " | ". " | ".")
            && words.is_one_of(before, &BORN)
            && (words.is_listed(at) || words.is_strange_name(at))
            && !words.has(at, flags::PLACE | flags::NOUN)
    })
}

/// True for a text that gathers first names to choose from.
pub(super) fn offers_names(words: Words<'_>) -> bool {
    (0..words.len()).any(|at| words.is_one_of(at, &SUGGESTIONS))
}

/// True for one first name that is nothing else.
pub(super) fn is_lone_first(run: &Run) -> bool {
    run.words().count() == 1 && run.words().all(|part| part.sure_first() && !Part::place(part))
}
