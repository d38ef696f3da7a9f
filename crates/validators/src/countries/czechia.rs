use crate::calendar::is_date;
use crate::compact::{Compact, digit, number};
use crate::verdict::Verdict;

/// `cz-rodne-cislo`: birth number of Czechia and Slovakia (Act 133/2000).
///
/// `YYMMDD` (month 50 more for women, 20 more since 2004 when serials run out) and a serial. Ten digits since 1954: the
/// number is divisible by 11; until 1985 a remainder of 10 was written as 0. Nine digits before 1954 have no check and
/// are inconclusive. Catches every wrong digit and every swap of neighbours, but for the exception.
pub(crate) fn birth_number(text: &str) -> Verdict {
    let Some(digits) = Compact::<10>::digits(text).filter(|digits| digits.len() >= 9) else { return Verdict::Invalid };
    let [short_year, month, day] = [&digits[..2], &digits[2..4], &digits[4..6]].map(number);
    let long = digits.len() == 10;
    let year = if long && short_year < 54 { 2000 + short_year } else { 1900 + short_year };
    if !is_date(year, plain_month(month, year), day) || (!long && short_year >= 54) {
        return Verdict::Invalid;
    }
    if !long {
        return Verdict::Inconclusive;
    }
    let rest = digits[..9].iter().fold(0, |rest, &byte| (rest * 10 + digit(byte)) % 11);
    let check = digit(digits[9]);
    Verdict::checked(rest == check || (rest == 10 && check == 0 && year <= 1985))
}

/// The month without the marks for sex and exhausted serials; 0 when there is none.
const fn plain_month(month: u32, year: u32) -> u32 {
    match month {
        1..=12 => month,
        51..=62 => month - 50,
        21..=32 if year >= 2004 => month - 20,
        71..=82 if year >= 2004 => month - 70,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_numbers_have_no_check() {
        assert_eq!(birth_number("530101/123"), Verdict::Inconclusive);
        assert_eq!(birth_number("540101/123"), Verdict::Invalid);
        assert_eq!(birth_number("531301/123"), Verdict::Invalid);
    }

    #[test]
    fn ten_digits_are_divisible_by_eleven() {
        let valid = (0..10_000_u32).filter(|serial| birth_number(&format!("905215/{serial:04}")) == Verdict::Valid);
        assert!(valid.clone().count() > 900);
        assert!(valid.map(|serial| 9_052_150_000_u64 + u64::from(serial)).all(|number| number % 11 == 0));
    }
}
