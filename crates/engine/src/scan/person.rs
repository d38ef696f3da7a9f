//! How firmly a sentence points at one person.

use std::ops::Range;

use leitplanke_finding::{PersonLevel, Span};

use super::block::Block;
use super::candidate::Candidate;

/// Words before a single letter that make it a pseudonym: "Frau K.".
const SALUTATIONS: [&str; 14] =
    ["frau", "herr", "herrn", "hr", "hrn", "fr", "familie", "fam", "eheleute", "ms", "mr", "mrs", "mx", "miss"];

/// Words before a single letter with a full stop or colon that make it a person of a note: "Fallbesprechung L.:".
const CASES: [&str; 43] = [
    "mit",
    "bei",
    "von",
    "fuer",
    "ueber",
    "zu",
    "fall",
    "fallbesprechung",
    "gespraech",
    "telefonat",
    "besuch",
    "hausbesuch",
    "elterngespraech",
    "protokoll",
    "sitzung",
    "verlauf",
    "fachgespraech",
    "und",
    "with",
    "w",
    "for",
    "about",
    "case",
    "session",
    "visit",
    "call",
    "re",
    "review",
    "supervision",
    "and",
    "saw",
    "met",
    "told",
    "asked",
    "sah",
    "traf",
    "notiz",
    "kl",
    "bew",
    "pat",
    "klt",
    "bewohner",
    "ma",
];

/// Verbs that tie "ich" to what follows.
const FIRST_PERSON: [&str; 26] = [
    "bin", "habe", "hab", "hatte", "leide", "litt", "nehme", "wurde", "war", "bekomme", "beziehe", "lebe", "leb",
    "lebte", "gehoere", "am", "have", "had", "was", "been", "take", "suffer", "receive", "got", "m", "ve",
];

/// Words that turn what follows into a subject: "ich habe eine Frage zu Depressionen".
const ABOUT: [&str; 24] = [
    "zu",
    "zum",
    "zur",
    "ueber",
    "fuer",
    "thema",
    "frage",
    "fragen",
    "text",
    "artikel",
    "beratung",
    "infos",
    "gegen",
    "about",
    "on",
    "for",
    "regarding",
    "topic",
    "question",
    "article",
    "essay",
    "to",
    "mit",
    "with",
];

/// Words of possession directly before a term: "meine Depression".
const POSSESSIVE: [&str; 6] = ["meine", "meiner", "meinen", "meinem", "mein", "my"];

/// Words behind a role that make it one person even without an article: verbs in the singular, "mit" and "aus", a day, a
/// room.
const TELEGRAPHIC: [&str; 77] = [
    "hat",
    "hatte",
    "ist",
    "war",
    "wird",
    "wurde",
    "will",
    "wollte",
    "kommt",
    "kam",
    "geht",
    "ging",
    "sagt",
    "lehnt",
    "klagt",
    "weint",
    "trinkt",
    "isst",
    "schlaeft",
    "ruft",
    "meldet",
    "aeussert",
    "wohnt",
    "sitzt",
    "steht",
    "fehlt",
    "leidet",
    "lebt",
    "nimmt",
    "bekommt",
    "erhaelt",
    "bezieht",
    "braucht",
    "berichtet",
    "wirkt",
    "zeigt",
    "reagiert",
    "bleibt",
    "verweigert",
    "moechte",
    "mit",
    "aus",
    "heute",
    "gestern",
    "weiterhin",
    "erneut",
    "has",
    "had",
    "is",
    "was",
    "takes",
    "took",
    "needs",
    "reports",
    "reported",
    "presents",
    "presented",
    "says",
    "said",
    "states",
    "stated",
    "refuses",
    "refused",
    "wants",
    "lives",
    "attended",
    "remains",
    "remained",
    "continues",
    "called",
    "with",
    "from",
    "today",
    "yesterday",
    "zi",
    "zimmer",
    "room",
];

/// Articles that single nobody out: in "erkläre das einem Klienten" the "das" does not belong to the client.
const INDEFINITE: [&str; 8] = ["ein", "eine", "einem", "einen", "einer", "eines", "a", "an"];

/// Words between a role and the place it belongs to: "ein Junge aus meiner Gruppe".
const BELONGS: [&str; 8] = ["aus", "in", "von", "bei", "from", "of", "at", "on"];

/// Whose place it is: one the house knows.
const OURS: [&str; 6] = ["meiner", "meinem", "unserer", "unserem", "my", "our"];

/// Most words between "ich" and what it has.
const REACH: u32 = 8;

/// The level of a sentence for a term at token `term`.
pub(crate) fn level(block: &Block<'_>, entities: &[Candidate], sentence: usize, term: u32) -> PersonLevel {
    let bytes = block.view.sentence_span(sentence);
    if bytes.is_empty() {
        return PersonLevel::P0;
    }
    if identified(block, entities, bytes) {
        PersonLevel::P3
    } else if block.set.core.shared.single.is_some_and(|single| block.view.sentence_has(sentence, single))
        || has_pseudonym(block, sentence)
        || has_single_role(block, sentence)
    {
        PersonLevel::P2
    } else if speaks_of_self(block, sentence, term) {
        PersonLevel::P1
    } else {
        PersonLevel::P0
    }
}

/// True when a name or a direct identifier stands in `bytes`.
pub(crate) fn identified(block: &Block<'_>, entities: &[Candidate], bytes: Span) -> bool {
    entities.iter().any(|entity| bytes.overlaps(entity.span) && block.identifies(entity))
}

/// "Frau K.", "Hr. M.", "Klient 12", "Klientin B", "Session w/ R.:", "M. hat geweint".
fn has_pseudonym(block: &Block<'_>, sentence: usize) -> bool {
    let range = block.view.sentences().tokens(sentence);
    let roles = block.set.core.shared.roles;
    let before = |token: u32| token.checked_sub(1).filter(|left| range.contains(left));
    range.clone().any(|at| {
        let Some(token) = block.view.tokens.get(at as usize) else { return false };
        let code = token.of(block.view.text);
        let followed_by = |signs: &[char]| block.view.text[token.end as usize..].starts_with(signs);
        let is_single = code.chars().count() == 1 && token.shape.is_word();
        // "Frau K.", and "frau k." where somebody types in a hurry.
        let is_letter = is_single && (token.shape.is_capitals() || followed_by(&['.']));
        if !(is_letter || token.shape.is_number() && code.len() <= 4) {
            return false;
        }
        let after = |list: &[&str]| before(at).is_some_and(|left| is_one_of(block.view.key(left), list));
        let after_role = || {
            let facts = block.view.facts(sentence);
            before(at).is_some_and(|left| facts.iter().any(|hit| Some(hit.set) == roles && hit.last == left))
        };
        let is_initial = || is_single && token.shape.is_capitals() && is_initial(block, &range, at, &followed_by);
        (is_letter && after(&SALUTATIONS)) || after_role() || is_initial()
    })
}

/// "Fallbesprechung L.: …", "M. hat geweint", but not "Aufgabe A.", "Frankfurt a. M. ist" and "von A nach B".
fn is_initial(block: &Block<'_>, range: &Range<u32>, at: u32, followed_by: &dyn Fn(&[char]) -> bool) -> bool {
    let word = |token: u32| if range.contains(&token) { block.view.key(token) } else { b"" };
    let left = at.checked_sub(1).map_or(b"".as_slice(), word);
    let in_a_case = followed_by(&['.', ':']) && is_one_of(left, &CASES);
    in_a_case || (followed_by(&['.']) && left.len() != 1 && is_one_of(word(at + 1), &TELEGRAPHIC))
}

/// "mein Klient", "die Kollegin", "der Junge aus der 3b", "ein Junge in meiner Gruppe": a role with words that single it
/// out.
fn has_single_role(block: &Block<'_>, sentence: usize) -> bool {
    let shared = block.set.core.shared;
    let (Some(roles), Some(determiners)) = (shared.roles, shared.determiners) else { return false };
    let facts = block.view.facts(sentence);
    facts.iter().filter(|hit| hit.set == roles).any(|role| {
        let fair = |token: &crate::text::Token| token.shape.is_gender_fair();
        if block.view.tokens.get(role.last as usize).is_some_and(fair) {
            return false;
        }
        if is_telegraphic(block, sentence, *role) || is_one_of_ours(block, sentence, *role) {
            return true;
        }
        // An adjective may stand between: "unsere neue Bewohnerin".
        let before =
            |hit: &&crate::view::SetHit| hit.set == determiners && hit.last < role.first && role.first - hit.last <= 2;
        facts.iter().filter(before).any(|hit| {
            let indefinite = (hit.last + 1..role.first).any(|token| is_one_of(block.view.key(token), &INDEFINITE));
            !indefinite && !is_plural(block, hit.first, role.last)
        })
    })
}

/// "ein Junge aus meiner Gruppe", "a boy in my class": anybody there knows who is meant.
fn is_one_of_ours(block: &Block<'_>, sentence: usize, role: crate::view::SetHit) -> bool {
    let range = block.view.sentences().tokens(sentence);
    let word = |token: u32| if range.contains(&token) { block.view.key(token) } else { b"" };
    let one = (role.first.saturating_sub(2)..role.first).any(|token| is_one_of(word(token), &INDEFINITE));
    one && is_one_of(word(role.last + 1), &BELONGS) && is_one_of(word(role.last + 2), &OURS)
}

/// "Klient hat …", "Bewohnerin mit …", "Client reports …": notes leave the article out.
fn is_telegraphic(block: &Block<'_>, sentence: usize, role: crate::view::SetHit) -> bool {
    let range = block.view.sentences().tokens(sentence);
    let next = role.last + 1;
    if role.first != range.start || !range.contains(&next) {
        return false;
    }
    is_one_of(block.view.key(next), &TELEGRAPHIC)
}

/// "unsere Klienten", "die Patienten", "die Bewohner": a determiner without case ending and a noun in -en or -er. The
/// accusative of one man ("den Klienten") has its own determiners.
fn is_plural(block: &Block<'_>, determiner: u32, noun: u32) -> bool {
    let open = matches!(
        block.view.key(determiner),
        b"die" | b"diese" | b"meine" | b"unsere" | b"ihre" | b"seine" | b"eure" | b"deine" | b"jene"
    );
    let noun = block.view.key(noun);
    // "Die Mutter" and "die Tochter" are one person.
    let one = [b"mutter".as_slice(), b"tochter", b"schwester"].iter().any(|kin| noun.ends_with(kin));
    // "Unserer Mitarbeiterinnen", "den Helfern": plural in every case.
    let always = noun.ends_with(b"innen") || (noun.ends_with(b"ern") && noun != b"intern");
    always || (open && (noun.ends_with(b"en") || (noun.ends_with(b"er") && !one)))
}

/// "Ich bin schwanger", "meine Epilepsie", "I have epilepsy", but not "ich schreibe über Depressionen".
fn speaks_of_self(block: &Block<'_>, sentence: usize, term: u32) -> bool {
    let word = |token: u32| block.view.key(token);
    let range = block.view.sentences().tokens(sentence);
    if term.checked_sub(1).is_some_and(|before| range.contains(&before) && is_one_of(word(before), &POSSESSIVE)) {
        return true;
    }
    let Some(selves) = block.set.core.shared.selves else { return false };
    let facts = block.view.facts(sentence);
    facts.iter().filter(|hit| hit.set == selves && hit.first < term && term - hit.first <= REACH).any(|own| {
        let around = own.first.saturating_sub(1).max(range.start)..term;
        around.clone().any(|token| is_one_of(word(token), &FIRST_PERSON))
            && !around.clone().any(|token| is_one_of(word(token), &ABOUT))
    })
}

fn is_one_of(key: &[u8], list: &[&str]) -> bool {
    list.iter().any(|entry| entry.as_bytes() == key)
}
