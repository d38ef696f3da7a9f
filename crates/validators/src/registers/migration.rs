//! Numbers of migration authorities.

use crate::calendar::is_short_date;
use crate::compact::{Compact, has_shape, number};
use crate::verdict::Verdict;

/// `bamf-number`: reference of the Bundesamt für Migration und Flüchtlinge.
///
/// Seven digits, hyphen, three digits for the country of origin in the key of the Statistisches Bundesamt (1 Europe,
/// 2 Africa, 3 America, 4 Asia, 5 Oceania, 99x stateless or unknown). No check digit.
pub(crate) fn bamf_number(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::exact_digits(text, 10) else { return Verdict::Invalid };
    let country = number(&digits[7..]);
    Verdict::shape(text.contains('-') && digits[0] != b'0' && matches!(country, 121..=599 | 990..=999))
}

/// `de-azr`: number in the Ausländerzentralregister, § 3 AZRG and AZRG-DV.
///
/// Twelve digits: date of first entry, five digits, check digit. The formula of the check digit is not public, and
/// whether day or year comes first is not either, so a number with a possible date stays inconclusive.
pub(crate) fn azr_number(text: &str) -> Verdict {
    let Some(digits) = Compact::<12>::exact_digits(text, 12) else { return Verdict::Invalid };
    let [first, month, last] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    Verdict::shape(is_short_date(first, month, last) || is_short_date(last, month, first))
}

/// `ch-zemis`: number in the Swiss central migration information system (ZEMIS). Eight digits, a dot or blank, one
/// digit. No published check.
pub(crate) fn zemis_number(text: &str) -> Verdict {
    let text = text.trim();
    Verdict::shape(has_shape(text.as_bytes(), b"nnnnnnnn.n") || has_shape(text.as_bytes(), b"nnnnnnnn n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_have_keys() {
        assert_eq!(bamf_number("1234567-423"), Verdict::Inconclusive);
        for text in ["1234567-023", "1234567423", "1234567-623", "123456-423", "0234567-423", ""] {
            assert_eq!(bamf_number(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn register_numbers_start_with_a_date() {
        assert_eq!(azr_number("150923123456"), Verdict::Inconclusive);
        assert_eq!(azr_number("991399123456"), Verdict::Invalid);
        assert_eq!(azr_number("15092312345"), Verdict::Invalid);
        assert_eq!(zemis_number("12345678.9"), Verdict::Inconclusive);
        assert_eq!(zemis_number("123456789"), Verdict::Invalid);
    }
}
