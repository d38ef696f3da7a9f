use crate::checksum::weighted;
use crate::compact::{Compact, all_equal, digit, has_shape};
use crate::verdict::Verdict;

/// `uk-nino`: National Insurance number (HMRC manual NIM39110).
///
/// Two letters, six digits, suffix A to D. No check digit; the register of prefixes is the test: no D, F, I, Q, U, V, no
/// O in second place, none of BG, GB, KN, NK, NT, TN, ZZ.
pub(crate) fn national_insurance(text: &str) -> Verdict {
    let Some(compact) = Compact::<9>::read(text).filter(|compact| has_shape(compact, b"aannnnnna")) else {
        return Verdict::Invalid;
    };
    let never_used = |letter: &u8| b"DFIQUV".contains(letter);
    let prefix = &compact[..2];
    let withheld = matches!(prefix, b"BG" | b"GB" | b"KN" | b"NK" | b"NT" | b"TN" | b"ZZ");
    Verdict::checked(
        !prefix.iter().any(never_used) && prefix[1] != b'O' && !withheld && matches!(compact[8], b'A'..=b'D'),
    )
}

/// `uk-nhs`: NHS number (NHS Data Dictionary).
///
/// Ten digits; check: weights 10 to 2, 11 minus the sum modulo 11, 11 counts as 0, 10 is never issued. Catches every
/// wrong digit and every swap of neighbours.
pub(crate) fn health_service(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::exact_digits(text, 10) else { return Verdict::Invalid };
    let sum = weighted(&digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    Verdict::checked(!all_equal(&digits) && (11 - sum % 11) % 11 == digit(digits[9]))
}
