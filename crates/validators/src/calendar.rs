//! The Gregorian calendar and the written forms of a date.

use crate::compact::{all_equal, digit, number};
use crate::month_names::month_by_name;
use crate::verdict::Verdict;

/// The first and the last year a birth date may have; the last is a bound, not today, because no clock is read.
const BIRTH_YEARS: std::ops::RangeInclusive<u32> = 1900..=2030;

/// A written date has day, month and year; more groups are something else.
const MOST_TOKENS: usize = 3;

/// The number of days of a month, 0 for a month that does not exist.
pub(crate) const fn days_in_month(year: u32, month: u32) -> u32 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 0,
    }
}

/// Whether the day exists.
pub(crate) const fn is_date(year: u32, month: u32, day: u32) -> bool {
    day >= 1 && day <= days_in_month(year, month)
}

/// Whether the day exists in the 1900s or the 2000s, for schemes that write two digits of the year.
pub(crate) const fn is_short_date(year: u32, month: u32, day: u32) -> bool {
    is_date(1900 + year, month, day) || is_date(2000 + year, month, day)
}

/// A year as written: four digits, or two whose century is open.
#[derive(Clone, Copy)]
enum Year {
    Full(u32),
    Short(u32),
}

/// `date`: a day of the calendar, written `D.M.YYYY`, `DD.MM.YY`, `D. Monat YYYY`, `YYYY-MM-DD`, `DD/MM/YYYY`,
/// `Month D, YYYY`, `D Month YYYY`, `DDMONYY`, `DDMMYYYY` or `YYYYMMDD`; month names German (Austria too) and English,
/// one or both as in passports, or Roman numerals.
pub(crate) fn date(text: &str) -> Verdict {
    Verdict::checked(read(text).is_some())
}

/// `birth-date`: like `date`, with a year from 1900 to 2030 (two-digit years always fit).
pub(crate) fn birth_date(text: &str) -> Verdict {
    Verdict::checked(match read(text) {
        Some(Year::Full(year)) => BIRTH_YEARS.contains(&year),
        Some(Year::Short(_)) => true,
        None => false,
    })
}

/// The year of a written date, `None` when the text is no day of the calendar.
fn read(text: &str) -> Option<Year> {
    let mut tokens = [""; MOST_TOKENS];
    let mut count = 0;
    for token in text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()) {
        if matches!(token, "of" | "the" | "den" | "der") {
            continue;
        }
        // Passports say the month in two languages: "03 APR/AVR 88".
        if count == 2 && is_name(token) && is_name(tokens[1]) {
            if month_by_name(tokens[1]).is_none() {
                tokens[1] = token;
            }
            continue;
        }
        *tokens.get_mut(count)? = token;
        count += 1;
    }
    let (year, month, day) = match tokens.get(..count)? {
        [run] => run_of_digits(run).or_else(|| run_with_month(run))?,
        [first, second, third] => three_parts(first, second, third)?,
        _ => return None,
    };
    let exists = match year {
        Year::Full(full) => is_date(full, month, day),
        Year::Short(short) => is_short_date(short, month, day),
    };
    exists.then_some(year)
}

fn is_name(token: &str) -> bool {
    token.chars().all(char::is_alphabetic)
}

/// Years that tell which end of eight digits the year stands at.
const MODERN_YEARS: std::ops::RangeInclusive<u32> = 1800..=2100;

fn run_of_digits(run: &str) -> Option<(Year, u32, u32)> {
    let bytes = run.as_bytes();
    if bytes.len() != 8 || !bytes.iter().all(u8::is_ascii_digit) || all_equal(bytes) {
        return None;
    }
    let (year, month, day) = (number(&bytes[4..]), number(&bytes[2..4]), number(&bytes[..2]));
    if is_date(year, month, day) && MODERN_YEARS.contains(&year) {
        return Some((Year::Full(year), month, day));
    }
    Some((Year::Full(number(&bytes[..4])), number(&bytes[4..6]), number(&bytes[6..])))
}

/// "19JUN84", as passengers and passports are listed.
fn run_with_month(run: &str) -> Option<(Year, u32, u32)> {
    let start = run.find(char::is_alphabetic)?;
    let end = start + run[start..].find(|c: char| c.is_ascii_digit())?;
    three_parts(&run[..start], &run[start..end], &run[end..])
}

fn three_parts(first: &str, second: &str, third: &str) -> Option<(Year, u32, u32)> {
    if let Some(month) = month_by_name(second) {
        return Some((year(third)?, month, day(first)?));
    }
    if let Some(month) = month_by_name(first) {
        return Some((year(third)?, month, day(second)?));
    }
    if first.len() == 4 {
        return Some((year(first)?, small_number(second)?, small_number(third)?));
    }
    let (left, right) = (small_number(first)?, small_number(second)?);
    // Days before months is the German and British order; only an impossible month proves the American one.
    let (month, day) = if right > 12 { (left, right) } else { (right, left) };
    Some((year(third)?, month, day))
}

fn year(token: &str) -> Option<Year> {
    let bytes = token.as_bytes();
    if !bytes.iter().all(u8::is_ascii_digit) {
        return None;
    }
    match bytes {
        [tens, ones] => Some(Year::Short(digit(*tens) * 10 + digit(*ones))),
        [_, _, _, _] => Some(Year::Full(number(bytes))).filter(|_| number(bytes) > 0),
        _ => None,
    }
}

/// A day of the month, also as an English ordinal such as `3rd`.
fn day(token: &str) -> Option<u32> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| token.strip_suffix(ending)).unwrap_or(token);
    small_number(bare)
}

fn small_number(token: &str) -> Option<u32> {
    let bytes = token.as_bytes();
    (matches!(bytes.len(), 1 | 2) && bytes.iter().all(u8::is_ascii_digit)).then(|| number(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leap_years_follow_the_gregorian_rule() {
        assert!(is_date(2000, 2, 29) && is_date(2024, 2, 29));
        assert!(!is_date(1900, 2, 29) && !is_date(2023, 2, 29));
        assert!(!is_date(2024, 13, 1) && !is_date(2024, 0, 1) && !is_date(2024, 4, 31) && !is_date(2024, 4, 0));
    }

    #[test]
    fn every_written_form_is_read() {
        for text in [
            "3.5.1987",
            "03.05.87",
            "3. Mai 1987",
            "3. Mai 87",
            "1987-05-03",
            "03/05/1987",
            "May 3, 1987",
            "May 3rd, 1987",
            "3 May 1987",
            "3rd of May 1987",
            "03051987",
            "19870503",
            "03MAY87",
            "1. Jänner 1990",
            "2. Feber 2001",
            "30. Sept. 1999",
            "5. MÄRZ 2010",
            "5. Maerz 2010",
            "12/25/1990",
            "29.02.00",
            "17. Mrz.\n1950",
            "1.IX.1956",
            "03 APR/AVR 88",
            "12 AVR/APR 1990",
        ] {
            assert_eq!(birth_date(text), Verdict::Valid, "{text}");
        }
    }

    #[test]
    fn impossible_days_are_refused() {
        for text in [
            "31.4.1987",
            "29.02.2023",
            "0.1.2000",
            "1.0.2000",
            "13.13.2000",
            "32. Mai 1987",
            "1987-02-30",
            "30022000",
            "3.5.198",
            "1.2.3.4",
            "11111111",
            "Mai 1987",
            "3. Foo 1987",
            "3 FOO/BAR 1987",
            "1.XIII.1956",
            "",
            "…",
            "1.1.0000",
            "29.02.99",
        ] {
            assert_eq!(date(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn birth_years_are_bounded() {
        assert_eq!(date("1.1.1899"), Verdict::Valid);
        assert_eq!(birth_date("1.1.1899"), Verdict::Invalid);
        assert_eq!(birth_date("1.1.1900"), Verdict::Valid);
        assert_eq!(birth_date("31.12.2030"), Verdict::Valid);
        assert_eq!(birth_date("1.1.2031"), Verdict::Invalid);
    }
}
