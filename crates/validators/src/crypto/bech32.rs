/// The digits of base 32 in BIP 173.
const ALPHABET: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";

/// The remainder of a valid Bech32 text (BIP 173).
const BECH32: u32 = 1;

/// The remainder of a valid Bech32m text (BIP 350).
const BECH32M: u32 = 0x2bc8_30a3;

/// The longest segregated-witness address in characters.
const MOST: usize = 90;

/// Whether the text is a segregated-witness address of the main network: `bc1`, a witness version, a program, and the
/// checksum that the version demands. Upper and lower case must not be mixed.
pub(crate) fn is_segwit_address(text: &str) -> bool {
    let lower = text.bytes().any(|byte| byte.is_ascii_lowercase());
    let upper = text.bytes().any(|byte| byte.is_ascii_uppercase());
    let prefix = text.get(..3).is_some_and(|prefix| prefix.eq_ignore_ascii_case("bc1"));
    if (lower && upper) || !prefix || text.len() > MOST {
        return false;
    }
    let mut values = [0_u8; MOST];
    let mut len = 0;
    for character in text.bytes().skip(3) {
        let Some(value) = ALPHABET.iter().position(|&digit| digit == character.to_ascii_lowercase()) else {
            return false;
        };
        values[len] = value as u8;
        len += 1;
    }
    let [version, rest @ ..] = &values[..len] else { return false };
    let Some(program) = rest.len().checked_sub(6).map(|end| &rest[..end]) else { return false };
    let expected = if *version == 0 { BECH32 } else { BECH32M };
    *version <= 16 && is_program(program, *version) && remainder(&values[..len]) == expected
}

/// A program has 2 to 40 bytes, 20 or 32 for version 0; the last group of five bits ends with fewer than five zeros.
fn is_program(program: &[u8], version: u8) -> bool {
    let bytes = program.len() * 5 / 8;
    let padding = program.len() * 5 % 8;
    let zero_padded = padding < 5 && program.last().is_some_and(|&last| last & ((1 << padding) - 1) == 0);
    let len_fits = if version == 0 { matches!(bytes, 20 | 32) } else { (2..=40).contains(&bytes) };
    zero_padded && len_fits
}

/// The checksum polynomial over the expanded prefix `bc` and the values.
fn remainder(values: &[u8]) -> u32 {
    let generator = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
    let prefix = [b'b' >> 5, b'c' >> 5, 0, b'b' & 31, b'c' & 31];
    prefix.iter().chain(values).fold(1, |sum, &value| {
        let top = sum >> 25;
        let shifted = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
        generator
            .iter()
            .enumerate()
            .fold(shifted, |sum, (bit, term)| if top >> bit & 1 == 1 { sum ^ term } else { sum })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_zero_needs_the_old_checksum_later_ones_the_new() {
        assert!(is_segwit_address("bc1qaran27f2ss95lp0gqgt4pcren0tw9v55zru0kq"));
        // Test vectors of BIP 350.
        assert!(is_segwit_address("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"));
        assert!(!is_segwit_address("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd"), "old checksum");
        assert!(!is_segwit_address("bc1pw5dgrnzv"), "program of one byte");
    }

    #[test]
    fn mixed_case_and_short_texts_are_refused() {
        assert!(!is_segwit_address("bc1Qaran27f2ss95lp0gqgt4pcren0tw9v55zru0kq"));
        assert!(!is_segwit_address("bc1"));
        assert!(!is_segwit_address("bc1qqqqq"));
        assert!(!is_segwit_address("tb1qaran27f2ss95lp0gqgt4pcren0tw9v55zru0kq"));
    }
}
