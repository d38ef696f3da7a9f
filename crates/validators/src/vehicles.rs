//! Vehicle identification number.

use crate::compact::{Compact, digit};
use crate::verdict::Verdict;

/// `vin`: vehicle identification number (Fahrzeug-Identifizierungsnummer), ISO 3779.
///
/// Seventeen letters and digits without I, O and Q, at least three of the last four being digits. Only North America
/// demands the check digit in the ninth place (49 CFR 565), so a failed check proves nothing: valid with a matching check
/// digit, else inconclusive.
pub(crate) fn vin(text: &str) -> Verdict {
    let Some(compact) = Compact::<17>::read(text).filter(|compact| compact.len() == 17) else {
        return Verdict::Invalid;
    };
    let digits_at_end = compact[13..].iter().filter(|byte| byte.is_ascii_digit()).count();
    let has_letter = compact.iter().any(u8::is_ascii_uppercase);
    if digits_at_end < 3 || !has_letter {
        return Verdict::Invalid;
    }
    let weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let mut sum = 0;
    for (&byte, weight) in compact.iter().zip(weights) {
        let Some(value) = value(byte) else { return Verdict::Invalid };
        sum += value * weight;
    }
    let check = match sum % 11 {
        10 => b'X',
        rest => b'0' + rest as u8,
    };
    if compact[8] == check { Verdict::Valid } else { Verdict::Inconclusive }
}

/// The value of a character, `None` for the letters that are never used.
const fn value(byte: u8) -> Option<u32> {
    match byte {
        b'0'..=b'9' => Some(digit(byte)),
        b'A'..=b'H' => Some((byte - b'A') as u32 + 1),
        b'J'..=b'N' => Some((byte - b'J') as u32 + 1),
        b'P' => Some(7),
        b'R' => Some(9),
        b'S'..=b'Z' => Some((byte - b'S') as u32 + 2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digit_is_a_bonus() {
        assert_eq!(vin("1FAUD5HJ460955737"), Verdict::Valid);
        assert_eq!(vin("1FAUD5HJ560955737"), Verdict::Inconclusive);
    }

    #[test]
    fn shape_is_a_duty() {
        for text in ["1FAROJU32R9820021", "W0LEFT686TF0816377", "WDBJGVCC0X85197AB", "12345678901234567", ""] {
            assert_eq!(vin(text), Verdict::Invalid, "{text}");
        }
    }
}
