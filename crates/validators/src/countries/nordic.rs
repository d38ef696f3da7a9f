//! Sweden, Denmark, Norway and Finland.

use crate::calendar::{is_date, is_short_date};
use crate::checksum::{luhn, weighted};
use crate::compact::{Compact, digit, has_shape, number};
use crate::verdict::Verdict;

/// `se-personnummer`: Swedish personal or coordination number (Folkbokföringslagen § 18).
///
/// `YYMMDD` or `YYYYMMDD` (day 60 more for coordination numbers), `-` or, from the age of 100, `+`, serial, Luhn over the
/// ten-digit form. Catches every wrong digit and every swap of neighbours but 09 and 90.
pub(crate) fn swedish(text: &str) -> Verdict {
    let (head, tail) = text.split_once('+').unwrap_or((text, ""));
    let (Some(head), Some(tail)) = (Compact::<12>::digits(head), Compact::<4>::digits(tail)) else {
        return Verdict::Invalid;
    };
    let mut all = [0; 16];
    let len = head.len() + tail.len();
    all[..head.len()].copy_from_slice(&head);
    all[head.len()..len].copy_from_slice(&tail);
    let short = match len {
        10 => &all[..10],
        12 => &all[2..12],
        _ => return Verdict::Invalid,
    };
    let [year, month, day] = [&short[..2], &short[2..4], &short[4..6]].map(number);
    let day = if day > 60 { day - 60 } else { day };
    let exists = if len == 12 { is_date(number(&all[..4]), month, day) } else { is_short_date(year, month, day) };
    Verdict::checked(exists && luhn(short))
}

/// `dk-cpr`: Danish CPR number.
///
/// `DDMMYY` and a serial. Weights `4 3 2 7 6 5 4 3 2 1` give a multiple of 11; since 2007 numbers without this property
/// are issued too, so they are inconclusive.
pub(crate) fn danish(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::exact_digits(text, 10) else { return Verdict::Invalid };
    let [day, month, year] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    if !is_short_date(year, month, day) {
        return Verdict::Invalid;
    }
    let sum = weighted(&digits, &[4, 3, 2, 7, 6, 5, 4, 3, 2, 1]);
    if sum.is_multiple_of(11) { Verdict::Valid } else { Verdict::Inconclusive }
}

/// `no-fnr`: Norwegian fødselsnummer or D-number (Folkeregisterforskriften § 2-2).
///
/// `DDMMYY` (day 40 more for D-numbers, month 40 more for help numbers), serial, two check digits modulo 11; a check
/// digit of 10 is never issued. Catches every wrong digit and every swap of neighbours.
pub(crate) fn norwegian(text: &str) -> Verdict {
    let Some(digits) = Compact::<11>::exact_digits(text, 11) else { return Verdict::Invalid };
    let [day, month, year] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    let unmarked = |value: u32| if value > 40 { value - 40 } else { value };
    let first = (11 - weighted(&digits, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11;
    let second = (11 - weighted(&digits, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    Verdict::checked(
        is_short_date(year, unmarked(month), unmarked(day)) && first == digit(digits[9]) && second == digit(digits[10]),
    )
}

/// The check characters by remainder modulo 31.
const FINNISH_CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";

/// `fi-hetu`: Finnish henkilötunnus (Government Decree 128/2010).
///
/// `DDMMYY`, a sign for the century (`+` 1800s; `-` and U to Y 1900s; A to F 2000s), individual number 002 to 899 (900 and
/// above are for tests), check character = the nine digits modulo 31. Catches every wrong digit and every swap of
/// neighbours.
pub(crate) fn finnish(text: &str) -> Verdict {
    let text = text.trim();
    let Ok(code) = <[u8; 11]>::try_from(text.as_bytes()) else { return Verdict::Invalid };
    let code = code.map(|byte| byte.to_ascii_uppercase());
    let century = match code[6] {
        b'+' => 1800,
        b'-' | b'U'..=b'Y' => 1900,
        b'A'..=b'F' => 2000,
        _ => return Verdict::Invalid,
    };
    if !has_shape(&code[..6], b"nnnnnn") || !has_shape(&code[7..10], b"nnn") {
        return Verdict::Invalid;
    }
    let [day, month, year, individual] = [&code[..2], &code[2..4], &code[4..6], &code[7..10]].map(number);
    let remainder = (number(&code[..6]) * 1000 + individual) % 31;
    Verdict::checked(
        is_date(century + year, month, day)
            && (2..=899).contains(&individual)
            && FINNISH_CHECKS[remainder as usize] == code[10],
    )
}
