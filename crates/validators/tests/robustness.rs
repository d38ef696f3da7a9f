//! No text makes a validator panic, and separators never change what it says about a plain number.

use leitplanke_validators::{all, by_name};
use proptest::prelude::*;

fn ask_all(text: &str) {
    for validator in all() {
        let first = (validator.check)(text);
        assert_eq!(first, (validator.check)(text), "{} is not a pure function", validator.name);
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        ask_all(&text);
    }

    #[test]
    fn texts_of_digits_letters_and_separators_are_answered(text in "[0-9A-Za-z <>.:/+()°'\",;_-]{0,100}") {
        ask_all(&text);
    }

    #[test]
    fn umlauts_in_the_middle_are_answered(text in "[0-9A-ZÄÖÜßé€\u{301}\u{200b}\u{1f600} ./-]{0,40}") {
        ask_all(&text);
    }

    #[test]
    fn blanks_between_digits_do_not_matter(digits in "[0-9]{8,16}", gap in 1_usize..7) {
        let names = ["de-tax-id", "de-ik", "de-lanr", "at-ssn", "ch-ahv", "imei", "credit-card", "luhn", "isbn", "uk-nhs"];
        let spaced = digits.as_bytes().chunks(gap).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
        for name in names {
            let check = by_name(name).unwrap().check;
            prop_assert_eq!(check(&digits), check(&spaced), "{}: {}", name, spaced);
        }
    }
}

#[test]
fn very_long_texts_are_answered() {
    for piece in ["1", "A", "<", " ", "ä", "a.b", "10.", "(0)"] {
        ask_all(&piece.repeat(100_000));
    }
}
