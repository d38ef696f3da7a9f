use crate::bank::country_codes::is_country;
use crate::bank::iban_registry;
use crate::checksum::mod_97;
use crate::compact::{Compact, all_equal, has_shape};
use crate::verdict::Verdict;

/// `iban`: international bank account number, ISO 13616.
///
/// Country, two check digits, national part. The country must use the IBAN, length and national part must have its
/// registered shape, German bank codes start with 1 to 8, and the number rearranged is 1 modulo 97. Catches every wrong
/// character and every swap of neighbours.
pub(crate) fn iban(text: &str) -> Verdict {
    Verdict::checked(Compact::<34>::read(text).is_some_and(|compact| is_iban(&compact)))
}

fn is_iban(compact: &[u8]) -> bool {
    let Some((head, national)) = compact.split_at_checked(4) else { return false };
    let Some(country) = iban_registry::find(&head[..2]) else { return false };
    let known_bank = &head[..2] != b"DE" || matches!(national.first(), Some(b'1'..=b'8'));
    compact.len() == country.len
        && has_check_digits(head)
        && has_runs(national, country.runs)
        && known_bank
        && mod_97(national.iter().chain(head)) == 1
}

/// The third and fourth character are digits from 02 to 98; the rest never results from the computation.
pub(crate) fn has_check_digits(head: &[u8]) -> bool {
    has_shape(&head[2..4], b"nn") && !matches!(&head[2..4], b"00" | b"01" | b"99")
}

fn has_runs(national: &[u8], runs: &[(usize, u8)]) -> bool {
    let kinds = runs.iter().flat_map(|&(count, kind)| std::iter::repeat_n(kind, count));
    national.iter().zip(kinds).all(|(byte, kind)| has_shape(&[*byte], &[kind]))
}

/// `bic`: business identifier code, ISO 9362.
///
/// Eight or eleven upper-case characters with an ISO country in the fifth and sixth place. There is no check digit, so
/// the country is the only test: `ERGEBNIS` passes, a label has to tell.
pub(crate) fn bic(text: &str) -> Verdict {
    if text.bytes().any(|byte| byte.is_ascii_lowercase()) {
        return Verdict::Invalid;
    }
    let Some(compact) = Compact::<11>::read(text) else { return Verdict::Invalid };
    Verdict::checked(matches!(compact.len(), 8 | 11) && is_country(&compact[4..6]))
}

/// `de-bank-code`: Bankleitzahl of the Deutsche Bundesbank. Eight digits, the first one 1 to 8. No check digit.
pub(crate) fn bank_code(text: &str) -> Verdict {
    let fits = |digits: Compact<8>| matches!(digits[0], b'1'..=b'8') && !all_equal(&digits);
    Verdict::shape(Compact::<8>::exact_digits(text, 8).is_some_and(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_of_the_national_part_counts() {
        assert_eq!(iban("DE93 2343 9684 7792 3137 37"), Verdict::Valid);
        assert_eq!(iban("de93.2343.9684.7792-3137\n37"), Verdict::Valid);
        assert_eq!(iban("DE93 2343 9684 7792 3137 3"), Verdict::Invalid);
        assert_eq!(iban("US93 2343 9684 7792 3137 37"), Verdict::Invalid);
        let with_check = |body: &str| (2..99).any(|check| iban(&format!("DE{check:02}{body}")) == Verdict::Valid);
        assert!(with_check("100000000000000000"));
        assert!(!with_check("900000000000000000"), "no bank code starts with 9");
        assert!(!with_check("10000000000000000A"), "letters are not allowed in German accounts");
    }

    #[test]
    fn bic_needs_a_country() {
        assert_eq!(bic("LTFZDEFF"), Verdict::Valid);
        assert_eq!(bic("WPQLDEFFXXX"), Verdict::Valid);
        for text in ["LMLVDEF", "XCJWDEFFXX", "LTFZXXFF", "ltfzdeff", ""] {
            assert_eq!(bic(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn bank_codes_have_no_check() {
        assert_eq!(bank_code("370 502 99"), Verdict::Inconclusive);
        for text in ["970 502 99", "070 502 99", "370 502 9", "11111111"] {
            assert_eq!(bank_code(text), Verdict::Invalid, "{text}");
        }
    }
}
