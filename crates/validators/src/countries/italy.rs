use crate::calendar::is_short_date;
use crate::compact::{Compact, digit, has_shape};
use crate::verdict::Verdict;

/// Letters that replace the digits 0 to 9 when two people would get the same code.
const REPLACEMENTS: &[u8; 10] = b"LMNPQRSTUV";

/// The letters of the months January to December.
const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";

/// Values of 0–9 or A–J, then K–Z, in odd places.
const ODD_VALUES: [u32; 26] =
    [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// The places that hold digits or their replacements.
const DIGIT_PLACES: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

/// `it-fiscal-code`: codice fiscale (D.M. 23 December 1976).
///
/// Six letters of the name, year, month letter, day (40 more for women), place of birth, check letter. Check: values by
/// place, modulo 26. Catches every wrong character.
pub(crate) fn fiscal_code(text: &str) -> Verdict {
    let Some(compact) = Compact::<16>::read(text).filter(|compact| compact.len() == 16) else {
        return Verdict::Invalid;
    };
    Verdict::checked(has_structure(&compact) && check_letter(&compact[..15]) == compact[15])
}

fn has_structure(code: &[u8]) -> bool {
    let mut plain = [0; 16];
    plain.copy_from_slice(code);
    for place in DIGIT_PLACES {
        if let Some(value) = REPLACEMENTS.iter().position(|&letter| letter == plain[place]) {
            plain[place] = b'0' + value as u8;
        }
    }
    let Some(month) = MONTHS.iter().position(|&letter| letter == plain[8]) else { return false };
    if !has_shape(&plain, b"aaaaaannannannna") {
        return false;
    }
    let year = digit(plain[6]) * 10 + digit(plain[7]);
    let day = digit(plain[9]) * 10 + digit(plain[10]);
    is_short_date(year, month as u32 + 1, if day > 40 { day - 40 } else { day })
}

fn check_letter(body: &[u8]) -> u8 {
    let position = |byte: u8| if byte.is_ascii_digit() { byte - b'0' } else { byte - b'A' };
    let value = |(index, &byte): (usize, &u8)| {
        if index % 2 == 0 { ODD_VALUES[usize::from(position(byte))] } else { u32::from(position(byte)) }
    };
    let sum: u32 = body.iter().enumerate().map(value).sum();
    b'A' + (sum % 26) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaced_digits_are_read() {
        let body = "FFMBSS99B16E48R";
        let code = format!("{body}{}", check_letter(body.as_bytes()) as char);
        assert_eq!(fiscal_code(&code), Verdict::Valid);
        let body = "FFMBSS99B16E4XR";
        let code = format!("{body}{}", check_letter(body.as_bytes()) as char);
        assert_eq!(fiscal_code(&code), Verdict::Invalid, "X replaces no digit");
        let body = "FFMBSS99B31E48R";
        let code = format!("{body}{}", check_letter(body.as_bytes()) as char);
        assert_eq!(fiscal_code(&code), Verdict::Invalid, "31 February");
    }
}
