//! How firmly a sentence points at one person.

use std::ops::Range;

use leitplanke_finding::{PersonLevel, Span};

use super::block::Block;
use super::candidate::Candidate;
use crate::phrases::SetId;
use crate::text::Token;
use crate::view::SetHit;

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

/// Words that make a place, or a group of people, one the writer knows.
pub(crate) const OURS: [&str; 6] = ["meiner", "meinem", "unserer", "unserem", "my", "our"];

/// Most words between "ich" and what it has.
const REACH: u32 = 8;

/// The level of a sentence for a term at token `term`.
pub(crate) fn level(block: &Block<'_>, entities: &[Candidate], sentence: usize, term: u32) -> PersonLevel {
    let bytes = block.view.sentence_span(sentence);
    if bytes.is_empty() {
        return PersonLevel::P0;
    }
    if identified(block, entities, bytes) {
        return PersonLevel::P3;
    }
    let said = Said { block, sentence, tokens: block.view.sentences().tokens(sentence) };
    if block.set.core.shared.single.is_some_and(|single| block.view.sentence_has(sentence, single))
        || said.has_pseudonym()
        || said.has_single_role()
    {
        PersonLevel::P2
    } else if said.speaks_of_self(term) {
        PersonLevel::P1
    } else {
        PersonLevel::P0
    }
}

/// True when a name or a direct identifier stands in `bytes`.
pub(crate) fn identified(block: &Block<'_>, entities: &[Candidate], bytes: Span) -> bool {
    entities.iter().any(|entity| bytes.overlaps(entity.span) && block.identifies(entity))
}

/// A sentence in its words.
struct Said<'b> {
    block: &'b Block<'b>,
    sentence: usize,
    tokens: Range<u32>,
}

impl<'b> Said<'b> {
    /// The folded word; empty outside of the sentence.
    fn word(&self, token: u32) -> &'b [u8] {
        if self.tokens.contains(&token) { self.block.view.key(token) } else { b"" }
    }

    /// True when the word is one of `list`.
    fn says(&self, token: u32, list: &[&str]) -> bool {
        let word = self.word(token);
        list.iter().any(|entry| entry.as_bytes() == word)
    }

    /// The phrases of `set` in the sentence.
    fn phrases(&self, set: Option<SetId>) -> impl Iterator<Item = SetHit> + use<'b> {
        let facts = self.block.view.facts(self.sentence);
        facts.iter().filter(move |hit| Some(hit.set) == set).copied()
    }

    /// "Frau K.", "Hr. M.", "Klient 12", "Klientin B", "Session w/ R.:", "M. hat geweint".
    fn has_pseudonym(&self) -> bool {
        self.tokens.clone().any(|at| self.is_pseudonym(at))
    }

    fn is_pseudonym(&self, at: u32) -> bool {
        let view = &self.block.view;
        let Some(token) = view.tokens.get(at as usize) else { return false };
        let code = token.of(view.text);
        let rest = &view.text[token.end as usize..];
        let is_single = code.chars().count() == 1 && token.shape.is_word();
        // "Frau K.", and "frau k." where somebody types in a hurry.
        let is_letter = is_single && (token.shape.is_capitals() || rest.starts_with('.'));
        if !(is_letter || token.shape.is_number() && code.len() <= 4) {
            return false;
        }
        let before = at.checked_sub(1);
        (is_letter && before.is_some_and(|before| self.says(before, &SALUTATIONS)))
            || self.phrases(self.block.set.core.shared.roles).any(|role| Some(role.last) == before)
            || (is_single && token.shape.is_capitals() && self.is_initial(at, rest))
    }

    /// "Fallbesprechung L.: …", "M. hat geweint", but not "Aufgabe A.", "Frankfurt a. M. ist" and "von A nach B".
    fn is_initial(&self, at: u32, rest: &str) -> bool {
        let before = at.checked_sub(1);
        let in_a_case = rest.starts_with(['.', ':']) && before.is_some_and(|before| self.says(before, &CASES));
        let behind_letter = before.is_some_and(|before| self.word(before).len() == 1);
        in_a_case || (rest.starts_with('.') && !behind_letter && self.says(at + 1, &TELEGRAPHIC))
    }

    /// "mein Klient", "die Kollegin", "der Junge aus der 3b", "ein Junge in meiner Gruppe": a role with words that single
    /// it out.
    fn has_single_role(&self) -> bool {
        let shared = self.block.set.core.shared;
        if shared.determiners.is_none() {
            return false;
        }
        self.phrases(shared.roles).any(|role| {
            let fair = |token: &Token| token.shape.is_gender_fair();
            if self.block.view.tokens.get(role.last as usize).is_some_and(fair) {
                return false;
            }
            if self.is_telegraphic(role) || self.is_one_of_ours(role) {
                return true;
            }
            // An adjective may stand between: "unsere neue Bewohnerin".
            let before = |hit: &SetHit| hit.last < role.first && role.first - hit.last <= 2;
            self.phrases(shared.determiners).filter(before).any(|hit| {
                let indefinite = (hit.last + 1..role.first).any(|token| self.says(token, &INDEFINITE));
                !indefinite && !self.is_plural(hit.first, role.last)
            })
        })
    }

    /// "ein Junge aus meiner Gruppe", "a boy in my class": anybody there knows who is meant.
    fn is_one_of_ours(&self, role: SetHit) -> bool {
        (role.first.saturating_sub(2)..role.first).any(|token| self.says(token, &INDEFINITE))
            && self.says(role.last + 1, &BELONGS)
            && self.says(role.last + 2, &OURS)
    }

    /// "Klient hat …", "Bewohnerin mit …", "Client reports …": notes leave the article out.
    fn is_telegraphic(&self, role: SetHit) -> bool {
        role.first == self.tokens.start && self.says(role.last + 1, &TELEGRAPHIC)
    }

    /// "unsere Klienten", "die Patienten", "die Bewohner": a determiner without case ending and a noun in -en or -er. The
    /// accusative of one man ("den Klienten") has its own determiners.
    fn is_plural(&self, determiner: u32, noun: u32) -> bool {
        let open = matches!(
            self.word(determiner),
            b"die" | b"diese" | b"meine" | b"unsere" | b"ihre" | b"seine" | b"eure" | b"deine" | b"jene"
        );
        let noun = self.word(noun);
        // "Die Mutter" and "die Tochter" are one person.
        let one = [b"mutter".as_slice(), b"tochter", b"schwester"].iter().any(|kin| noun.ends_with(kin));
        // "Unserer Mitarbeiterinnen", "den Helfern": plural in every case.
        let always = noun.ends_with(b"innen") || (noun.ends_with(b"ern") && noun != b"intern");
        always || (open && (noun.ends_with(b"en") || (noun.ends_with(b"er") && !one)))
    }

    /// "Ich bin schwanger", "meine Epilepsie", "I have epilepsy", but not "ich schreibe über Depressionen".
    fn speaks_of_self(&self, term: u32) -> bool {
        if term.checked_sub(1).is_some_and(|before| self.says(before, &POSSESSIVE)) {
            return true;
        }
        let near = |hit: &SetHit| hit.first < term && term - hit.first <= REACH;
        self.phrases(self.block.set.core.shared.selves).filter(near).any(|own| {
            let around = || own.first.saturating_sub(1)..term;
            around().any(|token| self.says(token, &FIRST_PERSON)) && !around().any(|token| self.says(token, &ABOUT))
        })
    }
}
