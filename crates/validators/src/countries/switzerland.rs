use crate::checksum::{ean13, weighted};
use crate::compact::{Compact, digit, has_shape};
use crate::verdict::Verdict;

/// `ch-ahv`: AHV-Nummer, Art. 133 AHVV. Thirteen digits from 756 on, EAN-13 check digit.
///
/// Catches every wrong digit and every swap of neighbours whose digits are not five apart.
pub(crate) fn ahv(text: &str) -> Verdict {
    Verdict::checked(Compact::<13>::digits(text).is_some_and(|digits| digits.starts_with(b"756") && ean13(&digits)))
}

/// `ch-uid`: Unternehmens-Identifikationsnummer, Art. 4 UIDG.
///
/// `CHE` and nine digits, perhaps followed by `MWST`, `TVA`, `IVA` or `HR`. Check: weights `5 4 3 2 7 6 5 4` modulo 11; a
/// check digit of 10 is never issued. Catches every wrong digit and every swap of neighbours.
pub(crate) fn uid(text: &str) -> Verdict {
    let Some(compact) = Compact::<16>::read(text) else { return Verdict::Invalid };
    let suffixes: [&[u8]; 5] = [b"MWST", b"TVA", b"IVA", b"HR", b""];
    let bare = suffixes.iter().find_map(|suffix| compact.strip_suffix(*suffix)).unwrap_or_default();
    if !has_shape(bare, b"CHEnnnnnnnnn") {
        return Verdict::Invalid;
    }
    let sum = weighted(&bare[3..], &[5, 4, 3, 2, 7, 6, 5, 4]);
    Verdict::checked((11 - sum % 11) % 11 == digit(bare[11]))
}
