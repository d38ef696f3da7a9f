//! The words of a block as names see them: listed, unknown, or surely something else.

use leitplanke_finding::{Language, Span};

use crate::fold::Key;
use crate::lexis::flags;
use crate::phrases::SetId;
use crate::signs::{Sign, Signs};
use crate::text::Token;
use crate::view::View;

/// Any list of names.
pub(super) const LISTED: u32 = flags::FIRST_NAME | flags::LAST_NAME;

/// Words that are never part of a name unless a list says so.
const STOP: u32 = flags::NOUN | flags::ENGLISH_WORD | flags::GERMAN | flags::ENGLISH | flags::ORGANISATION;

/// Words that stand for something else before a name can begin.
const CUE: u32 = flags::SALUTATION | flags::TITLE | flags::ROLE;

/// Endings of nouns, with their plurals, folded; and how long a word with one must be to be a noun for sure.
const NOUN_ENDINGS: [(&str, usize); 18] = [
    ("ung", 6),
    ("ungen", 7),
    ("heit", 7),
    ("heiten", 8),
    ("keit", 7),
    ("keiten", 8),
    ("schaft", 8),
    ("schaften", 9),
    ("tion", 6),
    ("tionen", 8),
    ("taet", 7),
    ("taeten", 8),
    ("ismus", 7),
    ("ment", 7),
    ("ments", 7),
    ("innen", 7),
    ("ness", 7),
    ("ship", 7),
];

/// Endings of nouns that surnames have, too.
const COMMON_ENDINGS: [(&str, usize); 15] = [
    ("nis", 7),
    ("nisse", 7),
    ("tum", 7),
    ("ling", 8),
    ("linge", 8),
    ("chen", 8),
    ("lein", 8),
    ("erei", 7),
    ("ereien", 8),
    ("ik", 8),
    ("ur", 8),
    ("enz", 8),
    ("anz", 8),
    ("ity", 6),
    ("erin", 8),
];

/// Ends of surnames that nouns seem to end: "Wulfmeier" is no kind of eggs.
const SURNAMES: [&str; 1] = ["meier"];

/// Shortest noun that is looked for at the end of a compound, in letters.
const TAIL: usize = 4;
/// Shortest word that may be a compound.
const COMPOUND: usize = 8;
/// Shorter lines are not wrapped: they end where they should.
const WRAPPED: usize = 60;
/// Longest unknown word in capitals that is taken for an abbreviation.
pub(super) const ACRONYM: usize = 5;

/// Words that say whose somebody is.
pub(super) const OWNERS: Signs = Signs::of(&[Sign::Mine, Sign::Theirs]);

/// Words that single somebody out.
const SINGLING: Signs = Signs::of(&[Sign::Definite, Sign::Mine, Sign::Theirs]);

/// The words of a block.
#[derive(Clone, Copy)]
pub(super) struct Words<'w> {
    pub(super) view: &'w View<'w>,
    pub(super) text: &'w str,
    tokens: &'w [Token],
}

impl<'w> Words<'w> {
    pub(super) fn new(view: &'w View<'w>) -> Self {
        Self { view, text: view.text, tokens: view.tokens }
    }

    /// Number of words.
    pub(super) fn len(self) -> usize {
        self.tokens.len()
    }

    pub(super) fn token(self, at: usize) -> Option<&'w Token> {
        self.tokens.get(at)
    }

    pub(super) fn word(self, at: usize) -> &'w str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// True when the folded word is one of `list`.
    pub(super) fn is_one_of(self, at: usize, list: &[&str]) -> bool {
        let key = self.key(at);
        list.iter().any(|entry| entry.as_bytes() == key)
    }

    /// True when the word before is one of `list`, whatever lies between.
    pub(super) fn follows_one_of(self, at: usize, list: &[&str]) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_one_of(before, list))
    }

    /// The classes of the word.
    pub(super) fn signs(self, at: usize) -> Signs {
        self.view.signs(at as u32)
    }

    /// True when the word is of a class.
    pub(super) fn is(self, at: usize, sign: Sign) -> bool {
        self.signs(at).has(sign)
    }

    /// True when the word before is of a class, whatever lies between.
    pub(super) fn follows(self, at: usize, sign: Sign) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(before, sign))
    }

    /// True when the word is of one of several classes.
    pub(super) fn is_any(self, at: usize, signs: Signs) -> bool {
        self.signs(at).has_any(signs)
    }

    /// True when the word before is of one of several classes, whatever lies between.
    pub(super) fn follows_any(self, at: usize, signs: Signs) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is_any(before, signs))
    }

    /// True when the word so many words before a role makes it one person's: "mein", "der", "beim".
    pub(super) fn is_singled(self, role: usize, back: usize) -> bool {
        let singles = |at: usize| self.is_any(at, SINGLING) || self.is_one_of(at, &["beim", "vom"]);
        role.checked_sub(back).is_some_and(singles)
    }

    /// The classes of a word that stands anywhere.
    pub(super) fn signs_of(self, word: &str) -> Signs {
        self.view.signs_of(Key::of(word).as_bytes())
    }

    /// True when a word of the class ends this longer one: "Bundesministerin".
    pub(super) fn is_compound_of(self, at: usize, sign: Sign) -> bool {
        let key = self.key(at);
        (1..key.len().saturating_sub(TAIL - 1)).any(|cut| self.view.signs_of(&key[cut..]).has(sign))
    }

    /// The word before, where nothing but a blank lies between.
    pub(super) fn word_before(self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|before| self.gap(*before) == " ")
    }

    /// True for "an" in an English text, where it is an article: "an Henrik Brockkamp" has a preposition.
    pub(super) fn is_english_an(self, at: usize) -> bool {
        self.key(at) == b"an" && self.view.language() == Some(Language::En)
    }

    /// The folded word.
    pub(super) fn key(self, at: usize) -> &'w [u8] {
        self.view.key(at as u32)
    }

    pub(super) fn flags(self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |token| token.flags)
    }

    /// True when no list of names or of words that are none holds the word.
    pub(super) fn is_unlisted(self, at: usize) -> bool {
        self.flags(at) & !flags::SIGN == 0
    }

    pub(super) fn has(self, at: usize, flag: u32) -> bool {
        self.flags(at) & flag != 0
    }

    /// What stands between a word and the next one, or the end of the text.
    pub(super) fn gap(self, at: usize) -> &'w str {
        let Some(left) = self.tokens.get(at) else { return "" };
        let end = self.tokens.get(at + 1).map_or(self.text.len(), |right| right.start as usize);
        &self.text[left.end as usize..end]
    }

    /// What stands between two words.
    pub(super) fn between(self, left: usize, right: usize) -> &'w str {
        let (Some(left), Some(right)) = (self.tokens.get(left), self.tokens.get(right)) else { return "" };
        self.text.get(left.end as usize..right.start as usize).unwrap_or_default()
    }

    /// Everything behind a word.
    pub(super) fn after(self, at: usize) -> &'w str {
        self.tokens.get(at).map_or("", |token| &self.text[token.end as usize..])
    }

    /// Everything before a word.
    pub(super) fn before(self, at: usize) -> &'w str {
        self.tokens.get(at).map_or("", |token| &self.text[..token.start as usize])
    }

    pub(super) fn is_lower(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape.is_word() && !token.shape.is_capitalised())
    }

    pub(super) fn is_capitalised(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape.is_word() && token.shape.is_capitalised())
    }

    pub(super) fn is_capitals(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape.is_capitals())
    }

    /// A single capital letter: an initial, or a pseudonym.
    pub(super) fn is_letter(self, at: usize) -> bool {
        self.is_capitalised(at) && self.word(at).chars().count() == 1
    }

    /// True when a sentence, a line, a quotation or what follows a colon begins with this word.
    pub(super) fn opens_sentence(self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let gap = self.gap(before);
        let stop = |c: char| matches!(c, '!' | '?' | ':' | '\n' | '•' | '"' | '„' | '“' | '»' | '|' | ';');
        let dot = || gap.starts_with('.') && !self.has(before, CUE) && !self.is_letter(before);
        gap.contains(stop) || dot()
    }

    /// True when nothing but signs stands before the word in its line.
    pub(super) fn opens_line(self, at: usize) -> bool {
        let before =
            self.before(at).trim_end_matches([' ', '"', '\'', '>', '*', '-', '–', '„', '“', '(', '\t', '_', '#', '•']);
        before.is_empty() || before.ends_with('\n')
    }

    /// True when the line ends behind the word, commas and the like aside.
    pub(super) fn ends_line(self, at: usize) -> bool {
        let after = self.after(at).trim_start_matches([' ', ',', '.', '!', '*', '_', '"', '“', '\t', '\r']);
        after.is_empty() || after.starts_with('\n')
    }

    /// True when prose is wrapped behind the word: the line is long.
    pub(super) fn wraps_behind(self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let end = token.end as usize;
        let reach = &self.text.as_bytes()[end.saturating_sub(WRAPPED)..end];
        reach.len() == WRAPPED && !reach.contains(&b'\n')
    }

    /// True for a capitalised word in a list of names.
    pub(super) fn is_listed(self, at: usize) -> bool {
        self.is_capitalised(at) && self.has(at, LISTED) && !self.is_letter(at) && !self.is_fair(at)
    }

    /// True for a first or last name of the lists that is nothing else.
    pub(super) fn is_sure_name(self, at: usize) -> bool {
        let found = self.flags(at);
        let sure = |list: u32, ambiguous: u32| found & (list | ambiguous) == list;
        sure(flags::FIRST_NAME, flags::AMBIGUOUS_FIRST) || sure(flags::LAST_NAME, flags::AMBIGUOUS_LAST)
    }

    fn is_fair(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.shape.is_gender_fair())
    }

    /// True for a capitalised word that no list knows and that reads like no noun: it may be somebody's name.
    pub(super) fn is_unknown(self, at: usize) -> bool {
        self.is_strange(at) && !self.reads_as_noun(at)
    }

    /// The same behind a salutation, where compounds of nouns are names: "Frau Zurbuchen".
    pub(super) fn is_strange_name(self, at: usize) -> bool {
        self.is_strange(at) && !self.ends_in(at, &NOUN_ENDINGS)
    }

    fn is_strange(self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let letters = token.of(self.text);
        self.is_capitalised(at)
            && token.flags & (STOP | LISTED | CUE | flags::PLACE | flags::SIGNING_GROUP | flags::SIGN_OFF) == 0
            && letters.len() > 2
            && !self.is_fair(at)
            && !(token.shape.is_capitals() && letters.chars().count() <= ACRONYM)
            && (token.shape.is_capitals()
                || letters.starts_with("Mc")
                || !letters.chars().skip(1).any(char::is_uppercase))
    }

    /// True for words with the ending of a noun or with a common noun at their end: `Beitragsordnung`, `Teamtag`.
    fn reads_as_noun(self, at: usize) -> bool {
        let surname = SURNAMES.iter().any(|end| self.key(at).ends_with(end.as_bytes()));
        self.ends_in(at, &NOUN_ENDINGS)
            || self.ends_in(at, &COMMON_ENDINGS)
            || (!surname && self.view.language() != Some(Language::En) && self.tail_has(self.key(at), flags::NOUN))
    }

    fn ends_in(self, at: usize, endings: &[(&str, usize)]) -> bool {
        let key = self.key(at);
        endings.iter().any(|(ending, least)| key.len() >= *least && key.ends_with(ending.as_bytes()))
    }

    /// True when a word with `flag` ends a compound, a final -s, -n or -en aside.
    pub(super) fn tail_has(self, key: &[u8], flag: u32) -> bool {
        if key.len() < COMPOUND {
            return false;
        }
        let whole =
            |end: usize| (3..end.saturating_sub(TAIL - 1)).any(|cut| self.view.flags_of(&key[cut..end]) & flag != 0);
        let len = key.len();
        whole(len) || (key.ends_with(b"s") && whole(len - 1)) || (key.ends_with(b"en") && whole(len - 2))
    }

    /// The first word of a phrase of `set` that ends with word `last`.
    pub(super) fn phrase_ending(self, set: Option<SetId>, last: usize) -> Option<usize> {
        let around = last.saturating_sub(4) as u32..last as u32 + 1;
        let own = self.view.phrases_around(set?, around).filter(|hit| hit.last as usize == last);
        own.map(|hit| hit.first as usize).min()
    }

    /// True when a phrase of `set` touches the words.
    pub(super) fn in_phrase(self, set: Option<SetId>, first: usize, last: usize) -> bool {
        let Some(set) = set else { return false };
        let range = first.saturating_sub(3) as u32..(last + 4).min(self.len()) as u32;
        self.view.phrases_around(set, range).any(|hit| hit.first as usize <= last && hit.last as usize >= first)
    }

    /// The bytes from one word to another.
    pub(super) fn span(self, first: usize, last: usize) -> Span {
        self.view.span(first as u32, last as u32)
    }
}
