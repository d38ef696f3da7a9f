//! Country calling codes of ITU-T E.164. Codes for services without a country (800, 808, 870, 878, 881 to 883, 888, 979) are left
//! out on purpose: they lead to no person.

use crate::compact::number;

/// Codes of two digits, as inclusive ranges.
const TWO_DIGITS: [(u32, u32); 13] = [
    (20, 20),
    (27, 27),
    (30, 34),
    (36, 36),
    (39, 41),
    (43, 49),
    (51, 58),
    (60, 66),
    (81, 82),
    (84, 84),
    (86, 86),
    (90, 95),
    (98, 98),
];

/// Codes of three digits, as inclusive ranges.
const THREE_DIGITS: [(u32, u32); 28] = [
    (211, 213),
    (216, 216),
    (218, 218),
    (220, 258),
    (260, 269),
    (290, 291),
    (297, 299),
    (350, 359),
    (370, 378),
    (380, 383),
    (385, 387),
    (389, 389),
    (420, 421),
    (423, 423),
    (500, 509),
    (590, 599),
    (670, 670),
    (672, 683),
    (685, 692),
    (850, 850),
    (852, 853),
    (855, 856),
    (880, 880),
    (886, 886),
    (960, 968),
    (970, 977),
    (992, 996),
    (998, 998),
];

/// Splits the digits into calling code and national number; `None` when no country has the code.
pub(crate) fn split(digits: &[u8]) -> Option<(&[u8], &[u8])> {
    if matches!(digits.first(), Some(b'1' | b'7')) {
        return digits.split_at_checked(1);
    }
    let known = |len: usize, ranges: &[(u32, u32)]| {
        let (code, national) = digits.split_at_checked(len)?;
        ranges.iter().any(|&(first, last)| (first..=last).contains(&number(code))).then_some((code, national))
    };
    known(2, &TWO_DIGITS).or_else(|| known(3, &THREE_DIGITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_one_to_three_digits() {
        assert_eq!(split(b"12025550123"), Some((&b"1"[..], &b"2025550123"[..])));
        assert_eq!(split(b"49221"), Some((&b"49"[..], &b"221"[..])));
        assert_eq!(split(b"4232345"), Some((&b"423"[..], &b"2345"[..])));
        assert_eq!(split(b"80012345678"), None);
        assert_eq!(split(b"2591234567"), None);
        assert_eq!(split(b""), None);
    }

    #[test]
    fn no_two_digit_code_starts_a_longer_one() {
        let shadowed = |code: u32| TWO_DIGITS.iter().any(|&(first, last)| (first..=last).contains(&(code / 10)));
        assert!(THREE_DIGITS.iter().flat_map(|&(first, last)| first..=last).all(|code| !shadowed(code)));
    }
}
