use crate::compact::{Compact, has_shape, number};
use crate::verdict::Verdict;

/// The letters by remainder modulo 23 (Orden INT/2058/2008).
const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";

/// `es-dni`: documento nacional de identidad.
///
/// Eight digits and the letter of their remainder modulo 23. Catches every wrong digit and every swap of neighbours.
pub(crate) fn dni(text: &str) -> Verdict {
    Verdict::checked(Compact::<9>::read(text).is_some_and(|compact| has_letter(&compact)))
}

/// `es-nie`: número de identidad de extranjero.
///
/// `X`, `Y` or `Z` (counted as 0, 1, 2), seven digits, and the letter as for the DNI. Catches every wrong digit and every
/// swap of neighbours.
pub(crate) fn nie(text: &str) -> Verdict {
    let Some(compact) = Compact::<9>::read(text) else { return Verdict::Invalid };
    let Ok(mut number) = <[u8; 9]>::try_from(&*compact) else { return Verdict::Invalid };
    number[0] = match number[0] {
        b'X' => b'0',
        b'Y' => b'1',
        b'Z' => b'2',
        _ => return Verdict::Invalid,
    };
    Verdict::checked(has_letter(&number))
}

fn has_letter(compact: &[u8]) -> bool {
    has_shape(compact, b"nnnnnnnna") && LETTERS[(number(&compact[..8]) % 23) as usize] == compact[8]
}
