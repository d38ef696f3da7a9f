//! German tax identifiers that are the same in all Länder.

use crate::checksum::iso7064_mod_11_10;
use crate::compact::{Compact, digit};
use crate::verdict::Verdict;

/// `de-tax-id`: Steuer-Identifikationsnummer, § 139b AO.
///
/// Eleven digits, the first not 0. Among the first ten exactly one digit occurs two or three times, never three times in
/// a row; all others occur at most once. The eleventh is the ISO/IEC 7064 MOD 11,10 check digit, which catches every
/// wrong digit. Numbers from 0 on are reserved for tests and therefore invalid.
pub(crate) fn tax_id(text: &str) -> Verdict {
    let Some(digits) = Compact::<11>::exact_digits(text, 11) else { return Verdict::Invalid };
    Verdict::checked(digits[0] != b'0' && repeats_one_digit(&digits[..10]) && iso7064_mod_11_10(&digits))
}

fn repeats_one_digit(digits: &[u8]) -> bool {
    let mut counts = [0_u8; 10];
    for &byte in digits {
        counts[digit(byte) as usize] += 1;
    }
    let repeated = counts.iter().filter(|&&count| count > 1).count();
    let most = counts.iter().max().copied().unwrap_or(0);
    let three_in_a_row = digits.windows(3).any(|run| run[0] == run[1] && run[1] == run[2]);
    repeated == 1 && most <= 3 && !three_in_a_row
}

/// `de-vat-id`: Umsatzsteuer-Identifikationsnummer, § 27a `UStG`.
///
/// `DE`, then nine digits, the first not 0; the ninth is the ISO/IEC 7064 MOD 11,10 check digit, which catches every
/// wrong digit.
pub(crate) fn vat_id(text: &str) -> Verdict {
    let Some(compact) = Compact::<11>::read(text) else { return Verdict::Invalid };
    Verdict::checked(compact.strip_prefix(b"DE").is_some_and(is_vat_body))
}

fn is_vat_body(digits: &[u8]) -> bool {
    digits.len() == 9 && digits.iter().all(u8::is_ascii_digit) && digits[0] != b'0' && iso7064_mod_11_10(digits)
}

/// `de-business-id`: Wirtschafts-Identifikationsnummer, § 139c AO.
///
/// `DE`, nine digits, and after a hyphen five digits for the activity. The nine digits follow the pattern of the
/// Umsatzsteuer-Identifikationsnummer; because no published rule makes its check digit binding here, a number that
/// fails it stays inconclusive.
pub(crate) fn business_id(text: &str) -> Verdict {
    let Some(compact) = Compact::<16>::read(text) else { return Verdict::Invalid };
    match compact.strip_prefix(b"DE") {
        Some(digits) if digits.len() == 14 && digits.iter().all(u8::is_ascii_digit) => {
            if is_vat_body(&digits[..9]) {
                Verdict::Valid
            } else {
                Verdict::Inconclusive
            }
        }
        _ => Verdict::Invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_digit_repeats() {
        assert!(repeats_one_digit(b"2398471564"));
        assert!(repeats_one_digit(b"1213145678"));
        assert!(!repeats_one_digit(b"1234567890"), "no digit twice");
        assert!(!repeats_one_digit(b"1122345678"), "two digits twice");
        assert!(!repeats_one_digit(b"1112345678"), "three in a row");
        assert!(!repeats_one_digit(b"1213141567"), "four times");
    }

    #[test]
    fn business_id_without_matching_check_digit_is_open() {
        assert_eq!(business_id("DE135289611-00001"), Verdict::Valid);
        assert_eq!(business_id("DE135289612-00001"), Verdict::Inconclusive);
        assert_eq!(business_id("DE135289611-0001"), Verdict::Invalid);
        assert_eq!(business_id("AT135289611-00001"), Verdict::Invalid);
    }
}
