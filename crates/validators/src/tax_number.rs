//! The Steuernummer of a German tax office, in the nationwide form of ELSTER and in the sixteen forms of the Länder.

use crate::checksum::{cross_sum, weighted};
use crate::compact::{Compact, digit, is_separator};
use crate::verdict::Verdict;

/// How a Land computes the last digit from the twelve digits before it.
#[derive(Clone, Copy)]
enum Procedure {
    /// Weighted sum, check digit = negative sum modulo 11; a result of 10 is never issued.
    Elevens(&'static [u32; 12]),
    /// As [`Procedure::Elevens`] with either of two sets of weights.
    ElevensEither(&'static [u32; 12], &'static [u32; 12]),
    /// Weighted sum modulo 11 without the change of sign; a result of 10 is never issued.
    ElevensPlain(&'static [u32; 12]),
    /// Summand, last digit, power of two, repeated cross sum; check digit = negative sum modulo 10.
    Twos,
    /// Weights 1 and 2, products above 9 as cross sum; check digit = negative sum modulo 10.
    Tens,
}

/// One Land: how its numbers start and how they are checked.
struct Land {
    /// The first digits of the nationwide form.
    prefix: &'static str,
    /// The first digits of the tax offices after the prefix, empty when not fixed.
    office: &'static str,
    /// The number of digits on the assessment.
    printed: usize,
    procedure: Procedure,
}

const SOUTH_AND_EAST: Procedure = Procedure::Elevens(&[0, 5, 4, 3, 0, 2, 7, 6, 5, 4, 3, 2]);
const HANSEATIC: Procedure = Procedure::Elevens(&[0, 0, 4, 3, 0, 2, 7, 6, 5, 4, 3, 2]);
const LOWER_SAXON: [u32; 12] = [0, 0, 2, 9, 0, 8, 7, 6, 5, 4, 3, 2];
const BERLIN: [u32; 12] = [0, 0, 0, 0, 0, 7, 6, 5, 8, 4, 3, 2];
const NORTH_RHINE: [u32; 12] = [0, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1];
const PALATINE: [u32; 12] = [0, 0, 1, 2, 0, 1, 2, 1, 2, 1, 2, 1];
const TWOS_SUMMANDS: [u32; 12] = [0, 0, 9, 8, 0, 7, 6, 5, 4, 3, 2, 1];
const TWOS_FACTORS: [u32; 12] = [0, 0, 512, 256, 0, 128, 64, 32, 16, 8, 4, 2];

const fn land(prefix: &'static str, office: &'static str, printed: usize, procedure: Procedure) -> Land {
    Land { prefix, office, printed, procedure }
}

/// Baden-Württemberg, Bayern, Berlin, Brandenburg, Bremen, Hamburg, Hessen, Mecklenburg-Vorpommern, Niedersachsen,
/// Nordrhein-Westfalen, Rheinland-Pfalz, Saarland, Sachsen, Sachsen-Anhalt, Schleswig-Holstein, Thüringen.
static LAENDER: [Land; 16] = [
    land("28", "", 10, Procedure::Twos),
    land("9", "", 11, SOUTH_AND_EAST),
    land("11", "", 10, Procedure::ElevensEither(&BERLIN, &LOWER_SAXON)),
    land("3", "0", 11, SOUTH_AND_EAST),
    land("24", "", 10, HANSEATIC),
    land("22", "", 10, HANSEATIC),
    land("26", "", 11, Procedure::Twos),
    land("4", "0", 11, SOUTH_AND_EAST),
    land("23", "", 10, Procedure::Elevens(&LOWER_SAXON)),
    land("5", "", 11, Procedure::ElevensPlain(&NORTH_RHINE)),
    land("27", "", 10, Procedure::Tens),
    land("1", "0", 11, SOUTH_AND_EAST),
    land("3", "2", 11, SOUTH_AND_EAST),
    land("3", "1", 11, SOUTH_AND_EAST),
    land("21", "", 10, Procedure::Twos),
    land("4", "1", 11, SOUTH_AND_EAST),
];

/// `de-tax-number`: Steuernummer.
///
/// Thirteen digits (ELSTER) name their Land; the ten or eleven digits of an assessment do not, so they are valid when
/// any Land's check fits. Hessen prints its ten digits with a leading 0. The check digit procedures are those of the
/// ELSTER paper "Prüfung der Steuer- und Steueridentifikationsnummer". Each catches most wrong digits, not all: some
/// weights are 0, some share a factor with the modulus.
pub(crate) fn tax_number(text: &str) -> Verdict {
    let Some(digits) = Compact::<13>::digits(text) else { return Verdict::Invalid };
    Verdict::checked(match digits.len() {
        13 => LAENDER.iter().any(|land| land.accepts(&digits)),
        10 | 11 => {
            let grouping = grouping(text);
            LAENDER.iter().any(|land| grouping.allows(land) && land.accepts_printed(&digits))
        }
        _ => false,
    })
}

impl Land {
    /// Checks the thirteen digits of the nationwide form.
    fn accepts(&self, digits: &[u8]) -> bool {
        let Some((check, body)) = digits.split_last() else { return false };
        let starts =
            digits.strip_prefix(self.prefix.as_bytes()).is_some_and(|rest| rest.starts_with(self.office.as_bytes()));
        starts && digits[4] == b'0' && self.has_district(digits) && self.procedure.fits(body, digit(*check))
    }

    /// Checks the digits of an assessment after putting them into the nationwide form.
    fn accepts_printed(&self, digits: &[u8]) -> bool {
        if digits.len() != self.printed {
            return false;
        }
        let office = 4 - self.prefix.len();
        // Only Hessen prints more digits than its office, district and serial have: a 0 in front that means nothing.
        let (padding, rest) = digits.split_at(self.printed - office - 8);
        let mut full = [b'0'; 13];
        full[..self.prefix.len()].copy_from_slice(self.prefix.as_bytes());
        full[self.prefix.len()..4].copy_from_slice(&rest[..office]);
        full[5..].copy_from_slice(&rest[office..]);
        padding.iter().all(|&byte| byte == b'0') && self.accepts(&full)
    }

    /// Districts 000, 998 and 999 are never assigned; in Nordrhein-Westfalen districts have four digits.
    fn has_district(&self, digits: &[u8]) -> bool {
        if self.is_north_rhine() {
            &digits[5..9] != b"0000"
        } else {
            !matches!(&digits[5..8], b"000" | b"998" | b"999")
        }
    }

    fn is_north_rhine(&self) -> bool {
        matches!(self.procedure, Procedure::ElevensPlain(_))
    }
}

impl Procedure {
    fn fits(self, body: &[u8], check: u32) -> bool {
        match self {
            Self::Elevens(weights) => elevens(body, weights) == check,
            Self::ElevensEither(one, other) => elevens(body, one) == check || elevens(body, other) == check,
            Self::ElevensPlain(weights) => weighted(body, weights) % 11 == check,
            Self::Twos => {
                let pairs = TWOS_SUMMANDS.iter().zip(TWOS_FACTORS);
                let sum: u32 = body
                    .iter()
                    .zip(pairs)
                    .map(|(&byte, (summand, factor))| digital_root((digit(byte) + summand) % 10 * factor))
                    .sum();
                (10 - sum % 10) % 10 == check
            }
            Self::Tens => {
                let sum: u32 = body.iter().zip(PALATINE).map(|(&byte, weight)| cross_sum(digit(byte) * weight)).sum();
                (10 - sum % 10) % 10 == check
            }
        }
    }
}

fn elevens(body: &[u8], weights: &[u32; 12]) -> u32 {
    (11 - weighted(body, weights) % 11) % 11
}

/// The cross sum, taken again until one digit is left.
const fn digital_root(number: u32) -> u32 {
    if number == 0 { 0 } else { (number - 1) % 9 + 1 }
}

/// What the groups of an eleven-digit number tell about the Land.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grouping {
    /// `FFF/BBBB/UUUP`
    NorthRhine,
    /// `FFF/BBB/UUUUP`
    Others,
    Unknown,
}

impl Grouping {
    fn allows(self, land: &Land) -> bool {
        match self {
            Self::NorthRhine => land.is_north_rhine(),
            Self::Others => !land.is_north_rhine(),
            Self::Unknown => true,
        }
    }
}

fn grouping(text: &str) -> Grouping {
    let mut lengths = text.as_bytes().split(|&byte| is_separator(byte)).map(<[u8]>::len).filter(|&length| length > 0);
    match (lengths.next(), lengths.next(), lengths.next(), lengths.next()) {
        (Some(3), Some(4), Some(4), None) => Grouping::NorthRhine,
        (Some(3), Some(3), Some(5), None) => Grouping::Others,
        _ => Grouping::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One number per Land: as printed on an assessment, and in the nationwide form.
    const PAIRS: [(&str, &str); 16] = [
        ("93291/67505", "2893029167505"),
        ("143/263/47966", "9143026347966"),
        ("18/643/11298", "1118064311298"),
        ("048/599/28396", "3048059928396"),
        ("60 647 99582", "2460064799582"),
        ("41/334/76321", "2241033476321"),
        ("013 279 99826", "2613027999826"),
        ("079/647/25203", "4079064725203"),
        ("24/149/94651", "2324014994651"),
        ("205/2607/1015", "5205026071015"),
        ("22/150/21926", "2722015021926"),
        ("020/348/28671", "1020034828671"),
        ("201/533/47744", "3201053347744"),
        ("101/219/42998", "3101021942998"),
        ("20 135 19746", "2120013519746"),
        ("151/114/13441", "4151011413441"),
    ];

    #[test]
    fn every_land_has_a_number() {
        for ((printed, elster), land) in PAIRS.iter().zip(&LAENDER) {
            assert_eq!(tax_number(printed), Verdict::Valid, "{printed}");
            assert_eq!(tax_number(elster), Verdict::Valid, "{elster}");
            assert!(land.accepts(elster.as_bytes()), "{elster}");
        }
    }

    #[test]
    fn wrong_check_digits_and_unknown_laender_are_refused() {
        for text in
            ["9181027636262", "6133014212347", "2893129167505", "2893000067505", "143/263/4796", "205/260/71015", ""]
        {
            assert_eq!(tax_number(text), Verdict::Invalid, "{text}");
        }
    }

    #[test]
    fn changing_the_last_digit_of_the_nationwide_form_is_caught() {
        for (_, elster) in PAIRS.iter().filter(|(_, elster)| !elster.starts_with("11")) {
            let (body, check) = elster.split_at(12);
            for other in (0..10).map(|digit| digit.to_string()).filter(|other| other != check) {
                assert_eq!(tax_number(&format!("{body}{other}")), Verdict::Invalid, "{body}{other}");
            }
        }
    }
}
