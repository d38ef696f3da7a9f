//! Numbers of the German social and health insurance.

use crate::checksum::{weighted, weighted_cross_sums};
use crate::compact::{Compact, all_equal, digit, has_shape, number};
use crate::verdict::Verdict;

/// `de-social-security`: Renten- and Sozialversicherungsnummer, § 147 SGB VI and VKVV.
///
/// Area number (02 to 89), birth date `DDMMYY`, first letter of the birth name, serial of two digits, check digit. Where
/// the birthday is unknown the day is 00, and 32 or 64 are added when the numbers of a day run out. Check: the letter
/// becomes its two-digit place in the alphabet, the twelve digits times `2 1 2 5 7 1 2 1 2 1 2 1`, cross sums, modulo 10.
/// Catches every wrong digit, and most swaps of neighbours.
pub(crate) fn social_security(text: &str) -> Verdict {
    let Some(compact) = Compact::<12>::read(text).filter(|compact| has_shape(compact, b"nnnnnnnnannn")) else {
        return Verdict::Invalid;
    };
    let area = number(&compact[..2]);
    let day = number(&compact[2..4]);
    let month = number(&compact[4..6]);
    let plausible = (2..=89).contains(&area) && day <= 95 && month <= 12;
    let [tens, ones] = letter_digits(compact[8]);
    let body = [
        compact[0],
        compact[1],
        compact[2],
        compact[3],
        compact[4],
        compact[5],
        compact[6],
        compact[7],
        tens,
        ones,
        compact[9],
        compact[10],
    ];
    let sum = weighted_cross_sums(&body, &[2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]);
    Verdict::checked(plausible && sum % 10 == digit(compact[11]))
}

/// The place of an upper-case letter in the alphabet as two digits, `A` = 01.
const fn letter_digits(letter: u8) -> [u8; 2] {
    let place = letter - b'A' + 1;
    [b'0' + place / 10, b'0' + place % 10]
}

/// `de-health-insurance`: Krankenversichertennummer, § 290 SGB V.
///
/// The lifelong part is a letter and nine digits, the last of them a check digit: the letter becomes its two-digit place
/// in the alphabet, the ten digits times `1 2 1 2 …`, cross sums, modulo 10. The long forms append the
/// Institutionskennzeichen of the fund and one digit (20 characters), and for relatives the insured person's lifelong
/// part (30). Catches every wrong digit, and every swap
/// of neighbours before the check digit but 09 and 90.
pub(crate) fn health_insurance(text: &str) -> Verdict {
    let Some(compact) = Compact::<30>::read(text) else { return Verdict::Invalid };
    Verdict::checked(match compact.len() {
        10 => is_lifelong(&compact),
        20 => is_lifelong(&compact[..10]) && is_institution(&compact[10..19]) && compact[19].is_ascii_digit(),
        30 => {
            is_lifelong(&compact[..10])
                && is_institution(&compact[10..19])
                && is_lifelong(&compact[19..29])
                && compact[29].is_ascii_digit()
        }
        _ => false,
    })
}

fn is_lifelong(number: &[u8]) -> bool {
    if !has_shape(number, b"annnnnnnnn") {
        return false;
    }
    let [tens, ones] = letter_digits(number[0]);
    let body = [tens, ones, number[1], number[2], number[3], number[4], number[5], number[6], number[7], number[8]];
    weighted_cross_sums(&body, &[1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == digit(number[9])
}

/// `de-ik`: Institutionskennzeichen, § 293 SGB V.
///
/// Nine digits: class, region, serial, check digit. Check: digits three to eight times `2 1 2 1 2 1`, cross sums, modulo
/// 10. Catches every wrong digit from the third on; the first two are not part of the check.
pub(crate) fn institution(text: &str) -> Verdict {
    Verdict::checked(Compact::<9>::digits(text).is_some_and(|digits| is_institution(&digits)))
}

fn is_institution(digits: &[u8]) -> bool {
    has_shape(digits, b"nnnnnnnnn")
        && !all_equal(digits)
        && weighted_cross_sums(&digits[2..8], &[2, 1, 2, 1, 2, 1]) % 10 == digit(digits[8])
}

/// `de-lanr`: lebenslange Arztnummer, § 75 Abs. 7 SGB V and the KBV's directive.
///
/// Six digits, a check digit, two digits for the specialty. Check: `4 9 4 9 4 9`, check digit = 10 − sum modulo 10.
/// `999999900` stands for "no number" and is invalid. Catches every wrong digit at weight 9; at weight 4 digits five
/// apart look alike.
pub(crate) fn physician(text: &str) -> Verdict {
    let Some(digits) = Compact::<9>::exact_digits(text, 9) else { return Verdict::Invalid };
    let sum = weighted(&digits[..6], &[4, 9, 4, 9, 4, 9]);
    let dummy = all_equal(&digits[..7]);
    Verdict::checked(!dummy && (10 - sum % 10) % 10 == digit(digits[6]))
}

/// `de-bsnr`: Betriebsstättennummer, § 75 Abs. 7 SGB V.
///
/// Nine digits, the first two name the region. No check digit.
pub(crate) fn practice(text: &str) -> Verdict {
    Verdict::shape(Compact::<9>::exact_digits(text, 9).is_some_and(|digits| !all_equal(&digits)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_may_be_unknown_or_raised() {
        assert_eq!(letter_digits(b'A'), *b"01");
        assert_eq!(letter_digits(b'Z'), *b"26");
        let with_check = |body: &str| (0..10).any(|check| social_security(&format!("{body}{check}")) == Verdict::Valid);
        assert!(with_check("12000747X40"));
        assert!(with_check("12950747X40"));
        assert!(!with_check("12960747X40"));
        assert!(!with_check("12101347X40"));
        assert!(!with_check("90100747X40"));
    }

    #[test]
    fn long_forms_hold_the_fund_and_the_insured_person() {
        assert_eq!(health_insurance("J225998250 441537738 1"), Verdict::Valid);
        assert_eq!(health_insurance("J225998250 441537739 1"), Verdict::Invalid);
        assert_eq!(health_insurance("J225998250 441537738 Z196910583 4"), Verdict::Valid);
    }

    #[test]
    fn the_dummy_physician_is_nobody() {
        assert_eq!(physician("999999900"), Verdict::Invalid);
    }

    #[test]
    fn practices_have_no_check() {
        assert_eq!(practice("721111100"), Verdict::Inconclusive);
        assert_eq!(practice("72111110"), Verdict::Invalid);
    }
}
