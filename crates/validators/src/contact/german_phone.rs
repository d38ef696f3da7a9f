use crate::contact::phone_text::PhoneText;
use crate::verdict::Verdict;

/// Area codes of two digits (without the leading 0): Berlin, Hamburg, Frankfurt am Main, München.
const LARGE_CITIES: [&[u8]; 4] = [b"30", b"40", b"69", b"89"];

/// Three-digit blocks without any area code in the numbering plan, as inclusive ranges.
const UNUSED_BLOCKS: [(u32, u32); 51] = [
    (200, 200),
    (207, 207),
    (249, 249),
    (270, 270),
    (278, 279),
    (288, 289),
    (310, 329),
    (348, 348),
    (370, 370),
    (378, 380),
    (389, 389),
    (411, 411),
    (457, 459),
    (469, 469),
    (478, 478),
    (498, 501),
    (509, 509),
    (539, 539),
    (578, 579),
    (589, 589),
    (598, 599),
    (601, 601),
    (649, 649),
    (660, 660),
    (679, 679),
    (700, 701),
    (709, 710),
    (728, 729),
    (749, 749),
    (759, 759),
    (769, 769),
    (778, 779),
    (786, 789),
    (792, 792),
    (798, 801),
    (818, 818),
    (835, 835),
    (847, 849),
    (852, 852),
    (860, 860),
    (869, 869),
    (879, 879),
    (883, 883),
    (887, 889),
    (900, 905),
    (958, 959),
    (969, 969),
    (975, 975),
    (978, 979),
    (988, 989),
    (998, 999),
];

/// `phone-de`: German telephone number, numbering plan of the Bundesnetzagentur (§ 108 TKG).
///
/// Mobile numbers (15x, 160, 162, 163, 17x) have 10 or 11 digits without the leading 0, landline numbers 7 to 11 and an
/// existing area code block, personal numbers (0700) and nationwide ones (032) 11. Service numbers (0800, 0180, 0137,
/// 0900, 118, 116, 110) are invalid: they lead to no person. Paging blocks (0164, 0168, 0169) and other free blocks of
/// 016 are inconclusive.
pub(crate) fn phone_de(text: &str) -> Verdict {
    let phone = PhoneText::read(text);
    phone.as_ref().and_then(|phone| phone.national(b"49")).map_or(Verdict::Invalid, german)
}

/// Judges the digits after the leading 0.
pub(crate) fn german(national: &[u8]) -> Verdict {
    let len = national.len();
    match national {
        [b'1', b'5' | b'7', ..] | [b'1', b'6', b'0' | b'2' | b'3', ..] => Verdict::checked(matches!(len, 10 | 11)),
        [b'1', b'6', ..] => Verdict::shape(matches!(len, 10 | 11)),
        [b'7', b'0', b'0', ..] => Verdict::checked(len == 11),
        [b'3', b'2', ..] => Verdict::checked((9..=11).contains(&len)),
        [b'2'..=b'9', ..] => Verdict::checked((7..=11).contains(&len) && has_area_code(national)),
        _ => Verdict::Invalid,
    }
}

fn has_area_code(national: &[u8]) -> bool {
    if LARGE_CITIES.iter().any(|city| national.starts_with(city)) {
        return true;
    }
    let block = crate::compact::number(&national[..3]);
    !UNUSED_BLOCKS.iter().any(|&(first, last)| (first..=last).contains(&block))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_reserved_for_fiction_are_plausible() {
        for text in [
            "030 23125 123",
            "(030) 23125-123",
            "069 90009 001",
            "+49 40 66969 123",
            "0049 221 4710 999",
            "0221/4710-123",
            "+49 (0) 89 99998 000",
            "0152 28817386",
            "0172/9980752",
            "+49 171 3920012",
            "0176 04069 123",
            "0221-4710\n123",
        ] {
            assert_eq!(phone_de(text), Verdict::Valid, "{text}");
        }
    }

    #[test]
    fn service_numbers_dates_and_gaps_are_refused() {
        for text in [
            "0800 1234567",
            "0180 5 123456",
            "0900 1 123456",
            "0137 1234567",
            "118 33",
            "110",
            "116 117",
            "116117",
            "03.04.2026",
            "0200 1234567",
            "0311 1234567",
            "+43 1 5320000",
            "0152 2881",
            "0152 288173861",
            "221 4710",
            "",
            "+49",
            "0",
        ] {
            assert_eq!(phone_de(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn personal_nationwide_and_paging_numbers() {
        assert_eq!(phone_de("0700 12345678"), Verdict::Valid);
        assert_eq!(phone_de("032 123456789"), Verdict::Valid);
        assert_eq!(phone_de("0164 1234567"), Verdict::Inconclusive);
    }

    #[test]
    fn blocks_are_sorted_and_apart() {
        assert!(UNUSED_BLOCKS.iter().all(|(first, last)| first <= last));
        assert!(UNUSED_BLOCKS.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
