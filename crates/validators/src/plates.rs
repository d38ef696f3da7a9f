//! Licence plates of Germany, Austria and Switzerland. Upper case only, as on the plate.

use std::sync::LazyLock;

use crate::verdict::Verdict;

/// German district codes, sorted, without the comment lines of the data file.
static GERMAN_CODES: LazyLock<Box<[&'static str]>> =
    LazyLock::new(|| include_str!("../data/plates-de.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// Codes of the Austrian districts and authorities (KDV annex 4), sorted.
const AUSTRIAN_CODES: &str = "A AM B BA BB BD BG BH BK BL BM BN BP BR BZ DL DO E EF EU FB FE FF FK FR FV FW G GB GD GF GK \
    GM GR GS GU HA HB HE HF HL HO I IL IM JE JO JU JW K KB KD KF KG KI KK KL KO KR KS KU L LA LB LD LE LF LI LK LL LN LZ MA \
    MD ME MI MT MU MZ N ND NK O OP OW P PE PL PT RA RE RI RO S SB SD SE SK SL SO SP SR ST SV SW SZ T TA TD TK TU UU V VB VD \
    VI VK VL VO W WB WD WE WK WL WN WO WT WU WY WZ ZE ZT ZW";

/// The Swiss cantons (VTS annex 2).
const CANTONS: &str = "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH";

/// `de-license-plate`: § 9 FZV.
///
/// District code of one to three letters, separator, one or two letters, number without leading 0, perhaps `E`
/// (electric) or `H` (historic); at most eight letters and digits. Valid when the district code is in the shipped
/// register, inconclusive when it is not, because the register may be incomplete.
pub(crate) fn german_plate(text: &str) -> Verdict {
    let Some((code, rest)) = split_code(text.trim()) else { return Verdict::Invalid };
    let letters = letters(code);
    if !(1..=3).contains(&letters) || letters != code.chars().count() || !is_german_rest(rest, letters) {
        return Verdict::Invalid;
    }
    if GERMAN_CODES.binary_search(&code).is_ok() { Verdict::Valid } else { Verdict::Inconclusive }
}

/// Upper-case letters that a German district code may have.
fn letters(code: &str) -> usize {
    code.chars().filter(|c| matches!(c, 'A'..='Z' | 'Ä' | 'Ö' | 'Ü')).count()
}

/// Splits at the first separator and drops the whole run of separators.
fn split_code(text: &str) -> Option<(&str, &str)> {
    let (code, rest) = text.split_once(is_gap)?;
    Some((code, rest.trim_start_matches(is_gap)))
}

fn is_gap(c: char) -> bool {
    c == '-' || c.is_whitespace()
}

/// The part after the district code: letters, number, suffix.
fn is_german_rest(rest: &str, code_letters: usize) -> bool {
    let start = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let middle = rest.len() - start.len();
    let number = start.trim_start_matches(is_gap);
    let digits = number.trim_end_matches(['E', 'H']);
    let suffix = number.len() - digits.len();
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    (1..=2).contains(&middle)
        && (1..=4).contains(&digits.len())
        && plain
        && suffix <= 1
        && code_letters + middle + digits.len() + suffix <= 8
}

/// `at-license-plate`: KFG § 48.
///
/// District code, then one to six digits and one to three letters, or a word of choice and a number. Valid when the
/// district code exists, else inconclusive.
pub(crate) fn austrian_plate(text: &str) -> Verdict {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(text.len());
    let (code, tail) = text.split_at(end);
    let rest = tail.trim_start_matches(is_gap);
    if !(1..=2).contains(&code.len()) || !(is_assigned(rest) || is_chosen(rest, tail)) {
        return Verdict::Invalid;
    }
    if AUSTRIAN_CODES.split(' ').any(|known| known == code) { Verdict::Valid } else { Verdict::Inconclusive }
}

/// Digits first, letters last: `12345 A`.
fn is_assigned(rest: &str) -> bool {
    let letters = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = rest.len() - letters.len();
    let letters = letters.trim_start_matches(is_gap);
    (1..=6).contains(&digits)
        && !rest.starts_with('0')
        && (1..=3).contains(&letters.len())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A word of choice first, then a number: `W-ANNA 1`. Needs a gap after the district code.
fn is_chosen(rest: &str, tail: &str) -> bool {
    let number = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let word = rest.len() - number.len();
    let digits = number.trim_start_matches(is_gap);
    tail.starts_with(is_gap)
        && (1..=5).contains(&word)
        && (1..=4).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
}

/// `ch-license-plate`: VTS annex 2. Canton and one to six digits; an unknown canton is invalid, the list is complete.
pub(crate) fn swiss_plate(text: &str) -> Verdict {
    let text = text.trim();
    let Some((canton, tail)) = text.split_at_checked(2) else { return Verdict::Invalid };
    let digits = tail.trim_start_matches(|c: char| is_gap(c) || c == '·');
    let number =
        (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    Verdict::checked(number && CANTONS.split(' ').any(|known| known == canton))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_is_sorted_and_made_of_codes() {
        assert!(GERMAN_CODES.len() > 700);
        assert!(GERMAN_CODES.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            GERMAN_CODES.iter().all(|code| letters(code) == code.chars().count() && (1..=3).contains(&letters(code)))
        );
    }

    #[test]
    fn known_districts_are_valid_unknown_ones_open() {
        for text in ["K-AB 123", "K AB 123", "K-AB123", "HH-A 1234E", "TÜ-X 7H", "BGL-AB 123", "B-\nXY 1234"] {
            assert_eq!(german_plate(text), Verdict::Valid, "{text}");
        }
        assert_eq!(german_plate("XQX-AB 123"), Verdict::Inconclusive);
    }

    #[test]
    fn roads_and_words_are_no_plates() {
        for text in [
            "A 81",
            "k-ab 123",
            "bis zu 12",
            "K-AB 0123",
            "K-ABC 123",
            "BGL-AB 1234",
            "ABCD-A 1",
            "KAB123",
            "K-AB 123EE",
            "K-ÄB 1",
            "K-AB 12345",
            "K-AB",
            "-",
            "",
            "HH-Altona",
        ] {
            assert_eq!(german_plate(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn austrian_and_swiss_plates() {
        for text in ["W-12345 A", "GU 123 AB", "W 1234AB", "I-ANNA 1", "S-12 ABC"] {
            assert_eq!(austrian_plate(text), Verdict::Valid, "{text}");
        }
        assert_eq!(austrian_plate("QQ-123 AB"), Verdict::Inconclusive);
        for text in ["W-12345", "w-12345 A", "WIEN-1 A", "W-0123 A", "", "W"] {
            assert_eq!(austrian_plate(text), Verdict::Invalid, "{text}");
        }
        assert_eq!(swiss_plate("ZH 123456"), Verdict::Valid);
        assert_eq!(swiss_plate("GE-1"), Verdict::Valid);
        for text in ["ZZ 123", "ZH 1234567", "zh 123", "ZH", "ZH 0123", "Zü 1"] {
            assert_eq!(swiss_plate(text), Verdict::Invalid, "{text}");
        }
    }
}
