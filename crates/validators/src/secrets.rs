//! Tests that tell real secrets from words of the same shape.

use crate::base64::{self, url_sextet};
use crate::verdict::Verdict;

/// What a sum of shares may fall short of the entropy by rounding.
const ROUNDING: f64 = 1e-9;

/// Of a bound in bits, the part that hexadecimal digits have to reach. With sixteen characters to choose from, one in six
/// random texts of sixteen places stays below 3 bits, and one in fourteen of 32 places below 3.5; at this part of the
/// bound it is less than one in a thousand.
const HEX_SHARE: f64 = 0.83;

/// `entropy-3`: at least 3.0 bits of Shannon entropy per character, 2.49 for hexadecimal digits.
pub(crate) fn entropy_3(text: &str) -> Verdict {
    Verdict::checked(is_mixed(text, 3.0))
}

/// `entropy-3-5`: at least 3.5 bits of Shannon entropy per character, 2.905 for hexadecimal digits.
pub(crate) fn entropy_3_5(text: &str) -> Verdict {
    Verdict::checked(is_mixed(text, 3.5))
}

/// `entropy-4`: at least 4.0 bits of Shannon entropy per character, 3.32 for hexadecimal digits.
pub(crate) fn entropy_4(text: &str) -> Verdict {
    Verdict::checked(is_mixed(text, 4.0))
}

fn is_mixed(text: &str, bits: f64) -> bool {
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit());
    entropy(text) >= if is_hex { bits * HEX_SHARE } else { bits }
}

/// Shannon entropy in bits per byte of UTF-8, which for secrets is per character; 0 for an empty text. Rounded up by a
/// billionth, so that eight different characters are not below 3 bits.
pub fn entropy(text: &str) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in text.bytes() {
        counts[usize::from(byte)] = counts[usize::from(byte)].saturating_add(1);
    }
    let total = f64::from(counts.iter().copied().fold(0, u32::saturating_add));
    let share = |count: &u32| f64::from(*count) / total;
    let entropy: f64 = counts.iter().filter(|&&count| count > 0).map(share).map(|p| -p * p.log2()).sum();
    entropy + ROUNDING
}

/// The longest header of a token that is read, in decoded bytes. Real ones have fewer than a hundred.
const LONGEST_HEADER: usize = 512;

/// `jwt`: JSON Web Token, RFC 7519.
///
/// Two or three parts of base64url with dots between, the first decoding to a JSON object that names an algorithm or a
/// type.
pub(crate) fn jwt(text: &str) -> Verdict {
    let mut parts = text.trim().split('.');
    let (Some(header), Some(payload)) = (parts.next(), parts.next()) else { return Verdict::Invalid };
    let signature = parts.next().unwrap_or_default();
    let is_part = |part: &str| part.bytes().all(|byte| url_sextet(byte).is_some());
    let shape = parts.next().is_none() && !payload.is_empty() && is_part(payload) && is_part(signature);
    Verdict::checked(shape && is_header(header))
}

fn is_header(header: &str) -> bool {
    let decoded: Option<Vec<u8>> = base64::bytes(header, url_sextet).take(LONGEST_HEADER + 1).collect();
    let Some(json) = decoded.filter(|json| json.len() <= LONGEST_HEADER) else { return false };
    let has = |key: &[u8]| json.windows(key.len()).any(|window| window == key);
    json.starts_with(b"{") && json.ends_with(b"}") && (has(b"\"alg\"") || has(b"\"typ\""))
}

/// The digits of GitHub's base 62.
const BASE_62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// `github-token`: access token of GitHub in the form of 2021 ("Behind GitHub's new authentication token formats").
///
/// `ghp_`, `gho_`, `ghu_`, `ghs_` or `ghr_`, thirty random characters, and their CRC-32 in base 62 with six digits. Any
/// single changed character is caught. Fine-grained tokens (`github_pat_`) have no published check and are inconclusive.
pub(crate) fn github_token(text: &str) -> Verdict {
    let text = text.trim();
    let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if let Some(body) = text.strip_prefix("github_pat_") {
        return Verdict::shape(body.len() == 82 && is_word(body));
    }
    let body = ["ghp_", "gho_", "ghu_", "ghs_", "ghr_"].iter().find_map(|prefix| text.strip_prefix(prefix));
    Verdict::checked(body.is_some_and(|body| {
        body.len() == 36
            && body.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && base_62(crc_32(&body.as_bytes()[..30])) == body.as_bytes()[30..]
    }))
}

fn base_62(mut number: u32) -> [u8; 6] {
    let mut digits = [b'0'; 6];
    for digit in digits.iter_mut().rev() {
        *digit = BASE_62[(number % 62) as usize];
        number /= 62;
    }
    digits
}

/// CRC-32 of ISO 3309 (reflected polynomial EDB88320), bit by bit: thirty bytes need no table.
fn crc_32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entropy_counts_bits_per_character() {
        assert_eq!(entropy_3("stuvwxyz"), Verdict::Valid);
        assert_eq!(entropy_3("stuvwxyy"), Verdict::Invalid);
        assert_eq!(entropy_4("0123456789abcdef"), Verdict::Valid);
        assert_eq!(entropy_3_5("0123456789xy"), Verdict::Valid);
        assert_eq!(entropy_3_5("01234567"), Verdict::Valid);
        assert_eq!(entropy_3_5("0123456x"), Verdict::Invalid);
        assert_eq!(entropy_3(""), Verdict::Invalid);
    }

    #[test]
    fn hexadecimal_digits_have_fewer_characters_to_choose_from() {
        assert_eq!(entropy_3("8fe16af4449177eb"), Verdict::Valid, "drawn at random, 2.98 bits");
        assert_eq!(entropy_3("8fe16af4449177ex"), Verdict::Valid);
        assert_eq!(entropy_3("aaaabbbbccccdddd"), Verdict::Invalid);
        assert_eq!(entropy_4("0123456789abcdef0123456789abcde0"), Verdict::Valid);
    }

    #[test]
    fn crc_matches_the_published_check_value() {
        assert_eq!(crc_32(b"123456789"), 0xcbf4_3926);
        assert_eq!(&base_62(u32::MAX), b"4gfFC3");
        assert_eq!(&base_62(0), b"000000");
    }

    #[test]
    fn github_tokens_carry_their_checksum() {
        let body = "A1b2C3d4E5f6G7h8I9j0K1l2M3n4O5";
        let check = String::from_utf8(base_62(crc_32(body.as_bytes())).to_vec()).unwrap();
        assert_eq!(github_token(&format!("ghp_{body}{check}")), Verdict::Valid);
        assert_eq!(github_token(&format!("ghp_B{}{check}", &body[1..])), Verdict::Invalid);
        assert_eq!(github_token(&format!("ghx_{body}{check}")), Verdict::Invalid);
        assert_eq!(github_token(&format!("ghp_{body}")), Verdict::Invalid);
        assert_eq!(github_token(&format!("github_pat_{}", "a".repeat(82))), Verdict::Inconclusive);
    }

    #[test]
    fn tokens_need_a_json_header() {
        // {"alg":"HS256","typ":"JWT"}
        let header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";
        assert_eq!(jwt(&format!("{header}.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")), Verdict::Valid);
        assert_eq!(jwt(&format!("{header}.eyJzdWIiOiIxIn0.")), Verdict::Valid);
        for text in ["eyJhIjoxfQ.eyJzdWIiOiIxIn0.c2ln", "eyJ.eyJ.a", header, "a.b.c", "..", "", "e.y.J.h"] {
            assert_eq!(jwt(text), Verdict::Invalid, "{text}");
        }
    }
}
