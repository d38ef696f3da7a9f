//! Telephone numbers outside Germany.

use crate::compact::number;
use crate::contact::calling_codes;
use crate::contact::german_phone::german;
use crate::contact::phone_text::PhoneText;
use crate::verdict::Verdict;

/// Two-digit starts (without the leading 0) that no Austrian area code has.
const UNUSED_IN_AUSTRIA: [u32; 12] = [20, 23, 24, 30, 32, 37, 39, 40, 41, 44, 45, 49];

/// Swiss area codes without the leading 0, with the corporate ranges 51 and 58 (OFCOM numbering plan, SR 784.101.113).
const SWISS_AREAS: [u32; 22] = [21, 22, 24, 26, 27, 31, 32, 33, 34, 41, 43, 44, 51, 52, 55, 56, 58, 61, 62, 71, 81, 91];

/// `phone-at`: Austrian telephone number (KEM-V of the RTR).
///
/// Mobile 65x, 66x, 67x, 68x, 69x with 10 to 13 digits without the leading 0; landline 7 to 13 with an area code that
/// exists (Vienna 1, else starting with 2 to 7); location-independent 720 and 780. Service numbers (8xx, 9xx) are
/// invalid.
pub(crate) fn phone_at(text: &str) -> Verdict {
    let phone = PhoneText::read(text);
    phone.as_ref().and_then(|phone| phone.national(b"43")).map_or(Verdict::Invalid, austrian)
}

fn austrian(national: &[u8]) -> Verdict {
    let len = national.len();
    Verdict::checked(match national {
        [b'6', b'5', b'0'..=b'3' | b'5' | b'7' | b'9', ..]
        | [b'6', b'6', b'0' | b'1' | b'3'..=b'9', ..]
        | [b'6', b'7'..=b'9', ..] => (10..=13).contains(&len),
        [b'1', ..] => (7..=13).contains(&len) && national[1] != b'0',
        [b'2'..=b'7', _, ..] => (7..=13).contains(&len) && !UNUSED_IN_AUSTRIA.contains(&number(&national[..2])),
        _ => false,
    })
}

/// `phone-ch`: Swiss number (nine digits after the leading 0, area code or mobile 74 to 79) or one of Liechtenstein
/// (`+423` and seven digits). Service numbers (800, 84x, 90x) are invalid.
pub(crate) fn phone_ch(text: &str) -> Verdict {
    let Some(phone) = PhoneText::read(text) else { return Verdict::Invalid };
    if let Some(local) = phone.international().and_then(|digits| digits.strip_prefix(b"423")) {
        return liechtenstein(local);
    }
    phone.national(b"41").map_or(Verdict::Invalid, swiss)
}

fn swiss(national: &[u8]) -> Verdict {
    let known = |code: u32| SWISS_AREAS.contains(&code) || (74..=79).contains(&code);
    Verdict::checked(national.len() == 9 && known(number(&national[..2])))
}

fn liechtenstein(local: &[u8]) -> Verdict {
    Verdict::checked(local.len() == 7 && matches!(local[0], b'2' | b'3' | b'6' | b'7'))
}

/// `phone-international`: number with country code, ITU-T E.164 (`+` or `00`, at most fifteen digits).
///
/// The country must exist; for Germany, Austria, Switzerland, Liechtenstein, North America and the United Kingdom the
/// national plan must fit, and their service numbers are invalid. Without a country code the North American form
/// `(NNN) NNN-NNNN` is checked too; bare ten digits and British national numbers are inconclusive.
pub(crate) fn phone_international(text: &str) -> Verdict {
    let Some(phone) = PhoneText::read(text) else { return Verdict::Invalid };
    let Some(digits) = phone.international() else { return without_country(text, phone.digits()) };
    let Some((country, national)) = calling_codes::split(digits) else { return Verdict::Invalid };
    let bare = national.strip_prefix(b"0").unwrap_or(national);
    match country {
        b"49" => german(bare),
        b"43" => austrian(bare),
        b"41" => swiss(bare),
        b"423" => liechtenstein(national),
        b"44" => Verdict::checked(british(bare)),
        b"1" => Verdict::checked(north_american(national)),
        _ => Verdict::checked((7..=15).contains(&digits.len()) && national.len() >= 4),
    }
}

fn without_country(text: &str, digits: &[u8]) -> Verdict {
    match digits {
        [b'0', national @ ..] => Verdict::shape(british(national)),
        [b'1', national @ ..] if national.len() == 10 => Verdict::checked(north_american(national)),
        national if text.bytes().all(|byte| byte.is_ascii_digit()) => Verdict::shape(north_american(national)),
        national => Verdict::checked(north_american(national)),
    }
}

/// Ten digits `NXX NXX XXXX`; area codes of the form N11 do not exist, toll-free and premium ones lead to no person.
fn north_american(national: &[u8]) -> bool {
    if national.len() != 10 || national[0] < b'2' || national[3] < b'2' || &national[1..3] == b"11" {
        return false;
    }
    !matches!(number(&national[..3]), 800 | 833 | 844 | 855 | 866 | 877 | 888 | 900)
}

/// Nine or ten digits after the leading 0; 3 and 8 and 9 start non-geographic, free and premium numbers.
fn british(national: &[u8]) -> bool {
    matches!(national.len(), 9 | 10) && matches!(national[0], b'1' | b'2' | b'5' | b'7')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn austrian_numbers() {
        for text in [
            "+43 1 5320001",
            "01 5320001",
            "0664 1234567",
            "+43 (0) 680 1234567",
            "0512 123456",
            "05574 12345",
            "0720 123456",
        ] {
            assert_eq!(phone_at(text), Verdict::Valid, "{text}");
        }
        for text in ["0800 123456", "0900 123456", "0664 123", "+49 1 5320001", "0240 123456", "122", ""] {
            assert_eq!(phone_at(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn swiss_and_liechtenstein_numbers() {
        for text in ["044 123 45 67", "+41 79 123 45 67", "0041 (0)31 123 45 67", "+423 234 56 78"] {
            assert_eq!(phone_ch(text), Verdict::Valid, "{text}");
        }
        for text in ["0800 123 456", "0900 123 456", "044 123 45 6", "+41 99 123 45 67", "+423 934 56 78", "117"] {
            assert_eq!(phone_ch(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn international_numbers_follow_the_plan_of_their_country() {
        for text in [
            "+49 30 23125 123",
            "+44 20 7946 0123",
            "+44 (0)7700 900123",
            "+1 202-555-0123",
            "(202) 555-0123",
            "+90 532 1234567",
            "+380 44 123 4567",
            "0033 1 23 45 67 89",
            "1-202-555-0123",
        ] {
            assert_eq!(phone_international(text), Verdict::Valid, "{text}");
        }
        for text in [
            "+49 800 1234567",
            "+44 800 1234567",
            "+1 800-555-0123",
            "+800 12345678",
            "+259 1234567",
            "+1 202-155-0123",
            "+1234",
            "+",
            "(911) 555-0123",
            "(211) 555-0123",
            "1.2.2024",
        ] {
            assert_eq!(phone_international(text), Verdict::Invalid, "{text}");
        }
        for text in ["020 7946 0123", "07700 900123", "2025550123"] {
            assert_eq!(phone_international(text), Verdict::Inconclusive, "{text}");
        }
    }
}
