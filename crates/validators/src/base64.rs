//! Base64, RFC 4648, as far as checks look into it.

/// The bytes of the characters of `text`, which `sextet` reads; `None` where one does not belong to the alphabet. No
/// padding is expected, and bits that fill no byte at the end count for nothing.
pub(crate) fn bytes(text: &str, sextet: impl Fn(u8) -> Option<u32>) -> impl Iterator<Item = Option<u8>> {
    let (mut bits, mut pending) = (0_u32, 0_u32);
    text.bytes().filter_map(move |byte| {
        let Some(value) = sextet(byte) else { return Some(None) };
        bits = (bits << 6 | value) & 0xffff;
        pending += 6;
        pending.checked_sub(8).map(|left| {
            pending = left;
            Some((bits >> left & 0xff) as u8)
        })
    })
}

/// The six bits of a base64url character, section 5.
pub(crate) const fn url_sextet(byte: u8) -> Option<u32> {
    match byte {
        b'A'..=b'Z' => Some((byte - b'A') as u32),
        b'a'..=b'z' => Some((byte - b'a') as u32 + 26),
        b'0'..=b'9' => Some((byte - b'0') as u32 + 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

/// The six bits of a character of either alphabet.
pub(crate) const fn any_sextet(byte: u8) -> Option<u32> {
    match byte {
        b'+' => url_sextet(b'-'),
        b'/' => url_sextet(b'_'),
        other => url_sextet(other),
    }
}
