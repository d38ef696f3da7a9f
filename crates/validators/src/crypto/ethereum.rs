use crate::crypto::keccak::keccak256;
use crate::verdict::Verdict;

/// `eth-address`: Ethereum address, `0x` and forty hexadecimal digits.
///
/// In mixed case the upper-case letters must be those of EIP-55: a letter is upper case where the matching half byte of
/// the Keccak-256 of the lower-case address is 8 or more. In one case there is nothing to check. A mixed-case address
/// with one wrong digit passes about once in four thousand.
pub(crate) fn eth_address(text: &str) -> Verdict {
    let Some(digits) = text.trim().strip_prefix("0x").map(str::as_bytes) else { return Verdict::Invalid };
    let Ok(digits) = <[u8; 40]>::try_from(digits) else { return Verdict::Invalid };
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return Verdict::Invalid;
    }
    let lower = digits.iter().any(u8::is_ascii_lowercase);
    let upper = digits.iter().any(u8::is_ascii_uppercase);
    if !(lower && upper) {
        return Verdict::Inconclusive;
    }
    let hash = keccak256(&digits.to_ascii_lowercase());
    let half_byte = |index: usize| if index.is_multiple_of(2) { hash[index / 2] >> 4 } else { hash[index / 2] & 15 };
    let case_fits =
        |(index, byte): (usize, &u8)| byte.is_ascii_digit() || byte.is_ascii_uppercase() == (half_byte(index) >= 8);
    Verdict::checked(digits.iter().enumerate().all(case_fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_is_the_checksum() {
        let address = "0xcb967CF9f7F6cF34f5e9569Dc0B7E34bfe766b08";
        assert_eq!(eth_address(address), Verdict::Valid);
        assert_eq!(eth_address(&address.to_lowercase()), Verdict::Inconclusive);
        for text in [
            "0x0284B63E0FbC03Ed0e6DDd1F3F8d9C3180C8306E",
            "0xFB5bc873A299fbde5aDe50126471178E9EFa1fE",
            "0x",
            "",
            "cb967CF9f7F6cF34f5e9569Dc0B7E34bfe766b08",
            "0xgb967CF9f7F6cF34f5e9569Dc0B7E34bfe766b08",
        ] {
            assert_eq!(eth_address(text), Verdict::Invalid, "{text}");
        }
    }
}
