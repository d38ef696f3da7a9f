use crate::crypto::{base58, bech32};
use crate::verdict::Verdict;

/// `btc-address`: Bitcoin address of the main network.
///
/// `Base58Check` (starts with 1 or 3: version, twenty bytes of hash, four bytes of double SHA-256), or `bc1` with `Bech32`
/// (BIP 173, witness version 0) or `Bech32m` (BIP 350, later versions). `Base58Check` misses a changed character once in
/// four billion, `Bech32` catches up to four changed characters for certain.
pub(crate) fn btc_address(text: &str) -> Verdict {
    let text = text.trim();
    Verdict::checked(match text.as_bytes() {
        [b'1', ..] => base58::payload_version(text) == Some(0x00),
        [b'3', ..] => base58::payload_version(text) == Some(0x05),
        [b'b' | b'B', ..] => bech32::is_segwit_address(text),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_address_kinds() {
        for text in ["3GXY3LHBUXxX5HFYxdFr4DD33ko8viSQ29", "1CrkijpL8i6KRGVXod3633R1nhzW2BR1FQ"] {
            assert_eq!(btc_address(text), Verdict::Valid, "{text}");
        }
        assert_eq!(btc_address("BC1QARAN27F2SS95LP0GQGT4PCREN0TW9V55ZRU0KQ"), Verdict::Valid);
        for text in
            ["12jdv7ffZPfZDrhM2eVbFB2EGZciLo4n3P", "15n7Re0Bkaxr13CEh4pnQXDSSZd8rnt41p", "1", "3", "bc1", "b", "", "1ä"]
        {
            assert_eq!(btc_address(text), Verdict::Invalid, "{text}");
        }
    }
}
