//! What each scheme promises to catch is caught: every wrong digit, and where promised every swap of neighbours.

use std::ops::Range;

use leitplanke_validators::{Check, Verdict, by_name};
use proptest::prelude::*;

/// Which swaps of two neighbouring digits a scheme promises to catch.
#[derive(Clone, Copy)]
enum Swaps {
    All,
    /// All but 09 and 90 (Luhn and its relatives).
    ButNineZero,
    /// All but digits that differ by five (weights that differ by two or four, modulo 10).
    ButFiveApart,
    NoPromise,
}

impl Swaps {
    fn promises(self, left: u8, right: u8) -> bool {
        match self {
            Self::All => true,
            Self::ButNineZero => left.abs_diff(right) != 9,
            Self::ButFiveApart => left.abs_diff(right) != 5,
            Self::NoPromise => false,
        }
    }
}

/// One scheme and its promise.
struct Promise {
    name: &'static str,
    /// The form of a text: `n` is any digit, everything else stands for itself.
    form: &'static str,
    /// Where the check characters stand.
    check: Range<usize>,
    /// The places where every wrong digit is caught.
    digits: Range<usize>,
    swaps: Swaps,
    /// The places within which swaps are caught.
    swapped: Range<usize>,
}

const fn promise(name: &'static str, form: &'static str, check: Range<usize>, swaps: Swaps) -> Promise {
    Promise { name, form, check, digits: 0..form.len(), swaps, swapped: 0..form.len() }
}

const PROMISES: [Promise; 42] = [
    promise("de-vat-id", "DEnnnnnnnnn", 10..11, Swaps::NoPromise),
    promise("de-social-security", "12nnnn47Xnnn", 11..12, Swaps::NoPromise),
    Promise { swapped: 0..9, ..promise("de-health-insurance", "Xnnnnnnnnn", 9..10, Swaps::ButNineZero) },
    Promise { digits: 2..9, swapped: 2..8, ..promise("de-ik", "nnnnnnnnn", 8..9, Swaps::ButNineZero) },
    promise("de-id-card", "Lnnnnnnnnn", 9..10, Swaps::ButFiveApart),
    promise("de-passport", "Cnnnnnnnnn", 9..10, Swaps::ButFiveApart),
    Promise { digits: 0..10, ..promise("de-driver-license", "Bnnnnnnnnn1", 9..10, Swaps::All) },
    promise("iban", "DEnnnnnnnnnnnnnnnnnnnn", 2..4, Swaps::All),
    promise("iban", "ATnnnnnnnnnnnnnnnnnn", 2..4, Swaps::All),
    promise("sepa-creditor-id", "DEnnZZZ0nnnnnnnnnn", 2..4, Swaps::All),
    promise("rf-reference", "RFnnnnnnnnnnnn", 2..4, Swaps::All),
    promise("credit-card", "4nnnnnnnnnnnnnnn", 15..16, Swaps::ButNineZero),
    promise("luhn", "nnnnnnnnnn", 9..10, Swaps::ButNineZero),
    promise("imei", "nnnnnnnnnnnnnnn", 14..15, Swaps::ButNineZero),
    promise("at-ssn", "nnnn1n0n6n", 3..4, Swaps::All),
    Promise { swapped: 0..10, ..promise("at-vat-id", "ATUnnnnnnnn", 10..11, Swaps::ButNineZero) },
    promise("at-tax-number", "nnnnnnnnn", 8..9, Swaps::ButNineZero),
    promise("ch-ahv", "756nnnnnnnnnn", 12..13, Swaps::ButFiveApart),
    promise("ch-uid", "CHEnnnnnnnnn", 11..12, Swaps::All),
    promise("uk-nhs", "nnnnnnnnnn", 9..10, Swaps::All),
    promise("fr-nir", "18506nnnnnnnnnn", 13..15, Swaps::All),
    promise("nl-bsn", "nnnnnnnnn", 8..9, Swaps::All),
    promise("pl-pesel", "730n12nnnnn", 10..11, Swaps::ButFiveApart),
    promise("es-dni", "nnnnnnnnn", 8..9, Swaps::All),
    promise("es-nie", "Xnnnnnnnn", 8..9, Swaps::All),
    promise("it-fiscal-code", "FFMBSS9nB1nEnnnn", 15..16, Swaps::All),
    promise("tr-tckn", "nnnnnnnnnnn", 9..11, Swaps::NoPromise),
    promise("hr-oib", "nnnnnnnnnnn", 10..11, Swaps::NoPromise),
    promise("gr-amka", "101060nnnnn", 10..11, Swaps::ButNineZero),
    Promise { digits: 1..10, ..promise("cz-rodne-cislo", "9nn0152nnn", 9..10, Swaps::NoPromise) },
    Promise { digits: 2..11, ..promise("be-nn", "8506nnnnnnn", 9..11, Swaps::NoPromise) },
    promise("se-personnummer", "850615nnnn", 9..10, Swaps::ButNineZero),
    promise("no-fnr", "nn0685nnnnn", 9..11, Swaps::All),
    promise("fi-hetu", "nn0685-nnnn", 10..11, Swaps::All),
    promise("isbn", "978nnnnnnnnnn", 12..13, Swaps::ButFiveApart),
    promise("isbn", "nnnnnnnnnn", 9..10, Swaps::All),
    promise("issn", "nnnnnnnn", 7..8, Swaps::All),
    promise("orcid", "0000000nnnnnnnnn", 15..16, Swaps::All),
    Promise { digits: 5..13, ..promise("de-tax-number", "9143026nnnnnn", 12..13, Swaps::NoPromise) },
    Promise { digits: 5..13, ..promise("de-tax-number", "5205026nnnnnn", 12..13, Swaps::NoPromise) },
    Promise { digits: 5..13, ..promise("de-tax-number", "2893029nnnnnn", 12..13, Swaps::NoPromise) },
    Promise { digits: 5..13, ..promise("de-tax-number", "2722015nnnnnn", 12..13, Swaps::NoPromise) },
];

/// The check of this name; a name that does not exist finds nothing valid and so fails the test of the forms.
fn check_of(name: &str) -> Check {
    by_name(name).map_or(|_| Verdict::Invalid, |validator| validator.check)
}

fn is_valid(check: Check, text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| check(text) == Verdict::Valid)
}

/// Fills the form with digits and computes the check characters by trying all; `None` when no check character fits,
/// because the scheme never issues this number.
fn complete(promise: &Promise, digits: &[u8]) -> Option<Vec<u8>> {
    let mut digits = digits.iter().cycle();
    let fill = |kind| if kind == b'n' { digits.next().map_or(b'0', |digit| b'0' + digit) } else { kind };
    let mut text: Vec<u8> = promise.form.bytes().map(fill).collect();
    let check = check_of(promise.name);
    if promise.check.len() == 2 {
        let pairs = (0..100).map(|pair| [b'0' + pair / 10, b'0' + pair % 10]);
        return pairs.into_iter().find_map(|pair| {
            text[promise.check.clone()].copy_from_slice(&pair);
            is_valid(check, &text).then(|| text.clone())
        });
    }
    (b'0'..=b'9').chain(b'A'..=b'Z').find_map(|character| {
        text[promise.check.start] = character;
        is_valid(check, &text).then(|| text.clone())
    })
}

fn assert_digits_caught(name: &str, text: &[u8], places: Range<usize>) {
    let check = check_of(name);
    for place in places.filter(|&place| text[place].is_ascii_digit()) {
        for wrong in (b'0'..=b'9').filter(|&wrong| wrong != text[place]) {
            let mut changed = text.to_vec();
            changed[place] = wrong;
            let (before, after) = (String::from_utf8_lossy(text), String::from_utf8_lossy(&changed));
            assert!(!is_valid(check, &changed), "{name}: {before} -> {after}");
        }
    }
}

fn assert_swaps_caught(promise: &Promise, text: &[u8]) {
    let check = check_of(promise.name);
    for place in promise.swapped.start..promise.swapped.end - 1 {
        let (left, right) = (text[place], text[place + 1]);
        let both_digits = left.is_ascii_digit() && right.is_ascii_digit();
        if left == right || !both_digits || !promise.swaps.promises(left, right) {
            continue;
        }
        let mut changed = text.to_vec();
        changed.swap(place, place + 1);
        let (before, after) = (String::from_utf8_lossy(text), String::from_utf8_lossy(&changed));
        assert!(!is_valid(check, &changed), "{}: {before} -> {after}", promise.name);
    }
}

#[test]
fn every_form_has_valid_texts() {
    for promise in &PROMISES {
        let found = (0..200_u32).filter_map(|seed| {
            let digits: Vec<u8> =
                (0..24).map(|place| (seed.wrapping_mul(7919 + place * 104_729) >> 5) as u8 % 10).collect();
            complete(promise, &digits)
        });
        assert!(found.count() > 20, "{}: {}", promise.name, promise.form);
    }
}

proptest! {
    #[test]
    fn promised_errors_are_caught(digits in prop::collection::vec(0_u8..10, 24)) {
        for promise in &PROMISES {
            if let Some(text) = complete(promise, &digits) {
                assert_digits_caught(promise.name, &text, promise.digits.clone());
                assert_swaps_caught(promise, &text);
            }
        }
    }

    /// A tax id repeats exactly one digit, so random digits would hardly ever make one.
    #[test]
    fn wrong_digits_of_a_tax_id_are_caught(order in Just((0..10).collect::<Vec<u8>>()).prop_shuffle(), from in 0_usize..10, to in 0_usize..10) {
        prop_assume!(from != to);
        let mut body: Vec<u8> = order.iter().map(|digit| b'0' + digit).collect();
        body[to] = body[from];
        body.push(b'0');
        let check = check_of("de-tax-id");
        let valid = (b'0'..=b'9').find_map(|last| {
            body[10] = last;
            is_valid(check, &body).then(|| body.clone())
        });
        prop_assert_eq!(valid.is_some(), body[0] != b'0');
        if let Some(text) = valid {
            assert_digits_caught("de-tax-id", &text, 0..11);
        }
    }
}
