//! How words begin: a look at their first letters that rules most of them out.

use leitplanke_rules::term::Form;

/// The first four letters of a folded word; zeros where there are fewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Start(u32);

impl Start {
    const LETTERS: usize = 4;

    #[inline]
    pub(crate) fn of(key: &[u8]) -> Self {
        let mut letters = [0; Self::LETTERS];
        let len = key.len().min(Self::LETTERS);
        letters[..len].copy_from_slice(&key[..len]);
        Self(u32::from_le_bytes(letters))
    }

    /// One of sixty-four, by the first three letters.
    #[inline]
    fn bit(self) -> u64 {
        1 << ((self.0 << 8).wrapping_mul(0x9e37_79b1) >> 26)
    }
}

/// How one word begins: its letters, as far as it has them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters {
    letters: u32,
    /// The bits that count.
    mask: u32,
}

impl Letters {
    /// Those of a folded word; none rule nothing out.
    pub(crate) fn of(key: &[u8]) -> Self {
        let bits = 8 * key.len().min(Start::LETTERS) as u32;
        Self { letters: Start::of(key).0, mask: u32::MAX.checked_shr(u32::BITS - bits).unwrap_or(0) }
    }

    /// True when a word begins so.
    #[inline]
    pub(crate) fn begin(self, word: Start) -> bool {
        (word.0 ^ self.letters) & self.mask == 0
    }

    pub(crate) fn to_bits(self) -> u64 {
        u64::from(self.mask) << 32 | u64::from(self.letters)
    }

    #[inline]
    pub(crate) fn from_bits(bits: u64) -> Self {
        Self { letters: bits as u32, mask: (bits >> 32) as u32 }
    }
}

/// How the words of a place may begin, as a set of [`Start`]s. It may hold more than it was given, never less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Starts(u64);

impl Starts {
    /// Adds the words that `key` covers in its form.
    pub(crate) fn add(&mut self, key: &[u8], form: Form) {
        let is_known = match form {
            Form::Inflected | Form::Exact | Form::Capitals => true,
            Form::Prefix => key.len() >= 3,
            Form::Suffix | Form::Infix => false,
        };
        self.0 |= if is_known { Start::of(key).bit() } else { u64::MAX };
    }

    /// False when no word of the set begins so.
    #[inline]
    pub(crate) fn may_hold(self, start: Start) -> bool {
        self.0 & start.bit() != 0
    }

    pub(crate) fn to_bits(self) -> u64 {
        self.0
    }

    #[inline]
    pub(crate) fn from_bits(bits: u64) -> Self {
        Self(bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_a_set_is_ruled_out() {
        let words: [&[u8]; 4] = [b"in", b"der", b"akte", b"aktenzeichen"];
        for form in [Form::Inflected, Form::Prefix, Form::Suffix] {
            for word in words {
                let mut starts = Starts::default();
                starts.add(word, form);
                let mut longer = word.to_vec();
                longer.extend(b"en");
                assert!(starts.may_hold(Start::of(word)), "{form:?}");
                // Words of two letters take no endings.
                assert!(starts.may_hold(Start::of(&longer)) || form == Form::Inflected && word.len() < 3, "{form:?}");
            }
        }
        let mut starts = Starts::default();
        starts.add(b"akte", Form::Inflected);
        assert!(!starts.may_hold(Start::of(b"der")));
    }

    #[test]
    fn only_the_letters_of_the_word_count() {
        let begin = |key: &[u8], word: &[u8]| {
            let letters = Letters::of(key);
            let begin = letters.begin(Start::of(word));
            assert_eq!(Letters::from_bits(letters.to_bits()).begin(Start::of(word)), begin);
            begin
        };
        assert!(begin(b"in", b"innen") && begin(b"akten", b"akte") && begin(b"", b"x"));
        assert!(!begin(b"akt", b"art"));
    }
}
