//! Which place of a phrase is looked up: the one whose words are rarest.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use leitplanke_finding::Language;
use leitplanke_rules::term::{Form, Phrase, Piece, Word};

use crate::fold::Key;
use crate::verify::fits;

/// Everyday words, folded, with how often they come up in a million.
static FREQUENT: LazyLock<BTreeMap<&[u8], u32>> = LazyLock::new(|| {
    let mut often = 0;
    let mut words = BTreeMap::new();
    for line in include_str!("frequent-words.txt").lines().filter(|line| !line.starts_with('#')) {
        match line.parse() {
            Ok(number) => often = number,
            Err(_) => words.extend(line.split_whitespace().map(|word| (word.as_bytes(), often))),
        }
    }
    words
});

/// How often a word comes up in a million that is not among the [`FREQUENT`] ones.
const RARE: u32 = 10;

/// How often the words of a place come up in a million, roughly.
fn frequency(piece: &Piece, language: Option<Language>) -> u32 {
    let Piece::Words(words) = piece else { return u32::MAX };
    words.iter().map(|word| frequency_of_word(word, language)).fold(0, u32::saturating_add)
}

fn frequency_of_word(word: &Word, language: Option<Language>) -> u32 {
    let key = Key::of(&word.text);
    let key = key.as_bytes();
    // An affix is found by some of its letters, so it is looked at in vain at times.
    let (beginning, rare) = match word.form {
        Form::Inflected | Form::Exact | Form::Capitals => (key, RARE),
        Form::Prefix => (key, 2 * RARE),
        Form::Suffix | Form::Infix => (&[][..], 4 * RARE),
    };
    let candidates = FREQUENT.range(beginning..).take_while(|(other, _)| other.starts_with(beginning));
    let covered = candidates.filter(|(other, _)| fits(key, word.form, other, language));
    rare + covered.map(|(_, often)| often).sum::<u32>()
}

/// The place a phrase is looked up by: the one whose words are rarest.
pub(crate) fn anchor(phrase: &Phrase) -> usize {
    let places = phrase.pieces.iter().map(|piece| frequency(piece, phrase.language)).enumerate();
    places.min_by_key(|(_, frequency)| *frequency).map_or(0, |(place, _)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_as_common_as_all_its_words() {
        let place = |term: &str| anchor(&Phrase::parse(term, None).unwrap().remove(0));
        assert_eq!(place("ohne ... Rückfrage"), 2);
        assert_eq!(place("(Rückfrage|nicht) (Akten|Notiz)"), 1);
        assert_eq!(place("(mein|die) ... (sein|spielen)"), 2);
        assert_eq!(place("want to be (gassed|exterminated|sterilised)"), 3);
        assert_eq!(place("# Uhr"), 1);
    }
}
