//! The machine-readable zone of travel documents, ICAO Doc 9303.

use crate::checksum::icao;
use crate::compact::digit;
use crate::verdict::Verdict;

/// The characters of the largest zone, two lines of 44 or three lines of 30.
const MOST: usize = 90;

/// `mrz`: machine-readable zone of identity cards (TD1: 3 × 30), older cards (TD2: 2 × 36), passports (TD3: 2 × 44) and
/// visas (2 × 36 or 2 × 44, starting with `V`).
///
/// Number, birth date and expiry date each carry a check digit (weights 7 3 1), all but visas a composite one. Line
/// breaks and blanks are ignored, so a zone pasted into one line is read too. Together the check digits catch every
/// wrong digit of the checked fields.
pub(crate) fn mrz(text: &str) -> Verdict {
    let mut zone = [0; MOST];
    let mut len = 0;
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        if !(byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'<') || len == MOST {
            return Verdict::Invalid;
        }
        zone[len] = byte;
        len += 1;
    }
    let kind = zone[0];
    Verdict::checked(match len {
        90 => matches!(kind, b'A' | b'C' | b'I') && card(&zone[..30], &zone[30..60]),
        72 => matches!(kind, b'A' | b'C' | b'I' | b'P' | b'V') && older_card(&zone[36..72], kind == b'V'),
        88 => matches!(kind, b'P' | b'V') && passport(&zone[44..88], kind == b'V'),
        _ => false,
    })
}

/// TD1: number in the first line, dates in the second.
fn card(first: &[u8], second: &[u8]) -> bool {
    let composite = first[5..30].iter().chain(&second[..7]).chain(&second[8..15]).chain(&second[18..29]);
    number_fits(first) && dates_fit(&second[..7], &second[8..15]) && fits(composite, second[29])
}

/// A number longer than nine characters goes on in the optional field; then a filler stands in place of its check digit,
/// and the last character before the next filler is the check digit.
fn number_fits(first: &[u8]) -> bool {
    if first[14] != b'<' {
        return fits(&first[5..14], first[14]);
    }
    let rest = first[15..30].split(|&byte| byte == b'<').next().unwrap_or_default();
    rest.split_last().is_some_and(|(&check, more)| fits(first[5..14].iter().chain(more), check))
}

/// TD2 and the small visa: everything in the second line.
fn older_card(second: &[u8], visa: bool) -> bool {
    let composite = second[..10].iter().chain(&second[13..20]).chain(&second[21..35]);
    fits(&second[..9], second[9])
        && dates_fit(&second[13..20], &second[21..28])
        && (visa || fits(composite, second[35]))
}

/// TD3 and the large visa: everything in the second line, with an optional field that has its own check digit.
fn passport(second: &[u8], visa: bool) -> bool {
    let optional = &second[28..42];
    let optional_fits = fits(optional, second[42]) || (second[42] == b'<' && optional.iter().all(|&byte| byte == b'<'));
    let composite = second[..10].iter().chain(&second[13..20]).chain(&second[21..43]);
    fits(&second[..9], second[9])
        && dates_fit(&second[13..20], &second[21..28])
        && (visa || (optional_fits && fits(composite, second[43])))
}

/// Both dates with their check digits, each `YYMMDDc`.
fn dates_fit(birth: &[u8], expiry: &[u8]) -> bool {
    fits(&birth[..6], birth[6]) && fits(&expiry[..6], expiry[6])
}

fn fits<'a>(field: impl IntoIterator<Item = &'a u8>, check: u8) -> bool {
    check.is_ascii_digit() && icao(field) == digit(check)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = "IDD<<T4209GJPV9<<<<<<<<<<<<<<<\n5906244<2808071D<<2108<<<<<<<7\nBEISPIEL<<ANNA<LENA<<<<<<<<<<<";
    const PASSPORT: &str = "P<D<<BEISPIEL<<ANNA<LENA<<<<<<<<<<<<<<<<<<<<\nKYP04W65M0D<<9605051<2706177<<<<<<<<<<<<<<<8";

    #[test]
    fn line_breaks_do_not_matter() {
        assert_eq!(mrz(CARD), Verdict::Valid);
        assert_eq!(mrz(&CARD.replace('\n', " ")), Verdict::Valid);
        assert_eq!(mrz(&PASSPORT.replace('\n', "\r\n")), Verdict::Valid);
    }

    #[test]
    fn every_changed_digit_of_the_checked_fields_is_caught() {
        for (index, byte) in CARD.bytes().enumerate().filter(|(index, byte)| *index < 60 && byte.is_ascii_digit()) {
            if (46..50).contains(&index) {
                continue; // the version of the document is in no check digit of its own
            }
            let mut changed = CARD.as_bytes().to_vec();
            changed[index] = b'0' + (byte - b'0' + 1) % 10;
            assert_eq!(mrz(std::str::from_utf8(&changed).unwrap()), Verdict::Invalid, "position {index}");
        }
    }

    #[test]
    fn a_long_number_goes_on_in_the_optional_field() {
        let first = |check: u32| format!("IDBEL590333501<68{check}<<<<<<<<<<<<");
        let expected = icao(b"59033350168");
        assert!(number_fits(first(expected).as_bytes()));
        assert!(!number_fits(first((expected + 1) % 10).as_bytes()));
    }

    #[test]
    fn small_zones_and_visas() {
        let number = icao(b"D23145890");
        let birth = icao(b"740812");
        let expiry = icao(b"320415");
        let line = format!("D23145890{number}UTO740812{birth}F320415{expiry}<<<<<<<");
        let composite = icao(format!("D23145890{number}740812{birth}320415{expiry}<<<<<<<").as_bytes());
        let name = "UTOBEISPIEL<<ANNA<LENA<<<<<<<<<<<<";
        assert_eq!(mrz(&format!("I<{name}\n{line}{composite}")), Verdict::Valid);
        assert_eq!(mrz(&format!("I<{name}\n{line}{}", (composite + 1) % 10)), Verdict::Invalid);
        assert_eq!(mrz(&format!("V<{name}\n{line}<")), Verdict::Valid);
    }

    #[test]
    fn foreign_characters_and_lengths_are_refused() {
        assert_eq!(mrz(&CARD.to_lowercase()), Verdict::Invalid);
        assert_eq!(mrz(&CARD[1..]), Verdict::Invalid);
        assert_eq!(mrz(&format!("{CARD}<")), Verdict::Invalid);
        assert_eq!(mrz(""), Verdict::Invalid);
    }
}
