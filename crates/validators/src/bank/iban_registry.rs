//! Which countries use the IBAN, and how their national part (BBAN) is built.

/// One country of the IBAN registry.
pub(crate) struct Country {
    /// ISO 3166-1 alpha-2 code (`XK` for Kosovo).
    pub(crate) code: [u8; 2],
    /// Characters of the whole IBAN.
    pub(crate) len: usize,
    /// The national part as runs: how many characters of which kind (`n` digit, `a` letter, `c` either).
    pub(crate) runs: &'static [(usize, u8)],
}

const fn country(code: [u8; 2], len: usize, runs: &'static [(usize, u8)]) -> Country {
    Country { code, len, runs }
}

/// The entry of a country, `None` when it has no IBAN.
pub(crate) fn find(code: &[u8]) -> Option<&'static Country> {
    COUNTRIES.binary_search_by(|country| country.code.as_slice().cmp(code)).ok().and_then(|index| COUNTRIES.get(index))
}

/// ISO 13616 IBAN registry as published by SWIFT, release 101, sorted by code.
static COUNTRIES: [Country; 89] = [
    country(*b"AD", 24, &[(8, b'n'), (12, b'c')]),
    country(*b"AE", 23, &[(19, b'n')]),
    country(*b"AL", 28, &[(8, b'n'), (16, b'c')]),
    country(*b"AT", 20, &[(16, b'n')]),
    country(*b"AZ", 28, &[(4, b'a'), (20, b'c')]),
    country(*b"BA", 20, &[(16, b'n')]),
    country(*b"BE", 16, &[(12, b'n')]),
    country(*b"BG", 22, &[(4, b'a'), (6, b'n'), (8, b'c')]),
    country(*b"BH", 22, &[(4, b'a'), (14, b'c')]),
    country(*b"BI", 27, &[(23, b'n')]),
    country(*b"BR", 29, &[(23, b'n'), (1, b'a'), (1, b'c')]),
    country(*b"BY", 28, &[(4, b'c'), (4, b'n'), (16, b'c')]),
    country(*b"CH", 21, &[(5, b'n'), (12, b'c')]),
    country(*b"CR", 22, &[(18, b'n')]),
    country(*b"CY", 28, &[(8, b'n'), (16, b'c')]),
    country(*b"CZ", 24, &[(20, b'n')]),
    country(*b"DE", 22, &[(18, b'n')]),
    country(*b"DJ", 27, &[(23, b'n')]),
    country(*b"DK", 18, &[(14, b'n')]),
    country(*b"DO", 28, &[(4, b'c'), (20, b'n')]),
    country(*b"EE", 20, &[(16, b'n')]),
    country(*b"EG", 29, &[(25, b'n')]),
    country(*b"ES", 24, &[(20, b'n')]),
    country(*b"FI", 18, &[(14, b'n')]),
    country(*b"FK", 18, &[(2, b'a'), (12, b'n')]),
    country(*b"FO", 18, &[(14, b'n')]),
    country(*b"FR", 27, &[(10, b'n'), (11, b'c'), (2, b'n')]),
    country(*b"GB", 22, &[(4, b'a'), (14, b'n')]),
    country(*b"GE", 22, &[(2, b'a'), (16, b'n')]),
    country(*b"GI", 23, &[(4, b'a'), (15, b'c')]),
    country(*b"GL", 18, &[(14, b'n')]),
    country(*b"GR", 27, &[(7, b'n'), (16, b'c')]),
    country(*b"GT", 28, &[(24, b'c')]),
    country(*b"HN", 28, &[(4, b'a'), (20, b'n')]),
    country(*b"HR", 21, &[(17, b'n')]),
    country(*b"HU", 28, &[(24, b'n')]),
    country(*b"IE", 22, &[(4, b'a'), (14, b'n')]),
    country(*b"IL", 23, &[(19, b'n')]),
    country(*b"IQ", 23, &[(4, b'a'), (15, b'n')]),
    country(*b"IS", 26, &[(22, b'n')]),
    country(*b"IT", 27, &[(1, b'a'), (10, b'n'), (12, b'c')]),
    country(*b"JO", 30, &[(4, b'a'), (4, b'n'), (18, b'c')]),
    country(*b"KW", 30, &[(4, b'a'), (22, b'c')]),
    country(*b"KZ", 20, &[(3, b'n'), (13, b'c')]),
    country(*b"LB", 28, &[(4, b'n'), (20, b'c')]),
    country(*b"LC", 32, &[(4, b'a'), (24, b'c')]),
    country(*b"LI", 21, &[(5, b'n'), (12, b'c')]),
    country(*b"LT", 20, &[(16, b'n')]),
    country(*b"LU", 20, &[(3, b'n'), (13, b'c')]),
    country(*b"LV", 21, &[(4, b'a'), (13, b'c')]),
    country(*b"LY", 25, &[(21, b'n')]),
    country(*b"MC", 27, &[(10, b'n'), (11, b'c'), (2, b'n')]),
    country(*b"MD", 24, &[(20, b'c')]),
    country(*b"ME", 22, &[(18, b'n')]),
    country(*b"MK", 19, &[(3, b'n'), (10, b'c'), (2, b'n')]),
    country(*b"MN", 20, &[(16, b'n')]),
    country(*b"MR", 27, &[(23, b'n')]),
    country(*b"MT", 31, &[(4, b'a'), (5, b'n'), (18, b'c')]),
    country(*b"MU", 30, &[(4, b'a'), (19, b'n'), (3, b'a')]),
    country(*b"NI", 28, &[(4, b'a'), (20, b'n')]),
    country(*b"NL", 18, &[(4, b'a'), (10, b'n')]),
    country(*b"NO", 15, &[(11, b'n')]),
    country(*b"OM", 23, &[(3, b'n'), (16, b'c')]),
    country(*b"PK", 24, &[(4, b'a'), (16, b'c')]),
    country(*b"PL", 28, &[(24, b'n')]),
    country(*b"PS", 29, &[(4, b'a'), (21, b'c')]),
    country(*b"PT", 25, &[(21, b'n')]),
    country(*b"QA", 29, &[(4, b'a'), (21, b'c')]),
    country(*b"RO", 24, &[(4, b'a'), (16, b'c')]),
    country(*b"RS", 22, &[(18, b'n')]),
    country(*b"RU", 33, &[(14, b'n'), (15, b'c')]),
    country(*b"SA", 24, &[(2, b'n'), (18, b'c')]),
    country(*b"SC", 31, &[(4, b'a'), (20, b'n'), (3, b'a')]),
    country(*b"SD", 18, &[(14, b'n')]),
    country(*b"SE", 24, &[(20, b'n')]),
    country(*b"SI", 19, &[(15, b'n')]),
    country(*b"SK", 24, &[(20, b'n')]),
    country(*b"SM", 27, &[(1, b'a'), (10, b'n'), (12, b'c')]),
    country(*b"SO", 23, &[(19, b'n')]),
    country(*b"ST", 25, &[(21, b'n')]),
    country(*b"SV", 28, &[(4, b'a'), (20, b'n')]),
    country(*b"TL", 23, &[(19, b'n')]),
    country(*b"TN", 24, &[(20, b'n')]),
    country(*b"TR", 26, &[(6, b'n'), (16, b'c')]),
    country(*b"UA", 29, &[(6, b'n'), (19, b'c')]),
    country(*b"VA", 22, &[(18, b'n')]),
    country(*b"VG", 24, &[(4, b'a'), (16, b'n')]),
    country(*b"XK", 20, &[(16, b'n')]),
    country(*b"YE", 30, &[(4, b'a'), (4, b'n'), (18, b'c')]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_sorted_and_lengths_agree_with_the_runs() {
        assert!(COUNTRIES.windows(2).all(|pair| pair[0].code < pair[1].code));
        for country in &COUNTRIES {
            let national: usize = country.runs.iter().map(|(count, _)| count).sum();
            assert_eq!(national + 4, country.len, "{}", String::from_utf8_lossy(&country.code));
            assert!(country.runs.iter().all(|(_, kind)| matches!(kind, b'n' | b'a' | b'c')));
        }
    }

    #[test]
    fn countries_without_iban_are_absent() {
        assert!(find(b"US").is_none());
        assert!(find(b"DE").is_some_and(|country| country.len == 22));
    }
}
