//! How firmly a sentence points at one person.

use std::ops::Range;

use leitplanke_finding::{PersonLevel, Span};

use super::block::Block;
use super::candidate::Candidate;
use crate::phrases::SetId;
use crate::signs::Sign;
use crate::text::Token;
use crate::view::SetHit;

/// Words of possession directly before a term: "meine Depression".
const POSSESSIVE: [&str; 6] = ["meine", "meiner", "meinen", "meinem", "mein", "my"];

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

    /// True when the word is of a class.
    fn is(&self, token: u32, sign: Sign) -> bool {
        self.tokens.contains(&token) && self.block.view.signs(token).has(sign)
    }

    /// True when the word is one of `list`.
    fn says(&self, token: u32, list: &[&str]) -> bool {
        let word = self.word(token);
        list.iter().any(|entry| entry.as_bytes() == word)
    }

    /// True for an article that singles nobody out: in "erkläre das einem Klienten" the "das" does not belong to the client.
    fn is_indefinite(&self, token: u32) -> bool {
        self.is(token, Sign::Indefinite) || self.says(token, &["an"])
    }

    /// The phrases of `set` in the sentence.
    fn phrases(&self, set: Option<SetId>) -> impl Iterator<Item = SetHit> + use<'b> {
        let (view, sentence) = (&self.block.view, self.sentence);
        set.into_iter().flat_map(move |set| view.phrases_of(set, sentence))
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
        (is_letter && before.is_some_and(|before| self.is(before, Sign::Salutation)))
            || self.phrases(self.block.set.core.shared.roles).any(|role| Some(role.last) == before)
            || (is_single && token.shape.is_capitals() && self.is_initial(at, rest))
    }

    /// "Fallbesprechung L.: …", "M. hat geweint", but not "Aufgabe A.", "Frankfurt a. M. ist" and "von A nach B".
    fn is_initial(&self, at: u32, rest: &str) -> bool {
        let before = at.checked_sub(1);
        let in_a_case = rest.starts_with(['.', ':']) && before.is_some_and(|before| self.is(before, Sign::Case));
        let behind_letter = before.is_some_and(|before| self.word(before).len() == 1);
        in_a_case || (rest.starts_with('.') && !behind_letter && self.is(at + 1, Sign::Telegraphic))
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
            let compound = self.is(role.last + 1, Sign::RoleCompound);
            if compound || self.block.view.tokens.get(role.last as usize).is_some_and(fair) {
                return false;
            }
            if self.is_telegraphic(role) || self.is_one_of_ours(role) {
                return true;
            }
            // An adjective may stand between: "unsere neue Bewohnerin".
            let before = |hit: &SetHit| hit.last < role.first && role.first - hit.last <= 2;
            self.phrases(shared.determiners).filter(before).any(|hit| {
                let indefinite = (hit.last + 1..role.first).any(|token| self.is_indefinite(token));
                !indefinite && !self.is_plural(hit.first, role.last)
            })
        })
    }

    /// "ein Junge aus meiner Gruppe", "a boy in my class": anybody there knows who is meant.
    fn is_one_of_ours(&self, role: SetHit) -> bool {
        (role.first.saturating_sub(2)..role.first).any(|token| self.is_indefinite(token))
            && self.is(role.last + 1, Sign::Belonging)
            && self.is(role.last + 2, Sign::Ours)
    }

    /// "Klient hat …", "Bewohnerin mit …", "Client reports …": notes leave the article out.
    fn is_telegraphic(&self, role: SetHit) -> bool {
        role.first == self.tokens.start && self.is(role.last + 1, Sign::Telegraphic)
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
            around().any(|token| self.is(token, Sign::FirstPerson))
                && !around().any(|token| self.is(token, Sign::About))
        })
    }
}
