//! Romania, Bulgaria, Greece, Croatia and Serbia.

use crate::calendar::{is_date, is_short_date};
use crate::checksum::{iso7064_mod_11_10, luhn, weighted};
use crate::compact::{Compact, all_equal, digit, number};
use crate::verdict::Verdict;

/// `ro-cnp`: Romanian cod numeric personal (Law 105/1996).
///
/// Sex and century, `YYMMDD`, county (01 to 52, 70), serial, check: weights `2 7 9 1 4 6 3 5 8 2 7 9` modulo 11, 10 written
/// as 1. Catches every wrong digit, but for the remainders 1 and 10 that share a digit.
pub(crate) fn romanian(text: &str) -> Verdict {
    let Some(digits) = Compact::<13>::exact_digits(text, 13) else { return Verdict::Invalid };
    let [year, month, day, county] = [&digits[1..3], &digits[3..5], &digits[5..7], &digits[7..9]].map(number);
    let exists = match digits[0] {
        b'1' | b'2' => is_date(1900 + year, month, day),
        b'3' | b'4' => is_date(1800 + year, month, day),
        b'5' | b'6' => is_date(2000 + year, month, day),
        b'7'..=b'9' => is_short_date(year, month, day),
        _ => false,
    };
    let check = match weighted(&digits, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 {
        10 => 1,
        rest => rest,
    };
    Verdict::checked(exists && matches!(county, 1..=52 | 70) && check == digit(digits[12]))
}

/// `bg-egn`: Bulgarian edinen grazhdanski nomer (Ordinance RD-02-20-9 of 2012).
///
/// `YYMMDD` (month 20 more for the 1800s, 40 more for the 2000s), serial, check: weights `2 4 8 5 10 9 7 3 6` modulo 11,
/// 10 written as 0. Catches every wrong digit, but for the remainders 0 and 10 that share a digit.
pub(crate) fn bulgarian(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::exact_digits(text, 10) else { return Verdict::Invalid };
    let [year, month, day] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    let exists = match month {
        1..=12 => is_date(1900 + year, month, day),
        21..=32 => is_date(1800 + year, month - 20, day),
        41..=52 => is_date(2000 + year, month - 40, day),
        _ => false,
    };
    let sum = weighted(&digits, &[2, 4, 8, 5, 10, 9, 7, 3, 6]);
    Verdict::checked(exists && sum % 11 % 10 == digit(digits[9]))
}

/// `gr-amka`: Greek social security number (Law 3655/2008). `DDMMYY`, serial, Luhn.
///
/// Catches every wrong digit and every swap of neighbours but 09 and 90.
pub(crate) fn greek(text: &str) -> Verdict {
    let Some(digits) = Compact::<11>::exact_digits(text, 11) else { return Verdict::Invalid };
    let [day, month, year] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    Verdict::checked(is_short_date(year, month, day) && luhn(&digits))
}

/// `hr-oib`: Croatian osobni identifikacijski broj (OIB Act of 2008). Eleven digits, ISO/IEC 7064 MOD 11,10.
///
/// Catches every wrong digit.
pub(crate) fn croatian(text: &str) -> Verdict {
    let fits = |digits: Compact<11>| !all_equal(&digits) && iso7064_mod_11_10(&digits);
    Verdict::checked(Compact::<11>::exact_digits(text, 11).is_some_and(fits))
}

/// `rs-jmbg`: unique master citizen number of Serbia and the other successors of Yugoslavia.
///
/// `DDMMYYY`, region, serial, check: weights `7 6 5 4 3 2` twice, 11 minus the sum modulo 11, above 9 written as 0. Catches
/// every wrong digit, but for the remainders 0 and 1 that share a digit.
pub(crate) fn serbian(text: &str) -> Verdict {
    let Some(digits) = Compact::<13>::exact_digits(text, 13) else { return Verdict::Invalid };
    let [day, month, short_year] = [&digits[..2], &digits[2..4], &digits[4..7]].map(number);
    let year = if short_year >= 800 { 1000 + short_year } else { 2000 + short_year };
    let sum = weighted(&digits, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    Verdict::checked(year <= 2030 && is_date(year, month, day) && (11 - sum % 11) % 11 % 10 == digit(digits[12]))
}
