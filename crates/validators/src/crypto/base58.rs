use crate::crypto::sha256::sha256;

/// The digits of base 58: no 0, O, I and l.
const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/// Version, twenty bytes of hash and four bytes of checksum.
const LEN: usize = 25;

/// The version byte of a `Base58Check` address whose checksum fits.
pub(crate) fn payload_version(text: &str) -> Option<u8> {
    let bytes = decode(text)?;
    let (payload, checksum) = bytes.split_at(LEN - 4);
    (sha256(&sha256(payload))[..4] == *checksum).then_some(bytes[0])
}

/// Decodes to exactly [`LEN`] bytes; every leading `1` must stand for one leading zero byte.
fn decode(text: &str) -> Option<[u8; LEN]> {
    if text.len() > 35 {
        return None;
    }
    let mut bytes = [0_u8; LEN];
    for character in text.bytes() {
        let mut carry = ALPHABET.iter().position(|&digit| digit == character)?;
        for byte in bytes.iter_mut().rev() {
            carry += usize::from(*byte) * 58;
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        if carry > 0 {
            return None;
        }
    }
    let ones = text.bytes().take_while(|&byte| byte == b'1').count();
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    (ones == zeros).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_ones_are_zero_bytes() {
        assert_eq!(decode("1CrkijpL8i6KRGVXod3633R1nhzW2BR1FQ").map(|bytes| bytes[0]), Some(0));
        assert_eq!(decode("11CrkijpL8i6KRGVXod3633R1nhzW2BR1FQ"), None);
        assert_eq!(decode("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"), None, "more than 25 bytes");
        assert_eq!(decode("1111111111111111111111111").map(|bytes| bytes[24]), Some(0));
    }
}
