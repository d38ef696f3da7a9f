//! Poland, Ukraine and Turkey.

use crate::calendar::is_date;
use crate::checksum::weighted;
use crate::compact::{Compact, digit, number};
use crate::verdict::Verdict;

/// `pl-pesel`: Polish PESEL number (Population Register Act of 2010).
///
/// `YYMMDD` (month 80 more for the 1800s, 20 more for the 2000s and so on), serial, check: weights `1 3 7 9` repeating, up
/// to the next ten. Catches every wrong digit and every swap of neighbours whose digits are not five apart.
pub(crate) fn polish(text: &str) -> Verdict {
    let Some(digits) = Compact::<11>::exact_digits(text, 11) else { return Verdict::Invalid };
    let [year, month, day] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    let century = match month / 20 {
        4 => 1800,
        later => 1900 + later * 100,
    };
    let sum = weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    Verdict::checked(is_date(century + year, month % 20, day) && sum.is_multiple_of(10))
}

/// The days from 31 December 1899 to the end of 2030, the latest birth date accepted.
const MOST_DAYS: u32 = 47_847;

/// `ua-rntrc`: Ukrainian taxpayer number (RNOKPP, Tax Code art. 70).
///
/// Five digits count the days from 31 December 1899 to the birth, then serial and check: weights
/// `−1 5 7 9 4 6 10 5 7` modulo 11, 10 written as 0. Catches every wrong digit, but for the remainders 0 and 10 that
/// share a digit.
pub(crate) fn ukrainian(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::exact_digits(text, 10) else { return Verdict::Invalid };
    // −1 and 10 are the same modulo 11.
    let sum = weighted(&digits, &[10, 5, 7, 9, 4, 6, 10, 5, 7]);
    let born = (1..=MOST_DAYS).contains(&number(&digits[..5]));
    Verdict::checked(born && sum % 11 % 10 == digit(digits[9]))
}

/// `tr-tckn`: Turkish T.C. kimlik numarası.
///
/// Eleven digits, the first not 0. Tenth digit: seven times the sum of the odd places minus the sum of the even ones,
/// modulo 10; eleventh: the sum of the first ten modulo 10. Catches every wrong digit.
pub(crate) fn turkish(text: &str) -> Verdict {
    let Some(digits) = Compact::<11>::exact_digits(text, 11) else { return Verdict::Invalid };
    // Minus one and nine are the same modulo 10.
    let tenth = weighted(&digits, &[7, 9, 7, 9, 7, 9, 7, 9, 7]) % 10;
    let eleventh = digits[..10].iter().map(|&byte| digit(byte)).sum::<u32>() % 10;
    Verdict::checked(digits[0] != b'0' && tenth == digit(digits[9]) && eleventh == digit(digits[10]))
}
