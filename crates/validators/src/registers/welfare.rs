//! Numbers of the Bundesagentur für Arbeit and the Jobcenter.

use crate::compact::{Compact, has_shape};
use crate::verdict::Verdict;

/// `de-customer-number-ba`: Kundennummer, § 51a SGB II. Three digits, a letter, six digits. No published check.
pub(crate) fn customer_number(text: &str) -> Verdict {
    Verdict::shape(Compact::<10>::read(text).is_some_and(|compact| has_shape(&compact, b"nnnannnnnn")))
}

/// `de-benefit-bg`: number of a Bedarfsgemeinschaft, § 51a SGB II.
///
/// Five digits, `//` or `BG`, seven digits. No published check.
pub(crate) fn benefit_unit(text: &str) -> Verdict {
    let with_sign = Compact::<14>::read(text).is_some_and(|compact| has_shape(&compact, b"nnnnnBGnnnnnnn"));
    let with_slashes = text.contains("//")
        && Compact::<12>::digits(text).is_some_and(|digits| digits.len() == 12)
        && splits_at_five(text);
    Verdict::shape(with_sign || with_slashes)
}

/// Whether the double slash stands after the fifth digit.
fn splits_at_five(text: &str) -> bool {
    text.split("//").next().is_some_and(|head| head.bytes().filter(u8::is_ascii_digit).count() == 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn customers_and_units() {
        assert_eq!(customer_number("317D204518"), Verdict::Inconclusive);
        assert_eq!(customer_number("317 D 204518"), Verdict::Inconclusive);
        assert_eq!(customer_number("3172204518"), Verdict::Invalid);
        for text in ["40517//0003381", "40517BG0003381", "40517 // 0003381", "40517 BG 0003381"] {
            assert_eq!(benefit_unit(text), Verdict::Inconclusive, "{text}");
        }
        for text in ["405170003381", "4051//70003381", "40517BK0003381", "40517//000338", ""] {
            assert_eq!(benefit_unit(text), Verdict::Invalid, "{text}");
        }
    }
}
