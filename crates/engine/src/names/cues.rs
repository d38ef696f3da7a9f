//! Signals: what stands before a name and says that it is one.

use super::run::Run;
use super::words::Words;
use crate::lexis::flags;
use crate::ruleset::NameSets;

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
    Introduction {
        /// Unknown words count too.
        open: bool,
    },
    /// "Hallo", "Liebe", at the start of a line.
    Greeting,
    /// After "Mit freundlichen Grüßen".
    SignOff {
        /// Unknown words count too.
        open: bool,
    },
}

/// Salutations that are nothing else. The rest of the list are roles and foreign words.
const SALUTATIONS: [&str; 28] = [
    "frau",
    "herr",
    "herrn",
    "hr",
    "hrn",
    "fr",
    "fraeulein",
    "frl",
    "familie",
    "fam",
    "eheleute",
    "eheleuten",
    "ehepaar",
    "mr",
    "mrs",
    "ms",
    "mx",
    "miss",
    "mister",
    "missus",
    "messrs",
    "madame",
    "monsieur",
    "signora",
    "senora",
    "attn",
    "hd",
    "haenden",
];

/// Titles that are nothing else.
const TITLES: [&str; 26] = [
    "dr",
    "drin",
    "dres",
    "ddr",
    "prof",
    "profin",
    "dipl",
    "ra",
    "rain",
    "rae",
    "mag",
    "mmag",
    "pd",
    "pfr",
    "pfrin",
    "ing",
    "doktor",
    "doktorin",
    "doctor",
    "professor",
    "professorin",
    "rev",
    "reverend",
    "rechtsanwalt",
    "rechtsanwaeltin",
    "med",
];

/// Words inside a title: Dr. rer. nat., Dr. h. c.
const TITLE_PARTS: [&str; 20] = [
    "h", "c", "med", "phil", "jur", "rer", "nat", "pol", "soc", "theol", "habil", "paed", "dent", "vet", "psych",
    "ing", "iur", "mult", "in", "univ",
];

/// Words that make the role after them one person's.
const SINGLING: [&str; 32] = [
    "der", "die", "das", "dem", "den", "des", "mein", "meine", "meiner", "meinem", "meinen", "meines", "unser",
    "unsere", "unserer", "unserem", "unseren", "unseres", "seine", "seiner", "ihre", "ihrer", "ihr", "sein", "my",
    "our", "his", "her", "their", "the", "beim", "vom",
];

/// Endings of feminine roles, folded: Psychiaterin, Sekretärin, Referentin.
const FEMININE: [&str; 9] = ["erin", "aerin", "eurin", "istin", "entin", "antin", "ogin", "orin", "taetin"];

/// Labels that say what kind of name follows.
const NAME_LABELS: [&str; 13] = [
    "name",
    "namen",
    "vorname",
    "nachname",
    "familienname",
    "rufname",
    "geburtsname",
    "surname",
    "firstname",
    "lastname",
    "forename",
    "kontoinhaber",
    "kontoinhaberin",
];

/// Closing words that mean something else inside a text.
const WEAK_CLOSINGS: [&str; 24] = [
    "dein",
    "deine",
    "ihr",
    "ihre",
    "euer",
    "eure",
    "best",
    "love",
    "thanks",
    "you",
    "danke",
    "dank",
    "cheers",
    "signed",
    "unterschrift",
    "herzlich",
    "a",
    "v",
    "voraus",
    "advance",
    "p",
    "pp",
    "behalf",
    "sincerely",
];

/// The cue before the name at word `first`.
pub(super) fn before(words: Words<'_>, sets: NameSets, first: usize) -> Option<Cue> {
    let last = first.checked_sub(1)?;
    salutation(words, last)
        .or_else(|| sign_off(words, sets, last))
        .or_else(|| greeting(words, sets, last))
        .or_else(|| introduction(words, last))
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
        let is_title = words.is_capitalised(at) && words.has(at, flags::TITLE) && words.is_one_of(at, &TITLES);
        if !is_title && !(words.is_one_of(at, &TITLE_PARTS) && words.gap(at).starts_with('.')) {
            break;
        }
        title |= is_title && !is_verb_like(words, at);
        let Some(before) = at.checked_sub(1) else { break };
        at = before;
    }
    let addressed = is_glued(words.gap(at)) && words.has(at, flags::SALUTATION) && words.is_one_of(at, &SALUTATIONS);
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

/// "Fr" is a Friday where no dot or a number follows, or another day stands before.
fn is_weekday(words: Words<'_>, at: usize) -> bool {
    let day = |at: usize| words.is_one_of(at, &["mo", "di", "mi", "do", "sa", "so"]);
    words.word(at) == "Fr" && (at.checked_sub(1).is_some_and(day) || day(at + 1))
}

/// "unsere Klientin", "Klientin:", "Mutter von".
fn role(words: Words<'_>, last: usize) -> Option<Cue> {
    let gap = words.gap(last);
    let labelled = matches!(gap, ": " | ":");
    let of = words.is_one_of(last, &["von", "of"]) && gap == " ";
    let at = if of { last.checked_sub(1)? } else { last };
    let close = if of { words.gap(at) == " " } else { labelled || matches!(gap, " " | " (" | ". " | ", ") };
    if !close || !is_role(words, at) {
        return None;
    }
    let singled = |back: usize| at.checked_sub(back).is_some_and(|before| words.is_one_of(before, &SINGLING));
    if gap == ", " && !singled(1) {
        return None;
    }
    if gap == ". " && !words.has(at, flags::TITLE | flags::SALUTATION) {
        return None;
    }
    Some(Cue::Role { single: !of && (labelled || singled(1) || singled(2)) })
}

fn is_role(words: Words<'_>, at: usize) -> bool {
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

/// "mein Name ist", "ich bin die", "hier ist", "Name:", "namens".
fn introduction(words: Words<'_>, last: usize) -> Option<Cue> {
    let gap = words.gap(last);
    if gap.contains(':') && gap.trim_matches([' ', ':', '*', '_', '"', '\t']).is_empty() {
        let of = words.is_one_of(last, &["client", "klient", "patient"]);
        let label = words.has(last, flags::INTRODUCTION) || of;
        return label
            .then(|| Cue::Introduction { open: words.is_one_of(last, &NAME_LABELS) && !names_a_thing(words, last) });
    }
    if !matches!(gap, " " | " \"" | " „") {
        return None;
    }
    let at = match words.is_one_of(last, &["die", "der", "the", "auch"]) {
        true => last.checked_sub(1).filter(|before| words.is_one_of(*before, &["bin", "ist", "heisse"]))?,
        false => last,
    };
    if !words.has(at, flags::INTRODUCTION) {
        return None;
    }
    let before = |list: &[&str]| at.checked_sub(1).is_some_and(|before| words.is_one_of(before, list));
    let is = |list: &[&str]| words.is_one_of(at, list);
    if is(&["heisse", "namens"]) {
        return Some(Cue::Introduction { open: true });
    }
    if is(&["heisst", "hiess", "heissen"]) {
        return (!before(&["das", "was", "es"]))
            .then_some(Cue::Introduction { open: before(&["er", "sie", "klient", "klientin"]) });
    }
    if is(&["genannt", "called", "named", "name", "namen"]) {
        return Some(Cue::Introduction { open: false });
    }
    if is(&["ist", "is", "lautet"]) {
        if before(&["name"]) {
            let person = at
                .checked_sub(2)
                .is_some_and(|before| words.is_one_of(before, &["mein", "my", "sein", "his", "her", "ihr"]));
            return Some(Cue::Introduction { open: person });
        }
        return before(&["hier", "this"]).then_some(Cue::Introduction { open: false });
    }
    let first_person = (is(&["bin"]) && before(&["ich"])) || (is(&["am", "m"]) && before(&["i"]));
    first_person.then_some(Cue::Introduction { open: false })
}

/// "Firma Name:", "Name des Projekts:" name things; their label is no person's.
fn names_a_thing(words: Words<'_>, label: usize) -> bool {
    label.checked_sub(1).is_some_and(|before| {
        words.gap(before) == " "
            && words.has(before, flags::ENGLISH_WORD | flags::ORGANISATION | flags::NOUN)
            && !words.is_one_of(before, &["full", "first", "last", "your", "contact", "legal"])
    })
}

/// A greeting that opens its line.
fn greeting(words: Words<'_>, sets: NameSets, last: usize) -> Option<Cue> {
    if !words.has(last, flags::GREETING) || words.gap(last) != " " {
        return None;
    }
    let first = words.phrase_ending(sets.greetings, last)?;
    words.opens_sentence(first).then_some(Cue::Greeting)
}

/// A closing formula in the line before, or directly before.
fn sign_off(words: Words<'_>, sets: NameSets, last: usize) -> Option<Cue> {
    let gap = words.gap(last);
    let signs = |c: char| {
        c.is_whitespace() || matches!(c, ',' | '.' | '!' | '-' | '–' | '*' | '_' | '|' | ':' | '/' | '>' | '"')
    };
    if gap.len() > 40 || !gap.chars().all(signs) {
        return None;
    }
    let new_line = gap.contains('\n');
    if words.has(last, flags::SIGN_OFF)
        && let Some(first) = words.phrase_ending(sets.sign_offs, last)
    {
        let weak = words.is_one_of(last, &WEAK_CLOSINGS) && !(first < last && words.word(last).len() == 1);
        let alone = words.opens_sentence(first) || words.gap(first.saturating_sub(1)).contains(',');
        return if new_line {
            alone.then_some(Cue::SignOff { open: !weak })
        } else {
            (!weak && (alone || words.is_one_of(last, &["gez", "lg", "vg", "mfg", "a", "v"])))
                .then_some(Cue::SignOff { open: false })
        };
    }
    (new_line && closes_before(words, sets, last)).then_some(Cue::SignOff { open: false })
}

/// "Viele Grüße aus Hamburg": the closing formula begins the line that ends with word `last`.
fn closes_before(words: Words<'_>, sets: NameSets, last: usize) -> bool {
    let line = (last.saturating_sub(5)..=last).rev().find(|at| words.opens_line(*at));
    line.is_some_and(|line| {
        (line..=last).any(|at| {
            words.has(at, flags::SIGN_OFF)
                && !words.is_one_of(at, &WEAK_CLOSINGS)
                && words.phrase_ending(sets.sign_offs, at) == Some(line)
        })
    })
}

/// Verbs that things and topics take too.
const WEAK_VERBS: [&str; 44] = [
    "ist", "hat", "kann", "wird", "war", "hatte", "wurde", "muss", "soll", "will", "gibt", "geht", "kommt", "steht",
    "liegt", "macht", "heisst", "sollte", "konnte", "darf", "fehlt", "zeigt", "is", "has", "had", "was", "can",
    "could", "would", "should", "must", "will", "does", "did", "makes", "shows", "gets", "goes", "starts", "stops",
    "leads", "hit", "led", "supports",
];

/// What tells that a name is a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Human {
    /// Nothing.
    No,
    /// A verb that also goes with things.
    Perhaps,
    /// A verb only people are the subject of.
    Yes,
    /// An age.
    Aged,
}

/// Looks for a human verb or an age beside a name.
pub(super) fn human(words: Words<'_>, run: &Run) -> Human {
    let next = run.last + 1;
    if has_age(words.after(run.last)) {
        return Human::Aged;
    }
    let verb = |at: usize| words.has(at, flags::HUMAN_VERB) && words.is_lower(at);
    let strength = |at: usize| if words.is_one_of(at, &WEAK_VERBS) { Human::Perhaps } else { Human::Yes };
    if words.gap(run.last) == " " && verb(next) {
        return strength(next);
    }
    match run.first.checked_sub(1) {
        Some(before) if words.gap(before) == " " && verb(before) => strength(before).min(Human::Perhaps),
        _ => Human::No,
    }
}

/// "(7)", ", 34 Jahre", " (34 Jahre", ", 8,", "aged 7".
fn has_age(after: &str) -> bool {
    let Some(rest) = after.strip_prefix(" (").or_else(|| after.strip_prefix(", ")).or_else(|| after.strip_prefix(" "))
    else {
        return false;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let tail = &rest[digits..];
    let bracket = after.starts_with(" (");
    let years =
        [" Jahre", " years", " J.", "-jährig", " Monate", " yrs", " yo"].iter().any(|unit| tail.starts_with(unit));
    let group = tail.strip_prefix(['a', 'b', 'c', 'd']).unwrap_or(tail);
    let closed = group.starts_with(')') || (bracket && group.starts_with(','));
    let comma = after.starts_with(", ") && tail.starts_with(',');
    // "Arta 15, Besnik 12"
    let listed = after.starts_with(' ') && tail.starts_with([',', ')']);
    matches!(digits, 1 | 2) && (years || (closed && bracket) || comma || listed)
}

#[cfg(test)]
mod tests {
    use super::has_age;

    #[test]
    fn reads_ages() {
        for text in [" (7)", " (34 Jahre)", ", 34 Jahre", ", 8, wohnt", " (7, Kita)"] {
            assert!(has_age(text), "{text}");
        }
        for text in [" (2019)", " 15.", " 7 Äpfel", ", 30 Stück", " (a)", ""] {
            assert!(!has_age(text), "{text}");
        }
    }
}
