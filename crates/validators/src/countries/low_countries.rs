//! The Netherlands and Belgium.

use crate::calendar::is_date;
use crate::checksum::{mod_97, weighted};
use crate::compact::{Compact, all_equal, digit, number};
use crate::verdict::Verdict;

/// `nl-bsn`: Burgerservicenummer (Wabb).
///
/// Nine digits, weights 9 to 2 and −1, sum divisible by 11. Catches every wrong digit and every swap of neighbours.
pub(crate) fn citizen_service(text: &str) -> Verdict {
    let Some(digits) = Compact::<9>::exact_digits(text, 9) else { return Verdict::Invalid };
    let sum = weighted(&digits, &[9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    Verdict::checked(!all_equal(&digits) && sum == digit(digits[8]))
}

/// `be-nn`: Rijksregisternummer / numéro national (Royal Decree of 3 April 1984), and the BIS number.
///
/// Birth date `YYMMDD` (month 20 or 40 more for BIS numbers, zeros when unknown), serial, check = 97 − the nine digits
/// modulo 97, with a 2 in front for births from 2000 to 2030. Catches every wrong digit
/// and every swap of neighbours, unless the change lets the other century fit.
pub(crate) fn national_register(text: &str) -> Verdict {
    let Some(digits) = Compact::<11>::exact_digits(text, 11) else { return Verdict::Invalid };
    let [year, month, day] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    let month = month % 20;
    let in_year = |year: u32| match (month, day) {
        (0, _) | (_, 0) => month <= 12 && day <= 31,
        _ => is_date(year, month, day),
    };
    let check = number(&digits[9..]);
    let last_century = in_year(1900 + year) && 97 - mod_97(&digits[..9]) == check;
    let this_century = year <= 30 && in_year(2000 + year) && 97 - mod_97(b"2".iter().chain(&digits[..9])) == check;
    Verdict::checked(number(&digits[2..4]) <= 52 && (last_century || this_century))
}
