use crate::bank::account::has_check_digits;
use crate::bank::country_codes::is_country;
use crate::checksum::mod_97;
use crate::compact::{Compact, has_shape};
use crate::verdict::Verdict;

/// `sepa-creditor-id`: Gläubiger-Identifikationsnummer, EPC AT-02.
///
/// Country, two check digits, three characters of the creditor's choice, national identifier (Germany: `0` and ten
/// digits). The national identifier, the country and the check digits are 1 modulo 97; the three characters are left
/// out. Catches every wrong character outside those three.
pub(crate) fn creditor_id(text: &str) -> Verdict {
    Verdict::checked(Compact::<35>::read(text).is_some_and(|compact| is_creditor_id(&compact)))
}

fn is_creditor_id(compact: &[u8]) -> bool {
    let (Some(head), Some(national)) = (compact.get(..4), compact.get(7..)) else { return false };
    let known_shape = match &head[..2] {
        b"DE" => has_shape(national, b"0nnnnnnnnnn"),
        _ => !national.is_empty() && national.len() <= 28,
    };
    is_country(&head[..2]) && has_check_digits(head) && known_shape && mod_97(national.iter().chain(head)) == 1
}

/// `rf-reference`: structured creditor reference, ISO 11649.
///
/// `RF`, two check digits, one to 21 characters; rearranged as an IBAN it is 1 modulo 97. Catches every wrong character
/// and every swap of neighbours.
pub(crate) fn rf_reference(text: &str) -> Verdict {
    Verdict::checked(Compact::<25>::read(text).is_some_and(|compact| {
        let Some((head, reference)) = compact.split_at_checked(4) else { return false };
        head.starts_with(b"RF")
            && !reference.is_empty()
            && has_check_digits(head)
            && mod_97(reference.iter().chain(head)) == 1
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_characters_do_not_count() {
        assert_eq!(creditor_id("DE36ZZZ00099519187"), Verdict::Valid);
        assert_eq!(creditor_id("DE36A1B00099519187"), Verdict::Valid);
        for text in ["DE31ZZZ08025929286", "DE53ZZZ20721318010", "DE36ZZZ", "DE36", "QQ36ZZZ00099519187"] {
            assert_eq!(creditor_id(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn references_need_a_body() {
        assert_eq!(rf_reference("RF05 7542 8980 7727"), Verdict::Valid);
        for text in ["RF05", "RF", "", "RF0637956218773", "RG05754289807727"] {
            assert_eq!(rf_reference(text), Verdict::Invalid, "{text}");
        }
    }
}
