//! A first name alone, or a surname with initials: what stands right beside it says whether somebody is meant.
//!
//! "mit Sabine", "Beates Text", "von K. Hinrichsen". Lists of first names are judged where all mentions are known.

use leitplanke_finding::Language;

use super::run::{Part, Run};
use super::words::Words;
use crate::lexis::flags;
use crate::signs::{Sign, Signs};

/// Words after which a name in the genitive is none: "die Johannes Passion".
const ARTICLES: Signs = Signs::of(&[Sign::Definite, Sign::Indefinite, Sign::Contracted]);

/// Fewest letters of a first name before its genitive -s.
const OWNER: usize = 4;

/// True for "mit Sabine" and "bei Jonas Probleme", not for "bei Maria Ward".
pub(super) fn is_behind_preposition(words: Words<'_>, run: &Run) -> bool {
    let Some(before) = words.word_before(run.first) else { return false };
    let next = run.last + 1;
    let goes_on = words.gap(run.last) == " " && words.is_capitalised(next);
    let thing = words.has(next, flags::NOUN) && !words.has(next, flags::ORGANISATION);
    let preposition = words.is(before, Sign::ToSomebody) && !words.is_english_an(before);
    preposition && (!goes_on || thing)
}

/// "Ruf Thorsten an", "ask Moritz".
pub(super) fn is_object(words: Words<'_>, run: &Run) -> bool {
    let next =
        words.gap(run.last) == " " && words.is_capitalised(run.last + 1) && !words.has(run.last + 1, flags::NOUN);
    words
        .word_before(run.first)
        .is_some_and(|before| (words.is(before, Sign::Addressing) || is_asked(words, before)) && !next)
}

/// "Kannst du" before a name: somebody is to do something for a person.
fn is_asked(words: Words<'_>, at: usize) -> bool {
    words.is_one_of(at, &["du", "you"]) && words.follows(at, Sign::Asking)
}

/// "Thorsten und ich", "me and Amina".
pub(super) fn is_beside_writer(words: Words<'_>, run: &Run) -> bool {
    let joined = |at: usize| matches!(words.word(at), "und" | "and" | "&");
    let behind = words.gap(run.last) == " " && joined(run.last + 1) && words.is(run.last + 2, Sign::Writer);
    let before = run
        .first
        .checked_sub(2)
        .is_some_and(|writer| words.is(writer, Sign::Writer) && joined(writer + 1) && words.gap(writer + 1) == " ");
    behind || before
}

/// "Abdoulaye's mum", "Kofi's shoes": a thing or a relative belongs to somebody.
pub(super) fn is_english_owner(words: Words<'_>, run: &Run) -> bool {
    let next = run.last + 1;
    matches!(words.gap(run.last), "'" | "’")
        && words.key(next) == b"s"
        && words.gap(next) == " "
        && words.is_lower(next + 1)
        && !words.is(run.last, Sign::NoOwner)
}

/// "Kevin P.", "Lukas F.": a first name with the first letter of a surname.
pub(super) fn with_initial_behind(words: Words<'_>, run: &Run) -> Option<Run> {
    let letter = run.last + 1;
    let dotted = words.gap(letter).starts_with('.') || words.gap(letter).starts_with(':');
    (is_lone_first(run)
        && words.gap(run.last) == " "
        && words.is_letter(letter)
        && dotted
        && !words.is_listed(letter + 1))
    .then(|| run.to(letter))
}

/// True for a first name that is part of nothing bigger: no heading, no name of a thing, no quotation.
pub(super) fn stands_free(words: Words<'_>, run: &Run) -> bool {
    let next = run.last + 1;
    let before = run.first.checked_sub(1);
    let led = before.is_some_and(|before| {
        (words.gap(before) == " "
            && words.is_capitalised(before)
            && !words.opens_sentence(before)
            && !words.has(before, flags::ROLE))
            || words.is(before, Sign::Mentioning)
            || matches!(words.gap(before), "-" | "/" | "'" | "’")
            || words.gap(before).contains(['"', '„', '“', '»', '«', '_', '@', '#'])
            || words.gap(before) == "."
    });
    let touched = words.after(run.last).starts_with(['-', '/', '"', '“', '«', '_', '@', '&', '(', '='])
        || words.after(run.last).starts_with(" &");
    let goes_on = words.gap(run.last) == " " && words.is_capitalised(next);
    // "Jasmine tea": English things are small.
    let english = words.view.language() == Some(Language::En)
        && words.gap(run.last) == " "
        && words.is_lower(next)
        && !words.has(next, flags::ENGLISH | flags::HUMAN_VERB)
        && !words.key(next).ends_with(b"ed");
    !led && !touched && !goes_on && !english
}

/// "I asked Grace to come", "Mercy says": such a name inside an English sentence, or with a verb of people.
pub(super) fn is_virtuous(words: Words<'_>, run: &Run) -> bool {
    let next = run.last + 1;
    let small = |at: usize| words.is_lower(at) || words.after(at).is_empty();
    let before = words.word_before(run.first);
    let inside = before.is_some_and(|before| words.is_lower(before) && words.key(before) != b"the")
        && !words.opens_sentence(run.first);
    let goes_on = words.gap(run.last) != " " || (small(next) && words.has(next, flags::ENGLISH | flags::HUMAN_VERB));
    let acts = words.gap(run.last) == " "
        && words.is_lower(next)
        && words.has(next, flags::HUMAN_VERB)
        && !words.is_one_of(next, &["is", "was", "will", "would", "should", "must"]);
    words.view.language() == Some(Language::En)
        && run.words().count() == 1
        && words.is(run.first, Sign::Virtue)
        && ((inside && goes_on) || acts)
}

/// "Ernst kommt nicht", "seit Rose im Heim ist": a name that is also a word, without an article, as the subject.
pub(super) fn is_subject(words: Words<'_>, run: &Run) -> bool {
    let next = run.last + 1;
    let single = run.words().count() == 1 && words.gap(run.last) == " " && words.is_lower(next);
    let verb =
        words.is(next, Sign::Doing) || words.has(next, flags::HUMAN_VERB) && !words.is_one_of(next, &["ist", "is"]);
    let behind = words.word_before(run.first).is_some_and(|before| words.is(before, Sign::Conjunction));
    let named = words.is(run.last, Sign::WordName);
    words.view.language() != Some(Language::En)
        && single
        && named
        && (behind || (verb && words.opens_sentence(run.first)))
}

/// "Beates Text", "Murats neue Wohnung": a sure first name in the genitive with what belongs to it.
pub(super) fn owner(words: Words<'_>, at: usize) -> Option<Run> {
    let stem = words.key(at).strip_suffix(b"s").filter(|stem| stem.len() >= OWNER)?;
    let found = words.view.flags_of(stem);
    let other =
        flags::AMBIGUOUS_FIRST | flags::NOUN | flags::PLACE | flags::GERMAN | flags::ENGLISH_WORD | flags::ORGANISATION;
    if found & flags::FIRST_NAME == 0 || found & other != 0 || words.gap(at) != " " || words.is(at, Sign::NoOwner) {
        return None;
    }
    let before = at.checked_sub(1);
    let determined = before.is_some_and(|before| {
        words.gap(before) == "-" || words.is_any(before, ARTICLES) || words.is_english_an(before)
    });
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
    let behind_word = words
        .word_before(run.first)
        .is_some_and(|before| words.is(before, Sign::ToSomebody) || words.is(before, Sign::Joining));
    let bordered = words.opens_line(run.first) || before.ends_with([':', '(', ',', ';', '|', '/']);
    let after = words.after(at);
    let closed = after.is_empty()
        || after.starts_with(['\n', '\r', ',', ';', ')', '|', '/', ':', '.'])
        || after.starts_with(" (");
    (behind_word || (bordered && closed)).then_some(run)
}

/// "Anna Lehmann, geb. Antonowa": a word behind "geb." that may be a surname.
pub(super) fn is_birth_name(words: Words<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        words.is(before, Sign::Born)
            && matches!(words.gap(before), " " | ". " | ".")
            && (words.is_listed(at) || words.is_strange_name(at))
            && !words.has(at, flags::PLACE | flags::NOUN)
    })
}

/// True for one first name that is nothing else.
pub(super) fn is_lone_first(run: &Run) -> bool {
    run.words().count() == 1 && run.words().all(|part| part.sure_first() && !Part::place(part))
}
