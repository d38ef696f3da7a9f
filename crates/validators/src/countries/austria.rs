use crate::checksum::{weighted, weighted_cross_sums};
use crate::compact::{Compact, all_equal, digit, has_shape, number};
use crate::verdict::Verdict;

/// `at-ssn`: Sozialversicherungsnummer, § 31 ASVG.
///
/// Serial (from 100), check digit, birth date `DDMMYY`, where the month may be 13 to 15 when the dates of a day run out.
/// Check: the nine other digits times `3 7 9 5 8 4 2 1 6` modulo 11; a result of 10 is never issued. Catches every wrong
/// digit and every swap of neighbours.
pub(crate) fn social_security(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::exact_digits(text, 10) else { return Verdict::Invalid };
    let [day, month] = [&digits[4..6], &digits[6..8]].map(number);
    let plausible = digits[0] != b'0' && (1..=31).contains(&day) && (1..=15).contains(&month);
    let sum = weighted(&digits[..3], &[3, 7, 9]) + weighted(&digits[4..], &[5, 8, 4, 2, 1, 6]);
    Verdict::checked(plausible && sum % 11 == digit(digits[3]))
}

/// `at-vat-id`: Umsatzsteuer-Identifikationsnummer, Art. 28 BMR.
///
/// `ATU` and eight digits; check: the first seven times `1 2 1 2 1 2 1`, cross sums, plus 4, up to the next ten. Catches
/// every wrong digit, and every swap of neighbours before the check digit but 09 and 90.
pub(crate) fn vat_id(text: &str) -> Verdict {
    let Some(compact) = Compact::<11>::read(text).filter(|compact| has_shape(compact, b"ATUnnnnnnnn")) else {
        return Verdict::Invalid;
    };
    let sum = weighted_cross_sums(&compact[3..10], &[1, 2, 1, 2, 1, 2, 1]) + 4;
    Verdict::checked((10 - sum % 10) % 10 == digit(compact[10]))
}

/// `at-tax-number`: Abgabenkontonummer of a Finanzamt.
///
/// Nine digits: office, serial, check digit; check: the first eight times `1 2 1 2 …`, cross sums, up to the next ten.
/// Catches every wrong digit and every swap of neighbours but 09 and 90.
pub(crate) fn tax_number(text: &str) -> Verdict {
    let Some(digits) = Compact::<9>::exact_digits(text, 9) else { return Verdict::Invalid };
    let sum = weighted_cross_sums(&digits, &[1, 2, 1, 2, 1, 2, 1, 2]);
    Verdict::checked(!all_equal(&digits) && (10 - sum % 10) % 10 == digit(digits[8]))
}
