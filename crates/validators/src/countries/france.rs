use crate::checksum::mod_97;
use crate::compact::{Compact, has_shape, number};
use crate::verdict::Verdict;

/// `fr-nir`: numéro d'inscription au répertoire (sécurité sociale), INSEE.
///
/// Sex (1, 2; provisional 3, 4, 7, 8), year, month (20 and above when unknown), department (`2A` and `2B` for Corsica),
/// commune, serial, key. Key = 97 − number modulo 97, with Corsica counted as 19 and 18. Catches every wrong digit and
/// every swap of neighbours.
pub(crate) fn registration(text: &str) -> Verdict {
    let Some(compact) = Compact::<15>::read(text) else { return Verdict::Invalid };
    let Ok(mut body) = <[u8; 15]>::try_from(&*compact) else { return Verdict::Invalid };
    match &body[5..7] {
        b"2A" => body[5..7].copy_from_slice(b"19"),
        b"2B" => body[5..7].copy_from_slice(b"18"),
        _ => {}
    }
    if !has_shape(&body, b"nnnnnnnnnnnnnnn") {
        return Verdict::Invalid;
    }
    let sex = matches!(body[0], b'1'..=b'4' | b'7' | b'8');
    let month = matches!(number(&body[3..5]), 1..=12 | 20..=42 | 50..=99);
    Verdict::checked(sex && month && 97 - mod_97(&body[..13]) == number(&body[13..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corsica_has_letters() {
        let body = 1_850_519_006_084_u64; // with 2A counted as 19
        assert_eq!(registration(&format!("185052A006084{:02}", 97 - body % 97)), Verdict::Valid);
        assert_eq!(registration("185052C00608491"), Verdict::Invalid);
    }
}
