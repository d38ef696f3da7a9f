//! Grammatical endings: which words of a text a term covers.
//!
//! No dictionary and no stemmer, only a list of endings: an ending too many costs a false alarm now and then, a stemmer
//! costs a rule author the certainty of what a term matches.

use leitplanke_finding::Language;

const GERMAN: [&str; 14] = ["s", "es", "e", "en", "n", "er", "ern", "em", "ens", "in", "innen", "nen", "r", "m"];
const ENGLISH: [&str; 5] = ["s", "es", "ed", "d", "ing"];
/// Endings of three-letter words, both languages.
const SHORT: [&str; 5] = ["s", "e", "en", "es", "er"];

/// Longest ending in bytes.
pub(crate) const LONGEST: usize = 5;

/// The endings a folded term may take, besides none.
///
/// Words of one or two letters take none; words of three only the commonest. `r`, `m` and `d` only follow an `e`
/// (`Behinderte` → `Behinderter`), `nen` only `in`.
pub(crate) fn endings(term: &[u8], language: Option<Language>) -> impl Iterator<Item = &'static str> {
    let (german, english): (&[&str], &[&str]) = match (term.len(), language) {
        (0..=2, _) => (&[], &[]),
        (3, _) => (&SHORT, &[]),
        (_, Some(Language::De)) => (&GERMAN, &[]),
        (_, Some(Language::En)) => (&[], &ENGLISH),
        // Both lists share `s` and `es`.
        (_, None) => (&GERMAN, &ENGLISH[2..]),
    };
    let (after_e, after_in) = (term.last() == Some(&b'e'), term.ends_with(b"in"));
    german.iter().chain(english).copied().filter(move |ending| match *ending {
        "r" | "m" | "d" => after_e,
        "nen" => after_in,
        _ => true,
    })
}

/// True when `word` is `term` with an ending, or without one.
pub(crate) fn covers(term: &[u8], word: &[u8], language: Option<Language>) -> bool {
    let Some(rest) = word.strip_prefix(term) else { return false };
    rest.is_empty() || (rest.len() <= LONGEST && endings(term, language).any(|ending| ending.as_bytes() == rest))
}

/// True when `word` ends in `term` with an ending, or without one.
pub(crate) fn covers_end(term: &[u8], word: &[u8], language: Option<Language>) -> bool {
    let Some(last_start) = word.len().checked_sub(term.len()) else { return false };
    (0..=LONGEST.min(last_start)).any(|cut| covers(term, &word[last_start - cut..], language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_grammatical_endings_only() {
        for (term, word, expected) in [
            ("depression", "depressionen", true),
            ("klientin", "klientinnen", true),
            ("behinderte", "behinderter", true),
            ("asthma", "asthmatiker", false),
            ("ms", "mse", false),
            ("jude", "juden", true),
            ("haft", "haftung", false),
        ] {
            assert_eq!(covers(term.as_bytes(), word.as_bytes(), Some(Language::De)), expected, "{term} {word}");
        }
    }

    #[test]
    fn finds_the_head_of_a_compound() {
        assert!(covers_end(b"sucht", b"spielsucht", None));
        assert!(covers_end(b"nummer", b"mitgliedssteuernummern", None));
        assert!(!covers_end(b"sucht", b"suchtberatung", None));
        assert!(!covers_end(b"spielsucht", b"sucht", None));
    }
}
