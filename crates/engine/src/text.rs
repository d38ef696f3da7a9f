//! A text cut into words, each looked up once.

use std::ops::Range;

use leitplanke_finding::Span;

use crate::fold::Key;
use crate::glossary::{Around, Glossary, Wake};
use crate::lexis::{Lexis, Posting, flags};
use crate::set_filter::SetFilter;
use crate::signs::Signs;
use crate::start::Start;

/// A run of letters and digits, or one of the signs that terms may use (`§ % € $ &`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// First byte in the matching text.
    pub(crate) start: u32,
    /// One past the last byte.
    pub(crate) end: u32,
    /// Where its folded letters begin in [`Words::keys`].
    key: u32,
    /// How many they are.
    key_len: u8,
    /// Its number in the glossary.
    number: u32,
    /// Its first letters.
    pub(crate) begins: Start,
    /// What the dictionary says, see [`crate::lexis::flags`].
    pub(crate) flags: u32,
    /// How it looks.
    pub(crate) shape: Shape,
}

/// How a word looks, as bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Shape(u8);

impl Shape {
    const DIGIT: u8 = 1;
    const LETTER: u8 = 1 << 1;
    const CAPITAL: u8 = 1 << 2;
    const LOWER: u8 = 1 << 3;
    const GENDER: u8 = 1 << 4;

    /// Holds a digit.
    pub(crate) fn has_digit(self) -> bool {
        self.0 & Self::DIGIT != 0
    }

    /// Digits only.
    pub(crate) fn is_number(self) -> bool {
        self.0 & (Self::DIGIT | Self::LETTER) == Self::DIGIT
    }

    /// Letters only.
    pub(crate) fn is_word(self) -> bool {
        self.0 & (Self::DIGIT | Self::LETTER) == Self::LETTER
    }

    /// Begins with a capital letter.
    pub(crate) fn is_capitalised(self) -> bool {
        self.0 & Self::CAPITAL != 0
    }

    /// Has letters, and none of them is lower-case.
    pub(crate) fn is_capitals(self) -> bool {
        self.0 & (Self::LETTER | Self::LOWER) == Self::LETTER
    }

    /// Followed by a gender-fair ending: `*in`, `:innen`, `_in`, `/-in`.
    pub(crate) fn is_gender_fair(self) -> bool {
        self.0 & Self::GENDER != 0
    }
}

impl Token {
    /// Its bytes.
    pub(crate) fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Its letters.
    pub(crate) fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span().of(text)
    }
}

/// The words of a text with their folded letters. Used again for the next text, so that scanning allocates little.
#[derive(Debug, Default)]
pub(crate) struct Words {
    pub(crate) tokens: Vec<Token>,
    keys: Vec<u8>,
    glossary: Glossary,
}

impl Words {
    /// The folded letters of a token; empty for a number no token has.
    #[inline]
    pub(crate) fn key(&self, token: usize) -> &[u8] {
        let Some(token) = self.tokens.get(token) else { return &[] };
        let start = token.key as usize;
        self.keys.get(start..start + usize::from(token.key_len)).unwrap_or_default()
    }

    /// The classes of a token; none for most, and for a number no token has.
    #[inline]
    pub(crate) fn signs(&self, token: usize) -> Signs {
        match self.tokens.get(token) {
            Some(token) if token.flags & flags::SIGN != 0 => self.glossary.signs(token.number),
            _ => Signs::default(),
        }
    }

    /// Tells of every phrase that rules want and that may stand around a word: the token, the posting, and whether the
    /// word alone proves it.
    #[inline]
    pub(crate) fn each_active(&self, mut hit: impl FnMut(u32, Posting, bool)) {
        for at in 0..self.tokens.len() {
            self.each(at, Glossary::active, |posting, is_proven| hit(at as u32, posting, is_proven));
        }
    }

    /// The sets that the words of some tokens may bring.
    pub(crate) fn sets(&self, tokens: Range<u32>) -> SetFilter {
        let mut all = SetFilter::default();
        for token in self.tokens.get(tokens.start as usize..tokens.end as usize).unwrap_or_default() {
            all.join(self.glossary.sets(token.number));
        }
        all
    }

    /// The same for the phrases of sets around one token.
    #[inline]
    pub(crate) fn each_collected(&self, at: u32, hit: impl FnMut(Posting, bool)) {
        self.each(at as usize, Glossary::collected, hit);
    }

    #[inline]
    fn each(&self, at: usize, list: fn(&Glossary, u32) -> &[Wake], mut hit: impl FnMut(Posting, bool)) {
        let Some(token) = self.tokens.get(at) else { return };
        let wakes = list(&self.glossary, token.number);
        if wakes.is_empty() {
            return;
        }
        let (mut before, mut behind) = (Around::default(), Around::default());
        for (begins, token) in before.iter_mut().zip(self.tokens[..at].iter().rev()) {
            *begins = token.begins;
        }
        for (begins, token) in behind.iter_mut().zip(&self.tokens[at + 1..]) {
            *begins = token.begins;
        }
        for wake in wakes {
            let is_written_so = !wake.in_capitals || token.shape.is_capitals();
            if is_written_so && wake.may_stand(&before, &behind) {
                hit(wake.posting, wake.is_proven);
            }
        }
    }
}

/// Cuts `text` into tokens and looks each one up.
pub(crate) fn tokenize(text: &str, lexis: &Lexis, words: &mut Words) {
    let Words { tokens, keys, glossary } = words;
    tokens.clear();
    keys.clear();
    glossary.refresh();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let Some((start, end, shape)) = next_word(text, at) else { break };
        at = end;
        let shape =
            if shape.is_word() && has_gender_ending(&text[end..]) { Shape(shape.0 | Shape::GENDER) } else { shape };
        let folded = Key::of(&text[start..end]);
        let letters = folded.as_bytes();
        let (key, key_len) = (keys.len() as u32, letters.len() as u8);
        keys.extend_from_slice(letters);
        let (number, flags) = glossary.number(&folded, lexis);
        let begins = Start::of(letters);
        tokens.push(Token { start: start as u32, end: end as u32, key, key_len, number, begins, flags, shape });
    }
}

/// The next token at or after `at`.
fn next_word(text: &str, at: usize) -> Option<(usize, usize, Shape)> {
    let bytes = text.as_bytes();
    let mut start = at;
    while start < bytes.len() {
        let class = CLASS[usize::from(bytes[start])];
        if class == SIGN {
            return Some((start, start + 1, Shape::default()));
        }
        if class == WIDE {
            let c = text[start..].chars().next()?;
            if c.is_alphanumeric() {
                break;
            }
            if matches!(c, '§' | '€') {
                return Some((start, start + c.len_utf8(), Shape::default()));
            }
            start += c.len_utf8();
        } else if class == OTHER {
            start += 1;
        } else {
            break;
        }
    }
    if start == bytes.len() {
        return None;
    }
    let (mut end, mut bits) = (start, 0u8);
    while end < bytes.len() {
        let class = CLASS[usize::from(bytes[end])];
        if class == OTHER || class == SIGN {
            break;
        }
        if class == WIDE {
            let c = text[end..].chars().next()?;
            if !c.is_alphanumeric() {
                break;
            }
            bits |= wide_bits(c, end == start);
            end += c.len_utf8();
        } else {
            bits |= if end > start && class & Shape::LOWER == 0 { class & !Shape::CAPITAL } else { class };
            end += 1;
        }
    }
    Some((start, end, Shape(bits)))
}

fn wide_bits(c: char, first: bool) -> u8 {
    if c.is_numeric() {
        return Shape::DIGIT;
    }
    match (c.is_lowercase(), first && c.is_uppercase()) {
        (true, _) => Shape::LETTER | Shape::LOWER,
        (false, true) => Shape::LETTER | Shape::CAPITAL,
        (false, false) => Shape::LETTER,
    }
}

/// True for `*in`, `:innen`, `_in`, `/-in`, `/in`, `*r`, `(in)` right after a word.
fn has_gender_ending(rest: &str) -> bool {
    let Some(sign) = rest.bytes().next() else { return false };
    if !matches!(sign, b'*' | b':' | b'_' | b'/' | b'(') {
        return false;
    }
    let rest = rest[1..].strip_prefix('-').unwrap_or(&rest[1..]);
    let end = rest.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
    matches!(&rest[..end], "in" | "innen" | "r" | "n" | "e" | "frau" | "frauen")
}

const OTHER: u8 = 0;
const SIGN: u8 = 0x40;
const WIDE: u8 = 0x80;

/// Class of each byte: bits of [`Shape`] for ASCII letters and digits, else one of the three above.
const CLASS: [u8; 256] = {
    let mut class = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        class[byte] = match byte as u8 {
            b'0'..=b'9' => Shape::DIGIT,
            b'A'..=b'Z' => Shape::LETTER | Shape::CAPITAL,
            b'a'..=b'z' => Shape::LETTER | Shape::LOWER,
            b'%' | b'$' | b'&' => SIGN,
            0x80..=0xff => WIDE,
            _ => OTHER,
        };
        byte += 1;
    }
    class
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexis::LexisBuilder;

    fn words(text: &str) -> Vec<(String, Shape)> {
        let lexis = LexisBuilder::default().build();
        let mut words = Words::default();
        tokenize(text, &lexis, &mut words);
        words.tokens.iter().map(|token| (token.of(text).to_owned(), token.shape)).collect()
    }

    #[test]
    fn cuts_at_everything_but_letters_and_digits() {
        let found = words("§ 8a SGB: Größe—Ämter, DE21x 3,5 %");
        let expected = ["§", "8a", "SGB", "Größe", "Ämter", "DE21x", "3", "5", "%"];
        assert_eq!(found.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn sees_how_words_look() {
        let shape = |text: &str| words(text)[0].1;
        assert!(shape("ASD").is_capitals() && !shape("Asd").is_capitals());
        assert!(
            shape("Ämter").is_capitalised() && !shape("ämter").is_capitalised() && !shape("äMter").is_capitalised()
        );
        assert!(shape("12").is_number() && !shape("1a").is_number() && shape("1a").has_digit());
        for fair in ["Klient*in", "Klient:innen", "Klient_in", "Klient/-in", "Klient(in)"] {
            assert!(shape(fair).is_gender_fair(), "{fair}");
        }
        assert!(!shape("Klient: innen").is_gender_fair() && !shape("Klient*inhalt").is_gender_fair());
    }

    proptest::proptest! {
        #[test]
        fn tokens_are_cut_on_character_borders_in_order(text: String) {
            let lexis = LexisBuilder::default().build();
            let mut words = Words::default();
            tokenize(&text, &lexis, &mut words);
            let mut last = 0;
            for token in words.tokens {
                proptest::prop_assert!(token.start >= last && token.end > token.start);
                proptest::prop_assert!(text.get(token.start as usize..token.end as usize).is_some());
                last = token.end;
            }
        }
    }
}
