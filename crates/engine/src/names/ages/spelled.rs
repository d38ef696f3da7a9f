//! Numbers written as words: "siebzehn", "zweiundachtzig", "eighty-two". The simple ones are signs.

use super::super::words::Words;
use crate::signs::Sign;

/// Shortest number of two German words: "einundvierzig".
const SHORTEST_COMPOUND: usize = 12;

/// Shortest age in one word: "elfjährig".
const SHORTEST_AGE: usize = 10;

/// What German puts before "und" and the tens.
const ONES: [&[u8]; 9] = [b"ein", b"zwei", b"drei", b"vier", b"fuenf", b"sechs", b"sieben", b"acht", b"neun"];

/// What stands behind them, as the end of the word; "dreißig" is "dreissig" here.
const TENS: [&[u8]; 8] =
    [b"zwanzig", b"dreissig", b"vierzig", b"fuenfzig", b"sechzig", b"siebzig", b"achtzig", b"neunzig"];

/// True for a number from two to ninety-nine in one word: "siebzehn", "zweiundachtzig", "seventy". Asked for every word
/// of a text.
pub(super) fn is_number(words: Words<'_>, at: usize) -> bool {
    words.is(at, Sign::NumberWord) || is_compound(words.key(at))
}

fn is_compound(key: &[u8]) -> bool {
    key.len() >= SHORTEST_COMPOUND
        && key.ends_with(b"ig")
        && ONES.iter().any(|ones| {
            let tens = key.strip_prefix(*ones).and_then(|rest| rest.strip_prefix(b"und"));
            tens.is_some_and(|tens| TENS.contains(&tens))
        })
}

/// True for tens that a second word may go on: "eighty-two".
pub(super) fn goes_on(words: Words<'_>, tens: usize) -> bool {
    let ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    words.key(tens).ends_with(b"ty") && words.is_one_of(tens + 1, &ones)
}

/// True for "achtjährige", as one word.
pub(super) fn is_years_old(words: Words<'_>, key: &[u8]) -> bool {
    if key.len() < SHORTEST_AGE {
        return false;
    }
    let start = key.windows(7).position(|part| part == b"jaehrig");
    start.is_some_and(|start| {
        let number = &key[..start];
        words.view.signs_of(number).has(Sign::NumberWord) || is_compound(number)
    })
}

#[cfg(test)]
mod tests {
    use super::is_compound;

    #[test]
    fn numbers_of_two_words_are_known() {
        for word in ["zweiundachtzig", "einunddreissig", "fuenfundneunzig"] {
            assert!(is_compound(word.as_bytes()), "{word}");
        }
        for word in ["zweiundacht", "hundertachtzig", "grundlagenartig", "undzwanzig", "einundeinzig"] {
            assert!(!is_compound(word.as_bytes()), "{word}");
        }
    }
}
