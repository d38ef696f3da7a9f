//! The arithmetic that many schemes share. Inputs are ASCII digits (or letters where stated), already without separators.

use crate::compact::digit;

/// The sum of digit times weight. Missing weights count as 0.
pub(crate) fn weighted(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&byte, weight)| digit(byte) * weight).sum()
}

/// The sum of the cross sums of digit times weight, as social insurance numbers use it.
pub(crate) fn weighted_cross_sums(digits: &[u8], weights: &[u32]) -> u32 {
    digits.iter().zip(weights).map(|(&byte, weight)| cross_sum(digit(byte) * weight)).sum()
}

/// The sum of the decimal digits of a number.
pub(crate) const fn cross_sum(mut number: u32) -> u32 {
    let mut sum = 0;
    while number > 0 {
        sum += number % 10;
        number /= 10;
    }
    sum
}

/// Luhn's check (ISO/IEC 7812-1 annex B): from the right every second digit counts its doubled cross sum.
///
/// Catches every wrong digit and every swap of neighbours but 09 and 90.
pub(crate) fn luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, &byte)| if index % 2 == 1 { cross_sum(digit(byte) * 2) } else { digit(byte) })
        .sum();
    sum.is_multiple_of(10)
}

/// ISO/IEC 7064 MOD 11,10 over digits whose last one is the check digit.
///
/// Catches every wrong digit and nearly every swap of neighbours.
pub(crate) fn iso7064_mod_11_10(digits: &[u8]) -> bool {
    let Some((check, body)) = digits.split_last() else { return false };
    let product = body.iter().fold(10, |product, &byte| {
        let sum = (digit(byte) + product) % 10;
        2 * (if sum == 0 { 10 } else { sum }) % 11
    });
    (11 - product) % 10 == digit(*check)
}

/// ISO/IEC 7064 MOD 11-2: the check value (0 to 10, 10 is written `X`) for a body of digits.
///
/// Catches every wrong digit and every swap of neighbours.
pub(crate) fn iso7064_mod_11_2(body: &[u8]) -> u32 {
    let total = body.iter().fold(0, |total, &byte| (total + digit(byte)) * 2 % 11);
    (12 - total) % 11
}

/// The remainder modulo 97 of characters read as one number, letters as A = 10 to Z = 35 (ISO/IEC 7064 MOD 97-10).
pub(crate) fn mod_97<'a>(characters: impl IntoIterator<Item = &'a u8>) -> u32 {
    characters.into_iter().fold(0, |rest, &byte| {
        let value = alphanumeric_value(byte);
        (rest * (if value < 10 { 10 } else { 100 }) + value) % 97
    })
}

/// 0 to 9 for digits, A = 10 to Z = 35 for upper-case letters, 0 for anything else such as the filler `<`.
pub(crate) const fn alphanumeric_value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => digit(byte),
        b'A'..=b'Z' => (byte - b'A') as u32 + 10,
        _ => 0,
    }
}

/// The check digit of ICAO Doc 9303: values times 7, 3, 1 repeating, modulo 10.
pub(crate) fn icao<'a>(characters: impl IntoIterator<Item = &'a u8>) -> u32 {
    characters
        .into_iter()
        .zip([7, 3, 1].iter().cycle())
        .map(|(&byte, weight)| alphanumeric_value(byte) * weight)
        .sum::<u32>()
        % 10
}

/// The check digit of GS1 numbers (EAN-13): weights 1, 3 repeating from the left, up to the next multiple of 10.
pub(crate) fn ean13(digits: &[u8]) -> bool {
    let weights = [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1];
    digits.len() == weights.len() && weighted(digits, &weights).is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luhn_sums_to_a_multiple_of_ten() {
        assert!(luhn(b"79927398713"));
        assert!(!luhn(b"79927398710"));
    }

    #[test]
    fn hybrid_and_pure_systems_follow_iso_7064() {
        assert!(iso7064_mod_11_10(b"07945"));
        assert!(!iso7064_mod_11_10(b"07946"));
        assert!(!iso7064_mod_11_10(b""));
        assert_eq!(iso7064_mod_11_2(b"079"), 10);
    }

    #[test]
    fn mod_97_reads_letters_as_two_digits() {
        assert_eq!(mod_97(b"A1"), 101 % 97);
    }

    #[test]
    fn icao_uses_seven_three_one() {
        assert_eq!(icao(b"520727"), 3);
    }

    #[test]
    fn cross_sums_add_all_digits() {
        assert_eq!(cross_sum(0), 0);
        assert_eq!(cross_sum(305), 8);
    }
}
