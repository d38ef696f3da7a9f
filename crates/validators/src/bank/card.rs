use crate::checksum;
use crate::compact::{Compact, all_equal, number};
use crate::verdict::Verdict;

/// `credit-card`: payment card number, ISO/IEC 7812-1.
///
/// Number and length of an issuer (Visa, Mastercard, American Express, Discover, JCB, Diners Club), Luhn, not all digits
/// equal. Catches every wrong digit and every swap of neighbours but 09 and 90.
pub(crate) fn credit_card(text: &str) -> Verdict {
    Verdict::checked(
        Compact::<19>::digits(text)
            .is_some_and(|digits| has_issuer(&digits) && !all_equal(&digits) && checksum::luhn(&digits)),
    )
}

fn has_issuer(digits: &[u8]) -> bool {
    let Some(first_four) = digits.get(..4).map(number) else { return false };
    match first_four {
        4000..=4999 => matches!(digits.len(), 13 | 16 | 19),
        5100..=5599 | 2221..=2720 => digits.len() == 16,
        3400..=3499 | 3700..=3799 => digits.len() == 15,
        6011 | 6440..=6599 => matches!(digits.len(), 16 | 19),
        3528..=3589 => (16..=19).contains(&digits.len()),
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => digits.len() == 14,
        _ => false,
    }
}

/// `luhn`: any run of 2 to 32 digits that passes Luhn's check and is not one digit repeated.
///
/// Catches every wrong digit and every swap of neighbours but 09 and 90.
pub(crate) fn luhn(text: &str) -> Verdict {
    let fits = |digits: Compact<32>| digits.len() >= 2 && !all_equal(&digits) && checksum::luhn(&digits);
    Verdict::checked(Compact::<32>::digits(text).is_some_and(fits))
}

/// `imei`: number of a mobile phone, 3GPP TS 23.003.
///
/// Fifteen digits, Luhn, not all equal. Catches every wrong digit and every swap of neighbours but 09 and 90. The form
/// with a software version (IMEISV, sixteen digits) has no check digit and is inconclusive.
pub(crate) fn imei(text: &str) -> Verdict {
    let Some(digits) = Compact::<16>::digits(text).filter(|digits| !all_equal(digits)) else { return Verdict::Invalid };
    match digits.len() {
        15 => Verdict::checked(checksum::luhn(&digits)),
        length => Verdict::shape(length == 16),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn issuers_have_their_lengths() {
        assert!(has_issuer(b"4242423625878735") && !has_issuer(b"42424236258787"));
        assert!(has_issuer(b"371449635398431") && !has_issuer(b"3714496353984310"));
        assert!(!has_issuer(b"9999") && !has_issuer(b"4"));
    }

    #[test]
    fn one_digit_repeated_is_no_number() {
        assert_eq!(luhn("0000 0000"), Verdict::Invalid);
        assert_eq!(imei("000000000000000"), Verdict::Invalid);
        assert_eq!(imei("86473000-425457-01"), Verdict::Inconclusive);
        assert_eq!(imei("86473000425457"), Verdict::Invalid);
        assert_eq!(luhn("18"), Verdict::Valid);
    }
}
