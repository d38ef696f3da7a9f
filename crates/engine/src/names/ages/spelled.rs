//! Numbers written as words: "siebzehn", "zweiundachtzig", "eighty-two".

/// Shortest number of two German words: "einundvierzig".
const SHORTEST_COMPOUND: usize = 12;

/// Shortest age in one word: "elfjährig".
const SHORTEST_AGE: usize = 10;

/// What German puts before "und" and the tens.
const ONES: [&[u8]; 9] = [b"ein", b"zwei", b"drei", b"vier", b"fuenf", b"sechs", b"sieben", b"acht", b"neun"];

/// True for a number from two to ninety-nine in one word, folded: "siebzehn", "zweiundachtzig", "seventy". Asked for
/// every word of a text.
pub(super) fn is_number(key: &[u8]) -> bool {
    is_plain(key) || (key.len() >= SHORTEST_COMPOUND && is_tens(key) && is_compound(key))
}

fn is_compound(key: &[u8]) -> bool {
    ONES.iter().any(|ones| {
        let tens = key.strip_prefix(*ones).and_then(|rest| rest.strip_prefix(b"und"));
        tens.is_some_and(|tens| is_tens(tens) && is_plain(tens))
    })
}

fn is_plain(key: &[u8]) -> bool {
    matches!(
        key,
        b"acht"
            | b"achtzehn"
            | b"achtzig"
            | b"drei"
            | b"dreissig"
            | b"dreizehn"
            | b"eight"
            | b"eighteen"
            | b"eighty"
            | b"eleven"
            | b"elf"
            | b"fifteen"
            | b"fifty"
            | b"five"
            | b"forty"
            | b"four"
            | b"fourteen"
            | b"fuenf"
            | b"fuenfzehn"
            | b"fuenfzig"
            | b"neun"
            | b"neunzehn"
            | b"neunzig"
            | b"nine"
            | b"nineteen"
            | b"ninety"
            | b"sechs"
            | b"sechzehn"
            | b"sechzig"
            | b"seven"
            | b"seventeen"
            | b"seventy"
            | b"sieben"
            | b"siebzehn"
            | b"siebzig"
            | b"six"
            | b"sixteen"
            | b"sixty"
            | b"ten"
            | b"thirteen"
            | b"thirty"
            | b"three"
            | b"twelve"
            | b"twenty"
            | b"two"
            | b"vier"
            | b"vierzehn"
            | b"vierzig"
            | b"zehn"
            | b"zwanzig"
            | b"zwei"
            | b"zwoelf"
    )
}

fn is_tens(key: &[u8]) -> bool {
    key.ends_with(b"zig") || key.ends_with(b"ssig")
}

/// True for tens that a second word may go on: "eighty-two".
pub(super) fn goes_on(tens: &[u8], ones: &[u8]) -> bool {
    tens.ends_with(b"ty")
        && is_number(tens)
        && matches!(ones, b"one" | b"two" | b"three" | b"four" | b"five" | b"six" | b"seven" | b"eight" | b"nine")
}

/// True for "achtjährige", as one word.
pub(super) fn is_years_old(key: &[u8]) -> bool {
    if key.len() < SHORTEST_AGE {
        return false;
    }
    let start = key.windows(7).position(|part| part == b"jaehrig");
    start.is_some_and(|start| is_number(&key[..start]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_known() {
        for word in ["siebzehn", "zweiundachtzig", "einunddreissig", "zwoelf", "seventy", "ten", "vier"] {
            assert!(is_number(word.as_bytes()), "{word}");
        }
        for word in ["ein", "one", "und", "zweiundacht", "siebzehnte", "tens", "often", "hundert"] {
            assert!(!is_number(word.as_bytes()), "{word}");
        }
        assert!(goes_on(b"eighty", b"two") && !goes_on(b"eight", b"two") && !goes_on(b"eighty", b"ten"));
        assert!(is_years_old(b"achtjaehriger") && !is_years_old(b"volljaehrig") && !is_years_old(b"mehrjaehrige"));
    }
}
