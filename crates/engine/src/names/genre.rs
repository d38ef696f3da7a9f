//! What kind of text a block is: somebody's own world, a sum, a language exercise, a talk about the Bible or about
//! first names. Worked out once, when somebody asks.

use std::cell::OnceCell;

use super::words::Words;

/// The writer, their people, and what people at work write.
const PERSONAL: u8 = 1;
/// Names to choose from.
const OFFERS: u8 = 1 << 1;
/// What is counted in sums.
const SUM: u8 = 1 << 2;
/// Texts about the Bible and saints.
const SCRIPTURE: u8 = 1 << 3;
/// Pronouns of somebody spoken of.
const ONE: u8 = 1 << 4;
/// Sentences to be translated or inflected.
const EXERCISE: u8 = 1 << 5;
/// A question for a number.
const ASKS: u8 = 1 << 6;
/// A number.
const NUMBER: u8 = 1 << 7;

/// Words that tell, folded, in the order of their bytes.
const SIGNS: [(&[u8], u8); 163] = [
    (b"aepfel", SUM),
    (b"aktennotiz", PERSONAL),
    (b"altogether", SUM),
    (b"angerufen", PERSONAL),
    (b"anruf", PERSONAL),
    (b"apples", SUM),
    (b"babynamen", OFFERS),
    (b"balls", SUM),
    (b"bananas", SUM),
    (b"bananen", SUM),
    (b"bibel", SCRIPTURE),
    (b"bibelstelle", SCRIPTURE),
    (b"bibelvers", SCRIPTURE),
    (b"bible", SCRIPTURE),
    (b"biblical", SCRIPTURE),
    (b"biblisch", SCRIPTURE),
    (b"biblische", SCRIPTURE),
    (b"biblischen", SCRIPTURE),
    (b"birnen", SUM),
    (b"bonbons", SUM),
    (b"cakes", SUM),
    (b"cookies", SUM),
    (b"dear", PERSONAL),
    (b"dienstbuch", PERSONAL),
    (b"dienstplan", PERSONAL),
    (b"doppelt", SUM),
    (b"dreimal", SUM),
    (b"drittel", SUM),
    (b"elternabend", PERSONAL),
    (b"elternbrief", PERSONAL),
    (b"er", ONE),
    (b"evangelium", SCRIPTURE),
    (b"exodus", SCRIPTURE),
    (b"fahrdienst", PERSONAL),
    (b"fallnotiz", PERSONAL),
    (b"ferienfreizeit", PERSONAL),
    (b"fruehdienst", PERSONAL),
    (b"geehrte", PERSONAL),
    (b"geehrter", PERSONAL),
    (b"genesis", SCRIPTURE),
    (b"gespraechsnotiz", PERSONAL),
    (b"gleichnis", SCRIPTURE),
    (b"gospel", SCRIPTURE),
    (b"gruesse", PERSONAL),
    (b"gruppenbuch", PERSONAL),
    (b"gruss", PERSONAL),
    (b"gummibaerchen", SUM),
    (b"haelfte", SUM),
    (b"halb", SUM),
    (b"half", SUM),
    (b"hallo", PERSONAL),
    (b"handover", PERSONAL),
    (b"hefte", SUM),
    (b"heiligen", SCRIPTURE),
    (b"heiliger", SCRIPTURE),
    (b"hilfeplan", PERSONAL),
    (b"i", PERSONAL),
    (b"ich", PERSONAL),
    (b"ihm", ONE),
    (b"ihn", ONE),
    (b"ihr", ONE),
    (b"incident", PERSONAL),
    (b"juenger", SCRIPTURE),
    (b"jugendamt", PERSONAL),
    (b"jungennamen", OFFERS),
    (b"kassenbericht", PERSONAL),
    (b"kekse", SUM),
    (b"kindergottesdienst", SCRIPTURE),
    (b"kirschen", SUM),
    (b"kosenamen", OFFERS),
    (b"krankenhaus", PERSONAL),
    (b"left", SUM),
    (b"liebe", PERSONAL),
    (b"lieber", PERSONAL),
    (b"logbook", PERSONAL),
    (b"lueckentext", OFFERS),
    (b"maedchennamen", OFFERS),
    (b"mail", PERSONAL),
    (b"marbles", SUM),
    (b"mascot", OFFERS),
    (b"maskottchen", OFFERS),
    (b"me", PERSONAL),
    (b"mein", PERSONAL),
    (b"meine", PERSONAL),
    (b"meinem", PERSONAL),
    (b"meinen", PERSONAL),
    (b"meiner", PERSONAL),
    (b"mich", PERSONAL),
    (b"mir", PERSONAL),
    (b"murmeln", SUM),
    (b"my", PERSONAL),
    (b"nachricht", PERSONAL),
    (b"nachtdienst", PERSONAL),
    (b"nachtwache", PERSONAL),
    (b"namensgebung", OFFERS),
    (b"namensherkunft", OFFERS),
    (b"namensideen", OFFERS),
    (b"namensliste", OFFERS),
    (b"namenstag", OFFERS),
    (b"namensvorschlaege", OFFERS),
    (b"names", OFFERS),
    (b"nicknames", OFFERS),
    (b"nuesse", SUM),
    (b"orangen", SUM),
    (b"oranges", SUM),
    (b"our", PERSONAL),
    (b"parable", SCRIPTURE),
    (b"patron", SCRIPTURE),
    (b"pears", SUM),
    (b"pencils", SUM),
    (b"pizza", SUM),
    (b"predigt", SCRIPTURE),
    (b"prophet", SCRIPTURE),
    (b"protokoll", PERSONAL),
    (b"psalm", SCRIPTURE),
    (b"regards", PERSONAL),
    (b"rota", PERSONAL),
    (b"rundmail", PERSONAL),
    (b"safeguarding", PERSONAL),
    (b"saints", SCRIPTURE),
    (b"schicht", PERSONAL),
    (b"schutzheilige", SCRIPTURE),
    (b"schutzheiliger", SCRIPTURE),
    (b"schutzpatron", SCRIPTURE),
    (b"schutzpatronin", SCRIPTURE),
    (b"seniorenkreis", PERSONAL),
    (b"sermon", SCRIPTURE),
    (b"shift", PERSONAL),
    (b"shifts", PERSONAL),
    (b"sie", ONE),
    (b"sms", PERSONAL),
    (b"spaetdienst", PERSONAL),
    (b"spitznamen", OFFERS),
    (b"standup", PERSONAL),
    (b"stifte", SUM),
    (b"sunday", SCRIPTURE),
    (b"sweets", SUM),
    (b"telefonliste", PERSONAL),
    (b"termin", PERSONAL),
    (b"testament", SCRIPTURE),
    (b"twice", SUM),
    (b"uebergabe", PERSONAL),
    (b"uebergabebuch", PERSONAL),
    (b"uebrig", SUM),
    (b"uns", PERSONAL),
    (b"unser", PERSONAL),
    (b"unsere", PERSONAL),
    (b"unserem", PERSONAL),
    (b"unseren", PERSONAL),
    (b"unserer", PERSONAL),
    (b"us", PERSONAL),
    (b"volunteers", PERSONAL),
    (b"vorname", OFFERS),
    (b"vornamen", OFFERS),
    (b"we", PERSONAL),
    (b"weiterleiten", PERSONAL),
    (b"whatsapp", PERSONAL),
    (b"wir", PERSONAL),
    (b"wishes", PERSONAL),
    (b"wohngruppe", PERSONAL),
    (b"zeiterfassung", PERSONAL),
    (b"zeugnisbemerkung", PERSONAL),
    (b"zusammen", SUM),
];

/// Words before "Namen" that ask for names to choose from.
const ADJECTIVES: [&str; 8] =
    ["beliebte", "beliebtesten", "schoene", "deutsche", "tuerkische", "seltene", "moderne", "alte"];

/// The kind of a text.
pub(super) struct Genre<'w> {
    words: Words<'w>,
    found: OnceCell<u8>,
}

impl<'w> Genre<'w> {
    /// Of the text of `words`; nothing is read before somebody asks.
    pub(super) fn of(words: Words<'w>) -> Self {
        Self { words, found: OnceCell::new() }
    }

    /// True when somebody writes about their own world: "ich", "unsere", "we", or notes and letters of it.
    pub(super) fn is_personal(&self) -> bool {
        self.has(PERSONAL)
    }

    /// True for a text that gathers first names to choose from.
    pub(super) fn offers_names(&self) -> bool {
        self.has(OFFERS)
    }

    /// True for a sum: "Sarah has 3 apples … how many are left?"
    pub(super) fn is_sum(&self) -> bool {
        self.has(SUM) && self.has(ASKS) && self.has(NUMBER)
    }

    /// True for a text that speaks of the Bible.
    pub(super) fn is_scripture(&self) -> bool {
        self.has(SCRIPTURE)
    }

    /// True for a text that goes on about somebody: "er", "ihm", "sie".
    pub(super) fn speaks_of_one(&self) -> bool {
        self.has(ONE)
    }

    /// True for a text that asks for a translation or the like.
    pub(super) fn is_exercise(&self) -> bool {
        self.has(EXERCISE)
    }

    fn has(&self, sign: u8) -> bool {
        self.found.get_or_init(|| (0..self.words.len()).map(|at| signs(self.words, at)).fold(0, |all, one| all | one))
            & sign
            != 0
    }
}

/// What one word tells.
fn signs(words: Words<'_>, at: usize) -> u8 {
    let key = words.key(at);
    if key.first().is_some_and(u8::is_ascii_digit) {
        return NUMBER;
    }
    // "i. V. m." is no "I".
    let told = if may_tell(key) && !(key == b"i" && words.after(at).starts_with('.')) { looked_up(key) } else { 0 };
    told | match key {
        b"wie" | b"how" if words.is_one_of(at + 1, &["viele", "viel", "many", "much", "alt", "old"]) => ASKS,
        b"rechne" => ASKS,
        b"namen" if words.is_one_of(at + 1, &["fuer"]) || words.is_one_of(at.wrapping_sub(1), &ADJECTIVES) => OFFERS,
        _ if [b"uebersetz".as_slice(), b"translat", b"konjugier"].iter().any(|stem| key.starts_with(stem)) => EXERCISE,
        _ => 0,
    }
}

fn looked_up(key: &[u8]) -> u8 {
    SIGNS.binary_search_by(|(word, _)| (*word).cmp(key)).map_or(0, |found| SIGNS[found].1)
}

/// Which lengths the signs with the same first two letters have, as bits. Nearly all words are settled by that.
const LENGTHS: [u16; 1 << 10] = {
    let mut lengths = [0; 1 << 10];
    let mut at = 0;
    while at < SIGNS.len() {
        let word = SIGNS[at].0;
        let second = if word.len() > 1 { word[1] } else { 0 };
        lengths[pair(word[0], second)] |= 1 << (word.len() % 16);
        at += 1;
    }
    lengths
};

/// A place for two letters.
const fn pair(first: u8, second: u8) -> usize {
    ((first as usize & 31) << 5) | (second as usize & 31)
}

fn may_tell(key: &[u8]) -> bool {
    let place = match key {
        [first, second, ..] => pair(*first, *second),
        [first] => pair(*first, 0),
        [] => return false,
    };
    LENGTHS[place] & (1 << (key.len() % 16)) != 0
}

#[cfg(test)]
mod tests {
    use super::SIGNS;

    #[test]
    fn signs_are_in_order() {
        assert!(SIGNS.iter().all(|(word, _)| super::may_tell(word)));
        assert!(SIGNS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
