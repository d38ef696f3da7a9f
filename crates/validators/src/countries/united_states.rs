use crate::compact::{Compact, is_separator};
use crate::verdict::Verdict;

/// `us-ssn`: Social Security number (SSA programme manual RM 10201.030).
///
/// Area not 000, 666 or 900 and above, group not 00, serial not 0000, not a number made known by advertising. No check
/// digit: in the written form `AAA-GG-SSSS` these ranges are the test, bare nine digits stay inconclusive.
pub(crate) fn social_security(text: &str) -> Verdict {
    let Some(digits) = Compact::<9>::exact_digits(text, 9) else { return Verdict::Invalid };
    let (area, group, serial) = (&digits[..3], &digits[3..5], &digits[5..]);
    let assigned = area != b"000" && area != b"666" && area[0] != b'9' && group != b"00" && serial != b"0000";
    let advertised = matches!(&*digits, b"219099999" | b"078051120" | b"123456789");
    if !assigned || advertised {
        return Verdict::Invalid;
    }
    let groups = text.as_bytes().split(|&byte| is_separator(byte)).map(<[u8]>::len);
    let mut lengths = groups.filter(|&length| length > 0);
    match [lengths.next(), lengths.next(), lengths.next(), lengths.next()] {
        [Some(3), Some(2), Some(4), None] => Verdict::Valid,
        [Some(9), None, ..] => Verdict::Inconclusive,
        _ => Verdict::Invalid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_digits_prove_nothing() {
        assert_eq!(social_security("166-68-8164"), Verdict::Valid);
        assert_eq!(social_security("166-68-\n8164"), Verdict::Valid);
        assert_eq!(social_security("166688164"), Verdict::Inconclusive);
        for text in
            ["000-68-8164", "166-00-8164", "166-68-0000", "966-68-8164", "219-09-9999", "166-68-816", "1666-88164"]
        {
            assert_eq!(social_security(text), Verdict::Invalid, "{text}");
        }
    }
}
