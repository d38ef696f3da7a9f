//! Signals of letters and forms: introductions, greetings, closing formulas.

use super::cues::{Cue, Strangers};
use super::words::Words;
use crate::lexis::flags;
use crate::ruleset::NameSets;
use crate::signs::{Sign, Signs};

/// Labels that say what kind of name follows.
const NAME_LABELS: Signs = Signs::of(&[Sign::NameLabel, Sign::FirstLabel, Sign::LastLabel]);

/// Labels that ask for one half of a name.
const HALF_LABELS: Signs = Signs::of(&[Sign::FirstLabel, Sign::LastLabel]);

/// "mein Name ist", "ich bin die", "hier ist", "Name:", "namens".
pub(super) fn introduction(words: Words<'_>, last: usize) -> Option<Cue> {
    let gap = words.gap(last);
    if gap.contains(':') && gap.trim_matches([' ', ':', '*', '_', '"', '\t']).is_empty() {
        let of = words.is_one_of(last, &["client", "klient", "patient"]);
        let label = words.has(last, flags::INTRODUCTION) || of;
        return label.then(|| Cue::Introduction(strangers_behind(words, last)));
    }
    if !matches!(gap, " " | " \"" | " „") {
        return None;
    }
    let at = if words.is_one_of(last, &["die", "der", "the", "auch"]) {
        last.checked_sub(1).filter(|before| words.is_one_of(*before, &["bin", "ist", "heisse"]))?
    } else {
        last
    };
    if !words.has(at, flags::INTRODUCTION) {
        return None;
    }
    let before = |list: &[&str]| words.follows_one_of(at, list);
    let is = |list: &[&str]| words.is_one_of(at, list);
    if is(&["heisse", "heiss", "namens"]) {
        return Some(Cue::Introduction(Strangers::All));
    }
    if is(&["heisst", "hiess", "heissen"]) {
        let person = before(&["er", "sie", "klient", "klientin"]);
        return (!before(&["das", "was", "es"])).then_some(Cue::Introduction(strangers_if(person)));
    }
    if is(&["genannt", "called", "named", "name", "namen"]) {
        return Some(Cue::Introduction(Strangers::No));
    }
    if is(&["ist", "is", "lautet"]) {
        if before(&["name"]) {
            let person = at
                .checked_sub(2)
                .is_some_and(|before| words.is_one_of(before, &["mein", "my", "sein", "his", "her", "ihr"]));
            return Some(Cue::Introduction(strangers_if(person)));
        }
        return before(&["hier", "this"]).then_some(Cue::Introduction(Strangers::No));
    }
    let first_person =
        (is(&["bin"]) && (before(&["ich"]) || words.opens_sentence(at))) || (is(&["am", "m"]) && before(&["i"]));
    first_person.then_some(Cue::Introduction(Strangers::No))
}

fn strangers_if(sure: bool) -> Strangers {
    if sure { Strangers::All } else { Strangers::No }
}

/// A form that asks for a first or a last name gets one; what follows "Name:" may be a file, and what follows "name:"
/// mostly is a thing.
fn strangers_behind(words: Words<'_>, label: usize) -> Strangers {
    // "Given name:", and in two languages "Surname/Name:"
    let twice =
        words.follows_any(label, HALF_LABELS) && label.checked_sub(1).is_some_and(|at| words.gap(at).trim() == "/");
    let half = words.follows(label, Sign::NameHalf) || twice;
    let of_all = words.is_one_of(label, &["name", "namen"]) && !half;
    if !words.is_any(label, NAME_LABELS) || names_a_thing(words, label) || (of_all && !words.is_capitalised(label)) {
        Strangers::No
    } else if of_all {
        Strangers::Pairs
    } else {
        Strangers::All
    }
}

/// "Firma Name:", "Name des Projekts:" name things; their label is no person's.
fn names_a_thing(words: Words<'_>, label: usize) -> bool {
    words.word_before(label).is_some_and(|before| {
        words.has(before, flags::ENGLISH_WORD | flags::ORGANISATION | flags::NOUN)
            && !words.is_one_of(before, &["full", "your", "contact", "legal"])
            && !words.is(before, Sign::NameHalf)
    })
}

/// A greeting that opens its line.
pub(super) fn greeting(words: Words<'_>, sets: NameSets, last: usize) -> Option<Cue> {
    let preposition = words.word(last) == "to";
    if preposition || !words.has(last, flags::GREETING) || words.gap(last) != " " {
        return None;
    }
    let first = words.phrase_ending(sets.greetings, last)?;
    // "Dear Nguyễn Thị Hoa, dear Marlies,"
    let another = words.is_one_of(last, &["dear", "liebe", "lieber"])
        && first.checked_sub(1).is_some_and(|before| matches!(words.gap(before), ", " | ",\n"));
    (another || words.opens_sentence(first)).then_some(Cue::Greeting)
}

/// A closing formula in the line before, or directly before.
pub(super) fn sign_off(words: Words<'_>, sets: NameSets, last: usize) -> Option<Cue> {
    let gap = words.gap(last);
    let signs = |c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | '!' | '-' | '–' | '*' | '_' | '|' | ':' | '/' | '>' | '"')
    };
    if gap.len() > 40 || !gap.chars().all(signs) {
        return None;
    }
    let new_line = gap.contains('\n');
    // "Deine Oma", "Your Abena" close a letter on a line of their own, "signed Moritz" a message.
    let own =
        words.is(last, Sign::OwnClosing) && gap == " " && words.opens_line(last) && words.before(last).contains('\n');
    let signed = words.is_one_of(last, &["signed", "unterschrieben", "gezeichnet"]) && matches!(gap, " " | ": ");
    if (own && words.ends_line(last + 1)) || signed {
        return Some(Cue::SignOff(Strangers::No));
    }
    if words.has(last, flags::SIGN_OFF)
        && let Some(first) = words.phrase_ending(sets.sign_offs, last)
    {
        let weak = words.is(last, Sign::WeakClosing) && !(first < last && words.word(last).len() == 1);
        let alone = words.opens_sentence(first) || words.gap(first.saturating_sub(1)).contains(',');
        return if new_line {
            alone.then_some(Cue::SignOff(strangers_if(!weak)))
        } else {
            // "i. A. Pagel" on a line of its own
            let signed =
                words.is_one_of(last, &["gez", "a", "v"]) && words.opens_line(first) && words.ends_line(last + 1);
            (!weak && (alone || words.is(last, Sign::ShortClosing))).then_some(Cue::SignOff(strangers_if(signed)))
        };
    }
    (new_line && closes_before(words, sets, last)).then_some(Cue::SignOff(Strangers::No))
}

/// "Viele Grüße aus Hamburg": the closing formula begins the line that ends with word `last`.
fn closes_before(words: Words<'_>, sets: NameSets, last: usize) -> bool {
    let line = (last.saturating_sub(5)..=last).rev().find(|at| words.opens_line(*at));
    line.is_some_and(|line| {
        (line..=last).any(|at| {
            words.has(at, flags::SIGN_OFF)
                && !words.is(at, Sign::WeakClosing)
                && words.phrase_ending(sets.sign_offs, at) == Some(line)
        })
    })
}
