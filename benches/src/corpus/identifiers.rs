//! Invented values with right check digits: drawn until the validator agrees, as nobody owns them.

use leitplanke_validators::{Verdict, by_name};

use super::random::Random;
use super::words;

const DIGITS: &str = "0123456789";
const NON_ZERO: &str = "123456789";
const DOCUMENT: &str = "CFGHJKLMNPRTVWXYZ0123456789";
const KEY: &str = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// Most draws for one value; the schemes accept one in ten to one in a hundred.
const DRAWS: usize = 2000;

/// A value with the words people put around it.
pub(super) fn planted(random: &mut Random, german: bool) -> String {
    let kinds = [iban, tax_id, phone, email, person, birth, address, case_number, card, insurance, id_card, secret];
    let at = random.below(kinds.len());
    kinds.get(at).map_or_else(String::new, |kind| kind(random, german))
}

/// A drawn shape that the validator takes, or the last draw.
fn valid(random: &mut Random, validator: &str, draw: impl Fn(&mut Random) -> String) -> String {
    let agrees = |value: &str| by_name(validator).is_none_or(|known| (known.check)(value) == Verdict::Valid);
    let mut value = draw(random);
    for _ in 0..DRAWS {
        if agrees(&value) {
            break;
        }
        value = draw(random);
    }
    value
}

fn iban(random: &mut Random, german: bool) -> String {
    let value = valid(random, "iban", |random| random.fill("DE## #### #### #### #### ##", DIGITS));
    if german { format!("Bitte auf {value} überweisen.") } else { format!("Please transfer it to {value}.") }
}

fn tax_id(random: &mut Random, german: bool) -> String {
    let value = valid(random, "de-tax-id", |random| {
        format!("{}{}", random.fill("#", NON_ZERO), random.fill("# ### ### ###", DIGITS))
    });
    if german { format!("Die Steuer-ID lautet {value}.") } else { format!("The German tax ID is {value}.") }
}

fn phone(random: &mut Random, german: bool) -> String {
    // Kept free for film and fiction by the Federal Network Agency.
    let shapes = ["030 23125 ###", "069 90009 ###", "040 66969 ###", "0221 4710 ###", "089 99998 ###"];
    let value = random.pick(&shapes).map(str::to_owned).unwrap_or_default();
    let value = random.fill(&value, DIGITS);
    if german { format!("Erreichbar unter {value}, am besten abends.") } else { format!("Call {value} after six.") }
}

fn name(random: &mut Random) -> (&'static str, &'static str) {
    (
        random.pick(&words::names::FIRST_NAMES).unwrap_or_default(),
        random.pick(&words::names::LAST_NAMES).unwrap_or_default(),
    )
}

fn email(random: &mut Random, german: bool) -> String {
    let (first, last) = name(random);
    let value = format!("{}.{}@verein.example", first.to_lowercase(), last.to_lowercase());
    if german { format!("Antwort bitte an {value}.") } else { format!("Please answer to {value}.") }
}

fn person(random: &mut Random, german: bool) -> String {
    let (first, last) = name(random);
    if german {
        let what = random.pick(&words::german::ABOUT).unwrap_or_default();
        format!("Frau {first} {last} {what}.")
    } else {
        let what = random.pick(&words::english::ABOUT).unwrap_or_default();
        format!("Ms {first} {last} {what}.")
    }
}

fn birth(random: &mut Random, german: bool) -> String {
    let (first, last) = name(random);
    let (day, month, year) = (random.below(28) + 1, random.below(12) + 1, random.below(70) + 1940);
    if german {
        format!("{first} {last}, geb. {day:02}.{month:02}.{year}, wartet auf eine Antwort.")
    } else {
        format!("{first} {last}, born {year}-{month:02}-{day:02}, is waiting for an answer.")
    }
}

fn address(random: &mut Random, german: bool) -> String {
    let street = random.pick(&words::names::STREETS).unwrap_or_default();
    let (postcode, city) =
        words::names::CITIES.get(random.below(words::names::CITIES.len())).copied().unwrap_or_default();
    let number = random.below(120) + 1;
    let cue = if german { "Anschrift" } else { "Address" };
    format!("{cue}: {street} {number}, {postcode} {city}")
}

fn case_number(random: &mut Random, german: bool) -> String {
    let (chamber, number, year) = (random.below(80) + 1, random.below(900) + 1, random.below(20) + 5);
    let cue = if german { "Aktenzeichen" } else { "Case number" };
    format!("{cue} {chamber} F {number}/{year:02}")
}

fn card(random: &mut Random, german: bool) -> String {
    let value = valid(random, "credit-card", |random| random.fill("4### #### #### ####", DIGITS));
    if german {
        format!("Kreditkarte {value}, gültig bis 11/28.")
    } else {
        format!("Credit card {value}, valid to 11/28.")
    }
}

fn insurance(random: &mut Random, german: bool) -> String {
    let value = valid(random, "de-health-insurance", |random| {
        format!("{}{}", random.fill("#", "ABCDEFGHJKLMNPRSTUVWXYZ"), random.fill("#########", DIGITS))
    });
    if german { format!("Versichertennummer {value}") } else { format!("Health insurance number {value}") }
}

fn id_card(random: &mut Random, german: bool) -> String {
    let value = valid(random, "de-id-card", |random| random.fill("L#########", DOCUMENT));
    if german { format!("Ausweis-Nr. {value}") } else { format!("ID card no. {value}") }
}

fn secret(random: &mut Random, german: bool) -> String {
    let value = random.fill("##########", KEY);
    if german { format!("Passwort: {value}") } else { format!("password: {value}") }
}
