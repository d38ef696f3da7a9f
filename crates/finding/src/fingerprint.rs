use std::fmt;
use std::hash::Hasher;

use serde::Serialize;
use siphasher::sip128::{Hasher128, SipHasher24};

/// The identity of a finding across runs: stable when lines move, useless for guessing the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u128);

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "v1:{:032x}", self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The key fingerprints are made with.
///
/// A phone number has few possible values: whoever could compute its fingerprint could find it by trying all of
/// them. So the matched value goes into the hash only under a secret key of the organisation. Without one, the
/// masked value stands in for it, which is stable but tells less findings apart.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct FingerprintKey(Option<[u8; 16]>);

impl FingerprintKey {
    /// No key: fingerprints are made without the value.
    pub const NONE: Self = Self(None);

    /// A key from any secret text of the organisation.
    pub fn from_secret(secret: &str) -> Self {
        let mut hasher = SipHasher24::new();
        hasher.write(secret.as_bytes());
        Self(Some(hasher.finish128().as_u128().to_le_bytes()))
    }

    /// The fingerprint of the `occurrence`-th finding (from 0) of `rule` with this value in `place` (a path, or
    /// conversation and message).
    pub fn fingerprint(&self, rule: &str, place: &str, value: &str, masked: &str, occurrence: u32) -> Fingerprint {
        let mut hasher = match &self.0 {
            Some(key) => SipHasher24::new_with_key(key),
            None => SipHasher24::new(),
        };
        let identity = if self.0.is_some() { value } else { masked };
        for part in [rule, place, identity] {
            hasher.write(part.as_bytes());
            hasher.write_u8(0xff);
        }
        hasher.write(&occurrence.to_le_bytes());
        Fingerprint(hasher.finish128().as_u128())
    }
}

impl fmt::Debug for FingerprintKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "FingerprintKey(secret)" } else { "FingerprintKey(none)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_key_the_value_leaves_no_trace() {
        let key = FingerprintKey::NONE;
        let one = key.fingerprint("personal-data/phone", "a.md", "0176 04069 042", "01** ***** **2", 0);
        let two = key.fingerprint("personal-data/phone", "a.md", "0176 04069 992", "01** ***** **2", 0);
        assert_eq!(one, two);
    }

    #[test]
    fn a_key_tells_values_and_keys_apart() {
        let (ours, theirs) = (FingerprintKey::from_secret("ours"), FingerprintKey::from_secret("theirs"));
        let print = |key: &FingerprintKey, value| key.fingerprint("r", "p", value, "**", 0);
        assert_ne!(print(&ours, "1"), print(&ours, "2"));
        assert_ne!(print(&ours, "1"), print(&theirs, "1"));
    }
}
