//! Numbers written as words: "siebzehn", "zweiundachtzig", "eighty-two".

/// Numbers from two on that are one word by themselves, folded.
const WHOLE: [&str; 52] = [
    "acht",
    "achtzehn",
    "achtzig",
    "drei",
    "dreissig",
    "dreizehn",
    "eight",
    "eighteen",
    "eighty",
    "eleven",
    "elf",
    "fifteen",
    "fifty",
    "five",
    "forty",
    "four",
    "fourteen",
    "fuenf",
    "fuenfzehn",
    "fuenfzig",
    "neun",
    "neunzehn",
    "neunzig",
    "nine",
    "nineteen",
    "ninety",
    "sechs",
    "sechzehn",
    "sechzig",
    "seven",
    "seventeen",
    "seventy",
    "sieben",
    "siebzehn",
    "siebzig",
    "six",
    "sixteen",
    "sixty",
    "ten",
    "thirteen",
    "thirty",
    "three",
    "twelve",
    "twenty",
    "two",
    "vier",
    "vierzehn",
    "vierzig",
    "zehn",
    "zwanzig",
    "zwei",
    "zwoelf",
];

/// What German puts before "und" and the tens.
const ONES: [&[u8]; 9] = [b"ein", b"zwei", b"drei", b"vier", b"fuenf", b"sechs", b"sieben", b"acht", b"neun"];

/// True for a number from two to ninety-nine in one word, folded: "siebzehn", "zweiundachtzig", "seventy".
pub(super) fn is_number(key: &[u8]) -> bool {
    if !matches!(key.len(), 3..=17) {
        return false;
    }
    is_plain(key)
        || ONES.iter().any(|ones| {
            let tens = key.strip_prefix(*ones).and_then(|rest| rest.strip_prefix(b"und"));
            tens.is_some_and(|tens| is_tens(tens) && is_plain(tens))
        })
}

fn is_plain(key: &[u8]) -> bool {
    let first = key.first().copied().unwrap_or_default();
    matches!(first, b'a' | b'd'..=b'f' | b'n' | b's' | b't' | b'v' | b'z')
        && WHOLE.iter().any(|whole| whole.as_bytes() == key)
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
