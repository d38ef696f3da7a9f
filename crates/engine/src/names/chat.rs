//! Names typed without capitals, as people do in chats: "frau yılmaz", "klient tarek mansour", "lg resi".

use super::cues::{self, Cue, Strangers};
use super::lone;
use super::run::Run;
use super::words::{LISTED, OWNERS, Words};
use crate::lexis::flags;
use crate::ruleset::NameSets;
use crate::signs::{Sign, Signs};

/// Words after which "frau" is no salutation.
const WOMEN: Signs = Signs::of(&[Sign::Woman, Sign::Mine, Sign::Theirs]);

/// The words, first and last, of a lower-case name at word `at`.
pub(super) fn read(words: Words<'_>, sets: NameSets, at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    if !is_name(words, at) {
        return None;
    }
    let sure = words.is_sure_name(at);
    // "Fr frei" is a Friday.
    let friday = words.word(before) == "Fr" && words.gap(before) == " ";
    if is_salutation(words, before) && matches!(words.gap(before), " " | ". ") && !friday {
        let owned = is_wife(words, before);
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
        Cue::Role { .. } => words.follows_any(before, OWNERS) || (last > at && words.has(last, flags::LAST_NAME)),
        Cue::Salutation | Cue::Another => false,
    };
    counts.then_some((at, last))
}

/// True for a salutation, capital or not. "Dr" is one here: people rarely type more of it.
fn is_salutation(words: Words<'_>, at: usize) -> bool {
    words.is(at, Sign::Salutation) || words.is_one_of(at, &["dr"])
}

/// True where the salutation at word `at` is a woman or a wife: after "eine", "meine", "die". The next word is rarely a name.
fn is_wife(words: Words<'_>, at: usize) -> bool {
    words.follows_any(at, WOMEN) || words.follows_one_of(at, &["die", "der"])
}

/// Fewest words of a line that tells whether its writer uses capitals.
const SMALL: usize = 3;

/// Of so many words one may have a capital where somebody types without.
const CAPITALS: usize = 8;

/// Most words of a line that are looked at on either side.
const LINE: usize = 40;

/// Shortest first name that counts in a line without capitals with nothing beside it, in letters.
const PLAIN: usize = 4;

/// True for a text of some words with hardly a capital letter.
pub(super) fn is_typed_small(words: Words<'_>) -> bool {
    let capitals = || (0..words.len()).filter(|at| words.is_capitalised(*at)).count();
    words.len() > SMALL && !words.is_capitalised(0) && capitals() * CAPITALS <= words.len()
}

/// True where the line around word `at` begins small and has hardly a capital letter.
pub(super) fn is_small_line(words: Words<'_>, at: usize) -> bool {
    let breaks = |at: usize| words.gap(at).contains('\n');
    let first = (at.saturating_sub(LINE)..at)
        .rev()
        .find(|before| breaks(*before))
        .map_or(at.saturating_sub(LINE), |end| end + 1);
    let last = (at..at + LINE).find(|at| breaks(*at) || at + 1 >= words.len()).unwrap_or(at + LINE);
    let count = last + 1 - first;
    let capitals = (first..=last).filter(|at| words.is_capitalised(*at)).count();
    count >= SMALL && words.is_lower(first) && capitals * CAPITALS <= count
}

/// True for a first name where somebody types without capitals. `joined`: another name stands right before it.
pub(super) fn is_somebody(words: Words<'_>, at: usize, joined: bool) -> bool {
    let inside = |c: char| matches!(c, '/' | '@' | '_' | '=' | '.' | '#' | '\\' | '$' | '<' | '`' | '\'');
    let written_on = words.after(at).starts_with(|c: char| inside(c) && c != '.' && c != '\'');
    if words.before(at).ends_with(inside) || written_on || (!is_first(words, at) && !is_double(words, at)) {
        return false;
    }
    let cued = || joined || lone::is_behind_preposition(words, &Run::plain(at, at)) || opens_row(words, at);
    words.word(at).len() >= PLAIN || cued()
}

/// "rose-marie": two first names that a hyphen joins.
fn is_double(words: Words<'_>, at: usize) -> bool {
    let first = |at: usize| words.is_lower(at) && words.has(at, flags::FIRST_NAME);
    words.gap(at) == "-" && first(at) && first(at + 1)
}

/// "uschi 14.1.60": a name with a number behind it opens the line.
fn opens_row(words: Words<'_>, at: usize) -> bool {
    words.opens_line(at)
        && words.after(at).trim_start_matches([' ', ',', ':', ';']).starts_with(|c: char| c.is_ascii_digit())
}

/// Most particles before a surname: "von der".
const PARTICLES: usize = 2;

/// "herr lê", "herrn da silva moreira": the words behind a salutation where somebody types without capitals, though no
/// list knows them.
pub(super) fn addressed(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    let before = at.checked_sub(1)?;
    let owned = is_wife(words, before) && !words.follows_one_of(before, &["der"]);
    if !is_salutation(words, before) || owned || !matches!(words.gap(before), " " | ". ") || !words.is_lower(at) {
        return None;
    }
    let particles =
        (at..at + PARTICLES).take_while(|at| words.has(*at, flags::PARTICLE) && words.gap(*at) == " ").count();
    let first = at + particles;
    let plain = |at: usize| is_plain(words, at) && !words.has(at, flags::PARTICLE);
    // "die frau sucht": a verb of which no list knows.
    let verb = |at: usize| {
        words.is_one_of(before, &["frau", "familie"])
            && ["t", "te", "en"].iter().any(|end| words.key(at).ends_with(end.as_bytes()))
    };
    if plain(first) && (words.has(first, LISTED) || (!verb(first) && words.is_unlisted(first))) {
        let more = particles > 0 && words.gap(first) == " " && plain(first + 1) && words.has(first + 1, LISTED);
        return Some((at, first + usize::from(more)));
    }
    words.is(at, Sign::ShortSurname).then_some((at, at))
}

/// A first name that is nothing else.
fn is_first(words: Words<'_>, at: usize) -> bool {
    is_name(words, at) && words.has(at, flags::FIRST_NAME) && words.is_sure_name(at) && !words.has(at, flags::PLACE)
}

/// The last word of the name: more listed words, or an unknown one that ends the clause.
pub(super) fn end(words: Words<'_>, at: usize) -> usize {
    let mut last = at;
    while last < at + 2 && matches!(words.gap(last), " " | "-") && is_name(words, last + 1) {
        last += 1;
    }
    let next = last + 1;
    let unknown = last == at
        && words.has(at, flags::FIRST_NAME)
        && words.gap(at) == " "
        && words.is_lower(next)
        && words.is_unlisted(next)
        && words.word(next).len() > 3
        && [", geb", " geb", " (", ", tel", ", iban"].iter().any(|sign| words.after(next).starts_with(sign));
    if unknown { next } else { last }
}

fn is_name(words: Words<'_>, at: usize) -> bool {
    words.has(at, LISTED) && is_plain(words, at)
}

/// A small word of more than two bytes that is nothing but a name, if it is one.
fn is_plain(words: Words<'_>, at: usize) -> bool {
    let other = flags::GERMAN | flags::ENGLISH | flags::HUMAN_VERB | flags::NOUN | flags::ENGLISH_WORD;
    words.is_lower(at) && !words.has(at, other) && words.word(at).len() > 2
}
