use std::ops::Deref;

/// A matched text without its separators, upper-cased, in a buffer of fixed size.
pub(crate) struct Compact<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> Compact<N> {
    /// Reads ASCII letters and digits, drops separators. `None` for any other character or more than `N` characters.
    pub(crate) fn read(text: &str) -> Option<Self> {
        Self::collect(text, |byte| byte.is_ascii_alphanumeric())
    }

    /// Like [`Compact::read`], but only digits are allowed.
    pub(crate) fn digits(text: &str) -> Option<Self> {
        Self::collect(text, |byte| byte.is_ascii_digit())
    }

    /// Like [`Compact::digits`], with exactly `count` digits.
    pub(crate) fn exact_digits(text: &str, count: usize) -> Option<Self> {
        Self::digits(text).filter(|compact| compact.len == count)
    }

    fn collect(text: &str, allowed: fn(u8) -> bool) -> Option<Self> {
        let mut compact = Self { bytes: [0; N], len: 0 };
        for byte in text.bytes().filter(|&byte| !is_separator(byte)) {
            if !allowed(byte) {
                return None;
            }
            *compact.bytes.get_mut(compact.len)? = byte.to_ascii_uppercase();
            compact.len += 1;
        }
        Some(compact)
    }
}

impl<const N: usize> Deref for Compact<N> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Whether people write this byte between the groups of an identifier.
pub(crate) const fn is_separator(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'.' | b'/' | b'-')
}

/// The value of an ASCII digit.
pub(crate) const fn digit(byte: u8) -> u32 {
    byte.wrapping_sub(b'0') as u32
}

/// The decimal number the digits write. Meant for at most nine digits; longer input saturates.
pub(crate) fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0_u32, |sum, &byte| sum.saturating_mul(10).saturating_add(digit(byte)))
}

/// Whether the same character stands everywhere, as in `0000000000`.
pub(crate) fn all_equal(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| Some(byte) == bytes.first())
}

/// Whether every byte has the kind its shape letter names: `n` digit, `a` upper-case letter, `c` either.
pub(crate) fn has_shape(bytes: &[u8], shape: &[u8]) -> bool {
    bytes.len() == shape.len()
        && bytes.iter().zip(shape).all(|(byte, kind)| match kind {
            b'n' => byte.is_ascii_digit(),
            b'a' => byte.is_ascii_uppercase(),
            b'c' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            literal => byte == literal,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_disappear_and_letters_become_upper_case() {
        assert_eq!(Compact::<8>::read("a-1 b/2\n.c").as_deref(), Some(&b"A1B2C"[..]));
    }

    #[test]
    fn too_long_or_foreign_text_is_refused() {
        assert!(Compact::<3>::read("1234").is_none());
        assert!(Compact::<9>::read("12ä").is_none());
        assert!(Compact::<9>::digits("12a").is_none());
        assert!(Compact::<9>::exact_digits("12", 3).is_none());
    }

    #[test]
    fn shapes_name_kinds_and_literals() {
        assert!(has_shape(b"A1-Z", b"an-c"));
        assert!(!has_shape(b"A1-", b"an-c"));
        assert!(!has_shape(b"1A", b"an"));
    }

    #[test]
    fn numbers_saturate() {
        assert_eq!(number(b"042"), 42);
        assert_eq!(number(b"99999999999999"), u32::MAX);
    }
}
