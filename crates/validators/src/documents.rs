//! German identity documents.

use crate::checksum::{alphanumeric_value, icao};
use crate::compact::{Compact, digit};
use crate::verdict::Verdict;

/// The letters serial numbers use; the missing ones are vowels or look like digits (§ 5 `PAuswG`, `PAuswV` annex).
const SERIAL_LETTERS: &[u8] = b"CFGHJKLMNPRTVWXYZ";

/// `de-id-card`: serial number of a German identity card or residence permit, § 5 `PAuswG`.
///
/// Nine characters, the first one of `LMNPRTVWXYZ`, and as a tenth the ICAO check digit (weights 7 3 1) of the
/// machine-readable zone, perhaps followed by `D`. Without the check digit there is nothing to test. Cards issued before
/// November 2010 carry ten digits with the same check. Catches every wrong digit.
pub(crate) fn id_card(text: &str) -> Verdict {
    serial(text, b"LMNPRTVWXYZ", true)
}

/// `de-passport`: serial number of a German passport, § 4 `PassG`.
///
/// As for identity cards, the first character one of `CFGHJK`, or `E` for children's passports.
pub(crate) fn passport(text: &str) -> Verdict {
    serial(text, b"CEFGHJK", false)
}

fn serial(text: &str, first_letters: &[u8], old_cards: bool) -> Verdict {
    let Some(compact) = Compact::<11>::read(text) else { return Verdict::Invalid };
    let (number, check) = match *compact {
        [ref number @ .., check, b'D'] | [ref number @ .., check] if number.len() == 9 && check.is_ascii_digit() => {
            (number, Some(check))
        }
        ref number if number.len() == 9 => (number, None),
        _ => return Verdict::Invalid,
    };
    let in_set = |byte: &u8| byte.is_ascii_digit() || SERIAL_LETTERS.contains(byte);
    let new_serial = first_letters.contains(&number[0]) && number[1..].iter().all(in_set);
    let old_serial = old_cards && check.is_some() && number.iter().all(u8::is_ascii_digit);
    match check {
        _ if !new_serial && !old_serial => Verdict::Invalid,
        // A word that happens to use these letters is no number: a serial has at least one digit.
        None => Verdict::shape(number.iter().any(u8::is_ascii_digit)),
        Some(check) => Verdict::checked(icao(number) == digit(check)),
    }
}

/// `de-driver-license`: number of a German driving licence (field 5), `FeV` annex 8.
///
/// Authority (letter A to P, two digits, one character), five characters, check character, issue number. Check: the
/// first nine values (A = 10 to Z = 35) times 9 down to 1, modulo 11, 10 written as `X`. Catches every wrong digit.
pub(crate) fn driver_license(text: &str) -> Verdict {
    let Some(compact) = Compact::<11>::read(text).filter(|compact| compact.len() == 11) else {
        return Verdict::Invalid;
    };
    let authority = matches!(compact[0], b'A'..=b'P') && compact[1].is_ascii_digit() && compact[2].is_ascii_digit();
    let sum: u32 =
        compact[..9].iter().zip((1..=9).rev()).map(|(&byte, weight)| alphanumeric_value(byte) * weight).sum();
    let check = match sum % 11 {
        10 => b'X',
        rest => b'0' + rest as u8,
    };
    Verdict::checked(authority && compact[9] == check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nine_characters_have_nothing_to_check() {
        assert_eq!(id_card("LK47RTNXY"), Verdict::Inconclusive);
        assert_eq!(id_card("LKLMRTNXY"), Verdict::Invalid, "no digit at all");
        assert_eq!(passport("HYYRFP9XK"), Verdict::Inconclusive);
    }

    #[test]
    fn the_tenth_character_checks_and_the_country_may_follow() {
        assert_eq!(id_card("LK47RTNXY4"), Verdict::Valid);
        assert_eq!(id_card("LK47RTNXY4D"), Verdict::Valid);
        assert_eq!(id_card("LK47RTNXY5D"), Verdict::Invalid);
        assert_eq!(id_card("LK47RTNXY4DD"), Verdict::Invalid);
    }

    #[test]
    fn cards_before_2010_carry_ten_digits() {
        // 1×7 + 2×3 + 3×1 + 4×7 + 5×3 + 6×1 + 7×7 + 8×3 + 9×1 = 147
        assert_eq!(id_card("1234567897"), Verdict::Valid);
        assert_eq!(id_card("1234567898"), Verdict::Invalid);
        assert_eq!(id_card("123456789"), Verdict::Invalid);
        assert_eq!(passport("1234567897"), Verdict::Invalid);
    }

    #[test]
    fn cards_and_passports_differ_in_the_first_letter() {
        assert_eq!(passport("LK47RTNXY4"), Verdict::Invalid);
        assert_eq!(id_card("HYYRFP9XK6"), Verdict::Invalid);
    }
}
