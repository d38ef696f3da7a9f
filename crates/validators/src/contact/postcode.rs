use crate::verdict::Verdict;

/// German postcode regions (first two digits) that were never assigned.
const UNUSED_REGIONS: [&str; 4] = ["00", "05", "43", "62"];

/// The longest city name in words, as in `Neustadt an der Weinstraße`.
const MOST_WORDS: usize = 5;

/// `de-postcode-city`: German postcode and city, perhaps with `D-` in front.
///
/// Valid when the region of the five digits is assigned (Deutsche Post) and one to five words follow that look like a
/// city: the first one capitalised, the others capitalised or one of the small words in German place names.
pub(crate) fn postcode_city(text: &str) -> Verdict {
    Verdict::checked(is_postcode_city(text.trim()))
}

fn is_postcode_city(text: &str) -> bool {
    let text = text.strip_prefix("D-").or_else(|| text.strip_prefix("DE-")).unwrap_or(text);
    let Some((postcode, city)) = text.split_at_checked(5) else { return false };
    let known_region = postcode.bytes().all(|byte| byte.is_ascii_digit())
        && !UNUSED_REGIONS.iter().any(|region| postcode.starts_with(region))
        && !postcode.ends_with("0000");
    let mut words = city.split_whitespace();
    let starts_well = city.starts_with(char::is_whitespace) && words.next().is_some_and(is_name);
    known_region
        && starts_well
        && words.clone().count() < MOST_WORDS
        && words.all(|word| is_name(word) || is_small(word))
}

fn is_name(word: &str) -> bool {
    let word = word.trim_start_matches('(').trim_end_matches([',', '.', ')']);
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '/' | '.' | '\''))
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "am" | "an" | "auf" | "bei" | "b." | "d." | "dem" | "der" | "die" | "im" | "in" | "ob" | "unter" | "vor" | "zu"
    ) || matches!(word, "a." | "i." | "u." | "v." | "und")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_of_one_to_five_words() {
        for text in [
            "50667 Köln",
            "D-01067 Dresden",
            "06108 Halle (Saale)",
            "60311 Frankfurt am Main",
            "67433 Neustadt an der Weinstraße",
            "88348 Bad Saulgau",
            "91054 Erlangen-Süd",
            "99084  Erfurt",
        ] {
            assert_eq!(postcode_city(text), Verdict::Valid, "{text}");
        }
    }

    #[test]
    fn unassigned_regions_and_other_words_are_refused() {
        for text in [
            "00123 Köln",
            "05123 Köln",
            "43123 Köln",
            "10000 Euro",
            "50667",
            "50667 euro",
            "50667Köln",
            "5066 Köln",
            "5066ä Köln",
            "",
        ] {
            assert_eq!(postcode_city(text), Verdict::Invalid, "{text}");
        }
    }
}
